"""What the reports of one meeting come to together, and where they disagree.

A meeting that any report tells as held was held, whatever was planned or cancelled before; one that was cancelled after it was
planned is cancelled. The reports of that status tell when and where it was, if they tell it at all: the most precise value
wins, then the one that most articles have, then the lowest. So a date that came from a dateline loses to the day before it.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from extract.gazetteer import fold
from extract.record import Meeting
from extract.text.calendar import earliest_latest

_STATUSES = ("held", "cancelled", "planned")


def status(meetings: Iterable[Meeting]) -> str:
    """What became of the meeting."""
    told = {meeting.status for meeting in meetings}
    return next((known for known in _STATUSES if known in told), min(told))


def date_and_end(meetings: Sequence[Meeting]) -> tuple[str | None, str | None]:
    """The date, and the last day if the meeting took several."""
    told = [(meeting.date, meeting.end) for meeting in meetings if meeting.date]
    settled = [(meeting.date, meeting.end) for meeting in _settled(meetings) if meeting.date]
    return _commonest(settled or told, lambda days: (len(days[0] or ""), days[1] is not None)) or (None, None)


def likeliest_date(dates: Iterable[str | None]) -> str | None:
    """The most precise date, then the commonest, then the first."""
    found: str | None = _commonest([date for date in dates if date], len)
    return found


def value(meetings: Sequence[Meeting], name: str) -> Any:
    """The value of a field that has one: the fullest that a report of the settled status, or else any, tells."""
    told = [known for meeting in meetings if (known := getattr(meeting, name)) is not None]
    settled = [known for meeting in _settled(meetings) if (known := getattr(meeting, name)) is not None]
    return _commonest(settled or told, lambda known: len(str(known)) if name == "name" else 0)


def widest(meetings: Iterable[Meeting]) -> Meeting:
    """The report that names most parties, the first among equals."""
    return max(meetings, key=lambda meeting: len(meeting.parties))


def mode(meetings: Iterable[Meeting]) -> str:
    """The mode, which is in person where no report tells another."""
    return _commonest([meeting.mode for meeting in meetings], lambda mode: mode != "in_person") or "in_person"


def disagreements(told: Iterable[tuple[str, Meeting]]) -> tuple[str, ...]:
    """Each attribute that reports of the settled status tell differently, with its values and the articles that have them.

    A report is (article id, meeting). A value that another makes more precise ("2021-09", "Ha Noi") is no other value:
    ``date: 2021-09-08 (a, c), 2021-09-09 (b)``.
    """
    reports = list(told)
    settled = status(meeting for _, meeting in reports)
    return tuple(_disagreements([(article, meeting) for article, meeting in reports if meeting.status == settled]))


def _settled(meetings: Sequence[Meeting]) -> list[Meeting]:
    became = status(meetings)
    return [meeting for meeting in meetings if meeting.status == became]


def _commonest(values: Sequence[Any], precision: Callable[[Any], Any]) -> Any:
    if not values:
        return None
    counts = Counter(values)
    most = max((precision(known), count) for known, count in counts.items())
    return min((known for known, count in counts.items() if (precision(known), count) == most), key=str)


def _disagreements(reports: Sequence[tuple[str, Meeting]]) -> Iterator[str]:
    for name, agree in _ATTRIBUTES.items():
        articles: dict[Any, set[str]] = defaultdict(set)
        for article, meeting in reports:
            known = getattr(meeting, name)
            if known is not None and not (name == "mode" and known == "in_person"):
                articles[known].add(article)
        values = sorted(articles, key=str)
        differing = [a for a in values if any(not agree(str(a), str(b)) for b in values)]
        if differing:
            told = (f"{known} ({', '.join(sorted(articles[known]))})" for known in differing)
            yield f"{name}: {', '.join(told)}"


def _days_agree(one: str, other: str) -> bool:
    (first, last), (others_first, others_last) = earliest_latest(one), earliest_latest(other)
    return first <= others_last and others_first <= last


def _words_agree(one: str, other: str) -> bool:
    some, others = set(fold(one).split()), set(fold(other).split())
    return some <= others or others <= some


def _equal(one: str, other: str) -> bool:
    return one == other


_ATTRIBUTES: dict[str, Callable[[str, str], bool]] = {
    "date": _days_agree,
    "end": _days_agree,
    "mode": _equal,
    "ordinal": _equal,
    "place": _words_agree,
    "place_country": _equal,
}
