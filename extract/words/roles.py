"""Offices in words ("vice minister of defence"), and the class that roles.toml gives them."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from pydantic import ValidationInfo, field_validator

from extract.gazetteer import organizations, read_table
from extract.words.lexicon import Exemplified, Table, titles
from extract.words.ministry_words import ministries
from extract.words.provinces import any_province

_OF_BODIES = {
    "head_of_state": "other",
    "head_of_government": "other",
    "deputy_foreign_minister": "other",
    "deputy_defense_minister": "other",
    "chief_of_defense": "military_officer",
}
JOINTS = frozenset({"'s", "the", "and", "-", ",", "&"})


class Role(Exemplified):
    """A class of offices: its phrases hold `all` of these patterns and not `none`; `countries`: in these alone ("*": any)."""

    role_class: str
    all: tuple[re.Pattern[str], ...]
    none: re.Pattern[str]
    countries: frozenset[str] = frozenset()

    def fits(self, role: str, country: str | None) -> bool:
        """Whether the office in words is of this class."""
        if self.countries and country not in self.countries and ("*" not in self.countries or country is None):
            return False
        for pattern in self.all:
            if not pattern.search(role):
                return False
        return not self.none.search(role)


class RoleTable(Table):
    """roles.toml: the classes in their order, spellings → those of the patterns, and the pieces of patterns."""

    spellings: dict[str, str]
    pieces: dict[str, tuple[str, ...]]
    role: tuple[Role, ...]

    @field_validator("role", mode="before")
    @classmethod
    def _composed(cls, roles: Sequence[dict[str, Any]], table: ValidationInfo) -> list[dict[str, Any]]:
        pieces = {name: f"(?:{'|'.join(words)})" for name, words in table.data["pieces"].items()}
        return [
            role | {"all": [_any_of(words, pieces) for words in role["all"]], "none": _any_of(role["none"], pieces)}
            for role in roles
        ]


def _any_of(alternatives: Sequence[str], pieces: Mapping[str, str]) -> re.Pattern[str]:
    """The pattern that finds one of the alternatives as whole words, with their pieces filled in."""
    return re.compile(rf"\b(?:{'|'.join(alternatives).format(**pieces)})\b")


@cache
def roles() -> RoleTable:
    """roles.toml."""
    return RoleTable(**read_table("roles"))


@cache
def role_class(role: str, country: str | None = None) -> str:
    """The codebook's class of an office in words, e.g. ``role_class("vice minister of defence")``; "other" if none fits."""
    words = plain(role)
    for spelling, spelled in roles().spellings.items():
        words = words.replace(spelling, spelled)
    kind = next((entry.role_class for entry in roles().role if entry.fits(words, country)), "other")
    return _OF_BODIES.get(kind, kind) if country in organizations() else kind


def in_singular(role: str) -> str:
    """The office of one of several: "defence minister" of "defence ministers"."""
    singular = titles().singular
    return " ".join(singular.get(word, word) for word in role.split())


def trimmed(words: list[str]) -> list[str]:
    """Words without the joints that are left at the front when a country is taken away."""
    start = next(
        (
            k
            for k, word in enumerate(words)
            if word not in JOINTS and word not in {"newly", "appointed", "visiting", "pro", "anti"}
        ),
        len(words),
    )
    return words[start:]


def joined(content: list[str]) -> str:
    """Words as a reader would write them: no blank around hyphens and before the possessive and commas."""
    text = " ".join(content)
    if text.replace(" ", "").isalpha():  # as most are
        return text
    text = text.replace("s 's", "s'").replace("d ' ", "d'")
    return _STRAY_BLANK.sub("", _OPEN_HYPHEN.sub(r"\1", text)).replace("() ", "")


_OPEN_HYPHEN, _STRAY_BLANK = re.compile(r" ([-/]) "), re.compile(r" (?=['’]s\b|[,)])|(?<=\() ")


@cache
def plain(role: str) -> str:
    """The role as patterns read it: in the singular, hyphens open, no articles, bodies' acronyms in words.

    Any province stands as "province".
    """
    words = re.sub(r"\b(the|its)\b|['’]s\b", " ", any_province().sub("province", role).replace("-", " ")).split()
    return in_singular(" ".join(spelled_bodies().get(word, word) for word in words))


@cache
def spelled_bodies() -> dict[str, str]:
    """Acronyms of bodies, as they stand and in lower case → the body in words."""
    kinds = {short: entry.phrases[0] for entry in ministries().kinds.values() for short in entry.abbreviations}
    bodies = kinds | {short: body.words for short, body in ministries().acronyms.items()}
    bodies |= {short: "command" for short in bodies if short.endswith("COM")}
    return bodies | {short.lower(): spelled for short, spelled in bodies.items()}
