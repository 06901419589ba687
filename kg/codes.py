"""The codes of the field: ISO 3166, Correlates of War, Gleditsch–Ward and Wikidata for parties, CAMEO and PLOVER for events.

docs/graph.md tells what each stands for and why the events have theirs; data/codes.toml tells where the facts are from.
"""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Literal, NamedTuple, TypeAlias

import networkx as nx

from extract.gazetteer import countries
from kg.nodes import country_of
from kg.sides import members

Numbering: TypeAlias = Literal["cow", "gw"]
Host: TypeAlias = Literal["source", "target", "other", "party", "nobody"]


class Tenure(NamedTuple):
    """The years in which a state had a number, the first and the last included; `last` is None if it has it today."""

    number: int
    first: int
    last: int | None = None

    def covers(self, year: int) -> bool:
        """Whether the state had the number on any day of a year."""
        return self.first <= year and (self.last is None or year <= self.last)

    def __str__(self) -> str:
        return f"{self.first}-{self.last or ''}"


# ---- parties -------------------------------------------------------------------------------------------------------


def country_codes(code: str) -> dict[str, str | int]:
    """The codes of a country of the gazetteer; what it has not is absent, and what is no country has none.

    `iso2`, `iso3`, `iso_numeric` (three digits), `wikidata`; `cow` and `gw` are the numbers that hold today, `cow_years` and
    `gw_years` the years in which the country was a state of either list: ``1898-1936; 1941-``, and with the number before each
    where it had several, ``255: 1816-1945; 260: 1955-1990; 255: 1990-``.
    """
    row = _table()["countries"].get(code)
    if row is None:
        return {}
    iso = {"iso2": countries()[code].alpha_2, "iso3": code, "iso_numeric": row["iso_numeric"]} if "iso_numeric" in row else {}
    return {**iso, "wikidata": row["wikidata"], **_numbers(code, "cow"), **_numbers(code, "gw")}


def organization_codes(code: str) -> dict[str, str]:
    """The `wikidata` item of an organization of the gazetteer, where it is known for certain."""
    item = _table()["organizations"].get(code)
    return {"wikidata": item} if item else {}


def cow_number(code: str, year: int) -> int | None:
    """The Correlates of War number of a country in a year, the later if it had two; None if it was no state of that list."""
    return _number(code, "cow", year)


def gw_number(code: str, year: int) -> int | None:
    """The Gleditsch–Ward number of a country in a year, the later if it had two; None if it was no state of that list."""
    return _number(code, "gw", year)


def _numbers(code: str, numbering: Numbering) -> dict[str, str | int]:
    tenures = _tenures(code, numbering)
    if not tenures:
        return {}
    several = len({tenure.number for tenure in tenures}) > 1
    years = "; ".join(f"{tenure.number}: {tenure}" if several else str(tenure) for tenure in tenures)
    return {numbering: tenures[-1].number, f"{numbering}_years": years}


def _number(code: str, numbering: Numbering, year: int) -> int | None:
    return next((tenure.number for tenure in reversed(_tenures(code, numbering)) if tenure.covers(year)), None)


@cache
def _tenures(code: str, numbering: Numbering) -> tuple[Tenure, ...]:
    return tuple(Tenure(*years) for years in _table()["countries"].get(code, {}).get(numbering, ()))


# ---- events --------------------------------------------------------------------------------------------------------


def event_codes(
    kind: str,
    *,
    status: str | None = None,
    mode: str | None = None,
    host: Host | None = None,
    multilateral: bool = False,
) -> dict[str, str]:
    """The codes of an event: `cameo`, `plover` (the event type) and, where they fit, `plover_mode` and `plover_context`.

    `kind` is a relation, `meeting` (the node) or `met` (the edge); no other kind has codes. `status`, `mode` and `multilateral`
    are the meeting's. `host` is in whose country it was held: of an edge that of its source, its target or an `other` who took
    part, of a node that of a `party`; nobody's, or None where it is not known.
    """
    if kind not in ("meeting", "met"):
        return dict(_table()["events"].get(kind, {}))
    codes: dict[str, str] = dict(_table()["meetings"][_manner(status, mode, host)])
    if multilateral and codes["plover"] == "CONSULT" and codes.get("plover_mode") != "phone":
        codes["plover_mode"] = "multilateral"
    return codes


def host_of(place_country: str | None, source: str | None, target: str | None, parties: Iterable[str]) -> Host | None:
    """Who of two, or else of the others who took part, was at home in the country where they met; None where it is not known.

    A body is at home in the countries of its members, but less than the country itself: South Korea is the UN's host in Seoul
    and its guest in New York.
    """
    if place_country is None:
        return None
    source_is, target_is = _at_home(place_country, source), _at_home(place_country, target)
    if source_is != target_is:
        return "source" if source_is > target_is else "target"
    return "other" if source_is or any(_at_home(place_country, party) for party in parties) else "nobody"


def _at_home(country: str, party: str | None) -> int:
    """2 in one's own country, 1 of a body in a member's, else 0."""
    return 2 if party == country else int(party is not None and country in members(party))


def _manner(status: str | None, mode: str | None, host: Host | None) -> str:
    """Which table of codes.toml tells of a meeting."""
    if status in ("planned", "cancelled"):
        return status
    if mode in ("phone", "video"):
        return mode
    return f"host_{host or 'unknown'}"


# ---- what a graph has ----------------------------------------------------------------------------------------------


def node_codes(node: Mapping[str, Any]) -> Mapping[str, str | int]:
    """The codes of a country, organization or meeting, from its attributes; no other node has any."""
    if node["kind"] == "country":
        return country_codes(node["code"])
    if node["kind"] == "organization":
        return organization_codes(node["code"])
    if node["kind"] == "meeting":
        host = host_of(node.get("place_country"), None, None, node.get("parties", ()))
        return _meeting_codes("meeting", node, "party" if host == "other" else host)
    return {}


def edge_codes(graph: nx.MultiDiGraph, source: str, target: str, edge: Mapping[str, Any]) -> dict[str, str]:
    """The codes of an edge, from its attributes and, if it is `met`, those of its meeting; an edge of no event has none."""
    if edge["kind"] != "met":
        return event_codes(edge["kind"])
    return met_codes(graph.nodes[edge["meeting"]], country_of(graph, source), country_of(graph, target))


def met_codes(meeting: Mapping[str, Any], source: str | None, target: str | None) -> dict[str, str]:
    """The codes of a `met` edge, from its meeting's attributes and the codes of the parties that met or whose officials did."""
    host = host_of(meeting.get("place_country"), source, target, meeting.get("parties", ()))
    return _meeting_codes("met", meeting, host)


def _meeting_codes(kind: str, meeting: Mapping[str, Any], host: Host | None) -> dict[str, str]:
    return event_codes(
        kind,
        status=meeting["status"],
        mode=meeting.get("mode"),
        host=host,
        multilateral=meeting.get("multilateral", False),
    )


@cache
def _table() -> Mapping[str, Any]:
    """data/codes.toml."""
    return tomllib.loads(files("kg").joinpath("data/codes.toml").read_text("utf-8"))
