"""Who stands where around a verb: the subject's people and parties on its left, the object's on its right.

A reading by position instead of a parse: an actor takes part unless a preposition of place or topic governs it, and actors joined by
commas, "and", "together with" share what governs the first of them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from .lexicon import ClauseWords, clause_words
from .references import Actor
from .tokens import Words, words

_SPEECH = {"that", "said", "says", "told", "who", "which", ";"}
_JOINERS = {",", "and", "&", "as", "well", "together", "along", "with", "alongside", "also", "both", "/", "-", "plus"}


@dataclass(frozen=True)
class Argument:
    """An actor with what governs it: a preposition, "" for none (a subject or a direct object), and its place in the sentence."""

    actor: Actor
    governor: str
    chained: bool

    @property
    def takes_part(self) -> bool:
        """Whether nothing speaks against the actor's taking part."""
        return self.governor in clause_words().partners or not self.governor


class Sentence:
    """The tokens `start` to `end` of a Doc, with the actors in them as arguments."""

    def __init__(self, doc: Doc, start: int, end: int, actors: Sequence[Actor]) -> None:
        self.doc, self.start, self.end = doc, start, end
        self.words: Words = words(doc)
        self.arguments = tuple(_arguments(self.words, start, actors, clause_words()))
        self._asides = frozenset(_asides(doc, start, end, self.words.lower))

    @property
    def lower(self) -> list[str]:
        """The sentence's words in lower case."""
        return self.words.lower[self.start : self.end]

    def text(self, start: int, end: int) -> str:
        """The text of tokens `start` to `end` on one line."""
        return " ".join(str(self.doc[start:end].text).split())

    def subjects(self, verb: int) -> list[Argument]:
        """The chain of actors nearest to the left of token `verb` that can be its subject."""
        ends = clause_words().left_ends
        floor = next((i for i in range(verb - 1, self.start - 1, -1) if self.words.lower[i] in ends), self.start - 1)
        left = [a for a in self.arguments if a.actor.end <= verb]
        return _last_chain([a for a in left if a.actor.start > floor]) or _last_chain(left)

    def fronted(self, verb: int) -> list[Argument]:
        """The chain behind a "with" that opens the clause of token `verb`: "With Y, X talked about …"."""
        return [a for a in self.arguments if a.actor.end <= verb and a.governor == "with" and a.actor.kind != "modifier"]

    def objects(self, after: int, partners: Iterable[str] = ("", "with", "by", "and", "between", "among", "alongside")) -> list[Argument]:
        """The actors right of token `after` that take part, up to where the verb's reach ends."""
        allowed, ends = frozenset(partners), clause_words().right_ends
        found: list[Argument] = []
        position = after
        for argument in (a for a in self.arguments if a.actor.start >= after):
            between = [self.words.lower[i] for i in range(position, argument.actor.start) if i not in self._asides]
            reached = argument.governor in {"with", "between"} and argument.governor in allowed and _SPEECH.isdisjoint(between)
            if not reached and not (found and argument.chained) and any(word in ends for word in between):
                if argument.actor.start in self._asides:
                    continue
                break
            if argument.governor in allowed and argument.actor.kind != "modifier":
                found.append(argument)
            elif found and not argument.chained and argument.actor.kind != "modifier" and argument.actor.start not in self._asides:
                break
            position = argument.actor.end
        return found


def _asides(doc: Doc, start: int, end: int, lower: list[str]) -> Iterator[int]:
    """Tokens that only say when or where, with their prepositions: a reader passes over them."""
    spans = [(m.start, m.end) for m in doc._.dates]
    spans += [(s.start, s.end) for key in ("places", "countries") for s in doc.spans.get(key, ()) if lower[max(s.start - 1, 0)] in {"in", "at"}]
    for first, last in spans:
        if start <= first < end:
            yield from range(first - (lower[first - 1] in {"on", "in", "at", "from"}), last)


def sentences(doc: Doc) -> Iterator[Sentence]:
    """The sentences of `doc` outside site furniture, with their actors."""
    furniture = {i for span in doc.spans.get("furniture", ()) for i in range(span.start, span.end)}
    actors: list[Actor] = list(doc._.actors)
    k = 0
    for span in doc.sents:
        inside = []
        while k < len(actors) and actors[k].start < span.end:
            inside.append(actors[k])
            k += 1
        if span.start not in furniture or span.end - 1 not in furniture:
            yield Sentence(doc, span.start, span.end, inside)


def _last_chain(arguments: list[Argument]) -> list[Argument]:
    """The last run of joined actors that take part."""
    chain: list[Argument] = []
    for argument in reversed(arguments):
        if argument.governor in {"", "between", "by", "and"} and argument.actor.kind != "modifier":
            chain.append(argument)
            if not argument.chained:
                break
        elif chain:
            break
    return chain[::-1]


def _arguments(found: Words, start: int, actors: Sequence[Actor], table: ClauseWords) -> Iterator[Argument]:
    before: Argument | None = None
    for number, actor in enumerate(actors):
        chained = before is not None and _joined(found.lower[before.actor.end : actor.start], table)
        between = found.lower[before.actor.end : actor.start] if before is not None else []
        if chained and before is not None and before.governor and "," in between and "and" not in between:
            chained = _leads_to_and(found.lower, actors, number, table)
        governor = before.governor if chained and before is not None and before.actor.kind != "modifier" else _governor(found.lower, start, actor.start, table)
        before = Argument(actor, governor, chained)
        yield before


def _leads_to_and(lower: list[str], actors: Sequence[Actor], number: int, table: ClauseWords) -> bool:
    """Whether the list that a comma continues ends in "and": otherwise the comma closes "With X, Y did …"."""
    for one, other in zip(actors[number:], actors[number + 1 :], strict=False):
        between = lower[one.end : other.start]
        if not _joined(between, table):
            return False
        if "and" in between or "&" in between:
            return True
    return False


def _joined(between: list[str], table: ClauseWords) -> bool:
    """Whether only commas, "and", articles and bracketed asides stand between two actors."""
    outside: list[str] = []
    depth = 0
    for word in between:
        depth += word == "("
        if not depth:
            outside.append(word)
        depth -= word == ")" and depth > 0
    return bool(outside) and len(outside) <= 6 and all(w in _JOINERS or w in table.fillers for w in outside) and any(w in {",", "and", "&", "with", "-", "/"} for w in outside)


def _governor(lower: list[str], start: int, at: int, table: ClauseWords) -> str:
    """The preposition that governs the words at `at`, "" where there is none."""
    k = at - 1
    while k >= start:
        word = lower[k]
        if word in {"of", "from", "including", "'s"} and k - 1 >= start:
            j = k - 1 - (lower[k - 1] == ",")
            if word == "including" or lower[j] in table.people:
                k = j
                while k >= start and (lower[k] in table.people or lower[k] in table.fillers):
                    k -= 1
                continue
        if word in table.partners or word in table.others:
            return "" if word == "and" else word
        if word not in table.fillers:
            return ""
        k -= 1
    return ""
