"""What components have marked in a Doc, as plain tuples and lists, which are many times faster to read than spans."""

from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy
from spacy.attrs import SENT_START
from spacy.tokens import Doc, Span, SpanGroup


class Marked(NamedTuple):
    """Tokens `start` to `end` of a Doc, with what spaCy's span names say of them."""

    start: int
    end: int
    label_: str
    id_: str = ""


def mark(doc: Doc, key: str, found: Iterable[Marked]) -> None:
    """Write ``doc.spans[key]``, and what stands in it for `marked`."""
    found = tuple(found)
    spans = [Span(doc, start, end, label=label, span_id=name) for start, end, label, name in found]
    group = doc.spans[key] = SpanGroup(doc, name=key, spans=spans)
    _kept(doc)[key] = group, found


def marked(doc: Doc, key: str) -> tuple[Marked, ...]:
    """What stands in ``doc.spans[key]``, in its order; read only where something other than `mark` has written it."""
    group = doc.spans.get(key)
    if group is None:
        return ()
    kept = _kept(doc)
    source, found = kept.get(key, (None, ()))
    if source is None or source is not group or len(found) != len(group):
        found = tuple(Marked(span.start, span.end, span.label_, span.id_) for span in group)
        kept[key] = group, found
    return found


def _kept(doc: Doc) -> dict[str, tuple[SpanGroup | None, tuple[Marked, ...]]]:
    kept: dict[str, tuple[SpanGroup | None, tuple[Marked, ...]]] = doc.user_data.setdefault(_KEY, {})
    return kept


def mark_sentences(doc: Doc, starts: Iterable[int]) -> None:
    """Let a sentence of `doc`, which is not empty, begin at its first token and at `starts`, and at no other."""
    firsts = sorted({0, *starts})
    begins: Any = numpy.empty(len(doc), dtype="int64")
    begins.fill(-1)
    begins[firsts] = 1
    doc.from_array([SENT_START], begins.view("uint64"))
    doc.user_data[_STARTS] = firsts


def sentence_starts(doc: Doc) -> list[int]:
    """The first token of each sentence of `doc`, whose layout is known."""
    starts: list[int] | None = doc.user_data.get(_STARTS)
    if starts is None:
        starts = doc.user_data[_STARTS] = (doc.to_array("SENT_START") == 1).nonzero()[0].tolist()
    return starts


_KEY = "defense_marked"
_STARTS = "defense_sentence_starts"
