"""A Cypher script for cypher-shell and the Neo4j Browser, of Neo4j 4.4 and later, that may be run any number of times.

What may be in a literal is of https://neo4j.com/docs/cypher-manual/current/syntax/.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO, TypeVar

from extract import __version__
from kg.export.columns import Columns
from kg.export.flow import Edge, Flow, Node
from kg.export.property_graph import (
    EVERY,
    UNIQUE_IDS,
    Property,
    PropertyType,
    node_label,
    properties,
    property_types,
    relationship_type,
)

_AT_ONCE = 200
"""Nodes or edges in one statement, which is one transaction."""
_ESCAPES = str.maketrans(
    {"\\": r"\\", '"': r"\"", "\n": r"\n", "\t": r"\t", "\x85": r"\u0085", "\u2028": r"\u2028", "\u2029": r"\u2029"}
)

_Item = TypeVar("_Item", Node, Edge)


def write_cypher(flow: Flow, file: BinaryIO) -> None:
    """Writes one statement after the other, each for some nodes or edges of a kind; an edge is one relationship."""
    file.writelines(piece.encode() for piece in _pieces(flow))


def _pieces(flow: Flow) -> Iterator[str]:
    yield f"// defense-kg {__version__}\n{UNIQUE_IDS}\n"
    node_types, edge_types = _types(flow.node_columns), _types(flow.edge_columns)
    for kind, nodes in _by_kind(flow.nodes()):
        yield from _unwound(_map({"id": node.key, **properties(node.attributes)}, node_types) for node in nodes)
        yield f"MERGE (node:{EVERY} {{id: row.id}}) SET node = row, node:{node_label(kind)};\n"
    for kind, edges in _by_kind(flow.edges()):
        yield from _unwound(_edge(edge, edge_types) for edge in edges)
        yield (
            f"MATCH (source:{EVERY} {{id: row.source}}) MATCH (target:{EVERY} {{id: row.target}})\n"
            f"MERGE (source)-[edge:{relationship_type(kind)} {{id: row.edge.id}}]->(target) SET edge = row.edge;\n"
        )


def _types(columns: Columns) -> Mapping[str, PropertyType]:
    return {"id": "string", **property_types(columns)}


def _by_kind(items: Iterable[_Item]) -> Iterator[tuple[str, list[_Item]]]:
    """Some items of one kind after the other, of which no more wait than fit into one statement for each kind."""
    waiting: dict[str, list[_Item]] = defaultdict(list)
    for item in items:
        kind = item.attributes["kind"]
        waiting[kind].append(item)
        if len(waiting[kind]) == _AT_ONCE:
            yield kind, waiting.pop(kind)
    yield from waiting.items()


def _unwound(rows: Iterable[str]) -> Iterator[str]:
    yield "UNWIND [\n"
    yield ",\n".join(rows)
    yield "\n] AS row\n"


def _edge(edge: Edge, types: Mapping[str, PropertyType]) -> str:
    told = _map({"id": edge.key, **properties(edge.attributes)}, types)
    return f"{{source: {_quoted(edge.source)}, target: {_quoted(edge.target)}, edge: {told}}}"


def _map(values: Mapping[str, Property], types: Mapping[str, PropertyType]) -> str:
    return "{" + ", ".join(f"{name}: {_literal(value, types[name])}" for name, value in values.items()) + "}"


def _literal(value: Property, type_: PropertyType) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(map(_single, value)) + "]"
    return f"date({_single(value)})" if type_ == "date" else _single(value)


def _single(value: str | int | float | bool) -> str:
    if isinstance(value, str):
        return _quoted(value)
    return repr(value).lower().replace("e+", "e")


def _quoted(text: str) -> str:
    return f'"{text.translate(_ESCAPES)}"'
