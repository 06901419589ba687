"""The questions, on graphs small enough to know every answer."""

import dataclasses
import datetime
import json
from typing import Any

import pytest

from extract.record import Meeting, Official, Record, Relation
from kg.defense_graph import DefenseGraph
from kg.errors import QuestionError, UnknownNameError
from kg.questions.answers import Encounter

TEN = {"BRN", "IDN", "KHM", "LAO", "MMR", "MYS", "PHL", "SGP", "THA", "VNM"}

KIM, CHOI = Official(name="Kim Seon-ho", country="KOR"), Official(name="Choi Min", country="KOR")
HOANG, DOE = Official(name="Hoang Xuan Chien", country="VNM"), Official(name="Jane Doe", country="USA")
NOBODY = Official(name="Sam Stray", country=None)


def _held(*people: Official, date: str | None = None, **meeting: Any) -> DefenseGraph:
    named = tuple(official.name for official in people)
    record = Record(id="a", officials=people, meetings=(Meeting(date=date, officials=named, **meeting),))
    return DefenseGraph.from_records([record])


def _pairs(encounters: list[Encounter]) -> set[tuple[str, str]]:
    return {(met.person, met.other) for met in encounters}


def test_who_met_an_official(graph: DefenseGraph) -> None:
    (met,) = graph.who_met("Hoang Xuan Chien")
    assert (met.person, met.person_country) == ("Hoang Xuan Chien", "VNM")
    assert (met.other, met.other_kind, met.other_country) == ("Kim Seon Ho", "official", "KOR")
    assert (met.date, met.end, met.place) == ("2024-04-23", None, "Ha Noi")
    assert (met.meeting_id, met.multilateral) == ("2024-04-23/KOR-VNM/1", False)
    assert met.sources[0].sentence == "The 11th dialogue took place in Ha Noi on April 23."


def test_a_side_that_names_nobody_answers_with_its_parties(graph: DefenseGraph) -> None:
    met = graph.who_met("Park Jae-min")
    assert {answer.other for answer in met} == {"ASEAN", *TEN}
    assert {answer.other: answer.other_kind for answer in met}["ASEAN"] == "organization"
    assert {answer.other_kind for answer in met if answer.other in TEN} == {"country"}
    assert all(answer.other_country == answer.other for answer in met)


def test_only_the_others_of_a_country(graph: DefenseGraph) -> None:
    assert _pairs(graph.who_met("Park Jae-min", country="Vietnam")) == {("Park Jae-min", "VNM")}
    assert graph.who_met("Park Jae-min", country="South Korea") == []


def test_a_meeting_where_nobody_is_named_answers_meetings_alone() -> None:
    graph = _held(date="2021-09-08", parties=("KOR", "VNM"))
    assert graph.who_met_whom() == []
    assert len(graph.meetings(between=("KOR", "VNM"))) == 1


def test_colleagues_on_one_side_did_not_meet() -> None:
    graph = _held(KIM, CHOI, HOANG, parties=("KOR", "VNM"))
    assert _pairs(graph.who_met_whom()) == {("Choi Min", "Hoang Xuan Chien"), ("Kim Seon-ho", "Hoang Xuan Chien")}


def test_everybody_else_in_a_forum_is_another() -> None:
    graph = _held(KIM, CHOI, DOE, NOBODY, parties=("CHN", "JPN", "KOR", "USA"), place_country="SGP")
    met = graph.who_met("Kim")
    assert {answer.other for answer in met} == {"CHN", "JPN", "Jane Doe", "Sam Stray"}
    assert all(answer.multilateral for answer in met)
    assert {answer.place for answer in met} == {"Singapore"}


def test_an_official_of_no_known_side_met_nobody_certain() -> None:
    assert _held(KIM, NOBODY, parties=("KOR", "VNM")).who_met("Sam Stray") == []


def test_an_official_of_a_member_stands_with_the_body() -> None:
    graph = _held(KIM, HOANG, parties=("KOR", "ASEAN"))
    assert _pairs(graph.who_met("Kim")) == {("Kim Seon-ho", "Hoang Xuan Chien")}


@pytest.mark.parametrize(
    ("country", "pairs"),
    [
        (None, {("Kim Seon-ho", "Hoang Xuan Chien")}),
        ("Viet Nam", {("Hoang Xuan Chien", "Kim Seon-ho")}),  # its own come first
        ("KOR", {("Kim Seon-ho", "Hoang Xuan Chien")}),
        ("USA", set()),
    ],
)
def test_each_pair_is_answered_once(country: str | None, pairs: set[tuple[str, str]]) -> None:
    answers = _held(KIM, HOANG, parties=("KOR", "VNM")).who_met_whom(country=country)
    assert _pairs(answers) == pairs
    assert len(answers) == len(pairs)


def test_a_country_whose_side_is_unnamed_is_the_other(graph: DefenseGraph) -> None:
    assert ("Park Jae-min", "VNM") in _pairs(graph.who_met_whom(country="VNM"))


@pytest.mark.parametrize(("status", "count"), [("held", 0), ("planned", 1), ("cancelled", 0), ("any", 1)])
def test_only_held_meetings_count_unless_asked(status: str, count: int) -> None:
    graph = _held(KIM, HOANG, date="2030-01-02", parties=("KOR", "VNM"), status="planned")
    assert len(graph.who_met("Kim", status=status)) == count
    assert len(graph.who_met_whom(status=status)) == count
    assert len(graph.meetings(status=status)) == count


@pytest.mark.parametrize(
    ("period", "found"),
    [
        ({}, True),
        ({"since": "2021"}, True),
        ({"since": "2021-09-10"}, True),  # overlaps its last day
        ({"since": "2021-09-11"}, False),
        ({"until": "2021"}, True),  # the whole year
        ({"until": "2021-09"}, True),
        ({"until": "2021-09-08"}, True),
        ({"until": "2021-09-07"}, False),
        ({"since": datetime.date(2021, 9, 9), "until": datetime.datetime(2021, 9, 9, 12)}, True),
        ({"since": "2022", "undated": True}, False),
    ],
)
def test_periods_are_inclusive_and_match_on_overlap(period: dict[str, Any], found: bool) -> None:
    graph = _held(KIM, HOANG, date="2021-09-08", end="2021-09-10", parties=("KOR", "VNM"))
    assert bool(graph.who_met("Kim", **period)) is found
    assert bool(graph.meetings(**period)) is found


@pytest.mark.parametrize(
    ("period", "found"),
    [({}, True), ({"since": "2021"}, False), ({"until": "2021"}, False), ({"since": "2021", "undated": True}, True)],
)
def test_undated_facts_answer_questions_without_dates(period: dict[str, Any], found: bool) -> None:
    relation = Relation(type="signed", source="KOR", target="VNM")
    meeting = Meeting(parties=("KOR", "VNM"))
    graph = DefenseGraph.from_records([Record(id="a", meetings=(meeting,), relations=(relation,))])
    assert bool(graph.relations(**period)) is found
    assert bool(graph.meetings(**period)) is found


def test_answers_are_sorted_by_date_the_undated_last() -> None:
    dates = ["2022-12", None, "2021", "2022-11-30"]
    relations = tuple(Relation(type="agreed", source="KOR", target="VNM", date=date) for date in dates)
    graph = DefenseGraph.from_records([Record(id="a", relations=relations)])
    assert [answer.date for answer in graph.relations()] == ["2021", "2022-11-30", "2022-12", None]


@pytest.mark.parametrize(
    ("question", "ids"),
    [
        ({}, ["2021-09-08/ASEAN-KOR/1", "2021-09-08/CHN-JPN-KOR-RUS-USA/1", "2024-04-23/KOR-VNM/1"]),
        ({"country": "Japan"}, ["2021-09-08/CHN-JPN-KOR-RUS-USA/1"]),
        ({"country": "ASEAN"}, ["2021-09-08/ASEAN-KOR/1"]),
        ({"between": ("KOR", "Viet Nam")}, ["2021-09-08/ASEAN-KOR/1", "2024-04-23/KOR-VNM/1"]),
        ({"between": ("Laos", "Viet Nam")}, []),  # one side
        ({"between": ("China", "Japan")}, ["2021-09-08/CHN-JPN-KOR-RUS-USA/1"]),  # one forum
        ({"between": ("KOR", "Fiji")}, []),
    ],
)
def test_meetings(graph: DefenseGraph, question: dict[str, Any], ids: list[str]) -> None:
    assert [answer.meeting_id for answer in graph.meetings(**question)] == ids


def test_a_meeting_answer_is_whole(graph: DefenseGraph) -> None:
    (answer,) = graph.meetings(since="2024")
    assert answer.meeting == "11th Viet Nam-South Korea defense policy dialogue"
    assert (answer.parties, answer.sides) == (("KOR", "VNM"), ("KOR", "VNM"))
    assert answer.officials == ("Kim Seon Ho", "Hoang Xuan Chien")
    assert (answer.ordinal, answer.topics, answer.level) == (11, ("cybersecurity", "war_legacy"), None)


def test_a_meeting_answer_says_where_its_reports_disagree() -> None:
    told = [
        Record(id=article, officials=(KIM, HOANG), meetings=(Meeting(date=date, parties=("KOR", "VNM"), place=place),))
        for article, date, place in (("a", "2021-09-08", "Seoul"), ("b", "2021-09-08", "Busan"))
    ]
    (meeting,) = DefenseGraph.from_records(told).meetings()
    assert meeting.disagreements == ("place: Busan (b), Seoul (a)",)


@pytest.mark.parametrize(
    ("names", "question", "kinds"),
    [
        ((), {}, ["agreed", "upgraded_ties", "signed", "aided"]),
        (("KOR", "VNM"), {"kind": "signed"}, ["signed"]),
        (("Viet Nam", "South Korea"), {}, ["upgraded_ties", "signed", "aided"]),  # in either direction
        (("ASEAN",), {}, ["agreed"]),
        (("VNM",), {"since": "2022-12-31", "until": "2023"}, ["upgraded_ties"]),  # the month overlaps
    ],
)
def test_relations(graph: DefenseGraph, names: tuple[str, ...], question: dict[str, Any], kinds: list[str]) -> None:
    assert [answer.kind for answer in graph.relations(*names, **question)] == kinds


def test_a_relation_answer_is_whole(graph: DefenseGraph) -> None:
    (aid,) = graph.relations(kind="aided")
    assert (aid.source, aid.target, aid.amount, aid.currency, aid.date) == ("KOR", "VNM", 34_000_000.0, "USD", None)
    assert aid.relation_id == "aided/KOR/VNM/undated/1"


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (lambda graph: graph.meetings(status="done"), "ask for held, planned, cancelled or any"),
        (lambda graph: graph.who_met("Kim", status="HELD"), "unknown status 'HELD'"),
        (lambda graph: graph.relations(kind="met"), "ask for visited, agreed"),
        (lambda graph: graph.meetings(since="last year"), "write 2021, 2021-09 or 2021-09-08"),
        (lambda graph: graph.meetings(until="2021-02-30"), "'2021-02-30' is no date"),
        (lambda graph: graph.meetings(since="2022", until="2021"), "swap since and until"),
        (lambda graph: graph.meetings(between=("KOR", "South Korea")), "are one party"),
        (lambda graph: graph.relations("KOR", "RoK"), "are one party"),
    ],
)
def test_a_question_that_cannot_be_understood(graph: DefenseGraph, question: Any, words: str) -> None:
    with pytest.raises(QuestionError, match=words):
        question(graph)


def test_unknown_names_are_errors_and_not_empty_answers(graph: DefenseGraph) -> None:
    for question in (
        lambda: graph.who_met("Hoang Xuan Chin"),
        lambda: graph.who_met_whom(country="Vietnaam"),
        lambda: graph.meetings(between=("KOR", "Vietnaam")),
        lambda: graph.relations("KOR", "Vietnaam"),
    ):
        with pytest.raises(UnknownNameError, match="did you mean"):
            question()


def test_answers_are_flat_rows_with_sources_last(graph: DefenseGraph) -> None:
    for answers in (
        graph.who_met_whom(),
        graph.meetings(),
        graph.relations(),
        graph.officials(),
        graph.career("Park Jae-min"),
        graph.timeline("KOR", "VNM"),
        graph.counterparts("Park Jae-min"),
        graph.path("Brunei", "Japan"),
        graph.compare("KOR", "VNM", periods=[("2018", "2025")]),
        *(graph.busiest(by) for by in ("dyad", "official", "country")),
    ):
        assert answers
        assert all(answer.sources[0].article for answer in answers)
        rows = [dataclasses.asdict(answer) for answer in answers]
        assert list(rows[0])[-1] == "sources"
        assert not any(isinstance(value, dict) for row in rows for value in row.values())
        json.dumps(rows)
