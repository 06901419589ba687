"""By what means they met: in person, by phone or video, or in writing, by which nobody meets."""

from collections.abc import Sequence

from extract.clauses.clauses import Sentence
from extract.text.phrases import Found
from extract.words.lexicon import clause_words
from extract.words.meeting_words import meeting_words

_BY_MEANS = {"by", "over", "via", "through"}
_WRITTEN = 14  # tokens


def mode_near(sentence: Sentence, start: int, end: int) -> str | None:
    """Phone or video, if words around the trigger say so."""
    lower = sentence.words.lower
    behind = range(end, min(sentence.end, end + 26))
    last = next((i for i in behind if lower[i] == "when"), behind.stop)  # "the first since May, when it was held online"
    modes = meeting_words().modes.phrases
    hit = modes.first(lower, max(sentence.start, start - 6), last) or _fronted_mode(sentence, start)
    return hit.value if hit else None


def _fronted_mode(sentence: Sentence, before: int) -> Found | None:
    """The phone or video with which the sentence opens: "By phone, X …", "It was by telephone that X …"."""
    lower, first = sentence.words.lower, sentence.start
    first += 2 * (lower[first : first + 2] == ["it", "was"])
    if lower[first] not in _BY_MEANS:
        return None
    led = first + 1 + (lower[first + 1] in clause_words().determiners)
    modes = meeting_words().modes.phrases
    return modes.at(lower, first, before) or modes.at(lower, led, before)


def is_written(sentence: Sentence, after: int) -> bool:
    """Whether the words behind token `after` tell that it was done in writing: nobody met."""
    return meeting_words().modes.written.first(sentence.words.lower, after, min(sentence.end, after + _WRITTEN)) is not None


def call_mode(phrase: Sequence[str]) -> str | None:
    """The mode of a call by its own words: one by phone, unless it is a courtesy call."""
    if phrase[-1] not in {"call", "calls"}:
        return None
    if "video" in phrase:
        return "video"
    return None if not meeting_words().modes.personal_calls.isdisjoint(phrase[:-1]) else "phone"
