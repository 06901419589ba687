"""Relative clauses: the word that opens one and stands for the subject of its verb, and where that of a cleft opens."""

from collections.abc import Sequence

from extract.clauses.clauses import Sentence

RELATIVES = {"who", "which", "that"}
_REACH = 6  # tokens
_CLEFT = {"who", "that"}


def opens_relative(lower: Sequence[str], k: int) -> bool:
    """Whether token `k` stands for those named before: "who", "(both of) whom"."""
    return lower[k] in RELATIVES or (lower[k] == "whom" and lower[k - 1] == "of")


def relative_before(sentence: Sentence, verb: int) -> int | None:
    """The "who" or "which" right before the verb."""
    words = range(verb - 1, max(sentence.start, verb - _REACH) - 1, -1)
    return next((k for k in words if opens_relative(sentence.words.lower, k)), None)


def behind_cleft(lower: Sequence[str], date: int, low: int, high: int) -> int:
    """Where the clause opens of "it was in May | that", or of "last month it was X who |": nothing parts it from its date.

    The date begins at token `date` and ends at `low`; the verb stands at `high`.
    """
    if lower[low : low + 1] == ["that"] and "it" in lower[max(0, date - 3) : date]:
        return low + 1
    if lower[low : low + 2] not in (["it", "was"], ["it", "is"]):
        return low
    return next((k + 1 for k in range(low + 2, high) if lower[k] in _CLEFT), low)
