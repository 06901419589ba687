"""Who is meant: counterparts, surnames' owners, "the ministry", "the minister", "he", "the two sides".

Completes `doc._.officials` (the office of a counterpart, the country of a home official), gives every ministry its country, and
writes `doc._.actors`: everything in the text that can act or take part, in order, each with its people and parties.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from extract.gazetteer import organizations
from extract.officials.person import Person, mark_officials
from extract.page.issuers import country_of_agency
from extract.references.actors import Actor, named_actors, without_overlaps
from extract.references.antecedents import Told
from extract.references.counterparts import with_counterparts
from extract.references.cues import country_of_publisher
from extract.references.nationality import with_countries
from extract.references.owners import with_owners
from extract.references.pointers import find_pointers
from extract.references.speakers import with_speakers
from extract.text.marked import mark, marked, sentence_starts
from extract.text.tokens import words
from extract.words.lexicon import references
from extract.words.roles import role_class

Doc.set_extension("actors", default=(), force=True)
Doc.set_extension("home", default=None, force=True)


@Language.component("defense_references", requires=["doc._.officials"], assigns=["doc._.actors", "doc._.home"])
def resolve_references(doc: Doc) -> Doc:
    """Complete officials and ministries, and write `doc._.actors` and `doc._.home`."""
    told, reported_from = doc._, dateline_country(doc)
    people = tuple(_with_countries(doc, told.officials, reported_from))
    home = told.home = _home(doc, people, reported_from)
    people = told.officials = tuple(with_counterparts(doc, people))
    mark_officials(doc)
    mark(doc, "ministries", with_owners(doc, home))
    told.actors = tuple(with_speakers(doc, [*_actors(doc, people, home)]))
    return doc


def _home(doc: Doc, people: Sequence[Person], dateline: str | None) -> str | None:
    """The article's own country: of its agency or dateline, else the one it speaks of most."""
    issued_in = country_of_publisher(doc._.publisher) if doc._.publisher else None
    reported_from = issued_in or country_of_agency(doc) or _country_of_headline(doc) or dateline
    if reported_from is not None:
        return reported_from
    weights = Counter(s.id_ for s in marked(doc, "countries"))
    for place, person in enumerate(people):
        if person.country and "country" in person.inferred and "role" not in person.inferred:
            weights[person.country] += _OF_OWN if place else _OF_FIRST
    return max(weights, key=lambda code: weights[code], default=None)


def _is_joint(doc: Doc) -> bool:
    """Whether several parties speak in the text, so that "we" is none of them: a joint statement, a communiqué."""
    title = next((s for s in marked(doc, "layout") if s.label_ == "title"), None)
    lower = words(doc).lower
    headed = references().joint_texts.first(lower, title.start, title.end) if title is not None else None
    return headed is not None or any(lower[i : i + 3] == ["we", ",", "the"] for i in words(doc).positions.of(_WE))


_WE = frozenset({"we"})
_OF_OWN = 3  # how much more than a mention an official weighs whose country need not be told
_OF_FIRST = 12  # and the first whom the article names


def _country_of_headline(doc: Doc) -> str | None:
    """The country that a headline is filed under: "Rwanda: Army Chief Visits"."""
    title = next((s for s in marked(doc, "layout") if s.label_ == "title"), None)
    first = next(iter(marked(doc, "countries")), None)
    if title is None or first is None or first.start != title.start or first.label_ != "name":
        return None
    return str(first.id_) if words(doc).text[first.end : first.end + 1] == [":"] else None


def dateline_country(doc: Doc) -> str | None:
    """The country of the place from which the article is reported."""
    for dateline in (s for s in marked(doc, "layout") if s.label_ == "dateline"):
        for key in ("places", "countries"):
            for span in marked(doc, key):
                if dateline.start <= span.start < dateline.end:
                    return str(span.id_)
    return None


def _with_countries(doc: Doc, people: Sequence[Person], reported_from: str | None) -> Iterator[Person]:
    """The officials, those without a country given the likeliest; the class of a defence secretary hangs on it."""
    for person, country in with_countries(doc, people, reported_from):
        if country == person.country:
            yield _of_body(person)
            continue
        known = person.role_class == role_class(person.role or "")
        kind = role_class(person.role or "", country) if known else person.role_class
        kind = "other" if person.role_class == "other" and kind == "head_of_state" else kind  # a mere leader's is told
        yield replace(person, country=country, role_class=kind, inferred=(*person.inferred, "country"))


def _of_body(person: Person) -> Person:
    """The official, of whom elsewhere than beside his office is told that he is an organization's."""
    if person.country not in organizations() or person.role_class != role_class(person.role or ""):
        return person
    return replace(person, role_class=role_class(person.role or "", person.country))


def _actors(doc: Doc, people: Sequence[Person], home: str | None) -> Iterator[Actor]:
    """The actors of `doc` in text order, without overlaps, each with those it means."""
    named = [*named_actors(doc)]
    pointers = {p.start: p for p in find_pointers(doc, {actor.start for actor in named if actor.kind == "title"})}
    starts = sentence_starts(doc)
    told = Told(people, None if _is_joint(doc) else home, words(doc))
    told.expect(named)
    for actor in without_overlaps([*named, *(Actor(p.start, p.end, p.kind) for p in pointers.values())]):
        sentence = bisect_right(starts, actor.start)
        pointer = pointers.get(actor.start)
        known = (
            told.completed(actor, sentence)
            if pointer is None or (pointer.end, pointer.kind) != (actor.end, actor.kind)
            else told.resolve(pointer, sentence)
        )
        if known is not None:
            told.add(known, sentence)
            yield known
