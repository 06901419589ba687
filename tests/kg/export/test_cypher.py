"""The Cypher script: Neo4j's own parser finds no fault in it, and reads in it what was written."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kg
from extract.record import Record, Relation
from kg.defense_graph import DefenseGraph
from kg.export.cypher import write_cypher
from kg.export.flow import Flow, flow_of
from kg.export.property_graph import properties, property_types
from kg.export.shapes import SHAPES, shaped
from tests.kg.export.odd import ODD
from tests.presence import absent


class Read(NamedTuple):
    """What the parser tells of a script: of each statement the `rows` that it unwinds, if it does, and its other `words`."""

    faults: list[str]
    statements: list[dict[str, Any]]


Reader = Callable[..., Read]


@pytest.fixture(scope="module")
def read(npm_package: Callable[[str], Path]) -> Iterator[Reader]:
    """Reads a script, in one process of Node for all; `check=True` looks for faults too."""
    modules = npm_package("@neo4j-cypher/language-support").parents[1]
    node = shutil.which("node") or absent("node")
    command = [node, Path(__file__).parent / "read_cypher.cjs"]
    pipes: Any = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "encoding": "utf-8"}
    with subprocess.Popen(command, env={"NODE_PATH": str(modules)}, **pipes) as process:

        def read(script: str, *, check: bool = False) -> Read:
            print(json.dumps({"script": script, "check": check}), file=process.stdin, flush=True)
            return Read(**json.loads(process.stdout.readline(), object_hook=_value))

        yield read
        process.stdin.close()


def _value(found: dict[str, Any]) -> Any:
    """Numbers and truth values are literals of their own type, which JavaScript would lose."""
    return json.loads(found["literal"]) if found.keys() == {"literal"} else found


def script_of(flow: Flow) -> str:
    file = BytesIO()
    write_cypher(flow, file)
    return file.getvalue().decode()


def expected(attributes: Any, key: str, types: dict[str, str]) -> dict[str, Any]:
    values = {"id": key, **properties(attributes)}
    return {name: {"date": value} if types.get(name) == "date" else value for name, value in values.items()}


def check(flow: Flow, read: Reader) -> None:
    nodes: dict[str, Any] = {}
    edges: dict[str, Any] = {}
    for statement in read(script_of(flow)).statements:
        said = " ".join(statement["words"])
        if statement["rows"] is None:
            assert said == ("CREATE CONSTRAINT defense_kg_id IF NOT EXISTS FOR ( node : Entity ) REQUIRE node . id IS UNIQUE")
        elif "source" not in statement["rows"][0]:
            (kind,) = {row["kind"] for row in statement["rows"]}
            assert said == (f"AS row MERGE ( node : Entity {{ id : row . id }} ) SET node = row , node : {kind.capitalize()}")
            nodes |= {row["id"]: row for row in statement["rows"]}
        else:
            (kind,) = {row["edge"]["kind"] for row in statement["rows"]}
            assert said == (
                "AS row MATCH ( source : Entity { id : row . source } ) MATCH ( target : Entity { id : row . target } )"
                f" MERGE ( source ) - [ edge : {kind.upper()} {{ id : row . edge . id }} ] - > ( target ) SET edge = row . edge"
            )
            edges |= {row["edge"]["id"]: (row["source"], row["target"], row["edge"]) for row in statement["rows"]}
    node_types, edge_types = property_types(flow.node_columns), property_types(flow.edge_columns)
    assert nodes == {node.key: expected(node.attributes, node.key, node_types) for node in flow.nodes()}
    assert edges == {
        edge.key: (edge.source, edge.target, expected(edge.attributes, edge.key, edge_types)) for edge in flow.edges()
    }


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("odd", ODD)
def test_odd_graphs_come_back(odd: str, shape: str, read: Reader) -> None:
    check(shaped(flow_of(DefenseGraph.from_records(ODD[odd]).networkx), shape), read)


@settings(deadline=None, max_examples=60)
@given(text=st.text(max_size=60) | st.text("\\u\"`'\n{}[];/*", max_size=20))
def test_any_text_comes_back(text: str, read: Reader) -> None:
    relation = Relation(type="aided", source="KOR", target="VNM", detail=text, evidence=text)
    check(flow_of(DefenseGraph.from_records([Record(id=text or "a", relations=(relation,))]).networkx), read)


def test_neo4j_finds_no_fault_with_the_seeds_nor_with_hostile_text(seeds: Path, read: Reader) -> None:
    for graph in (kg.build(seeds), DefenseGraph.from_records(ODD["hostile text"])):
        script = script_of(flow_of(graph.networkx))
        assert read(script, check=True).faults == []
    assert read(script.replace("}", "", 1), check=True).faults


def test_numbers_are_as_every_release_of_neo4j_reads_them() -> None:
    """The older grammar (openCypher's) has no plus in an exponent."""
    flow = flow_of(DefenseGraph.from_records([Record(id="a", relations=(_aid(1e22), _aid(1e-7)))]).networkx)
    assert re.findall(r"amount: (\S+),", script_of(flow)) == ["1e22", "1e-07"]


def _aid(amount: float) -> Relation:
    return Relation(type="aided", source="KOR", target="VNM", amount=amount)


def test_neo4j_finds_no_fault_with_the_queries_of_the_guide(root: Path, read: Reader) -> None:
    queries = re.findall(r"^```cypher\n(.*?)^```$", (root / "docs/guide.md").read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert [read(query, check=True).faults for query in queries] == [[]]


def test_a_statement_has_some_rows_of_one_kind_and_no_line_of_it_is_an_articles() -> None:
    relations = tuple(
        Relation(type=kind, source="KOR", target="VNM", amount=float(amount), evidence=":exit\n;\nMATCH (n) DETACH DELETE n;")
        for amount in range(1, 451)
        for kind in ("aided", "signed")
    )
    script = script_of(flow_of(DefenseGraph.from_records([Record(id="a", relations=relations)]).networkx))
    sizes = [part.count("\n{source: ") for part in script.split("UNWIND [")[2:]]
    assert sorted(sizes) == [50, 50, 200, 200, 200, 200]
    assert {line.split(" ")[0] for line in script.split("\n")} <= {
        *("//", "CREATE", "UNWIND", "]", "MATCH", "MERGE", "{source:", "{id:", "")
    }
