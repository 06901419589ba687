"""The questions in the shell: one thin command for each, with the tables that its answers are printed in."""

import dataclasses
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.terminal import print_json, print_notice, print_table

if TYPE_CHECKING:
    from kg import DefenseGraph, Encounter

STORE = Path("graph/graph.db")

Person = Annotated[str | None, typer.Argument(metavar="PERSON", help="An official, in any spelling; everybody if left out.")]
Party = Annotated[str | None, typer.Argument(metavar="A", help="A country or organization, in any spelling.")]
OtherParty = Annotated[str | None, typer.Argument(metavar="B", help="Another: only what is between the two.")]
Kind = Annotated[str | None, typer.Option(help="visited, agreed, signed, upgraded_ties, aided, supplied_arms or exercised.")]
Office = Annotated[str | None, typer.Option(help="Only those reported in this office, such as defense_minister.")]
Graph = Annotated[Path, typer.Option("--graph", help="The store that `kg build` wrote.")]
Country = Annotated[str | None, typer.Option(help="Only with this country or organization, in any spelling.")]
Since = Annotated[str | None, typer.Option(metavar="DATE", help="From this day, month or year on: 2021-09-08, 2021-09, 2021.")]
Until = Annotated[str | None, typer.Option(metavar="DATE", help="Up to and with this day, month or year.")]
Status = Annotated[str, typer.Option(help="held, planned, cancelled or any.")]
Undated = Annotated[bool, typer.Option("--undated", help="With --since or --until: undated facts too.")]
AsJson = Annotated[bool, typer.Option("--json", help="A JSON array, each answer with its sources.")]

asking = typer.Typer(help="The questions.")


@asking.command()
def met(
    person: Person = None,
    country: Country = None,
    since: Since = None,
    until: Until = None,
    status: Status = "held",
    undated: Undated = False,
    graph: Graph = STORE,
    as_json: AsJson = False,
) -> None:
    """Who met whom, when and where."""
    asked = _open(graph)
    if person is None:
        answers = asked.who_met_whom(country=country, since=since, until=until, status=status, undated=undated)
    else:
        answers = asked.who_met(person, country=country, since=since, until=until, status=status, undated=undated)
    _answer(answers, _ENCOUNTER, as_json)


@asking.command()
def meetings(
    a: Party = None,
    b: OtherParty = None,
    since: Since = None,
    until: Until = None,
    status: Status = "held",
    undated: Undated = False,
    graph: Graph = STORE,
    as_json: AsJson = False,
) -> None:
    """Meetings: all, those of one country, or those between two."""
    between = None if a is None or b is None else (a, b)
    country = a if b is None else None
    answers = _open(graph).meetings(between=between, country=country, since=since, until=until, status=status, undated=undated)
    _answer(answers, _MEETING, as_json)


@asking.command()
def relations(
    a: Party = None,
    b: OtherParty = None,
    kind: Kind = None,
    since: Since = None,
    until: Until = None,
    undated: Undated = False,
    graph: Graph = STORE,
    as_json: AsJson = False,
) -> None:
    """What was agreed, signed, given or delivered."""
    _answer(_open(graph).relations(a, b, kind=kind, since=since, until=until, undated=undated), _RELATION, as_json)


@asking.command()
def officials(
    country: Country = None,
    office: Office = None,
    graph: Graph = STORE,
    as_json: AsJson = False,
) -> None:
    """Who holds which office."""
    _answer(_open(graph).officials(country=country, office=office), _OFFICIAL, as_json)


def _open(path: Path) -> "DefenseGraph":
    import kg

    return kg.open(path)


# ---- answers -------------------------------------------------------------------------------------------------------

Columns = dict[str, Callable[[Any], str]]

_ENCOUNTER: Columns = {
    "date": lambda met: _when(met),
    "who": lambda met: _person(met.person, met.person_country),
    "with whom": lambda met: _person(met.other, met.other_country) if met.other_kind == "official" else _party(met.other),
    "meeting": lambda met: met.meeting,
    "place": lambda met: met.place or "",
    "article": lambda met: _articles(met),
}
_MEETING: Columns = {
    "date": lambda meeting: _when(meeting),
    "meeting": lambda meeting: meeting.meeting,
    "status": lambda meeting: meeting.status,
    "parties": lambda meeting: " ".join(meeting.parties),
    "officials": lambda meeting: ", ".join(meeting.officials),
    "place": lambda meeting: meeting.place or meeting.place_country or "",
    "article": lambda meeting: _articles(meeting),
}
_RELATION: Columns = {
    "date": lambda relation: relation.date or "",
    "who": lambda relation: relation.source,
    "what": lambda relation: relation.kind.replace("_", " "),
    "whom": lambda relation: relation.target,
    "detail": lambda relation: relation.detail or "",
    "amount": lambda relation: f"{relation.amount:,.0f} {relation.currency or ''}".strip() if relation.amount else "",
    "article": lambda relation: _articles(relation),
}
_OFFICIAL: Columns = {
    "name": lambda official: official.name,
    "country": lambda official: official.country or "",
    "office": lambda official: official.role or "",
    "class": lambda official: official.role_class.replace("_", " "),
    "article": lambda official: _articles(official),
}


def print_encounters(encounters: "Sequence[Encounter]") -> None:
    """A table of who met whom."""
    _answer(encounters, _ENCOUNTER, as_json=False)


def _answer(answers: Sequence[Any], columns: Columns, as_json: bool) -> None:
    """Print answers as a table, or as JSON with their sources; that there are none is said on standard error."""
    if as_json:
        print_json(map(dataclasses.asdict, answers))
    elif answers:
        print_table(list(columns), ([cell(answer) for cell in columns.values()] for answer in answers))
    else:
        print_notice("kg: the articles tell of nothing that answers this")


def _when(event: Any) -> str:
    return f"{event.date} to {event.end}" if event.end else event.date or ""


def _person(name: str, country: str | None) -> str:
    return f"{name} ({country})" if country else name


def _party(code: str) -> str:
    from extract.gazetteer import party_label

    return party_label(code)


def _articles(answer: Any) -> str:
    return ", ".join(dict.fromkeys(source.article for source in answer.sources))
