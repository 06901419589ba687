"""Whose a body of government is of which the words beside it do not tell: "the ministry", "the two armed forces"."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from spacy.tokens import Doc

from extract.gazetteer import countries
from extract.ministries import ALL_THREE, BOTH, is_place, users_of
from extract.text.marked import Marked, marked
from extract.text.tokens import words
from extract.words.ministry_words import ministries

_LOOSE = frozenset({"the", "his", "her", "its", "their", "our"})
_MINISTRY = frozenset({"ministry", "department"})
_OF_SOMEBODY = frozenset({"a", "senior", "top"})
_SPEAKS = frozenset({"said", "says", "announced", "added", "confirmed", "stated", "has", "had", "also", "reported"})
_SPOKEN = frozenset({"statement", "spokesman", "spokeswoman", "spokesperson", "official", "officials", "source", "sources"})
_PLACES_BACK = 4
_JOINED = 5  # tokens
_NUMBER = {BOTH: 2, ALL_THREE: 3}
_LINKS = frozenset({"of", "the", "from", "'s", "spokesman", "spokesperson", "spokeswoman", "chief", "head"})
_HOSTING = frozenset({"by", "met", "meets", "on", "with"})  # "was received by X at the ministry"
_OF_COUNTRY = frozenset({"country", "nation", "kingdom", "republic"})


def with_owners(doc: Doc, home: str | None) -> list[Marked]:
    """The ministries and "the ministry", each with a country; of "the two armed forces" one span for each."""
    lower = words(doc).lower
    named = marked(doc, "ministries")
    covered = {i for span in named for i in range(span.start, span.end)}
    bare = [
        Marked(i, i + 1, "ministry", "/")
        for i in words(doc).positions.of(_MINISTRY)
        if i and i not in covered and _is_loose(lower, i)
    ]
    reader = _Owners(doc, home)
    owned: list[Marked] = []
    last: dict[str, str] = {}  # the owner of the body of each kind that was named last
    ministry = "defense"  # the kind of the ministry that was named last
    for span in sorted([*named, *bare], key=lambda s: s.start):
        owner, kind = span.id_.split("/")
        kind = kind or ministry
        codes = reader.several(span.start, _NUMBER[owner]) if owner in _NUMBER else [owner or reader.owner(span, kind, last)]
        for code in codes:
            if code and code in countries():
                owned.append(Marked(span.start, span.end, span.label_, f"{code}/{kind}"))
                last[kind] = code
        ministry = kind if kind in {"defense", "foreign"} else ministry
    return owned


def _is_loose(lower: Sequence[str], i: int) -> bool:
    """Whether "the ministry" at token `i` has no name of its own, "the department" speaks, or "a ministry statement" does."""
    behind = lower[i + 1] if i + 1 < len(lower) else "."
    if lower[i - 1] in _OF_SOMEBODY:
        return lower[i] == "ministry" and behind in _SPOKEN
    if lower[i - 1] not in _LOOSE:
        return False
    return behind != "of" if lower[i] == "ministry" else behind in _SPEAKS


class _Owners:
    """The countries, places and officials of one article, by where they are named."""

    def __init__(self, doc: Doc, home: str | None) -> None:
        self.doc, self.home = doc, home
        self.lower = words(doc).lower

    @cached_property
    def named(self) -> list[tuple[int, str]]:
        """The countries, by where they are named."""
        return sorted((s.start, s.id_) for s in marked(self.doc, "countries"))

    @cached_property
    def states(self) -> list[tuple[int, str]]:
        """The countries that are not named by their capitals."""
        return sorted((s.start, s.id_) for s in marked(self.doc, "countries") if s.label_ != "capital")

    @cached_property
    def places(self) -> list[tuple[int, str]]:
        """The countries of all places."""
        return sorted((s.start, s.id_) for key in ("places", "countries") for s in marked(self.doc, key))

    @cached_property
    def officials(self) -> list[tuple[int, int, str]]:
        """Where officials are named, and their countries."""
        states = (p for p in self.doc._.officials if p.country and len(p.country) == 3)
        return sorted((n.start, n.end, p.country) for p in states for n in p.namings)

    def several(self, at: int, number: int) -> list[str]:
        """The two countries that "and" joins in the sentence before token `at`, else those that the article is about."""
        sentence = bisect_left(self.named, (self.doc[at].sent.start, ""))
        here = self.named[sentence : bisect_left(self.named, (at, ""))] if number == 2 else []
        joined = (
            {one, other}
            for (start, one), (end, other) in pairwise(reversed(here))
            if start - end < _JOINED and self.lower[start - 1 - (self.lower[start - 1] == "the")] == "and"
        )
        return sorted(next((pair for pair in joined if len(pair) == number), ())) or self.most_named(number)

    def most_named(self, number: int) -> list[str]:
        """The two, or three, countries that the article is about; none where it names fewer."""
        counts = Counter(code for _, code in self.states)
        if len(counts) < number:
            counts = Counter(code for _, code in self.named)
        counts.update(2 * [code for _, _, code in self.officials])
        return sorted(counts, key=lambda code: (-counts[code], code))[:number] if len(counts) >= number else []

    def owner(self, span: Marked, kind: str, last: Mapping[str, str]) -> str | None:
        """Whose a body is: by what it leans on, the official beside it, the place where it is, the like body before it."""
        found = (
            self._tied(span.start - 1)
            or self._beside(span.start, span.end)
            or self._there(span.end)
            or self._visited(span)
            or last.get(kind)
            or (self._subject(span) if kind == "armed_forces" else None)
            or self.home
        )
        return self._user(words(self.doc).between(span.start, span.end), found)

    def _user(self, name: str, likeliest: str | None) -> str | None:
        """The country that calls a body so ("Department of National Defense"): the likeliest, or the one named most."""
        users = users_of(name.lower())
        if not users or likeliest in users:
            return likeliest
        known = (*(code for _, code in self.named), *(code for _, _, code in self.officials))
        counts = Counter(code for code in known if code in users)
        return max(counts, key=lambda code: counts[code]) if counts else users[0] if len(users) == 1 else likeliest

    def _tied(self, k: int) -> str | None:
        """The country that "its", "the country's" or "his" before the body, at token `k`, means."""
        if k < 0:
            return None
        if self.lower[k] == "its" or (self.lower[k] == "'s" and k and self.lower[k - 1] in _OF_COUNTRY):
            before = bisect_left(self.named, (k, ""))
            return self.named[before - 1][1] if before else None
        if self.lower[k] in {"his", "her"}:
            before = bisect_left(self.officials, (k, 0, ""))
            return self.officials[before - 1][2] if before else None
        return None

    def _beside(self, start: int, end: int) -> str | None:
        """The country of the official whose name or title touches the body: "Defence Ministry spokesman X"."""
        at = bisect_left(self.officials, (start, 0, ""))
        for first, last, code in self.officials[max(at - 1, 0) : at + 1]:
            between = self.lower[end:first] if first >= end else self.lower[last:start]
            links = _LINKS if _HOSTING.isdisjoint(self.lower[max(first - 2, 0) : first]) else _LINKS | {"at"}
            if links.issuperset(between) and not (first >= end and between == ["the"]):
                return code
        return None

    def _there(self, end: int) -> str | None:
        """The country of the place behind the body: "at the Ministry of Defence in London"."""
        at = bisect_left(self.places, (end + 1, ""))
        near = self.places[at : at + 1]
        return next((code for start, code in near if start <= end + 3 and self.lower[start - 1] in {"in", ","}), None)

    def _visited(self, span: Marked) -> str | None:
        """Of a body that is a mere place where the text last was: "He flew to Doha. At the Ministry of Defence …"."""
        if not is_place(self.lower, span.start):
            return None
        before = bisect_left(self.places, (span.start, ""))
        at = ministries().beside.at | {"was"}
        for start, code in reversed(self.places[max(before - _PLACES_BACK, 0) : before]):
            if self.lower[start - 1 - (self.lower[start - 1] == "the")] in at:
                return code
        return None

    def _subject(self, span: Marked) -> str | None:
        """The country named last before the body in its sentence."""
        before = bisect_left(self.states, (span.start, ""))
        if not before or self.states[before - 1][0] < self.doc[span.start].sent.start:
            return None
        return self.states[before - 1][1]
