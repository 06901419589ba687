"""Exports: shapes, columns, and files that take the place of others only when they are whole."""

from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import igraph
import networkx as nx
import pytest

from kg.defense_graph import DefenseGraph
from kg.errors import QuestionError
from kg.export.columns import plain
from kg.export.flow import flow_of
from kg.files import replacing


def _written(graph: DefenseGraph) -> tuple[dict[str, dict[str, Any]], dict[str, dict[str, Any]]]:
    """Nodes and edges as the formats can hold them."""
    flow = flow_of(graph.networkx)
    return {node.key: plain(node.attributes) for node in flow.nodes()}, {
        edge.key: plain(edge.attributes) for edge in flow.edges()
    }


def test_gexf_is_dynamic_and_bears_no_date_of_its_own(graph: DefenseGraph, tmp_path: Path) -> None:
    graph.export("gexf", tmp_path / "g.gexf")
    root = ElementTree.parse(tmp_path / "g.gexf").getroot()
    space = {"g": root.tag[1:].split("}")[0]}
    assert root.get("version") == "1.3"
    assert root.find("g:meta", space).attrib == {}
    assert root.find("g:graph", space).get("mode") == "dynamic"
    ids = [edge.get("id") for edge in root.iterfind(".//g:edge", space)]
    assert "signed/KOR/VNM/2024-04-23/1" in ids
    assert len(set(ids)) == len(ids) == graph.networkx.number_of_edges()


def test_sources_and_sides_are_columns(graph: DefenseGraph) -> None:
    nodes, edges = _written(graph)
    talks = nodes["meeting:2021-09-08/ASEAN-KOR/1"]
    assert talks["sides"] == "ASEAN, BRN, IDN, KHM, LAO, MMR, MYS, PHL, SGP, THA, VNM | KOR"
    assert talks["sentences"].startswith("Vice Minister Park")
    assert (talks["articles"], talks["urls"], talks["publishers"]) == ("talks", "https://news.example/talks", "Example News")
    assert nodes["country:KOR"]["articles"] == "dialogue; talks"
    assert "sentences" not in nodes["country:KOR"]
    assert edges["agreed/ASEAN/KOR/2021-09-08/1"]["published"] == "2021-09-08"


def test_dyads_file_has_one_edge_for_each_pair(graph: DefenseGraph, tmp_path: Path) -> None:
    graph.export("graphml", tmp_path / "d.graphml", shape="dyads")
    back = nx.read_graphml(tmp_path / "d.graphml", force_multigraph=True)
    assert not back.is_directed()
    assert back.number_of_edges() == graph.shaped("dyads").number_of_edges()
    assert back.edges["country:KOR", "country:VNM", "dyad/KOR/VNM"]["weight"] == 5.0
    assert igraph.Graph.Read_GraphML(str(tmp_path / "d.graphml")).ecount() == back.number_of_edges()


def test_an_unknown_shape_names_the_known_ones(graph: DefenseGraph, tmp_path: Path) -> None:
    with pytest.raises(QuestionError, match="graphml has no shape 'round'; its shapes are full, dyads, "):
        graph.export("graphml", tmp_path / "g.graphml", shape="round")
    assert list(tmp_path.iterdir()) == []


# ---- files ---------------------------------------------------------------------------------------------------------


def test_exporting_changes_nothing_in_the_graph(graph: DefenseGraph, tmp_path: Path) -> None:
    before = [list(graph.networkx.nodes(data=True)), list(graph.networkx.edges(keys=True, data=True))]
    before = [[(*rest, dict(data)) for *rest, data in part] for part in before]
    graph.export("gexf", tmp_path / "g.gexf")
    graph.export("graphml", tmp_path / "g.graphml")
    graph.export("graphml", tmp_path / "d.graphml", shape="dyads")
    assert before == [list(graph.networkx.nodes(data=True)), list(graph.networkx.edges(keys=True, data=True))]


def test_an_interrupted_write_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    old = tmp_path / "file"
    old.write_text("old")

    def interrupted() -> None:
        with replacing(old) as temporary:
            temporary.write_text("half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
    assert old.read_text() == "old"


def test_a_missing_folder_is_said(tmp_path: Path, graph: DefenseGraph) -> None:
    with pytest.raises(FileNotFoundError, match="no such folder"):
        graph.export("gexf", tmp_path / "nowhere" / "g.gexf")
