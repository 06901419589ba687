"""What one report tells of its occasion, and what several reports, taken to be of one, tell together."""

import re
import tomllib
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple, TypeAlias

from extract.gazetteer import find_party, fold, read_table
from extract.record import Meeting, Official, Record
from kg.identity.spans import Span, days, narrowed
from kg.sides import meeting_code


class Participant(NamedTuple):
    """The words of an official's name, and the class of his office."""

    name: frozenset[str]
    office: str


Named: TypeAlias = Mapping[Hashable, Participant]
"""Participants by the ids of the officials."""
People: TypeAlias = Mapping[str | None, Named]
"""Officials by the party they stand for."""

REMOTE = frozenset({"video", "phone"})

_YEAR = 365
_MONTH = 31
_ACRONYM = r"\b[A-Z]{3,}\b"
_FEWEST_INITIALS = 3
_MINOR = frozenset({"and", "for", "in", "of", "on", "the"})


@dataclass(frozen=True, slots=True)
class Telling:
    """What is told of one occasion, by one report or by several.

    `held`, `planned` and `cancelled` are the days on which reports of that status let it be; `dated` tells whether a report
    itself dates it, and not its publication only, `firm` whether its day is another than that of its publication, which may be
    a day late. `names` are the sets of telling words of proper names, `acronyms` the short forms of these, `initials` what they
    would be shortened to; `offices` are those of the participants, `kinds` the sorts of occasion named, `events` the words for
    the larger event it was held beside.
    """

    records: frozenset[str]
    sides: frozenset[str]
    held: Span | None
    planned: Span | None
    cancelled: Span | None
    dated: bool
    firm: bool
    modes: frozenset[str]
    names: frozenset[frozenset[str]]
    acronyms: frozenset[str]
    initials: frozenset[str]
    ordinals: frozenset[int]
    places: frozenset[frozenset[str]]
    place_countries: frozenset[str]
    people: People
    offices: frozenset[str]
    kinds: frozenset[str]
    events: frozenset[frozenset[str]]

    @property
    def content(self) -> Hashable:
        """All that is told, whoever tells it."""
        people = frozenset((party, official) for party, named in self.people.items() for official in named)
        days = (self.held, self.planned, self.cancelled, self.dated, self.firm)
        names = (self.names, self.acronyms, self.initials, self.ordinals, self.places, self.place_countries, self.events)
        return self.sides, days, self.modes, names, people, self.offices, self.kinds

    @property
    def span(self) -> Span | None:
        """The days that a single report tells, or the days of what came of its plans."""
        return self.held or self.planned or self.cancelled


def telling(record: Record, meeting: Meeting, officials: Mapping[tuple[str, str], Hashable]) -> Telling:
    """What the meeting of the record tells; `officials` are the ids of (record id, name)."""
    words, number = _name(meeting.name or "", meeting.ordinal)
    number = number or _number_before(meeting.name or "", meeting.evidence)
    told = _plain(f"{meeting.name or ''} {meeting.evidence}")
    named = {official.name: official for official in record.officials if official.name in meeting.officials}
    unnamed = lexicon().offices.told(told)
    offices = frozenset(official.role_class for official in named.values()) | unnamed | lexicon().office.told(told)
    if offices & _HEADS:
        offices = (offices - _HEADS) | _HEAD
    kinds = lexicon().kinds.told(told) | (_one("signing") if _is_signing(record, meeting) else _NONE)
    two_plus_two = not _is_beside_two_plus_two(meeting) and _is_two_plus_two(told, named.values(), unnamed)
    span = _span(record, meeting)
    status = meeting.status if meeting.status in ("planned", "cancelled") else "held"
    return Telling(
        records=frozenset({record.id}),
        sides=_sides(meeting_code(meeting)),
        held=span if status == "held" else None,
        planned=span if status == "planned" else None,
        cancelled=span if status == "cancelled" else None,
        dated=meeting.date is not None,
        firm=span is not None and span.is_day and record.published not in (None, meeting.date),
        modes=_one(meeting.mode),
        names=frozenset(filter(None, (words, TWO_PLUS_TWO if two_plus_two else None))),
        acronyms=_acronyms(meeting.name or "", meeting.evidence),
        initials=_initials(meeting.name or ""),
        ordinals=_one(number) if number and (meeting.name or meeting.series) else _NONE,
        places=_one(_words(meeting.place)) if meeting.place and _words(meeting.place) else _NONE,
        place_countries=_one(meeting.place_country) if meeting.place_country else _NONE,
        people=_people((officials[record.id, name], official) for name, official in named.items()),
        offices=offices - _NOT_TELLING,
        kinds=kinds,
        events=_one(words) if (words := frozenset(telling_words(meeting.sidelines_of or ""))) else _NONE,
    )


def united(one: Telling, other: Telling) -> Telling:
    """What two tellings of one occasion tell together."""
    parties = one.people.keys() | other.people.keys()
    return Telling(
        records=one.records | other.records,
        sides=one.sides | other.sides,
        held=narrowed(one.held, other.held),
        planned=narrowed(one.planned, other.planned),
        cancelled=narrowed(one.cancelled, other.cancelled),
        dated=one.dated or other.dated,
        firm=one.firm or other.firm,
        modes=one.modes | other.modes,
        names=one.names | other.names,
        acronyms=one.acronyms | other.acronyms,
        initials=one.initials | other.initials,
        ordinals=one.ordinals | other.ordinals,
        places=one.places | other.places,
        place_countries=one.place_countries | other.place_countries,
        people={party: {**one.people.get(party, {}), **other.people.get(party, {})} for party in parties},
        offices=one.offices | other.offices,
        kinds=one.kinds | other.kinds,
        events=one.events | other.events,
    )


# ---- days ----------------------------------------------------------------------------------------------------------


def _span(record: Record, meeting: Meeting) -> Span | None:
    """The days on which the report lets the meeting be: held before its publication, planned after it."""
    published = days(record.published) if record.published else None
    if meeting.date is None:
        if published is None:
            return None
        before, after = {"planned": (0, _YEAR), "cancelled": (_MONTH, _YEAR)}.get(meeting.status, (_YEAR, 1))
        return Span(published.first - before, published.last + after)
    span = days(meeting.date, meeting.end)
    if span.is_day or published is None:
        return span
    if meeting.status == "planned":
        return Span(max(span.first, min(published.first, span.last)), span.last)
    return Span(span.first, min(span.last, max(published.last + 1, span.first))) if meeting.status == "held" else span


# ---- words ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Lexicon:
    """data/occasions.toml: words of names that tell nothing or little, and patterns of what is told of an occasion."""

    ordinals: Mapping[str, int]
    ignored: frozenset[str]
    before_names: frozenset[str]
    common: frozenset[str]
    two_plus_two: re.Pattern[str]
    kinds: "Phrases"
    offices: "Phrases"
    office: "Phrases"


@cache
def lexicon() -> Lexicon:
    """The words of data/occasions.toml, and the extractor's for numbers."""
    table = tomllib.loads(files("kg").joinpath("data/occasions.toml").read_text("utf-8"))
    ordinals = {word: number for number, word in enumerate(read_table("meetings")["ordering"]["ordinals"], 1)}
    return Lexicon(
        ordinals={**ordinals, "inaugural": 1},
        ignored=frozenset(table["ignored"]),
        before_names=frozenset(table["before_names"]),
        common=frozenset(table["common"]),
        two_plus_two=_any_of(table["two_plus_two"]),
        kinds=Phrases(table["kinds"]),
        offices=Phrases(table["offices"]),
        office=Phrases(table["office"]),
    )


class Phrases:
    """What phrases stand for; of two that begin at one word, the longer: a "vice defense minister" is no defense minister."""

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        self._pattern = _any_of(phrase for listed in phrases.values() for phrase in listed)
        self._meant: dict[str, set[str]] = {}
        for meaning, listed in phrases.items():
            for phrase in listed:
                self._meant.setdefault(phrase, set()).add(meaning)

    def told(self, text: str) -> frozenset[str]:
        """All that the phrases in the text stand for."""
        return frozenset(meaning for found in self._pattern.findall(text) for meaning in self._meant[found]) or _NONE


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?<!\S)(?:{'|'.join(map(re.escape, longest_first))})(?!\S)")


def telling_words(name: str) -> tuple[str, ...]:
    """The words of a name that tell which meeting, or which series, it is of: no number, no party, "defense" for "defence"."""
    words = _plain(name).split()
    return tuple(word for word in words if word not in lexicon().ignored and not _ordinal(word) and not find_party(word))


@lru_cache(1 << 16)
def _name(name: str, number: int | None) -> tuple[frozenset[str], int | None]:
    """The telling words of a name, and its number: the one given, or that in the name."""
    numbers = (ordinal for word in _plain(name).split() if (ordinal := _ordinal(word)))
    return frozenset(telling_words(name)), number or next(numbers, None)


def _ordinal(word: str) -> int | None:
    """The number of "11th" or "eleventh"."""
    if word in lexicon().ordinals:
        return lexicon().ordinals[word]
    numeral = re.fullmatch(r"(\d{1,3})(?:st|nd|rd|th)", word)
    return int(numeral[1]) if numeral else None


@lru_cache(1 << 16)
def _number_before(name: str, evidence: str) -> int | None:
    """The number before the name in the evidence: "the sixth round of the Belt Dialogue"; the first may be so of late only."""
    before, found, _ = _plain(evidence).partition(_plain(name)) if name else ("", "", "")
    words = before.split() if found else []
    while words and words[-1] in lexicon().before_names:
        words.pop()
    return _ordinal(words[-1]) if words and words[-1] != "first" else None


@lru_cache(1 << 16)
def _acronyms(name: str, evidence: str) -> frozenset[str]:
    """The name, if it is an acronym, and the acronym in brackets after it: "Belt Security Dialogue (BSD)"."""
    own = [word for word in re.findall(_ACRONYM, name) if telling_words(name) == (fold(word),)]
    _, _, after = evidence.partition(name) if name else ("", "", "")
    bracketed = re.match(rf"\s*\(({_ACRONYM})\)", after)
    return frozenset(fold(word) for word in (*own, *(bracketed.groups() if bracketed else ()))) or _NONE


@lru_cache(1 << 16)
def _initials(name: str) -> frozenset[str]:
    """The initials of a name of three words or more, with those of the countries in it and without."""
    words = [word for word in _plain(name).split() if not _ordinal(word) and word not in _MINOR]
    bare = [word for word in words if not find_party(word)]
    return frozenset("".join(word[0] for word in some) for some in (words, bare) if len(some) >= _FEWEST_INITIALS) or _NONE


@lru_cache(1 << 16)
def _words(text: str) -> frozenset[str]:
    return frozenset(fold(text).split())


def _plain(text: str) -> str:
    return fold(text).replace("defence", "defense") if text else ""


def _is_two_plus_two(words: str, named: Iterable[Official], unnamed: frozenset[str]) -> bool:
    """Whether the foreign and the defense ministers met, and nobody above them."""
    offices: dict[str | None, frozenset[str]] = {None: unnamed}
    for official in named:
        offices[official.country] = offices.get(official.country, unnamed) | _one(official.role_class)
    told = lexicon().two_plus_two.search(words) or any(held >= FOREIGN_AND_DEFENSE for held in offices.values())
    return bool(told) and not any(_HEADS & held for held in offices.values())


def _is_beside_two_plus_two(meeting: Meeting) -> bool:
    return bool(lexicon().two_plus_two.search(_plain(meeting.sidelines_of or "")))


def _is_signing(record: Record, meeting: Meeting) -> bool:
    """Whether what the meeting's parties signed is told in the same words."""
    signed = (relation for relation in record.relations if relation.type == "signed")
    theirs = (relation for relation in signed if {relation.source, relation.target} <= set(meeting.parties))
    return any(_same_words(relation.evidence, meeting.evidence) for relation in theirs)


def _same_words(one: str, other: str) -> bool:
    return bool(one and other) and (one in other or other in one)


# ---- people --------------------------------------------------------------------------------------------------------


def _people(named: Iterable[tuple[Hashable, Official]]) -> People:
    people: dict[str | None, dict[Hashable, Participant]] = {}
    for identity, official in sorted(named, key=lambda told: told[1].name):
        people.setdefault(official.country, {})[identity] = Participant(_words(official.name), official.role_class)
    return people


# ---- what many tellings share is kept once -------------------------------------------------------------------------

_NONE: frozenset[Any] = frozenset()
TWO_PLUS_TWO = frozenset({"2+2"})
FOREIGN_AND_DEFENSE = frozenset({"foreign_minister", "defense_minister"})
_HEAD = frozenset({"head"})
_HEADS = frozenset({"head_of_state", "head_of_government", "head"})
_NOT_TELLING = frozenset({"other", "spokesperson"})


@lru_cache(1 << 16)
def _one(value: Any) -> frozenset[Any]:
    return frozenset({value})


@lru_cache(1 << 16)
def _sides(code: str) -> frozenset[str]:
    return frozenset(code.split("-"))
