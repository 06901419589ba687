"""Text → tokens: what is one word, that nothing is lost, and that it takes time in proportion to the text."""

import time

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from extract.text.tokens import LinearTokenizer, split, words

NLP = spacy.blank("en")
TOKENIZER = LinearTokenizer(NLP.vocab)

TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(
        st.sampled_from(["Gen.", "U.S.", "Kim's", "O’Brien", " ", "  ", "\n", "\u00a0", "-", "US$3.4", "11th", "(", "'s", "🛰"])
    ).map("".join),
)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        # compounds part where names meet
        ("Korea-Vietnam talks", ["Korea", "-", "Vietnam", "talks"]),
        ("vice-ministerial", ["vice", "-", "ministerial"]),
        # abbreviations keep their full stop, sentences do not
        ("Gen. Ito, Lt. Col. Berg", ["Gen.", "Ito", ",", "Lt.", "Col.", "Berg"]),
        ("the U.S. and S. Korea.", ["the", "U.S.", "and", "S.", "Korea", "."]),
        ("L.Ganbat met J.R.R. Roe", ["L.", "Ganbat", "met", "J.R.R.", "Roe"]),
        # the possessive is a word of its own, an apostrophe inside a name is not
        ("Oslo's O’Brien and Matiang’i", ["Oslo", "'s", "O’Brien", "and", "Matiang’i"]),
        ("CHINA’S DONG", ["CHINA", "’S", "DONG"]),
        # numbers, dates and money
        ("US$34,000,000 at 12:30 on 16/12/2017", ["US$", "34,000,000", "at", "12:30", "on", "16/12/2017"]),
        ("the 11th and 2nd (2x)", ["the", "11th", "and", "2nd", "(", "2", "x", ")"]),
        # signs stand alone, however many
        ("“Peace”…", ["“", "Peace", "”", "…"]),
        ("((((", ["(", "(", "(", "("]),
        ("-- ...", ["--", "..."]),
        # accents and other scripts
        ("Đỗ Căn, 李 明", ["Đỗ", "Căn", ",", "李", "明"]),
    ],
)
def test_words_of_a_text(text: str, pieces: list[str]) -> None:
    assert split(text) == pieces
    assert [token.text for token in TOKENIZER(text)] == pieces


@given(TEXTS)
def test_nothing_is_lost(text: str) -> None:
    assert TOKENIZER(text).text == text


@pytest.mark.parametrize("tokenizer", [TOKENIZER, NLP.tokenizer], ids=["ours", "spaCy's"])
@given(text=TEXTS)
def test_lists_agree_with_tokens(tokenizer: LinearTokenizer, text: str) -> None:
    doc = tokenizer(text)
    found = words(doc)
    assert found.whole == text
    assert found.text == [token.text for token in doc]
    assert found.offsets == [token.idx for token in doc]
    assert found.spaced == [bool(token.whitespace_) for token in doc]
    if len(doc):
        span = doc[len(doc) // 2 :]
        assert found.characters(span.start, span.end) == (span.start_char, span.end_char)
        assert found.between(span.start, span.end) == " ".join(span.text.split())


def test_lists_follow_a_new_tokenization() -> None:
    doc = TOKENIZER("Kim Seon Ho spoke")
    with doc.retokenize() as retokenizer:
        retokenizer.merge(doc[0:3])
    assert words(doc).text == ["Kim Seon Ho", "spoke"]


@pytest.mark.parametrize("unit", ["(", '"', "'s", "$", "a", "1", "U.", "O'", "-", "\u00a0", "\n", "’", "1.", "Korea-"])
def test_time_is_linear(unit: str) -> None:
    """Where spaCy's own tokenizer is quadratic ("(", '"', "'s") four times the text would take sixteen times as long."""
    assert measured(unit * 40_000) < 8 * measured(unit * 10_000) + 0.05


def measured(text: str) -> float:
    """The processor's time for a text, the best of three."""
    times = []
    for _ in range(3):
        start = time.process_time()
        TOKENIZER(text)
        times.append(time.process_time() - start)
    return min(times)
