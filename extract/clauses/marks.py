"""What was marked in a Doc, in text order: who acts, dates, places, and the tokens that a reader passes over."""

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import Protocol, TypeVar

from spacy.tokens import Doc

from extract.clauses.lists import with_commas_in_lists
from extract.dates import DateMention
from extract.officials.person import Person
from extract.references.actors import Actor
from extract.text.marked import Marked, marked, sentence_starts
from extract.text.tokens import words

_BRACKETS_AND_COMMAS = frozenset("(),")
_BEFORE_DATES = frozenset({"on", "in", "at", "from"})
_BEFORE_PLACES = frozenset({"in", "at"})
_LONGEST_ASIDE = 12  # tokens in brackets


class Marks:
    """What was marked in a Doc, in text order."""

    def __init__(self, doc: Doc) -> None:
        told, self.words = doc._, with_commas_in_lists(words(doc), sentence_starts(doc))
        self.published: str | None = told.published
        self.actors: Sequence[Actor] = told.actors
        self.officials: dict[str, Person] = {person.name: person for person in told.officials}
        self.dates: Sequence[DateMention] = told.dates
        self.places: Sequence[Marked] = marked(doc, "places")
        self.countries: Sequence[Marked] = marked(doc, "countries")
        self.headline = {i for span in marked(doc, "layout") if span.label_ == "title" for i in range(span.start, span.end)}
        self.cities = _cities_with_country(self.places, self.countries, self.words.lower)
        self.passed = _passed_over(self)


class _Stretch(Protocol):
    @property
    def start(self) -> int: ...


_S = TypeVar("_S", bound=_Stretch)
_start = attrgetter("start")


def within(marks: Sequence[_S], start: int, end: int) -> Sequence[_S]:
    """Those of `marks`, which are in text order, that begin at tokens `start` to `end`."""
    return marks[bisect_left(marks, start, key=_start) : bisect_left(marks, end, key=_start)]


def _cities_with_country(places: Sequence[Marked], countries: Sequence[Marked], lower: Sequence[str]) -> dict[int, int]:
    """Tokens at which a country begins that only tells where a city is ("in Riga, Latvia") → where the city's name begins."""
    named = {span.start: span.id_ for span in countries if span.label_ == "name"}
    cities = (span for span in (*places, *countries) if lower[span.end : span.end + 1] == [","])
    return {city.end + 1: city.start for city in cities if named.get(city.end + 1) == city.id_}


def _passed_over(marks: Marks) -> bytearray:
    """Tokens that only say when or where, with their prepositions, brackets and line breaks: a reader passes over them."""
    lower, positions = marks.words.lower, marks.words.positions
    passed = bytearray(len(lower))
    spans = [(m.start - (m.start > 0 and lower[m.start - 1] in _BEFORE_DATES), m.end) for m in marks.dates]
    places = (s for s in (*marks.places, *marks.countries) if lower[s.start - 1] in _BEFORE_PLACES)
    spans += [(max(s.start - 1, 0), s.end) for s in places]
    spans += [(actor.start, actor.end) for actor in marks.actors if actor.kind == "title"]
    for first, last in spans:
        passed[first:last] = b"\1" * (last - first)
    for span in (s for s in marks.countries if s.start in marks.cities and passed[marks.cities[s.start]]):
        closed = span.end + (lower[span.end : span.end + 1] == [","])
        passed[span.start - 1 : closed] = b"\1" * (closed - span.start + 1)
    opened = -1
    for i in sorted([*positions.of(_BRACKETS_AND_COMMAS), *positions.white_space]):
        word = lower[i]
        if word == ",":
            passed[i] |= passed[i - 1] and passed[i + 1 : i + 2] == b"\1"  # "on Monday, in Oslo"
        elif word == "(":
            opened = i
        elif word != ")":
            passed[i] = 1
        elif opened >= 0 and i - opened < _LONGEST_ASIDE:
            passed[opened : i + 1] = b"\1" * (i + 1 - opened)
            opened = -1
    return passed
