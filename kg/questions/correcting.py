"""What a reader says of answers he has got, as corrections: "these two are one", "this meeting did not happen"."""

from collections.abc import Callable
from typing import Any, TypedDict, Unpack

import networkx as nx

from extract.text.calendar import earliest_latest
from kg.errors import QuestionError
from kg.identity.corrections import Correction, MovedMeeting, NoMeeting, NoOfficial, NoRelation, PeopleCorrection
from kg.questions.naming import official_called


class Said(TypedDict, total=False):
    """Who says so, when and why; free text."""

    who: str | None
    when: str | None
    why: str | None


def correction(graph: nx.MultiDiGraph, kind: str, *about: str, **said: Unpack[Said]) -> Correction:
    """The correction of a kind.

    `same` and `different` are about two names, `not_official` about one; `no_meeting` and `wrong` are about an id, `meeting_on`
    about an id and a day. Raises QuestionError for another kind, or for more or fewer than it is about.
    """
    if kind not in _KINDS:
        raise QuestionError(f"unknown correction {kind!r}; write {', '.join(_KINDS)}")
    make, wanted = _KINDS[kind]
    if len(about) != len(wanted):
        raise QuestionError(f"{kind} is about {' and '.join(wanted)}; give {'both' if len(wanted) > 1 else 'one'}")
    made: Correction = make(graph, *about, **said)
    return made


def people(graph: nx.MultiDiGraph, a: str, b: str, **said: Unpack[Said]) -> PeopleCorrection:
    """That two officials are one person, or that two taken for one are two: names as `who_met` takes them.

    Raises QuestionError for two names of one spelling.
    """
    if a == b:
        raise QuestionError(f"{a!r} is one name; give the two spellings that are meant")
    countries = {graph.nodes[official_called(graph, name)].get("country") for name in (a, b)}
    names = (_name(graph, name) for name in (a, b))
    return PeopleCorrection(a=next(names), b=next(names), country=countries.pop() if len(countries) == 1 else None, **said)


def no_official(graph: nx.MultiDiGraph, name: str, **said: Unpack[Said]) -> NoOfficial:
    """That somebody is no official."""
    node = graph.nodes[official_called(graph, name)]
    return NoOfficial(name=_name(graph, name), country=node.get("country"), **said)


def no_meeting(graph: nx.MultiDiGraph, meeting: str, **said: Unpack[Said]) -> NoMeeting:
    """That a meeting, by its id, did not happen."""
    return NoMeeting(**_meeting(graph, meeting), **said)


def meeting_on(graph: nx.MultiDiGraph, meeting: str, day: str, **said: Unpack[Said]) -> MovedMeeting:
    """That a meeting, by its id, was on another day: an ISO date of any precision."""
    try:
        earliest_latest(day)
    except ValueError:
        raise QuestionError(f"{day!r} is no date; write 2021, 2021-09 or 2021-09-08") from None
    return MovedMeeting(**_meeting(graph, meeting), on=day, **said)


def wrong(graph: nx.MultiDiGraph, relation: str, **said: Unpack[Said]) -> NoRelation:
    """That a relation, by its id, is wrong."""
    for source, target, key, edge in graph.edges(keys=True, data=True):
        if key == relation:
            ends = {"source": graph.nodes[source]["code"], "target": graph.nodes[target]["code"]}
            articles = frozenset(told.article for told in edge["sources"])
            return NoRelation(type=edge["kind"], **ends, date=edge.get("date"), articles=articles, **said)
    raise QuestionError(f"no relation has the id {relation!r}; take relation_id from kg relations --json")


def _name(graph: nx.MultiDiGraph, name: str) -> str:
    """The official's name as it stands in articles, where an id is given."""
    return str(graph.nodes[f"official:{name}"]["label"]) if graph.has_node(f"official:{name}") else name


def _meeting(graph: nx.MultiDiGraph, meeting: str) -> dict[str, Any]:
    key = f"meeting:{meeting}"
    if not graph.has_node(key):
        raise QuestionError(f"no meeting has the id {meeting!r}; take meeting_id from kg meetings --json")
    node = graph.nodes[key]
    articles = frozenset(source.article for source in node["sources"])
    return {"date": node.get("date"), "parties": frozenset(node.get("parties", ())), "articles": articles}


_KINDS: dict[str, tuple[Callable[..., Correction], tuple[str, ...]]] = {
    "same": (people, ("a name", "another name")),
    "different": (people, ("a name", "another name")),
    "not_official": (no_official, ("a name",)),
    "no_meeting": (no_meeting, ("a meeting's id",)),
    "meeting_on": (meeting_on, ("a meeting's id", "its day")),
    "wrong": (wrong, ("a relation's id",)),
}
