"""What was marked in a Doc, in text order: who acts, dates, places, and the tokens that a reader passes over."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import Protocol, TypeVar

from spacy.tokens import Doc

from extract.dates import DateMention
from extract.officials.person import Person
from extract.references.actors import Actor
from extract.text.marked import Marked, marked
from extract.text.tokens import words

_BRACKETS_AND_COMMAS = frozenset("(),")


class Marks:
    """What was marked in a Doc, in text order."""

    def __init__(self, doc: Doc) -> None:
        self.actors: Sequence[Actor] = doc._.actors
        self.officials: dict[str, Person] = {person.name: person for person in doc._.officials}
        self.dates: Sequence[DateMention] = doc._.dates
        self.places: Sequence[Marked] = marked(doc, "places")
        self.countries: Sequence[Marked] = marked(doc, "countries")
        self.titles = [span for span in marked(doc, "layout") if span.label_ == "title"]
        self.cities = _cities_with_country(self.places, self.countries, words(doc).lower)
        self.passed = _passed_over(doc, self.cities)


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


def _passed_over(doc: Doc, cities: Mapping[int, int]) -> bytearray:
    """Tokens that only say when or where, with their prepositions, brackets and line breaks: a reader passes over them."""
    lower, positions = words(doc).lower, words(doc).positions
    passed = bytearray(len(doc))
    spans = [(m.start, m.end, {"on", "in", "at", "from"}) for m in doc._.dates]
    spans += [
        (s.start, s.end, {"in", "at"})
        for key in ("places", "countries")
        for s in marked(doc, key)
        if lower[s.start - 1] in {"in", "at"}
    ]
    for first, last, prepositions in spans:
        first -= first > 0 and lower[first - 1] in prepositions
        passed[first:last] = b"\1" * (last - first)
    for title in (a for a in doc._.actors if a.kind == "title"):
        passed[title.start : title.end] = b"\1" * (title.end - title.start)
    for span in (span for span in marked(doc, "countries") if span.start in cities and passed[cities[span.start]]):
        passed[span.start - 1 : span.end] = b"\1" * (span.end - span.start + 1)
    opened = -1
    for i in sorted([*positions.of(_BRACKETS_AND_COMMAS), *positions.of_white_space()]):
        word = lower[i]
        if word == "(":
            opened = i
        elif word == ")" and 0 <= i - opened < 12 and opened >= 0:
            passed[opened : i + 1] = b"\1" * (i + 1 - opened)
            opened = -1
        elif word.isspace() or (word == "," and passed[i - 1] and passed[i + 1 : i + 2] == b"\1"):
            passed[i] = 1  # "on Monday, in Oslo"
    return passed
