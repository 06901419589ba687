"""Those who are met where somebody is, told by no more than that they govern there: "In Oslo, X met with senior officials"."""

from extract.clauses.clauses import Argument, Sentence
from extract.references.actors import Actor
from extract.words.lexicon import clause_words
from extract.words.meeting_words import meeting_words

_LINKED = 4  # tokens of ", and the"


def officials_there(sentence: Sentence, after: int) -> list[Argument]:
    """The officials behind the "with" at token `after`, of the only country that the sentence tells before as a place."""
    lower, table = sentence.words.lower, meeting_words().governing
    if lower[after : after + 1] != ["with"]:
        return []
    first = after + 1 + (not clause_words().determiners.isdisjoint(lower[after + 1 : after + 2]))
    last = first
    while last < sentence.end and lower[last] in table.modifiers:
        last += 1
    told = last < sentence.end and lower[last] in (table.nouns if last > first else table.alone)
    end = last + told
    if not (told or lower[end - 1] == "government") or lower[end : end + 1] in ([word] for word in table.others):
        return []
    there = _where(sentence, after)
    return [Argument(Actor(first, end, "office", (), (there,)), "with", False)] if there else []


def _where(sentence: Sentence, before: int) -> str | None:
    """The country behind "in" or "to" before a token, if it is only one: not "in A and B"."""
    lower = sentence.words.lower
    codes: set[str] = set()
    end = -1
    named = (span for span in sentence.countries if span.label_ in {"name", "capital"})
    for span in sorted((*named, *sentence.places), key=lambda span: span.start):
        lead = span.start - 1 - (lower[span.start - 1] == "the")
        listed = 0 < span.start - end < _LINKED and end > 0
        if span.end <= before and lead >= sentence.start and (listed or lower[lead] in {"in", "to"}):
            codes.add(str(span.id_))
            end = span.end
    return codes.pop() if len(codes) == 1 else None
