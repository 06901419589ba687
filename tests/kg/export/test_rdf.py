"""RDF: what rdflib reads in the Turtle is what was written, and every term is one that its vocabulary has."""

import sys
from collections import Counter
from io import BytesIO
from pathlib import Path

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import OWL, PROV, RDF, RDFS, SDO, XSD, Graph, Literal, URIRef
from rdflib.compare import isomorphic

import kg
from extract.record import Record, Relation
from kg.defense_graph import DefenseGraph
from kg.errors import MissingLibraryError
from kg.export.columns import plain_text
from kg.export.flow import Edge, Flow, Node, flow_of
from kg.export.rdf import write_turtle
from kg.export.shapes import SHAPES, shaped
from kg.sources import Source
from tests.kg.export.odd import HOSTILE, ODD

DKG = rdflib.Namespace("urn:defense-kg:term:")
WDT = rdflib.Namespace("http://www.wikidata.org/prop/direct/")
WD = rdflib.Namespace("http://www.wikidata.org/entity/")
KOR, VNM = (URIRef(f"urn:defense-kg:node:country:{code}") for code in ("KOR", "VNM"))


def turtle(flow: Flow) -> str:
    file = BytesIO()
    write_turtle(flow, file)
    return file.getvalue().decode()


def read(flow: Flow) -> Graph:
    return Graph(bind_namespaces="none").parse(data=turtle(flow), format="turtle")


def one(*nodes: Node, edges: tuple[Edge, ...] = ()) -> Flow:
    return Flow(lambda: iter(nodes), lambda: iter(edges))


@pytest.fixture
def back(graph: DefenseGraph) -> Graph:
    return read(flow_of(graph.networkx))


# ---- nodes and edges -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("odd", ODD)
def test_odd_graphs_come_back(odd: str, shape: str) -> None:
    flow = shaped(flow_of(DefenseGraph.from_records(ODD[odd]).networkx), shape)
    back = read(flow)
    nodes, edges = [*flow.nodes()], [*flow.edges()]
    found = {str(subject): str(label) for subject, label in back.subject_objects(RDFS.label)}
    expected = {f"urn:defense-kg:node:{node.key}": plain_text(node.attributes["label"]) for node in nodes}
    assert {subject: label for subject, label in found.items() if ":node:" in subject} == expected
    statements = {
        (
            str(back.value(statement, RDF.subject)),
            str(back.value(statement, RDF.predicate)),
            str(back.value(statement, RDF.object)),
        )
        for statement in back.subjects(RDF.type, RDF.Statement)
    }
    triples = {
        (
            f"urn:defense-kg:node:{edge.source}",
            f"urn:defense-kg:term:{edge.attributes['kind']}",
            f"urn:defense-kg:node:{edge.target}",
        )
        for edge in edges
    }
    assert statements == triples
    assert all((URIRef(s), URIRef(p), URIRef(o)) in back for s, p, o in triples)
    assert len(set(back.subjects(RDF.type, RDF.Statement))) == len(edges)
    sentences = {source.sentence for item in (*nodes, *edges) for source in item.attributes.get("sources", ())} - {None}
    assert {str(text) for text in back.objects(None, SDO.text)} == set(map(plain_text, sentences))


def test_dates_have_the_precision_that_they_were_told_with(back: Graph) -> None:
    raised = URIRef("urn:defense-kg:edge:upgraded_ties/KOR/VNM/2022-12/1")
    assert back.value(raised, SDO.startDate) == Literal("2022-12", datatype=XSD.gYearMonth)
    assert back.value(raised, DKG.latest) == Literal("2022-12-31", datatype=XSD.date)
    series = URIRef("urn:defense-kg:node:series:ASEAN-KOR/vice-ministerial-dialogue")
    assert back.value(series, DKG.since) == Literal("2017", datatype=XSD.gYear)


def test_a_meeting_is_an_event(back: Graph) -> None:
    talks = URIRef("urn:defense-kg:node:meeting:2024-04-23/KOR-VNM/1")
    assert back.value(talks, RDF.type) == SDO.Event
    assert set(back.objects(talks, SDO.location)) == {Literal("Ha Noi"), VNM}
    assert set(back.objects(talks, SDO.attendee)) == {
        URIRef("urn:defense-kg:node:official:KOR/kim-seon-ho"),
        URIRef("urn:defense-kg:node:official:VNM/hoang-xuan-chien"),
    }
    assert set(back.objects(talks, WDT.P710)) == {KOR, VNM}
    assert back.value(talks, SDO.eventAttendanceMode) == SDO.OfflineEventAttendanceMode
    assert back.value(talks, DKG.ordinal).value == 11
    assert back.value(talks, DKG.multilateral).value is False


def test_an_edge_has_its_sentence_and_the_article(back: Graph) -> None:
    agreed = URIRef("urn:defense-kg:edge:agreed/ASEAN/KOR/2021-09-08/1")
    (sentence,) = back.objects(agreed, PROV.wasDerivedFrom)
    assert back.value(sentence, SDO.text) == Literal("They agreed.")
    article = back.value(sentence, SDO.isPartOf)
    assert article == URIRef("urn:defense-kg:article:talks")
    assert back.value(article, SDO.url) == Literal("https://news.example/talks")
    assert back.value(article, SDO.datePublished) == Literal("2021-09-08", datatype=XSD.date)
    assert back.value(back.value(article, SDO.publisher), SDO.name) == Literal("Example News")


def test_a_sentence_is_known_by_its_place_and_the_words_that_tell_too() -> None:
    source = Source("a b", sentence="They met.", start_char=3, end_char=12, trigger=(8, 11), copy_of="c")
    met = Edge("met/KOR/VNM", "country:KOR", "country:VNM", {"kind": "met", "sources": (source,)})
    back = read(one(edges=(met,)))
    edge, sentence = URIRef("urn:defense-kg:edge:met/KOR/VNM"), URIRef("urn:defense-kg:article:a%20b#char=3,12")
    assert back.value(edge, PROV.wasDerivedFrom) == sentence
    assert back.value(edge, DKG.trigger) == URIRef("urn:defense-kg:article:a%20b#char=8,11")
    assert (back.value(sentence, DKG.start_char).value, back.value(sentence, DKG.end_char).value) == (3, 12)
    assert back.value(back.value(sentence, SDO.isPartOf), DKG.copy_of) == URIRef("urn:defense-kg:article:c")


def test_codes_are_those_of_wikidata(back: Graph) -> None:
    assert back.value(KOR, OWL.sameAs) == WD.Q884
    assert [str(back.value(KOR, WDT[term])) for term in ("P297", "P298", "P299")] == ["KR", "KOR", "410"]
    assert URIRef("urn:defense-kg:node:organization:UN") in set(back.objects(KOR, WDT.P463))


def test_a_cancelled_meeting_is_a_cancelled_event() -> None:
    meeting = Node("meeting:m", {"kind": "meeting", "label": "talks", "status": "cancelled"})
    assert read(one(meeting)).value(URIRef("urn:defense-kg:node:meeting:m"), SDO.eventStatus) == SDO.EventCancelled


@pytest.mark.parametrize("amount", [1e22, 0.1, -3.0])
def test_numbers_are_doubles(amount: float) -> None:
    aided = Edge("aided/KOR/VNM", "country:KOR", "country:VNM", {"kind": "aided", "amount": amount})
    found = [value.value for value in read(one(edges=(aided,))).objects(None, DKG.amount)]
    assert found == [amount]


# ---- text and names ------------------------------------------------------------------------------------------------


@settings(deadline=None, max_examples=100)
@given(text=st.text(max_size=60) | st.text("\"\\\n'<>@^", max_size=12))
def test_any_text_comes_back(text: str) -> None:
    relation = Relation(type="aided", source="KOR", target="VNM", detail=text or "x", evidence=text)
    back = read(flow_of(DefenseGraph.from_records([Record(id=text or "a", title=text, relations=(relation,))]).networkx))
    assert [str(value) for value in back.objects(None, SDO.description)] == [plain_text(text or "x")]
    assert {str(value) for value in back.objects(None, SDO.headline)} == ({plain_text(text)} if text else set())


def test_ids_that_differ_are_iris_that_differ() -> None:
    keys = [
        "official:KOR/a b",
        "official:KOR/a%20b",
        "official:KOR/a\x00b",
        "official:KOR/a\ud800b",
        "official:KOR/a?b",
        "official:KOR/a>b",
        HOSTILE,
    ]
    back = read(one(*(Node(key, {"kind": "official", "label": "x"}) for key in keys)))
    assert len(set(back.subjects(RDF.type, SDO.Person))) == len(keys)


# ---- the file ------------------------------------------------------------------------------------------------------


def test_articles_and_sentences_are_described_once(seeds: Path) -> None:
    flow = flow_of(kg.build(seeds).networkx)
    subjects = Counter(line.split(" ")[0] for line in turtle(flow).split("\n") if line.startswith("<urn:defense-kg:article:"))
    assert set(subjects.values()) == {1}


def test_what_is_described_again_says_nothing_new(graph: DefenseGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    once = read(flow_of(graph.networkx))
    monkeypatch.setattr("kg.export.rdf._REMEMBERED", 0)
    text = turtle(flow_of(graph.networkx))
    assert text.count("\n<urn:defense-kg:article:talks> a ") > 1
    assert isomorphic(Graph().parse(data=text, format="turtle"), once)


@pytest.mark.parametrize("shape", SHAPES)
def test_every_term_is_one_of_its_vocabulary(shape: str, seeds: Path) -> None:
    """rdflib knows the terms of schema.org, PROV and the W3C's; our own are described in the file."""
    known = {str(SDO): SDO, str(PROV): PROV, str(RDF): RDF, str(RDFS): RDFS, str(OWL): OWL}
    back = read(shaped(flow_of(kg.build(seeds).networkx), shape))
    used = {*back.predicates(), *back.objects(None, RDF.type), *back.objects(None, SDO.eventAttendanceMode)}
    for term in map(str, used):
        namespace = next((namespace for namespace in known if term.startswith(namespace)), None)
        if namespace:
            assert term.removeprefix(namespace) in known[namespace], term
        elif term.startswith(str(DKG)):
            assert (URIRef(term), RDFS.comment, None) in back, term
        else:
            assert term in {str(WDT[name]) for name in ("P17", "P297", "P298", "P299", "P463", "P710")}


def test_without_rdflib_it_is_said_how_to_get_it(graph: DefenseGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rdflib", None)
    with pytest.raises(MissingLibraryError, match=r"^RDF needs rdflib, .* pip install 'defense-kg\[rdf\]'$"):
        graph.export("rdf", tmp_path / "g.ttl")
    assert list(tmp_path.iterdir()) == []
