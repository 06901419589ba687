"""A working folder with a store in it."""

from pathlib import Path

import pytest

import kg
from extract import Article, Record


@pytest.fixture
def folder(video_talks: Record, policy_dialogue: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with a store where `kg build` puts it."""
    monkeypatch.chdir(tmp_path)
    Path("graph").mkdir()
    told = (video_talks, policy_dialogue)
    kg.Store.replace("graph/graph.db", [(Article(id=record.id, text="Text."), record) for record in told])
    return tmp_path
