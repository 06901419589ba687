"""On whom an official's country leans: whom the words between two officials tell to be of one country, or of two."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from extract.officials.naming import Naming
from extract.record import SOLE_OFFICES
from extract.references.named import JOINED_BY, VISITS, Named
from extract.words.lexicon import titles

_HEADS = frozenset({"head_of_state", "head_of_government"})
_TELLING = frozenset({"joined", "along", "opposite", "counterpart"})
_ESCORT = "escorting"
_OPPOSITE = frozenset({"opposite", "counterpart"})
_ANOTHERS = frozenset({"his", "her", "its", "their", "counterpart", "counterparts"})
_HE = frozenset({"he", "she"})
_HIM = frozenset({"him", "her"})
_PRONOUNS = _HE | _HIM | {"his"}
_JOINING_HIM = frozenset({"joined", "joins", "will", "join"})
_WITH_HIM = frozenset({tuple(JOINED_BY), ("along", "with"), ("company", "of")})
_BETWEEN_ENTRIES = frozenset({";", "and", "in", "to", "of", "the"})
_PRESENT = frozenset({"attending", "attendance", "present", "side"})
_ESCORTED = _PRONOUNS | {
    "delegation",
    "minister",
    "president",
    "chief",
    "team",
    "general",
    "admiral",
    "secretary",
    "ambassador",
    "commander",
}
_AUXILIARIES = frozenset({",", "had", "have", "also", "then", "later", "both", "will"})
_FURTHER = 6  # tokens from "and" to whom else one met
_NEXT = 5  # tokens from a name to what is told of it at once
_BEHIND = 16  # tokens from a name to what he joined
_MEETING_HIM = 8  # tokens from a name to "met him"
_NAMINGS = 4
_WAS = frozenset({"was", "were", "is", "'s"})


class Links:
    """The links between the officials of one article, who are told by their numbers in `people`."""

    def __init__(self, named: Named) -> None:
        self.named, self.people, self.namings, self.lower = named, named.people, named.namings, named.lower

    def ties(self, number: int) -> Iterator[str | int]:
        """On what an official's office leans: the country meant by "its" or "the country's", the official meant by "his"."""
        mentions = self.named.named
        for naming in self.people[number].namings[:_NAMINGS]:
            named = bisect_left(self.named.starts, naming.start - 1)
            before = bisect_left(self.namings, (naming.start, 0))
            last_is_country = named and (not before or mentions[named - 1].start > self.namings[before - 1][0])
            embassy = any(office.role.startswith("embassy's") for office in naming.offices)
            of_country = embassy or naming.tie in {"country", "its", "their"} or (naming.tie == "whose" and last_is_country)
            if named and of_country:
                yield mentions[named - 1].code
            elif before and naming.tie in {"his", "her", "whose"}:
                yield self.namings[before - 1][1]

    def of(self, open_ones: Iterable[int]) -> dict[int, dict[int, str]]:
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
            if self.named.sentence(end - 1) != self.named.sentence(naming.start):
                subject = first = None
                continue
            first = one if first is None else first
            kind = self._between(before, naming, one, other)
            if kind == "sent":
                kind, one = "along", one if "who" in self.lower[end : naming.start] else first
            goes_on = self._goes_on(before, naming)
            if goes_on and first == one and self.named.is_met(before):
                continue
            told_of_first = goes_on or any(o.is_counterpart and not o.plural for o in naming.offices)
            if told_of_first and first != other:
                one, subject = first, None
            pairs = [(one, other, kind)]
            if kind in _OPPOSITE:
                subject = one
            elif kind and subject is not None and subject != one:
                pairs.append((subject, other, "opposite"))
            else:
                subject = None
            for here, there, what in (*pairs, *((there, here, what) for here, there, what in pairs)):
                if here in links and here != there and what in _TELLING and links[here].get(there) not in _OPPOSITE:
                    links[here][there] = what
        escorted: dict[int, int] = {}
        for number, found in links.items():
            for subject, kind in self._with_subject_before(self.people[number].namings[0]):
                if subject != number:
                    found.setdefault(subject, kind)
                if kind == _ESCORT:
                    escorted[number] = subject
            if (escorting := escorted.get(number, number)) != number:  # "he was accompanied by X, Y and Z"
                found.setdefault(escorting, _ESCORT)
                escorted |= {other: escorting for other, kind in found.items() if kind == "joined" and other > number}
        return links

    # -- in one sentence

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
        if self._is_sent_by(naming):
            return "sent"
        if gap == ["to"]:
            return "opposite"  # "handed over by X to Y"
        if self._is_along(gap, between, naming):
            return "along"
        way = gap[:-1] if gap[-1:] == ["the"] else gap
        if way[-1:] == ["with"] and not table.travel.isdisjoint(way) and (table.opposing | table.meeting).isdisjoint(way[:-1]):
            return "along"  # "came with"
        owners = self.named.named_from(start, naming.start)
        between -= {word for owner in owners for word in self.lower[owner.start : owner.end]}
        if ";" in gap[-2:] and between <= _BETWEEN_ENTRIES and _is_entry(before) and _is_entry(naming):
            return "joined"  # "X, chief of staff; and Y, director of plans"
        if gap[:2] == ["and", "with"]:
            between.discard("with")
        if not between <= table.joining:
            if self._only_tells(naming):
                return ""
            return "" if table.opposing.isdisjoint(between) else "opposite"
        classes = {self.people[one].role_class, self.people[other].role_class}
        if "between" in self.lower[max(before.start - 3, 0) : before.start] or (len(classes) == 1 and classes <= SOLE_OFFICES):
            return "opposite"
        if self._exchange(naming):
            return "opposite"
        end = max(naming.end, naming.name_end, *(office.end for office in naming.offices))
        told_of_other = owners or self.named.named_from(naming.start, end + 3)
        return "listed" if told_of_other or classes <= _HEADS else "joined"

    def _is_along(self, gap: Sequence[str], between: set[str], naming: Naming) -> bool:
        """Whether one is told to be with another: "accompanied by X", "joined X on the trip", "with X attending"."""
        table = titles().sides
        if not _WITH_HIM.isdisjoint(pairwise(gap)) or (
            not table.along.isdisjoint(between) and table.meeting.isdisjoint(gap[1:])
        ):
            return True
        end = max(naming.end, naming.name_end)
        behind = self.lower[end : end + _NEXT]
        joins = bool(gap) and _JOINING_HIM.issuperset(gap) and not VISITS.isdisjoint(behind)
        comes = any(pair[0] == "with" and pair[1] in _HIM for pair in pairwise(behind)) and not table.travel.isdisjoint(behind)
        return joins or comes or (gap[:1] == ["with"] and not _PRESENT.isdisjoint(behind))

    def _exchange(self, naming: Naming) -> bool:
        """Whether the two of a sentence are told to have talked: "X and Y discussed it", "X and Y exchanged views"."""
        end = max(naming.end, naming.name_end, *(office.end for office in naming.offices))
        first, last = self.named.sentence(naming.start)
        told = next((word for word in self.lower[end : end + _NEXT] if word not in _AUXILIARIES), "")
        return told in titles().sides.exchanging and len({who for _, who in self.named.namings_from(first, last)}) == 2

    def _only_tells(self, naming: Naming) -> bool:
        """Whether he is named only as who told it: "X met Y, the spokesman, Z, said", "according to Z"."""
        end = max(naming.end, naming.name_end)
        k = naming.start - 1
        while k > 0 and self.lower[k] in {"the", "a", "his", "its"}:
            k -= 1
        if self.lower[k - 1 : k + 1] == ["according", "to"]:
            return True
        end += self.lower[end : end + 1] == [","]
        return self.lower[k] in {",", '"', "”", "''"} and not titles().apposition.telling.isdisjoint(self.lower[end : end + 1])

    def _is_sent_by(self, naming: Naming) -> bool:
        """Whether another acts for him: "a message from X", "on behalf of X", "on the directives of X"."""
        k = naming.start - 1
        while k > 0 and self.lower[k] in {"the", "his", "her"}:
            k -= 1
        return k > 0 and self.lower[k] in {"from", "of"} and self.lower[k - 1] in titles().sides.sending

    # -- with the sentence before

    def _with_subject_before(self, naming: Naming) -> Iterator[tuple[int, str]]:
        """Of whom the sentence before tells, where nobody else stands before a naming in its own, and how he is linked."""
        first, last = self.named.sentence(naming.start)
        before = bisect_left(self.namings, (first, 0))
        nobody = before == bisect_left(self.namings, (naming.start, 0)) and not self.named.named_from(first, naming.start)
        if not before or not nobody:
            return
        last_named, pronoun = self.namings[before - 1], not _PRONOUNS.isdisjoint(self.lower[first : naming.start])
        if self._escorts_him(naming, first, last):
            called = self._called(self.lower[first : naming.start], before)
            yield self._subject_of(last_named[0]) if called is None else called, _ESCORT
        elif self._is_sent_by(naming):
            yield self._subject_of(last_named[0]), "along"
        elif not _HE.isdisjoint(self.lower[first : naming.start]) and any(office.is_counterpart for office in naming.offices):
            yield self._subject_of(last_named[0]), "counterpart"
        elif self._meets_him(naming, first, last):
            yield (self._subject_of(last_named[0]), "met by him") if pronoun else (last_named[1], "met before")

    def _subject_of(self, at: int) -> int:
        """Who "he" is behind the naming at token `at`: named first in its sentence, unless that goes on of him already."""
        first, _ = self.named.sentence(at)
        place = bisect_left(self.namings, (first, 0))
        start, number = self.namings[place]
        goes_on = place and not _HE.isdisjoint(self.lower[first:start])
        return self._subject_of(self.namings[place - 1][0]) if goes_on else number

    def _called(self, told: Sequence[str], before: int) -> int | None:
        """Who of those named `before` holds the office with which a sentence begins: "the secretary general was …"."""
        end = next((k for k, word in enumerate(told[:_NEXT]) if word in _WAS), 0)
        if told[0] != "the" or end < 2:
            return None
        office = " ".join(told[1:end])
        return next((n for _, n in reversed(self.namings[:before]) if office in (self.people[n].role or "")), None)

    def _escorts_him(self, naming: Naming, first: int, last: int) -> bool:
        """Whether one is with another on a journey: "he was accompanied by X", "X took part in the visit"."""
        table = titles().sides
        before, end = self.lower[first : naming.start], max(naming.end, naming.name_end)
        escorting = next((k for k in reversed(range(len(before))) if before[k] in table.escorting), None)
        if escorting is not None and not _ESCORTED.isdisjoint(before):
            return table.meeting.isdisjoint(before[escorting:])
        behind = self.lower[end : min(end + _BEHIND, last)]
        if before[:1] == ["with"] and before[1:2] and before[1] in _HIM:
            return table.meeting.isdisjoint(before)
        with_him = any(pair == ("part", "in") or (pair[0] in table.escorting and pair[1] in _HIM) for pair in pairwise(behind))
        return with_him and table.meeting.isdisjoint(behind) and not (VISITS | _HIM).isdisjoint(behind)

    def _meets_him(self, naming: Naming, first: int, last: int) -> bool:
        """Whether a verb of meeting leads to a naming, or from it to "him"."""
        meeting, end = titles().sides.meeting, max(naming.end, naming.name_end)
        if not meeting.isdisjoint(self.lower[first : naming.start]):
            return True
        return any(one in meeting and other in _HIM for one, other in pairwise(self.lower[end : min(end + _MEETING_HIM, last)]))


def _is_entry(naming: Naming) -> bool:
    """Whether an office stands behind the name, as in a list: "X, chief of staff; Y, director of plans"."""
    return any(office.start >= naming.name_end for office in naming.offices)
