"""Which reports are of one relation."""

from typing import Any

import pytest

from extract.record import Record, Relation
from kg.identity.resolution import resolve


def _signed(date: str | None, **told: Any) -> Relation:
    return Relation(**{"type": "signed", "source": "DNK", "target": "NOR", "date": date, **told})


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        (_signed("2021-05-04"), _signed("2021-05-04", detail="Sound Pact"), True),
        (_signed("2021-05-04", amount=3.0), _signed("2021-05-04", amount=5.0), False),
        (_signed("2021-05-04"), _signed("2021-05-05"), False),
        (_signed("2021-05-04", detail="Sound Pact"), _signed("2021-05-05", detail="the Sound Pact of five years"), True),
        (_signed("2021-05-04", detail="Sound Pact"), _signed("2021-05-06", detail="Sound Pact"), False),
        (_signed("2021-05", detail="Sound Pact"), _signed("2021-05-04", documents=("Sound Pact",)), True),
        (_signed("2021", detail="Defence Pact"), _signed("2021-05-04", detail="defense pact"), True),
        (_signed("2021-05"), _signed("2021-05-04"), False),
        (_signed(None, detail="Sound Pact"), _signed("2021-05-04", detail="Sound Pact"), False),
        (_signed("2021-05-04"), _signed("2021-05-04", type="agreed"), False),
    ],
)
def test_one_relation_or_two(one: Relation, other: Relation, joined: bool) -> None:
    ids = resolve([Record(id="a", relations=(one,)), Record(id="b", relations=(other,))]).relations
    assert (ids["a", 0] == ids["b", 0]) is joined


def test_an_id_has_the_most_precise_date() -> None:
    told = (_signed("2021-05", detail="Sound Pact"), _signed("2021-05-04", detail="Sound Pact"))
    ids = resolve(Record(id=str(index), relations=(relation,)) for index, relation in enumerate(told)).relations
    assert set(ids.values()) == {"signed/DNK/NOR/2021-05-04/1"}


def test_relations_that_one_article_tells_apart_are_joined_with_none() -> None:
    records = [Record(id="a", relations=(_signed("2021-05-04"),) * 2), Record(id="b", relations=(_signed("2021-05-04"),))]
    assert len(set(resolve(records).relations.values())) == 3


def test_relations_of_one_day_are_joined_unless_amounts_differ() -> None:
    def aid(date: str | None, amount: float | None) -> Relation:
        return Relation(type="aided", source="KOR", target="VNM", date=date, amount=amount, currency="USD")

    ids = resolve(
        [
            Record(id="a", relations=(aid("2024-04-23", 34.0), aid(None, 34.0))),
            Record(id="b", relations=(aid("2024-04-23", 34.0), aid(None, 34.0))),
            Record(id="c", relations=(aid("2024-04-23", 5.0),)),
        ]
    ).relations
    assert ids["a", 0] == ids["b", 0] == "aided/KOR/VNM/2024-04-23/1"
    assert ids["c", 0] == "aided/KOR/VNM/2024-04-23/2"
    assert (ids["a", 1], ids["b", 1]) == ("aided/KOR/VNM/undated/1", "aided/KOR/VNM/undated/2")


def test_symmetric_relations_are_one_in_either_order() -> None:
    signed = [Relation(type="signed", source=a, target=b, date="2024-04-23") for a, b in (("KOR", "VNM"), ("VNM", "KOR"))]
    ids = resolve([Record(id=str(i), relations=(relation,)) for i, relation in enumerate(signed)]).relations
    assert set(ids.values()) == {"signed/KOR/VNM/2024-04-23/1"}
