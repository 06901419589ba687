"""Whether two mentions are of one official: what office, country and time decide."""

import pytest

from kg.identity.people import Mention, are_one


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        # careers
        (("Jan Nowak", "POL", "chief_of_defense", "2014"), ("Jan Nowak", "POL", "defense_minister", "2021"), True),
        (("Jan Nowak", "POL", "defense_minister", "2014"), ("Jan Nowak", "POL", "chief_of_defense", "2021"), False),
        (("Jan Nowak", "POL", "legislator", "2014"), ("Jan Nowak", "POL", "military_officer", "2015"), False),
        (("Jan Nowak", "POL", "defense_minister", "2014"), ("Jan Nowak", "POL", "foreign_minister", "2021"), True),
        (("Jan Nowak", "POL", "head_of_state", "2008"), ("Jan Nowak", "POL", "defense_minister", "2019"), False),
        (("Jan Nowak", "POL", "foreign_minister", "2016-05"), ("Jan Nowak", "POL", "military_officer", "2016-06"), False),
        (("Jan Nowak", "POL", "military_officer", "2010"), ("Jan Nowak", "POL", "foreign_minister", "2016"), True),
        (("Jan Nowak", "POL", "other", "2019"), ("Jan Nowak", "POL", "head_of_state", "2020"), True),
        # time
        (("Jan Nowak", "POL", "defense_minister", "1975"), ("Jan Nowak", "POL", "defense_minister", "2019"), False),
        (("Jan Nowak", "POL", "defense_minister", None), ("Jan Nowak", "POL", "defense_minister", "2019"), True),
        # countries
        (("Jan Nowak", "POL", "defense_minister", "2019"), ("Jan Nowak", "CZE", "defense_minister", "2019"), False),
        (("Jan Nowak", "POL", "defense_minister", "2019"), ("Jan Nowak", None, "other", "2021"), True),
        (("Jan Nowak", "POL", "chief_of_defense", "2019"), ("Jan Nowak", "NATO", "military_officer", "2021"), True),
        # a surname means the holder of the office at the time
        (("Jan Nowak", "POL", "defense_minister", "2019-03"), ("Nowak", "POL", "defense_minister", "2019-05"), True),
        (("Jan Nowak", "POL", "chief_of_defense", "2019-03"), ("Gen. Nowak", "POL", "military_officer", "2019-05"), True),
        (("Jan Nowak", "POL", "defense_minister", "2019-03"), ("Nowak", "POL", "foreign_minister", "2019-05"), False),
        (("Jan Nowak", "POL", "defense_minister", "2012"), ("Nowak", "POL", "defense_minister", "2019"), False),
        (("Jan Nowak", "POL", "defense_minister", "2019"), ("Nowak", None, "defense_minister", "2019"), False),
        (("Jan Nowak", "POL", "other", "2019"), ("Nowak", "POL", "other", "2019"), False),
        (("Jan Nowak", "POL", "legislator", "2019"), ("Jan", "POL", "legislator", "2019"), False),
        # where people are known by their given names
        (("Surya Wibowo", "IDN", "defense_minister", "2012"), ("Surya", "IDN", "head_of_state", "2019"), True),
    ],
)
def test_are_one(a: tuple[str, str, str, str], b: tuple[str, str, str, str], one: bool) -> None:
    assert are_one(Mention(*a), Mention(*b)) is are_one(Mention(*b), Mention(*a)) is one
