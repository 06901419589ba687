"""Node-link JSON, which `networkx.node_link_graph(data, edges="edges")` and D3 read; kg/data/graph.schema.json documents it.

Nothing is lost in it: lists are arrays, and sources objects with all that is known of them.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, BinaryIO, TypeAlias

from extract import __version__
from kg.export.flow import Flow

Json: TypeAlias = Any
"""What a JSON file can hold."""

_ABOUT = {"format": "defense-kg graph", "format_version": 1, "defense_kg_version": __version__}
_SURROGATE = re.compile("[\ud800-\udfff]")


def write_node_link(flow: Flow, file: BinaryIO) -> None:
    """Writes JSON (RFC 8259) in UTF-8, a node or an edge a line, piece by piece; what is absent is not written."""
    file.writelines(piece.encode() for piece in _pieces(flow))


def _pieces(flow: Flow) -> Iterator[str]:
    yield f'{{"directed": {_written(flow.directed)}, "multigraph": true, "graph": {_written(_ABOUT)},\n"nodes": ['
    yield from _lines({"id": node.key, **node.attributes} for node in flow.nodes())
    yield '],\n"edges": ['
    yield from _lines(
        {"source": edge.source, "target": edge.target, "key": edge.key, **edge.attributes} for edge in flow.edges()
    )
    yield "]}\n"


def _lines(items: Iterator[Mapping[str, Any]]) -> Iterator[str]:
    mark = "\n"
    for item in items:
        yield mark + _written(json_value(item))
        mark = ",\n"
    yield "\n"


def _written(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def json_value(value: Any) -> Json:
    """A value as JSON can hold it: U+FFFD for lone surrogates, and no None in objects."""
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, tuple):
        return [json_value(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        value = {field.name: getattr(value, field.name) for field in fields(value)}
    if isinstance(value, Mapping):
        return {name: json_value(item) for name, item in value.items() if item is not None}
    return value
