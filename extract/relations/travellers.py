"""Travellers: whether those who act travel for a country, and which."""

from extract.clauses.clauses import Argument, Sentence
from extract.relations.acts import codes_of, doers, is_subject_known
from extract.words.lexicon import references
from extract.words.relation_words import VisitWords, relation_words

_TOWARDS = {"in", "at", "to"}


def travellers(sentence: Sentence, verb: int) -> tuple[str, ...]:
    """The parties of the verb's subject."""
    if not is_subject_known(sentence, verb):
        return ()
    found: list[Argument] = []
    for argument in _of_craft(sentence, verb) or doers(sentence, verb):
        if can_travel(sentence, argument) or (found and argument.chained and _opens_list(sentence, found[0])):
            found.append(argument)
    return codes_of(found)


def _of_craft(sentence: Sentence, verb: int) -> list[Argument]:
    """The countries of "warships from X and Y" right before the verb."""
    left = [a for a in sentence.arguments if a.actor.end <= verb]
    last = next((k for k in range(len(left) - 1, -1, -1) if not left[k].chained), 0)
    return left[last:] if left and _is_of_craft(sentence, left[last]) else []


def _is_of_craft(sentence: Sentence, argument: Argument) -> bool:
    """Whether it is the first country of "warships from X and Y", "marines of X"."""
    lower, start = sentence.words.lower, argument.actor.start
    return lower[start - 1] in {"from", "of"} and lower[start - 2] in _words().craft | relation_words().aided.trainees


def _opens_list(sentence: Sentence, argument: Argument) -> bool:
    """“Delegations from X, Y and Z”: whether the countries joined to the first are of further ones."""
    if _is_of_craft(sentence, argument):
        return True
    words = sentence.words.lower[argument.actor.start : argument.actor.end]
    return argument.governor == "from" or (not {"of", "from"}.isdisjoint(words) and words[0].endswith("s"))


def can_travel(sentence: Sentence, argument: Argument) -> bool:
    """Whether it is officials, forces or a delegation, not a country, nor "Norwegians", nor a "we" that may be anybody."""
    lower, actor = sentence.words.lower, argument.actor
    if lower[actor.start] in {"we", "our", "people"}:  # "people from Norway"
        return False
    if actor.kind in {"group", "pronoun"} and set(actor.codes) == set(_named_only_as_place(sentence, actor.start)):
        return False
    if not _words().private.isdisjoint(lower[actor.end : actor.end + 3]):  # "Swedish | citizens", "a delegation of US | firms"
        return False
    if actor.kind == "modifier":
        return not lower[actor.end - 1].endswith("s") or lower[actor.end - 1].endswith("ss")
    sent = lower[actor.start] in references().peoples or lower[actor.end - 1] in references().collectives
    return actor.kind != "country" or bool(actor.people) or sent or _is_of_craft(sentence, argument)


def _named_only_as_place(sentence: Sentence, before: int) -> tuple[str, ...]:
    """The last country named before the token, where it is where somebody went: "after their visit to Poland they …"."""
    last = next((a for a in reversed(sentence.arguments) if a.actor.end <= before and a.actor.codes), None)
    return last.actor.codes if last is not None and last.actor.kind == "country" and last.governor in _TOWARDS else ()


def _words() -> VisitWords:
    return relation_words().visited
