"""What in an article speaks for or against each country as an official's own, where the words beside his name do not tell it.

A cue is a kind of words, and the country that it points to or away from. nationality.py weighs them.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Doc

from extract.gazetteer import countries, find_party, fold
from extract.officials.naming import Naming
from extract.officials.offices import Office
from extract.officials.person import Person
from extract.text.marked import Marked, marked, sentence_starts
from extract.text.tokens import words
from extract.words.lexicon import titles
from extract.words.roles import SINGLE

_HEADS = frozenset({"head_of_state", "head_of_government"})

_OFFICES_ALIKE = SINGLE | {"deputy_defense_minister", "deputy_foreign_minister", "service_chief", "ambassador"}
_TELLING = frozenset({"joined", "opposite", "counterpart"})
_OPPOSITE = frozenset({"opposite", "counterpart"})
_VISITS = frozenset({"visit", "trip", "tour", "journey"})
_AWAY = frozenset({"leave", "left", "for"})
_INVITING = frozenset({"invited", "invitation", "invite"})
_NOT_MET = frozenset({"were", "was", "is", "said", "that", "accompanied", "present", "together", "where", "led", "headed"})
_JOINED_BY = ["joined", "by"]
_ANOTHERS = frozenset({"his", "her", "its", "their", "counterpart", "counterparts"})
_OPENING = 40  # tokens: what is named in them counts twice
_NEAR = 120  # tokens
_WAY = 5  # tokens from "visit" to the country visited
_NEXT = 3  # tokens from a country to the next of a list
_MET = 12  # tokens from a verb of meeting to who is met
_FURTHER = 6  # tokens from "and" to whom else one met
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


class _Mention(NamedTuple):
    """A country named at tokens `start` to `end`; `how`: plain, as a place ("in X") or as another ("with X")."""

    start: int
    end: int
    code: str
    how: str


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


def _of_other_stories(doc: Doc) -> set[int]:
    """The tokens of the lists of other stories; the head of a page, which tells whose it is, is no list."""
    return {i for s in marked(doc, "furniture") if s.start > _OPENING for i in range(s.start, s.end)}


class Cues:
    """The cues of one article; officials are told by their numbers in `people`."""

    def __init__(self, doc: Doc, people: Sequence[Person], reported_from: str | None) -> None:
        self.doc, self.people, self.reported_from = doc, people, reported_from
        self.words = words(doc)
        self.lower = self.words.lower
        self.sentences = sentence_starts(doc)
        self.namings = sorted((n.start, number) for number, person in enumerate(people) for n in person.namings)
        outside = _of_other_stories(doc)
        self._countries = sorted(span for span in marked(doc, "countries") if span.start not in outside)
        self._places = [span for span in marked(doc, "places") if span.start not in outside]
        self.named = [_Mention(s.start, s.end, s.id_, self._how(s.start)) for s in self._countries]
        self._demonyms = {s.start for s in self._countries if s.label_ == "demonym"}
        self.starts = [mention.start for mention in self.named]
        self.there = sorted(
            (s.start, s.id_)
            for s in (*self._places, *self._countries)
            if self._preposition(s.start) in titles().sides.places or self.lower[s.end : s.end + 2] == [",", "where"]
        )

    # -- of the article at large

    @cached_property
    def general(self) -> list[Cue]:
        """The cues that hold for every official of the article."""
        counts: dict[str, defaultdict[str, float]] = {"named": defaultdict(float), "capital": defaultdict(float)}
        for span in self._countries:
            weight = _AS_THREAT if self._is_threat(span.start, span.end) else 1 + (span.start < _OPENING)
            counts["capital" if span.label_ == "capital" else "named"][span.id_] += weight
        most = max((count for of_kind in counts.values() for count in of_kind.values()), default=1.0)
        cues = [Cue(code, kind, count / most) for kind, of_kind in counts.items() for code, count in of_kind.items()]
        cues += [Cue(code, "body") for code in {s.id_ for s in marked(self.doc, "organizations")}]
        issuer = next((s.id_.split("/")[0] for s in marked(self.doc, "ministries") if s.id_[0] not in "/&"), None)
        if (
            "KOR" in counts["named"]
            and "PRK" in counts["named"].keys() | counts["capital"].keys()
            and self.reported_from != "PRK"
        ):
            cues.append(Cue("PRK", "the other Korea"))
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

    def _is_threat(self, start: int, end: int) -> bool:
        """Whether a country is spoken of as a danger: "North Korean missiles", "against X"."""
        return not self._threats.isdisjoint((start - 2, start - 1, end, end + 1))

    @cached_property
    def _threats(self) -> frozenset[int]:
        """Where words of danger stand."""
        return frozenset(self.words.positions.of(titles().sides.threats))

    def _how(self, start: int) -> str:
        """How the word before a country names it."""
        before = self._preposition(start)
        return "place" if before in titles().sides.places else "another" if before in titles().sides.partners else "plain"

    def _preposition(self, start: int) -> str:
        """The word before a country's name, articles passed over."""
        k = start - 1
        while k > 0 and self.lower[k] in {"the", "nearby", "neighbouring", "neighboring"}:
            k -= 1
        return self.lower[k] if k >= 0 else ""

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
            for mention in self._named_from(naming.start - _AROUND, naming.name_end + _AROUND):
                gap = max(naming.start - mention.end, mention.start - naming.name_end, 0)
                near[mention.code] += 1 / (_LED + gap)
        most = max(near.values(), default=1.0) + _LONE
        yield from (Cue(code, "around", amount / most) for code, amount in near.items())

    def _is_anothers(self, naming: Naming) -> bool:
        """Whether a release tells of one who is met or is a danger: "the Secretary spoke with X", "I met X", "X's war"."""
        table = titles().sides
        if not table.threats.isdisjoint(self.lower[naming.name_end : naming.name_end + _DANGER]):
            return True
        before = self.lower[max(self._sentence(naming.start)[0], naming.start - _FROM_OWN) : naming.start]
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
        first, last = self._sentence(naming.start)
        start, end = naming.start, max(naming.end, naming.name_end)
        before = bisect_left(self._loose_starts, start)
        if before:
            mention = self._loose[before - 1]
            if mention.start >= first:
                gap = self.lower[mention.end : start]
                led = len(gap) < _LED and "by" in gap and not titles().sides.leading.isdisjoint(gap)
                yield mention.code, "led by" if led else "before, a place" if mention.how == "place" else "before"
            elif mention.how != "place" and all(word.count("\n") < 2 for word in self.words.text[mention.end : start]):
                yield mention.code, "earlier"
        counterpart = bisect_left(self._counterparts, (end, ()))
        for at, codes in self._counterparts[counterpart : counterpart + 1]:
            yield from ((code, "counterpart's") for code in codes if at < last)
        envoy = bisect_left(self._envoys, (start, 0))
        for office, told in self._envoys[max(envoy - 1, 0) : envoy + 1]:
            between = self.lower[told:start] if told <= start else self.lower[end:office]
            if first <= office < last and not titles().sides.meeting.isdisjoint(between):
                yield from ((posting.code, "posted to") for posting in self._named_from(office, told)[1:])
        after = bisect_left(self._loose_starts, end)
        if after < len(self._loose) and self._loose[after].start < last:
            mention = self._loose[after]
            met = not titles().sides.meeting.isdisjoint(self.lower[end : mention.start])
            yield mention.code, "after" if mention.how == "plain" and not met else "after, as another"
        here = bisect_left(self.there, (start, ""))
        if self._is_met(naming) and (place := self._meeting_place(naming)):
            yield place, "met there"
        near = here and start - self.there[here - 1][0] < _NEAR
        there = self.there[here - 1][1] if near else self.reported_from
        if there is not None and there in self._acting:
            envoy_there = any(o.role_class == "ambassador" and not o.countries for o in naming.offices)
            yield there, "envoy there" if envoy_there else "there"

    def _on_the_way(self, naming: Naming) -> Iterator[tuple[str, str]]:
        """The countries to which one travels or is sent."""
        table = titles().sides
        for mention in self._named_from(*self._sentence(naming.start)):
            preposition = self._preposition(mention.start)
            travels = not table.travel.isdisjoint(self.lower[naming.end : mention.start])
            if mention.start >= naming.end and travels and preposition in table.toward:
                yield mention.code, "traveled to"
            if self._is_visitor(naming, mention):
                yield mention.code, "visitor"
            named = [o for o in naming.offices if o.start < mention.start < o.end]
            posted = preposition in {"to", "in", "at"} and any(o.role_class == "ambassador" for o in named)
            charged = preposition == "for" and any(not titles().charged.isdisjoint(o.role.split()) for o in named)
            if posted or charged:
                yield mention.code, "accredited to"

    def _is_visitor(self, naming: Naming, mention: _Mention) -> bool:
        """Whether it is he who visits: "X is on a visit to Norway", "on the last day of his visit to Norway, X …"."""
        k = mention.start - 1 - (self.lower[mention.start - 1] == "the")
        if self.lower[k] != "to" or self.lower[k - 1] not in _VISITS or mention.start in self._demonyms:
            return False
        first = self._sentence(naming.start)[0]
        if mention.start >= naming.end:
            return self._is_first_in(first, naming) and titles().sides.opposing.isdisjoint(self.lower[naming.end : k - 1])
        own = not {"his", "her"}.isdisjoint(self.lower[first:k])
        return own and self._is_first_in(first, naming) and "," in self.lower[mention.end : naming.start]

    def _is_first_in(self, sentence: int, naming: Naming) -> bool:
        """Whether nobody is named before him in the sentence that begins at token `sentence`."""
        return self.namings[bisect_left(self.namings, (sentence, 0))][0] == naming.start

    def _list_start(self, naming: Naming, first: int) -> int:
        """Where the names begin, after word `first`, with which a naming is listed: "(met) X, Y and Z"."""
        start = naming.start
        for k in range(bisect_left(self._ends, (start, 0)) - 1, -1, -1):
            end, before = self._ends[k]
            if before < first or not titles().sides.joining.issuperset(self.lower[end:start]):
                break
            start = before
        return start

    @cached_property
    def _ends(self) -> list[tuple[int, int]]:
        """Where each naming ends, and where it starts."""
        return sorted((max(n.end, n.name_end), n.start) for person in self.people for n in person.namings)

    def _meeting_place(self, naming: Naming) -> str | None:
        """The country where one is met: of the place told before him in his sentence, else of the journey told last."""
        here = bisect_left(self.there, (naming.start, ""))
        if here and self.there[here - 1][0] >= self._sentence(naming.start)[0]:
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
        if self.lower[place.end : place.end + 1] in ([","], ["and"]) and self._named_from(place.end, place.end + _NEXT):
            return False
        if "in" in before[-2:] and not _VISITS.isdisjoint(self.lower[place.end : place.end + _LED]):
            return True
        toward = self._preposition(place.start) in table.toward - _AWAY
        return toward and not table.travel.isdisjoint(before) and _INVITING.isdisjoint(before)

    def _is_met(self, naming: Naming) -> bool:
        """Whether he is told to be met or visited: "called on X", "was received by X"; ambassadors are of the guests."""
        if any(office.role_class == "ambassador" for office in naming.offices):
            return False
        first = self._sentence(naming.start)[0]
        start = self._list_start(naming, first)
        gap = self.lower[max(first, start - _MET) : start]
        verb = next((k for k in reversed(range(len(gap))) if gap[k] in titles().sides.meeting), None)
        return verb is not None and gap[-1] != "," and _NOT_MET.isdisjoint(gap[verb:]) and gap[verb : verb + 2] != _JOINED_BY

    def _sentence(self, at: int) -> tuple[int, int]:
        """Where the sentence of token `at` begins and ends."""
        after = bisect_right(self.sentences, at)
        return self.sentences[after - 1], self.sentences[after] if after < len(self.sentences) else len(self.lower)

    def _named_from(self, start: int, end: int) -> list[_Mention]:
        """The countries named from token `start` to `end`."""
        return self.named[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    @cached_property
    def _acting(self) -> set[str]:
        """The countries that are named otherwise than as a place."""
        return {mention.code for mention in self.named if mention.how == "plain"}

    @cached_property
    def _loose(self) -> list[_Mention]:
        """The countries that stand outside the titles of named officials, and not as a danger."""
        stretches = [(n.start, max(n.end, n.name_end)) for person in self.people for n in person.namings]
        stretches += [(o.start, o.end) for person in self.people for n in person.namings for o in n.offices]
        titled = {i for start, end in stretches for i in range(start, end)}
        return [
            mention
            for mention in self.named
            if mention.start not in titled and mention.end not in titled and not self._is_threat(mention.start, mention.end)
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

    # -- of two officials

    def ties(self, number: int) -> Iterator[str | int]:
        """On what an official's office leans: the country meant by "its" or "the country's", the official meant by "his"."""
        for naming in self.people[number].namings[:_NAMINGS]:
            named = bisect_left(self.starts, naming.start - 1)
            before = bisect_left(self.namings, (naming.start, 0))
            last_is_country = named and (not before or self.named[named - 1].start > self.namings[before - 1][0])
            if named and (naming.tie in {"country", "its", "their"} or (naming.tie == "whose" and last_is_country)):
                yield self.named[named - 1].code
            elif before and naming.tie in {"his", "her", "whose"}:
                yield self.namings[before - 1][1]

    def links(self, open_ones: Iterable[int]) -> dict[int, dict[int, str]]:
        """For each official in `open_ones` those named next to him, with what the clearest words between them tell."""
        links: dict[int, dict[int, str]] = {number: {} for number in open_ones}
        order = sorted(
            ((naming, number) for number, person in enumerate(self.people) for naming in person.namings),
            key=lambda entry: (entry[0].start, entry[1]),
        )
        first: int | None = None  # who is named first in the sentence
        subject: int | None = None  # who is told to have met those that are listed
        for (before, one), (naming, other) in pairwise(order):
            end = max(before.end, before.name_end)
            if one == other or naming.start < end:
                continue
            if self._sentence(end - 1) != self._sentence(naming.start):
                subject = first = None
                continue
            first = one if first is None else first
            kind = self._between(before, naming, one, other)
            goes_on = self._goes_on(before, naming)
            if goes_on and first == one and self._is_met(before):
                continue
            told_of_first = goes_on or any(o.is_counterpart and not o.plural for o in naming.offices)
            if told_of_first and first != other:
                one, subject = first, None
            pairs = [(one, other, kind)]
            if kind in _OPPOSITE:
                subject = one
            elif kind and subject is not None:
                pairs.append((subject, other, "opposite"))
            else:
                subject = None
            for here, there, what in (*pairs, *((there, here, what) for here, there, what in pairs)):
                if here in links and here != there and what in _TELLING and links[here].get(there) not in _OPPOSITE:
                    links[here][there] = what
        for number, found in links.items():
            subject = self._subject_before(self.people[number].namings[0])
            if subject is not None and subject != number:
                found.setdefault(subject, "met before")
        return links

    def _goes_on(self, before: Naming, naming: Naming) -> bool:
        """Whether a second verb of meeting leads to a naming, of who is named first: "X called on Y and met Z"."""
        gap = self.lower[max(before.end, before.name_end) : naming.start]
        further = next((gap[k + 1 : k + _FURTHER] for k, word in enumerate(gap) if word == "and"), [])
        return not titles().sides.meeting.isdisjoint(further) and _ANOTHERS.isdisjoint(further)

    def _between(self, before: Naming, naming: Naming, one: int, other: int) -> str:
        """What stands between two namings tells: that they are of one country ("joined"), or of two."""
        table = titles().sides
        start = max(before.end, before.name_end, *(office.end for office in before.offices))
        gap = [word for word in self.lower[start : naming.start] if word != ","]
        between = set(gap) - titles().institutional
        if any(len(office.countries) > 1 and office in naming.offices for office in before.offices):
            return "listed"
        if any(office.is_counterpart for office in naming.offices):
            return "counterpart"
        if any(office.is_counterpart for office in before.offices):
            return "opposite"
        if gap == ["to"]:
            return "opposite"  # "handed over by X to Y"
        if _JOINED_BY in map(list, pairwise(gap)) or (
            not table.along.isdisjoint(between) and table.meeting.isdisjoint(gap[1:])
        ):
            return "joined"
        if gap[-1:] == ["with"] and not table.travel.isdisjoint(gap) and table.opposing.isdisjoint(gap[:-1]):
            return "joined"  # "came with"
        owners = self._named_from(start, naming.start)
        between -= {word for owner in owners for word in self.lower[owner.start : owner.end]}
        if gap[:2] == ["and", "with"]:
            between.discard("with")
        if not between <= table.joining:
            return "" if table.opposing.isdisjoint(between) else "opposite"
        classes = {self.people[one].role_class, self.people[other].role_class}
        if "between" in self.lower[max(before.start - 3, 0) : before.start] or (len(classes) == 1 and classes <= SINGLE):
            return "opposite"
        end = max(naming.end, naming.name_end, *(office.end for office in naming.offices))
        told_of_other = owners or self._named_from(naming.start, end + 3)
        return "listed" if told_of_other or classes <= _HEADS else "joined"

    def _subject_before(self, naming: Naming) -> int | None:
        """The official named last before a sentence in which a verb of meeting leads to a naming from nobody else named."""
        first, _ = self._sentence(naming.start)
        if titles().sides.meeting.isdisjoint(self.lower[first : naming.start]):
            return None
        before = bisect_left(self.namings, (first, 0))
        nobody = before == bisect_left(self.namings, (naming.start, 0)) and not self._named_from(first, naming.start)
        return self.namings[before - 1][1] if before and nobody else None
