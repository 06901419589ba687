"""Finding fixed phrases in a list of words."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.text.phrases import Found, Phrases

PHRASES = Phrases({"met": "meet", "met with": "meet", "paid a visit to": "visit", "vice-ministerial": "level", "with": "other"})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("he met her", [(1, 2, "meet")]),
        ("he met with her", [(1, 3, "meet")]),  # the longest
        ("he paid a visit home", []),  # only whole phrases
        ("he paid a visit to her and met with us", [(1, 5, "visit"), (7, 9, "meet")]),
        ("a vice - ministerial talk", [(1, 4, "level")]),  # hyphens are words
        ("met with with", [(0, 2, "meet"), (2, 3, "other")]),  # without overlap
        ("", []),
    ],
)
def test_find(text: str, found: list[tuple[int, int, str]]) -> None:
    lower = text.split()
    assert PHRASES.find(lower, 0, len(lower)) == [Found(*hit) for hit in found]


def test_a_phrase_that_goes_beyond_the_end_gives_way_to_a_shorter_one() -> None:
    lower = ["they", "met", "with", "them"]
    assert PHRASES.find(lower, 0, 2) == [Found(1, 2, "meet")]
    assert PHRASES.find(lower, 2, 4) == [Found(2, 3, "other")]


@pytest.mark.parametrize(
    ("text", "end", "found"),
    [
        ("they met with", 3, Found(1, 3, "meet")),  # the longest
        ("they met with", 2, Found(1, 2, "meet")),
        ("they met with", 1, None),
        ("he paid a visit to", 5, Found(1, 5, "visit")),
    ],
)
def test_ending_at(text: str, end: int, found: Found | None) -> None:
    assert PHRASES.ending_at(text.split(), end) == found


WORDS = st.sampled_from(["a", "b", "c"])


@given(
    st.dictionaries(st.lists(WORDS, min_size=1, max_size=3).map(" ".join), st.sampled_from("xy"), min_size=1),
    st.lists(WORDS, max_size=12),
)
def test_found_phrases_are_there_and_gaps_hold_none(values: dict[str, str], lower: list[str]) -> None:
    hits = Phrases(values).find(lower, 0, len(lower))
    assert all(values[" ".join(lower[hit.start : hit.end])] == hit.value for hit in hits)
    assert all(one.end <= other.start for one, other in itertools.pairwise(hits))
    covered = {i for hit in hits for i in range(hit.start, hit.end)}
    assert all(lower[i] not in values for i in range(len(lower)) if i not in covered)
