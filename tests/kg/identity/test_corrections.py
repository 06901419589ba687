"""What readers have put right."""

from pathlib import Path

import pytest

import kg
from extract.article import Article
from extract.record import Meeting, Official, Record, Relation
from kg.defense_graph import DefenseGraph
from kg.errors import CorrectionError, QuestionError
from kg.identity.corrections import (
    NONE,
    Corrections,
    NoMeeting,
    NoOfficial,
    NoRelation,
    PeopleCorrection,
    add_correction,
    corrected,
    read_corrections,
    unmatched,
)
from kg.questions import correcting
from kg.store.store import Store


def official(name: str, country: str = "NOR", office: str = "defense_minister") -> Official:
    return Official(name=name, country=country, role=office.replace("_", " "), role_class=office)


PAIR = frozenset({"DNK", "NOR"})
RECORDS = [
    Record(
        id="a",
        published="2019-05-02",
        officials=(official("Jonas Berg"), official("Mette Holm", "DNK")),
        meetings=(Meeting(date="2019-05-02", parties=("DNK", "NOR"), officials=("Jonas Berg", "Mette Holm")),),
        relations=(Relation(type="signed", source="DNK", target="NOR", date="2019-05-02"),),
    ),
    Record(
        id="b",
        published="2019-05-03",
        officials=(official("Jonas B. Lie"), official("Mette Holm", "DNK")),
        meetings=(Meeting(date="2019-05", parties=("DNK", "NOR", "SWE"), officials=("Mette Holm",)),),
    ),
]


def people(corrections: Corrections) -> set[str]:
    return {official.name for official in DefenseGraph.from_records(RECORDS, corrections).officials()}


def test_two_names_are_one_persons() -> None:
    assert people(NONE) == {"Jonas Berg", "Jonas B. Lie", "Mette Holm"}
    same = Corrections(same=(PeopleCorrection(a="Jonas Berg", b="Jonas B. Lie"),))
    assert people(same) == {"Jonas B. Lie", "Mette Holm"}


def test_two_names_are_two_peoples() -> None:
    records = [
        Record(id="a", published="2019", officials=(official("Jon Berg"),)),
        Record(id="b", published="2020", officials=(official("Jon M. Berg"),)),
    ]
    apart = Corrections(different=(PeopleCorrection(a="Jon Berg", b="Jon M. Berg"),))
    assert len(DefenseGraph.from_records(records).officials()) == 1
    assert len(DefenseGraph.from_records(records, apart).officials()) == 2


def test_who_is_no_official_is_nowhere() -> None:
    corrections = Corrections(not_official=(NoOfficial(name="Holm Mette", country="DNK"),))
    assert people(corrections) == {"Jonas Berg", "Jonas B. Lie"}
    assert corrected(RECORDS, corrections)[0].meetings[0].officials == ("Jonas Berg",)


def test_a_meeting_that_did_not_happen_and_one_on_another_day() -> None:
    graph = DefenseGraph.from_records(RECORDS)
    meeting = next(m for m in graph.meetings() if m.date == "2019-05-02").meeting_id
    gone = Corrections(no_meeting=(correcting.no_meeting(graph.networkx, meeting, why="a rehearsal"),))
    assert [m.date for m in DefenseGraph.from_records(RECORDS, gone).meetings()] == ["2019-05"]
    moved = Corrections(meeting_on=(correcting.meeting_on(graph.networkx, meeting, "2019-04-30"),))
    assert "2019-04-30" in {m.date for m in DefenseGraph.from_records(RECORDS, moved).meetings()}


def test_a_wrong_relation_is_gone() -> None:
    graph = DefenseGraph.from_records(RECORDS)
    (relation,) = graph.relations()
    wrong = Corrections(wrong=(correcting.wrong(graph.networkx, relation.relation_id),))
    assert not DefenseGraph.from_records(RECORDS, wrong).relations()


@pytest.mark.parametrize(
    ("corrections", "kinds"),
    [
        (Corrections(same=(PeopleCorrection(a="Jonas Berg", b="Jonas B. Lie"),)), []),
        (Corrections(same=(PeopleCorrection(a="Jonas Berg", b="Nobody Else"),)), ["same"]),
        (Corrections(not_official=(NoOfficial(name="Mette Holm", country="SWE"),)), ["not_official"]),
        (Corrections(no_meeting=(NoMeeting(date="2019-05-02", parties=PAIR),)), []),
        (Corrections(no_meeting=(NoMeeting(date="2018", parties=PAIR),)), ["no_meeting"]),
        (
            Corrections(no_meeting=(NoMeeting(date="2019-05-01", parties=PAIR, articles=frozenset("b")),)),
            [],
        ),
        (Corrections(wrong=(NoRelation(type="agreed", source="DNK", target="NOR"),)), ["wrong"]),
    ],
)
def test_corrections_that_match_nothing(corrections: Corrections, kinds: list[str]) -> None:
    assert [kind for kind, _ in unmatched(RECORDS, corrections)] == kinds


def test_the_file_keeps_what_people_wrote_in_it(tmp_path: Path) -> None:
    path = tmp_path / "corrections.toml"
    assert read_corrections(path) == NONE
    add_correction(path, "same", PeopleCorrection(a='A "B"', b="Ç\nD", who="Eva", when="2022-05-01", why="one man"))
    path.write_text(f"# ours\n{path.read_text('utf-8')}", "utf-8")
    meeting = NoMeeting(date="2019", parties=frozenset({"NOR", "DNK"}), articles=frozenset({"b", "a"}))
    add_correction(path, "no_meeting", meeting)
    add_correction(path, "same", PeopleCorrection(a="E", b="F"))
    assert path.read_text("utf-8").startswith("# ours\n")
    found = read_corrections(path)
    assert [(one.a, one.b) for one in found.same] == [('A "B"', "Ç\nD"), ("E", "F")]
    assert found.no_meeting == (meeting,)


@pytest.mark.parametrize("text", ["[[same]\n", "[[same]]\na = 'x'\n", "[[sme]]\na = 'x'\nb = 'y'\n"])
def test_a_file_that_cannot_be_understood(tmp_path: Path, text: str) -> None:
    path = tmp_path / "corrections.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(CorrectionError, match=r"corrections\.toml"):
        read_corrections(path)
    with pytest.raises(CorrectionError):
        add_correction(path, "same", PeopleCorrection(a="E", b="F"))
    assert path.read_text("utf-8") == text


def test_what_is_said_of_nothing_is_refused() -> None:
    graph = DefenseGraph.from_records(RECORDS).networkx
    with pytest.raises(QuestionError, match="meeting_id"):
        correcting.no_meeting(graph, "2021/DNK-SWE/1")
    with pytest.raises(QuestionError, match="relation_id"):
        correcting.wrong(graph, "x")
    with pytest.raises(QuestionError, match="no date"):
        correcting.meeting_on(graph, "2019-05-02/DNK-NOR/1", "May")
    with pytest.raises(QuestionError, match="one name"):
        correcting.people(graph, "Jonas Berg", "Jonas Berg")


def test_a_graph_of_a_store_is_corrected_for_good(tmp_path: Path) -> None:
    path = tmp_path / "graph.db"
    Store.replace(path, [(Article(id=record.id, text="Text."), record) for record in RECORDS])
    graph = kg.open(path)
    assert graph.correct("same", "Jonas Berg", "Jonas B. Lie", why="one man") == tmp_path / "corrections.toml"
    graph.correct("not_official", "Mette Holm")
    opened = kg.open(path)
    assert [official.name for official in opened.officials()] == ["Jonas B. Lie"]
    assert not opened.unmatched
    with pytest.raises(QuestionError, match="unknown correction"):
        graph.correct("sme", "Jonas Berg", "Jonas B. Lie")
    with pytest.raises(QuestionError, match="give both"):
        graph.correct("same", "Jonas Berg")
    with pytest.raises(QuestionError, match="store"):
        DefenseGraph.from_records(RECORDS).correct("not_official", "Mette Holm")
