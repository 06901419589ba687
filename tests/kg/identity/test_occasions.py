"""Which reports are of one occasion, as a careful reader would say."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.record import Meeting, Official, Record, Relation
from kg.identity.resolution import resolve

PEOPLE = {
    "Jonas Berg": ("NOR", "defense_minister"),
    "Berg": ("NOR", "defense_minister"),
    "J. P. Berg": ("NOR", "defense_minister"),
    "Kari Lund": ("NOR", "foreign_minister"),
    "Nils Dahl": ("NOR", "chief_of_defense"),
    "Mads Holm": ("DNK", "defense_minister"),
    "Ida Krag": ("DNK", "foreign_minister"),
    "Otto Friis": ("DNK", "chief_of_defense"),
    "Eero Salo": ("FIN", "defense_minister"),
}
BOTH = ("Jonas Berg", "Mads Holm")
FOUR = ("Jonas Berg", "Kari Lund", "Mads Holm", "Ida Krag")


def _report(date: str | None = None, people: Sequence[str] = (), **told: Any) -> Meeting:
    return Meeting(**{"date": date, "officials": tuple(people), "parties": ("DNK", "NOR"), **told})


def _record(identity: str, *meetings: Meeting, published: str | None = None, signed: str = "") -> Record:
    names = sorted({name for meeting in meetings for name in meeting.officials})
    officials = (Official(name=name, country=PEOPLE[name][0], role_class=PEOPLE[name][1]) for name in names)
    relations = (Relation(type="signed", source="DNK", target="NOR", evidence=signed),) if signed else ()
    return Record(id=identity, published=published, officials=tuple(officials), meetings=meetings, relations=relations)


def _joined(*records: Record) -> list[set[tuple[str, int]]]:
    """The reports that are of one meeting, of those that several reports are of."""
    groups: dict[str, set[tuple[str, int]]] = {}
    for report, meeting in resolve(records).meetings.items():
        groups.setdefault(meeting, set()).add(report)
    return [group for group in groups.values() if len(group) > 1]


@pytest.mark.parametrize(
    ("why", "one", "other"),
    [
        ("one day, one pair", _report("2021-05-04"), _report("2021-05-04")),
        ("one names nobody", _report("2021-05-04", BOTH), _report("2021-05-04")),
        ("a surname", _report("2021-05-04", BOTH), _report("2021-05-04", ["Berg"])),
        ("one name of who holds the office", _report("2021-05-04", BOTH), _report("2021-05-04", ["J. P. Berg"])),
        ("a dateline a day later", _report("2021-05-04", BOTH), _report("2021-05-05", BOTH)),
        ("a month that includes the day", _report("2021-05-04", BOTH), _report("2021-05", BOTH)),
        ("a year, by name", _report("2021-05-04", name="Belt Dialogue"), _report("2021", name="3rd Belt Dialogue")),
        ("planned and held", _report("2021-05-04", BOTH, status="planned"), _report("2021-05-04", BOTH)),
        ("planned, held later", _report("2021-05", BOTH, status="planned"), _report("2021-06-09", BOTH)),
        ("cancelled, held after all", _report("2021-05-04", BOTH, status="cancelled"), _report("2021-06-09", BOTH)),
        ("undated, the same people", _report(None, BOTH, place="Oslo"), _report("2021-05-04", BOTH)),
        ("an alliance's days", _report("2021-05-04", end="2021-05-06", name="Belt Dialogue"), _report("2021-05-05")),
        (
            "a body and most of its members",
            _report("2021-05-04", parties=("ASEAN", "NOR")),
            _report("2021-05-04", parties=("BRN", "IDN", "KHM", "LAO", "MMR", "MYS", "NOR", "PHL", "SGP")),
        ),
        (
            "a named forum, of which one tells less",
            _report("2021-05-04", name="Belt Forum", parties=("DNK", "FIN", "NOR", "SWE", "USA")),
            _report("2021-05-04", name="Belt Forum", parties=("DNK", "FIN", "GBR", "NOR")),
        ),
        (
            "who met is told by office",
            _report("2021-05", place="Oslo", evidence="the defense ministers met in Oslo in May"),
            _report("2021-05-04", BOTH, place="Oslo"),
        ),
        (
            "a guest told by his office, a host too",
            _report("2021-05-04", ["Jonas Berg"], evidence="Berg received the Danish foreign minister"),
            _report("2021-05-04", ["Ida Krag"]),
        ),
        (
            "an acronym in brackets",
            _report("2021-05", name="Belt Permanent Committee", evidence="the Belt Permanent Committee (BELPERM) met"),
            _report("2021-05-04", name="BELPERM"),
        ),
        ("an acronym", _report("2021-05", name="Northern Coasts Forum"), _report("2021-05-04", name="NCF")),
        (
            "the number before the name",
            _report("2021-05", name="Belt Talks", evidence="the fifth round of the Belt Talks was held"),
            _report("2021-05-04", name="5th Belt Talks"),
        ),
        (
            "other ministers of a 2+2",
            _report("2021-05-04", FOUR, name="2+2"),
            _report("2021-05-04", ("Jonas Berg", "Ida Krag"), name="2+2"),
        ),
        (
            "some there, others on a screen",
            _report("2021-05-04", BOTH, name="2+2", place="Oslo"),
            _report("2021-05-04", FOUR, name="2+2", mode="video"),
        ),
        (
            "another stood in",
            _report("2021-05-04", BOTH, name="Belt Dialogue", status="planned"),
            _report("2021-05-04", ("Nils Dahl", "Mads Holm"), name="Belt Dialogue"),
        ),
        ("in a town that is no capital", _report("2021-05", place="Tromso"), _report("2021-05-04", BOTH, place="Tromso")),
        (
            "beside one event",
            _report("2021-05", sidelines_of="Belt Forum"),
            _report("2021-05-04", BOTH, sidelines_of="the Belt Forum"),
        ),
        (
            "three, in one town",
            _report("2021-05", place="Oslo", parties=("DNK", "FIN", "NOR")),
            _report("2021-05-04", (*BOTH, "Eero Salo"), place="Oslo", parties=("DNK", "FIN", "NOR")),
        ),
    ],
)
def test_one_occasion(why: str, one: Meeting, other: Meeting) -> None:
    assert _joined(_record("a", one), _record("b", other)) == [{("a", 0), ("b", 0)}], why


@pytest.mark.parametrize(
    ("why", "one", "other"),
    [
        ("two days apart", _report("2021-05-04", BOTH), _report("2021-05-06", BOTH)),
        ("a day apart, and nothing else", _report("2021-05-04"), _report("2021-05-05")),
        ("a month, and nothing else", _report("2021-05"), _report("2021-05")),
        ("a month, and one of two sides", _report("2021-06", BOTH), _report("2021-05-04", BOTH)),
        ("last year's", _report("2021-05-04", BOTH, name="Belt Dialogue"), _report("2020-05-04", BOTH, name="Belt Dialogue")),
        (
            "another number",
            _report("2021-05", BOTH, name="3rd Belt Dialogue"),
            _report("2021-05-04", BOTH, name="fourth Belt Dialogue"),
        ),
        ("other people", _report("2021-05-04", BOTH), _report("2021-05-04", ("Nils Dahl", "Otto Friis"))),
        (
            "others told by office",
            _report("2021-05-04", ("Kari Lund", "Ida Krag")),
            _report("2021-05-04", evidence="the defense ministers met"),
        ),
        (
            "each names one side's",
            _report("2021-05-04", ["Jonas Berg"]),
            _report("2021-05-04", ["Ida Krag"]),
        ),
        (
            "others of deputies",
            _report("2021-05-04", BOTH),
            _report("2021-05-04", evidence="the vice defense ministers met"),
        ),
        (
            "the fourth before the name",
            _report("2021-05", BOTH, name="Belt Talks", evidence="the fourth Belt Talks were held"),
            _report("2021-05-04", BOTH, name="5th Belt Talks"),
        ),
        ("a 2+2 and two of the four", _report("2021-05-04", FOUR, name="2+2"), _report("2021-05-04", BOTH)),
        (
            "beside a 2+2",
            _report("2021-05-04", FOUR),
            _report("2021-05-04", BOTH, sidelines_of="2+2", evidence="beside the 2+2 they met"),
        ),
        ("in a capital, and nothing else", _report("2021-05", place="Oslo"), _report("2021-05-04", BOTH, place="Oslo")),
        (
            "a call, and a visit the next day",
            _report("2021-05-04", BOTH, mode="phone"),
            _report("2021-05-05", BOTH, place_country="NOR"),
        ),
        ("another guest", _report("2021-05-04", BOTH), _report("2021-05-04", ("Jonas Berg", "Ida Krag"))),
        ("another name", _report("2021-05-04", name="Sound Security Dialogue"), _report("2021-05-04", name="Belt Dialogue")),
        ("another country", _report("2021-05", BOTH, place_country="NOR"), _report("2021-05", BOTH, place_country="DNK")),
        ("by phone, and in a city", _report("2021-05-04", BOTH, mode="phone"), _report("2021-05-04", BOTH, place="Oslo")),
        (
            "two, then three",
            _report("2021-05-04", BOTH),
            _report("2021-05-04", (*BOTH, "Eero Salo"), parties=("DNK", "FIN", "NOR")),
        ),
        ("planned for long after", _report("2021-05-04", BOTH), _report("2021-08", BOTH, status="planned")),
        ("cancelled on that day", _report("2021-05-04", BOTH), _report("2021-05-04", BOTH, status="cancelled")),
        ("held long after it was cancelled", _report("2021-01-04", BOTH, status="cancelled"), _report("2021-06-04", BOTH)),
        ("undated, one side", _report(None, ["Jonas Berg"]), _report("2021-05-04", BOTH)),
    ],
)
def test_two_occasions(why: str, one: Meeting, other: Meeting) -> None:
    assert _joined(_record("a", one), _record("b", other)) == [], why


def test_a_report_of_the_past_or_a_plan_is_bounded_by_its_publication() -> None:
    later = _record("later", _report("2021-05-20", BOTH))
    assert not _joined(later, _record("told", _report("2021-05", BOTH), published="2021-05-12"))
    assert _joined(later, _record("told", _report("2021-05", BOTH), published="2021-06-12"))
    earlier = _record("earlier", _report("2021-05-04", BOTH))
    assert not _joined(earlier, _record("planned", _report("2021-05", BOTH, status="planned"), published="2021-05-12"))
    assert not _joined(later, _record("undated", _report(None, BOTH), published="2024-01-01"))


@pytest.mark.parametrize(
    ("first", "next_day", "one"),
    [
        ({}, {}, False),
        ({"name": "Belt Commission"}, {"name": "Belt Commission"}, True),
        ({"place": "Oslo"}, {"place": "Oslo"}, True),
        ({"place": "Oslo"}, {"place": "Bergen"}, False),
        ({"place": "Oslo"}, {"place": "Oslo", "evidence": "they met over lunch"}, False),
    ],
)
def test_the_next_day_is_another_sitting_unless_it_may_be_a_dateline(
    first: dict[str, str], next_day: dict[str, str], one: bool
) -> None:
    told = _record("a", _report("2021-05-04", BOTH, **first), published="2021-05-04")
    assert _joined(told, _record("b", _report("2021-05-05", BOTH, **next_day), published="2021-05-05"))
    later = _record("b", _report("2021-05-05", BOTH, **next_day), published="2021-05-06")
    assert bool(_joined(told, later)) is one
    month = _record("c", _report("2021-05", BOTH), published="2021-06-06")
    assert any({("a", 0), ("b", 0)} <= group for group in _joined(told, later, month)) is one


def test_what_is_cancelled_on_its_day_is_what_was_planned() -> None:
    plan, cancelled = (_report("2021-05-04", place="Oslo", status=status) for status in ("planned", "cancelled"))
    assert _joined(_record("a", plan), _record("b", cancelled)) == [{("a", 0), ("b", 0)}]


def test_two_sittings_of_one_day_are_told_apart_by_who_sat() -> None:
    told = [_record(article, _report("2021-05-04", BOTH), _report("2021-05-04", FOUR)) for article in "ab"]
    assert _joined(*told) == [{("a", 0), ("b", 0)}, {("a", 1), ("b", 1)}]


def test_what_may_be_either_of_two_stays_apart() -> None:
    apart = _record("a", _report("2021-05-04", BOTH), _report("2021-05-04", ("Nils Dahl", "Otto Friis")))
    assert _joined(apart, _record("b", _report("2021-05-04"))) == []
    assert _joined(apart, _record("b", _report("2021-05-04", ["Berg"]))) == [{("a", 0), ("b", 0)}]


def test_of_two_that_are_alike_the_nearer_in_time_is_meant() -> None:
    visits = _record("a", _report("2021-05-04", BOTH), _report("2021-05-20", BOTH))
    assert _joined(visits, _record("b", _report("2021-05-04", BOTH))) == [{("a", 0), ("b", 0)}]
    days = _record("a", _report("2021-05-04", BOTH), _report("2021-05-05", BOTH))
    assert _joined(days, _record("b", _report("2021-05-05", BOTH))) == [{("a", 1), ("b", 0)}]
    plan = _record("b", _report("2021-05", BOTH, status="planned"))
    months = _record("a", _report("2021-05-20", BOTH), _report("2021-06-02", BOTH))
    assert _joined(months, plan) == [{("a", 0), ("b", 0)}]


def test_days_do_not_chain() -> None:
    days = [_record(str(day), _report(f"2021-05-0{day}", BOTH)) for day in range(1, 8)]
    for group in _joined(*days):
        assert max(int(article) for article, _ in group) - min(int(article) for article, _ in group) <= 1


def test_a_signing_is_known_by_what_was_signed() -> None:
    sentence = "They signed the pact in Oslo."
    sittings = (_report("2021-05-04", FOUR), _report("2021-05-04", (*BOTH, "Kari Lund"), evidence=sentence))
    signing = _record("b", _report("2021-05-04", ("Kari Lund", "Mads Holm"), evidence=sentence), signed=sentence)
    assert _joined(_record("a", *sittings, signed=sentence), signing) == [{("a", 1), ("b", 0)}]


def test_the_meeting_of_four_ministers_is_known_by_its_format() -> None:
    ministers = _report("2021-05-04", FOUR)
    two_plus_two = _report("2021-05", name="2+2")
    assert _joined(_record("a", ministers), _record("b", two_plus_two)) == [{("a", 0), ("b", 0)}]


reports = st.builds(
    _report,
    date=st.sampled_from([None, "2021", "2021-05", "2021-05-04", "2021-05-05", "2021-05-06", "2021-06-01"]),
    people=st.lists(st.sampled_from(sorted(PEOPLE)), max_size=4, unique=True),
    status=st.sampled_from(["held", "held", "planned", "cancelled"]),
    name=st.sampled_from([None, None, "Belt Dialogue", "3rd Belt Dialogue", "4th Belt Dialogue", "2+2"]),
    place_country=st.sampled_from([None, "NOR", "DNK"]),
    mode=st.sampled_from(["in_person", "video"]),
    parties=st.sampled_from([("DNK", "NOR"), ("DNK", "FIN", "NOR")]),
)
articles = st.lists(
    st.tuples(st.lists(reports, max_size=3), st.sampled_from([None, "2021-05-06", "2021-06-02"])), max_size=9
).map(lambda told: [_record(f"{number}", *meetings, published=published) for number, (meetings, published) in enumerate(told)])


@settings(deadline=None, max_examples=200)
@given(articles.flatmap(lambda some: st.tuples(st.just(some), st.permutations(some))))
def test_the_order_of_articles_is_nothing(orders: tuple[list[Record], list[Record]]) -> None:
    one, other = orders
    assert resolve(one) == resolve(other)


@settings(deadline=None, max_examples=200)
@given(articles)
def test_no_meeting_contradicts_itself(some: list[Record]) -> None:
    told = {(record.id, index): meeting for record in some for index, meeting in enumerate(record.meetings)}
    for group in _joined(*some):
        assert len({article for article, _ in group}) == len(group)
        numbers = {meeting.name[:3] for report in group if (meeting := told[report]).name and meeting.name[0] in "34"}
        days = {told[report].date for report in group if told[report].status == "held" and len(told[report].date or "") == 10}
        assert len(numbers) <= 1
        assert not {"2021-05-04", "2021-05-06"} <= days
        assert len({day[:7] for day in days}) <= 1
