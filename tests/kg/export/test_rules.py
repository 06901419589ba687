"""Our GraphML and GEXF keep the rules of their formats, whatever is written; and the checker finds what breaks them."""

from collections.abc import Callable
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.record import Record
from kg.defense_graph import DefenseGraph
from kg.export import FORMATS
from kg.export.columns import DYAD_YEARS, DYADS, EDGES, MET, NODES, Columns
from kg.export.flow import flow_of
from kg.export.shapes import SHAPES, shaped
from tests.kg.export.odd import ODD
from tests.kg.export.rules import gexf_faults, graphml_faults
from tests.kg.strategies import crowded, records

RULES = {"graphml": graphml_faults, "gexf": gexf_faults}


def _written(told_of: list[Record], format_name: str, shape: str) -> bytes:
    file = BytesIO()
    FORMATS[format_name].one(shaped(flow_of(DefenseGraph.from_records(told_of).networkx), shape), file)
    return file.getvalue()


@pytest.mark.parametrize(("format_name", "faults"), RULES.items())
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("odd", ODD)
def test_odd_graphs_keep_the_rules(odd: str, shape: str, format_name: str, faults: Callable[[bytes], list[str]]) -> None:
    assert faults(_written([*ODD[odd]], format_name, shape)) == []


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(told_of=records | crowded(), shape=st.sampled_from([*SHAPES]), format_name=st.sampled_from([*RULES]))
def test_any_graph_keeps_the_rules(told_of: list[Record], shape: str, format_name: str) -> None:
    assert RULES[format_name](_written(told_of, format_name, shape)) == []


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(told_of=records | crowded(), shape=st.sampled_from([*SHAPES]))
def test_every_edge_weighs_something(told_of: list[Record], shape: str) -> None:
    """Gephi leaves out an edge of weight 0."""
    flow = shaped(flow_of(DefenseGraph.from_records(told_of).networkx), shape)
    assert [edge for edge in flow.edges() if not edge.attributes["weight"] > 0] == []


BREAKS = [
    ("graphml", '<key id="edge_date"', '<key id="edge_end"'),
    ("graphml", 'attr.name="date"', 'attr.name="end"'),
    ("graphml", ' attr.type="boolean"', ""),
    ("graphml", 'edgedefault="directed"', 'edgedefault="both"'),
    ("graphml", '<data key="edge_kind">', '<data key="node_kind">'),
    ("graphml", '<data key="node_size">9.0<', '<data key="node_size">large<'),
    ("graphml", '<data key="node_size">9.0<', '<data key="node_r">9<'),
    ("graphml", ' id="country:KOR"', ' id="country:VNM"'),
    ("graphml", ' source="country:KOR"', ' source="country:NOR"'),
    ("graphml", "</graph>", '<node id="late"/></graph>'),
    ("graphml", "</graph>", "</graph><note/>"),
    ("graphml", 'xmlns="http://graphml', 'xmlns="http://other'),
    ("gexf", '<attribute id="date" ', '<attribute id="status" '),
    ("gexf", ' title="date"', ' title="status"'),
    ("gexf", ' type="boolean"', ""),
    ("gexf", 'timeformat="date"', 'timeformat="double"'),
    ("gexf", 'version="1.3"', 'version="1.2"'),
    ("gexf", 'for="latitude" value="37', 'for="latitude" value="about 37'),
    ("gexf", 'for="latitude"', 'for="height"'),
    ("gexf", 'for="latitude"', 'for="longitude"'),
    ("gexf", '<spell start="2021-05-04"', '<spell start="2021-05-05"'),
    ("gexf", '<spell start="2021-05-04"', '<spell start="2021-05"'),
    ("gexf", "<spells>", "<spells/><spells>"),
    ("gexf", ' g="114"', ' g="256"'),
    ("gexf", ' weight="1.0"', ' weight="heavy"'),
    ("gexf", ' id="country:KOR"', ' id="country:VNM"'),
    ("gexf", ' target="country:KOR"', ' target="country:NOR"'),
    ("gexf", "<attvalues>", "<attvalues/><attvalues>"),
    ("gexf", "<nodes>", "<nodes/><nodes>"),
]


@pytest.mark.parametrize(("format_name", "old", "new"), BREAKS)
def test_what_breaks_the_rules_is_found(format_name: str, old: str, new: str) -> None:
    text = _written([*ODD["both ways"]], format_name, "full").decode()
    assert old in text
    assert RULES[format_name](text.replace(old, new).encode())


@pytest.mark.parametrize("columns", [NODES, EDGES, DYADS, DYAD_YEARS, MET])
def test_no_column_means_something_else_to_gephi(columns: Columns) -> None:
    """Its importers take some names of attributes for places, labels, ids and weights, and reserve others."""
    taken = {"x", "y", "z", "xpos", "ypos", "d3", "d7", "edgelabel", "edgeid", "id", "source", "target", "type", "timeset"}
    assert not taken & {name.lower() for name in columns}
