"""How an actor stands in the sentence that names him: as who acts, behind a preposition, or as a mere place or topic."""

from collections.abc import Iterable, Sequence, Set
from itertools import dropwhile, takewhile
from typing import NamedTuple

from extract.gazetteer import countries, organizations
from extract.references.actors import Actor
from extract.words.lexicon import clause_words, references
from extract.words.meeting_words import meeting_words
from extract.words.verbs import is_past

_OWNED = 5  # tokens
_BESIDE = 12  # tokens
_SIDELINES = {"sidelines", "margins", "fringes", "sideline"}
_TOPICS = {"about", "over", "against", "toward", "towards", "regarding", "concerning"}
_COMPANY = {"with", "by", "between", "among"}
_OF_STATES = {"ministers", "presidents", "premiers"}
_BODIES = {"organizations", "organisations", "alliances", "blocs"}
_OPENING_CLAUSES = {"after", "before", "since", "until"}


class Mention(NamedTuple):
    """An actor in the sentence with that number; `aside`: a place or a topic there, `governor`: the preposition before it."""

    sentence: int
    actor: Actor
    aside: bool = False
    governor: str = ""


def governor_of(actor: Actor, told: Sequence[Mention], lower: Sequence[str]) -> str:
    """The preposition before the actor or those joined to him, with which he is no subject: "With X, he …"; else ""."""
    before = actor.start - 1
    while before > 0 and lower[before] in references().group_modifiers:
        before -= 1  # "with senior | Thai officials"
    before -= lower[before] in clause_words().determiners or lower[before] == "#"
    last = told[-1] if told else None
    if last is not None and last.actor.end == before and lower[before] == "and":
        return last.governor
    word = lower[before] if before >= 0 else ""
    if word in _OPENING_CLAUSES and any(map(is_past, lower[actor.end : actor.end + 1])):
        return ""  # "after X travelled to Oslo"
    return word if word in _COMPANY or word in clause_words().others else ""


def acting_together(mentions: Sequence[Mention], lower: Sequence[str]) -> list[Actor]:
    """The actors of a sentence; where it opens with people of two countries, without whom only their act concerns."""
    if len(mentions) == 1:
        return [mentions[0].actor]
    mentions = _main_clause(mentions)
    opening = [*takewhile(lambda m: not m.actor.people or m.governor in {"", "with"}, mentions)]
    acting = opening_pair(opening)
    if not acting:
        return [m.actor for m in mentions]
    table, end = references(), acting[-1].actor.end
    topic = _topic_start(lower, end, mentions[-1].actor.start) or mentions[-1].actor.end
    if not (table.calling | table.receiving).isdisjoint(lower[end:topic]):  # "X and Y were received by Z"
        return [m.actor for m in mentions]
    near = (m for m in mentions if m in opening or m.governor in {"", "with"})
    return [m.actor for m in near if m.actor.start < topic]


def _main_clause(told: Sequence[Mention]) -> Sequence[Mention]:
    """Those whom a sentence names without those of an opening "Following X's talks with Y, …", if people are left."""
    if not told or told[0].governor not in _OPENING_CLAUSES | {"following"}:
        return told
    rest = [*dropwhile(lambda mention: mention.governor, told)]
    return rest if any(mention.actor.people for mention in rest) else told


def _topic_start(lower: Sequence[str], start: int, end: int) -> int | None:
    """Where between two tokens begins what was discussed, or for what somebody was thanked: "about", "for hosting X"."""
    table = clause_words().to_topic
    return next(
        (i for i in range(start, end) if lower[i] in table or (lower[i] == "for" and lower[i + 1].endswith("ing"))), None
    )


def is_aside(actor: Actor, told: Sequence[Mention], lower: Sequence[str], *, opens: bool) -> bool:
    """Whether a country is a place or a topic: "in X", "about X and Y"; an official a topic: "the war against X", "X's war"."""
    if actor.kind == "official":
        return _is_topic(actor, lower) or (not opens and _owns(actor, lower))
    if actor.kind in {"office", "organization"}:
        return not _SIDELINES.isdisjoint(lower[max(actor.start - _BESIDE, 0) : actor.start])
    if actor.kind != "country":
        return False
    before = actor.start - 1 - (lower[actor.start - 1] == "the")
    if lower[before] in references().not_acting:
        return True
    last = told[-1] if told else None
    return last is not None and last.aside and last.actor.end == before and lower[before] in {"and", ","}


def _owns(actor: Actor, lower: Sequence[str]) -> bool:
    """Whether something of the actor's that is no meeting is spoken of: "discussed X's war"."""
    owned = lower[actor.end + 1 : actor.end + _OWNED]
    return lower[actor.end : actor.end + 1] == ["'s"] and meeting_words().nouns.phrases.first(owned, 0, len(owned)) is None


def _is_topic(actor: Actor, lower: Sequence[str]) -> bool:
    """Whether a preposition of a topic stands before an official."""
    before = actor.start - 1 - (lower[actor.start - 1] in clause_words().determiners)
    return lower[before] in _TOPICS


def parties_among(noun: str) -> Set[str] | None:
    """The parties that a group's noun can mean: states, bodies, or None for any."""
    if noun in references().states or noun in _OF_STATES:
        return countries().keys()
    return organizations().keys() if noun in _BODIES else None


def parties_of(mentions: Iterable[Mention], among: Set[str] | None) -> tuple[str, ...]:
    """The parties of these actors, those `among` alone if some are given."""
    codes = dict.fromkeys(code for mention in mentions for code in mention.actor.codes)
    return tuple(codes) if among is None else tuple(code for code in codes if code in among)


def opening_pair(mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The mentions down to the first with whom people of two parties are told; none where there are not two."""
    codes: set[str] = set()
    for told, mention in enumerate(mentions, 1):
        codes.update(mention.actor.codes if mention.actor.people else ())
        if len(codes) > 1:
            return mentions[:told]
    return ()
