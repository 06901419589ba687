"""The words of a Doc as running text, for readers that walk over phrases: line breaks inside a sentence are left out.

Positions here count words. `Prose.token` and `Prose.word` lead to the Doc's tokens and back.
"""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple, TypeVar

from spacy.tokens import Doc

from extract.text.marked import Marked, marked, sentence_starts
from extract.text.positions import Positions
from extract.text.tokens import Words, lowered, words

_T = TypeVar("_T")


class Owner(NamedTuple):
    """A country or organization that is named at words `start` to `end`."""

    start: int
    end: int
    code: str
    label: str


@dataclass(frozen=True)
class Prose:
    """Words as they stand and in lower case, whether a blank follows, and by word who is named there.

    `positions` tells at which tokens a word stands, `people`: first word → end of every PERSON that a trained pipeline found.
    """

    text: list[str]
    lower: list[str]
    positions: Positions
    spaced: list[bool]
    token: Sequence[int]
    word: Sequence[int]
    owners: dict[int, Owner]
    people: dict[int, int]

    @cached_property
    def codes(self) -> frozenset[str]:
        """The countries and organizations that are named."""
        return frozenset(owner.code for owner in self.owners.values())

    def places(self, vocabulary: frozenset[str]) -> list[int]:
        """Where the words of a vocabulary stand, in order."""
        return [self.word[i] for i in self.positions.of(vocabulary)]

    def count(self, word: str) -> int:
        """How often a word stands, capital letters told from small ones."""
        return sum(self.text[self.word[i]] == word for i in self.positions.at(lowered(word)))

    def stretch(self, span: Marked) -> tuple[int, int]:
        """The words of a span of the Doc."""
        return self.word[span.start], self.word[span.end - 1] + 1

    def covered(self, spans: Iterable[Marked]) -> set[int]:
        """All words of these spans."""
        return {i for span in spans for i in range(*self.stretch(span))}

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """The Doc's tokens of words `start` to `end`."""
        return self.token[start], self.token[end - 1] + 1

    def says(self, i: int, *phrase: str) -> bool:
        """Whether these words, in lower case, stand at word `i`."""
        return self.lower[i : i + len(phrase)] == list(phrase)

    def is_capital(self, i: int) -> bool:
        """Whether a word with a capital stands at `i`."""
        return i < len(self.text) and self.text[i][0].isupper()

    def begins_owner(self, i: int) -> bool:
        """Whether a country or organization is named from word `i` on."""
        return i in self.owners and self.owners[i].start == i


def prose(doc: Doc) -> Prose:
    """The running text of `doc`, read once after countries and organizations are known."""
    read: Prose | None = doc.user_data.get("defense_prose")
    if read is None:
        read = _read(doc)
        doc.user_data["defense_prose"] = read
    return read


_BACKING = frozenset(
    {
        *("recognised", "recognized", "backed", "brokered", "mediated", "sponsored", "supported", "facilitated", "funded"),
        *("financed", "trained", "donated", "built", "made", "supplied", "designed", "mandated", "allied", "aligned"),
    }
)


def _only_backs(end: int, read: Words) -> bool:
    """Whether who is named before token `end` only backs what is named behind: "the UN | -recognised government"."""
    return read.lower[end : end + 1] == ["-"] and not _BACKING.isdisjoint(read.lower[end + 1 : end + 2])


def _read(doc: Doc) -> Prose:
    read = words(doc)
    text, lower, positions, spaced = read.text, read.lower, read.positions, read.spaced
    starts = set(sentence_starts(doc))
    breaks = [i for i in positions.white_space if _is_soft(starts, i, text)]
    token: Sequence[int] = range(len(text))
    word: Sequence[int] = token
    if breaks:
        kept, spaced = [True] * len(text), list(spaced)
        for i in breaks:
            kept[i], spaced[i - 1] = False, True
        word = list(accumulate(kept, initial=-1))[1:]
        token, text = _without(breaks, token), _without(breaks, text)
        lower, spaced = _without(breaks, lower), _without(breaks, spaced)
    owners: dict[int, Owner] = {}
    for key in ("organizations", "countries"):
        for span in marked(doc, key):
            if _only_backs(span.end, read):
                continue
            owner = Owner(word[span.start], word[span.end - 1] + 1, span.id_, span.label_)
            for i in range(owner.start, owner.end):
                owners[i] = owner
    people = {word[entity.start]: word[entity.end - 1] + 1 for entity in doc.ents if entity.label_ == "PERSON"}
    return Prose(text, lower, positions, spaced, token, word, owners, people)


def _without(places: Sequence[int], items: Sequence[_T]) -> list[_T]:
    """The items but for those at these places, which are in order."""
    kept: list[_T] = []
    start = 0
    for i in places:
        kept += items[start:i]
        start = i + 1
    return [*kept, *items[start:]]


def _is_soft(starts: Set[int], i: int, text: Sequence[str]) -> bool:
    """Whether the white space at token `i` only breaks a line inside a sentence; sentences begin at `starts`."""
    white = text[i]
    if i in {0, len(text) - 1} or white.count("\n") > 1 or (len(white) > 2 and "\n" not in white):
        return False
    return i + 1 not in starts and i not in starts
