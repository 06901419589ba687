"""Officials who are described rather than titled: "X, who heads the army", "X, a Danish colonel", "a delegation led by X"."""

from collections.abc import Container, Iterator, Sequence, Set
from functools import cache

from extract.officials.beside import before_brackets, is_closed, tie_before
from extract.officials.names import name_end, name_start
from extract.officials.naming import Naming
from extract.officials.offices import Office, led_body
from extract.officials.things import is_thing
from extract.text.prose import Prose
from extract.words.lexicon import titles

_NAME = 12  # words
_PHRASE = 8  # words from a delegation to who leads it
SUCCEEDING = frozenset({"succeeding", "succeeds", "succeeded", "replacing", "replaces", "replaced"})
PREDECESSOR = "predecessor"  # of the official who is told to have followed him
_AUXILIARIES = frozenset({"has", "had", "have", "will", "recently", "then", "also", ","})
_CHOSEN = frozenset({"appointed", "promoted", "named", "chosen", "selected", "picked", "elected"})
_BEING = frozenset({"was", "is", "been", "being", "has", "had", "recently", "newly", "just", "also"})
_TAKING = frozenset({"took", "take", "takes", "taking", "taken"})
_POSTS = frozenset({"post", "office", "position", "portfolio", "job", "role", "function"})
_HOLDING = frozenset({"holds", "holding", "held", "has", "occupies", "occupying", "fills"})
_LISTED = 60  # words from the offices to their holders


def find_described(found: Prose, offices: Sequence[Office], closed: Set[int]) -> Iterator[Naming]:
    """Who is told to head a body or a delegation, or has a rank behind his name; no name holds words in `closed`."""
    table = titles()
    for i in found.places(_cues()):
        if found.text[i] in table.rank_cores and not found.text[i].endswith("."):
            yield from _officer(i, found, closed)
        elif found.lower[i] in table.leading:
            yield from _leader(i, found, closed)
        elif found.lower[i] in SUCCEEDING or (found.text[i] == "from" and found.says(i - 1, "over")):
            yield from _predecessor(i, found, closed)
        elif found.lower[i] == "same":
            yield from _holder_of_same(i, found, closed)
        elif found.text[i] == "by" and found.lower[i - 1] in {"headed", "led"}:
            yield from _head_of_delegation(i, found, closed)
            yield from _heads_of_delegations(i, found, offices, closed)


@cache
def _cues() -> frozenset[str]:
    return titles().rank_cores.union(titles().leading, SUCCEEDING, ("by", "same", "from"))


def _leader(verb: int, found: Prose, closed: Set[int]) -> Iterator[Naming]:
    """Of whom the verb tells what he heads: "X, who (once) heads the Russian General Staff", "X was promoted to head it"."""
    k = verb - 1
    while k > 0 and found.lower[k] in titles().apposition.adverbs:
        k -= 1
    if k > 2 and found.lower[k] == "to" and found.lower[k - 1] in _CHOSEN:
        k -= 1
        while found.lower[k - 1] in _BEING:
            k -= 1
    elif k < 2 or found.lower[k] != "who" or found.text[k - 1] != ",":
        return
    else:
        k -= 1
    start, end = _name_before(k, found, closed)
    office = led_body(verb, found) if start < end else None
    if office is not None:
        yield Naming(start, end, start, end, (office,), country=office.country, tie=tie_before(verb + 1, found))


def _holder_of_same(same: int, found: Prose, closed: Set[int]) -> Iterator[Naming]:
    """Who holds the office of one told before: "X, who holds the | same post in Mali"."""
    k = same - 2
    if found.lower[same - 1] != "the" or found.lower[k] not in _HOLDING or _POSTS.isdisjoint(found.lower[same + 1 : same + 2]):
        return
    k -= found.lower[k - 1] == "who"
    start, end = _name_before(k - 1, found, closed) if found.text[k - 1] == "," else (k, k)
    if start < end:
        inner = same + 3 + found.says(same + 3, "the")
        told = found.lower[same + 2 : same + 3] in (["in"], ["of"], ["for"]) and found.begins_owner(inner)
        countries = (found.owners[inner].code,) if told else ()
        office = Office(same - 1, same + 2, "counterpart", "", countries)
        yield Naming(start, end, start, end, (office,), country=countries[0] if countries else None)


def _predecessor(verb: int, found: Prose, closed: Set[int]) -> Iterator[Naming]:
    """Whom an official followed, by his full name alone: "he succeeds X", "since he took over from X"."""
    k = verb - 1
    while k > 0 and found.lower[k] in _AUXILIARIES:
        k -= 1
    follows = found.lower[k] in {"who", "he", "she"} or found.is_capital(k) or found.lower[verb].endswith("ing")
    if found.lower[verb - 2] not in _TAKING if found.lower[verb] == "from" else not follows:
        return
    start, end = _name_behind(verb + 1, titles().honorifics, found, closed)
    if (
        end - start > 1
        and found.lower[start] not in titles().ranks
        and is_closed(end, found)
        and not is_thing(start, end, found)
    ):
        yield Naming(start, end, start, end, (Office(verb, verb + 1, PREDECESSOR, "other", former=True),))


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
    while start < end - 1 and (found.lower[start] in titles().style_words or found.text[start] == "-"):
        start += 1
    return start, end


def _name_behind(k: int, before: Container[str], found: Prose, closed: Set[int]) -> tuple[int, int]:
    """The name that stands at word `k` behind words in `before`; an empty stretch where none does."""
    while k < len(found.text) and found.lower[k] in before:
        k += 1
    return k, name_end(k, found, closed) if k < len(found.text) else k
