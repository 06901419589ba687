"""Sittings told by a noun: "X held talks with Y", "the 11th X-Y dialogue opened", "in a call with Y, X …"."""

from collections.abc import Iterator
from itertools import pairwise

from extract.clauses.clauses import Argument, Sentence
from extract.clauses.means import call_mode, mode_near
from extract.clauses.noun_phrases import NounPhrase, is_passive, noun_phrases, proper_name
from extract.clauses.telling import (
    has_day_ahead,
    has_day_to_come,
    is_ahead,
    is_announced,
    is_appeal,
    is_cancelled,
    is_to_come,
    level_of_words,
    verb_status,
)
from extract.gazetteer import organizations
from extract.meetings.noun_sides import (
    attending_at,
    is_in_prospect,
    is_topic_of,
    left_of,
    owner_of,
    pair_of,
    right_of,
    sides_of_clause,
    visited_by,
)
from extract.meetings.sittings import Sitting, actors_of, each_counterpart, in_turn, is_told_apart, parties_of
from extract.words.lexicon import clause_words
from extract.words.meeting_words import meeting_words

_WITH = ("with", "between", "among", "and")
_PLANS = {"will", "plan", "plans", "intend", "intends"}
_BODIES = {"committee", "commission", "council", "group", "board", "dialogue", "forum", "mechanism"}
_THEIRS = {"our", "their"}
_OWN = _THEIRS | {"his", "her", "this"}
_LASTING = {"ongoing", "continuing", "continued", "continuous"}
_MEETING = {"meeting", "meet", "met"}
_OF_FEW = {"press", "news", "media", "bilateral", "trilateral", "quadrilateral", "three-way"}
_AS = frozenset({"as"})
_TOWARD = {"before", "toward", "towards"}
_AHEAD_OF = {("ahead", "of"), ("prior", "to"), ("up", "to")}
_EN_ROUTE = {("way", "to"), ("route", "to"), ("way", "for")}
_SPOKEN = {"discussions", "discussion", "session", "sessions", "deliberations"}
_REACH = 14
_BESIDE = 2  # tokens
_NEAR = 4  # tokens


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
    right = right_of(noun)
    told = sides_of_clause(noun)
    left, right, status, end = told or (left_of(noun, right), right, None, noun.end)
    if len(parties_of([*left, *right])) < 2:
        left = attending_at(noun, right) or left
    pair = pair_of(noun) or _of_body(noun)
    hosted = bool(right) and right[0].governor == "by"
    if (left or hosted) and (not right or len(parties_of([*left, *right])) > 1) and is_topic_of(noun, pair):
        pair = []
    if len(parties_of(pair)) > 1:  # "they welcomed the talks of X and Y"
        left = [a for a in left if a.actor.kind != "group" or parties_of(pair).issuperset(a.actor.codes)]
    if (
        _is_wished(noun)
        or _is_topic(noun, [*pair, *right])
        or _is_gathering_of_more(noun, left, [*pair, *right])
        or not _is_sitting(noun, left, [*pair, *right])
        or _is_loose(noun, left, [*_of_the(noun, left), *pair, *right])
    ):
        return
    status = status if told else _status(noun, right)
    if status is None or (status == "planned" and _is_put_off(noun)):
        return
    several = len(parties_of([*left, *pair, *right])) > 1
    if "press" in noun.words and "joint" not in noun.words and (not several or (right and right[0].governor == "by")):
        return
    if not meeting_words().nouns.honours.isdisjoint(noun.words) and not (several or right):
        return
    if sentence.is_title and not left and right and right[0].governor == "with" and len(parties_of(right)) > 1:
        return  # "Navy chief holds talks with British, French counterparts": these did not meet each other
    if len(parties_of([*pair, *right])) > 1 and (credit := _credit(noun)) is not None:
        left = [a for a in left if a.actor.start > credit]
    if is_in_prospect(noun) or (status == "planned" and _is_spoken_of(noun)):
        left = [a._replace(actor=a.actor._replace(people=())) for a in left]  # who speaks of it need not sit there
    visited = visited_by(noun, right)
    numbered = noun.ordinal is not None and len(parties_of(right)) > 1
    pointing = not (pair or numbered or any(a.governor in _WITH for a in right))
    definite = pointing and not clause_words().definite.isdisjoint(lower[noun.lead : noun.first])
    sitting = Sitting(
        sentence,
        noun.first,
        end,
        actors_of(left),
        actors_of([*pair, *right]),
        status="cancelled" if any(is_cancelled(sentence, at) for at in {noun.end, _behind(noun, right)}) else status,
        mode=None if definite or visited else call_mode(noun.words) or mode_near(sentence, noun.first, noun.end),
        host=visited,
        name=proper_name(noun),
        ordinal=noun.ordinal,
        level=level_of_words(noun.spelled),
        definite=definite,
        past=not table.ordering.past.isdisjoint(lower[noun.lead : noun.end]) or _happened_last(noun) or _precedes_plan(noun),
        company=definite and sentence.first(table.holding.presence) is not None,
    )
    sitting.of_several = _is_of_each(noun, sitting)
    yield from each_counterpart(sitting) if sitting.of_several else in_turn(sitting)


def _is_put_off(noun: NounPhrase) -> bool:
    """Whether no time is told but that it will be when it can be: "as soon as circumstances permit", "as soon as possible"."""
    lower = noun.sentence.words.lower
    return not noun.sentence.dates and ["as", "soon", "as"] in (lower[i : i + 3] for i in noun.sentence.places_of(_AS))


def _credit(noun: NounPhrase) -> int | None:
    """The verb of one who only speaks of what others did there: "thanked X for taking part in the summit"."""
    lower, holder = noun.sentence.words.lower, noun.held_by
    own_verb = holder is not None and lower[holder] != "for" and lower[holder - 1] != "to" and not lower[holder].endswith("ing")
    if own_verb or lower[noun.lead] in _OWN:
        return None
    before = range(noun.lead - 1, max(noun.sentence.start, noun.lead - _REACH) - 1, -1)
    saying = clause_words().saying
    told = (i for i in before if lower[i] in meeting_words().nouns.crediting or (lower[i] == "that" and lower[i - 1] in saying))
    return next(told, None)


def _is_spoken_of(noun: NounPhrase) -> bool:
    """Whether a clause on what was done only says when it will be: "saw hope at the talks, which will be held in May"."""
    behind = noun.sentence.words.lower[noun.end : noun.end + 3] == [",", "which", "will"]
    return behind and noun.held_by is None and noun.before in {"at", "during"} and not is_ahead(noun.sentence, noun.lead)


def _happened_last(noun: NounPhrase) -> bool:
    """Whether it is told as the one before the news: "talks between the two were last held in May"."""
    return noun.happens is not None and noun.sentence.words.lower[noun.happens - 1] in {"last", "previously"}


def _precedes_plan(noun: NounPhrase) -> bool:
    """Whether it is told as what went before something to come: "will visit Oslo, following the successful talks"."""
    return noun.before in {"after", "following"} and is_ahead(noun.sentence, noun.lead)


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
    if not meeting_words().nouns.domestic.isdisjoint(noun.words[-2:-1]):
        return True  # "a national dialogue"
    if _is_ongoing(noun):
        return True
    if "regular" in noun.words and (noun.words[-1] in meeting_words().nouns.several or not sentence.dates):
        return True
    called_on = sentence.objects(noun.end, ("on", "upon")) if noun.words[-1] in meeting_words().nouns.paid else []
    appeals = bool(called_on) and is_appeal(sentence, called_on)  # "our call on X to leave"
    asked_for = appeals or table.appeals.ending_at(sentence.words.lower, noun.lead, 2) is not None
    habitual = not table.habits.isdisjoint(noun.words) and noun.ordinal is None  # "the fourth yearly dialogue" is one
    return asked_for or habitual or not table.wishes.isdisjoint(before) or not table.negations.isdisjoint(noun.words)


def _is_ongoing(noun: NounPhrase) -> bool:
    """Whether it goes on without an end, and is no sitting that somebody holds: "through our ongoing dialogue"."""
    words = noun.words
    lasts = not _LASTING.isdisjoint(words) or ("on", "going") in zip(words, words[2:], strict=False)
    return lasts and noun.held_by is None and noun.happens is None and not noun.sentence.objects(noun.end, ("with",))


def _is_topic(noun: NounPhrase, own: list[Argument]) -> bool:
    """Whether it is only spoken of, or founded: "discussed the coming summit", "established a dialogue", "ahead of COP26"."""
    lower, table = noun.sentence.words.lower, meeting_words()
    launched = noun.before.startswith("launch") and "new" in noun.words
    if launched or noun.before in table.nouns.founding or ("respective" in noun.words and noun.held_by is None):
        return True
    undated = noun.words[-1] in table.nouns.at_large and not (noun.sentence.dates or any(a.actor.people for a in own))
    many = noun.held_by is None and (undated or (noun.words[-1] in table.nouns.gatherings | table.nouns.several and not own))
    if many and (noun.before in _TOWARD or tuple(lower[noun.lead - 2 : noun.lead]) in _AHEAD_OF):
        return True
    clause = "that" in lower[noun.lead : noun.first]  # "noted that conference X was held"
    owner = owner_of(noun) if many else None
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


def _is_loose(noun: NounPhrase, left: list[Argument], own: list[Argument]) -> bool:
    """Whether talks at large are spoken of, without verb, day, place or people: "negotiations between X and Y"."""
    sentence, table = noun.sentence, meeting_words()
    if noun.held_by is not None or noun.happens is not None or noun.ordinal or sentence.is_title or sentence.dates:
        return False
    if noun.before in {"through", "via"}:
        return True
    at_large = noun.words[-1] in table.nouns.at_large
    if at_large and noun.before in table.nouns.furthering:
        return True
    if noun.before == "and" and at_large and not noun.sentence.objects(noun.end, _WITH):
        return True  # "through open dialogue"
    there = any(sentence.words.lower[place.start - 1] in {"in", "at"} for place in sentence.places)
    sat = noun.before == "in" and any(a.actor.people and noun.lead - a.actor.end <= _NEAR for a in left)  # "X in talks with"
    told = proper_name(noun) or there or sat or any(a.actor.people or a.actor.kind == "office" for a in own)
    return not told and at_large


def _is_sitting(noun: NounPhrase, left: list[Argument], own: list[Argument]) -> bool:
    """Whether a noun that may mean something else means a meeting: by its own parties, its number, its name or its verb."""
    lower = noun.sentence.words.lower
    anchored = noun.held_by is not None or noun.happens is not None or _is_next(noun)
    if (
        (not anchored or (noun.held_by is not None and lower[noun.held_by] == "for"))
        and parties_of(own) & set(organizations())
        and not any(argument.actor.people for argument in (*left, *own))
    ):
        return False  # "endorsed at the G20 summit"
    lasting = not meeting_words().nouns.structures.isdisjoint(lower[noun.end : noun.end + 1])
    if _is_part_of_name(noun) or (lasting and not anchored):
        return False
    journey = noun.words[-1] == "visit" and "courtesy" not in noun.words
    if journey and not any(argument.actor.people for argument in own):
        return False
    if noun.words[-1] == "call" and lower[noun.end : noun.end + 1] == ["to"] and not own:
        return False  # "joined the call to action"
    if noun.strength == "bodies":
        lasting = noun.held_by is not None and lower[noun.held_by].startswith(("join", "launch"))
        return noun.ordinal is not None or (anchored and not lasting)
    anchored = anchored or _is_dated_talk(noun)
    return noun.strength == "strong" or anchored or bool(parties_of(own) or noun.ordinal or proper_name(noun))


def _is_next(noun: NounPhrase) -> bool:
    """Whether it is told to be due: "the next round is due in May"."""
    return "next" in noun.sentence.words.lower[noun.lead : noun.end] and is_announced(noun.sentence, noun.lead, noun.end)


def _is_dated_talk(noun: NounPhrase) -> bool:
    """Whether what was talked about on a day is told: "the discussions on Monday centred on", "Monday's discussions"."""
    sentence, lower = noun.sentence, noun.sentence.words.lower
    if noun.words[-1] not in _SPOKEN or clause_words().definite.isdisjoint(lower[noun.lead : noun.first]):
        return False
    behind = noun.end + (lower[noun.end] == ",")
    return any(m.start in {behind, behind + (lower[behind] == "on")} for m in sentence.dates)


def _is_part_of_name(noun: NounPhrase) -> bool:
    """Whether something else is named behind the noun: "a Human Rights Council Joint Statement", "the Forum leaders"."""
    sentence, text, after = noun.sentence, noun.sentence.words.text, noun.end
    if sentence.is_title or after + 1 >= sentence.end or not text[after - 1][0].isupper():
        return False
    if sentence.words.lower[after] in meeting_words().nouns.attending:
        return True
    if not text[after][0].isupper():
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


# ---- whether it was held, and its name -------------------------------------------------------------------------------------


def _status(noun: NounPhrase, right: list[Argument]) -> str | None:
    """Held or planned; None where the words tell of no meeting."""
    sentence, lower = noun.sentence, noun.sentence.words.lower
    if is_in_prospect(noun):
        return "planned" if has_day_to_come(sentence, noun.lead - 3) else None
    after = _behind(noun, right)
    if noun.held_by is not None and not is_passive(lower, noun.held_by):
        return "planned" if lower[after : after + 3] == [",", "which", "will"] else _status_of_holding(noun, noun.held_by)
    if noun.held_by is not None:  # "is to be granted an audience by X", "will land and be given a guard of honour"
        bound = ("is", "to") in pairwise(lower[max(noun.held_by - 3, 0) : noun.held_by])
        if bound or verb_status(sentence, noun.held_by) == "planned":
            return "planned"
    if noun.happens is not None:
        to_come = lower[noun.happens - 1] == "to" or lower[noun.happens - 2 : noun.happens] == ["to", "be"]
        to_come = to_come or _is_hosted_ahead(noun, noun.happens)
        return "planned" if to_come else verb_status(sentence, noun.happens)
    before = lower[max(sentence.start, noun.lead - 3) : noun.end]
    if _is_sought(noun):
        return None
    if not meeting_words().ordering.past.isdisjoint(noun.words):
        return "held"  # "he will go on with what he said at the recent meeting"
    after_it = lower[noun.lead - 2 : noun.lead] == ["coming", "after"]  # "coming after the talks"
    to_come = not (meeting_words().ordering.planned | clause_words().announcing).isdisjoint(before) and not after_it
    to_come = to_come or (noun.before in {"to", "for", "at", "in"} and is_ahead(sentence, noun.lead)) or _opens_plan(noun)
    to_come = to_come or _will_be_about(noun) or _is_at_journey_to_come(noun, right)
    announced = any(is_announced(sentence, noun.lead, end) for end in {noun.end, after})
    return "planned" if to_come or announced or has_day_ahead(sentence) else "held"


def _behind(noun: NounPhrase, right: list[Argument]) -> int:
    """The token behind the noun and its parties."""
    return max([noun.end, *(argument.actor.end for argument in right)])


def _is_hosted_ahead(noun: NounPhrase, verb: int) -> bool:
    """Whether a participle only tells by whom what is to come is hosted: "will attend the meeting hosted by Norway"."""
    sentence, lower = noun.sentence, noun.sentence.words.lower
    last = verb + 2 * (lower[verb : verb + 2] == ["co", "-"])
    hosted = lower[last].endswith("hosted") and lower[last + 1 : last + 2] == ["by"] and not is_passive(lower, verb)
    upcoming = not meeting_words().ordering.planned.isdisjoint(lower[max(sentence.start, noun.lead - 3) : noun.end])
    return hosted and (upcoming or is_ahead(sentence, noun.lead))


def _will_be_about(noun: NounPhrase) -> bool:
    """Whether it is told what it will be about: "X will be the focus of a meeting of A and B"."""
    lower = noun.sentence.words.lower
    before = lower[max(noun.sentence.start, noun.lead - _REACH) : noun.lead]
    return len(before) > 1 and before[-2] in meeting_words().nouns.contents and "will" in before


def _is_at_journey_to_come(noun: NounPhrase, right: list[Argument]) -> bool:
    """Whether it precedes a journey that is to be made: "will fly to Oslo following his meetings in Riga"."""
    sentence = noun.sentence
    after = _behind(noun, right)
    undated = all(mention.start < noun.lead or mention.start > after + _BESIDE for mention in sentence.dates)
    own = sentence.words.lower[noun.lead] in {"his", "her", "their"}
    return own and noun.before in {"after", "following"} and undated and is_ahead(sentence, noun.lead)


def _is_sought(noun: NounPhrase) -> bool:
    """Whether it is only to be brought about, or a deal is sought: "to arrange talks", "is in talks with X to buy tanks"."""
    lower = noun.sentence.words.lower
    arranged = lower[noun.lead] in clause_words().future and lower[noun.lead - 1] == "to"
    lasts = noun.before == "in" and lower[noun.lead - 2] in clause_words().being - {"was", "were"}
    return arranged or (lasts and noun.words[-1] in {"talks", "negotiations", "discussions"})


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
