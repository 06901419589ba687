"""One edge for each pair: what is counted, of whom, and in which year."""

import pytest

from extract.record import Meeting, Official, Record, Relation
from kg.defense_graph import DefenseGraph
from kg.errors import QuestionError
from kg.export.flow import Edge, flow_of, of_kinds
from kg.export.shapes import SHAPES, shaped
from kg.kinds import EDGES, RELATIONS

DEFENSE = "defense_minister"


@pytest.fixture
def meetings() -> DefenseGraph:
    """Two ministers who met twice and were at a forum with two others, one of them of the same country."""
    people = (("Anna Dahl", "NOR"), ("Erik Moe", "NOR"), ("Mads Holm", "DNK"), ("Pekka Salo", "FIN"))
    officials = tuple(Official(name=name, country=country, role_class=DEFENSE) for name, country in people)
    pair = {"parties": ("DNK", "NOR"), "officials": ("Anna Dahl", "Mads Holm")}
    return DefenseGraph.from_records(
        [
            Record(
                id="a",
                published="2020-05-04",
                officials=officials,
                meetings=(
                    Meeting(date="2020-05-04", **pair),
                    Meeting(date="2021-01", **pair),
                    Meeting(date="2020-06-01", parties=("DNK", "FIN", "NOR", "SWE"), officials=tuple(n for n, _ in people)),
                    Meeting(date="2022-01-01", status="planned", **pair),
                ),
                relations=(
                    Relation(type="visited", source="NOR", target="DNK", date="2020-05-04"),
                    Relation(type="visited", source="DNK", target="NOR", date="2021-12-31"),
                    Relation(type="aided", source="DNK", target="NOR"),
                ),
            )
        ]
    )


def edges(graph: DefenseGraph, shape: str, *kinds: str) -> dict[str, Edge]:
    return {edge.key: edge for edge in shaped(of_kinds(flow_of(graph.networkx), kinds), shape).edges()}


def test_officials_who_met(meetings: DefenseGraph) -> None:
    pairs = edges(meetings, "officials")
    assert list(pairs) == [
        "official_pair/DNK/mads-holm/FIN/pekka-salo",
        "official_pair/DNK/mads-holm/NOR/anna-dahl",
        "official_pair/DNK/mads-holm/NOR/erik-moe",
        "official_pair/FIN/pekka-salo/NOR/anna-dahl",
        "official_pair/FIN/pekka-salo/NOR/erik-moe",
    ]
    assert pairs["official_pair/DNK/mads-holm/NOR/anna-dahl"].attributes == {
        "kind": "official_pair",
        "label": "Mads Holm – Anna Dahl",
        "weight": 2.333333,
        "meetings": 2,
        "forums": 1,
        "first": "2020-05-04",
        "last": "2021-01-31",
    }
    only_a_forum = pairs["official_pair/DNK/mads-holm/FIN/pekka-salo"].attributes
    assert (only_a_forum["weight"], only_a_forum["meetings"], only_a_forum["forums"]) == (0.333333, 0, 1)


def test_countries_that_met(meetings: DefenseGraph, graph: DefenseGraph) -> None:
    pair = edges(meetings, "countries")["country_pair/DNK/NOR"].attributes
    assert (pair["weight"], pair["meetings"], pair["forums"], pair["last"]) == (2.333333, 2, 1, "2021-01-31")
    assert "visited" not in pair
    assert not any("ASEAN" in key for key in edges(graph, "countries"))


def test_dyads_count_both_ways(meetings: DefenseGraph) -> None:
    pair = edges(meetings, "dyads")["dyad/DNK/NOR"].attributes
    assert (pair["visited"], pair["visited_ab"], pair["visited_ba"]) == (2, 1, 1)
    assert (pair["aided"], pair["aided_ab"], pair["aided_ba"]) == (1, 1, 0)
    assert (pair["weight"], pair["first"], pair["last"]) == (5.333333, "2020-05-04", "2021-12-31")


def test_dyad_years(meetings: DefenseGraph) -> None:
    years = edges(meetings, "dyad_years")
    assert [key.removeprefix("dyad_year/DNK/NOR") for key in years if "DNK/NOR" in key] == ["", "/2020", "/2021"]
    undated, first, second = (years[f"dyad_year/DNK/NOR{year}"].attributes for year in ("", "/2020", "/2021"))
    assert "year" not in undated
    assert (undated["weight"], undated["aided"]) == (1.0, 1)
    assert (first["year"], first["meetings"], first["visited"], first["forums"]) == (2020, 1, 1, 1)
    assert (second["year"], second["meetings"], second["visited_ab"], second["last"]) == (2021, 1, 1, "2021-12-31")
    assert (first["code_a"], first["cow_a"], first["gw_a"]) == ("DNK", 390, 390)
    assert (first["code_b"], first["cow_b"], first["gw_b"]) == ("NOR", 385, 385)


def test_the_numbers_of_a_dyad_year_are_those_of_the_year() -> None:
    talks = (Meeting(date=date, parties=("DEU", "USA")) for date in ("1985-01-01", "1995-01-01"))
    graph = DefenseGraph.from_records([Record(id="a", meetings=tuple(talks))])
    assert [edge.attributes["cow_a"] for edge in edges(graph, "dyad_years").values()] == [260, 255]


def test_the_years_of_a_pair_add_up_to_its_dyad(graph: DefenseGraph) -> None:
    years = edges(graph, "dyad_years").values()
    for key, dyad in edges(graph, "dyads").items():
        own = [edge.attributes for edge in years if (edge.source, edge.target) == (dyad.source, dyad.target)]
        assert sum(attributes["weight"] for attributes in own) == pytest.approx(dyad.attributes["weight"]), key


def test_kinds_are_kept_before_anything_is_counted(meetings: DefenseGraph) -> None:
    pair = edges(meetings, "dyads", "visited")["dyad/DNK/NOR"].attributes
    assert (pair["weight"], pair["visited"], pair["meetings"], pair["forums"]) == (2.0, 2, 0, 0)
    flow = of_kinds(flow_of(meetings.networkx), ["visited"])
    assert {edge.attributes["kind"] for edge in flow.edges()} == {"visited"}
    assert [node.key for node in flow.nodes()] == ["country:DNK", "country:NOR"]
    assert edges(meetings, "dyads", "attended") == {}


@pytest.mark.parametrize("shape", SHAPES)
def test_edges_have_ends_and_the_columns_of_their_shape(shape: str, graph: DefenseGraph) -> None:
    flow = shaped(flow_of(graph.networkx), shape)
    keys = {node.key for node in flow.nodes()}
    for edge in flow.edges():
        assert {edge.source, edge.target} <= keys
        assert edge.attributes.keys() - {"sources"} <= flow.edge_columns.keys()
        assert flow.directed or edge.source < edge.target


def test_networkx_takes_a_shape(meetings: DefenseGraph) -> None:
    pairs = meetings.shaped("officials")
    assert not pairs.is_directed()
    (pair,) = pairs["official:DNK/mads-holm"]["official:NOR/anna-dahl"].values()
    assert pair["meetings"] == 2


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda graph: graph.shaped("round"), "there is no shape 'round'; the shapes are full, dyads, dyad_years, "),
        (lambda graph: graph.export("graphml", "g", kinds=["hugged"]), f"no kind of edge 'hugged'; the kinds are {EDGES[0]}, "),
        (lambda graph: graph.export("docx", "g"), "there is no format 'docx'; the formats are graphml, gexf, csv, "),
    ],
)
def test_unknown_words_name_the_known_ones(ask, said, graph) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(QuestionError, match=said):
        ask(graph)


def test_dyads_count_meetings_and_each_kind_of_relation(graph: DefenseGraph) -> None:
    dyads = graph.shaped("dyads")
    pair = dyads.edges["country:KOR", "country:VNM", "dyad/KOR/VNM"]
    assert (pair["label"], pair["kind"]) == ("South Korea – Viet Nam", "dyad")
    assert (pair["weight"], pair["meetings"], pair["forums"]) == (5.0, 2, 0)
    assert {kind: pair[kind] for kind in RELATIONS if pair[kind]} == {"signed": 1, "upgraded_ties": 1, "aided": 1}
    assert (pair["first"], pair["last"]) == ("2021-09-08", "2024-04-23")


def test_forums_are_counted_apart_and_weigh_what_each_of_many_has_of_one(graph: DefenseGraph) -> None:
    dyads = graph.shaped("dyads")
    pair = dyads.edges["country:CHN", "country:JPN", "dyad/CHN/JPN"]
    assert (pair["weight"], pair["meetings"], pair["forums"]) == (0.25, 0, 1)  # of five who were there
    assert (pair["first"], pair["last"]) == ("2021-09-08", "2021-09-10")
    assert not dyads.has_edge("country:LAO", "country:VNM")  # they stood on one side


def test_dyads_leave_out_what_was_not_held_and_who_had_to_do_with_himself() -> None:
    record = Record(
        id="a",
        meetings=(
            Meeting(parties=("KOR", "VNM"), status="planned"),
            Meeting(parties=("CHN", "JPN", "LAO", "USA"), status="cancelled"),
        ),
        relations=(Relation(type="aided", source="KOR", target="KOR"),),
    )
    dyads = DefenseGraph.from_records([record]).shaped("dyads")
    assert dyads.number_of_edges() == 0
    assert dyads.number_of_nodes() == 6


def test_undated_dyads_have_no_days() -> None:
    record = Record(id="a", relations=(Relation(type="aided", source="KOR", target="VNM"),))
    pair = DefenseGraph.from_records([record]).shaped("dyads").edges["country:KOR", "country:VNM", "dyad/KOR/VNM"]
    assert "first" not in pair
    assert "last" not in pair
