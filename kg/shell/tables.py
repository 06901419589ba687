"""Answers as the shell prints them: a table to read, JSON with every source, CSV for spreadsheets."""

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, NamedTuple, TypeAlias

from kg.kinds import RELATIONS
from kg.terminal import print_csv, print_json, print_notice, print_table

Form: TypeAlias = Literal["table", "json", "csv"]


class Table(NamedTuple):
    """The class of `kg.questions.answers` that has these columns, each with what stands in it."""

    answer: str
    columns: Mapping[str, Callable[[Any], str]]


def print_answers(answers: Sequence[Any], table: Table, form: Form = "table") -> None:
    """Answers in a form; that there are none is said on standard error."""
    if form == "json":
        print_json(map(dataclasses.asdict, answers))
    elif form == "csv":
        print_csv(_csv_header(table), map(_csv_row, answers))
    elif answers:
        print_table(list(table.columns), ([cell(answer) for cell in table.columns.values()] for answer in answers))
    else:
        print_notice("kg: the articles tell of nothing that answers this")


def _csv_header(table: Table) -> list[str]:
    """The fields of the answer, the last of them, `sources`, as several columns."""
    from kg.questions import answers
    from kg.sources import SOURCE_COLUMNS

    return [*(field.name for field in dataclasses.fields(getattr(answers, table.answer))[:-1]), *SOURCE_COLUMNS]


def _csv_row(answer: Any) -> list[Any]:
    from kg.sources import SOURCE_COLUMNS, source_columns

    values = [getattr(answer, field.name) for field in dataclasses.fields(answer)[:-1]]
    sources = source_columns(answer.sources, sentence_mark=" | ")
    cells = ("; ".join(value) if isinstance(value, tuple) else value for value in values)
    return [*cells, *(sources.get(column) for column in SOURCE_COLUMNS)]


# ---- cells ---------------------------------------------------------------------------------------------------------


def _when(event: Any) -> str:
    return f"{event.date} to {event.end}" if event.end else event.date or ""


def _seen(official: Any) -> str:
    days = dict.fromkeys(day for day in (official.first_seen, official.last_seen) if day)
    return " to ".join(days)


def _somebody(name: str, kind: str, country: str | None) -> str:
    if kind != "official":
        return _party(name)
    return f"{name} ({country})" if country else name


def _doer(activity: Any) -> str:
    if activity.kind == "dyad":
        return f"{_party(activity.name)} – {_party(activity.other)}"
    return _somebody(activity.name, activity.kind, activity.country)


def _party(code: str) -> str:
    from extract.gazetteer import party_label

    return party_label(code)


def _words(term: str) -> str:
    return term.replace("_", " ")


def _count(name: str) -> Callable[[Any], str]:
    return lambda answer: str(getattr(answer, name))


def _articles(answer: Any) -> str:
    """The articles that an answer rests on, copies of one text together: ``a (copies: b, c), d``."""
    from kg.sources import texts

    return ", ".join(_text(*articles) for articles in texts(answer.sources))


def _text(article: str, *copies: str) -> str:
    if not copies:
        return article
    return f"{article} ({'copy' if len(copies) == 1 else 'copies'}: {', '.join(copies)})"


def _sources(answer: Any) -> str:
    """How many sources an answer rests on, copies of one text being one: ``2 in 4 articles``."""
    from kg.sources import texts

    found = texts(answer.sources)
    articles = sum(map(len, found))
    return f"{len(found)} in {articles} articles" if articles > len(found) else str(articles)


# ---- tables --------------------------------------------------------------------------------------------------------

ENCOUNTER = Table(
    "Encounter",
    {
        "date": _when,
        "who": lambda met: _somebody(met.person, met.person_kind, met.person_country),
        "with whom": lambda met: _somebody(met.other, met.other_kind, met.other_country),
        "meeting": lambda met: met.meeting if met.status == "held" else f"{met.meeting} ({met.status})",
        "place": lambda met: met.place or "",
        "article": _articles,
    },
)
MEETING = Table(
    "MeetingAnswer",
    {
        "date": _when,
        "meeting": lambda meeting: meeting.meeting,
        "status": lambda meeting: meeting.status,
        "parties": lambda meeting: " ".join(meeting.parties),
        "officials": lambda meeting: ", ".join(meeting.officials),
        "place": lambda meeting: meeting.place or meeting.place_country or "",
        "article": _articles,
    },
)
RELATION = Table(
    "RelationAnswer",
    {
        "date": lambda relation: relation.date or "",
        "who": lambda relation: relation.source,
        "what": lambda relation: _words(relation.kind),
        "whom": lambda relation: relation.target,
        "detail": lambda relation: relation.detail or "",
        "amount": lambda relation: f"{relation.amount:,.0f} {relation.currency or ''}".strip() if relation.amount else "",
        "article": _articles,
    },
)
OFFICIAL = Table(
    "OfficialAnswer",
    {
        "name": lambda official: official.name,
        "country": lambda official: official.country or "",
        "office": lambda official: official.role or "",
        "class": lambda official: _words(official.role_class),
        "seen": _seen,
        "article": _articles,
    },
)
SPELLING = Table(
    "Spelling",
    {
        "official": lambda spelling: spelling.name,
        "spelling": lambda spelling: spelling.spelling,
        "article": _articles,
    },
)
TENURE = Table(
    "Tenure",
    {
        "first seen": lambda tenure: tenure.first_seen or "",
        "last seen": lambda tenure: tenure.last_seen or "",
        "former by": lambda tenure: tenure.former_by or "",
        "office": lambda tenure: tenure.role or _words(tenure.office),
        "class": lambda tenure: _words(tenure.office),
        "alongside": lambda tenure: ", ".join(map(_words, tenure.alongside)),
        "overlaps": lambda tenure: ", ".join(tenure.overlaps),
        "before": lambda tenure: tenure.predecessor or "",
        "after": lambda tenure: tenure.successor or "",
        "article": _articles,
    },
)
EVENT = Table(
    "TimelineEvent",
    {
        "date": _when,
        "kind": lambda event: _words(event.kind) if event.status in (None, "held") else f"{event.status} {event.kind}",
        "parties": lambda event: " ".join(event.parties),
        "what": lambda event: event.what or "",
        "officials": lambda event: ", ".join(event.officials),
        "place": lambda event: event.place or "",
        "article": _articles,
    },
)
COUNTERPART = Table(
    "Counterpart",
    {
        "who": lambda met: _somebody(met.other, met.other_kind, met.other_country),
        "meetings": lambda met: str(met.meetings),
        "multilateral": lambda met: str(met.multilateral),
        "first": lambda met: met.first or "",
        "last": lambda met: met.last or "",
        "article": _articles,
    },
)
COMPARISON = Table(
    "Comparison",
    {
        "from": lambda period: period.since or "",
        "to": lambda period: period.until or "",
        **{_words(kind): _count(kind) for kind in ("meetings", "forums", *RELATIONS)},
        "sources": _sources,
    },
)
ACTIVITY = Table(
    "Activity",
    {
        "who": _doer,
        **{kind: _count(kind) for kind in ("meetings", "relations", "forums")},
        "first": lambda activity: activity.first or "",
        "last": lambda activity: activity.last or "",
        "sources": _sources,
    },
)
