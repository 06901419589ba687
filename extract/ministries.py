"""Bodies of a country's government: ministries, general staffs, armed forces, presidencies, procurement agencies.

`doc.spans["ministries"]` marks each; `id_` is ``KOR/defense``, or ``/defense`` where the words beside it do not tell whose the body
is: references.py decides that.
"""

from collections.abc import Iterator

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from .gazetteer import country, fold
from .lexicon import ministries
from .tokens import words


@Language.factory("defense_ministries", requires=["doc.spans"], assigns=["doc.spans"])
def make_ministries(nlp: Language, name: str) -> "MinistryFinder":
    """The component that writes `doc.spans["ministries"]`."""
    return MinistryFinder(nlp)


class MinistryFinder:
    """Matches the phrases of ministries.toml, then reads the country beside each."""

    def __init__(self, nlp: Language) -> None:
        table = ministries()
        self.any_case = PhraseMatcher(nlp.vocab, attr="LOWER")
        self.as_written = PhraseMatcher(nlp.vocab)
        for kind, entry in table.kinds.items():
            self.any_case.add(kind, list(nlp.tokenizer.pipe(entry.phrases)))
            self.as_written.add(kind, list(nlp.tokenizer.pipe(entry.abbreviations)))
        for alias, body in table.bodies.items():
            self.as_written.add(body, [nlp.make_doc(alias)])

    def __call__(self, doc: Doc) -> Doc:
        """Write `doc.spans["ministries"]`."""
        named = [*self.any_case(doc, as_spans=True), *self.as_written(doc, as_spans=True)]
        seats = list(_seats(doc))
        owners = _owners_by_edge(doc)
        titles = {i for office in doc._.offices for i in range(office.start, office.end)}
        marked = [span for match in filter_spans(named) for span in _owned(doc, match, owners, titles)]
        doc.spans["ministries"] = filter_spans([*marked, *seats])
        return doc


def _seats(doc: Doc) -> Iterator[Span]:
    """Seats of government that stand for a body: "the Pentagon said". As a place to meet they are only the country."""
    lower = words(doc).lower
    for span in doc.spans.get("countries", ()):
        if span.label_ != "seat":
            continue
        before = lower[span.start - 1] if span.start else ""
        before = lower[span.start - 2] if before == "the" and span.start > 1 else before
        kind = next((seat.kind for seat in country(span.id_).seats if fold(seat.name) == fold(span.text)), None)
        if kind and before not in {"at", "in", "near", "outside", "to"}:
            yield Span(doc, span.start, span.end, label="ministry", span_id=f"{span.id_}/{kind}")


def _owners_by_edge(doc: Doc) -> dict[int, Span]:
    """First and last token of each country's mention → the mention."""
    edges: dict[int, Span] = {}
    for span in doc.spans.get("countries", ()):
        edges[span.start] = edges[span.end - 1] = span
    return edges


def _owned(doc: Doc, match: Span, owners: dict[int, Span], titles: set[int]) -> Iterator[Span]:
    """The match with its country's words and id; nothing for words that only describe ("military cooperation")."""
    table, lower = ministries(), words(doc).lower
    if "/" in match.label_:
        yield Span(doc, match.start, match.end, label="ministry", span_id=match.label_)
        return
    phrase = " ".join(lower[match.start : match.end])
    inside_title = match.start in titles and not _spelled_out(phrase)
    following = lower[match.end] if match.end < len(lower) else ""
    if inside_title or (phrase in table.body_only.words and following in table.body_only.not_before):
        return
    start, end, codes = _country_beside(match, owners, lower)
    if codes or match.label_ not in {"armed_forces", "presidency"}:
        for code in codes or [""]:
            yield Span(doc, start, end, label="ministry", span_id=f"{code}/{match.label_}")


def _spelled_out(phrase: str) -> bool:
    """Whether the words name a body even inside a title ("chief executive of the Ministry of Defence")."""
    return any(word in phrase for word in ("ministry", "department of", "office of"))


def _country_beside(match: Span, owners: dict[int, Span], lower: list[str]) -> tuple[int, int, list[str]]:
    """Start, end and countries of the body: named before it ("Seoul's", "Royal Thai") or behind it ("of the Republic of Korea")."""
    k = match.start - 1
    while k >= 0 and (lower[k] in {"'s", "'", "royal", "national", "own", "federal", "republic", "of", "the"} and k > match.start - 4):
        if lower[k] in {"of", "the", "republic"} and k not in owners:
            break
        k -= 1
    if k >= 0 and k in owners and owners[k].end - 1 == k:
        codes = [owners[k].id_]
        start = owners[k].start
        if start >= 2 and lower[start - 1] in {"and", "-"} and start - 2 in owners:
            codes.append(owners[start - 2].id_)
        return match.start, match.end, codes
    end = match.end
    if lower[end : end + 1] in (["of"], ["for"]):
        after = end + 1 + (lower[end + 1 : end + 2] == ["the"])
        if after in owners and owners[after].start == after and owners[after].label_ != "demonym":
            return match.start, owners[after].end, [owners[after].id_]
    return match.start, match.end, []
