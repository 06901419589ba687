"""Pages of news: what is article and what is not, and what heads it."""

from itertools import pairwise

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from extract.page.layout import read_page
from extract.text.tokens import LinearTokenizer

TITLE = "Freedonia, Sylvania agree to hold joint drills"
LEAD = "The defense ministers of Freedonia and Sylvania agreed on Tuesday to hold joint drills, the ministry said."
MORE = "They also talked about the security of the region and about a treaty that is still to be written."


def page(*lines: str) -> str:
    return "\n\n".join(lines)


def labelled(text: str, *labels: str) -> list[str]:
    return [text[start:end] for label, start, end in read_page(text).parts if label in labels]


# ---- publication date ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (" date 2021-09-16", "2021-09-16"),
        ("Published : Sept 16, 2021 - 21:15       Updated : Sept 17, 2021 - 09:02", "2021-09-16"),
        ("Updated : Sept 17, 2021 - 09:02       Published : Sept 16, 2021 - 21:15", "2021-09-16"),
        ("Last Updated: April 28, 2023 20:51 IST | Web Desk", "2023-04-28"),
        ("2 min read | Updated 28 April 2023", "2023-04-28"),
        ("Updated at 8:43 p.m. ET on 2023-04-28", "2023-04-28"),
        ("19 December 2022 /", "2022-12-19"),
        ("24/07/2020 13:19", "2020-07-24"),
        ("07/24/2020 1:19 PM", "2020-07-24"),
        ("07/10/2021 - 20:12", "2021-10-07"),  # nothing decides: the day first
        ("07/10/2021 8:12 PM EDT", "2021-07-10"),  # an American clock
        ("Saturday 07/10/2021", "2021-07-10"),  # the weekday decides
        ("April 24, 2024 9:39 PM GMT+7", "2024-04-24"),
        ("2019-11-18 04:47:36 GMT2019-11-18 12:47:36(Beijing Time) News Wire", "2019-11-18"),
        ("STATEMENT | Feb. 22, 2023", "2023-02-22"),
        ("FNS | New Freedonia | Jan 3, 2020", "2020-01-03"),
        ("16 Sep 2021", "2021-09-16"),
        ("Sep 16 2021 12:00AM", "2021-09-16"),
        ("Thu, 16 Sep 2021 13:09:18 +0000", "2021-09-16"),
        ("31.01.2018.", "2018-01-31"),
        ("Posted: 21-08-2021, 11:05", "2021-08-21"),
        ("Posted on September 16th, 2021 by Staff", "2021-09-16"),
        ("(Released by the Department of Defence on July 22, 2019)", "2019-07-22"),
        ("Thursday, 16th September 2021", "2021-09-16"),
        ("Mon., Aug. 30, 2021 2 min. read", "2021-08-30"),
        ("8:41 pm on 9 February 2006", "2006-02-09"),
        ("By Jane Doe, 16 September 2021", "2021-09-16"),
        ("8 Sep 06", "2006-09-08"),
        ("2021. 9. 16.", "2021-09-16"),
        ("16/09/21", "2021-09-16"),
        ("Written by Jane Doe on September 16, 2021", "2021-09-16"),
        ("September 16, 2021 by Jane Doe", "2021-09-16"),
        ("By HARBOUR POST ONLINE NEWS DESK   Sept. 16, 2021, 7:12 p.m.", "2021-09-16"),
        ("Overseas.herald.sy   2021-09-16 20:47:12", "2021-09-16"),
        # none
        ("16 September", None),
        ("Thursday", None),
        ("3 hours ago", None),
        ("18:35, 3 March", None),
        ("September 2021", None),
    ],
)
def test_publication_date_in_the_head(head: str, published: str | None) -> None:
    assert read_page(page(TITLE, head, LEAD, MORE)).published == published
    assert read_page(page(head, TITLE, LEAD, MORE)).published == published


@pytest.mark.parametrize(
    ("lead", "published", "place"),
    [
        (f"Riyadh, 1445/07/03 H, corresponding to January 15, 2024, SPA -- {LEAD}", "2024-01-15", "Riyadh"),
        (f"Pristina, 7 Jun 2021 16:20 - (Agency) - {LEAD}", "2021-06-07", "Pristina"),
        (f"TIRANA, October 21, 2015 /FNS/-By A. Writer/ – {LEAD}", "2015-10-21", "TIRANA"),
        (f"Addis Ababa, December 28/2022 (FNS) - {LEAD}", "2022-12-28", "Addis Ababa"),
        (f"BOLKIAH GARRISON, Friday, 30 January 2026 – {LEAD}", "2026-01-30", "BOLKIAH GARRISON"),
        (f"DUSHANBE, March 12, 2015, Free-News – {LEAD}", "2015-03-12", "DUSHANBE"),
        (f"Paris, which on 3 May 2022 asked for help – the minister said – {LEAD}", None, None),
        (f"KLUGHEIM, May 4, 2011, Volta — {LEAD}", "2011-05-04", "KLUGHEIM"),
        (f"KLUGHEIM, October 24, 2019 /FNS/. {LEAD}", "2019-10-24", "KLUGHEIM"),
        (f"New Klugheim [Freedonia], November 25, 2022: {LEAD}", "2022-11-25", "New Klugheim"),
        (f"KLUGHEIM, May 4, 2011, Free-Press – {LEAD}", "2011-05-04", "KLUGHEIM"),
        (f"KLUGHEIM, October 21, 2015 /FNA/-By J. Doe/ – {LEAD}", "2015-10-21", "KLUGHEIM"),
        (f"Klugheim, Safar 28, 1438, Nov 28, 2016, FPA -- {LEAD}", "2016-11-28", "Klugheim"),
        (f"Klugheim, 1445/07/03 H, corresponding to January 15, 2024, FPA -- {LEAD}", "2024-01-15", "Klugheim"),
        (f"Klugheim, 7 Jun 2021 16:20 - (Agenzia Libera) - {LEAD}", "2021-06-07", "Klugheim"),
        (f"KLUGHEIM GARRISON, Friday, 30 January 2026 – {LEAD}", "2026-01-30", "KLUGHEIM GARRISON"),
        (f"New Klugheim, December 28/2022 (FNA) - {LEAD}", "2022-12-28", "New Klugheim"),
        (f"KLUGHEIM, Sept. 5 (Freenews) -- {LEAD}", None, "KLUGHEIM"),
        (f"New Klugheim: {LEAD}", None, "New Klugheim"),
        (f"KLUGHEIM — {LEAD}", None, "KLUGHEIM"),
        (f"KLUGHEIM, Freedonia — {LEAD}", None, "KLUGHEIM"),
        (f"KLUGHEIM. – {LEAD}", None, "KLUGHEIM"),
        (f"Klugheim (FNS) – {LEAD}", None, "Klugheim"),
        (f"Klugheim, 8 September: {LEAD}", None, "Klugheim"),
        (f"Klugheim. {LEAD}", None, "Klugheim"),
        (f"9 February 2022 - {LEAD}", "2022-02-09", None),
        (f"(Freenews - Klugheim) {LEAD}", None, None),
        (f"[Oslo] {LEAD}", None, "Oslo"),
        (f"(Staff Correspondent, Oslo, May 4) {LEAD}", None, "Oslo"),
        (f"(OSLO, May 4, 2011) {LEAD}", "2011-05-04", "OSLO"),
        (f"KLUGHEIM, (Freenews / Sylvania Point News - 4th May, 2011) {LEAD}", "2011-05-04", "KLUGHEIM"),
        (f"KLUGHEIM (May 4, 2011) -- {LEAD}", "2011-05-04", "KLUGHEIM"),
        (f"Klugheim, May 4, 2011.- {LEAD}", "2011-05-04", "Klugheim"),
        (f"Klugheim, Freedonia, May 4, 2011- {LEAD}", "2011-05-04", "Klugheim"),
        (f"Klugheim, 4 May/FNS/- {LEAD}", None, "Klugheim"),
        (f"Klugheim, May 4 (Free News) {LEAD}", None, "Klugheim"),
        (f"KLUGHEIM. FREENEWS – {LEAD}", None, "KLUGHEIM"),
        (f"FNA Oslo, May 4, 2019 ― {LEAD}", "2019-05-04", "Oslo"),
        ("KLUGHEIM, D.C. — The readout below comes from the spokesman of the joint staff:", None, "KLUGHEIM"),
        (f"KLUGHEIM, MAY 4, 2011, FREENEWS. {LEAD}", "2011-05-04", "KLUGHEIM"),
        (f"KLUGHEIM – May 4, 2011 (FNS): {LEAD}", "2011-05-04", "KLUGHEIM"),
        # no datelines
        (f"Paris – on 4 May 2011 {LEAD}", None, "Paris"),
        (f"FREENEWS.COM - {LEAD}", None, None),
        (f"The Klugheim Defence Force (KDF) {LEAD}", None, None),
        (LEAD, None, None),
        (f"SECRETARY DOE: {LEAD}", None, None),
        (f"Gen. John Doe was there. {LEAD}", None, None),
        (f"Photo: {LEAD}", None, None),
        (f"Yesterday. {LEAD}", None, None),
        ("On August 9, 2022, the minister of Freedonia met the ambassador of Sylvania in the capital.", None, None),
    ],
)
def test_datelines(lead: str, published: str | None, place: str | None) -> None:
    found = read_page(page(TITLE, lead, MORE))
    assert (found.published, found.dateline_place) == (published, place)


def test_a_dateline_is_a_sentence_of_its_own() -> None:
    text = page(TITLE, f"KLUGHEIM, Sept. 5 (Freenews) -- {LEAD}")
    assert labelled(text, "dateline") == ["KLUGHEIM, Sept. 5 (Freenews) --"]
    assert text.index(LEAD) in read_page(text).sentences


def test_an_ambiguous_date_is_decided_by_the_dates_of_the_text() -> None:
    lead = "The ministers met on Feb. 5 and signed the treaty of which they had talked for two years."
    assert read_page(page("02/06/2026", TITLE, lead)).published == "2026-02-06"
    assert read_page(page("02/06/2026", TITLE, lead.replace("Feb. 5", "2 June"))).published == "2026-06-02"


def test_a_byline_right_below_the_headline_is_no_part_of_it() -> None:
    headline = "Sylvania and Ruritania open talks on the security of their river"
    found = read_page(page(f"{headline}\nby Jane Doe September 16, 2021", LEAD, MORE))
    assert (found.title, found.published) == (headline, "2021-09-16")


def test_dates_in_running_text_and_of_other_stories_publish_nothing() -> None:
    text = page(
        TITLE, LEAD, "The treaty, published on 5 May 2020, has twelve articles and is valid for ten years.", "Related Articles"
    )
    assert read_page(f"{text}\n\nFleet review ends\n\n12 June 2021, 10:00").published is None


def test_a_date_before_the_text_beats_an_update_and_a_date_at_the_foot() -> None:
    assert read_page(page(TITLE, "3 May 2020", LEAD, MORE, MORE[:60] + " again.", "5 May 2020")).published == "2020-05-03"
    assert read_page(page(TITLE, LEAD, MORE, "5 May 2020")).published == "2020-05-05"


def test_a_page_has_its_own_date_before_a_machines() -> None:
    assert read_page(page(f" date 2021-09-17 {TITLE}", "16 September 2021", LEAD)).published == "2021-09-16"
    assert read_page(page(f" date 2021-09-17 {TITLE}", "Updated 18 September 2021", LEAD)).published == "2021-09-17"
    assert read_page(page(f" date 2021-09 {TITLE}", LEAD)).published == "2021-09"


def test_a_date_that_the_dateline_denies_is_the_day_of_reading() -> None:
    lead = f"KLUGHEIM, March 8 (Freenews) -- {LEAD}"
    assert read_page(page("Thursday, November 21, 2024", TITLE, lead)).published is None
    assert read_page(page("Thursday, 18 April 2024", "8 March 2024, 19:59", TITLE, lead)).published == "2024-03-08"
    assert read_page(page("9 March 2024", TITLE, lead)).published == "2024-03-09"


# ---- title ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "lines",
    [
        (TITLE, LEAD),
        (f" date 2021-09-16 {TITLE}", LEAD),
        ("National", TITLE, "16 September 2021", LEAD),
        ("Home > World > Defense", TITLE, LEAD),
        ("Republic of Freedonia", "Ministry of National Defence", "News", "16.09.2021", TITLE, LEAD),
        ("MEDIA RELEASE", "Minister for Defence", TITLE, LEAD),
        ("- Fleet review set for June", "- Minister opens shipyard in the south", "- Budget up for a third year", TITLE, LEAD),
        (f"{TITLE} | Headlines", "By Jane Doe", LEAD),
        (TITLE, "Drills to be held in the spring, minister says", LEAD),
        ("KLUGHEIM, Sept. 5, 2021", TITLE, LEAD),
        ("Zebra born at the zoo last night", TITLE, LEAD),  # another story
        ("You are here: Home News 2021", TITLE, LEAD),
        ("Here's how you know", TITLE, LEAD),
        ("16 Sep. 17:20 (UTC+3 MSK)", TITLE, LEAD),
        (f"{TITLE} 國防部長會談", LEAD),
    ],
)
def test_title(lines: tuple[str, ...]) -> None:
    assert read_page(page(*lines, MORE)).title == TITLE


@pytest.mark.parametrize(
    "lines",
    [
        (LEAD,),
        (" date 2021-09-16 " + LEAD,),
        ("News", LEAD),
        ("KLUGHEIM, NOVEMBER 29", LEAD),
        ("By Jane Doe", LEAD),
        ("Jane Doe By", LEAD),
    ],
)
def test_a_page_that_starts_with_its_text_has_no_title(lines: tuple[str, ...]) -> None:
    assert read_page(page(*lines, MORE)).title is None


def test_a_title_that_is_known_is_marked_where_it_stands() -> None:
    text = page("Sylvania", "Drills", TITLE, LEAD)
    assert read_page(text, "Drills").title == "Drills"
    assert [text[start:end] for label, start, end in read_page(text, "Drills").parts if label == "title"] == ["Drills"]


# ---- furniture, captions, bylines ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "Back To Top",
        "Print article",
        "Share on Facebook",
        "Home | Local News | Sports | Contact",
        "Home / Africa / Freedonia",
        "[ Home ] [ News ] [ Documents ]",
        "SHARE  COMMENTS  READ LATER",
        "Comments (214)   Report this",
        "Read also: Fleet review set for June",
        "Also Read | Minister opens shipyard.",
        "Tags: #defence #navy",
        "Copyright © 2018. All rights reserved.",
        "We use cookies so that you can enjoy our service. By staying you agree to our privacy policy.",
        "Subscribe to our newsletter",
        "Skip to main content (Press Enter).",
        "###",
    ],
)
def test_furniture(line: str) -> None:
    text = page(line, TITLE, LEAD, MORE, line)
    assert labelled(text, "furniture", "doubled") == [line, line]


@pytest.mark.parametrize(
    "line",
    [
        "Ministry of National Defence",
        "(Released by the Department of Defence)",
        "Photo: Ministry of National Defence",
        "Share prices of arms makers rose by a third after the ministers had signed the contract.",
        "Home Secretary Jane Doe also took part in the talks, which were held behind closed doors.",
        "Cooperation with Sylvania",
        "1. Freedonia and Sylvania met in the 24th session of their joint commission on defence.",
    ],
)
def test_article(line: str) -> None:
    assert labelled(page(TITLE, LEAD, line, MORE), "furniture", "doubled", "byline") == []


def test_a_list_of_other_stories_ends_where_prose_begins() -> None:
    text = page(
        TITLE, LEAD, "FEATURED STORIES", "Fleet review set for June", "Minister opens shipyard", MORE, "Read Next", "Budget up"
    )
    assert labelled(text, "furniture") == [
        "FEATURED STORIES",
        "Fleet review set for June",
        "Minister opens shipyard",
        "Read Next",
        "Budget up",
    ]


def test_a_teaser_of_another_story_is_furniture() -> None:
    headline, cut = (
        "Ministers of Ruritania speak out on drills",
        "The ministers of Ruritania blamed their neighbours for the…",
    )
    assert labelled(page(TITLE, LEAD, headline, cut, "see more", MORE), "furniture") == [headline, cut, "see more"]
    assert labelled(page(TITLE, LEAD, cut, "see more"), "furniture") == ["see more"]


def test_headlines_with_bullets_right_behind_the_article_are_furniture() -> None:
    stories = ("- Autumn season opens in Klugheim", "- Robots take the stage", "- Ruritania, Sylvania plan joint show")
    assert labelled(page(TITLE, LEAD, MORE, *stories), "furniture") == [*stories]
    assert labelled(page(TITLE, LEAD, MORE[:-1] + ":", *stories), "furniture") == []
    assert labelled(page(TITLE, LEAD, MORE, *stories[:2]), "furniture") == []


def test_a_ticker_of_headlines_is_furniture() -> None:
    ticker = "\n".join(("Latest", "Zebra born", "Economy 10:04", "Prices up again", "World10:02", "Rain ends", "10:01"))
    text = page(TITLE, LEAD, MORE, ticker)
    assert "Prices up again" in labelled(text, "furniture")


def test_the_second_copy_of_a_caption_is_doubled() -> None:
    caption = "Defense Minister John Doe (right) greets his guest in Klugheim. (Freenews)"
    text = page(TITLE, caption, caption, LEAD)
    assert labelled(text, "caption") == [caption]
    assert labelled(text, "doubled") == [caption]


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Ministry of National Defence",
        "Defense Minister John Doe (L) shakes hands with Jane Roe in Klugheim.",
        "Jane Roe arrives in Klugheim. (AP Photo/John Doe)",
        "Defense Minister John Doe attends the talks on Sept. 8, in this photo provided by the ministry.",
        "Image: Crown copyright.",
    ],
)
def test_captions(line: str) -> None:
    assert labelled(page(TITLE, line, LEAD, MORE), "caption") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Doe",
        "BY JOHN DOE AND JANE ROE",
        "By Our Correspondent in Klugheim",
        "Special Correspondent",
        "Editor: Jane Doe",
        "— Jane Doe",
    ],
)
def test_bylines(line: str) -> None:
    assert labelled(page(TITLE, line, LEAD, MORE), "byline") == [line]


@pytest.mark.parametrize(
    "line", ["By land and sea, the troops came", "By invitation of the minister", "Posts at the border were closed"]
)
def test_what_is_no_byline(line: str) -> None:
    assert labelled(page(TITLE, line, LEAD, MORE), "byline") == []


# ---- the component -------------------------------------------------------------------------------------------------


@pytest.fixture(params=["linear", "spacy"])
def nlp(request: pytest.FixtureRequest) -> spacy.Language:
    nlp = spacy.blank("en")
    if request.param == "linear":
        nlp.tokenizer = LinearTokenizer(nlp.vocab)
    nlp.add_pipe("defense_layout")
    return nlp


def test_component_writes_what_the_page_tells(nlp: spacy.Language) -> None:
    doc = nlp(
        f" date 2021-09-16  Back To Top\n\n{TITLE}\n\nBy Jane Doe\n\nKLUGHEIM, Sept. 15 (FNS) -- {LEAD} {MORE}\n\nShare\n"
    )
    assert (doc._.title, doc._.published, doc._.dateline_place) == (TITLE, "2021-09-16", "KLUGHEIM")
    assert [sentence.text.strip() for sentence in doc.sents] == [
        "date 2021-09-16",
        "Back To Top",
        TITLE,
        "By Jane Doe",
        "KLUGHEIM, Sept. 15 (FNS) --",
        LEAD,
        MORE,
        "Share",
    ]
    assert [(span.text, span.label_) for span in doc.spans["furniture"]] == [
        ("Back To Top", "furniture"),
        ("By Jane Doe", "furniture"),
        ("Share", "furniture"),
    ]
    assert [span.label_ for span in doc.spans["layout"]] == ["published", "title", "byline", "dateline"]


def test_metadata_beats_the_page(nlp: spacy.Language) -> None:
    doc = nlp.make_doc(page(TITLE, "16 September 2021", LEAD))
    doc._.published, doc._.title = "2020-01-01", "Another title"
    for _, component in nlp.pipeline:
        doc = component(doc)
    assert (doc._.published, doc._.title) == ("2020-01-01", "Another title")


@pytest.mark.parametrize("text", ["", "\n", " ", "a", "\n\na. B"])
def test_component_takes_next_to_nothing(nlp: spacy.Language, text: str) -> None:
    doc = nlp(text)
    assert (doc._.published, doc._.title) == (None, None)
    assert "".join(sentence.text_with_ws for sentence in doc.sents) == text


LINES = st.sampled_from(
    [TITLE, LEAD, MORE, "By Jane Doe", "Related", "16 May 2020", "- item", "Share", "KLUGHEIM — It was so.", "", "A | B", "(x)"]
)


@given(st.lists(LINES).map("\n".join))
def test_parts_lie_in_the_text_in_order(text: str) -> None:
    found = read_page(text)
    assert all(0 <= start < end <= len(text) for _, start, end in found.parts)
    assert list(found.sentences) == sorted(set(found.sentences))
    pieces = [part for part in found.parts if part[0] != "dateline"]
    assert all(one[2] <= other[1] for one, other in pairwise(pieces))


@given(st.text())
def test_any_text_has_a_layout(text: str) -> None:
    assert all(0 <= start < len(text) for start in read_page(text).sentences)
