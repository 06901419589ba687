"""The dates that the lines of a page give as its own: labelled ("Published :"), or on a line of their own."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel, ConfigDict

from extract.dates import full_dates, month_days
from extract.gazetteer import read_table
from extract.text.calendar import distance, weekday
from extract.words.date_forms import tables


@dataclass(frozen=True, slots=True)
class Stamp:
    """Characters `start` to `end` (exclusive) of a line that date the page, and the ISO days they can stand for."""

    start: int
    end: int
    days: tuple[str, ...]
    is_update: bool
    is_labelled: bool


def stamps(line: str, *, alone: bool = True) -> list[Stamp]:
    """The dates of a line that are labelled, or, if `alone`, on a line with hardly anything else."""
    dates = list(full_dates(line)) if _MAY_HOLD_DATE.search(line) else []
    if not dates:
        return []
    found, offset = [], 0
    by_itself = alone and _is_bare(_AGE.sub(_blank, line), [(start, end) for start, end, _ in dates])
    for start, end, days in dates:
        label = _label(_CLOCK_DOTS.sub(r"\1m", line[offset:start]))
        if label or by_itself:
            found.append(Stamp(start, end, days, is_update=label == "update", is_labelled=label is not None))
        offset = end
    return found


def decide(days: tuple[str, ...], line: str, text: str) -> str:
    """The day that a date stands for.

    "07/10/2021" is decided by a weekday on its line, by the dates of the text, by American time zones; otherwise the day comes
    first, as in most of the world.
    """
    if len(days) == 1:
        return days[0]
    names = [number for number, name in enumerate(tables().weekdays) if name[:3].lower() in line.lower()]
    fitting = [day for day in days if weekday(day) in names]
    if len(fitting) == 1:
        return fitting[0]
    told = [f"{day[:4]}-{month:02}-{number:02}" for day in days[:1] for month, number in month_days(text)]
    near = [day for day in days if any(distance(day, other) <= _SAME_NEWS for other in told)]
    if len(near) == 1:
        return near[0]
    return days[1] if _AMERICAN_TIME.search(text) else days[0]


def day_of_heading(title: str) -> tuple[str, ...]:
    """The day set apart at the end of a headline: "Press Briefing – 7 February 2022"."""
    dates = list(full_dates(title)) if _MAY_HOLD_DATE.search(title) else []
    ends = bool(dates) and not title[dates[-1][1] :].strip(" )]")
    return dates[-1][2] if ends and _SET_APART.search(title[: dates[-1][0]]) else ()


_SET_APART = re.compile(r"(?:[,(\[|:]| [-–—])\s*\Z")
_MAY_HOLD_DATE = re.compile(r"\d(?:(?:(?<=1)9|(?<=2)0)\d\d|/\d\d?/\d\d|[ -][A-Za-z]{3,4}\.?[ -]\d\d)")
_AMERICAN_TIME = re.compile(r"\d ?(?:[AaPp]\.?[Mm]\.? )?(?:E[SD]?T|C[SD]T|P[SD]T)\b")
_SAME_NEWS = 10  # days between an event and its report
_TIME = re.compile(r"\d{1,2}[:.h]\d\d")
_SITE = re.compile(r"\b[\w-]{2,40}(?:\.[\w-]{2,40})?\.[a-z]{2,4}\b")  # "Agenda.ge", "news.agenda.ge"
_WORD = re.compile(r"[^\W\d_]+")
_AGE = re.compile(r"\b(?:last )?(?:updated?|modified|edited):? +(?:\w+ ){0,2}\d+ \w+ ago\b", re.IGNORECASE)
_CLOCK_DOTS = re.compile(r"\b([ap])\.m\.")
_BYLINE = re.compile(r"(?:Written |Text |Story |Posted )?[Bb]y\s|(?:Text|Szöveg|Author|Source):\s")
_BEHIND_BAR = re.compile(r"\|\s*\Z")
_LONGEST_LINE, _AFTER_DATE = 110, 3  # characters; words
_LABEL_REACH = 90
_WITHIN = r"(?:[^.!?]|(?<=[ap])\.(?=m\.)|(?<=[ap]\.m)\.)"  # no full stop but those of "p.m."


class Labels(BaseModel):
    """The part [published] of data/layout.toml."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    labels: tuple[str, ...]
    updates: tuple[str, ...]
    beside: frozenset[str]


@cache
def _labels() -> Labels:
    return Labels(**read_table("layout")["published"])


@cache
def _label_pattern() -> re.Pattern[str]:
    def either(words: Iterable[str]) -> str:
        return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))

    labels = _labels()
    label = rf"(?P<update>{either(labels.updates)})|{either(labels.labels)}"
    return re.compile(rf"(?<![a-z])(?:{label})\b(?={_WITHIN}{{0,60}}\Z)")


def _label(before: str) -> str | None:
    """What the words before a date call it: "update", "publication" or nothing."""
    found = list(_label_pattern().finditer(before[-_LABEL_REACH:].lower()))
    return ("update" if found[-1]["update"] else "publication") if found else None


def _is_bare(line: str, dates: list[tuple[int, int]]) -> bool:
    """Whether a line holds dates and little else: times, places, agencies."""
    if _BYLINE.match(line) or _BEHIND_BAR.search(line[: dates[-1][0]]):
        return len(line) <= _LONGEST_LINE and len(_WORD.findall(line[dates[-1][1] :])) <= _AFTER_DATE
    line = _SITE.sub(_blank, line)
    rest = [word for word in _words_beside(line, dates) if word.lower() not in _labels().beside]
    room = 6 if _TIME.search(line) or "|" in line or "/" in line else 3
    return len(rest) <= room and ("|" in line or not any(word.islower() for word in rest))


def _blank(found: re.Match[str]) -> str:
    """As many blanks as what was found has characters."""
    return " " * len(found[0])


def _words_beside(line: str, dates: list[tuple[int, int]]) -> Iterator[str]:
    weekdays = {name[:3].lower() for name in tables().weekdays}
    offset = 0
    for start, end in [*dates, (len(line), len(line))]:
        for word in _WORD.findall(line[offset:start]):
            if not (word[:3].lower() in weekdays and (len(word) <= 4 or word.lower().endswith("day"))):
                yield word
        offset = end
