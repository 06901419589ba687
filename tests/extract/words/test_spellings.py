"""In which languages a name may be spelt."""

import pytest

from extract.gazetteer import countries
from extract.words.spellings import Spelling, countries_like, languages_of, spellings


@pytest.mark.parametrize("spelling", spellings(), ids=lambda spelling: spelling.language)
def test_examples_are_of_the_language_and_counterexamples_are_not(spelling: Spelling) -> None:
    assert spelling.examples
    for name in spelling.examples:
        assert spelling.language in languages_of(name)
    for name in spelling.not_examples:
        assert spelling.language not in languages_of(name)


def test_every_country_of_a_spelling_is_known() -> None:
    assert {code for spelling in spellings() for code in spelling.countries} <= countries().keys()


@pytest.mark.parametrize(
    ("name", "alike", "unlike"),
    [
        ("Giorgi Beradze", {"GEO"}, {"ARM", "JPN"}),
        ("SALEM BIN HAMAD AL MARZOUQI", {"ARE", "OMN"}, {"GRC", "KOR"}),  # capitals
        ("Jun’ichi Ohmori", {"JPN"}, {"KOR"}),  # a typographer's apostrophe
        ("Håkan Ó Cuív", {"SWE"}, {"JPN"}),
        ("Qwrt", set(), {"JPN", "ARM"}),
    ],
)
def test_countries_like(name: str, alike: set[str], unlike: set[str]) -> None:
    found_alike, found_unlike = countries_like(name)
    assert alike <= found_alike
    assert unlike <= found_unlike
    assert not found_alike & found_unlike


def test_names_of_many_languages_are_borne_in_mixed_countries() -> None:
    assert "ESP" in countries_like("Qwrt")[1]
    assert "PHL" not in countries_like("Qwrt")[1]
