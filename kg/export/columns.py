"""The columns that files have: every attribute of docs/graph.md as text, a number or a truth value, each of one type."""

import re
from collections.abc import Mapping
from typing import Any, Literal, TypeAlias

from kg.kinds import RELATIONS, SYMMETRIC
from kg.sources import SOURCE_COLUMNS, source_columns

Type: TypeAlias = Literal["string", "strings", "int", "double", "boolean", "date"]
Columns: TypeAlias = Mapping[str, Type]
"""The names of columns in order, and what type each is of; `date` is an ISO day, `strings` are several in one text."""
Value: TypeAlias = str | int | float | bool

_WHEN: Columns = {"date": "string", "end": "string", "earliest": "date", "latest": "date", "reported": "string"}
_SOURCES: Columns = dict.fromkeys(SOURCE_COLUMNS, "string")

_EVENT_CODES: Columns = dict.fromkeys(("cameo", "plover", "plover_mode", "plover_context"), "string")

NODES: Columns = {
    "kind": "string",
    "label": "string",
    "code": "string",
    "name": "string",
    "iso2": "string",
    "iso3": "string",
    "iso_numeric": "string",
    "cow": "int",
    "cow_years": "string",
    "gw": "int",
    "gw_years": "string",
    "wikidata": "string",
    "latitude": "double",
    "longitude": "double",
    "region": "string",
    "memberships": "strings",
    "country": "string",
    "ministry": "string",
    "role": "string",
    "role_class": "string",
    "spellings": "strings",
    **_WHEN,
    "status": "string",
    "mode": "string",
    **_EVENT_CODES,
    "parties": "strings",
    "officials": "strings",
    "sides": "strings",
    "place": "string",
    "place_country": "string",
    "sidelines_of": "string",
    "level": "string",
    "ordinal": "int",
    "series": "string",
    "topics": "strings",
    "multilateral": "boolean",
    "disagreements": "strings",
    "since": "string",
    "cadence": "string",
    "skipped": "strings",
    "inferred": "strings",
    **_SOURCES,
}
EDGES: Columns = {
    "kind": "string",
    "label": "string",
    "weight": "double",
    **_EVENT_CODES,
    **_WHEN,
    "status": "string",
    "place": "string",
    "meeting": "string",
    "role": "string",
    "role_class": "string",
    "detail": "string",
    "topics": "strings",
    "amount": "double",
    "currency": "string",
    "documents": "strings",
    "inferred": "strings",
    **_SOURCES,
}
_PAIR: Columns = {"kind": "string", "label": "string", "weight": "double"}
_DIRECTED = [f"{kind}_{way}" for kind in RELATIONS if kind not in SYMMETRIC for way in ("ab", "ba")]
_PERIOD: Columns = {"first": "date", "last": "date"}
_MET: Columns = {"meetings": "int", "forums": "int"}
COUNTS: Columns = {**_MET, **dict.fromkeys((*RELATIONS, *_DIRECTED), "int")}
"""What is counted of a pair: `aided_ab` is what its end of the lower key did to the other."""
MET: Columns = {**_PAIR, **_MET, **_PERIOD}
"""Of an edge that stands for all meetings of a pair."""
DYADS: Columns = {**_PAIR, **COUNTS, **_PERIOD}
"""Of an edge that stands for all that is between a pair."""
_NUMBERED: Columns = {"code_a": "string", "code_b": "string", **dict.fromkeys(("cow_a", "cow_b", "gw_a", "gw_b"), "int")}
DYAD_YEARS: Columns = {**_NUMBERED, "year": "int", **DYADS}
"""Of an edge that stands for all that was between a pair in a year, with the numbers that the two had in it."""

_NOT_XML = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def plain(attributes: Mapping[str, Any]) -> dict[str, Value]:
    """Attributes as text, numbers and truth values: lists joined, sources as columns, no character that XML cannot hold.

    The sightings of an official are left out: `spellings` and the `holds_office` edges say the same with their articles.
    """
    values: dict[str, Value] = {}
    for name, value in attributes.items():
        if name == "sources":
            values |= {column: plain_text(text) for column, text in source_columns(value).items()}
        elif name == "sides":
            values[name] = " | ".join(", ".join(side) for side in value)
        elif name != "sightings":
            values[name] = _plain_value(value)
    return values


def _plain_value(value: Any) -> Value:
    if isinstance(value, tuple):
        return plain_text("; ".join(value))
    return plain_text(value) if isinstance(value, str) else value


def plain_text(text: str) -> str:
    """Text without characters that XML cannot hold (U+FFFD instead) and with line feeds alone."""
    return _NOT_XML.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
