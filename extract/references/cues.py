"""What in an article speaks for or against each country as an official's own, where the words beside his name do not tell it.

A cue is a kind of words, and the country that it points to or away from. nationality.py weighs them.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from spacy.tokens import Doc

from extract.gazetteer import countries, find_party, fold, organizations
from extract.officials.naming import Naming
from extract.officials.offices import Office
from extract.officials.person import Person
from extract.record import SOLE_OFFICES
from extract.references.named import OPENING, VISITS, Mention, Named
from extract.references.sides import Sides
from extract.text.marked import Marked, marked
from extract.words.lexicon import titles

_OFFICES_ALIKE = SOLE_OFFICES | {"deputy_defense_minister", "deputy_foreign_minister", "service_chief", "ambassador"}
_AWAY = frozenset({"leave", "left", "for"})
_BEING = frozenset({"was", "is", "be", "been"})
_HOMEWARD = frozenset({"from", "home", "back", "returned", "came", "come", "comes", "left", "leave", "leaves"})
_RETURNING = frozenset({"returned", "returning", "returns", "return", "back"})
_FILLERS = frozenset({"the", "nearby", "neighbouring", "neighboring", "and", ","})
_JOURNEY = 3  # tokens from a verb of travel to the preposition
_INVITING = frozenset({"invited", "invitation", "invite"})
_NEAR = 120  # tokens
_WAY = 5  # tokens from "visit" to the country visited
_NEXT = 3  # tokens from a country to the next of a list
_LED = 8  # tokens from a delegation's country to its leader
_NAMINGS = 4
_OFTEN = 8  # namings
_AROUND = 50  # tokens
_FROM_OWN = 25  # tokens
_DANGER = 6  # tokens
_LONE = 0.1  # what the nearness of one lone mention is measured against
_FIRST_PERSONS = frozenset({"i", "we", "our", "my"})
_DEALING = frozenset({"to", "and", "invitation", "spoken", "by"})
_AS_THREAT = 0.25
_BY_NAME_ALONE = 0.5  # how much a place counts where one is named without his titles again


class Cue(NamedTuple):
    """`amount` of a kind of evidence that concerns the country or body `code`."""

    code: str
    kind: str
    amount: float = 1.0


def _tells_head(words: Sequence[str]) -> bool:
    """Whether the words lead to who leads a delegation: "headed by", "at its head was"."""
    return ("by" in words and not titles().sides.leading.isdisjoint(words)) or ("its" in words and "head" in words)


@cache
def country_of_publisher(publisher: str) -> str | None:
    """The country that a publisher's name tells: ``country_of_publisher("U.S. Department of State") == "USA"``."""
    seats = {fold(seat.name): code for code, entry in countries().items() for seat in entry.seats}
    parts = publisher.split()
    for size in range(min(len(parts), 5), 0, -1):
        for start in range(len(parts) - size + 1):
            name = " ".join(parts[start : start + size])
            code = seats.get(fold(name)) or (find_party(name) if len(name) > 3 or name.isupper() else None)
            if code in countries():
                return code
    return None


class Cues(Named):
    """The cues of one article; officials are told by their numbers in `people`."""

    def __init__(self, doc: Doc, people: Sequence[Person], reported_from: str | None) -> None:
        super().__init__(doc, people)
        self.reported_from = reported_from
        self._sides = Sides(self)

    # -- of the article at large

    @cached_property
    def general(self) -> list[Cue]:
        """The cues that hold for every official of the article."""
        counts: dict[str, defaultdict[str, float]] = {"named": defaultdict(float), "capital": defaultdict(float)}
        bodies = {span.id_ for span in marked(self.doc, "organizations")}
        seats = {organizations()[body].seat for body in bodies}
        for span in self._countries:
            if span.label_ == "capital" and span.id_ in seats:
                continue  # Brussels, where NATO is spoken of
            weight = _AS_THREAT if self.is_threat(span.start, span.end) else 1 + (span.start < OPENING)
            counts["capital" if span.label_ == "capital" else "named"][span.id_] += weight
        most = max((count for of_kind in counts.values() for count in of_kind.values()), default=1.0)
        cues = [Cue(code, kind, count / most) for kind, of_kind in counts.items() for code, count in of_kind.items()]
        cues += [Cue(code, "body") for code in bodies]
        issuer = next((s.id_.split("/")[0] for s in marked(self.doc, "ministries") if s.id_[0] not in "/&"), None)
        if (
            "KOR" in counts["named"]
            and "PRK" in counts["named"].keys() | counts["capital"].keys()
            and self.reported_from != "PRK"
        ):
            cues.append(Cue("PRK", "the other Korea"))
        told = Counter(person.country for person in self.people if person.country and person.role_class != "ambassador")
        cues += [Cue(code, "told of others", count / max(told.values())) for code, count in told.items()]
        known = ((self.reported_from, "reported from"), (issuer, "issuer"), (self.publisher, "publisher"))
        return cues + [Cue(code, kind) for code, kind in known if code]

    @cached_property
    def publisher(self) -> str | None:
        """The country of the publisher, where its name tells."""
        return country_of_publisher(self.doc._.publisher) if self.doc._.publisher else None

    @cached_property
    def _leading(self) -> frozenset[int]:
        """Whose a release is: who is named first in its headline, and of the holders of each other office who is named most."""
        headline = next((s for s in marked(self.doc, "layout") if s.label_ == "title"), None)
        first = [number for start, number in self.namings[:1] if headline and headline.start <= start < headline.end]
        return frozenset(first)

    # -- of one official

    def alone(self, number: int) -> Iterator[Cue]:
        """The cues of the sentences that name an official, and of the like offices that stand elsewhere without a name."""
        strongest: dict[tuple[str, str], float] = {}
        for place, naming in enumerate(self.people[number].namings[:_NAMINGS]):
            titled = naming.offices or naming.rank or not place
            for told in (*self._beside(naming), *self._on_the_way(naming)):
                strongest[told] = max(strongest.get(told, 0.0), 1.0 if titled else _BY_NAME_ALONE)
        yield from (Cue(code, kind, amount) for (code, kind), amount in strongest.items())
        if self.publisher and number in self._leading:
            yield Cue(self.publisher, "release's own")
        if self.publisher:
            yield from self._of_release(self.people[number], self.publisher)
        kind = self.people[number].role_class
        if kind in _OFFICES_ALIKE:
            yield from (
                Cue(code, "like office") for code in {c for o in self._unnamed if o.role_class == kind for c in o.countries}
            )

    def _of_release(self, person: Person, publisher: str) -> Iterator[Cue]:
        """The cues of a country's release, which need not tell its readers who of those it names is its own."""
        if any(map(self._is_anothers, person.namings)):
            yield Cue(publisher, "its own's guest")
        if person.name.lower().split()[-1] in self._governing:
            yield Cue(publisher, "governs")
        near: defaultdict[str, float] = defaultdict(float)
        for naming in person.namings[:_OFTEN]:
            for mention in self.named_from(naming.start - _AROUND, naming.name_end + _AROUND):
                gap = max(naming.start - mention.end, mention.start - naming.name_end, 0)
                near[mention.code] += 1 / (_LED + gap)
        most = max(near.values(), default=1.0) + _LONE
        yield from (Cue(code, "around", amount / most) for code, amount in near.items())

    def _is_anothers(self, naming: Naming) -> bool:
        """Whether a release tells of one who is met or is a danger: "the Secretary spoke with X", "I met X", "X's war"."""
        table = titles().sides
        if not table.threats.isdisjoint(self.lower[naming.name_end : naming.name_end + _DANGER]):
            return True
        before = self.lower[max(self.sentence(naming.start)[0], naming.start - _FROM_OWN) : naming.start]
        own = (
            k
            for k, word in enumerate(before)
            if word in _FIRST_PERSONS or (word in table.own and before[k - 1 : k] in (["the"], ["vice"]))
        )
        return not (table.opposing | _DEALING).isdisjoint(before[next(own, len(before)) :])

    @cached_property
    def _governing(self) -> frozenset[str]:
        """By whose names governments are called: "the Berg-Holm administration"."""
        ends = [k for k, word in enumerate(self.lower) if word == "administration"]
        return frozenset(self.lower[j] for k in ends for j in (k - 1, k - 3) if j == k - 1 or self.lower[k - 2] == "-")

    def _beside(self, naming: Naming) -> Iterator[tuple[str, str]]:
        """The countries named last before a naming, first behind it, and the place where all this is."""
        first, last = self.sentence(naming.start)
        start, end = naming.start, max(naming.end, naming.name_end)
        before = bisect_left(self._loose_starts, start)
        if before:
            mention = self._loose[before - 1]
            if mention.start >= first:
                gap = self.lower[mention.end : start]
                led = len(gap) < _LED and _tells_head(gap)
                yield mention.code, "led by" if led else "before, a place" if mention.how == "place" else "before"
            elif first and self.is_first_in(first, naming) and _tells_head(self.lower[first:start]):
                named = self.named_from(self.sentence(first - 1)[0], first)
                led_ones = [mention.code for mention in named if self.preposition(mention.start) != "in"]
                yield from ((code, "led by") for code in led_ones[-1:])
            elif mention.how != "place" and self._goes_on_since(mention, first, start):
                yield mention.code, "earlier"
        counterpart = bisect_left(self._counterparts, (end, ()))
        for at, codes in self._counterparts[counterpart : counterpart + 1] if not self.is_met(naming) else ():
            yield from ((code, "counterpart's") for code in codes if at < last)
        envoy = bisect_left(self._envoys, (start, 0))
        for office, told in self._envoys[max(envoy - 1, 0) : envoy + 1]:
            between = self.lower[told:start] if told <= start else self.lower[end:office]
            if first <= office < last and not titles().sides.meeting.isdisjoint(between):
                yield from ((posting.code, "posted to") for posting in self.named_from(office, told)[1:])
        after = bisect_left(self._loose_starts, end)
        if after < len(self._loose) and self._loose[after].start < last:
            mention = self._loose[after]
            met = not titles().sides.meeting.isdisjoint(self.lower[end : mention.start])
            behind = "after" if mention.how == "plain" and not met else "after, as another"
            yield mention.code, behind
        if side := self._sides.of(naming):
            yield side, "on the side of"
        here = bisect_left(self.there, (start, ""))
        if self.is_met(naming) and (place := self._meeting_place(naming)):
            yield place, "met there"
        near = here and start - self.there[here - 1][0] < _NEAR
        there = self.there[here - 1][1] if near else self.reported_from
        if there is not None and there in self._acting:
            envoy_there = any(o.role_class == "ambassador" and not o.countries for o in naming.offices)
            yield there, "envoy there" if envoy_there else "there"

    def _goes_on_since(self, mention: Mention, first: int, start: int) -> bool:
        """Whether the paragraph goes on to token `start`, and its sentence, from `first` on, names no other country."""
        others = {other.code for other in self.named_from(first, start)} - {mention.code}
        return not others and all(word.count("\n") < 2 for word in self.words.text[mention.end : start])

    def _on_the_way(self, naming: Naming) -> Iterator[tuple[str, str]]:
        """The countries to which one travels or is sent."""
        table = titles().sides
        for mention in self.named_from(*self.sentence(naming.start)):
            preposition = self.preposition(mention.start)
            way = self.lower[naming.end : mention.start]
            if mention.start >= naming.end and not table.travel.isdisjoint(way) and preposition in table.toward:
                invites = not _INVITING.isdisjoint(way) and self.is_first_in(self.sentence(naming.start)[0], naming)
                yield mention.code, "invites" if invites else "traveled to"
            if mention.start >= naming.end and preposition == "to" and self.lower[mention.start - 2] in _RETURNING:
                yield mention.code, "returns"
            if self._is_visitor(naming, mention):
                yield mention.code, "visitor"
            elif self._is_traveler(naming, mention):
                yield mention.code, "traveler"
            named = [o for o in naming.offices if o.start < mention.start < o.end]
            posted = preposition in {"to", "in", "at"} and any(o.role_class == "ambassador" for o in named)
            charged = preposition == "for" and any(not titles().charged.isdisjoint(o.role.split()) for o in named)
            if posted or charged:
                yield mention.code, "accredited to"

    def _is_visitor(self, naming: Naming, mention: Mention) -> bool:
        """Whether it is he who visits: "X is on a visit to Norway", "on the last day of his visit to Norway, X …"."""
        k = mention.start - 1 - (self.lower[mention.start - 1] == "the")
        if self.lower[k] != "to" or self.lower[k - 1] not in VISITS or mention.start in self._demonyms:
            return False
        first = self.sentence(naming.start)[0]
        if mention.start >= naming.end:
            return self.is_first_in(first, naming) and titles().sides.opposing.isdisjoint(self.lower[naming.end : k - 1])
        own = not {"his", "her"}.isdisjoint(self.lower[first:k])
        return own and self.is_first_in(first, naming) and "," in self.lower[mention.end : naming.start]

    def _is_traveler(self, naming: Naming, mention: Mention) -> bool:
        """Whether nothing but his journey leads from him to a place: "X flew to Norway", "X was in Mali and Norway"."""
        end = max(naming.end, naming.name_end)
        if mention.start < end or mention.start in self._demonyms or self.namings_from(end, mention.start):
            return False
        if not self.is_first_in(self.sentence(naming.start)[0], naming):
            return False
        table = titles().sides
        listed = {k for m in self.named_from(end, mention.start) for k in range(m.start, m.end)}
        way = [k for k in range(end, mention.start) if k not in listed and self.lower[k] not in _FILLERS]
        *told, toward = [self.lower[k] for k in way] or [""]
        if toward not in table.toward - _AWAY or not table.opposing.isdisjoint({*told} - VISITS):
            return False
        if toward in table.travel:
            return True
        is_there = toward == "in" and told[-1:] and told[-1] in _BEING
        return bool(is_there) or (not table.travel.isdisjoint(told[-_JOURNEY:]) and _HOMEWARD.isdisjoint(told))

    def _meeting_place(self, naming: Naming) -> str | None:
        """The country where one is met: of the place told before him in his sentence, else of the journey told last."""
        here = bisect_left(self.there, (naming.start, ""))
        if here and self.there[here - 1][0] >= self.sentence(naming.start)[0]:
            return self.there[here - 1][1]
        journey = bisect_left(self._journeys, (naming.start, ""))
        return self._journeys[journey - 1][1] if journey else None

    @cached_property
    def _journeys(self) -> list[tuple[int, str]]:
        """Where a journey to a country or a place in it is told of: "his visit to Norway", "is in Norway on a visit"."""
        spans = [*(s for s in self._countries if s.label_ != "demonym"), *self._places]
        return sorted((span.start, span.id_) for span in spans if self._is_destination(span))

    def _is_destination(self, place: Marked) -> bool:
        """Whether somebody is told to travel to a place alone, not from it."""
        table, before = titles().sides, self.lower[max(place.start - _WAY, 0) : place.start]
        if self.lower[place.end : place.end + 1] in ([","], ["and"]) and self.named_from(place.end, place.end + _NEXT):
            return False
        if "in" in before[-2:] and not VISITS.isdisjoint(self.lower[place.end : place.end + _LED]):
            return True
        toward = self.preposition(place.start) in table.toward - _AWAY
        return toward and not table.travel.isdisjoint(before) and _INVITING.isdisjoint(before)

    @cached_property
    def _acting(self) -> set[str]:
        """The countries that are named otherwise than as a place."""
        return {mention.code for mention in self.named if mention.how == "plain"}

    @cached_property
    def _loose(self) -> list[Mention]:
        """The countries that stand outside the titles of named officials, and not as a danger."""
        stretches = [(n.start, max(n.end, n.name_end)) for person in self.people for n in person.namings]
        stretches += [(o.start, o.end) for person in self.people for n in person.namings for o in n.offices]
        titled = {i for start, end in stretches for i in range(start, end)}
        return [
            mention
            for mention in self.named
            if mention.start not in titled and mention.end not in titled and not self.is_threat(mention.start, mention.end)
        ]

    @cached_property
    def _loose_starts(self) -> list[int]:
        return [mention.start for mention in self._loose]

    @cached_property
    def _counterparts(self) -> list[tuple[int, tuple[str, ...]]]:
        """Where counterparts are told of, with their countries, which are not those of whom they are counterparts."""
        return sorted((office.start, office.countries) for office in self.doc._.offices if office.is_counterpart)

    @cached_property
    def _envoys(self) -> list[tuple[int, int]]:
        """Where the offices of ambassadors stand: "Norway's ambassador to Mali"."""
        return sorted((office.start, office.end) for office in self.doc._.offices if office.role_class == "ambassador")

    @cached_property
    def _unnamed(self) -> list[Office]:
        """The offices of a country that stand without a name: "the Turkish president"."""
        attached = {office.start for person in self.people for n in person.namings for office in n.offices}
        return [office for office in self.doc._.offices if office.countries and office.start not in attached]
