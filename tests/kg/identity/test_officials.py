"""Officials across articles: who is meant by each naming."""

from collections.abc import Iterable
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.record import Official, Record
from kg.identity.officials import people_in

Told = tuple[str, str, str | None, str, str]
"""Record, name, country, class of office, date of publication."""


def records(told: Iterable[Told]) -> list[Record]:
    made = []
    for article, name, country, office, published in told:
        official = Official(name=name, country=country, role=office.replace("_", " "), role_class=office)
        made.append(Record(id=article, published=published or None, officials=(official,)))
    return made


def groups(told: Iterable[Told]) -> set[frozenset[str]]:
    """The records in which one person is named, for each person."""
    return {frozenset(naming.article for naming in namings) for namings in people_in(records(told))}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        pytest.param(
            [
                ("a", "Seo Kyeong-su", "KOR", "service_chief", "2019"),
                ("b", "Suh Kyung-soo", "KOR", "defense_minister", "2021"),
                ("c", "SUH Kyung Soo", "KOR", "defense_minister", "2022"),
            ],
            ["abc"],
            id="one man of three spellings",
        ),
        pytest.param(
            [
                ("a", "John Doe", "USA", "legislator", "2019"),
                ("b", "J. Doe", "USA", "legislator", "2019"),
                ("c", "James Doe", "USA", "legislator", "2019"),
            ],
            ["a", "b", "c"],
            id="an initial that fits two joins neither",
        ),
        pytest.param(
            [
                ("a", "Park Do-yun", "KOR", "defense_minister", "2020-01"),
                ("b", "Park", "KOR", "defense_minister", "2020-03"),
                ("c", "Park Ji-ho", "KOR", "foreign_minister", "2020-01"),
            ],
            ["ab", "c"],
            id="a surname means who held the office",
        ),
        pytest.param(
            [
                ("a", "Ri Tae-ho", "PRK", "chief_of_defense", "2009"),
                ("b", "Ri Tae Ho", "PRK", "foreign_minister", "2018"),
            ],
            ["a", "b"],
            id="namesakes of two careers",
        ),
        pytest.param(
            [
                ("a", "Jan Nowak", "POL", "defense_minister", "2018"),
                ("b", "Jan Nowak", "POL", "military_officer", "2018"),
                ("c", "Jan Nowak", "POL", "chief_of_defense", "2018"),
            ],
            ["abc"],
            id="one article's slip makes no second man",
        ),
        pytest.param(
            [
                ("a", "Jan Nowak", "POL", "defense_minister", "2018"),
                ("b", "Jan Nowak", None, "other", "2019"),
                ("c", "Jan Novak", "CZE", "defense_minister", "2018"),
                ("d", "Jan Novak", "POL", "other", "2018"),
            ],
            ["ab", "c", "d"],
            id="whose country is not told",
        ),
        pytest.param(
            [
                ("a", "Joe Doe", "USA", "head_of_state", "2021-05"),
                ("b", "Joseph R. Doe, Jr.", "USA", "head_of_state", "2021-05"),
                ("c", "JOSEPH R. DOE", "USA", "head_of_state", "2021-06"),
                ("d", "Joseph R. Doe, Jr. Throughout", "USA", "head_of_state", "2021-06"),
            ],
            ["abc", "d"],
            id="what is short for more is joined first",
        ),
        pytest.param(
            [
                ("a", "Joe Doe", "USA", "head_of_state", "2021-05"),
                ("b", "Joseph R. Doe", "USA", "head_of_state", "2021-05"),
                ("c", "Joseph R. Doe", "USA", "other", "2021-06"),
                ("d", "Joseph R. Doe", "USA", "head_of_state", "2021-07"),
            ],
            ["abcd"],
            id="a slip within an office tells nobody apart",
        ),
        pytest.param(
            [
                *((f"a{day}", "Jan Nowak", "POL", "defense_minister", f"2021-06-{day}") for day in range(10, 21)),
                ("b", "Could Nowak", "POL", "defense_minister", "2021-06-15"),
                ("c", "Nowak", "POL", "defense_minister", "2021-06-15"),
                ("d", "Nowak", "POL", "defense_minister", "2021-06-14"),
            ],
            [[*(f"a{day}" for day in range(10, 21)), "c", "d"], "b"],
            id="a surname means who is told to hold the office far more than another",
        ),
        pytest.param(
            [
                ("a", "Ewa Lis", "POL", "other", "2021-06"),
                ("b", "Lis", "POL", "other", "2021-07"),
                ("c", "Adam Wilk", "POL", "other", "2021-06"),
                ("d", "Jan Wilk", "POL", "legislator", "2021-06"),
                ("e", "Wilk", "POL", "other", "2021-07"),
            ],
            ["ab", "c", "d", "e"],
            id="a surname without an office means the only one who bears it",
        ),
        pytest.param(
            [("a", "Ali", None, "other", "2018"), ("b", "Ali", None, "other", "2018")], ["a", "b"], id="a name tells nobody"
        ),
        pytest.param(
            [
                ("a", "Berg", "NOR", "defense_minister", "2004"),
                ("b", "Berg", "NOR", "defense_minister", "2005"),
                ("c", "Berg", "NOR", "defense_minister", "2019"),
            ],
            ["ab", "c"],
            id="one surname, two terms",
        ),
    ],
)
def test_who_is_who(told: list[Told], expected: list[list[str] | str]) -> None:
    assert groups(told) == {frozenset(group) for group in expected}


NAMES = ["Jan Nowak", "J. Nowak", "Nowak", "Jan M. Nowak", "Janusz Nowak", "Nowak Jan", "Jan Maria Nowak", "Jan Novak"]
TOLD = st.lists(
    st.tuples(
        st.sampled_from(NAMES),
        st.sampled_from(["POL", "CZE", "NATO", None]),
        st.sampled_from(["defense_minister", "chief_of_defense", "legislator", "other"]),
        st.sampled_from(["1990", "2018-03-01", "2019", "2021-06", ""]),
    ),
    max_size=12,
).map(lambda rows: [(f"r{number:02}", *row) for number, row in enumerate(rows)])


@settings(deadline=None)
@given(TOLD, st.randoms())
def test_the_order_of_records_decides_nothing(told: list[Told], random: Random) -> None:
    shuffled = [*told]
    random.shuffle(shuffled)
    assert groups(told) == groups(shuffled)


@settings(deadline=None)
@given(TOLD)
def test_every_naming_means_one_person(told: list[Told]) -> None:
    named = [naming.spelling for namings in people_in(records(told)) for naming in namings]
    assert sorted(named) == sorted((article, name) for article, name, *_ in told)
