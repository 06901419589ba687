"""Relations: what one party did with or to another, as a clause tells it.

`doc._.relations` holds each kind, pair and date once; `doc.spans["relations"]` marks the words that tell it. Plans, wishes and
refusals are no acts.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Span

from .accords import accord_triggers, find_accords
from .acts import Background, Relation
from .clauses import Sentence, sentences
from .meetings import topics_in
from .phrases import Found, Phrases
from .relation_words import relation_words
from .transfers import find_transfers, transfer_triggers
from .visits import find_visits, settle_visits, visit_triggers

_ADDRESSING = {"you", "your"}  # talk, and no report
_LONGEST_SENTENCE = 500  # tokens; what is longer is a table or a list, and no clause

Doc.set_extension("relations", default=(), force=True)


@Language.component("defense_relations", requires=["doc._.actors", "doc._.meetings"], assigns=["doc._.relations", "doc.spans"])
def find_relations(doc: Doc) -> Doc:
    """Write `doc._.relations` and `doc.spans["relations"]`."""
    background = Background(doc)
    told = [relation for sentence in sentences(doc) for relation in _told(sentence, background)]
    doc._.relations = tuple(_each_once(settle_visits(told, background)))
    doc.spans["relations"] = [Span(doc, r.start, r.end, label=r.type) for r in doc._.relations]
    return doc


def _told(sentence: Sentence, background: Background) -> Iterator[Relation]:
    """What the sentence tells; arms that changed hands were sold, unless words of giving are beside them."""
    relations = list(_read(sentence, background))
    both = {(r.source, r.target, r.start) for r in relations if r.type == "supplied_arms"}
    both &= {(r.source, r.target, r.start) for r in relations if r.type == "aided"}
    given = not relation_words().aided.gratis.isdisjoint(sentence.lower)
    for relation in relations:
        if (relation.source, relation.target, relation.start) not in both or (relation.type == "aided") == given:
            yield replace(relation, topics=tuple(topics_in(sentence)))


def _read(sentence: Sentence, background: Background) -> Iterator[Relation]:
    """One trigger after the other, each in all its ways."""
    if sentence.end - sentence.start > _LONGEST_SENTENCE or sentence.is_question or not _ADDRESSING.isdisjoint(sentence.lower):
        return
    for hit in _triggers().find(sentence.words.lower, sentence.start, sentence.end):
        for value in hit.value.split():
            kind = value.split(".")[0]
            reader = find_visits if kind == "visited" else find_transfers if "." in value else find_accords
            yield from reader(sentence, Found(hit.start, hit.end, value), background)


@cache
def _triggers() -> Phrases:
    """Words that may tell of a relation → all ways in which they may, separated by blanks."""
    ways: dict[str, list[str]] = {}
    for form, way in (*visit_triggers(), *accord_triggers(), *transfer_triggers()):
        ways.setdefault(form, []).append(way)
    return Phrases((form, " ".join(names)) for form, names in ways.items())


def _each_once(relations: Iterable[Relation]) -> Iterator[Relation]:
    """One for each kind, pair and date: a date less precise, or none, is the more precise one told again."""
    kept: list[Relation] = []
    for relation in relations:
        like = (
            i for i, r in enumerate(kept) if (r.type, r.source, r.target) == (relation.type, relation.source, relation.target)
        )
        same = next((i for i in like if _dates_agree(kept[i].date, relation.date)), None)
        if same is None:
            kept.append(relation)
            continue
        best = max(kept[same], relation, key=lambda r: (len(r.date or ""), not r.sentence.is_title))
        kept[same] = replace(best, topics=tuple(sorted({*kept[same].topics, *relation.topics})))
    return iter(kept)


def _dates_agree(one: str | None, other: str | None) -> bool:
    if one is None or other is None:  # what happened in another year is not the undated news
        return len(one or other or "") != 4
    return one.startswith(other) or other.startswith(one)
