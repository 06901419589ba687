"""Which facts are asked for."""

import datetime
from typing import Any

import pytest

from kg.errors import QuestionError
from kg.questions.asked import check_one_of, days, in_period, office_called, with_status

MARCH = {"earliest": "2020-03-01", "latest": "2020-03-31", "status": "held"}


@pytest.mark.parametrize(
    ("date", "found"),
    [
        ("2020", ("2020-01-01", "2020-12-31")),
        ("2020-02", ("2020-02-01", "2020-02-29")),
        ("2020-02-03", ("2020-02-03", "2020-02-03")),
        (datetime.date(2020, 2, 3), ("2020-02-03", "2020-02-03")),
        (datetime.datetime(2020, 2, 3, 23, 59), ("2020-02-03", "2020-02-03")),
    ],
)
def test_a_date_of_any_precision(date: Any, found: tuple[str, str]) -> None:
    assert days(date) == found


@pytest.mark.parametrize("date", ["", "20", "2020-2", "2020-13", "2020-02-30", "February", "2020-02-03T10:00"])
def test_no_date(date: str) -> None:
    with pytest.raises(QuestionError, match="write 2021, 2021-09 or 2021-09-08"):
        days(date)


@pytest.mark.parametrize(
    ("since", "until", "undated", "march", "some_day"),
    [
        (None, None, False, True, True),
        ("2020-03-31", None, False, True, False),
        ("2020-04", None, True, False, True),
        (None, "2020-03-01", False, True, False),
        (None, "2020-02", False, False, False),
        ("2020", "2020", False, True, False),
    ],
)
def test_a_period(since: str | None, until: str | None, undated: bool, march: bool, some_day: bool) -> None:
    asked = in_period(since, until, undated)
    assert (asked(MARCH), asked({})) == (march, some_day)


@pytest.mark.parametrize(("status", "found"), [("held", True), ("any", True), ("planned", False)])
def test_a_status(status: str, found: bool) -> None:
    assert with_status(status, in_period(None, None, False))(MARCH) is found


@pytest.mark.parametrize("name", ["defense_minister", "Defence Minister", "defense-minister", " DEFENSE MINISTER "])
def test_an_office_in_any_spelling(name: str) -> None:
    assert office_called(name) == "defense_minister"


def test_what_is_unknown_is_answered_with_what_is_known() -> None:
    with pytest.raises(QuestionError, match="unknown colour 'green'; ask for red, blue or any"):
        check_one_of(("red", "blue"), "colour", "green", also=("any",))
    with pytest.raises(QuestionError, match="unknown status 'done'; ask for held, planned, cancelled or any"):
        with_status("done", in_period(None, None, False))
