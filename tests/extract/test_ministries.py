"""Bodies of government and their owners."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extract.lexicon import ministries
from extract.ministries import kind_of
from extract.record import Ministry

Read = Callable[[str], Doc]


def found(doc: Doc) -> list[str]:
    return [span.id_ for span in doc.spans["ministries"]]


@pytest.mark.parametrize("kind", ministries().kinds)
def test_examples_of_a_kind(read: Read, kind: str) -> None:
    for example in ministries().kinds[kind].examples:
        assert any(name.endswith(f"/{kind}") for name in found(read(example))), example
    for example in ministries().kinds[kind].not_examples:
        assert not any(name.endswith(f"/{kind}") for name in found(read(example))), example


@pytest.mark.parametrize("acronym", ministries().acronyms)
def test_every_acronym_names_a_body_of_a_known_kind(acronym: str) -> None:
    body = ministries().acronyms[acronym]
    kind = kind_of(body.words)
    assert kind is not None
    assert Ministry(country=body.country, kind=kind).country == body.country


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Seoul's defense ministry said so.", ["KOR/defense"]),
        ("The Ministry of Defence of Brunei said so.", ["BRN/defense"]),
        ("The Royal Thai Navy came.", ["THA/armed_forces"]),
        ("U.S. and Polish air forces trained.", ["USA/armed_forces", "POL/armed_forces"]),
        (
            "The defence forces of Kenya, Uganda and Rwanda trained.",
            ["KEN/armed_forces", "UGA/armed_forces", "RWA/armed_forces"],
        ),
        ("Norway and Denmark spoke. The two armies will train.", ["DNK/armed_forces", "NOR/armed_forces"]),
        ("Malaysia was glad, the RMAF said.", ["MYS/armed_forces"]),
        ("AFP reported from Oslo.", []),  # an acronym of a country that is not named
        ("Norwegian Defense Minister Jonas Berg left.", []),  # a compact title
        ("The Norwegian Chief of General Staff left.", []),
        ("Jonas Berg, chief executive of Norway's Ministry of Defence, left.", ["NOR/defense"]),  # spelled out in a title
        ("Jonas Berg, chief of staff of the Norwegian Armed Forces, left.", ["NOR/armed_forces"]),
        ("Pentagon press secretary Jonas Berg left.", ["USA/defense"]),
        ("They met at the Pentagon.", []),  # a place
        ("Norwegian military cooperation grew.", []),
        ("Norwegian Defence Ministry spokesman Jonas Berg said the ministry was glad.", ["NOR/defense", "NOR/defense"]),
        ("Norway's foreign ministry spoke. The ministry said more.", ["NOR/foreign", "NOR/foreign"]),
        ("In Denmark he praised the country's Armed Forces.", ["DNK/armed_forces"]),
        ("OSLO, May 3 -- He met Danes. The defense ministry said so.", ["NOR/defense"]),  # the article's own
    ],
)
def test_owners(read: Read, text: str, expected: list[str]) -> None:
    assert found(read(text)) == expected
