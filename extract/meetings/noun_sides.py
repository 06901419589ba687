"""Who sat on either side of a meeting that a noun names: "X's talks with Y", "the meeting between X and Y"."""

from itertools import pairwise, takewhile

from extract.clauses.clauses import Argument, Sentence
from extract.clauses.noun_phrases import NounPhrase, is_passive, proper_name
from extract.clauses.telling import verb_status
from extract.gazetteer import organizations
from extract.meetings.sittings import parties_of
from extract.words.lexicon import clause_words
from extract.words.meeting_words import meeting_words
from extract.words.roles import role_class
from extract.words.verbs import is_past

_WITH = ("with", "between", "among", "and")
_REPORTED = {"that", "said", "says", ";"}
_LEADING_TO = {"for", "of", "toward", "towards"}
_HEADS = {"head_of_state", "head_of_government"}
_INCLUDING = {"included", "include", "includes"}
_AROUND = {"following", "after", "before"}
_MEDIATING = {"facilitated", "brokered", "mediated", "sponsored", "backed", "supported"}
_BRING = frozenset({"brought", "brings", "bring"})
_RELATIVE = {"which", "that"}
_REACH, _LONG_REACH = 14, 30
_BESIDE = 2  # tokens


def right_of(noun: NounPhrase) -> list[Argument]:
    """The parties behind the noun: with "with", "between", "of", "chaired by", or gathered by it."""
    sentence, lower = noun.sentence, noun.sentence.words.lower
    head, table = noun.words[-1], meeting_words().nouns
    partners = (*_WITH, *table.paid.get(head, ()), *table.given.get(head, ()), *(("for",) if head in table.feasts else ()))
    chain = sentence.objects(noun.end, partners)
    if not chain and (agents := _agents(noun)):
        chain = sentence.objects(agents[-1].actor.end, partners)
    if chain and _is_of_something_else(noun, chain[0]):
        chain = []
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
        or _listed(noun)
        or gathered(sentence, noun.end)
        or [a for a in sentence.behind(noun.end, "with") if a.actor.people]
    )
    return found or (sentence.fronted(noun.held_by) if noun.held_by is not None else [])


def _is_of_something_else(noun: NounPhrase, first: Argument) -> bool:
    """Whether "with" belongs to another noun: "the meeting follows the talks between X and Y", "a pact made with X"."""
    lower = noun.sentence.words.lower
    between = range(first.actor.start - 1, noun.end, -1)
    led = next((i for i in between if lower[i] == first.governor), noun.end)
    if led <= noun.end:
        return False
    honour = not meeting_words().nouns.honours.isdisjoint(noun.words)
    if noun.held_by is not None and not honour:  # "they had talks on their ties with X", "on the pact between X and Y"
        both = first.governor != "with" or len(parties_of(noun.sentence.subjects(noun.held_by))) > 1
        return both and lower[noun.end] in clause_words().to_topic and not noun.sentence.is_passed(noun.end)
    made = is_past(lower[led - 1]) and lower[led - 2] not in clause_words().being
    held = meeting_words().holding.happening.at(lower, led - 1) is not None
    nouns = noun.sentence.find(meeting_words().nouns.phrases)
    return (made and not held) or any(noun.end < other.start < led for other in nouns)


def _listed(noun: NounPhrase) -> list[Argument]:
    """Those of "participants in the call included A, B and C"."""
    lower, verbs = noun.sentence.words.lower, clause_words().being | _INCLUDING
    of_it = lower[noun.lead - 2] in meeting_words().nouns.attending and noun.end < noun.sentence.end
    return noun.sentence.chain_from(noun.end) if of_it and lower[noun.end] in verbs else []


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
    """X in "the call of X on Y", "talks by X with Y", "a meeting for X with Y"."""
    behind = [argument for argument in noun.sentence.beside(noun.first) if argument.actor.start >= noun.end]
    if not behind or behind[0].governor not in {"of", "by", "for"} or behind[0].actor.start > noun.end + _BESIDE:
        return []
    return [behind[0], *takewhile(lambda argument: argument.chained, behind[1:])]


def visited_by(noun: NounPhrase, right: list[Argument]) -> str | None:
    """The party upon whom a call was paid, or by whom somebody was received in audience."""
    toward = {"by"} if noun.words[-1] == "audience" else meeting_words().nouns.paid.get(noun.words[-1], ())
    return next((code for a in right if a.governor in toward for code in a.actor.codes), None)


def left_of(noun: NounPhrase, right: list[Argument]) -> list[Argument]:
    """The parties before the noun: its holder's subject, its owner, or the subject of the clause in which it is named."""
    sentence, lower = noun.sentence, noun.sentence.words.lower
    if any(a.governor in {"between", "among"} for a in right) or is_plan_of_others(noun, right):
        return []
    if right and right[0].governor in {"with", "on", "upon"} and (agents := _agents(noun)):
        bodies = noun.held_by is not None and not parties_of(agents).isdisjoint(organizations())
        return [*agents, *sentence.subjects(noun.held_by)] if bodies and noun.held_by is not None else agents
    if noun.held_by is not None and (not is_passive(lower, noun.held_by) or (right and right[0].governor == "by")):
        left = [a for a in sentence.subjects(_setting_out(noun, noun.held_by)) if not _is_destination(sentence, a)]
    elif noun.happens is not None:
        left = sentence.objects(noun.happens + 1, ("by",) if is_passive(lower, noun.happens) else ("between",))
    else:
        left = _clause_subject(noun, right)
    owner = owner_of(noun)
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


def attending_at(noun: NounPhrase, right: list[Argument]) -> list[Argument]:
    """The people of two sides whom the clause of a meeting names besides, where it tells of nobody else who sat there."""
    sentence, lower = noun.sentence, noun.sentence.words.lower
    elsewhere = not right and lower[noun.end : noun.end + 1] in (["with"], ["between"], ["of"], ["among"])
    named = noun.held_by is not None or noun.before in meeting_words().nouns.after
    if elsewhere or not named or is_plan_of_others(noun, right):
        return []
    first = noun.end if noun.held_by is None and _is_of_outcome(noun) else sentence.start
    ends = [i for i in range(noun.end, sentence.end) if lower[i] in _REPORTED]
    near = [
        a
        for a in sentence.beside(noun.first)
        if (a.takes_part or a.governor == "to")
        and a.actor.people
        and first <= a.actor.start
        and a.actor.end <= min([*ends, sentence.end])
    ]
    return near if len(parties_of([*near, *right])) > 1 else []


def owner_of(noun: NounPhrase) -> Argument | None:
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
    return owner._replace(actor=owner.actor._replace(codes=(home,))) if at_home and head else owner


def _clause_subject(noun: NounPhrase, right: list[Argument]) -> list[Argument]:
    """The subject left of a meeting that is named behind a preposition, else the one behind its own parties and a comma."""
    sentence, lower = noun.sentence, noun.sentence.words.lower
    if noun.before not in meeting_words().nouns.after or _is_of_outcome(noun):
        return []
    opens = noun.before in _AROUND and noun.lead - 1 == sentence.start
    if opens and not right and not parties_of(pair_of(noun)).isdisjoint(organizations()):
        return []  # "Following the NATO meeting, X left for Oslo"
    sources = [a for a in sentence.beside(noun.lead) if a.governor == "said" and a.actor.end < noun.lead]
    speaking = [a for a in sources if len(sentence.between(a.actor.end, noun.lead)) == _BESIDE]
    left = speaking if right and speaking else sentence.subjects(noun.lead - 1)
    if left:
        return left if right else [*left, *sentence.fronted(noun.lead)]
    chain = sentence.behind_comma(max([noun.end, *(a.actor.end for a in right)]))
    other_side = [a for a in chain if not parties_of(right).issuperset(a.actor.codes)]
    chain = other_side or chain  # "After the meeting with the King of X, Y and the Prince of X signed"
    own = lower[noun.lead] in {"his", "her"}
    return [] if own and not any(argument.actor.people for argument in chain) else chain


def _is_of_outcome(noun: NounPhrase) -> bool:
    """Whether only what came out of it is spoken of: "commitments made at the summit"."""
    sentence, lower = noun.sentence, noun.sentence.words.lower
    made = noun.lead - _BESIDE
    thing = made - 1
    if lower[made] in meeting_words().nouns.outcomes:
        return True
    if noun.before in {"on", "upon"} and lower[made] in meeting_words().nouns.grounding:
        return True  # "building on the talks of May"
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


def sides_of_clause(noun: NounPhrase) -> tuple[list[Argument], list[Argument], str | None, int] | None:
    """Left, right, status and end of "the meeting (that) X had with Y", "which X and Y had", "talks in which they agreed"."""
    sentence, lower = noun.sentence, noun.sentence.words.lower
    opened = not _RELATIVE.isdisjoint(lower[noun.end : noun.end + 1])
    reach = _LONG_REACH if opened else _REACH
    for i in range(noun.end, min(sentence.end, noun.end + reach)) if noun.held_by is None else ():
        if lower[i] in {"had", "held"} and i > noun.end and not is_passive(lower, i):
            left = [a for a in sentence.arguments if noun.end <= a.actor.start and a.actor.end <= i and a.is_party]
            right = sentence.objects(i + 1, ("with",))
            told = left and (right or len(parties_of(left)) > 1)
            return (left, right, verb_status(sentence, i), i + 1) if told else None
        if lower[i] == "which" and lower[i - 1] in {"in", "during", "at"}:
            chain = _several(sentence.chain_from(i + 1))
            return ([], chain, "held", noun.end) if chain else None
        if lower[i] in {";", ":", "said", ".", "between"} or (lower[i] == "," and i > noun.end and not opened):
            return None
    return None


def gathered(sentence: Sentence, after: int) -> list[Argument]:
    """Those whom an event is told to have brought together: all parties behind the verb, however introduced."""
    hit = meeting_words().holding.gathering.first(sentence.words.lower, after, sentence.end)
    verb = hit.end if hit else _bringing(sentence, after)
    if verb is None or not sentence.in_one_clause(verb - 1, after - 1):
        return []
    behind = [a for a in sentence.arguments if a.actor.start >= verb and a.is_party]
    return behind if hit else [a for a in behind if a.actor.people]


def _bringing(sentence: Sentence, after: int) -> int | None:
    """Behind the verb of "a dinner brought | X together with Y", "brought | X and Y to one table"."""
    verb = next((i for i in sentence.places_of(_BRING) if i >= after), sentence.end)
    behind = sentence.words.lower[verb : sentence.end]
    return verb + 1 if "together" in behind or ("one", "table") in pairwise(behind) else None


def pair_of(noun: NounPhrase) -> list[Argument]:
    """The parties in its phrase; a city alone in a proper name only tells where it is held ("the Oslo Peace Conference")."""
    sentence = noun.sentence
    own = [a for a in sentence.arguments if noun.first <= a.actor.start < noun.end]
    own = [a for a in own if not (_mediates(a, sentence) or _is_of_name(noun, a))]
    cities = {span.start for span in sentence.countries if span.label_ == "capital"}
    named = [a for a in own if a.actor.start not in cities]
    capital = not sentence.is_title and sentence.words.text[noun.end - 1][0].isupper()
    return named if len(own) - len(named) == 1 and (capital or proper_name(noun)) else own


def _mediates(argument: Argument, sentence: Sentence) -> bool:
    """Whether he only helped others to meet: "the EU-facilitated dialogue"."""
    after = sentence.words.lower[argument.actor.end : argument.actor.end + 2]
    return len(after) > 1 and after[0] == "-" and after[1] in _MEDIATING


def _is_of_name(noun: NounPhrase, argument: Argument) -> bool:
    """Whether an office is part of a meeting's name, and its holder not meant: "the Chief of Defence Conference"."""
    text, actor = noun.sentence.words.text, argument.actor
    return actor.kind == "office" and bool(actor.people) and text[actor.start][0].isupper() and text[noun.end - 1][0].isupper()


def is_topic_of(noun: NounPhrase, pair: list[Argument]) -> bool:
    """Whether the one country in its phrase is what it is about: "the Yemen pledging event", "the Vietnam peace talks"."""
    first = pair[0].actor.start if len(pair) == 1 else noun.end
    if noun.sentence.words.lower[first - 2 : first] == ["intra", "-"]:
        return True
    if len(pair) != 1 or pair[0].actor.kind != "country" or pair[0].actor.end >= noun.end - 1 or noun.ordinal:
        return False
    named = {span.start for span in noun.sentence.countries if span.label_ == "name"}
    return pair[0].actor.start in named and noun.words[pair[0].actor.end - noun.first] not in {"-", "–", "/"}


def is_in_prospect(noun: NounPhrase) -> bool:
    """Whether it is only what something is made or wished for: "preparations for the 24 March summit"."""
    before = noun.sentence.between(max(noun.sentence.start, noun.lead - _REACH), noun.lead)
    while before and before[-1] in clause_words().determiners:
        before.pop()
    return len(before) > 1 and before[-1] in _LEADING_TO and before[-2] in clause_words().prospects


def is_plan_of_others(noun: NounPhrase, right: list[Argument]) -> bool:
    """Whether the clause's subject only speaks of what others plan: "discussed plans for the NATO meeting"."""
    return not right and is_in_prospect(noun) and bool(pair_of(noun))
