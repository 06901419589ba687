"""The rules of GraphML 1.0 and GEXF 1.3, and what of a file breaks them.

They are those of http://graphml.graphdrawing.org/xmlns/1.0/graphml-structure.xsd (whose ids are to be NMTOKENs, where ours have
slashes: they are those of the graph, and every reader takes them), and of gexf.rnc, dynamics.rnc and viz.rnc of GEXF 1.3.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

GRAPHML = "http://graphml.graphdrawing.org/xmlns"
GEXF = "http://gexf.net/1.3"
VIZ = f"{GEXF}/viz"
_SCHEMA_LOCATION = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"

_NUMBER = r"[+-]?(\d+(\.\d*)?|\.\d+)([Ee][+-]?\d+)?"
_LEXICAL: Mapping[str, str] = {
    "string": r"(?s:.*)",
    "int": r"[+-]?\d{1,10}",
    "integer": r"[+-]?\d{1,10}",
    "double": rf"{_NUMBER}|-?INF|NaN",
    "boolean": "true|false|1|0",
    "byte": r"1?\d?\d|2[0-4]\d|25[0-5]",
}
"""What XML Schema takes for a value of each type that we declare, and what a color's channel is."""


class Form(NamedTuple):
    """What an element may have: attributes (`?` behind those it need not have) and, in order, elements (`?` one, `*` any)."""

    attributes: str = ""
    elements: str = ""


_OF_GRAPHML: Mapping[str, Form] = {
    "graphml": Form(elements="key* graph"),
    "key": Form("id for attr.name attr.type"),
    "graph": Form("id? edgedefault", "node* edge*"),
    "node": Form("id", "data*"),
    "edge": Form("id? source target directed?", "data*"),
    "data": Form("key"),
}
_OF_GEXF: Mapping[str, Form] = {
    "gexf": Form("version variant?", "meta? graph"),
    "meta": Form("lastmodifieddate?", "creator? keywords? description?"),
    "creator": Form(),
    "graph": Form("mode? defaultedgetype? idtype? timeformat? timerepresentation? timezone?", "attributes* nodes edges"),
    "attributes": Form("class mode?", "attribute*"),
    "attribute": Form("id title type", "default? options?"),
    "nodes": Form("count?", "node*"),
    "edges": Form("count?", "edge*"),
    "node": Form("id label?", "attvalues? spells? viz:color? viz:position? viz:size? viz:shape?"),
    "edge": Form("id? source target type? kind? label? weight?", "attvalues? spells? viz:color? viz:thickness? viz:shape?"),
    "attvalues": Form(elements="attvalue*"),
    "attvalue": Form("for value"),
    "spells": Form(elements="spell spell*"),
    "spell": Form("start? end?"),
    "viz:color": Form("r g b a?"),
    "viz:size": Form("value"),
}


def graphml_faults(text: bytes) -> list[str]:
    root = ElementTree.fromstring(text)
    return [*_formal(root, "graphml", {GRAPHML: ""}, _OF_GRAPHML)] or [*_graphml_faults(root)]


def gexf_faults(text: bytes) -> list[str]:
    root = ElementTree.fromstring(text)
    return [*_formal(root, "gexf", {GEXF: "", VIZ: "viz:"}, _OF_GEXF)] or [*_gexf_faults(root)]


def _graphml_faults(root: Element) -> Iterator[str]:
    space = {"": GRAPHML}
    keys, (graph,) = root.findall("key", space), root.findall("graph", space)
    yield from _twice("key", (key.get("id") for key in keys))
    yield from _twice("name", ((key.get("for"), key.get("attr.name")) for key in keys))
    if graph.get("edgedefault") not in ("directed", "undirected"):
        yield f"edgedefault {graph.get('edgedefault')}"
    for of in ("node", "edge"):
        types = {key.get("id"): key.get("attr.type") for key in keys if key.get("for") == of}
        for element in graph.findall(of, space):
            yield from _untyped([(data.get("key"), data.text) for data in element], types)
    yield from _loose(graph.findall("node", space), graph.findall("edge", space))


def _gexf_faults(root: Element) -> Iterator[str]:
    space = {"": GEXF, "viz": VIZ}
    (graph,) = root.findall("graph", space)
    time = (root.get("version"), graph.get("mode"), graph.get("timeformat"), graph.get("timerepresentation"))
    if time != ("1.3", "dynamic", "date", "interval"):
        yield f"time {time}"
    if graph.get("defaultedgetype") not in ("directed", "undirected"):
        yield f"defaultedgetype {graph.get('defaultedgetype')}"
    for of in ("node", "edge"):
        declared = graph.findall(f"attributes[@class='{of}']/attribute", space)
        yield from _twice("attribute", (attribute.get("id") for attribute in declared))
        yield from _twice("title", (attribute.get("title") for attribute in declared))
        types = {attribute.get("id"): attribute.get("type") for attribute in declared}
        for element in graph.findall(f"{of}s/{of}", space):
            values = element.findall("attvalues/attvalue", space)
            yield from _untyped([(value.get("for"), value.get("value")) for value in values], types)
            yield from _untyped([("weight", element.get("weight", "1"))], {"weight": "double"})
    for spell in graph.iterfind(".//spell", space):
        start, end = spell.get("start", ""), spell.get("end", "")
        if not _is_day(start) or not _is_day(end) or start > end:
            yield f"spell from {start} to {end}"
    for color in graph.iterfind(".//viz:color", space):
        yield from _untyped([*color.attrib.items()], dict.fromkeys("rgb", "byte"))
    yield from _loose(graph.findall("nodes/node", space), graph.findall("edges/edge", space))


def _formal(element: Element, name: str, spaces: Mapping[str, str], forms: Mapping[str, Form]) -> Iterator[str]:
    """What in an element, and in those in it, is not where it may be, by the name that the element should have."""
    if _name(element, spaces) != name:
        yield f"{element.tag} for {name}"
        return
    form = forms[name]
    may_have = {attribute.rstrip("?") for attribute in form.attributes.split()} | {_SCHEMA_LOCATION}
    must_have = {attribute for attribute in form.attributes.split() if not attribute.endswith("?")}
    yield from (f"{name} without {attribute}" for attribute in must_have - element.attrib.keys())
    yield from (f"{name} with {attribute}" for attribute in element.attrib.keys() - may_have)
    children = [_name(child, spaces) for child in element]
    if not re.fullmatch(re.sub(r"([\w:]+)([?*]?) ?", r"(?:\1 )\2", form.elements), "".join(f"{child} " for child in children)):
        yield f"{name} of {' '.join(children)[:80]}"
        return
    for child in element:
        yield from _formal(child, _name(child, spaces), spaces, forms)


def _name(element: Element, spaces: Mapping[str, str]) -> str:
    space, name = element.tag[1:].split("}")
    return f"{spaces[space]}{name}" if space in spaces else element.tag


def _untyped(values: Sequence[tuple[str | None, str | None]], types: Mapping[str | None, str | None]) -> Iterator[str]:
    """Values that are not declared, are of another type than is declared, or are told twice."""
    yield from _twice("value of", (name for name, _ in values))
    for name, value in values:
        if name not in types:
            yield f"{name} is not declared"
        elif not re.fullmatch(_LEXICAL[types[name] or ""], value or ""):
            yield f"{name} is no {types[name]}: {value}"


def _loose(nodes: Iterable[Element], edges: Sequence[Element]) -> Iterator[str]:
    """Ids that are not unique, and ends of edges that are no nodes."""
    ids = [node.get("id") for node in nodes]
    yield from _twice("node", ids)
    yield from _twice("edge", (edge.get("id") for edge in edges))
    ends = {edge.get(end) for edge in edges for end in ("source", "target")}
    yield from (f"no node {end}" for end in ends.difference(ids))


def _twice(what: str, names: Iterable[object]) -> Iterator[str]:
    return (f"{what} {name} twice" for name, count in Counter(names).items() if count > 1)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
