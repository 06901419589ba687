"""Organizations in running text."""

import pytest
import spacy

import extract.countries
import extract.organizations  # noqa: F401  (registers the factory)
from extract.gazetteer import organizations, spellings
from extract.text.tokens import LinearTokenizer

nlp = spacy.blank("en")
nlp.tokenizer = LinearTokenizer(nlp.vocab)
nlp.add_pipe("defense_countries")
nlp.add_pipe("defense_organizations")


def found(text: str) -> list[tuple[str, str]]:
    doc = nlp(text)  # spans live no longer than their Doc
    return [(span.text, span.id_) for span in doc.spans["organizations"]]


def test_every_name_is_found_in_a_sentence() -> None:
    for code, entry in organizations().items():
        for name in (*entry.all_names, *entry.bodies):
            for way in spellings(name):
                assert (way, code) in found(f"In South Korea the {way} envoy spoke."), (code, way)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "the Association of Southeast Asian Nations (ASEAN)",
            [("Association of Southeast Asian Nations", "ASEAN"), ("ASEAN", "ASEAN")],
        ),
        ("at the ninth ADMM-Plus", [("ADMM-Plus", "ASEAN")]),  # a meeting that bears its name
        ("UN-led talks, U.N. troops, the UNSC", [("UN", "UN"), ("U.N.", "UN"), ("UNSC", "UN")]),
        ("the UN Command and the United Nations", [("UN Command", "UNC"), ("United Nations", "UN")]),  # longest first
        ("UNIFIL and KFOR", [("UNIFIL", "UN"), ("KFOR", "NATO")]),
        ("the Shanghai Cooperation Organisation", [("Shanghai Cooperation Organisation", "SCO")]),
        ("Quad leaders, but no quad bikes", [("Quad", "QUAD")]),
        ("the Five Power Defence Arrangements", [("Five Power Defence Arrangements", "FPDA")]),
        ("the Russian Security Council", []),  # not the UN's
        ("un ami", []),  # case counts
        ("the Alliance", []),
        ("a non-NATO ally", []),
        ("OTAN, SHAPE and the CEDEAO", [("OTAN", "NATO"), ("SHAPE", "NATO"), ("CEDEAO", "ECOWAS")]),
        ("Operation Irini and PESCO", [("Operation Irini", "EU"), ("PESCO", "EU")]),
        ("the IOM and the U.N-led talks", [("IOM", "UN"), ("U.N", "UN")]),
    ],
)
def test_mentions(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_it_works_without_the_countries() -> None:
    alone = spacy.blank("en")
    alone.add_pipe("defense_organizations")
    doc = alone("NATO met the EU.")
    assert [span.id_ for span in doc.spans["organizations"]] == ["NATO", "EU"]
