"""Forms of verbs."""

from extract.words.lexicon import clause_words


def is_past(word: str) -> bool:
    """Whether the word can be the past form of a verb."""
    return word.endswith("ed") or word in clause_words().past_forms
