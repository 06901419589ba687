"""Dates: every expression of a date in a text, resolved against the day on which the article was published.

The grammar is regular and stands in data/dates.toml. A weekday, or a date without a year, has two readings: the nearest one in
the past, for what is reported, and the nearest in the future, for what is announced. Only the sentence tells which is meant.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc

from extract.text.calendar import (
    Period,
    add_days,
    add_months,
    add_years,
    distance,
    is_day,
    iso_day,
    weekday_after,
    weekday_before,
)
from extract.text.marked import Marked, mark, marked
from extract.text.tokens import words
from extract.words.date_forms import matches, openings, tables

Kind = Literal["day", "month", "year", "weekday", "relative", "same_day", "offset"]

Doc.set_extension("published", default=None, force=True)
Doc.set_extension("dates", default=(), force=True)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a date expression says: `past` in a report, `future` in an announcement; None where it cannot be resolved.

    `shift`, of the kinds `same_day` and `offset`, is the number of days from the day the text last spoke of.
    """

    kind: Kind
    past: Period | None = None
    future: Period | None = None
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression: tokens `start` to `end` (exclusive) of the Doc, and its reading, as in `Reading`."""

    start: int
    end: int
    kind: Kind
    past: Period | None
    future: Period | None
    shift: int | None = None


@Language.component("defense_dates", requires=["doc._.published"], assigns=["doc._.dates", "doc.spans"])
def defense_dates(doc: Doc) -> Doc:
    """Set `doc._.dates`, the date expressions outside site furniture in text order, and `doc.spans["dates"]`."""
    found = words(doc)
    furniture = [found.characters(span.start, span.end) for span in marked(doc, "furniture")]
    told = doc._
    mentions = []
    dates = find_dates(found.whole, told.written or told.published, openings(found))
    for start_char, end_char, reading in _outside(dates, furniture):
        start, end = bisect_right(found.offsets, start_char) - 1, bisect_right(found.offsets, end_char - 1)
        mentions.append(DateMention(start, end, reading.kind, reading.past, reading.future, reading.shift))
    told.dates = tuple(mentions)
    mark(doc, "dates", (Marked(m.start, m.end, m.kind, m.past.start if m.past else "") for m in mentions))
    return doc


def _outside(found: Iterator[tuple[int, int, Reading]], regions: list[tuple[int, int]]) -> Iterator[tuple[int, int, Reading]]:
    """What lies in none of the regions, which are sorted and apart."""
    starts = [start for start, _ in regions]
    for item in found:
        before = bisect_right(starts, item[0]) - 1
        if before < 0 or item[0] >= regions[before][1]:
            yield item


_FIRST_YEAR, _LAST_YEAR = "1800", "2200"  # what else metadata may hold as a publication date ("0001-01-01") is no date


def resolve_date(text: str, published: str | None) -> Reading | None:
    """The reading of the first date expression in `text`, None where there is none."""
    return next((reading for _, _, reading in find_dates(text, published)), None)


def find_dates(
    text: str, published: str | None = None, starts: Iterable[int] | None = None
) -> Iterator[tuple[int, int, Reading]]:
    """The date expressions of a text: first character, end (exclusive) and reading, in text order.

    `published` is an ISO day; without it weekdays, relative dates and dates without a year stay unresolved. `starts` as
    in `matches`.
    """
    if published and not _FIRST_YEAR <= published[:4] <= _LAST_YEAR:
        published = None
    for start, end, form, groups in matches(text, starts):
        reading = _READERS[form.kind](groups, published)
        if reading:
            yield start, end, reading


def full_dates(line: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """The dates of a line that name day, month and year: first character, end (exclusive) and the ISO days they can stand for.

    "07/10/2021" can stand for two days, the one with the day first comes first.
    """
    for start, end, form, groups in matches(line):
        if form.kind == "day" and not groups.get("day2") and "of_year" not in groups:
            days = tuple(iso_day(year, month, day) for year, month, day in _days(groups) if year)
            if days:
                yield start, end, days


def month_days(text: str) -> set[tuple[int, int]]:
    """The (month, day) pairs that a text names with the name of the month."""
    return {
        (month, day)
        for _, _, form, groups in matches(text)
        if form.kind == "day" and "month" in groups
        for _, month, day in _days(groups)
    }


# ---- reading -------------------------------------------------------------------------------------------------------

_Groups = Mapping[str, str]
_Day = tuple[int, int, int]  # year, month and day; 0 where the text leaves it out


def _read_day(groups: _Groups, published: str | None) -> Reading | None:
    """A day or a range of days. A missing year or month is that of the nearest such day."""
    starts = _days(groups)
    if not starts:
        return None
    if len(starts) == 2 and published:
        starts.sort(key=lambda day: distance(iso_day(*day), published))
    year, month, day = starts[0]
    last_month, last_day = _month_number(groups.get("month2")) or month, int(groups.get("day2", 0))
    wraps = last_month < month
    if "direction" in groups and published and not month:
        year, month = map(int, add_months(published, _direction(groups["direction"])).split("-"))
    if "of_year" in groups and published:
        year = int(published[:4]) + _direction(groups["of_year"])
    if year:
        period = _day_period((year, month, day), (year + wraps, last_month, last_day))
        return Reading("day", period, period) if period else None
    if not published or "of_year" in groups:
        return Reading("day")
    past, _ = _nearest_days(month, day, published)
    _, future = _nearest_days(last_month, last_day or day, published)
    if not past or not future:
        return None
    past_year, future_year = int(past[:4]), int(future[:4]) - wraps
    past_month, future_month = month or int(past[5:7]), month or int(future[5:7])
    return Reading(
        "day",
        _day_period((past_year, past_month, day), (past_year + wraps, last_month or past_month, last_day)),
        _day_period((future_year, future_month, day), (future_year + wraps, last_month or future_month, last_day)),
    )


def _days(groups: _Groups) -> list[_Day]:
    """The days that the first date can stand for: two for "07/10/2021", the day first and the month first."""
    year = int(groups.get("year") or groups.get("year2") or 0)
    if "short_year" in groups:
        year = (1900 if groups["short_year"] > "50" else 2000) + int(groups["short_year"])
    if "first" in groups:
        one, two = int(groups["first"]), int(groups["second"])
        return list(dict.fromkeys(day for day in ((year, two, one), (year, one, two)) if is_day(*day)))
    month, day = int(groups.get("month_number") or _month_number(groups.get("month"))), int(groups["day"])
    if "year" not in groups and "year2" in groups and month > _month_number(groups.get("month2")) > 0:
        year -= 1
    return [(year, month, day)] if is_day(year or 2000, month or 1, day) else []


def _day_period(first: _Day, last: _Day) -> Period | None:
    if not is_day(*first):
        return None
    start = iso_day(*first)
    end = iso_day(*last) if last[2] and is_day(*last) else None
    return Period(start, end if end and end > start else None)


# A report of the 5th may bear the 4th: midnight does not come everywhere at once.
_NEAR = 1


def _nearest_days(month: int, day: int, published: str) -> tuple[str | None, str | None]:
    """The nearest such days before and after publication; month 0 is any month."""
    year = int(published[:4])
    months = [month] if month else range(1, 13)
    days = [iso_day(y, m, day) for y in range(year - 4, year + 5) for m in months if is_day(y, m, day)]
    latest, earliest = add_days(published, _NEAR), add_days(published, -_NEAR)
    return max((it for it in days if it <= latest), default=None), min((it for it in days if it >= earliest), default=None)


def _read_month(groups: _Groups, published: str | None) -> Reading | None:
    number, last = _month_number(groups["month"]), _month_number(groups.get("month2"))
    if "year" in groups:
        year = int(groups["year"]) - (last > 0 and last < number)
        return _same(Reading("month"), _month_period(year, number, last))
    if not published:
        return Reading("month")
    year, now = int(published[:4]), int(published[5:7])
    if "of_year" in groups:
        return _same(Reading("month"), _month_period(year + _direction(groups["of_year"]), number, last))
    if "direction" in groups:
        direction = _direction(groups["direction"])
        year += (direction > 0 and number <= now) - (direction < 0 and number >= now)
        return _same(Reading("month"), _month_period(year, number, last))
    before, after = year - (number > now), year + (number < now)
    return Reading("month", _month_period(before, number, last), _month_period(after, number, last))


def _month_period(year: int, month: int, last: int) -> Period:
    return Period(f"{year:04}-{month:02}", f"{year + (last < month):04}-{last:02}" if last else None)


def _read_year(groups: _Groups, published: str | None) -> Reading | None:
    last = groups.get("year2")
    return _same(Reading("year"), Period(groups["year"], last if last and last > groups["year"] else None))


def _read_weekday(groups: _Groups, published: str | None) -> Reading | None:
    if not published:
        return Reading("weekday")
    number = _weekday_number(groups["weekday"])
    further = (_weekday_number(groups["weekday2"]) - number) % 7 if "weekday2" in groups else 0
    if "week_direction" in groups:
        monday = add_days(weekday_before(published, 0), 7 * _direction(groups["week_direction"]))
        return _same(Reading("weekday"), _days_from(add_days(monday, number), further))
    direction = _direction(groups["direction"]) if "direction" in groups else 0
    if direction < 0:
        return _same(Reading("weekday"), Period(weekday_before(add_days(published, -1), number)))
    if direction > 0:
        return _same(Reading("weekday"), Period(weekday_after(add_days(published, 1), number)))
    past, future = weekday_before(published, number), weekday_after(published, number)
    return Reading("weekday", _days_from(past, further), _days_from(future, further))


def _weekday_number(name: str) -> int:
    return list(tables().weekdays).index(name.title())


def _days_from(first: str, further: int) -> Period:
    """The first day and those that follow it, "Monday to Wednesday"."""
    return Period(first, add_days(first, further) if further else None)


def _read_relative(groups: _Groups, published: str | None) -> Reading | None:
    if not published:
        return Reading("relative")
    if "day_word" in groups:
        return _same(Reading("relative"), Period(add_days(published, tables().day_words[_key(groups["day_word"])])))
    count = _direction(groups["direction"]) if "direction" in groups else -_number(groups.get("number", "0"))
    return _same(Reading("relative"), Period(_moved(published, _unit(groups["unit"]), count)))


def _moved(published: str, unit: str, count: int) -> str:
    """`count` units from publication, as precise as the unit; a week is worth its month, a season its year."""
    match unit:
        case "day":
            return add_days(published, count)
        case "week" if count == 0:
            return _common(weekday_before(published, 0), published)
        case "week":
            return add_days(published, 7 * count)[:7]
        case "fortnight":
            return add_days(published, 14 * count)[:7]
        case "month":
            return add_months(published, count)
        case "year":
            return add_years(published, count)
    first, last = tables().seasons[unit]
    month = int(published[5:7])
    return add_years(published, -(last >= month) if count < 0 else (first <= month) if count else 0)


def _common(first: str, last: str) -> str:
    """The month that two days share, else their year; of two years the later day's month."""
    return next((last[:size] for size in (7, 4) if first[:size] == last[:size]), last[:7])


def _read_shift(groups: _Groups, published: str | None) -> Reading | None:
    days = tables().shifts[_key(groups["shift"])]
    return Reading("offset" if days else "same_day", shift=days)


_READERS: dict[str, Callable[[_Groups, str | None], Reading | None]] = {
    "day": _read_day,
    "month": _read_month,
    "year": _read_year,
    "weekday": _read_weekday,
    "relative": _read_relative,
    "offset": _read_shift,
}


def _same(reading: Reading, period: Period) -> Reading:
    """The reading with one period for past and future."""
    return replace(reading, past=period, future=period)


def _key(words: str) -> str:
    return " ".join(words.split()).lower()


def _month_number(name: str | None) -> int:
    return _month_numbers()[name.lower().rstrip(".")] if name else 0


@cache
def _month_numbers() -> dict[str, int]:
    table = tables()
    both = enumerate(zip(table.months.values(), table.foreign_months.values(), strict=True), 1)
    return {name.lower(): number for number, (own, foreign) in both for name in (*own, *foreign)}


def _direction(words: str) -> int:
    return tables().directions[_key(words)]


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else tables().numbers[word.lower()]


def _unit(word: str) -> str:
    return next(unit for unit, names in tables().units.items() if word in names)
