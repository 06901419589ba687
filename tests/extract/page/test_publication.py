"""Lines that date a page, and dates that can stand for two days."""

import pytest

from extract.page.publication import decide, stamps


@pytest.mark.parametrize(
    ("line", "days", "kinds"),
    [
        (
            "Published : Sept 8, 2021 - 19:15       Updated : Sept 9, 2021",
            ["2021-09-08", "2021-09-09"],
            ["published", "updated"],
        ),
        ("Posted: 2024-03-31 14:02:41Modified: 2024-04-01 17:55:06", ["2024-03-31", "2024-04-01"], ["published", "updated"]),
        ("Klugheim, 29/01/2020", ["2020-01-29"], ["bare"]),
        ("16 September 2021 | 3 comments", ["2021-09-16"], ["bare"]),
        ("By Klugheim Herald desk, Marsa - May 24, 2023", ["2023-05-24"], ["bare"]),
        ("By KN/Agence, in News, World · 15 Sep 2022, 19:05", ["2022-09-15"], ["bare"]),
        ("Government House welcomes the naval chief of Sylvania |08 November 2014", ["2014-11-08"], ["bare"]),
        ("Text: General Staff |  2016. október 6. 15:12", ["2016-10-06"], ["bare"]),
        ("19 grudnia 2014, 11:07", ["2014-12-19"], ["bare"]),
        ("Thu. 02 of December of 2010, 14:47h", ["2010-12-02"], ["bare"]),
        ("October 19, 2022 in News Break", ["2022-10-19"], ["bare"]),
        ("By his own account on 5 May 2020 he signed nothing at all", [], []),
        ("By HARBOUR POST DESK   Sept. 3, 2018, 7:12 p.m.", ["2018-09-03"], ["bare"]),
        ("Overseas.herald.sy   2010-10-05 20:47:12", ["2010-10-05"], ["bare"]),
        ("7 de Julio de 2019 - 16:16", ["2019-07-07"], ["bare"]),
        ("14 янв 2020, 10:31", ["2020-01-14"], ["bare"]),
        ("0 Comment(s)Print E-mail Wire, May 16, 2011", ["2011-05-16"], ["bare"]),
        ("Friday, 20 January 2017, 12:18 Last update: about 8 years ago", ["2017-01-20"], ["bare"]),
        ("Updated at 8:43 p.m. ET on 2022-12-13", ["2022-12-13"], ["updated"]),
        ("Posted at 9 a.m. on 13 December 2022", ["2022-12-13"], ["published"]),
        # neither labelled nor alone
        ("The fleet sailed on 20 January 2017 and was last updated 3 days ago", [], []),
        ("Navy to celebrate 5 May 2020 with parade", [], []),
        ("Minister John Doe and his guest Jane Roe, Klugheim, Sept. 8, 2021", [], []),
        ("Published in Klugheim", [], []),
    ],
)
def test_stamps(line: str, days: list[str], kinds: list[str]) -> None:
    found = stamps(line)
    assert [stamp.days[0] for stamp in found] == days
    assert ["updated" if stamp.is_update else "published" if stamp.is_labelled else "bare" for stamp in found] == kinds


def test_in_running_text_only_labelled_dates_count() -> None:
    assert stamps("Klugheim, 29/01/2020", alone=False) == []
    assert len(stamps("Published 29/01/2020", alone=False)) == 1


@pytest.mark.parametrize(
    ("line", "text", "day"),
    [
        ("07/10/2021", "", "2021-10-07"),
        ("Sat 07/10/2021", "", "2021-07-10"),
        ("07/10/2021", "They met on July 9.", "2021-07-10"),
        ("07/10/2021", "They met on 6 October.", "2021-10-07"),
        ("07/10/2021", "They met on July 9 and on 6 October.", "2021-10-07"),  # contradictory: the day first
        ("07/10/2021", "Updated at 8:30 p.m. ET", "2021-07-10"),
    ],
)
def test_an_ambiguous_date_is_decided_by_evidence(line: str, text: str, day: str) -> None:
    assert decide(("2021-10-07", "2021-07-10"), line, text) == day
