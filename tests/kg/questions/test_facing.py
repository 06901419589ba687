"""Who faced whom."""

from typing import Any

import pytest

from extract.record import Meeting, Official, Record
from kg.defense_graph import DefenseGraph
from kg.questions.facing import faced, faced_each_other, is_forum, sides_present

PEOPLE = {"Jonas Berg": "NOR", "Per Dahl": "NOR", "Mads Holm": "DNK", "Sam Stray": None}


def sitting(*people: str, **meeting: Any) -> tuple[Any, str]:
    """A graph of one meeting of some of PEOPLE, and the meeting's node key."""
    officials = tuple(Official(name=name, country=PEOPLE[name]) for name in people)
    record = Record(id="a", officials=officials, meetings=(Meeting(officials=people, **meeting),))
    graph = DefenseGraph.from_records([record]).networkx
    return graph, next(key for key, kind in graph.nodes(data="kind") if kind == "meeting")


@pytest.mark.parametrize(
    ("people", "parties", "delegations"),
    [
        (("Jonas Berg", "Mads Holm"), ("DNK", "NOR"), [["DNK/mads-holm"], ["NOR/jonas-berg"]]),
        (("Jonas Berg", "Per Dahl"), ("DNK", "NOR"), [["DNK"], ["NOR/jonas-berg", "NOR/per-dahl"]]),
        (("Jonas Berg", "Sam Stray"), ("DNK", "NOR"), [["DNK"], ["NOR/jonas-berg"]]),  # he may have sat on either side
        (("Mads Holm",), ("NATO", "KOR", "DNK"), [["DNK/mads-holm"], ["KOR"]]),
        (
            ("Jonas Berg", "Sam Stray"),
            ("CHN", "JPN", "KOR", "NOR"),
            [["CHN"], ["JPN"], ["KOR"], ["NOR/jonas-berg"], ["unknown/sam-stray"]],
        ),
        (  # two of one country that is not told to have taken part
            ("Jonas Berg", "Per Dahl", "Sam Stray"),
            ("CHN", "JPN", "KOR", "USA"),
            [["CHN"], ["JPN"], ["KOR"], ["NOR/jonas-berg", "NOR/per-dahl"], ["USA"], ["unknown/sam-stray"]],
        ),
    ],
)
def test_delegations_are_the_named_or_else_the_parties(
    people: tuple[str, ...], parties: tuple[str, ...], delegations: list[list[str]]
) -> None:
    graph, meeting = sitting(*people, parties=parties)
    found = [[key.split(":", 1)[1] for key in side.delegation] for side in sides_present(graph, meeting)]
    assert sorted(found) == sorted(delegations)
    assert is_forum(graph.nodes[meeting]) is (len(parties) > 3)


def test_an_official_faced_the_other_side_only() -> None:
    graph, meeting = sitting("Jonas Berg", "Per Dahl", "Mads Holm", parties=("DNK", "NOR"))
    assert list(faced(graph, meeting, "official:NOR/jonas-berg")) == ["official:DNK/mads-holm"]


@pytest.mark.parametrize(
    ("node", "found"),
    [
        ({"parties": ("DNK", "NOR"), "sides": (("DNK",), ("NOR",))}, True),
        ({"parties": ("DNK", "NOR", "USA"), "sides": (("DNK", "NOR"), ("USA",))}, False),
        ({"parties": ("DNK", "FIN", "NOR", "USA")}, True),
        ({"parties": ("DNK", "USA"), "sides": (("DNK",), ("USA",))}, False),
        ({}, False),
    ],
)
def test_two_parties_faced_each_other(node: dict[str, Any], found: bool) -> None:
    assert faced_each_other(node, {"DNK", "NOR"}) is found
