"""The office of one of whom the article only says whose counterpart he is, or "minister" without a portfolio.

A counterpart holds the office of the official named last before; "their counterparts, X and Y" hold those of the last two,
in order. A minister without a portfolio has the one that the article named last.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from .namings import Naming
from .offices import Office
from .officials import Person

_OPEN_ROLES = {
    "minister": ("defense_minister", "foreign_minister"),
    "vice minister": ("deputy_defense_minister", "deputy_foreign_minister"),
    "vice-minister": ("deputy_defense_minister", "deputy_foreign_minister"),
    "deputy minister": ("deputy_defense_minister", "deputy_foreign_minister"),
}
_PORTFOLIOS = ({"defense_minister", "deputy_defense_minister"}, {"foreign_minister", "deputy_foreign_minister"})
_RANK_ONLY = frozenset({"military_officer"})
_WITHIN = 80


def with_counterparts(people: Sequence[Person], offices: Sequence[Office]) -> Iterator[Person]:
    """The officials, those known as counterparts or as mere ministers with the office that the article tells elsewhere."""
    namings = sorted(((n, p) for p in people for n in p.namings), key=lambda pair: pair[0].start)
    holders = [(n, p) for n, p in namings if p.role_class not in {"", "spokesperson"}]
    for person in people:
        if person.role_class == "":
            holder = _holder(person, people, holders)
            yield _holding(person, holder.role, holder.role_class) if holder else replace(person, role_class="other")
        elif person.role in _OPEN_ROLES and person.role_class == "other":
            yield replace(person, role_class=_by_portfolio(person, offices), inferred=(*person.inferred, "role_class"))
        elif person.role_class in _RANK_ONLY and not any(n.offices for n in person.namings):
            holder = _listed_before(person, people, offices)
            yield _holding(person, holder.role, holder.role_class) if holder else person
        else:
            yield person


def _holding(person: Person, role: str | None, role_class: str) -> Person:
    return replace(person, role=role, role_class=role_class, inferred=(*person.inferred, "role", "role_class"))


def _holder(person: Person, people: Sequence[Person], holders: list[tuple[Naming, Person]]) -> Person | None:
    """Whose counterpart it is: the official named last before it, else the first behind, unless of his own country."""
    phrase, naming = next((o, n) for n in person.namings for o in n.offices if o.is_counterpart)
    others = [
        (n, p)
        for n, p in holders
        if p is not person and (p.country != person.country or p.country is None or "country" in p.inferred)
    ]
    before = list(dict.fromkeys(p for n, p in others if n.end <= naming.start and p.country is not None)) or [
        p for n, p in others if n.start < naming.start
    ]
    if not before:
        return next((p for n, p in others if n.start >= naming.end), None)
    if not phrase.plural:
        return next((p for n, p in reversed(others) if n.start < naming.start), before[-1])
    fellows = [p for p in people if any(o.start == phrase.start for n in p.namings for o in n.offices)]
    order = [p for n, p in reversed(others) if n.start < phrase.start]
    pair = list(dict.fromkeys(order))[: len(fellows)][::-1]
    return pair[fellows.index(person)] if len(pair) == len(fellows) > 1 else before[-1]


def _by_portfolio(person: Person, offices: Sequence[Office]) -> str:
    """The class of a minister without a portfolio: that of the last minister before him, else of the first behind."""
    defense, foreign = _OPEN_ROLES[person.role or ""]
    at = person.namings[0].start
    told = [o for o in offices if any(o.role_class in portfolio for portfolio in _PORTFOLIOS)]
    nearest = max((o for o in told if o.start < at), key=lambda o: o.start, default=told[0] if told else None)
    if nearest is None:
        return person.role_class
    return defense if nearest.role_class in _PORTFOLIOS[0] else foreign


def _listed_before(person: Person, people: Sequence[Person], offices: Sequence[Office]) -> Person | None:
    """Who speaks of "his counterparts from Australia and Japan", where the officer is one of theirs, named soon after."""
    at = person.namings[0].start
    for office in offices:
        if office.is_counterpart and office.plural and person.country in office.countries and 0 < at - office.end < _WITHIN:
            before = [
                (n.start, p) for p in people for n in p.namings if n.start < office.start and p.role_class and p is not person
            ]
            return max(before, key=lambda entry: entry[0])[1] if before else None
    return None
