"""The words of the graph: each said once, and the same ones wherever they must be said again."""

import pytest

from kg import kinds
from viz import page, style


def test_the_page_knows_the_same_kinds() -> None:
    """viz knows no kg: it repeats what docs/graph.md tells."""
    assert set(style.NODES) == set(kinds.NODES)
    assert {"met", *kinds.RELATIONS} == page._EVENTS
    assert {"met", *kinds.SYMMETRIC} == page._SYMMETRIC
    assert set(page._words()["kinds"]) == set(kinds.NODES)


@pytest.mark.parametrize(
    ("number", "kind", "phrase"),
    [(1, "country", "1 country"), (0, "series", "0 series"), (2_400, "ministry", "2,400 ministries")],
)
def test_numbers_with_their_nouns(number: int, kind: str, phrase: str) -> None:
    assert kinds.counted(number, kind) == phrase
