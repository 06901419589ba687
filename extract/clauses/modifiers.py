"""Countries that only describe who is named behind them: "Turkey's General X", "the Thai, Lao and Khmer ministers"."""

from collections.abc import Iterator, Sequence

from extract.references.actors import Actor


def with_modifiers(actors: Sequence[Actor], lower: Sequence[str]) -> Iterator[Actor]:
    """The actors, each with the countries that describe it: "Turkey's General X", "the Thai, Lao and Khmer ministers"."""
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
            yield from owners
            owners = []
        if actor.kind == "modifier":
            owners.append(owned)
        else:
            yield owned
    yield from owners
