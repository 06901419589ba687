"""What one side let the other have: aid, and arms sold or delivered."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice

from .acts import (
    Background,
    Relation,
    codes_of,
    company_of,
    dates_between,
    doers,
    is_done,
    is_passive,
    is_subject_known,
    led_by,
    when,
    with_plurals,
)
from .clauses import Sentence
from .money import find_amount
from .phrases import Found, Phrases
from .relation_words import Transfer, relation_words

_AHEAD, _BACK = 18, 26
_REACH = 5
_NEXT = 4  # sentences
_ABOUT = {"on", "about", "how", "regarding", "as"}
_TO = {"to", "for", "in", "with"}


def find_transfers(sentence: Sentence, hit: Found, background: Background) -> Iterator[Relation]:
    """The relations that the verb tells, from the one that gave to each that was given."""
    name, way = hit.value.split(".")
    if not is_done(sentence, hit.start) or not _has_object(sentence, hit, name):
        return
    if not (_is_passive(sentence.words.lower, hit) or is_subject_known(sentence, hit.start)):
        return
    givers, takers = _WAYS[way](sentence, hit)
    givers, takers = _completed(givers, takers, background)
    period = when(sentence, hit.start, hit.end, strict=True)
    detail, amount = _detail(sentence, hit), find_amount(sentence.text(sentence.start, sentence.end))
    for source in givers[:2]:
        for target in takers:
            if source != target:
                yield Relation(
                    sentence,
                    hit.start,
                    hit.end,
                    name,
                    source,
                    target,
                    period.start if period else None,
                    detail,
                    amount=amount[0] if amount else None,
                    currency=amount[1] if amount else None,
                )


def date_transfers(told: Iterable[Relation], sentences: Sequence[Sentence]) -> Iterator[Relation]:
    """The relations, what was given without a day bearing that of the handover told next."""
    for relation in told:
        if relation.type not in {"aided", "supplied_arms"} or relation.date:
            yield relation
            continue
        first = bisect_left(sentences, relation.sentence.start, key=lambda sentence: sentence.start)
        days = (day for sentence in sentences[first : first + _NEXT] if (day := _handover_day(sentence)))
        yield replace(relation, date=next(days, None))


def _handover_day(sentence: Sentence) -> str | None:
    """When the handover was that the sentence tells of."""
    hit = _handovers().first(sentence.words.lower, sentence.start, sentence.end)
    period = when(sentence, hit.start, hit.end, strict=True) if hit and is_done(sentence, hit.start) else None
    return period.start if period and len(period.start) == 10 else None


@cache
def _handovers() -> Phrases:
    return Phrases((word, word) for word in relation_words().aided.handovers)


def _is_passive(lower: Sequence[str], hit: Found) -> bool:
    """Whether what was given stands before the verb: "were given", "given by X", "the donation of"."""
    return is_passive(lower, hit.start) or lower[hit.end : hit.end + 1] == ["by"] or lower[hit.end - 1] == "of"


@cache
def transfer_triggers() -> tuple[tuple[str, str], ...]:
    """Verb forms → the kind they may tell and how they are read."""
    ways = ("giving", "getting", "contracting")
    return tuple(
        (form, f"{name}.{way}") for name in ("aided", "supplied_arms") for way in ways for form in getattr(_kind(name), way)
    )


def _kind(name: str) -> Transfer:
    kind: Transfer = getattr(relation_words(), name)
    return kind


@cache
def _objects(name: str, contracts: bool, traded: bool) -> Phrases:
    kind = _kind(name)
    return with_plurals(kind.contracts if contracts else kind.objects + kind.wares * traded)


def _has_object(sentence: Sentence, hit: Found, name: str) -> bool:
    """Whether what changed hands is named behind the verb, or before it where it is passive or a relative clause."""
    lower = sentence.words.lower
    objects = _objects(name, hit.value.endswith("contracting"), lower[hit.start] in _kind(name).trading)
    stops, dated = (
        relation_words().acts.breaks | _ABOUT,
        {m.start - 1 for m in dates_between(sentence.doc, hit.end, hit.end + _AHEAD)},
    )
    stop = next(
        (k for k in range(hit.end, min(sentence.end, hit.end + _AHEAD)) if lower[k] in stops and k not in dated), sentence.end
    )
    if objects.find(lower, hit.end, min(sentence.end, stop, hit.end + _AHEAD)):
        return True
    before = objects.find(lower, max(sentence.start, hit.start - _BACK), hit.start)
    near = bool(before) and hit.start - before[-1].end <= 1
    return bool(before) and (
        near
        or is_passive(lower, hit.start)
        or not {"which", "that"}.isdisjoint(lower[max(sentence.start, hit.start - 5) : hit.start - 1])
    )


# ---- who -----------------------------------------------------------------------------------------------------------------


def _given(sentence: Sentence, hit: Found) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """“X gave Y a ship”, "X provided Y with ships", "X gave ships to Y", "ships were given by X to Y"."""
    lower = sentence.words.lower
    if lower[hit.end - 1] == "of":
        return _by_noun(sentence, hit)
    passive = is_passive(lower, hit.start) or lower[hit.end : hit.end + 1] == ["by"]
    behind = [a for a in sentence.arguments if a.actor.start >= hit.end and a.actor.codes]
    if passive:
        givers = codes_of(led_by(sentence, hit.end, {"by"}))
        takers = codes_of(led_by(sentence, hit.end, {"to", "for"})) or _subject_of_passive(sentence, hit, givers)
        return givers or codes_of(led_by(sentence, hit.end, {"from"})), takers
    takers = codes_of(led_by(sentence, hit.end, {"to"}))
    if not takers and behind and behind[0].actor.start - hit.end <= 3:
        takers = behind[0].actor.codes
    return codes_of(doers(sentence, hit.start)), takers or codes_of(led_by(sentence, hit.end, _TO))


def _by_noun(sentence: Sentence, hit: Found) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """“X's donation of ships to Y”, "the donation of ships by X", "a gift of X"."""
    takers = codes_of(led_by(sentence, hit.end, {"to", "for"}))
    behind = [a for a in sentence.arguments if hit.end <= a.actor.start <= hit.end + 1 and a.actor.kind != "modifier"]
    if behind:
        return codes_of(behind), takers or codes_of(doers(sentence, hit.start))
    owner = [a for a in sentence.arguments if a.actor.end in {hit.start, hit.start - 1} and a.actor.codes]
    return codes_of(owner or led_by(sentence, hit.end, {"by", "from"}) or doers(sentence, hit.start)), takers


def _subject_of_passive(sentence: Sentence, hit: Found, givers: tuple[str, ...]) -> tuple[str, ...]:
    """“Y was given ships by X”, of those that stand near the verb."""
    near = [a for a in sentence.subjects(hit.start) if hit.start - a.actor.end <= 4]
    return tuple(code for code in codes_of(near) if code not in givers)


def _got(sentence: Sentence, hit: Found) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """“Y received ships from X”, "ships bought from X", "Y ordered Xish ships"."""
    if is_passive(sentence.words.lower, hit.start):
        return codes_of(led_by(sentence, hit.end, {"from"})), codes_of(led_by(sentence, hit.end, {"by"}))
    givers = codes_of(led_by(sentence, hit.end, {"from", "by"}))
    described = (a for a in sentence.arguments if hit.end <= a.actor.start < hit.end + _REACH and a.actor.kind == "modifier")
    return givers or codes_of(islice(described, 1)), codes_of(doers(sentence, hit.start))


def _contracted(sentence: Sentence, hit: Found) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A company of X's contract with Y."""
    seller = company_of(sentence)
    if seller is None:
        return (), ()
    source = seller.actor.codes
    buyers = [a for a in sentence.arguments if a is not seller and a.governor in {"with", "from", "to", "for", "by", "of", ""}]
    return source, tuple(code for code in codes_of(buyers) if code not in source)


def _completed(
    givers: tuple[str, ...], takers: tuple[str, ...], background: Background
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Where only one side is told, the other is the one the article is about besides."""
    if givers and not takers:
        return givers, background.other(givers[0])
    if takers and not givers:
        return background.other(takers[0]), takers
    return givers, takers


def _detail(sentence: Sentence, hit: Found) -> str | None:
    """What was given, in the article's words: behind the verb to the end of the clause, or before a passive verb."""
    lower, words = sentence.words.lower, relation_words().acts
    if is_passive(lower, hit.start):
        start = sentence.start
        end = next(
            (k for k in range(start, hit.start) if lower[k] in {"was", "were", "have", "has", "had", "is", "are"}), hit.start
        )
        return sentence.text(start, end) or None
    end = next(
        (
            k
            for k in range(hit.end, sentence.end)
            if lower[k] in {";", "."} or (lower[k] == "," and not words.speech.isdisjoint(lower[k : k + 9]))
        ),
        sentence.end,
    )
    start = hit.end + (lower[hit.end : hit.end + 1] in (["a"], ["an"], ["the"]))
    return sentence.text(start, end) or None


_WAYS = {"giving": _given, "getting": _got, "contracting": _contracted}
