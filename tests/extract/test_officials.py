"""Named officials: names joined to offices and ranks, and one person for all his namings."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

Read = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norwegian Defense Minister Jonas Berg spoke.", {"Jonas Berg": "defense_minister"}),
        ("Jonas Berg, the Norwegian defense minister, spoke.", {"Jonas Berg": "defense_minister"}),
        ("Jonas Berg (L), chief of the Norwegian navy, spoke.", {"Jonas Berg": "service_chief"}),
        ("General Jonas Berg, who heads the Norwegian Defence Staff, spoke.", {"Jonas Berg": "chief_of_defense"}),
        ("Jonas Berg, who has just been appointed Norway's ambassador to Mali, left.", {"Jonas Berg": "ambassador"}),
        ("The Norwegian Chief of Army Staff (COAS), Lt. Gen. Jonas Berg, left.", {"Jonas Berg": "service_chief"}),
        ("The Hon Jonas Berg MP, Minister for Defence of Fiji, spoke.", {"Jonas Berg": "defense_minister"}),
        ("Secretaries Berg and Holm of Norway spoke.", {"Berg": "other", "Holm": "other"}),
        (
            "The Norwegian foreign and defense ministers, Jonas Berg and Mads Holm, spoke.",
            {"Jonas Berg": "foreign_minister", "Mads Holm": "defense_minister"},
        ),
        (
            "Defence ministers of two countries, Jonas Berg of Norway and Mads Holm of Denmark, met.",
            {"Jonas Berg": "defense_minister", "Mads Holm": "defense_minister"},
        ),
        (
            "Norway's Jonas Berg and Denmark's Mads Holm joined defence ministers in Oslo.",
            {"Jonas Berg": "defense_minister", "Mads Holm": "defense_minister"},
        ),
        (
            "He told Norwegian President Jonas Berg and Denmark's Mads Holm so.",
            {"Jonas Berg": "head_of_state", "Mads Holm": "head_of_state"},
        ),
        (
            "Gens. Jonas Berg (1948-) and Mads Holm served Norway.",
            {"Jonas Berg": "military_officer", "Mads Holm": "military_officer"},
        ),
        ("Norwegian Defense Minister Gen Tanaka spoke.", {"Gen Tanaka": "defense_minister"}),  # a given name, no rank
        ("Prime Minister Sheikh Hasan of Qatar spoke.", {"Sheikh Hasan": "head_of_government"}),
        ("Photo by Sgt. Jonas Berg", {}),
        ("Dr. Jonas Berg of Oslo University spoke.", {}),  # a scholar
        ("Jonas Berg, president of Acme Aviation, spoke.", {}),
        ("Reporting by Jonas Berg; editing by Mads Holm", {}),
        ("In a meeting with Jonas Berg, the minister said Norway was ready.", {}),  # no apposition
    ],
)
def test_who_holds_which_office(read: Read, text: str, expected: dict[str, str]) -> None:
    assert {person.name: person.role_class for person in read(text)._.officials} == expected


def test_one_person_for_all_namings(read: Read) -> None:
    doc = read("Norwegian Defense Minister Jonas Berg met Mads Holm of Denmark. Berg and General Holm agreed. BERG left.")
    berg = next(person for person in doc._.officials if person.name == "Jonas Berg")
    assert [doc[n.name_start : n.name_end].text for n in berg.namings] == ["Jonas Berg", "Berg", "BERG"]
    assert {span.id_ for span in doc.spans["officials"]} == {person.name for person in doc._.officials}


def test_a_line_break_inside_a_sentence_breaks_no_office(read: Read) -> None:
    text = (
        "The talks on the new frigates and on the northern sea were held by the Norwegian Minister\n"
        "of Defence Jonas Berg and his guests, who had come for the whole of the week to see how the\n"
        "yards of the western coast work, and who were asked to dine at the palace in the evening.\n"
    )
    assert [(p.name, p.role, p.country) for p in read(text)._.officials] == [("Jonas Berg", "minister of defence", "NOR")]


def test_who_is_named_without_a_title(read: Read) -> None:
    doc = read(
        "Jonas Berg met Danish President Mads Holm in Oslo. Berg, the prime minister of Norway said, was glad. Berg left."
    )
    assert ("Jonas Berg", "head_of_government", "NOR") in {(p.name, p.role_class, p.country) for p in doc._.officials}


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Norwegian Defense Minister Jonas Berg met his Danish counterpart, Mads Holm.", "Mads Holm", "defense_minister"),
        ("General Mads Holm, his Danish counterpart, received Norwegian Army Chief Jonas Berg.", "Mads Holm", "service_chief"),
        (
            "Norwegian Foreign Minister Berg and Defense Minister Ida Lund met their counterparts, Mads Holm and Per Krag.",
            "Mads Holm",
            "foreign_minister",
        ),
        ("The defense minister of Norway left. Minister Holm of Denmark spoke.", "Holm", "defense_minister"),  # the portfolio
    ],
)
def test_offices_told_elsewhere(read: Read, text: str, name: str, expected: str) -> None:
    person = next(p for p in read(text)._.officials if p.name == name)
    assert person.role_class == expected
    assert "role_class" in person.inferred
