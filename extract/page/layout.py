"""The layout of a page of news: sentences, headline, dateline, captions, publication date, and what is no part of the article.

Everything is told by the form of lines and by the word lists of data/layout.toml, never by the looks of a particular page.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict
from spacy.language import Language
from spacy.tokens import Doc

from extract.dates import full_dates, month_days
from extract.gazetteer import read_table
from extract.page.datelines import Dateline, find_dateline
from extract.page.publication import Stamp, day_of_heading, decide, stamps
from extract.page.teasers import BULLETS, SHORTEST_LIST, listed_behind, teasers
from extract.text.calendar import distance, is_day, iso_day
from extract.text.marked import Marked, mark, mark_sentences
from extract.text.sentences import Paragraph, paragraphs, sentence_starts
from extract.text.tokens import words

Label = Literal["title", "dateline", "caption", "published", "byline", "furniture", "doubled"]

Doc.set_extension("title", default=None, force=True)
Doc.set_extension("published", default=None, force=True)
Doc.set_extension("published_month", default=None, force=True)
Doc.set_extension("written", default=None, force=True)
Doc.set_extension("dateline_place", default=None, force=True)


@dataclass(frozen=True, slots=True)
class Page:
    """What the layout of a text tells.

    `written` is the day that dateline or headline bears, meant by "today" where the page came out later. `parts` are labelled
    stretches in text order (label, first character, end); `sentences` are where sentences start.
    """

    title: str | None
    published: str | None
    written: str | None
    dateline_place: str | None
    parts: tuple[tuple[Label, int, int], ...]
    sentences: tuple[int, ...]


@Language.component(
    "defense_layout", assigns=["doc._.title", "doc._.published", "doc._.dateline_place", "doc.spans", "token.is_sent_start"]
)
def defense_layout(doc: Doc) -> Doc:
    """Set sentence starts, the spans `furniture` and `layout`, and, unless they are set, title and publication date."""
    told = doc._
    page = read_page(words(doc).whole, told.title, told.published)
    told.title = told.title or page.title
    if page.published and not told.published:
        is_day_told = len(page.published) == len("2021-09-16")
        told.published, told.published_month = page.published if is_day_told else None, page.published[: len("2021-09")]
    told.written = page.written or told.published
    told.dateline_place = page.dateline_place
    if not len(doc):
        doc.spans["furniture"], doc.spans["layout"] = [], []
        return doc
    offsets = words(doc).offsets
    mark_sentences(doc, (bisect_right(offsets, start) - 1 for start in page.sentences[1:]))
    parts = [Marked(bisect_right(offsets, a) - 1, bisect_right(offsets, b - 1), label) for label, a, b in page.parts]
    furniture = (part for part in parts if part.label_ in _NOT_ARTICLE)
    mark(doc, "furniture", (part if part.label_ == "doubled" else part._replace(label_="furniture") for part in furniture))
    mark(doc, "layout", (part for part in parts if part.label_ not in ("furniture", "doubled")))
    return doc


_NOT_ARTICLE = frozenset({"furniture", "doubled", "byline"})


def read_page(text: str, title: str | None = None, known: str | None = None) -> Page:
    """The layout of a text; a `title` that is already known is only looked for, `known` is its day of publication if it is."""
    pieces = list(_pieces(text))
    labels: list[Label | None] = [_form(piece.text) for piece in pieces]
    prose = [_is_prose(piece.text) for piece in pieces]
    body = [number for number, label in enumerate(labels) if label is None and prose[number]]
    for number in _lists(pieces, labels, body):
        labels[number] = "furniture"
    told = enumerate(zip(pieces, labels, prose, strict=True))
    dated = {number: found for number, (piece, label, is_prose) in told if (found := _stamps(piece.text, label, is_prose))}
    for number in dated:
        labels[number] = "published"
    for number in _doubled(pieces, labels):
        labels[number] = "doubled"
    body = [number for number in body if labels[number] is None]
    dateline = find_dateline(_above(pieces, labels, body), [pieces[number] for number in body[:_MAY_OPEN]])
    headline = _known_title(pieces, title) if title else _title(pieces, labels, body, [*dated], dateline)
    if headline is not None:
        labels[headline] = "title"
    parts = [(label, piece.start, piece.end) for label, piece in zip(labels, pieces, strict=True) if label]
    starts = {start for piece in pieces for start in sentence_starts(text, piece.start, piece.end)}
    if dateline:
        parts.append(("dateline", dateline.start, dateline.end))
        starts.update(dateline.goes_on)
    published = _published(pieces, dated, body, dateline, text)
    title = title or (_without_section(pieces[headline].text) if headline is not None else None)
    return Page(
        title=title,
        published=published,
        written=_written(dateline, title, known or published, text),
        dateline_place=dateline.place if dateline else None,
        parts=tuple(sorted(parts, key=lambda part: part[1:])),
        sentences=tuple(sorted(starts)),
    )


def _above(pieces: list[Paragraph], labels: list[Label | None], body: list[int]) -> Iterator[tuple[Paragraph, bool]]:
    """The lines right before the report, and whether text goes on right below each."""
    first = body[0] if body else len(pieces)
    lines = [number for number in range(first) if labels[number] in (None, "published")]
    for number in lines[-_MAY_STAND_ABOVE:]:
        if number >= first - _MAY_STAND_ABOVE or labels[number] == "published":
            yield pieces[number], number + 1 < len(pieces) and not pieces[number + 1].after_blank


_MAY_OPEN, _MAY_STAND_ABOVE = 3, 2  # paragraphs that may open with the dateline; lines that may hold it alone


def _squashed(text: str) -> str:
    return " ".join(text.split()).casefold()


_MACHINE_DATE = re.compile(r"\W{0,8}(?:(?:date|posted|published)\s+)?\d{4}-\d\d(?:-\d\d)?(?=\s|\Z)(?![ T]\d\d:)")


def _pieces(text: str) -> Iterator[Paragraph]:
    """The paragraphs; a date that a machine has put before the first one is a piece of its own."""
    for number, piece in enumerate(paragraphs(text)):
        if number == 0 and (stamp := _MACHINE_DATE.match(piece.text)):
            yield replace(piece, end=piece.start + stamp.end(), text=stamp[0])
            rest = piece.text[stamp.end() :].lstrip(" \t/|–—-")
            piece = replace(piece, start=piece.end - len(rest), text=rest)
        if piece.text:
            yield piece


# ---- what the form of a line tells -----------------------------------------------------------------------------------


class Words(BaseModel):
    """What a part of data/layout.toml lists; each part uses some of the keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    lines: frozenset[str] = frozenset()
    openings: tuple[str, ...] = ()
    anywhere: tuple[str, ...] = ()
    headers: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    marks: dict[str, tuple[str, ...]] = {}
    kinds: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
    body_endings: tuple[str, ...] = ()


@cache
def _words(part: str) -> Words:
    return Words(**read_table("layout")[part])


@cache
def _caption_marks() -> dict[str, re.Pattern[str]]:
    """What tells that a line goes with a picture, by a piece of it that is quicker to look for."""
    return {hint: re.compile("|".join(marks)) for hint, marks in _words("captions").marks.items()}


_PROSE_END = re.compile(r"(?<![ap]\.m)[.!?…][\"'”’»)\]/.]{0,5}\Z")
_PIECE = re.compile(r"\s*[|•·>»]\s*|\s{2,}|\s*\]\s*\[\s*|\s[/:]\s|\A/ ?")
_BETWEEN_PIECES = re.compile(r"[|•·>»/\]]|\s[\s:]")  # a sign that any border of pieces holds
_MOST_BARS = 3  # a menu has more
_CODE = re.compile(r"\$\(|\bfunction ?\(|\bvar \w+ ?=|</?[a-z]+[^<>]*>")
_CODE_HINTS = ("$(", "function", "var ", "<")
_LONGEST_FURNITURE = 300
_LONGEST_CAPTION = 700
_LONGEST_BYLINE = 12  # words


def _is_prose(text: str) -> bool:
    """Whether a piece is running text: long, or ended like a sentence."""
    if text.count("|") > _MOST_BARS:
        return False
    count = len(text.split(None, 25))
    return count > 25 or (count >= 8 and bool(_PROSE_END.search(text)))


def _form(text: str) -> Label | None:
    if (any(hint in text for hint in _CODE_HINTS) and _CODE.search(text)) or (
        len(text) <= _LONGEST_FURNITURE and _is_furniture(text)
    ):
        return "furniture"
    if len(text) <= _LONGEST_CAPTION and any(hint in text and mark.search(text) for hint, mark in _caption_marks().items()):
        return "caption"
    return "byline" if _is_byline(text) else None


def _is_furniture(text: str) -> bool:
    known, folded = _words("furniture"), _squashed(text)
    if _core(folded) in known.lines or folded.startswith(known.openings) or _names_other_story(folded):
        return True
    if (
        text.count("|") > _MOST_BARS
        or any(phrase in folded for phrase in known.anywhere)
        or "{{" in text
        or not any(map(str.isalnum, text))
    ):
        return True
    parts = _parts(text.casefold())
    listed = sum(_core(part) in known.lines for part in parts)
    return len(parts) > 1 and 2 * listed >= len(parts) and all(len(part.split()) <= 4 for part in parts)


def _parts(text: str) -> list[str]:
    """The pieces of a line of such pieces: "Home | News | Contact"."""
    return [part for part in _PIECE.split(text) if part] if _BETWEEN_PIECES.search(text) else [text]


_SIGNS = " \t0123456789.,:;…!?|•*-–—#()[]{}<>«»\"'“”‘’/\\+=_~►▶→←"


def _core(folded: str) -> str:
    """A phrase without signs and numbers around it."""
    return folded.strip(_SIGNS).replace("(", "")


def _names_other_story(folded: str) -> bool:
    """Whether a line is like "Read also: …" and "Also Read | …"."""
    headers = _words("related").headers
    if not folded.startswith(headers):
        return False
    return any(folded.startswith(header) and folded[len(header) :].lstrip()[:1] in tuple(":|»>") for header in headers)


def _opens_list(text: str) -> bool:
    """Whether a line is like "Related Articles" and "More news in Politics"."""
    folded, headers = _core(_squashed(text)), _words("related").headers
    if not folded.startswith(headers):
        return False
    longer = tuple(f"{header} " for header in headers if " " in header)
    return folded in headers or (len(folded.split(None, 7)) <= 6 and folded.startswith(longer))


_SMALL_WORDS = frozenset({"and", "at", "for", "from", "in", "of", "on", "the", "to"})


def _is_capitalized(text: str, small_words: frozenset[str] = _SMALL_WORDS) -> bool:
    """Whether every word begins with a capital, but for prepositions and the like."""
    return all(not word[0].islower() or word in small_words for word in text.split())


def _is_byline(text: str) -> bool:
    count = len(text.split(None, 13))
    if count > _LONGEST_BYLINE:
        return False
    known, folded = _words("bylines"), _squashed(text)
    opening = _longest(known.openings, folded)
    if opening and folded[len(opening) : len(opening) + 1] == " ":
        return text[-1] not in ".!?:" and _is_capitalized(text[len(opening) :], _SMALL_WORDS | {"with"})
    if text[0] in "—–" and 3 <= count <= 5:
        return text[-1] not in ".!?" and _is_capitalized(text[1:])
    return count <= 5 and folded.endswith(known.endings)


def _longest(openings: tuple[str, ...], folded: str) -> str:
    """The longest of the openings with which a line begins."""
    if not folded.startswith(openings):
        return ""
    return max((opening for opening in openings if folded.startswith(opening)), key=len)


# ---- what the place of a line tells ----------------------------------------------------------------------------------


def _lists(pieces: list[Paragraph], labels: list[Label | None], body: list[int]) -> Iterator[int]:
    """Menus before and after the article, lists of other stories, and lists of headlines before the article."""
    first, last = (body[0], body[-1]) if body else (len(pieces), -1)
    prose = set(body)
    in_list = False
    for number, piece in enumerate(pieces):
        if number in prose:
            in_list = False
        elif _opens_list(piece.text):
            in_list = number > first
            yield number
        elif in_list or (not first < number < last and _is_menu(piece.text)):
            yield number
    yield from _tickers(pieces, prose)
    bullets = [number for number in range(min(first, len(pieces))) if pieces[number].text[0] in BULLETS]
    if len(bullets) >= SHORTEST_LIST:
        yield from bullets
    lines = [piece.text for piece in pieces]
    yield from (*teasers(lines, prose, first), *listed_behind(lines, last))


_SHORTEST_DOUBLE = 5  # words


def _tickers(pieces: list[Paragraph], prose: set[int]) -> Iterator[int]:
    """A list of headlines with the time of each: "Economy 10:04"."""
    timed = [number for number, piece in enumerate(pieces) if _TICKER.fullmatch(piece.text)]
    if len(timed) >= SHORTEST_LIST:
        yield from (number for number in range(timed[0] - 1, min(timed[-1] + 2, len(pieces))) if number not in prose)


_TICKER = re.compile(r"(?:[A-Z][a-z]+(?: [a-z]+){0,2} ?)?\d\d:\d\d")


def _is_menu(text: str) -> bool:
    parts = _parts(text)
    if len(parts) < 2 or len(text) > _LONGEST_FURNITURE or _PROSE_END.search(text) or any(True for _ in full_dates(text)):
        return False
    if any(word in _words("titles").bodies for part in parts for word in part.casefold().split()):
        return False
    longest = max(len(part.split()) for part in parts)
    starts_home = len(parts) > 2 and _core(parts[0].casefold()) in _words("furniture").lines
    return starts_home or longest <= (3 if len(parts) > 2 else 2 if ":" not in text else 0)


def _doubled(pieces: list[Paragraph], labels: list[Label | None]) -> Iterator[int]:
    """The second copies of lines."""
    alike: dict[tuple[str, ...], list[int]] = {}  # lines by their first words
    for number, piece in enumerate(pieces):
        opening = piece.text.split(None, _SHORTEST_DOUBLE)[:_SHORTEST_DOUBLE]
        if labels[number] in (None, "caption") and len(opening) == _SHORTEST_DOUBLE:
            alike.setdefault(tuple(map(str.casefold, opening)), []).append(number)
    seen: set[str] = set()
    for number in (number for numbers in alike.values() if len(numbers) > 1 for number in numbers):
        line = _squashed(pieces[number].text)
        if line in seen:
            yield number
        seen.add(line)


# ---- the title -----------------------------------------------------------------------------------------------------


def _known_title(pieces: list[Paragraph], title: str) -> int | None:
    wanted = _squashed(title)
    return next((number for number, piece in enumerate(pieces) if _squashed(_without_section(piece.text)) == wanted), None)


def _title(
    pieces: list[Paragraph], labels: list[Label | None], body: list[int], dated: list[int], dateline: Dateline | None
) -> int | None:
    """The line before the article that reads most like its headline; failing that, one beside the line with the date."""
    first = body[0] if body else len(pieces)
    around_date = range(max(0, dated[0] - 3), min(len(pieces), dated[0] + 3)) if dated else range(0)
    for numbers in (range(first), around_date):
        lines = [
            number
            for number in numbers
            if labels[number] is None
            and not _is_prose(pieces[number].text)
            and pieces[number].text[0] not in BULLETS
            and not _is_issuer(pieces[number].text)
            and not _is_moment(pieces[number].text)
            and not (dateline and pieces[number].start == dateline.start)
            and (number < first or pieces[number].text[-1] != ".")
        ]
        for shortest in (4, 3):
            headlines = [number for number in lines if len(pieces[number].text.split()) >= shortest]
            if len(headlines) == 1:
                return headlines[0]
            if headlines:
                told = _told([pieces[number] for number in body[:_TOLD]], dateline.end if dateline else 0)
                retold = {number: _retold(pieces[number].text, told) for number in headlines}
                enough = max(retold.values()) / 4
                return next(number for number in headlines if retold[number] >= enough)
    return None


def _told(report: list[Paragraph], start: int) -> set[str]:
    """The stems of the words that stand in these paragraphs from character `start` on."""
    return {_stem(word) for piece in report for word in piece.text[max(0, start - piece.start) :].casefold().split()}


_TOLD = 4  # paragraphs


def _stem(word: str) -> str:
    return word.strip(_SIGNS)[:5]


def _is_moment(line: str) -> bool:
    """Whether a line is little but a day and a time: "2 Sep. 17:20 (UTC+3 MSK)"."""
    return len(line.split(None, 7)) < 8 and _CLOCK.search(line) is not None and bool(month_days(line))


_CLOCK = re.compile(r"\b\d\d?:\d\d\b")


def _retold(line: str, told: set[str]) -> int:
    """How many words of a line the first paragraphs of the article have too."""
    return len({stem for word in line.casefold().split() if len(stem := _stem(word)) > 3} & told)


def _without_section(title: str) -> str:
    """A headline like "Navy gets two ships | Headlines" without the name of the section."""
    line = _OTHER_SCRIPT.sub("", " ".join(title.split())) or " ".join(title.split())
    headline, _, section = line.rpartition(" | ")
    return headline if headline and len(section.split()) <= 2 else line


_OTHER_SCRIPT = re.compile(r"(?<=[a-z]) [^\x00-\u024f\u2000-\u20cf].*\Z")  # a headline told again in another script


def _is_issuer(text: str) -> bool:
    """Whether a line names the kind of document or the body that issues it, or stands in brackets."""
    known, folded, count = _words("titles"), _squashed(text), len(text.split(None, 13))
    if _core(folded) in known.kinds or (text[0] in "([" and (text[-1] in ")]" or count <= 6)):
        return True
    if count > 12 or not _is_capitalized(text, _SMALL_WORDS | {"defence", "defense"}):
        return False
    names = (*known.bodies, *known.offices) if count <= 4 else known.bodies
    openings = tuple(f"{name} {link} " for name in names for link in ("of", "for", "-", "–"))
    return folded.removeprefix("the ").startswith(openings) or (count <= 6 and folded.endswith(known.body_endings))


# ---- the publication date ------------------------------------------------------------------------------------------

_HEAD_OF_PROSE = 80


def _stamps(text: str, label: Label | None, is_prose: bool) -> list[Stamp]:
    """The dates that a piece gives as the article's own; running text does so only in its first words."""
    if label == "caption":
        return []
    if is_prose:
        head = text[:_HEAD_OF_PROSE]
        return [stamp for stamp in stamps(head, alone=False) if stamp.is_labelled and len(head[: stamp.start].split()) <= 3]
    of_section = label == "furniture" and text[0].isdigit() and _form(text) == "furniture"  # "20.12.2023 Europe"
    return [stamp for stamp in stamps(text) if of_section or label in (None, "byline") or stamp.is_labelled]


def _published(
    pieces: list[Paragraph], dated: dict[int, list[Stamp]], body: list[int], dateline: Dateline | None, text: str
) -> str | None:
    """Publication before update, the page's own date before a machine's, and the line nearest above the article first."""
    first, head_end = body[0] if body else len(pieces), body[2] if len(body) > 2 else len(pieces)
    reported = month_days(text[dateline.start : dateline.end]) if dateline else set()
    ranked = []
    for number, found in dated.items():
        is_machine = number == 0 and _MACHINE_DATE.fullmatch(pieces[0].text) is not None
        for stamp in found:
            rank = _OF_MACHINE if is_machine else _rank(stamp, in_head=number < head_end)
            if rank == _IN_HEAD and not _is_near(stamp, reported):
                continue
            ranked.append((rank, abs(first - number), pieces[number].start, stamp, pieces[number].text))
    if dateline and dateline.stamp:
        ranked.append((_IN_HEAD, len(pieces), dateline.start, dateline.stamp, text[dateline.start : dateline.end]))
    if not ranked:
        month = _MACHINE_DATE.match(text)
        return month[0].split()[-1] if month else None
    *_, stamp, line = min(ranked, key=lambda item: item[:3])
    return decide(stamp.days, line, text)


def _written(dateline: Dateline | None, title: str | None, published: str | None, text: str) -> str | None:
    """The day that the dateline, or else the headline at its end, bears, where that is one of the last before publication."""
    if published is None or len(published) < len("2021-09-16"):
        return None
    named = month_days(text[dateline.start : dateline.end]) if dateline else set()
    year = int(published[:4])
    days = [iso_day(y, month, day) for month, day in named for y in (year, year - 1) if is_day(y, month, day)]
    days += day_of_heading(title) if title and not days else ()
    return next((day for day in days if day <= published and distance(day, published) <= _ON_THE_WAY), None)


def _is_near(stamp: Stamp, reported: set[tuple[int, int]]) -> bool:
    """Whether a date fits the month and day of the dateline, where it has one: a page may bear the day on which it was read."""
    return not reported or any(
        distance(day, iso_day(int(day[:4]) + shift, month, number)) <= _SAME_NEWS
        for day in stamp.days
        for month, number in reported
        for shift in (-1, 0, 1)
        if is_day(int(day[:4]) + shift, month, number)
    )


_LABELLED, _IN_HEAD, _OF_MACHINE, _UPDATE, _AT_FOOT = range(5)
_SAME_NEWS, _ON_THE_WAY = 10, 3  # days


def _rank(stamp: Stamp, *, in_head: bool) -> int:
    """The lower, the likelier to be the publication date."""
    if stamp.is_update:
        return _UPDATE
    if stamp.is_labelled:
        return _LABELLED
    return _IN_HEAD if in_head else _AT_FOOT
