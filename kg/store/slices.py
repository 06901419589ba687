"""What a store tells, a slice at a time, where all of it does not fit into memory."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from typing import Literal, NamedTuple, TypeAlias

from kg.batches import batches
from kg.store import settled_events, settled_people
from kg.store.parts import Part, whole

SliceKind: TypeAlias = Literal["meeting", "relation", "official"]

_MOST = 1_000
"""Reports or namings in a slice, unless a single event or official has more."""


class Slice(NamedTuple):
    """Canonical ids of meetings, relations or officials, and a part that has all that is told of each of them."""

    ids: list[str]
    part: Part


def slices(connection: sqlite3.Connection, kind: SliceKind) -> Iterator[Slice]:
    """All meetings or officials of a store, in the order of their ids, or all relations, by their first articles."""
    found, articles_of = _LISTS[kind](connection)
    for some in _portions(sorted(found, key=lambda one: (one.article if kind == "relation" else "", one.id))):
        articles = articles_of(connection, [one.row for one in some])
        yield Slice([one.id for one in some], whole(connection, sorted(articles), _BESIDE[kind]))


def parts(connection: sqlite3.Connection) -> Iterator[Part]:
    """All that a store tells, some articles at a time, in the order of their ids."""
    articles = [article for (article,) in connection.execute("SELECT article FROM records ORDER BY article")]
    return (whole(connection, some) for some in batches(articles, _MOST))


_BESIDE: dict[SliceKind, tuple[str, ...]] = {
    "meeting": ("ministries", "relations"),
    "relation": ("ministries", "officials", "meetings", "series"),
    "official": ("ministries", "meetings", "relations", "series"),
}
"""The fields of a record that tell nothing of a kind."""


class _Listed(NamedTuple):
    """An event or official: the first article that tells of it, the id, the row in its table, and how often it is told."""

    article: str
    id: str
    row: int
    told: int


_Listing: TypeAlias = tuple[Iterable[_Listed], Callable[[sqlite3.Connection, Iterable[int]], set[str]]]


def _events(connection: sqlite3.Connection, kind: str) -> _Listing:
    return map(_Listed._make, settled_events.listed(connection, kind)), settled_events.articles_of


def _officials(connection: sqlite3.Connection) -> _Listing:
    return map(_Listed._make, settled_people.listed(connection)), settled_people.articles_of


_LISTS: dict[SliceKind, Callable[[sqlite3.Connection], _Listing]] = {
    "meeting": lambda connection: _events(connection, "meeting"),
    "relation": lambda connection: _events(connection, "relation"),
    "official": _officials,
}


def _portions(listed: Iterable[_Listed]) -> Iterator[list[_Listed]]:
    """Runs that are told at most so often together."""
    portion: list[_Listed] = []
    told = 0
    for one in listed:
        if portion and told + one.told > _MOST:
            yield portion
            portion, told = [], 0
        portion.append(one)
        told += one.told
    if portion:
        yield portion
