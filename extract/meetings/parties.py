"""Who took part: sides, the members of a body that came one by one, the article's leading figure, those who were there too."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise, product
from operator import attrgetter

from extract.clauses.clauses import Sentence
from extract.clauses.sentences import holding
from extract.gazetteer import organizations
from extract.meetings.sittings import Sitting
from extract.officials.offices import Office
from extract.references.actors import Actor
from extract.text.marked import marked
from extract.text.phrases import Found
from extract.words.lexicon import clause_words
from extract.words.meeting_words import meeting_words

_WITHOUT_COUNTERPARTS = {"other", "spokesperson", "legislator", "military_officer", "ambassador", ""}
_TWO_PLUS_TWO = {("2", "+"), ("+", "2")}
_FOREIGN_AND_DEFENSE = {"defense_minister", "foreign_minister"}
_NEAR = 150  # tokens
_PAIR = 2
_LISTED = {"country", "office", "ministry", "organization"}
_ATTENDED = {"in", "at", "through", "during", "attend", "attends", "attended", "attending"}
_COMING_ALONG = {"joined", "accompanied"}
_JOINED = frozenset({"joined", "joins"})
_TOLD = {"the", "this", "these"}
_MEETINGS = {"meetings", "calls"}
_ENDING = {".", ",", "was", "were", "too"}
_CAME = frozenset({"came", "was", "were", "sat", "stood"})
_PLACED = {"on", "from", "at", "also", "beside", "opposite"}
_ADDING = {"also", "there", "too"}
_INVERTED = 12  # tokens before the verb of "On the Norwegian side were X and Y"
_AWAY = {"to", "from", "of", "on", "about", "for"}


def group_sides(parties: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Parties as sides: a body and its members are one; four or more that no body groups are a forum, which has none."""
    sides: list[tuple[str, ...]] = []
    left = list(parties)
    for body in [p for p in parties if p in organizations()]:
        members = [p for p in left if p in organizations()[body].members]
        if body in left and len(members) != 1 and len(members) < len(left) - 1:
            sides.append((body, *sorted(members)))
            left = [p for p in left if p != body and p not in members]
    sides += [(party,) for party in left]
    return tuple(sorted(sides)) if 2 <= len(sides) <= 3 else ()


def same_parties(a: set[str], b: set[str]) -> bool:
    """Whether two sets of parties are equal, but for members of their common bodies that only one of them names."""
    members = {member for body in a & b if body in organizations() for member in organizations()[body].members}
    return (a <= b or b <= a) and a ^ b <= members


def listed_members(told: Sequence[Sentence]) -> dict[str, list[str]]:
    """Bodies whose members the article lists ("ASEAN comprises Brunei, …") → those members."""
    listed: dict[str, list[str]] = {}
    for sentence in holding(told, meeting_words().larger.listing):
        codes = list(dict.fromkeys(code for a in sentence.arguments for code in a.actor.codes))
        for body in (code for code in codes if code in organizations()):
            members = [code for code in codes if code in organizations()[body].members]
            if len(members) >= 3:
                listed[body] = members
    return listed


def expand_members(sitting: Sitting, listed: dict[str, list[str]]) -> None:
    """Take "his counterparts from 10 Southeast Asian nations" for the ten members that the article lists."""
    lower, table = sitting.sentence.lower, meeting_words()
    for body, members in listed.items():
        for i, word in enumerate(lower[:-1]):
            counted = word in {"from", "of"} and table.ordering.number(lower[i + 1]) == len(members)
            if counted and not table.larger.states.isdisjoint(lower[i + 2 : i + 7]):
                sitting.members = [body, *members]


def complete(sitting: Sitting) -> None:
    """Give a sitting that names its one side only the other: whose office is not said, or the article's leading figure."""
    codes = sitting.codes
    if _opens_talks_of_both(sitting):
        figure = _leading_figure(sitting, sitting.right[0].codes)
        sitting.left = [*sitting.left, *(actor for actor in figure if set(actor.codes) <= set(codes))]
    if len(codes) != 1 or sitting.definite or sitting.one_sided or not sitting.people or _is_at_large(sitting):
        return
    lower = sitting.sentence.words.lower
    if _is_open(sitting.right, lower):
        sitting.members = _main_other(sitting, codes[0])
    elif not sitting.left or _is_open(sitting.left, lower):
        sitting.left = [*sitting.left, *_leading_figure(sitting, codes)]
    elif lower[sitting.start] in _COMING_ALONG:
        return  # "She was joined by X" of her own side
    elif _may_be_another(sitting, sitting.left, sitting.right):
        sitting.left = _leading_figure(sitting, codes, sitting.left)  # nobody met his own side only
    elif _may_be_another(sitting, sitting.right, sitting.left):
        sitting.right = _leading_figure(sitting, codes, sitting.right)


def _opens_talks_of_both(sitting: Sitting) -> bool:
    """Whether of the two sides only one is told by name: "In talks with X, the two sides …"."""
    if len(sitting.codes) != _PAIR or len(sitting.left) != 1 or len(sitting.right) != 1:
        return False
    both, one = sitting.left[0], sitting.right[0]
    return both.kind == "group" and not both.people and bool(one.people) and one.end < both.start


def _is_at_large(sitting: Sitting) -> bool:
    """Whether bare meetings, or one with somebody who stands for no party, are told: "attends meetings and briefings"."""
    lower, nouns = sitting.sentence.words.lower, meeting_words().nouns
    owned = lower[sitting.start - 1] in clause_words().definite or lower[sitting.end : sitting.end + 1] == ["of"]
    nobody = lower[sitting.end : sitting.end + 1] == ["with"] and all(s.start < sitting.end for s in sitting.sentence.countries)
    attended = lower[sitting.start - 2] in _ATTENDED and lower[sitting.start - 1] in {"a", "an"}
    some = attended and lower[sitting.end] != "with"
    loose = sitting.end - sitting.start == 1 or lower[sitting.start - 1] in nouns.after
    bare = lower[sitting.end - 1] in nouns.several and loose and not owned
    return not sitting.right and (bare or nobody or some)


def add_inviter(sitting: Sitting) -> None:
    """Let him sit there too at whose invitation others did, if he is of another party than they."""
    sentence = sitting.sentence
    lower = sentence.words.lower
    behind = lower[sitting.end : sentence.end]
    if "invitation" in behind:
        at = sitting.end + behind.index("invitation")
        inviting = sentence.objects(at + 1, ("of",)) if lower[at - 2 : at] == ["at", "the"] else []
        sitting.right += [a.actor for a in inviting if a.actor.people and set(sitting.codes).isdisjoint(a.actor.codes)]


def _is_open(actors: Sequence[Actor], lower: Sequence[str]) -> bool:
    """Whether all are offices of which it is not said whose: "a courtesy call on the President"."""
    open_ones = [a for a in actors if a.kind == "office" and not a.codes and not lower[a.end - 1].endswith("s")]
    return bool(actors) and len(open_ones) == len(actors)


def _may_be_another(sitting: Sitting, actors: Sequence[Actor], others: Sequence[Actor]) -> bool:
    """Whether all actors are pronouns or offices of which it is not told whose ("he", "the minister"), but not the others."""
    told = {i for span in sitting.sentence.countries for i in range(span.start, span.end)}
    return any(actor.codes and (actor.people or actor.kind == "office") for actor in others) and all(
        a.kind == "pronoun" or (a.kind == "office" and a.people and told.isdisjoint(range(a.start, a.end))) for a in actors
    )


def _main_other(sitting: Sitting, code: str) -> list[str]:
    """The country that the article names most besides `code`."""
    named = Counter(str(span.id_) for span in marked(sitting.sentence.doc, "countries") if span.id_ != code)
    return [min(named, key=lambda other: (-named[other], other))] if named else []


def _leading_figure(sitting: Sitting, codes: Sequence[str], instead: Sequence[Actor] = ()) -> list[Actor]:
    """The official of another country who is named most before the sitting, and near it; `instead` of a minister another."""
    officials = sitting.sentence.officials
    classes = {officials[name].role_class for actor in instead if actor.kind == "office" for name in actor.people}
    named = [
        person
        for person in sitting.sentence.doc._.officials
        if person.country and person.country not in codes and (not classes or person.role_class in classes)
        if any(0 <= sitting.start - n.end < _NEAR for n in person.namings)
    ]
    leading = max(
        (person for person in named if person.role_class != "spokesperson"),
        key=lambda person: (len(person.namings), -person.namings[0].start),
        default=None,
    )
    if leading is None or leading.country is None:
        return []
    return [Actor(sitting.start, sitting.start, "official", (leading.name,), (leading.country,))]


def present_too(sentence: Sentence, parties: set[str], *, telling: bool) -> list[Actor]:
    """Those whom the sentence, which may be one `telling` of the meeting, tells to have been there too.

    None if they are not all of `parties`, unless it is "the meeting" at which they were.
    """
    present = _present(sentence) or (_escorts(sentence) if telling else [])
    known = all(parties.issuperset(actor.codes) for actor in present)
    return present if known or _is_at_the_meeting(sentence) else []


def _is_at_the_meeting(sentence: Sentence) -> bool:
    """Whether the meeting at which some were is one told before: "X also attended the meeting", "sat in on the talks"."""
    lower, nouns = sentence.words.lower, meeting_words().nouns
    found = (noun for noun in sentence.find(nouns.phrases) if noun.value == "strong")
    told = (noun for noun in found if lower[noun.start - 1] in _TOLD and lower[noun.end] in _ENDING)
    return any(lower[noun.end - 1] not in _MEETINGS for noun in told)


def holders(sentence: Sentence, parties: Sequence[str]) -> list[str]:
    """Names of those of `parties` who hold the offices that the sentence names together: "the defense ministers of A and B"."""
    named = {i for actor in sentence.actors if actor.kind in {"official", "title"} for i in range(actor.start, actor.end)}
    lower, heading = sentence.words.lower, meeting_words().holding.heading
    offices = [
        office
        for office in _offices(sentence)
        if office.plural and office.start not in named and heading.isdisjoint(lower[office.start - 3 : office.start])
    ]
    classes = {kind for office in offices for kind in _classes(office)}
    if counterparts := [office.start for office in offices if office.is_counterpart]:
        before = (actor for actor in sentence.actors if actor.start < counterparts[0])
        people = [sentence.officials[name] for actor in before for name in actor.people]
        classes |= {person.role_class for person in people if person.country in parties} - _WITHOUT_COUNTERPARTS
    if _TWO_PLUS_TWO.issubset(pairwise(sentence.lower)):
        classes |= _FOREIGN_AND_DEFENSE
    found: list[str] = []
    for kind, party in product(sorted(classes), parties):
        holding = [p.name for p in sentence.officials.values() if p.country == party and p.role_class == kind]
        found += holding if len(holding) == 1 else []
    return found


def _offices(sentence: Sentence) -> Sequence[Office]:
    """The offices in the sentence."""
    offices: Sequence[Office] = sentence.doc._.offices
    start = attrgetter("start")
    return offices[bisect_left(offices, sentence.start, key=start) : bisect_left(offices, sentence.end, key=start)]


def _classes(office: Office) -> set[str]:
    """The classes of the offices that one phrase names: two of "foreign and defense ministers"."""
    both = office.role_class in _FOREIGN_AND_DEFENSE and "foreign" in office.role and "defen" in office.role
    return _FOREIGN_AND_DEFENSE if both else {office.role_class} - {"", "other"}


def join_waiting(sitting: Sitting, waiting: Sequence[Sitting]) -> None:
    """Let those whom earlier tellings of "the meeting" name, each too few, sit there too."""
    sitting.left = [*(actor for one in waiting for actor in (*one.left, *one.right)), *sitting.left]


def fill_with_those_present(sitting: Sitting, sentence: Sentence) -> bool:
    """Let those whom the sentence tells to have been there sit: people of two parties or more, or the countries it lists."""
    present = _present(sentence)
    codes = list(dict.fromkeys(code for actor in present for code in actor.codes))
    if sitting.status == "held" and (len(codes) >= _PAIR or (codes and _tells_of_others(sentence, sitting, codes))):
        sitting.left = sitting.left or _leading_figure(sitting, codes)
        sitting.right = [*sitting.right, *present]
        return True
    listed = attending(sentence)
    gathered = sitting.sentence.words.lower[sitting.end - 1] in meeting_words().nouns.gatherings and sitting.status == "held"
    if listed and (sitting.name or gathered) and not sitting.codes:
        sitting.left = [a.actor for a in sitting.sentence.beside(sitting.start) if a.takes_part and a.actor.people]
    sitting.members = listed if sitting.codes or gathered else []
    return bool(sitting.members)


def _tells_of_others(sentence: Sentence, ceremony: Sitting, codes: Sequence[str]) -> bool:
    """Whether parties whom a sentence right behind tells to have been there were at the ceremony, not at talks it names."""
    near = sentence.start - ceremony.end < _NEAR and set(codes) != set(ceremony.codes)
    talks = any(noun.value == "strong" for noun in sentence.find(meeting_words().nouns.phrases))
    return ceremony.one_sided and near and not talks


def attending(sentence: Sentence) -> list[str]:
    """The countries that the sentence lists as those at a forum: "Delegates from A, B and C are attending"."""
    table = meeting_words().holding
    at_drill = not (table.drills | table.troops).isdisjoint(sentence.lower)
    told = sentence.first(table.attendance)
    if at_drill or told is None or any(a.actor.kind == "organization" for a in sentence.objects(told.end, ("",))):
        return []  # "invited X and Y to join NATO"
    people = [a for a in sentence.arguments if a.actor.people]
    listed = [a.actor for a in sentence.arguments if a.actor.kind in _LISTED and a.takes_part and not a.actor.people]
    codes = dict.fromkeys(code for actor in listed for code in actor.codes if code not in organizations())
    return list(codes) if len(codes) > _PAIR and len(people) < _PAIR else []


def joins_meeting(sentence: Sentence, verb: int) -> bool:
    """Whether those of "joined" only came to a meeting told before: "the talks were joined by X", "Y joined Z in the talks"."""
    lower, nouns = sentence.words.lower, meeting_words().nouns.phrases
    being = verb - 1 - (lower[verb - 1] == "also")
    if lower[verb + 1] == "by" and lower[being] in clause_words().being:
        return nouns.ending_at(lower, being) is not None
    definite = clause_words().definite
    met = (noun.start for noun in sentence.find(nouns) if noun.start > verb)
    return any(lower[i - 2] in _ATTENDED | {"for"} and lower[i - 1] in definite for i in met)


def _joined(sentence: Sentence) -> Found | None:
    """The "joined" by which some are told to have come to a meeting told before."""
    start, being = sentence.start, clause_words().being
    if sentence.words.lower[start] == "joining" and not being.isdisjoint(sentence.lower):  # "Joining X were Y and Z"
        return Found(start, start + 1, "joining")
    verbs = sentence.places_of(_JOINED)
    return next((Found(i, i + 1, "joined") for i in verbs if joins_meeting(sentence, i)), None)


def _present(sentence: Sentence) -> list[Actor]:
    """Those with a name whom the sentence tells to have been there."""
    lower, table = sentence.words.lower, meeting_words().holding
    hit = sentence.first(table.presence) or _joined(sentence) or _came_with(sentence)
    elsewhere = hit is not None and not (table.journeys | table.drills).isdisjoint(lower[hit.end : hit.end + 3])
    return _with_names(sentence, hit) if hit and not elsewhere else []


def _came_with(sentence: Sentence) -> Found | None:
    """The verb of "With the general | came | X and Y", "On the Norwegian side | were | X and Y"."""
    opening = sentence.words.lower[sentence.start]
    if opening == "with" and sentence.arguments:
        verb = sentence.arguments[0].actor.end
        came = sentence.arguments[0].governor == "with" and verb < sentence.end and sentence.words.lower[verb] in _CAME
        return Found(verb, verb + 1, "") if came else None
    return _inverted(sentence) if opening in _PLACED else None


def _inverted(sentence: Sentence) -> Found | None:
    """The verb of "On the Norwegian side | were | X and Y", "Also in the room | was | X"."""
    verb = next(iter(sentence.places_of(_CAME)), sentence.end)
    if verb - sentence.start > _INVERTED or meeting_words().holding.placed.isdisjoint(sentence.between(sentence.start, verb)):
        return None
    followed = next((a.actor for a in sentence.arguments if a.actor.start > verb), None)
    if followed is None or not followed.people:
        return None
    direct = (clause_words().fillers | _ADDING).issuperset(sentence.between(verb + 1, followed.start))
    return Found(verb, verb + 1, "") if direct else None


def _escorts(sentence: Sentence) -> list[Actor]:
    """Those with a name who are told to have come along."""
    hit = sentence.first(meeting_words().holding.escorts)
    elsewhere = hit is not None and not meeting_words().holding.moving.isdisjoint(sentence.words.lower[hit.end : sentence.end])
    return _with_names(sentence, hit) if hit and not elsewhere else []


def _with_names(sentence: Sentence, told: Found) -> list[Actor]:
    """The people whom nothing keeps away, and those right behind "in the presence of"; who only said so is none."""
    lower = sentence.words.lower
    present: list[Actor] = []
    for argument in (a for a in sentence.arguments if a.actor.people):
        behind = argument.actor.start >= told.end and argument.governor == lower[told.end - 1]
        speaks = argument.governor == "said" or not clause_words().saying.isdisjoint(
            lower[argument.actor.end : argument.actor.end + 1]
        )
        if (behind or argument.governor not in _AWAY) and not speaks:
            present.append(argument.actor)
    return present
