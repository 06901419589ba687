"""Who is meant: counterparts, surnames' owners, "the ministry", "the minister", "he", "the two sides".

Completes `doc._.officials` (the office of a counterpart, the country of a home official), gives every ministry its country, and writes
`doc._.actors`: everything in the text that can act or take part, in order, each with its people and parties.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc, Span

from .actors import find_actors
from .ministries import BOTH
from .namings import Naming
from .nationality import with_countries
from .offices import role_class
from .officials import Person, mark_officials
from .tokens import words

Doc.set_extension("actors", default=(), force=True)
Doc.set_extension("home", default=None, force=True)


@Language.component("defense_references", requires=["doc._.officials"], assigns=["doc._.actors", "doc._.home"])
def resolve_references(doc: Doc) -> Doc:
    """Complete officials and ministries, and write `doc._.actors` and `doc._.home`."""
    doc._.home = _home(doc)
    doc._.officials = tuple(_with_countries(doc))
    doc._.officials = tuple(_with_counterparts(doc))
    mark_officials(doc)
    doc.spans["ministries"] = _with_owners(doc)
    doc._.actors = tuple(find_actors(doc, doc._.home))
    return doc


# ---- officials and ministries -----------------------------------------------------------------------------------------


def _home(doc: Doc) -> str | None:
    """The country whose own officials the article names without saying whose they are: that of the dateline, else of the body that speaks
    first, else the one named most.
    """
    reported_from = dateline_country(doc)
    if reported_from is not None:
        return reported_from
    owned = next((s.id_.split("/")[0] for s in doc.spans.get("ministries", ()) if not s.id_.startswith("/")), None)
    if owned is not None:
        return str(owned)
    named = Counter(s.id_ for s in doc.spans.get("countries", ()))
    return min(named, key=lambda code: (-named[code], code), default=None)


def dateline_country(doc: Doc) -> str | None:
    """The country of the place from which the article is reported."""
    for dateline in (s for s in doc.spans.get("layout", ()) if s.label_ == "dateline"):
        for key in ("places", "countries"):
            for span in doc.spans.get(key, ()):
                if dateline.start <= span.start < dateline.end:
                    return str(span.id_)
    return None


def _with_counterparts(doc: Doc) -> Iterator[Person]:
    """The officials, those known as counterparts with the office of the one whose counterpart they are."""
    people: tuple[Person, ...] = doc._.officials
    namings = sorted(((n, p) for p in people for n in p.namings), key=lambda pair: pair[0].start)
    for person in people:
        phrase = next(((n, o) for n in person.namings for o in n.offices if o.is_counterpart), None)
        if person.role_class or phrase is None:
            yield person
            continue
        holder = _holder(phrase[0], person, namings)
        country = person.country
        if holder is None:
            yield replace(person, country=country, role_class="other")
        else:
            yield replace(
                person,
                country=country,
                role=holder.role,
                role_class=holder.role_class or "other",
                inferred=("role", "role_class"),
            )


def _holder(phrase: Naming, person: Person, namings: list[tuple[Naming, Person]]) -> Person | None:
    """Whose counterpart it is: the official named last before the phrase, else the first behind it, of another country."""
    others = [
        (n, p)
        for n, p in namings
        if p is not person
        and p.role_class
        and p.role_class not in {"spokesperson"}
        and (p.country != person.country or p.country is None)
    ]
    before = [p for n, p in others if n.start < phrase.start]
    return before[-1] if before else next((p for n, p in others if n.start >= phrase.end), None)


def _with_countries(doc: Doc) -> Iterator[Person]:
    """The officials, those of whom no country is told given the one that most speaks for; a defence secretary's class hangs on it."""
    for person, country in with_countries(doc, doc._.officials, dateline_country(doc)):
        if country == person.country:
            yield person
            continue
        kind = (
            role_class(person.role, country)
            if person.role and person.role_class == role_class(person.role)
            else person.role_class
        )
        yield replace(person, country=country, role_class=kind, inferred=(*person.inferred, "country"))


def _with_owners(doc: Doc) -> list[Span]:
    """The ministries and "the ministry", each with a country."""
    lower = words(doc).lower
    spans = list(doc.spans.get("ministries", ()))
    marked = {i for span in spans for i in range(span.start, span.end)}
    bare = [
        Span(doc, i, i + 1, label="ministry", span_id="/")
        for i, word in enumerate(lower)
        if word == "ministry"
        and i not in marked
        and i
        and lower[i - 1] in {"the", "his", "her"}
        and lower[i + 1 : i + 2] != ["of"]
    ]
    owned: list[Span] = []
    for span in sorted([*spans, *bare], key=lambda s: s.start):
        owner, kind = span.id_.split("/")
        if owner and owner != BOTH:
            owned.append(span)
            continue
        for name in _both(doc, span, kind) if owner else _owner(doc, span, kind, owned):
            owned.append(Span(doc, span.start, span.end, label="ministry", span_id=name))
    return owned


def _owner(doc: Doc, span: Span, kind: str, before: Sequence[Span]) -> Iterator[str]:
    """Whose body it is: that of the last like body, else the article's own."""
    last = next((s.id_ for s in reversed(before) if not kind or s.id_.endswith(f"/{kind}")), None)
    if last:
        yield last
    elif doc._.home:
        yield f"{doc._.home}/{kind or 'defense'}"


def _both(doc: Doc, span: Span, kind: str) -> Iterator[str]:
    """The bodies of the two countries that are named last before "the two armed forces"."""
    named = [s for s in doc.spans.get("countries", ()) if s.start < span.start]
    codes = list(dict.fromkeys(s.id_ for s in reversed(named)))[:2]
    if len(codes) == 2:
        yield from (f"{code}/{kind}" for code in codes)
