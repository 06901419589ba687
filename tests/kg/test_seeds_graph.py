"""The graph of the two articles the project began with: the facts of tests/extract/test_seeds.py, as nodes and edges."""

from pathlib import Path
from typing import Any

import pytest

import kg

ASEAN_MEMBERS = ("BRN", "IDN", "KHM", "LAO", "MMR", "MYS", "PHL", "SGP", "THA", "VNM")
VIDEO_TALKS, FORUM = "meeting:2021-09-08/ASEAN-KOR/1", "meeting:2021-09-08/CHN-JPN-KOR-RUS-USA/1"
DIALOGUE = "meeting:2024-04-23/KOR-VNM/1"
HOANG, KIM, PARK = "official:VNM/hoang-xuan-chien", "official:KOR/kim-seon-ho", "official:KOR/park-jae-min"


@pytest.fixture(scope="module")
def graph(seeds: Path) -> kg.DefenseGraph:
    return kg.build(seeds)


def edges(graph: kg.DefenseGraph, kind: str) -> list[tuple[str, str, dict[str, Any]]]:
    return [(one, other, data) for one, other, data in graph.networkx.edges(data=True) if data["kind"] == kind]


@pytest.mark.parametrize(
    ("node", "attributes"),
    [
        (
            VIDEO_TALKS,
            {
                "date": "2021-09-08",
                "status": "held",
                "mode": "video",
                "level": "vice_ministerial",
                "sidelines_of": "Seoul Defense Dialogue",
                "sides": (("ASEAN", *ASEAN_MEMBERS), ("KOR",)),
                "officials": ("Park Jae-min",),
                "series": "ASEAN-KOR/vice-ministerial-dialogue",
                "multilateral": False,
            },
        ),
        (
            "series:ASEAN-KOR/vice-ministerial-dialogue",
            {"parties": ("ASEAN", "KOR"), "since": "2017", "cadence": "annual", "skipped": ("2020",)},
        ),
        (
            FORUM,
            {
                "name": "Seoul Defense Dialogue",
                "earliest": "2021-09-08",
                "latest": "2021-09-10",
                "parties": ("CHN", "JPN", "KOR", "RUS", "USA"),
                "place_country": "KOR",
                "multilateral": True,
            },
        ),
        (
            DIALOGUE,
            {
                "date": "2024-04-23",
                "reported": "2024-04-24",
                "ordinal": 11,
                "place": "Ha Noi",
                "place_country": "VNM",
                "level": "vice_ministerial",
                "series": "KOR-VNM/defense-policy-dialogue",
                "officials": ("Kim Seon Ho", "Hoang Xuan Chien"),
                "topics": (
                    "consultation_mechanisms",
                    "cybersecurity",
                    "defense_industry",
                    "delegation_exchanges",
                    "education_and_training",
                    "military_medicine",
                    "military_trade",
                    "un_peacekeeping",
                    "war_legacy",
                ),
            },
        ),
        ("series:KOR-VNM/defense-policy-dialogue", {"parties": ("KOR", "VNM")}),
        (
            KIM,
            {"role": "deputy minister of defense", "role_class": "deputy_defense_minister", "inferred": ("role", "role_class")},
        ),
        (PARK, {"country": "KOR", "role": "vice defense minister", "role_class": "deputy_defense_minister"}),
        (HOANG, {"country": "VNM", "role": "deputy minister of defense"}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_nodes(node: str, attributes: dict[str, Any], graph: kg.DefenseGraph) -> None:
    data = graph.networkx.nodes[node]
    assert {name: data.get(name) for name in attributes} == attributes


def test_the_talks_have_no_name_and_the_forum_no_sides(graph: kg.DefenseGraph) -> None:
    assert "name" not in graph.networkx.nodes[VIDEO_TALKS]
    assert "sides" not in graph.networkx.nodes[FORUM]


def test_nodes_of_each_kind(graph: kg.DefenseGraph) -> None:
    by_kind: dict[str, set[str]] = {}
    for node, data in graph.networkx.nodes(data=True):
        by_kind.setdefault(data["kind"], set()).add(node)
    assert by_kind["meeting"] == {VIDEO_TALKS, FORUM, DIALOGUE}
    assert by_kind["official"] == {PARK, HOANG, KIM}
    assert by_kind["ministry"] == {"ministry:KOR/defense", "ministry:VNM/defense"}
    assert by_kind["organization"] == {"organization:ASEAN", "organization:UN"}
    assert by_kind["country"] == {f"country:{code}" for code in (*ASEAN_MEMBERS, "CHN", "JPN", "KOR", "RUS", "USA")}


@pytest.mark.parametrize(
    ("kind", "source", "target", "attributes"),
    [
        (
            "agreed",
            "organization:ASEAN",
            "country:KOR",
            {"date": "2021-09-08", "topics": ("defense_industry", "security_and_defense")},
        ),
        ("agreed", "country:KOR", "country:VNM", {"date": "2024-04-23"}),
        ("signed", "country:KOR", "country:VNM", {"date": "2024-04-23", "documents": ("dialogue's minutes",)}),
        ("upgraded_ties", "country:KOR", "country:VNM", {"date": "2022-12", "detail": "comprehensive strategic partnership"}),
        ("aided", "country:KOR", "country:VNM", {"amount": 34_000_000.0, "currency": "USD", "date": None}),
    ],
)
def test_relations(kind: str, source: str, target: str, attributes: dict[str, Any], graph: kg.DefenseGraph) -> None:
    (data,) = (data for one, other, data in edges(graph, kind) if (one, other) == (source, target))
    assert {name: data.get(name) for name in attributes} == attributes


def test_larger_meeting_and_series(graph: kg.DefenseGraph) -> None:
    assert [edge[:2] for edge in edges(graph, "held_beside")] == [(VIDEO_TALKS, FORUM)]
    assert {edge[:2] for edge in edges(graph, "part_of")} == {
        (VIDEO_TALKS, "series:ASEAN-KOR/vice-ministerial-dialogue"),
        (DIALOGUE, "series:KOR-VNM/defense-policy-dialogue"),
    }


def test_who_met_whom(graph: kg.DefenseGraph) -> None:
    """Only across the sides of held talks: nobody met in the forum, and no member of ASEAN met another."""
    members = {tuple(sorted((f"country:{code}", "country:KOR"))) for code in ASEAN_MEMBERS}
    expected = {*members, ("country:KOR", "organization:ASEAN"), (KIM, HOANG)}
    assert {edge[:2] for edge in edges(graph, "met")} == expected
    assert [(met.other, met.date, met.place) for met in graph.who_met("Hoang Xuan Chien")] == [
        ("Kim Seon Ho", "2024-04-23", "Ha Noi")
    ]
    assert {met.other for met in graph.who_met("Park Jae-min")} == {"ASEAN", *ASEAN_MEMBERS}


def test_everything_rests_on_sentences_of_the_articles(graph: kg.DefenseGraph, seeds: Path) -> None:
    texts = {path.stem: path.read_text("utf-8") for path in seeds.glob("*.txt")}
    items = [data for _, data in graph.networkx.nodes(data=True)] + [data for *_, data in graph.networkx.edges(data=True)]
    for data in items:
        assert data["sources"]
        for source in data["sources"]:
            if data["kind"] in {"country", "organization"}:
                assert source.sentence is None
            else:
                assert texts[source.article][source.start_char : source.end_char] == source.sentence
