"""Who "I" and "we" are: whose words a quotation holds, and who speaks outside of quotations."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import takewhile
from operator import attrgetter

from spacy.tokens import Doc

from extract.references.actors import Actor
from extract.text.tokens import Words, words
from extract.words.lexicon import references

_MARKS = {'"': '"', "“": "”", "«": "»", "„": "“"}
_ALL_MARKS = frozenset({*_MARKS, *_MARKS.values()})
_I = frozenset({"i"})
_REACH = 16  # tokens
_NEAR = 80  # tokens


def with_speakers(doc: Doc, actors: Sequence[Actor]) -> Iterator[Actor]:
    """The actors, "I" and "my" with the official who speaks, "we" and "our" with his country."""
    lower, table = words(doc).lower, references()
    first = [a for a in actors if a.kind == "pronoun" and lower[a.start] in table.first_persons]
    if not first:
        yield from actors
        return
    speaking = _Speaking(doc, actors)
    for actor in actors:
        speaker = speaking.at(actor.start) if actor.kind == "pronoun" and lower[actor.start] in table.first_persons else None
        if speaker is None:
            yield actor
        else:
            people = speaker.people if lower[actor.start] in table.singular_first_persons else ()
            yield actor._replace(people=people, codes=speaker.codes or actor.codes)


class _Speaking:
    """The quotations of one text, each with its speaker."""

    def __init__(self, doc: Doc, actors: Sequence[Actor]) -> None:
        self.doc, self.lower = doc, words(doc).lower
        self.people = [a for a in actors if len(a.people) == 1 and a.kind in {"official", "pronoun", "office"}]
        self.quotations = [*_quotations(words(doc))]
        self.speakers = [*self._speakers()]
        self.author = self._author()

    def at(self, token: int) -> Actor | None:
        """Who says the word at `token`."""
        number = bisect_left(self.quotations, (token, token)) - 1
        if number >= 0 and token < self.quotations[number][1]:
            return self.speakers[number]
        return self.author

    def _speakers(self) -> Iterator[Actor | None]:
        """Who says each quotation; what no words ascribe goes on with the one before it."""
        last, end = None, -_NEAR
        for start, close in self.quotations:
            said_by = self._behind(close) or self._before(start) or (last if start - end < _NEAR else None)
            last, end = said_by, close
            yield said_by

    def _behind(self, close: int) -> Actor | None:
        """X in "…," X said, and in "…," said X."""
        first = bisect_left(self.people, close, key=attrgetter("start"))
        for actor in takewhile(lambda a: a.start < close + _REACH, self.people[first : first + 2]):
            between = self.lower[close + 1 : actor.start]
            after = self.lower[actor.end : actor.end + _REACH // 2]
            told = [word for word in between if word.isalpha()]
            if len(told) < 2 and (self._tells(told) or self._tells(after[:4])):
                return actor
        return None

    def _before(self, start: int) -> Actor | None:
        """X in X said: "…", and in X released a statement: "…"."""
        last = bisect_left(self.people, start, key=attrgetter("start"))
        for actor in reversed(self.people[max(last - 2, 0) : last]):
            told = self._tells(self.lower[actor.end : start]) or self.lower[start - 1] == ":"
            if start - actor.end < _REACH and told:
                return actor
        return None

    def _tells(self, said: Sequence[str]) -> bool:
        return not references().telling.isdisjoint(said)

    def _author(self) -> Actor | None:
        """Who speaks the text itself: the official named before the first "I" not quoted, else its country's only one."""
        quoted = {i for start, close in self.quotations for i in range(start, close)}
        first = next((i for i in words(self.doc).positions.of(_I) if i not in quoted), None)
        if first is None:
            return None
        named = [actor for actor in self.people if actor.kind == "official"]
        own = {actor.people: actor for actor in named if actor.codes == (self.doc._.home,)}
        return named[0] if named and named[0].start < first else next(iter(own.values())) if len(own) == 1 else None


def _quotations(found: Words) -> Iterator[tuple[int, int]]:
    """First and last token of each quotation; one that nothing closes ends with its paragraph."""
    start, closing = -1, ""
    for i in sorted([*found.positions.of(_ALL_MARKS), *found.positions.white_space]):
        word = found.lower[i]
        if start < 0 and word in _MARKS:
            start, closing = i, _MARKS[word]
        elif start >= 0 and (word == closing or word.count("\n") > 1):
            yield start, i
            start = -1
    if start >= 0:
        yield start, len(found.lower)
