"""Who and what an article names, and where, as the cues to the countries of its officials read it."""

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from spacy.tokens import Doc

from extract.officials.naming import Naming
from extract.officials.person import Person
from extract.text.marked import Marked, marked, sentence_starts
from extract.text.tokens import words
from extract.words.lexicon import titles
from extract.words.ministry_words import ministries

OPENING = 40  # tokens: what is named in them counts twice
VISITS = frozenset({"visit", "trip", "tour", "journey"})
JOINED_BY = ["joined", "by"]
_MET = 12  # tokens from a verb of meeting to who is met
_NOT_MET = frozenset({"were", "was", "is", "said", "that", "accompanied", "present", "together", "where", "led", "headed"})


class Mention(NamedTuple):
    """A country named at tokens `start` to `end`; `how`: plain, as a place ("in X") or as another ("with X")."""

    start: int
    end: int
    code: str
    how: str


class Named:
    """Who and what is named at which tokens; officials are told by their numbers in `people`."""

    def __init__(self, doc: Doc, people: Sequence[Person]) -> None:
        self.doc, self.people = doc, people
        self.words = words(doc)
        self.lower = self.words.lower
        self.sentences = sentence_starts(doc)
        self.namings = sorted((n.start, number) for number, person in enumerate(people) for n in person.namings)
        outside = _of_other_stories(doc)
        self._countries = sorted(span for span in marked(doc, "countries") if span.start not in outside)
        self._places = [span for span in marked(doc, "places") if span.start not in outside]
        self.named = sorted(
            Mention(s.start, s.end, s.id_, self._how(s.start)) for s in (*self._countries, *self._bodies(outside))
        )
        self._demonyms = {s.start for s in self._countries if s.label_ == "demonym"}
        self.starts = [mention.start for mention in self.named]
        self.there = sorted(
            (s.start, s.id_)
            for s in (*self._places, *self._countries)
            if self.preposition(s.start) in titles().sides.places or self.lower[s.end : s.end + 2] == [",", "where"]
        )

    def _bodies(self, outside: Container[int]) -> Iterator[Marked]:
        """The bodies of one country that are named without it: "UPDF", "the Tatmadaw"."""
        codes = {span.id_ for span in self._countries}
        taken = {i for span in self._countries for i in range(span.start, span.end)}
        acronyms = ministries().acronyms
        for i in self.words.positions.of(_acronyms()):
            acronym = acronyms.get(self.words.text[i])
            if acronym and acronym.country in codes and i not in outside and i not in taken:
                taken.add(i)
                yield Marked(i, i + 1, "body", acronym.country)
        for span in marked(self.doc, "ministries"):
            if span.id_[0] not in "/&" and span.start not in outside and taken.isdisjoint(range(span.start, span.end)):
                yield Marked(span.start, span.end, "body", span.id_.split("/")[0])

    def sentence(self, at: int) -> tuple[int, int]:
        """Where the sentence of token `at` begins and ends."""
        after = bisect_right(self.sentences, at)
        return self.sentences[after - 1], self.sentences[after] if after < len(self.sentences) else len(self.lower)

    def named_from(self, start: int, end: int) -> list[Mention]:
        """The countries named from token `start` to `end`."""
        return self.named[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def is_first_in(self, sentence: int, naming: Naming) -> bool:
        """Whether nobody is named before him in the sentence that begins at token `sentence`."""
        return self.namings[bisect_left(self.namings, (sentence, 0))][0] == naming.start

    def namings_from(self, start: int, end: int) -> list[tuple[int, int]]:
        """Where officials are named from token `start` to `end`, each with his number."""
        return self.namings[bisect_left(self.namings, (start, 0)) : bisect_left(self.namings, (end, 0))]

    def _how(self, start: int) -> str:
        """How the word before a country names it."""
        before = self.preposition(start)
        return "place" if before in titles().sides.places else "another" if before in titles().sides.partners else "plain"

    def preposition(self, start: int) -> str:
        """The word before a country's name, articles passed over."""
        k = start - 1
        while k > 0 and self.lower[k] in {"the", "nearby", "neighbouring", "neighboring"}:
            k -= 1
        return self.lower[k] if k >= 0 else ""

    def is_threat(self, start: int, end: int) -> bool:
        """Whether a country is spoken of as a danger: "North Korean missiles", "against X"."""
        return not self._threats.isdisjoint((start - 2, start - 1, end, end + 1))

    @cached_property
    def _threats(self) -> frozenset[int]:
        """Where words of danger stand."""
        return frozenset(self.words.positions.of(titles().sides.threats))

    def is_met(self, naming: Naming) -> bool:
        """Whether he is told to be met or visited: "called on X", "was received by X"; ambassadors are of the guests."""
        if any(office.role_class == "ambassador" for office in naming.offices):
            return False
        first = self.sentence(naming.start)[0]
        start = self._list_start(naming, first)
        gap = self.lower[max(first, start - _MET) : start]
        verb = next((k for k in reversed(range(len(gap))) if gap[k] in titles().sides.meeting), None)
        return verb is not None and gap[-1] != "," and _NOT_MET.isdisjoint(gap[verb:]) and gap[verb : verb + 2] != JOINED_BY

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


@cache
def _acronyms() -> frozenset[str]:
    """The acronyms of the bodies of one country, in lower case."""
    return frozenset(map(str.lower, ministries().acronyms))


def _of_other_stories(doc: Doc) -> set[int]:
    """The tokens of the lists of other stories; the head of a page, which tells whose it is, is no list."""
    return {i for s in marked(doc, "furniture") if s.start > OPENING for i in range(s.start, s.end)}
