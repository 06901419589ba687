"""Whose an official is by the words that stand right beside his name and titles."""

from collections.abc import Container

from extract.officials.beside import ends_sentence
from extract.officials.office_tails import country_of_body
from extract.text.prose import Owner, Prose
from extract.words.lexicon import titles
from extract.words.provinces import province_before

_TELLER = 6  # words
_CLOSING = frozenset({",", ";", ".", "who", "and"})


def label_before(start: int, found: Prose) -> Owner | None:
    """The country before a colon that stands before a name at word `start` and its titles of honour: "Fiji: The Hon X"."""
    k = start - 1
    while k > 0 and (found.lower[k] in titles().honorifics or found.lower[k] == "the"):
        k -= 1
    return found.owners.get(k - 1) if k > 0 and found.text[k] == ":" else None


def country_of_body_before(end: int, found: Prose) -> str | None:
    """The country of the body named right before word `end`: "the Alaska National Guard's Maj. Gen. X"."""
    start = end
    while (
        start
        and start - 1 not in found.owners
        and found.lower[start - 1] in titles().bodies
        and found.text[start - 1][0].isupper()
    ):
        start -= 1
    if start in {0, end}:
        return None
    owner, province = found.owners.get(start - 1), province_before(found.lower, start, 0)
    return owner.code if owner else province.country if province else None


def country_behind(after: int, found: Prose) -> str | None:
    """The country told behind word `after`: "X | of Mali", "X | (Japan)", "X | , Japan,"."""
    after += found.says(after, ",", "(")
    inner = after + 1 + found.says(after + 1, "the")
    if not found.begins_owner(inner) or found.owners[inner].label == "demonym":
        return None
    opening, last = found.lower[after], found.owners[inner].end
    closing = found.text[last] if last < len(found.text) else ""
    apposed = opening == "," and closing in {",", "."} and not found.says(after + 1, "the")
    return found.owners[inner].code if opening in {"of", "from"} or (opening == "(" and closing == ")") or apposed else None


def country_of_forces(start: int, found: Prose) -> str | None:
    """The country of the forces that are all that is told from word `start` on: "X, Fijian Navy;", "X, PLA Navy;"."""
    owner = found.owners.get(start)
    if start >= len(found.text) or not found.text[start][0].isupper():
        return None
    first = end = owner.end if owner else start + 1
    while end < len(found.text) and found.lower[end] in titles().bodies and found.text[end][0].isupper():
        end += 1
    if (end < len(found.text) and found.lower[end][0].isalpha()) or (owner and end == first):
        return None
    return owner.code if owner else country_of_body(found.text[start], found)


def is_teller(start: int, found: Prose) -> bool:
    """Whether who is described from word `start` on is told to have said it all: "…, an Israeli | official said."."""
    following = found.lower[start : start + _TELLER]
    closing = next((k for k, word in enumerate(following) if word in _CLOSING), len(following))
    return not titles().apposition.telling.isdisjoint(following[:closing])


def opens_sentence(owner: Owner, found: Prose) -> bool:
    """Whether a sentence or a line begins with the country: "Japan: X, Minister of Defense"."""
    return owner.start == 0 or ends_sentence(owner.start - 1, found)


def introduces(owner: Owner, countries: Container[str], found: Prose) -> bool:
    """Whether a country before a name brings one of the holders of an office of `countries`: "With Japan's X", "Japan's X"."""
    before = owner.start - 1
    opens = found.lower[before] in {",", "and"} or ends_sentence(before, found)
    return found.lower[before] in titles().sides.introducing or (opens and owner.code in countries)
