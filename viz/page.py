"""Graph → page: what it shows, where, and what each symbol and line rests on. The only user of pyvis."""

import base64
import hashlib
import math
import textwrap
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import Any

import networkx as nx
from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PackageLoader, StrictUndefined
from markupsafe import Markup
from pyvis.network import Network

from viz.layout import Box, place
from viz.style import NODES, OTHER, look
from viz.wanting import check

_LIMIT = 10_000
"""Nodes and lines that a page holds: beyond about so many it takes too long to make and to open."""
_PLACES = ("country", "organization")
_SYMMETRIC = frozenset({"met", "agreed", "signed", "upgraded_ties", "exercised"})
_EVENTS = _SYMMETRIC | {"visited", "aided", "supplied_arms"}
_BELONGING = frozenset({"represents", "belongs_to"})
_SOURCE = ("article", "title", "publisher", "url", "published", "copy_of")

_CAPTION = 20
"""Characters a line in the label of a symbol."""
_LETTER, _BOLD_LETTER, _LINE = 7.6, 9.0, 16.0
"""Width of a letter and height of a line of a label, in pixels; countries and organizations are set in bold."""


def render(graph: nx.MultiDiGraph, *, title: str = "Defense relations") -> str:
    """One self-contained HTML page that shows the graph and, on a click, the sentences that each part of it rests on.

    Nodes and edges carry the attributes of docs/graph.md; `sources` are objects or mappings with the fields named there.
    The same graph gives the same page, byte for byte. Of a large graph it holds a part, and says so.

    Raises `ValueError`, in which everything is told that is missing, as `viz.wanting` finds it.
    """
    check(graph)
    nodes, ties = _nodes(graph), _ties(graph)
    shown, lines = _fitting(nodes, ties)
    library = _Library()
    page = _Page(
        title,
        words=_words(),
        looks=NODES,
        other=OTHER,
        counts=_counts(nodes),
        articles=_count_articles(graph),
        partial={"nodes": len(shown), "all_nodes": len(nodes), "ties": len(lines), "all_ties": len(ties)},
        library=library,
    )
    ids = {node.key: i for i, node in enumerate(shown)}
    page.nodes = _vis_nodes(shown, lines, ids, library)
    page.edges = [_vis_edge(i, tie, ids, library) for i, tie in enumerate(lines)]
    return _encodable(page.generate_html())


@dataclass(frozen=True)
class _Node:
    key: Hashable
    attributes: Mapping[str, Any]

    @property
    def kind(self) -> str:
        return str(self.attributes["kind"])

    @property
    def label(self) -> str:
        return str(self.attributes["label"])


@dataclass(frozen=True)
class _Tie:
    """All edges between two nodes, drawn as one line."""

    ends: tuple[Hashable, Hashable]
    edges: list[tuple[Hashable, Hashable, Mapping[str, Any]]] = field(default_factory=list)


@dataclass
class _Library:
    """Every article and every sentence of the page once, in the order in which they were asked for."""

    articles: dict[tuple[str | None, ...], int] = field(default_factory=dict)
    sentences: dict[tuple[int, str], int] = field(default_factory=dict)

    def shelve(self, sources: Iterable[Any]) -> list[int]:
        """The numbers of the sentences, without repetition."""
        found = []
        for source in sources:
            article = tuple(_text(_of(source, name)) for name in _SOURCE)
            number = self.articles.setdefault(article, len(self.articles))
            sentence = (number, _text(_of(source, "sentence")) or "")
            found.append(self.sentences.setdefault(sentence, len(self.sentences)))
        return list(dict.fromkeys(found))


def _nodes(graph: nx.MultiDiGraph) -> list[_Node]:
    """All nodes, by kind and key."""
    nodes = [_Node(key, attributes) for key, attributes in graph.nodes(data=True)]
    order = {kind: i for i, kind in enumerate(NODES)}
    return sorted(nodes, key=lambda node: (order.get(node.kind, len(order)), node.kind, str(node.key)))


def _ties(graph: nx.MultiDiGraph) -> list[_Tie]:
    """All pairs of nodes with an edge, the pair with most edges first."""
    ties: dict[tuple[Hashable, Hashable], _Tie] = {}
    for source, target, _, attributes in sorted(graph.edges(keys=True, data=True), key=lambda edge: [*map(str, edge[:3])]):
        ends = (source, target) if str(source) <= str(target) else (target, source)
        ties.setdefault(ends, _Tie(ends)).edges.append((source, target, attributes))
    return sorted(ties.values(), key=lambda tie: (-len(tie.edges), [*map(str, tie.ends)]))


def _fitting(nodes: list[_Node], ties: list[_Tie]) -> tuple[list[_Node], list[_Tie]]:
    """What fits the limit: countries and organizations, then the busiest of the rest with their lines to what is there."""
    neighbors: dict[Hashable, set[Hashable]] = {node.key: set() for node in nodes}
    busy: Counter[Hashable] = Counter()
    for tie in ties:
        first, second = tie.ends
        neighbors[first].add(second)
        neighbors[second].add(first)
        busy.update({first: len(tie.edges), second: len(tie.edges)})
    ranked = sorted(nodes, key=lambda node: (node.kind not in _PLACES, -busy[node.key]))
    places = [node for node in ranked if node.kind in _PLACES][: _LIMIT // 2]
    chosen = {node.key for node in places}
    room = _LIMIT - len(chosen) - sum(tie.ends[0] in chosen and tie.ends[1] in chosen for tie in ties)
    for node in ranked:
        if node.key in chosen:
            continue
        room -= 1 + len(neighbors[node.key] & chosen)
        if room < 0:
            break
        chosen.add(node.key)
    lines = [tie for tie in ties if tie.ends[0] in chosen and tie.ends[1] in chosen]
    return [node for node in nodes if node.key in chosen], lines[: _LIMIT - len(chosen)]


def _vis_nodes(nodes: list[_Node], ties: list[_Tie], ids: Mapping[Hashable, int], library: _Library) -> list[dict[str, Any]]:
    """The nodes as vis-network takes them, with what the page tells of each under `about`."""
    degrees = Counter(end for tie in ties for end in tie.ends)
    captions = [_caption(node.label) for node in nodes]
    sizes = [round(look(node.kind).size * (1 + 0.1 * math.log2(1 + degrees[node.key]))) for node in nodes]
    owners = _owners(ties, ids)
    boxes = [_box(*node, owners.get(node[0].key)) for node in zip(nodes, captions, sizes, strict=True)]
    centers = place(boxes, [(ids[a], ids[b]) for a, b in (tie.ends for tie in ties)] + _memberships(nodes, ids))
    return [
        {
            "id": i,
            "x": round(x),
            "y": round(y - box.height / 2 + size),
            "shape": look(node.kind).shape,
            "color": look(node.kind).color,
            "size": size,
            "about": {
                "kind": node.kind,
                "label": node.label,
                "code": _plain(node.attributes.get("code")),
                "caption": caption,
                "details": _details(node.attributes),
                "sources": library.shelve(node.attributes.get("sources") or ()),
            },
        }
        for i, (node, caption, size, box, (x, y)) in enumerate(zip(nodes, captions, sizes, boxes, centers, strict=True))
    ]


def _owners(ties: list[_Tie], ids: Mapping[Hashable, int]) -> dict[Hashable, int]:
    """Whom an official represents and which country a ministry belongs to."""
    edges = (edge for tie in ties for edge in tie.edges)
    return {source: ids[target] for source, target, attributes in edges if attributes["kind"] in _BELONGING}


def _box(node: _Node, caption: list[str], size: int, owner: int | None) -> Box:
    """The room a symbol takes with its label below it, and where it belongs."""
    letter = _BOLD_LETTER if node.kind in _PLACES else _LETTER
    width = max([2.0 * size, *(letter * _columns(line) for line in caption)]) + 12
    height = 2 * size + _LINE * len(caption) + 16
    if node.kind != "country":
        return Box(width, height, owner=owner)
    return Box(width, height, _degrees(node.attributes.get("longitude")), _degrees(node.attributes.get("latitude")))


def _memberships(nodes: list[_Node], ids: Mapping[Hashable, int]) -> list[tuple[int, int]]:
    """Countries with their organizations: no lines, but an organization stands among its members."""
    codes = {node.attributes.get("code"): ids[node.key] for node in nodes if node.kind == "organization"}
    return [
        (ids[node.key], codes[code])
        for node in nodes
        if node.kind == "country"
        for code in node.attributes.get("memberships", ())
        if code in codes
    ]


def _vis_edge(i: int, tie: _Tie, ids: Mapping[Hashable, int], library: _Library) -> dict[str, Any]:
    """The line as vis-network takes it, with its facts."""
    return {
        "id": i,
        "from": ids[tie.ends[0]],
        "to": ids[tie.ends[1]],
        "width": min(1 + math.log2(len(tie.edges)), 6),
        "facts": [
            {
                "kind": str(attributes["kind"]),
                "label": str(attributes["label"]),
                "from": ids[source],
                "to": ids[target],
                "event": attributes["kind"] in _EVENTS,
                "symmetric": attributes["kind"] in _SYMMETRIC,
                "meeting": ids.get(attributes.get("meeting")),
                "details": _details(attributes),
                "sources": library.shelve(attributes.get("sources") or ()),
            }
            for source, target, attributes in tie.edges
        ],
    }


def _details(attributes: Mapping[str, Any]) -> dict[str, Any]:
    """The attributes that the page tells, as plain data, without those that only repeat the label."""
    names = (*_words()["details"], "end", "currency", "inferred")
    told = {name: _plain(_unless(attributes["label"], attributes.get(name))) for name in names}
    return {name: value for name, value in told.items() if value not in (None, "", [])}


def _unless(label: Any, value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [part for part in value if part != label]
    return None if value == label else value


def _plain(value: Any) -> Any:
    """The value as JSON holds it; what JSON does not hold, as text."""
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    if isinstance(value, float) and math.isfinite(value):
        return value
    return str(value)


def _degrees(value: Any) -> float | None:
    return float(value) if isinstance(value, int | float) and math.isfinite(value) else None


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def _of(source: Any, name: str) -> Any:
    return source.get(name) if isinstance(source, Mapping) else getattr(source, name, None)


def _caption(label: str) -> list[str]:
    """The label in no more than three short lines."""
    return textwrap.wrap(label[: 4 * _CAPTION], _CAPTION, max_lines=3, placeholder=" …")


def _columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in line)


def _counts(nodes: list[_Node]) -> list[tuple[str, int]]:
    """How many nodes there are of each kind, in the order of the legend."""
    return list(Counter(node.kind for node in nodes).items())


def _count_articles(graph: nx.MultiDiGraph) -> int:
    """How many articles the whole graph rests on."""
    told = chain((data for _, data in graph.nodes(data=True)), (data for _, _, data in graph.edges(data=True)))
    return len({_of(source, "article") for data in told for source in data.get("sources") or ()})


@cache
def _words() -> dict[str, Any]:
    """The English of the page."""
    return tomllib.loads(files("viz").joinpath("assets/words.toml").read_text(encoding="utf-8"))


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
