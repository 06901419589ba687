"""The graph as files that other tools open: GraphML and GEXF, whole or as one edge for each pair of parties.

What the formats cannot hold is turned into what they can (`_plain`), nodes and edges are sorted, and a file takes the place of
an older one only when it is whole: one graph gives the same bytes every day and everywhere.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import networkx as nx
from networkx.readwrite.gexf import GEXFWriter
from networkx.readwrite.graphml import GraphMLWriter

from kg.dyads import dyadic_events
from kg.files import StrPath, replacing
from kg.kinds import RELATIONS
from kg.sources import source_columns

_NOT_XML = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_graphml(graph: nx.Graph, path: StrPath) -> None:
    """Writes GraphML 1.0 of the graph of docs/graph.md, or of its `dyads`. An edge's id is its networkx key."""
    writer = GraphMLWriter()
    writer.add_graph_element(_plain_graph(graph))
    with replacing(path) as temporary, temporary.open("wb") as file:
        writer.dump(file)


def write_gexf(graph: nx.Graph, path: StrPath) -> None:
    """Writes static GEXF 1.3 of the graph of docs/graph.md, or of its `dyads`.

    `end` is a word of the format's own: the attribute is called `end_date` here.
    """
    plain = _plain_graph(graph)
    for _, attributes in plain.nodes(data=True):
        _rename_end(attributes)
    for _, _, key, attributes in plain.edges(keys=True, data=True):
        _rename_end(attributes)
        attributes["id"] = key
    writer = GEXFWriter(plain, version="1.3")
    meta = writer.xml.find("meta")
    del meta.attrib["lastmodifieddate"]
    meta.find("creator").text = "defense-kg"
    with replacing(path) as temporary, temporary.open("wb") as file:
        writer.write(file)


# ---- dyads ---------------------------------------------------------------------------------------------------------


def dyads(graph: nx.MultiDiGraph) -> nx.Graph:
    """One undirected edge for each pair of countries or organizations that had to do with each other.

    `weight` is the number of held meetings in which they faced each other (`meetings`) and of relations (one count for each
    kind). `forums` are counted apart and weigh nothing. `first` and `last` are the first and last day of all these, if any
    is dated.
    """
    pairs = nx.Graph()
    parties = {key: node for key, node in graph.nodes(data=True) if node["kind"] in ("country", "organization")}
    pairs.add_nodes_from((key, dict(node)) for key, node in sorted(parties.items()))
    for a, b, kind, event in dyadic_events(graph):
        counted = kind if kind in RELATIONS else f"{kind}s"
        if not pairs.has_edge(a, b):
            label = f"{parties[a]['label']} – {parties[b]['label']}"
            pairs.add_edge(a, b, kind="dyad", label=label, weight=0.0, meetings=0, **dict.fromkeys(RELATIONS, 0), forums=0)
        dyad = pairs.edges[a, b]
        dyad[counted] += 1
        dyad["weight"] += 0.0 if counted == "forums" else 1.0
        if "earliest" in event:
            dyad["first"] = min(event["earliest"], dyad.get("first", event["earliest"]))
            dyad["last"] = max(event["latest"], dyad.get("last", event["latest"]))
    return pairs


# ---- what the formats can hold -------------------------------------------------------------------------------------


def _plain_graph(graph: nx.Graph) -> nx.Graph:
    """The graph with plain attributes, sorted nodes and edges, and an id for every edge as its key."""
    plain = nx.MultiDiGraph() if graph.is_directed() else nx.MultiGraph()
    for key, node in sorted(graph.nodes(data=True)):
        plain.add_node(key, **_plain(node))
    for source, target, key, edge in sorted(_keyed_edges(graph), key=lambda edge: edge[:3]):
        plain.add_edge(source, target, key=key, **_plain(edge))
    return plain


def _keyed_edges(graph: nx.Graph) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    if graph.is_multigraph():
        yield from graph.edges(keys=True, data=True)
    else:
        for ends in graph.edges:
            source, target = sorted(ends)
            yield source, target, f"dyad/{graph.nodes[source]['code']}/{graph.nodes[target]['code']}", graph.edges[ends]


def _plain(attributes: Mapping[str, Any]) -> dict[str, Any]:
    """Attributes as text, numbers and truth values: lists joined, sources as columns, nothing that XML cannot hold.

    The sightings of an official are left out: `spellings` and the `holds_office` edges say the same with their articles.
    """
    plain: dict[str, Any] = {}
    for name, value in attributes.items():
        if name == "sources":
            plain |= source_columns(value)
        elif name == "sightings":
            continue
        elif name == "sides":
            plain[name] = " | ".join(", ".join(side) for side in value)
        elif isinstance(value, tuple):
            plain[name] = "; ".join(value)
        else:
            plain[name] = value
    return {name: _xml_text(value) if isinstance(value, str) else value for name, value in plain.items()}


def _xml_text(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def _rename_end(attributes: dict[str, Any]) -> None:
    if "end" in attributes:
        attributes["end_date"] = attributes.pop("end")
