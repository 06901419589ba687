"""Officials who are described rather than titled: "X, a Danish colonel", "the delegation headed by Dr. X"."""

from collections.abc import Iterator, Set

from .lexicon import titles
from .names import name_end, name_start
from .namings import Naming, before_brackets, is_closed
from .offices import Office
from .prose import Prose

_NAME = 12  # words
_PHRASE = 8  # words from a delegation to who leads it


def find_described(found: Prose, closed: Set[int]) -> Iterator[Naming]:
    """Who has a rank behind his name or leads a delegation; no name holds words in `closed`."""
    table = titles()
    for i, word in enumerate(found.text):
        if word in table.rank_cores and not word.endswith("."):
            yield from _officer(i, found, closed)
        elif word == "by" and found.lower[i - 1] in {"headed", "led"}:
            yield from _head_of_delegation(i, found, closed)


def _officer(i: int, found: Prose, closed: Set[int]) -> Iterator[Naming]:
    """Of whom the rank in small letters that ends at word `i` is told: "X, a retired Danish colonel, said"."""
    table = titles()
    start, country = i, None
    while start and (found.lower[start - 1] in table.ranks | table.states or start - 1 in found.owners):
        start -= 1
        country = found.owners[start].code if start in found.owners else country
    if start < 3 or found.lower[start - 1] not in {"a", "an"} or found.text[start - 2] != "," or not is_closed(i + 1, found):
        return
    end = before_brackets(start - 2, found)
    first = name_start(end, max(0, end - _NAME), found, closed)
    if end - first > 1:
        rank = " ".join(word for word in found.lower[start : i + 1] if word in table.ranks)
        yield Naming(first, end, first, end, (), rank, country)


def _head_of_delegation(by: int, found: Prose, closed: Set[int]) -> Iterator[Naming]:
    """Who is named, without an office, behind the word `by`: "the Syrian delegation headed by Dr. X"."""
    noun = next((k for k in range(by - 2, max(by - _PHRASE, 0), -1) if found.lower[k] == "delegation"), None)
    start = by + 1
    while start < len(found.text) and found.lower[start] in titles().honorifics:
        start += 1
    end = name_end(start, found, closed)
    if noun is not None and end - start > 1:
        owner = found.owners.get(noun - 1) or found.owners.get(noun + 2)
        office = Office(noun, noun + 1, "head of delegation", "other", (owner.code,) if owner else ())
        yield Naming(by + 1, end, start, end, (office,), country=owner and owner.code)
