"""Who is meant by a name in a question: any spelling that the gazetteer or the graph knows."""

from collections.abc import Iterable

import networkx as nx
from rapidfuzz import fuzz, process

from extract.gazetteer import find_party, fold, party_label, party_names
from kg.errors import AmbiguousNameError, QuestionError, UnknownNameError
from kg.identity import spelling_keys
from kg.names import likeness

_LIKENESS = 70
"""Of 100: the least that a name must be like another to be offered in its place."""
_OFFERED = 3


def party_code(name: str) -> str:
    """The code of the country or organization called `name`. Raises UnknownNameError."""
    code = find_party(name)
    if code is None:
        alike = (party_label(party_names()[spelling]) for spelling in _alike(name, party_names()))
        raise UnknownNameError(name, list(dict.fromkeys(alike))[:_OFFERED])
    return code


def party_called(graph: nx.MultiDiGraph, name: str) -> str:
    """As `party_code`; also a code that only the graph knows."""
    return name if graph.has_node(f"country:{name}") else party_code(name)


def official_called(graph: nx.MultiDiGraph, name: str) -> str:
    """The node key of the official called `name`: an id, a spelling in any order of words, or a part that only one bears.

    Raises AmbiguousNameError and UnknownNameError.
    """
    if graph.has_node(f"official:{name}"):
        return f"official:{name}"
    spellings = {key: node["spellings"] for key, node in graph.nodes(data=True) if node["kind"] == "official"}
    keys = spelling_keys(name)
    called = [key for key, known in spellings.items() if any(keys & spelling_keys(spelling) for spelling in known)]
    if not called:
        words = _words(name)
        called = [key for key, known in spellings.items() if words and any(words <= _words(spelling) for spelling in known)]
    if not called:
        called = [key for key, known in spellings.items() if any(_is_spelling(graph, key, name, other) for other in known)]
    if not called and find_party(name):
        raise QuestionError(f"{name!r} is a country or an organization, not a person; ask for it as the country instead")
    if not called:
        labels = {fold(graph.nodes[key]["label"]): graph.nodes[key]["label"] for key in spellings}
        raise UnknownNameError(name, [labels[alike] for alike in _alike(name, labels)[:_OFFERED]])
    if len(called) > 1:
        raise AmbiguousNameError(name, sorted(canonical_id(key) for key in called))
    return str(called[0])


def node_called(graph: nx.MultiDiGraph, name: str) -> str | None:
    """The node key of the country, organization or official called `name`, in that order; None as `party_node` has it.

    Raises AmbiguousNameError and UnknownNameError.
    """
    try:
        return party_node(graph, party_called(graph, name))
    except UnknownNameError as no_party:
        try:
            return official_called(graph, name)
        except UnknownNameError as nobody:
            raise UnknownNameError(name, (*nobody.nearest, *no_party.nearest)[:_OFFERED]) from None


def party_node(graph: nx.MultiDiGraph, code: str) -> str | None:
    """The node key of a country or an organization; None of one that no article names."""
    return next((key for key in (f"country:{code}", f"organization:{code}") if graph.has_node(key)), None)


def name_of(graph: nx.MultiDiGraph, key: str) -> str:
    """The fullest name of an official, the code of a country or organization."""
    node = graph.nodes[key]
    return str(node["label"] if node["kind"] == "official" else node["code"])


def canonical_id(key: str) -> str:
    """The canonical id: the node key without its kind."""
    return key.split(":", 1)[1]


def _is_spelling(graph: nx.MultiDiGraph, key: str, name: str, spelling: str) -> bool:
    """Whether two names may be one, as the official's country spells it."""
    return likeness(name, spelling, graph.nodes[key].get("country")) in {"same", "order", "spelling", "initials", "shorter"}


def _words(name: str) -> set[str]:
    return set(fold(name).split())


def _alike(name: str, folded: Iterable[str]) -> list[str]:
    """Those of `folded` that are like `name`, the likest first."""
    choices = sorted(folded)
    found = process.extract(fold(name), choices, scorer=fuzz.token_sort_ratio, limit=len(choices), score_cutoff=_LIKENESS)
    return [choice for choice, _, _ in found]
