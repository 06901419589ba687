"""Who has to do with whom most, and through whom. Errors are those of `kg.questions.queries`."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from heapq import heappop, heappush
from itertools import chain, permutations
from typing import Any, TypeAlias

import networkx as nx

from kg.errors import QuestionError
from kg.kinds import RELATIONS
from kg.nodes import (
    canonical_id,
    country_of,
    is_country,
    is_official,
    meetings_of,
    name_of,
    officials_at,
    parties_at,
    party_nodes,
)
from kg.questions.answers import Activity, Counterpart, Encounter
from kg.questions.asked import Condition, Day, check_one_of, in_period, with_status
from kg.questions.dyads import dyadic_events
from kg.questions.facing import faced, held, sides_present
from kg.questions.naming import node_called, official_called, party_called
from kg.questions.queries import encounter
from kg.sources import distinct

Event: TypeAlias = Mapping[str, Any]

# ---- counterparts --------------------------------------------------------------------------------------------------


def counterparts(
    graph: nx.MultiDiGraph,
    person: str,
    *,
    country: str | None = None,
    since: Day | None = None,
    until: Day | None = None,
    status: str = "held",
    undated: bool = False,
) -> list[Counterpart]:
    """Whom an official met, as `queries.who_met` has it, each once with the number of meetings, the most met first.

    Among those met equally often whoever was met less in company comes first.
    """
    official = official_called(graph, person)
    code = None if country is None else party_called(graph, country)
    asked = with_status(status, in_period(since, until, undated))
    met: dict[str, list[str]] = defaultdict(list)
    for meeting in meetings_of(graph, official):
        if asked(graph.nodes[meeting]):
            for other in faced(graph, meeting, official):
                met[other].append(meeting)
    found = [
        _counterpart(graph, official, other, sorted(meetings))
        for other, meetings in met.items()
        if code in (None, country_of(graph, other))
    ]
    return sorted(found, key=lambda answer: (-answer.meetings, answer.multilateral, answer.other, answer.meeting_ids))


def _counterpart(graph: nx.MultiDiGraph, official: str, other: str, meetings: list[str]) -> Counterpart:
    nodes = [graph.nodes[meeting] for meeting in meetings]
    first, last = _first_and_last(nodes)
    return Counterpart(
        person=name_of(graph, official),
        other=name_of(graph, other),
        other_kind=graph.nodes[other]["kind"],
        other_country=country_of(graph, other),
        meetings=len(meetings),
        multilateral=sum(node["multilateral"] for node in nodes),
        first=first,
        last=last,
        meeting_ids=tuple(map(canonical_id, meetings)),
        sources=distinct(source for node in nodes for source in node["sources"]),
    )


def _first_and_last(events: Iterable[Event]) -> tuple[str | None, str | None]:
    """The date of the event that began first, and of the one that ended last, as written."""
    dated = [event for event in events if "date" in event]
    if not dated:
        return None, None
    first, last = (
        min(dated, key=lambda event: (event["earliest"], event["date"])),
        max(dated, key=lambda event: (event["latest"], event["date"])),
    )
    return first["date"], last.get("end", last["date"])


# ---- the shortest chain of meetings --------------------------------------------------------------------------------


def path(
    graph: nx.MultiDiGraph, a: str, b: str, *, since: Day | None = None, until: Day | None = None, undated: bool = False
) -> list[Encounter]:
    """The shortest chain of held meetings from `a` to `b`, officials, countries or organizations; empty if there is none.

    Between people it leads through people, between parties through parties. Of chains of one length the one with fewer
    multilateral meetings is answered, and of the meetings of two the earliest that is not multilateral.
    """
    start, end = node_called(graph, a), node_called(graph, b)
    if start is None or end is None:
        return []
    if start == end:
        raise QuestionError(f"{a!r} and {b!r} are one; ask for the way from one to another")
    people = is_official(start) or is_official(end)
    asked = in_period(since, until, undated)
    steps = _way(graph, start, end, asked, lambda key: key in (start, end) or is_official(key) == people)
    return [encounter(graph, meeting, person, other) for person, other, meeting in steps]


def _way(
    graph: nx.MultiDiGraph, start: str, end: str, asked: Condition, wanted: Callable[[str], bool]
) -> list[tuple[str, str, str]]:
    """The steps of the shortest chain, (person, other, meeting), found by Dijkstra's algorithm from the start on."""
    reached: dict[str, tuple[str, str]] = {}
    near = [(0, 0, start, "", "")]
    while near and end not in reached:
        steps, in_company, person, before, meeting = heappop(near)
        if person not in reached:
            reached[person] = before, meeting
            for other, there in _met(graph, person, asked, wanted).items():
                if other not in reached:
                    heappush(near, (steps + 1, in_company + graph.nodes[there]["multilateral"], other, person, there))
    return list(_back(reached, end))[::-1]


def _back(reached: Mapping[str, tuple[str, str]], end: str) -> Iterator[tuple[str, str, str]]:
    """The steps by which the end was reached, the last first."""
    while end in reached and reached[end][0]:
        before, meeting = reached[end]
        yield before, end, meeting
        end = before


def _met(graph: nx.MultiDiGraph, person: str, asked: Condition, wanted: Callable[[str], bool]) -> dict[str, str]:
    """Those of `wanted` whom one met, each with their first bilateral, or else their first multilateral meeting."""
    nodes = {meeting: graph.nodes[meeting] for meeting in meetings_of(graph, person)}
    held = [(meeting, node) for meeting, node in nodes.items() if node["status"] == "held" and asked(node)]
    met: dict[str, str] = {}
    for meeting, _ in sorted(held, key=lambda told: _plainest_first(*told)):
        for own, others in permutations(sides_present(graph, meeting), 2):
            if person in chain(*own):
                met |= {other: meeting for other in chain(*others) if wanted(other) and other not in met}
    return met


def _plainest_first(meeting: str, node: Event) -> tuple[bool, str, str]:
    return node["multilateral"], node.get("earliest", "9999"), meeting


# ---- the busiest ---------------------------------------------------------------------------------------------------


def busiest(
    graph: nx.MultiDiGraph,
    by: str = "dyad",
    *,
    since: Day | None = None,
    until: Day | None = None,
    undated: bool = False,
    most: int | None = 10,
) -> list[Activity]:
    """The `most` (or all, if None) of whom most meetings and relations are told: dyads, officials or countries, as `by` says.

    A dyad is of countries or organizations. Only held meetings count; forums, where many were, count only among equals.
    """
    check_one_of(_TOLD_OF, "by", by)
    if most is not None and most < 1:
        raise QuestionError(f"the {most} busiest are none; ask for 1 or more")
    asked = in_period(since, until, undated)
    told: dict[tuple[str, ...], dict[str, list[Event]]] = defaultdict(lambda: defaultdict(list))
    for who, kind, event in _TOLD_OF[by](graph):
        if asked(event):
            told[who][kind if kind in ("meeting", "forum") else "relation"].append(event)
    counts = {who: (len(events["meeting"]) + len(events["relation"]), len(events["forum"])) for who, events in told.items()}
    order = sorted(counts, key=lambda who: (-counts[who][0], -counts[who][1], who))
    return [_activity(graph, by, who, told[who]) for who in order[:most]]


def _dyads(graph: nx.MultiDiGraph) -> Iterator[tuple[tuple[str, ...], str, Event]]:
    events = dyadic_events(graph.nodes(data=True), graph.edges(data=True))
    return ((tuple(sorted((a, b))), kind, event) for a, b, kind, event in events)


def _officials(graph: nx.MultiDiGraph) -> Iterator[tuple[tuple[str, ...], str, Event]]:
    for meeting, kind, node in held(graph.nodes(data=True)):
        yield from (((official,), kind, node) for official in officials_at(graph, meeting))


def _countries(graph: nx.MultiDiGraph) -> Iterator[tuple[tuple[str, ...], str, Event]]:
    for meeting, kind, node in held(graph.nodes(data=True)):
        yield from (((party,), kind, node) for party in parties_at(graph, meeting) if is_country(party))
    for party in party_nodes(graph):
        for _, other, edge in graph.out_edges(party, data=True):
            if edge["kind"] in RELATIONS:
                yield from (((end,), edge["kind"], edge) for end in {party, other} if is_country(end))


_TOLD_OF = {"dyad": _dyads, "official": _officials, "country": _countries}


def _activity(graph: nx.MultiDiGraph, kind: str, who: tuple[str, ...], told: Mapping[str, list[Event]]) -> Activity:
    events = list(chain.from_iterable(told.values()))
    first, last = _first_and_last(events)
    return Activity(
        kind=kind,
        name=name_of(graph, who[0]),
        other=name_of(graph, who[1]) if len(who) > 1 else None,
        country=country_of(graph, who[0]) if kind == "official" else None,
        meetings=len(told["meeting"]),
        relations=len(told["relation"]),
        forums=len(told["forum"]),
        first=first,
        last=last,
        sources=distinct(source for event in events for source in event["sources"]),
    )
