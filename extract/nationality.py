"""Whose an official is of whom the words beside his name do not tell it.

Every country of the article is weighed by what speaks for it and against it (the weights below). One country has no two defence
ministers, host and guest are not of one country, and "French Foreign Minister X and Defence Minister Y" are.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from spacy.tokens import Doc, Span

from .lexicon import titles
from .officials import Person
from .tokens import words

_SINGLE = {"head_of_state", "head_of_government", "defense_minister", "foreign_minister", "chief_of_defense", "national_security_adviser"}
_REPORTED_FROM = 2.0
_VISITED_HERE = 1.5  # "In Canada he met General X"
_VISITED_BEFORE = 1.0
_JOINED = 3.0  # "French Foreign Minister X and Defence Minister Y"
_OF_ISSUER = 1.0
_NO_OTHER_OFFICIAL = 1.0
_OFTEN_NAMED = 2.0
_HAS_ANOTHER = -4.0  # a second holder of an office that only one can hold
_OPPOSITE = -2.5  # an official of that country is named as such in the same sentence


def with_countries(doc: Doc, people: Sequence[Person], reported_from: str | None) -> Iterator[tuple[Person, str | None]]:
    """Each official with his country: as told, as his office alone implies, or the one that most speaks for."""
    told = {p.name: p.country or country_of_title(p.role or "") for p in people}
    weigh = _Weighing(doc, people, reported_from, told)
    for person in people:
        country = told[person.name] or weigh.best(person, told)
        told[person.name] = country
        yield person, country


@cache
def country_of_title(role: str) -> str | None:
    """The country of an office that only one country has ("Raksha Mantri", "member of the Saeima")."""
    by_length = sorted(titles().countries.items(), key=lambda item: -len(item[0]))
    return next((code for phrase, code in by_length if phrase in role), None)


class _Weighing:
    """What of the article speaks for each of its countries."""

    def __init__(self, doc: Doc, people: Sequence[Person], reported_from: str | None, told: dict[str, str | None]) -> None:
        self.doc, self.people, self.reported_from = doc, people, reported_from
        self.spans: list[Span] = list(doc.spans.get("countries", ()))
        self.counts = Counter(span.id_ for span in self.spans)
        self.lower = words(doc).lower
        self.issuer = next((s.id_.split("/")[0] for s in doc.spans.get("ministries", ()) if s.id_[0] != "/"), None)
        self.owned = {code for code in told.values() if code} | {code for office in doc._.offices for code in office.countries}
        self.explicit = [(n.name_start, n.country, p.name) for p in people for n in p.namings if n.country]

    def best(self, person: Person, told: dict[str, str | None]) -> str | None:
        """The country that most speaks for; of equals the first by code. None where the article names none."""
        if not self.counts:
            return None
        first = person.namings[0]
        sentence = self.doc[first.start].sent
        before = self.doc[sentence.start - 1].sent if sentence.start else sentence
        visited_here, visited_before = set(self._visited(sentence)), set(self._visited(before))
        same = {told[p.name] for p in self.people if p is not person and p.role_class == person.role_class and p.role_class in _SINGLE}
        joined = self._joined(first.start)
        opposite = {code for at, code, name in self.explicit if sentence.start <= at < sentence.end and name != person.name and code != joined}
        most = max(self.counts.values())

        def weight(code: str) -> float:
            return (
                _REPORTED_FROM * (code == self.reported_from)
                + _VISITED_HERE * (code in visited_here)
                + _VISITED_BEFORE * (code in visited_before)
                + _JOINED * (code == joined)
                + _OF_ISSUER * (code == self.issuer)
                + _NO_OTHER_OFFICIAL * (code not in self.owned)
                + _OFTEN_NAMED * self.counts[code] / most
                + _HAS_ANOTHER * (code in same)
                + _OPPOSITE * (code in opposite)
            )

        return max(sorted(self.counts), key=weight)

    def _visited(self, sentence: Span) -> Iterable[str]:
        """Countries that the sentence names as a place: "in Oman", "to Berlin"."""
        for span in self.spans:
            if sentence.start < span.start < sentence.end and self.lower[span.start - 1] in {"in", "to", "at"}:
                yield span.id_

    def _joined(self, start: int) -> str | None:
        """The country of the official to whom the one at token `start` is joined by "and"."""
        if start < 1 or self.lower[start - 1] not in {"and", "&"}:
            return None
        return next((n.country for p in self.people for n in p.namings if n.country and n.end <= start - 1 <= n.end + 1), None)
