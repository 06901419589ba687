"""Officials who are described rather than titled: "X, a Danish colonel", "the delegation headed by Dr. X"."""

from collections.abc import Container, Iterator, Sequence, Set

from .lexicon import titles
from .names import name_end, name_start
from .namings import Naming, before_brackets, is_closed
from .offices import Office
from .prose import Prose

_NAME = 12  # words
_PHRASE = 8  # words from a delegation to who leads it
_LISTED = 60  # words from the offices to their holders


def find_described(found: Prose, offices: Sequence[Office], closed: Set[int]) -> Iterator[Naming]:
    """Who has a rank behind his name or leads a delegation; no name holds words in `closed`."""
    table = titles()
    for i, word in enumerate(found.text):
        if word in table.rank_cores and not word.endswith("."):
            yield from _officer(i, found, closed)
        elif word == "by" and found.lower[i - 1] in {"headed", "led"}:
            yield from _head_of_delegation(i, found, closed)
            yield from _heads_of_delegations(i, found, offices, closed)


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
    start, end = _name_behind(by + 1, titles().honorifics, found, closed)
    if noun is not None and end - start > 1:
        owner = found.owners.get(noun - 1) or found.owners.get(noun + 2)
        office = Office(noun, noun + 1, "head of delegation", "other", (owner.code,) if owner else ())
        yield Naming(by + 1, end, start, end, (office,), country=owner and owner.code)


def _heads_of_delegations(by: int, found: Prose, offices: Sequence[Office], closed: Set[int]) -> Iterator[Naming]:
    """Who each hold the office told last: "the ministers of Mali and Chad met. The delegations were led by X and Y"."""
    if "delegations" not in found.lower[max(by - _PHRASE, 0) : by]:
        return
    several = next((o for o in reversed(offices) if o.end < by and o.plural and not o.is_counterpart), None)
    if several is None or by - several.end > _LISTED:
        return
    named, k = [], by + 1
    for _ in several.countries:
        start, end = _name_behind(k, titles().style_words, found, closed)
        if start == end:
            return
        named.append((k, start, end))
        k = end + (found.lower[end : end + 1] in ([","], ["and"]))
    for (first, start, end), country in zip(named, several.countries, strict=True):
        yield Naming(first, end, start, end, (several,), country=country)


def _name_behind(k: int, before: Container[str], found: Prose, closed: Set[int]) -> tuple[int, int]:
    """The name that stands at word `k` behind words in `before`; an empty stretch where none does."""
    while k < len(found.text) and found.lower[k] in before:
        k += 1
    return k, name_end(k, found, closed) if k < len(found.text) else k
