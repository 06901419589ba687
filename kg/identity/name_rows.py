"""Names of officials as the tables of a store have them: how one is written, and by what it is found."""

import json
import sqlite3
from typing import NamedTuple, TypeAlias

from kg.identity.corrections import PeopleCorrection
from kg.identity.names import turned
from kg.identity.officials import Name, Person, Stretch, are_kin, blocks, ends, is_single
from kg.identity.people import Mention

Row: TypeAlias = tuple[str, str]
"""A country, empty if none is told, and a name."""


class StretchRow(NamedTuple):
    """A stretch as it is kept: with its offices, how many namings it has, its first article, and whom it means."""

    stretch: Stretch
    career: dict[str, tuple[str, str]]
    times: int
    article: str
    person: int | None

    def alone(self) -> Person:
        """Somebody of whom nothing else is told."""
        return Person(self.stretch.country, {self.stretch.name}, [self.stretch], {**self.career}, self.times)

    def shared(self, other: Stretch) -> tuple[str, str] | None:
        """The first and the last date of what this and another stretch of the name share."""
        first, last = max(self.stretch.first, other.first), min(self.stretch.last, other.last)
        return (first, last) if first <= last else None


def stretch_row(row: Row, first: str, last: str, career: str, times: int, article: str, person: int | None) -> StretchRow:
    """A stretch of a name as its row has it."""
    offices = {office: (dates[0], dates[1]) for office, dates in json.loads(career).items()}
    return StretchRow(Stretch(*name_in(row), first, last), offices, times, article, person)


def stretch_values(told: StretchRow) -> tuple[str | int | None, ...]:
    """The row of a stretch."""
    country, *rest = told.stretch
    return country or "", *rest, json.dumps(told.career, sort_keys=True), told.times, told.article, told.person


def row_of(mention: Mention) -> tuple[str, str, str, str]:
    """Country, name, office and date of a mention, empty where they are not told."""
    return mention.country or "", mention.name, mention.office, mention.date or ""


def mention_in(country: str, name: str, office: str, date: str) -> Mention:
    """The mention that a row tells."""
    return Mention(name, country or None, office, date or None)


def name_in(row: Row) -> Name:
    """The country and the name that a row tells."""
    return row[0] or None, row[1]


def keys_of(row: Row) -> list[tuple[str, str, str]]:
    """By what a name is found: "^" with a word it begins or ends in, "=" with its letters, and its blocks."""
    country, name = name_in(row)
    keys = {f"^{word}" for word in ends((country, name))} | {f"={letters}" for letters in turned(name)}
    return [(key, *row) for key in sorted(keys | (set() if is_single((country, name)) else blocks(name, country)))]


def kin_of(connection: sqlite3.Connection, row: Row) -> list[Row]:
    """The whole names that are entered and of one family with a new one."""
    country, name = name_in(row)
    near = "SELECT country, name FROM name_keys WHERE key = ? AND country = ?"
    found = {other for block in blocks(name, country) for other in connection.execute(near, (block, row[0]))}
    found |= {other for other in with_letters(connection, name) if not (row[0] and other[0])}
    return [other for other in sorted(found) if not is_single(name_in(other)) and are_kin((country, name), name_in(other))]


def with_letters(connection: sqlite3.Connection, name: str) -> set[Row]:
    """The names that are entered of the same letters, whichever word comes first."""
    query = "SELECT country, name FROM name_keys WHERE key = ?"
    return {row for letters in turned(name) for row in connection.execute(query, (f"={letters}",))}


def called_by(connection: sqlite3.Connection, correction: PeopleCorrection) -> set[Row]:
    """The names that are entered and may be one of the two of a correction."""
    return with_letters(connection, correction.a) | with_letters(connection, correction.b)
