"""How long something lasted, as words tell it."""

from collections.abc import Sequence
from itertools import chain

from extract.words.date_forms import tables

_UNITS = {"day": 1, "week": 7}
_LASTING = {"after", "lasted", "of", "spent"}


def length_in_days(lower: Sequence[str], start: int, end: int) -> int | None:
    """The number of days of a "five-day exercise", a "week-long" one, or of one that "ended after five days"."""
    counted = (k for k in range(start, end - 2) if lower[k + 1] == "-" and lower[k + 2] in _UNITS)
    ended = (k for k in range(start + 1, end - 1) if lower[k + 1] == "days" and lower[k - 1] in _LASTING)
    at = next(chain(counted, ended), None)
    if at is None:
        return _UNITS["week"] if "week-long" in " ".join(lower[start:end]).replace(" - ", "-") else None
    number = int(lower[at]) if lower[at].isdecimal() and len(lower[at]) < 3 else tables().numbers.get(lower[at])
    return number and number * _UNITS.get(lower[at + 2], 1)
