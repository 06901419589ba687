"""Bodies of a country's government: ministries, general staffs, armed forces, presidencies, procurement agencies.

`doc.spans["ministries"]` marks each; `id_` is ``KOR/defense``; ``/defense`` where the words beside it do not tell whose the
body is, and ``&/armed_forces`` for "the two armed forces": owners.py decides these.
"""

from collections.abc import Iterator
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Span

from .gazetteer import country, fold
from .lexicon import Ministries, ministries, titles
from .phrases import Phrases
from .prose import Prose, prose

BOTH = "&"
_Titles = dict[int, tuple[int, int]]  # word → first and last word of the office phrase that holds it


@Language.component("defense_ministries", requires=["doc.spans", "doc._.offices"], assigns=["doc.spans"])
def mark_ministries(doc: Doc) -> Doc:
    """Write `doc.spans["ministries"]`."""
    found, table = prose(doc), ministries()
    held: _Titles = {}
    for office in doc._.offices:
        first, last = found.word[office.start], found.word[office.end - 1] + 1
        held.update(dict.fromkeys(range(first, last), (first, last)))
    marked = list(_seats(doc))
    taken = {i for span in marked for i in range(span.start, span.end)}
    for start, end, name in _named(found, table):
        for first, last, owner, kind in _owned(start, end, name, found, held, table):
            begin, stop = found.tokens(first, last)
            if begin not in taken:
                marked.append(Span(doc, begin, stop, label="ministry", span_id=f"{owner}/{kind}"))
    doc.spans["ministries"] = sorted(marked, key=lambda span: span.start)
    return doc


@cache
def kind_of(words: str) -> str | None:
    """The kind of a body in words: ``kind_of("maritime self defense force") == "armed_forces"``."""
    kinds = ministries().kinds
    return next((kind for kind, entry in kinds.items() if any(phrase in words for phrase in entry.phrases)), None)


@cache
def _phrases() -> Phrases:
    table = ministries()
    kinds = ((phrase, kind) for kind, entry in table.kinds.items() for phrase in entry.phrases)
    return Phrases([*table.bodies.items(), *kinds])


@cache
def _abbreviations() -> dict[str, str]:
    """Abbreviations as they stand → kind, or ``CHN/armed_forces`` for a body of one country."""
    table = ministries()
    kinds = {short: kind for kind, entry in table.kinds.items() for short in entry.abbreviations}
    return kinds | {short: f"{body.country}/{kind_of(body.words)}" for short, body in table.acronyms.items()}


def _named(found: Prose, table: Ministries) -> list[tuple[int, int, str]]:
    """Where bodies are named, in text order: (start, end, kind or whose body of which kind)."""
    hits = [(hit.start, hit.end, hit.value) for hit in _phrases().find(found.lower, 0, len(found.lower))]
    taken = {i for start, end, _ in hits for i in range(start, end)}
    short, codes = _abbreviations(), {owner.code for owner in found.owners.values()}
    for i, word in enumerate(found.text):
        if word in short and i not in taken and i not in found.owners:
            owner, _, kind = short[word].rpartition("/")
            if not owner or owner in codes:
                hits.append((i, i + 1, f"{owner}/{kind}" if owner else kind))
    return sorted(hits)


def _seats(doc: Doc) -> Iterator[Span]:
    """Seats of government that stand for a body: "the Pentagon said". As a place to meet they are only the country."""
    lower = prose(doc).lower
    for span in doc.spans.get("countries", ()):
        if span.label_ != "seat":
            continue
        start = prose(doc).word[span.start]
        before = lower[start - 1] if start else ""
        before = lower[start - 2] if before in {"the", "al"} and start > 1 else before
        kind = next((seat.kind for seat in country(span.id_).seats if fold(seat.name) == fold(span.text)), None)
        if kind and before not in ministries().beside.at:
            yield Span(doc, span.start, span.end, label="ministry", span_id=f"{span.id_}/{kind}")


def _owned(
    start: int, end: int, name: str, found: Prose, held: _Titles, table: Ministries
) -> Iterator[tuple[int, int, str, str]]:
    """The body with each of its owners; nothing for words that only describe ("military cooperation")."""
    owner, _, kind = name.rpartition("/")
    phrase = " ".join(found.lower[start:end])
    following = found.lower[end] if end < len(found.lower) else ""
    inside_title = (
        _is_in_title(start, end, found, held) and not _is_spelled_out(phrase) and not _is_named_apart(start, end, found)
    )
    if inside_title or (phrase in table.body_only.words and _is_description(start, following, found, table)):
        return
    if owner:
        yield start, end, owner, kind
        return
    owners = _owners_before(start, found) or _owners_behind(end, found)
    if not owners and kind in {"armed_forces", "presidency"} and not _is_definite(start, end, phrase, found, table):
        return
    for code in owners or [""]:
        yield start, end, code, kind


def _is_description(start: int, following: str, found: Prose, table: Ministries) -> bool:
    """Whether "military" or "navy" only describes the word behind it; "the Philippine Navy and …" is a body."""
    named = found.text[start][0].isupper() and following in {"and", "to"}
    return following in table.body_only.not_before and not named


def _is_definite(start: int, end: int, phrase: str, found: Prose, table: Ministries) -> bool:
    """Whether a body without an owner is one that the article knows ("the army said"), and no mere description."""
    if phrase not in table.body_only.loose:
        return True
    following = found.lower[end] if end < len(found.lower) else "."
    closed = not following[0].isalpha() or following in titles().acts or following in {"there", "would", "could", "in", "to"}
    return closed and (found.says(start - 1, "the") or found.says(start - 1, "'s"))


def _is_in_title(start: int, end: int, found: Prose, held: _Titles) -> bool:
    """Whether an office phrase holds the body and more than it and its country."""
    first, last = held.get(start, (start, start))
    return any(
        not start <= k < end and k not in found.owners and found.lower[k] not in {"'s", "the", "of"} for k in range(first, last)
    )


def _is_spelled_out(phrase: str) -> bool:
    """Whether the words name a body even inside a title ("chief executive of the Ministry of Defence")."""
    return any(word in phrase for word in ("ministry", "department of", "office", "commission"))


def _is_named_apart(start: int, end: int, found: Prose) -> bool:
    """Whether a title names the body with its country: "chief of staff of the Omani Armed Forces", "the Malian Army's head"."""
    owner = found.owners.get(start - 1) or (
        found.owners.get(start - 2) if found.lower[start - 1] in ministries().beside.before else None
    )
    if owner is None:
        return found.says(start - 1, "'s") and found.lower[start - 2] in {"country", "nation"}
    before = found.lower[owner.start - 1] if owner.start else ""
    before = found.lower[owner.start - 2] if before == "the" and owner.start > 1 else before
    return before in {"of", "for", "in", "at", "heads", "headed", "led", "leads", "chaired", "chairs"} or found.says(end, "'s")


def _owners_before(start: int, found: Prose) -> list[str]:
    """Whose body it is by the words before it: "Seoul's", "the Royal Thai", "the U.S. and Polish", "the two"."""
    lower, beside, k = found.lower, ministries().beside, start - 1
    while k >= 0 and start - k < 5 and (lower[k] in beside.before or lower[k][0].isdigit()):
        if k in found.owners:
            break
        k -= 1
    if k < 0:
        return []
    if k not in found.owners:
        return [BOTH] if lower[k] in beside.two or (lower[k] in beside.sides and start - k > 1) else []
    codes = [found.owners[k].code]
    k = found.owners[k].start
    while k >= 2 and lower[k - 1] in {"and", "-", ",", "/"}:
        before = found.owners.get(k - 2) or (found.owners.get(k - 3) if lower[k - 2] in {"'s", ","} else None)
        if before is None or (lower[k - 1] == "," and len(codes) < 2):
            break
        codes.append(before.code)
        k = before.start
    return codes[::-1]


def _owners_behind(end: int, found: Prose) -> list[str]:
    """Whose body it is by the words behind it: "of the Republic of Korea", "of A, B and C", "of both countries"."""
    lower, beside = found.lower, ministries().beside
    end += 3 * (lower[end : end + 1] == ["("] and lower[end + 2 : end + 3] == [")"])
    if lower[end : end + 1] not in (["of"], ["for"]):
        return []
    k = end + 1
    while k < len(lower) and lower[k] in {"the", "our", "these"}:
        k += 1
    if k < len(lower) and lower[k] in beside.sides | beside.two:
        return [BOTH]
    codes: list[str] = []
    while found.begins_owner(k) and found.owners[k].label != "demonym":
        codes.append(found.owners[k].code)
        k = found.owners[k].end
        while k < len(lower) and lower[k] in {",", "and", "the"}:
            k += 1
    return codes
