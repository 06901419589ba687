"""Who has to do with whom most, and through whom. Errors are those of `kg.queries`."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, combinations, pairwise, product
from typing import Any, TypeAlias

import networkx as nx

from kg.answers import Activity, Counterpart, Encounter
from kg.asked import Asked, Day, check_one_of, in_period, with_status
from kg.dyads import dyadic_events
from kg.errors import QuestionError
from kg.facing import attended, country_of, faced, is_forum, is_official, sides_present
from kg.kinds import RELATIONS
from kg.naming import canonical_id, name_of, node_called, official_called, party_called
from kg.queries import encounter
from kg.reports import distinct

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
    """Whom an official met, as `kg.queries.who_met` has it, each once with the number of meetings, the most met first.

    Among those met equally often whoever was met less in company comes first.
    """
    official = official_called(graph, person)
    code = None if country is None else party_called(graph, country)
    asked = with_status(status, in_period(since, until, undated))
    met: dict[str, list[str]] = defaultdict(list)
    for meeting in attended(graph, official):
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
    ends = node_called(graph, a), node_called(graph, b)
    if ends[0] is None or ends[1] is None:
        return []
    if ends[0] == ends[1]:
        raise QuestionError(f"{a!r} and {b!r} are one; ask for the way from one to another")
    people = is_official(ends[0]) or is_official(ends[1])
    met = _met(graph, in_period(since, until, undated), lambda key: key in ends or is_official(key) == people)
    try:
        way = nx.shortest_path(met, *ends, weight="length")
    except (nx.NodeNotFound, nx.NetworkXNoPath):
        return []
    return [encounter(graph, met.edges[person, other]["meeting"], person, other) for person, other in pairwise(way)]


def _met(graph: nx.MultiDiGraph, asked: Asked, wanted: Callable[[str], bool]) -> nx.Graph:
    """Those of `wanted` who met, each pair with its first bilateral, or else its first multilateral meeting."""
    met = nx.Graph()
    in_company = 1 + 1 / (len(graph) + 1)  # any chain of such steps is shorter than one of a step more
    for meeting, node in sorted(_held(graph, asked), key=lambda held: _plainest_first(*held)):
        sides = [[key for key in chain(*side) if wanted(key)] for side in sides_present(graph, meeting)]
        for person, other in chain.from_iterable(product(*pair) for pair in combinations(sides, 2)):
            if not met.has_edge(person, other):
                met.add_edge(person, other, meeting=meeting, length=in_company if node["multilateral"] else 1)
    return met


def _held(graph: nx.MultiDiGraph, asked: Asked) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for key, node in graph.nodes(data=True):
        if node["kind"] == "meeting" and node["status"] == "held" and asked(node):
            yield key, node


def _plainest_first(meeting: str, node: Mapping[str, Any]) -> tuple[bool, str, str]:
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
    return (((a, b), kind, event) for a, b, kind, event in dyadic_events(graph))


def _officials(graph: nx.MultiDiGraph) -> Iterator[tuple[tuple[str, ...], str, Event]]:
    return _joining(graph, "attended")


def _countries(graph: nx.MultiDiGraph) -> Iterator[tuple[tuple[str, ...], str, Event]]:
    yield from _joining(graph, "took_part")
    for source, target, edge in graph.edges(data=True):
        if edge["kind"] in RELATIONS:
            yield from (((party,), edge["kind"], edge) for party in sorted({source, target}) if _is_country(party))


def _joining(graph: nx.MultiDiGraph, joins: str) -> Iterator[tuple[tuple[str, ...], str, Event]]:
    """Each held meeting of those from whom edges of a kind go to it, organizations apart."""
    for source, meeting, kind in graph.edges(data="kind"):
        node = graph.nodes[meeting]
        if kind == joins and node["status"] == "held" and (is_official(source) or _is_country(source)):
            yield (source,), "forum" if is_forum(node) else "meeting", node


def _is_country(key: str) -> bool:
    return key.startswith("country:")


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
