"""What others read in our GraphML and GEXF is what was written: nodes, edges, types and values, of odd graphs and of any."""

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.record import Record
from kg.defense_graph import DefenseGraph
from kg.export import FORMATS
from kg.export.flow import Flow, flow_of
from kg.export.shapes import SHAPES, shaped
from tests.kg.export.odd import ODD
from tests.kg.export.readers import (
    Told,
    gexf_in_networkx,
    graphml_in_igraph,
    graphml_in_networkx,
    in_graphology,
    seen_by_graphology,
    seen_by_igraph,
    told,
)
from tests.kg.strategies import crowded, records
from tests.presence import absent

InGraphology = Callable[[str, bytes], Told]


@pytest.fixture(scope="module")
def in_node(npm_package: Callable[[str], Path]) -> Iterator[InGraphology]:
    """Reads a text of a format with graphology, in one process of Node for all graphs."""
    for name in ("graphology", "graphology-graphml", "graphology-gexf"):
        npm_package(name)
    node = shutil.which("node") or absent("node")
    script = Path(__file__).parent / "read_graphs.cjs"
    with subprocess.Popen([node, script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdin
        assert process.stdout

        def read(format_name: str, text: bytes) -> Told:
            print(json.dumps({"format": format_name, "text": text.decode()}), file=process.stdin, flush=True)
            return in_graphology(process.stdout.readline())

        yield read
        process.stdin.close()


def _flow(told_of: list[Record], shape: str) -> Flow:
    return shaped(flow_of(DefenseGraph.from_records(told_of).networkx), shape)


def _written(flow: Flow, format_name: str) -> bytes:
    file = BytesIO()
    FORMATS[format_name].one(flow, file)
    return file.getvalue()


def _check_in_python(flow: Flow) -> None:
    graphml, gexf, graph = _written(flow, "graphml"), _written(flow, "gexf"), told(flow)
    assert graphml_in_networkx(graphml).exact() == graph.without("spell").exact()
    assert gexf_in_networkx(gexf).exact() == graph.exact()
    assert graphml_in_igraph(graphml).exact() == seen_by_igraph(graph).exact()


def _check_in_graphology(flow: Flow, in_node: InGraphology) -> None:
    seen = seen_by_graphology(told(flow))
    assert in_node("graphml", _written(flow, "graphml")).exact() == seen.exact()
    read = in_node("gexf", _written(flow, "gexf"))
    assert read.exact() == seen._replace(directed=flow.directed if seen.edges else None).exact()


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("odd", ODD)
def test_odd_graphs_come_back_in_networkx_and_igraph(odd: str, shape: str) -> None:
    _check_in_python(_flow([*ODD[odd]], shape))


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("odd", ODD)
def test_odd_graphs_come_back_in_graphology(odd: str, shape: str, in_node: InGraphology) -> None:
    _check_in_graphology(_flow([*ODD[odd]], shape), in_node)


ANY = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


@ANY
@given(told_of=records | crowded(), shape=st.sampled_from([*SHAPES]))
def test_any_graph_comes_back_in_networkx_and_igraph(told_of: list[Record], shape: str) -> None:
    _check_in_python(_flow(told_of, shape))


@ANY
@given(told_of=records | crowded(), shape=st.sampled_from([*SHAPES]))
def test_any_graph_comes_back_in_graphology(told_of: list[Record], shape: str, in_node: InGraphology) -> None:
    _check_in_graphology(_flow(told_of, shape), in_node)


def test_the_odd_graphs_are_odd() -> None:
    """Self-loops, parallel edges, undated ones and hostile text are really there."""
    full = {odd: told(_flow([*told_of], "full")) for odd, told_of in ODD.items()}
    assert (full["nothing"].nodes, len(full["one node"].nodes)) == ({}, 1)
    assert [source == target for source, target, _ in full["to itself"].edges.values()] == [True, True]
    ends = [ends for *ends, edge in full["parallel edges"].edges.values() if edge["kind"] in ("met", "aided")]
    assert len(ends) > len({*map(tuple, ends)}) + 3
    assert not [edge for *_, edge in full["undated"].edges.values() if "spell" in edge]
    assert ("2021-01-01", "2021-12-31") in [edge.get("spell") for *_, edge in full["dated to the year"].edges.values()]
    assert [edge["amount"] for *_, edge in full["a small number"].edges.values() if "amount" in edge] == [1e-9]
    assert len(full["long sentences"].edges["aided/KOR/VNM/undated/1"][2]["sentences"]) > 10_000
