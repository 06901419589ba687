"""What a graph is boiled down to before it is written: one undirected edge for each pair that had to do with each other."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import combinations, groupby
from typing import Any, NamedTuple

from kg.codes import cow_number, gw_number
from kg.errors import QuestionError
from kg.export.columns import COUNTS, DYAD_YEARS, DYADS, MET, Columns
from kg.export.flow import Edge, Flow, Node, teller
from kg.kinds import RELATIONS, SYMMETRIC
from kg.nodes import canonical_id, is_country, is_official
from kg.questions.dyads import dyadic_events
from kg.questions.facing import held


class _Event(NamedTuple):
    """What happened from one node to another: `meeting`, `forum` or a relation, its attributes, and what it weighs."""

    source: str
    target: str
    kind: str
    attributes: Mapping[str, Any]
    weight: float = 1.0


def shaped(flow: Flow, shape: str) -> Flow:
    """The flow in one of SHAPES, whose edges, but for `full`, are undirected and told by no source.

    Raises QuestionError for a shape that is none.
    """
    if shape not in SHAPES:
        raise QuestionError(f"there is no shape {shape!r}; the shapes are {', '.join(SHAPES)}")
    return SHAPES[shape](flow)


# ---- what happened between whom ------------------------------------------------------------------------------------


def _of_parties(flow: Flow) -> Iterator[_Event]:
    edges = ((edge.source, edge.target, edge.attributes) for edge in flow.edges())
    for source, target, kind, attributes in dyadic_events(flow.nodes("meeting"), edges):
        yield _Event(source, target, kind, attributes, _share(len(attributes["parties"])) if kind == "forum" else 1.0)


def _of_countries(flow: Flow) -> Iterator[_Event]:
    for event in _of_parties(flow):
        if event.kind not in RELATIONS and is_country(event.source) and is_country(event.target):
            yield event


def _of_officials(flow: Flow) -> Iterator[_Event]:
    """The meetings in which two officials faced each other, and the forums to which two came from different countries."""
    countries = {node.key: node.attributes.get("country") for node in flow.nodes("official")}
    forums = {key: node for key, kind, node in held(flow.nodes("meeting")) if kind == "forum"}
    for meeting, edges in groupby(flow.edges(), teller):
        there = []
        for edge in edges:
            if edge.attributes["kind"] == "met" and is_official(edge.source):
                yield _Event(edge.source, edge.target, "meeting", edge.attributes)
            elif edge.attributes["kind"] == "attended" and meeting in forums:
                there.append(edge.source)
        for a, b in combinations(there, 2):
            if countries[a] is None or countries[a] != countries[b]:
                yield _Event(a, b, "forum", forums[meeting], _share(len(there)))


def _share(there: int) -> float:
    """What a forum of so many weighs for two of them: each shares one meeting among all the others (Newman 2001)."""
    return 1 / (there - 1)


# ---- pairs ---------------------------------------------------------------------------------------------------------


@dataclass
class _Tally:
    """How much is between a pair, and the first and the last day of it."""

    counts: Counter[str] = field(default_factory=Counter)
    weight: float = 0.0
    first: str | None = None
    last: str | None = None

    def add(self, event: _Event) -> None:
        source, target, kind, attributes, weight = event
        self.weight += weight
        self.counts[kind if kind in RELATIONS else f"{kind}s"] += 1
        if kind in RELATIONS and kind not in SYMMETRIC:
            self.counts[f"{kind}_{'ab' if source < target else 'ba'}"] += 1
        if "earliest" in attributes:
            self.first = min(attributes["earliest"], self.first or attributes["earliest"])
            self.last = max(attributes["latest"], self.last or attributes["latest"])

    def attributes(self, columns: Columns) -> dict[str, Any]:
        """`weight`, the counts and the days."""
        counts = {name: self.counts[name] for name in columns if name in COUNTS}
        return {"weight": round(self.weight, 6), **counts, **({"first": self.first, "last": self.last} if self.first else {})}


def _pairs(flow: Flow, kind: str, of: Collection[str], events: Callable[[Flow], Iterable[_Event]], columns: Columns) -> Flow:
    """One edge of a kind for each pair (in each year, where `columns` have one) of nodes `of` some kinds."""

    def nodes(*kinds: str) -> Iterator[Node]:
        asked = [kind for kind in of if not kinds or kind in kinds]
        return flow.nodes(*asked) if asked else iter(())

    def edges() -> Iterator[Edge]:
        labels = {node.key: node.attributes["label"] for node in nodes()}
        tallies: dict[tuple[str, str, str], _Tally] = {}
        for event in events(flow):
            a, b = sorted(event[:2])
            if a not in labels or b not in labels:
                continue
            year = event.attributes.get("earliest", "")[:4] if "year" in columns else ""
            tallies.setdefault((a, b, year), _Tally()).add(event)
        for (a, b, year), tally in sorted(tallies.items()):
            ends = (canonical_id(a), canonical_id(b))
            pair = {"kind": kind, "label": f"{labels[a]} – {labels[b]}", **(_of_year(*ends, year) if "year" in columns else {})}
            yield Edge("/".join(filter(None, (kind, *ends, year))), a, b, pair | tally.attributes(columns))

    return Flow(nodes, edges, directed=False, node_columns=flow.node_columns, edge_columns=columns)


def _of_year(a: str, b: str, year: str) -> dict[str, Any]:
    """A year, and the numbers by which other data knows two parties in it."""
    if not year:
        return {"code_a": a, "code_b": b}
    numbers = {
        f"{list_}_{end}": number(code, int(year))
        for list_, number in (("cow", cow_number), ("gw", gw_number))
        for end, code in (("a", a), ("b", b))
    }
    known = {name: number for name, number in numbers.items() if number is not None}
    return {"code_a": a, "code_b": b, "year": int(year), **known}


_PARTIES = ("country", "organization")
SHAPES: Mapping[str, Callable[[Flow], Flow]] = {
    "full": lambda flow: flow,
    "dyads": partial(_pairs, kind="dyad", of=_PARTIES, events=_of_parties, columns=DYADS),
    "dyad_years": partial(_pairs, kind="dyad_year", of=_PARTIES, events=_of_parties, columns=DYAD_YEARS),
    "countries": partial(_pairs, kind="country_pair", of=("country",), events=_of_countries, columns=MET),
    "officials": partial(_pairs, kind="official_pair", of=("official",), events=_of_officials, columns=MET),
}
"""Every edge; all that is between two parties, at any time or in each year (none for what is undated); the meetings of two
countries; the meetings of two officials."""
