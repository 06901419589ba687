"""Text → tokens: a tokenizer that takes time in proportion to the text, and the word lists the components share.

spaCy's own tokenizer is quadratic in an unbroken run of brackets, quotes or "'s". One regular expression without
backtracking over the whole text is not, is faster, and splits compounds ("Korea-Vietnam") where names meet.
"""

import re
from typing import NamedTuple

from spacy.tokens import Doc
from spacy.vocab import Vocab

_TOKEN = re.compile(
    r"""
      [ ]+(?=[^ ]) | \s+                              # white space: the first blank belongs to the token before it
    | (?:[^\W\d_]\.){2,12}                            # U.S.  R.O.K.
    | (?:Adm|Amb|Apr|Aug|Brig|Capt|Cdr|Cmdr|Col|Comdr|Cpl|Dec|Dr|Feb|Gen|Gov|Hon|Jan|Jr|Jul|Jun|Lieut|Lt|Maj|Mar|Mr|Mrs|Ms|No|Nov|Oct
        |Prof|Rep|Rtd|Retd|Rev|Sec|Sen|Sept?|Sgt|Snr|Sr|St|Vol|Col-Gen|vs)\.
    | [^\W\d_]\.(?=[ \w])                             # initials: S. Korea, L.Bold
    | [A-Z]{1,3}\$                                    # US$
    | \d{1,4}(?:st|nd|rd|th)\b                       # 11th
    | \d{1,32}(?:[.,:/]\d{1,32}){0,8}                 # 34,000,000  16/12/2017  12:30
    | ['’][sS]\b                                      # the possessive
    | [^\W_]{1,64}(?:['’](?![sS]\b)[^\W_]{1,64}){0,4}   # words; O’Brien, Matiang’i
    | -{2,3} | \.{2,3}
    | .
    """,
    re.VERBOSE | re.DOTALL,
)


class LinearTokenizer:
    """A spaCy tokenizer: `nlp.tokenizer = LinearTokenizer(nlp.vocab)`."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Tokens of `text`; joined again they are the text."""
        words: list[str] = []
        spaces: list[bool] = []
        for piece in _TOKEN.findall(text):
            rest = piece
            if piece[0] == " " and words and not spaces[-1] and not words[-1].isspace():
                spaces[-1] = True
                rest = piece[1:]
            if rest:
                words.append(rest)
                spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)

    def pipe(self, texts, batch_size=1000):  # type: ignore[no-untyped-def]  # noqa: ANN, D102
        return map(self, texts)


class Words(NamedTuple):
    """The words of a Doc as they stand, in lower case with curly apostrophes made straight, and whether a blank follows."""

    text: list[str]
    lower: list[str]
    spaced: list[bool]


def split(phrase: str) -> list[str]:
    """The words of a phrase, as the tokenizer would make them."""
    return [piece for piece in _TOKEN.findall(phrase) if not piece.isspace()]


def words(doc: Doc) -> Words:
    """The words of `doc`, made once and kept with it: reading a list is many times faster than asking tokens."""
    found: Words | None = doc.user_data.get("defense_words")
    if found is None:
        text = [token.text for token in doc]
        found = Words(text, [word.lower().replace("’", "'") for word in text], [bool(token.whitespace_) for token in doc])
        doc.user_data["defense_words"] = found
    return found
