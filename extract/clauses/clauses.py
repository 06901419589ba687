"""Who stands where around a verb: the subject's people and parties on its left, the object's on its right.

A reading by position instead of a parse: an actor takes part unless a preposition of place or topic governs it, actors joined
by commas, "and", "together with" share what governs the first of them, and what is set aside between commas or brackets
("X, who is on a visit to Z, met Y") is passed over from outside and read on its own from inside.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Doc

from extract.clauses.asides import LONGEST_ASIDE, past_aside, relative_clauses
from extract.clauses.joints import OPENING, closes_content, joins, leads_to_and
from extract.clauses.marks import Marks, within
from extract.clauses.modifiers import is_his, with_modifiers, without_abbreviations
from extract.dates import DateMention
from extract.references.actors import Actor
from extract.text.marked import Marked
from extract.text.phrases import Found, Phrases
from extract.words.lexicon import ClauseWords, clause_words
from extract.words.verbs import is_past

_BREAKS = {"whom", "that", "said", ";", "and"}
_SPEECH = {"that", "said", "says", "told", "who", "which", ";"}
_SUBJECTS = {"", "between", "by", "and"}
_OPENING_PAIRS = {("such", "as"), ("among", "them"), ("among", "whom")}
_SUBJECT_PRONOUNS = {"he", "she", "they", "we", "i"}
_CONJUNCTIONS = {"after", "before", "since", "until"}  # also prepositions
_LOOSE = {"with", "between", "by"}  # they need not stand right behind their verb
_WHERE = {"at", "in"}
_ACTING = {"has", "have", "had", "will", "would", "is", "are", "was", "were"}
_MEETING = {"met", "meet", "visited", "visit"}
_FURTHER = 10
_OPENING = 8  # tokens
_LONGEST_BODY = 10
_LONGEST_OPENING = 30


class Argument(NamedTuple):
    """An actor with what governs it: a preposition, "" for none (a subject or object); `chained` to the one before it."""

    actor: Actor
    governor: str
    chained: bool

    @property
    def takes_part(self) -> bool:
        """Whether nothing speaks against the actor's taking part."""
        return not self.governor or self.governor in clause_words().partners

    @property
    def is_party(self) -> bool:
        """Whether the actor stands for somebody, and does not merely describe ("Turkish jets")."""
        return self.actor.kind != "modifier"


class Sentence:
    """The tokens `start` to `end` of a Doc: the actors in them as arguments, and the dates, places and countries in them.

    `officials` are those of the whole article by name.
    """

    def __init__(self, doc: Doc, start: int, end: int, marks: Marks) -> None:
        self.doc, self.start, self.end, self.marks = doc, start, end, marks
        self.words, self.officials, self.published = marks.words, marks.officials, marks.published
        self.is_title = start in marks.headline
        self._passed, self._cities = marks.passed, marks.cities

    @cached_property
    def dates(self) -> Sequence[DateMention]:
        """The dates in the sentence."""
        return within(self.marks.dates, self.start, self.end)

    @cached_property
    def places(self) -> Sequence[Marked]:
        """The cities and venues in the sentence."""
        return within(self.marks.places, self.start, self.end)

    @cached_property
    def countries(self) -> Sequence[Marked]:
        """The countries in the sentence."""
        return within(self.marks.countries, self.start, self.end)

    @cached_property
    def actors(self) -> Sequence[Actor]:
        """All that can act in the sentence."""
        return within(self.marks.actors, self.start, self.end)

    @cached_property
    def arguments(self) -> tuple[Argument, ...]:
        """The actors with what governs them."""
        found = (argument for arguments in self._by_clause.values() for argument in arguments)
        return tuple(sorted(found, key=lambda argument: argument.actor.start))

    @cached_property
    def _relative(self) -> list[tuple[int, int]]:
        cues = self.places_of(clause_words().asides)
        return list(relative_clauses(self.words.lower, cues, self.start, self.end)) if cues else []

    @cached_property
    def _by_clause(self) -> dict[tuple[int, int], list[Argument]]:
        """The arguments of each relative clause, and of what is outside of any."""
        clauses: dict[tuple[int, int], list[Actor]] = {}
        for actor in self.actors:
            if actor.kind != "title" and not self._is_of_list(actor):
                clauses.setdefault(self.clause(actor.start), []).append(actor)
        return {clause: list(self._arguments(inside)) for clause, inside in clauses.items()}

    @property
    def lower(self) -> list[str]:
        """The sentence's words in lower case."""
        return self.words.lower[self.start : self.end]

    @property
    def is_question(self) -> bool:
        """Whether it asks: a question reports nothing."""
        return "?" in self.words.lower[max(self.start, self.end - 4) : self.end]

    def find(self, phrases: Phrases) -> list[Found]:
        """The phrases that stand in the sentence, without overlaps."""
        keys, lower = self.places_of(phrases.keys), self.words.lower
        return phrases.among(lower, phrases.around(lower, keys, self.start), self.end) if keys else []

    def first(self, phrases: Phrases) -> Found | None:
        """The first of the phrases that stands in the sentence."""
        keys, lower = self.places_of(phrases.keys), self.words.lower
        begins = phrases.around(lower, keys, self.start) if keys else ()
        return next((hit for i in begins if (hit := phrases.at(lower, i, self.end))), None)

    def places_of(self, vocabulary: frozenset[str]) -> list[int]:
        """The tokens of the sentence that are words of a vocabulary."""
        places = self.words.positions.of(vocabulary)
        return places and places[bisect_left(places, self.start) : bisect_left(places, self.end)]

    def text(self, start: int, end: int) -> str:
        """The text of tokens `start` to `end` on one line."""
        return self.words.between(start, end)

    def codes(self) -> set[str]:
        """All parties named in the sentence."""
        return {code for argument in self.arguments for code in argument.actor.codes}

    def subjects(self, verb: int) -> list[Argument]:
        """The nearest chain of actors left of token `verb` that can be its subject; before a relative clause that has none.

        The second of two verbs has the subject of the first: "X met Y and called on Z", "X met Y before calling on Z".
        """
        first, _ = self.clause(verb)
        left = [a for a in self._in_clause(verb) if a.actor.end <= verb]
        if not left and self.words.lower[first : first + 2] == [",", "which"]:
            return [a for a in self.arguments if a.actor.end == first and a.is_party]
        ends = clause_words().left_ends
        joint = self._joint(verb)
        who = self._last_of({"who"}, max(first, verb - LONGEST_ASIDE) + 1, verb, verb)
        if joint is not None or not any(who < a.actor.start for a in left):
            left = [a for a in left if a.actor.end <= who]  # "X, who will meet Y and call on Z"
            if left and who < verb:
                return _last_chain(left, {a.governor for a in left[-1:]})
        floor = self._last_of(ends, first, joint or verb, first - 1)
        if joint is not None and closes_content(self.words.lower, floor, joint, verb):
            floor = self._last_of(ends, first, floor, first - 1)
        near = [a for a in left if a.actor.start > floor]
        if joint is not None and (shared := _first_chain(near) or [a for a in left if a.governor == "said"][-1:]):
            return shared
        chain = _last_chain(near) or _last_chain(left)
        if {a.actor.kind for a in chain} == {"country"} and len({code for a in chain for code in a.actor.codes}) == 1:
            # "X is to visit Seoul for talks": what the first verb governs is no subject of the second.
            return _last_chain([a for a in near if a.actor.people]) or chain
        if chain or first == self.start:
            return chain or _last_chain(near, {"of"})
        return _last_chain([a for a in self._in_clause(self.start) if a.actor.end <= first], {*_SUBJECTS, "with", "on"})

    def _last_of(self, vocabulary: Set[str], start: int, end: int, default: int) -> int:
        """The last token from `start` to `end` that is a word of a vocabulary."""
        lower = self.words.lower
        for i in range(end - 1, start - 1, -1):
            if lower[i] in vocabulary:
                return i
        return default

    def _joint(self, verb: int) -> int | None:
        """The "and", or "before" of a participle, by which the verb is joined to one before it."""
        lower, table = self.words.lower, clause_words()
        k = verb - 1
        while k > self.start and (lower[k] in table.auxiliaries or lower[k].endswith("ly") or self._passed[k]):
            k -= 1
        joined = lower[k] == "and" or (lower[k] in table.joining and lower[verb].endswith("ing"))
        return k if joined and k > self.start else None

    def fronted(self, verb: int) -> list[Argument]:
        """The chain behind a "with" that opens the clause of token `verb`: "(It was) with Y (that) X talked about …"."""
        found = [a for a in self._in_clause(verb) if a.actor.end <= verb and a.governor == "with" and a.is_party]
        lower = self.words.lower
        opening = range(found[0].actor.start - 1, max(self.start, found[0].actor.start - _OPENING) - 1, -1) if found else ()
        opens = next((i for i in opening if lower[i] == "with"), None)
        if opens is None or (opens > self.clause(verb)[0] and lower[opens - 1] not in {",", "and", "but", "was"}):
            return []
        between = lower[found[0].actor.end : verb]
        if not clause_words().due.isdisjoint(between[: between.index(",")] if "," in between else between):
            return []  # "With Y due to meet Z, X talked about …"
        return found if lower[self.start] in {"with", "it"} or "," in lower[found[-1].actor.end : verb] else []

    def meant_by_whom(self, verb: int) -> list[Argument]:
        """Those meant by "whom" before token `verb`: "…, with whom he met", "those whom he met were A and B"."""
        lower = self.words.lower
        opening = max(self.start, verb - _LONGEST_OPENING)
        if "whom" not in lower[opening:verb]:
            return []
        whom = next((i for i in range(verb - 1, opening, -1) if lower[i] in _BREAKS), None)
        if whom is None or lower[whom] != "whom":
            return []
        if not clause_words().unnamed.isdisjoint(lower[max(self.start, whom - 2) : whom]):
            being = next((i for i in range(verb, self.end) if lower[i] in clause_words().being), None)
            return self.objects(being + 1, ("",)) if being is not None else []
        before = [a for a in self._in_clause(self.start) if a.actor.end <= whom and a.is_party]
        return _last_chain(before, {a.governor for a in before[-1:]})

    def objects(self, after: int, partners: Iterable[str], over: Set[str] = frozenset()) -> list[Argument]:
        """The actors right of token `after` that take part, directly or behind one of `partners`, as far as it reaches.

        It reaches over the words `over`, as in "received at his office the ambassador".
        """
        following = [a for a in self._in_clause(after) if a.actor.start >= after]
        if not following:
            return []
        table, allowed = clause_words(), frozenset(partners)
        ends, prepositions, leads = table.right_ends - over, allowed - {""}, allowed - {"and"}
        found: list[Argument] = []
        position = after
        for argument in following:
            between = past_aside(self.between(position, argument.actor.start))
            if not found and _is_where(argument) and (ends - {argument.governor}).isdisjoint(between):
                position = argument.actor.end  # "met at his Oslo office with X"
                continue
            near = not found and len(between) <= 10 and "," not in between and _SPEECH.isdisjoint(between)
            then = found and argument.governor and not table.sequence.isdisjoint(between)  # "by X and later by Y"
            skipped = table.fillers.union(table.sequence, {",", "and"}) if then else table.fillers
            anew = then and argument.governor == found[0].governor and len(between) < _FURTHER  # "and then at his office by Y"
            direct = anew or all(word == argument.governor or word in skipped for word in between)
            reached = direct or self._opens_list(argument.actor.start) or (near and argument.governor in _LOOSE)
            behind = argument.governor in allowed and reached
            acts = not (found or argument.governor or "" in allowed) and argument.is_party
            ended = acts or argument.governor in prepositions or not ends.isdisjoint(between)
            if ended and not (behind or (found and argument.chained)):
                if self._passed[argument.actor.start] or (then and not argument.actor.people):
                    continue
                break
            acting = argument.actor.end < self.end and self.words.lower[argument.actor.end] in _ACTING
            own_verb = found and not _MEETING.isdisjoint(between)  # "and met | Y"
            another = not found and leads.isdisjoint(between) and "and" in between[1:]  # "welcomed the plan and praised | Y"
            alone = not (argument.governor or argument.chained)
            anothers = alone and (own_verb or another)
            # "welcomed the dialogue | X has opened", "as X told Y, | we stand by Z"
            if alone and (argument.actor.kind == "pronoun" if found else acting and not direct):
                break
            if argument.governor in allowed and argument.is_party and not (anothers or self._is_owner(argument)):
                found.append(argument)
            elif found and not argument.chained and argument.is_party and not self._passed[argument.actor.start]:
                break
            position = argument.actor.end
        return found

    def behind(self, after: int, preposition: str) -> list[Argument]:
        """The first chain behind `preposition`, however far right of token `after`, if nobody speaks in between."""
        for argument in (a for a in self._in_clause(after) if a.actor.start >= after):
            if not {"said", "says", "told", "that", ";"}.isdisjoint(self.between(after, argument.actor.start)):
                return []
            if argument.governor == preposition and argument.is_party:
                return self.chain_from(argument.actor.start)
        return []

    def chain_from(self, start: int) -> list[Argument]:
        """The first chain of actors that take part behind token `start`."""
        chain: list[Argument] = []
        for argument in (a for a in self._in_clause(start) if a.actor.start >= start and a.is_party):
            if (chain and not argument.chained) or not argument.takes_part:
                break
            chain.append(argument)
        return chain

    def behind_comma(self, position: int) -> list[Argument]:
        """The chain behind the first comma right of `position`: the subject of "Meeting Y on Friday, X said"."""
        reach = range(position, min(position + _LONGEST_OPENING, self.end))
        comma = next((i for i in reach if self.words.lower[i] == ","), None)
        return self.chain_from(comma) if comma is not None else []

    def beside(self, token: int) -> list[Argument]:
        """All that stand for somebody in the clause of `token`, the relative clauses inside it apart."""
        return [a for a in self._in_clause(token) if a.is_party]

    def in_one_clause(self, one: int, other: int) -> bool:
        """Whether two tokens stand in the same relative clause, or both outside of any."""
        return self.clause(one) == self.clause(other)

    def follows_and(self, token: int) -> bool:
        """Whether "and" stands right before the words at `token`."""
        k = token - 1
        while k > self.start and (self.words.lower[k] in clause_words().fillers or self.words.lower[k].isspace()):
            k -= 1
        return self.words.lower[k] == "and"

    def is_near(self, token: int, other: int) -> bool:
        """Whether what `token` tells may be told of `other`: a relative clause that holds `other` holds both."""
        clause = self.clause(other)
        return clause[0] <= token < clause[1]

    def is_passed(self, token: int) -> bool:
        """Whether a reader passes over the token: a date, a place, what stands in brackets."""
        return bool(self._passed[token])

    def _is_owner(self, argument: Argument) -> bool:
        """Whether something of the actor's is spoken of: "welcomed Norway's decision"."""
        return self.words.lower[argument.actor.end : argument.actor.end + 1] in (["'s"], ["'"], ["’"])

    def clause(self, token: int) -> tuple[int, int]:
        """The relative clause that holds the token, else the whole sentence."""
        for first, last in self._relative:
            if first <= token < last:
                return first, last
        return self.start, self.end

    def _in_clause(self, token: int) -> list[Argument]:
        """The arguments of the clause that holds the token, without those of relative clauses inside it."""
        return self._by_clause.get(self.clause(token), [])

    def between(self, start: int, end: int, besides: Set[int] = frozenset()) -> list[str]:
        """The words from `start` to `end` that a reader does not pass over, nor those `besides`."""
        passed, lower = self._passed, self.words.lower
        if not (besides or self._relative) and passed.find(1, start, end) < 0:
            return lower[start:end]
        found: list[str] = []
        inside = [clause for clause in self._relative if start <= clause[0] and clause[1] <= end]
        for first, last in (*inside, (end, end)):
            found += [lower[i] for i in range(start, first) if not passed[i] and i not in besides]
            start = last
        return found

    def _arguments(self, actors: Sequence[Actor]) -> Iterator[Argument]:
        """The actors as arguments; "of X" right behind an official belongs to him."""
        table = clause_words()
        before: Argument | None = None
        is_whole = False  # the list has had its "and": a comma behind it closes it
        actors = list(with_modifiers(without_abbreviations(actors, self.words.lower), self.words))
        gaps = [self.between(one.end, other.start) for one, other in pairwise(actors)]
        gaps += [self.between(actors[-1].end, self.end)] if self.words.lower[self.start] in OPENING else []
        for number, actor in enumerate(actors):
            gap = gaps[number - 1] if number else []
            if (
                before is not None
                and actor.kind == "country"
                and before.actor.people
                and gap in (["of"], ["from"], ["of", "the"], ["from", "the"])
            ):
                before = before._replace(actor=before.actor._replace(end=actor.end))
                continue
            if before is not None and is_his(before.actor, actor, gap):
                before = before._replace(actor=actor._replace(start=before.actor.start))
                continue
            chained = before is not None and joins(gap, table) and ("with" not in gap or before.takes_part)
            first = self.words.lower[actor.start]
            # "met A and B, and they agreed", "as chairman, I agreed"
            chained = chained and first != "they" and not (gap == [","] and first in _SUBJECT_PRONOUNS)
            titled = self._passed[actor.start - 1] and self.words.lower[actor.start - 1] in table.others  # "an aide to X"
            chained = chained and not (titled or self._is_place(actor.start))
            if chained and before is not None and before.governor:
                apart = not {",", "and"}.isdisjoint(gap) and before.governor not in table.partners
                beside_place = apart and bool(actor.people) and not before.actor.people
                goes_on = self.is_title or "well" in gap or (leads_to_and(gaps[number:], table) and not is_whole)
                closes = "," in gap and "and" not in gap and not goes_on
                anew = self.words.lower[actor.start] in _SUBJECT_PRONOUNS
                chained = not (beside_place or closes or anew or self._is_cited(before.actor.start))
            is_whole = chained and (is_whole or "and" in gap)
            if actor.start in self._cities:
                chained, governor = False, self._governor(self._cities[actor.start], table)
            elif "," in gap and self._is_source(actor.end):
                chained, governor = False, "said"
            elif chained and before is not None and before.is_party and gap[-2:] != ["and", "by"]:
                governor = before.governor
            else:
                governor = self._governor(actor.start, table)
                if governor in _CONJUNCTIONS and self._acts_behind(actor.end):
                    governor = ""  # "days after X attended …"
                if actor.kind == "office" and self.words.lower[actor.start - 1] == "as":
                    governor = "as"  # "in his capacity as chairman"
            if before is not None:
                yield before
            before = Argument(actor, governor, chained)
        if before is not None:
            yield before

    def _acts_behind(self, after: int) -> bool:
        """Whether a verb in the past follows token `after`, what is set aside passed over."""
        verb = next((i for i in range(after, self.end) if not self._passed[i]), self.end)
        return any(map(is_past, self.words.lower[verb : verb + 1]))

    def _is_before_title(self, k: int) -> bool:
        """Whether the word at `k` is a place whose title it is: "with Lagos Governor X", not "in Lagos Governor X"."""
        return not self._passed[k] and any(place.start <= k < place.end for place in self.places)

    def _is_place(self, start: int) -> bool:
        """Whether who is named at token `start` is only where it was: "met X, in Y on Monday"."""
        before = start - 1 - (self.words.lower[start - 1] == "the")
        return self.words.lower[before] in {"in", "at"} and bool(self._passed[before])

    def _is_cited(self, start: int) -> bool:
        """Whether who is named at token `start` is only told to have told it: "according to the envoy, …"."""
        return "according" in self.words.lower[max(self.start, start - 3) : start]

    def _is_source(self, after: int) -> bool:
        """Whether who is named before token `after` is only told to have said the whole: "…, the ministry said on Monday"."""
        if after >= self.end or self.words.lower[after] not in clause_words().saying:
            return False
        rest = self.between(after + 1, self.end)
        return not rest or (rest[0] in clause_words().after_saying and "that" not in rest)

    def _is_of_list(self, actor: Actor) -> bool:
        """Whether it only opens a list: "them" in "among them X"."""
        return actor.kind == "group" and self.words.lower[actor.start - 1 : actor.end] == ["among", "them"]

    def _list_opener(self, k: int) -> int:
        """How many words up to token `k` open a list of those spoken of: "including", "such as", "two ministers:"."""
        lower, table = self.words.lower, clause_words()
        if lower[k] in table.openers:
            return 1
        if (lower[k - 1], lower[k]) in _OPENING_PAIRS:
            return 2
        return int(lower[k] == ":" and lower[k - 1] in table.people)

    def _opens_list(self, start: int) -> bool:
        """Whether the words right before token `start` open a list of people just spoken of."""
        lower, table = self.words.lower, clause_words()
        k = start - 1
        while k > self.start and not self._list_opener(k) and lower[k] in table.fillers:
            k -= 1
        before = k - (self._list_opener(k) if k > self.start else 0)
        return before < k and lower[before - (lower[before] == ",")] in table.people

    def _governor(self, at: int, table: ClauseWords) -> str:
        """The preposition that governs the words at `at`, "" where there is none; "of X" of people is governed as they are."""
        lower = self.words.lower
        k = at - 1
        while k >= self.start:
            word = lower[k]
            led = word == "by" and lower[k - 1] in table.leading
            k = self._past_body(k - 1) if led else k
            opener = self._list_opener(k)
            if opener or ((led or word in {"of", "from"}) and lower[k - 1 - (lower[k - 1] == ",")] in table.people):
                k -= opener or 1
                k -= lower[k] == ","
                while k >= self.start and (lower[k] in table.people or lower[k] in table.fillers):
                    k -= 1
            elif word in table.partners or word in table.others:
                return "" if word == "and" else word
            elif word in table.fillers or word.isspace() or self._is_before_title(k):
                k -= 1
            else:
                return ""
        return ""

    def _past_body(self, led: int) -> int:
        """The "led" at token `led`, or the words of a body before it: "the delegation | of the Ohio Guard led by"."""
        lower, text = self.words.lower, self.words.text
        k = led - 1
        while k > max(self.start, led - _LONGEST_BODY) and (text[k][0].isupper() or lower[k] in {"of", "from", "the", "'s"}):
            k -= 1
        return k + 1 if k < led - 1 and lower[k] in clause_words().people and lower[k + 1] in {"of", "from"} else led


def _is_where(argument: Argument) -> bool:
    """Whether what is named only tells where something was."""
    return argument.governor in _WHERE and not argument.actor.people


def _first_chain(arguments: Sequence[Argument]) -> list[Argument]:
    """The first run of joined actors that can be a subject."""
    chain: list[Argument] = []
    for argument in (a for a in arguments if a.is_party):
        if chain and not argument.chained:
            break
        if argument.governor in _SUBJECTS:
            chain.append(argument)
    return chain


def _last_chain(arguments: Sequence[Argument], governors: Iterable[str] = _SUBJECTS) -> list[Argument]:
    """The last run of joined actors that `governors` allow."""
    chain: list[Argument] = []
    for argument in reversed(arguments):
        if argument.governor in governors and argument.is_party:
            chain.append(argument)
            if not argument.chained:
                break
        elif chain:
            break
    return chain[::-1]
