"""What Neo4j can hold of nodes and edges: typed values, and lists side by side for sources."""

import pytest

from kg.defense_graph import DefenseGraph
from kg.export.columns import DYAD_YEARS, EDGES, NODES
from kg.export.flow import flow_of
from kg.export.property_graph import node_label, properties, property_types, relationship_type
from kg.export.shapes import SHAPES, shaped
from kg.sources import Source
from tests.kg.export.odd import ODD


def test_lists_are_lists(graph: DefenseGraph) -> None:
    talks = properties(graph.networkx.nodes["meeting:2021-09-08/ASEAN-KOR/1"])
    assert talks["sides"] == ["ASEAN, BRN, IDN, KHM, LAO, MMR, MYS, PHL, SGP, THA, VNM", "KOR"]
    assert talks["officials"] == ["Park Jae-min"]
    assert (talks["earliest"], talks["multilateral"]) == ("2021-09-08", False)
    assert "sightings" not in properties(graph.networkx.nodes["official:KOR/park-jae-min"])


def test_sources_are_lists_side_by_side() -> None:
    sources = (
        Source("a", url="https://news.example/a", sentence="They met.", start_char=0, end_char=9, trigger=(5, 8)),
        Source("b", title="Talks\r\nin Oslo", sentence="They talked.", copy_of="a"),
    )
    assert properties({"sources": sources}) == {
        "source_article": ["a", "b"],
        "source_title": ["", "Talks\nin Oslo"],
        "source_url": ["https://news.example/a", ""],
        "source_sentence": ["They met.", "They talked."],
        "source_copy_of": ["", "a"],
        "source_start_char": [0, -1],
        "source_end_char": [9, -1],
        "source_trigger_start": [5, -1],
        "source_trigger_end": [8, -1],
    }


def test_every_property_has_a_type() -> None:
    assert property_types(EDGES)["documents"] == "string[]"
    assert property_types(EDGES)["earliest"] == "date"
    assert property_types(NODES)["source_start_char"] == "long[]"
    assert property_types(DYAD_YEARS) == {
        name: {"int": "long"}.get(type_, type_) for name, type_ in DYAD_YEARS.items()
    }  # pairs have neither lists nor sources


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("odd", ODD)
def test_values_are_of_their_types(odd: str, shape: str) -> None:
    types = {"string": str, "date": str, "long": int, "double": float, "boolean": bool, "string[]": list, "long[]": list}
    flow = shaped(flow_of(DefenseGraph.from_records(ODD[odd]).networkx), shape)
    for items, columns in ((flow.nodes(), flow.node_columns), (flow.edges(), flow.edge_columns)):
        declared = property_types(columns)
        for item in items:
            for name, value in properties(item.attributes).items():
                assert type(value) is types[declared[name]], name


def test_labels_and_types_are_as_neo4j_writes_them() -> None:
    assert (node_label("country"), relationship_type("took_part")) == ("Country", "TOOK_PART")
