"""Whose an official is of whom the words beside his name do not tell it.

Every country of the article is weighed by the cues that speak for it and against it (cues.py). Officials whose country is not
told lean on those named before and after them in their sentence: joined by "and" they are of one country, across a "met" of
two; so the weighing is repeated until it rests. One country has no two defence ministers, some have no president or no prime
minister, and a guest is not of the country he visits.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from spacy.tokens import Doc

from .cues import SINGLE, Cue, Cues
from .lexicon import Held, titles
from .offices import plain
from .officials import Person

_ROUNDS = 3
_CANDIDATES = 8

# What a cue of each kind is worth: log-odds, fitted to coded articles.
WEIGHTS = {
    "joined": 2.7,  # "French Foreign Minister X and Defence Minister Y"
    "tied": 1.4,  # "the country's defence chief", "his spokesman"
    "speaks for": 1.3,  # a spokesman, of the country of which others need not be told to be
    "earlier": 1.2,  # the country named last before him in his paragraph
    "capital": 1.2,  # how often the article names the capital
    "named": 0.9,  # how often it names the country otherwise
    "shared home": 0.9,  # others whose country is not told either are of it
    "issuer": 0.8,  # the country of the body of government that is named first
    "before": 0.8,  # the country named last before him in his sentence
    "after": 0.7,  # the first one behind
    "held": 0.5,  # one of the countries that have such an office
    "reported from": 0.4,
    "before, a place": 0.4,
    "like office": 0.4,
    "there": 0.4,  # where it is that he is named
    "met before": -0.3,  # he is met by one of the sentence before
    "rival": -0.7,  # a second holder of an office that only one can hold
    "after, as another": -0.7,  # "X said with Norway …", "X received the Norwegian …"
    "traveled to": -1.0,
    "accredited to": -2.0,
    "opposite": -2.1,  # "X met Y"
    "not held": -2.9,  # the country has no such office
}
_LEAST = -1.0  # below it all speaks against the countries that the article names


def with_countries(doc: Doc, people: Sequence[Person], reported_from: str | None) -> Iterator[tuple[Person, str | None]]:
    """Each official with his country: as told, as his office alone implies, or the one that most speaks for."""
    told = [person.country or country_of_title(person.role or "") for person in people]
    yield from zip(people, _Weighing(Cues(doc, people, reported_from), told).countries(), strict=True)


@cache
def country_of_title(role: str) -> str | None:
    """The country of an office that only one country has ("Raksha Mantri", "member of the Saeima")."""
    by_length = sorted(titles().countries.items(), key=lambda item: -len(item[0]))
    return next((code for phrase, code in by_length if phrase in role), None)


@cache
def _held(role: str) -> tuple[Held, ...]:
    """What is known of the countries that have or lack an office."""
    return tuple(held for held in titles().held if held.pattern.search(plain(role)))


class _Weighing:
    """What of the article speaks for each of its countries, official by official."""

    def __init__(self, cues: Cues, told: list[str | None]) -> None:
        self.cues, self.people, self.told = cues, cues.people, told
        self.found = list(told)
        self.holders: Counter[tuple[str, str]] = Counter()
        self.homes: Counter[str] = Counter()
        for number in range(len(told)):
            self._count(number, 1)

    def countries(self) -> list[str | None]:
        """The countries of the officials, in their order."""
        open_ones = [number for number, code in enumerate(self.told) if code is None]
        if not open_ones:
            return self.found
        codes = self._codes()
        links = self.cues.links(open_ones)
        alone = {number: (*self.cues.general, *self.cues.alone(number)) for number in open_ones}
        for turn in range(_ROUNDS):
            before = list(self.found)
            for number in open_ones:
                self._count(number, -1)
                weights = dict.fromkeys([*codes, *self._of_office(number)], 0.0)
                leaning = self._leaning(number, links[number], turn > 0)
                for code, kind, amount in (*alone[number], *leaning, *self._fitting(number, weights)):
                    if code in weights:
                        weights[code] += WEIGHTS.get(kind, 0.0) * amount
                best = max(weights, key=weights.__getitem__, default=None)
                self.found[number] = best if best is not None and weights[best] > _LEAST else None
                self._count(number, 1)
            if self.found == before:
                break
        return self.found

    def _count(self, number: int, by: int) -> None:
        """Count the country found for an official among the holders of his office, and among those of whom none is told."""
        code, person = self.found[number], self.people[number]
        if code is not None:
            if not any(office.former for naming in person.namings for office in naming.offices):
                self.holders[person.role_class, code] += by
            if person.country is None:
                self.homes[code] += by

    def _codes(self) -> list[str]:
        """The countries that come into question: those that most of the article speaks for."""
        sums: defaultdict[str, float] = defaultdict(float)
        for code, kind, amount in self.cues.general:
            sums[code] += WEIGHTS.get(kind, 0.0) * amount
        sums.update({code: sums[code] for code in self.told if code})
        return sorted(sums, key=lambda code: (-sums[code], code))[:_CANDIDATES]

    def _of_office(self, number: int) -> list[str]:
        """The first of the countries that alone have an office."""
        return [held.only[0] for held in _held(self.people[number].role or "") if held.only]

    def _leaning(self, number: int, links: dict[int, str], settled: bool) -> Iterator[Cue]:
        """The cues of those on whom an official leans."""
        for other, kind in links.items():
            code = self.found[other]
            if code and (settled or self.told[other] or other < number):
                yield Cue(code, kind)
        for tie in self.cues.ties(number):
            owner = self.found[tie] if isinstance(tie, int) else tie
            if owner:
                yield Cue(owner, "tied")

    def _fitting(self, number: int, codes: Iterable[str]) -> Iterator[Cue]:
        """How each country fits an office and the other officials."""
        person = self.people[number]
        for code in codes:
            for held in _held(person.role or ""):
                if held.excludes(code):
                    yield Cue(code, "not held")
                elif held.only:
                    yield Cue(code, "held")
            if person.role_class in SINGLE and self.holders[person.role_class, code]:
                yield Cue(code, "rival")
            if self.homes[code]:
                yield Cue(code, "shared home")
                if person.role_class == "spokesperson":
                    yield Cue(code, "speaks for")
