"""Answers as the shell prints them."""

import csv
import dataclasses
import io
import json
from collections.abc import Sequence
from typing import Any

import pytest

from extract.record import Meeting, Official, Record
from kg.defense_graph import DefenseGraph
from kg.questions import answers
from kg.shell import tables
from kg.shell.tables import Form, Table, print_answers

TABLES = {name: table for name, table in vars(tables).items() if isinstance(table, Table)}


def test_every_answer_has_a_table_and_its_sources_last() -> None:
    classes = {
        name
        for name, value in vars(answers).items()
        if dataclasses.is_dataclass(value) and value.__module__ == "kg.questions.answers"
    }
    assert {table.answer for table in TABLES.values()} == classes - {"OfficialProfile"}  # of which the spellings are printed
    for name in classes:
        assert [field.name for field in dataclasses.fields(getattr(answers, name))][-1] == "sources"


def example(graph: DefenseGraph, table: str) -> Sequence[Any]:
    return {
        "ENCOUNTER": graph.who_met_whom,
        "MEETING": graph.meetings,
        "RELATION": graph.relations,
        "OFFICIAL": graph.officials,
        "SPELLING": lambda: graph.official("Park Jae-min").spellings,
        "TENURE": lambda: graph.career("Park Jae-min"),
        "EVENT": lambda: graph.timeline("KOR", "VNM"),
        "COUNTERPART": lambda: graph.counterparts("Park Jae-min"),
        "COMPARISON": lambda: graph.compare("KOR", "VNM", periods=[(None, "2022"), ("2023", None)]),
        "ACTIVITY": lambda: [*graph.busiest("dyad"), *graph.busiest("official"), *graph.busiest("country")],
    }[table]()


@pytest.mark.parametrize("name", TABLES)
def test_one_answer_is_one_row_in_every_form(name: str, graph: DefenseGraph, capsys: pytest.CaptureFixture[str]) -> None:
    found = example(graph, name)
    printed = {}
    forms: tuple[Form, ...] = ("table", "json", "csv")
    for form in forms:
        print_answers(found, TABLES[name], form)
        printed[form] = capsys.readouterr().out
    rows = list(csv.DictReader(io.StringIO(printed["csv"])))
    assert len(printed["table"].splitlines()) - 1 == len(json.loads(printed["json"])) == len(rows) == len(found) > 0
    assert [row["articles"].split("; ") for row in rows] == [
        list(dict.fromkeys(source.article for source in answer.sources)) for answer in found
    ]
    assert all(row["urls"] in ("", "https://news.example/talks") for row in rows)


@pytest.mark.parametrize(
    ("copies", "articles", "sources"),
    [
        ({}, "a, b, c", "3"),
        ({"b": "a"}, "a (copy: b), c", "2 in 3 articles"),
        ({"b": "a", "c": "a"}, "a (copies: b, c)", "1 in 3 articles"),
    ],
)
def test_copies_of_one_text_are_shown_as_one_source(
    copies: dict[str, str], articles: str, sources: str, capsys: pytest.CaptureFixture[str]
) -> None:
    meeting = Meeting(date="2020-05-04", parties=("DNK", "NOR"), officials=("Jonas Berg",), evidence="They met.")
    official = Official(name="Jonas Berg", country="NOR")
    graph = DefenseGraph.from_records(
        (Record(id=name, officials=(official,), meetings=(meeting,)) for name in "abc"), copies=copies
    )
    print_answers(graph.meetings(), tables.MEETING)
    print_answers(graph.official("Jonas Berg").spellings, tables.SPELLING)
    _, met, _, spelled = capsys.readouterr().out.splitlines()
    assert met.endswith(f"  {articles}")
    assert spelled.endswith(f"  {articles}")
    print_answers(graph.busiest("country", most=1), tables.ACTIVITY)
    assert capsys.readouterr().out.splitlines()[1].endswith(f"  {sources}")
    print_answers(graph.meetings(), tables.MEETING, "csv")
    (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert row["copies"] == "; ".join(f"{copy} of {original}" for copy, original in copies.items())


def test_what_was_not_held_is_told_from_what_was(capsys: pytest.CaptureFixture[str]) -> None:
    officials = (Official(name="Jonas Berg", country="NOR"), Official(name="Mads Holm", country="DNK"))
    meeting = Meeting(
        date="2030", parties=("DNK", "NOR"), officials=("Jonas Berg", "Mads Holm"), name="Talks", status="planned"
    )
    graph = DefenseGraph.from_records([Record(id="a", officials=officials, meetings=(meeting,))])
    (met,) = graph.who_met("Jonas Berg", status="any")
    assert met.status == "planned"
    print_answers([met], tables.ENCOUNTER)
    assert "  Talks (planned)  " in capsys.readouterr().out
    print_answers(graph.timeline("NOR", "DNK", status="any"), tables.EVENT)
    assert "  planned meeting  " in capsys.readouterr().out
