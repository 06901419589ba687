"""Sittings told by what one has of another, or brings him to: "had X on the phone", "the visit brought X together with Y"."""

from collections.abc import Iterator

from extract.clauses.clauses import Argument, Sentence
from extract.clauses.telling import verb_status
from extract.meetings.sittings import Sitting, actors_of, parties_of
from extract.text.phrases import Found
from extract.words.meeting_words import meeting_words

_REACH = 30  # tokens between the verb and the words that tell of a meeting
_PAIR = 2


def sittings_by_bond(sentence: Sentence) -> Iterator[Sitting]:
    """The sittings that such words tell of."""
    bonds = meeting_words().bonds
    for hit in sentence.find(bonds.phrases):
        verbs = bonds.bringing if hit.value == "together" else bonds.having
        reach = range(hit.start - 1, max(sentence.start, hit.start - _REACH) - 1, -1)
        verb = next((i for i in reach if sentence.words.lower[i] in verbs), None)
        status = verb_status(sentence, verb) if verb is not None else None
        if verb is not None and status is not None:
            left, right = _sides(sentence, verb, hit)
            mode = "phone" if hit.value == "phone" else None
            if left and right and len(parties_of([*left, *right])) >= _PAIR:
                yield Sitting(sentence, verb, verb + 1, actors_of(left), actors_of(right), status=status, mode=mode)


def _sides(sentence: Sentence, verb: int, hit: Found) -> tuple[list[Argument], list[Argument]]:
    """Who had or was brought, and whom he had or was brought to, right before or behind the words."""
    told = [a for a in sentence.objects(verb + 1, ("",)) if a.actor.people or a.actor.kind == "pronoun"]
    before = [a for a in told if a.actor.end <= hit.start]
    if hit.value == "together":
        behind = [a for a in told if a.actor.start >= hit.end] or sentence.objects(hit.end, ("with", "as", ""))
        return before, [a for a in behind if a.actor.people]
    fronted = verb + 1 == hit.start  # "had as his guest X"
    right = [a for a in sentence.objects(hit.end, ("",)) if a.actor.people] if fronted else before
    closed = fronted or (before and {","}.issuperset(sentence.between(before[-1].actor.end, hit.start)))
    return (sentence.subjects(verb), right) if closed else ([], [])
