"""Graph → page: its data, where the places stand, and the template. The only user of pyvis."""

import base64
import hashlib
import json
import math
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import Any

import networkx as nx
from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PackageLoader, StrictUndefined
from markupsafe import Markup
from pyvis.network import Network

from viz.facts import PLACES, Facts, contacts, gather, told_of
from viz.layout import Place, Tie, by_ties, geographic
from viz.library import of
from viz.script import script
from viz.style import NODES, OTHER
from viz.wanting import check

_LIMIT = 20_000_000
"""Bytes of data that a page holds: beyond this it is long to send and slow to open."""


def render(graph: nx.MultiDiGraph, *, title: str = "Defense relations") -> str:
    """One self-contained HTML page in which to see who met whom and when, and to read the sentences that say so.

    Nodes and edges carry the attributes of docs/graph.md; `sources` are objects or mappings with the fields named there.
    The same graph gives the same page, byte for byte. Of a large graph it holds the latest part, and says so.

    Raises `ValueError`, in which everything is told that is missing, as `viz.wanting` finds it.
    """
    check(graph)
    facts = gather(graph, _LIMIT)
    _set_in_place(graph, facts)
    page = _Page(
        title,
        words=_words(),
        looks={kind: asdict(look) for kind, look in (NODES | {"other": OTHER}).items()},
        articles=list(facts.library.articles),
        sentences=list(facts.library.sentences),
        coast=json.loads(_asset("coast.json")),
        held={"articles": _count_articles(graph), "left_out": facts.left_out},
        script=Markup(script()),  # noqa: S704
    )
    page.nodes, page.edges = facts.nodes, facts.edges
    return _encodable(page.generate_html())


def _count_articles(graph: nx.MultiDiGraph) -> int:
    """How many articles the whole graph rests on."""
    told = chain((data for _, data in graph.nodes(data=True)), (data for _, _, data in graph.edges(data=True)))
    return len({of(source, "article") for data in told for source in data.get("sources") or ()})


def _set_in_place(graph: nx.MultiDiGraph, facts: Facts) -> None:
    """Give each country and organization its place on the map, `at`, and its place by ties, `tied`: x and y in pixels."""
    told = {str(key): attributes for key, attributes in graph.nodes(data=True)}
    first, weights = told_of(facts), contacts(facts)
    nodes = sorted((i for i, node in enumerate(facts.nodes) if node["kind"] in PLACES), key=lambda i: i not in first)
    busy = Counter[int]()
    for pair, weight in weights.items():
        busy.update(dict.fromkeys(pair, weight))
    places = [_place(facts.nodes[i], told[facts.nodes[i]["key"]], busy[i]) for i in nodes]
    index = {i: rank for rank, i in enumerate(nodes)}
    ties = [Tie(index[a], index[b], weight) for (a, b), weight in weights.items()]
    on_map = geographic(places)
    for i, at, tied in zip(nodes, on_map, by_ties(places, ties, on_map), strict=True):
        facts.nodes[i] |= {"at": at, "tied": tied}


def _place(node: Mapping[str, Any], attributes: Mapping[str, Any], busy: float) -> Place:
    """The place with about the room that viz/assets/map.js gives its symbol: more to those who have more to do with others."""
    radius = min(6 + 2 * math.log2(1 + busy), 18)
    return Place(node.get("code", node["key"]), radius, *(_degrees(attributes.get(name)) for name in ("longitude", "latitude")))


def _degrees(value: Any) -> float | None:
    return float(value) if isinstance(value, int | float) and math.isfinite(value) else None


@cache
def _words() -> dict[str, Any]:
    """The English of the page."""
    return tomllib.loads(_asset("words.toml"))


def _asset(name: str) -> str:
    return files("viz").joinpath(f"assets/{name}").read_text(encoding="utf-8")


def _encodable(text: str) -> str:
    """The text without lone surrogates, which no file can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


class _Page(Network):  # type: ignore[misc]
    """pyvis's network with our template, which takes vis-network from among pyvis's own."""

    def __init__(self, title: str, **context: Any) -> None:
        super().__init__(directed=True, heading=title)
        self.templateEnv = Environment(
            loader=ChoiceLoader([PackageLoader("viz", "assets"), FileSystemLoader(self.template_dir)]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
        )
        self.templateEnv.policies["json.dumps_kwargs"] = {"separators": (",", ":")}
        self.templateEnv.filters["csp"] = _csp
        self.templateEnv.globals.update(context)
        self.options = {
            "physics": {"enabled": False},
            "layout": {"improvedLayout": False},
            "edges": {"smooth": False, "chosen": False},
            "nodes": {"chosen": False},
            "interaction": {"hover": True, "selectConnectedEdges": False},
        }


def _csp(inline: Markup) -> str:
    """The hash by which a Content-Security-Policy allows an inline script or style."""
    return "sha256-" + base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()
