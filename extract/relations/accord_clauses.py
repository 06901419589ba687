"""Clauses that may tell of an accord: the verb, what it was done to, and in which voice."""

from collections.abc import Sequence
from typing import NamedTuple

from extract.clauses.clauses import Sentence
from extract.relations.acts import is_date, is_passive
from extract.text.phrases import Found
from extract.words.lexicon import clause_words
from extract.words.relation_words import Accord, relation_words

_RELATIVE = {"which", "that"}
_LEADING = {"to", "on", "upon", "that"}
_ASIDE = {"themselves", "ourselves", "together", "also", "each", "other"}
_JOINTLY = {"together", "jointly", "alongside"}
_SHARED = 8  # tokens
_BACK = 22
_REACH = 6  # tokens
_WHERE = {"where", "which"}


class Clause(NamedTuple):
    """A verb that may tell of an accord, of which kind, and what it was done to, if that is named."""

    sentence: Sentence
    verb: Found
    name: str
    kind: Accord
    noun: Found | None

    @property
    def lower(self) -> list[str]:
        """The words of the Doc in lower case."""
        return self.sentence.words.lower

    def before(self, reach: int) -> list[str]:
        """The words right before the verb."""
        return self.lower[max(self.sentence.start, self.verb.start - reach) : self.verb.start]

    @property
    def is_passive(self) -> bool:
        """Whether what was signed stands before the verb as its subject."""
        if self.lower[self.verb.start] in self.kind.states:
            return False
        behind_noun = (
            self.noun is not None and self.noun.end <= self.verb.start and not is_relative(self.lower, self.verb.start)
        )
        return is_passive(self.lower, self.verb.start) or self.verb.start == self.sentence.start or behind_noun

    @property
    def is_where(self) -> bool:
        """“They met on Monday in Oslo, where they signed”, "the talks of Monday, at which they signed"."""
        return not _WHERE.isdisjoint(self.before(_BACK))

    @property
    def is_one_sided(self) -> bool:
        """Whether the verb tells what its subject alone does: "pledged to work with Y"."""
        own = self.lower[self.verb.start] in self.kind.alone_too
        return own and "jointly" not in self.lower[self.verb.start - 1 : self.verb.end + 1]


def names_level(clause: Clause) -> bool:
    """Whether verbs that found a bond or turn one into another name the level: "formed a | strategic | partnership"."""
    kind, lower, verb = clause.kind, clause.lower, clause.verb
    behind = lower[verb.end : min(clause.sentence.end, verb.end + kind.reach)]
    if lower[verb.start] in kind.founding and clause.noun is not None:
        is_bond = lower[clause.noun.start].startswith("partner") or bool(kind.levels)
        described = lower[max(clause.noun.start - _REACH, clause.sentence.start) : clause.noun.start]
        return not is_bond or (not kind.levels.isdisjoint(described) and clause.noun.start - verb.end < _REACH)
    if lower[verb.start] in kind.turning:
        to = next((k for k, word in enumerate(behind) if word in {"to", "into"}), len(behind))
        return not kind.levels.isdisjoint(behind[to:])
    return True


def leads_on(clause: Clause) -> bool:
    """“Decided (in Oslo on Monday) | to”: whether what was decided follows, behind place and day."""
    sentence, lower, k = clause.sentence, clause.lower, clause.verb.end
    if clause.is_passive:  # "it was decided at the meeting that"
        return not {"to", "that"}.isdisjoint(lower[k : sentence.end])
    while k < sentence.end - 1 and (
        lower[k] in _ASIDE
        or lower[k].endswith("ly")
        or is_date(sentence, k)
        or sentence.is_passed(k)
        or (lower[k] in {"in", "on", "at"} and (is_date(sentence, k + 1) or sentence.is_passed(k + 1)))
    ):
        k += 1
    return lower[k] in _LEADING


def is_shared(sentence: Sentence, verb: Found, kind: Accord) -> bool:
    """“Trained (at sea) together”, “exercised with Y”: whether what one may do alone was done by both."""
    lower = sentence.words.lower
    if lower[verb.start] not in kind.training:
        return False
    behind = lower[verb.end : min(sentence.end, verb.end + _SHARED)]
    partner = next((a.governor for a in sentence.arguments if a.actor.start > verb.end), "")
    with_them = behind[:1] == ["with"] == [partner]
    return with_them or not _JOINTLY.isdisjoint(behind) or "side by side" in " ".join(behind)


def is_resolved(clause: Clause) -> bool:
    """“Agreed to raise their ties”: what is done by being agreed."""
    return clause.before(1) == ["to"] and not clause.kind.resolving.isdisjoint(clause.before(4))


def is_noun(clause: Clause) -> bool:
    """“The signing ceremony”, “the upgrade of”, “consensus was reached”."""
    lower, verb, being = clause.lower, clause.verb, relation_words().acts.being
    named = lower[verb.start].endswith(("ing", "tion")) and lower[verb.start - 1] in clause_words().determiners
    return named or lower[verb.end - 1] == "of" or not being.isdisjoint(lower[verb.start : verb.end])


def is_relative(lower: Sequence[str], verb: int) -> bool:
    """Whether a "which" or "that" right before the verb leads to it."""
    return not _RELATIVE.isdisjoint(lower[max(0, verb - 7) : verb])
