"""Whose an official is of whom the words beside his name do not tell it.

Every country of the article is weighed by what speaks for it and against it (the weights below, tuned on coded articles).
Officials whose country is not told lean on those named before and after them in their sentence: joined by "and" they are of
one country, across a "met" of two; so the weighing is repeated until it rests. One country has no two defence ministers, and
a guest is not of the country he visits.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from spacy.tokens import Doc

from .lexicon import titles
from .namings import Naming
from .officials import Person
from .tokens import words

_SINGLE = frozenset(
    {
        "head_of_state",
        "head_of_government",
        "defense_minister",
        "foreign_minister",
        "chief_of_defense",
        "national_security_adviser",
    }
)
_ROUNDS = 3
_CANDIDATES = 8

_NAMED = 0.3  # how often the article names the country, capitals less than the rest
_REPORTED_FROM = 3.0
_OF_ISSUER = 0.7
_SHARED_HOME = 0.7  # others whose country is not told either are of it
_TRAVELED_TO = -2.5  # "General X left for Canada": he is not
_TIED = 4.5  # "the country's defence chief", "his spokesman"
_JOINED = 3.0  # "French Foreign Minister X and Defence Minister Y"
_NEAR_BEFORE = 1.5  # the country named last before him in his sentence
_LAST_SENTENCE = 0.1  # the one named last in the sentence before
_OPPOSITE = -5.0  # "X met Y"
_HAS_ANOTHER = -5.0  # a second holder of an office that only one can hold
_ACCREDITED_TO = -5.0
_LEAST = -1.0  # below it all speaks against the countries that the article names


def with_countries(doc: Doc, people: Sequence[Person], reported_from: str | None) -> Iterator[tuple[Person, str | None]]:
    """Each official with his country: as told, as his office alone implies, or the one that most speaks for."""
    told = [person.country or country_of_title(person.role or "") for person in people]
    yield from zip(people, _Weighing(doc, people, reported_from, told).countries(), strict=True)


@cache
def country_of_title(role: str) -> str | None:
    """The country of an office that only one country has ("Raksha Mantri", "member of the Saeima")."""
    by_length = sorted(titles().countries.items(), key=lambda item: -len(item[0]))
    return next((code for phrase, code in by_length if phrase in role), None)


class _Weighing:
    """What of the article speaks for each of its countries, official by official."""

    def __init__(self, doc: Doc, people: Sequence[Person], reported_from: str | None, told: list[str | None]) -> None:
        self.doc, self.people, self.told = doc, people, told
        self.lower = words(doc).lower
        self.named = sorted((s.start, s.end, s.id_, s.label_) for s in doc.spans.get("countries", ()))
        self.starts = [start for start, *_ in self.named]
        self.states = [(start, code) for start, _, code, label in self.named if label != "capital"]
        self.namings = sorted((n.start, number) for number, person in enumerate(people) for n in person.namings)
        self.general = self._general(reported_from)
        self.codes = [code for code, _ in sorted(self.general.items(), key=lambda item: (-item[1], item[0]))[:_CANDIDATES]]
        self.found = list(told)
        self.holders: Counter[tuple[str, str]] = Counter()
        self.homes: Counter[str] = Counter()
        for number in range(len(people)):
            self._count(number, 1)

    def countries(self) -> list[str | None]:
        """The countries of the officials, in their order."""
        open_ones = [number for number, code in enumerate(self.told) if code is None]
        if not open_ones or not self.codes:
            return self.found
        links = self._links(set(open_ones))
        alone = {number: self._alone(number) for number in open_ones}
        for turn in range(_ROUNDS):
            before = list(self.found)
            for number in open_ones:
                self._count(number, -1)
                self.found[number] = self._best(number, alone[number], links[number], turn > 0)
                self._count(number, 1)
            if self.found == before:
                break
        return self.found

    def _count(self, number: int, by: int) -> None:
        """Count the country found for an official among the holders of his office, and among those of whom none is told."""
        code = self.found[number]
        if code is not None:
            self.holders[self.people[number].role_class, code] += by
            self.homes[code] += by if self.told[number] is None else 0

    def _named_from(self, start: int, end: int) -> list[tuple[int, int, str, str]]:
        """The countries named from token `start` to `end`."""
        return self.named[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def _general(self, reported_from: str | None) -> dict[str, float]:
        """What speaks for each country in the article at large."""
        counts: dict[str, float] = defaultdict(float)
        for start, _, code, label in self.named:
            counts[code] += 0.35 if label == "capital" else 2.0 if start < 40 else 1.0
        most = max(counts.values(), default=1.0)
        issuer = next((s.id_.split("/")[0] for s in self.doc.spans.get("ministries", ()) if s.id_[0] not in "/&"), None)
        return {
            code: _NAMED * count / most + _REPORTED_FROM * (code == reported_from) + _OF_ISSUER * (code == issuer)
            for code, count in counts.items()
        }

    def _best(self, number: int, alone: dict[str, float], links: dict[int, float], settled: bool) -> str | None:
        person = self.people[number]
        pulls: defaultdict[str, float] = defaultdict(float)
        for other, pull in links.items():
            code = self.found[other]
            if code and (settled or self.told[other] or other < number):
                pulls[code] += pull

        def weight(code: str) -> float:
            rival = _HAS_ANOTHER if person.role_class in _SINGLE and self.holders[person.role_class, code] else 0.0
            home = _SHARED_HOME * (self.homes[code] > 0)
            return self.general[code] + alone.get(code, 0.0) + pulls[code] + rival + home

        best = max(self.codes, key=weight)
        return best if weight(best) > _LEAST else None

    def _alone(self, number: int) -> dict[str, float]:
        """What the sentences that name an official say for and against countries."""
        weights: defaultdict[str, float] = defaultdict(float)
        for naming in self.people[number].namings[:4]:
            sentence = self.doc[naming.start].sent
            before = bisect_left(self.states, (naming.name_start, ""))
            if before:
                start, code = self.states[before - 1]
                weights[code] += _NEAR_BEFORE if start >= sentence.start else _LAST_SENTENCE
            for start, _, code, _ in self._named_from(sentence.start, sentence.end):
                preposition = self._preposition(start)
                traveled = start >= naming.end and not titles().sides.travel.isdisjoint(self.lower[naming.end : start])
                if traveled and preposition in titles().sides.toward:
                    weights[code] += _TRAVELED_TO
                if preposition in {"to", "in", "at"} and any(
                    o.role_class == "ambassador" and o.start < start < o.end for o in naming.offices
                ):
                    weights[code] += _ACCREDITED_TO
            owner = self._tied_to(naming.tie, naming.start)
            if owner:
                weights[owner] += _TIED
        return weights

    def _preposition(self, start: int) -> str:
        """The word before a country's name, articles passed over."""
        k = start - 1
        while k > 0 and self.lower[k] in {"the", "nearby", "neighbouring", "neighboring"}:
            k -= 1
        return self.lower[k] if k >= 0 else ""

    def _tied_to(self, tie: str | None, at: int) -> str | None:
        """The country meant by "its", "the country's", or by "his" through the official named before."""
        if tie is None:
            return None
        if tie in {"country", "its", "their"}:
            named = bisect_left(self.starts, at - 1)
            return self.named[named - 1][2] if named else None
        if tie in {"his", "her"}:
            before = bisect_left(self.namings, (at, 0))
            return self.found[self.namings[before - 1][1]] if before else None
        return None

    def _links(self, open_ones: set[int]) -> dict[int, dict[int, float]]:
        """For each official in `open_ones` those named next to him, with what the clearest words between them say."""
        links: dict[int, dict[int, float]] = {number: {} for number in open_ones}
        order = sorted(
            ((naming, number) for number, person in enumerate(self.people) for naming in person.namings),
            key=lambda entry: (entry[0].start, entry[1]),
        )
        for (before, one), (naming, other) in pairwise(order):
            end = max(before.end, before.name_end)
            if one == other or naming.start < end:
                continue
            if self.doc[end - 1].sent.start != self.doc[naming.start].sent.start:
                continue
            weight = self._between(before, naming, one, other)
            for here, there in ((one, other), (other, one)):
                if here in links and abs(weight) > abs(links[here].get(there, 0.0)):
                    links[here][there] = weight
        return links

    def _between(self, before: Naming, naming: Naming, one: int, other: int) -> float:
        """What stands between two namings says for their being of one country."""
        table = titles().sides
        start = max(before.end, before.name_end, *(office.end for office in before.offices))
        between = set(self.lower[start : naming.start]) - titles().institutional
        if any(office.is_counterpart for office in (*before.offices, *naming.offices)):
            return _OPPOSITE
        if between <= table.joining or not table.along.isdisjoint(between):
            rivals = self.people[one].role_class == self.people[other].role_class and self.people[one].role_class in _SINGLE
            marked = bool(self._named_from(naming.start - 2, naming.name_start))
            return _OPPOSITE if rivals or marked else _JOINED
        return 0.0 if table.opposing.isdisjoint(between) else _OPPOSITE
