"""Countries and places in running text."""

import time
from collections.abc import Callable
from itertools import pairwise

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

import extract.countries
from extract.gazetteer import countries
from extract.text.tokens import LinearTokenizer


def pipeline(tokenizer: Callable[[Language], None] = lambda nlp: None) -> Language:
    nlp = spacy.blank("en")
    tokenizer(nlp)
    nlp.add_pipe("defense_countries")
    return nlp


def linear(nlp: Language) -> None:
    nlp.tokenizer = LinearTokenizer(nlp.vocab)


PIPELINES = {"linear": pipeline(linear), "spacy": pipeline()}
nlp = PIPELINES["linear"]


def found(text: str, key: str = "countries", nlp: Language = nlp) -> list[tuple[str, str, str]]:
    doc = nlp(text)  # spans live no longer than their Doc
    return [(span.text, span.label_, span.id_) for span in doc.spans[key]]


@pytest.mark.parametrize("nlp", PIPELINES.values(), ids=PIPELINES)
def test_every_name_is_found_in_a_sentence(nlp: Language) -> None:
    for code, entry in countries().items():
        also = f" {entry.name} hosted it; the party of {entry.name} agreed."  # names that need their country beside them
        for name in (*entry.all_names, *entry.demonyms, *entry.capitals, *(f"{half}-Arctic" for half in entry.combining)):
            codes = {spelled: owner for spelled, _, owner in found(f"Talks with {name} officials ended.{also}", nlp=nlp)}
            assert codes.get(name.removesuffix("-Arctic")) == code, (code, name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("S. Korea, Vietnam vow", [("S. Korea", "name", "KOR"), ("Vietnam", "name", "VNM")]),
        ("The Vietnamese and the Koreans", [("Vietnamese", "demonym", "VNM"), ("Koreans", "demonym", "KOR")]),
        ("North Korea and Korea", [("North Korea", "name", "PRK"), ("Korea", "name", "KOR")]),  # longest first
        ("SEOUL, Sept. 5 (Yonhap) --", [("SEOUL", "capital", "KOR")]),  # a dateline
        ("BEIJING — The PRC", [("BEIJING", "capital", "CHN"), ("PRC", "name", "CHN")]),
        ("The Pentagon told Seoul", [("Pentagon", "seat", "USA"), ("Seoul", "capital", "KOR")]),
        ("the Elysee said", [("Elysee", "seat", "FRA")]),
        (
            "U.S.-led, India-China, Indo-US",
            [
                ("U.S.", "name", "USA"),
                ("India", "name", "IND"),
                ("China", "name", "CHN"),
                ("Indo", "demonym", "IND"),
                ("US", "name", "USA"),
            ],
        ),
        ("the Democratic People’s Republic of Korea", [("Democratic People’s Republic of Korea", "name", "PRK")]),
        (
            "Papua New Guinea, Equatorial Guinea, Guinea-Bissau, Guinea",
            [
                ("Papua New Guinea", "name", "PNG"),
                ("Equatorial Guinea", "name", "GNQ"),
                ("Guinea-Bissau", "name", "GNB"),
                ("Guinea", "name", "GIN"),
            ],
        ),
        ("Niger and Nigeria", [("Niger", "name", "NER"), ("Nigeria", "name", "NGA")]),
        ("Dominica and the Dominican Republic", [("Dominica", "name", "DMA"), ("Dominican Republic", "name", "DOM")]),
        ("South\nSudan", [("South\nSudan", "name", "SSD")]),  # a wrapped line
        ("they told us, may and turkey", []),  # case counts
        ("the two Koreas", [("Koreas", "name", "KOR"), ("Koreas", "name", "PRK")]),
        ("ROC and PRC officers met in Taipei", [("ROC", "name", "TWN"), ("PRC", "name", "CHN"), ("Taipei", "capital", "TWN")]),
        ("Prime Minister Ana Montenegro came. Montenegro left.", []),  # a person once, a person always
        (
            "Prime Minister Ana Montenegro came to Podgorica. Montenegro was glad.",
            [("Podgorica", "capital", "MNE"), ("Montenegro", "name", "MNE")],
        ),
    ],
)
def test_mentions(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # names inside names
        ("Korean Air and Air India flew them; Qatar Airways too.", ""),
        ("Bank of China and the Kuwait Fund paid.", ""),
        ("A museum of the Russo-Japanese War and of the Vietnam War.", ""),
        ("Drills on Lake Chad and at Mount Kenya.", ""),
        ("France 24 and Iran International reported it.", ""),
        ("The statement was in English, French and Arabic.", ""),
        ("Guinea pigs were fed.", ""),
        ("The Helsinki Final Act and the Dayton Accords.", ""),
        ("Athens, Georgia, and Lima, Ohio", "USA"),
        ("They met in Tripoli, Lebanon.", "LBN"),
        ("They met in Santiago, Dominican Republic.", "DOM"),
        ("President Lima of Brazil thanked Ann Jordan.", "BRA"),
        ("It cost 4 million Nigerian naira and 3 billion Swedish kronor.", ""),
        ("The Korean Demilitarized Zone is long.", ""),
        # spellings, abbreviations
        ("U.S-led drills", "USA"),
        ("PH, US sign deal; the Philippines is glad.", "PHL USA"),
        ("The ph value is 7.", ""),
        ("Ha Noi, Viet Nam and Kiev", "UKR VNM"),
        ("Nur-Sultan, Astana, Naypyidaw, Nay Pyi Taw", "KAZ MMR"),
        ("Swaziland, Burma, Türkiye, Czechia", "CZE MMR SWZ TUR"),
        ("KSA, UAE and the DPRK", "ARE PRK SAU"),
        ("Greek Cypriots and Turkish Cypriots", "CYP"),
        # the Koreas
        ("North and South Korea met", "KOR PRK"),
        ("South and North Korean officers", "KOR PRK"),
        ("South Korea and the North agreed", "KOR PRK"),
        ("North and South Sudan", "SSD"),
        # namesakes
        ("Guinea, Guinea-Bissau, Equatorial Guinea and Papua New Guinea", "GIN GNB GNQ PNG"),
        ("the DR Congo and the Republic of the Congo", "COD COG"),
        ("the Nigerien and the Nigerian armies", "NER NGA"),
    ],
)
def test_codes(text: str, expected: str) -> None:
    assert sorted({code for _, _, code in found(text)}) == expected.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in Busan and Seoul", [("Busan", "city", "KOR"), ("Seoul", "capital", "KOR")]),
        ("in Singapore", [("Singapore", "capital", "SGP")]),  # a name and a capital
        ("at Brest, France", [("Brest", "city", "FRA")]),  # not the Brest of Belarus
        ("at Ho Chi Minh City", [("Ho Chi Minh City", "city", "VNM")]),
        ("the New York Times", []),
        ("at Mar-a-Lago", [("Mar-a-Lago", "city", "USA")]),
    ],
)
def test_places(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text, "places") == expected


def test_a_city_mentions_no_country() -> None:
    assert found("They met in Busan and Mumbai.") == []


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                "Korea",
                "South",
                "North",
                "the",
                "The",
                "US",
                "U.S.",
                "-",
                ",",
                ".",
                "\n",
                "Sea",
                "Georgia",
                "Pak",
                "Sino",
                "Minister",
                "Chad",
                "in",
                "of",
                "Vietnam",
            ]
        ),
        max_size=40,
    )
)
def test_spans_of_any_text_stand_in_order_and_do_not_cross(words: list[str]) -> None:
    doc = nlp(" ".join(words))
    spans = list(doc.spans["countries"])
    for left, right in pairwise(spans):
        assert left.end <= right.start or (left.start, left.end) == (right.start, right.end)


@pytest.mark.parametrize("unit", ["Korea ", "the North ", "Minister Chad ", "Guinea-", "South\n", "University of "])
def test_time_grows_with_length(unit: str) -> None:
    def seconds(count: int) -> float:
        doc = nlp.make_doc(unit * count)
        start = time.process_time()
        nlp.get_pipe("defense_countries")(doc)
        return time.process_time() - start

    seconds(100)
    assert seconds(16_000) < 60 * max(seconds(1_000), 0.01)  # 16 times as long; a square would be 256


def test_the_component_needs_no_options() -> None:
    doc = extract.countries.make_country_finder(nlp, "x")(nlp.make_doc("Oman"))
    assert [span.id_ for span in doc.spans["countries"]] == ["OMN"]
