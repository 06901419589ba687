"""Sides and parties: rows of (parties, sides)."""

import pytest

from extract.meetings.parties import group_sides, same_parties

ASEAN = ["ASEAN", "BRN", "IDN", "KHM", "LAO", "MMR", "MYS", "PHL", "SGP", "THA", "VNM"]


@pytest.mark.parametrize(
    ("parties", "sides"),
    [
        (["KOR", "VNM"], (("KOR",), ("VNM",))),
        (["JPN", "KOR", "USA"], (("JPN",), ("KOR",), ("USA",))),
        # a body and its members are one side
        ([*ASEAN, "KOR"], (tuple(ASEAN), ("KOR",))),
        # a body and one of its members face each other
        (["NATO", "USA"], (("NATO",), ("USA",))),
        # four that nothing groups are a forum
        (["CHN", "JPN", "RUS", "USA"], ()),
        (["KOR"], ()),
    ],
)
def test_group_sides(parties: list[str], sides: tuple[tuple[str, ...], ...]) -> None:
    assert group_sides(sorted(parties)) == sides


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ({"KOR", "VNM"}, {"KOR", "VNM"}, True),
        # the one report lists a body's members, the other names the body
        ({"KOR", "ASEAN"}, {"KOR", *ASEAN}, True),
        ({"KOR", "VNM"}, {"KOR", "VNM", "USA"}, False),
    ],
)
def test_same_parties(a: set[str], b: set[str], same: bool) -> None:
    assert same_parties(a, b) is same
