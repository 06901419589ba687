"""What joins actors to a list: commas, "and", "together with"."""

from collections.abc import Sequence
from itertools import zip_longest

from extract.words.lexicon import ClauseWords
from extract.words.verbs import is_past

_JOINERS = {",", "and", "&", "as", "well", "together", "along", "with", "alongside", "also", "both", "/", "-", "plus"}
_JOINTS = {",", "well", "and", "&", "with", "-", "/", "plus"}
_MODALS = {"can", "cannot", "could", "will", "would", "may", "might", "must", "shall", "should"}
_FINITE = {"will", "have", "has", "are", "were"}
OPENING = {"after", "before", "following", "during", "in", "at", "with"}
_REPEATED = {"of", "from", "by", "on", "upon", "to"}


def joins(gap: Sequence[str], table: ClauseWords) -> bool:
    """Whether only commas, "and" and articles stand between two actors, or the second is told to lead the first."""
    if gap[-1:] == ["by"] and len(gap) > 1 and gap[-2] in table.leading:
        return all(word in table.people or word in table.fillers or word == "," for word in gap[:-2])
    if "and" in gap:  # "officials of X and of Y"
        gap = [word for word in gap if word not in _REPEATED]
    return 0 < len(gap) <= 6 and all(word in _JOINERS or word in table.fillers for word in gap) and not _JOINTS.isdisjoint(gap)


def leads_to_and(gaps: Sequence[Sequence[str]], table: ClauseWords) -> bool:
    """Whether the list that a comma continues ends in "and": otherwise the comma closes "With X, Y did …"."""
    for gap, following in zip_longest(gaps, gaps[1:], fillvalue=()):
        if gap in (["of"], ["from"]):
            continue
        if not joins(gap, table):
            return False
        if "and" in gap or "&" in gap:
            return not any(is_past(word) or word in _FINITE for word in following[:1])  # "After talks with X, Y and Z | signed"
    return False


def closes_content(lower: Sequence[str], that: int, joint: int, verb: int) -> bool:
    """Whether an "and" joins a verb to one before a "that", not to that of its clause: "said that X can come and | told Y"."""
    return lower[that] == "that" and is_past(lower[verb]) and not _MODALS.isdisjoint(lower[that:joint])
