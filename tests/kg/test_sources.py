"""What facts rest on, and what counts as one."""

import pytest

from extract.record import ArticleSource, Meeting, Official, Record, Relation
from kg.sources import Shelf, Source, distinct, source_columns, texts

WIRE, SITE, MIRROR, DAILY = (
    Source("a-wire", publisher="Wire", sentence="They met.", start_char=0, end_char=9),
    Source("b-site", url="https://site.example", sentence="They met.", start_char=5, end_char=14, copy_of="a-wire"),
    Source("c-mirror", sentence="They met again.", copy_of="a-wire"),
    Source("d-daily", sentence="The two met."),
)


@pytest.mark.parametrize(
    ("sources", "found"),
    [
        ([WIRE, SITE, MIRROR, DAILY], [["a-wire", "b-site", "c-mirror"], ["d-daily"]]),
        ([SITE, MIRROR], [["b-site", "c-mirror"]]),  # what of the text the wire does not tell
        ([MIRROR, DAILY], [["c-mirror"], ["d-daily"]]),
        ([WIRE, WIRE], [["a-wire"]]),
        ([], []),
    ],
)
def test_copies_of_one_text_are_one(sources: list[Source], found: list[list[str]]) -> None:
    assert texts(sources) == found


def test_sources_are_in_order_and_each_once() -> None:
    assert distinct([DAILY, SITE, WIRE, DAILY]) == (WIRE, SITE, DAILY)


def test_columns_tell_which_are_copies() -> None:
    assert source_columns([WIRE, SITE, MIRROR]) == {
        "articles": "a-wire; b-site; c-mirror",
        "copies": "b-site of a-wire; c-mirror of a-wire",
        "publishers": "Wire",
        "urls": "https://site.example",
        "sentences": "They met.\nThey met again.",
    }
    assert "copies" not in source_columns([WIRE, DAILY])


def test_a_sentence_is_shelved_once() -> None:
    official = Official(name="Jonas Berg", evidence="Berg met Holm.", start_char=3, end_char=17)
    meeting = Meeting(evidence="Berg met Holm.", start_char=3, end_char=17)
    record = Record(id="b", title="Talks", published="2020-05-04", article=ArticleSource(publisher="News"))
    shelf = Shelf({"b": "a"})
    source = shelf.sentence(record, official)
    assert source == Source("b", "Talks", "News", None, "2020-05-04", "Berg met Holm.", 3, 17, copy_of="a")
    assert shelf.sentence(record, meeting) is source
    assert shelf.article(record) == Source("b", "Talks", "News", None, "2020-05-04", copy_of="a")


def test_the_words_that_tell_of_a_meeting_are_part_of_its_source() -> None:
    told = {"evidence": "Berg met Holm and signed.", "start_char": 3, "end_char": 28}
    met = Meeting(**told, trigger=(8, 11))
    signed = Relation(type="signed", source="NOR", target="DNK", **told, trigger=(21, 27))
    shelf, record = Shelf({}), Record(id="b")
    sources = [shelf.sentence(record, item) for item in (signed, met, Official(name="Jonas Berg", **told))]
    assert [source.trigger for source in distinct(sources)] == [None, (8, 11), (21, 27)]
    assert shelf.sentence(record, met) is sources[1]
