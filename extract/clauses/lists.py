"""Semicolons between the items of a list, which are read as its commas: "met A, Minister of X; B, Minister of Y; and C"."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from extract.text.positions import Positions
from extract.text.tokens import Words
from extract.words.lexicon import clause_words
from extract.words.verbs import is_past

_FEWEST = 2  # semicolons of a list without "and"
_ASIDES = {"who", "whose", "which"}


def with_commas_in_lists(found: Words, starts: Sequence[int]) -> Words:
    """The words, commas for the semicolons of lists; sentences begin at `starts`."""
    semicolons = found.positions.at(";")
    if not semicolons:
        return found
    lower = list(found.lower)
    ends = [*starts[1:], len(lower)]
    for sentence, inside in groupby(semicolons, key=lambda i: bisect_right(starts, i) - 1):
        marks = [*inside]
        if _is_list(found, marks, ends[sentence]):
            for i in marks:
                lower[i] = ","
    return found if lower == found.lower else found._replace(lower=lower, positions=Positions(lower))


def _is_list(found: Words, marks: Sequence[int], end: int) -> bool:
    """Whether the semicolons part items without a verb of their own, the last of them led by "and" if there are but two."""
    items = [range(first + 1, last) for first, last in pairwise([*marks, end])]
    if "where" in found.lower[marks[0] : end]:
        return False  # "to Norway, where X met Y; Chile, where X met Z; and"
    enough = len(marks) >= _FEWEST or found.lower[marks[-1] + 1 : end][:1] == ["and"]
    return enough and not any(_is_act(found, item, last=item is items[-1]) for item in items)


def _is_act(found: Words, item: range, *, last: bool) -> bool:
    """Whether somebody does something in the item; that the last one closes with who said it is none."""
    table = clause_words()
    acts = table.being | (table.left_ends - {"as"}) | {"will", "would", "has", "have", "had"}
    words = [found.lower[i] for i in _outside_asides(found.lower, item) if found.text[i].islower()]
    acting = (word for word in words if word in acts or (is_past(word) and word not in table.fillers))
    return any(not (last and word in table.saying) for word in acting)


def _outside_asides(lower: Sequence[str], item: range) -> Iterator[int]:
    """The tokens of an item up to its first relative clause."""
    for i in item:
        if lower[i] in _ASIDES:
            return
        yield i
