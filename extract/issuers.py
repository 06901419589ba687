"""From which country an article speaks: the news agency that issued it."""

import re
from collections import Counter
from functools import cache

from spacy.tokens import Doc

from .gazetteer import agencies
from .tokens import words


def country_of_agency(doc: Doc) -> str | None:
    """The country of the agency in the dateline, else of the one most named as a source: "(Yonhap)", "/TASS/", "via Antara".

    An agency of a country that the article does not name reports on others.
    """
    whole, named = words(doc).whole, {span.id_ for span in doc.spans.get("countries", ())}
    for part in (s for s in doc.spans.get("layout", ()) if s.label_ in {"dateline", "byline"}):
        found = _agency().search(whole, part.start_char, part.end_char)
        if found and agencies()[found["agency"]] in named:
            return agencies()[found["agency"]]
    sources = Counter(code for found in _source().finditer(whole) if (code := agencies()[found["agency"]]) in named)
    return min(sources, key=lambda code: (-sources[code], code), default=None)


def _names() -> str:
    return "|".join(re.escape(name) for name in sorted(agencies(), key=len, reverse=True))


@cache
def _agency() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<agency>{_names()})\b")


@cache
def _source() -> re.Pattern[str]:
    return re.compile(rf"(?:[(\[/]|\b[Vv]ia )(?P<agency>{_names()})(?=[)\]/])")
