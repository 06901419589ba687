"""Officials who are described rather than titled: "X, who heads the army", "X, a Danish colonel", "a delegation led by X"."""

from collections.abc import Container, Iterator, Sequence, Set
from functools import cache

from extract.officials.beside import before_brackets, is_closed, tie_before
from extract.officials.names import name_end, name_start
from extract.officials.naming import Naming
from extract.officials.offices import Office, led_body
from extract.text.prose import Prose
from extract.words.lexicon import titles

_NAME = 12  # words
_PHRASE = 8  # words from a delegation to who leads it
_LISTED = 60  # words from the offices to their holders


def find_described(found: Prose, offices: Sequence[Office], closed: Set[int]) -> Iterator[Naming]:
    """Who is told to head a body or a delegation, or has a rank behind his name; no name holds words in `closed`."""
    table = titles()
    for i in found.places(_cues()):
        if found.text[i] in table.rank_cores and not found.text[i].endswith("."):
            yield from _officer(i, found, closed)
        elif found.lower[i] in table.leading:
            yield from _leader(i, found, closed)
        elif found.text[i] == "by" and found.lower[i - 1] in {"headed", "led"}:
            yield from _head_of_delegation(i, found, closed)
            yield from _heads_of_delegations(i, found, offices, closed)


@cache
def _cues() -> frozenset[str]:
    return titles().rank_cores.union(titles().leading, ("by",))


def _leader(verb: int, found: Prose, closed: Set[int]) -> Iterator[Naming]:
    """Of whom the verb tells what he heads: "X, who (once) heads the Russian General Staff"."""
    k = verb - 1
    while k > 0 and found.lower[k] in titles().apposition.adverbs:
        k -= 1
    if k < 2 or found.lower[k] != "who" or found.text[k - 1] != ",":
        return
    start, end = _name_before(k - 1, found, closed)
    office = led_body(verb, found) if start < end else None
    if office is not None:
        yield Naming(start, end, start, end, (office,), country=office.country, tie=tie_before(verb + 1, found))


def _officer(i: int, found: Prose, closed: Set[int]) -> Iterator[Naming]:
    """Of whom the rank in small letters that ends at word `i` is told: "X, a retired Danish colonel, said"."""
    table = titles()
    start, country = i, None
    while start and (
        found.lower[start - 1] in table.ranks or found.lower[start - 1] in table.states or start - 1 in found.owners
    ):
        start -= 1
        country = found.owners[start].code if start in found.owners else country
    if start < 3 or found.lower[start - 1] not in {"a", "an"} or found.text[start - 2] != "," or not is_closed(i + 1, found):
        return
    first, end = _name_before(start - 2, found, closed)
    if end - first > 1:
        rank = " ".join(word for word in found.lower[start : i + 1] if word in table.ranks)
        yield Naming(first, end, first, end, (), rank, country)


def _head_of_delegation(by: int, found: Prose, closed: Set[int]) -> Iterator[Naming]:
    """Who is named, without an office, behind the word `by`: "the Syrian delegation headed by Dr. X"."""
    noun = next((k for k in range(by - 2, max(by - _PHRASE, 0), -1) if found.lower[k] == "delegation"), None)
    start, end = _name_behind(by + 1, titles().honorifics, found, closed)
    if noun is not None and end - start > 1 and found.lower[start] not in titles().ranks:
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


def _name_before(k: int, found: Prose, closed: Set[int]) -> tuple[int, int]:
    """The name without titles that ends before word `k`, or before a bracket there; an empty stretch where none does."""
    end = before_brackets(k, found)
    start = name_start(end, max(0, end - _NAME), found, closed)
    while start < end - 1 and found.lower[start] in titles().style_words:
        start += 1
    return start, end


def _name_behind(k: int, before: Container[str], found: Prose, closed: Set[int]) -> tuple[int, int]:
    """The name that stands at word `k` behind words in `before`; an empty stretch where none does."""
    while k < len(found.text) and found.lower[k] in before:
        k += 1
    return k, name_end(k, found, closed) if k < len(found.text) else k
