"""The folder for neo4j-admin: what its importer makes of the files, by the rules of its manual, is what was written."""

import csv
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from extract.record import Record
from kg.defense_graph import DefenseGraph
from kg.errors import QuestionError
from kg.export import export
from kg.export.flow import Flow, flow_of
from kg.export.property_graph import properties
from kg.export.shapes import SHAPES, shaped
from tests.kg.export.odd import ODD
from tests.kg.strategies import records

BETWEEN = "\x1f"
TYPES: Mapping[str, Callable[[str], Any]] = {
    "string": str,
    "date": str,
    "long": int,
    "double": float,
    "boolean": {"true": True, "false": False}.__getitem__,
}


def imported(path: Path) -> list[dict[str, Any]]:
    """Each row by the names in the header: typed, without empty fields, which are null, and empty lists, which are too."""
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file, strict=True)
    assert len(set(header)) == len(header)
    return [{name: _typed(field, name.split(":")[1]) for name, field in zip(header, row, strict=True) if field} for row in rows]


def _typed(field: str, type_: str) -> Any:
    if type_.endswith("[]") or type_ == "LABEL":
        return [TYPES.get(type_.removesuffix("[]"), str)(item) for item in field.split(BETWEEN)]
    return TYPES.get(type_, str)(field)


def expected(attributes: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in properties(attributes).items() if value not in ("", [""])}


def own(row: Mapping[str, Any]) -> dict[str, Any]:
    """The properties of a row: those that have a name and are no id."""
    named = {name.split(":")[0]: value for name, value in row.items() if not name.startswith(":")}
    return {name: value for name, value in named.items() if name != "id"}


def check(flow: Flow, folder: Path) -> None:
    export(flow, "neo4j", folder)
    nodes, relationships = imported(folder / "nodes.csv"), imported(folder / "relationships.csv")
    assert {row["id:ID"]: own(row) for row in nodes} == {node.key: expected(node.attributes) for node in flow.nodes()}
    assert {tuple(row[":LABEL"]) for row in nodes} == {("Entity", row["kind:string"].capitalize()) for row in nodes}
    assert {row["id:string"]: (row[":START_ID"], row[":END_ID"], own(row)) for row in relationships} == {
        edge.key: (edge.source, edge.target, expected(edge.attributes)) for edge in flow.edges()
    }
    assert all(row[":TYPE"] == row["kind:string"].upper() for row in relationships)
    assert len(nodes) == len({row["id:ID"] for row in nodes})


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("odd", ODD)
def test_odd_graphs_come_back(odd: str, shape: str, tmp_path: Path) -> None:
    check(shaped(flow_of(DefenseGraph.from_records(ODD[odd]).networkx), shape), tmp_path)


@settings(deadline=None, max_examples=30)
@given(records=records)
def test_any_graph_comes_back(records: list[Record], tmp_path_factory: pytest.TempPathFactory) -> None:
    check(flow_of(DefenseGraph.from_records(records).networkx), tmp_path_factory.mktemp("any"))


def test_headers_name_types_that_neo4j_has(graph: DefenseGraph, tmp_path: Path) -> None:
    graph.export("neo4j", tmp_path)
    nodes = (tmp_path / "nodes.csv").read_text("utf-8").split("\n")[0].split(",")
    assert nodes[:2] == ["id:ID", ":LABEL"]
    assert {"earliest:date", "latitude:double", "ordinal:long", "multilateral:boolean", "parties:string[]"} <= set(nodes)
    edges = (tmp_path / "relationships.csv").read_text("utf-8").split("\n")[0].split(",")
    assert edges[:4] == [":START_ID", ":END_ID", ":TYPE", "id:string"]
    types = {column.split(":")[1] for column in nodes[2:] + edges[4:]}
    assert types <= {"string", "long", "double", "boolean", "date", "string[]", "long[]"}


def test_text_is_quoted_and_what_is_absent_is_not(graph: DefenseGraph, tmp_path: Path) -> None:
    """An empty field is null, an empty text is not; and a text that is not quoted may lose its blanks."""
    graph.export("neo4j", tmp_path)
    for name in ("nodes.csv", "relationships.csv"):
        for line in (tmp_path / name).read_text("utf-8").split("\n")[1:-1]:
            bare = re.sub(r'"(?:[^"]|"")*"', "", line)
            assert re.fullmatch(r"(?:true|false|[-.\de+])*(?:,(?:true|false|[-.\de+]*))*", bare), bare


def test_the_folder_tells_the_command(graph: DefenseGraph, tmp_path: Path) -> None:
    files = graph.export("neo4j", tmp_path / "db")
    assert [path.name for path in files] == ["nodes.csv", "relationships.csv", "import.txt"]
    text = (tmp_path / "db/import.txt").read_text("utf-8")
    assert "neo4j-admin database import full neo4j --nodes=nodes.csv --relationships=relationships.csv" in text
    assert f"--array-delimiter=U+{ord(BETWEEN):04X} --multiline-fields=true" in text


def test_standard_output_is_no_folder(graph: DefenseGraph) -> None:
    with pytest.raises(QuestionError, match="neo4j is a folder of files"):
        graph.export("neo4j", "-")
