"""Records → graph: the nodes, edges and attributes that docs/graph.md promises."""

from typing import Any

import networkx as nx
import pytest

from extract.record import Meeting, Ministry, Official, Record, Relation, Series
from kg.defense_graph import DefenseGraph
from kg.errors import RecordError
from kg.kinds import EDGES, NODES
from kg.sources import Source


def _graph(*records: Record) -> nx.MultiDiGraph:
    return DefenseGraph.from_records(records).networkx


def _edges(graph: nx.MultiDiGraph, kind: str) -> dict[str, dict[str, Any]]:
    return {key: edge for _, _, key, edge in graph.edges(keys=True, data=True) if edge["kind"] == kind}


def test_every_kind_is_there_and_nothing_is_none(graph: DefenseGraph) -> None:
    elements = [node for _, node in graph.networkx.nodes(data=True)] + [edge for *_, edge in graph.networkx.edges(data=True)]
    assert {element["kind"] for element in elements} == {*NODES, *EDGES} - {"visited", "supplied_arms", "exercised"}
    assert all(value not in (None, "", ()) for element in elements for value in element.values())
    assert all({"kind", "label", "sources"} <= element.keys() for element in elements)


def test_edge_ids_are_unique_and_told_by_kind_ends_and_date(graph: DefenseGraph) -> None:
    keys = [key for *_, key in graph.networkx.edges(keys=True)]
    assert len(set(keys)) == len(keys)
    assert {"signed/KOR/VNM/2024-04-23/1", "aided/KOR/VNM/undated/1", "met/KOR/VNM/2024-04-23/KOR-VNM/1"} <= set(keys)


def test_what_rests_on_one_sentence_shares_it(graph: DefenseGraph) -> None:
    """Of a large graph most would else be sources."""
    talks = "meeting:2021-09-08/ASEAN-KOR/1"
    told = graph.networkx.nodes[talks]["sources"]
    assert all(edge["sources"] is told for _, _, edge in graph.networkx.edges(talks, data=True))
    assert graph.networkx.nodes["official:KOR/park-jae-min"]["sources"][0] is told[0]


def test_country_node(graph: DefenseGraph) -> None:
    node = graph.networkx.nodes["country:VNM"]
    assert (node["label"], node["code"], node["region"]) == ("Viet Nam", "VNM", "South-eastern Asia")
    assert 20 < node["latitude"] < 22
    assert "ASEAN" in node["memberships"]
    assert [source.article for source in node["sources"]] == ["dialogue", "talks"]


def test_official_node_and_its_office(graph: DefenseGraph) -> None:
    node = graph.networkx.nodes["official:KOR/kim-seon-ho"]
    assert node["spellings"] == ("Kim Seon Ho",)
    assert node["inferred"] == ("role", "role_class")
    offices = _edges(graph.networkx, "holds_office")
    assert (
        offices["holds_office/KOR/kim-seon-ho/KOR/defense/deputy_defense_minister"]["role_class"] == "deputy_defense_minister"
    )
    assert graph.networkx.has_edge("official:KOR/kim-seon-ho", "ministry:KOR/defense")
    assert graph.networkx.nodes["ministry:KOR/defense"]["label"] == "Ministry of Defense, South Korea"


def test_who_is_named_without_an_office_holds_none_by_that() -> None:
    minister = Official(name="Ana Sol", country="PHL", role_class="defense_minister", inferred=("role_class",))
    graph = _graph(
        Record(id="a", published="2020-01-01", officials=(minister,)),
        Record(id="b", published="2021-01-01", officials=(Official(name="Ana Sol", country="PHL"),)),
        Record(id="c", officials=(Official(name="Jo Reyes", country="PHL"),)),
    )
    assert graph.nodes["official:PHL/ana-sol"]["role_class"] == "defense_minister"
    (held,) = _edges(graph, "holds_office").values()
    assert (held["role_class"], [source.article for source in held["sources"]]) == ("defense_minister", ["a"])


def test_office_outside_a_ministry_is_held_of_the_party() -> None:
    officials = (
        Official(name="Ana Sol", country="PHL", role_class="ambassador"),
        Official(name="Jo Berg", country="NATO", role_class="military_officer"),
        Official(name="Nobody Knows", country=None, role_class="defense_minister"),
    )
    graph = _graph(Record(id="a", officials=officials))
    held = {(source, target) for source, target, kind in graph.edges(data="kind") if kind == "holds_office"}
    assert held == {("official:PHL/ana-sol", "country:PHL"), ("official:NATO/jo-berg", "organization:NATO")}
    assert "country" not in graph.nodes["official:unknown/nobody-knows"]


def test_meeting_of_a_body_and_its_members(graph: DefenseGraph) -> None:
    node = graph.networkx.nodes["meeting:2021-09-08/ASEAN-KOR/1"]
    assert node["label"] == "ASEAN – South Korea, video talks"
    assert node["sides"][1] == ("KOR",)
    assert node["officials"] == ("Park Jae-min",)
    assert node["series"] == "ASEAN-KOR/vice-ministerial-dialogue"
    assert (node["earliest"], node["latest"], node["reported"], node["multilateral"]) == ("2021-09-08",) * 3 + (False,)
    assert graph.networkx.nodes["series:ASEAN-KOR/vice-ministerial-dialogue"]["skipped"] == ("2020",)


def test_met_joins_only_those_who_faced_each_other(graph: DefenseGraph) -> None:
    met = {key.rsplit("/", 3)[0] for key in _edges(graph.networkx, "met")}
    assert "met/KOR/kim-seon-ho/VNM/hoang-xuan-chien" in met
    assert "met/KOR/VNM" in met
    assert "met/LAO/VNM" not in met  # one side
    assert "met/CHN/USA" not in met  # in one forum
    assert not any("park-jae-min" in key for key in met)  # the other side names nobody


def test_forum_and_the_talks_beside_it(graph: DefenseGraph) -> None:
    forum = graph.networkx.nodes["meeting:2021-09-08/CHN-JPN-KOR-RUS-USA/1"]
    assert (forum["multilateral"], forum["latest"], "sides" in forum) == (True, "2021-09-10", False)
    assert graph.networkx.has_edge("meeting:2021-09-08/ASEAN-KOR/1", "meeting:2021-09-08/CHN-JPN-KOR-RUS-USA/1")


@pytest.mark.parametrize("status", ["planned", "cancelled"])
def test_nobody_has_met_before_a_meeting_is_held(status: str) -> None:
    graph = _graph(Record(id="a", meetings=(Meeting(date="2030-01-02", parties=("KOR", "VNM"), status=status),)))
    assert not _edges(graph, "met")
    assert {edge["status"] for edge in _edges(graph, "took_part").values()} == {status}


@pytest.mark.parametrize(
    ("meeting", "label"),
    [
        (Meeting(parties=("VNM", "KOR")), "South Korea – Viet Nam, talks"),
        (Meeting(parties=("VNM", "KOR"), mode="phone"), "South Korea – Viet Nam, phone call"),
        (Meeting(parties=("VNM", "KOR"), name="Defense Dialogue"), "Defense Dialogue"),
        (Meeting(parties=("DEU", "FRA", "RUS"), sides=(("RUS",), ("DEU", "FRA"))), "Germany and France – Russia, talks"),
        (Meeting(parties=("CHN", "JPN", "KOR", "LAO")), "China, Japan, South Korea, Laos, forum"),
        (Meeting(parties=("CHN", "JPN", "KOR", "LAO", "USA", "VNM")), "China, Japan, South Korea, 3 others, forum"),
    ],
)
def test_meeting_labels(meeting: Meeting, label: str) -> None:
    graph = _graph(Record(id="a", meetings=(meeting,)))
    assert [node["label"] for _, node in graph.nodes(data=True) if node["kind"] == "meeting"] == [label]


def test_reports_of_one_meeting_add_up() -> None:
    kim, hoang = Official(name="Kim Seon-ho", country="KOR"), Official(name="Hoang Xuan Chien", country="VNM")
    records = [
        Record(
            id="a",
            published="2024-04-24",
            officials=(kim,),
            meetings=(
                Meeting(
                    date="2024-04-23",
                    parties=("KOR", "VNM"),
                    officials=("Kim Seon-ho",),
                    evidence="Kim came.",
                    inferred=("date",),
                ),
            ),
        ),
        Record(
            id="b",
            published="2024-04-23",
            officials=(hoang, Official(name="Seon-ho Kim", country="KOR")),
            meetings=(
                Meeting(
                    date="2024-04-23",
                    parties=("KOR", "VNM"),
                    officials=("Hoang Xuan Chien", "Seon-ho Kim"),
                    place="Ha Noi",
                    mode="video",
                    topics=("cybersecurity",),
                    evidence="They spoke.",
                ),
            ),
        ),
    ]
    graph = _graph(*records)
    node = graph.nodes["meeting:2024-04-23/KOR-VNM/1"]
    assert node["officials"] == ("Seon-ho Kim", "Hoang Xuan Chien")
    assert (node["place"], node["mode"], node["topics"], node["reported"]) == (
        "Ha Noi",
        "video",
        ("cybersecurity",),
        "2024-04-23",
    )
    assert "inferred" not in node  # one of them states the date
    assert [source.sentence for source in node["sources"]] == ["Kim came.", "They spoke."]
    attended = _edges(graph, "attended")
    assert len(attended) == 2
    assert len(next(edge for key, edge in attended.items() if "kim" in key)["sources"]) == 2
    assert len(next(edge for key, edge in attended.items() if "hoang" in key)["sources"]) == 1


def test_latest_known_role_is_the_role() -> None:
    def told(record_id: str, published: str | None, role: str | None, role_class: str) -> Record:
        official = Official(name="Shin Won-sik", country="KOR", role=role, role_class=role_class)
        return Record(id=record_id, published=published, officials=(official,))

    graph = _graph(
        told("a", "2024-01-01", "defense minister", "defense_minister"),
        told("b", "2024-09-01", "national security adviser", "national_security_adviser"),
        told("c", None, "lawmaker", "legislator"),
        told("d", "2025-01-01", None, "other"),
    )
    node = graph.nodes["official:KOR/shin-won-sik"]
    assert (node["role"], node["role_class"]) == ("national security adviser", "national_security_adviser")
    assert len(_edges(graph, "holds_office")) == 3


def test_sources_carry_the_article(video_talks: Record) -> None:
    (source,) = _graph(video_talks).nodes["official:KOR/park-jae-min"]["sources"]
    official = video_talks.officials[0]
    assert source == Source(
        article="talks",
        title=video_talks.title,
        publisher="Example News",
        url="https://news.example/talks",
        published="2021-09-08",
        sentence=official.evidence,
        start_char=official.start_char,
        end_char=official.end_char,
    )


@pytest.mark.parametrize(
    ("records", "words"),
    [
        ([Record(id="a"), Record(id="b"), Record(id="a")], "two records have the id 'a'"),
        ([Record(id="a", countries=("South Korea",))], "the party 'South Korea'"),
        ([Record(id="a", meetings=(Meeting(parties=("KOR", "V/M")),))], "the party 'V/M'"),
        ([Record(id="a", ministries=(Ministry(country="KOR", kind="De/fense"),))], "the ministry 'De/fense'"),
        ([Record(id="a", published="8 September")], "'8 September' is no ISO date"),
        (
            [Record(id="a", relations=(Relation(type="signed", source="KOR", target="VNM", date="2021-02-30"),))],
            "date that is none",
        ),
        ([Record(id="a", meetings=(Meeting(parties=("KOR", "VNM"), date="2021-02-30"),))], "date that is none"),
        ([Record(id="a", series=(Series(name="talks", skipped=("lately",)),))], "'lately' is no ISO date"),
        ([Record(id="a", officials=(Official(name=" "),))], "without a name"),
    ],
)
def test_records_that_make_no_graph_are_refused_in_one_line(records: list[Record], words: str) -> None:
    with pytest.raises(RecordError) as error:
        DefenseGraph.from_records(records)
    assert words in str(error.value)
    assert "\n" not in str(error.value)


def test_no_records_make_an_empty_graph() -> None:
    assert _graph().number_of_nodes() == 0


def test_an_office_told_without_its_country_is_in_the_ministry_of_the_officials_country() -> None:
    told = (("a", "NOR", "ambassador"), ("b", None, "defense_minister"))
    records = [
        Record(id=article, officials=(Official(name="Kari Berg", country=country, role="office", role_class=office),))
        for article, country, office in told
    ]
    graph = DefenseGraph.from_records(records).networkx
    assert graph.nodes["ministry:NOR/defense"]["kind"] == "ministry"
    assert graph.has_edge("official:NOR/kari-berg", "ministry:NOR/defense")
