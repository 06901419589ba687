"""Arithmetic on ISO dates of any precision: "2021-09-16", "2015-04" and "2022" are all dates here."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class Period:
    """A date of any precision; `end` is the last day, month or year of a range, and None for a single date."""

    start: str
    end: str | None = None


def earliest_latest(date: str, end: str | None = None) -> tuple[str, str]:
    """The first and last day that a date, or a range of dates, covers: "2022-12" gives ("2022-12-01", "2022-12-31").

    Raises ValueError for what is no ISO date.
    """
    earliest, latest = _days(date)
    return (earliest, max(latest, _days(end)[1])) if end else (earliest, latest)


def _days(iso: str) -> tuple[str, str]:
    found = _ISO.fullmatch(iso)
    if not found:
        raise ValueError(f"{iso!r} is no ISO date; write YYYY, YYYY-MM or YYYY-MM-DD")
    year, month, day = (int(part or 0) for part in found.groups())
    if day:
        return iso_day(year, month, day), iso_day(year, month, day)
    first, last = month or 1, month or 12
    return iso_day(year, first, 1), iso_day(year, last, monthrange(year, last)[1])


def iso_day(year: int, month: int, day: int) -> str:
    """The ISO day; raises ValueError where the calendar has no such day."""
    return date(year, month, day).isoformat()


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has such a day."""
    return 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def add_days(day: str, count: int) -> str:
    """The ISO day `count` days after (or before) an ISO day."""
    return (date.fromisoformat(day) + timedelta(days=count)).isoformat()


def add_months(month: str, count: int) -> str:
    """The ISO month `count` months after (or before) an ISO month or day."""
    year, number = divmod(int(month[:4]) * 12 + int(month[5:7]) - 1 + count, 12)
    return f"{year:04}-{number + 1:02}"


def add_years(year: str, count: int) -> str:
    """The ISO year `count` years after (or before) the year of an ISO date."""
    return f"{int(year[:4]) + count:04}"


def weekday(day: str) -> int:
    """The day of the week of an ISO day: Monday is 0."""
    return date.fromisoformat(day).weekday()


def weekday_before(day: str, number: int) -> str:
    """The last day with weekday `number` (Monday is 0) on or before an ISO day."""
    return add_days(day, -((weekday(day) - number) % 7))


def weekday_after(day: str, number: int) -> str:
    """The first day with weekday `number` (Monday is 0) on or after an ISO day."""
    return add_days(day, (number - weekday(day)) % 7)


def distance(one: str, other: str) -> int:
    """The number of days between two ISO days."""
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)
