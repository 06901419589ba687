"""From which country an article speaks: the news agency that issued it."""

import re
from collections import Counter
from functools import cache

from spacy.tokens import Doc

from extract.gazetteer import agencies
from extract.text.marked import marked
from extract.text.tokens import Words, split, words


def country_of_agency(doc: Doc) -> str | None:
    """The country of the agency in the dateline, else of the one most named as a source: "(Yonhap)", "/TASS/", "via Antara".

    An agency of a country that the article does not name reports on others.
    """
    if not _is_any_named(words(doc)):
        return None
    whole, named = words(doc).whole, {span.id_ for span in marked(doc, "countries")}
    for part in (s for s in marked(doc, "layout") if s.label_ in {"dateline", "byline"}):
        found = _agency().search(whole, *words(doc).characters(part.start, part.end))
        if found and agencies()[found["agency"]] in named:
            return agencies()[found["agency"]]
    told = (agencies().get(found["bracketed"] or found["telling"]) for found in _SOURCE.finditer(whole))
    sources = Counter(code for code in told if code in named)
    return min(sources, key=lambda code: (-sources[code], code), default=None)


def _names() -> str:
    return "|".join(re.escape(name) for name in sorted(agencies(), key=len, reverse=True))


def _is_any_named(found: Words) -> bool:
    """Whether the name of an agency stands in the text at all."""
    names = _by_first_word()
    places = found.positions.of(_first_words())
    return any(found.whole.startswith(names.get(found.text[i], ()), found.offsets[i]) for i in places)


@cache
def _by_first_word() -> dict[str, tuple[str, ...]]:
    """First words of names of agencies → the names."""
    names = [(split(name)[0], name) for name in agencies()]
    return {first: tuple(name for word, name in names if word == first) for first, _ in names}


@cache
def _first_words() -> frozenset[str]:
    """The first words in lower case."""
    return frozenset(word.lower() for word in _by_first_word())


@cache
def _agency() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<agency>{_names()})\b")


_SOURCE = re.compile(
    r"(?:[(\[/]|\b[Vv]ia )(?P<bracketed>[A-Z][\w-]{1,20}(?: [A-Z][\w-]{1,20}){0,2})(?=[)\]/])"
    r"|\b(?P<telling>[A-Z][\w-]{1,20}) (?:reports|informs|learned|has learned|learnt|found out)\b"
)
