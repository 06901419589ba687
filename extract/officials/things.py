"""Capitalised words that look like a name behind a title and are none."""

import re
from collections.abc import Mapping
from dataclasses import replace

from extract.officials.naming import Naming, is_no_official
from extract.text.prose import Prose
from extract.words.lexicon import titles
from extract.words.spellings import is_common, languages_of

WEAK = frozenset({"other", "military_officer", "legislator"})  # classes of offices that things seem to have too
_OFTEN = 2
_LONGEST_BODY = 4  # words
# With what the name of a public body ends.
_BODIES = frozenset(
    {"board", "commission", "committee", "administration", "authority", "agency", "council", "service", "bureau", "survey"}
)
_VERBAL = re.compile(r"[a-z]{3}(?:ing|ed|s)\Z")


def is_nobody(naming: Naming, found: Prose) -> bool:
    """Whether it is a relative, a place or a thing that is named."""
    weak = all(office.role_class in WEAK for office in naming.offices)
    return (
        is_no_official(naming, found)
        or is_thing(naming.name_start, naming.name_end, found)
        or (weak and _opens_body(naming.name_end, found))
        or (weak and _is_of_body(naming) and _goes_on_as_body(naming.name_end, found))
    )


def without_predicate(naming: Naming, found: Prose, headline: Mapping[str, int]) -> Naming:
    """The naming without the verb that a headline writes large behind the name."""
    end = _before_predicate(naming.name_start, naming.name_end, found, headline)
    return naming if end == naming.name_end else replace(naming, name_end=end, end=min(naming.end, end))


def is_thing(start: int, end: int, found: Prose) -> bool:
    """Whether words `start` to `end` name nobody: "Chief Operating | Officer", "General License", "the head of ATF"."""
    if start in found.people:
        return False
    return (
        _is_cut_off(end, found)
        or _opens_office(end, found)
        or _is_acronym(start, end, found)
        or _is_written_small(start, end, found)
    )


def _is_of_body(naming: Naming) -> bool:
    """Whether an office right before the name tells whose it is: "member of the …"."""
    return any(office.end == naming.name_start and {"of", "for"} & {*office.role.split()} for office in naming.offices)


def _goes_on_as_body(end: int, found: Prose) -> bool:
    """Whether a few capitalised words from `end` on close a body's name: "of the Cold Case | Records Review Board"."""
    k = end
    while k - end < _LONGEST_BODY and found.is_capital(k):
        k += 1
    return k > end and found.lower[k - 1] in _BODIES


def _before_predicate(start: int, end: int, found: Prose, headline: Mapping[str, int]) -> int:
    """The word after the name in a headline that writes its verb large too: "Joe Biden | Recognizing …".

    The text below does not write the verb so, and it has the name, or the verb is spelt as no name is. `headline`: how often
    each word stands there.
    """

    def is_below(k: int) -> bool:
        word = found.text[k]
        return found.count(word) > headline[word] or found.count(word.upper()) > 0

    verbs = (
        k
        for k in range(start + 1, end)
        if _VERBAL.search(found.lower[k]) and not found.text[k - 1].endswith(".") and not is_below(k)
    )
    return next((k for k in verbs if any(map(is_below, range(start, k))) or not languages_of(found.text[k])), end)


def _opens_body(end: int, found: Prose) -> bool:
    """Whether the words before `end`, told but once, open a body's name: "member of the Coral Reef | Initiative"."""
    following = found.lower[end] if found.is_capital(end) else ""
    return following in titles().works and found.count(found.text[end - 1]) < _OFTEN


def _opens_office(end: int, found: Prose) -> bool:
    """Whether an office at whose end nobody is named goes on behind the words before `end`."""
    table, k = titles(), end
    while found.is_capital(k) and found.lower[k] in table.bodies and not table.is_head(found.lower[k]):
        k += 1
    return found.is_capital(k) and found.lower[k] in table.heads and not found.is_capital(k + 1)


def _is_cut_off(end: int, found: Prose) -> bool:
    """Whether the speaker broke off in the word before `end`: "Leader Mc- — including"."""
    return found.says(end, "-") and not found.spaced[end - 1] and found.spaced[end]


def _is_acronym(start: int, end: int, found: Prose) -> bool:
    """Whether one word in capital letters stands where the others are not written so: "member PTAs"."""
    word, before = found.text[start].removesuffix("s"), found.text[start - 1] if start else ""
    lone = end - start == 1 and word.isupper() and word.isalpha() and not found.count(word.capitalize())
    return lone and not (before.isupper() and before.isalpha())


def _is_written_small(start: int, end: int, found: Prose) -> bool:
    """Whether the text has all of the words in small letters too, and not less often."""
    words = range(start, end)
    return not any(is_common(found.lower[k]) for k in words) and all(
        found.count(found.lower[k]) >= found.count(found.text[k]) for k in words
    )
