"""Who is meant by a name."""

import networkx as nx
import pytest

from extract.record import Official, Record
from kg.defense_graph import DefenseGraph
from kg.errors import AmbiguousNameError, QuestionError, UnknownNameError
from kg.questions.naming import official_called, party_called


@pytest.fixture(scope="module")
def known() -> nx.MultiDiGraph:
    names = {"KOR": ("Park Jae-min", "Kim Seon-ho"), "PRK": ("Kim Yong Hyon",), "VNM": ("Hoàng Xuân Chiến",)}
    officials = tuple(Official(name=name, country=country) for country, several in names.items() for name in several)
    return DefenseGraph.from_records([Record(id="a", officials=officials, countries=("XYZ",))]).networkx


@pytest.mark.parametrize(
    ("name", "official"),
    [
        ("Park Jae-min", "KOR/park-jae-min"),
        ("jaemin park", "KOR/park-jae-min"),
        ("Park", "KOR/park-jae-min"),  # a surname that only one bears
        ("Jae-min", "KOR/park-jae-min"),
        ("Hoang Xuan Chien", "VNM/hoang-xuan-chien"),
        ("Xuan Chien", "VNM/hoang-xuan-chien"),
        ("Bak Jaemin", "KOR/park-jae-min"),  # another romanization
        ("Hoang X. Chien", "VNM/hoang-xuan-chien"),
        ("PRK/kim-yong-hyon", "PRK/kim-yong-hyon"),  # an id
    ],
)
def test_an_official_is_found_in_any_spelling(known: nx.MultiDiGraph, name: str, official: str) -> None:
    assert official_called(known, name) == f"official:{official}"


def test_who_comes_later_is_found_too() -> None:
    """What is kept of the spellings goes when the graph grows."""
    graph = DefenseGraph.from_records([Record(id="a", officials=(Official(name="Jonas Berg", country="NOR"),))]).networkx
    with pytest.raises(UnknownNameError):
        official_called(graph, "Mads Holm")
    graph.add_node("official:DNK/mads-holm", kind="official", label="Mads Holm", country="DNK", spellings=("Mads Holm",))
    assert official_called(graph, "Holm") == "official:DNK/mads-holm"


def test_a_shared_surname_is_ambiguous(known: nx.MultiDiGraph) -> None:
    with pytest.raises(AmbiguousNameError) as error:
        official_called(known, "Kim")
    assert error.value.ids == ("KOR/kim-seon-ho", "PRK/kim-yong-hyon")


def test_of_many_who_bear_a_name_the_best_known_are_told() -> None:
    namesakes = tuple(
        Official(name=f"{given} Berg", country="NOR") for given in ("Arne", "Bo", "Carl", "Dag", "Egil", "Finn", "Geir")
    )
    records = [Record(id="a", officials=namesakes), Record(id="b", officials=namesakes[-1:])]
    with pytest.raises(AmbiguousNameError) as error:
        official_called(DefenseGraph.from_records(records).networkx, "Berg")
    assert error.value.ids[:2] == ("NOR/geir-berg", "NOR/arne-berg")
    assert len(error.value.ids) == 7
    assert "NOR/dag-berg or one of 2 others; ask with" in str(error.value)


def test_a_surname_means_all_who_bear_it() -> None:
    """Not only whoever an article calls by it and nothing else."""
    officials = (
        Official(name="Berg"),
        Official(name="Jonas Berg", country="NOR"),
        Official(name="Mads Berg Holm", country="DNK"),
    )
    graph = DefenseGraph.from_records([Record(id="a", officials=officials)]).networkx
    with pytest.raises(AmbiguousNameError) as error:
        official_called(graph, "Berg")
    assert error.value.ids == ("DNK/mads-berg-holm", "NOR/jonas-berg", "unknown/berg")
    assert official_called(graph, "Berg Jonas") == "official:NOR/jonas-berg"
    assert official_called(graph, "unknown/berg") == "official:unknown/berg"


@pytest.mark.parametrize(
    ("name", "nearest"),
    [("Hoang Xuan Chein", ("Hoàng Xuân Chiến",)), ("Jaemyn Park", ("Park Jae-min",)), ("Zzyzx", ()), ("", ()), ("?!", ())],
)
def test_an_unknown_official_is_offered_the_nearest(known: nx.MultiDiGraph, name: str, nearest: tuple[str, ...]) -> None:
    with pytest.raises(UnknownNameError) as error:
        official_called(known, name)
    assert error.value.nearest == nearest
    assert repr(name) in str(error.value)


def test_a_country_is_no_person(known: nx.MultiDiGraph) -> None:
    with pytest.raises(QuestionError, match="ask for it as the country"):
        official_called(known, "South Korea")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("KOR", "KOR"),
        ("south korea", "KOR"),
        ("R.O.K.", "KOR"),
        ("Viet Nam", "VNM"),
        ("Vietnamese", "VNM"),
        ("asean", "ASEAN"),
        ("XYZ", "XYZ"),
    ],
)
def test_a_party_is_found_in_any_spelling(known: nx.MultiDiGraph, name: str, code: str) -> None:
    assert party_called(known, name) == code


@pytest.mark.parametrize(
    ("name", "first"), [("Souht Korea", "South Korea"), ("Vietnaam", "Viet Nam"), ("Nato Alliance Org", None)]
)
def test_an_unknown_party_is_offered_the_nearest(known: nx.MultiDiGraph, name: str, first: str | None) -> None:
    with pytest.raises(UnknownNameError) as error:
        party_called(known, name)
    assert len(set(error.value.nearest)) == len(error.value.nearest) <= 3
    assert first is None or error.value.nearest[0] == first
