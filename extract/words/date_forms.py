"""The forms of date expressions: the tables of data/dates.toml, and where a text has a date of any form."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from extract.gazetteer import read_table
from extract.text.tokens import Words


class Form(BaseModel):
    """One form of a date expression; `pattern` and `before` as data/dates.toml explains."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    kind: Literal["day", "month", "year", "weekday", "relative", "offset"]
    pattern: str
    before: tuple[str, ...] = ()
    examples: tuple[str, ...]
    not_examples: tuple[str, ...]


class Tables(BaseModel):
    """data/dates.toml."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    months: dict[str, tuple[str, ...]]
    foreign_months: dict[str, tuple[str, ...]]
    weekdays: dict[str, tuple[str, ...]]
    numbers: dict[str, int]
    day_words: dict[str, int]
    shifts: dict[str, int]
    directions: dict[str, int]
    seasons: dict[str, tuple[int, int]]
    units: dict[str, tuple[str, ...]]
    cues: dict[str, str]
    forms: tuple[Form, ...]


@dataclass(frozen=True, slots=True)
class _Grammar:
    """`any_form` finds where a date may stand; its last group is the name of the form, whose own pattern takes it apart."""

    any_form: re.Pattern[str]
    forms: Mapping[str | None, tuple[Form, re.Pattern[str]]]
    cues: Mapping[str, re.Pattern[str]]


_CUE_REACH = 24


def matches(text: str, starts: Iterable[int] | None = None) -> Iterator[tuple[int, int, Form, dict[str, str]]]:
    """What of a text has a form of the grammar: first character, end (exclusive), form, and its parts by name.

    `starts` are the characters at which dates can begin, in order, where they are known.
    """
    grammar = _grammar()
    for found in grammar.any_form.finditer(text) if starts is None else _beginning_at(starts, text, grammar.any_form):
        start, end = found.span()
        form, pattern = grammar.forms[found.lastgroup]
        if form.before and not any(grammar.cues[cue].search(text, max(0, start - _CUE_REACH), start) for cue in form.before):
            continue
        parts = pattern.match(text, start)
        if parts:
            yield start, end, form, {name: value for name, value in parts.groupdict().items() if value}


def _beginning_at(starts: Iterable[int], text: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """What of a text has the pattern and begins at one of these characters, without overlaps."""
    done = 0
    for start in starts:
        found = pattern.match(text, start) if start >= done else None
        if found:
            yield found
            done = found.end()


def openings(read: Words) -> list[int]:
    """The characters of a text at which a date can begin: with a number, or with words of the grammar."""
    numbers = (found.start() for found in _NUMBER.finditer(read.whole))
    lower, positions, pairs = read.lower, read.positions, _first_pairs()
    paired = ((i - 1 - lower[i - 1].isspace(), i) for i in positions.of(_second_words()) if i)
    opened = {*positions.of(_openers()), *(first for first, i in paired if lower[first] in pairs[lower[i]])}
    return sorted([*numbers, *(read.offsets[i] for i in opened)])


_NUMBER = re.compile(r"\d(?<!\w.)")


@cache
def tables() -> Tables:
    """data/dates.toml, checked."""
    return Tables(**read_table("dates"))


@cache
def _grammar() -> _Grammar:
    parts = _parts()
    forms: dict[str | None, tuple[Form, re.Pattern[str]]] = {}
    for form in tables().forms:
        forms[form.name] = form, _compiled(form.pattern, parts)
    anywhere = "|".join(f"(?P<{form.name}>{_anonymous(pattern.pattern, form.name)})" for form, pattern in forms.values())
    cues = {name: re.compile(rf"(?:{cue})\Z") for name, cue in tables().cues.items()}
    return _Grammar(re.compile(rf"\b(?={_start(parts)})(?:{anywhere})"), forms, cues)


def _start(parts: Mapping[str, str]) -> str:
    """How any date expression begins: a quick look that spares most words of a text the trial of all forms."""
    begins = {name[:3] for name in _cased(_names())} | {phrase[:6] for phrase in _capitalized(_phrases())}
    return _anonymous(rf"\d|{_either(begins)}|{parts['number']} {parts['unit']}", "").replace(" ", _GAP)


def _names() -> list[str]:
    """The names of months and days, in full and in short."""
    table = tables()
    return [name for names in (*table.months.values(), table.weekdays, *table.weekdays.values()) for name in names]


def _phrases() -> list[str]:
    """The words that begin dates without a name and a number."""
    table = tables()
    return ["the weekend", *table.directions, *table.day_words, *table.shifts, "earlier", "later", "early", "late"]


@cache
def _openers() -> frozenset[str]:
    """The words, in lower case, with which alone a date may begin."""
    names = (form for name in _names() for form in (name.lower(), f"{name.lower()}."))
    return frozenset((*names, *(phrase.lower() for phrase in _phrases() if " " not in phrase)))


@cache
def _first_pairs() -> Mapping[str, frozenset[str]]:
    """The second word of what else may begin a date, in lower case → its first words."""
    counted = (f"{number} {unit}" for number in tables().numbers for names in tables().units.values() for unit in names)
    pairs: dict[str, set[str]] = {}
    for phrase in (*_phrases(), *counted):
        first, *rest = phrase.lower().split()
        if rest:
            pairs.setdefault(rest[0], set()).add(first)
    return {second: frozenset(firsts) for second, firsts in pairs.items()}


@cache
def _second_words() -> frozenset[str]:
    return frozenset(_first_pairs())


def _compiled(pattern: str, parts: Mapping[str, str]) -> re.Pattern[str]:
    """A form's pattern with its parts put in; "{day2}" is the part "day" with its groups named day2."""

    def part(found: re.Match[str]) -> str:
        name, number = found.groups()
        return re.sub(r"\(\?P<(\w+)>", rf"(?P<\g<1>{number}>", parts[name])

    return re.compile(re.sub(r"\{([a-z_]+)(\d?)\}", part, pattern).replace(" ", _GAP))


def _anonymous(pattern: str, form: str) -> str:
    """The pattern with its groups unnamed, but for the mark that must be the same twice."""
    own = pattern.replace("(?P<mark>", f"(?P<{form}_mark>").replace("(?P=mark)", f"(?P={form}_mark)")
    return re.sub(r"\(\?P<(?!\w+_mark>)\w+>", "(?:", own)


_GAP = r"(?:[^\S\n]{1,2}|[^\S\n]?\n)"


def _parts() -> dict[str, str]:
    """The patterns of the words in braces."""
    months = _either(_cased(tables().months))
    foreign_months = _capitalized(name for names in tables().foreign_months.values() for name in names)
    short_months = _either(_cased(short for names in tables().months.values() for short in names[1:]))
    weekdays = tables().weekdays
    short_weekdays = [short for names in weekdays.values() for short in names]
    units = tables().units
    spans = [name for unit, names in units.items() for name in names if unit != "day" and not name.endswith("s")]
    return {
        "month": rf"\b(?P<month>(?:{months})\b|(?:{short_months})\b\.?)",
        "foreign_month": rf"(?P<month>{_either(foreign_months)})",
        "short_month": rf"(?P<month>{short_months})\b\.?",
        "month_number": r"(?P<month_number>1[0-2]|0?[1-9])",
        "day": r"(?<![\w.,:/])(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th|ST|ND|RD|TH)?(?![\w%]|[.:]\d|,\d{3}\b)",
        "ordinal": r"\b(?P<day>[12]\d|3[01]|[1-9])(?:st|nd|rd|th)\b",
        "year": r"(?P<year>(?:19|20)\d\d)(?![\w%]|[.,]\d)",
        "of_year": rf"(?P<of_year>{_either(tables().directions)}) year\b",
        "weekday": rf"\b(?P<weekday>{_either(_cased(weekdays))})\b",
        "weekday_before": rf"\b(?:{_either([*_cased(weekdays), *_cased(short_weekdays)])})\b[.,]{{0,2}} \(?",
        "to": "(?:--?|[–—]|to|through|until|till)",
        "direction": rf"\b(?P<direction>{_either(_capitalized(tables().directions))})",
        "week_direction": rf"(?P<week_direction>{_either(tables().directions)})",
        "number": rf"\b(?P<number>{_either(_capitalized(tables().numbers))}|\d{{1,3}})",
        "unit": rf"(?P<unit>{_either(name for names in units.values() for name in names)})\b",
        "weekend": r"(?P<unit>weekend)\b",
        "span": rf"(?P<unit>{_either(spans)})\b",
        "day_word": rf"\b(?P<day_word>{_either(_capitalized(tables().day_words))})\b",
        "shift": rf"\b(?P<shift>{_either(_capitalized(tables().shifts))})\b",
    }


def _either(words: Iterable[str]) -> str:
    """An alternation, longest first, as a tree of letters: each letter of a text rules out all words that go on otherwise."""
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[:1], []).append(word[1:])
    letters = sorted(rests, reverse=True)  # that which is none, a word's end, comes last
    return "|".join(
        f"{letter if letter == ' ' else re.escape(letter)}(?:{_either(rests[letter])})" if letter else "" for letter in letters
    )


def _cased(names: Iterable[str]) -> list[str]:
    """Names as they stand and in capitals."""
    return [form for name in names for form in dict.fromkeys((name, name.upper()))]


def _capitalized(phrases: Iterable[str]) -> list[str]:
    """Phrases as they stand and at the start of a sentence."""
    return [form for phrase in phrases for form in dict.fromkeys((phrase, phrase[0].upper() + phrase[1:]))]
