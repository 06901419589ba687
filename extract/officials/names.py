"""Where a person's name begins and ends, and when two names in one article are one person's."""

import re
from collections.abc import Container
from functools import cache, lru_cache

from extract.gazetteer import fold
from extract.text.prose import Prose
from extract.words.lexicon import Titles, titles
from extract.words.roles import spelled_bodies
from extract.words.spellings import is_common, languages_of

_WORD = re.compile(r"[^\W\d_]+(?:['’`][^\W\d_]+)*\Z")
_INITIAL = re.compile(r"(?:[^\W\d_]\.)+\Z|[A-Z]{1,2}\Z")
_ABSTRACT = re.compile(r"(?:.tion|.sion|(?:ed|[eirs]|ful)ness|..ity|..ism|ology)s?\Z")  # how hardly a surname ends
_GLUED = re.compile(r"[A-Z][a-z]{3,}(?=[A-Z])")
_VOWELLESS = re.compile(r"[B-DF-HJ-NP-TV-XZ]{2,}\Z")
_QUOTES = frozenset("\"“”'‘’")
_HYPHENS = frozenset("-'’")
_ALIKE = str.maketrans("ycqwj", "ikkvi")
_BETWEEN_PARTS = re.compile(r"[\"“”‘,]|(?<=\.)")
_ASPIRATED, _SILENT_H, _DOUBLED = re.compile("[ck]h"), re.compile(r"(?<=[bdgprstz])h"), re.compile(r"(.)\1+")
_LATE = frozenset({"how", "so", "no", "than", "key", "good", "may", "west"})  # common words that end names: "Heng Chee How"
_EARLY = frozenset({"to", "an", "do"})  # common words that begin Vietnamese names: "To Van Nam"
_MIDDLE = frozenset({"van", "thi", "ba"})
_BEFORE_ANY = frozenset({"Van", "Von", "Vander"})  # a common word behind one of them is a surname: "Van Horn"
_SITES = frozenset({"fort", "camp", "mount", "cape", "port", "lake"})  # what opens a place's name
_SYLLABLES = frozenset({"in", "so", "no", "an", "do", "on"})
_KOREAN = re.compile(r"(?:ch|kk|ss|[bdghjkmnprstwy])?[wy]?(?:oo|ou|ee|eo|eu|ae|ui|[aeiou])(?:ng|ck|[nmklptb])?\Z")
_LAST = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_LONGEST = 12
_LONGEST_NICKNAME = 3  # words


def name_end(i: int, found: Prose, blocked: Container[int]) -> int:
    """The word after the name that starts at word `i`; `i` itself where none does. Words in `blocked` belong to no name."""
    if i in found.people:
        return found.people[i]
    if i < len(found.text) and _opens_none(found.text[i], found.lower[i]):
        return i
    table = titles()
    end = k = i
    for _ in range(_LONGEST):
        if k in blocked and not (k == i and _is_given_name(k, found, blocked, table)) and not _is_after_initial(k, i, found):
            break
        after = _part_end(k, i, end > i, found, blocked, table)
        if after == k:
            break
        k = after
        if found.lower[k - 1] not in table.particles or found.text[k - 1][0].isupper():
            end = k
        if k - i > 1 and found.lower[k - 1] in _LAST and found.lower[k : k + 1] and found.lower[k] not in table.particles:
            break
    if end == i or not any(_WORD.match(word) and len(word) > 1 for word in found.text[i:end]):
        return i
    return i if _is_thing(i, end, found, blocked, table) else end


def _opens_none(word: str, lower: str) -> bool:
    """Whether no name begins with the word, whatever follows: a quick look that spares most words a closer one."""
    if word[-1] == "." or lower in titles().particles:
        return False
    return not word[0].isupper() or (len(word) > 2 and lower in _never_first())


@cache
def _never_first() -> frozenset[str]:
    return titles().nameless - _EARLY - _LATE


def name_start(end: int, floor: int, found: Prose, blocked: Container[int]) -> int:
    """The word at which the longest name that ends before word `end` begins; `end` itself where there is none."""
    for start in range(max(floor, end - 2 * _LONGEST), end):
        begins = found.text[start][:1].isupper() and (
            start == 0 or found.text[start - 1] not in _HYPHENS or found.spaced[start - 1]
        )
        if (start in found.people or (begins and start not in blocked)) and name_end(start, found, blocked) == end:
            return start
    return end


@lru_cache(maxsize=10_000)
def parts_of(name: str) -> tuple[str, ...]:
    """The comparable words of a name: folded, hyphens closed, without initials, particles, suffixes and quotation marks.

    A given name in short is told in full: "Joe" is Joseph.
    """
    table = titles()
    words = [fold(part.replace("-", "")).replace(" ", "") for part in _BETWEEN_PARTS.sub(" ", name).split()]
    kept = [w for w in words if w and w not in table.suffixes and w not in table.particles and len(w) > 1]
    return tuple(table.short_names.get(word, word) for word in kept or words if word)


def same_name(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names, by their `parts_of`, may be one person's: the one stands in the other, or they sound alike."""
    if "".join(a) == "".join(b):
        return True
    short, long = sorted((a, b), key=len)
    return set(short) <= set(long) or (len(short) > 1 and [*map(sound, a)] == [*map(sound, b)])


@lru_cache(maxsize=10_000)
def sound(part: str) -> str:
    """A part of a name without what spellings of one name differ in: "kochavi" and "kohavi", "shoigu" and "shoygu"."""
    return _DOUBLED.sub(r"\1", _SILENT_H.sub("", _ASPIRATED.sub("h", part)).translate(_ALIKE))


def _part_end(k: int, first: int, inside: bool, found: Prose, blocked: Container[int], table: Titles) -> int:
    """The word after the next part at `k` of a name from `first` on (`inside`: it has a word); `k` where the name ends."""
    if k >= len(found.text):
        return k
    word, lower = found.text[k], found.lower[k]
    if word == "E" and k and found.text[k - 1] == "H":  # His Excellency
        return k
    if inside and word.isupper() and word in spelled_bodies():  # "Ali Hassan RMAF"
        return k
    if lower == "en" and found.says(k + 1, "route"):
        return k
    if inside and lower in _SYLLABLES and _is_syllable(k, found):
        return k + 1
    if _is_name_word(k, found, table) or (inside and lower in table.suffixes) or _is_initial(k, inside, found, table):
        return k + 1
    if lower in table.particles and _continues(k, found, blocked, table):
        return k + 1
    if k + 1 >= len(found.text):
        return k
    if (
        word in _HYPHENS
        and k > first
        and k + 1 not in blocked
        and not found.spaced[k]
        and not found.spaced[k - 1]
        and _WORD.match(found.text[k + 1])
    ):
        return k + 2
    if (word == "(" or word in _QUOTES) and inside and (after := _nickname_end(k, found, table)) > k:
        return after
    return k + 2 if inside and word == "," and found.lower[k + 1] in table.suffixes else k


def _is_syllable(k: int, found: Prose) -> bool:
    """Whether a Korean given name opens at word `k` with what is a common word elsewhere: "Kim In-ho"."""
    hyphen = found.text[k + 1 : k + 2] == ["-"] and not found.spaced[k] and not found.spaced[k + 1]
    return hyphen and _KOREAN.match(found.text[k + 2]) is not None


def _is_name_word(k: int, found: Prose, table: Titles) -> bool:
    """Whether the word at `k` may be part of a name; of common words those that names have before or behind such a word."""
    if not _is_spelt_as_name(k, found, table):
        return False
    lower = found.lower[k]
    if found.text[k] == "He":
        return _is_plain(k + 1, found, table)
    if lower in _EARLY and (_is_plain(k + 1, found, table) or _is_halved(k + 1, found)):
        return found.lower[k + 1] in _MIDDLE or "Vietnamese" in languages_of(found.text[k + 1]) or _is_halved(k + 1, found)
    if lower not in table.nameless or (lower not in table.never_names and k > 1 and found.text[k - 1] in _BEFORE_ANY):
        return True
    return (lower in _LATE or _is_halved(k, found)) and k > 0 and _is_name_word(k - 1, found, table)


def _is_spelt_as_name(k: int, found: Prose, table: Titles) -> bool:
    if k >= len(found.text):
        return False
    word = found.text[k]
    if len(word) < 2 or not _WORD.match(word) or not (word[0].isupper() or _is_elided(word)):
        return False
    if word.isupper() and found.lower[k] in table.post_nominals:
        return False
    glued = _GLUED.match(word)
    return not (glued and table.is_head(glued[0].lower()))  # "Assistant SecretaryBureau"


def _is_elided(word: str) -> bool:
    """Whether a particle that lost its vowel begins the word: "d'Almeida"."""
    particle, apostrophe, surname = word.replace("’", "'").partition("'")
    return bool(apostrophe) and particle in {"d", "l", "dell", "dall"} and surname[:1].isupper()


def _is_plain(k: int, found: Prose, table: Titles) -> bool:
    """Whether the word at `k` may be part of a name whatever stands beside it."""
    return _is_spelt_as_name(k, found, table) and found.lower[k] not in table.nameless


def _is_halved(k: int, found: Prose) -> bool:
    """Whether a Korean given name in two halves stands at `k`, of which the first may be a common word: "Park | In-soo"."""
    if found.text[k + 1 : k + 2] != ["-"] or k + 2 >= len(found.text) or found.spaced[k] or found.spaced[k + 1]:
        return False
    return found.is_capital(k) and "Korean" in languages_of(f"{found.lower[k]}-{found.lower[k + 2]}")


def _is_initial(k: int, inside: bool, found: Prose, table: Titles) -> bool:
    """Whether "R." or "JB" stands at `k`; what may be a word, such as "A", only between two words of a name."""
    word, lower = found.text[k], found.lower[k]
    if not _INITIAL.match(word) or (inside and lower in table.post_nominals):
        return False
    if word == "I":
        return inside and _is_name_word(k + 1, found, table)
    if lower in table.never_names:
        if len(word) > 1:
            return False
        if len("".join(found.text[k + 1 : k + 2])) == 1 and _is_initial(k + 1, True, found, table):  # "A K Rao"
            return True
        return (inside or (word != "A" and found.text[k - 1] not in {"(", ","})) and _is_name_word(k + 1, found, table)
    return inside or (
        k + 1 < len(found.text) and (_is_name_word(k + 1, found, table) or bool(_INITIAL.match(found.text[k + 1])))
    )


def _nickname_end(k: int, found: Prose, table: Titles) -> int:
    """The word after the nickname in quotation marks or brackets at `k` in a name: Joko “Jokowi” Widodo; `k` without one."""
    bracket = found.text[k] == "("
    if not found.text[k + 1][0].isupper():
        return k
    for end in range(k + 2, min(k + 2 + _LONGEST_NICKNAME, len(found.text))):
        if found.text[end] == ")" if bracket else found.text[end][0] in _QUOTES:
            told = not (bracket and found.text[k + 1].isupper()) and _is_name_word(end + 1, found, table)
            return end + 1 if told else k
        if bracket or not found.text[end][0].isupper():
            break
    return k


def _is_after_initial(k: int, first: int, found: Prose) -> bool:
    """Whether a surname that is a place's name too stands at `k`: "Carlo T. Paris"."""
    return k - first > 1 and bool(_INITIAL.match(found.text[k - 1])) and bool(_WORD.match(found.text[k]))


def _is_given_name(k: int, found: Prose, blocked: Container[int], table: Titles) -> bool:
    """A country's name where a given name stands ("Defense Minister Israel Katz"): right before a name word that is no rank."""
    if found.lower[k + 1 : k + 2] and found.lower[k + 1] in table.ranks:
        return False
    return k + 1 not in blocked and _is_name_word(k + 1, found, table) and _is_name_word(k, found, table)


def _continues(k: int, found: Prose, blocked: Container[int], table: Titles) -> bool:
    """Whether particles from `k` on lead to a name word; "as" and "an" only across a hyphen."""
    if found.lower[k] in {"as", "an", "do"} and found.text[k][0].islower() and found.text[k + 1 : k + 2] != ["-"]:
        return False
    for j in range(k + 1, min(k + 4, len(found.text))):
        if j in blocked:
            return False
        if _is_name_word(j, found, table):
            return True
        if found.lower[j] not in table.particles and found.text[j] != "-":
            return False
    return False


def _is_article_before(k: int, found: Prose) -> bool:
    """Whether an Arabic article is joined to word `k`: "Al-Shbaity" is a surname, "security" none."""
    return k > 1 and found.text[k - 1] == "-" and found.lower[k - 2] in {"al", "el", "an", "as", "at"}


def _is_thing(start: int, end: int, found: Prose, blocked: Container[int], table: Titles) -> bool:
    """Whether the words are a body's, a place's or a thing's: "Financial Services Authority", "Lee Museum"."""
    lower = found.lower
    if end - start > 1 and lower[start] in _SITES:
        return True
    if lower[start] in table.bodies:
        return True
    if _ABSTRACT.search(lower[end - 1]) and not is_common(lower[end - 1]) and not _is_article_before(end - 1, found):
        return True
    if end - start == 1 and lower[start] in table.venues and lower[start] not in table.venue_surnames:
        return True
    if end - start == 1 and _VOWELLESS.match(found.text[start]):
        return True
    if end - start == 1 and start and lower[start] in table.name_heads and lower[start - 1] == "the":
        return True
    if end - start > 1 and lower[end - 1] in table.venues:
        # "Ambassador Mark Hall" is a person, "the Mark Hall" none
        before = lower[start - 1] if start else ""
        titled = start - 1 in blocked or table.is_head(before) or before in table.style_words
        return not (titled and lower[end - 1] in table.venue_surnames and end - start == 2)
    end += lower[end : end + 1] == ["international"]
    following = lower[end] if end < len(lower) else ""
    return following in table.venues or following in {
        "nco",
        "training",
        "administration",
        "administrations",
        "naval",
        "fleet",
        "family",
    }
