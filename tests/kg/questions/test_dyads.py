"""What is between two parties."""

import datetime
from collections import Counter
from typing import Any

import pytest

from extract.record import Meeting, Record, Relation
from kg.defense_graph import DefenseGraph
from kg.errors import QuestionError, UnknownNameError
from kg.kinds import RELATIONS
from kg.questions.dyads import dyadic_events


def test_a_timeline_is_in_order_and_whole(graph: DefenseGraph) -> None:
    events = graph.timeline("Viet Nam", "RoK")
    assert [(event.date, event.kind, event.parties[:2]) for event in events] == [
        ("2021-09-08", "meeting", ("ASEAN", "BRN")),
        ("2022-12", "upgraded_ties", ("KOR", "VNM")),
        ("2024-04-23", "meeting", ("KOR", "VNM")),
        ("2024-04-23", "signed", ("KOR", "VNM")),
        (None, "aided", ("KOR", "VNM")),
    ]
    dialogue = events[2]
    assert (dialogue.what, dialogue.place, dialogue.status) == (
        "11th Viet Nam-South Korea defense policy dialogue",
        "Ha Noi",
        "held",
    )
    assert dialogue.officials == ("Kim Seon Ho", "Hoang Xuan Chien")
    assert dialogue.sources[0].sentence == "The 11th dialogue took place in Ha Noi on April 23."
    assert (events[3].what, events[3].event_id) == ("minutes", "signed/KOR/VNM/2024-04-23/1")


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ({"since": "2022"}, ["upgraded_ties", "meeting", "signed"]),
        ({"until": datetime.date(2022, 12, 1)}, ["meeting", "upgraded_ties"]),
        ({"since": "2023", "undated": True}, ["meeting", "signed", "aided"]),
        ({"status": "planned", "until": "2021"}, []),
    ],
)
def test_a_timeline_of_a_period(graph: DefenseGraph, question: dict[str, Any], kinds: list[str]) -> None:
    assert [event.kind for event in graph.timeline("KOR", "VNM", **question)] == kinds


def test_on_one_day_the_visit_comes_first_and_what_came_of_the_meeting_last() -> None:
    parties: dict[str, Any] = {"source": "KOR", "target": "VNM", "date": "2020-01-02"}
    record = Record(
        id="a",
        meetings=tuple(Meeting(date="2020-01-02", parties=met) for met in (("KOR", "VNM"), ("CHN", "JPN", "KOR", "VNM"))),
        relations=tuple(Relation(type=kind, **parties) for kind in ("agreed", "visited", "signed")),
    )
    events = DefenseGraph.from_records([record]).timeline("KOR", "VNM")
    assert [event.kind for event in events] == ["visited", "meeting", "forum", "agreed", "signed"]


def test_compare_counts_each_kind_in_each_period(graph: DefenseGraph) -> None:
    early, late, open_ended = graph.compare(
        "KOR", "Vietnam", periods=[("2018", "2021"), ("2022", datetime.date(2024, 12, 31)), (None, "2024-04")]
    )
    assert (early.a, early.b, early.since, early.until) == ("KOR", "VNM", "2018", "2021")
    assert (early.meetings, early.signed, early.upgraded_ties, early.aided) == (1, 0, 0, 0)
    assert (late.until, late.meetings, late.signed, late.upgraded_ties) == ("2024-12-31", 1, 1, 1)
    assert (open_ended.since, open_ended.meetings, open_ended.upgraded_ties) == (None, 2, 1)
    assert {source.article for source in early.sources} == {"talks"}


def test_a_date_alone_is_a_period(graph: DefenseGraph) -> None:
    day = datetime.date(2024, 4, 23)
    assert graph.compare("KOR", "VNM", periods=["2024", day]) == graph.compare(
        "KOR", "VNM", periods=[("2024", "2024"), (day, day)]
    )


def test_a_period_without_anything_counts_zero(graph: DefenseGraph) -> None:
    (none,) = graph.compare("KOR", "VNM", periods=[("1990", "1991")])
    assert (none.meetings, none.forums, none.sources) == (0, 0, ())


def test_questions_count_as_the_file_of_dyads_does(graph: DefenseGraph) -> None:
    for a, b, dyad in graph.shaped("dyads").edges(data=True):
        codes = [graph.networkx.nodes[party]["code"] for party in (a, b)]
        (whole,) = graph.compare(*codes, periods=[(None, None)])
        events = dyadic_events(graph.networkx.nodes(data=True), graph.networkx.edges(data=True))
        counts = Counter(kind for one, other, kind, _ in events if {one, other} == {a, b})
        named = {"meetings": "meeting", "forums": "forum", **{kind: kind for kind in RELATIONS}}
        for name, kind in named.items():
            assert getattr(whole, name) == dyad[name] == counts[kind]


@pytest.mark.parametrize(
    ("question", "error", "words"),
    [
        (lambda graph: graph.timeline("KOR", "RoK"), QuestionError, "are one party"),
        (lambda graph: graph.timeline("KOR", "Vietnaam"), UnknownNameError, "did you mean Viet Nam"),
        (lambda graph: graph.timeline("KOR", "VNM", status="done"), QuestionError, "ask for held, planned"),
        (lambda graph: graph.compare("KOR", "VNM", periods=[]), QuestionError, "there is no period"),
        (lambda graph: graph.compare("KOR", "VNM", periods=[("2021", "2020")]), QuestionError, "ends before it begins"),
        (lambda graph: graph.compare("KOR", "VNM", periods=[("2021", "soon")]), QuestionError, "'soon' is no date"),
    ],
)
def test_a_question_that_cannot_be_answered(graph: DefenseGraph, question: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        question(graph)
