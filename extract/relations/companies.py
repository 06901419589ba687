"""Companies that sell arms, and whose they are: "the Norwegian shipyard", "Norway's Kongsvik", or by a maker's own name."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from extract.clauses.clauses import Argument, Sentence
from extract.text.marked import marked
from extract.text.phrases import Phrases
from extract.words.relation_words import relation_words

_NEAR = 4
_MAKING = {"in", "by", "from"}


class Company(NamedTuple):
    """A company at tokens `start` to `end`, and its country."""

    start: int
    end: int
    code: str


def companies_in(sentence: Sentence) -> list[Company]:
    """The companies that the sentence names or describes by their country, in order, each country once."""
    found = sorted([*_described(sentence), *_makers_in(sentence)])
    first = {company.code: company for company in reversed(found)}
    return sorted(first.values())


def _makers_in(sentence: Sentence) -> Iterator[Company]:
    """Those that the list of makers knows, spelled as there, of countries that the article names."""
    for hit in sentence.find(_makers()):
        name, code = hit.value.split("/")
        person = any(a.people and a.start < hit.end and hit.start < a.end for a in sentence.actors)
        named = any(span.id_ == code for span in marked(sentence.doc, "countries"))
        if named and not person and sentence.text(hit.start, hit.end) == name:
            yield Company(hit.start, hit.end, code)


@cache
def _makers() -> Phrases:
    return Phrases((name, f"{name}/{code}") for code, names in relation_words().makers.items() for name in names)


def _described(sentence: Sentence) -> Iterator[Company]:
    """The countries beside a company: "the Norwegian shipyard", "Norway's Kongsvik", "a company of Norway"."""
    found, companies = sentence.words, relation_words().supplied_arms.companies
    for argument in sentence.arguments:
        if argument.actor.kind not in {"country", "modifier"}:
            continue
        start, end = argument.actor.start, argument.actor.end
        before = found.lower[max(sentence.start, start - _NEAR) : start]
        is_of = argument.governor in {"of", "from"} and not companies.isdisjoint(before)
        noun = _noun_behind(sentence, argument)
        if noun or is_of:
            yield from (Company(start, noun or end, code) for code in argument.actor.codes)


def _noun_behind(sentence: Sentence, argument: Argument) -> int | None:
    """The token after the word for a company, or behind "'s" the name, that follows the country."""
    found, end = sentence.words, argument.actor.end
    starts = [a.actor.start for a in sentence.arguments if a.actor.start >= end]
    comma = next((k for k in range(end, end + _NEAR) if found.lower[k : k + 1] == [","]), sentence.end)
    after = min([end + _NEAR, sentence.end, comma, *starts])
    noun = next((k for k in range(end, after) if found.lower[k] in relation_words().supplied_arms.companies), None)
    if noun is not None:
        return noun + 1
    owned = found.lower[end : end + 1] == ["'s"] and end + 1 < after
    return end + 2 if owned and found.text[end + 1][0].isupper() else None


def makers_of(sentence: Sentence, start: int, end: int) -> tuple[str, ...]:
    """Who made what tokens `start` to `end` name: "a Norwegian-built ship", "a ship built in Norway", "bought from Norway"."""
    lower, made = sentence.words.lower, relation_words().supplied_arms.made
    for argument in sentence.arguments:
        first, last = argument.actor.start, argument.actor.end
        hyphened = lower[last : last + 1] == ["-"] and not made.isdisjoint(lower[last + 1 : last + 2])
        led = argument.governor in _MAKING and not made.isdisjoint(lower[max(start, first - _NEAR) : first])
        if start <= first < end and (hyphened or led):
            return argument.actor.codes
    return ()
