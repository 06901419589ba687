"""From an annotated Doc to the Record: characters for tokens, sentences for evidence."""

from bisect import bisect_right
from collections.abc import Iterable
from typing import Any

from pydantic import TypeAdapter
from spacy.tokens import Doc

from extract import __version__
from extract.article import Article
from extract.meetings.occasion import Occasion
from extract.meetings.series import Series as ToldSeries
from extract.officials.person import Person
from extract.record import ArticleSource, Meeting, Mention, Ministry, Official, Record, Relation, Series
from extract.references.actors import Actor
from extract.relations.acts import Relation as ToldRelation
from extract.text.marked import Marked, marked, sentence_starts
from extract.text.tokens import words

_LONGEST_EVIDENCE = 2_000
_MENTIONED = {"country": "countries", "organization": "organizations", "ministry": "ministries", "official": "officials"}


def record_of(doc: Doc, article: Article) -> Record:
    """What the annotated `doc` says, as the record of `article`."""
    found, told = _Found(doc), doc._
    return Record(
        id=article.id,
        published=told.published or told.published_month,
        title=told.title,
        countries=tuple(sorted({span.id_ for span in found.spans["country"]})),
        organizations=tuple(sorted({span.id_ for span in found.spans["organization"]})),
        ministries=tuple(_ministries(found)),
        officials=tuple(_official(found, person) for person in told.officials),
        meetings=tuple(_meeting(found, occasion) for occasion in told.meetings),
        relations=tuple(_relation(found, relation) for relation in told.relations),
        series=tuple(_series(found, series) for series in told.series),
        article=ArticleSource(url=article.url, publisher=article.publisher),
        mentions=_mentions(found),
        extractor=__version__,
    )


class _Found:
    """What was marked in a Doc outside site furniture, by kind of mention, and where its sentences begin."""

    def __init__(self, doc: Doc) -> None:
        furniture = {i for span in marked(doc, "furniture") for i in range(span.start, span.end)}
        self.words = words(doc)
        self.actors: list[Actor] = [actor for actor in doc._.actors if actor.start not in furniture]
        self.spans: dict[str, list[Marked]] = {
            kind: [span for span in marked(doc, key) if span.start not in furniture and span.label_ != "heads"]
            for kind, key in _MENTIONED.items()
        }
        self._sentences = [*sentence_starts(doc), len(doc)]

    def evidence(self, start: int, end: int) -> dict[str, Any]:
        """The sentence of token `start` and where it stands; of a very long one the window around tokens `start` to `end`."""
        number = bisect_right(self._sentences, start) - 1
        first, last = self.words.characters(self._sentences[number], self._sentences[number + 1])
        if last - first > _LONGEST_EVIDENCE:
            trigger = self.words.offsets[start]
            first = max(first, min(trigger - _LONGEST_EVIDENCE // 2, last - _LONGEST_EVIDENCE))
            last = min(last, first + _LONGEST_EVIDENCE)
        text = self.words.whole[first:last]
        first += len(text) - len(text.lstrip())
        text = text.strip()
        return {"evidence": text, "start_char": first, "end_char": first + len(text)}


def _ministries(found: _Found) -> Iterable[Ministry]:
    seen: dict[str, Marked] = {}
    for span in found.spans["ministry"]:
        seen.setdefault(span.id_, span)
    for name in sorted(seen):
        country, kind = name.split("/")
        yield Ministry(country=country, kind=kind, **found.evidence(seen[name].start, seen[name].end))


def _official(found: _Found, person: Person) -> Official:
    naming = next((n for n in person.namings if n.offices), person.namings[0])
    return Official(
        name=person.name,
        country=person.country,
        role=person.role,
        role_class=person.role_class or "other",
        inferred=person.inferred,
        **found.evidence(naming.start, naming.end),
    )


def _meeting(found: _Found, occasion: Occasion) -> Meeting:
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
        trigger=found.words.characters(best.start, best.end),
        **found.evidence(best.start, best.end),
    )


def _relation(found: _Found, relation: ToldRelation) -> Relation:
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
        trigger=found.words.characters(relation.start, relation.end),
        **found.evidence(relation.start, relation.end),
    )


def _series(found: _Found, series: ToldSeries) -> Series:
    return Series(
        name=series.name,
        parties=series.parties,
        since=series.since,
        cadence=series.cadence,
        skipped=series.skipped,
        **found.evidence(series.start, series.end),
    )


def _mentions(found: _Found) -> tuple[Mention, ...]:
    """Every mention of a country, organization, ministry or official, pronouns included, in text order."""
    places = {(span.start, span.end, kind, span.id_) for kind, spans in found.spans.items() for span in spans}
    places |= {
        (actor.start, actor.end, "official", actor.people[0])
        for actor in found.actors
        if actor.kind in {"pronoun", "office"} and len(actor.people) == 1
    }
    characters = found.words.characters
    told = ((kind, name, *characters(start, end)) for start, end, kind, name in sorted(places))
    return _MENTIONS.validate_python(
        [{"kind": kind, "id": name, "start_char": first, "end_char": last} for kind, name, first, last in told]
    )


_MENTIONS = TypeAdapter(tuple[Mention, ...])  # dozens are made at once faster than one by one
