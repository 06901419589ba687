"""Who is meant by a name in a question: any spelling that the gazetteer or the graph knows."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from itertools import combinations, product
from typing import NamedTuple, TypeVar

import networkx as nx
from rapidfuzz import fuzz, process

from extract.gazetteer import find_party, fold, party_label, party_names
from kg.errors import AmbiguousNameError, QuestionError, UnknownNameError
from kg.identity.names import initial_of, likeness, read_name
from kg.identity.resolution import spelling_keys
from kg.nodes import canonical_id, party_node

_Key = TypeVar("_Key")

_LIKENESS = 70
"""Of 100: the least that a name must be like another to be offered in its place."""
_OFFERED = 3
_ONE_NAME = frozenset({"same", "order", "spelling", "initials", "shorter"})
"""The ways in which two spellings of a whole name are alike."""


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
    """The node key of the official called `name`: an id, a full name in any spelling and order, or a part that only one bears.

    Raises AmbiguousNameError and UnknownNameError.
    """
    if graph.has_node(f"official:{name}"):
        return f"official:{name}"
    spellings = _spellings(graph)
    called = {bearer.official for bearer in spellings.called(name)}
    if not called and find_party(name):
        raise QuestionError(f"{name!r} is a country or an organization, not a person; ask for it as the country instead")
    if not called:
        labels = {fold(graph.nodes[official]["label"]): graph.nodes[official]["label"] for official in spellings.officials}
        raise UnknownNameError(name, [labels[alike] for alike in _alike(name, labels)[:_OFFERED]])
    if len(called) > 1:
        best_known = sorted(called, key=lambda official: (-len(graph.nodes[official]["sources"]), official))
        raise AmbiguousNameError(name, list(map(canonical_id, best_known)))
    return called.pop()


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


class _Bearer(NamedTuple):
    """An official, as a node key, with one of his spellings."""

    official: str
    country: str | None
    spelling: str


class _Spellings:
    """Who bears a name, found without looking at everybody; each index is made when it is first needed."""

    def __init__(self, graph: nx.MultiDiGraph) -> None:
        self.officials = [key for key, kind in graph.nodes(data="kind") if kind == "official"]
        nodes = ((key, graph.nodes[key]) for key in self.officials)
        self._bearers = [_Bearer(key, node.get("country"), spelling) for key, node in nodes for spelling in node["spellings"]]

    def called(self, name: str) -> list[_Bearer]:
        """Those spelled so, else those who have all these words, else those whose name may be this, as their country spells.

        A single word means all who have it: "Park" stands alone in one article, and in the next for Park Jae-min.
        """
        words = _words(name)
        spelled = [bearer for letters in spelling_keys(name) for bearer in self._by_letters.get(letters, ())]
        if len(words) > 1 and spelled:
            return spelled
        return [*spelled, *self._of_words(words)] or self._near(name)

    def _of_words(self, words: set[str]) -> list[_Bearer]:
        rarest = min((self._by_word.get(word, ()) for word in words), key=len, default=())
        return [bearer for bearer in rarest if words <= _words(bearer.spelling)]

    def _near(self, name: str) -> list[_Bearer]:
        countries = {bearer.country for bearer in self._bearers}
        keys = {(country, initials) for country in countries for initials in _initials(name, country)}
        near = {bearer for key in keys for bearer in self._by_initials.get(key, ())}
        return [bearer for bearer in near if likeness(name, bearer.spelling, bearer.country) in _ONE_NAME]

    @cached_property
    def _by_letters(self) -> Mapping[str, list[_Bearer]]:
        return self._index(lambda bearer: spelling_keys(bearer.spelling))

    @cached_property
    def _by_word(self) -> Mapping[str, list[_Bearer]]:
        return self._index(lambda bearer: _words(bearer.spelling))

    @cached_property
    def _by_initials(self) -> Mapping[tuple[str | None, str], list[_Bearer]]:
        return self._index(lambda bearer: {(bearer.country, pair) for pair in _initials(bearer.spelling, bearer.country)})

    def _index(self, keys: Callable[[_Bearer], Iterable[_Key]]) -> Mapping[_Key, list[_Bearer]]:
        index: dict[_Key, list[_Bearer]] = defaultdict(list)
        for bearer in self._bearers:
            for key in keys(bearer):
                index[key].append(bearer)
        return dict(index)


def _spellings(graph: nx.MultiDiGraph) -> _Spellings:
    """The spellings of a graph, kept with it; networkx drops what it keeps so as soon as nodes or edges come or go."""
    kept = graph.__networkx_cache__
    if __name__ not in kept:
        kept[__name__] = _Spellings(graph)
    found: _Spellings = kept[__name__]
    return found


def _initials(name: str, country: str | None) -> set[str]:
    """The initials of each two words of a name, in any order: all forms of a name have two in common."""
    of_words = [{word[:1], initial_of(word, country)} for word in read_name(name, country).words]
    if len(of_words) == 1:
        return of_words[0]
    return {"".join(sorted(pair)) for some, others in combinations(of_words, 2) for pair in product(some, others)}


def _words(name: str) -> set[str]:
    return set(fold(name).split())


def _alike(name: str, folded: Iterable[str]) -> list[str]:
    """Those of `folded` that are like `name`, the likest first."""
    choices = sorted(folded)
    found = process.extract(fold(name), choices, scorer=fuzz.token_sort_ratio, limit=len(choices), score_cutoff=_LIKENESS)
    return [choice for choice, _, _ in found]
