"""Offices over time, on a few invented ministers."""

import datetime
from typing import Any

import pytest

from extract.record import Meeting, Official, Record
from kg.defense_graph import DefenseGraph
from kg.errors import AmbiguousNameError, QuestionError, UnknownNameError
from kg.questions.answers import Tenure

BERG, HOLM, LIND = "Jonas Berg", "Mads Holm", "Anna Lind"


def told(published: str | None, name: str = BERG, role: str | None = "defense minister", **more: Any) -> Record:
    """An article of a day that names one Norwegian in an office."""
    fields = {"country": "NOR", "role": role, "role_class": "defense_minister", "evidence": f"{role} {name}", **more}
    meetings = fields.pop("meetings", ())
    identity = f"{published}/{name}/{fields['role_class']}/{role}"
    return Record(id=identity, published=published, officials=(Official(name=name, **fields),), meetings=meetings)


def graph_of(*records: Record) -> DefenseGraph:
    return DefenseGraph.from_records(records)


def seen(tenures: list[Tenure]) -> list[tuple[str | None, str | None]]:
    return [(tenure.first_seen, tenure.last_seen) for tenure in tenures]


def met(date: str, name: str = BERG, **more: Any) -> tuple[Meeting, ...]:
    return (Meeting(date=date, parties=("DNK", "NOR"), officials=(name,), **more),)


# ---- who an official is --------------------------------------------------------------------------------------------


def test_each_spelling_says_where_it_stands() -> None:
    graph = graph_of(told("2020-01-01"), told("2020-02-01", "JONAS BERG"), told("2020-03-01"), told("2020-03-02", HOLM))
    profile = graph.official("berg jonas")
    assert (profile.name, profile.country, profile.official_id) == ("Jonas Berg", "NOR", "NOR/jonas-berg")
    where = {spelling.spelling: [source.published for source in spelling.sources] for spelling in profile.spellings}
    assert where == {"JONAS BERG": ["2020-02-01"], "Jonas Berg": ["2020-01-01", "2020-03-01"]}
    assert profile.spellings[0].sources[0].sentence == "defense minister JONAS BERG"
    assert {source for spelling in profile.spellings for source in spelling.sources} == set(profile.sources)


# ---- careers -------------------------------------------------------------------------------------------------------

CAREERS: dict[str, tuple[list[Record], list[tuple[str | None, str | None]]]] = {
    # what is tried: the articles, the first and last days on which Berg is seen as minister
    "one article": ([told("2020-01-05")], [("2020-01-05", "2020-01-05")]),
    "two articles": ([told("2020-01-05"), told("2022-03-01")], [("2020-01-05", "2022-03-01")]),
    "an undated article": ([told(None)], [(None, None)]),
    "an undated article beside a dated one": ([told(None), told("2020-01-05")], [("2020-01-05", "2020-01-05")]),
    "a meeting before the article": ([told("2020-01-05", meetings=met("2020-01-03"))], [("2020-01-03", "2020-01-05")]),
    "a meeting long before": ([told("2020-01-05", meetings=met("2015-01-03"))], [("2020-01-05", "2020-01-05")]),
    "a meeting to come": ([told("2020-01-05", meetings=met("2020-01-09"))], [("2020-01-05", "2020-01-05")]),
    "a planned meeting": ([told("2020-01-05", meetings=met("2020-01-03", status="planned"))], [("2020-01-05", "2020-01-05")]),
    "a meeting of a month": ([told("2020-01-05", meetings=met("2020-01"))], [("2020-01-05", "2020-01-05")]),
    "a meeting in an undated article": ([told(None, meetings=met("2020-01-03"))], [("2020-01-03", "2020-01-03")]),
    "then": ([told("2020-01-05", role="then-defense minister", meetings=met("2015-01-03"))], [("2015-01-03", "2015-01-03")]),
    "former": ([told("2020-01-05", role="former defense minister")], [(None, None)]),
    "incoming": ([told("2020-01-05", role="incoming defense minister")], [(None, None)]),
    "elected": ([told("2020-01-05", role="president-elect and defence minister")], [(None, None)]),
    "a word of the future in the office": (
        [told("2020-01-05", role="minister for the next generation")],
        [("2020-01-05", "2020-01-05")],
    ),
    "former after": ([told("2020-01-05"), told("2021-01-05", role="ex-defense minister")], [("2020-01-05", "2020-01-05")]),
    "former before": (
        [told("2019-01-05", role="former defense minister"), told("2020-01-05")],
        [("2020-01-05", "2020-01-05"), (None, None)],
    ),
    "former between": (
        [told("2018-01-05"), told("2019-01-05", role="former defense minister"), told("2020-01-05")],
        [("2018-01-05", "2018-01-05"), ("2020-01-05", "2020-01-05")],
    ),
    "longer than a term": (
        [told("2012-01-05"), told("2020-01-05")],
        [("2012-01-05", "2012-01-05"), ("2020-01-05", "2020-01-05")],
    ),
    "another between": (
        [told("2018-01-05"), told("2019-01-05", HOLM), told("2020-01-05")],
        [("2018-01-05", "2018-01-05"), ("2020-01-05", "2020-01-05")],
    ),
    "another between and after": (
        [told("2018-01-05"), told("2019-01-05", HOLM), told("2020-01-05"), told("2021-01-05", HOLM)],
        [("2018-01-05", "2020-01-05")],
    ),
    "another of another country": (
        [told("2018-01-05"), told("2019-01-05", HOLM, country="DNK"), told("2020-01-05")],
        [("2018-01-05", "2020-01-05")],
    ),
    "another in an office of several": (
        [
            told(day, name, role_class="legislator")
            for day, name in (("2018-01-05", BERG), ("2019-01-05", HOLM), ("2020-01-05", BERG))
        ],
        [("2018-01-05", "2020-01-05")],
    ),
    "of no known country": (
        [told("2018-01-05", country=None), told("2020-01-05", country=None)],
        [("2018-01-05", "2020-01-05")],
    ),
}


@pytest.mark.parametrize("case", CAREERS)
def test_a_tenure_is_what_the_articles_show(case: str) -> None:
    records, days = CAREERS[case]
    assert seen(graph_of(*records).career(BERG)) == days


def test_every_sighting_is_a_source_of_exactly_one_tenure() -> None:
    for records, _ in CAREERS.values():
        tenures = graph_of(*records).career(BERG)
        articles = [source.article for tenure in tenures for source in tenure.sources]
        assert sorted(articles) == sorted(record.id for record in records if record.officials[0].name == BERG)


def test_offices_of_one_person_stand_in_order_and_beside_each_other() -> None:
    envoy = {"role": "ambassador", "role_class": "ambassador"}
    graph = graph_of(told("2021-05-01"), told("2023-05-01"), told("2019-01-01", **envoy), told("2022-01-01", **envoy))
    first, second = graph.career(BERG)
    assert (first.office, first.alongside, second.office, second.alongside) == (
        "ambassador",
        ("defense_minister",),
        "defense_minister",
        ("ambassador",),
    )
    assert (second.name, second.country, second.role) == (BERG, "NOR", "defense minister")


def test_who_came_before_who_after_and_who_at_once() -> None:
    graph = graph_of(
        told("2016-01-01", "Early Bird"),
        told("2018-01-01", LIND),
        told("2020-01-01"),
        told("2021-01-01"),
        told("2021-01-01", HOLM),
        told("2022-01-01", HOLM),
        told("2023-01-01", "Late Riser"),
        told("2019-01-01", "Other Land", country="DNK"),
    )
    (berg,) = graph.career(BERG)
    assert (berg.predecessor, berg.overlaps, berg.successor) == (LIND, (HOLM,), "Late Riser")
    (lind,) = graph.career(LIND)
    assert (lind.predecessor, lind.overlaps, lind.successor) == ("Early Bird", (), BERG)


def test_nobody_succeeds_in_an_office_that_several_hold() -> None:
    graph = graph_of(*(told(f"202{i}-01-01", name, role_class="service_chief") for i, name in enumerate((LIND, BERG, HOLM))))
    (berg,) = graph.career(BERG)
    assert (berg.predecessor, berg.overlaps, berg.successor) == (None, (), None)


def test_former_by_is_the_first_day_on_which_it_is_said() -> None:
    formers = (told(day, role="former defense minister") for day in ("2023-01-05", "2022-01-05"))
    (tenure,) = graph_of(told("2020-01-05"), *formers).career(BERG)
    assert (tenure.last_seen, tenure.former_by, tenure.role) == ("2020-01-05", "2022-01-05", "defense minister")


def test_who_is_named_without_an_office_is_seen_in_none() -> None:
    named = {"role": None, "role_class": "other"}
    graph = graph_of(
        told("2019-01-05", **named), told("2020-01-05"), told("2022-01-05", **named), told("2022-01-06", LIND, **named)
    )
    (tenure,) = graph.career(BERG)
    assert (tenure.office, tenure.first_seen, tenure.last_seen, len(tenure.sources)) == (
        "defense_minister",
        *["2020-01-05"] * 2,
        1,
    )
    assert graph.career(LIND) == graph.officials(on="2022") == graph.officials(office="other") == []
    berg, lind = graph.officials()[::-1]
    assert (berg.role_class, berg.first_seen, len(berg.sources)) == ("defense_minister", "2020-01-05", 3)
    assert (lind.role_class, lind.first_seen, len(lind.sources)) == ("other", None, 1)


# ---- officials on a day --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "names"),
    [
        ("2019-12-31", []),
        ("2020-01-05", [BERG]),
        ("2021-06-01", [BERG]),
        (datetime.date(2021, 6, 1), [BERG]),
        ("2022-03-01", [BERG]),
        ("2022-03-02", []),
        ("2022", [HOLM, BERG]),
        ("2022-03", [BERG]),
        ("2022-05", [HOLM]),
        ("2023", []),
    ],
)
def test_officials_on_a_day_are_those_seen_before_and_after_it(on: Any, names: list[str]) -> None:
    graph = graph_of(told("2020-01-05"), told("2022-03-01"), told("2022-05-10", HOLM), told("2021-06-01", LIND, country="DNK"))
    found = graph.officials(country="Norway", office="Defence Minister", on=on)
    assert sorted(answer.name for answer in found) == sorted(names)


def test_on_a_day_the_office_is_that_of_the_day() -> None:
    graph = graph_of(told("2020-01-05", role="the minister"), told("2022-01-05", role="senator", role_class="legislator"))
    (then,) = graph.officials(on="2020")
    assert (then.role, then.role_class, then.first_seen, then.last_seen) == (
        "the minister",
        "defense_minister",
        "2020-01-05",
        "2020-01-05",
    )
    assert [source.published for source in then.sources] == ["2020-01-05"]
    (ever,) = graph.officials()
    assert (ever.role, ever.role_class, ever.first_seen) == ("senator", "legislator", "2022-01-05")
    assert graph.officials(office="legislator", on="2020") == []


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ({}, ["Kim Seon Ho", "Park Jae-min", "Hoang Xuan Chien"]),
        ({"country": "Vietnam"}, ["Hoang Xuan Chien"]),
        ({"office": "deputy_defense_minister", "country": "KOR"}, ["Kim Seon Ho", "Park Jae-min"]),
        ({"office": "Deputy Defence Minister", "country": "VNM"}, ["Hoang Xuan Chien"]),
        ({"office": "legislator"}, []),
        ({"on": "2021-09-08"}, ["Park Jae-min"]),
    ],
)
def test_officials(graph: DefenseGraph, question: dict[str, Any], names: list[str]) -> None:
    assert [answer.name for answer in graph.officials(**question)] == names


@pytest.mark.parametrize(
    ("question", "error", "words"),
    [
        (lambda graph: graph.officials(office="minister"), QuestionError, "unknown office 'minister'; ask for head_of_state,"),
        (lambda graph: graph.officials(on="yesterday"), QuestionError, "write 2021, 2021-09 or 2021-09-08"),
        (lambda graph: graph.officials(country="Norwey"), UnknownNameError, "did you mean Norway"),
        (lambda graph: graph.career("Jonas Borg"), UnknownNameError, "did you mean Jonas Berg"),
        (lambda graph: graph.official("Jonas Borg"), UnknownNameError, "did you mean Jonas Berg"),
        (lambda graph: graph.career("Jonas"), AmbiguousNameError, "NOR/jonas-berg or NOR/jonas-dahl"),
        (lambda graph: graph.career("Norway"), QuestionError, "not a person"),
    ],
)
def test_a_question_that_cannot_be_answered(question: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        question(graph_of(told("2020-01-05"), told("2020-01-06", "Jonas Dahl")))
