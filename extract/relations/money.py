"""Amounts of money in running text."""

import re
from collections.abc import Iterable
from functools import cache

from extract.words.relation_words import money


def find_amount(text: str) -> tuple[float, str] | None:
    """The first amount in `text` with its ISO 4217 currency: ``(34000000.0, "USD")`` of "US$34 million"; None without one."""
    match = _pattern().search(text)
    if match is None:
        return None
    table = money()
    number = float(match["number"].replace(",", ""))
    factor = table.multipliers[match["factor"].lower()] if match["factor"] else 1
    currency = table.signs[match["sign"]] if match["sign"] else table.words[match["word"].lower()]
    return round(number * factor, 2), currency


@cache
def _pattern() -> re.Pattern[str]:
    """A sign before the number or a currency's name behind it: a number alone is no amount."""
    table = money()
    number = (
        rf"(?P<number>\d{{1,15}}(?:,\d{{3}}){{0,5}}(?:\.\d{{1,4}})?)(?:[ -]?(?i:(?P<factor>{_either(table.multipliers)}))\b)?"
    )
    sign = rf"(?<![\w$])(?P<sign>{_either(table.signs)}) ?(?=\d)"
    word = rf"(?<![\w.,])(?=[\d,.]{{1,20}}[ -]?\w{{0,8}}[ -](?i:(?P<word>{_either(table.words)}))\b)"
    return re.compile(rf"(?:{sign}|{word}){number}")


def _either(words: Iterable[str]) -> str:
    """An alternation, longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
