"""GraphML 1.0, as http://graphml.graphdrawing.org/specification.html has it and Gephi, igraph and networkx read it.

Gephi takes label, color (`r`, `g`, `b`) and size of a node, and label and weight of an edge, from the keys of these names.
"""

from collections.abc import Iterator, Mapping
from typing import BinaryIO

from kg.export.columns import Columns, Type, Value, plain
from kg.export.flow import Flow
from kg.export.markup import as_attribute, as_text
from viz.style import look

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_TYPES: Mapping[Type, str] = {"strings": "string", "date": "string"}
_LOOK: Columns = {"r": "int", "g": "int", "b": "int", "size": "double"}


def write_graphml(flow: Flow, file: BinaryIO) -> None:
    """Writes GraphML, piece by piece; what is absent is not written."""
    file.writelines(line.encode() for line in _lines(flow))


def _lines(flow: Flow) -> Iterator[str]:
    node_columns = {**flow.node_columns, **_LOOK}
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield (
        f'<graphml xmlns="{_NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
        f' xsi:schemaLocation="{_NAMESPACE} {_NAMESPACE}/1.0/graphml.xsd">\n'
    )
    yield from _keys("node", node_columns)
    yield from _keys("edge", flow.edge_columns)
    yield f'<graph edgedefault="{"directed" if flow.directed else "undirected"}">\n'
    for node in flow.nodes():
        values = plain(node.attributes) | _look(node.attributes["kind"])
        yield f"<node id={as_attribute(node.key)}>{_data('node', values)}</node>\n"
    for edge in flow.edges():
        ends = f"source={as_attribute(edge.source)} target={as_attribute(edge.target)}"
        yield f"<edge id={as_attribute(edge.key)} {ends}>{_data('edge', plain(edge.attributes))}</edge>\n"
    yield "</graph>\n</graphml>\n"


def _keys(of: str, columns: Columns) -> Iterator[str]:
    for name, type_ in columns.items():
        yield f'<key id="{of}_{name}" for="{of}" attr.name="{name}" attr.type="{_TYPES.get(type_, type_)}"/>\n'


def _data(of: str, values: Mapping[str, Value]) -> str:
    return "".join(f'<data key="{of}_{name}">{as_text(value)}</data>' for name, value in values.items())


def _look(kind: str) -> dict[str, Value]:
    """Color and size as the page has them."""
    drawn = look(kind)
    red, green, blue = drawn.rgb
    return {"r": red, "g": green, "b": blue, "size": float(drawn.size)}
