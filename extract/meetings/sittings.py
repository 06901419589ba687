"""A sitting: one telling of a meeting in one sentence."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extract.clauses.clauses import Argument, Sentence
from extract.clauses.dated import period_of
from extract.references.actors import Actor
from extract.text.calendar import Period
from extract.words.lexicon import clause_words
from extract.words.meeting_words import meeting_words

_BESIDE = 4  # tokens between somebody and the date at which he was met
_SIDES = 2
_LEADS = {"with", "by", "the", "to", "on", "upon", ","}
_DAYS = {"days", "week", "weeks"}


@dataclass
class Sitting:
    """One telling of a meeting: trigger tokens `start` to `end`, both sides' people and parties, and what the words add.

    `members` are the parties that no words of the sentence name, `host` the party at whose place the words tell it was,
    `umbrella` the telling of several of which this is one. `definite` tells that it points back ("the talks"), `larger` that it
    is an event beside which something else was held, `company` that it adds some to "the meeting", `of_several` that there was
    one with each counterpart, `topical` that only what two sides said is told, `within` that what was said at a
    meeting is told, of which more may be told elsewhere, `one_sided` that who else was there, if anybody, is told later.
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
    topical: bool = False
    within: bool = False
    one_sided: bool = False
    umbrella: "Sitting | None" = None

    @property
    def people(self) -> list[str]:
        """Names of those who sat, in order; under an umbrella its subject sat too."""
        actors = (*self.left, *self.right, *(self.umbrella.left if self.umbrella else ()))
        return list(dict.fromkeys(name for actor in actors for name in actor.people))

    @property
    def codes(self) -> list[str]:
        """Parties, in order."""
        return list(dict.fromkeys([*(code for actor in (*self.left, *self.right) for code in actor.codes), *self.members]))

    @property
    def points_back(self) -> bool:
        """Whether it only tells of a group already named: "they discussed", "talks between the two sides"."""
        return all(actor.kind == "group" for actor in (*self.left, *self.right))

    @property
    def is_round(self) -> bool:
        """Whether one side met several others, each apart; "they exchanged conversations" tells of two sides once more."""
        return self.of_several and len({code for actor in self.left for code in actor.codes}) < _SIDES

    @property
    def period(self) -> Period | None:
        """When, as the clause of the trigger tells, else what was told of all of several: of several days their month."""
        own = period_of(self.sentence, self.start, self.end, self.status)
        if own is not None or self.umbrella is None:
            return own
        of_all = self.umbrella.period
        if of_all is None or (of_all.end is None and _DAYS.isdisjoint(self.umbrella.sentence.lower)):
            return of_all
        return Period(of_all.start[:7])


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


def is_told_apart(sitting: Sitting) -> bool:
    """Whether there was one with each counterpart: "met separately with A and B", "met A and B respectively"."""
    sentence, table = sitting.sentence, meeting_words().holding
    if not table.apart.isdisjoint(sentence.lower[1:]):
        return True
    beside = [sitting.start - 1, sitting.end]
    if len({actor.kind for actor in sitting.right}) == 1:
        last = sitting.right[-1].end
        beside += [last, last + 1]
    separate = ("in", "separate") in pairwise(sentence.lower)  # "in separate talks"
    return separate or any(sentence.words.lower[i] in table.in_turn for i in beside if i < sentence.end)


def in_turn(sitting: Sitting) -> Iterator[Sitting]:
    """One sitting for each time: "met A on Monday and B on Tuesday", "spoke first with A and then with B"."""
    groups = [sitting.right[:1]]
    for one, other in pairwise(sitting.right):
        if _is_later(sitting.sentence, one.end, other) or _is_on_another_day(sitting, one.end, other):
            groups.append([])
        groups[-1].append(other)
    yield sitting if len(groups) == 1 else replace(sitting, right=groups[0])
    for group in groups[1:]:
        yield replace(sitting, start=group[0].start, end=group[-1].end, right=group)


def _is_later(sentence: Sentence, start: int, other: Actor) -> bool:
    """Whether words between token `start` and the other actor put him at another time, or each has a date."""
    between = sentence.words.lower[start : other.start]
    if not clause_words().sequence.isdisjoint(between):
        return True
    dated = [mention.start for mention in sentence.dates if start <= mention.start < other.end + _BESIDE]
    return any(i < other.start for i in dated) and (any(i > other.start for i in dated) or between[-1:] == [","])


def _is_on_another_day(sitting: Sitting, start: int, other: Actor) -> bool:
    """Whether a day before each tells when he was met: "met on Monday with A and on Tuesday with B"."""
    sentence, lower = sitting.sentence, sitting.sentence.words.lower
    before = any(mention.end <= sitting.right[0].start for mention in sentence.dates)
    return before and any(
        lower[m.start - 1] == "on" and lower[m.start - 2] in {"and", ","} and set(lower[m.end : other.start]) <= _LEADS
        for m in sentence.dates
        if start < m.start < other.start
    )


def _apart(actors: Sequence[Actor]) -> list[Actor]:
    """Each person and each party on its own: "leaders of X and Y" are two."""
    named = [actor for actor in actors if actor.people] or actors
    return [
        actor._replace(codes=(code,)) for actor in named for code in (actor.codes if len(actor.people) < 2 else actor.codes[:1])
    ]
