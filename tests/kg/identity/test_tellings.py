"""What one report tells, and what several tell together."""

from datetime import date

import pytest

from extract.record import Meeting, Record, Series
from kg.identity.spans import Span
from kg.identity.tellings import telling, telling_words, united
from kg.reports import series_id


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("11th Norway-Denmark Defence Policy Dialogue", ("defense", "policy", "dialogue")),
        ("the Eleventh Annual Defense Policy Dialogue", ("defense", "policy", "dialogue")),
        ("inaugural 2+2", ("2+2",)),
        ("South Korea", ()),
    ],
)
def test_words_that_tell_which(name: str, words: tuple[str, ...]) -> None:
    assert telling_words(name) == words


def test_sittings_of_one_series_are_of_one_series() -> None:
    names = ["10th Norway-Denmark Defence Policy Dialogue", "eleventh defense policy dialogue", "Defense Policy Dialogue"]
    assert {series_id(Series(name=name, parties=("NOR", "DNK"))) for name in names} == {"DNK-NOR/defense-policy-dialogue"}
    assert series_id(Series(name="Nordic", parties=("NOR", "DNK"))) == "DNK-NOR/nordic"


def _span(first: str, last: str, whole: bool = False) -> Span:
    return Span(date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal(), whole)


@pytest.mark.parametrize(
    ("told", "published", "held"),
    [
        ({"date": "2021-05-04"}, "2021-05-05", _span("2021-05-04", "2021-05-04")),
        ({"date": "2021-05-04", "end": "2021-05-06"}, None, _span("2021-05-04", "2021-05-06", whole=True)),
        ({"date": "2021-05"}, None, _span("2021-05-01", "2021-05-31")),
        ({"date": "2021-05"}, "2021-05-12", _span("2021-05-01", "2021-05-13")),
        ({}, "2021-05-12", _span("2020-05-12", "2021-05-13")),
        ({}, None, None),
    ],
)
def test_days_a_report_leaves(told: dict[str, str], published: str | None, held: Span | None) -> None:
    meeting = Meeting(parties=("DNK", "NOR"), **told)  # type: ignore[arg-type]
    assert telling(Record(id="a", published=published, meetings=(meeting,)), meeting, {}).held == held


def test_together_they_leave_fewer_days() -> None:
    meetings = [Meeting(date=day, parties=("DNK", "NOR")) for day in ("2021-05", "2021-05-04", "2021-05-05")]
    month, day, next_day = (telling(Record(id=meeting.date or ""), meeting, {}) for meeting in meetings)
    assert united(month, day).held == day.held
    assert united(day, next_day).held == _span("2021-05-04", "2021-05-05", whole=True)
    assert united(united(day, next_day), month).held == _span("2021-05-04", "2021-05-05", whole=True)


@pytest.mark.parametrize(
    ("evidence", "number"),
    [
        ("the sixth Belt Dialogue was held", {6}),
        ("the 6th round of the annual Belt Dialogue was held", {6}),
        ("the first Belt Dialogue since the war", set()),
        ("the second day of talks at the Belt Dialogue", set()),
        ("the sixth, and the Belt Dialogue", set()),
    ],
)
def test_the_number_before_a_name(evidence: str, number: set[int]) -> None:
    meeting = Meeting(name="Belt Dialogue", parties=("DNK", "NOR"), evidence=evidence)
    assert telling(Record(id="a", meetings=(meeting,)), meeting, {}).ordinals == number


@pytest.mark.parametrize(
    ("evidence", "offices"),
    [
        ("the vice defense ministers met", {"deputy_defense_minister"}),
        ("the foreign and defence ministers met", {"foreign_minister", "defense_minister"}),
        ("he was received by the president", {"head"}),
        ("he was received by the vice president", set()),
        ("they met", set()),
    ],
)
def test_offices_told_without_names(evidence: str, offices: set[str]) -> None:
    meeting = Meeting(parties=("DNK", "NOR"), evidence=evidence)
    assert telling(Record(id="a", meetings=(meeting,)), meeting, {}).offices == offices
