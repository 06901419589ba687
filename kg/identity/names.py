"""In what way two spellings are alike, if they can be of one person's name.

A name is read as its words, folded, without ranks, honorifics and what stands in brackets. Words are alike as they stand, as
the languages of the country put them into Latin letters (data/romanization.toml), as forms of one given name, as an initial of
the other, or, where they are long, but for one letter. That makes names likely; whether they are one person's is for office,
country and time to decide (kg.identity.people).
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict
from rapidfuzz.distance import Levenshtein

from extract.gazetteer import fold, read_table

Likeness = Literal["same", "order", "spelling", "initials", "shorter", "first", "last"]
"""The same letters; in another order; spelled otherwise; with initials; with fewer names; only the first or the last name."""

_ASIDE = re.compile(r"[\"“”«»(][^\"“”«»()]*[\"“”«»)]")
_BREAK = re.compile(r"[\s\-‐–.·]+")
_SENIOR = frozenset({"sr", "snr", "jr"})  # before a rank
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_LINEAGE = frozenset({"bin", "ibn", "bint", "binti"})
_PARTICLES = _LINEAGE | {"al", "el", "de", "del", "della", "di", "da", "dos", "das", "von", "van", "der", "la", "le", "du"}
SURNAME_FIRST = frozenset({"KOR", "PRK", "CHN", "TWN", "SGP", "MYS", "VNM", "KHM", "JPN", "HUN", "MMR"})
_FATHERS_FIRST = frozenset({"MNG"})  # where a name may open with the father's, often as an initial
_LONG = 7  # letters of a word of which one may be mistaken
_FOND_OF_INITIALS = frozenset({"IND", "LKA", "BGD"})
_MOST_INITIALS = 3
_SHORTEST = 3  # letters of a name by which alone somebody is known
_CONSONANTS = 3  # by which alone a word may be told


class Name(NamedTuple):
    """A name taken apart: `words` folded, `suffix` such as "jr", `lineage` where "bin" and the like join sons to fathers."""

    words: tuple[str, ...]
    suffix: str | None
    lineage: bool


class Script(BaseModel):
    """How names of `countries` (of all, if none are named) are made one.

    `wholes` are words with a form of their own; in others `folds` replace, and `skeleton` leaves vowels out.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    countries: frozenset[str] = frozenset()
    wholes: tuple[tuple[re.Pattern[str], str], ...] = ()
    folds: tuple[tuple[re.Pattern[str], str], ...]
    skeleton: bool = False
    alike: tuple[tuple[str, str], ...]
    apart: tuple[tuple[str, str], ...]


@cache
def scripts() -> tuple[Script, ...]:
    """The ways in which names are put into Latin letters."""
    return tuple(Script(**row) for row in read_table("romanization")["scripts"])


@cache
def _never_turned() -> frozenset[str]:
    """The countries where a son's name turned round may be his father's."""
    return frozenset(read_table("romanization")["never_turned"]["countries"])


@lru_cache(1 << 16)
def read_name(name: str, country: str | None) -> Name:
    """The name taken apart; a rank or an honorific alone stays as it is."""
    written = [letters for word in _BREAK.split(without_asides(name)) if word for letters in _initials(word, name, country)]
    words = [letters for word in written if (letters := fold(word).replace(" ", ""))]
    if not words:
        return Name((name,), None, lineage=False)
    suffix = words.pop() if len(words) > 1 and words[-1] in _SUFFIXES else None
    start = _past_titles(words, country)
    words = words[start:]
    lineage = not _LINEAGE.isdisjoint(words)
    particles = _LINEAGE if country in SURNAME_FIRST else _PARTICLES
    kept = [word for i, word in enumerate(words) if not (0 < i < len(words) - 1 and word in particles)]
    return Name(tuple(kept), suffix, lineage)


def without_asides(name: str) -> str:
    """The name without what stands in brackets or quotation marks."""
    return " ".join(_ASIDE.sub(" ", name).split()) or name


def _initials(word: str, name: str, country: str | None) -> Sequence[str]:
    """The letters of initials that are written as one word ("AK Mathew"), else the word; surnames may stand in capitals."""
    written = word.isupper() and 1 < len(word) <= _MOST_INITIALS and name.startswith(word) and not name.isupper()
    vowelless = set("AEIOUY").isdisjoint(word) and country not in SURNAME_FIRST
    return word if written and (vowelless or country in _FOND_OF_INITIALS) else (word,)


def _past_titles(words: Sequence[str], country: str | None) -> int:
    """Where the name begins behind ranks and honorifics; "Gen Matsuda" begins with a name."""
    local, start = read_table("titles")["local_honorifics"], 0
    while start < len(words) - 1 and (words[start] in _styles() or local.get(words[start], "") == (country or "?")):
        start += 1
    given = country == "JPN" and start == 1 and words[0] == "gen" and len(words) == 2
    return 0 if given else start


@cache
def _styles() -> frozenset[str]:
    """Words of ranks and titles of honour."""
    table = read_table("titles")
    kinds = ("rank_parts", "rank_cores", "honorifics", "honorific_tails")
    return _SENIOR.union(*({fold(word) for word in table[kind]} for kind in kinds))


def likeness(a: str, b: str, country: str | None) -> Likeness | None:
    """How the names are alike, read as names of the country; None where they are not of one person."""
    one, other = sorted((read_name(a, country), read_name(b, country)), key=lambda name: (len(name.words), name.words))
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return None
    if one.words == other.words:
        return "same"
    lineage = one.lineage or other.lineage or country in _never_turned()
    if not lineage and _turned(one.words) & _turned(other.words):
        return "same" if "".join(one.words) == "".join(other.words) else "order"
    words = _Words(country)
    if len(one.words) == len(other.words):
        return words.aligned(one.words, other.words) or (None if lineage else words.turned(one.words, other.words))
    if len(one.words) == 1:
        return words.single(one.words[0], other.words)
    return words.joined(one.words, other.words) or words.shortened(one.words, other.words)


def _nearly(a: str, b: str) -> bool:
    """Whether two long words are the same but for one letter."""
    return a == b or (min(len(a), len(b)) >= _LONG and Levenshtein.distance(a, b, score_cutoff=1) <= 1)


def _turned(words: Sequence[str]) -> set[str]:
    """The letters of a name, whichever word it begins with."""
    return {"".join((*words[i:], *words[:i])) for i in range(len(words))}


def turned(name: str, country: str | None = None) -> frozenset[str]:
    """The letters of a name, whichever of its words comes first."""
    return frozenset(_turned(read_name(name, country).words))


def key_of(word: str, country: str | None) -> str:
    """What all spellings of a word share."""
    return _canonical(_form(word), country)


def initial_of(word: str, country: str | None) -> str:
    """The letter with which all spellings of a word begin."""
    return key_of(word, country)[:1]


class _Words:
    """The comparing of words of one country's names."""

    def __init__(self, country: str | None) -> None:
        self.country = country

    def canonical(self, word: str) -> str:
        """The word in the one form that all its spellings share."""
        return _canonical(word, self.country)

    def alike(self, a: str, b: str) -> Likeness | None:
        """How two words are alike."""
        if a == b:
            return "same"
        if 1 in (len(a), len(b)):
            return "initials" if self.canonical(a)[:1] == self.canonical(b)[:1] or a[0] == b[0] else None
        one = self.canonical(a) == self.canonical(b) or _form(a) == _form(b) or _nearly(a, b)
        return "spelling" if one else None

    def aligned(self, a: Sequence[str], b: Sequence[str]) -> Likeness | None:
        """How two names of as many words are alike, word by word; not all of one may be initials."""
        found = [self.alike(one, other) for one, other in zip(a, b, strict=True)]
        if None in found or set(found) == {"initials"}:
            return None
        return next((kind for kind in _LOOSEST if kind in found), "same")

    def turned(self, a: Sequence[str], b: Sequence[str]) -> Likeness | None:
        """How two names are alike of which one begins with the surname."""
        ways = ((*b[1:], b[0]), (b[-1], *b[:-1]))
        close = {"same", "spelling", "initials"} if self.country in _FATHERS_FIRST else {"same", "spelling"}
        return "order" if any(self.aligned(a, way) in close for way in ways) else None

    def joined(self, a: Sequence[str], b: Sequence[str]) -> Likeness | None:
        """Whether the names are one but for where words end: "Abd Rahman" and "Abdrahman"."""
        if any(len(word) == 1 for word in (*a, *b)):
            return None
        whole = self.canonical("".join(a)), self.canonical("".join(b))
        apart = _skeleton("".join(map(self.canonical, a))), _skeleton("".join(map(self.canonical, b)))
        return "spelling" if _nearly(*whole) or apart[0] == apart[1] else None

    def single(self, word: str, name: Sequence[str]) -> Likeness | None:
        """Whether the word is the first or the last of a name."""
        if len(word) < _SHORTEST:
            return None
        ends: tuple[tuple[str, Likeness], ...] = ((name[0], "first"), (name[-1], "last"))
        return next((kind for end, kind in ends if self.alike(word, end) in {"same", "spelling"}), None)

    def shortened(self, short: Sequence[str], full: Sequence[str]) -> Likeness | None:
        """Whether names were left out: those in the middle, a last one behind two, or a first that many bear."""
        if self._without_middle(short, full) or self._without_last(short, full):
            return "shorter"
        dropped = len(full) - len(short)
        if not all(map(self._full, short, full[dropped:])):
            return None
        return "shorter" if dropped == 1 and _canonical(full[0], "SAU") == "muhammad" else "last"

    def _full(self, a: str, b: str) -> bool:
        return self.alike(a, b) in {"same", "spelling"}

    def _without_middle(self, short: Sequence[str], full: Sequence[str]) -> bool:
        first, last = self.alike(short[0], full[0]), self._full(short[-1], full[-1])
        if first is not None and last:
            return self._left_in(short[1:-1], full[1:-1])
        if self.country not in SURNAME_FIRST or len(short) != 2:
            return False
        return self._full(short[0], full[-1]) and self._full(short[1], full[0])  # "Henry Goh" is "Goh Wei Ming Henry"

    def _left_in(self, some: Sequence[str], names: Sequence[str]) -> bool:
        """Whether some of the names, in their order, were left in, and no initial before these was left out."""
        if not some or not names:
            return not some
        if self.alike(some[0], names[0]):
            return self._left_in(some[1:], names[1:])
        return len(names[0]) > 1 and self._left_in(some, names[1:])

    def _without_last(self, short: Sequence[str], full: Sequence[str]) -> bool:
        return self.country not in SURNAME_FIRST and all(map(self._full, short, full))


_LOOSEST: tuple[Likeness, ...] = ("initials", "spelling")


@lru_cache(1 << 16)
def _canonical(word: str, country: str | None) -> str:
    """The word in the one form that its spellings share where the country's languages are written."""
    own = [script for script in scripts() if not script.countries or country in script.countries]
    for pattern, form in (whole for script in own for whole in script.wholes):
        if pattern.fullmatch(word):
            return form
    for pattern, replacement in (change for script in own for change in script.folds):
        word = pattern.sub(replacement, word)
    return _skeleton(word) if any(script.skeleton for script in own) else word


def _skeleton(word: str) -> str:
    """The consonants of a word, and whether a vowel leads them; a word of too few stays as it is."""
    bare = re.sub("[aeiou]", "", word)
    return word if len(bare) < _CONSONANTS else ("a" if word[0] in "aeiou" else "") + bare


@lru_cache(1 << 16)
def _form(word: str) -> str:
    """The given name of which a word is a form: "james" of "jim"."""
    return _forms().get(word, word)


@cache
def _forms() -> dict[str, str]:
    listed = {form: forms[0] for forms in read_table("romanization")["given_names"]["forms"] for form in forms}
    return {**read_table("titles")["short_names"], **listed}
