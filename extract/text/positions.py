"""Where each word of a text stands: one look at a text finds any of thousands of words in it."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from itertools import chain


class Positions:
    """Words in lower case → their positions."""

    def __init__(self, lower: Sequence[str]) -> None:
        places: defaultdict[str, list[int]] = defaultdict(list)
        for i, word in enumerate(lower):
            places[word].append(i)
        self._places: dict[str, list[int]] = places
        self._words = frozenset(places)
        self._found: dict[frozenset[str], list[int]] = {}

    def of(self, vocabulary: frozenset[str]) -> list[int]:
        """The positions of all words of a vocabulary, in order."""
        found = self._found.get(vocabulary)
        if found is None:
            found = sorted(chain.from_iterable(map(self._places.__getitem__, self._words & vocabulary)))
            self._found[vocabulary] = found
        return found

    def at(self, word: str) -> Sequence[int]:
        """The positions of one word, in order."""
        return self._places.get(word, ())

    @cached_property
    def white_space(self) -> list[int]:
        """The positions of line breaks and other white space, in order."""
        return sorted(chain.from_iterable(map(self._places.__getitem__, filter(str.isspace, self._words))))
