"""A sitting: one telling of a meeting in one sentence."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from .actors import Actor
from .calendar import Period
from .clauses import Argument, Sentence
from .telling import period_of


@dataclass
class Sitting:
    """One telling of a meeting: trigger tokens `start` to `end`, both sides' people and parties, and what the words add.

    `members` are the parties that no words of the sentence name, `host` the party at whose place the words tell it was,
    `umbrella` the telling of several of which this is one. `definite` tells that it points back ("the talks"), `larger` that it
    is an event beside which something else was held, `company` that it adds some to "the meeting", `of_several` that there was
    one with each counterpart.
    """

    sentence: Sentence
    start: int
    end: int
    left: list[Actor] = field(default_factory=list)
    right: list[Actor] = field(default_factory=list)
    members: list[str] = field(default_factory=list)
    status: str = "held"
    mode: str | None = None
    host: str | None = None
    name: str | None = None
    ordinal: int | None = None
    level: str | None = None
    definite: bool = False
    past: bool = False
    larger: bool = False
    company: bool = False
    of_several: bool = False
    umbrella: "Sitting | None" = None

    @property
    def people(self) -> list[str]:
        """Names of those who sat, in order."""
        return list(dict.fromkeys(name for actor in (*self.left, *self.right) for name in actor.people))

    @property
    def codes(self) -> list[str]:
        """Parties, in order."""
        return list(dict.fromkeys([*(code for actor in (*self.left, *self.right) for code in actor.codes), *self.members]))

    @property
    def points_back(self) -> bool:
        """Whether it only tells of a group already named: "they discussed", "talks between the two sides"."""
        return all(actor.kind == "group" for actor in (*self.left, *self.right))

    @property
    def period(self) -> Period | None:
        """When, as the clause of the trigger tells, else what was told of all of several."""
        own = period_of(self.sentence, self.start, self.end, self.status)
        return own or (self.umbrella.period if self.umbrella else None)


def actors_of(arguments: Iterable[Argument]) -> list[Actor]:
    """The actors of arguments."""
    return [argument.actor for argument in arguments]


def parties_of(arguments: Iterable[Argument]) -> set[str]:
    """The parties of arguments."""
    return {code for argument in arguments for code in argument.actor.codes}


def each_counterpart(sitting: Sitting) -> Iterator[Sitting]:
    """One sitting for each in "meetings with A and B", and in "A and B each met X"."""
    left, right = _apart(sitting.left), _apart(sitting.right)
    if len(right) > 1:
        yield from (replace(sitting, right=[actor]) for actor in right)
    elif len(left) > 1 and sitting.right:
        yield from (replace(sitting, left=[actor]) for actor in left)
    else:
        yield sitting


def _apart(actors: Sequence[Actor]) -> list[Actor]:
    """Each person and each party on its own: "leaders of X and Y" are two."""
    named = [actor for actor in actors if actor.people] or actors
    return [
        replace(actor, codes=(code,)) for actor in named for code in (actor.codes if len(actor.people) < 2 else actor.codes[:1])
    ]
