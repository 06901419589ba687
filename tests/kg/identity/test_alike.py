"""Which reports are taken together, by rules of any kind."""

from collections.abc import Iterable
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from extract.record import Record
from kg.identity import deeds, occasions
from kg.identity.alike import ReportKey, Rules, T, components, events
from kg.identity.spans import Span
from kg.identity.tellings import telling
from tests.kg.strategies import crowded, records


@dataclass(frozen=True)
class _Word:
    """A word, told on a day by an article."""

    records: frozenset[str]
    content: str
    day: int | None = 0
    people: frozenset[str] = frozenset()


def _rules(compared: list[tuple[_Word, _Word]]) -> Rules[_Word]:
    """Words of one letter's block are alike that share their last letter."""

    def likeness(one: _Word, other: _Word) -> int | None:
        compared.append((one, other))
        return 1 if one.content[-1] == other.content[-1] and one.records.isdisjoint(other.records) else None

    return Rules(
        blocks=lambda word: word.content[0],
        reach=lambda word: None if word.day is None else Span(word.day, word.day),
        people=lambda word: word.people,
        likeness=likeness,
        contradict=lambda one, other: not one.records.isdisjoint(other.records),
        united=lambda one, other: _Word(one.records | other.records, one.content),
    )


def _told(words: Iterable[_Word]) -> dict[ReportKey, _Word]:
    return {(min(word.records), index): word for index, word in enumerate(words)}


def test_only_reports_of_one_block_and_time_are_compared() -> None:
    words = [
        _Word(frozenset("a"), "xa"),
        _Word(frozenset("b"), "xba"),
        _Word(frozenset("c"), "ya"),
        _Word(frozenset("d"), "xca", 9),
    ]
    compared: list[tuple[_Word, _Word]] = []
    assert events(_told(words), _rules(compared)) == [[("a", 0), ("b", 1)], [("c", 2)], [("d", 3)]]
    assert compared == [(words[0], words[1])]


def test_undated_reports_are_compared_with_those_of_their_officials() -> None:
    words = [
        _Word(frozenset("a"), "xa", None, frozenset({"Berg"})),
        _Word(frozenset("b"), "xba", 3, frozenset({"Berg"})),
        _Word(frozenset("c"), "xcb", 3, frozenset({"Holm"})),
        _Word(frozenset("d"), "xda", None),
    ]
    assert events(_told(words), _rules([])) == [[("a", 0), ("b", 1)], [("c", 2)], [("d", 3)]]


def test_what_is_told_alike_by_many_is_compared_once() -> None:
    compared: list[tuple[_Word, _Word]] = []
    told = {(str(number), 0): _Word(frozenset({str(number)}), "xa") for number in range(500)}
    assert events(told, _rules(compared)) == [sorted(told)]
    assert len(compared) == 1


def test_an_article_that_tells_the_same_twice_tells_of_two() -> None:
    words = [_Word(frozenset("a"), "xa"), _Word(frozenset("a"), "xa")]
    assert events(_told(words), _rules([])) == [[("a", 0)], [("a", 1)]]


@settings(deadline=None, max_examples=200)
@given(records | crowded(), st.data())
def test_what_a_component_comes_to_depends_on_nothing_outside_it(some: list[Record], data: st.DataObject) -> None:
    relations = {(record.id, i): deeds.deed(record.id, told) for record in some for i, told in enumerate(record.relations)}
    names = {(record.id, official.name): official.name for record in some for official in record.officials}
    meetings = {(record.id, i): telling(record, told, names) for record in some for i, told in enumerate(record.meetings)}
    _check_parts(relations, deeds.RULES, data)
    _check_parts(meetings, occasions.RULES, data)


def _check_parts(told: dict[ReportKey, T], rules: Rules[T], data: st.DataObject) -> None:
    chosen = [part for part in components(told, rules) if data.draw(st.booleans())]
    reports = {report for part in chosen for event in part for report in event}
    assert list(components({report: told[report] for report in reports}, rules)) == chosen
