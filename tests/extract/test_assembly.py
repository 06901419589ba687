"""From an annotated Doc to a Record: evidence, triggers, mentions, and what of a page is left out."""

import pytest

from extract import Article, Extractor, Record

EXTRACTOR = Extractor()


def read(text: str, **metadata: str) -> Record:
    return EXTRACTOR(Article.model_validate({"id": "a", "text": text, **metadata}))


TALKS = "Norwegian Defense Minister Jonas Berg met Danish Defense Minister Mads Holm in Oslo on May 4, 2020."


def test_evidence_is_the_sentence_without_the_white_space_around_it() -> None:
    text = f"The weather was fine.  {TALKS}   Then it rained."
    (meeting,) = read(text).meetings
    assert meeting.evidence == TALKS
    assert text[meeting.start_char : meeting.end_char] == TALKS
    assert meeting.trigger is not None
    assert text[slice(*meeting.trigger)] == "met"


@pytest.mark.parametrize("words", [30, 600, 5_000])
@pytest.mark.parametrize("place", ["before", "behind"])
def test_evidence_of_a_sentence_without_end_is_a_window_around_the_trigger(words: int, place: str) -> None:
    filler = "and so on " * words
    text = f"Said {filler}{TALKS}" if place == "before" else f"{TALKS[:-1]} {filler}."
    (meeting,) = read(text).meetings
    assert meeting.start_char is not None
    assert meeting.end_char is not None
    assert meeting.trigger is not None
    assert meeting.evidence == text[meeting.start_char : meeting.end_char]
    assert len(meeting.evidence) <= 2_000
    assert meeting.start_char <= meeting.trigger[0] < meeting.trigger[1] <= meeting.end_char
    assert text[slice(*meeting.trigger)] == "met"


def test_mentions_are_in_text_order_and_name_everything_once() -> None:
    text = f"{TALKS} He thanked Holm, and the Danish ministry of defense thanked NATO."
    mentions = [(m.kind, m.id, text[m.start_char : m.end_char]) for m in read(text).mentions]
    assert mentions == [
        ("country", "NOR", "Norwegian"),
        ("official", "Jonas Berg", "Norwegian Defense Minister Jonas Berg"),
        ("country", "DNK", "Danish"),
        ("official", "Mads Holm", "Danish Defense Minister Mads Holm"),
        ("country", "NOR", "Oslo"),
        ("official", "Jonas Berg", "He"),
        ("official", "Mads Holm", "Holm"),
        ("country", "DNK", "Danish"),
        ("ministry", "DNK/defense", "ministry of defense"),
        ("organization", "NATO", "NATO"),
    ]


def test_site_furniture_says_nothing() -> None:
    """Neither menus nor lists of other stories, nor the second copy of a caption."""
    caption = "Norwegian Defense Minister Jonas Berg (right) shakes hands with Mads Holm. (Wire)"
    page = f"Home | World | Sweden\n\n{caption}\n{caption}\n\n{TALKS}\n\nRelated stories\nGeneral Ahmed Khan visits Egypt\n"
    record = read(page)
    assert record.countries == ("DNK", "NOR")
    assert {official.name for official in record.officials} == {"Jonas Berg", "Mads Holm"}
    second = page.index(caption, page.index(caption) + 1)
    assert not [m for m in record.mentions if second <= m.start_char < second + len(caption)]


def test_what_came_with_the_article_beats_what_it_says() -> None:
    page = f"Old title of the page here\n\nPublished: May 6, 2020\n\n{TALKS}"
    record = read(page, title="Ministers meet", published="2020-05-05T10:00:00Z", url="https://x.test/1", publisher="The Wire")
    assert (record.title, record.published) == ("Ministers meet", "2020-05-05")
    assert (record.article.url, record.article.publisher) == ("https://x.test/1", "The Wire")
    assert (read(page).title, read(page).published) == ("Old title of the page here", "2020-05-06")


def test_a_text_that_says_nothing() -> None:
    record = read("It rained all day, and all the night that followed.")
    assert record.to_dict() == Record(id="a", extractor=record.extractor).to_dict()
    assert read("").mentions == ()
