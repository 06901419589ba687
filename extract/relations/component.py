"""Relations: what one party did with or to another, as a clause tells it.

`doc._.relations` holds each kind, pair and date once; `doc.spans["relations"]` marks the words that tell it. Plans, wishes and
refusals are no acts.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Span

from extract.clauses.clauses import Sentence
from extract.clauses.sentences import dealings, holding
from extract.meetings.topics import topics_in
from extract.meetings.transcripts import is_transcript
from extract.relations.accords import accord_triggers, find_accords
from extract.relations.acts import Relation
from extract.relations.background import Background
from extract.relations.matter import without_civil
from extract.relations.settling import settle_accords, settle_exercises, settle_visits
from extract.relations.transfers import date_transfers, find_transfers, given_or_sold, transfer_triggers
from extract.relations.visits import find_visits, visit_triggers
from extract.text.calendar import distance, earliest_latest
from extract.text.phrases import Found, Phrases

_ADDRESSING = {"you", "your"}  # talk, and no report
_POINTING = {"pronoun", "group", "office"}
_NEWS = 45  # days before publication
_LONGEST_EXERCISE = 30  # days
_LONGEST_SENTENCE = 500  # tokens; what is longer is a table or a list, and no clause

Doc.set_extension("relations", default=(), force=True)


@Language.component("defense_relations", requires=["doc._.actors", "doc._.meetings"], assigns=["doc._.relations", "doc.spans"])
def find_relations(doc: Doc) -> Doc:
    """Write `doc._.relations` and `doc.spans["relations"]`."""
    found = [*_relations(doc, dealings(doc))]
    doc._.relations = tuple(found)
    doc.spans["relations"] = [Span(doc, r.start, r.end, label=r.type) for r in found]
    return doc


def _relations(doc: Doc, dealings: Sequence[Sentence]) -> Iterator[Relation]:
    """What the sentences tell, each once."""
    background = Background(doc)
    telling = holding(dealings, _triggers().keys)
    told = without_civil([relation for sentence in telling for relation in _read(sentence, background)], doc)
    if told and is_transcript(doc):
        told = [relation for relation in told if _names_both(relation)]
    if not told:
        return
    with_topics = (replace(relation, topics=tuple(topics_in(relation.sentence))) for relation in told)
    settled = given_or_sold(settle_exercises(settle_accords(settle_visits(with_topics, background))), dealings)
    dated = [*date_transfers(settled, dealings)]
    yield from _each_once(_below_headlines(dated, background.published), background.published)


def _names_both(relation: Relation) -> bool:
    """Whether the sentence names both parties, and when: what is said off the cuff is taken only so."""
    sentence = relation.sentence
    named = {code for a in sentence.arguments if a.actor.kind not in _POINTING for code in a.actor.codes}
    named |= {span.id_ for span in (*sentence.places, *sentence.countries)}
    return bool(sentence.dates) and not sentence.is_title and {relation.source, relation.target} <= named


def _read(sentence: Sentence, background: Background) -> Iterator[Relation]:
    """One trigger after the other, each in all its ways."""
    hits = sentence.find(_triggers()) if sentence.end - sentence.start <= _LONGEST_SENTENCE else []
    if not hits or sentence.is_question or not _ADDRESSING.isdisjoint(sentence.lower):
        return
    for hit in hits:
        is_name = not sentence.is_title and hit.start > sentence.start and sentence.words.text[hit.start].istitle()
        for value in hit.value.split():
            kind = value.split(".")[0]
            if is_name and kind != "visited":
                continue
            reader = find_visits if kind == "visited" else find_transfers if "." in value else find_accords
            yield from reader(sentence, Found(hit.start, hit.end, value), background)


@cache
def _triggers() -> Phrases:
    """Words that may tell of a relation → all ways in which they may, separated by blanks."""
    ways: dict[str, list[str]] = {}
    for form, way in (*visit_triggers(), *accord_triggers(), *transfer_triggers()):
        ways.setdefault(form, []).append(way)
    return Phrases((form, " ".join(names)) for form, names in ways.items())


def _below_headlines(told: Sequence[Relation], published: str | None) -> Iterator[Relation]:
    """The relations, without those of headlines that the text tells again with its own day."""
    news = {_ends(r) for r in told if not r.sentence.is_title and r.date and published and _is_news(r.date, published)}
    return (relation for relation in told if not (relation.sentence.is_title and _ends(relation) in news))


def _ends(relation: Relation) -> tuple[str, str, str]:
    return relation.type, relation.source, relation.target


def _is_news(date: str, published: str) -> bool:
    return len(date) == len(published) and _days_apart(date, published) <= _NEWS


def _each_once(relations: Iterable[Relation], published: str | None) -> Iterator[Relation]:
    """One for each kind, pair and date: a date less precise, or none, is the more precise one told again."""
    kept: list[Relation] = []
    for relation in relations:
        like = (i for i, r in enumerate(kept) if _ends(r) == _ends(relation))
        same = next((i for i in like if _is_same(kept[i], relation, published)), None)
        if same is None:
            kept.append(relation)
            continue
        first, second = sorted((kept[same], relation), key=lambda r: (-len(r.date or ""), r.sentence.is_title))
        if first.type == "exercised" and first.date and second.date and len(first.date) == len(second.date):
            first = min(first, second, key=lambda r: r.date or "")
        kept[same] = replace(first, topics=tuple(sorted({*kept[same].topics, *relation.topics})))
    return iter(kept)


def _is_same(one: Relation, other: Relation, published: str | None) -> bool:
    """Whether both tell the same: of an exercise also by its first and its last day; what has no date is news."""
    if one.type == "aided" and one.sentence is other.sentence and not (one.date and other.date):
        return True
    if one.date is None or other.date is None:
        date = one.date or other.date
        return date is None or (_days_apart(date, published) <= _NEWS if published else len(date) != 4)
    if one.type == "exercised" and len(one.date) == len(other.date) == len(published or ""):
        return _days_apart(one.date, other.date) <= _LONGEST_EXERCISE
    return one.date.startswith(other.date) or other.date.startswith(one.date)


def _days_apart(one: str, other: str) -> int:
    """The fewest days that two dates of any precision can be apart."""
    (first, last), (start, end) = earliest_latest(one), earliest_latest(other)
    return 0 if first <= end and start <= last else min(distance(last, start), distance(end, first))
