"""What a graph lacks of the attributes of docs/graph.md without which it cannot be shown."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import networkx as nx

_NEEDED = ("kind", "label")
_NAMED = 3
"""Nodes or edges that are named of those that lack one thing."""
_LONGEST = 60
"""Characters of a name that are told."""


def check(graph: nx.Graph) -> None:
    """Raises ValueError, in which everything is told that is missing, and where."""
    nodes = [(f"{key!r}", attributes) for key, attributes in graph.nodes(data=True)]
    edges = [(f"{source!r} → {target!r}", attributes) for source, target, attributes in graph.edges(data=True)]
    faults = [*_form(graph), *_faults("node", nodes), *_faults("edge", edges)]
    if faults:
        raise ValueError(f"{'; '.join(faults)}: give every node and edge the attributes of docs/graph.md")


def _form(graph: nx.Graph) -> Iterator[str]:
    if not (graph.is_multigraph() and graph.is_directed()):
        yield f"the graph is a {type(graph).__name__} and no MultiDiGraph"


def _faults(owner: str, told: Iterable[tuple[str, Mapping[str, Any]]]) -> Iterator[str]:
    """What nodes or edges lack, each thing once with how many lack it and which come first."""
    named = list(told)
    for name in _NEEDED:
        yield from _fault(owner, f"no {name!r}", [which for which, attributes in named if attributes.get(name) in (None, "")])
    yield from _fault(
        owner, "sources without 'article'", [which for which, attributes in named if not _are_sources(attributes)]
    )


def _fault(owner: str, what: str, where: list[str]) -> Iterator[str]:
    if where:
        count = f"{len(where):,} {owner}s have" if len(where) > 1 else f"{owner} {_short(where[0])} has"
        named = ", ".join(map(_short, sorted(where)[:_NAMED])) + (" …" if len(where) > _NAMED else "")
        yield f"{count} {what}" + (f" ({named})" if len(where) > 1 else "")


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _are_sources(attributes: Mapping[str, Any]) -> bool:
    """Whether each source is an object or a mapping that tells its article; having none is no fault."""
    sources = attributes.get("sources") or ()
    return isinstance(sources, list | tuple) and all(_article(source) is not None for source in sources)


def _article(source: Any) -> Any:
    return source.get("article") if isinstance(source, Mapping) else getattr(source, "article", None)
