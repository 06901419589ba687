import pytest

import viz
from viz.facts import contacts, gather, told_of
from viz.globe import HEIGHT


@pytest.fixture
def facts(articles):
    return gather(articles, 1_000_000)


@pytest.fixture
def number(facts):
    """The number of a node by its key."""
    return {node["key"]: i for i, node in enumerate(facts.nodes)}


def test_contacts_weigh_meetings_more_than_deeds_and_forums_least(facts, number):
    weights = contacts(facts)
    korea, vietnam, japan, russia = (number[f"country:{code}"] for code in ("KOR", "VNM", "JPN", "RUS"))
    assert weights[min(korea, vietnam), max(korea, vietnam)] > 2
    assert weights[min(japan, russia), max(japan, russia)] == 0.1
    assert all(a < b for a, b in weights)
    assert {facts.nodes[i]["kind"] for pair in weights for i in pair} == {"country", "organization"}


def test_a_country_that_is_only_mentioned_has_nothing_told_of_it(articles, facts, number):
    assert {number["country:KOR"], number["organization:ASEAN"], number["country:RUS"]} <= told_of(facts)
    articles.add_node("country:FRA", kind="country", label="France", code="FRA")
    grown = gather(articles, 1_000_000)
    (france,) = (i for i, node in enumerate(grown.nodes) if node["key"] == "country:FRA")
    assert france not in told_of(grown)


def test_an_organization_lies_at_sea_and_what_has_no_place_below_the_map(articles, data):
    articles.add_node("country:ZZZ", kind="country", label="Nowhere", code="ZZZ")
    articles.nodes["country:VNM"].update(longitude=105.85, latitude=21.03)
    at = {node["key"]: node["at"] for node in data(viz.render(articles))["nodes"] if "at" in node}
    assert at["country:ZZZ"][1] > HEIGHT
    assert at["organization:ASEAN"][0] > at["country:VNM"][0]
    assert at["organization:ASEAN"][1] < HEIGHT
