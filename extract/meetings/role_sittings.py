"""Sittings told by who was whose guest or host: "X was the guest of Y", "Y's guests were A and B"."""

from collections.abc import Iterator

from extract.clauses.clauses import Argument, Sentence
from extract.clauses.telling import verb_status
from extract.meetings.sittings import Sitting, actors_of, each_counterpart
from extract.text.phrases import Found
from extract.words.lexicon import clause_words
from extract.words.meeting_words import meeting_words

_REACH = 12  # tokens between the noun and the verb on its left
_FAR = 40  # and on its right
_AT_ONCE = 3  # guests
_OWNED = {"his", "her", "their"}


def sittings_by_role(sentence: Sentence) -> Iterator[Sitting]:
    """The sittings that nouns of guests and hosts tell of, one for each guest of many."""
    roles, lower = meeting_words().roles, sentence.words.lower
    for role, nouns in (("guest", roles.guest), ("host", roles.host)):
        for noun in sentence.find(nouns):
            if not _describes(noun, lower):
                yield from _by_role(sentence, noun, hosted=role == "guest")


def _describes(noun: Found, lower: list[str]) -> bool:
    """Whether it stands before another noun: "the host country", "a guest speaker"."""
    following, table = lower[noun.end] if noun.end < len(lower) else "", clause_words()
    passed = (table.prepositions, table.being, table.left_ends, {"of", "to"})
    return following.isalpha() and not any(following in words for words in passed)


def _by_role(sentence: Sentence, noun: Found, *, hosted: bool) -> Iterator[Sitting]:
    """The sitting of one noun; the owner of a guest is the host (`hosted`), and the other way round."""
    owners, own = _owners(sentence, noun)
    verb, holders = _holders(sentence, noun, own, owners)
    status = verb_status(sentence, verb) if verb is not None else None
    if status is None or not holders:
        return
    hosts = owners if hosted else holders
    host = next((code for argument in hosts for code in argument.actor.codes), None)
    sitting = Sitting(sentence, noun.start, noun.end, actors_of(owners), actors_of(holders), status=status, host=host)
    yield from each_counterpart(sitting) if len(holders) > _AT_ONCE else [sitting]


def _owners(sentence: Sentence, noun: Found) -> tuple[list[Argument], bool]:
    """Whose guest or host it is, and whether that is told: "Y's guest", "the guest of Y", "host to Y", "his guest"."""
    lower = sentence.words.lower
    lead = noun.start
    while lead > sentence.start and lower[lead - 1] in clause_words().fillers - _OWNED:
        lead -= 1
    before = [a for a in sentence.arguments if a.actor.end in {lead, lead - (lower[lead - 1] == "'s")} and a.actor.people]
    leads = lower[noun.end : noun.end + 1] in (["of"], ["to"])
    behind = [a for a in sentence.objects(noun.end, ("of", "to", "")) if leads and a.actor.people]
    owners = before[-1:] or behind
    return owners, bool(owners) or lower[lead - 1] in _OWNED


def _holders(sentence: Sentence, noun: Found, own: bool, owners: list[Argument]) -> tuple[int | None, list[Argument]]:
    """The verb that tells who was the guest or host, and who that was: before the noun, else behind it and its owner."""
    lower, verbs = sentence.words.lower, clause_words().being | meeting_words().roles.acting
    if not own:
        return None, []
    for i in range(noun.start - 1, max(sentence.start, noun.start - _REACH), -1):
        if lower[i] in {",", "to", ";"}:
            break
        if lower[i] in verbs:
            return i, [a for a in sentence.subjects(i) if a.actor.people or a.actor.kind == "office"]
    after = max([noun.end, *(argument.actor.end for argument in owners)])
    for i in range(after, min(sentence.end, after + _FAR)):
        if lower[i] in clause_words().left_ends:
            break
        if lower[i] in clause_words().being:
            return i, [a for a in sentence.objects(i + 1, ("",)) if a.actor.people]
    return None, []
