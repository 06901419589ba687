"""JSON: networkx gives back the graph that was written, and the schema describes it and nothing else."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

import kg
from extract import __version__
from extract.record import Record
from kg.defense_graph import DefenseGraph
from kg.export.columns import DYAD_YEARS, DYADS, EDGES, MET, NODES
from kg.export.shapes import SHAPES
from kg.kinds import EDGES as EDGE_KINDS
from kg.kinds import NODES as NODE_KINDS
from kg.reports import Sighting
from kg.sources import SOURCE_COLUMNS, Source
from tests.kg.export.odd import ODD
from tests.kg.strategies import records

Schema = Mapping[str, Any]


@pytest.fixture(scope="session")
def schema(root: Path) -> Schema:
    return json.loads((root / "kg/data/graph.schema.json").read_text("utf-8"))


@pytest.fixture(scope="session")
def validator(schema: Schema) -> Draft202012Validator:
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def written(graph: DefenseGraph, path: Path, shape: str = "full") -> Any:
    """The JSON that was written, read strictly."""
    graph.export("json", path, shape=shape)
    return json.loads(path.read_text("utf-8"), parse_constant=lambda name: pytest.fail(f"{name} is no JSON"))


@pytest.fixture
def data(graph: DefenseGraph, tmp_path: Path) -> Any:
    return written(graph, tmp_path / "g.json")


# ---- what is written -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("shape", SHAPES)
def test_networkx_gives_the_graph_back(odd: str, shape: str, validator: Draft202012Validator, tmp_path: Path) -> None:
    graph = DefenseGraph.from_records(ODD[odd])
    data = written(graph, tmp_path / "g.json", shape)
    validator.validate(data)
    back, expected = nx.node_link_graph(data, edges="edges"), graph.shaped(shape)
    assert (back.is_directed(), back.is_multigraph()) == (expected.is_directed(), True)
    assert dict(back.nodes(data=True)) == {key: as_json(node) for key, node in expected.nodes(data=True)}
    assert {key: edge for *_, key, edge in back.edges(keys=True, data=True)} == {
        key: as_json(edge) for *_, key, edge in expected.edges(keys=True, data=True)
    }


def as_json(value: Any) -> Any:
    """What a reader of JSON should get of an attribute, by the shortest way there is."""
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, (list, tuple)):
        return [as_json(item) for item in value]
    if isinstance(value, (Source, Sighting)):
        return as_json(asdict(value))
    return {name: as_json(item) for name, item in value.items() if item is not None} if isinstance(value, dict) else value


def test_sources_are_objects_with_all_that_is_known(data: Any) -> None:
    (talks,) = (node for node in data["nodes"] if node["id"] == "meeting:2021-09-08/ASEAN-KOR/1")
    sentence = "Vice Minister Park Jae-min spoke by video with his counterparts of the ten on the sidelines of the forum."
    assert talks["sources"] == [
        {
            "article": "talks",
            "title": "Seoul and ASEAN talk by video",
            "publisher": "Example News",
            "url": "https://news.example/talks",
            "published": "2021-09-08",
            "sentence": sentence,
            "start_char": 40,
            "end_char": 40 + len(sentence),
        }
    ]
    assert talks["sides"] == [["ASEAN", "BRN", "IDN", "KHM", "LAO", "MMR", "MYS", "PHL", "SGP", "THA", "VNM"], ["KOR"]]


def test_the_file_tells_what_it_is(data: Any) -> None:
    assert data["graph"] == {"format": "defense-kg graph", "format_version": 1, "defense_kg_version": __version__}


def test_each_node_and_edge_has_a_line(graph: DefenseGraph, tmp_path: Path) -> None:
    graph.export("json", tmp_path / "g.json")
    lines = (tmp_path / "g.json").read_text("utf-8").split("\n")
    items = [json.loads(line.rstrip(",")) for line in lines if line.startswith(('{"id"', '{"source"'))]
    assert len(items) == graph.networkx.number_of_nodes() + graph.networkx.number_of_edges()


# ---- the schema ----------------------------------------------------------------------------------------------------


def test_the_schema_is_one(schema: Schema) -> None:
    Draft202012Validator.check_schema(schema)


def test_the_seeds_are_as_the_schema_says(seeds: Path, validator: Draft202012Validator, tmp_path: Path) -> None:
    graph = kg.build(seeds)
    for shape in SHAPES:
        validator.validate(written(graph, tmp_path / "g.json", shape))


@settings(deadline=None, max_examples=15)
@given(records=records)
def test_every_graph_is_as_the_schema_says(
    records: list[Record], validator: Draft202012Validator, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("any") / "g.json"
    graph = DefenseGraph.from_records(records)
    for shape in SHAPES:
        validator.validate(written(graph, path, shape))


def test_the_schema_has_the_kinds_there_are(schema: Schema) -> None:
    assert kinds(schema, "nodes") == set(NODE_KINDS)
    assert kinds(schema, "edges") == {*EDGE_KINDS, "dyad", "dyad_year", "country_pair", "official_pair"}


def test_the_schema_has_the_columns_that_tables_have(schema: Schema) -> None:
    columns = {name: type_ for name, type_ in NODES.items() if name not in SOURCE_COLUMNS}
    assert attributes(schema, "nodes", NODE_KINDS) == columns | {"id": "string", "sources": "strings", "sightings": "strings"}
    ends = {"source": "string", "target": "string", "key": "string"}
    columns = {name: type_ for name, type_ in EDGES.items() if name not in SOURCE_COLUMNS}
    assert attributes(schema, "edges", EDGE_KINDS) == columns | ends | {"sources": "strings"}
    assert attributes(schema, "edges", ["dyad"]) == {**DYADS, **ends}
    assert attributes(schema, "edges", ["dyad_year"]) == {**DYAD_YEARS, **ends}
    assert attributes(schema, "edges", ["country_pair"]) == attributes(schema, "edges", ["official_pair"]) == {**MET, **ends}


def test_the_schema_has_the_fields_of_sources(schema: Schema) -> None:
    assert list(schema["$defs"]["source"]["properties"]) == [field.name for field in fields(Source)]
    assert list(schema["$defs"]["sighting"]["properties"]) == [field.name for field in fields(Sighting)]


def test_every_part_of_the_schema_is_described_and_used(schema: Schema) -> None:
    text = json.dumps(schema)
    for name, part in schema["$defs"].items():
        assert part["description"].endswith("."), name
        assert f'"#/$defs/{name}"' in text, name


def definitions(schema: Schema, of: str) -> dict[str, Schema]:
    """Each kind with what the schema has of it."""
    names = (item["$ref"].removeprefix("#/$defs/") for item in schema["properties"][of]["items"]["anyOf"])
    found = (schema["$defs"][name] for name in names)
    return {definition["properties"]["kind"]["const"]: definition for definition in found}


def kinds(schema: Schema, of: str) -> set[str]:
    return set(definitions(schema, of))


def attributes(schema: Schema, of: str, some: Iterable[str]) -> dict[str, str]:
    """The attributes of some kinds and their types, by the names that columns have for types."""
    found = {}
    for kind in some:
        for name, attribute in definitions(schema, of)[kind]["properties"].items():
            found[name] = (
                "string" if name == "kind" else column_type(schema["$defs"][attribute["$ref"].removeprefix("#/$defs/")])
            )
    return found


def column_type(attribute: Schema) -> str:
    names = {"number": "double", "integer": "int", "boolean": "boolean", "array": "strings"}
    return "date" if attribute.get("format") == "date" else names.get(attribute["type"], "string")


def _without(name: str) -> Any:
    return lambda item: item.pop(name)


def _with(name: str, value: Any) -> Any:
    return lambda item: item.update({name: value})


@pytest.mark.parametrize("of", ["nodes", "edges"])
@pytest.mark.parametrize(
    "damage",
    [
        _without("kind"),
        _without("label"),
        _without("sources"),
        _with("kind", "nothing"),
        _with("label", None),
        _with("label", 1),
        _with("sources", []),
        _with("sources", [{"title": "of no article"}]),
        _with("sources", [{"article": "a", "weather": "fine"}]),
        _with("sources", [{"article": "a", "trigger": [1]}]),
        _with("weather", "fine"),
        _with("year", 2021),
    ],
)
def test_the_schema_refuses_broken_nodes_and_edges(of: str, damage: Any, data: Any, validator: Draft202012Validator) -> None:
    for item in {item["kind"]: item for item in data[of]}.values():
        copy = json.loads(json.dumps(item))
        damage(copy)
        assert not validator.is_valid(data | {of: [copy]}), copy


@pytest.mark.parametrize(
    ("kind", "name", "value"),
    [
        ("country", "latitude", 91),
        ("country", "longitude", "126.9"),
        ("country", "memberships", "ASEAN"),
        ("meeting", "earliest", "2021-09"),
        ("meeting", "date", "8 September 2021"),
        ("meeting", "multilateral", "true"),
        ("meeting", "sides", ["KOR", "VNM"]),
        ("official", "spellings", []),
    ],
)
def test_the_schema_refuses_values_of_another_type(
    kind: str, name: str, value: Any, data: Any, validator: Draft202012Validator
) -> None:
    node = next(node for node in data["nodes"] if node["kind"] == kind)
    assert validator.is_valid(data | {"nodes": [node]})
    assert not validator.is_valid(data | {"nodes": [node | {name: value}]})


@pytest.mark.parametrize("name", ["directed", "multigraph", "graph", "nodes", "edges"])
def test_the_schema_refuses_files_that_lack_a_part(name: str, data: Any, validator: Draft202012Validator) -> None:
    assert not validator.is_valid({part: value for part, value in data.items() if part != name})
