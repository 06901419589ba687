"""An occasion: one meeting as the article tells it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from extract.meetings.parties import group_sides
from extract.meetings.sittings import Sitting


@dataclass
class Occasion:
    """One meeting as the article tells it, with all tellings; fields are the record's, `people` its officials.

    `larger` tells that it is an event beside which something else was held, `past` that it is told as an earlier one.
    """

    tellings: list[Sitting]
    status: str
    parties: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    date: str | None = None
    end: str | None = None
    mode: str | None = None
    name: str | None = None
    ordinal: int | None = None
    larger: bool = False
    past: bool = False
    place: str | None = None
    place_country: str | None = None
    sidelines_of: str | None = None
    level: str | None = None
    series: str | None = None
    topics: list[str] = field(default_factory=list)

    @property
    def in_body(self) -> list[Sitting]:
        """The tellings outside the headline."""
        return [sitting for sitting in self.tellings if not sitting.sentence.is_title]

    @property
    def best(self) -> Sitting:
        """The telling that says most; of equals the first."""
        told = self.in_body or self.tellings
        return max(told, key=_fullness) if len(told) > 1 else told[0]

    @property
    def sides(self) -> tuple[tuple[str, ...], ...]:
        """The parties as they faced each other; () of a forum."""
        return group_sides(self.parties)

    def take_date_of(self, earlier: Iterable[Sitting]) -> None:
        """Be of the day on which earlier tellings of it, that name too few for one of their own, tell it to have been."""
        period = next(
            (period for sitting in earlier if not (sitting.host or sitting.one_sided) and (period := sitting.period)), None
        )
        if self.date is None and period is not None and (self.tellings[-1].definite or not period.end):
            self.date, self.end = period.start, period.end


def _fullness(sitting: Sitting) -> tuple[bool, int, bool, bool, int]:
    told = len(sitting.codes) + len(sitting.people)
    return len(sitting.codes) > 1, told, sitting.name is not None, sitting.period is not None, -sitting.start
