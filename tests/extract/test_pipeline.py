"""The Extractor on whatever it may be given: any text, any pipeline, any number of articles, articles that fail."""

import random
import time
from collections.abc import Callable, Iterator

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from extract import Article, Extractor, Notice, Record
from extract.assembly import record_of
from extract.gazetteer import countries, organizations
from extract.pipeline import COMPONENTS

EXTRACTOR = Extractor()
BARE = Extractor(nlp=spacy.blank("en"))

# Words of the news, so that random texts set off every rule, and signs that break tokenizers.
WORDS = (
    *(
        "Defense",
        "Minister",
        "Vice",
        "Gen.",
        "Lt. Gen.",
        "Adm.",
        "Chief",
        "of",
        "Staff",
        "the",
        "his",
        "counterpart",
        "Kim Jong Seo",
        "Berg",
    ),
    *(
        "Norway",
        "South Korea",
        "Korean",
        "Seoul's",
        "Hanoi",
        "ASEAN",
        "NATO",
        "the Pentagon",
        "ministry",
        "the two sides",
        "He",
        "they",
    ),
    *(
        "met",
        "met with",
        "held talks with",
        "visited",
        "signed",
        "agreed",
        "will meet",
        "hosted",
        "talks",
        "the 11th",
        "dialogue",
        "memorandum",
    ),
    *(
        "on the sidelines of",
        "in Seoul",
        "on Monday",
        "May 4, 2021",
        "last year",
        "two-day visit",
        "US$34 million",
        "and",
        ",",
        ".",
        ". ",
        ":",
        "(",
        ")",
    ),
    *(
        "\n",
        "\n\n",
        "Published :",
        "By Wire",
        "“",
        "”",
        "'s",
        "—",
        "-",
        "\u00a0",
        "\u200b",
        "🛰",
        "\x00",
        "…",
        "www.x.y",
        "Đỗ",
        "李",
        "\t",
        "  ",
    ),
)
NEWS = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)
TEXTS = st.one_of(NEWS, st.text(max_size=300))


def article(text: str, name: str = "a") -> Article:
    return Article(id=name, text=text)


# ---- any text --------------------------------------------------------------------------------------------------------


def check(record: Record, text: str) -> None:
    """What holds of every record: evidence, offsets, and ids that are known."""
    parties = countries().keys() | organizations().keys()
    assert set(record.countries) <= countries().keys()
    assert set(record.organizations) <= organizations().keys()
    for item in (*record.ministries, *record.officials, *record.meetings, *record.relations, *record.series):
        assert item.start_char is not None
        assert item.evidence
        assert text[item.start_char : item.end_char] == item.evidence
        assert len(item.evidence) <= 2_000
    for event in (*record.meetings, *record.relations):
        assert event.trigger is not None
        assert event.start_char is not None
        assert event.end_char is not None
        assert event.start_char <= event.trigger[0] < event.trigger[1] <= event.end_char
    names = {official.name for official in record.officials}
    for meeting in record.meetings:
        assert len(meeting.parties) >= 2
        assert set(meeting.parties) <= parties
        assert set(meeting.officials) <= names
        assert {party for side in meeting.sides for party in side} <= set(meeting.parties)
    for relation in record.relations:
        assert {relation.source, relation.target} <= parties
        assert relation.source != relation.target
    for mention in record.mentions:
        assert 0 <= mention.start_char < mention.end_char <= len(text)
    assert {mention.id for mention in record.mentions if mention.kind == "official"} <= names


@pytest.mark.parametrize("extractor", [EXTRACTOR, BARE], ids=["our tokenizer", "spaCy's tokenizer"])
@settings(deadline=None)
@given(text=TEXTS)
def test_any_text(extractor: Extractor, text: str) -> None:
    given_article = article(text)
    record = extractor(given_article)
    check(record, given_article.text)
    assert Record.model_validate(record.to_dict()) == record
    assert extractor(given_article) == record


@settings(deadline=None)
@given(st.lists(NEWS, max_size=8), st.integers(1, 5), st.randoms())
def test_neither_company_nor_batches_matter(texts: list[str], batch: int, rng: random.Random) -> None:
    articles = [article(text, str(number)) for number, text in enumerate(texts)]
    alone = {one.id: EXTRACTOR(one) for one in articles}
    rng.shuffle(articles)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("extract.pipeline._BATCH", batch)
        assert list(EXTRACTOR.stream(iter(articles))) == [alone[one.id] for one in articles]


# ---- pipelines of the user's own ---------------------------------------------------------------------------------------

TEXT = (
    "SEOUL, May 4, 2021 -- South Korean Defense Minister Kim Jong Seo met his Norwegian counterpart, Jonas Berg, "
    "in Seoul on Tuesday."
)


def test_spacys_own_tokenizer_serves_too() -> None:
    record = BARE(article(TEXT))
    assert [(official.name, official.country) for official in record.officials] == [
        ("Kim Jong Seo", "KOR"),
        ("Jonas Berg", "NOR"),
    ]
    assert [(meeting.date, meeting.parties) for meeting in record.meetings] == [("2021-05-04", ("KOR", "NOR"))]


def test_people_found_by_a_trained_pipeline_are_candidates() -> None:
    """A name that no rule of ours would take for one is a person where the user's own pipeline says so."""
    text = "Norwegian Defense Minister Park Street met Danish Defense Minister mads holm in Oslo. Park Street thanked him."
    assert {official.name for official in EXTRACTOR(article(text)).officials}.isdisjoint({"Park Street", "mads holm"})
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "PERSON", "pattern": name} for name in ("Park Street", "mads holm")])  # type: ignore[attr-defined]
    record = Extractor(nlp=nlp)(article(text))
    assert [(official.name, official.country) for official in record.officials] == [
        ("Park Street", "NOR"),
        ("mads holm", "DNK"),
    ]
    assert [meeting.officials for meeting in record.meetings] == [("Park Street", "mads holm")]


def test_components_can_be_used_one_by_one() -> None:
    nlp = spacy.blank("en")
    nlp.tokenizer = EXTRACTOR.nlp.tokenizer
    for count, name in enumerate(COMPONENTS, start=1):
        nlp.add_pipe(name)
        doc = nlp(TEXT)
        assert nlp.pipe_names == list(COMPONENTS[:count])
    assert [span.id_ for span in doc.spans["countries"]] == [
        span.id_ for span in EXTRACTOR.doc(article(TEXT)).spans["countries"]
    ]
    assert len(doc._.meetings) == 1


def test_a_doc_to_build_on() -> None:
    doc = EXTRACTOR.doc(Article(id="a", text=TEXT, title="Ministers meet", published="2021-05-05"))
    assert (doc._.title, doc._.published) == ("Ministers meet", "2021-05-05")
    assert [span.text for span in doc.spans["meetings"]] == ["met"]


# ---- articles that fail ------------------------------------------------------------------------------------------------


@pytest.fixture
def fragile(monkeypatch: pytest.MonkeyPatch) -> Extractor:
    """An extractor that fails at articles with the word "broken"."""

    def fail(doc: Doc, one: Article) -> Record:
        if "broken" in doc.text:
            raise ValueError("broken indeed")
        return record_of(doc, one)

    monkeypatch.setattr("extract.pipeline.record_of", fail)
    return EXTRACTOR


ARTICLES = [article("Fine.", "1"), article("This is broken.", "2"), article("Fine too.", "3")]


def test_a_failure_is_told_and_the_others_go_on(fragile: Extractor) -> None:
    notices: list[Notice] = []
    assert [record.id for record in fragile.stream(ARTICLES, report=notices.append)] == ["1", "3"]
    assert [str(notice) for notice in notices] == [
        "2: could not be extracted (ValueError: broken indeed); report this with the article"
    ]
    assert notices[0].kind == "failed"


def test_without_report_a_failure_is_raised_after_what_came_before(fragile: Extractor) -> None:
    records = fragile.stream(ARTICLES)
    assert next(records).id == "1"
    with pytest.raises(ValueError, match="broken indeed"):
        next(records)
    with pytest.raises(ValueError, match="broken indeed"):
        fragile(ARTICLES[1])
    assert fragile(ARTICLES[2]).id == "3"


# ---- hostile text ------------------------------------------------------------------------------------------------------

SYLLABLES = ("ka", "mo", "ri", "to", "len", "bar", "dov", "nu", "shi", "gra", "pel", "zan")


def names(count: int) -> Iterator[str]:
    rng = random.Random(count)
    for _ in range(count):
        yield " ".join("".join(rng.choices(SYLLABLES, k=3)).title() for _ in range(2))


def days(count: int) -> Iterator[str]:
    return (f"May {number % 28 + 1}, {1950 + number // 28 % 80}" for number in range(count))


HOSTILE: dict[str, Callable[[int], str]] = {
    "one rank": lambda n: "General " * n,
    "capitals": lambda n: " ".join(
        random.Random(n).choices(("Kim", "Berg", "Defense", "Minister", "Army", "Of", "The", "Paris", "National"), k=n)
    ),
    "brackets": lambda n: "(" * n,
    "possessives": lambda n: "'s" * n,
    "titles in titles": lambda n: "Chief of Staff of Army of the Minister of " * (n // 8),
    "one line of prose": lambda n: (
        "the minister of defense of France and his counterpart agreed to hold talks with the two sides on Monday " * (n // 18)
    ),
    "one word": lambda n: "a" * (8 * n),
    "hyphens": lambda n: "Korea-Vietnam-" * (n // 4),
    "clauses": lambda n: "Korea met Japan and " * (n // 4),
    "groups": lambda n: "He met them and they met the two sides at the talks, " * (n // 12),
    "dates": lambda n: "They met on " + ", ".join(days(n // 4)),
    "officials in one sentence": lambda n: (
        f"Defense Minister Kim Tae met {', '.join(f'General {name} of France' for name in names(n // 6))}."
    ),
    "officials in many sentences": lambda n: " ".join(
        f"General {name} of France met his counterpart in Seoul on Monday." for name in names(n // 11)
    ),
    "one name": lambda n: "Defense Minister Kim met General Lee of France in Seoul. " * (n // 11),
    "meetings": lambda n: " ".join(
        f"On {day}, General Kim of Korea met Japanese General {name} in Tokyo."
        for day, name in zip(days(n // 15), names(n // 15), strict=True)
    ),
    "visits": lambda n: " ".join(f"On {day}, General Kim of Korea visited Japan." for day in days(n // 11)),
    "larger events": lambda n: " ".join(f"They met on the sidelines of the {name} Forum." for name in names(n // 9)),
    "lines": lambda n: "\n".join(f"The ministers of France and Japan met in Paris on {day}" for day in days(n // 12)),
}


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE.keys())
def test_time_is_linear(make: Callable[[int], str]) -> None:
    """Four times the words take about four times as long; sixteen times would be quadratic."""
    assert measured(make(12_000)) < 9 * measured(make(3_000)) + 0.2


def measured(text: str) -> float:
    """The processor's time for a text, the better of two."""
    times = []
    for _ in range(2):
        start = time.process_time()
        EXTRACTOR(article(text))
        times.append(time.process_time() - start)
    return min(times)


def test_a_meeting_of_thousands_names_no_more_than_a_hundred() -> None:
    """In the graph everybody on one side met everybody on the other: a list without end must not multiply."""
    guests = [f"General {name} of France" for name in names(3_000)]
    groups = (", ".join(guests[i : i + 30]) for i in range(0, len(guests), 30))
    text = "Korean Defense Minister Kim Tae met French Defense Minister Jean Roux in Seoul on May 4, 2021. "
    record = EXTRACTOR(article(text + " ".join(f"At the meeting {group} were also present." for group in groups)))
    assert len(record.officials) > 2_900
    assert [len(meeting.officials) for meeting in record.meetings] == [100]
