"""When an accord was reached: by the words around its verb, by its name, or on the day on which those met who reached it."""

import re
from collections.abc import Collection

from extract.clauses.clauses import Sentence
from extract.relations.accord_clauses import Clause, is_noun, is_resolved
from extract.relations.acts import beside_gerund, dates_between, when
from extract.relations.background import Background
from extract.relations.lengths import length_in_days
from extract.text.calendar import Period, add_days
from extract.text.phrases import Found
from extract.words.relation_words import relation_words

_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_BACK = 22
_DAY = 10  # characters of a date of a day
_PLANS, _TALKS = {"to", "that"}, {"during", "at", "when", "after"}


def date_of(clause: Clause, background: Background, codes: Collection[str]) -> str | None:
    """The day in the verb's own clause, else that of the meeting; of an exercise its first, counted back from its last."""
    sentence, verb = clause.sentence, clause.verb
    of_aside = clause.is_where and "in" in clause.before(_BACK)
    period = _in_name(clause) or when(sentence, verb.start, verb.end, strict=clause.kind.at_meetings or of_aside)
    if period is None and clause.is_where and clause.kind.at_meetings:
        period = when(sentence, verb.start, verb.end)
    if period is not None and clause.kind.at_meetings and _is_of_conjunct(clause, period):
        period = None
    if period is not None and clause.name == "agreed" and _is_of_plan(clause, period):
        period = None
    since = {"since", "when"} <= set(clause.before(_BACK))  # "since 2020, when they signed"
    if period is None and clause.kind.at_meetings and (since or _is_reported(clause) or _is_looked_back_on(clause)):
        return None
    if period is None and (clause.kind.at_meetings or is_resolved(clause)):
        return None if _is_participle(clause) else background.day(codes, verb.start)
    if period is None:
        return _year_in_name(sentence, clause.noun) if clause.noun and clause.kind.happens else None
    ends = not clause.kind.endings.isdisjoint(clause.lower[verb.start : verb.end])
    days = length_in_days(clause.lower, sentence.start, len(clause.lower)) if ends else None
    return add_days(period.start, 1 - days) if days and len(period.start) == 10 else period.start


def _in_name(clause: Clause) -> Period | None:
    """The day of "the declaration of 4 May, signed by X and Y"."""
    if clause.noun is None or clause.name != "signed" or clause.lower[clause.noun.end : clause.noun.end + 1] != ["of"]:
        return None
    dates = dates_between(clause.sentence, clause.noun.end + 1, clause.noun.end + 2)
    return next((m.past for m in dates if m.end <= clause.verb.start), None)


def _is_looked_back_on(clause: Clause) -> bool:
    """“We welcome the signing of”, "spoke of Norway and Poland signing": what was signed before those met who speak of it."""
    spoken_of = any(a.governor != "with" for a in beside_gerund(clause.sentence, clause.verb.start))
    return spoken_of or (is_noun(clause) and not relation_words().acts.recalling.isdisjoint(clause.before(6)))


def _is_reported(clause: Clause) -> bool:
    """“Last May, X said that Y and Z have agreed”: what was reported on a day that is not of the news."""
    fronted = [m for m in clause.sentence.dates if m.start <= clause.sentence.start + 2]
    if not fronted or "that" not in clause.lower[fronted[0].end : clause.verb.start]:
        return False
    return not relation_words().acts.speech.isdisjoint(clause.lower[fronted[0].end : clause.verb.start])


def _is_of_conjunct(clause: Clause, period: Period) -> bool:
    """“Hailed the summit of June and agreed”: the date of what those who acted looked back on."""
    first = next((m for m in clause.sentence.dates if m.end <= clause.verb.start and m.past == period), None)
    if first is None or "and" not in clause.lower[first.end : clause.verb.start]:
        return False
    return not relation_words().acts.recalling.isdisjoint(clause.lower[clause.sentence.start : first.start])


def _is_of_plan(clause: Clause, period: Period) -> bool:
    """“Agreed to meet this year”: a month or year behind "to" or "that" is of what was agreed."""
    end = clause.verb.end
    mentions = (m for m in clause.sentence.dates if m.start >= end and m.past == period)
    first = next(mentions, None)
    if first is None or (len(period.start) == _DAY and period.start <= (clause.sentence.published or period.start)):
        return False
    between = clause.lower[end - 1 : first.start]
    return not _PLANS.isdisjoint(between) and _TALKS.isdisjoint(between)


def _is_participle(clause: Clause) -> bool:
    """“Under a deal signed by X and Y”: not what the sentence reports, but what it builds upon."""
    lower, verb, noun = clause.lower, clause.verb, clause.noun
    return (
        noun is not None and noun.end == verb.start and lower[verb.start].endswith("ed") and verb.start > clause.sentence.start
    )


def _year_in_name(sentence: Sentence, noun: Found) -> str | None:
    """The year of "Sky Guard 2021": it dates the event."""
    around = range(max(sentence.start, noun.start - 12), min(sentence.end, noun.end + 4))
    mentions = dates_between(sentence, sentence.start, sentence.end)
    dated = {k for m in mentions if m.kind != "year" for k in range(m.start, m.end)}
    return next((sentence.words.text[k] for k in around if k not in dated and _YEAR.match(sentence.words.text[k])), None)
