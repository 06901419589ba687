"""Where a person's name begins and ends, and when two names in one article are one person's."""

import re
from collections.abc import Collection

from .gazetteer import fold
from .lexicon import Titles, titles
from .tokens import Words

_WORD = re.compile(r"[^\W\d_][^\W\d_]*(?:['’`][^\W\d_]+)*\Z")
_INITIAL = re.compile(r"(?:[^\W\d_]\.)+\Z|[A-Z]{1,2}\Z")
_QUOTES = {'"', "“", "”", "'", "‘", "’"}
_LONGEST = 8


def name_end(i: int, found: Words, blocked: Collection[int]) -> int:
    """The token after the name that starts at token `i`; `i` itself where none does. Tokens in `blocked` belong to no name."""
    table, count = titles(), len(found.lower)
    end = k = i
    parts = 0
    while k < count and parts < _LONGEST:
        if k in blocked and not (parts == 0 and k == i and _given_name(k, found, blocked)):
            break
        word, lower = found.text[k], found.lower[k]
        if _is_name_word(k, found, table) or (parts and (lower in table.suffixes or (_INITIAL.match(word) and lower not in table.never_names))) or (not parts and _INITIAL.match(word) and lower != "a"):
            k += 1
            end = k
            parts += 1
        elif lower == "he" and k == i and word == "He" and _is_name_word(k + 1, found, table):
            k += 1
            parts += 1
        elif lower in table.particles and (parts or k == i) and _continues(k, found, blocked, table):
            k += 1
        elif word in {"-", "'", "’"} and parts and k + 1 < count and not found.spaced[k] and not found.spaced[k - 1] and _WORD.match(found.text[k + 1]):
            k += 2
            end = k
        elif word in _QUOTES and parts and k + 2 < count and found.text[k + 2] in _QUOTES and _WORD.match(found.text[k + 1]) and found.text[k + 1][0].isupper():
            if not _is_name_word(k + 3, found, table):
                break
            k += 3
        elif word == "," and parts and k + 1 < count and found.lower[k + 1] in {"jr", "jr.", "sr", "sr.", "ii", "iii"}:
            k += 2
            end = k
        else:
            break
    if end < count and found.lower[end] in table.venues:
        return i
    return end if any(_WORD.match(word) and len(word) > 1 for word in found.text[i:end]) and not _is_body(found.lower[i:end], table) else i


def _is_body(words: list[str], table: Titles) -> bool:
    """Whether the words name a body or a place and no person: "Financial Services Authority", "Memorial Museum"."""
    return words[0] in table.bodies or words[-1] in table.venues


def name_start(end: int, floor: int, found: Words, blocked: Collection[int]) -> int:
    """The token at which the longest name that ends before token `end` begins; `end` itself where there is none."""
    for start in range(max(floor, end - 2 * _LONGEST), end):
        begins = found.text[start][:1].isupper() and (start == floor or found.text[start - 1] not in {"-", "’", "'"})
        if begins and start not in blocked and name_end(start, found, blocked) == end:
            return start
    return end


def parts_of(name: str) -> tuple[str, ...]:
    """The comparable words of a name: folded, hyphens closed, without initials, particles, suffixes and quotation marks."""
    table = titles()
    words = [fold(part.replace("-", "")).replace(" ", "") for part in re.sub(r"[\"“”‘,]", " ", name).split()]
    kept = [w for w in words if w and w not in table.suffixes and w not in table.particles and len(w) > 1]
    return tuple(kept or [w for w in words if w])


def same_name(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names, as `parts_of` gives them, may be one person's: the shorter stands in the longer, or they run together alike."""
    if "".join(a) == "".join(b):
        return True
    short, long = sorted((a, b), key=len)
    return set(short) <= set(long)


def _is_name_word(k: int, found: Words, table: Titles) -> bool:
    if k >= len(found.text):
        return False
    word, lower = found.text[k], found.lower[k]
    return (
        word[0].isupper()
        and len(word) > 1
        and _WORD.match(word) is not None
        and lower not in table.never_names
        and not table.is_head(lower)
    )


def _given_name(k: int, found: Words, blocked: Collection[int]) -> bool:
    """A country's name where a given name stands ("Defense Minister Israel Katz"): right before another name word."""
    return k + 1 < len(found.text) and k + 1 not in blocked and _is_name_word(k + 1, found, titles()) and _is_name_word(k, found, titles())


def _continues(k: int, found: Words, blocked: Collection[int], table: Titles) -> bool:
    """Whether particles from `k` on lead to a name word."""
    for j in range(k + 1, min(k + 4, len(found.text))):
        if j in blocked:
            return False
        if _is_name_word(j, found, table):
            return True
        if found.lower[j] not in table.particles and found.text[j] != "-":
            return False
    return False
