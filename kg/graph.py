"""Records → graph: every node and edge of docs/graph.md, each with the sentences it rests on.

Each kind has one function, from the reports of it to its nodes or edges.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, combinations
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias

import networkx as nx

from extract.gazetteer import countries, organizations, party_label
from extract.record import Record, Series
from kg.identity import agreement
from kg.identity.resolution import Resolution, country_in, slug
from kg.nodes import party_key
from kg.reports import (
    Report,
    Reports,
    dates,
    first,
    gather,
    inferred,
    known,
    ministry_of_office,
    reported,
    series_id,
    sightings,
    sources,
    tells_office,
    united,
)
from kg.sides import Sides, meeting_code, side_code, side_of, sides_of
from kg.sources import Source, distinct

Node: TypeAlias = tuple[str, dict[str, Any]]

NO_COPIES: Mapping[str, str] = MappingProxyType({})
_DATES = ("date", "end", "earliest", "latest", "reported")
_TALKS = {"in_person": "talks", "video": "video talks", "phone": "phone call"}
_MINISTRIES = {
    "defense": "Ministry of Defense",
    "foreign": "Ministry of Foreign Affairs",
    "joint_staff": "Joint staff",
    "armed_forces": "Armed forces",
    "presidency": "Presidency",
    "procurement": "Procurement agency",
}


class Edge(NamedTuple):
    """An edge; `source` and `target` are node keys, `of` is what tells it from others of its kind and ends."""

    kind: str
    source: str
    target: str
    sources: tuple[Source, ...]
    attributes: Mapping[str, Any] = MappingProxyType({})
    of: str = ""

    @property
    def key(self) -> str:
        """Its id, which hangs on no other edge."""
        ends = (node.split(":", 1)[1] for node in (self.source, self.target))
        return "/".join(filter(None, (self.kind, *ends, self.of)))


def build_graph(records: Iterable[Record], resolution: Resolution, copies: Mapping[str, str] = NO_COPIES) -> nx.MultiDiGraph:
    """The graph of docs/graph.md; the same for any order of `records`, which are as `kg.reports.check_records` has them.

    `copies` are the articles that repeat another's text, each with that other, as `kg.store.copies` finds them in a store.
    """
    return graph_of(gather(records, resolution, copies), resolution)


def graph_of(reports: Reports, resolution: Resolution) -> nx.MultiDiGraph:
    """The graph of what is reported; edges whose ends are not are there all the same."""
    graph = nodes_of(reports, resolution)
    for edges in (
        _office_edges(graph, reports),
        _ministry_edges(graph, reports),
        _meeting_edges(graph, reports, resolution),
        _relation_edges(reports),
    ):
        _connect(graph, edges)
    return graph


def nodes_of(reports: Reports, resolution: Resolution) -> nx.MultiDiGraph:
    """As `graph_of`, without any edge."""
    graph = nx.MultiDiGraph()
    for key, attributes in chain(
        _party_nodes(reports),
        _ministry_nodes(reports),
        _official_nodes(reports, resolution),
        _series_nodes(reports),
        _meeting_nodes(reports, resolution),
    ):
        graph.add_node(key, **attributes)
    return graph


# ---- nodes ---------------------------------------------------------------------------------------------------------


def _party_nodes(reports: Reports) -> Iterator[Node]:
    for code, naming in reports.parties.items():
        yield party_key(code), known(**_party_attributes(code), label=_label(code), code=code, sources=tuple(naming))


def _label(code: str) -> str:
    return party_label(code) if code in organizations() or code in countries() else code


def _party_attributes(code: str) -> dict[str, Any]:
    if code in organizations():
        return {"kind": "organization", "name": organizations()[code].name}
    country = countries().get(code)
    if country is None:
        return {"kind": "country", "name": code}
    return {
        "kind": "country",
        "name": country.name,
        "latitude": country.latitude,
        "longitude": country.longitude,
        "region": country.region,
        "memberships": country.memberships,
    }


def _ministry_nodes(reports: Reports) -> Iterator[Node]:
    for ministry, told in reports.ministries.items():
        country, kind = ministry.split("/")
        body = _MINISTRIES.get(kind, kind.replace("_", " ").capitalize())
        yield (
            f"ministry:{ministry}",
            {
                "kind": "ministry",
                "label": f"{body}, {_label(country)}",
                "country": country,
                "ministry": kind,
                "sources": sources(told),
            },
        )


def _official_nodes(reports: Reports, resolution: Resolution) -> Iterator[Node]:
    for official, told in reports.officials.items():
        latest = max(told, key=_latest_office)
        seen = sightings(told)
        spellings = {sighting.name for sighting in seen}
        yield (
            f"official:{official}",
            known(
                kind="official",
                label=resolution.names[official],
                country=country_in(official),
                role=latest.item.role,
                role_class=latest.item.role_class,
                spellings=tuple(sorted(spellings)),
                inferred=inferred(told),
                sightings=seen,
                sources=distinct(sighting.source for sighting in seen),
            ),
        )


def _latest_office(report: Report) -> tuple[bool, bool, str]:
    return report.item.role is not None, tells_office(report.item), report.record.published or ""


def _series_nodes(reports: Reports) -> Iterator[Node]:
    for series, told in reports.series.items():
        name = first(told, "name")
        yield (
            f"series:{series}",
            known(
                kind="series",
                label=name,
                name=name,
                parties=united(told, "parties"),
                since=first(told, "since"),
                cadence=first(told, "cadence"),
                skipped=united(told, "skipped"),
                inferred=inferred(told),
                sources=sources(told),
            ),
        )


def _meeting_nodes(reports: Reports, resolution: Resolution) -> Iterator[Node]:
    for meeting, told in reports.meetings.items():
        sides, meetings = _united_sides(told), [report.item for report in told]
        name, mode = agreement.value(meetings, "name"), agreement.mode(meetings)
        yield (
            f"meeting:{meeting}",
            known(
                kind="meeting",
                label=name or _meeting_label(meeting_code(agreement.widest(meetings)), sides, mode),
                **dates(told, *agreement.date_and_end(meetings)),
                status=agreement.status(meetings),
                mode=mode,
                name=name,
                parties=united(told, "parties"),
                officials=tuple(resolution.names[official] for official in _participants(told, resolution)),
                sides=sides,
                place=agreement.value(meetings, "place"),
                place_country=agreement.value(meetings, "place_country"),
                sidelines_of=first(told, "sidelines_of"),
                level=agreement.value(meetings, "level"),
                ordinal=agreement.value(meetings, "ordinal"),
                series=next((series_id(series) for report in told for series in _series_of(report)), None),
                topics=united(told, "topics"),
                multilateral=len(sides) != 2,
                disagreements=agreement.disagreements((report.record.id, report.item) for report in told),
                inferred=inferred(told),
                sources=sources(told),
            ),
        )


def _united_sides(told: Sequence[Report]) -> Sides:
    """The sides of a meeting as all its reports together tell them."""
    sides: dict[str, set[str]] = defaultdict(set)
    for report in told:
        for side in sides_of(report.item):
            sides[side_code(side)].update(side)
    return tuple(tuple(sorted(side)) for _, side in sorted(sides.items()))


def _series_of(report: Report) -> Iterator[Series]:
    """The series that a meeting belongs to, as its own record has it."""
    return (series for series in report.record.series if series.name == report.item.series)


def _meeting_label(code: str, sides: Sides, mode: str) -> str:
    labels = [" and ".join(_label(party) for party in side.split("+")) for side in code.split("-")]
    if sides:
        return f"{' – '.join(labels)}, {_TALKS.get(mode, 'talks')}"
    named = labels if len(labels) <= 4 else [*labels[:3], f"{len(labels) - 3} others"]
    return f"{', '.join(named)}, forum"


def _participants(told: Sequence[Report], resolution: Resolution) -> dict[str, list[Report]]:
    """The ids of the officials who took part in a meeting, with the reports that name them."""
    participants: dict[str, list[Report]] = defaultdict(list)
    for report in told:
        spellings = {(report.record.id, name) for name in report.item.officials}
        for official in {resolution.officials[spelling] for spelling in spellings & resolution.officials.keys()}:
            participants[official].append(report)
    return dict(sorted(participants.items()))


# ---- edges ---------------------------------------------------------------------------------------------------------


def _office_edges(graph: nx.MultiDiGraph, reports: Reports) -> Iterator[Edge]:
    for official, told in reports.officials.items():
        key = f"official:{official}"
        country, whole = graph.nodes[key].get("country"), graph.nodes[key]["sources"]
        if country is None:
            continue
        yield Edge("represents", key, party_key(country), whole)
        offices: dict[str, list[Report]] = defaultdict(list)
        for report in told:
            if tells_office(report.item):
                offices[report.item.role_class].append(report)
        for role_class, holding in sorted(offices.items()):
            ministry = ministry_of_office(country, role_class)
            target = f"ministry:{ministry}" if ministry else party_key(country)
            office = {"role": first(holding, "role"), "role_class": role_class, "reported": reported(holding)}
            yield Edge("holds_office", key, target, _of_some(holding, told, whole), office, role_class)


def _ministry_edges(graph: nx.MultiDiGraph, reports: Reports) -> Iterator[Edge]:
    for ministry in reports.ministries:
        key = f"ministry:{ministry}"
        yield Edge("belongs_to", key, party_key(graph.nodes[key]["country"]), graph.nodes[key]["sources"])


def _meeting_edges(graph: nx.MultiDiGraph, reports: Reports, resolution: Resolution) -> Iterator[Edge]:
    for meeting, told in reports.meetings.items():
        key = f"meeting:{meeting}"
        node = graph.nodes[key]
        whole = node["sources"]
        participants = _participants(told, resolution)
        when = {name: node[name] for name in _DATES if name in node}
        event = when | {"status": node["status"]}
        for party in node.get("parties", ()):
            naming = [report for report in told if party in report.item.parties]
            yield Edge("took_part", party_key(party), key, _of_some(naming, told, whole), event)
        for official, naming in participants.items():
            yield Edge("attended", f"official:{official}", key, _of_some(naming, told, whole), event)
        if "place_country" in node:
            yield Edge("held_in", key, party_key(node["place_country"]), whole, event | {"place": node.get("place")})
        if "series" in node:
            yield Edge("part_of", key, f"series:{node['series']}", whole, event)
        for larger in sorted(_larger_meetings(told, resolution) - {meeting}):
            yield Edge("held_beside", key, f"meeting:{larger}", whole, event)
        if node["status"] == "held":
            encounter = when | {"meeting": key, "place": node.get("place")}
            for pair in _across(graph, node.get("sides", ()), participants):
                yield Edge("met", *pair, whole, encounter, meeting)


def _of_some(naming: Sequence[Report], told: Sequence[Report], whole: tuple[Source, ...]) -> tuple[Source, ...]:
    """The sources of some of the reports that were told, of all of which they are `whole`: the same object for all."""
    return whole if len(naming) == len(told) else sources(naming)


def _larger_meetings(told: Sequence[Report], resolution: Resolution) -> set[str]:
    """The ids of the meetings on whose sidelines a meeting was held, found by name in the records that report it."""
    return {
        resolution.meetings[report.record.id, index]
        for report in told
        if report.item.sidelines_of
        for index, other in enumerate(report.record.meetings)
        if other.name and slug(other.name) == slug(report.item.sidelines_of)
    }


def _across(graph: nx.MultiDiGraph, sides: Sides, participants: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The pairs of node keys, lower key first, of parties and of officials that faced each other."""
    officials: dict[int | None, list[str]] = defaultdict(list)
    for official in participants:
        key = f"official:{official}"
        officials[side_of(graph.nodes[key].get("country"), sides)].append(key)
    for (one, parties), (other, other_parties) in combinations(enumerate(sides), 2):
        yield from _pairs([party_key(code) for code in parties], [party_key(code) for code in other_parties])
        yield from _pairs(officials[one], officials[other])


def _pairs(some: Iterable[str], others: Sequence[str]) -> Iterator[tuple[str, str]]:
    return ((min(a, b), max(a, b)) for a in some for b in others)


def _relation_edges(reports: Reports) -> Iterator[Edge]:
    for relation, told in reports.relations.items():
        kind, source, target, of = relation.split("/", 3)
        single = {name: first(told, name) for name in ("detail", "amount", "currency")}
        several = {name: united(told, name) for name in ("topics", "documents")}
        attributes = {
            **dates(told, agreement.likeliest_date(report.item.date for report in told)),
            **single,
            **several,
            "inferred": inferred(told),
        }
        yield Edge(kind, party_key(source), party_key(target), sources(told), attributes, of)


def _connect(graph: nx.MultiDiGraph, edges: Iterable[Edge]) -> None:
    """Adds edges, each under its id."""
    for edge in edges:
        attributes = known(kind=edge.kind, label=_words(edge.kind), weight=1.0, **edge.attributes, sources=edge.sources)
        graph.add_edge(edge.source, edge.target, key=edge.key, **attributes)


@cache
def _words(kind: str) -> str:
    return kind.replace("_", " ")
