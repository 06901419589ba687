"""Counterparts, chains of meetings, and the busiest."""

from itertools import pairwise
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.record import Meeting, Official, Record, Relation
from kg.defense_graph import DefenseGraph
from kg.errors import QuestionError, UnknownNameError

PEOPLE = {
    "Jonas Berg": "NOR",
    "Mads Holm": "DNK",
    "Anna Lind": "SWE",
    "Aino Salo": "FIN",
    "Per Dahl": "NOR",
    "Lone Wolf": "ISL",
}


def graph_of(*sittings: tuple[str | None, tuple[str, ...]], **more: Any) -> DefenseGraph:
    """The graph of meetings, each on a day and of some people and parties, with all `PEOPLE`."""
    officials = tuple(Official(name=name, country=country) for name, country in PEOPLE.items())
    meetings = tuple(
        Meeting(
            date=date,
            parties=tuple(sorted({PEOPLE.get(name, name) for name in names})),
            officials=tuple(name for name in names if name in PEOPLE),
            evidence=f"They met ({date}).",
        )
        for date, names in sittings
    )
    return DefenseGraph.from_records([Record(id="a", officials=officials, meetings=meetings, **more)])


# ---- counterparts --------------------------------------------------------------------------------------------------

MANY = graph_of(
    ("2020-01-01", ("Jonas Berg", "Mads Holm")),
    ("2020-05-01", ("Jonas Berg", "Mads Holm", "Per Dahl")),
    (None, ("Jonas Berg", "Anna Lind")),
    ("2021-01-01", ("Jonas Berg", "Anna Lind", "Mads Holm", "Aino Salo", "ISL")),
)


def test_counterparts_are_counted_the_most_met_first() -> None:
    found = MANY.counterparts("berg")
    assert [(answer.other, answer.meetings, answer.multilateral) for answer in found] == [
        ("Mads Holm", 3, 1),
        ("Anna Lind", 2, 1),
        ("Aino Salo", 1, 1),
        ("ISL", 1, 1),
    ]
    holm, lind, *_ = found
    assert (holm.person, holm.other_country, holm.first, holm.last) == ("Jonas Berg", "DNK", "2020-01-01", "2021-01-01")
    assert holm.meeting_ids[:2] == ("2020-01-01/DNK-NOR/1", "2020-05-01/DNK-NOR/1")
    assert (lind.first, lind.last) == ("2021-01-01", "2021-01-01")
    assert {source.sentence for source in lind.sources} == {"They met (None).", "They met (2021-01-01)."}


def test_the_first_and_the_last_date_are_as_precise_as_the_articles() -> None:
    days = ("2020-03", "2020-03-05", "2021", "2019-12-31")
    (holm,) = graph_of(*((day, ("Jonas Berg", "Mads Holm")) for day in days)).counterparts("Jonas Berg")
    assert (holm.meetings, holm.first, holm.last) == (4, "2019-12-31", "2021")


@pytest.mark.parametrize(
    ("question", "others"),
    [
        ({"until": "2020"}, ["Mads Holm"]),
        ({"country": "Sweden"}, ["Anna Lind"]),
        ({"since": "2022"}, []),
        ({"since": "2022", "undated": True}, ["Anna Lind"]),
        ({"status": "planned"}, []),
    ],
)
def test_counterparts_of_a_period_or_country(question: dict[str, Any], others: list[str]) -> None:
    assert [answer.other for answer in MANY.counterparts("Jonas Berg", **question)] == others


def test_counterparts_are_those_met() -> None:
    met = MANY.who_met("Jonas Berg")
    assert {answer.other: answer.meetings for answer in MANY.counterparts("Jonas Berg")} == {
        other: sum(answer.other == other for answer in met) for other in {answer.other for answer in met}
    }


# ---- paths ---------------------------------------------------------------------------------------------------------


def chain(graph: DefenseGraph, a: str, b: str, **period: Any) -> list[str]:
    steps = graph.path(a, b, **period)
    assert all(one.other == other.person for one, other in pairwise(steps))
    return [steps[0].person, *(step.other for step in steps)] if steps else []


CHAIN = graph_of(
    ("2020-01-01", ("Jonas Berg", "Mads Holm")),
    ("2021-01-01", ("Mads Holm", "Anna Lind")),
    ("2022-01-01", ("Anna Lind", "Aino Salo")),
    ("2023-01-01", ("Per Dahl", "SWE")),
)


@pytest.mark.parametrize(
    ("a", "b", "period", "found"),
    [
        ("Jonas Berg", "Mads Holm", {}, ["Jonas Berg", "Mads Holm"]),
        ("jonas berg", "Salo", {}, ["Jonas Berg", "Mads Holm", "Anna Lind", "Aino Salo"]),
        ("Jonas Berg", "Aino Salo", {"since": "2021"}, []),
        ("Jonas Berg", "Lone Wolf", {}, []),
        ("Jonas Berg", "Sweden", {}, ["Jonas Berg", "Mads Holm", "SWE"]),
        ("Per Dahl", "Anna Lind", {}, []),  # Sweden named nobody, who need not be she
        ("Per Dahl", "SWE", {}, ["Per Dahl", "SWE"]),
        ("Norway", "Finland", {}, ["NOR", "SWE", "FIN"]),
        ("Norway", "Fiji", {}, []),  # no article names it
    ],
)
def test_the_shortest_chain_of_meetings(a: str, b: str, period: dict[str, Any], found: list[str]) -> None:
    assert chain(CHAIN, a, b, **period) == found


def test_every_step_has_its_evidence() -> None:
    first, *others = CHAIN.path("Jonas Berg", "Aino Salo")
    sentences = [step.sources[0].sentence for step in (first, *others)]
    assert sentences == ["They met (2020-01-01).", "They met (2021-01-01).", "They met (2022-01-01)."]
    assert (first.person_kind, first.meeting_id) == ("official", "2020-01-01/DNK-NOR/1")


def test_of_ways_of_one_length_the_less_crowded_and_of_meetings_the_first() -> None:
    everybody = tuple(name for name in PEOPLE if name != "Lone Wolf")
    graph = graph_of(
        ("2019-01-01", everybody),
        ("2021-01-01", ("Jonas Berg", "Mads Holm")),
        ("2020-01-01", ("Jonas Berg", "Mads Holm")),
        ("2020-01-01", ("Mads Holm", "Lone Wolf")),
        ("2018-01-01", ("Anna Lind", "Lone Wolf")),
    )
    assert [(step.other, step.date) for step in graph.path("Jonas Berg", "Lone Wolf")] == [
        ("Mads Holm", "2020-01-01"),
        ("Lone Wolf", "2020-01-01"),
    ]
    (step,) = graph.path("Jonas Berg", "Anna Lind")
    assert step.multilateral


@given(st.lists(st.tuples(st.sampled_from(sorted(PEOPLE)), st.sampled_from(sorted(PEOPLE))), max_size=12))
def test_no_chain_is_shorter(pairs: list[tuple[str, str]]) -> None:
    met = nx.Graph((a, b) for a, b in pairs if PEOPLE[a] != PEOPLE[b])
    met.add_nodes_from(PEOPLE)
    graph = graph_of(*((f"2020-01-{day:02}", edge) for day, edge in enumerate(met.edges, 1)))
    lengths = nx.single_source_shortest_path_length(met, "Jonas Berg")
    for name in sorted(PEOPLE.keys() - {"Jonas Berg"}):
        assert len(graph.path("Jonas Berg", name)) == lengths.get(name, 0)


@pytest.mark.parametrize(
    ("a", "b", "error", "words"),
    [
        ("Jonas Berg", "berg", QuestionError, "are one"),
        ("NOR", "Norway", QuestionError, "are one"),
        ("Jonas Borg", "Norway", UnknownNameError, "did you mean Jonas Berg"),
        ("Norwey", "Jonas Berg", UnknownNameError, "Norway"),
    ],
)
def test_a_way_from_nobody_to_nobody(a: str, b: str, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        CHAIN.path(a, b)


# ---- the busiest ---------------------------------------------------------------------------------------------------

BUSY = graph_of(
    ("2020-01-01", ("Jonas Berg", "Mads Holm")),
    ("2020-05-01", ("Jonas Berg", "Anna Lind")),
    ("2021-01-01", ("Jonas Berg", "Mads Holm", "Anna Lind", "Aino Salo", "ISL")),
    relations=(
        Relation(type="signed", source="DNK", target="SWE", date="2020-02-01"),
        Relation(type="agreed", source="DNK", target="SWE", date="2020-02-01"),
        Relation(type="aided", source="NATO", target="DNK"),
    ),
)


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ({"by": "dyad", "most": 2}, [("DNK", "SWE", 0, 2, 1), ("DNK", "NOR", 1, 0, 1)]),
        ({"by": "official", "most": 2}, [("Jonas Berg", None, 2, 0, 1), ("Mads Holm", None, 1, 0, 1)]),
        ({"by": "country", "most": 1}, [("DNK", None, 1, 3, 1)]),
        ({"by": "country", "since": "2020-03", "most": 2}, [("NOR", None, 1, 0, 1), ("SWE", None, 1, 0, 1)]),
        ({"by": "official", "since": "2022"}, []),
    ],
)
def test_the_busiest(question: dict[str, Any], rows: list[tuple[Any, ...]]) -> None:
    found = BUSY.busiest(**question)
    assert [(answer.name, answer.other, answer.meetings, answer.relations, answer.forums) for answer in found] == rows
    assert all(answer.kind == question["by"] for answer in found)


def test_the_busiest_say_since_when_and_by_what() -> None:
    berg, *_ = BUSY.busiest("official")
    assert (berg.country, berg.first, berg.last, len(berg.sources)) == ("NOR", "2020-01-01", "2021-01-01", 3)


def test_nobody_is_left_out_if_all_are_asked_for() -> None:
    assert len(BUSY.busiest("official", most=None)) == 4
    assert {answer.name for answer in BUSY.busiest("country", most=None)} == {"NOR", "DNK", "SWE", "FIN", "ISL"}


def test_a_meeting_that_was_not_held_makes_nobody_busy() -> None:
    planned = Meeting(date="2030-01-01", parties=("NOR", "DNK"), officials=("Jonas Berg",), status="planned")
    officials = (Official(name="Jonas Berg", country="NOR"),)
    graph = DefenseGraph.from_records([Record(id="a", officials=officials, meetings=(planned,))])
    assert [graph.busiest(by) for by in ("dyad", "official", "country")] == [[], [], []]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ({"by": "town"}, "ask for dyad, official or country"),
        ({"most": 0}, "ask for 1 or more"),
        ({"since": "soon"}, "is no date"),
    ],
)
def test_the_busiest_of_nothing(question: dict[str, Any], words: str) -> None:
    with pytest.raises(QuestionError, match=words):
        BUSY.busiest(**question)
