"""Sittings told by a verb: "X met Y", "X was received by Y", "X and Y signed …"."""

from collections.abc import Iterator
from itertools import pairwise

from extract.clauses.clauses import Argument, Sentence
from extract.clauses.means import is_written, mode_near
from extract.clauses.noun_phrases import is_of_demands
from extract.clauses.telling import is_ahead, is_appeal, is_to_come, verb_status
from extract.meetings.local_sides import officials_there
from extract.meetings.parties import joins_meeting
from extract.meetings.sittings import Sitting, actors_of, each_counterpart, in_turn, is_told_apart, parties_of
from extract.references.actors import Actor
from extract.text.phrases import Found
from extract.words.lexicon import clause_words, references
from extract.words.meeting_words import MeetingVerb, meeting_words

_VISIT = 4  # tokens of "the farewell visit"
_JOURNEY = 5  # tokens of "on his official visit"
_COMING = ("of", "from", "by")
_PLACE = {"at", "in", "on"}
_NEAR = 8  # tokens
_TWO = 2  # parties
_OF_THE_ROYAL = 4  # tokens of "delegation of the Royal | Thai Army"
_OF_TOPIC = {"for", "before", "through"}
_PERFECT = {"had", "have", "has"}
_HOSTS = {"host", "hosts"}
_HOST_NOUNS = {"nation", "nations", "country", "countries", "city", "cities", "government", "year", "years", "community"}
_BODIES = {"committee", "commission", "council", "group", "board"}
_BEFORE = {"last", "previously"}  # "the ministers last met in 2019"
_TAKING = {"received", "accepted", "took", "receives"}
_PASSIVE = {"is", "are", "was", "were", "been", "be", "being", "also", "then", "later", "warmly"}


def sittings_by_verb(sentence: Sentence) -> Iterator[Sitting]:
    """The sittings that verbs of meeting tell of."""
    table = meeting_words()
    for hit in sentence.find(table.verb_phrases):
        if _may_have_sides(sentence, hit):
            readings = ([*_by_verb(sentence, hit, verb)] for verb in table.verbs_of[hit.value])
            yield from next(filter(None, readings), [])


def _may_have_sides(sentence: Sentence, hit: Found) -> bool:
    """Whether somebody stands behind the verb, or "with" or "whom" before it, or more than one party is named at all."""
    actors, before = sentence.actors, sentence.words.lower[sentence.start : hit.start]
    if "with" in before or "whom" in before or (actors and actors[-1].start >= hit.end):
        return True
    return len({code for actor in actors for code in actor.codes}) > 1


def sittings_by_ceremony(sentence: Sentence) -> Iterator[Sitting]:
    """Where people of two parties are told to have signed, handed over or decorated, they were together."""
    hit = sentence.first(meeting_words().holding.ceremonies)
    if hit is None:
        return
    absent = clause_words().absent
    named = (a for a in sentence.arguments if a.actor.kind != "group" or a.governor == "by")
    people = [a for a in named if a.actor.kind == "pronoun" or a.actor.people]
    giving = {"from"} if not _TAKING.isdisjoint(sentence.lower) else set()
    present = [a for a in people if a.governor not in absent - giving and not _is_far_object(sentence, a, hit)]
    status = verb_status(sentence, hit.start) if present else None
    if status is None:
        return
    ahead = not clause_words().announcing.isdisjoint(sentence.words.lower[present[0].actor.end : hit.start])
    to_come = hit.value == "ceremony" and (ahead or is_ahead(sentence, hit.start))  # "would decorate him at a ceremony"
    told = sentence.first(meeting_words().holding.presence) is not None
    company = told and sentence.words.lower[hit.start - 1] == "the"  # "the ceremony was witnessed by A and B"
    one_sided = len(parties_of(present)) < _TWO
    if one_sided and (told or to_come):
        return
    yield Sitting(
        sentence,
        hit.start,
        hit.end,
        actors_of(present),
        status="planned" if to_come else status,
        definite=company,
        company=company,
        one_sided=one_sided,
    )


def _is_far_object(sentence: Sentence, argument: Argument, ceremony: Found) -> bool:
    """Whether he is the object of a later verb, or owns one: "signed an order that deprives X of it", "against X's acts"."""
    lower = sentence.words.lower
    between = lower[ceremony.end : argument.actor.start]
    if lower[argument.actor.end : argument.actor.end + 1] == ["'s"]:
        return True
    return not argument.governor and not argument.chained and not {"that", "which"}.isdisjoint(between)


def _by_verb(sentence: Sentence, hit: Found, verb: MeetingVerb) -> Iterator[Sitting]:
    """The sitting of one verb; "A and B each received X" are two."""
    lower = sentence.words.lower
    right = _other_side(sentence, hit, verb)
    left = sentence.subjects(hit.start) or _subject_behind(sentence, hit, right)
    if right and {a.actor.people for a in left if a.actor.kind == "pronoun"} == {a.actor.people for a in right}:
        left = []  # "X welcomed Y, with whom she …"
    if not right and (verb.mode or len(parties_of(left)) < _TWO):
        return
    led_away = hit.value == "posed" and lower[hit.end] == "by"  # "the threat posed by X"
    led_away = led_away or (hit.value == "joined" and joins_meeting(sentence, hit.start))
    if verb.own_side and _is_of_what_is_theirs(sentence, hit, left):
        return
    if led_away or _sums_up(sentence, hit) or _is_reduced(sentence, hit, left, right):
        return
    status = verb_status(sentence, hit.start)
    if status is None or _is_noun(sentence, hit) or (hit.value == "meeting" and not _is_participle(sentence, hit, right)):
        return
    if (verb.people and is_written(sentence, hit.end)) or (verb.alone and _is_of_thing(sentence, hit, right)):
        return
    mode = verb.mode or mode_near(sentence, hit.start, hit.end)
    if not _suffices(sentence, hit.start, verb, left, right, mode) or (
        verb.together and not right and _is_of_each(sentence, hit)
    ):
        return
    if status == "held" and is_to_come(sentence, hit.start):
        status = "planned"
    host = _host(verb, left, right)
    sitting = Sitting(sentence, hit.start, hit.end, actors_of(left), actors_of(right), status=status, mode=mode, host=host)
    sitting.definite = not right and all(argument.actor.kind == "group" for argument in left)
    sitting.topical = verb.topic_first and not right
    sitting.within = verb.within or sitting.topical
    if left and not right and not _BODIES.isdisjoint(lower[left[-1].actor.end : hit.start]):
        sitting.left = [actor._replace(people=()) for actor in sitting.left]  # "they agreed that the committee would meet"
    sitting.past = _is_of_before(sentence, hit)
    if lower[hit.start - 1] in _BEFORE:
        sitting.past, sitting.left = True, [_of_then(actor, lower) for actor in sitting.left]
    yield from each_counterpart(sitting) if is_told_apart(sitting) else in_turn(sitting)


def _sums_up(sentence: Sentence, hit: Found) -> bool:
    """Whether all meetings of a term are told at once: "Since he took office, he has met the leaders of X and Y"."""
    lower = sentence.words.lower
    return lower[sentence.start] == "since" and not {"has", "have"}.isdisjoint(
        lower[max(sentence.start, hit.start - 3) : hit.start]
    )


def _is_of_what_is_theirs(sentence: Sentence, hit: Found, left: list[Argument]) -> bool:
    """Whether not they act: "discussed the vision of X and Y that will be highlighted", "X and Y's plans confirmed it"."""
    lower = sentence.words.lower
    owned = bool(left) and lower[left[-1].actor.end] == "'s"
    return owned or lower[hit.start - 1] in {"be", "been", "being"}


def _is_of_before(sentence: Sentence, hit: Found) -> bool:
    """Whether it is told as an earlier meeting: "had met in Oslo before", "have previously spoken"."""
    lower = sentence.words.lower
    if not _PERFECT.isdisjoint(lower[max(sentence.start, hit.start - 2) : hit.start]):
        behind = lower[hit.end : min(hit.end + _NEAR, sentence.end)]
        ends = any(word == "before" and not following[0].isalpha() for word, following in pairwise(behind))
        return ends or lower[hit.start - 1] == "previously"
    return False


def _of_then(actor: Actor, lower: list[str]) -> Actor:
    """The actor; of "the ministers" of two countries only these: others may have held the offices."""
    return actor._replace(people=()) if lower[actor.end - 1] in references().people_groups else actor


def _is_passive(sentence: Sentence, hit: Found) -> bool:
    """Whether those behind "by" did it: "was received by X", "discussed by X and Y"."""
    lower = sentence.words.lower
    return lower[hit.end : hit.end + 1] == ["by"] or not _PASSIVE.isdisjoint(lower[max(hit.start - 3, 0) : hit.start])


def _is_reduced(sentence: Sentence, hit: Found, left: list[Argument], right: list[Argument]) -> bool:
    """Whether a passive without its auxiliary only describes a thing: "discussed the summit hosted by X"."""
    lower = sentence.words.lower
    first = hit.start - 2 * (lower[hit.start - 1] == "-")  # "co-hosted"
    end = first - (lower[first - 1] == ",")
    bare = lower[end - 1].isalpha() and lower[end - 1] not in _PASSIVE
    agent = bool(right) and right[0].governor == "by" and lower[hit.end] == "by"
    return agent and bare and lower[hit.start].endswith("ed") and bool(left) and left[-1].actor.end not in {first, end}


def _is_of_thing(sentence: Sentence, hit: Found, right: list[Argument]) -> bool:
    """Whether not people are met: "to meet the challenge of competition with X", "in talks with X standards are met"."""
    lower = sentence.words.lower
    done = hit.value == "met" and lower[hit.start - 1] in clause_words().being
    governor = right[0].governor if right else ""
    if right and not governor and right[0].actor.kind == "country":
        table = clause_words()
        between = sentence.between(hit.end, right[0].actor.start)
        things = (word for word in between if word.isalpha() and word not in table.fillers and not word.endswith("ly"))
        return any(word not in table.people for word in things)
    if is_of_demands(sentence, hit.end):
        return True
    behind = lower[hit.end] if hit.end < sentence.end else ""
    owned = behind in clause_words().determiners and not sentence.is_passed(hit.end)
    if not right:
        return hit.value != "meeting" and (done or owned or behind.endswith("ing"))
    return governor == "with" and (done or owned)


def _is_noun(sentence: Sentence, hit: Found) -> bool:
    """Whether "call" or "visit" is no verb of meeting: an article but no subject or auxiliary before it, or "off" behind it."""
    table, lower = meeting_words(), sentence.words.lower
    if lower[hit.start - 1] in clause_words().determiners - {"that"}:
        return True
    if hit.value in _HOSTS and not _HOST_NOUNS.isdisjoint(lower[hit.end : hit.end + 1]):  # "the APEC host years"
        return True
    if hit.value in table.modes.appealing and lower[hit.end : hit.end + 1] in (["off"], ["for"]):
        return True
    names = hit.value in table.holding.also_nouns or table.nouns.phrases.at(lower, hit.start, hit.end) is not None
    if hit.value == "meeting" or not names:
        return False
    before = lower[hit.start - 1]
    upon = hit.end < sentence.end and before == "and" and lower[hit.end] in {"on", "upon"}
    return not upon and before not in clause_words().auxiliaries and all(a.actor.end != hit.start for a in sentence.arguments)


def _is_participle(sentence: Sentence, hit: Found, right: list[Argument]) -> bool:
    """Whether "meeting" is a verb: "after meeting X", "A, meeting B on Monday, said"."""
    before = sentence.words.lower[hit.start - 1]
    direct = bool(right) and right[0].governor in {"", "with"} and bool(right[0].actor.people)
    opens = hit.start == sentence.start or not before[-1].isalnum()
    return before in meeting_words().holding.participle_after or (opens and direct)


def _subject_behind(sentence: Sentence, hit: Found, right: list[Argument]) -> list[Argument]:
    """The subject of a participle that opens the sentence: "Meeting Y on Friday, X said"."""
    opens = hit.value.split()[0].endswith("ing") and bool(right)
    return sentence.behind_comma(right[-1].actor.end) if opens else []


def _other_side(sentence: Sentence, hit: Found, verb: MeetingVerb) -> list[Argument]:
    """Those whom the verb takes as its object: behind it, behind its topic, or fronted ("With Y, X talked")."""
    of_topic = sentence.words.lower[hit.end : hit.end + 1] == ["of"] and "of" not in verb.links  # "spoke of X's work"
    if verb.own_side or of_topic:
        return []
    found = _behind_topic(sentence, hit, verb) if verb.topic_first else _behind_verb(sentence, hit, verb)
    if not found:
        found = sentence.meant_by_whom(hit.start) or (officials_there(sentence, hit.end) if "with" in verb.links else [])
        return _persons(sentence, found) if verb.people else found
    if (found[0].governor == "" and "" not in verb.links) or (verb.host == "object" and is_appeal(sentence, found)):
        return []
    if _is_predicated(sentence, hit, verb, found):
        return []
    if verb.named:
        return [argument for argument in found if argument.actor.people and argument.actor.kind != "group"]
    return _persons(sentence, found) if verb.people else found


def _is_predicated(sentence: Sentence, hit: Found, verb: MeetingVerb, found: list[Argument]) -> bool:
    """Whether the verb only tells something of its object: "saw X leaving", "called X a friend"."""
    after = sentence.words.lower[min(found[-1].actor.end, sentence.end - 1)]
    if verb.host == "subject" and after == "into":
        return True  # "to welcome them into the Alliance"
    behind = sentence.words.lower[found[-1].actor.end : min(found[-1].actor.end + _JOURNEY, sentence.end)]
    if hit.value == "joined" and after in {"on", "for"} and not meeting_words().holding.journeys.isdisjoint(behind):
        return True  # "joined him on the visit"
    seen = verb.named and (after.endswith("ing") or after == "as")
    return seen or (hit.value == "called" and verb.mode is not None and after in clause_words().determiners)


def _behind_topic(sentence: Sentence, hit: Found, verb: MeetingVerb) -> list[Argument]:
    """Those with whom something was discussed, or those of two sides by whom it was."""
    acting = sentence.behind(hit.end, "by") if "by" in verb.links and _is_passive(sentence, hit) else []
    if len(parties_of(acting)) > 1:
        return acting
    company = sentence.behind(hit.end, "with")
    if company and _is_of_noun(sentence, hit, company[0]):
        company = []
    if company and any(hit.end <= a.actor.start < company[0].actor.start and a.governor == "by" for a in sentence.arguments):
        company = []
    return company or (acting if len(parties_of(acting)) > 1 else sentence.fronted(hit.start))


def _is_of_noun(sentence: Sentence, hit: Found, company: Argument) -> bool:
    """Whether the "with" tells with whom a meeting spoken of was: "discussed (plans for) his meeting with X"."""
    lower = sentence.words.lower
    preposition = next((i for i in range(company.actor.start - 1, hit.end, -1) if lower[i] == "with"), hit.end)
    nouns = meeting_words().nouns
    noun = nouns.phrases.ending_at(lower, preposition) if preposition > hit.end + 1 else None
    if noun is None or noun.start <= hit.end:
        return False
    leads = [word for word in lower[hit.end : noun.start] if word in nouns.after]
    return not leads or leads[-1] in _OF_TOPIC


def _behind_verb(sentence: Sentence, hit: Found, verb: MeetingVerb) -> list[Argument]:
    """Those whom the verb takes directly or behind its links, far behind a passive, over "at his office", or fronted."""
    lower = sentence.words.lower
    on_by = lower[hit.end + 1 : hit.end + 2] == ["by"] and lower[hit.end] in verb.links  # "was called on by"
    links = (
        *(link for link in verb.links if link != "by" or not verb.host or _is_passive(sentence, hit)),
        "and",
        lower[hit.end - 1],
    )
    found = sentence.objects(hit.end + on_by, (*links, "by") if on_by else links)
    if not found and "by" in verb.links and lower[hit.start - 1] in _PASSIVE:
        agents = sentence.behind(hit.end, "by")
        found = sentence.objects(agents[0].actor.start, ("by",)) if agents else []
    if not found and verb.host == "subject":
        following = (lower[i] for i in range(hit.end, sentence.end) if lower[i] != "," and not sentence.is_passed(i))
        found = sentence.objects(hit.end, ("",), _PLACE) if next(following, "") in _PLACE else []
        if not found and not hit.value.startswith("welcom"):  # "welcomed the visit of X to Y" only praises it
            found = _who_came(sentence, hit)
    if not found and "to" in verb.links and mode_near(sentence, hit.start, hit.end):  # "talked by video link to X"
        found = [a for a in sentence.beside(hit.end) if a.governor == "to" and a.actor.start >= hit.end and a.actor.people]
    return found or (sentence.fronted(hit.start) if "with" in verb.links else [])


def _who_came(sentence: Sentence, hit: Found) -> list[Argument]:
    """Those of whom "received the visit of" tells."""
    after = sentence.words.lower[hit.end : min(hit.end + _VISIT, sentence.end)]
    return sentence.objects(hit.end + after.index("visit") + 1, _COMING) if "visit" in after else []


def _suffices(
    sentence: Sentence, at: int, verb: MeetingVerb, left: list[Argument], right: list[Argument], mode: str | None
) -> bool:
    """Whether those named make a meeting: two sides, with people on the other one unless the verb says enough alone."""
    lower = sentence.words.lower
    acting = _persons(sentence, left)
    if verb.named and not acting and (left or verb.host == "subject"):
        return False  # "the troops had a visit from X"
    acting = [a for a in acting if a.actor.people] if verb.named else acting
    again = lower[at - 1] in _BEFORE  # "they last spoke in May"
    both_act = (verb.topic_first or verb.together or again) and len(parties_of(acting)) > 1
    implied = at == sentence.start or lower[at - 1] in meeting_words().holding.participle_after  # "after meeting X and Y"
    several = len(parties_of(right)) > 1 and not (implied or right[0].governor == "by")
    told = bool(right) and bool(left or not several)
    return bool(_persons(sentence, right) or verb.alone or mode or both_act) and (told or len(parties_of(left)) > 1)


def _is_of_each(sentence: Sentence, hit: Found) -> bool:
    """Whether two sides did the same each for itself, or others did it: "X and Y both visited Z", "what was announced by Z"."""
    if sentence.objects(hit.end, ("by",)):
        return True
    around = sentence.words.lower[max(sentence.start, hit.start - 3) : min(sentence.end, hit.end + 5)]
    return not meeting_words().holding.alike.isdisjoint(around) and ("each", "other") not in pairwise(around)


def _host(verb: MeetingVerb, left: list[Argument], right: list[Argument]) -> str | None:
    """The party that received: the subject of "received" or the object of "called on", in the passive the other one."""
    passive = bool(right) and right[0].governor == "by"
    hosts = right if passive == (verb.host == "subject") else left
    return next((code for a in hosts for code in a.actor.codes), None) if verb.host else None


def _persons(sentence: Sentence, arguments: list[Argument]) -> list[Argument]:
    """Those of the arguments that are people: named, by their office, or as "a Thai delegation", "colleagues from Latvia"."""
    found: list[Argument] = []
    listed = False  # "colleagues from Latvia, Estonia and Finland"
    for argument in arguments:
        listed = _is_of_people(sentence, argument.actor) or (argument.chained and listed)
        if listed or argument.actor.people or argument.actor.kind in {"office", "pronoun"}:
            found.append(argument)
    return found


def _is_of_people(sentence: Sentence, actor: Actor) -> bool:
    lower = sentence.words.lower
    before = lower[max(sentence.start, actor.start - _OF_THE_ROYAL) : actor.start]
    listed = any(word in {"from", "of"} and one in clause_words().people for one, word in pairwise(before))
    own = any(span.end == actor.end for span in sentence.countries)  # "the United States" are no people
    team = lower[actor.end - 1] in references().delegations  # "a Thai delegation visited X"
    forces = team or (lower[actor.end - 1] in references().collectives and not own and not _is_attribute(sentence, actor.end))
    return (actor.kind == "country" and forces) or (actor.kind in {"country", "ministry"} and listed)


def _is_attribute(sentence: Sentence, end: int) -> bool:
    """Whether what ends there only describes a thing: "received U.S. military | equipment"."""
    following, table = sentence.words.lower[end] if end < sentence.end else "", clause_words()
    ends = (table.prepositions, table.being, table.auxiliaries, table.left_ends, table.right_ends, table.determiners, {"and"})
    return following.isalpha() and not sentence.is_passed(end) and not any(following in words for words in ends)
