"""Which reports are of one relation: of what one party did with or to another.

Reports of one type and the same two parties are of one relation if neither the article, nor the day, nor the amount tells them
apart, and

- they are of one day; or
- the days are a day apart, or the vaguer date includes the other, and they share the amount, or the words for what it was: a
  document or a detail that has all the words of the other's.

As with meetings, the likest are joined first, and what is as like two that are not one stays apart. Undated reports stay apart.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from extract.gazetteer import fold
from extract.record import Record, Relation
from kg.identity.agreement import likeliest_date
from kg.identity.alike import ReportKey, Rules, events
from kg.identity.spans import Span, are_two, days, narrowed
from kg.kinds import SYMMETRIC


@dataclass(frozen=True, slots=True)
class Deed:
    """What is told of one relation, by one report or by several.

    `kind` is its type with its ends, and `matters` are the words for what it was.
    """

    records: frozenset[str]
    kind: str
    span: Span | None
    amounts: frozenset[tuple[float, str | None]]
    matters: frozenset[frozenset[str]]

    @property
    def content(self) -> Hashable:
        """All that is told, whoever tells it."""
        return self.kind, self.span, self.amounts, self.matters


def deeds(records: Iterable[Record]) -> list[list[ReportKey]]:
    """The reports (record id, index of the relation) of each relation, sorted; the same for any order of `records`."""
    told = {
        (record.id, index): deed(record.id, relation) for record in records for index, relation in enumerate(record.relations)
    }
    return events(told, RULES)


def deed_prefix(told: Sequence[Relation]) -> str:
    """What the ids of relations begin with that are told so: ``signed/KOR/VNM/2024-04-23``."""
    date = likeliest_date(relation.date for relation in told)
    return "/".join((told[0].type, *relation_ends(told[0]), date or "undated"))


def relation_ends(relation: Relation) -> tuple[str, str]:
    """Source and target; of a symmetric relation the lower code first."""
    first, second = (relation.source, relation.target)
    return (second, first) if relation.type in SYMMETRIC and second < first else (first, second)


def deed(article: str, relation: Relation) -> Deed:
    """What an article tells of a relation."""
    amount = frozenset({(relation.amount, relation.currency)} if relation.amount is not None else ())
    matters = {
        frozenset(fold(text).replace("defence", "defense").split()) for text in (*relation.documents, relation.detail or "")
    }
    kind = "/".join((relation.type, *relation_ends(relation)))
    span = days(relation.date) if relation.date else None
    return Deed(frozenset({article}), kind, span, amount, frozenset(matters - {frozenset()}))


def _reach(told: Deed) -> Span | None:
    return told.span and Span(told.span.first, told.span.last + 1)


def _contradict(one: Deed, other: Deed) -> bool:
    """Whether two cannot be one relation."""
    amounts = one.amounts and other.amounts and one.amounts.isdisjoint(other.amounts)
    return bool(amounts) or not one.records.isdisjoint(other.records) or are_two(one.span, other.span)


def _likeness(one: Deed, other: Deed) -> int | None:
    """How like two reports are: 2 for the amount, 2 for what it was, 1 for the day; None where they share none of these."""
    if one.span is None or other.span is None or _contradict(one, other):
        return None
    matter = any(a <= b or b <= a for a in one.matters for b in other.matters)
    day = one.span.is_day and one.span == other.span
    return 2 * bool(one.amounts & other.amounts) + 2 * matter + day or None


def _united(one: Deed, other: Deed) -> Deed:
    return Deed(
        records=one.records | other.records,
        kind=one.kind,
        span=narrowed(one.span, other.span),
        amounts=one.amounts | other.amounts,
        matters=one.matters | other.matters,
    )


RULES = Rules(
    blocks=lambda told: (told.kind,) if told.span else (),
    reach=_reach,
    people=lambda told: (),
    likeness=_likeness,
    contradict=_contradict,
    united=_united,
)
"""By which reports of relations are told apart and joined."""
