"""Which reports are of one relation: of what one party did with or to another.

Reports of one type and the same two parties are of one relation if neither the article, nor the day, nor the amount tells them
apart, and

- they are of one day; or
- the days are a day apart, or the vaguer date includes the other, and they share the amount, or the words for what it was: a
  document or a detail that has all the words of the other's.

As with meetings, the likest are joined first, and what is as like two that are not one stays apart. Undated reports stay apart.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from extract.gazetteer import fold
from extract.record import Record, Relation
from kg.joining import joined
from kg.kinds import SYMMETRIC
from kg.spans import Span, are_two, days, narrowed

ReportKey: TypeAlias = tuple[str, int]


@dataclass(frozen=True, slots=True)
class _Deed:
    """What is told of one relation, by one report or by several: `matters` are the words for what it was."""

    records: frozenset[str]
    span: Span
    amounts: frozenset[tuple[float, str | None]]
    matters: frozenset[frozenset[str]]


def deeds(records: Iterable[Record]) -> list[list[ReportKey]]:
    """The reports (record id, index of the relation) of each relation, sorted; the same for any order of `records`."""
    relations = {(record.id, index): relation for record in records for index, relation in enumerate(record.relations)}
    blocks: dict[Hashable, list[ReportKey]] = defaultdict(list)
    for report, relation in sorted(relations.items(), key=lambda told: told[0]):
        blocks[(relation.type, *relation_ends(relation)) if relation.date else report].append(report)
    return sorted(group for block in blocks.values() for group in _groups(block, relations))


def relation_ends(relation: Relation) -> tuple[str, str]:
    """Source and target; of a symmetric relation the lower code first."""
    first, second = (relation.source, relation.target)
    return (second, first) if relation.type in SYMMETRIC and second < first else (first, second)


def _groups(reports: Sequence[ReportKey], relations: Mapping[ReportKey, Relation]) -> Iterator[list[ReportKey]]:
    """The groups among dated reports of one type and pair, or among a single report."""
    if len(reports) == 1:
        yield list(reports)
        return
    told = [_deed(report[0], relations[report]) for report in reports]
    weights = {pair: _likeness(told[pair[0]], told[pair[1]]) for pair in _near_in_time(told)}
    likeness = {pair: weight for pair, weight in weights.items() if weight is not None}
    for group in joined(told, likeness, _contradict, _united):
        yield [reports[index] for index in group]


def _deed(article: str, relation: Relation) -> _Deed:
    amount = frozenset({(relation.amount, relation.currency)} if relation.amount is not None else ())
    matters = {
        frozenset(fold(text).replace("defence", "defense").split()) for text in (*relation.documents, relation.detail or "")
    }
    return _Deed(frozenset({article}), days(relation.date or ""), amount, frozenset(matters - {frozenset()}))


def _near_in_time(told: Sequence[_Deed]) -> Iterator[tuple[int, int]]:
    near: list[int] = []
    for index in sorted(range(len(told)), key=lambda index: (told[index].span, index)):
        near = [other for other in near if told[other].span.last + 1 >= told[index].span.first]
        yield from ((min(index, other), max(index, other)) for other in near)
        near.append(index)


def _contradict(one: _Deed, other: _Deed) -> bool:
    """Whether two cannot be one relation."""
    amounts = one.amounts and other.amounts and one.amounts.isdisjoint(other.amounts)
    return bool(amounts) or not one.records.isdisjoint(other.records) or are_two(one.span, other.span)


def _likeness(one: _Deed, other: _Deed) -> int | None:
    """How like two reports are: 2 for the amount, 2 for what it was, 1 for the day; None where they share none of these."""
    if _contradict(one, other):
        return None
    matter = any(a <= b or b <= a for a in one.matters for b in other.matters)
    day = one.span.is_day and one.span == other.span
    return 2 * bool(one.amounts & other.amounts) + 2 * matter + day or None


def _united(one: _Deed, other: _Deed) -> _Deed:
    span = narrowed(one.span, other.span) or one.span
    return _Deed(one.records | other.records, span, one.amounts | other.amounts, one.matters | other.matters)
