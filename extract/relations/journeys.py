"""Journeys: who went where, and on which day the journey began."""

from collections.abc import Set
from functools import cache
from typing import NamedTuple

from extract.clauses.clauses import Sentence
from extract.relations.acts import dates_between, when
from extract.relations.background import Background
from extract.relations.destinations import Place
from extract.relations.lengths import length_in_days
from extract.text.calendar import Period, add_days
from extract.text.phrases import Found, Phrases
from extract.words.meeting_words import meeting_words
from extract.words.relation_words import VisitWords, relation_words

_DAY = 10  # characters of a date of a day
_MONTH = 7
_LEADING = {",", "which", "that", "has", "was"}
_NEAR = 8  # how far behind a visit that is named in passing its date may stand


class Journey(NamedTuple):
    """Who went where. Its date stands beside the words from token `start` to the last place.

    `dated`: whether a date there can be its own; `in_passing`: only a range or a month, for a day may be any of the visit.
    `announced`: it is still to come; `is_over`: its date is that of its end. `is_known`: "the visit", told before.
    """

    guests: tuple[str, ...]
    to: list[Place]
    start: int
    dated: bool = True
    in_passing: bool = False
    announced: bool = False
    is_over: bool = False
    is_known: bool = False


def date_of(sentence: Sentence, hit: Found, journey: Journey, background: Background) -> str | None:
    """The first day of the journey that the trigger tells, if its day, month or year is told."""
    return _date(sentence, hit, journey) or _today(sentence, hit, journey, background)


def _date(sentence: Sentence, hit: Found, journey: Journey) -> str | None:
    """The first day of the visit, or what is told of it: not just any day of it."""
    if not journey.dated:
        return None
    if (since := _since(sentence, journey)) is not None:
        return since
    told = max(hit.end, journey.to[-1].end)
    end = _behind(sentence, told, _words().beginning)
    number = _day_of(sentence, journey.start)
    ended = _behind(sentence, told, _words().ending)
    returned = (
        journey.is_over
        or ended > told
        or not _words().ending.isdisjoint(sentence.words.lower[max(sentence.start, journey.start - 14) : journey.start + 1])
    )
    end = max(end, ended)
    in_passing = journey.in_passing and end == told and not number and not returned
    reach = _reach(sentence, end) if in_passing else 0
    period = _fronted(sentence, journey.start) if in_passing else None
    if period is None and not (in_passing and reach == 0):
        period = when(sentence, journey.start, end, strict=not (returned or number), behind=reach)
    inside = dates_between(sentence, journey.start, hit.start)
    if period is None:
        return None
    if in_passing and not inside and len(period.start) == _DAY and period.end is None:
        return period.start[:_MONTH]
    if number:
        return add_days(period.start, 1 - number) if len(period.start) == 10 else period.start
    return _first_day(sentence, period.start) if returned else period.start


def is_ranged(sentence: Sentence) -> bool:
    """Whether the sentence tells from when to when something lasted."""
    return any(mention.past and mention.past.end for mention in sentence.dates)


def _reach(sentence: Sentence, end: int) -> int:
    """How many tokens behind a visit named in passing may tell when it was: not beyond another verb."""
    lower, stops = sentence.words.lower, _words().stops - relation_words().acts.being
    return next((k - end for k in range(end, min(sentence.end, end + _NEAR)) if lower[k] in stops), _NEAR)


def _fronted(sentence: Sentence, start: int) -> Period | None:
    """The month or year of "in May 2020, during | a visit", right before the visit."""
    lower, lead = sentence.words.lower, _words().determiners | {",", "during", "on"}
    near = (m for m in dates_between(sentence, start - _NEAR, start) if lead.issuperset(lower[m.end : start]))
    return next((m.past for m in near if m.past and len(m.past.start) < _DAY), None)


def _since(sentence: Sentence, journey: Journey) -> str | None:
    """The day since which a traveller "has been in Poland", or "on a visit to Poland"."""
    lower, end = sentence.words.lower, journey.to[-1].end
    if "been" not in lower[journey.start - 2 : end]:
        return None
    dates = (m for m in dates_between(sentence, end, end + 3) if lower[m.start - 1] == "since")
    return next((mention.past.start for mention in dates if mention.past), None)


def _day_of(sentence: Sentence, at: int) -> int | None:
    """2 of "the second day of" right before token `at`, or before whose it was."""
    lower = sentence.words.lower
    days = (k for k in range(max(sentence.start + 1, at - 12), at) if lower[k] == "day" and lower[k + 1] in {"of", "into"})
    return next((number for k in days if (number := meeting_words().ordering.ordinal(lower[k - 1]))), None)


def _behind(sentence: Sentence, end: int, verbs: Set[str]) -> int:
    """Behind "began", or ", which began": there the day stands of a visit that was told up to token `end`."""
    lower = sentence.words.lower
    first = next((a.actor.end for a in sentence.arguments if a.governor == "by" and end < a.actor.start <= end + 2), end)
    k = first
    while k < min(sentence.end, first + 4) and lower[k] in _LEADING:
        k += 1
    return k + 1 if k < sentence.end and lower[k] in verbs else end


def _first_day(sentence: Sentence, date: str) -> str:
    """The day a visit began, counted back from that of its end."""
    days = length_in_days(sentence.words.lower, sentence.start, sentence.end)
    return add_days(date, 1 - days) if days and len(date) == 10 else date[:7]


def _today(sentence: Sentence, hit: Found, journey: Journey, background: Background) -> str | None:
    """The day the article reports on, where the visit is told to be of that day."""
    before = _one_day().find(sentence.words.lower, max(sentence.start, hit.start - 5), hit.start)
    behind = _that_day().find(sentence.words.lower, hit.end, min(sentence.end, journey.to[-1].end + _NEAR))
    return background.news_day if before or behind or _day_of(sentence, journey.start) == 1 else None


@cache
def _one_day() -> Phrases:
    return Phrases((phrase, phrase) for phrase in _words().one_day)


@cache
def _that_day() -> Phrases:
    return Phrases((phrase, phrase) for phrase in _words().that_day)


@cache
def _words() -> VisitWords:
    return relation_words().visited
