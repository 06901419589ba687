"""Parts of federal states ("the Tennessee National Guard"), which tell the country."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from extract.gazetteer import read_table


class Province(NamedTuple):
    """The words of its name, in lower case, and its country."""

    words: tuple[str, ...]
    country: str


def province_at(lower: Sequence[str], start: int) -> Province | None:
    """The province whose name begins at word `start`."""
    of_word = _by_word().get(lower[start], ())
    return next((p for p in of_word if tuple(lower[start : start + len(p.words)]) == p.words), None)


def province_before(lower: Sequence[str], end: int, floor: int) -> Province | None:
    """The province whose name ends before word `end` and begins at `floor` or later."""
    of_word = _by_word().get(lower[end - 1], ())
    return next((p for p in of_word if tuple(lower[max(floor, end - len(p.words)) : end]) == p.words), None)


@cache
def any_province() -> re.Pattern[str]:
    """The name of any province, in lower case."""
    names = (re.escape(name.lower()) for row in read_table("provinces").values() for name in row)
    return re.compile(rf"\b({'|'.join(sorted(names, key=len, reverse=True))})\b")


@cache
def _by_word() -> dict[str, tuple[Province, ...]]:
    """The provinces by their first and by their last words."""
    found: dict[str, tuple[Province, ...]] = {}
    for country, names in read_table("provinces").items():
        for province in (Province(tuple(name.lower().split()), country) for name in names):
            for word in {province.words[0], province.words[-1]}:
                found[word] = (*found.get(word, ()), province)
    return found
