"""Finding fixed phrases in a list of words: one look-up a word, whatever the number of phrases."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from extract.text.tokens import split


class Found(NamedTuple):
    """A phrase with the value it stands for, at words `start` to `end`."""

    start: int
    end: int
    value: str


class Phrases:
    """Phrases → values; of several that start at one word the longest is found."""

    def __init__(self, values: Mapping[str, str] | Iterable[tuple[str, str]]) -> None:
        self._values: dict[tuple[str, ...], str] = {}
        lengths: dict[str, set[int]] = {}
        before: dict[str, set[int]] = {}
        for phrase, value in values.items() if isinstance(values, Mapping) else values:
            words = tuple(split(phrase.lower()))
            self._values.setdefault(words, value)
            lengths.setdefault(words[0], set()).add(len(words))
            longest = max(words, key=len)
            before.setdefault(longest, set()).add(words.index(longest))
        self._lengths = {word: tuple(sorted(counts, reverse=True)) for word, counts in lengths.items()}
        self._before = {word: tuple(counts) for word, counts in before.items()}
        self.openers = frozenset(lengths)  # the words with which any of them begins
        self.keys = frozenset(before)  # the longest word of each, which is rarer in texts than most that begin one

    @classmethod
    def of(cls, forms: Iterable[str]) -> "Phrases":
        """Phrases that stand for themselves."""
        return cls((form, form) for form in forms)

    @classmethod
    def union(cls, *several: "Phrases") -> "Phrases":
        """The phrases of all of several."""
        return cls((" ".join(words), value) for phrases in several for words, value in phrases._values.items())

    def at(self, lower: Sequence[str], i: int, end: int | None = None) -> Found | None:
        """The longest phrase that starts at word `i` and, if told, ends at word `end` at the latest."""
        lengths = self._lengths.get(lower[i])
        if lengths is None:
            return None
        last = len(lower) if end is None else min(end, len(lower))
        for length in lengths:
            after = i + length
            if after <= last and (value := self._values.get(tuple(lower[i:after]))) is not None:
                return Found(i, after, value)
        return None

    def ending_at(self, lower: Sequence[str], end: int, reach: int = 6) -> Found | None:
        """The longest phrase that ends before word `end`."""
        for start in range(max(0, end - reach), end):
            if lower[start] in self.openers and (value := self._values.get(tuple(lower[start:end]))) is not None:
                return Found(start, end, value)
        return None

    def first(self, lower: Sequence[str], start: int, end: int) -> Found | None:
        """The first phrase between words `start` and `end`."""
        return next(iter(self.find(lower, start, end)), None)

    def find(self, lower: Sequence[str], start: int, end: int) -> list[Found]:
        """All phrases between words `start` and `end`, without overlaps."""
        if self.openers.isdisjoint(lower[start:end]):
            return []
        return self.among(lower, [i for i in range(start, end) if lower[i] in self.openers], end)

    def around(self, lower: Sequence[str], keys: Iterable[int], start: int) -> list[int]:
        """Where phrases of which `keys` are the places of the longest words may begin, from word `start` on and in order."""
        return sorted({i - count for i in keys for count in self._before[lower[i]] if i - count >= start})

    def among(self, lower: Sequence[str], places: Iterable[int], end: int) -> list[Found]:
        """All phrases that begin at these places, which are in order, and end at word `end` at the latest, without overlaps."""
        found: list[Found] = []
        done = 0
        for i in places:
            hit = self.at(lower, i, end) if i >= done else None
            if hit is not None:
                found.append(hit)
                done = hit.end
        return found
