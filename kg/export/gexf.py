"""Dynamic GEXF 1.3, as https://gexf.net/schema.html has it: what has dates has a spell, and Gephi's timeline plays it."""

from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from kg.export.columns import Columns, Type, plain, plain_text
from kg.export.flow import Flow
from kg.export.markup import as_attribute
from viz.style import look

_TYPES: Mapping[Type, str] = {"strings": "string", "int": "integer", "date": "string"}
_OWN = frozenset({"label", "weight"})
"""What GEXF has attributes of its own for."""
_RENAMED = {"end": "end_date"}
"""`end` is a word of the format's own, by which readers would take it for a spell's."""


def write_gexf(flow: Flow, file: BinaryIO) -> None:
    """Writes GEXF, piece by piece; the spell of a node or edge is from its first day to its last, and the undated have none."""
    file.writelines(line.encode() for line in _lines(flow))


def _lines(flow: Flow) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield (
        '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
        ' xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">\n'
    )
    yield "<meta><creator>defense-kg</creator></meta>\n"
    directed = "directed" if flow.directed else "undirected"
    yield f'<graph mode="dynamic" defaultedgetype="{directed}" timeformat="date" timerepresentation="interval">\n'
    yield from _attributes("node", flow.node_columns)
    yield from _attributes("edge", flow.edge_columns)
    yield "<nodes>\n"
    for node in flow.nodes():
        kind, label = node.attributes["kind"], as_attribute(_label(node.attributes))
        yield f"<node id={as_attribute(node.key)} label={label}>{_content(node.attributes)}{_look(kind)}</node>\n"
    yield "</nodes>\n<edges>\n"
    for edge in flow.edges():
        ends = f"source={as_attribute(edge.source)} target={as_attribute(edge.target)}"
        kind, label, weight = edge.attributes["kind"], as_attribute(_label(edge.attributes)), edge.attributes["weight"]
        named = f'{ends} kind="{kind}" label={label} weight="{weight}"'
        yield f"<edge id={as_attribute(edge.key)} {named}>{_content(edge.attributes)}</edge>\n"
    yield "</edges>\n</graph>\n</gexf>\n"


def _attributes(of: str, columns: Columns) -> Iterator[str]:
    yield f'<attributes class="{of}" mode="static">\n'
    for name, type_ in _written(columns).items():
        yield f'<attribute id="{name}" title="{name}" type="{_TYPES.get(type_, type_)}"/>\n'
    yield "</attributes>\n"


def _written(values: Mapping[str, Any]) -> dict[str, Any]:
    return {_RENAMED.get(name, name): value for name, value in values.items() if name not in _OWN}


def _label(attributes: Mapping[str, Any]) -> str:
    return plain_text(attributes["label"])


def _content(attributes: Mapping[str, Any]) -> str:
    values = _written(plain(attributes))
    told = "".join(f'<attvalue for="{name}" value={as_attribute(value)}/>' for name, value in values.items())
    return f"<attvalues>{told}</attvalues>{_spell(attributes)}"


def _spell(attributes: Mapping[str, Any]) -> str:
    first = attributes.get("earliest") or attributes.get("first")
    last = attributes.get("latest") or attributes.get("last")
    return f'<spells><spell start="{first}" end="{last}"/></spells>' if first else ""


def _look(kind: str) -> str:
    drawn = look(kind)
    red, green, blue = drawn.rgb
    return f'<viz:color r="{red}" g="{green}" b="{blue}"/><viz:size value="{drawn.size:.1f}"/>'
