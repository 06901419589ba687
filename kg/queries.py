"""The questions: who met whom, when and where; what came of it; who holds which office.

Pure functions over the graph of docs/graph.md. Names are taken in any spelling that the gazetteer or the graph knows, dates as
any ISO prefix or `datetime.date`. `since` and `until` are inclusive, take the whole period named ("2021" is the year) and match
what overlaps it; undated facts answer only questions without dates, or `undated=True`. Answers are sorted by date, then name.

All raise UnknownNameError or AmbiguousNameError for a name, and QuestionError for a status, kind, office or date.
"""

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import permutations
from typing import Any, TypeAlias

import networkx as nx

from extract.gazetteer import fold
from extract.text.calendar import earliest_latest
from kg.errors import QuestionError
from kg.identity import side_of
from kg.kinds import OFFICES, RELATIONS, STATUSES
from kg.naming import official_called, party_called
from kg.reports import Source

Day: TypeAlias = str | datetime.date
InPeriod: TypeAlias = Callable[[Mapping[str, Any]], bool]


# ---- answers -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Encounter:
    """Two who met: an official and another official, or the country or organization whose side named nobody.

    `person` and `other` are an official's fullest name or a party's code; `place` is the city or venue, or else the country.
    `multilateral`: a forum, or a meeting of more than two sides. Dates are ISO, of any precision.
    """

    person: str
    person_country: str | None
    other: str
    other_kind: str
    other_country: str | None
    date: str | None
    end: str | None
    place: str | None
    meeting: str
    meeting_id: str
    multilateral: bool
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class MeetingAnswer:
    """A meeting; `parties` and `place_country` are codes, `officials` names, dates ISO of any precision."""

    date: str | None
    end: str | None
    meeting: str
    meeting_id: str
    status: str
    mode: str
    level: str | None
    parties: tuple[str, ...]
    officials: tuple[str, ...]
    place: str | None
    place_country: str | None
    sidelines_of: str | None
    series: str | None
    ordinal: int | None
    topics: tuple[str, ...]
    multilateral: bool
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class RelationAnswer:
    """What one party did with or to another; `source` and `target` are codes, `amount` in units of `currency` (ISO 4217)."""

    date: str | None
    kind: str
    source: str
    target: str
    detail: str | None
    topics: tuple[str, ...]
    amount: float | None
    currency: str | None
    documents: tuple[str, ...]
    relation_id: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class OfficialAnswer:
    """An official with the office last reported; `country` is a code, `role_class` the codebook's."""

    name: str
    country: str | None
    role: str | None
    role_class: str
    spellings: tuple[str, ...]
    official_id: str
    sources: tuple[Source, ...]


# ---- questions -----------------------------------------------------------------------------------------------------


def who_met(
    graph: nx.MultiDiGraph,
    person: str,
    *,
    country: str | None = None,
    status: str = "held",
    since: Day | None = None,
    until: Day | None = None,
    undated: bool = False,
) -> list[Encounter]:
    """Whom an official met, across the sides of each meeting; in a forum everybody else but the official's own country.

    `country` is that of the others; `status` is held, planned, cancelled or any.
    """
    official = official_called(graph, person)
    code = None if country is None else party_called(graph, country)
    asked = _asked(status, _in_period(since, until, undated))
    meetings = [meeting for _, meeting, kind in graph.out_edges(official, data="kind") if kind == "attended"]
    encounters = (
        _encounter(graph, meeting, official, other)
        for meeting in meetings
        if asked(graph.nodes[meeting])
        for own, others in permutations(_delegations(graph, meeting), 2)
        if official in own
        for other in others
        if code is None or code == _country(graph, other)
    )
    return _sorted(encounters)


def who_met_whom(
    graph: nx.MultiDiGraph,
    *,
    country: str | None = None,
    since: Day | None = None,
    until: Day | None = None,
    undated: bool = False,
    status: str = "held",
) -> list[Encounter]:
    """Everybody who met, each pair of a meeting once; with `country` only its own, who are the `person` if they are named."""
    code = None if country is None else party_called(graph, country)
    asked = _asked(status, _in_period(since, until, undated))
    meetings = [meeting for meeting, node in graph.nodes(data=True) if node["kind"] == "meeting" and asked(node)]
    encounters = (
        _encounter(graph, meeting, person, other)
        for meeting in meetings
        for own, others in permutations(_delegations(graph, meeting), 2)
        for person in own
        if _is_official(person)
        for other in others
        if _once(graph, person, other, code)
    )
    return _sorted(encounters)


def meetings(
    graph: nx.MultiDiGraph,
    *,
    between: tuple[str, str] | None = None,
    country: str | None = None,
    since: Day | None = None,
    until: Day | None = None,
    status: str = "held",
    undated: bool = False,
) -> list[MeetingAnswer]:
    """The meetings of a country or organization, or `between` two that faced each other or were in one forum."""
    pair = None if between is None else _parties_called(graph, *between)
    code = None if country is None else party_called(graph, country)
    asked = _asked(status, _in_period(since, until, undated))
    found = (
        _meeting_answer(key, node)
        for key, node in graph.nodes(data=True)
        if node["kind"] == "meeting" and asked(node)
        if code is None or code in node.get("parties", ())
        if pair is None or _faced(node, pair)
    )
    return sorted(found, key=lambda answer: (answer.date is None, answer.date, answer.meeting, answer.meeting_id))


def relations(
    graph: nx.MultiDiGraph,
    a: str | None = None,
    b: str | None = None,
    *,
    kind: str | None = None,
    since: Day | None = None,
    until: Day | None = None,
    undated: bool = False,
) -> list[RelationAnswer]:
    """What was agreed, signed, given … by or to `a`, or between `a` and `b`, in either direction."""
    if kind is not None and kind not in RELATIONS:
        raise QuestionError(f"unknown kind {kind!r}; ask for {_either(RELATIONS)}")
    ends = _parties_called(graph, *(name for name in (a, b) if name is not None))
    in_period = _in_period(since, until, undated)
    found = (
        _relation_answer(key, graph.nodes[source]["code"], graph.nodes[target]["code"], edge)
        for source, target, key, edge in graph.edges(keys=True, data=True)
        if edge["kind"] in ((kind,) if kind else RELATIONS)
        if ends <= {graph.nodes[source]["code"], graph.nodes[target]["code"]}
        if in_period(edge)
    )
    return sorted(found, key=lambda answer: (answer.date is None, answer.date, answer.kind, answer.relation_id))


def officials(graph: nx.MultiDiGraph, *, country: str | None = None, office: str | None = None) -> list[OfficialAnswer]:
    """The officials of a country or organization, or those ever reported in an office (`defense_minister`), by country."""
    code = None if country is None else party_called(graph, country)
    role_class = None if office is None else _office(office)
    found = (
        _official_answer(key, node)
        for key, node in graph.nodes(data=True)
        if node["kind"] == "official"
        if code is None or node.get("country") == code
        if role_class is None or role_class in _offices(graph, key)
    )
    return sorted(found, key=lambda answer: (answer.country is None, answer.country, answer.name, answer.official_id))


# ---- which facts are asked for -------------------------------------------------------------------------------------


def _asked(status: str, in_period: InPeriod) -> InPeriod:
    """Whether a meeting node has the status, and lies in the period, that are asked for."""
    if status != "any" and status not in STATUSES:
        raise QuestionError(f"unknown status {status!r}; ask for {_either((*STATUSES, 'any'))}")
    return lambda node: (status in ("any", node["status"])) and in_period(node)


def _in_period(since: Day | None, until: Day | None, undated: bool) -> InPeriod:
    """Whether an event overlaps the days from the first of `since` to the last of `until`."""
    first = "" if since is None else _days(since)[0]
    last = "9999" if until is None else _days(until)[1]
    if last < first:
        raise QuestionError(f"the period from {since} to {until} ends before it begins; swap since and until")
    undated = undated or (since is None and until is None)
    return lambda event: event["earliest"] <= last and event["latest"] >= first if "earliest" in event else undated


def _parties_called(graph: nx.MultiDiGraph, *names: str) -> set[str]:
    codes = {party_called(graph, name) for name in names}
    if len(codes) < len(names):
        raise QuestionError(f"{' and '.join(map(repr, names))} are one party; ask for two, or for one alone")
    return codes


def _days(date: Day) -> tuple[str, str]:
    try:
        return earliest_latest(date if isinstance(date, str) else str(date)[:10])
    except ValueError:
        raise QuestionError(f"{str(date)!r} is no date; write 2021, 2021-09 or 2021-09-08") from None


def _either(words: Iterable[str]) -> str:
    *others, last = words
    return f"{', '.join(others)} or {last}"


def _office(name: str) -> str:
    office = "_".join(fold(name.replace("_", " ")).split()).replace("defence", "defense")
    if office not in OFFICES:
        raise QuestionError(f"unknown office {name!r}; ask for {_either(OFFICES)}")
    return office


def _offices(graph: nx.MultiDiGraph, official: str) -> set[str]:
    """The classes of office an official was ever reported in."""
    held = {edge["role_class"] for _, _, edge in graph.out_edges(official, data=True) if edge["kind"] == "holds_office"}
    return held | {graph.nodes[official]["role_class"]}


# ---- who faced whom ------------------------------------------------------------------------------------------------


def _delegations(graph: nx.MultiDiGraph, meeting: str) -> list[list[str]]:
    """Those who faced each other at a meeting, as node keys: of each side its named officials, or else its parties.

    In a forum every party is a side, and an official of none of them stands alone.
    """
    node = graph.nodes[meeting]
    sides = node.get("sides") or tuple((party,) for party in node.get("parties", ()))
    named: dict[int, list[str]] = defaultdict(list)
    alone: list[list[str]] = []
    for official in _joining(graph, meeting, "attended"):
        side = side_of(graph.nodes[official].get("country"), sides)
        if side is not None:
            named[side].append(official)
        elif "sides" not in node:
            alone.append([official])
    keys = {graph.nodes[party]["code"]: party for party in _joining(graph, meeting, "took_part")}
    unnamed = ([keys[code] for code in side if code in keys] for side in sides)
    return [*(named[index] or parties for index, parties in enumerate(unnamed)), *alone]


def _joining(graph: nx.MultiDiGraph, meeting: str, kind: str) -> list[str]:
    """The node keys from which edges of a kind go to a meeting."""
    return sorted(source for source, _, edge_kind in graph.in_edges(meeting, data="kind") if edge_kind == kind)


def _is_official(key: str) -> bool:
    return key.startswith("official:")


def _once(graph: nx.MultiDiGraph, person: str, other: str, country: str | None) -> bool:
    """Whether this of the two orders of a pair is the one to answer, and concerns the country asked for."""
    own, others = _country(graph, person), _country(graph, other)
    if country is not None and country not in (own, others):
        return False
    if not _is_official(other):
        return True
    if country is not None and own != others:
        return own == country
    return person < other


def _country(graph: nx.MultiDiGraph, key: str) -> str | None:
    """The code of a country or organization, or of the one an official is of."""
    node = graph.nodes[key]
    found: str | None = node.get("country") if _is_official(key) else node["code"]
    return found


def _faced(node: Mapping[str, Any], pair: set[str]) -> bool:
    """Whether two parties were on different sides of a meeting, or in one forum."""
    return pair.issubset(node.get("parties", ())) and not any(pair.issubset(side) for side in node.get("sides", ()))


# ---- nodes and edges as answers ------------------------------------------------------------------------------------


def _encounter(graph: nx.MultiDiGraph, meeting: str, person: str, other: str) -> Encounter:
    node, met = graph.nodes[meeting], graph.nodes[other]
    return Encounter(
        person=graph.nodes[person]["label"],
        person_country=_country(graph, person),
        other=met["label"] if _is_official(other) else met["code"],
        other_kind=met["kind"],
        other_country=_country(graph, other),
        date=node.get("date"),
        end=node.get("end"),
        place=node.get("place") or _country_of_place(graph, meeting),
        meeting=node["label"],
        meeting_id=_id(meeting),
        multilateral=node["multilateral"],
        sources=node["sources"],
    )


def _country_of_place(graph: nx.MultiDiGraph, meeting: str) -> str | None:
    places = (place for _, place, kind in graph.out_edges(meeting, data="kind") if kind == "held_in")
    return next((graph.nodes[place]["label"] for place in places), None)


def _sorted(encounters: Iterable[Encounter]) -> list[Encounter]:
    def order(met: Encounter) -> tuple[Any, ...]:
        return met.date is None, met.date, met.person, met.other, met.other_kind, met.meeting_id

    return sorted(encounters, key=order)


def _meeting_answer(key: str, node: Mapping[str, Any]) -> MeetingAnswer:
    return MeetingAnswer(
        date=node.get("date"),
        end=node.get("end"),
        meeting=node["label"],
        meeting_id=_id(key),
        status=node["status"],
        mode=node["mode"],
        level=node.get("level"),
        parties=node.get("parties", ()),
        officials=node.get("officials", ()),
        place=node.get("place"),
        place_country=node.get("place_country"),
        sidelines_of=node.get("sidelines_of"),
        series=node.get("series"),
        ordinal=node.get("ordinal"),
        topics=node.get("topics", ()),
        multilateral=node["multilateral"],
        sources=node["sources"],
    )


def _relation_answer(key: str, source: str, target: str, edge: Mapping[str, Any]) -> RelationAnswer:
    return RelationAnswer(
        date=edge.get("date"),
        kind=edge["kind"],
        source=source,
        target=target,
        detail=edge.get("detail"),
        topics=edge.get("topics", ()),
        amount=edge.get("amount"),
        currency=edge.get("currency"),
        documents=edge.get("documents", ()),
        relation_id=key,
        sources=edge["sources"],
    )


def _official_answer(key: str, node: Mapping[str, Any]) -> OfficialAnswer:
    return OfficialAnswer(
        name=node["label"],
        country=node.get("country"),
        role=node.get("role"),
        role_class=node["role_class"],
        spellings=node["spellings"],
        official_id=_id(key),
        sources=node["sources"],
    )


def _id(key: str) -> str:
    """The canonical id: the node key without its kind."""
    return key.split(":", 1)[1]
