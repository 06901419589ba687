"""What is between two countries or organizations: in order, and counted period by period. Errors are those of queries.py."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Any, TypeAlias

import networkx as nx

from kg.errors import QuestionError
from kg.kinds import RELATIONS
from kg.nodes import is_official, party_key
from kg.questions import queries
from kg.questions.answers import Comparison, MeetingAnswer, RelationAnswer, TimelineEvent
from kg.questions.asked import Day
from kg.questions.facing import held
from kg.questions.naming import party_called
from kg.sources import distinct

Period: TypeAlias = Day | tuple[Day | None, Day | None]

_KINDS = ("visited", "meeting", "forum")
"""The order of what happened on one day; everything else came of it."""


def timeline(
    graph: nx.MultiDiGraph,
    a: str,
    b: str,
    *,
    since: Day | None = None,
    until: Day | None = None,
    status: str = "held",
    undated: bool = False,
) -> list[TimelineEvent]:
    """The meetings in which two parties faced each other, the forums of both, and the relations between them, by date."""
    met = queries.meetings(graph, between=(a, b), since=since, until=until, status=status, undated=undated)
    told = queries.relations(graph, a, b, since=since, until=until, undated=undated)
    return sorted([*map(_meeting, met), *map(_relation, told)], key=_order)


def compare(graph: nx.MultiDiGraph, a: str, b: str, *, periods: Iterable[Period]) -> list[Comparison]:
    """One count of each kind for each period: a year, month or day, or a pair of first and last dates of which None is open.

    Only held meetings count.
    """
    asked = [(period, period) if isinstance(period, Day) else period for period in periods]
    if not asked:
        raise QuestionError("there is no period to compare; give some, such as ('2018', '2020')")
    return [_comparison(graph, a, b, since, until) for since, until in asked]


def dyadic_events(
    nodes: Iterable[tuple[str, Mapping[str, Any]]], edges: Iterable[tuple[str, str, Mapping[str, Any]]]
) -> Iterator[tuple[str, str, str, Mapping[str, Any]]]:
    """Every event of two parties: from which node to which, `meeting`, `forum` or the relation, and its attributes.

    A meeting counts for each two that faced each other, a forum for each two who were there, and neither unless it was held.
    `nodes` and `edges` come as networkx gives them, with data.
    """
    for source, target, edge in edges:
        if source != target and edge["kind"] in ("met", *RELATIONS) and not is_official(source):
            yield source, target, "meeting" if edge["kind"] == "met" else edge["kind"], edge
    for _, kind, node in held(nodes):
        if kind == "forum":
            parties = sorted(map(party_key, node.get("parties", ())))
            yield from ((a, b, kind, node) for a, b in combinations(parties, 2))


def _comparison(graph: nx.MultiDiGraph, a: str, b: str, since: Day | None, until: Day | None) -> Comparison:
    events = timeline(graph, a, b, since=since, until=until)
    counts = Counter(event.kind for event in events)
    return Comparison(
        a=party_called(graph, a),
        b=party_called(graph, b),
        since=None if since is None else str(since)[:10],
        until=None if until is None else str(until)[:10],
        meetings=counts["meeting"],
        forums=counts["forum"],
        **{kind: counts[kind] for kind in RELATIONS},
        sources=distinct(source for event in events for source in event.sources),
    )


def _meeting(met: MeetingAnswer) -> TimelineEvent:
    return TimelineEvent(
        date=met.date,
        end=met.end,
        kind="meeting" if met.sides else "forum",
        what=met.meeting,
        parties=met.parties,
        officials=met.officials,
        place=met.place or met.place_country,
        status=met.status,
        event_id=met.meeting_id,
        sources=met.sources,
    )


def _relation(told: RelationAnswer) -> TimelineEvent:
    return TimelineEvent(
        date=told.date,
        end=None,
        kind=told.kind,
        what=told.detail,
        parties=(told.source, told.target),
        officials=(),
        place=None,
        status=None,
        event_id=told.relation_id,
        sources=told.sources,
    )


def _order(event: TimelineEvent) -> tuple[bool, str, int, str, str]:
    order = _KINDS.index(event.kind) if event.kind in _KINDS else len(_KINDS)
    return event.date is None, event.date or "", order, event.kind, event.event_id
