"""Sittings told by a noun: "X held talks with Y", "the 11th X-Y dialogue opened", "in a call with Y, X …"."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, takewhile

from extract.clauses.clauses import Argument, Sentence
from extract.clauses.noun_phrases import NounPhrase, is_passive, noun_phrases, proper_name
from extract.clauses.telling import (
    call_mode,
    has_day_ahead,
    has_day_to_come,
    is_ahead,
    is_announced,
    is_appeal,
    is_cancelled,
    is_to_come,
    level_of_words,
    mode_near,
    verb_status,
)
from extract.gazetteer import organizations
from extract.meetings.sittings import Sitting, actors_of, each_counterpart, in_turn, is_told_apart, parties_of
from extract.words.lexicon import clause_words
from extract.words.meeting_words import meeting_words
from extract.words.roles import role_class

_WITH = ("with", "between", "among", "and")
_REPORTED = {"that", "said", "says", ";"}
_LEADING_TO = {"for", "of", "toward", "towards"}
_PLANS = {"will", "plan", "plans", "intend", "intends"}
_BODIES = {"committee", "commission", "council", "group", "board", "dialogue", "forum", "mechanism"}
_THEIRS = {"our", "their"}
_MEETING = {"meeting", "meet", "met"}
_OF_FEW = {"press", "news", "media", "bilateral", "trilateral", "quadrilateral", "three-way"}
_TOWARD = {"before", "toward", "towards"}
_AHEAD_OF = {("ahead", "of"), ("prior", "to"), ("up", "to")}
_EN_ROUTE = {("way", "to"), ("route", "to"), ("way", "for")}
_HEADS = {"head_of_state", "head_of_government"}
_REACH = 14
_BESIDE = 2  # tokens


def sittings_by_noun(sentence: Sentence, passed: set[int]) -> Iterator[Sitting]:
    """The sittings that nouns of meeting tell of or refer to; tokens in `passed` belong to something else."""
    last: Sitting | None = None
    for noun in noun_phrases(sentence, passed):
        for sitting in _by_noun(noun):
            if last is not None and sitting.right and _goes_on(noun, last):
                sitting.left, sitting.status = sitting.left or last.left, last.status
            yield sitting
            last = sitting


def _goes_on(noun: NounPhrase, last: Sitting) -> bool:
    """Whether it is the second of two: "for meetings with A and | a dialogue with B"."""
    verbless = noun.held_by is None and noun.happens is None
    return verbless and noun.before == "and" and noun.lead - 1 in {actor.end for actor in last.right}


def _by_noun(noun: NounPhrase) -> Iterator[Sitting]:
    sentence, lower, table = noun.sentence, noun.sentence.words.lower, meeting_words()
    right = _right(noun)
    left, right, status, end = _relative(noun) or (_left(noun, right), right, _status(noun, right), noun.end)
    if len(parties_of([*left, *right])) < 2:
        left = _attending(noun, right) or left
    pair = _pair(noun) or _of_body(noun)
    if (
        status is None
        or _is_wished(noun)
        or _is_topic(noun, [*pair, *right])
        or _is_gathering_of_more(noun, left, [*pair, *right])
        or _is_loose(noun, [*_of_the(noun, left), *pair, *right])
        or not _is_sitting(noun, left, [*pair, *right])
    ):
        return
    several = len(parties_of([*left, *pair, *right])) > 1
    if "press" in noun.words and "joint" not in noun.words and (not several or (right and right[0].governor == "by")):
        return
    if not meeting_words().nouns.honours.isdisjoint(noun.words) and not (several or right):
        return
    if _is_in_prospect(noun) or (status == "planned" and _is_spoken_of(noun)):
        left = [replace(a, actor=replace(a.actor, people=())) for a in left]  # who speaks of it need not sit there
    visited = _visited(noun, right)
    numbered = noun.ordinal is not None and len(parties_of(right)) > 1
    pointing = not (pair or numbered or any(a.governor in _WITH for a in right))
    definite = pointing and not clause_words().definite.isdisjoint(lower[noun.lead : noun.first])
    sitting = Sitting(
        sentence,
        noun.first,
        end,
        actors_of(left),
        actors_of([*pair, *right]),
        status="cancelled" if is_cancelled(sentence, noun.end) else status,
        mode=None if definite or visited else call_mode(noun.words) or mode_near(sentence, noun.first, noun.end),
        host=visited,
        name=proper_name(noun),
        ordinal=noun.ordinal,
        level=level_of_words(noun.spelled),
        definite=definite,
        past=not table.ordering.past.isdisjoint(lower[noun.lead : noun.end]) or _happened_last(noun),
        company=definite and sentence.first(table.holding.presence) is not None,
    )
    sitting.of_several = _is_of_each(noun, sitting)
    yield from each_counterpart(sitting) if sitting.of_several else in_turn(sitting)


def _is_spoken_of(noun: NounPhrase) -> bool:
    """Whether a clause on what was done only says when it will be: "saw hope at the talks, which will be held in May"."""
    behind = noun.sentence.words.lower[noun.end : noun.end + 3] == [",", "which", "will"]
    return behind and noun.held_by is None and noun.before in {"at", "during"} and not is_ahead(noun.sentence, noun.lead)


def _happened_last(noun: NounPhrase) -> bool:
    """Whether it is told as the one before the news: "talks between the two were last held in May"."""
    return noun.happens is not None and noun.sentence.words.lower[noun.happens - 1] in {"last", "previously"}


def _pair(noun: NounPhrase) -> list[Argument]:
    """The parties in its phrase; a city alone in a proper name only tells where it is held ("the Oslo Peace Conference")."""
    sentence = noun.sentence
    own = [a for a in sentence.arguments if noun.first <= a.actor.start < noun.end]
    cities = {span.start for span in sentence.countries if span.label_ == "capital"}
    named = [a for a in own if a.actor.start not in cities]
    capital = not sentence.is_title and sentence.words.text[noun.end - 1][0].isupper()
    return named if len(own) - len(named) == 1 and (capital or proper_name(noun)) else own


def _of_body(noun: NounPhrase) -> list[Argument]:
    """The parties of the body whose numbered meeting it is: "the 15th meeting of the Omani-US Joint Committee"."""
    lower, last = noun.sentence.words.lower, min(noun.end + _REACH, noun.sentence.end)
    if noun.ordinal is None or lower[noun.end : noun.end + 1] != ["of"]:
        return []
    end = next((i for i in range(noun.end, last) if lower[i] in _BODIES), noun.end)
    own = [a for a in noun.sentence.arguments if noun.end < a.actor.start < end]
    return own if len(parties_of(own)) > 1 else []


def _is_wished(noun: NounPhrase) -> bool:
    """Whether the words tell of no particular meeting: a wish, a habit, a negation."""
    sentence, table = noun.sentence, clause_words()
    before = sentence.between(max(sentence.start, noun.lead - 6), noun.lead)[-2:]
    if "regular" in noun.words and noun.words[-1] in meeting_words().nouns.several:
        return True
    called_on = sentence.objects(noun.end, ("on", "upon")) if noun.words[-1] in meeting_words().nouns.paid else []
    appeals = bool(called_on) and is_appeal(sentence, called_on)  # "our call on X to leave"
    asked_for = appeals or table.appeals.ending_at(sentence.words.lower, noun.lead, 2) is not None
    return asked_for or not table.wishes.isdisjoint(before) or not (table.habits | table.negations).isdisjoint(noun.words)


def _is_topic(noun: NounPhrase, own: list[Argument]) -> bool:
    """Whether it is only spoken of, or founded: "discussed the coming summit", "established a dialogue", "ahead of COP26"."""
    lower, table = noun.sentence.words.lower, meeting_words()
    if noun.before in table.nouns.founding:
        return True
    many = noun.words[-1] in table.nouns.gatherings | table.nouns.several and noun.held_by is None and not own
    if many and (noun.before in _TOWARD or tuple(lower[noun.lead - 2 : noun.lead]) in _AHEAD_OF):
        return True
    clause = "that" in lower[noun.lead : noun.first]  # "noted that conference X was held"
    owner = _owner(noun) if many else None
    verb = table.verb_phrases.ending_at(lower, owner.actor.start if owner else noun.lead) if many and not clause else None
    return verb is not None and any(v.topic_first for v in table.verbs_of[verb.value])


def _is_gathering_of_more(noun: NounPhrase, left: list[Argument], own: list[Argument]) -> bool:
    """Whether two sides are told to have been where many meet: "X and Y agreed at the climate conference to …"."""
    lower = noun.sentence.words.lower
    held = noun.happens is not None or (noun.held_by is not None and lower[noun.held_by] != "for")
    if own or held or noun.words[-1] not in meeting_words().nouns.gatherings:
        return False
    theirs = lower[noun.lead] in _THEIRS or not _MEETING.isdisjoint(lower[max(noun.lead - 4, 0) : noun.lead])
    return not theirs and _OF_FEW.isdisjoint(noun.words) and len(parties_of(left)) > 1


def _of_the(noun: NounPhrase, left: list[Argument]) -> list[Argument]:
    """Those who own it, and all who are told to have been at "the talks"."""
    definite = not clause_words().definite.isdisjoint(noun.sentence.words.lower[noun.lead : noun.first])
    return [a for a in left if definite or noun.lead <= a.actor.end <= noun.first]


def _is_loose(noun: NounPhrase, own: list[Argument]) -> bool:
    """Whether talks at large are spoken of, without verb, day, place or people: "negotiations between X and Y"."""
    sentence, table = noun.sentence, meeting_words()
    if noun.held_by is not None or noun.happens is not None or noun.ordinal or sentence.is_title or sentence.dates:
        return False
    if noun.before in {"through", "via"}:
        return True
    if noun.before == "and" and noun.words[-1] in table.nouns.at_large and not noun.sentence.objects(noun.end, _WITH):
        return True  # "through open dialogue"
    told = proper_name(noun) or sentence.places or any(a.actor.people or a.actor.kind == "office" for a in own)
    return not told and noun.words[-1] in table.nouns.at_large


def _is_sitting(noun: NounPhrase, left: list[Argument], own: list[Argument]) -> bool:
    """Whether a noun that may mean something else means a meeting: by its own parties, its number, its name or its verb."""
    lower = noun.sentence.words.lower
    anchored = noun.held_by is not None or noun.happens is not None
    if (
        (not anchored or (noun.held_by is not None and lower[noun.held_by] == "for"))
        and parties_of(own) & set(organizations())
        and not any(argument.actor.people for argument in (*left, *own))
    ):
        return False  # "endorsed at the G20 summit"
    if noun.strength != "strong" and _is_part_of_name(noun):
        return False
    journey = noun.words[-1] == "visit" and "courtesy" not in noun.words
    if journey and not any(argument.actor.people for argument in own):
        return False
    if noun.strength == "bodies":
        return noun.ordinal is not None or anchored
    return noun.strength == "strong" or anchored or bool(parties_of(own) or noun.ordinal or proper_name(noun))


def _is_part_of_name(noun: NounPhrase) -> bool:
    """Whether something else is named behind the noun: "a Human Rights Council Joint Statement"."""
    sentence, text, after = noun.sentence, noun.sentence.words.text, noun.end
    if sentence.is_title or after + 1 >= sentence.end or not (text[after - 1][0].isupper() and text[after][0].isupper()):
        return False
    elsewhere = {a.start for a in sentence.actors} | {m.start for m in sentence.dates} | {s.start for s in sentence.places}
    return after not in elsewhere and text[after + 1][0].isupper()


def _is_of_each(noun: NounPhrase, sitting: Sitting) -> bool:
    """Whether there was one with each counterpart: "meetings with A and B", "talks with several of his counterparts"."""
    table = meeting_words()
    for_two = not table.nouns.for_two.isdisjoint(noun.spelled.split()) and len(sitting.codes) > 2
    lower = noun.sentence.words.lower
    unnamed = any(actor.kind == "office" and not actor.codes and lower[actor.end - 1].endswith("s") for actor in sitting.right)
    return for_two or unnamed or "separate" in noun.words or noun.words[-1] in table.nouns.several or is_told_apart(sitting)


# ---- who met -----------------------------------------------------------------------------------------------------------


def _right(noun: NounPhrase) -> list[Argument]:
    """The parties behind the noun: with "with", "between", "of", "chaired by", or gathered by it."""
    sentence, lower = noun.sentence, noun.sentence.words.lower
    head, table = noun.words[-1], meeting_words().nouns
    partners = (*_WITH, *table.paid.get(head, ()), *table.given.get(head, ()), *(("for",) if head in table.feasts else ()))
    chain = sentence.objects(noun.end, partners)
    if not chain and (agents := _agents(noun)):
        chain = sentence.objects(agents[-1].actor.end, partners)
    chain = [argument for argument in chain if argument.governor != "to" or argument.actor.people]
    found = _both_ends(sentence, chain) or _several(sentence.objects(_past_council(noun), ("of", "and")))
    if lower[noun.end : noun.end + 1] == ["in"] and lower[noun.end + 2 : noun.end + 3] == ["of"]:  # "in honour of"
        found = sentence.objects(noun.end + 2, ("of",))
    if not found and not meeting_words().holding.led.isdisjoint(lower[noun.end : noun.end + 6]):
        found = sentence.behind(noun.end, "by")
    if not found and head in table.feasts and noun.held_by is not None:
        found = [argument for argument in sentence.behind(noun.end, "for") if argument.actor.people]
    found = (
        found
        or _indirect(noun)
        or gathered(sentence, noun.end)
        or [a for a in sentence.behind(noun.end, "with") if a.actor.people]
    )
    return found or (sentence.fronted(noun.held_by) if noun.held_by is not None else [])


def _past_council(noun: NounPhrase) -> int:
    """Where those follow who meet: behind the noun, or the council in "a meeting of the Council of Ministers of NATO"."""
    lower, councils = noun.sentence.words.lower, meeting_words().nouns.bodies
    reach = range(noun.end + 1, min(noun.end + _REACH, noun.sentence.end)) if lower[noun.end : noun.end + 1] == ["of"] else ()
    named = (i for i in reach if lower[i].removesuffix("s") in councils and lower[i + 1 : i + 2] == ["of"])
    return next((i + 1 for i in named if noun.sentence.words.text[i][0].isupper()), noun.end)


def _indirect(noun: NounPhrase) -> list[Argument]:
    """Him of "paid him a visit"."""
    if noun.held_by is None:
        return []
    own = (a for a in noun.sentence.arguments if noun.held_by < a.actor.start and a.actor.end == noun.lead)
    return [a for a in own if noun.sentence.words.lower[a.actor.start] in clause_words().objective]


def _agents(noun: NounPhrase) -> list[Argument]:
    """X in "the call of X on Y", "talks by X with Y"."""
    behind = [argument for argument in noun.sentence.beside(noun.first) if argument.actor.start >= noun.end]
    if not behind or behind[0].governor not in {"of", "by"} or behind[0].actor.start > noun.end + _BESIDE:
        return []
    return [behind[0], *takewhile(lambda argument: argument.chained, behind[1:])]


def _visited(noun: NounPhrase, right: list[Argument]) -> str | None:
    """The party upon whom a call was paid."""
    toward = meeting_words().nouns.paid.get(noun.words[-1], ())
    return next((code for a in right if a.governor in toward for code in a.actor.codes), None)


def _left(noun: NounPhrase, right: list[Argument]) -> list[Argument]:
    """The parties before the noun: its holder's subject, its owner, or the subject of the clause in which it is named."""
    sentence, lower = noun.sentence, noun.sentence.words.lower
    if any(a.governor in {"between", "among"} for a in right) or _is_plan_of_others(noun, right):
        return []
    if right and right[0].governor in {"with", "on", "upon"} and (agents := _agents(noun)):
        return agents
    if noun.held_by is not None and not is_passive(lower, noun.held_by):
        left = [a for a in sentence.subjects(_setting_out(noun, noun.held_by)) if not _is_destination(sentence, a)]
    elif noun.happens is not None:
        left = sentence.objects(noun.happens + 1, ("by",) if is_passive(lower, noun.happens) else ("between",))
    else:
        left = _clause_subject(noun, right)
    owner = _owner(noun)
    told = owner is not None and (owner.actor.people or owner.actor.kind == "office") and owner.actor.kind != "pronoun"
    if noun.held_by is None and owner is not None and (not left or told):
        left = [_of_home(owner, sentence)]
        if not left[0].actor.codes:
            left = sentence.behind_comma(max([noun.end, *(a.actor.end for a in right)]))
    if not left and lower[noun.lead] == "their":
        left = sentence.subjects(noun.lead)
    return left


def _setting_out(noun: NounPhrase, verb: int) -> int:
    """The participle of "before travelling to Togo for talks", which has the subject of the verb before it, else `verb`."""
    sentence, lower = noun.sentence, noun.sentence.words.lower
    before = range(verb - 1, max(sentence.start, verb - _REACH), -1) if lower[verb] == "for" else ()
    return next((i for i in before if lower[i].endswith("ing") and lower[i - 1] in clause_words().joining), verb)


def _is_destination(sentence: Sentence, argument: Argument) -> bool:
    """Whether the country is where somebody travels: "will visit X for talks"."""
    before = sentence.words.lower[max(sentence.start, argument.actor.start - 3) : argument.actor.start]
    return argument.actor.kind == "country" and not meeting_words().holding.journeys.isdisjoint(before)


def _attending(noun: NounPhrase, right: list[Argument]) -> list[Argument]:
    """The people of two sides whom the clause of a meeting names besides, where it tells of nobody else who sat there."""
    sentence, lower = noun.sentence, noun.sentence.words.lower
    elsewhere = not right and lower[noun.end : noun.end + 1] in (["with"], ["between"], ["of"], ["among"])
    named = noun.held_by is not None or noun.before in meeting_words().nouns.after
    if elsewhere or not named or _is_plan_of_others(noun, right):
        return []
    ends = [i for i in range(noun.end, sentence.end) if lower[i] in _REPORTED]
    near = [
        a
        for a in sentence.beside(noun.first)
        if (a.takes_part or a.governor == "to") and a.actor.people and a.actor.end <= min([*ends, sentence.end])
    ]
    return near if len(parties_of([*near, *right])) > 1 else []


def _owner(noun: NounPhrase) -> Argument | None:
    """X in "X's meeting", "his meeting"."""
    for argument in noun.sentence.arguments:
        end = argument.actor.end
        his = argument.actor.kind == "pronoun" and argument.actor.start == noun.lead
        before = end == noun.lead and noun.sentence.words.lower[end - 1] not in clause_words().objective
        if his or before or (end == noun.lead - 1 and noun.before == "'s"):
            return argument
    return None


def _of_home(owner: Argument, sentence: Sentence) -> Argument:
    """The owner; a head of state whom nothing tells apart ("the President's call with X") is of the article's country."""
    home = sentence.doc._.home
    at_home = owner.actor.kind == "office" and not owner.actor.codes and home is not None
    head = role_class(sentence.words.lower[owner.actor.end - 1]) in _HEADS
    return replace(owner, actor=replace(owner.actor, codes=(home,))) if at_home and head else owner


def _clause_subject(noun: NounPhrase, right: list[Argument]) -> list[Argument]:
    """The subject left of a meeting that is named behind a preposition, else the one behind its own parties and a comma."""
    sentence, lower = noun.sentence, noun.sentence.words.lower
    if noun.before not in meeting_words().nouns.after or _is_of_outcome(noun):
        return []
    sources = [a for a in sentence.beside(noun.lead) if a.governor == "said" and a.actor.end < noun.lead]
    speaking = [a for a in sources if len(sentence.between(a.actor.end, noun.lead)) == _BESIDE]
    left = speaking if right and speaking else sentence.subjects(noun.lead - 1)
    if left:
        return left if right else [*left, *sentence.fronted(noun.lead)]
    chain = sentence.behind_comma(max([noun.end, *(a.actor.end for a in right)]))
    own = lower[noun.lead] in {"his", "her"}
    return [] if own and not any(argument.actor.people for argument in chain) else chain


def _is_of_outcome(noun: NounPhrase) -> bool:
    """Whether only what came out of it is spoken of: "commitments made at the summit"."""
    sentence, lower = noun.sentence, noun.sentence.words.lower
    made = noun.lead - _BESIDE
    thing = made - 1
    if lower[made] in meeting_words().nouns.outcomes:
        return True
    if noun.before in {"on", "about"} and meeting_words().nouns.phrases.ending_at(lower, noun.lead - 1) is not None:
        return True  # "their discussions on the coming summit"
    if thing <= sentence.start or not (lower[made].endswith("ed") or lower[made] in clause_words().past_forms):
        return False
    table = clause_words()
    link = table.auxiliaries | table.left_ends | table.asides | {"and", "who", "which", "that"}
    acts = sentence.is_passed(thing) or any(a.end == thing + 1 for a in sentence.actors) or lower[thing].endswith("ly")
    return lower[thing].isalpha() and lower[thing] not in link and not acts


def _both_ends(sentence: Sentence, chain: list[Argument]) -> list[Argument]:
    """The chain behind "between", with the other end of it where more than a comma parts the two."""
    codes = parties_of(chain)
    if not chain or chain[0].governor != "between" or len(codes) > 1:
        return chain
    for other in sentence.arguments:
        further = other.actor.start > chain[-1].actor.end and other.is_party and not codes.issuperset(other.actor.codes)
        if further and sentence.follows_and(other.actor.start):
            return [*chain, *sentence.chain_from(other.actor.start)]
    return chain


def _several(chain: list[Argument]) -> list[Argument]:
    """The chain, if it is of several parties or of a body: "a meeting of the ministers of X and Y", "of NATO ministers"."""
    codes = parties_of(chain)
    return chain if len(codes) > 1 or not codes.isdisjoint(organizations()) else []


def _relative(noun: NounPhrase) -> tuple[list[Argument], list[Argument], str | None, int] | None:
    """Left, right, status and end of "the meeting (that) X had with Y", "talks in which X and Y agreed"."""
    sentence, lower = noun.sentence, noun.sentence.words.lower
    for i in range(noun.end, min(sentence.end, noun.end + _REACH)) if noun.held_by is None else ():
        if lower[i] in {"had", "held"} and i > noun.end and not is_passive(lower, i):
            left = [a for a in sentence.arguments if noun.end <= a.actor.start and a.actor.end <= i and a.is_party]
            right = sentence.objects(i + 1, ("with",))
            return (left, right, verb_status(sentence, i), i + 1) if left and right else None
        if lower[i] == "which" and lower[i - 1] in {"in", "during", "at"}:
            chain = _several(sentence.chain_from(i + 1))
            return ([], chain, "held", noun.end) if chain else None
        if lower[i] in {";", ":", "said", ".", "between"} or (lower[i] == "," and i > noun.end):
            return None
    return None


def gathered(sentence: Sentence, after: int) -> list[Argument]:
    """Those whom an event is told to have brought together: all parties behind the verb, however introduced."""
    hit = meeting_words().holding.gathering.first(sentence.words.lower, after, sentence.end)
    hit = hit if hit and sentence.in_one_clause(hit.start, after - 1) else None
    return [a for a in sentence.arguments if hit and a.actor.start >= hit.end and a.is_party]


# ---- whether it was held, and its name -------------------------------------------------------------------------------------


def _status(noun: NounPhrase, right: list[Argument]) -> str | None:
    """Held or planned; None where the words tell of no meeting."""
    sentence, lower = noun.sentence, noun.sentence.words.lower
    if _is_in_prospect(noun):
        return "planned" if has_day_to_come(sentence, noun.lead - 3) else None
    after = max([noun.end, *(argument.actor.end for argument in right)])
    if noun.held_by is not None and not is_passive(lower, noun.held_by):
        return "planned" if lower[after : after + 3] == [",", "which", "will"] else _status_of_holding(noun, noun.held_by)
    if noun.happens is not None:
        to_come = lower[noun.happens - 1] == "to" or lower[noun.happens - 2 : noun.happens] == ["to", "be"]
        return "planned" if to_come else verb_status(sentence, noun.happens)
    before = lower[max(sentence.start, noun.lead - 3) : noun.end]
    if _is_sought(noun):
        return None
    to_come = not (meeting_words().ordering.planned | clause_words().announcing).isdisjoint(before)
    to_come = to_come or (noun.before in {"to", "for", "at", "in"} and is_ahead(sentence, noun.lead)) or _opens_plan(noun)
    to_come = to_come or _will_be_about(noun) or _is_at_journey_to_come(noun, right)
    announced = is_announced(sentence, noun.lead, noun.end) or is_announced(sentence, noun.lead, after)
    return "planned" if to_come or announced or has_day_ahead(sentence) else "held"


def _will_be_about(noun: NounPhrase) -> bool:
    """Whether it is told what it will be about: "X will be the focus of a meeting of A and B"."""
    lower = noun.sentence.words.lower
    before = lower[max(noun.sentence.start, noun.lead - _REACH // 2) : noun.lead]
    return len(before) > 1 and before[-2] in meeting_words().nouns.contents and "will" in before


def _is_at_journey_to_come(noun: NounPhrase, right: list[Argument]) -> bool:
    """Whether it precedes a journey that is to be made: "will fly to Oslo following his meetings in Riga"."""
    sentence = noun.sentence
    after = max([noun.end, *(argument.actor.end for argument in right)])
    undated = all(mention.start < noun.lead or mention.start > after + _BESIDE for mention in sentence.dates)
    own = sentence.words.lower[noun.lead] in {"his", "her", "their"}
    return own and noun.before in {"after", "following"} and undated and is_ahead(sentence, noun.lead)


def _is_sought(noun: NounPhrase) -> bool:
    """Whether it is only to be brought about, or a deal is sought: "to arrange talks", "is in talks with X to buy tanks"."""
    lower = noun.sentence.words.lower
    arranged = lower[noun.lead] in clause_words().future and lower[noun.lead - 1] == "to"
    lasts = noun.before == "in" and lower[noun.lead - 2] in clause_words().being - {"was", "were"}
    return arranged or (lasts and noun.words[-1] in {"talks", "negotiations", "discussions"})


def _is_in_prospect(noun: NounPhrase) -> bool:
    """Whether it is only what something is made or wished for: "preparations for the 24 March summit"."""
    before = noun.sentence.between(max(noun.sentence.start, noun.lead - _REACH), noun.lead)
    while before and before[-1] in clause_words().determiners:
        before.pop()
    return len(before) > 1 and before[-1] in _LEADING_TO and before[-2] in clause_words().prospects


def _is_plan_of_others(noun: NounPhrase, right: list[Argument]) -> bool:
    """Whether the clause's subject only speaks of what others plan: "discussed plans for the NATO meeting"."""
    return not right and _is_in_prospect(noun) and bool(_pair(noun))


def _opens_plan(noun: NounPhrase) -> bool:
    """Whether the sentence tells what will be done there: "During the meeting, the leaders plan to …"."""
    sentence = noun.sentence
    opens = noun.before in {"during", "at", "in"} and noun.lead - 1 == sentence.start
    return opens and not _PLANS.isdisjoint(sentence.between(noun.end, min(noun.end + _REACH, sentence.end)))


def _status_of_holding(noun: NounPhrase, verb: int) -> str | None:
    """That of the verb that holds the meeting; "will host him for talks" and "agreed to hold the next in May" announce one."""
    sentence, lower = noun.sentence, noun.sentence.words.lower
    numbered = not meeting_words().ordering.planned.isdisjoint(lower[noun.lead : noun.end])
    if lower[verb] in clause_words().cancelled or lower[verb + 1] == "off":
        return "cancelled"
    agreed = numbered and "agreed" in lower[max(sentence.start, verb - 4) : verb] and bool(sentence.dates or sentence.places)
    leaving = clause_words().announcing | clause_words().departing
    before = lower[sentence.start : verb]
    ahead = not leaving.isdisjoint(before) or not _EN_ROUTE.isdisjoint(pairwise(before))
    hosted = lower[verb] == "for" and ahead
    # "will join X in hosting a meeting", "thanked X for hosting the summit on 5 May"
    joining = lower[verb].endswith("ing") and (is_ahead(sentence, verb) or has_day_ahead(sentence))
    if agreed or hosted or joining or lower[verb] in clause_words().future:
        return "planned"
    status = verb_status(sentence, verb)
    if status == "held" and is_to_come(sentence, verb):
        return "planned"  # "will fly to Riga and hold talks"
    if status is None:
        off = numbered or "cancellation" in sentence.lower
        denied = not clause_words().negations.isdisjoint(lower[max(sentence.start, verb - 3) : verb])
        return "cancelled" if off and denied else None
    return "planned" if status == "held" and lower[verb - 1] == "to" and is_announced(sentence, noun.lead, noun.end) else status
