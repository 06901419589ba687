"""Nodes of the graph, by their keys: what they are called and whose they are, and to which nodes they are tied."""

from collections.abc import Iterator

import networkx as nx

from extract.gazetteer import organizations


def canonical_id(key: str) -> str:
    """The canonical id: the node key without its kind."""
    return key.split(":", 1)[1]


def is_official(key: str) -> bool:
    """Whether a node key is an official's."""
    return key.startswith("official:")


def is_country(key: str) -> bool:
    """Whether a node key is a country's."""
    return key.startswith("country:")


def name_of(graph: nx.MultiDiGraph, key: str) -> str:
    """The fullest name of an official, the code of a country or organization."""
    return str(graph.nodes[key]["label" if is_official(key) else "code"])


def country_of(graph: nx.MultiDiGraph, key: str) -> str | None:
    """The code of a country or organization, or of the one an official is of."""
    found: str | None = graph.nodes[key].get("country" if is_official(key) else "code")
    return found


def party_key(code: str) -> str:
    """The node key of a country or an organization."""
    return f"organization:{code}" if code in organizations() else f"country:{code}"


def party_node(graph: nx.MultiDiGraph, code: str) -> str | None:
    """The node key of a country or an organization; None of one that no article names."""
    return next((key for key in (f"country:{code}", f"organization:{code}") if graph.has_node(key)), None)


def party_nodes(graph: nx.MultiDiGraph) -> list[str]:
    """The node keys of all countries and organizations."""
    return [key for key, kind in graph.nodes(data="kind") if kind in ("country", "organization")]


def officials_of(graph: nx.MultiDiGraph, code: str) -> list[str]:
    """The node keys of the officials of a country or an organization."""
    party = party_node(graph, code)
    return [] if party is None else _tied_to(graph, party, "represents")


def meetings_of(graph: nx.MultiDiGraph, key: str) -> Iterator[str]:
    """The node keys of the meetings that an official attended or a party took part in, is to or was to."""
    return (meeting for _, meeting, kind in graph.out_edges(key, data="kind") if kind in ("attended", "took_part"))


def officials_at(graph: nx.MultiDiGraph, meeting: str) -> list[str]:
    """The node keys of those who attended a meeting, sorted."""
    return sorted(_tied_to(graph, meeting, "attended"))


def parties_at(graph: nx.MultiDiGraph, meeting: str) -> list[str]:
    """The node keys of the countries and organizations that took part in a meeting, sorted."""
    return sorted(_tied_to(graph, meeting, "took_part"))


def _tied_to(graph: nx.MultiDiGraph, key: str, kind: str) -> list[str]:
    """The node keys from which edges of a kind go to a node."""
    return [source for source, _, edge_kind in graph.in_edges(key, data="kind") if edge_kind == kind]
