"""The tables agree with each other and with ISO 3166."""

from collections import Counter

import pycountry
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract import gazetteer
from extract.gazetteer import (
    GazetteerError,
    Reading,
    countries,
    country,
    find_party,
    fold,
    organizations,
    owners,
    party_label,
    party_names,
    readings,
    spellings,
)

NOT_IN_ISO = {"XKX"}
READ_OTHERWISE = {"Congo"}  # to ISO the one of Brazzaville, in the news that of Kinshasa


def test_every_state_is_there_and_nothing_else() -> None:
    assert len(countries()) == 197
    assert len(organizations()["UN"].members) == 193
    assert countries().keys() - set(organizations()["UN"].members) == {"VAT", "PSE", "XKX", "TWN"}


def test_codes_are_those_of_iso_3166() -> None:
    for code in countries().keys() - NOT_IN_ISO:
        assert pycountry.countries.get(alpha_3=code).alpha_2 == country(code).alpha_2, code


def test_names_of_iso_3166_are_known() -> None:
    for code in countries().keys() - NOT_IN_ISO:
        entry = pycountry.countries.get(alpha_3=code)
        spelled = {getattr(entry, key, None) for key in ("name", "common_name", "official_name")} - {None, *READ_OTHERWISE}
        plain = {name.removeprefix("the ") for name in spelled if "," not in name and "(" not in name}
        assert all(find_party(name) == code for name in plain), (code, plain)


def test_alpha_2_codes_are_unique() -> None:
    assert max(Counter(entry.alpha_2 for entry in countries().values()).values()) == 1


@pytest.mark.parametrize(
    ("body", "size"),
    [
        ("ASEAN", 11),
        ("NATO", 32),
        ("EU", 27),
        ("OSCE", 57),
        ("AU", 54),
        ("G7", 7),
        ("SCO", 10),
        ("CSTO", 6),
        ("GCC", 6),
        ("UNC", 0),
    ],
)
def test_sizes_of_organizations(body: str, size: int) -> None:
    assert len(set(organizations()[body].members)) == size


def test_memberships_mirror_members() -> None:
    for code, entry in countries().items():
        assert set(entry.memberships) == {body for body, row in organizations().items() if code in row.members}
    assert {"ASEAN", "UN", "APEC"} <= set(country("VNM").memberships)
    assert "NATO" in country("FIN").memberships
    assert country("XKX").memberships == ()


@pytest.mark.parametrize(
    ("spelled", "code"),
    [
        ("KOR", "KOR"),
        ("kr", "KOR"),
        ("RoK", "KOR"),
        ("republic of korea", "KOR"),
        ("Viet Nam", "VNM"),
        ("VIETNAM", "VNM"),
        ("Turkiye", "TUR"),
        ("Côte d’Ivoire", "CIV"),
        ("Guinea Bissau", "GNB"),
        ("U.S.", "USA"),
        ("Filipinos", "PHL"),
        ("nato", "NATO"),
        ("AU", "AU"),  # the African Union, not Australia's alpha-2 code
        ("au", "AU"),
        ("European Union", "EU"),
        ("Congo", "COD"),
        ("Seoul", None),  # a capital names no party
        ("the Pentagon", None),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_find_party(spelled: str, code: str | None) -> None:
    assert find_party(spelled) == code


def test_every_code_and_label_finds_its_party() -> None:
    for code in (*countries(), *organizations()):
        assert find_party(code) == code
        assert find_party(party_label(code)) == code


def test_labels() -> None:
    assert [party_label(code) for code in ("KOR", "VNM", "TUR", "CZE", "ASEAN")] == [
        "South Korea",
        "Viet Nam",
        "Türkiye",
        "Czechia",
        "ASEAN",
    ]


def test_party_names_are_folded() -> None:
    assert all(fold(name) == name for name in party_names())


@settings(deadline=None)
@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("name", "way"),
    [
        ("Côte d'Ivoire", "COTE D’IVOIRE"),
        ("Saint Lucia", "St Lucia"),
        ("Guinea-Bissau", "Guinea Bissau"),
        ("S. Korea", "S Korea"),
        ("European Defense Agency", "European Defence Agency"),
        ("Shanghai Cooperation Organization", "Shanghai Cooperation Organisation"),
    ],
)
def test_spellings(name: str, way: str) -> None:
    assert way in spellings(name)


def test_an_abbreviation_has_its_own_capitals() -> None:
    assert spellings("RoK") == {"RoK"}


def test_two_owners_of_one_name_are_named() -> None:
    with pytest.raises(GazetteerError, match="'Guinea' belongs to GIN and to GNQ"):
        owners("countries", [("Guinea", "GIN"), ("Guinea", "GNQ")])


def test_readings_name_known_parties() -> None:
    known = party_names().values()
    for reading in (*readings("countries"), *readings("organizations")):
        assert set(reading.codes) <= set(known)
        assert all(find_party(name) for name in (*reading.beside, *reading.without))


def test_a_reading_of_any_name_rests_on_its_words_alone() -> None:
    with pytest.raises(ValueError, match="give `names`"):
        Reading(after="x", alone=True, examples=("a",), not_examples=("b",))


def test_a_fault_in_a_table_names_the_entry(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = {
        "KOR": {
            "name": "South Korea",
            "alpha_2": "KR",
            "capitals": ["Seoul"],
            "latitude": 137.0,
            "longitude": 0.0,
            "region": "Eastern Asia",
        }
    }
    monkeypatch.setattr(gazetteer, "read_table", lambda _: broken)
    with pytest.raises(GazetteerError, match=r"countries\.toml: latitude: .*137"):
        countries.__wrapped__()


def test_coordinates_lie_in_their_regions() -> None:
    boxes = {
        "Eastern Asia": (20, 50, 85, 145),
        "South-eastern Asia": (-12, 25, 92, 130),
        "Western Europe": (43, 54, 0, 17),
        "South America": (-36, 11, -80, -47),
    }
    for code, entry in countries().items():
        if entry.region in boxes:
            south, north, west, east = boxes[entry.region]
            assert south < entry.latitude < north, code
            assert west < entry.longitude < east, code
