"""Visits, accords and exercises as all of an article tells them: their places and days, told here and there."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extract.relations.acts import Relation
from extract.relations.background import Background

_MONTH, _DAY = 7, 10  # characters of dates of a month and a day
_ACCORDS = {"agreed", "signed", "upgraded_ties"}
_WITHIN, _VISITS = {"during", "on"}, {"visit", "trip"}


def settle_visits(told: Iterable[Relation], background: Background) -> Iterator[Relation]:
    """The visits with their places and dates, as all of the article tells them; other relations as they are.

    A visit whose place is not told is one whose place is, or leads where the guest met his hosts. One of which no day is told
    bears that of the pair whose day is told, else the month that the article reports on; it is none where it was announced.
    """
    relations = list(told)
    visits = [r for r in relations if r.type == "visited" and r.source]
    known = [*_named((r for r in relations if not r.source and r.type == "visited"), visits, background)]
    relations, visits = [*(r for r in relations if r.source or r.type != "visited"), *known], [*visits, *known]
    announced = {(r.source, r.target) for r in visits if r.announced}
    placed = [r for r in visits if r.target and not r.announced]
    named = {r.source: r.target for r in reversed(placed)}
    days = {(r.source, r.target or named.get(r.source)): r.date for r in reversed(visits) if r.date and len(r.date) == _DAY}
    for relation in relations:
        if relation.type != "visited":
            yield relation
            continue
        if _is_headline_alone(relation, visits):
            continue
        source, target = relation.source, relation.target or named.get(relation.source) or _host(relation.source, background)
        if not target or relation.announced:
            continue
        if not relation.date and (relation.in_passing or relation.sentence.is_title) and (source, target) in announced:
            continue
        month = background.month((source, target), relation.start)
        if not (relation.target or relation.date) and any(r.source == source and _is_of_month(r, month) for r in placed):
            continue
        day = days.get((source, target))
        near = day and month and abs(_months(day) - _months(month)) <= 1
        date = day if near else None if relation.before else month
        yield replace(relation, target=target, date=relation.date or date)


def _named(known: Iterable[Relation], visits: Sequence[Relation], background: Background) -> Iterator[Relation]:
    """“The visit” with its parties: it is the one visit that is told, else that of who was received at home."""
    pairs = {(r.source, r.target) for r in visits if r.target}
    for relation in known:
        if len(pairs) == 1 and relation.date:
            yield from (replace(relation, source=source, target=target) for source, target in pairs)
        elif not visits and (home := background.home):
            guests = (guest for guest in background.guests(relation.start) if home in background.met_at(guest))
            yield from (replace(relation, source=guest, target=home) for guest in guests)


def _is_headline_alone(relation: Relation, visits: Iterable[Relation]) -> bool:
    """Whether only a headline names the visit, with no verb: "Statement on the Visit of X to Y" may be of one to come."""
    following = relation.sentence.words.lower[relation.end : relation.end + 1]
    if not relation.sentence.is_title or relation.date or following not in (["to"], ["of"], ["by"]):
        return False
    return not any(r.source == relation.source and not r.sentence.is_title for r in visits)


def _is_of_month(relation: Relation, month: str | None) -> bool:
    """Whether the visit may have been in the month."""
    return relation.date is None or month is None or relation.date.startswith(month)


def _host(guest: str, background: Background) -> str | None:
    """Where the guest is; one who is reported of from his own country is where he met his hosts."""
    return background.host(guest) if guest != background.dateline else next(iter(background.met_at(guest)), None)


def _months(date: str) -> int:
    return int(date[:4]) * 12 + int(date[5:7] or 0)


def settle_accords(told: Iterable[Relation]) -> Iterator[Relation]:
    """The relations; what was signed or agreed “during that visit” is of the month of the visit told last before it."""
    relations = list(told)
    visits = [r for r in relations if r.type == "visited" and r.date]
    for relation in relations:
        pair = {relation.source, relation.target}
        is_of_visit = relation.type in _ACCORDS and _is_on_that_visit(relation)
        before = [v for v in visits if v.end < relation.sentence.start and {v.source, v.target} == pair] if is_of_visit else []
        month = max(before, key=lambda v: v.start).date if before else None
        moved = month is not None and not (relation.date or "").startswith(month[:_MONTH])
        yield replace(relation, date=month[:_MONTH]) if month and moved else relation


def _is_on_that_visit(relation: Relation) -> bool:
    """“During that visit”, "on that official trip"."""
    lower = relation.sentence.words.lower
    thats = (k for k in range(relation.sentence.start + 1, relation.sentence.end) if lower[k] == "that")
    return any(lower[k - 1] in _WITHIN and not _VISITS.isdisjoint(lower[k + 1 : k + 3]) for k in thats)


def settle_exercises(told: Iterable[Relation]) -> Iterator[Relation]:
    """The relations; “the exercise” told elsewhere without parties is of the two who held one, where the article tells of two.

    An exercise of which no day is told bears the first day of such.
    """
    relations = list(told)
    nameless = [r for r in relations if r.type == "exercised" and not r.source and r.date]
    pairs = {(r.source, r.target) for r in relations if r.type == "exercised" and r.source}
    dates = [r.date for r in nameless if r.date]
    days = [date for date in dates if len(date) == _DAY] or dates
    for relation in relations:
        if relation in nameless and len(pairs) == 1:
            yield from (replace(relation, source=source, target=target) for source, target in pairs)
        if relation.type == "exercised" and not relation.source:
            continue
        undated = relation.type == "exercised" and not relation.date
        yield replace(relation, date=min(days, default=None)) if undated else relation
