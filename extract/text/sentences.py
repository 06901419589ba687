"""Text → paragraphs → sentences, told by line breaks, punctuation and abbreviations alone.

A paragraph is a line, or the lines of one that was wrapped at a fixed width. Everything takes time in proportion to the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain, pairwise

from pydantic import BaseModel, ConfigDict

from extract.gazetteer import read_table

_WIDEST_WRAP = 120
_NARROWEST_WRAP = 45
_DATED_BYLINE = re.compile(r"by [A-Z].{3,60}\W(?:19|20)\d\d")
_LONGEST_SENTENCE = 2_500  # characters
_FINAL = re.compile(r"[.!?…:;][\"'”’»)\]]{0,4}\Z")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Characters `start` to `end` (exclusive) of a text, white space cut off; `after_blank`: a blank line is before it."""

    start: int
    end: int
    text: str
    after_blank: bool


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of a text in order: every line that is not blank is in exactly one."""
    return [_joined(text, group) for run in _runs(_lines(text)) for group in _unwrapped(run)]


def sentence_starts(text: str, start: int, end: int) -> Iterator[int]:
    """Where the sentences of a paragraph start, `start` first; abbreviations and initials end none.

    What goes on beyond any sentence is cut between words, so that work within sentences is bounded.
    """
    yield start
    last = start
    ends = (mark.end() for mark in _SENTENCE_END.finditer(text, start, end) if _ends(mark, text, start))
    for after in chain(ends, (end,)):
        while after - last > _LONGEST_SENTENCE:
            blank = text.rfind(" ", last, last + _LONGEST_SENTENCE)
            last = blank + 1 if blank > last else last + _LONGEST_SENTENCE
            yield last
        if after < end:
            yield after
        last = after


# ---- paragraphs ----------------------------------------------------------------------------------------------------


def _lines(text: str) -> Iterator[Paragraph]:
    offset, after_blank = 0, True
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        if bare:
            start = offset + line.index(bare[0])
            yield Paragraph(start, start + len(bare), bare, after_blank)
        after_blank = not bare
        offset += len(line)


def _runs(lines: Iterator[Paragraph]) -> Iterator[list[Paragraph]]:
    """Lines with no blank line between them."""
    run: list[Paragraph] = []
    for line in lines:
        if line.after_blank and run:
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _unwrapped(run: list[Paragraph]) -> Iterator[list[Paragraph]]:
    """The lines of a run, grouped where one goes on in the next."""
    if len(run) == 1:
        yield run
        return
    width = max(len(line.text) for line in run)
    wrapped = [_full(line, after, width) for line, after in pairwise(run)]
    is_wrapped = (
        _NARROWEST_WRAP <= width <= _WIDEST_WRAP
        and 2 * sum(wrapped) >= len(wrapped)
        and any(_opens_small(line) for line in run[1:])
    )
    group = run[:1]
    for (line, after), full in zip(pairwise(run), wrapped, strict=True):
        if not ((is_wrapped and full) or _goes_on(line, after)):
            yield group
            group = []
        group.append(after)
    yield group


def _full(line: Paragraph, after: Paragraph, width: int) -> bool:
    """Whether the next line's first word would not have fitted on the line."""
    return len(line.text) + 1 + len(after.text.split(None, 1)[0]) > width


def _goes_on(line: Paragraph, after: Paragraph) -> bool:
    return len(line.text) >= _NARROWEST_WRAP and _opens_small(after) and not _FINAL.search(line.text)


def _opens_small(line: Paragraph) -> bool:
    return line.text[0].islower() and not _DATED_BYLINE.fullmatch(line.text)


def _joined(text: str, lines: list[Paragraph]) -> Paragraph:
    if len(lines) == 1:
        return lines[0]
    start, end = lines[0].start, lines[-1].end
    return Paragraph(start, end, text[start:end], lines[0].after_blank)


# ---- sentences -----------------------------------------------------------------------------------------------------


class Abbreviations(BaseModel):
    """The part [sentences] of data/layout.toml."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    before_names: frozenset[str]
    before_numbers: frozenset[str]
    anywhere: frozenset[str]
    openers: frozenset[str]


@cache
def _abbreviations() -> Abbreviations:
    return Abbreviations(**read_table("layout")["sentences"])


_SENTENCE_END = re.compile(
    r"([.!?…])(?:(?<![.!?…]{2})([.!?…]{0,7})[\"'”’»)\]]{0,4}\s+(?=\S)"
    r"|(?<=[a-z]{3}\.)[\"”]?(?=[A-Z][a-z]+ ))"  # the blank left out
)
_BETWEEN_WORDS = re.compile(r"[\s\"'“‘”’(\[/—–-]")
_NEXT_WORD = re.compile(r"([\"'“‘«(\[]*)([\w'’-]*)")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_LONGEST_WORD = 24
_WIDE_BLANKS = ("  ", "\xa0 ", " \xa0", "\xa0\xa0")  # with which many end a sentence


def _ends(mark: re.Match[str], text: str, start: int) -> bool:
    """Whether a full stop, question or exclamation mark ends a sentence of the paragraph that begins at `start`."""
    following = _NEXT_WORD.match(text, mark.end())
    opening, after = following.groups() if following else ("", "")
    if after[:1].islower():
        return False
    if mark.groups() != (".", ""):
        return True
    before = _BETWEEN_WORDS.split(text[max(start, mark.start() - _LONGEST_WORD) : mark.start()])[-1]
    known = _abbreviations()
    if before in known.before_names:
        return False
    if before in known.before_numbers:
        return not after[:1].isdigit() and after in known.openers
    if before in known.anywhere or _INITIALS.fullmatch(before):
        return after in known.openers or ("." in before and (bool(opening) or mark[0].endswith(_WIDE_BLANKS)))
    numbers_the_paragraph = before.isdecimal() and mark.start() - len(before) == start
    return not numbers_the_paragraph
