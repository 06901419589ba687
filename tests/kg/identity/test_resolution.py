"""Who is who: spellings, occasions."""

import pytest

from extract.record import Meeting, Official, Record
from kg.identity.resolution import fullest, resolve, same_person


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Park Jae-min", "Park Jae-min", True),
        ("Park Jae-min", "PARK Jaemin", True),  # case and hyphen
        ("Park Jae-min", "Jae-min Park", True),  # word order
        ("Kim Seon Ho", "Kim Seon-ho", True),
        ("Kim Seon Ho", "Seonho Kim", True),
        ("Hoàng Xuân Chiến", "Hoang Xuan Chien", True),  # accents
        ("Abdel-Fattah El-Sisi", "El-Sisi Abdel Fattah", True),
        ("Abdel-Fattah El-Sisi", "El-Sisi Abdel-Fattah", True),
        ("Park Jae-min", "Park Min-jae", False),  # the same syllables, another man
        ("Kim Seon-ho", "Kim Seong-ho", False),
        ("Park Jae-min", "Park", False),
    ],
)
def test_same_person_by_spelling(a: str, b: str, same: bool) -> None:
    assert same_person({"name": a, "country": "KOR"}, {"name": b, "country": "KOR"}) is same


def test_namesakes_of_two_countries_are_two() -> None:
    assert not same_person({"name": "Ali Hassan", "country": "IRQ"}, {"name": "Ali Hassan", "country": "JOR"})


def test_fullest_spelling_prefers_letters_then_marks() -> None:
    assert fullest(["Kim", "Kim Seon Ho", "Kim Seon-ho"]) == "Kim Seon-ho"


def test_one_official_of_many_spellings_has_one_id() -> None:
    records = [
        Record(id="a", officials=(Official(name="Jaemin Park", country="KOR"),)),
        Record(
            id="b", officials=(Official(name="Park Jae-min", country="KOR"), Official(name="Park Jae-min (MP)", country="KOR"))
        ),
        Record(id="c", officials=(Official(name="Park Jae-min", country="PRK"), Official(name="Ali", country=None))),
    ]
    assert resolve(records).officials == {
        ("a", "Jaemin Park"): "KOR/park-jae-min",
        ("b", "Park Jae-min"): "KOR/park-jae-min",
        ("b", "Park Jae-min (MP)"): "KOR/park-jae-min",
        ("c", "Park Jae-min"): "PRK/park-jae-min",
        ("c", "Ali"): "unknown/ali",
    }


def test_names_without_letters_stay_apart() -> None:
    records = [Record(id="a", officials=(Official(name="?", country="KOR"), Official(name="!", country="KOR")))]
    assert set(resolve(records).officials.values()) == {"KOR/unnamed", "KOR/unnamed-2"}


def _meeting(date: str | None, *parties: str, status: str = "held") -> Meeting:
    return Meeting(date=date, parties=parties, status=status)


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        (_meeting("2021-09-08", "KOR", "VNM"), _meeting("2021-09-08", "VNM", "KOR"), True),
        (
            _meeting("2021-09-08", "ASEAN", "KOR"),
            _meeting("2021-09-08", "ASEAN", "BRN", "VNM", "KOR"),
            True,
        ),  # members named or not
        (_meeting("2021-09-08", "KOR", "VNM"), _meeting("2021-09-09", "KOR", "VNM"), False),
        (_meeting("2021-09-08", "KOR", "VNM"), _meeting("2021-09-08", "KOR", "USA"), False),
        (_meeting("2021-09-08", "KOR", "VNM"), _meeting("2021-09-08", "KOR", "VNM", status="cancelled"), False),
        (_meeting("2021-09", "KOR", "VNM"), _meeting("2021-09", "KOR", "VNM"), False),  # a month holds many
        (_meeting(None, "KOR", "VNM"), _meeting(None, "KOR", "VNM"), False),
    ],
)
def test_reports_of_one_day_and_the_same_sides_are_one_meeting(one: Meeting, other: Meeting, joined: bool) -> None:
    ids = resolve([Record(id="a", meetings=(one,)), Record(id="b", meetings=(other,))]).meetings
    assert (ids["a", 0] == ids["b", 0]) is joined


def test_meetings_that_one_article_tells_apart_are_joined_with_none() -> None:
    meeting = _meeting("2021-09-08", "KOR", "VNM")
    ids = resolve([Record(id="b", meetings=(meeting, meeting)), Record(id="a", meetings=(meeting,))]).meetings
    assert ids == {
        ("a", 0): "2021-09-08/KOR-VNM/1",
        ("b", 0): "2021-09-08/KOR-VNM/2",
        ("b", 1): "2021-09-08/KOR-VNM/3",
    }
