"""Finding fixed phrases in a list of words: one look-up a word, whatever the number of phrases."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from extract.text.tokens import split


class Found(NamedTuple):
    """A phrase with the value it stands for, at words `start` to `end`."""

    start: int
    end: int
    value: str


@dataclass(slots=True)
class _Node:
    """Where some words of a phrase lead: the value of the phrase that they are, and the words that may follow them."""

    value: str | None = None
    following: "dict[str, _Node]" = field(default_factory=dict)


def _tree(values: Mapping[tuple[str, ...], str]) -> _Node:
    """Where the words of phrases lead from before their first."""
    root = _Node()
    for words, value in values.items():
        node = root
        for word in words:
            node = node.following.setdefault(word, _Node())
        node.value = value
    return root


class Phrases:
    """Phrases → values; of several that start at one word the longest is found."""

    def __init__(self, values: Mapping[str, str] | Iterable[tuple[str, str]]) -> None:
        self._values: dict[tuple[str, ...], str] = {}
        before: dict[str, set[int]] = {}
        for phrase, value in values.items() if isinstance(values, Mapping) else values:
            words = tuple(split(phrase.lower()))
            self._values.setdefault(words, value)
            longest = max(words, key=len)
            before.setdefault(longest, set()).add(words.index(longest))
        self._first = _tree(self._values).following
        self._before = {word: tuple(counts) for word, counts in before.items()}
        self.openers = frozenset(self._first)  # the words with which any of them begins
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
        node = self._first.get(lower[i])
        found: Found | None = None
        for after in range(i + 1, (len(lower) if end is None else end) + 1):
            if node is None:
                break
            if node.value is not None:
                found = Found(i, after, node.value)
            node = node.following.get(lower[after]) if after < len(lower) else None
        return found

    def ending_at(self, lower: Sequence[str], end: int, reach: int = 6) -> Found | None:
        """The longest phrase that ends before word `end`."""
        hits = (self.at(lower, start, end) for start in range(max(0, end - reach), end))
        return next((hit for hit in hits if hit is not None and hit.end == end), None)

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
        begins = {i - count for i in keys for count in self._before[lower[i]]}
        return sorted(i for i in begins if i >= start)

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
