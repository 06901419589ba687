"""The words of ministries.toml: kinds of bodies of government, and the bodies of one country alone."""

from functools import cache
from typing import NamedTuple

from pydantic import field_validator

from extract.gazetteer import read_table
from extract.words.lexicon import Exemplified, Table


class MinistryKind(Exemplified):
    """The phrases of one kind of body."""

    phrases: tuple[str, ...]
    abbreviations: tuple[str, ...]


class BodyOnly(Table):
    """Words that name a body except before these others, and those that name none where no country stands beside them."""

    words: frozenset[str]
    not_before: frozenset[str]
    loose: frozenset[str]


class Beside(Table):
    """Words between a body and its owner, words for both owners, and prepositions of place."""

    before: frozenset[str]
    two: frozenset[str]
    theirs: frozenset[str]
    sides: frozenset[str]
    at: frozenset[str]
    apart: frozenset[str]
    known: frozenset[str]
    adjectives: frozenset[str]


class Acronym(NamedTuple):
    """Whose body an acronym names, and the body in words: ``Acronym("SGP", "air force")``."""

    country: str
    words: str


class Ministries(Table):
    """Kinds of bodies, and bodies of one country: by name → ``CHN/armed_forces``, by acronym → ``CHN armed forces``."""

    kinds: dict[str, MinistryKind]
    plurals: dict[str, str]
    spelled_out: frozenset[str]
    residences: frozenset[str]
    shared: frozenset[str]
    body_only: BodyOnly
    beside: Beside
    users: dict[str, tuple[str, ...]]
    bodies: dict[str, str]
    acronyms: dict[str, Acronym]

    @field_validator("acronyms", mode="before")
    @classmethod
    def _split(cls, table: dict[str, str]) -> dict[str, Acronym]:
        return {name: Acronym(*value.split(" ", 1)) for name, value in table.items()}


@cache
def ministries() -> Ministries:
    """ministries.toml."""
    return Ministries(**read_table("ministries"))
