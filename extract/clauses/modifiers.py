"""Actors that only describe others: "Turkey's General X", "the Thai, Lao and Khmer ministers", "the Defence Force (NDF)"."""

from collections.abc import Iterator, Sequence

from extract.references.actors import Actor
from extract.text.tokens import Words
from extract.words.lexicon import clause_words

_FROM = {"from", "of"}
_NAMED = {"ministry", "country", "organization"}


def without_abbreviations(actors: Sequence[Actor], lower: Sequence[str]) -> list[Actor]:
    """The actors, without another name of the one before it in brackets: "the Norwegian Defence Force | (NDF)"."""
    pairs = zip((None, *actors), actors, strict=False)
    return [actor for before, actor in pairs if before is None or not _is_abbreviation(before, actor, lower)]


def _is_abbreviation(name: Actor, actor: Actor, lower: Sequence[str]) -> bool:
    same = actor.kind == name.kind and actor.kind in _NAMED and actor.codes == name.codes
    return same and actor.start == name.end + 1 and lower[name.end] == "("


def with_modifiers(actors: Sequence[Actor], found: Words) -> Iterator[Actor]:
    """The actors, each with the countries that describe it: "Turkey's General X", "the Thai, Lao and Khmer ministers"."""
    lower = found.lower
    owners: list[Actor] = []
    for actor in actors:
        gap = lower[owners[-1].end : actor.start] if owners else []
        owned = actor
        if owners and all(word == "'s" for word in gap):
            owned = actor._replace(start=owners.pop().start)
            gap = lower[owners[-1].end : owned.start] if owners else []
        if (
            owners
            and gap
            and set(gap) <= {",", "and", "&"}
            and (actor.kind == "modifier" or lower[actor.end - 1].endswith("s"))
        ):
            if actor.kind != "modifier":
                codes = dict.fromkeys(code for one in (*owners, owned) for code in one.codes)
                owned = owned._replace(start=owners[0].start, codes=tuple(codes))
                owners = []
        else:
            yield from (_with_body(owner, found) for owner in owners)
            owners = []
        if actor.kind == "modifier":
            owners.append(owned)
        else:
            yield owned
    yield from (_with_body(owner, found) for owner in owners)


def _with_body(owner: Actor, found: Words) -> Actor:
    """The country of people who are told by the body in which they serve: "a team from Turkey's War College"."""
    lower, end = found.lower, owner.end + 1
    people = lower[owner.start - 1] in _FROM and lower[owner.start - 2] in clause_words().people
    while people and lower[owner.end] == "'s" and end < len(lower) and found.text[end][0].isupper():
        end += 1
    return owner._replace(end=end, kind="country") if end > owner.end + 1 else owner


def is_his(office: Actor, actor: Actor, gap: Sequence[str]) -> bool:
    """Whether an office without a holder stands right before the name of one who can be it."""
    nobody = office.kind == "office" and not office.people and (not office.codes or office.codes == actor.codes)
    return nobody and actor.kind == "official" and not [word for word in gap if word != ","]
