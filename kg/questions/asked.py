"""Which facts a question asks for: those of a period, a status, an office, a kind or two parties.

All raise QuestionError for what is none, and say what is.
"""

import datetime
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

import networkx as nx

from extract.gazetteer import fold
from extract.text.calendar import earliest_latest
from kg.errors import QuestionError
from kg.kinds import OFFICES, STATUSES
from kg.questions.naming import party_called, party_code
from kg.store.parts import Asked

Day: TypeAlias = str | datetime.date
Condition: TypeAlias = Callable[[Mapping[str, Any]], bool]


def in_period(since: Day | None, until: Day | None, undated: bool) -> Condition:
    """Whether an event overlaps the days from the first of `since` to the last of `until`."""
    first, last = period(since, until)
    undated = undated or (first is None and last is None)
    begin, end = first or "", last or "9999"
    return lambda event: event["earliest"] <= end and event["latest"] >= begin if "earliest" in event else undated


def period(since: Day | None, until: Day | None) -> tuple[str | None, str | None]:
    """The first day of `since` and the last of `until`; None where there is no bound."""
    first = None if since is None else days(since)[0]
    last = None if until is None else days(until)[1]
    if first and last and last < first:
        raise QuestionError(f"the period from {since} to {until} ends before it begins; swap since and until")
    return first, last


def asked_for(countries: Iterable[str], since: Day | None, until: Day | None) -> Asked:
    """What is asked of a store, of countries and organizations in any spelling; raises UnknownNameError for what is neither."""
    return Asked(frozenset(map(party_code, countries)), *period(since, until))


def with_status(status: str, asked: Condition) -> Condition:
    """Whether a meeting has the status, and is what is asked for besides."""
    if status != "any":
        check_one_of(STATUSES, "status", status, also=("any",))
    return lambda node: status in ("any", node["status"]) and asked(node)


def days(date: Day) -> tuple[str, str]:
    """The first and last day of a date of any precision."""
    try:
        return earliest_latest(date if isinstance(date, str) else str(date)[:10])
    except ValueError:
        raise QuestionError(f"{str(date)!r} is no date; write 2021, 2021-09 or 2021-09-08") from None


def parties_called(graph: nx.MultiDiGraph, *names: str) -> set[str]:
    """The codes of countries or organizations, no two of `names` being one."""
    codes = {party_called(graph, name) for name in names}
    if len(codes) < len(names):
        raise QuestionError(f"{' and '.join(map(repr, names))} are one party; ask for two, or for one alone")
    return codes


def office_called(name: str) -> str:
    """The class of an office, however it is capitalized and joined."""
    office = "_".join(fold(name.replace("_", " ")).split()).replace("defence", "defense")
    if office not in OFFICES:
        raise QuestionError(f"unknown office {name!r}; ask for {_either(OFFICES)}")
    return office


def check_one_of(known: Iterable[str], what: str, word: str, also: Iterable[str] = ()) -> None:
    """Raises QuestionError for a word that is none of `known`."""
    if word not in known:
        raise QuestionError(f"unknown {what} {word!r}; ask for {_either((*known, *also))}")


def _either(words: Iterable[str]) -> str:
    *others, last = words
    return f"{', '.join(others)} or {last}"
