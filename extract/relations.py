"""Relations: what one party did with or to another, as a clause tells it.

`doc._.relations` holds each kind, pair and date once; `doc.spans["relations"]` marks the words that tell it. Plans, wishes and refusals
are no acts.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Span

from .clauses import Argument, Sentence, sentences
from .gazetteer import organizations
from .lexicon import RelationKind, relation_kinds
from .meetings import topics_in
from .money import find_amount
from .occasions import Occasion
from .phrases import Found, Phrases
from .telling import period_of, verb_status

Doc.set_extension("relations", default=(), force=True)

_ASIDES = {"said", "says", "told", "reported", "according", "announced", "stated"}
_OF_MEETINGS = {"agreed", "signed"}


@dataclass(frozen=True)
class Relation:
    """One relation told by tokens `start` to `end` of `sentence`; the rest as in the record."""

    sentence: Sentence
    start: int
    end: int
    type: str
    source: str
    target: str
    date: str | None = None
    detail: str | None = None
    topics: tuple[str, ...] = ()
    amount: float | None = None
    currency: str | None = None
    documents: tuple[str, ...] = ()


@Language.component("defense_relations", requires=["doc._.actors", "doc._.meetings"], assigns=["doc._.relations", "doc.spans"])
def find_relations(doc: Doc) -> Doc:
    """Write `doc._.relations` and `doc.spans["relations"]`."""
    told = [relation for sentence in sentences(doc) for relation in _told(sentence)]
    doc._.relations = tuple(_each_once(_dated(relation, doc._.meetings) for relation in told))
    doc.spans["relations"] = [Span(doc, r.start, r.end, label=r.type) for r in doc._.relations]
    return doc


def _told(sentence: Sentence) -> Iterator[Relation]:
    for hit in _verbs().find(sentence.words.lower, sentence.start, sentence.end):
        for name in hit.value.split():
            kind = relation_kinds()[name]
            if verb_status(sentence, hit.start) != "held" or not _object_fits(sentence, hit, kind):
                continue
            for source, target in _symmetric(sentence, hit) if kind.symmetric else _directed(sentence, hit, kind):
                yield _relation(sentence, hit, name, source, target)


@cache
def _verbs() -> Phrases:
    """Verb forms → the kinds they may tell, separated by blanks."""
    kinds: dict[str, list[str]] = {}
    for name, kind in relation_kinds().items():
        for form in (*kind.verbs, *kind.buying):
            kinds.setdefault(form, []).append(name)
    return Phrases((form, " ".join(names)) for form, names in kinds.items())


@cache
def _objects(name: str) -> Phrases:
    return Phrases((word, word) for word in relation_kinds()[name].objects)


def _object_fits(sentence: Sentence, hit: Found, kind: RelationKind) -> bool:
    """Whether the verb has an object of the kind behind it, or before it where it is passive, and goes on as it must."""
    lower = sentence.words.lower
    if kind.objects:
        objects = Phrases((word, word) for word in kind.objects) if kind is None else _objects(next(n for n, k in relation_kinds().items() if k is kind))
        behind = objects.find(lower, hit.end, min(sentence.end, hit.end + 18))
        before = objects.find(lower, max(sentence.start, hit.start - 22), hit.start) if kind.passive and _passive(lower, hit.start) else []
        if not behind and not before:
            return False
    return not kind.followed or any(word in kind.followed for word in lower[hit.end : min(sentence.end, hit.end + 16)])


def _passive(lower: list[str], verb: int) -> bool:
    return any(word in {"was", "were", "been", "being", "is", "are"} for word in lower[max(0, verb - 3) : verb])


def _symmetric(sentence: Sentence, hit: Found) -> Iterator[tuple[str, str]]:
    """The pair that acted together; more than three countries stand aside for the bodies among them."""
    codes = _codes(sentence.subjects(hit.start)) if not _passive(sentence.words.lower, hit.start) else []
    if len(codes) < 2:
        codes = list(dict.fromkeys([*codes, *_codes(sentence.objects(hit.end, ("with", "between", "by", "and"))), *_pair_behind(sentence, hit)]))
    bodies = [c for c in codes if c in organizations()]
    if len(codes) > 3:
        members = {m for body in bodies for m in organizations()[body].members}
        codes = [c for c in codes if c not in members]
    if len(codes) in {2, 3}:
        ordered = sorted(codes)
        yield from ((a, b) for i, a in enumerate(ordered) for b in ordered[i + 1 :])


def _pair_behind(sentence: Sentence, hit: Found) -> list[str]:
    """ "the upgrade of the A-B relations": two parties joined by a hyphen right behind the word."""
    near = [a for a in sentence.arguments if hit.end <= a.actor.start <= hit.end + 8]
    return [c for a, b in zip(near, near[1:], strict=False) if b.chained and "-" in sentence.words.lower[a.actor.end : b.actor.start] for c in (*a.actor.codes, *b.actor.codes)]


def _directed(sentence: Sentence, hit: Found, kind: RelationKind) -> Iterator[tuple[str, str]]:
    """From the one who acted to the one it was done to."""
    verb = " ".join(sentence.words.lower[hit.start : hit.end])
    subject = _codes(_thanked(sentence, hit) or sentence.subjects(hit.start))
    behind = [a for a in sentence.arguments if a.actor.start >= hit.end and a.actor.codes]
    reached = next((a for a in behind if _reaches(sentence, hit, a, kind)), None)
    if not subject or reached is None:
        return
    source, target = subject[0], reached.actor.codes[0]
    if verb in kind.buying:
        source, target = target, source
    if source != target:
        yield source, target


def _thanked(sentence: Sentence, hit: Found) -> list[Argument]:
    """ "thanked the Korean government for granting": the one thanked acted."""
    lower = sentence.words.lower
    if lower[hit.start - 1] != "for":
        return []
    return [a for a in sentence.arguments if a.actor.end == hit.start - 1][:1]


def _reaches(sentence: Sentence, hit: Found, argument: Argument, kind: RelationKind) -> bool:
    """Whether the party behind the verb is the one it was done to."""
    between = sentence.words.lower[hit.end : argument.actor.start]
    if not _ASIDES.isdisjoint(between):
        return False
    if kind.targets == {""}:
        return argument.actor.kind == "country" and len([w for w in between if w not in {"the", ",", "and"}]) == 0
    return argument.governor in kind.targets and argument.actor.kind != "modifier"


def _codes(arguments: list[Argument]) -> list[str]:
    return list(dict.fromkeys(code for a in arguments for code in a.actor.codes))


def _relation(sentence: Sentence, hit: Found, name: str, source: str, target: str) -> Relation:
    period = period_of(sentence, hit.start, hit.end)
    detail = _detail(sentence, hit, name)
    amount = find_amount(str(sentence.doc[hit.start : sentence.end].text)) if name in {"aided", "supplied_arms", "signed"} else None
    document = detail if name == "signed" and detail else None
    return Relation(
        sentence,
        hit.start,
        hit.end,
        name,
        source,
        target,
        period.start if period else None,
        detail,
        tuple(topics_in(sentence)),
        amount[0] if amount else None,
        amount[1] if amount else None,
        (document,) if document else (),
    )


def _detail(sentence: Sentence, hit: Found, name: str) -> str | None:
    """What was agreed, signed, given: the words behind the verb up to the end of its clause, without the date."""
    lower = sentence.words.lower
    dated = {i for m in sentence.doc._.dates for i in range(m.start, m.end)}
    start = _level_start(lower, hit.end, sentence.end) if name == "upgraded_ties" else hit.end
    while start < sentence.end and (start in dated or lower[start] in {"to", "on", "that", "the", "upon", "a", "an", "further", ","}):
        start += 1
    end = start
    while end < sentence.end and not (lower[end] in {";", "\n\n", ".", "./"} or (name == "upgraded_ties" and (end in dated or lower[end] == ",")) or (lower[end] == "," and not _ASIDES.isdisjoint(lower[end : end + 9]))):
        end += 1
    while end > start and (end - 1 in dated or lower[end - 1] in {",", "in", "on", "and", ".", "”", '"', "/"}):
        end -= 1
    return " ".join(str(sentence.doc[start:end].text).split()) or None


def _level_start(lower: list[str], start: int, end: int) -> int:
    """Behind the "to" that leads to the level of upgraded ties."""
    return next((i + 1 for i in range(start, min(end, start + 20)) if lower[i] == "to"), start)


def _dated(relation: Relation, meetings: tuple[Occasion, ...]) -> Relation:
    """What was agreed or signed without a date of its own bears that of the meeting told last of the same parties."""
    if relation.date is not None or relation.type not in _OF_MEETINGS:
        return relation
    pair = {relation.source, relation.target}
    here = [o for o in meetings if o.status == "held" and pair <= set(o.parties) and o.date and any(s.sentence.start <= relation.start for s in o.tellings)]
    last = max(here, key=lambda o: max(s.start for s in o.tellings if s.sentence.start <= relation.start), default=None)
    return replace(relation, date=last.date) if last else relation


def _each_once(relations: Iterator[Relation]) -> Iterator[Relation]:
    """One for each kind, pair and date; what is undated is the dated one told again."""
    kept: list[Relation] = []
    for relation in relations:
        like = [r for r in kept if (r.type, r.source, r.target) == (relation.type, relation.source, relation.target)]
        same = next((r for r in like if r.date == relation.date or r.date is None or relation.date is None), None)
        if same is None:
            kept.append(relation)
            continue
        best = relation if same.date is None and relation.date is not None else same
        kept[kept.index(same)] = replace(best, topics=tuple(sorted({*same.topics, *relation.topics})))
    return iter(kept)
