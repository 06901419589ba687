"""Text → tokens: a tokenizer that takes time in proportion to the text, and the word lists the components share.

spaCy's own tokenizer is quadratic in an unbroken run of brackets, quotes or "'s". One regular expression without
backtracking over the whole text is not, is faster, and splits compounds ("Korea-Vietnam") where names meet.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import accumulate
from operator import add
from typing import NamedTuple

from spacy.tokens import Doc
from spacy.vocab import Vocab

from extract.gazetteer import read_table
from extract.text.positions import Positions


class LinearTokenizer:
    """A spaCy tokenizer: `nlp.tokenizer = LinearTokenizer(nlp.vocab)`."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Tokens of `text`; joined again they are the text."""
        found = _pattern().findall(text)
        pieces, spaces = [piece for piece, _ in found], [blank == " " for _, blank in found]
        doc = Doc(self.vocab, words=pieces, spaces=spaces)
        doc.user_data[_KEY] = _words(text, pieces, spaces)
        return doc

    def pipe(self, texts: Iterable[str], batch_size: int = 1000) -> Iterator[Doc]:
        """The Docs of many texts; `batch_size` is spaCy's and tells nothing here."""
        return map(self, texts)


class Words(NamedTuple):
    """A Doc as plain lists, which are many times faster to read than tokens.

    `whole` is the text; for each token `text` is it as it stands, `lower` in lower case with possessives as "'s" whatever the
    apostrophe, those of plurals too, `spaced` whether a blank follows, `offsets` its first character in `whole`. `positions`
    tells where a word of `lower` stands.
    """

    whole: str
    text: list[str]
    lower: list[str]
    spaced: list[bool]
    offsets: list[int]
    positions: Positions

    def characters(self, start: int, end: int) -> tuple[int, int]:
        """First character and end of tokens `start` to `end`."""
        return self.offsets[start], self.offsets[end - 1] + len(self.text[end - 1])

    def between(self, start: int, end: int) -> str:
        """The text of tokens `start` to `end`, on one line."""
        first, last = self.characters(start, end)
        return " ".join(self.whole[first:last].split())


def split(phrase: str) -> list[str]:
    """The words of a phrase, as the tokenizer would make them."""
    return [piece for piece, _ in _pattern().findall(phrase) if not piece.isspace()]


@cache
def _pattern() -> re.Pattern[str]:
    """A token and the blank behind it; white space beyond that is a token of its own."""
    known = read_table("layout")["sentences"]
    abbreviations = {*known["before_names"], *known["before_numbers"], *known["anywhere"]}
    return re.compile(
        rf"""
        (  [A-Za-z]{{2,64}}+(?![\w.'’$])                # most words
        | [,.](?!\.)                                  # most marks
        | \s+
        | [^\W\d_]{{2,64}}+(?![\w.'’$])
        | (?:[^\W\d_]\.){{2,12}}                       # U.S.  R.O.K.
        | (?=[^\W\d_]{{2,7}}\.)(?:{"|".join(sorted(abbreviations))})\.
        | [^\W\d_]\.(?=[ \xa0\w])                       # initials: S. Korea, L.Bold
        | [A-Z]{{1,3}}\$                               # US$
        | \d{{1,4}}(?:st|nd|rd|th)\b                   # 11th
        | \d{{1,32}}(?:[.,:/]\d{{1,32}}){{0,8}}           # 34,000,000  16/12/2017  12:30
        | ['’`´][sS]\b                                # the possessive
        | [^\W_]{{1,64}}(?:['’](?![sS]\b)[^\W_]{{1,64}}){{0,4}}  # O’Brien, Matiang’i, F16
        | -{{2,3}} | \.{{2,3}}
        | .
        )([ ]?)
        """,
        re.VERBOSE | re.DOTALL,
    )


def words(doc: Doc) -> Words:
    """The words of `doc`, made once and kept with it; again where it was tokenized anew."""
    found: Words | None = doc.user_data.get(_KEY)
    if found is None or len(found.text) != len(doc):
        found = _words(doc.text, [token.text for token in doc], [bool(token.whitespace_) for token in doc])
        doc.user_data[_KEY] = found
    return found


def lowered(word: str) -> str:
    """A word in lower case, with straight apostrophes."""
    return _CURLY.sub("'", word.lower())


_KEY = "defense_words"
_CURLY = re.compile("[’`´]")


def _words(whole: str, pieces: list[str], spaces: list[bool]) -> Words:
    offsets = list(accumulate(map(add, map(len, pieces), spaces), initial=0))
    lower = list(map(str.lower, pieces))
    for mark in _CURLY.finditer(whole):
        i = bisect_right(offsets, mark.start()) - 1
        lower[i] = lowered(pieces[i])
    if "s' " in whole or "s’ " in whole:
        for i in [i for i, word in enumerate(lower) if word == "'" and i and spaces[i] and not spaces[i - 1]]:
            lower[i] = "'s" if lower[i - 1][-1] == "s" else "'"
    return Words(whole, pieces, lower, spaces, offsets[:-1], Positions(lower))
