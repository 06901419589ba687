"""Relative clauses: what is set aside between commas and read on its own."""

from collections.abc import Iterable, Iterator, Sequence

from extract.words.lexicon import clause_words

LONGEST_ASIDE = 40  # tokens
_LONGEST_SET_ASIDE = 12  # tokens
_SETTING = {"on", "in", "at", "during", "today", "yesterday", "also"}
_SET_APART = {"and", "who", "which", "that", "said", "with"}


def relative_clauses(lower: Sequence[str], cues: Iterable[int], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Clauses with who, which or where (`cues`) between two commas: the tokens from the one comma up to the other."""
    done = start
    for i in [i for i in cues if i > start and lower[i - 1] == ","]:
        reach = range(i + 1, min(end, i + LONGEST_ASIDE))
        close = next((j for j in reach if lower[j] == "," and lower[j - 1] != "and"), None)
        if lower[i] == "where" and lower[start] not in clause_words().others:
            close = end  # "will travel to Oslo, where he will meet A, B and C"
        if close is not None and i > done:
            yield i - 1, close
            done = close


def past_aside(words: list[str]) -> list[str]:
    """The words behind what commas set aside in front: ", on the sidelines of the fair, | with", ", separately, | with"."""
    end = words.index(",", 1) if words[:1] == [","] and "," in words[1:] else 0
    opens = 0 < end <= _LONGEST_SET_ASIDE and (end == 1 or words[1] in _SETTING or words[1].endswith("ly"))
    return words[end + 1 :] if opens and _SET_APART.isdisjoint(words[1:end]) else words
