"""Relative clauses: what is set aside between commas and read on its own."""

from collections.abc import Iterable, Iterator, Sequence

from extract.words.lexicon import clause_words

LONGEST_ASIDE = 40  # tokens


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
