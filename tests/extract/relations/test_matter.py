"""What acts are about: rows of (text, expected)."""

from collections.abc import Callable

import pytest

Told = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway and Poland signed an agreement on health security on Monday.", []),
        ("Norway and Poland signed a memorandum on Monday to widen their trade partnership.", []),
        ("Norway and Poland agreed on Monday on a civil nuclear partnership.", []),
        ("Norway and Poland agreed on Monday on trade and on nuclear weapons.", ["agreed NOR POL 2022-05-09"]),
        ("Norway and Poland agreed on Monday to widen trade and their strategic partnership.", ["agreed NOR POL 2022-05-09"]),
        ("Norway and Poland agreed on Monday on a security partnership and on energy.", ["agreed NOR POL 2022-05-09"]),
        ("Norway provided $2 million in grants to Polish journalists.", []),
        ("A Norwegian firm signed a contract with Poland for a solar project.", []),
        ("A Norwegian company won a contract with Poland for systems of water supply.", []),
        ("Norway and Poland end their talks on fisheries\n\nNorway and Poland agreed on Monday to speak again.", []),
        (
            "Norway and Poland end their talks on defence\n\nNorway and Poland agreed on Monday to speak again.",
            ["agreed NOR POL 2022-05-09"],
        ),
    ],
)
def test_matter(told: Told, text: str, expected: list[str]) -> None:
    assert told(text) == expected
