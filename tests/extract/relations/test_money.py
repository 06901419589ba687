"""Amounts of money."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.relations.money import find_amount
from extract.words.relation_words import money


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a grant of US$34 million for two projects", (34_000_000, "USD")),
        ("worth 2,600,000 USD", (2_600_000, "USD")),
        ("$1.5 bn", (1_500_000_000, "USD")),
        ("a $500-million loan", (500_000_000, "USD")),
        ("388 million euros (about $418 million)", (388_000_000, "EUR")),  # the first
        ("€300m in aid", (300_000_000, "EUR")),
        ("Rs 500 crore", (5_000_000_000, "INR")),
        ("3.2 trillion won", (3_200_000_000_000, "KRW")),
        ("20 million Australian dollars", (20_000_000, "AUD")),  # not of the United States
        ("A$20 million", (20_000_000, "AUD")),
        ("20 million Dollars", (20_000_000, "USD")),
        ("34 million people", None),
        ("F-16 jets in 2022", None),
        ("rs 5", None),  # signs are as written
        ("won 5 medals", None),
        ("", None),
    ],
)
def test_find_amount(text: str, expected: tuple[float, str] | None) -> None:
    assert find_amount(text) == expected


def test_every_sign_and_word() -> None:
    for sign, currency in money().signs.items():
        assert find_amount(f"about {sign}5 million") == (5_000_000, currency)
    for word, currency in money().words.items():
        assert find_amount(f"about 5 million {word} in all") == (5_000_000, currency)


@given(st.text(alphabet="$€0123456789,. millionUSD", max_size=200))
def test_any_text(text: str) -> None:
    amount = find_amount(text)
    assert amount is None or amount[0] >= 0
