"""Whether two mentions are of one official: letters propose, country, office and time decide.

The names must be alike (kg.identity.names). Then, in this order:

1. Two countries are two people. Where one mention's country is not told, or is an organization, whole names must be alike.
2. Nobody is in office over more than a generation.
3. Nobody who held civil office commands forces later, nobody who conducted foreign affairs is an officer later, nobody who
   commanded becomes a diplomat; who headed a state or its government holds no lesser office soon after.
4. A name with parts left out, and a surname alone, need the same office, or offices of one career, within fewer years.
"""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from extract.gazetteer import organizations
from extract.text.calendar import earliest_latest
from kg.identity.names import SURNAME_FIRST, Likeness, likeness

_YEAR = 365.25  # days
GENERATION = 24  # years
_YEARS: dict[Likeness, float] = {"same": GENERATION, "order": GENERATION, "spelling": 20, "initials": 15, "shorter": 15}
OF_SURNAME = 2.0  # years in which a surname alone means the holder of the same office
_COMMANDERS = frozenset({"chief_of_defense", "service_chief"})
_OFFICERS = _COMMANDERS | {"military_officer"}
UNTOLD = frozenset({"other", ""})
_WITH_RANKS = _OFFICERS | {"defense_minister"}  # "General X" may be any of them
_MINISTERS = frozenset({"defense_minister", "deputy_defense_minister", "foreign_minister", "deputy_foreign_minister"})
_DIPLOMATS = frozenset({"foreign_minister", "deputy_foreign_minister"})
_HEADS = frozenset({"head_of_state", "head_of_government"})
_POLITICIANS = frozenset({"head_of_state", "head_of_government", "legislator"})
_GIVEN_NAME_ALONE = frozenset({"IDN", "MMR", "THA", "MYS", "BRN", "KHM", "LAO", "ETH", "MNG", "ISL", "TLS"})


class Mention(NamedTuple):
    """Where an official is named: `country` is a code, `office` a class of the codebook or "", `date` ISO of any precision."""

    name: str
    country: str | None
    office: str
    date: str | None


def mention_of(fields: Mapping[str, Any]) -> Mention:
    """The mention that a mapping (`name`, `country`, `role_class`, `date`) describes."""
    return Mention(fields["name"], fields.get("country"), fields.get("role_class") or "other", fields.get("date"))


def are_one(a: Mention, b: Mention) -> bool:
    """Whether two mentions are of one official."""
    states = [country for country in (a.country, b.country) if country and country not in organizations()]
    if len(set(states)) > 1:
        return False
    how = likeness(a.name, b.name, states[0] if states else None)
    if how is None or not may_be_one_career(a, b):
        return False
    if how in {"first", "last"}:
        return len(states) == 2 and _is_meant_by_one_name(a, b, how)
    return years_between(a, b) <= _YEARS[how]


def _is_meant_by_one_name(a: Mention, b: Mention, how: Likeness) -> bool:
    """Whether a single name is his: by the custom of his country, or as holder of the same office at that time."""
    if a.date is None or b.date is None:
        return False
    if how == "first" and a.country in _GIVEN_NAME_ALONE:
        return years_between(a, b) <= GENERATION
    if how == "first" and a.country not in SURNAME_FIRST:
        return False
    offices = {a.office, b.office}
    of_officers = offices <= _WITH_RANKS and not offices.isdisjoint(_OFFICERS)
    same_office = of_officers or (len(offices) == 1 and offices.isdisjoint(UNTOLD))
    return same_office and years_between(a, b) <= OF_SURNAME


def bears(name: str, single: Mention) -> bool:
    """Whether somebody of this whole name and of its country is called by the single name."""
    how = likeness(single.name, name, single.country)
    return how == ("first" if single.country in SURNAME_FIRST else "last")


def may_be_one_career(a: Mention, b: Mention) -> bool:
    """Whether one who held the earlier office may hold the later one."""
    if a.date is None or b.date is None:
        return True
    earlier, later = sorted((a, b), key=lambda mention: (_first_day(mention.date or ""), mention.date, mention.office))
    years = years_between(a, b)
    return not (
        (earlier.office in _MINISTERS and later.office in _COMMANDERS)
        or (earlier.office in _POLITICIANS and later.office in _OFFICERS)
        or (earlier.office in _COMMANDERS and later.office in _DIPLOMATS)
        or (earlier.office in _DIPLOMATS and later.office in _OFFICERS)
        or (earlier.office in _HEADS and later.office == "other" and years <= 1)
        or (earlier.office == "head_of_state" and later.office in _MINISTERS and years > 1)
    )


def years_between(a: Mention, b: Mention) -> float:
    """The years between two mentions, 0 where one is undated."""
    if a.date is None or b.date is None:
        return 0.0
    return abs(_first_day(a.date) - _first_day(b.date)) / _YEAR


@lru_cache(1 << 16)
def _first_day(iso: str) -> int:
    return date.fromisoformat(earliest_latest(iso)[0]).toordinal()
