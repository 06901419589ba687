"""In which languages a name may be spelt, and in which countries such names are at home."""

import re
from functools import cache, cached_property, lru_cache

from extract.gazetteer import read_table
from extract.words.lexicon import Exemplified

_NOTHING = "(?!)"


class Spelling(Exemplified):
    """How names of a language are spelt; `regular`: nearly all names of its countries are, but those of the `mixed` ones."""

    language: str
    countries: frozenset[str]
    letters: str = ""
    words: str = ""
    beginnings: str = _NOTHING
    endings: str = _NOTHING
    syllables: str = _NOTHING
    regular: bool = False
    mixed: frozenset[str] = frozenset()

    @cached_property
    def listed(self) -> frozenset[str]:
        """The words that tell the language."""
        return frozenset(self.words.split())

    @cached_property
    def _parts(self) -> re.Pattern[str]:
        beginnings, endings = ("|".join(parts.split()) for parts in (self.beginnings, self.endings))
        return re.compile(f"^(?:{beginnings})|(?:{endings})$|[{self.letters or '_'}]")

    @cached_property
    def _syllables(self) -> re.Pattern[str]:
        return re.compile(f"(?:{self.syllables})+", re.VERBOSE)

    def marks(self, word: str) -> bool:
        """Whether a word in lower case tells that the name is of this language."""
        return word in self.listed or self._parts.search(word) is not None

    def builds(self, word: str) -> bool:
        """Whether a word in lower case is made of this language's syllables."""
        return self._syllables.fullmatch(word) is not None


@cache
def spellings() -> tuple[Spelling, ...]:
    """spellings.toml."""
    return tuple(Spelling(**entry) for entry in read_table("spellings")["spelling"])


def languages_of(name: str) -> frozenset[str]:
    """The languages of which a name may be: ``languages_of("Giorgi Beradze") == {"Georgian"}``."""
    marked, built = zip(*map(_languages_of_word, name.lower().replace("’", "'").split()), strict=True)
    return frozenset().union(*marked) | frozenset.intersection(*built)


@lru_cache(maxsize=10_000)
def _languages_of_word(word: str) -> tuple[frozenset[str], frozenset[str]]:
    """The languages that a word marks, and those of whose syllables it is made."""
    return (
        frozenset(spelling.language for spelling in spellings() if spelling.marks(word)),
        frozenset(spelling.language for spelling in _syllabic() if spelling.builds(word)),
    )


@cache
def _syllabic() -> tuple[Spelling, ...]:
    """The languages whose words their syllables tell."""
    return tuple(spelling for spelling in spellings() if spelling.syllables != _NOTHING)


def is_common(name: str) -> bool:
    """Whether a name is one of the listed names of some language: ``is_common("James")``."""
    return name.lower() in _listed()


@cache
def _listed() -> frozenset[str]:
    """The words that tell any language."""
    return frozenset().union(*(spelling.listed for spelling in spellings()))


def countries_like(name: str) -> tuple[frozenset[str], frozenset[str]]:
    """The countries where names like this one are at home, and those where hardly any name is like it.

    Of one word alone its syllables tell too little: "Biden" could be Chinese by them.
    """
    alike = _countries_of(languages_of(name))
    told = alike if " " in name else _countries_of(_languages_of_word(name.lower())[0])
    return told, _regular() - alike


@cache
def _countries_of(languages: frozenset[str]) -> frozenset[str]:
    return frozenset(code for spelling in spellings() if spelling.language in languages for code in spelling.countries)


@cache
def _regular() -> frozenset[str]:
    """The countries where nearly all names are spelt as their language's are."""
    return frozenset(code for spelling in spellings() if spelling.regular for code in spelling.countries - spelling.mixed)
