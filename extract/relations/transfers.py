"""What one side let the other have: aid, and arms sold or delivered."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice, pairwise, product, takewhile

from extract.clauses.clauses import Argument, Sentence
from extract.relations.acts import (
    OWNING,
    Relation,
    codes_of,
    dates_between,
    doers,
    is_done,
    is_mere_doing,
    is_passive,
    is_subject_known,
    led_by,
    when,
)
from extract.relations.background import Background
from extract.relations.companies import companies_in, makers_of
from extract.relations.deals import Deal, arms, has_goods, is_description, is_number, is_welcome, thanked_for, transfer_words
from extract.relations.destinations import destinations, places_from
from extract.relations.money import find_amount
from extract.text.phrases import Found, Phrases
from extract.words.lexicon import clause_words, titles
from extract.words.relation_words import relation_words
from extract.words.verbs import is_past

_AHEAD = 18
_OWNED = 4  # tokens
_REACH = 5
_NEXT = 4  # sentences
_FRONTED = 9  # tokens
_LAWS = {"act", "law", "bill"}
_ONGOING = {"is", "are", "be"}
_TO = {"to", "for", "in", "with"}
_BUYING = {"with", "from", "to", "for", "by", "of", ""}

_Sides = tuple[tuple[str, ...], tuple[str, ...]]  # those who gave, those who got


def find_transfers(sentence: Sentence, hit: Found, background: Background) -> Iterator[Relation]:
    """The relations that the verb tells, from the one that gave to each that was given."""
    deal = Deal(sentence, hit, *hit.value.split("."))
    if deal.way == "ordering":
        yield from _ordered(deal, background)
        return
    if not is_done(sentence, hit.start) or is_mere_doing(sentence, hit.start) or _is_to_come(deal):
        return
    if not has_goods(deal) or is_welcome(deal) or is_description(deal):
        return
    untold = deal.is_passive or deal.is_noun or deal.is_contact or deal.way in {"thanking", "landing"}
    if not (untold or is_subject_known(sentence, hit.start)):
        return
    givers, takers = _WAYS[deal.way](deal)
    takers = tuple(code for code in takers if code not in _attackers(deal))
    if deal.way != "training" and deal.lower[hit.start] not in deal.kind.sending and not deal.is_induction:
        givers, takers = _completed(deal, givers, takers, background)
    amount, currency = find_amount(sentence.text(sentence.start, sentence.end)) or (None, None)
    dates = _dates(deal)
    if deal.way == "contracting" and deal.is_passive and dates == [None]:
        dates = [background.day((*givers, *takers), hit.start)]
    for source, target, date in product(givers[:2], takers, dates):
        if source != target:
            yield Relation(
                sentence,
                hit.start,
                hit.end,
                deal.name,
                source,
                target,
                date,
                _detail(deal),
                amount=amount,
                currency=currency,
            )


def _is_to_come(deal: Deal) -> bool:
    """“The delivery of the ships will begin”, "is provided with"; "approved the sale"; "grants of" tells of none."""
    if deal.is_noun and not relation_words().aided.letting.isdisjoint(deal.lower[deal.verb.start - 3 : deal.verb.start]):
        return True
    if not deal.is_noun:
        before = deal.lower[deal.verb.start - 2 : deal.verb.start]
        is_general = is_passive(deal.lower, deal.verb.start) and "being" not in before and not _ONGOING.isdisjoint(before)
        return deal.following == ["of"] or (is_general and deal.way != "training")
    behind = deal.sentence.between(deal.verb.end, min(deal.sentence.end, deal.verb.end + _AHEAD))
    return not clause_words().future.isdisjoint(takewhile(lambda word: word != ",", behind))


def _attackers(deal: Deal) -> set[str]:
    """The countries whose war or threat is spoken of: "aid for those affected by X's invasion"."""
    owners = (a.actor for a in deal.sentence.arguments if deal.lower[a.actor.end : a.actor.end + 1] == ["'s"])
    threats = titles().sides.threats
    return {code for a in owners if not threats.isdisjoint(deal.lower[a.end + 1 : a.end + _OWNED]) for code in a.codes}


@cache
def transfer_triggers() -> tuple[tuple[str, str], ...]:
    """Verb forms → the kind they may tell and how they are read."""
    return tuple(
        (form, f"{name}.{way}")
        for name in ("aided", "supplied_arms")
        for way in (*_WAYS, "ordering")
        for form in getattr(transfer_words(name), way)
    )


# ---- who -----------------------------------------------------------------------------------------------------------------


def _given(deal: Deal) -> _Sides:
    """“X gave Y a ship”, "X provided Y with ships", "X gave ships to Y", "ships were given by X to Y"."""
    sentence, verb = deal.sentence, deal.verb
    if deal.is_noun:
        return _by_noun(deal)
    if deal.is_passive:
        givers = codes_of(a for a in led_by(sentence, verb.end, {"by"}) if not _is_of_law(sentence, a))
        takers = _subject_of_passive(deal, givers) or codes_of(led_by(sentence, verb.end, {"to", "for"}))
        if deal.is_induction:
            return makers_of(sentence, sentence.start, verb.start), takers
        return givers or codes_of(led_by(sentence, verb.end, {"from"})), takers
    if deal.is_induction:
        return (), ()
    behind = [a for a in sentence.arguments if a.actor.start >= verb.end and a.actor.codes]
    near = behind[0] if behind and behind[0].actor.start - verb.end <= 3 else None
    if near is None and _is_for_nobody(deal):
        return codes_of(doers(sentence, verb.start)), ()
    takers = codes_of(led_by(sentence, verb.end, {"to"}))
    if near is not None and (not takers or deal.lower[near.actor.end] == "with"):  # "provided Y with ships to help them"
        takers = near.actor.codes
    return codes_of(doers(sentence, verb.start)), takers or codes_of(led_by(sentence, verb.end, _TO))


def _is_of_law(sentence: Sentence, argument: Argument) -> bool:
    """“Provided by the | Polish | Aid Act”: a law about the country, or of it, by which nobody is told to give."""
    end = argument.actor.end
    return not _LAWS.isdisjoint(sentence.words.lower[end : min(sentence.end, end + _REACH)])


def _by_noun(deal: Deal) -> _Sides:
    """“X's donation of ships to Y”, "the donation of ships by X", "a gift of X"."""
    sentence, verb = deal.sentence, deal.verb
    takers = codes_of(led_by(sentence, verb.end, {"to", "for"}))
    behind = [a for a in sentence.arguments if verb.end <= a.actor.start <= verb.end + 1 and a.actor.kind != "modifier"]
    if behind:
        return codes_of(behind), takers or codes_of(doers(sentence, verb.start))
    owner = [a for a in sentence.arguments if a.actor.end in {verb.start, verb.start - 1} and a.actor.codes]
    return codes_of(owner or led_by(sentence, verb.end, {"by", "from"}) or doers(sentence, verb.start)), takers


def _subject_of_passive(deal: Deal, givers: tuple[str, ...]) -> tuple[str, ...]:
    """“Y was given ships by X”, of those that stand near the verb."""
    if deal.goods_before is not None or deal.goods.first(deal.lower, deal.verb.end, deal.sentence.end) is None:
        return ()
    near = [a for a in deal.sentence.subjects(deal.verb.start) if deal.verb.start - a.actor.end <= 4]
    return tuple(code for code in codes_of(near) if code not in givers)


def _got(deal: Deal) -> _Sides:
    """“Y received ships from X”, "ships bought by Y from X", "Y ordered Xish ships"."""
    sentence, verb = deal.sentence, deal.verb
    givers = codes_of(led_by(sentence, verb.end, {"from"}))
    if deal.is_passive:
        takers = codes_of(led_by(sentence, verb.end, {"by"}))
        return givers, takers or (() if is_passive(deal.lower, verb.start) else codes_of(doers(sentence, verb.start)))
    if deal.is_induction:
        return makers_of(sentence, verb.end, sentence.end), codes_of(doers(sentence, verb.start))
    makers = tuple(company.code for company in companies_in(sentence) if company.start >= verb.end)
    givers = givers or makers or codes_of(led_by(sentence, verb.end, {"by"}))
    described = (a for a in sentence.arguments if verb.end <= a.actor.start < verb.end + _REACH and a.actor.kind == "modifier")
    return givers or codes_of(islice(described, 1)), codes_of(doers(sentence, verb.start))


def _landed(deal: Deal) -> _Sides:
    """“A batch of Xish drones arrived in Y”, "a convoy with aid from X reached Y"."""
    sentence, verb = deal.sentence, deal.verb
    to = places_from(sentence, verb.end) or destinations(sentence, verb.end, {"in", "at", "to"})
    takers = tuple(place.code for place in to[:1] if place.code)
    if not deal.kind.trading.isdisjoint(deal.lower[sentence.start : verb.start]):  # "the jets ordered by X arrived"
        return (), ()
    before = [a for a in sentence.arguments if a.actor.end <= verb.start]
    sent = [a for a in before if a.governor in {"from", "by"}]
    described = [a for a in before if a.actor.kind == "modifier" and deal.lower[a.actor.end] not in OWNING]
    return codes_of(sent[:1] or described[:1]), takers


def _contracted(deal: Deal) -> _Sides:
    """A company of X's contract with Y, or that of two states."""
    sentence = deal.sentence
    companies = companies_in(sentence)
    if not companies:
        return _between_states(deal)
    sellers = tuple(company.code for company in companies)
    buyers = [a for a in sentence.arguments if a.governor in _BUYING and a.actor.kind != "group"]
    return sellers, tuple(code for code in codes_of(buyers) if code not in sellers)


def _ordered(deal: Deal, background: Background) -> Iterator[Relation]:
    """“Under a contract signed in 2014, Y is to receive ships from X”: what is still to be delivered, dated by the signing."""
    sentence, lower, kind = deal.sentence, deal.lower, deal.kind
    end = deal.verb.end
    if "under" not in lower[max(sentence.start, end - _FRONTED) : end]:
        return
    signed = next((k for k in range(end, min(sentence.end, end + _REACH)) if lower[k] in kind.sealed), None)
    if signed is None:
        return
    to_come = {"to"} | clause_words().future
    verbs = (k for k in range(signed + 1, sentence.end) if lower[k - 1] in to_come)
    verb = next((k for k in verbs if lower[k] in kind.buying or lower[k] in kind.selling), None)
    if verb is None or not (arms().first(lower, verb, sentence.end) or _is_counted_type(sentence, verb)):
        return
    makers = tuple(company.code for company in companies_in(sentence))
    doing = codes_of(a for a in sentence.subjects(verb) if a.actor.start > signed)
    if len(doing) > 1:  # "will buy ships together"
        return
    if lower[verb] in kind.selling:
        givers, takers = doing or makers, codes_of(led_by(sentence, verb, {"to", "for"}))
    else:
        givers, takers = codes_of(led_by(sentence, verb, {"from"})) or makers, doing
    givers, takers = _completed(deal, givers, takers, background)
    period = when(sentence, signed, signed + 1, strict=True)
    date, goods = period.start if period else None, sentence.text(verb + 1, sentence.end)
    for source, target in product(givers[:1], takers[:1]):
        if source != target:
            yield Relation(sentence, deal.verb.start, end, deal.name, source, target, date, goods)


def _is_counted_type(sentence: Sentence, verb: int) -> bool:
    """“Supply 54 Krabs”: a number before a name."""
    text = sentence.words.text[verb + 1 : verb + 3]
    return len(text) == 2 and is_number(text[0]) and text[1][0].isupper()


def _between_states(deal: Deal) -> _Sides:
    """“Y signed a contract with X for the purchase of ships”, "X signed one with Y for their sale"."""
    sentence, verb, kind = deal.sentence, deal.verb, deal.kind
    if deal.is_passive or not arms().first(deal.lower, verb.end, sentence.end):
        return (), ()
    doing = codes_of(doers(sentence, verb.start))
    if len(doing) > 1:  # which of them sells is not told
        return (), ()
    way = next((word for word in deal.lower[verb.end : sentence.end] if word in kind.selling or word in kind.buying), None)
    if way in kind.selling:
        return doing, codes_of(led_by(sentence, verb.end, {"with", "to"}))
    partners = led_by(sentence, verb.end, {"with", "from"})
    behind = partners[-1].actor.end if partners else sentence.end
    is_order = deal.lower[behind : behind + 1] == ["for"] and bool(arms().first(deal.lower, behind, sentence.end))
    return (codes_of(partners), doing) if way or is_order else ((), ())


def _thanked(deal: Deal) -> _Sides:
    """“Y thanked X for the ships", "Y was grateful for the ships given by X"."""
    sentence, verb = deal.sentence, deal.verb
    goods = thanked_for(deal)
    if goods is None:
        return (), ()
    named = [a for a in sentence.arguments if a.actor.codes]
    givers = codes_of(a for a in named if verb.end <= a.actor.start < goods.start)
    takers = codes_of(led_by(sentence, goods.end, {"to"}))
    return givers, takers or codes_of(doers(sentence, verb.start))


def _trained(deal: Deal) -> _Sides:
    """“X trained 500 Yish soldiers”, "500 Yish soldiers were trained by X"."""
    sentence, verb = deal.sentence, deal.verb
    trainees = [a for a in sentence.arguments if a.actor.codes and _are_trainees(deal, a)]
    if is_passive(deal.lower, verb.start) or (deal.lower[verb.start] in deal.kind.learning and not deal.is_noun):
        before = [a for a in trainees if 0 <= verb.start - a.actor.end <= _REACH]
        return codes_of(led_by(sentence, verb.end, {"by", "at", "in", "from"}, reach=_REACH)), codes_of(before[-1:])
    prepositions = clause_words().prepositions - {"than", "over", "about", "around"}
    reach = next(
        (k for k in range(verb.end, verb.end + _REACH) if deal.lower[k : k + 1] and deal.lower[k] in prepositions),
        verb.end + _REACH,
    )
    behind = [a for a in trainees if verb.end <= a.actor.start < reach]
    return codes_of(doers(sentence, verb.start)), codes_of(behind[:1])


def _are_trainees(deal: Deal, argument: Argument) -> bool:
    """“Yish soldiers”, "soldiers of Y": people who are taught."""
    lower, start, end = deal.lower, argument.actor.start, argument.actor.end
    near = lower[start : end + 2] if argument.governor == "" else lower[max(deal.sentence.start, start - 4) : start]
    return not deal.kind.trainees.isdisjoint(near)


def _completed(deal: Deal, givers: tuple[str, ...], takers: tuple[str, ...], background: Background) -> _Sides:
    """Where only one side is told, the other is the one the article is about besides, or the article's own country."""
    if givers and not takers and not _is_for_others(deal):
        others = background.other(givers[0]) or _met(deal, givers[0], background)
        return givers, others or (background.home,) if background.home and _is_for_us(deal) else others
    if takers and not givers:
        return background.other(takers[0]) or _met(deal, takers[0], background), takers
    return givers, takers


def _is_for_nobody(deal: Deal) -> bool:
    """“To gunmen, and tries to rally Poland”: whether the first "to" leads to takers who are no party."""
    to = next((k for k in range(deal.verb.end, deal.sentence.end) if deal.lower[k] in {"to", ","}), deal.sentence.end)
    near = any(to < a.actor.start <= to + _REACH for a in deal.sentence.arguments)
    return not near and _is_for_others(deal)


def _is_for_others(deal: Deal) -> bool:
    """“To the three countries of the north”, “to activists”: whether a taker is told who is no party known."""
    lower, text, end = deal.lower, deal.sentence.words.text, deal.sentence.end
    to = next((k for k in range(deal.verb.end, end) if lower[k] in {"to", ","}), end)
    if lower[to : to + 1] != ["to"] or to + 1 >= end:
        return False
    several = any(word.endswith("s") for word in lower[to + 1 : to + 4])
    named = several or text[to + 1][0].isupper() or lower[to + 1] in clause_words().determiners or is_number(lower[to + 1])
    aided = transfer_words("aided")
    return named and (aided.trainees | aided.takers).isdisjoint(lower[to + 1 : min(end, to + _AHEAD)])


def _met(deal: Deal, code: str, background: Background) -> tuple[str, ...]:
    """Whom the party met last, to give what a verb tells of; a noun ("Y's gift of ships") may be of a gift to anybody."""
    partner = () if deal.is_noun else background.partner(code, deal.sentence.start)
    return () if background.attackers.intersection(partner) else partner


def _is_for_us(deal: Deal) -> bool:
    """“Y gave us a ship”, "a donation of ships from Y", "a contract with a company of Y": it needs not be told who got it."""
    received = deal.is_noun and not {"from", "by"}.isdisjoint(deal.lower[deal.verb.end : deal.sentence.end])
    return deal.following == ["us"] or received or deal.way == "contracting"


# ---- when ----------------------------------------------------------------------------------------------------------------


def _dates(deal: Deal) -> list[str | None]:
    """The day in the verb's clause; of what was ordered or given also that of its arrival told in the same sentence."""
    sentence, verb = deal.sentence, deal.verb
    if deal.way == "thanking":
        goods = thanked_for(deal)
        given = when(sentence, goods.start, goods.end, behind=2 * _AHEAD) if goods else None
        return [given.start if given else None]
    if deal.way == "training" and (since := _since(deal)):
        return [since]
    tellings = [verb]
    if deal.is_participle or deal.is_relative:
        arrival = _arrivals().first(deal.lower, verb.end, sentence.end)
        behind = when(sentence, arrival.start, arrival.end, behind=_REACH) if arrival else None
        if arrival and behind:
            return list(dict.fromkeys(p.start for p in (when(sentence, verb.start, verb.end, strict=True), behind) if p))
        tellings += [arrival] if arrival else []
    before = deal.lower[max(sentence.start, verb.start - _REACH) : verb.start]
    at_event = ("at", "which") in pairwise(before)  # "held a summit today at which X gave Y a ship"
    periods = [when(sentence, telling.start, telling.end, strict=not at_event) for telling in tellings]
    return list(dict.fromkeys(period.start for period in periods if period)) or [None]


def _since(deal: Deal) -> str | None:
    """When the teaching began: "have trained 500 soldiers since | 2019"."""
    mentions = dates_between(deal.sentence, deal.verb.end, deal.sentence.end)
    if deal.lower[deal.verb.start - 1] == "since":  # "opened a school in 2019 and has since trained"
        return next((m.past.start for m in deal.sentence.dates if m.past and m.end <= deal.verb.start), None)
    return next((m.past.start for m in mentions if m.past and deal.lower[m.start - 1] == "since"), None)


@cache
def _arrivals() -> Phrases:
    return Phrases.of(relation_words().aided.arriving)


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
    hit = sentence.first(_handovers())
    period = when(sentence, hit.start, hit.end) if hit and is_done(sentence, hit.start) else None
    return period.start if period and len(period.start) == 10 else None


@cache
def _handovers() -> Phrases:
    return Phrases.of(relation_words().aided.handovers)


# ---- given or sold -------------------------------------------------------------------------------------------------------


def given_or_sold(told: Iterable[Relation], sentences: Sequence[Sentence]) -> Iterator[Relation]:
    """The relations, arms that changed hands either given or sold.

    Words of giving in the sentence or a headline tell that they were given, else what is told of the same two elsewhere; where
    nothing tells, they were sold.
    """
    relations = list(told)
    read = {kind: {_transfer(r) for r in relations if r.type == kind} for kind in ("supplied_arms", "aided")}
    both = read["supplied_arms"] & read["aided"]
    known = {(r.source, r.target): r.type for r in relations if r.type in read and _transfer(r) not in both}
    gratis = relation_words().aided.gratis
    gifts = any(sentence.is_title and not gratis.isdisjoint(sentence.lower) for sentence in sentences)
    for relation in relations:
        given = gifts or not gratis.isdisjoint(relation.sentence.lower)
        kind = "aided" if given else known.get((relation.source, relation.target), "supplied_arms")
        if _transfer(relation) not in both or relation.type == kind:
            yield relation


def _transfer(relation: Relation) -> tuple[frozenset[str], int]:
    """Between whom something changed hands, and where that is told."""
    return frozenset((relation.source, relation.target)), relation.start


# ---- detail --------------------------------------------------------------------------------------------------------------


def _detail(deal: Deal) -> str | None:
    """What was given, in the article's words: before a passive or relative verb, else behind it to the end of the clause."""
    sentence, verb, lower = deal.sentence, deal.verb, deal.lower
    goods = deal.goods_before if deal.is_told_behind and not deal.is_noun else None
    if goods is not None and deal.way != "contracting":
        end = next((k for k in range(goods.start, verb.start) if lower[k] in _auxiliaries()), verb.start)
        return sentence.text(_phrase_start(sentence, goods.start), end if deal.is_passive else goods.end) or None
    start = verb.end if goods is None else goods.start
    if deal.way == "thanking":
        start = next((k + 1 for k in range(start, sentence.end) if lower[k] == "for"), start)
    passive = range(start, verb.start) if goods is not None else ()
    ends = (k for k in range(start, sentence.end) if _ends_clause(lower, k) or (k in passive and lower[k] in _auxiliaries()))
    end = next(ends, sentence.end)
    return sentence.text(start + (lower[start] in clause_words().determiners), end) or None


def _ends_clause(lower: Sequence[str], k: int) -> bool:
    return lower[k] in {";", "."} or (lower[k] == "," and not relation_words().acts.speech.isdisjoint(lower[k : k + 9]))


def _phrase_start(sentence: Sentence, goods: int) -> int:
    """Where the words on the goods begin: behind the verb, conjunction or preposition before them."""
    lower, ends = sentence.words.lower, relation_words().acts.goods_ends
    back = range(goods - 1, sentence.start - 1, -1)
    start = next((k + 1 for k in back if lower[k] in ends or _is_verb(sentence, k)), sentence.start)
    if lower[start - 1] in _kind_of_thanks():
        start = next((k + 1 for k in range(goods - 1, start, -1) if lower[k] == "for"), start)
    start += lower[start - 1] in clause_words().future and start > sentence.start  # "will | bring | the aid"
    return start + (lower[start] in clause_words().determiners)


def _is_verb(sentence: Sentence, k: int) -> bool:
    """Whether the word is the past form of a verb, and does not describe: "an | armoured | vehicle"."""
    lower = sentence.words.lower
    if k == sentence.start or not sentence.words.text[k].islower():
        return False
    if not is_past(lower[k]):
        return lower[k].endswith("ing") and lower[k - 1] == ","
    before = lower[k - 1]
    return not (before in clause_words().determiners or before == "-" or is_number(before))


@cache
def _kind_of_thanks() -> frozenset[str]:
    return frozenset(transfer_words("aided").thanking)


@cache
def _auxiliaries() -> frozenset[str]:
    """What parts the goods from a passive verb."""
    return relation_words().acts.being | {"have", "has", "had", "who", "which"} | clause_words().future | clause_words().wishes


_WAYS = {
    "giving": _given,
    "getting": _got,
    "contracting": _contracted,
    "thanking": _thanked,
    "training": _trained,
    "landing": _landed,
}
