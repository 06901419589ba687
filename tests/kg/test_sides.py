"""Who sat across from whom."""

import pytest

from extract.record import Meeting
from kg.sides import meeting_code, parties_code, side_of, sides_of


@pytest.mark.parametrize(
    ("parties", "sides", "code"),
    [
        (("VNM", "KOR"), (("KOR",), ("VNM",)), "KOR-VNM"),
        (("JPN", "KOR", "USA"), (("JPN",), ("KOR",), ("USA",)), "JPN-KOR-USA"),
        (("CHN", "JPN", "KOR", "USA"), (), "CHN-JPN-KOR-USA"),  # a forum
        (("ASEAN", "KOR", "THA", "VNM"), (("ASEAN", "THA", "VNM"), ("KOR",)), "ASEAN-KOR"),
        (("KOR", "UN"), (("KOR",), ("UN",)), "KOR-UN"),  # a member meets its body
        (("NATO", "USA", "KOR"), (("KOR",), ("NATO", "USA")), "KOR-NATO"),
    ],
)
def test_sides_of_a_bare_record(parties: tuple[str, ...], sides: tuple[tuple[str, ...], ...], code: str) -> None:
    meeting = Meeting(parties=parties)
    assert sides_of(meeting) == sides
    assert meeting_code(meeting) == parties_code(parties) == code


def test_told_sides_win() -> None:
    meeting = Meeting(parties=("FRA", "DEU", "UKR", "RUS"), sides=(("RUS",), ("FRA", "DEU", "UKR")))
    assert sides_of(meeting) == (("DEU", "FRA", "UKR"), ("RUS",))
    assert meeting_code(meeting) == "DEU+FRA+UKR-RUS"


@pytest.mark.parametrize(
    ("code", "index"),
    [("KOR", 1), ("VNM", 0), ("ASEAN", 0), ("USA", None), (None, None)],  # Viet Nam stands with ASEAN
)
def test_side_of_an_official(code: str | None, index: int | None) -> None:
    assert side_of(code, (("ASEAN",), ("KOR",))) == index
