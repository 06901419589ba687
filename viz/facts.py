"""Graph → what the page holds: places, people and meetings, what ties them, and the sentences that say so.

Edges that tell how a meeting or an official is made up (who took part, who holds which office) become attributes of its node;
the others are facts of their own.
"""

import math
import re
from calendar import monthrange
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations
from typing import Any

import networkx as nx

from viz.library import Library, of, sentence_of, size
from viz.style import NODES

PLACES = ("country", "organization")
_TEXTS = (
    "code", "name", "region", "role", "ministry", "date", "end", "reported", "status", "mode", "level", "ordinal", "place",
    "sidelines_of", "detail", "currency", "since", "cadence",
)  # fmt: skip
_LISTS = ("memberships", "spellings", "topics", "documents", "skipped", "disagreements", "inferred")
_MEETING_OF = {"took_part": "parties", "attended": "people"}
"""Edges to a meeting, and the list of the meeting that their sources belong to."""
_ONE_OF = {"represents": "home", "belongs_to": "home", "held_in": "host", "part_of": "series", "held_beside": "beside"}
"""Edges of which a node has one, and what the page calls it."""
_COMPANY, _CIRCLE = 0.1, 20
"""What it weighs to be at one forum, or to plan to meet, and how many there may be for it to weigh anything."""
_OVERHEAD = 300
"""About how many bytes a node or a fact takes besides its sentences."""

Nodes = dict[Hashable, Mapping[str, Any]]
Edge = tuple[Hashable, Hashable, Mapping[str, Any]]


@dataclass
class Facts:
    """Plain data, as JSON holds it: nodes and edges name each other by number, and sources by the numbers of the library."""

    nodes: list[dict[str, Any]] = field(default_factory=list)
    edges: list[dict[str, Any]] = field(default_factory=list)
    library: Library = field(default_factory=Library)
    left_out: int = 0
    """How many meetings, relations and people of the graph do not fit."""


def gather(graph: nx.MultiDiGraph, limit: int) -> Facts:
    """What the page holds of the graph in about `limit` bytes: all places, the latest facts and those who took part in them."""
    nodes, edges = _nodes(graph), _edges(graph)
    makeup, events = _makeup(nodes, edges)
    kept, chosen = _fitting(nodes, makeup, events, limit)
    ids = {key: i for i, key in enumerate(key for key in nodes if key in kept)}
    facts = Facts(left_out=len(nodes) - len(kept) + len(events) - len(chosen))
    for key in ids:
        facts.nodes.append(_node(key, nodes[key], makeup[key], ids, facts.library))
    for source, target, attributes in chosen:
        ends = {"from": ids[source], "to": ids[target]}
        facts.edges.append(ends | _described(attributes) | {"sources": facts.library.shelve(_sources(attributes))})
    return facts


def contacts(facts: Facts) -> dict[tuple[int, int], float]:
    """How much each two countries or organizations have to do with each other: 1 for a meeting, less for another fact."""
    found: dict[tuple[int, int], float] = defaultdict(float)
    places = {i for i, node in enumerate(facts.nodes) if node["kind"] in PLACES}

    def add(pairs: Iterable[Sequence[int]], weight: float) -> bool:
        among = [(min(pair), max(pair)) for pair in pairs if places.issuperset(pair) and min(pair) != max(pair)]
        for pair in among:
            found[pair] += weight
        return bool(among)

    for node in facts.nodes:
        if not add(node.get("met", ()), 1) and len(node.get("parties", ())) <= _CIRCLE:
            add(combinations(node.get("parties", ()), 2), _COMPANY)
    for edge in facts.edges:
        add([(edge["from"], edge["to"])], 1 if edge["kind"] == "met" else 0.5)
    return dict(sorted(found.items()))


def told_of(facts: Facts) -> set[int]:
    """The countries and organizations of which something is told: those that are not only mentioned."""
    nodes = (i for node in facts.nodes for i in (node.get("home"), *node.get("parties", ())))
    return {*nodes, *(edge[end] for edge in facts.edges for end in ("from", "to"))} - {None}


# ---- reading the graph


def _nodes(graph: nx.MultiDiGraph) -> Nodes:
    """All nodes, by kind and key."""
    order = {kind: i for i, kind in enumerate(NODES)}
    told = graph.nodes(data=True)
    return dict(sorted(told, key=lambda node: (order.get(node[1]["kind"], len(order)), str(node[1]["kind"]), str(node[0]))))


def _edges(graph: nx.MultiDiGraph) -> list[Edge]:
    """All edges, by their ends and keys."""
    edges = sorted(graph.edges(keys=True, data=True), key=lambda edge: [*map(str, edge[:3])])
    return [(source, target, attributes) for source, target, _, attributes in edges]


@dataclass
class _Makeup:
    """How a node is made up, by the edges at it: keys of the one it belongs to, of its parties and people, and offices."""

    one: dict[str, Hashable] = field(default_factory=dict)
    many: dict[str, list[Hashable]] = field(default_factory=lambda: defaultdict(list))
    met: list[tuple[Hashable, Hashable]] = field(default_factory=list)
    offices: list[tuple[Hashable, Mapping[str, Any]]] = field(default_factory=list)

    def keys(self) -> Iterator[Hashable]:
        yield from self.one.values()
        for keys in self.many.values():
            yield from keys
        yield from (key for key, _ in self.offices)


def _makeup(nodes: Nodes, edges: Iterable[Edge]) -> tuple[dict[Hashable, _Makeup], list[Edge]]:
    """The make-up of each node, and the edges that are facts of their own."""
    makeup, events = {key: _Makeup() for key in nodes}, []
    for source, target, attributes in edges:
        kind, meeting = attributes["kind"], attributes.get("meeting")
        if kind in _MEETING_OF and nodes[target]["kind"] == "meeting":
            makeup[target].many[_MEETING_OF[kind]].append(source)
        elif kind in _ONE_OF:
            makeup[source].one.setdefault(_ONE_OF[kind], target)
        elif kind == "holds_office":
            makeup[source].offices.append((target, attributes))
        elif kind == "met" and isinstance(meeting, Hashable) and meeting in nodes:
            makeup[meeting].met.append((source, target))
        else:
            events.append((source, target, attributes))
    return makeup, events


# ---- what fits


def _fitting(
    nodes: Nodes, makeup: Mapping[Hashable, _Makeup], events: Sequence[Edge], limit: int
) -> tuple[set[Hashable], list[Edge]]:
    """All places; of meetings and relations the latest, with whom they are about; then the others, the most named first."""
    scale, kept, chosen = _Scale(limit), set[Hashable](), set[int]()

    def keep(keys: Iterable[Hashable], *also: Mapping[str, Any]) -> bool:
        new = set(keys) - kept
        fits = scale.takes([*(nodes[key] for key in new), *also])
        if fits:
            kept.update(new)
        return fits

    for key, attributes in nodes.items():
        if attributes["kind"] in PLACES:
            keep([key])
    latest: list[tuple[list[str], list[Hashable], int | None]] = [
        *(
            (days(nodes[key]) or [], [key, *made.keys()], None)
            for key, made in makeup.items()
            if nodes[key]["kind"] == "meeting"
        ),
        *((days(attributes) or [], [source, target], i) for i, (source, target, attributes) in enumerate(events)),
    ]
    for _, about, event in sorted(latest, key=lambda told: told[0], reverse=True):
        if event is None:
            keep(about)
        elif keep(about, events[event][2]):
            chosen.add(event)
    for key in sorted(nodes.keys() - kept, key=lambda key: (-len(_sources(nodes[key])), str(key))):
        keep([key])
    return kept, [edge for i, edge in enumerate(events) if i in chosen]


@dataclass
class _Scale:
    """Weighs what is put on it, each article and sentence once, up to a limit in bytes."""

    limit: int
    seen: set[tuple[Any, str]] = field(default_factory=set)

    def takes(self, told: Sequence[Mapping[str, Any]]) -> bool:
        """Whether all of this still fits; what does not is not put on."""
        sources = {(of(source, "article"), sentence_of(source)): source for one in told for source in _sources(one)}
        new = sources.keys() - self.seen
        weight = _OVERHEAD * len(told) + sum(size(sources[place]) for place in new)
        if weight > self.limit:
            return False
        self.limit -= weight
        self.seen |= new
        return True


# ---- as plain data


def _node(
    key: Hashable, attributes: Mapping[str, Any], makeup: _Makeup, ids: Mapping[Hashable, int], library: Library
) -> dict[str, Any]:
    made: dict[str, Any] = {"key": str(key), **_described(attributes)}
    made |= {name: ids[one] for name, one in makeup.one.items() if one in ids}
    made |= {name: [ids[one] for one in dict.fromkeys(many) if one in ids] for name, many in makeup.many.items()}
    if makeup.met:
        made["met"] = [[ids[a], ids[b]] for a, b in dict.fromkeys(makeup.met) if a in ids and b in ids]
    if makeup.offices:
        made["offices"] = [_office(ids.get(target), office, library) for target, office in makeup.offices]
    if attributes.get("sightings"):
        made["sightings"] = _sightings(attributes["sightings"], library)
    if attributes["kind"] == "meeting":
        made["sides"] = _sides(attributes.get("sides"))
    made["sources"] = library.shelve(_sources(attributes))
    return {name: value for name, value in made.items() if value not in (None, "", [])}


def _described(attributes: Mapping[str, Any]) -> dict[str, Any]:
    """Kind, label and what else the page tells, without what only repeats the label; lists are lists of texts."""
    label = str(attributes["label"])
    texts = {name: _plain(attributes.get(name)) for name in _TEXTS}
    lists = {name: [str(part) for part in _list(attributes.get(name))] for name in _LISTS}
    told: dict[str, Any] = {
        name: value for name, value in texts.items() if value not in (None, "") and (value != label or name == "code")
    }
    told |= {name: kept for name, values in lists.items() if (kept := [value for value in values if value != label])}
    if (amount := _number(attributes.get("amount"))) is not None:
        told["amount"] = amount
    if known := days(attributes):
        told["days"] = known
    return {"kind": str(attributes["kind"]), "label": label} | told


def _office(target: int | None, office: Mapping[str, Any], library: Library) -> dict[str, Any]:
    told = {"of": target, "role": _plain(office.get("role")), "sources": library.shelve(_sources(office))}
    return {name: value for name, value in told.items() if value not in (None, "", [])}


def _sightings(sightings: Iterable[Any], library: Library) -> list[list[Any]]:
    """Rows of name, office and source: how each article names an official."""
    rows = ((_plain(of(one, "name")), _plain(of(one, "role")), of(one, "source")) for one in _list(sightings))
    return [[name, role, library.shelve([source])[0]] for name, role, source in rows if source is not None]


def _sides(sides: Any) -> list[list[str]]:
    return [[str(code) for code in _list(side)] for side in _list(sides)]


def days(attributes: Mapping[str, Any]) -> list[str] | None:
    """The first and the last day on which it may have been, as ISO dates."""
    first = _day(attributes.get("earliest"), 0) or _day(attributes.get("date"), 0)
    last = _day(attributes.get("latest"), 1) or _day(attributes.get("end"), 1) or _day(attributes.get("date"), 1)
    return [first, max(first, last)] if first and last else None


def _day(text: Any, bound: int) -> str | None:
    """The first (0) or last (1) day of an ISO year, month or day."""
    parts = re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", text, re.ASCII) if isinstance(text, str) else None
    if not parts:
        return None
    year, month = int(parts[1]), int(parts[2] or (1, 12)[bound])
    try:
        return date(year, month, int(parts[3] or (1, monthrange(year, month)[1])[bound])).isoformat()
    except ValueError:
        return None


def _sources(attributes: Mapping[str, Any]) -> Sequence[Any]:
    return attributes.get("sources") or ()


def _list(value: Any) -> Sequence[Any]:
    if value is None:
        return ()
    return value if isinstance(value, list | tuple) else (value,)


def _plain(value: Any) -> str | int | None:
    return value if value is None or isinstance(value, str | int) else str(value)


def _number(value: Any) -> float | str | None:
    """An amount; what JSON does not hold, as text."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return _plain(value) if value is None else str(value)
    return value
