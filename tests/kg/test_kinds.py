"""The words of the graph: each said once, and the same ones wherever they must be said again."""

import json
import re
from pathlib import Path

import pytest

from kg import kinds
from viz import page, style


def test_the_page_knows_the_same_kinds(root: Path) -> None:
    """viz knows no kg: it repeats what docs/graph.md tells."""
    words = page._words()
    assert set(style.NODES) == set(words["kinds"]) == set(kinds.NODES)
    assert {"met", *kinds.RELATIONS} <= words["acts"].keys() & words["facts"].keys()
    (mutual,) = re.findall(r"const MUTUAL = (.*);", (root / "viz/assets/rows.js").read_text("utf-8"))
    assert {"met", *kinds.SYMMETRIC} == set(json.loads(mutual))


@pytest.mark.parametrize(
    ("number", "kind", "phrase"),
    [(1, "country", "1 country"), (0, "series", "0 series"), (2_400, "ministry", "2,400 ministries")],
)
def test_numbers_with_their_nouns(number: int, kind: str, phrase: str) -> None:
    assert kinds.counted(number, kind) == phrase
