"""Names in a Doc: found as phrases, then read in their context ("Korea", but not in "Korea Herald")."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple, get_args

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from extract.gazetteer import Label, Reading, owners, spellings
from extract.text.tokens import words

_WINDOW = 48  # characters on either side; no reading looks further


class Name(NamedTuple):
    """A name of a table; `code` is its owner, "" where only a reading tells whom it mentions."""

    text: str
    label: Label
    code: str


class Mention(NamedTuple):
    """Tokens ``start:end``, in which `name` mentions the party `code`."""

    start: int
    end: int
    name: Name
    code: str


class NameMatcher:
    """Finds names in Docs, the longest first and without overlap, and reads them in their context.

    GazetteerError where two of `names` with different owners can be spelled alike.
    """

    def __init__(self, nlp: Language, names: Iterable[Name], readings: Sequence[Reading]) -> None:
        names = tuple(names)
        owners("names in text", ((way, name.code) for name in names for way in sorted(spellings(name.text))))
        unowned = (Name(text, "name", "") for reading in readings for text in reading.names)
        rules = [(reading, _Rule.of(reading)) for reading in readings]
        signs = {label: _Signs.of(readings, label) for label in get_args(Label)}
        self._entries: dict[int, _Entry] = {}
        self._matcher = PhraseMatcher(nlp.vocab)
        for name in (*names, *unowned):
            key = nlp.vocab.strings.add(name.text)
            if key not in self._entries:
                about = [(reading, rule) for reading, rule in rules if _is_about(reading, name)]
                self._entries[key] = _Entry(
                    name,
                    tuple(rule for reading, rule in about if not reading.rests_on_article),
                    tuple(rule for reading, rule in about if not reading.rests_on_article and reading.names),
                    tuple(rule for reading, rule in about if reading.rests_on_article),
                    signs[name.label],
                )
                ways = sorted(_with_line_breaks(spellings(name.text)))
                self._matcher.add(name.text, [nlp.make_doc(way) for way in ways])

    def __call__(self, doc: Doc, others: frozenset[str] = frozenset()) -> list[Mention]:
        """The mentions in `doc`, in the order of the text; `others` are codes of parties that are known to be in it."""
        found = self._found(doc)
        nearby = [_first_fitting(item.entry.readable(item), item, others) for item in found]
        plain = [item.name for item, rule in zip(found, nearby, strict=True) if not rule and not item.entry.resting]
        certain = others.union((name.code for name in plain), (name.text for name in plain))
        read = [
            (item, rule or _first_fitting(item.entry.resting, item, certain)) for item, rule in zip(found, nearby, strict=True)
        ]
        people = _people(read)
        return [
            Mention(item.start, item.end, item.name, code)
            for item, rule in read
            if item.name not in people
            for code in (rule.codes if rule else (item.name.code,))
            if code
        ]

    def _found(self, doc: Doc) -> list["_Found"]:
        read = words(doc)
        return [
            _Found(
                start, end, self._entries[key], read.whole[max(0, first - _WINDOW) : first], read.whole[last : last + _WINDOW]
            )
            for key, start, end in _longest(self._matcher(doc))
            for first, last in (read.characters(start, end),)
        ]


def _longest(matches: Iterable[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The matches (key, start and end) in the order of the text, without those that overlap a longer one or one before."""
    kept: list[tuple[int, int, int]] = []
    taken: set[int] = set()
    for key, start, end in sorted(matches, key=lambda match: (match[1] - match[2], match[1])):
        if start not in taken and end - 1 not in taken:  # what is within a match is no longer than it
            kept.append((key, start, end))
            taken.update(range(start, end))
    return sorted(kept, key=lambda match: match[1])


class _Signs(NamedTuple):
    """What stands beside a name of some label wherever a reading of any name fits it by the words on either side."""

    before: re.Pattern[str] | None
    after: re.Pattern[str] | None

    @classmethod
    def of(cls, readings: Iterable[Reading], label: Label) -> "_Signs":
        """The signs of those readings that are of any name with this label."""
        mine = [r for r in readings if not (r.names or r.rests_on_article) and (not r.labels or label in r.labels)]
        before = "|".join(f"(?:{reading.before})" for reading in mine if reading.before)  # each begins at the edge of a word
        after = "|".join(f"(?:{reading.after})" for reading in mine if not reading.before)
        return cls(re.compile(rf"\b(?:{before})\Z") if before else None, re.compile(after) if after else None)

    def stand_beside(self, item: "_Found") -> bool:
        """Whether any of the readings may fit."""
        return (self.after is not None and self.after.match(item.right) is not None) or (
            self.before is not None and self.before.search(item.left) is not None
        )


class _Entry(NamedTuple):
    """A name, and what may be read in it by the words on either side (`own`: in it alone), and by the rest of the article."""

    name: Name
    nearby: "tuple[_Rule, ...]"
    own: "tuple[_Rule, ...]"
    resting: "tuple[_Rule, ...]"
    signs: _Signs

    def readable(self, item: "_Found") -> "tuple[_Rule, ...]":
        """Of the readings by the words on either side those that are worth a trial."""
        return self.nearby if self.signs.stand_beside(item) else self.own


class _Found(NamedTuple):
    """A name at tokens ``start:end``, and the text on its left and right."""

    start: int
    end: int
    entry: _Entry
    left: str
    right: str

    @property
    def name(self) -> Name:
        return self.entry.name


class _Rule(NamedTuple):
    """A reading, compiled."""

    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    beside: frozenset[str]
    without: frozenset[str]
    alone: bool
    person: bool
    codes: tuple[str, ...]

    @classmethod
    def of(cls, reading: Reading) -> "_Rule":
        return cls(
            before=re.compile(rf"(?:{reading.before})\Z") if reading.before else None,
            after=re.compile(reading.after) if reading.after else None,
            beside=frozenset(reading.beside),
            without=frozenset(reading.without),
            alone=reading.alone,
            person=reading.person,
            codes=reading.codes,
        )

    def fits(self, item: _Found, certain: frozenset[str]) -> bool:
        return (
            (not self.after or self.after.match(item.right) is not None)
            and (not self.alone or item.name.code not in certain)
            and (not self.beside or not self.beside.isdisjoint(certain))
            and self.without.isdisjoint(certain)
            and (not self.before or self.before.search(item.left) is not None)
        )


def _is_about(reading: Reading, name: Name) -> bool:
    return (not reading.names or name.text in reading.names) and (not reading.labels or name.label in reading.labels)


def _first_fitting(rules: Iterable[_Rule], item: _Found, certain: frozenset[str]) -> _Rule | None:
    return next((rule for rule in rules if rule.fits(item, certain)), None)


def _people(read: Iterable[tuple[_Found, _Rule | None]]) -> set[Name]:
    """Names that are people's: read so at least once, while no other name in the article is their country's."""
    read = tuple(read)
    people = {item.name for item, rule in read if rule and rule.person}
    named = {item.name.code for item, rule in read if not rule and item.name not in people}
    return {name for name in people if name.code not in named}


def _with_line_breaks(ways: Iterable[str]) -> set[str]:
    """`ways`, and each of them broken at one of its blanks, as wrapped lines have it."""
    broken = {way[: blank.start()] + "\n" + way[blank.end() :] for way in ways for blank in re.finditer(" ", way)}
    return {*ways, *broken}
