"""What is exported: nodes and edges, one after the other, in one order, as often as a writer asks for them.

A writer never holds more than one of them, so that a graph which does not fit into memory is written as well.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import networkx as nx

from kg.codes import edge_codes, node_codes
from kg.errors import QuestionError
from kg.export.columns import EDGES, NODES, Columns
from kg.kinds import EDGES as KINDS
from kg.kinds import RELATIONS
from kg.store.parts import Asked
from kg.store.store import Store


class Node(NamedTuple):
    """A node with its attributes, as docs/graph.md has them."""

    key: str
    attributes: Mapping[str, Any]


class Edge(NamedTuple):
    """An edge with its id, the node keys of its ends and its attributes, as docs/graph.md has them."""

    key: str
    source: str
    target: str
    attributes: Mapping[str, Any]


class Origin(NamedTuple):
    """What a flow is of: an open store, and what of it was asked for."""

    store: Store
    asked: Asked


class Flow(NamedTuple):
    """Nodes (of some kinds, if any are named) and edges anew at every call, and the columns that a table has of them."""

    nodes: Callable[..., Iterator[Node]]
    edges: Callable[[], Iterator[Edge]]
    directed: bool = True
    node_columns: Columns = NODES
    edge_columns: Columns = EDGES
    origin: Origin | None = None


def flow_of(graph: nx.MultiDiGraph) -> Flow:
    """The graph of docs/graph.md and the codes of the field: nodes by key, edges by `in_order`."""

    def nodes(*kinds: str) -> Iterator[Node]:
        for key in sorted(graph):
            attributes = graph.nodes[key]
            if not kinds or attributes["kind"] in kinds:
                yield Node(key, {**attributes, **node_codes(attributes)})

    def edges() -> Iterator[Edge]:
        every = (Edge(key, source, target, attributes) for source, target, key, attributes in graph.edges(keys=True, data=True))
        for edge in sorted(every, key=in_order):
            yield edge._replace(attributes={**edge.attributes, **edge_codes(graph, *edge[1:])})

    return Flow(nodes, edges)


def in_order(edge: Edge) -> tuple[bool, str, str]:
    """What edges are sorted by: those of meetings, ministries and officials together, then relations by their first article."""
    if edge.attributes["kind"] in RELATIONS:
        return True, edge.attributes["sources"][0].article, edge.key
    return False, teller(edge), edge.key


def teller(edge: Edge) -> str:
    """The node key of the meeting, ministry or official that an edge is told of; a relation's is its id."""
    kind = edge.attributes["kind"]
    if kind == "met":
        return str(edge.attributes["meeting"])
    if kind in ("attended", "took_part"):
        return edge.target
    return edge.key if kind in RELATIONS else edge.source


def of_kinds(flow: Flow, kinds: Iterable[str]) -> Flow:
    """The edges of some kinds and the nodes at their ends, or all if no kind is named.

    Raises QuestionError for a kind that is none.
    """
    asked = frozenset(kinds)
    if unknown := sorted(asked - set(KINDS)):
        raise QuestionError(f"there is no kind of edge {unknown[0]!r}; the kinds are {', '.join(KINDS)}")
    if not asked:
        return flow

    def edges() -> Iterator[Edge]:
        return (edge for edge in flow.edges() if edge.attributes["kind"] in asked)

    def nodes(*kinds: str) -> Iterator[Node]:
        ends = {end for edge in edges() for end in (edge.source, edge.target)}
        return (node for node in flow.nodes(*kinds) if node.key in ends)

    return Flow(nodes, edges, flow.directed, flow.node_columns, flow.edge_columns)


def networkx_of(flow: Flow) -> nx.Graph:
    """A networkx graph of what flows, with attributes and edge ids as they are."""
    graph = nx.MultiDiGraph() if flow.directed else nx.MultiGraph()
    for node in flow.nodes():
        graph.add_node(node.key, **node.attributes)
    for edge in flow.edges():
        graph.add_edge(edge.source, edge.target, key=edge.key, **edge.attributes)
    return graph
