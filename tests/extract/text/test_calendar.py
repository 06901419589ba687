"""Arithmetic on ISO dates of any precision."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.text.calendar import (
    add_days,
    add_months,
    add_years,
    distance,
    earliest_latest,
    is_day,
    weekday_after,
    weekday_before,
)

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31)).map(date.isoformat)


@pytest.mark.parametrize(
    ("when", "end", "days"),
    [
        ("2022-12-05", None, ("2022-12-05", "2022-12-05")),
        ("2022-12", None, ("2022-12-01", "2022-12-31")),
        ("2024-02", None, ("2024-02-01", "2024-02-29")),
        ("2022", None, ("2022-01-01", "2022-12-31")),
        ("2021-09-08", "2021-09-10", ("2021-09-08", "2021-09-10")),
        ("2021-11", "2022-02", ("2021-11-01", "2022-02-28")),
        ("2021-09-08", "2021-09", ("2021-09-08", "2021-09-30")),  # the end less precise than the start
        ("2021-09", "2021-09-10", ("2021-09-01", "2021-09-30")),  # an end that lies within the start
    ],
)
def test_earliest_latest(when: str, end: str | None, days: tuple[str, str]) -> None:
    assert earliest_latest(when, end) == days


@pytest.mark.parametrize("when", ["", "22", "2022-13", "2022-02-30", "5 May 2022", "2022-1"])
def test_earliest_latest_refuses_what_is_no_date(when: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        earliest_latest(when)


def test_adding_across_month_and_year_ends() -> None:
    assert add_days("2024-02-28", 2) == "2024-03-01"
    assert add_months("2024-01-31", -2) == "2023-11"
    assert add_months("2024-11", 2) == "2025-01"
    assert add_years("2024-02-29", -1) == "2023"


@given(DAYS, st.integers(-400, 400))
def test_adding_days_is_undone_by_subtracting_them(day: str, count: int) -> None:
    assert add_days(add_days(day, count), -count) == day
    assert distance(day, add_days(day, count)) == abs(count)


@given(DAYS, st.integers(0, 6))
def test_weekdays_before_and_after_lie_within_a_week_and_fall_on_that_weekday(day: str, number: int) -> None:
    before, after = weekday_before(day, number), weekday_after(day, number)
    assert before <= day <= after
    assert distance(before, after) in (0, 7)
    assert date.fromisoformat(before).weekday() == date.fromisoformat(after).weekday() == number


def test_is_day_knows_leap_years() -> None:
    assert is_day(2024, 2, 29)
    assert not is_day(2023, 2, 29)
    assert not is_day(2023, 13, 1)
    assert not is_day(2023, 0, 1)
