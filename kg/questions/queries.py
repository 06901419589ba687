"""The questions of facts: who met whom, when and where; which meetings; what came of them.

Pure functions over the graph of docs/graph.md, like those of offices.py, dyads.py and ties.py beside them. Names are taken in
any spelling that the gazetteer or the graph knows, dates as any ISO prefix or `datetime.date`. `since` and `until` are
inclusive, take the whole period named ("2021" is the year) and match what overlaps it; undated facts answer only questions
without dates, or `undated=True`. Answers are sorted by date, then name.

All raise UnknownNameError or AmbiguousNameError for a name, and QuestionError for a status, kind, office or date.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import permutations
from typing import Any, TypeAlias

import networkx as nx

from kg.kinds import RELATIONS
from kg.nodes import canonical_id, country_of, is_official, meetings_of, name_of, officials_of, party_node
from kg.questions.answers import Encounter, MeetingAnswer, RelationAnswer
from kg.questions.asked import Day, check_one_of, in_period, parties_called, with_status
from kg.questions.facing import faced, faced_each_other, sides_present
from kg.questions.naming import official_called, party_called
from kg.sides import side_code


def who_met(
    graph: nx.MultiDiGraph,
    person: str,
    *,
    country: str | None = None,
    status: str = "held",
    since: Day | None = None,
    until: Day | None = None,
    undated: bool = False,
) -> list[Encounter]:
    """Whom an official met, across the sides of each meeting; in a forum everybody else but the official's own country.

    `country` is that of the others; `status` is held, planned, cancelled or any.
    """
    official = official_called(graph, person)
    code = None if country is None else party_called(graph, country)
    asked = with_status(status, in_period(since, until, undated))
    encounters = (
        encounter(graph, meeting, official, other)
        for meeting in meetings_of(graph, official)
        if asked(graph.nodes[meeting])
        for other in faced(graph, meeting, official)
        if code in (None, country_of(graph, other))
    )
    return _sorted(encounters)


def who_met_whom(
    graph: nx.MultiDiGraph,
    *,
    country: str | None = None,
    since: Day | None = None,
    until: Day | None = None,
    undated: bool = False,
    status: str = "held",
) -> list[Encounter]:
    """Everybody who met, each pair of a meeting once; with `country` only its own, who are the `person` if they are named."""
    code = None if country is None else party_called(graph, country)
    asked = with_status(status, in_period(since, until, undated))
    encounters = (
        encounter(graph, meeting, person, other)
        for meeting, node in (_meetings(graph) if code is None else _meetings_with(graph, code))
        if asked(node)
        for own, others in permutations(sides_present(graph, meeting), 2)
        for person in own.officials
        for other in others.delegation
        if _once(graph, person, other, code)
    )
    return _sorted(encounters)


def meetings(
    graph: nx.MultiDiGraph,
    *,
    between: tuple[str, str] | None = None,
    country: str | None = None,
    since: Day | None = None,
    until: Day | None = None,
    status: str = "held",
    undated: bool = False,
) -> list[MeetingAnswer]:
    """The meetings of a country or organization, or `between` two that faced each other or were in one forum."""
    pair = None if between is None else parties_called(graph, *between)
    code = None if country is None else party_called(graph, country)
    asked = with_status(status, in_period(since, until, undated))
    found = (
        _meeting_answer(key, node)
        for key, node in _meetings_of(graph, {*(pair or ()), *([code] if code else ())})
        if asked(node)
        if pair is None or faced_each_other(node, pair)
    )
    return sorted(found, key=lambda answer: (answer.date is None, answer.date, answer.meeting, answer.meeting_id))


def relations(
    graph: nx.MultiDiGraph,
    a: str | None = None,
    b: str | None = None,
    *,
    kind: str | None = None,
    since: Day | None = None,
    until: Day | None = None,
    undated: bool = False,
) -> list[RelationAnswer]:
    """What was agreed, signed, given … by or to `a`, or between `a` and `b`, in either direction."""
    if kind is not None:
        check_one_of(RELATIONS, "kind", kind)
    ends = parties_called(graph, *(name for name in (a, b) if name is not None))
    asked = in_period(since, until, undated)
    found = (
        _relation_answer(key, graph.nodes[source]["code"], graph.nodes[target]["code"], edge)
        for source, target, key, edge in _edges_of(graph, ends)
        if edge["kind"] in ((kind,) if kind else RELATIONS)
        if ends <= {graph.nodes[source]["code"], graph.nodes[target]["code"]}
        if asked(edge)
    )
    return sorted(found, key=lambda answer: (answer.date is None, answer.date, answer.kind, answer.relation_id))


def _once(graph: nx.MultiDiGraph, person: str, other: str, country: str | None) -> bool:
    """Whether this of the two orders of a pair is the one to answer, and concerns the country asked for."""
    own, others = country_of(graph, person), country_of(graph, other)
    if country is not None and country not in (own, others):
        return False
    if not is_official(other):
        return True
    if country is not None and own != others:
        return own == country
    return person < other


# ---- what concerns parties -------------------------------------------------------------------------------------------


_Meetings: TypeAlias = Iterator[tuple[str, Mapping[str, Any]]]


def _meetings(graph: nx.MultiDiGraph) -> _Meetings:
    return ((key, node) for key, node in graph.nodes(data=True) if node["kind"] == "meeting")


def _meetings_with(graph: nx.MultiDiGraph, code: str) -> _Meetings:
    """The meetings that a country or organization took part in, or an official of it attended."""
    party = party_node(graph, code)
    theirs = [] if party is None else [party, *officials_of(graph, code)]
    return ((meeting, graph.nodes[meeting]) for meeting in {meeting for key in theirs for meeting in meetings_of(graph, key)})


def _meetings_of(graph: nx.MultiDiGraph, codes: set[str]) -> _Meetings:
    """The meetings in which all of these parties took part; every meeting if there are none."""
    if not codes:
        yield from _meetings(graph)
    elif party := party_node(graph, min(codes)):
        for meeting in meetings_of(graph, party):
            if codes.issubset(graph.nodes[meeting]["parties"]):
                yield meeting, graph.nodes[meeting]


def _edges_of(graph: nx.MultiDiGraph, codes: set[str]) -> Iterator[tuple[str, str, str, Mapping[str, Any]]]:
    """The edges from and to one of these parties; every edge if there are none."""
    if not codes:
        yield from graph.edges(keys=True, data=True)
    elif party := party_node(graph, min(codes)):
        yield from graph.out_edges(party, keys=True, data=True)
        yield from (edge for edge in graph.in_edges(party, keys=True, data=True) if edge[0] != party)


# ---- nodes and edges as answers ------------------------------------------------------------------------------------


def encounter(graph: nx.MultiDiGraph, meeting: str, person: str, other: str) -> Encounter:
    """The meeting of two officials or parties, all three given as node keys."""
    node = graph.nodes[meeting]
    return Encounter(
        person=name_of(graph, person),
        person_kind=graph.nodes[person]["kind"],
        person_country=country_of(graph, person),
        other=name_of(graph, other),
        other_kind=graph.nodes[other]["kind"],
        other_country=country_of(graph, other),
        date=node.get("date"),
        end=node.get("end"),
        place=node.get("place") or _country_of_place(graph, meeting),
        meeting=node["label"],
        meeting_id=canonical_id(meeting),
        status=node["status"],
        multilateral=node["multilateral"],
        sources=node["sources"],
    )


def _country_of_place(graph: nx.MultiDiGraph, meeting: str) -> str | None:
    places = (place for _, place, kind in graph.out_edges(meeting, data="kind") if kind == "held_in")
    return next((graph.nodes[place]["label"] for place in places), None)


def _sorted(encounters: Iterable[Encounter]) -> list[Encounter]:
    def order(met: Encounter) -> tuple[Any, ...]:
        return met.date is None, met.date, met.person, met.other, met.other_kind, met.meeting_id

    return sorted(encounters, key=order)


def _meeting_answer(key: str, node: Mapping[str, Any]) -> MeetingAnswer:
    return MeetingAnswer(
        date=node.get("date"),
        end=node.get("end"),
        meeting=node["label"],
        meeting_id=canonical_id(key),
        status=node["status"],
        mode=node["mode"],
        level=node.get("level"),
        parties=node.get("parties", ()),
        sides=tuple(side_code(side) for side in node.get("sides", ())),
        officials=node.get("officials", ()),
        place=node.get("place"),
        place_country=node.get("place_country"),
        sidelines_of=node.get("sidelines_of"),
        series=node.get("series"),
        ordinal=node.get("ordinal"),
        topics=node.get("topics", ()),
        multilateral=node["multilateral"],
        disagreements=node.get("disagreements", ()),
        sources=node["sources"],
    )


def _relation_answer(key: str, source: str, target: str, edge: Mapping[str, Any]) -> RelationAnswer:
    return RelationAnswer(
        date=edge.get("date"),
        kind=edge["kind"],
        source=source,
        target=target,
        detail=edge.get("detail"),
        topics=edge.get("topics", ()),
        amount=edge.get("amount"),
        currency=edge.get("currency"),
        documents=edge.get("documents", ()),
        relation_id=key,
        sources=edge["sources"],
    )
