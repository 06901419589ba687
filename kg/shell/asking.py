"""The questions in the shell: one thin command for each."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.errors import QuestionError
from kg.shell.tables import (
    ACTIVITY,
    COMPARISON,
    COUNTERPART,
    ENCOUNTER,
    EVENT,
    MEETING,
    OFFICIAL,
    RELATION,
    SPELLING,
    TENURE,
    Form,
    print_answers,
)
from kg.terminal import print_notice

if TYPE_CHECKING:
    from kg import DefenseGraph
    from kg.identity.corrections import Correction
    from kg.questions.dyads import Period

STORE = Path("graph/graph.db")

Person = Annotated[str | None, typer.Argument(metavar="PERSON", help="An official, in any spelling; everybody if left out.")]
Party = Annotated[str | None, typer.Argument(metavar="A", help="A country or organization, in any spelling.")]
OtherParty = Annotated[str | None, typer.Argument(metavar="B", help="Another: only what is between the two.")]
Kind = Annotated[str | None, typer.Option(help="visited, agreed, signed, upgraded_ties, aided, supplied_arms or exercised.")]
Office = Annotated[str | None, typer.Option(help="Only those reported in this office, such as defense_minister.")]
Graph = Annotated[Path, typer.Option("--graph", help="The store that `kg build` or `kg add` wrote.")]
Country = Annotated[str | None, typer.Option(help="Only with this country or organization, in any spelling.")]
Since = Annotated[str | None, typer.Option(metavar="DATE", help="From this day, month or year on: 2021-09-08, 2021-09, 2021.")]
Until = Annotated[str | None, typer.Option(metavar="DATE", help="Up to and with this day, month or year.")]
Status = Annotated[str, typer.Option(help="held, planned, cancelled or any.")]
Undated = Annotated[bool, typer.Option("--undated", help="With --since or --until: undated facts too.")]
AsJson = Annotated[bool, typer.Option("--json", help="A JSON array, each answer with its sources.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Comma-separated values with a header, for a spreadsheet.")]
Official = Annotated[str, typer.Argument(metavar="PERSON", help="An official, in any spelling.")]
OneParty = Annotated[str, typer.Argument(metavar="A", help="A country or organization, in any spelling.")]
TheOther = Annotated[str, typer.Argument(metavar="B", help="Another.")]
OneEnd = Annotated[str, typer.Argument(metavar="A", help="An official, a country or an organization, in any spelling.")]
OtherEnd = Annotated[str, typer.Argument(metavar="B", help="Another.")]
On = Annotated[
    str | None, typer.Option(metavar="DATE", help="Only those seen in an office before and after this day, month or year.")
]
Periods = Annotated[
    list[str],
    typer.Option("--period", metavar="FROM/TO", help="A period such as 2018/2020-06, or a year; may be given several times."),
]
By = Annotated[str, typer.Option(help="dyad, official or country.")]
Most = Annotated[int, typer.Option(min=1, help="How many.")]

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
    as_csv: AsCsv = False,
) -> None:
    """Who met whom, when and where."""
    asked = _open(graph)
    if person is None:
        answers = asked.who_met_whom(country=country, since=since, until=until, status=status, undated=undated)
    else:
        answers = asked.who_met(person, country=country, since=since, until=until, status=status, undated=undated)
    print_answers(answers, ENCOUNTER, _form(as_json, as_csv))


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
    as_csv: AsCsv = False,
) -> None:
    """Meetings: all, those of one country, or those between two."""
    between = None if a is None or b is None else (a, b)
    country = a if b is None else None
    asked = _open(graph, a, since=since, until=until, undated=undated)
    answers = asked.meetings(between=between, country=country, since=since, until=until, status=status, undated=undated)
    print_answers(answers, MEETING, _form(as_json, as_csv))


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
    as_csv: AsCsv = False,
) -> None:
    """What was agreed, signed, given or delivered."""
    asked = _open(graph, a or b, since=since, until=until, undated=undated)
    found = asked.relations(a, b, kind=kind, since=since, until=until, undated=undated)
    print_answers(found, RELATION, _form(as_json, as_csv))


@asking.command()
def officials(
    country: Country = None,
    office: Office = None,
    on: On = None,
    graph: Graph = STORE,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Who holds which office."""
    print_answers(_open(graph).officials(country=country, office=office, on=on), OFFICIAL, _form(as_json, as_csv))


@asking.command()
def official(
    person: Official,
    graph: Graph = STORE,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Who an official is taken to be: every spelling, and where it stands."""
    profile = _open(graph).official(person)
    form = _form(as_json, as_csv)
    print_answers([profile] if form == "json" else profile.spellings, SPELLING, form)


@asking.command()
def career(
    person: Official,
    graph: Graph = STORE,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """The offices in which an official was seen, and when."""
    print_answers(_open(graph).career(person), TENURE, _form(as_json, as_csv))


@asking.command()
def timeline(
    a: OneParty,
    b: TheOther,
    since: Since = None,
    until: Until = None,
    status: Status = "held",
    undated: Undated = False,
    graph: Graph = STORE,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Meetings, visits and all else between two, in order."""
    events = _open(graph, a, since=since, until=until, undated=undated).timeline(
        a, b, since=since, until=until, status=status, undated=undated
    )
    print_answers(events, EVENT, _form(as_json, as_csv))


@asking.command()
def counterparts(
    person: Official,
    country: Country = None,
    since: Since = None,
    until: Until = None,
    status: Status = "held",
    undated: Undated = False,
    graph: Graph = STORE,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Whom an official met most."""
    found = _open(graph).counterparts(person, country=country, since=since, until=until, status=status, undated=undated)
    print_answers(found, COUNTERPART, _form(as_json, as_csv))


@asking.command()
def path(
    a: OneEnd,
    b: OtherEnd,
    since: Since = None,
    until: Until = None,
    undated: Undated = False,
    graph: Graph = STORE,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """The shortest chain of meetings from one to another."""
    print_answers(_open(graph).path(a, b, since=since, until=until, undated=undated), ENCOUNTER, _form(as_json, as_csv))


@asking.command()
def compare(
    a: OneParty,
    b: TheOther,
    periods: Periods,
    graph: Graph = STORE,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """How much of each kind is between two in each period."""
    found = _open(graph, a).compare(a, b, periods=[_period(period) for period in periods])
    print_answers(found, COMPARISON, _form(as_json, as_csv))


@asking.command()
def busiest(
    by: By = "dyad",
    since: Since = None,
    until: Until = None,
    undated: Undated = False,
    most: Most = 10,
    graph: Graph = STORE,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Of whom most meetings and relations are told."""
    found = _open(graph, since=since, until=until, undated=undated).busiest(
        by, since=since, until=until, undated=undated, most=most
    )
    print_answers(found, ACTIVITY, _form(as_json, as_csv))


def _open(
    path: Path, party: str | None = None, *, since: str | None = None, until: str | None = None, undated: bool = False
) -> "DefenseGraph":
    """The part of the store that answers a question about a party and a period, or all of it."""
    countries = [party] if party else []
    return open_part(path, countries) if undated else open_part(path, countries, since=since, until=until)


def open_part(path: Path, countries: Iterable[str], *, since: str | None = None, until: str | None = None) -> "DefenseGraph":
    """The part of a store that concerns the countries in the period; corrections that match nothing are told."""
    import kg

    graph = kg.open(path, countries=countries, since=since, until=until)
    tell_unmatched(path, graph.unmatched)
    return graph


def tell_unmatched(path: Path, unmatched: "Iterable[tuple[str, Correction]]") -> None:
    """Tells of the corrections beside a store, with their kinds, that match nothing in it."""
    from kg.identity.corrections import beside

    for kind, correction in unmatched:
        told = ", ".join(f"{name} {value}" for name, value in correction.told().items())
        print_notice(f"kg: {beside(path)}: the {kind} of {told} matches nothing; take it out if it is not for articles to come")


def _form(as_json: bool, as_csv: bool) -> Form:
    if as_json and as_csv:
        raise QuestionError("--json and --csv are two forms of one answer; choose one")
    return "json" if as_json else "csv" if as_csv else "table"


def _period(text: str) -> "Period":
    """The first and last date of a period (an interval of ISO 8601, either end of which may be open), or the one date."""
    since, between, until = text.partition("/")
    return (since or None, until or None) if between else text
