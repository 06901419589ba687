"""Which reports belong together: the likest are joined first, and never two that contradict each other.

Groups grow level by level, from the likest pairs down. What a level would join is joined as a whole or not at all: where a
group is as like one group as another, and these two contradict each other, nothing says which it belongs to, and it is held
apart from both for good. So a chain of likenesses never joins what its ends deny, and no order of the reports matters.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Generic, TypeVar

import networkx as nx
from networkx.utils import UnionFind

Told = TypeVar("Told")


def joined(
    told: Sequence[Told],
    likeness: Mapping[tuple[int, int], int],
    contradict: Callable[[Told, Told], bool],
    unite: Callable[[Told, Told], Told],
) -> list[list[int]]:
    """The indices of what belongs together, each group sorted, by their first.

    `likeness` weighs pairs of indices; a pair that it lacks is joined only through others. `unite` is what a group tells that
    two groups make together, and `contradict` whether two groups cannot be one.
    """
    groups = _Groups(told, contradict, unite)
    levels: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for pair, weight in likeness.items():
        levels[weight].append(pair)
    for _, pairs in sorted(levels.items(), reverse=True):
        groups.join(pairs)
    return groups.sorted()


class _Groups(Generic[Told]):
    """Groups of indices, each under its root, with what it tells and the groups that it is held apart from."""

    def __init__(
        self, told: Sequence[Told], contradict: Callable[[Told, Told], bool], unite: Callable[[Told, Told], Told]
    ) -> None:
        self._told = dict(enumerate(told))
        self._contradict, self._unite = contradict, unite
        self._roots: UnionFind[int] = UnionFind(self._told)
        self._apart: dict[int, set[int]] = defaultdict(set)

    def join(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Joins the groups of the pairs, all equally like each other, as far as none contradicts another."""
        alike: nx.Graph[int] = nx.Graph()
        for pair in pairs:
            one, other = sorted(self._roots[index] for index in pair)
            if one != other and not alike.has_edge(one, other) and not self._denied(one, other):
                alike.add_edge(one, other)
        doubtful = [sorted(component) for component in nx.connected_components(alike) if not self._joined(component)]
        for component in sorted(doubtful):
            part = alike.subgraph(component).copy()
            torn = list(self._torn(part))
            for one, other in torn:
                self._apart[one].add(other)
                self._apart[other].add(one)
            part.remove_edges_from(torn)
            for rest in sorted(map(sorted, nx.connected_components(part))):
                self._joined(rest)

    def sorted(self) -> list[list[int]]:
        """The groups, each sorted, by their first."""
        return sorted(sorted(group) for group in self._roots.to_sets())

    def _denied(self, one: int, other: int) -> bool:
        apart = (self._roots[index] == other for index in self._apart.get(one, ()))
        return any(apart) or self._contradict(self._told[one], self._told[other])

    def _joined(self, roots: Iterable[int]) -> bool:
        """Whether the groups could be made one, in which case they are."""
        first, *others = sorted(roots)
        whole = self._told[first]
        for index, root in enumerate(others):
            if self._contradict(whole, self._told[root]) or self._held_apart(root, [first, *others[:index]]):
                return False
            whole = self._unite(whole, self._told[root])
        self._roots.union(first, *others)
        root = self._roots[first]
        apart = set().union(*(self._apart.pop(part, set()) for part in (first, *others)))
        if apart:
            self._apart[root] = apart
        self._told[root] = whole
        return True

    def _held_apart(self, root: int, others: Sequence[int]) -> bool:
        return root in self._apart and any(self._roots[index] in others for index in self._apart[root])

    def _torn(self, alike: "nx.Graph[int]") -> Iterator[tuple[int, int]]:
        """The pairs of a group and each of two groups that it is like and that contradict each other."""
        for group in alike:
            for one, other in combinations(sorted(alike[group]), 2):
                if not alike.has_edge(one, other) and self._denied(one, other):
                    yield from ((group, one), (group, other))
