"""The graph as a user holds it: made from articles, records or a store, asked, and written to files."""

import os
import tempfile
import webbrowser
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, cast

import networkx as nx

from extract.record import Record
from kg.errors import QuestionError
from kg.export import export
from kg.export.flow import flow_of, networkx_of, of_kinds
from kg.export.shapes import shaped
from kg.export.stored import flow_in
from kg.files import StrPath, replacing
from kg.graph import NO_COPIES, build_graph
from kg.identity.corrections import (
    NONE,
    Correction,
    Corrections,
    Kind,
    add_correction,
    beside,
    corrected,
    unmatched,
)
from kg.identity.resolution import resolve
from kg.kinds import NODES, PLURALS, RELATIONS, counted
from kg.questions import correcting, dyads, offices, queries, ties
from kg.questions.answers import (
    Activity,
    Comparison,
    Counterpart,
    Encounter,
    MeetingAnswer,
    OfficialAnswer,
    OfficialProfile,
    RelationAnswer,
    Tenure,
    TimelineEvent,
)
from kg.questions.asked import Day, asked_for
from kg.questions.dyads import Period
from kg.reports import check_records
from kg.store.parts import EVERYTHING, Asked
from kg.store.store import Store

if TYPE_CHECKING:
    from extract.article import Notice


def build(*paths: StrPath, report: Callable[["Notice"], None] | None = None) -> "DefenseGraph":
    """The graph of the articles in files and folders; nothing is written.

    An article that cannot be read is told to `report`, and the others are read; without `report` it raises ArticleError.
    """
    from kg.store.reading import read

    with Store.temporary() as store:
        store.put(read(paths, report=report))
        return DefenseGraph.from_store(store)


def open(path: StrPath, *, countries: Iterable[str] = (), since: Day | None = None, until: Day | None = None) -> "DefenseGraph":
    """The graph of a store, with the corrections beside it, or the part of it that is asked for, with the same ids.

    A part is what concerns `countries` (or organizations, in any spelling) and is of the period: docs/graph.md tells more.
    Raises StoreError where there is no store, and UnknownNameError and QuestionError as questions do.
    """
    asked = asked_for(countries, since, until)
    with Store.corrected(path) as store:
        graph = DefenseGraph.from_store(store, asked)
        graph.unmatched = store.unmatched()
    graph.store, graph.asked, graph.corrections = Path(path), asked, beside(path)
    return graph


class DefenseGraph:
    """A networkx graph (docs/graph.md) with the questions of `kg.questions`, and the files of `kg.export`."""

    def __init__(self, graph: nx.MultiDiGraph) -> None:
        self.networkx = graph
        self.unmatched: list[tuple[Kind, Correction]] = []
        """The corrections, with their kinds, that are about nothing in the records."""
        self.store: Path | None = None
        """The file of the store; None for a graph that was not opened from one."""
        self.asked = EVERYTHING
        """What of the store was asked for."""
        self.corrections: Path | None = None
        """The file of corrections beside the store; None for a graph that was not opened from one."""

    @classmethod
    def from_records(
        cls, records: Iterable[Record], corrections: Corrections = NONE, copies: Mapping[str, str] = NO_COPIES
    ) -> "DefenseGraph":
        """The graph of `records` as corrected, the same for any order of them; `copies` are as in `kg.graph.build_graph`.

        Raises RecordError for what makes none.
        """
        told = list(records)
        check_records(told)
        held = corrected(told, corrections)
        graph = cls(build_graph(held, resolve(held, corrections), copies))
        graph.unmatched = unmatched(told, corrections)
        return graph

    @classmethod
    def from_store(cls, store: Store, asked: Asked = EVERYTHING) -> "DefenseGraph":
        """The graph of what a store tells, or of what of it is asked for; sources that repeat another's text say so."""
        return cls(build_graph(*store.part(asked), store.copies()))

    def who_met(
        self,
        person: str,
        *,
        country: str | None = None,
        status: str = "held",
        since: Day | None = None,
        until: Day | None = None,
        undated: bool = False,
    ) -> list[Encounter]:
        """Whom an official met: `kg.questions.queries.who_met`."""
        return queries.who_met(self.networkx, person, country=country, status=status, since=since, until=until, undated=undated)

    def who_met_whom(
        self,
        *,
        country: str | None = None,
        since: Day | None = None,
        until: Day | None = None,
        undated: bool = False,
        status: str = "held",
    ) -> list[Encounter]:
        """Everybody who met: `kg.questions.queries.who_met_whom`."""
        return queries.who_met_whom(self.networkx, country=country, since=since, until=until, undated=undated, status=status)

    def meetings(
        self,
        *,
        between: tuple[str, str] | None = None,
        country: str | None = None,
        since: Day | None = None,
        until: Day | None = None,
        status: str = "held",
        undated: bool = False,
    ) -> list[MeetingAnswer]:
        """The meetings of a party or a pair: `kg.questions.queries.meetings`."""
        return queries.meetings(
            self.networkx, between=between, country=country, since=since, until=until, status=status, undated=undated
        )

    def relations(
        self,
        a: str | None = None,
        b: str | None = None,
        *,
        kind: str | None = None,
        since: Day | None = None,
        until: Day | None = None,
        undated: bool = False,
    ) -> list[RelationAnswer]:
        """What was agreed, signed, given …: `kg.questions.queries.relations`."""
        return queries.relations(self.networkx, a, b, kind=kind, since=since, until=until, undated=undated)

    def official(self, name: str) -> OfficialProfile:
        """Who an official is taken to be, with every spelling and its sources: `kg.questions.offices.official`."""
        return offices.official(self.networkx, name)

    def officials(
        self, *, country: str | None = None, office: str | None = None, on: Day | None = None
    ) -> list[OfficialAnswer]:
        """The officials of a country, in an office, on a day: `kg.questions.offices.officials`."""
        return offices.officials(self.networkx, country=country, office=office, on=on)

    def career(self, person: str) -> list[Tenure]:
        """The offices in which an official was seen, and when: `kg.questions.offices.career`."""
        return offices.career(self.networkx, person)

    def timeline(
        self,
        a: str,
        b: str,
        *,
        since: Day | None = None,
        until: Day | None = None,
        status: str = "held",
        undated: bool = False,
    ) -> list[TimelineEvent]:
        """Meetings and relations of two parties in order: `kg.questions.dyads.timeline`."""
        return dyads.timeline(self.networkx, a, b, since=since, until=until, status=status, undated=undated)

    def compare(self, a: str, b: str, *, periods: Iterable[Period]) -> list[Comparison]:
        """How much of each kind is between two parties in each period: `kg.questions.dyads.compare`."""
        return dyads.compare(self.networkx, a, b, periods=periods)

    def counterparts(
        self,
        person: str,
        *,
        country: str | None = None,
        since: Day | None = None,
        until: Day | None = None,
        status: str = "held",
        undated: bool = False,
    ) -> list[Counterpart]:
        """Whom an official met most: `kg.questions.ties.counterparts`."""
        return ties.counterparts(
            self.networkx, person, country=country, since=since, until=until, status=status, undated=undated
        )

    def path(
        self, a: str, b: str, *, since: Day | None = None, until: Day | None = None, undated: bool = False
    ) -> list[Encounter]:
        """The shortest chain of meetings from one to another: `kg.questions.ties.path`."""
        return ties.path(self.networkx, a, b, since=since, until=until, undated=undated)

    def busiest(
        self,
        by: str = "dyad",
        *,
        since: Day | None = None,
        until: Day | None = None,
        undated: bool = False,
        most: int | None = 10,
    ) -> list[Activity]:
        """The dyads, officials or countries of which most is told: `kg.questions.ties.busiest`."""
        return ties.busiest(self.networkx, by, since=since, until=until, undated=undated, most=most)

    def correct(self, kind: str, *about: str, who: str | None = None, when: str | None = None, why: str | None = None) -> Path:
        """Writes a correction (`kg.questions.correcting`) beside the store, to be worked in when it is opened; the path.

        ``graph.correct("same", "Park Jae-min", "Jaemin Pak", why="one man")``. Raises QuestionError for a graph of no store.
        """
        if self.corrections is None:
            raise QuestionError("this graph was not opened from a store; open one with kg.open to correct it")
        made = correcting.correction(self.networkx, kind, *about, who=who, when=when, why=why)
        add_correction(self.corrections, cast(Kind, kind), made)
        return self.corrections

    def summary(self) -> dict[str, int]:
        """How many articles the graph rests on, and how many nodes of each kind and relations it has."""
        nodes = Counter(kind for _, kind in self.networkx.nodes(data="kind"))
        edges = Counter(kind for _, _, kind in self.networkx.edges(data="kind"))
        articles = {source.article for _, sources in self.networkx.nodes(data="sources") for source in sources}
        return {
            "articles": len(articles),
            **{PLURALS[kind]: nodes[kind] for kind in NODES},
            "relations": sum(edges[kind] for kind in RELATIONS),
        }

    def export(
        self, format_name: str, out: StrPath | None = None, *, shape: str = "full", kinds: Iterable[str] = ()
    ) -> list[Path]:
        """Writes the graph in a format of `kg.export.FORMATS`: ``graph.export("graphml", "dyads.graphml", shape="dyads")``.

        `kinds` are the kinds of edge to write, all if there are none; a bundle is made of the store that the graph was opened
        from. The files written: `kg.export.export` tells more.
        """
        if format_name == "bundle" and self.store:
            with Store.corrected(self.store) as store, flow_in(store, self.asked) as flow:
                return export(of_kinds(flow, kinds), format_name, out, shape=shape)
        return export(of_kinds(flow_of(self.networkx), kinds), format_name, out, shape=shape)

    def shaped(self, shape: str) -> nx.Graph:
        """The graph in one of `kg.export.shapes.SHAPES`: ``graph.shaped("officials")`` tells networkx who met how often."""
        return networkx_of(shaped(flow_of(self.networkx), shape))

    def to_html(self, path: StrPath) -> None:
        """Writes the page: one HTML file that opens with no network."""
        from viz import render

        page = render(self.networkx)
        with replacing(path) as temporary:
            temporary.write_text(page, "utf-8", newline="\n")

    def show(self) -> Path:
        """Opens the page in the browser, from a temporary file; its path."""
        descriptor, name = tempfile.mkstemp(prefix="defense-graph-", suffix=".html")
        os.close(descriptor)
        path = Path(name)
        self.to_html(path)
        webbrowser.open(path.as_uri())
        return path

    def _repr_html_(self) -> str:
        """The page in a frame, by which a notebook shows the graph."""
        from viz import frame, render

        return frame(render(self.networkx))

    def __repr__(self) -> str:
        counts = self.summary()
        return f"<DefenseGraph: {', '.join(counted(counts[plural], kind) for kind, plural in PLURALS.items())}>"
