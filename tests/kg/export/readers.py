"""What a graph tells, and what others read of it in our GraphML and GEXF."""

import json
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import igraph
import networkx as nx

from kg.export.columns import plain
from kg.export.flow import Flow
from viz.style import look

Attributes = dict[str, Any]


class Told(NamedTuple):
    """A graph: nodes by id, and edges by id with their ends (sorted, if it is undirected); None where a reader has no say.

    Besides the columns, nodes have `color` (#rrggbb) and `size`, and what is dated a `spell` (the first and the last day).
    """

    directed: bool | None
    nodes: dict[str, Attributes]
    edges: dict[str, tuple[str, str, Attributes]]

    def changed(self, change: Callable[[Attributes], Attributes]) -> "Told":
        """The same with other attributes."""
        edges = {key: (source, target, change(edge)) for key, (source, target, edge) in self.edges.items()}
        return Told(self.directed, {key: change(node) for key, node in self.nodes.items()}, edges)

    def without(self, *names: str) -> "Told":
        return self.changed(lambda told: {name: value for name, value in told.items() if name not in names})

    def exact(self) -> "Told":
        """With the type of each value beside it: to Python, 1, 1.0 and True are equal."""
        return self.changed(lambda told: {name: (type(value), value) for name, value in told.items()})


def told(flow: Flow) -> Told:
    """What should be read in a file that the flow is written to."""

    def values(attributes: Mapping[str, Any]) -> Attributes:
        days = [attributes[day] for day in ("earliest", "latest", "first", "last") if day in attributes]
        return plain(attributes) | ({"spell": tuple(days)} if days else {})

    def drawing(kind: str) -> Attributes:
        return {"color": look(kind).color.lower(), "size": float(look(kind).size)}

    nodes = {node.key: values(node.attributes) | drawing(node.attributes["kind"]) for node in flow.nodes()}
    edges = {edge.key: (*_ends(edge.source, edge.target, flow.directed), values(edge.attributes)) for edge in flow.edges()}
    return Told(flow.directed, nodes, edges)


def _ends(source: str, target: str, directed: bool) -> tuple[str, str]:
    return (source, target) if directed else (min(source, target), max(source, target))


# ---- networkx ------------------------------------------------------------------------------------------------------


def graphml_in_networkx(text: bytes) -> Told:
    graph = nx.read_graphml(BytesIO(text), force_multigraph=True)
    nodes = {key: _colored(node) for key, node in graph.nodes(data=True)}
    edges = {key: (*_ends(*ends, graph.is_directed()), edge) for *ends, key, edge in graph.edges(keys=True, data=True)}
    return Told(graph.is_directed(), nodes, edges)


def gexf_in_networkx(text: bytes) -> Told:
    graph = nx.read_gexf(BytesIO(text), version="1.3")
    nodes = {key: _of_gexf(node) for key, node in graph.nodes(data=True)}
    edges = {edge.pop("id"): (*_ends(*ends, graph.is_directed()), _of_gexf(edge)) for *ends, edge in graph.edges(data=True)}
    return Told(graph.is_directed(), nodes, edges)


def _of_gexf(attributes: Attributes) -> Attributes:
    drawing, spells, end = (attributes.pop(name, None) for name in ("viz", "spells", "end_date"))
    if drawing:
        attributes |= {**_colored(drawing["color"]), "size": drawing["size"]}
    if spells:
        (attributes["spell"],) = spells
    return attributes | ({"end": end} if end else {})


def _colored(attributes: Attributes) -> Attributes:
    """With a color instead of its channels."""
    channels = [int(attributes.pop(channel)) for channel in "rgb"]
    attributes.pop("a", None)
    return attributes | {"color": f"#{bytes(channels).hex()}"}


# ---- igraph --------------------------------------------------------------------------------------------------------


def graphml_in_igraph(text: bytes) -> Told:
    with TemporaryDirectory() as folder:
        path = Path(folder, "graph.graphml")
        path.write_bytes(text)
        graph = igraph.Graph.Read_GraphML(str(path))
    keys = [node["id"] for node in graph.vs]
    nodes = {node["id"]: _colored(_present(node.attributes())) for node in graph.vs}
    edges = {
        str(number): (
            *_ends(keys[edge.source], keys[edge.target], graph.is_directed()),
            _present(edge.attributes()),
        )
        for number, edge in enumerate(graph.es)
    }
    return Told(graph.is_directed(), nodes, edges)


def seen_by_igraph(graph: Told) -> Told:
    """To igraph, all numbers are fractions, what is absent is "", false or not a number, and edges have the ids of nodes."""
    edges = {str(number): edge for number, edge in enumerate(graph.edges.values())}
    return Told(graph.directed, graph.nodes, edges).without("spell").changed(_fractions).changed(_present)


def _present(attributes: Attributes) -> Attributes:
    values = {name: value for name, value in attributes.items() if name != "id"}
    return {name: value for name, value in values.items() if value != "" and value is not False and value == value}


def _fractions(attributes: Attributes) -> Attributes:
    return {name: float(value) if type(value) is int else value for name, value in attributes.items()}


# ---- graphology ----------------------------------------------------------------------------------------------------


def in_graphology(answer: str) -> Told:
    """What read_graphs.cjs has read."""
    graph = json.loads(answer)
    type_ = graph["options"]["type"]
    nodes = {node["key"]: _of_graphology(node["attributes"]) for node in graph["nodes"]}
    edges = {
        edge["key"]: (
            *_ends(edge["source"], edge["target"], not edge.get("undirected")),
            _of_graphology(edge["attributes"]),
        )
        for edge in graph["edges"]
    }
    return Told(None if type_ == "mixed" else type_ == "directed", nodes, edges)


def _of_graphology(attributes: Attributes) -> Attributes:
    end, color = attributes.pop("end_date", None), attributes.get("color", "")
    if color.startswith("rgb("):
        attributes["color"] = f"#{bytes(map(int, color[4:-1].split(','))).hex()}"
    return _fractions(attributes | ({"end": end} if end else {}))


def seen_by_graphology(graph: Told) -> Told:
    """To JavaScript, all numbers are fractions; graphology reads no spells, and no direction where there is no edge in GEXF."""
    return graph.without("spell").changed(_fractions)
