"""Which reports tell of one event, by the rules of its kind: what meetings (occasions.py) and relations (deeds.py) share.

Reports that tell just the same are taken as one. The others are compared where they share a block and are near in time, or
share an official if one is undated. Reports that are alike, directly or through others, make a component; which of them are of
one event depends on nothing outside it, so that a component can be worked out alone (kg/store/settled_events.py).
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Generic, Protocol, TypeAlias, TypeVar

from networkx.utils import UnionFind

from kg.identity.joining import joined
from kg.identity.spans import Span

ReportKey: TypeAlias = tuple[str, int]
"""Article, and index of the meeting or relation in its record."""


class Told(Protocol):
    """What one report, or several together, tell of an event."""

    @property
    def records(self) -> frozenset[str]:
        """The articles that tell it."""

    @property
    def content(self) -> Hashable:
        """All that is told, whoever tells it."""


T = TypeVar("T", bound=Told)


@dataclass(frozen=True)
class Rules(Generic[T]):
    """How the reports of one kind of event are told apart and brought together.

    `blocks` are what reports must share to be compared, `reach` the days on which others may let the event be, `people` the
    officials. `likeness` is None where two are not like enough to be joined; for any two articles that tell just the same it is
    the same.
    """

    blocks: Callable[[T], Collection[str]]
    reach: Callable[[T], Span | None]
    people: Callable[[T], Iterable[Hashable]]
    likeness: Callable[[T, T], int | None]
    contradict: Callable[[T, T], bool]
    united: Callable[[T, T], T]


def events(told: Mapping[ReportKey, T], rules: Rules[T]) -> list[list[ReportKey]]:
    """The reports of each event, sorted; the same for any order of `told`."""
    return sorted(event for component in components(told, rules) for event in component)


def components(told: Mapping[ReportKey, T], rules: Rules[T]) -> Iterator[list[list[ReportKey]]]:
    """The reports of each event, sorted, by components: no report is like one of another component."""
    same = sorted(_telling_the_same(told, rules))
    tellings = [reduce(rules.united, (told[report] for report in reports)) for reports in same]
    alike = {
        (one, other): weight
        for one, other in _neighbours(tellings, rules)
        if (weight := rules.likeness(tellings[one], tellings[other])) is not None
    }
    for indices, likeness in _connected(len(tellings), alike):
        groups = joined([tellings[index] for index in indices], likeness, rules.contradict, rules.united)
        yield [sorted(report for place in group for report in same[indices[place]]) for group in groups]


def _telling_the_same(told: Mapping[ReportKey, T], rules: Rules[T]) -> Iterator[list[ReportKey]]:
    """Reports of several articles that tell just the same, together; the others alone. They need not be compared one by one."""
    same: dict[Hashable, list[ReportKey]] = defaultdict(list)
    for report in sorted(told):
        same[told[report].content].append(report)
    for reports in same.values():
        told_apart = len({article for article, _ in reports}) < len(reports)
        if len(reports) > 1 and not told_apart and rules.likeness(told[reports[0]], told[reports[1]]) is not None:
            yield reports
        else:
            yield from ([report] for report in reports)


# ---- which are compared --------------------------------------------------------------------------------------------


def _neighbours(tellings: Sequence[T], rules: Rules[T]) -> Iterator[tuple[int, int]]:
    """The pairs of indices, lower first, that are worth comparing; a pair may come twice."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for index, told in enumerate(tellings):
        for key in rules.blocks(told):
            blocks[key].append(index)
    for block in blocks.values():
        if len(block) > 1:
            yield from _near_in_time(block, {index: rules.reach(tellings[index]) for index in block})
            yield from _of_shared_officials(block, tellings, rules)


def _near_in_time(block: Iterable[int], reaches: Mapping[int, Span | None]) -> Iterator[tuple[int, int]]:
    dated = {index: reach for index in block if (reach := reaches[index])}
    near: list[int] = []
    for index in sorted(dated, key=lambda index: (dated[index], index)):
        near = [other for other in near if dated[other].last >= dated[index].first]
        yield from ((min(index, other), max(index, other)) for other in near)
        near.append(index)


def _of_shared_officials(block: Sequence[int], tellings: Sequence[T], rules: Rules[T]) -> Iterator[tuple[int, int]]:
    undated = [index for index in block if rules.reach(tellings[index]) is None]
    if not undated:
        return
    meeting: dict[Hashable, list[int]] = defaultdict(list)
    for index in block:
        for official in rules.people(tellings[index]):
            meeting[official].append(index)
    for index in undated:
        others = {other for official in rules.people(tellings[index]) for other in meeting[official]} - {index}
        yield from ((min(index, other), max(index, other)) for other in sorted(others))


def _connected(count: int, alike: Mapping[tuple[int, int], int]) -> Iterator[tuple[list[int], dict[tuple[int, int], int]]]:
    """The indices below `count` that the pairs connect, each with the weights of the pairs by places in it, by their first."""
    roots: UnionFind[int] = UnionFind(range(count))
    for pair in alike:
        roots.union(*pair)
    indices: dict[int, list[int]] = defaultdict(list)
    place: dict[int, int] = {}
    for index in range(count):
        component = indices[roots[index]]
        place[index] = len(component)
        component.append(index)
    weights: dict[int, dict[tuple[int, int], int]] = defaultdict(dict)
    for (one, other), weight in alike.items():
        weights[roots[one]][place[one], place[other]] = weight
    for root, component in indices.items():
        yield component, weights.get(root, {})
