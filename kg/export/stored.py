"""What is exported of a store: the nodes and edges of its graph, which is never made where it would not fit into memory."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TypeAlias

import networkx as nx

from extract.record import Record
from kg.export.flow import Edge, Flow, Node, Origin, flow_of, teller
from kg.graph import build_graph, graph_of, nodes_of
from kg.identity.resolution import Resolution
from kg.kinds import NODES
from kg.reports import Report, Reports, gather
from kg.sources import Source
from kg.store.parts import EVERYTHING, Asked
from kg.store.slices import SliceKind
from kg.store.store import Store

_FITS = 20_000
"""Records of which the graph takes some 300 MB; to make it is faster than to do without it."""
_NOBODY = Resolution({}, {}, {}, {})
_Made: TypeAlias = Callable[[Reports, Resolution], nx.MultiDiGraph]
_UNKEPT = Record(id="unkept")
"""Stands for records of which a body tells nothing but the source: all of them would fill the memory."""


@contextmanager
def flow_in(store: Store, asked: Asked = EVERYTHING) -> Iterator[Flow]:
    """What a store tells, or the part that is asked for, as `kg.open` would have it; nobody's writing disturbs the block."""
    with store.snapshot():
        is_large = asked == EVERYTHING and len(store) > _FITS
        flow = flow_of_store(store) if is_large else flow_of(build_graph(*store.part(asked), store.copies()))
        yield flow._replace(origin=Origin(store, asked))


def flow_of_store(store: Store) -> Flow:
    """All that the store tells, as `kg.export.flow.flow_of` has it of its graph; to be written within `Store.snapshot`."""
    copies = store.copies()

    def of_slices(kind: SliceKind, made: _Made) -> Iterator[tuple[set[str], Flow]]:
        for ids, part in store.slices(kind):
            keys = set(ids) if kind == "relation" else {f"{kind}:{one}" for one in ids}
            yield keys, flow_of(made(gather(*part, copies), part.resolution))

    def sliced_nodes(kind: SliceKind) -> Iterator[Node]:
        for keys, flow in of_slices(kind, nodes_of):
            yield from (node for node in flow.nodes(kind) if node.key in keys)

    def sliced_edges(kind: SliceKind) -> Iterator[Edge]:
        for keys, flow in of_slices(kind, graph_of):
            yield from (edge for edge in flow.edges() if teller(edge) in keys)

    def nodes(*kinds: str) -> Iterator[Node]:
        for kind in sorted(kinds or NODES):
            if kind == "meeting":
                yield from sliced_nodes("meeting")
            elif kind == "official":
                yield from sliced_nodes("official")
            else:
                yield from bodies.nodes(kind)

    def edges() -> Iterator[Edge]:
        yield from sliced_edges("meeting")
        yield from bodies.edges()
        yield from sliced_edges("official")
        yield from sliced_edges("relation")

    bodies = flow_of(_bodies(store, copies))
    return Flow(nodes, edges)


def _bodies(store: Store, copies: Mapping[str, str]) -> nx.MultiDiGraph:
    """The countries, organizations, ministries and series: few, and each told by articles from everywhere."""
    parties: dict[str, list[Source]] = defaultdict(list)
    ministries: dict[str, list[Report]] = defaultdict(list)
    series: dict[str, list[Report]] = defaultdict(list)
    for part in store.parts():
        reports = gather(*part, copies)
        for code, naming in reports.parties.items():
            parties[code] += naming
        for key, reported in reports.ministries.items():
            ministries[key] += (Report(_UNKEPT, None, report.source) for report in reported)
        for key, reported in reports.series.items():
            series[key] += (report._replace(record=_UNKEPT) for report in reported)
    return graph_of(Reports(parties, {}, ministries, {}, series, {}), _NOBODY)
