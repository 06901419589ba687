"""Whole articles of every kind, invented but plausible, with what a careful reader would code of them (docs/codebook.md).

Each stands in tests/golden/ as NAME.txt beside NAME.json. What the extractor does not get right yet is in `KNOWN_GAPS`; a gap
that is none any more fails, so that a fix is noticed.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from extract import Extractor, Meeting, Record, Relation, read_articles

GOLDEN = Path(__file__).parents[1] / "golden"
NAMES = sorted(path.stem for path in GOLDEN.glob("*.json"))


# ---- what is compared ----------------------------------------------------------------------------------------------------


def key(item: Meeting | Relation) -> tuple[Any, ...]:
    """What makes a meeting or a relation the same in two records."""
    if isinstance(item, Relation):
        return (item.type, item.source, item.target, item.date or "")
    return (item.date or "", item.status, *sorted(item.parties), *sorted(item.officials))


def keyed(items: Iterable[Meeting | Relation], *fields: str) -> dict[tuple[Any, ...], tuple[Any, ...]]:
    return {key(item): tuple(getattr(item, field) for field in fields) for item in items}


def quotes(record: Record) -> dict[tuple[Any, ...], str]:
    items: tuple[Meeting | Relation, ...] = (*record.meetings, *record.relations)
    return {key(item): item.evidence for item in items}


FIELDS: dict[str, Callable[[Record], Any]] = {
    "published": lambda record: record.published,
    "title": lambda record: record.title,
    "countries": lambda record: record.countries,
    "organizations": lambda record: record.organizations,
    "ministries": lambda record: [f"{body.country}/{body.kind}" for body in record.ministries],
    "officials": lambda record: {official.name: official.country for official in record.officials},
    "offices": lambda record: {official.name: official.role_class for official in record.officials},
    "roles": lambda record: {official.name: official.role for official in record.officials},
    "meetings": lambda record: sorted(map(key, record.meetings)),
    "modes": lambda record: keyed(record.meetings, "mode", "end"),
    "names": lambda record: keyed(record.meetings, "name", "sidelines_of"),
    "places": lambda record: keyed(record.meetings, "place", "place_country"),
    "relations": lambda record: sorted(map(key, record.relations)),
    "details": lambda record: keyed(record.relations, "detail"),
}

KNOWN_GAPS: dict[str, set[str]] = {}


def comparisons() -> Iterable[Any]:
    for name in NAMES:
        for field in (*FIELDS, "evidence"):
            gap = pytest.mark.xfail(strict=True, reason="a known gap") if field in KNOWN_GAPS.get(name, ()) else ()
            yield pytest.param(name, field, marks=gap, id=f"{name}: {field}")


# ---- the comparison --------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def expected() -> dict[str, Record]:
    return {name: Record.model_validate_json((GOLDEN / f"{name}.json").read_bytes()) for name in NAMES}


@pytest.fixture(scope="module")
def found() -> dict[str, Record]:
    return {record.id: record for record in Extractor().stream(read_articles(GOLDEN / f"{name}.txt" for name in NAMES))}


@pytest.mark.parametrize(("name", "field"), comparisons())
def test_field(name: str, field: str, expected: dict[str, Record], found: dict[str, Record]) -> None:
    if field == "evidence":
        gold, given = quotes(expected[name]), quotes(found[name])
        assert {which: quote for which, quote in gold.items() if quote not in given.get(which, "")} == {}
    else:
        assert FIELDS[field](found[name]) == FIELDS[field](expected[name])


def test_expectations_are_whole(expected: dict[str, Record]) -> None:
    """Evidence is a piece of the article, everybody in a meeting is an official, and gaps name what there is."""
    for name, record in expected.items():
        text = (GOLDEN / f"{name}.txt").read_text("utf-8")
        names = {official.name for official in record.officials}
        assert all(item.evidence and item.evidence in text for item in (*record.meetings, *record.relations))
        assert all(set(meeting.officials) <= names for meeting in record.meetings)
    assert KNOWN_GAPS.keys() <= set(NAMES)
    assert set().union(*KNOWN_GAPS.values()) <= {*FIELDS, "evidence"}
