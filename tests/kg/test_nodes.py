"""What a node is called and tied to."""

import pytest

from kg.defense_graph import DefenseGraph
from kg.nodes import (
    canonical_id,
    country_of,
    is_country,
    is_official,
    meetings_of,
    name_of,
    officials_at,
    officials_of,
    parties_at,
    party_node,
    party_nodes,
)

PARK, TALKS, DIALOGUE = "official:KOR/park-jae-min", "meeting:2021-09-08/ASEAN-KOR/1", "meeting:2024-04-23/KOR-VNM/1"


@pytest.mark.parametrize(
    ("key", "name", "country", "kinds"),
    [
        (PARK, "Park Jae-min", "KOR", (True, False)),
        ("country:KOR", "KOR", "KOR", (False, True)),
        ("organization:ASEAN", "ASEAN", "ASEAN", (False, False)),
    ],
)
def test_a_node_by_its_key(graph: DefenseGraph, key: str, name: str, country: str, kinds: tuple[bool, bool]) -> None:
    assert (name_of(graph.networkx, key), country_of(graph.networkx, key)) == (name, country)
    assert (is_official(key), is_country(key)) == kinds


def test_an_id_may_hold_anything() -> None:
    assert canonical_id("official:KOR/a:b") == "KOR/a:b"


def test_parties(graph: DefenseGraph) -> None:
    assert party_node(graph.networkx, "ASEAN") == "organization:ASEAN"
    assert party_node(graph.networkx, "FJI") is None
    assert {"country:KOR", "organization:ASEAN"} < set(party_nodes(graph.networkx))


def test_who_is_tied_to_what(graph: DefenseGraph) -> None:
    assert officials_of(graph.networkx, "VNM") == ["official:VNM/hoang-xuan-chien"]
    assert officials_of(graph.networkx, "FJI") == []
    assert list(meetings_of(graph.networkx, PARK)) == [TALKS]
    assert {TALKS, DIALOGUE} < set(meetings_of(graph.networkx, "country:KOR"))
    assert officials_at(graph.networkx, TALKS) == [PARK]
    assert parties_at(graph.networkx, DIALOGUE) == ["country:KOR", "country:VNM"]
