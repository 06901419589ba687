"""Visits: who travelled where, as a clause tells it."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from extract.clauses.clauses import Argument, Sentence
from extract.clauses.telling import verb_status
from extract.dates import DateMention
from extract.relations.acts import (
    OWNING,
    Relation,
    codes_of,
    dates_between,
    doers,
    is_ahead,
    is_date,
    is_done,
    is_passive,
    led_by,
)
from extract.relations.background import Background
from extract.relations.destinations import (
    Place,
    destinations,
    headquarters,
    is_fronted,
    place_before,
    place_of_base,
    place_of_forces,
    place_on_island,
    place_within,
    places_between,
    places_from,
)
from extract.relations.journeys import Journey, date_of, is_ranged
from extract.relations.travellers import can_travel, travellers
from extract.relations.trips import returning, stops_named, taking
from extract.text.phrases import Found
from extract.words.lexicon import clause_words, references
from extract.words.relation_words import VisitWords, relation_words
from extract.words.verbs import is_past

_NEAR = 8  # tokens
_MONTH = 7  # characters of a date of a month
_REACH = 10  # how far behind a visit the words may stand that tell whose it is
_TOWARDS = {"in", "at", "to"}
_ON_VISIT = {"on", "for", "with"}
_BEHIND = {"after", "following"}
_LONGEST_PARTING = 16  # tokens
_RESIDENTS = {"ambassador", "attaché", "attache", "commissioner"}
_SUPPOSING = {"when", "once", "if"}
_AHEAD = {"will", "'ll"}
_OPENING = {",", "that", "for", "where"}
_ON = {"on", "in", "between", "from"}
_HIS = {"his", "her", "their"}
_PERFECT = {"has", "have"}
_OVER = {"recent", "last", "latest", "previous", "earlier"}
_TOLD = {"time", "reported"}
_NEW_PHRASE = {",", ";", "and", "to", "in"}
_OF_PEOPLE = {"official", "office", "pronoun"}


def find_visits(sentence: Sentence, hit: Found, background: Background) -> Iterator[Relation]:
    """The visits that the trigger tells, one for each visitor and country."""
    journey = _READERS[hit.value](sentence, hit)
    if journey is None:
        return
    persons = references().persons | references().people_groups | references().visitors
    is_him = hit.value == "visited.guest" and not persons.isdisjoint(sentence.words.lower[hit.end : hit.end + 2])
    guests = journey.guests or (background.guests(hit.start) if is_him or _is_of_visitors(sentence, journey.start) else ())
    if not (guests or journey.is_known) or not journey.to:
        return
    announced = journey.announced or is_ahead(sentence, hit.start, journey.to[-1].end)
    date = None if announced else date_of(sentence, hit, journey, background)
    is_tour = is_ranged(sentence)  # its first day is that of the first place
    is_recent = not _OVER.isdisjoint(sentence.words.lower[journey.start : hit.start])
    for guest in guests or ([""] if journey.is_known else ()):
        announced = announced and not (journey.in_passing and any(guest in o.parties for o in background.held))
        for number, place in enumerate(journey.to):
            in_passing = journey.in_passing and not date and not is_recent
            expected = in_passing and background.awaits((guest, place.code or guest))
            if place.code != guest and not expected:
                yield Relation(
                    sentence,
                    hit.start,
                    hit.end,
                    "visited",
                    guest,
                    place.code or "",
                    date and date[:_MONTH] if number and is_tour else date,
                    announced=announced,
                    before=is_recent or _is_of_before(sentence, journey.start),
                    in_passing=journey.in_passing,
                )


def _is_of_visitors(sentence: Sentence, verb: int) -> bool:
    """“The team | is in Poland”, “the delegation, which is led by X, | arrived”: those who were received before."""
    first = sentence.words.lower[sentence.start : sentence.start + 2]
    return first[:1] == ["the"] and first[1] in references().visitors and not codes_of(sentence.subjects(verb))


def _is_of_before(sentence: Sentence, start: int) -> bool:
    """“Had visited”, "As minister, I visited": what the article does not report as its news."""
    lower = sentence.words.lower
    in_office = lower[sentence.start] == "as" and "," in lower[sentence.start : sentence.start + _REACH]
    is_news = not _TOLD.isdisjoint(lower[sentence.start : start])  # "it was the first time that X had visited Y"
    return (lower[start - 1] == "had" and not is_news) or (in_office and lower[start - 1] in {"i", "he", "she"})


@cache
def visit_triggers() -> tuple[tuple[str, str], ...]:
    """Phrases that may tell of a visit → how they are read."""
    table = _words()
    ways = {
        "direct": table.direct,
        "moving": table.moving,
        "noun": table.nouns,
        "guest": ("visiting",),
        "being": table.being,
        "taking": table.taking,
        "returning": table.returning,
    }
    return tuple((phrase, f"visited.{way}") for way, phrases in ways.items() for phrase in phrases)


@cache
def _words() -> VisitWords:
    return relation_words().visited


# ---- verbs ---------------------------------------------------------------------------------------------------------------


def _direct(sentence: Sentence, hit: Found) -> Journey | None:
    """“X visited Poland (and Latvia)”, "X visited a base in Poland", "Poland was visited by X"."""
    lower = sentence.words.lower
    named = places_from(sentence, hit.end) or place_before(sentence, hit.start)
    if not named and is_fronted(sentence, hit):
        return None
    before = lower[hit.start - 1] if hit.start > sentence.start else ""
    may_be_noun = lower[hit.start] in _words().nouns and before not in _words().auxiliaries
    if may_be_noun and (before in _words().before_noun or not named):
        return _noun(sentence, hit)
    announced = verb_status(sentence, hit.start) == "planned" or _is_scheduled(sentence, hit)
    if not announced and not is_done(sentence, hit.start):
        return None
    by = next((k for k in range(hit.end, sentence.end) if lower[k] not in _ON and not is_date(sentence, k)), hit.end)
    if is_passive(lower, hit.start) and lower[by : by + 1] == ["by"]:
        guests = codes_of(sentence.objects(by, ("by", "and"))) or codes_of(led_by(sentence, by, {"by"}, reach=_REACH))
        within = places_between(sentence, sentence.start, hit.start)  # "bases in Poland were toured by"
        is_within = within and hit.start - within[-1].end < 3 and lower[sentence.start] not in clause_words().prepositions
        to = within if is_within else _as_places(sentence.subjects(hit.start), hit.end)
        return Journey(guests, to, hit.start, announced=announced)
    at_base = [] if named else place_of_base(sentence, hit.end)
    to = named or at_base or destinations(sentence, hit.end, {"in"}) or headquarters(sentence, hit.end)
    there = bool(named or at_base)  # else somewhere "in Poland", where the traveller may be already
    if announced and not there:
        return None
    return Journey(travellers(sentence, hit.start), to, hit.start, dated=there or is_ranged(sentence), announced=announced)


def _moving(sentence: Sentence, hit: Found) -> Journey | None:
    """“X arrived on Monday in Oslo”, "X flew in", "X spent Monday in Norway"."""
    lower, table = sentence.words.lower, _words()
    before = lower[max(sentence.start, hit.start - 3) : hit.start]
    verb = hit.start + (lower[hit.start] in _PERFECT)
    announced = verb_status(sentence, verb) == "planned" or _is_scheduled(sentence, hit)
    if (
        (not announced and not is_done(sentence, verb))
        or "since" in before
        or before[-1:] == ["it"]
        or ("on", "which") in pairwise(lower[max(sentence.start, hit.start - _NEAR) : hit.start])
        or (lower[hit.start].startswith("arriv") and "back" in lower[hit.end : hit.end + 2])
        or _is_doing(sentence, hit)
    ):
        return None
    prepositions = {"for"} if lower[hit.start] in table.leaving else table.prepositions
    to = places_from(sentence, hit.end) if lower[hit.end - 1] in table.prepositions else []
    to = to or place_on_island(sentence, hit.end) or destinations(sentence, hit.end, prepositions)
    if lower[hit.start] == "spent":
        timed = "days" in lower[hit.end : hit.end + 3] or dates_between(sentence, hit.end, hit.end + 4)
        to = [place for place in to if timed and not place.is_city]
    elif not to and " ".join(lower[hit.start : hit.end]) in table.arriving and lower[hit.start - 1] not in table.craft:
        bought = any(a.actor.end == hit.start and a.governor == "from" for a in sentence.arguments)  # "jets from X arrived"
        aboard = not table.craft.isdisjoint(lower[hit.end : hit.end + 3])  # "flew in the helicopters"
        to = [] if bought or aboard else [Place(hit.end, None)]
    return Journey(travellers(sentence, hit.start), to or stops_named(sentence, hit.end), hit.start, announced=announced)


def _is_doing(sentence: Sentence, hit: Found) -> bool:
    """“Goes to making peace in Norway”, not "goes to Beijing"."""
    lower, k = sentence.words.lower, hit.end
    return lower[k - 1] == "to" and k < sentence.end and lower[k].endswith("ing") and sentence.words.text[k].islower()


def _is_scheduled(sentence: Sentence, hit: Found) -> bool:
    """“X flies to Rome on Sunday”, "when X travels to Rome": the present tells of what is to come."""
    lower = sentence.words.lower
    if not lower[hit.start].endswith("s") or lower[hit.start] in _PERFECT:
        return False
    if lower[hit.end : hit.end + 2] == ["on", "to"]:  # "from Oslo he travels on to Riga"
        return True
    ahead = "where" in lower[hit.end : hit.end + _NEAR] and not _AHEAD.isdisjoint(lower[hit.end : sentence.end])
    if ahead and not sentence.is_title and " ".join(lower[hit.start : hit.end]) not in _words().arriving:
        return True  # "from there he heads to Riga, where he will meet"
    supposed = not sentence.is_title and not _SUPPOSING.isdisjoint(lower[max(sentence.start, hit.start - _NEAR) : hit.start])
    dates = (m for m in sentence.dates if m.start < hit.end + 2 * _NEAR)
    return supposed or any(_is_to_come(mention, sentence.published) for mention in dates)


def _is_to_come(mention: DateMention, published: str | None) -> bool:
    """Whether the date may lie ahead of the report: a weekday, a day later in the year, or of no known year."""
    if mention.kind == "weekday" or mention.past is None:
        return True
    last = mention.past.end or mention.past.start
    return mention.kind == "day" and ((published is None and mention.past != mention.future) or last > (published or last))


def _being(sentence: Sentence, hit: Found) -> Journey | None:
    """“X is (currently) in Oslo for talks”, "X has been to Oslo", "while in Oslo, X …", of people and forces."""
    lower, table = sentence.words.lower, _words()
    at = hit.end
    while at < sentence.end and at - hit.end < _REACH and (lower[at] in table.between or is_date(sentence, at)):
        at += 1
    leading = {"to", "in"} if lower[hit.start] == "been" else {"in"}
    to = places_from(sentence, at + 1) if lower[at : at + 1] and lower[at] in leading else []
    to = to or (places_from(sentence, at) if at < sentence.end and lower[at] in table.here else [])
    if not to or not _RESIDENTS.isdisjoint(lower[sentence.start : hit.start]):
        return None
    if lower[hit.start] == "while":
        people = _people(sentence)
        subject = [a for a in people if a.actor.start > hit.end][:1] or people[:1]
        announced = not clause_words().future.isdisjoint(sentence.lower)
        return Journey(codes_of(subject), to, hit.start, dated=False, in_passing=True, announced=announced)
    end = to[-1].end
    purpose = lower[at] == "to" or not table.purposes.isdisjoint(lower[end : min(sentence.end, end + 4)])
    fronted = [m for m in sentence.dates if m.start <= sentence.start + 1]
    if not (purpose or fronted or dates_between(sentence, hit.end, end + 2)) or not is_done(sentence, hit.start):
        return None
    return Journey(travellers(sentence, hit.start), to, hit.start)


def _guest(sentence: Sentence, hit: Found) -> Journey | None:
    """“the visiting Polish minister”, or "while visiting Poland"."""
    to = [] if _is_of_guest(sentence, hit.end) else places_from(sentence, hit.end)
    if to:
        done = is_done(sentence, hit.start)
        in_passing = sentence.words.lower[hit.start - 1] not in _words().staying
        return Journey(travellers(sentence, hit.start), to, hit.start, in_passing=in_passing) if done else None
    if not _words().not_visiting.isdisjoint(sentence.words.lower[hit.end : hit.end + 1]):
        return None
    near = (a for a in sentence.arguments if a.actor.start <= hit.end + 1 and hit.end < a.actor.end)
    described = [a for a in near if a.actor.kind != "group"]
    if not described and any(a.kind == "title" and a.start <= hit.end + 1 < a.end for a in sentence.actors):
        described = [a for a in sentence.arguments if a.actor.end <= hit.start and a.actor.kind == "official"][-1:]
    guest = next((a.actor.codes for a in described if a.actor.codes), ())
    return Journey(guest[:1], [Place(hit.end, None)], hit.start, dated=False)


def _is_of_guest(sentence: Sentence, at: int) -> bool:
    """Whether the country at token `at` is that of somebody: "visiting | Polish minister Adam Nowak"."""
    return any(a.actor.start <= at < a.actor.end and a.actor.kind in _OF_PEOPLE for a in sentence.arguments)


def _is_of_people(sentence: Sentence, argument: Argument) -> bool:
    """Whether it is somebody, or the country of "a delegation from the Polish university"."""
    lower, start = sentence.words.lower, argument.actor.start
    led = next((k for k in range(start - 1, max(sentence.start, start - 3), -1) if lower[k] in {"of", "from"}), None)
    return argument.actor.kind in _OF_PEOPLE or (led is not None and lower[led - 1] in clause_words().people)


def _people(sentence: Sentence) -> list[Argument]:
    return [a for a in sentence.arguments if a.actor.kind in _OF_PEOPLE and a.actor.codes]


def _as_places(arguments: list[Argument], end: int) -> list[Place]:
    return [Place(end, code) for code in codes_of(arguments)]


# ---- nouns ---------------------------------------------------------------------------------------------------------------


def _noun(sentence: Sentence, hit: Found) -> Journey | None:
    """“X paid a visit to Poland”, "X's visit to Poland", "the visit by X", "during his visit, X …"."""
    lower, table = sentence.words.lower, _words()
    first = hit.start
    while first > sentence.start and hit.start - first < 8 and _describes(lower, first - 1):
        first -= 1
    if not _is_real(sentence, first, hit):
        return None
    lead = max(first - 1, sentence.start)
    behind = lead - (lower[lead] in table.determiners)
    if lower[behind] in _BEHIND and (parting := _parting(sentence, behind)) is not None:
        return parting
    to = destinations(sentence, hit.end, table.noun_prepositions.get(lower[hit.end - 1], table.noun_prepositions["visit"]))
    to = to or (places_from(sentence, hit.end) if lower[hit.end : hit.end + 1] and lower[hit.end] in table.here else [])
    if to and not _again().isdisjoint(lower[hit.end : to[0].end]):  # "on his trip he spoke of their | trip to Poland"
        to = []
    to = to or place_within(sentence, first, hit.start) or place_of_forces(sentence, hit.end)
    to = to or stops_named(sentence, hit.end)
    guests, carrier = _guests(sentence, first, hit)
    if carrier is not None and lower[carrier - 1] == "to" and not is_done(sentence, carrier):
        return None
    if not to and carrier is not None and carrier < first:
        to = places_between(sentence, carrier, first)
    if carrier is None and not table.possessive.isdisjoint(lower[max(sentence.start, lead - 1) : first + 1]):
        guests = tuple(code for code in guests if code not in {place.code for place in to})[:1]
    if not to and carrier is not None and carrier > hit.start:
        to = destinations(sentence, carrier, table.prepositions)
    is_got = lower[hit.end : hit.end + 1] == ["from"] and lower[behind] in table.getting  # "got a visit from X"
    if not to and (is_got or not table.hosting.isdisjoint(lower[max(sentence.start, lead - 1) : lead + 1])):
        to = _as_places(doers(sentence, lead), hit.end)
    if not to and lower[hit.start] in table.figures:
        return None
    reach = _REACH if lower[hit.end : hit.end + 1] in (["by"], ["from"], ["of"]) else 4
    if not _RESIDENTS.isdisjoint(lower[hit.end : hit.end + reach]):  # "received the visit of the ambassador"
        return None
    owned = lower[lead] == "'s" or (lower[lead] in {"his", "her"} and lower[lead - 1] in table.during)
    on_visit = "on" in lower[max(sentence.start, first - 2) : first] and lower[hit.start] != "arrival"
    owned = owned or on_visit or lower[hit.end : hit.end + 1] == ["of"] or is_got
    behind = next((k for k in range(hit.end, sentence.end) if lower[k] != "on" and not is_date(sentence, k)), hit.end)
    elsewhere = not to and lower[behind : behind + 1] == ["to"]
    several = lower[hit.end - 1].endswith("s") and not sentence.is_title and not (to and (carrier is not None or owned))
    if elsewhere or several:
        return None
    if not (to or carrier is not None or owned):
        known = _is_known(sentence, lead, hit)
        return Journey((), [Place(hit.end, None)], first, in_passing=True, is_known=True) if known else None
    start = first if carrier is None else min(first, carrier)
    in_passing = carrier is None and lower[hit.start] != "arrival"
    return Journey(guests, to or [Place(hit.end, None)], start, in_passing=in_passing)


def _is_known(sentence: Sentence, lead: int, hit: Found) -> bool:
    """“The visit was meant to”, “during the visit, which began on Monday”: one that was told of before."""
    lower, before = sentence.words.lower, sentence.words.lower[lead - 1]
    spoken_of = lead <= sentence.start + 1 or before in _words().during or before in _OPENING
    dated = lower[lead] in _HIS and lower[hit.end] in _words().beginning and is_past(lower[hit.end])
    return (lower[lead] == "the" or dated) and hit.start == lead + 1 and lower[hit.start] in {"visit", "trip"} and spoken_of


def _parting(sentence: Sentence, lead: int) -> Journey | None:
    """“X left Warsaw | after a visit”: where the guest was whom a verb of leaving right before the visit tells of."""
    near = range(lead - 1, max(sentence.start, lead - _LONGEST_PARTING), -1)
    verb = next((k for k in near if sentence.words.lower[k] in _words().leaving), None)
    if verb is None or not is_done(sentence, verb):
        return None
    to = next((found for k in range(verb + 1, lead) if (found := places_from(sentence, k))), [])
    if not to or destinations(sentence, verb + 1, {"for"}):
        return None
    guests = travellers(sentence, verb)
    return Journey(guests, to[:1], verb, is_over=True) if guests else None


@cache
def _again() -> frozenset[str]:
    """Single words for a visit, which have a place of their own."""
    return frozenset(noun for noun in _words().nouns if " " not in noun)


def _describes(lower: Sequence[str], k: int) -> bool:
    """Whether the word at token `k` may stand between a determiner and the noun: "an | unannounced | trip"."""
    table, clause, word = _words(), clause_words(), lower[k]
    ends = word in table.determiners or word in table.carrying or word in clause.others or word in clause.partners
    is_verb = word.endswith("ed") and lower[k - 1] not in clause.determiners
    return word == "-" or (word.isalnum() and not ends and not is_verb)


def _is_real(sentence: Sentence, first: int, hit: Found) -> bool:
    """Whether the visit took or takes place: nothing around it speaks of a plan, an invitation or what comes before it."""
    lower, table, clause = sentence.words.lower, _words(), clause_words()
    left = lower[max(sentence.start, first - 7) : first]
    breaks = relation_words().acts.breaks - table.ahead
    start = next((k + 1 for k in range(len(left) - 1, -1, -1) if left[k] in breaks), 0)
    if "," in left[-3:]:  # ", on a trip to Poland"
        start = len(left) - 3
    right = lower[hit.end : min(sentence.end, hit.end + 12)]
    if lower[hit.start - 1] in table.auxiliaries or lower[first - 1] in table.not_after:
        return False
    if not table.planned.isdisjoint(lower[first : hit.start]) or not table.unlike.isdisjoint(right[:2]):
        return False
    wished = max(start, left.index("during") if "during" in left else 0)  # "asked for more on his visit", not "during it"
    doubts = [(start, clause.future), (wished, clause.wishes | table.unreal)]
    unreal = [k for at, words in doubts for k in range(first - len(left) + at, first) if lower[k] in words]
    during = lower[max(sentence.start, first - 3) : first]
    if "during" in during and "," not in during and _will(lower[sentence.start : first]):
        return False  # "will speak of it during her visit"
    if lower[first - 2 : first] == ["for", "the"] and not clause.future.isdisjoint(lower[sentence.start : first]):
        return False  # "will welcome X to Oslo, for the first visit since 2014"
    if any(sentence.words.text[k] != "No" for k in unreal) or _is_called_off([*left, *right]):
        return False
    if right[:1] in (["that"], ["which"]) and "will" in lower[hit.end : min(sentence.end, hit.end + 25)]:
        return False
    comma = right.index(",") if "," in right else len(right)
    begun = right[:1] and right[0] in table.beginning and is_past(right[0])  # "began on Monday and will last"
    if not begun and not table.to_come.isdisjoint(
        [*right[:comma], *(word for word in right[comma + 1 : comma + 3] if word != "will")]
    ):
        return False
    return not is_ahead(sentence, hit.start, hit.end)


def _will(words: Sequence[str]) -> bool:
    """Whether the last clause of the words tells what somebody will do."""
    breaks = relation_words().acts.breaks | relation_words().acts.speech | {","}
    start = next((k + 1 for k in range(len(words) - 1, -1, -1) if words[k] in breaks), 0)
    return not _AHEAD.isdisjoint(words[start:])


def _is_called_off(words: Sequence[str]) -> bool:
    return any(word == "off" and before.startswith(("call", "put")) for before, word in pairwise(words))


def _guests(sentence: Sentence, first: int, hit: Found) -> tuple[tuple[str, ...], int | None]:
    """The visitors, and the verb that carries the visit if one does."""
    lower = sentence.words.lower
    led_to = place_within(sentence, first, hit.start)
    named = () if led_to else codes_of(a for a in sentence.arguments if first <= a.actor.start < hit.start)
    if not named and lower[first - 1] in OWNING:
        named = codes_of(a for a in sentence.arguments if a.actor.end in {first - 1, first})
    if not named and lower[first - 1] == "whose":
        named = codes_of([a for a in sentence.arguments if a.actor.end < first and a.actor.codes][-1:])
    named = named or codes_of(led_by(sentence, hit.end, {"by"}, reach=_REACH))
    place = destinations(sentence, hit.end, {"to", "in"})[-1:]
    for end in (hit.end, *(p.end for p in place)):
        of_him = lower[end : end + 1] in (["of"], ["from"]) and not is_date(sentence, end + 1)
        if not named and of_him and lower[hit.end - 1] != "tour":
            named = codes_of(a for a in led_by(sentence, end, {"of", "from"}, reach=_REACH) if can_travel(sentence, a))
    return (named, None) if named else _subject_of_noun(sentence, first, hit)


def _subject_of_noun(sentence: Sentence, first: int, hit: Found) -> tuple[tuple[str, ...], int | None]:
    """The subject of "paid a visit", of "the visit he paid", or of the clause of "during his visit"; and the verb."""
    lower, table = sentence.words.lower, _words()
    lead = first - 1
    while lead >= sentence.start and (lower[lead] in table.determiners or lower[lead] in table.between):
        lead -= 1
    on_visit = not _ON_VISIT.isdisjoint(lower[lead + 1 : first])
    who = next((k for k in range(lead, max(sentence.start, lead - _REACH), -1) if lower[k] == "who"), None)
    if on_visit and who is not None and lower[who + 1] in table.staying:
        return travellers(sentence, who + 1), who + 1
    verb = _before_places(sentence, lead)
    if lead >= sentence.start and (lower[verb] in table.carrying or (on_visit and lower[verb] in table.staying)):
        return travellers(sentence, verb), verb
    relative = next((k for k in range(hit.end, min(sentence.end, hit.end + 8)) if lower[k] in table.carrying), None)
    if relative is not None and _NEW_PHRASE.isdisjoint(lower[hit.end : relative]):
        carriers = codes_of(a for a in sentence.subjects(relative) if a.actor.start >= hit.end)
        if carriers:
            return carriers, relative
    if lower[first - 1] in OWNING:
        return (), None
    people = [a for a in sentence.arguments if a.actor.end <= lead + 1 and _is_of_people(sentence, a)]
    subject = (
        []
        if lower[first - 1] == "the" and not dates_between(sentence, first, hit.start)
        else [*(a for a in people[-1:] if a.governor == "said"), *sentence.subjects(lead), *people[-1:]]
    )
    his = lower[first - 1] in {"his", "her"}
    if his:
        subject = [a for a in (*subject, *reversed(people)) if a.actor.kind in _OF_PEOPLE]
    if subject and (his or on_visit):
        received = [a for a in people if a.actor.start > subject[0].actor.end]
        if received and not table.receiving.isdisjoint(lower[subject[0].actor.end : received[0].actor.start]):
            subject = received  # "X received Y during his visit", "X hosted Y on a visit"
    if on_visit and lower[verb] == ",":
        subject.reverse()
    if subject:
        return codes_of(subject) if subject[0].actor.codes else (), None
    behind = [a for a in _people(sentence) if a.actor.start >= hit.end and a.governor == ""]
    return codes_of(behind[:1]), None


def _before_places(sentence: Sentence, at: int) -> int:
    """The token left of the times and places that end at token `at`: the verb of "is in Poland on a visit"."""
    lower, table = sentence.words.lower, _words()
    places = {k for span in (*sentence.places, *sentence.countries) for k in range(span.start, span.end)}

    def _leads(k: int) -> bool:
        """Whether the token is of "in the Republic of" before a place."""
        return (lower[k] in table.before_places or lower[k] in _TOWARDS) and any(j in places for j in range(k + 1, k + 5))

    passed = table.between | table.determiners | table.here | table.countries
    while at > sentence.start and (at in places or lower[at] in passed or is_date(sentence, at) or _leads(at)):
        at -= 1
    return at


_READERS: dict[str, Callable[[Sentence, Found], Journey | None]] = {
    "visited.direct": _direct,
    "visited.moving": _moving,
    "visited.noun": _noun,
    "visited.guest": _guest,
    "visited.being": _being,
    "visited.taking": taking,
    "visited.returning": returning,
}
