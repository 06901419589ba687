"""What the reports of one meeting come to together."""

import pytest

from extract.record import Meeting
from kg.identity import agreement


@pytest.mark.parametrize(
    ("statuses", "became"),
    [(["planned", "held"], "held"), (["cancelled", "held"], "held"), (["planned", "cancelled"], "cancelled"), (["odd"], "odd")],
)
def test_what_became_of_it(statuses: list[str], became: str) -> None:
    assert agreement.status(Meeting(status=status) for status in statuses) == became


@pytest.mark.parametrize(
    ("told", "date"),
    [
        ([("2021-05", "held"), ("2021-05-04", "held")], "2021-05-04"),
        ([("2021-05-04", "planned"), ("2021-05", "held")], "2021-05"),  # when it was held is not when it was planned
        ([("2021-05-05", "held"), ("2021-05-04", "held")], "2021-05-04"),
        ([("2021-05-05", "held"), ("2021-05-04", "held"), ("2021-05-05", "held")], "2021-05-05"),
        ([(None, "held"), ("2021-05-04", "planned")], "2021-05-04"),
        ([(None, "held")], None),
    ],
)
def test_when_it_was(told: list[tuple[str | None, str]], date: str | None) -> None:
    assert agreement.date_and_end([Meeting(date=date, status=status) for date, status in told]) == (date, None)


def test_other_values_are_those_of_most() -> None:
    told = [Meeting(place="Oslo"), Meeting(place="Bergen", mode="video"), Meeting(place="Oslo", name="Dialogue")]
    assert (agreement.value(told, "place"), agreement.mode(told), agreement.value(told, "name")) == (
        "Oslo",
        "video",
        "Dialogue",
    )


def test_disagreements_name_values_and_articles() -> None:
    told = [
        ("a", Meeting(date="2021-05-04", place="Oslo")),
        ("b", Meeting(date="2021-05", place="Akershus, Oslo")),
        ("c", Meeting(date="2021-05-05", place="Bergen")),
        ("d", Meeting(date="2021-05-04")),
        ("e", Meeting(date="2021-06-01", status="planned")),
    ]
    assert agreement.disagreements(told) == (
        "date: 2021-05-04 (a, d), 2021-05-05 (c)",
        "place: Akershus, Oslo (b), Bergen (c), Oslo (a)",
    )
    assert agreement.disagreements(told[:2]) == ()
