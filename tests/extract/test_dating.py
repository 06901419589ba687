"""When occasions without a date of their own were, by the report around them: rows of (text, dates). All is invented."""

import pytest

from extract import Article, Extractor

PUBLISHED = "2022-05-12"  # a Thursday
ROWS = [
    # what followed is of the day last spoken of
    (
        "Omani General Said Al Harthy met Egyptian General Tarek Nassar on Tuesday. "
        "He then met with the Egyptian Defence Minister, Hany Adel.",
        ["2022-05-10", "2022-05-10"],
    ),
    # what was held beside it too
    (
        "Polish Defence Minister Jan Nowak and Latvian Defence Minister Arturs Ozols signed a pact on Monday. "
        "Before the ceremony, Nowak met with Estonian Defence Minister Mart Tamm.",
        ["2022-05-09", "2022-05-09"],
    ),
    # "also" ties nothing to a day
    (
        "Omani General Said Al Harthy met Egyptian General Tarek Nassar on Tuesday. "
        "He also met with the Egyptian Defence Minister, Hany Adel.",
        ["2022-05-10", None],
    ),
    # nor does an occasion that is not that of the day
    (
        "Omani General Said Al Harthy met Egyptian General Tarek Nassar on Tuesday. "
        "He also received Chilean attaché Colonel Luis Soto on the occasion of the end of his term.",
        ["2022-05-10", None],
    ),
    # a journey between parts the days
    (
        "Omani General Said Al Harthy met Egyptian General Tarek Nassar on Tuesday. "
        "He then flew to Amman, where he met Jordanian General Omar Haddad.",
        ["2022-05-10", None],
    ),
    # the day of an arrival is not that of what followed
    ("Chilean General Luis Soto, who arrived in Lima on Monday, met Peruvian Defence Minister Rosa Quispe.", [None]),
    # the lead dates the news that a later sentence tells
    (
        "Ghana and Togo signed a border pact on Monday. "
        "Ghanaian Defence Minister Kofi Boateng and his Togolese counterpart Yao Agbeko signed the document.",
        ["2022-05-09"],
    ),
    # the day on which it was reported does not
    (
        "Ghana and Togo have signed a border pact, the ministry said on Monday. "
        "Ghanaian Defence Minister Kofi Boateng and his Togolese counterpart Yao Agbeko signed the document.",
        [None],
    ),
]


@pytest.mark.parametrize(("text", "dates"), ROWS)
def test_dates_by_report(extractor: Extractor, text: str, dates: list[str | None]) -> None:
    record = extractor(Article(id="a", text=text, published=PUBLISHED))
    assert [m.date for m in sorted(record.meetings, key=lambda m: m.start_char)] == dates
