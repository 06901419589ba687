"""Whose a body of government is of which the words beside it do not tell: "the ministry", "the two armed forces"."""

from collections import Counter
from collections.abc import Sequence

from spacy.tokens import Doc, Span

from .ministries import BOTH
from .tokens import words

_LOOSE = frozenset({"the", "his", "her", "its", "their", "our"})
_NEAR = 12


def with_owners(doc: Doc, home: str | None) -> list[Span]:
    """The ministries and "the ministry", each with a country; of "the two armed forces" one span for each."""
    lower = words(doc).lower
    spans = list(doc.spans.get("ministries", ()))
    marked = {i for span in spans for i in range(span.start, span.end)}
    bare = [
        Span(doc, i, i + 1, label="ministry", span_id="/")
        for i, word in enumerate(lower)
        if word == "ministry" and i and i not in marked and lower[i - 1] in _LOOSE and lower[i + 1 : i + 2] != ["of"]
    ]
    reader = _Owners(doc, home)
    owned: list[Span] = []
    for span in sorted([*spans, *bare], key=lambda s: s.start):
        owner, kind = span.id_.split("/")
        if owner and owner != BOTH:
            owned.append(span)
            continue
        codes = reader.both() if owner else [reader.owner(span, kind, owned)]
        owned.extend(
            Span(doc, span.start, span.end, label="ministry", span_id=f"{code}/{_kind(kind, owned)}") for code in codes if code
        )
    return owned


def _kind(kind: str, before: Sequence[Span]) -> str:
    """The kind of "the ministry": that of the ministry named last."""
    if kind:
        return kind
    return next((s.id_.split("/")[1] for s in reversed(before) if s.id_.split("/")[1] in {"defense", "foreign"}), "defense")


class _Owners:
    """The countries and officials of one article, by where they are named."""

    def __init__(self, doc: Doc, home: str | None) -> None:
        self.doc, self.home = doc, home
        self.lower = words(doc).lower
        self.named = sorted((s.start, s.end, s.id_, s.label_) for s in doc.spans.get("countries", ()))
        self.officials: list[tuple[int, int, str]] = sorted(
            (n.start, n.end, p.country) for p in doc._.officials for n in p.namings if p.country and len(p.country) == 3
        )

    def both(self) -> list[str]:
        """The two countries that the article is about."""
        counts = Counter(code for _, _, code, label in self.named if label != "capital") or Counter(
            code for *_, code, _ in self.named
        )
        return sorted(counts, key=lambda code: (-counts[code], code))[:2] if len(counts) > 1 else []

    def owner(self, span: Span, kind: str, before: Sequence[Span]) -> str | None:
        """Whose a body is: by what it leans on, the official beside it, the place where it is, the like body before it."""
        return (
            self._tied(span)
            or self._beside(span)
            or self._there(span)
            or next((s.id_.split("/")[0] for s in reversed(before) if not kind or s.id_.endswith(f"/{kind}")), None)
            or (self._subject(span) if kind == "armed_forces" else None)
            or self.home
        )

    def _tied(self, span: Span) -> str | None:
        """The country that "its", "the country's" or "his" before the body means."""
        k = span.start - 1
        if (
            k >= 1 and self.lower[k] == "'s" and self.lower[k - 1] in {"country", "nation", "kingdom", "republic"}
        ) or self.lower[k] == "its":
            return next((code for start, _, code, _ in reversed(self.named) if start < k), None)
        if self.lower[k] in {"his", "her"}:
            return next((code for start, _, code in reversed(self.officials) if start < k), None)
        return None

    def _beside(self, span: Span) -> str | None:
        """The country of the official whose name or title touches the body: "Defence Ministry spokesman X"."""
        sentence = span.sent
        for start, end, code in self.officials:
            if start >= sentence.end:
                break
            if start < span.end + 3 and span.start < end:
                return code
        return None

    def _there(self, span: Span) -> str | None:
        """The country of the place behind the body: "at the Ministry of Defence in London"."""
        places: list[tuple[int, str]] = sorted(
            (s.start, s.id_) for key in ("places", "countries") for s in self.doc.spans.get(key, ())
        )
        for start, code in places:
            if span.end < start <= span.end + 3 and self.lower[start - 1] in {"in", ","}:
                return code
        return None

    def _subject(self, span: Span) -> str | None:
        """The country named last before the body in its sentence."""
        sentence = span.sent
        return next(
            (
                code
                for start, _, code, label in reversed(self.named)
                if sentence.start <= start < span.start and label != "capital"
            ),
            None,
        )
