"""Date expressions and what they say, beside the day of publication."""

from datetime import date
from itertools import pairwise

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.vocab import Vocab

from extract.dates import find_dates, full_dates, month_days, resolve_date
from extract.page import layout
from extract.text.calendar import Period
from extract.text.tokens import LinearTokenizer, words
from extract.words.date_forms import Form, matches, openings, tables

THURSDAY = "2021-09-16"


def said(text: str, published: str | None = THURSDAY) -> list[tuple[str, str, str | None, str | None]]:
    """The date expressions of a text: words, kind, past and future reading ("start/end" for a range)."""
    found = []
    for start, end, reading in find_dates(text, published):
        past, future = (
            period and (f"{period.start}/{period.end}" if period.end else period.start)
            for period in (reading.past, reading.future)
        )
        found.append((text[start:end], reading.kind, past, future))
    return found


# ---- the tables ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", tables().forms, ids=lambda form: form.name)
def test_examples_have_the_form_and_counterexamples_do_not(form: Form) -> None:
    for example in form.examples:
        assert [found.name for _, _, found, _ in matches(example)][:1] == [form.name], example
    for example in form.not_examples:
        assert form.name not in [found.name for _, _, found, _ in matches(example)], example


@pytest.mark.parametrize("form", tables().forms, ids=lambda form: form.name)
def test_dates_begin_where_they_can_begin(form: Form) -> None:
    for example in (*form.examples, *form.not_examples):
        text = f"{example} ({example}), {example.upper()}."
        read = words(LinearTokenizer(Vocab())(text))
        assert [*matches(text, openings(read))] == [*matches(text)], text


def test_every_cue_is_used() -> None:
    assert {cue for form in tables().forms for cue in form.before} == set(tables().cues)


# ---- readings ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "past", "future"),
    [
        # days with a year
        ("April 23, 2024", "2024-04-23", "2024-04-23"),
        ("Apr. 23, 2024", "2024-04-23", "2024-04-23"),
        ("23rd of April 2024", "2024-04-23", "2024-04-23"),
        ("2017-12-16", "2017-12-16", "2017-12-16"),
        ("16/12/2017", "2017-12-16", "2017-12-16"),
        ("12/16/2017", "2017-12-16", "2017-12-16"),
        ("9/10/2021", "2021-09-10", "2021-09-10"),  # the reading nearer to publication
        # days without a year, and a day around publication
        ("on 14 September", "2021-09-14", "2022-09-14"),
        ("on Sept. 16", "2021-09-16", "2021-09-16"),
        ("on Sept. 17", "2021-09-17", "2021-09-17"),
        ("on Sept. 18", "2020-09-18", "2021-09-18"),
        ("on Feb. 29", "2020-02-29", "2024-02-29"),
        ("on Dec 12 of last year", "2020-12-12", "2020-12-12"),
        ("on the 3rd, they met", "2021-09-03", "2021-10-03"),
        # ranges
        ("Sept. 8-10", "2021-09-08/2021-09-10", "2022-09-08/2022-09-10"),
        ("from 20 to 21 March", "2021-03-20/2021-03-21", "2022-03-20/2022-03-21"),
        ("June 30-July 2", "2021-06-30/2021-07-02", "2022-06-30/2022-07-02"),
        ("December 30 to January 2, 2020", "2019-12-30/2020-01-02", "2019-12-30/2020-01-02"),
        ("between 7 and 9 May", "2021-05-07/2021-05-09", "2022-05-07/2022-05-09"),
        ("on March 3 and 4", "2021-03-03/2021-03-04", "2022-03-03/2022-03-04"),
        ("Sept. 15-17", "2021-09-15/2021-09-17", "2021-09-15/2021-09-17"),  # under way
        ("from the 7th to the 9th", "2021-09-07/2021-09-09", "2021-10-07/2021-10-09"),
        # weekdays
        ("on Thursday", "2021-09-16", "2021-09-16"),
        ("on Friday", "2021-09-10", "2021-09-17"),
        ("last Thursday", "2021-09-09", "2021-09-09"),
        ("next Tuesday", "2021-09-21", "2021-09-21"),
        ("on Tuesday last week", "2021-09-07", "2021-09-07"),
        # months
        ("in September", "2021-09", "2021-09"),
        ("in December", "2020-12", "2021-12"),
        ("since May", "2021-05", "2022-05"),
        ("mid-May", "2021-05", "2022-05"),
        ("last November", "2020-11", "2020-11"),
        ("last September", "2020-09", "2020-09"),
        ("this November", "2021-11", "2021-11"),
        ("in December 2022", "2022-12", "2022-12"),
        ("in April of last year", "2020-04", "2020-04"),
        ("from March to June", "2021-03/2021-06", "2022-03/2022-06"),
        # relative words
        ("today", "2021-09-16", "2021-09-16"),
        ("tonight", "2021-09-16", "2021-09-16"),
        ("yesterday", "2021-09-15", "2021-09-15"),
        ("tomorrow", "2021-09-17", "2021-09-17"),
        ("two days ago", "2021-09-14", "2021-09-14"),
        ("three weeks ago", "2021-08", "2021-08"),
        ("two months ago", "2021-07", "2021-07"),
        ("last week", "2021-09", "2021-09"),
        ("late last month", "2021-08", "2021-08"),
        ("earlier this month", "2021-09", "2021-09"),
        ("earlier in the week", "2021-09", "2021-09"),
        ("next month", "2021-10", "2021-10"),
        ("last year", "2020", "2020"),
        ("last summer", "2021", "2021"),  # over by mid-September
        ("last autumn", "2020", "2020"),
        ("next spring", "2022", "2022"),
        # years
        ("in 2017", "2017", "2017"),
        ("the first half of 2021", "2021", "2021"),
        ("from 2014 to 2016", "2014/2016", "2014/2016"),
        ("the 2017 summit", "2017", "2017"),
        ("Slavic Brotherhood 2017", "2017", "2017"),
    ],
)
def test_readings(text: str, past: str, future: str) -> None:
    assert [found[2:] for found in said(text)] == [(past, future)]


@pytest.mark.parametrize(
    ("text", "kind", "shift"),
    [
        ("met the same day", "same_day", 0),
        ("Earlier in the day", "same_day", 0),
        ("A day earlier", "offset", -1),
        ("on the previous day", "offset", -1),
        ("The following day,", "offset", 1),
    ],
)
def test_what_hangs_on_another_day_is_left_open(text: str, kind: str, shift: int) -> None:
    reading = resolve_date(text, THURSDAY)
    assert reading is not None
    assert (reading.kind, reading.shift, reading.past, reading.future) == (kind, shift, None, None)


@pytest.mark.parametrize(
    ("published", "expected"), [("2021-09-02", "2021"), ("2021-01-01", "2021-01"), ("2021-09-16", "2021-09")]
)
def test_this_week_is_worth_what_its_days_share(published: str, expected: str) -> None:
    reading = resolve_date("earlier this week", published)
    assert reading is not None
    assert reading.past == Period(expected)


@pytest.mark.parametrize("text", ["Thursday", "today", "April 23", "in May", "last year", "two weeks ago", "5 May last year"])
def test_without_publication_date_what_hangs_on_it_is_open(text: str) -> None:
    assert [found[2:] for found in said(text, None)] == [(None, None)]


@pytest.mark.parametrize("text", ["April 23, 2024", "in 2017", "December 2022", "16/12/2017", "8-10 May 2020"])
def test_what_names_its_year_needs_no_publication_date(text: str) -> None:
    assert said(text, None) == said(text, THURSDAY)
    assert said(text, None)[0][2]


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 1718 was adopted",
        "his counterparts from 10 Southeast Asian nations",
        "two F-16 fighters",
        "Theresa May spoke",
        "they may march 5 miles",
        "March on Rome",
        "The sun sat low over Wed village",
        "the 1990s",
        "at 10:30 a.m.",
        "$2010 million",
        "Mirage 2000 jets",
        "some 2000 troops",
        "on the 38th parallel",
        "May 45, 2020x",
        "the last day of talks",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert said(text) == []


def test_the_longest_expression_is_taken_whole() -> None:
    text = "They met on Monday (Jan. 5), on Saturday 16/12/2017 and on Wed, 09 Feb 2022."
    assert [found[0] for found in said(text)] == ["Monday (Jan. 5", "Saturday 16/12/2017", "Wed, 09 Feb 2022"]


def test_a_full_stop_belongs_to_an_abbreviation_and_not_to_a_month() -> None:
    assert [found[0] for found in said("They met in Sept. and in November. Then on Oct. 5.")] == ["Sept.", "November", "Oct. 5"]


def test_an_expression_may_run_over_a_line_but_not_over_a_paragraph() -> None:
    assert [found[0] for found in said("on April\n23 they met")] == ["April\n23"]
    assert [found[0] for found in said("in April\n\n23 ships")] == ["April"]


def test_full_dates_offer_both_readings_of_an_ambiguous_one() -> None:
    assert [days for _, _, days in full_dates("07/10/2021, 25/12/2021, 5 May, 8 Sep 06")] == [
        ("2021-10-07", "2021-07-10"),
        ("2021-12-25",),
        ("2006-09-08",),
    ]


def test_month_days_are_those_with_the_name_of_a_month() -> None:
    assert month_days("on Feb. 6, 2020 and 7 March, not on 8/9/2020") == {(2, 6), (3, 7)}


# ---- properties ----------------------------------------------------------------------------------------------------


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%b %d, %Y"]))
def test_any_day_with_a_year_is_read_back(day: date, form: str) -> None:
    reading = resolve_date(day.strftime(form), None)
    assert reading is not None
    assert reading.past is not None
    assert reading.past.start == day.isoformat()


WORDS = st.sampled_from(
    [*["May", "5", "2021", "last", "Thursday", "to", "the", "7th", "week", "-", ",", "ago", "two", "in", "and", "99"], "\n"]
)


@given(st.lists(WORDS).map(" ".join))
def test_any_mixture_of_date_words_gives_expressions_in_order_and_apart(text: str) -> None:
    places = [(start, end) for start, end, _ in find_dates(text, THURSDAY)]
    assert all(start < end for start, end in places)
    assert all(one[1] <= other[0] for one, other in pairwise(places))


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
def test_a_publication_date_out_of_this_world_resolves_nothing(published: str) -> None:
    assert said("yesterday, on 5 May", published) == said("yesterday, on 5 May", None)


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    for start, end, _ in find_dates(text, THURSDAY):
        assert text[start:end].strip() == text[start:end]


# ---- the component -------------------------------------------------------------------------------------------------


@pytest.fixture(params=["linear", "spacy"])
def nlp(request: pytest.FixtureRequest) -> spacy.Language:
    assert layout.defense_layout
    nlp = spacy.blank("en")
    if request.param == "linear":
        nlp.tokenizer = LinearTokenizer(nlp.vocab)
    nlp.add_pipe("defense_layout")
    nlp.add_pipe("defense_dates")
    return nlp


def test_component_marks_dates_outside_furniture(nlp: spacy.Language) -> None:
    doc = nlp(
        "Ministers meet in Oslo\n\nPublished: 16 September 2021\n\n"
        "The two ministers met in Oslo on Wednesday and signed a pact. The last talks were held in May 2019.\n\n"
        "Related stories\nFleet review set for 5 June\n"
    )
    assert doc._.published == "2021-09-16"
    assert [(doc[mention.start : mention.end].text, mention.kind) for mention in doc._.dates] == [
        ("16 September 2021", "day"),
        ("Wednesday", "weekday"),
        ("May 2019", "month"),
    ]
    assert [(span.text, span.label_, span.id_) for span in doc.spans["dates"]][1:] == [
        ("Wednesday", "weekday", "2021-09-15"),
        ("May 2019", "month", "2019-05"),
    ]


def test_component_takes_an_empty_text(nlp: spacy.Language) -> None:
    assert nlp("")._.dates == ()
