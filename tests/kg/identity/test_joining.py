"""What is joined, and what is not, whatever it stands for."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.identity.joining import joined


def _groups(told: str, likeness: Mapping[tuple[int, int], int]) -> list[list[int]]:
    """The groups of what is told by letters, of which upper-case ones contradict each other unless they are the same."""
    sets = [frozenset(letter) for letter in told]
    return joined(sets, likeness, lambda one, other: len({c for c in one | other if c.isupper()}) > 1, frozenset.union)


@pytest.mark.parametrize(
    ("told", "likeness", "groups"),
    [
        ("AA", {}, [[0], [1]]),
        ("AA", {(0, 1): 1}, [[0, 1]]),
        ("AB", {(0, 1): 1}, [[0], [1]]),
        ("AxB", {(0, 1): 2, (1, 2): 1}, [[0, 1], [2]]),  # the likelier
        ("AxB", {(0, 1): 1, (1, 2): 1}, [[0], [1], [2]]),  # neither
        ("AxBx", {(0, 1): 2, (1, 2): 2, (1, 3): 1, (0, 3): 1}, [[0], [1], [2], [3]]),  # what is torn is torn for good
        ("AAxBB", {(0, 1): 3, (3, 4): 3, (1, 2): 2, (2, 3): 1}, [[0, 1, 2], [3, 4]]),
        ("AxyB", {(0, 1): 2, (2, 3): 2, (1, 2): 1}, [[0, 1], [2, 3]]),  # no chain
    ],
)
def test_the_likest_first(told: str, likeness: Mapping[tuple[int, int], int], groups: list[list[int]]) -> None:
    assert _groups(told, likeness) == groups


pairs = st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1])


@given(st.text("ABxy", min_size=8, max_size=8), st.dictionaries(pairs, st.integers(1, 3)), st.permutations(range(8)))
def test_every_one_once_none_contradicted_in_any_order(
    told: str, likeness: dict[tuple[int, int], int], order: list[int]
) -> None:
    groups = _groups(told, likeness)
    assert sorted(index for group in groups for index in group) == list(range(8))
    assert all(len({told[index] for index in group} & {"A", "B"}) <= 1 for group in groups)
    place = {index: position for position, index in enumerate(order)}
    moved = {(min(place[a], place[b]), max(place[a], place[b])): weight for (a, b), weight in likeness.items()}
    again = _groups("".join(told[index] for index in order), moved)
    assert sorted(sorted(order[index] for index in group) for group in again) == groups
