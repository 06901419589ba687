"""Whose an official is of whom the words beside his name do not tell it.

Every country of the article is weighed by the cues that speak for it and against it (cues.py). Officials whose country is not
told lean on those named before and after them in their sentence: joined by "and" they are of one country, across a "met" of
two; so the weighing is repeated until it rests. One country has no two defence ministers, some have no president or no prime
minister, and a guest is not of the country he visits.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice, product
from math import exp

from spacy.tokens import Doc

from extract.officials.person import Person
from extract.record import SOLE_OFFICES
from extract.references.cues import Cue, Cues
from extract.references.links import Links
from extract.text.marked import marked
from extract.words.lexicon import Held, titles
from extract.words.roles import plain
from extract.words.spellings import countries_like

_ROUNDS = (0.7, 0.7, 1.0, 1.0, 1.5, 2.0)  # how firm the beliefs of each round are
_NEGLIGIBLE = 0.02
_CANDIDATES = 14

# What a cue of each kind is worth: log-odds, fitted to coded articles.
WEIGHTS = {
    "publisher": 3.5,  # the country whose name the publisher bears
    "release's own": 2.0,  # of the publisher's: who is named first in its headline
    "its own's guest": -1.5,  # "the Secretary spoke with X", in a release
    "governs": 3.0,  # "the Berg administration"
    "around": 3.0,  # how near he is named to it, in a release
    "along": 2.2,
    "escorting": 4.0,  # "he was accompanied by X, Y and Z"
    "joined": 1.2,  # "French Foreign Minister X and Defence Minister Y"
    "on the side of": 4.0,  # "co-chaired by X on the Omani side"
    "led by": 2.0,  # "a delegation from Norway led by X"
    "tied": 1.4,  # "the country's defence chief", "his spokesman"
    "speaks for": 1.2,  # a spokesman, of the country of which others need not be told to be
    "earlier": 1.3,  # the country named last before him in his paragraph
    "capital": 0.6,  # how often the article names the capital
    "named": 1.0,  # how often it names the country otherwise
    "shared home": 0.5,  # others whose country is not told either are of it
    "body": -0.5,  # that the article names an organization
    "the other Korea": -1.0,  # the North, where the South is named too
    "told of others": -0.3,
    "issuer": 0.4,  # the country of the body of government that is named first
    "before": 0.9,  # the country named last before him in his sentence
    "after": 0.7,  # the first one behind
    "posted to": 1.5,  # he meets an ambassador who is posted there
    "held": 0.6,  # one of the countries that have such an office
    "reported from": 0.3,
    "before, a place": 0.5,
    "met there": 2.5,  # the place of the sentence that tells of a meeting, or where the journey told last led
    "counterpart's": -2.0,  # "X met his Norwegian counterpart"
    "envoy there": -1.5,  # an ambassador, where it is that he is named
    "like office": 0.4,
    "there": 0.65,  # where it is that he is named
    "met by him": -1.5,
    "met before": -0.3,  # he is met by one of the sentence before
    "spelt otherwise": -1.0,  # hardly any name there is like his
    "spelt unlike": -4.0,
    "spelt as elsewhere": -3.0,  # his name is at home in another country of the article, not there
    "rival": -2.0,  # a second holder of an office that only one can hold
    "after, as another": -0.25,  # "X said with Norway …", "X received the Norwegian …"
    "traveled to": -0.9,
    "another president": -3.0,
    "returns": 1.5,
    "invites": 1.5,
    "lacks": -4.0,
    "traveler": -2.4,
    "visitor": -3.5,  # "X is on a visit to Norway"
    "accredited to": -2.0,
    "opposite": -2.0,  # "X met Y"
    "counterpart": -4.0,  # "X and his Norwegian counterpart"
}
# What cues are worth of those who hold an office alone, in the release of a country, which tells of many presidents without a
# word of whose they are.
OF_HOLDERS_IN_RELEASES = WEIGHTS | {
    "around": 4.0,
    "release's own": 3.5,
    "governs": 3.3,
    "issuer": 0.0,
    "its own's guest": -1.0,
    "met there": 2.0,
    "shared home": 0.1,
    "before": 0.3,
    "told of others": 0.2,
    "named": 0.8,
    "like office": 0.9,
    "earlier": 0.9,
    "opposite": -1.0,
    "rival": -1.2,
    "another president": -2.6,
    "spelt otherwise": -1.7,
    "lacks": -5.5,
    "spelt as elsewhere": -5.0,
    "spelt unlike": -6.5,
}
_LEAST = -1.0  # below it all speaks against the countries that the article names


def with_countries(doc: Doc, people: Sequence[Person], reported_from: str | None) -> Iterator[tuple[Person, str | None]]:
    """Each official with his country: as told, as his office alone implies, or the one that most speaks for."""
    told = [person.country or country_of_title(person.role or "") or _body_of(person, doc) for person in people]
    weighed = _Weighing(Cues(doc, people, reported_from), told).countries() if None in told else told
    yield from zip(people, weighed, strict=True)


@cache
def country_of_title(role: str) -> str | None:
    """The country of an office that only one country has ("Raksha Mantri", "member of the Saeima")."""
    by_length = sorted(titles().countries.items(), key=lambda item: -len(item[0]))
    words = role.replace("defence", "defense")
    return next((code for phrase, code in by_length if phrase in words), None)


def _body_of(person: Person, doc: Doc) -> str | None:
    """The organization that the article names most, of a secretary general of whom it is not told whose he is."""
    if (person.role or "").removeprefix("deputy ") not in titles().of_organizations:
        return None
    counts = Counter(span.id_ for span in marked(doc, "organizations"))
    return max(counts, key=lambda code: counts[code], default=None)


@cache
def _held(role: str) -> tuple[Held, ...]:
    """What is known of the countries that have or lack an office."""
    return tuple(held for held in titles().held if held.pattern.search(plain(role)))


class _Weighing:
    """What of the article speaks for each of its countries, official by official.

    What is believed of one official's country weighs on the others'; beliefs grow firmer from round to round.
    """

    def __init__(self, cues: Cues, told: list[str | None]) -> None:
        self.cues, self.people, self.told = cues, cues.people, told
        self.weights = [self._weights_of(person) for person in self.people]
        self.beliefs: list[dict[str, float]] = [{code: 1.0} if code else {} for code in told]
        self.holds = [_holds_alone(person) for person in self.people]
        self.holders: defaultdict[tuple[str, str], float] = defaultdict(float)
        self.homes: defaultdict[str, float] = defaultdict(float)
        for number in range(len(told)):
            self._count(number, 1)

    def countries(self) -> list[str | None]:
        """The countries of the officials, in their order."""
        found = list(self.told)
        open_ones = [number for number, code in enumerate(self.told) if code is None]
        leaning = Links(self.cues)
        ties, links = {number: [*leaning.ties(number)] for number in open_ones}, leaning.of(open_ones)
        worths = {id(self.weights[number]): self.weights[number] for number in open_ones}
        general = {key: self._general(worth) for key, worth in worths.items()}
        firm = {number: self._firm(number, general[id(self.weights[number])]) for number in open_ones}
        foreign = {n: _foreignness(self.people[n].name, firm[n], self.weights[n]) for n in open_ones}
        for firmness in _ROUNDS if len(open_ones) > 1 else _ROUNDS[-1:]:  # one alone has nobody to wait for
            for number in open_ones:
                self._count(number, -1)
                weights = firm[number].copy()
                self._lean(weights, number, links[number], ties[number])
                likely = {code: weight + foreign[number][code] for code, weight in weights.items()}
                self.beliefs[number] = _shares(likely, firmness)
                self._count(number, 1)
                best = max(likely, key=likely.__getitem__, default=None)
                found[number] = best if best is not None and weights[best] > _LEAST else None
        return found

    def _count(self, number: int, by: int) -> None:
        """Count what is believed of an official among the holders of his office, and among those of whom none is told."""
        for code, share in self.beliefs[number].items():
            if self.holds[number]:
                self.holders[self.people[number].role_class, code] += by * share
            if self.people[number].country is None:
                self.homes[code] += by * share

    def _weights_of(self, person: Person) -> Mapping[str, float]:
        """What the cues to an official's country are worth."""
        of_holder = self.cues.publisher and person.role_class in SOLE_OFFICES
        return OF_HOLDERS_IN_RELEASES if of_holder else WEIGHTS

    def _general(self, worth: Mapping[str, float]) -> dict[str, float]:
        """The countries that come into question, those that most of the article speaks for, with what it tells of all."""
        sums: defaultdict[str, float] = defaultdict(float)
        for code, kind, amount in self.cues.general:
            sums[code] += worth[kind] * amount
        sums.update({code: sums[code] for code in self.told if code})
        return dict(sorted(sums.items(), key=lambda entry: (-entry[1], entry[0])))

    def _firm(self, number: int, general: Mapping[str, float]) -> dict[str, float]:
        """What weighs on an official whatever is believed of the others."""
        worth = self.weights[number]
        roles = {self.people[number].role or "", *(o.role for n in self.people[number].namings for o in n.offices)}
        held = [entry for role in sorted(roles) for entry in _held(role)]
        likely = [*islice(general, _CANDIDATES), *(office.only[0] for office in held if office.only)]
        weights = {code: general.get(code, 0.0) for code in likely if not any(code in office.never for office in held)}
        for code in weights:
            weights[code] += worth["lacks"] * any(office.excludes(code) for office in held)
        for code, kind, amount in self._apart(number, held, weights):
            if code in weights:
                weights[code] += worth[kind] * amount
        return weights

    def _apart(self, number: int, held: Sequence[Held], codes: Iterable[str]) -> Iterator[Cue]:
        """The cues of an official that rest on no other one."""
        yield from self.cues.alone(number)
        yield from (Cue(code, "held") for office, code in product(held, codes) if office.only)

    def _lean(self, weights: dict[str, float], number: int, links: Mapping[int, str], ties: Sequence[str | int]) -> None:
        """Add to the weights of each country what those on whom an official leans tell, and all others."""
        person, worth = self.people[number], self.weights[number]
        told = [(worth[kind], self.beliefs[other]) for other, kind in links.items()]
        told += [(worth["tied"], self.beliefs[tie] if isinstance(tie, int) else {tie: 1.0}) for tie in ties]
        for weight, beliefs in told:
            for code, share in beliefs.items():
                if code in weights:
                    weights[code] += weight * share
        kind = "another president" if person.role == "president" else "rival"
        for code in weights:
            home = min(self.homes[code], 1.0)
            weights[code] += worth["shared home"] * home
            if person.role_class == "spokesperson":
                weights[code] += worth["speaks for"] * home
            if self.holds[number]:
                weights[code] += worth[kind] * min(self.holders[person.role_class, code], 1.0)


def _foreignness(name: str, codes: Collection[str], worth: Mapping[str, float]) -> dict[str, float]:
    """What the spelling of a name weighs against each country; it tells countries apart, but makes none impossible."""
    alike, unlike = countries_like(name)
    if alike.isdisjoint(codes):
        return {code: worth["spelt otherwise"] * (code in unlike) for code in codes}
    kinds = {code: "spelt unlike" if code in unlike else "spelt as elsewhere" for code in codes if code not in alike}
    return {code: worth[kinds[code]] if code in kinds else 0.0 for code in codes}


def _holds_alone(person: Person) -> bool:
    """Whether an official holds an office that only one can hold, and holds it now."""
    alone = person.role_class in SOLE_OFFICES and not (person.role or "").startswith("member")
    return alone and not any(office.former for naming in person.namings for office in naming.offices)


def _shares(weights: dict[str, float], firmness: float) -> dict[str, float]:
    """How likely each country is by its weight."""
    most = max(weights.values(), default=0.0)
    odds = {code: exp(firmness * (weight - most)) for code, weight in weights.items()}
    whole = sum(odds.values())
    return {code: share / whole for code, share in odds.items() if share > _NEGLIGIBLE * whole}
