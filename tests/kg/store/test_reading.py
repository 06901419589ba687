"""Articles with their records: one that goes wrong is told, the others are read."""

from pathlib import Path

import pytest
from spacy.tokens import Doc

from extract import Article, Notice, Record
from extract.assembly import record_of
from kg.errors import RecordError
from kg.store.reading import read


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three articles; the record of "b" has a date that is none."""
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text("Norway and Denmark.")

    def misdate(doc: Doc, article: Article) -> Record:
        return record_of(doc, article).model_copy(update={"published": "2021-02-30"} if article.id == "b" else {})

    monkeypatch.setattr("extract.pipeline.record_of", misdate)
    return tmp_path


def test_a_record_that_makes_no_graph_fails_its_article_alone(folder: Path) -> None:
    notices: list[Notice] = []
    pairs = list(read([folder], report=notices.append))
    assert [(article.id, record.id) for article, record in pairs] == [("a", "a"), ("c", "c")]
    assert [(notice.kind, notice.where) for notice in notices] == [("failed", "b")]
    assert "2021-02-30" in str(notices[0]) or "day is out of range" in str(notices[0])


def test_without_anybody_to_tell_it_raises(folder: Path) -> None:
    with pytest.raises(RecordError):
        list(read([folder]))
