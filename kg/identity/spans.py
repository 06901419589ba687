"""The days on which reports let an event be, and whether two such spans can be those of one event."""

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from extract.text.calendar import earliest_latest


class Span(NamedTuple):
    """Days, as ordinals, first and last included; `whole` where the occasion is told to fill them, as a range of dates is."""

    first: int
    last: int
    whole: bool = False

    @property
    def is_day(self) -> bool:
        """Whether it is known which day, or which days."""
        return self.whole or self.first == self.last

    def gap(self, other: "Span") -> int:
        """The days from the end of the one to the beginning of the other; none or less where they overlap."""
        return max(self.first, other.first) - min(self.last, other.last)

    def until(self, other: "Span") -> int:
        """The days from these to the other's that come after, negative for those that came before, 0 where they overlap."""
        return max(other.first - self.last, 0) or min(other.last - self.first, 0)


@lru_cache(1 << 16)
def days(iso: str, end: str | None = None) -> Span:
    """All days that a date, or a range of dates, may mean."""
    first, last = (date.fromisoformat(day).toordinal() for day in earliest_latest(iso, end))
    return Span(first, last, whole=end is not None and len(end) == len(iso) == len("2021-09-08") and first < last)


def narrowed(one: Span | None, other: Span | None) -> Span | None:
    """The days that both leave; both where they are a day apart. What is told to fill its days keeps them."""
    if one is None or other is None or one == other:
        return one or other
    if one.whole == other.whole and (one.whole or one.gap(other) > 0):
        return Span(min(one.first, other.first), max(one.last, other.last), whole=True)
    if one.whole or other.whole:
        return one if one.whole else other
    return Span(max(one.first, other.first), min(one.last, other.last))


def are_two(one: Span | None, other: Span | None) -> bool:
    """Whether the days are not those of one event: more than a day apart, or than a range that is told."""
    if one is None or other is None:
        return False
    gap = one.gap(other)
    if one.whole and other.whole:
        length = max(one.last, other.last) - min(one.first, other.first)
        return gap > 0 or length > 1 + max(one.last - one.first, other.last - other.first)
    return gap > (1 if one.is_day and other.is_day and not one.whole and not other.whole else 0)
