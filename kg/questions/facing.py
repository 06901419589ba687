"""The sides of a meeting in the graph: the people and the parties of each, and who faced whom."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import permutations
from typing import Any, NamedTuple

import networkx as nx

from kg.nodes import country_of, officials_at, parties_at
from kg.sides import side_of


class Side(NamedTuple):
    """One side of a meeting, as node keys."""

    officials: list[str]
    parties: list[str]

    @property
    def delegation(self) -> list[str]:
        """Its named officials, or else its parties."""
        return self.officials or self.parties


def sides_present(graph: nx.MultiDiGraph, meeting: str) -> list[Side]:
    """The sides of a meeting; in a forum every party is one, and so are the officials of any other country or of none."""
    node = graph.nodes[meeting]
    sides = node.get("sides") or tuple((party,) for party in node.get("parties", ()))
    named: dict[int, list[str]] = defaultdict(list)
    others: dict[str, list[str]] = defaultdict(list)
    for official in officials_at(graph, meeting):
        country = country_of(graph, official)
        index = side_of(country, sides)
        if index is not None:
            named[index].append(official)
        elif is_forum(node):
            others[country or official].append(official)
    keys = {graph.nodes[party]["code"]: party for party in parties_at(graph, meeting)}
    present = [Side(named[index], [keys[code] for code in side if code in keys]) for index, side in enumerate(sides)]
    return present + [Side(officials, []) for officials in others.values()]


def faced(graph: nx.MultiDiGraph, meeting: str, official: str) -> Iterator[str]:
    """The node keys of those whom an official met at a meeting: of each other side its delegation."""
    for own, others in permutations(sides_present(graph, meeting), 2):
        if official in own.officials:
            yield from others.delegation


def faced_each_other(node: Mapping[str, Any], pair: set[str]) -> bool:
    """Whether two codes were on different sides of a meeting, or in one forum."""
    return pair.issubset(node.get("parties", ())) and not any(pair.issubset(side) for side in node.get("sides", ()))


def held(nodes: Iterable[tuple[str, Mapping[str, Any]]]) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Every held meeting among nodes: its key, `meeting` or `forum`, and its attributes."""
    for key, node in nodes:
        if node["kind"] == "meeting" and node["status"] == "held":
            yield key, "forum" if is_forum(node) else "meeting", node


def is_forum(node: Mapping[str, Any]) -> bool:
    """Whether a meeting has no sides."""
    return "sides" not in node
