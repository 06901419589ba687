"""From an annotated Doc to the Record: characters for tokens, sentences for evidence."""

from collections.abc import Iterable
from typing import Any

from spacy.tokens import Doc, Span

from . import __version__
from .article import Article
from .clauses import Sentence
from .occasions import Occasion
from .officials import Person
from .record import ArticleSource, Meeting, Mention, Ministry, Official, Record, Relation, Series

_LONGEST_EVIDENCE = 2_000


def record_of(doc: Doc, article: Article) -> Record:
    """What the annotated `doc` says, as the record of `article`."""
    furniture = {i for span in doc.spans.get("furniture", ()) for i in range(span.start, span.end)}
    return Record(
        id=article.id,
        published=doc._.published,
        title=doc._.title,
        countries=tuple(sorted(_ids(doc, "countries", furniture))),
        organizations=tuple(sorted(_ids(doc, "organizations", furniture))),
        ministries=tuple(_ministries(doc, furniture)),
        officials=tuple(_official(doc, person) for person in doc._.officials),
        meetings=tuple(_meeting(doc, occasion) for occasion in doc._.meetings),
        relations=tuple(_relation(doc, relation) for relation in doc._.relations),
        series=tuple(_series(doc, series) for series in doc._.series),
        article=ArticleSource(url=article.url, publisher=article.publisher),
        mentions=tuple(_mentions(doc, furniture)),
        extractor=__version__,
    )


def _outside(spans: Iterable[Span], furniture: set[int]) -> Iterable[Span]:
    return (span for span in spans if span.start not in furniture)


def _ids(doc: Doc, key: str, furniture: set[int]) -> set[str]:
    return {span.id_ for span in _outside(doc.spans.get(key, ()), furniture)}


def _evidence(doc: Doc, start: int, end: int) -> dict[str, Any]:
    """The sentence of tokens `start` to `end` and where it stands; of a very long one the window around them."""
    sentence = doc[start].sent
    first, last = sentence.start_char, sentence.end_char
    text = doc.text[first:last]
    first += len(text) - len(text.lstrip())
    last -= len(text) - len(text.rstrip())
    if last - first > _LONGEST_EVIDENCE:
        trigger = doc[start].idx
        first = max(first, min(trigger - _LONGEST_EVIDENCE // 2, last - _LONGEST_EVIDENCE))
        last = min(last, first + _LONGEST_EVIDENCE)
    return {"evidence": doc.text[first:last], "start_char": first, "end_char": last}


def _trigger(doc: Doc, start: int, end: int) -> tuple[int, int]:
    return doc[start].idx, doc[end - 1].idx + len(doc[end - 1])


def _ministries(doc: Doc, furniture: set[int]) -> Iterable[Ministry]:
    seen: dict[str, Span] = {}
    for span in _outside(doc.spans.get("ministries", ()), furniture):
        seen.setdefault(span.id_, span)
    for name in sorted(seen):
        country, kind = name.split("/")
        yield Ministry(country=country, kind=kind, **_evidence(doc, seen[name].start, seen[name].end))


def _official(doc: Doc, person: Person) -> Official:
    naming = next((n for n in person.namings if n.offices), person.namings[0])
    return Official(
        name=person.name,
        country=person.country,
        role=person.role,
        role_class=person.role_class or "other",
        inferred=person.inferred,
        **_evidence(doc, naming.start, naming.end),
    )


def _meeting(doc: Doc, occasion: Occasion) -> Meeting:
    best = occasion.best
    return Meeting(
        date=occasion.date,
        end=occasion.end,
        status=occasion.status,
        mode=occasion.mode or "in_person",
        name=occasion.name,
        parties=tuple(occasion.parties),
        officials=tuple(occasion.people),
        place=occasion.place,
        place_country=occasion.place_country,
        sidelines_of=occasion.sidelines_of,
        level=occasion.level,
        ordinal=occasion.ordinal,
        series=occasion.series,
        topics=tuple(occasion.topics),
        sides=occasion.sides,
        trigger=_trigger(doc, best.start, best.end),
        **_evidence(doc, best.start, best.end),
    )


def _relation(doc: Doc, relation: Any) -> Relation:
    return Relation(
        type=relation.type,
        source=relation.source,
        target=relation.target,
        date=relation.date,
        detail=relation.detail,
        topics=relation.topics,
        amount=relation.amount,
        currency=relation.currency,
        documents=relation.documents,
        trigger=_trigger(doc, relation.start, relation.end),
        **_evidence(doc, relation.start, relation.end),
    )


def _series(doc: Doc, series: Any) -> Series:
    return Series(
        name=series.name,
        parties=series.parties,
        since=series.since,
        cadence=series.cadence,
        skipped=series.skipped,
        **_evidence(doc, series.start, series.end),
    )


def _mentions(doc: Doc, furniture: set[int]) -> Iterable[Mention]:
    """Every mention of a country, organization, ministry or official, pronouns included, in text order."""
    found = [
        *(("country", span) for span in doc.spans.get("countries", ())),
        *(("organization", span) for span in doc.spans.get("organizations", ())),
        *(("ministry", span) for span in doc.spans.get("ministries", ())),
        *(("official", span) for span in doc.spans.get("officials", ())),
    ]
    mentions = [Mention(kind=kind, id=span.id_, start_char=span.start_char, end_char=span.end_char) for kind, span in found if span.start not in furniture]
    for actor in doc._.actors:
        if actor.kind in {"pronoun", "office"} and len(actor.people) == 1:
            start, end = _trigger(doc, actor.start, actor.end)
            mentions.append(Mention(kind="official", id=actor.people[0], start_char=start, end_char=end))
    return sorted(set(mentions), key=lambda m: (m.start_char, m.end_char, m.kind, m.id))
