"""The dateline of a report: "SEOUL, Sept. 5 (Yonhap) --", "[Oslo]", "MINSK, 23 November (BelTA) –"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from extract.dates import full_dates
from extract.gazetteer import agencies, find_party, find_place, read_table
from extract.page.publication import Stamp
from extract.text.sentences import Paragraph
from extract.words.date_forms import tables


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where, and perhaps when, a report was written: characters `start` to `end`; `goes_on` is where it does."""

    place: str | None
    start: int
    end: int
    goes_on: tuple[int, ...]
    stamp: Stamp | None


def find_dateline(lines: Iterable[tuple[Paragraph, bool]], report: Iterable[Paragraph]) -> Dateline | None:
    """The dateline of a line right before the report (and whether text goes on right below it), or of the report itself."""
    above = next(_above(lines), None)
    if above is not None and above.stamp:
        return above
    opening = next(_openings(report), None)
    if above is None or (opening and (opening.stamp or not find_place(above.place or ""))):
        return opening
    return above


def _above(lines: Iterable[tuple[Paragraph, bool]]) -> Iterator[Dateline]:
    for line, goes_on in lines:
        if found := _whole_line(line.text, goes_on=goes_on) or _introduction(line.text):
            yield _as_dateline(found, line)


def _openings(report: Iterable[Paragraph]) -> Iterator[Dateline]:
    for number, paragraph in enumerate(report):
        if found := _opening(paragraph.text[:_REACH], is_first=not number):
            yield _as_dateline(found, paragraph)


@cache
def _pattern() -> re.Pattern[str]:
    months = "|".join(name for names in tables().months.values() for name in names)
    month = rf"(?:{months}|{months.upper()})\b\.?"
    day, year = r"\d{1,2}(?:st|nd|rd|th)?", r"\d{4}"
    month_first, day_first = rf"{month}\s{day}(?:(?:,?\s|/){year})?", rf"{day}[\s.](?:of\s)?{month}(?:[,.]?\s?{year})?"
    date = rf"(?:{month_first}|{day_first}|\d{{1,2}}[/.]\d{{1,2}}[/.]{year})"
    weekday = r"[A-Z][a-z]{2,8}[.,]{0,2}\s"
    name = rf"(?!{month}\s?\d|[A-Z][a-z]{{2,6}}day\b)[A-Z][\w.'’-]*(?:\s(?!{month}\s?\d)[A-Z][\w.'’-]*){{0,3}}"
    agency = r"\([A-Z][^()\n]{1,80}\)|/[A-Z][^/\n]{2,30}/(?:\s?-?\s?By\s[^/\n]{2,40}/)?"
    hijri = r"(?:,\s(?:[A-Z][\w'’ -]{3,20}\s\d{1,2},?\s1[34]\d\d|1[34]\d\d/\d\d/\d\d)(?:\sA?H)?,?(?:\scorresponding\sto)?)?"
    time = r"(?:,?\s\d{1,2}:\d\d)?(?:\s[–—―-](?=\s\())?"
    return re.compile(
        rf"""
        (?:(?P<place>{name}(?:\s?[/&]\s?{name})?)(?:,\s(?P<region>(?![A-Z][a-z]{{2,5}}day\b){name}))?(?:\s?\[[^\]\n]{{2,30}}\])?
           (?P<agency>,?\s?(?:{agency}))?{hijri}(?P<date>(?:,?|\s[–—])\s(?:{weekday})?{date})?{time}
          |(?P<only_date>(?:{weekday})?{date}))
        (?P<agency_after>[.,]?\s?(?:{agency}|(?<=,\s)(?:[A-Z][\w-]+(?=\s[—–―-])|[A-Z]{{4,12}}(?=\.\s))))?
        (?:\.\s[A-Z]{{4,12}}(?=\s[—–―-]))?
        (?P<mark>\.?\s?(?:--+|[—–―]|(?<=[\s./)\d])-(?=\s))|\s\||\s?:-?(?=\s)|(?<=\))(?=\s)|\.(?=\s)|(?<=/)(?=\s)|(?<=\d)(?=\s[A-Z][a-z])|\s?\Z)\s*
        """,
        re.VERBOSE,
    )


_BRACKETED = re.compile(r"[(\[](?P<inside>[A-Z][^()\[\].\n]{2,50}(?:\.\s\d{1,2})?)[)\]]\s+(?=[A-Z\"“])")
_TIME_OF_DAY = re.compile(r",? \d\d?:\d\d(?: ?[AaPp][Mm])?(?: \(?[A-Z]{2,4}\)?)?\Z")
_BEFORE_AGENCY = re.compile(r"(?<=\w{4})\. [A-Z]{4,}\Z")  # "ASTANA. KAZINFORM"
_REACH = 140
_LONGEST_BRACKET = 8  # words


def _whole_line(text: str, *, goes_on: bool) -> re.Match[str] | None:
    """A dateline with a line of its own: with a date, or a place in capitals right above the text."""
    found = _pattern().fullmatch(_TIME_OF_DAY.sub("", text)) if len(text) <= _REACH else None
    if not found or not _is_place(found):
        return None
    is_told = found["date"] or (found["agency"] and find_place(found["place"]))
    return found if is_told or (goes_on and text.isupper() and len(text.split()) <= 2) else None


def _introduction(text: str) -> re.Match[str] | None:
    """A dateline of a line that only introduces what follows ("WASHINGTON — The readout below comes from the spokesman:")."""
    return _opening(text, is_first=False) if text[-1] == ":" and len(text.split(None, 4)) == 5 else None


def _opening(text: str, *, is_first: bool) -> re.Match[str] | None:
    """A dateline with which a paragraph opens."""
    bracketed = _BRACKETED.match(text)
    if bracketed and len(bracketed["inside"].split()) <= _LONGEST_BRACKET and _known_place(bracketed["inside"]):
        return bracketed
    found = _pattern().match(text)
    return found if found and _opens_report(found, is_first=is_first) else None


def _known_place(words: str) -> str | None:
    """The part between commas that is a known place: "Taipei" of "Staff Correspondent, Taipei, Feb. 22"."""
    return next((part for part in words.split(",") if find_place(part) or find_party(part)), None)


def _as_dateline(found: re.Match[str], piece: Paragraph) -> Dateline:
    parts = found.groupdict()
    dates = full_dates(parts.get("only_date") or parts.get("date") or parts.get("agency") or parts.get("inside") or "")
    stamp = next((Stamp(0, 0, days, is_update=False, is_labelled=False) for _, _, days in dates), None)
    place, after = parts.get("place") or _known_place(parts.get("inside", "")), piece.start + found.end()
    goes_on = (after,) if after < piece.end else ()
    place = place and _BEFORE_AGENCY.sub("", place).strip(" .")
    place = None if place in agencies() else place and _without_agency(place)
    return Dateline(place, piece.start, piece.start + len(found[0].rstrip()), goes_on, stamp)


def _without_agency(place: str) -> str:
    """The place behind the letters of an agency: "Phnom Penh" of "AKP Phnom Penh"."""
    letters, _, rest = place.partition(" ")
    return rest if letters.isupper() and not rest.isupper() and find_place(rest) else place


def _opens_report(found: re.Match[str], *, is_first: bool) -> bool:
    """Whether what stands before a dash, colon or full stop at the start of a paragraph is a dateline."""
    place, mark = found["place"], found["mark"].strip()
    if place is None:
        return mark not in ("", ".") and any(True for _ in full_dates(found["only_date"]))
    if not _is_place(found):
        return False
    if not mark and found[0].rstrip()[-1].isdigit() and found.end() < len(found.string):
        return find_place(place) is not None  # "Oslo, May 4 The minister …"
    if not mark:
        return bool(found["date"] or any(True for _ in full_dates(found["agency"] or "")))
    if found["agency"] or found["agency_after"] or found["date"]:
        return True
    if mark == ".":
        return (place.isupper() or is_first) and not found["region"] and _MAY_END_AS_PLACE.fullmatch(place) is not None
    longest = 2 if mark == ":" else 3
    return (place.isupper() and len(place) > 2) or (is_first and len(place.split()) <= longest)


_MAY_END_AS_PLACE = re.compile(r"(?:[^\W\d_][\w'’-]+ )?[^\W\d_][\w'’-]{3,}")


@cache
def _not_places() -> frozenset[str]:
    return frozenset(read_table("layout")["datelines"]["not_places"])


_SITE = re.compile(r"\w\.[A-Za-z]{2,3}\Z")


def _is_place(found: re.Match[str]) -> bool:
    if not found["place"]:
        return False
    if _SITE.search(found["place"]):
        return False
    words = {word.strip(".,").casefold() for word in f"{found['place']} {found['region'] or ''}".split()}
    return words.isdisjoint(_not_places()) and not any(word.endswith("day") for word in words)
