"""Offices over time: who is who, and who was seen in which office when.

An article shows an official in an office on the day of its publication, and on the days of the held meetings that it reports
him at within the month before. "Then" in front of the office is worth the days of the meetings alone, "former" and "incoming"
are worth none. From the first to the last of these days is one tenure, unless there is a gap between that is longer than a
term, in which he is called a former holder, or in which lies all that is seen of another holder.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

import networkx as nx

from extract.gazetteer import fold, read_table
from extract.record import SOLE_OFFICES
from extract.text.calendar import distance
from kg.nodes import canonical_id, officials_of
from kg.questions.answers import OfficialAnswer, OfficialProfile, Spelling, Tenure
from kg.questions.asked import Day, days, office_called
from kg.questions.naming import official_called, party_called
from kg.reports import Sighting, tells_office
from kg.sources import Source, distinct

_RECENT = 31
"""Days before its publication within which an article's meetings are of the office it gives to those who met."""
_TERM = 5 * 366
"""Days without a sighting that are longer than a term of office."""


class _Seen(NamedTuple):
    """A sighting with the days it is worth; `former` is the day on which it calls him a former holder."""

    sighting: Sighting
    days: tuple[str, ...]
    former: str | None


class _Stint(NamedTuple):
    """One official in one office without a gap, as far as he was seen there; `days` are sorted."""

    official: str
    office: str
    seen: Sequence[_Seen]
    days: Sequence[str]

    @property
    def first(self) -> str | None:
        """The first day, if any is known."""
        return self.days[0] if self.days else None

    @property
    def last(self) -> str | None:
        """The last day, if any is known."""
        return self.days[-1] if self.days else None

    @property
    def role(self) -> str | None:
        """The role in the words of the latest article that has any."""
        told = [seen for seen in self.seen if seen.sighting.role]
        latest = max(told, key=lambda seen: (seen.days[-1:], seen.sighting.source.published or ""), default=None)
        return latest.sighting.role if latest else None

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sentences that name him in the office."""
        return distinct(seen.sighting.source for seen in self.seen)


# ---- questions -----------------------------------------------------------------------------------------------------


def official(graph: nx.MultiDiGraph, name: str) -> OfficialProfile:
    """Who an official is taken to be: every spelling that is taken for his, each with the sentences that have it."""
    key = official_called(graph, name)
    node = graph.nodes[key]
    spelt: dict[str, list[Source]] = defaultdict(list)
    for sighting in node["sightings"]:
        spelt[sighting.name].append(sighting.source)
    return OfficialProfile(
        name=node["label"],
        country=node.get("country"),
        role=node.get("role"),
        role_class=node["role_class"],
        official_id=canonical_id(key),
        spellings=tuple(Spelling(node["label"], spelling, distinct(sources)) for spelling, sources in sorted(spelt.items())),
        sources=node["sources"],
    )


def officials(
    graph: nx.MultiDiGraph, *, country: str | None = None, office: str | None = None, on: Day | None = None
) -> list[OfficialAnswer]:
    """The officials of a country or organization, or those ever reported in an office (`defense_minister`), by country.

    With `on` only those whom the articles show in an office (that office) on that day, in that month or year: first seen in it
    no later, and last seen no earlier. Who holds two offices then is answered twice.
    """
    code = None if country is None else party_called(graph, country)
    role_class = None if office is None else office_called(office)
    people = officials_of(graph, code) if code else _officials(graph)
    found = _ever(graph, people, role_class) if on is None else _on(graph, people, role_class, days(on))
    return sorted(found, key=lambda who: (who.country is None, who.country, who.name, who.official_id, who.role_class))


def career(graph: nx.MultiDiGraph, person: str) -> list[Tenure]:
    """The offices of one official, in the order in which he was first seen in them; those of no known day last."""
    key = official_called(graph, person)
    country = graph.nodes[key].get("country")
    colleagues = officials_of(graph, country) if country else [key]
    offices = {seen.sighting.role_class for seen in _seen(graph, key)}
    stints = [stint for stint in _stints(graph, colleagues) if stint.office in offices]
    found = [_tenure(graph, stint, stints) for stint in stints if stint.official == key]
    return sorted(found, key=lambda tenure: (tenure.first_seen is None, tenure.first_seen, tenure.last_seen, tenure.office))


# ---- who was seen --------------------------------------------------------------------------------------------------


def _officials(graph: nx.MultiDiGraph) -> list[str]:
    return [key for key, kind in graph.nodes(data="kind") if kind == "official"]


def _seen(graph: nx.MultiDiGraph, official: str) -> Iterator[_Seen]:
    """Where an official is given an office."""
    met: dict[str, set[str]] = defaultdict(set)
    for _, _, edge in graph.out_edges(official, data=True):
        if edge["kind"] == "attended" and edge["status"] == "held" and _is_day(edge.get("date")):
            for source in edge["sources"]:
                met[source.article].add(edge["date"])
    for sighting in graph.nodes[official]["sightings"]:
        if tells_office(sighting):
            yield _dated(sighting, met[sighting.source.article])


def _dated(sighting: Sighting, met: set[str]) -> _Seen:
    """A sighting with its days; `met` are those of the meetings that its article reports the official at."""
    held = _time_told(sighting.role or "")
    published = sighting.source.published if _is_day(sighting.source.published) else None
    if held == "then":
        return _Seen(sighting, tuple(sorted(met)), published)
    if held == "former":
        return _Seen(sighting, (), published)
    if held == "coming":
        return _Seen(sighting, (), None)
    if published is None:
        return _Seen(sighting, tuple(sorted(met)), None)
    recent = {day for day in met if day <= published and distance(day, published) <= _RECENT}
    return _Seen(sighting, tuple(sorted(recent | {published})), None)


@lru_cache(maxsize=10_000)
def _time_told(role: str) -> str | None:
    """When an office is held by the words of a role: `then`, `former` or `coming`; None for now."""
    words = fold(role).split() or [""]
    told = read_table("tenures")
    time = next((time for time in ("then", "former", "coming") if words[0] in told[time]), None)
    return time or ("coming" if set(words).intersection(told["chosen"]) else None)


def _is_day(date: str | None) -> bool:
    return date is not None and len(date) == len("2021-09-08")


# ---- stints --------------------------------------------------------------------------------------------------------


def _stints(graph: nx.MultiDiGraph, officials: Iterable[str]) -> Iterator[_Stint]:
    """The stints of officials, whom they held offices beside among them."""
    holders: dict[tuple[str | None, str], dict[str, list[_Seen]]] = defaultdict(lambda: defaultdict(list))
    for key in officials:
        for seen in _seen(graph, key):
            holders[graph.nodes[key].get("country"), seen.sighting.role_class][key].append(seen)
    for (country, office), holding in holders.items():
        sole = country is not None and office in SOLE_OFFICES
        whole = [stint for key, seen in holding.items() if (stint := _stint(key, office, seen)).days] if sole else []
        for key, several in holding.items():
            others = [(other.days[0], other.days[-1]) for other in whole if other.official != key]
            yield from (_stint(key, office, together) for together in _parted(several, others))


def _stint(official: str, office: str, seen: Sequence[_Seen]) -> _Stint:
    return _Stint(official, office, seen, sorted(chain.from_iterable(one.days for one in seen)))


def _parted(seen: Sequence[_Seen], others: Sequence[tuple[str, str]]) -> Iterator[list[_Seen]]:
    """The sightings in one office, parted where they have a gap; `others` are the first and last days of other holders."""
    dated = sorted((one for one in seen if one.days), key=lambda one: one.days)
    former = [one.former for one in seen if one.former]
    parts: list[list[_Seen]] = []
    last = ""
    for one in dated:
        if not parts or _is_gap(last, one.days[0], former, others):
            parts.append([])
        parts[-1].append(one)
        last = max(last, one.days[-1])
    rest: list[_Seen] = []
    for one in (one for one in seen if not one.days):
        begun = [part for part in parts if one.former is None or part[0].days[0] <= one.former]
        certain = begun[-1:] if one.former or len(parts) == 1 else []
        (certain[0] if certain else rest).append(one)
    yield from (part for part in (*parts, rest) if part)


def _is_gap(last: str, following: str, former: Iterable[str], others: Iterable[tuple[str, str]]) -> bool:
    """Whether nothing shows that an office was held between two days on which it was."""
    if following <= last:
        return False
    return (
        distance(last, following) > _TERM
        or any(last < day < following for day in former)
        or any(last < begun and ended < following for begun, ended in others)
    )


# ---- answers -------------------------------------------------------------------------------------------------------


def _ever(graph: nx.MultiDiGraph, people: Iterable[str], office: str | None) -> Iterator[OfficialAnswer]:
    for key in people:
        seen = list(_seen(graph, key))
        if office is None or office in {one.sighting.role_class for one in seen}:
            node = graph.nodes[key]
            last = _stint(key, node["role_class"], [one for one in seen if one.sighting.role_class == node["role_class"]])
            yield _official_answer(graph, last, node.get("role"), node["sources"])


def _on(graph: nx.MultiDiGraph, people: Iterable[str], office: str | None, asked: tuple[str, str]) -> Iterator[OfficialAnswer]:
    earliest, latest = asked
    for stint in _stints(graph, people):
        if office in (None, stint.office) and stint.days and stint.days[0] <= latest and stint.days[-1] >= earliest:
            yield _official_answer(graph, stint, stint.role, stint.sources)


def _official_answer(graph: nx.MultiDiGraph, stint: _Stint, role: str | None, sources: tuple[Source, ...]) -> OfficialAnswer:
    node = graph.nodes[stint.official]
    return OfficialAnswer(
        name=node["label"],
        country=node.get("country"),
        role=role,
        role_class=stint.office,
        first_seen=stint.first,
        last_seen=stint.last,
        spellings=node["spellings"],
        official_id=canonical_id(stint.official),
        sources=sources,
    )


def _tenure(graph: nx.MultiDiGraph, stint: _Stint, stints: Sequence[_Stint]) -> Tenure:
    """A stint as an answer, beside the others of the same person and of the same office."""
    node = graph.nodes[stint.official]
    at_once = [other for other in stints if _overlap(stint, other)]
    sole = stint.office in SOLE_OFFICES and "country" in node
    others = [other for other in stints if sole and other.office == stint.office and other.official != stint.official]
    before = [other for other in others if other.days and stint.days and other.days[-1] < stint.days[0]]
    after = [other for other in others if other.days and stint.days and other.days[0] > stint.days[-1]]
    return Tenure(
        name=node["label"],
        country=node.get("country"),
        office=stint.office,
        role=stint.role,
        first_seen=stint.first,
        last_seen=stint.last,
        former_by=min((seen.former for seen in stint.seen if seen.former), default=None),
        alongside=tuple(sorted({other.office for other in at_once if other.official == stint.official} - {stint.office})),
        overlaps=tuple(sorted({_label(graph, other) for other in others if other in at_once})),
        predecessor=_label(graph, max(before, key=lambda other: other.days[-1])) if before else None,
        successor=_label(graph, min(after, key=lambda other: other.days[0])) if after else None,
        official_id=canonical_id(stint.official),
        sources=stint.sources,
    )


def _overlap(one: _Stint, other: _Stint) -> bool:
    return bool(one.days and other.days) and one.days[0] <= other.days[-1] and other.days[0] <= one.days[-1]


def _label(graph: nx.MultiDiGraph, stint: _Stint) -> str:
    return str(graph.nodes[stint.official]["label"])
