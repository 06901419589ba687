"""RDF 1.1 Turtle with the terms of schema.org, Wikidata and PROV where they fit, and our own elsewhere (kg/data/rdf.toml).

Every edge is a triple, and a statement about that triple which bears its dates, places and sources.
"""

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from itertools import chain
from typing import Any, BinaryIO, TypeAlias
from urllib.parse import quote

from kg.errors import MissingLibraryError
from kg.export.columns import plain_text
from kg.export.flow import Edge, Flow, Node
from kg.kinds import RELATIONS, SYMMETRIC
from kg.nodes import party_key
from kg.sources import SOURCE_COLUMNS, Source

Said: TypeAlias = Iterable[tuple[str, str]]
"""What is said of a subject: properties and values, in Turtle."""
Description: TypeAlias = tuple[str, Said]
"""A subject, in Turtle, and what is said of it."""

_REMEMBERED = 100_000
"""Articles and sentences after which those that were described may be described again, which says nothing new."""
_OF_PARTIES = frozenset({"country", "parties", "memberships", "place_country"})
"""Attributes that are codes of countries and organizations."""
_DATES = frozenset({"date", "end", "earliest", "latest", "reported", "first", "last", "since", "skipped"})
_DATE_TYPES: Mapping[int, str] = {4: "gYear", 7: "gYearMonth", 10: "date"}
"""The type of a date, by how many characters it has."""
_NOT_SAID = frozenset({"kind", "sightings"})
"""Attributes that classes and properties say, or that other attributes do."""


def write_turtle(flow: Flow, file: BinaryIO) -> None:
    """Writes Turtle, one node or edge after the other, each with the articles and sentences that it rests on.

    Raises MissingLibraryError without rdflib.
    """
    file.writelines(piece.encode() for piece in _pieces(flow))


def _pieces(flow: Flow) -> Iterator[str]:
    yield "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in _terms()["prefixes"].items())
    yield from map(_turtle, _vocabulary(flow))
    described: set[str] = set()
    for item in chain[Node | Edge](flow.nodes(), flow.edges()):
        yield from map(_turtle, _of_edge(item) if isinstance(item, Edge) else _of_node(item))
        for source in item.attributes.get("sources", ()):
            yield from map(_turtle, _of_source(source, described))
        if len(described) > _REMEMBERED:
            described.clear()


def _turtle(description: Description) -> str:
    subject, said = description
    return f"\n{subject} " + " ;\n    ".join(f"{name} {value}" for name, value in said) + " .\n"


@cache
def _terms() -> Mapping[str, Any]:
    return tomllib.loads(files("kg").joinpath("data/rdf.toml").read_text("utf-8"))


# ---- our own terms -------------------------------------------------------------------------------------------------


def _vocabulary(flow: Flow) -> Iterator[Description]:
    """Our own properties, described as the schema of the JSON describes them."""
    schema = json.loads(files("kg").joinpath("data/graph.schema.json").read_text("utf-8"))["$defs"]
    for name, told in schema.items():
        if name.endswith("_edge"):
            kind = name.removesuffix("_edge")
            symmetric = [("a", "owl:SymmetricProperty")] if kind in {"met", *SYMMETRIC} else []
            yield f"dkg:{kind}", [("a", "rdf:Property"), *symmetric, ("rdfs:comment", _text(told["description"]))]
    columns = {**flow.node_columns, **flow.edge_columns}.keys() - SOURCE_COLUMNS.keys() - _NOT_SAID
    own = {_property(name): schema[name] for name in sorted(columns)}
    of_sources = {
        f"dkg:{name}": schema["source"]["properties"][name] for name in ("start_char", "end_char", "trigger", "copy_of")
    }
    for term, told in {**own, **of_sources}.items():
        if term.startswith("dkg:"):
            yield term, [("a", "rdf:Property"), ("rdfs:comment", _text(told["description"]))]


def _property(name: str) -> str:
    """The property that says an attribute; how often there is a relation of a kind is another than the relation."""
    own = f"dkg:{name}_count" if name in RELATIONS else f"dkg:{name}"
    return str(_terms()["attributes"].get(name, own))


# ---- nodes and edges -----------------------------------------------------------------------------------------------


def _of_node(node: Node) -> Iterator[Description]:
    yield _node(node.key), [("a", _terms()["nodes"][node.attributes["kind"]]), *_attributes(node.attributes)]


def _of_edge(edge: Edge) -> Iterator[Description]:
    kind, source, target = edge.attributes["kind"], _node(edge.source), _node(edge.target)
    public = {name: _terms()[name].get(kind) for name in ("edges", "inverse")}
    yield source, [(f"dkg:{kind}", target), *([(public["edges"], target)] if public["edges"] else [])]
    if public["inverse"]:
        yield target, [(public["inverse"], source)]
    triple = [("rdf:subject", source), ("rdf:predicate", f"dkg:{kind}"), ("rdf:object", target)]
    yield _iri("edge", edge.key), [("a", "rdf:Statement"), *triple, *_attributes(edge.attributes)]


def _attributes(attributes: Mapping[str, Any]) -> Said:
    for name, value in attributes.items():
        if name == "sources":
            yield from _evidence(value)
        elif name not in _NOT_SAID:
            yield from ((_property(name), _value(name, item)) for item in _several(value))
            yield from _meaning(name, value)


def _several(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)


def _meaning(name: str, value: Any) -> Said:
    """What a value of few means in public vocabularies."""
    meanings = _terms()["values"].get(name, {})
    return [tuple(meanings[value])] if value in meanings else []


def _value(name: str, value: Any) -> str:
    """A value in Turtle."""
    if name in _OF_PARTIES:
        return _node(party_key(value))
    if name == "series":
        return _node(f"series:{value}")
    if name == "meeting":
        return _node(value)
    if name == "wikidata":
        return f"wd:{value}"
    if name in _DATES:
        return _date(value)
    if isinstance(value, tuple):
        return _text(", ".join(value))
    return _text(value) if isinstance(value, str) else _number(value)


# ---- what they rest on ---------------------------------------------------------------------------------------------


def _evidence(sources: Iterable[Source]) -> Said:
    """The sentences, and where in their articles the words stand that tell."""
    for source in sources:
        yield "prov:wasDerivedFrom", _quotation(source)
        if source.trigger:
            yield "dkg:trigger", _range(source.article, *source.trigger)


def _of_source(source: Source, described: set[str]) -> Iterator[Description]:
    """The sentence and its article, if they are not `described`, which they are then."""
    quotation, article = _quotation(source), _iri("article", source.article)
    if quotation not in described and quotation != article:
        places = {"dkg:start_char": source.start_char, "dkg:end_char": source.end_char}
        yield (
            quotation,
            [
                ("a", "schema:Quotation"),
                ("schema:text", _text(source.sentence or "")),
                ("schema:isPartOf", article),
                *((name, str(place)) for name, place in places.items() if place is not None),
            ],
        )
    if article not in described:
        yield article, _of_article(source)
        if source.publisher:
            yield _publisher(source.publisher), [("a", "schema:Organization"), ("schema:name", _text(source.publisher))]
    described |= {quotation, article}


def _of_article(source: Source) -> Said:
    yield "a", "schema:Article"
    yield "schema:identifier", _text(source.article)
    if source.title:
        yield "schema:headline", _text(source.title)
    if source.publisher:
        yield "schema:publisher", _publisher(source.publisher)
    if source.url:
        yield "schema:url", _text(source.url)
    if source.published:
        yield "schema:datePublished", _date(source.published)
    if source.copy_of:
        yield "dkg:copy_of", _iri("article", source.copy_of)


# ---- names and literals --------------------------------------------------------------------------------------------


def _node(key: str) -> str:
    return _iri("node", key)


def _publisher(name: str) -> str:
    return _iri("publisher", name)


def _quotation(source: Source) -> str:
    """The sentence, by its place in the article or else by its text; the article, where there is none."""
    if source.sentence is None:
        return _iri("article", source.article)
    if source.start_char is not None and source.end_char is not None:
        return _range(source.article, source.start_char, source.end_char)
    return _iri("article", source.article, f"#sha256-{sha256(plain_text(source.sentence).encode()).hexdigest()[:32]}")


def _range(article: str, start: int, end: int) -> str:
    """A part of an article, as RFC 5147 names parts of plain text."""
    return _iri("article", article, f"#char={start},{end}")


def _iri(kind: str, id_: str, part: str = "") -> str:
    """An id as an IRI: percent-encoded, two ids never as one."""
    return f"<urn:defense-kg:{kind}:{quote(id_, safe=':/', errors='surrogatepass')}{part}>"


def _text(text: str) -> str:
    try:
        from rdflib import Literal
    except ImportError:
        raise MissingLibraryError("RDF", "rdflib", "rdf") from None
    return str(Literal(plain_text(text)).n3())


def _date(date: str) -> str:
    return f'"{date}"^^xsd:{_DATE_TYPES[len(date)]}'


def _number(value: float) -> str:
    return f'"{value!r}"^^xsd:double' if isinstance(value, float) else str(value).lower()
