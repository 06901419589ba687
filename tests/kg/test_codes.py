"""The codes by which other data know parties and events: right, well-formed, and each number one country's in a year."""

import re
import tomllib
from collections import Counter
from itertools import pairwise, product
from pathlib import Path
from typing import Any

import networkx as nx
import pycountry
import pytest

from extract.gazetteer import countries, organizations
from extract.record import Meeting, Record, Relation
from kg import codes, kinds
from kg.codes import country_codes, cow_number, edge_codes, event_codes, gw_number, host_of, node_codes, organization_codes
from kg.graph import build_graph
from kg.identity.resolution import resolve

NOT_IN_ISO = {"XKX"}
IN_NEITHER_LIST = {"PSE", "VAT"}
YEARS = range(1816, 2031)
NUMBERINGS = {"cow": cow_number, "gw": gw_number}

CAMEO = re.compile(r"(0[1-9]|1[0-9]|20)[0-9]{0,2}")
PLOVER_VERBAL = {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "DEMAND", "ACCUSE", "REJECT", "THREATEN"}
PLOVER_MATERIAL = {"COOPERATE", "AID", "RETREAT", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}
PLOVER_MODES = {"CONSULT": {"visit", "third-party", "multilateral", "phone"}}
PLOVER_CONTEXTS = {"military", "diplomatic"}
HOSTS = ("source", "target", "other", "party", "nobody", None)
MEETINGS = [
    {"status": status, "mode": mode, "host": host, "multilateral": multilateral}
    for status, mode, host, multilateral in product(kinds.STATUSES, ("in_person", "video", "phone"), HOSTS, (False, True))
]


@pytest.fixture(scope="module")
def table(root: Path) -> dict[str, Any]:
    return tomllib.loads((root / "kg/data/codes.toml").read_text("utf-8"))


# ---- countries -----------------------------------------------------------------------------------------------------


def test_every_country_and_nothing_else_has_codes(table: dict[str, Any]) -> None:
    assert list(table["countries"]) == list(countries())
    assert all(country_codes(code) for code in countries())
    assert country_codes("ASEAN") == country_codes("ZZZ") == {}
    for row in table["countries"].values():
        assert row.keys() <= {"iso_numeric", "wikidata", "cow", "gw"}


@pytest.mark.parametrize("code", sorted(countries().keys() - NOT_IN_ISO))
def test_iso_3166_is_that_of_pycountry(code: str) -> None:
    entry = pycountry.countries.get(alpha_3=code)
    found = country_codes(code)
    assert (found["iso2"], found["iso3"], found["iso_numeric"]) == (entry.alpha_2, entry.alpha_3, entry.numeric)


def test_kosovo_has_no_code_of_iso_3166() -> None:
    assert country_codes("XKX") == {"wikidata": "Q1246", "cow": 347, "cow_years": "2008-", "gw": 347, "gw_years": "2008-"}


def test_wikidata_items_are_well_formed_and_of_one_party_each() -> None:
    items = [country_codes(code)["wikidata"] for code in countries()]
    items += [found["wikidata"] for code in organizations() if (found := organization_codes(code))]
    assert all(re.fullmatch(r"Q[1-9][0-9]*", str(item)) for item in items)
    assert max(Counter(items).values()) == 1


@pytest.mark.parametrize("numbering", NUMBERINGS)
def test_tenures_are_in_order_apart_and_lead_to_today(numbering: str, table: dict[str, Any]) -> None:
    """A tenure may begin in the year in which another ended, if that was under another number."""
    for code, row in table["countries"].items():
        tenures = [codes.Tenure(*years) for years in row.get(numbering, ())]
        assert bool(tenures) is (code not in IN_NEITHER_LIST), code
        assert all(0 < tenure.number < 1000 and tenure.first in YEARS for tenure in tenures), code
        assert [tenure.last is None for tenure in tenures] == [False] * (len(tenures) - 1) + [True] * bool(tenures), code
        for earlier, later in pairwise(tenures):
            assert earlier.last is not None
            assert earlier.first <= earlier.last <= later.first, code
            assert earlier.last < later.first or earlier.number != later.number, code


@pytest.mark.parametrize("numbering", NUMBERINGS)
def test_a_number_is_one_countrys_in_a_year(numbering: str, table: dict[str, Any]) -> None:
    for year in YEARS:
        held = Counter(
            tenure.number
            for row in table["countries"].values()
            for tenure in {codes.Tenure(*years) for years in row.get(numbering, ())}
            if tenure.covers(year)
        )
        assert not [number for number, count in held.items() if count > 1], year


@pytest.mark.parametrize(
    ("code", "year", "cow", "gw"),
    [
        ("USA", 1816, 2, 2),
        ("DEU", 1900, 255, 255),
        ("DEU", 1947, None, None),
        ("DEU", 1950, None, 260),
        ("DEU", 1989, 260, 260),
        ("DEU", 1990, 255, 260),
        ("DEU", 2024, 255, 260),
        ("RUS", 1950, 365, 365),
        ("UKR", 1990, None, None),
        ("SRB", 1914, 345, 340),
        ("SRB", 1975, 345, 345),
        ("SRB", 2005, 345, 345),
        ("SRB", 2006, 345, 340),
        ("MNE", 2005, None, None),
        ("MNE", 2006, 341, 341),
        ("HRV", 1991, None, None),
        ("XKX", 2008, 347, 347),
        ("CZE", 1992, None, None),
        ("CZE", 1993, 316, 316),
        ("SVK", 1993, 317, 317),
        ("YEM", 1989, 678, 678),
        ("YEM", 1990, 679, 678),
        ("VNM", 1960, 816, 816),
        ("VNM", 2024, 816, 816),
        ("KOR", 1948, None, 732),
        ("KOR", 2024, 732, 732),
        ("PRK", 2024, 731, 731),
        ("CHN", 1850, None, 710),
        ("TWN", 1948, None, None),
        ("TWN", 2024, 713, 713),
        ("PAK", 1970, 770, 770),
        ("BGD", 1970, None, None),
        ("BGD", 1971, 771, 771),
        ("ETH", 1938, None, 530),
        ("ERI", 1993, 531, 531),
        ("SDN", 2012, 625, 625),
        ("SSD", 2010, None, None),
        ("SSD", 2011, 626, 626),
        ("SYR", 1960, None, 652),
        ("FRA", 1943, None, 220),
        ("JPN", 1950, None, 740),
        ("KIR", 2024, 946, 970),
        ("NRU", 2024, 970, 971),
        ("TON", 2024, 955, 972),
        ("TUV", 2024, 947, 973),
        ("TLS", 2002, 860, 860),
        ("VAT", 2024, None, None),
        ("ASEAN", 2024, None, None),
    ],
)
def test_the_number_that_holds_in_a_year(code: str, year: int, cow: int | None, gw: int | None) -> None:
    assert (cow_number(code, year), gw_number(code, year)) == (cow, gw)


@pytest.mark.parametrize(
    ("code", "cow", "gw"),
    [
        ("AUS", (900, "1920-"), (900, "1901-")),
        ("ETH", (530, "1898-1936; 1941-"), (530, "1855-")),
        ("DEU", (255, "255: 1816-1945; 260: 1955-1990; 255: 1990-"), (260, "255: 1816-1945; 260: 1949-")),
        ("YEM", (679, "678: 1926-1990; 679: 1990-"), (678, "1918-")),
    ],
)
def test_the_number_of_today_and_its_years(code: str, cow: tuple[int, str], gw: tuple[int, str]) -> None:
    found = country_codes(code)
    assert (found["cow"], found["cow_years"]) == cow
    assert (found["gw"], found["gw_years"]) == gw


# ---- organizations -------------------------------------------------------------------------------------------------


def test_organizations_have_items_where_they_are_certain(table: dict[str, Any]) -> None:
    assert table["organizations"].keys() <= organizations().keys()
    assert organization_codes("NATO") == {"wikidata": "Q7184"}
    assert organization_codes("FPDA") == organization_codes("KOR") == {}


# ---- events --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("found", [*map(event_codes, kinds.RELATIONS), *(event_codes("met", **told) for told in MEETINGS)])
def test_every_event_has_codes_of_the_codebooks(found: dict[str, str]) -> None:
    assert found.keys() <= {"cameo", "plover", "plover_mode", "plover_context"}
    assert CAMEO.fullmatch(found["cameo"])
    assert found["plover"] in PLOVER_VERBAL | PLOVER_MATERIAL
    assert found.get("plover_mode") in {None, *PLOVER_MODES.get(found["plover"], ())}
    assert found.get("plover_context") in {None, *PLOVER_CONTEXTS}


def test_only_events_have_codes() -> None:
    assert {kind for kind in kinds.EDGES if event_codes(kind)} == {"met", *kinds.RELATIONS}
    assert not any(event_codes(kind) for kind in kinds.NODES if kind != "meeting")


def test_every_table_is_of_an_event(table: dict[str, Any]) -> None:
    manners = {"planned", "cancelled", "phone", "video", *(f"host_{host or 'unknown'}" for host in HOSTS)}
    assert table["events"].keys() == set(kinds.RELATIONS)
    assert table["meetings"].keys() == manners


def test_answers_can_be_changed_without_changing_the_next() -> None:
    event_codes("signed").clear()
    event_codes("met", multilateral=True)["cameo"] = ""
    assert event_codes("signed")["cameo"] == "057"
    assert event_codes("met", multilateral=True)["cameo"] == "040"
    assert "plover_mode" not in event_codes("met")


@pytest.mark.parametrize(
    ("told", "cameo", "plover", "mode"),
    [
        ({"host": "target"}, "042", "CONSULT", "visit"),
        ({"host": "source"}, "043", "CONSULT", "visit"),
        ({"host": "party"}, "04", "CONSULT", "visit"),
        ({"host": "nobody"}, "044", "CONSULT", "third-party"),
        ({"host": "nobody", "multilateral": True}, "044", "CONSULT", "multilateral"),
        ({"host": "other", "multilateral": True}, "040", "CONSULT", "multilateral"),
        ({}, "040", "CONSULT", None),
        ({"mode": "phone", "host": "source"}, "041", "CONSULT", "phone"),
        ({"mode": "video", "multilateral": True}, "040", "CONSULT", "phone"),
        ({"status": "planned", "mode": "phone"}, "036", "AGREE", None),
        ({"status": "cancelled", "host": "target", "multilateral": True}, "161", "SANCTION", None),
    ],
)
def test_meetings_by_how_they_were_held(told: dict[str, Any], cameo: str, plover: str, mode: str | None) -> None:
    found = event_codes("met", **told)
    assert (found["cameo"], found["plover"], found.get("plover_mode")) == (cameo, plover, mode)


@pytest.mark.parametrize(
    ("place", "source", "target", "parties", "host"),
    [
        (None, "KOR", "VNM", ("KOR", "VNM"), None),
        ("VNM", "KOR", "VNM", ("KOR", "VNM"), "target"),
        ("KOR", "KOR", "VNM", ("KOR", "VNM"), "source"),
        ("SGP", "KOR", "VNM", ("KOR", "VNM"), "nobody"),
        ("SGP", "KOR", "VNM", ("KOR", "SGP", "VNM"), "other"),
        ("IDN", "ASEAN", "KOR", ("ASEAN", "KOR"), "source"),
        ("KOR", "KOR", "UN", ("KOR", "UN"), "source"),
        ("USA", "KOR", "UN", ("KOR", "UN"), "target"),
        ("BEL", "EU", "NATO", ("EU", "NATO"), "other"),
    ],
)
def test_who_was_at_home(place: str | None, source: str, target: str, parties: tuple[str, ...], host: str | None) -> None:
    assert host_of(place, source, target, parties) == host


# ---- graphs --------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def graph() -> nx.MultiDiGraph:
    """Talks in Oslo, talks that are planned, and one relation."""
    talks = Meeting(date="2021-05-04", parties=("DNK", "NOR"), place_country="NOR", evidence="They met.")
    plan = Meeting(date="2022-05-04", parties=("DNK", "NOR"), status="planned", evidence="They will meet.")
    signed = Relation(type="signed", source="DNK", target="NOR", date="2021-05-04", evidence="They signed.")
    record = Record(id="a", organizations=("NATO", "FPDA"), meetings=(talks, plan), relations=(signed,))
    return build_graph([record], resolve([record]))


def test_the_codes_of_nodes(graph: nx.MultiDiGraph) -> None:
    found = {key: node_codes(node) for key, node in graph.nodes(data=True)}
    held, planned = sorted(key for key in found if key.startswith("meeting:"))
    assert found["country:NOR"] == country_codes("NOR")
    assert found["organization:NATO"] == organization_codes("NATO")
    assert found["organization:FPDA"] == {}
    assert found[held] == event_codes("meeting", status="held", host="party")
    assert found[planned] == event_codes("meeting", status="planned")
    assert node_codes({"kind": "official", "country": "NOR"}) == {}


def test_the_codes_of_edges(graph: nx.MultiDiGraph) -> None:
    found = {edge["kind"]: edge_codes(graph, source, target, edge) for source, target, edge in graph.edges(data=True)}
    assert found["met"] == {"cameo": "042", "plover": "CONSULT", "plover_mode": "visit"}  # the Danes came
    assert found["signed"] == event_codes("signed")
    assert found["took_part"] == found["held_in"] == {}
