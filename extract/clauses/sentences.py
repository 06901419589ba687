"""The sentences of a Doc, to read their clauses."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Doc

from extract.clauses.clauses import Sentence
from extract.clauses.marks import Marks
from extract.text.marked import marked, sentence_starts

_KEY = "defense_sentences"


def sentences(doc: Doc) -> tuple[Sentence, ...]:
    """The sentences of `doc` outside site furniture, made once and kept with it."""
    told: tuple[Sentence, ...] | None = doc.user_data.get(_KEY)
    if told is None:
        told = tuple(_sentences(doc))
        doc.user_data[_KEY] = told
    return told


def dealings(doc: Doc) -> tuple[Sentence, ...]:
    """The sentences of `doc` if it names two parties or more: where it names one, none tells of a meeting or an act."""
    named = {code for actor in doc._.actors for code in actor.codes}
    return sentences(doc) if len(named) > 1 else ()


def holding(told: Sequence[Sentence], vocabulary: frozenset[str]) -> list[Sentence]:
    """Those of the sentences in which a word of a vocabulary stands."""
    places = told[0].words.positions.of(vocabulary) if told else []
    return [s for s in told if bisect_left(places, s.start) < bisect_left(places, s.end)] if places else []


def _sentences(doc: Doc) -> Iterator[Sentence]:
    marks = Marks(doc)
    furniture = bytearray(len(doc))
    for span in marked(doc, "furniture"):
        furniture[span.start : span.end] = b"\1" * (span.end - span.start)
    text = marks.words.text
    for start, end in pairwise([*sentence_starts(doc), len(doc)]):
        first = start + (text[start].isspace() and end - start > 1)
        if not furniture[first]:
            yield Sentence(doc, start, end, marks)
