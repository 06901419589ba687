"""From a sentence to the sittings it tells of: who sat with whom, when, how, and under what name."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from .calendar import Period
from .clauses import Argument, Sentence
from .gazetteer import find_party, find_place
from .lexicon import MeetingVerb, clause_words, meeting_words
from .phrases import Found, Phrases
from .references import Actor

_SIDELINES = ("on the sidelines of", "on the margins of", "on the fringes of", "on the sideline of", "in the margins of")
_NAME_JOINTS = {"of", "and", "the", "on", "for", "'s", "-", "(", ")", "in", "&", "/"}
_DETERMINERS = {"the", "a", "an", "their", "his", "her", "its", "this", "these", "such", "that", "any", "some", "our"}
_DEFINITE = {"the", "their", "this", "these", "his", "her", "its"}


@dataclass
class Sitting:
    """One telling of a meeting: trigger tokens `start` to `end`, both sides' people and parties, and what the words add."""

    sentence: Sentence
    start: int
    end: int
    left: list[Actor] = field(default_factory=list)
    right: list[Actor] = field(default_factory=list)
    members: list[str] = field(default_factory=list)
    status: str = "held"
    mode: str | None = None
    name: str | None = None
    ordinal: int | None = None
    level: str | None = None
    definite: bool = False
    past: bool = False
    forum: bool = False

    @property
    def people(self) -> list[str]:
        """Names of those who sat, in order."""
        return list(dict.fromkeys(name for actor in (*self.left, *self.right) for name in actor.people))

    @property
    def codes(self) -> list[str]:
        """Parties, in order."""
        return list(dict.fromkeys([*(code for actor in (*self.left, *self.right) for code in actor.codes), *self.members]))


@cache
def _triggers() -> tuple[Phrases, Phrases, Phrases, Phrases, dict[str, MeetingVerb]]:
    table = meeting_words()
    verbs = {form: verb for verb in table.verb for form in verb.forms}
    nouns = Phrases([*((n, "strong") for n in table.nouns.strong), *((n, "loose") for n in table.nouns.loose)])
    holding = Phrases((form, form) for form in table.holding.forms)
    happening = Phrases((form, form) for form in table.holding.happening)
    return Phrases((form, form) for form in verbs), nouns, holding, happening, verbs


def find_sittings(sentence: Sentence) -> Iterator[Sitting]:
    """The sittings that `sentence` tells of or refers to, in order; the sides may still be incomplete."""
    verbs, nouns, _, _, by_form = _triggers()
    lower = sentence.words.lower
    beside = {i for start, end in sidelines(sentence) for i in range(start, end)}
    found_nouns = [noun for noun in nouns.find(lower, sentence.start, sentence.end) if noun.start not in beside]
    covered: set[int] = set()
    tellings: list[Sitting] = []
    for noun in found_nouns:
        sitting = _by_noun(sentence, noun)
        if sitting is not None:
            covered.update(range(sitting.start, sitting.end))
            tellings.append(sitting)
    for hit in verbs.find(lower, sentence.start, sentence.end):
        if covered.isdisjoint(range(hit.start, hit.end)):
            sitting = _by_verb(sentence, hit, by_form[hit.value])
            if sitting is not None:
                tellings.append(sitting)
    yield from sorted(tellings, key=lambda s: s.start)


# ---- verbs ---------------------------------------------------------------------------------------------------------------


def _by_verb(sentence: Sentence, hit: Found, verb: MeetingVerb) -> Sitting | None:
    """ "X met (with) Y", "X and Y met", "X was received by Y"."""
    lower = sentence.words.lower
    if hit.value in {"meeting", "talks"} and hit.start and lower[hit.start - 1] in _DETERMINERS | {"of", "and", "held", "bilateral"}:
        return None
    status = verb_status(sentence, hit.start)
    if status is None:
        return None
    link, after = "", hit.end
    while after < sentence.end and lower[after] in {"separately", "jointly", "today", "again", "here", "also", "briefly", "virtually", "online", "privately", "face", "together"}:
        after += 1
    link = lower[after] if after < sentence.end and lower[after] in {"with", "to", "by"} else ""
    left = sentence.subjects(hit.start)
    right = sentence.objects(hit.end)
    reached = right and (right[0].governor in verb.links or (right[0].governor in {"between"}))
    if right and (link not in verb.links or (not reached and not (link and link in verb.links))):
        right = []
    if verb.people:
        right = [a for a in right if a.actor.people or a.actor.kind == "office"]
    people_right = any(a.actor.people or a.actor.kind == "office" for a in right)
    if not right and not (verb.alone and len({c for a in left for c in a.actor.codes}) >= 2):
        return None
    if right and not verb.alone and not people_right:
        return None
    mode = verb.mode or mode_near(sentence, hit.start, hit.end)
    return Sitting(sentence, hit.start, hit.end, _actors(left), _actors(right), status=status, mode=mode)


def verb_status(sentence: Sentence, verb: int) -> str | None:
    """held, planned or cancelled; None where the words tell of no act: a negation, a wish, a habit."""
    table, lower = clause_words(), sentence.words.lower
    window = lower[max(sentence.start, verb - 5) : verb]
    for k in range(len(window) - 1, -1, -1):
        if window[k] in {",", ";", "that", "and", "who", "which"} and k < len(window) - 1:
            window = window[k + 1 :]
            break
    if any(word in table.negations or word in table.wishes or word in table.habits for word in window):
        return None
    after = lower[verb + 1 : min(sentence.end, verb + 3)]
    if any(word in table.habits for word in after):
        return None
    if any(word in table.cancelled for word in window):
        return "cancelled"
    if any(word in table.future for word in window) or (window[-1:] == ["to"] and any(w in table.future_to for w in window)):
        return "planned"
    return "held"


# ---- nouns ---------------------------------------------------------------------------------------------------------------


def _by_noun(sentence: Sentence, noun: Found) -> Sitting | None:
    """ "X held talks with Y", "the meeting between X and Y", "the 11th X-Y dialogue", "in a call with Y, X …"."""
    _, _, holding, happening, _ = _triggers()
    words_, table = sentence.words, meeting_words()
    lower = words_.lower
    first = _phrase_start(sentence, noun)
    lead = first
    while lead > sentence.start and lower[lead - 1] in _DETERMINERS | {"'s"}:
        lead -= 1
    governor = lower[lead - 1] if lead > sentence.start else ""
    held_by = holding.ending_at(lower, lead) if lead > sentence.start else None
    if held_by is not None and held_by.start < sentence.start:
        held_by = None
    phrase = lower[first : noun.end]
    pair = [a for a in sentence.arguments if first <= a.actor.start < noun.end]
    right = sentence.objects(noun.end, ("with", "between", "among", "of", "and", "by"))
    of_right = [a for a in right if a.governor != "of" or a.actor.kind in {"office", "official"} or len({c for x in right for c in x.actor.codes}) > 1]
    happens = _happening(sentence, noun.end, happening)
    name = _proper_name(sentence, first, noun.end)
    ordinal = next((n for w in lower[lead:noun.end] if (n := table.ordering.ordinal(w)) is not None), None)
    left: list[Argument] = []
    status: str | None = "held"
    if held_by is not None and held_by.value != "for" and not _is_passive(lower, held_by.start):
        left = sentence.subjects(held_by.start)
        status = verb_status(sentence, held_by.start)
    elif held_by is not None and held_by.value == "for":
        left = sentence.subjects(held_by.start)
        status = None if not left else verb_status(sentence, held_by.start)
    elif happens is not None:
        status = verb_status(sentence, happens)
    elif governor in {"in", "at", "during", "after", "following", "on", "with"}:
        left = _beside(sentence, lead - 1, noun.end, right)
    elif any(a.governor in {"with"} for a in of_right):
        left = sentence.subjects(lead)
    if happens is not None and lower[happens - 1 : happens] == ["to"]:
        status = status and "planned"
    owner = next((a for a in sentence.arguments if a.actor.end <= first and a.actor.end >= first - 2 and "'s" in lower[a.actor.end : first + 1]), None)
    if owner is not None and (owner.actor.people or not left):
        left = [owner]
    if status is None or any(w in clause_words().wishes for w in lower[max(sentence.start, lead - 2) : lead]):
        return None
    if any(word in clause_words().habits for word in phrase):
        return None
    if set(phrase) & table.ordering.planned and status == "held" and happens is None and held_by is None:
        status = "planned"
    if _is_cancelled(sentence, noun.end):
        status = "cancelled"
    if "between" in {a.governor for a in of_right} or (of_right and of_right[0].governor == "of"):
        left = []
    own = [a for a in (*pair, *of_right) if a.actor.codes]
    if noun.value == "loose" and not own and ordinal is None and name is None and held_by is None:
        return None
    definite = bool(set(lower[lead:first]) & _DEFINITE) and not own
    mode = _call_mode(lower, first, noun) or mode_near(sentence, first, noun.end)
    gathered = _gathered(sentence, noun.end) if name or definite else []
    return Sitting(
        sentence,
        first,
        noun.end,
        _actors(left),
        _actors([*pair, *of_right, *gathered]),
        status=status,
        mode=mode,
        name=name,
        ordinal=ordinal,
        level=level_of_words(_spelled(phrase)),
        definite=definite,
        past=bool(set(lower[lead : noun.end]) & table.ordering.past),
        forum=bool(gathered),
    )


def named_sitting(sentence: Sentence, noun: Found, name: str | None) -> Sitting:
    """The sitting that a known event's name stands for, with those it is told to have brought together and its host."""
    first = noun.start if name else _phrase_start(sentence, noun)
    level = level_of_words(_spelled(sentence.words.lower[first : noun.end]))
    sitting = Sitting(sentence, first, noun.end, name=name, level=None if name else level, definite=True, forum=bool(name))
    if name:
        sitting.right = _actors(_gathered(sentence, noun.end))
        host = host_of(name)
        if sitting.right and host:
            sitting.members = [host]
    return sitting


def host_of(name: str) -> str | None:
    """The country in whose capital or whose name an event is named: "Seoul Defense Dialogue"."""
    return next((code for word in name.split() if (code := find_place(word) or find_party(word))), None)


def _spelled(words: Sequence[str]) -> str:
    return " ".join(words).replace(" - ", "-")


def sidelines(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Where "on the sidelines of" something named is told: the tokens of its name."""
    lower, text = sentence.words.lower, sentence.words.text
    for hit in _sideline_phrases().find(lower, sentence.start, sentence.end):
        start = hit.end
        while start < sentence.end and lower[start] in {"the", "a", "an", "this", "year", "'s"}:
            start += 1
        end = start
        while end < sentence.end and (text[end][0].isupper() or text[end][0].isdigit() or lower[end] in _NAME_JOINTS or lower[end] in _event_nouns()):
            end += 1
        while end > start and lower[end - 1] in _NAME_JOINTS - {")"}:
            end -= 1
        if end > start:
            yield start, end


@cache
def _sideline_phrases() -> Phrases:
    return Phrases((phrase, phrase) for phrase in _SIDELINES)


@cache
def _event_nouns() -> frozenset[str]:
    nouns = meeting_words().nouns
    return frozenset((*nouns.strong, *nouns.loose, "defense", "defence", "ministers", "ministerial", "security", "annual", "leaders"))


def _phrase_start(sentence: Sentence, noun: Found) -> int:
    """Where the noun's phrase begins: left over adjectives, numbers and names, not over prepositions, verbs and articles."""
    _, _, holding, _, _ = _triggers()
    lower, table = sentence.words.lower, clause_words()
    stops = _DETERMINERS | table.partners | (table.others - {"like"}) | {",", ";", ":", "'s", ".", "to", "who", "which", "that", "“", "”", '"', "–", "—", "--", "will", "is", "was", "were", "be", "as"}
    start = noun.start
    while start > sentence.start and noun.end - start < 14:
        word = lower[start - 1]
        if word in stops or word.isspace() or holding.ending_at(lower, start, 3):
            if word == ")" or (word in {"and", "of", "on"} and start - 2 >= sentence.start and sentence.words.text[start][0].isupper() and sentence.words.text[start - 2][0].isupper()):
                start -= 1
                continue
            break
        if any(a.actor.kind in {"pronoun", "official", "group"} and a.actor.start <= start - 1 < a.actor.end for a in sentence.arguments):
            break
        start -= 1
    return start


def _happening(sentence: Sentence, after: int, happening: Phrases) -> int | None:
    """The verb by which what the noun names takes place, behind the noun and its "with" or "between"."""
    lower = sentence.words.lower
    for i in range(after, min(sentence.end, after + 45)):
        if lower[i] in {";", ":", "said", "says", "that"}:
            return None
        hit = happening.at(lower, i)
        if hit is not None:
            return hit.start
    return None


def _is_passive(lower: Sequence[str], verb: int) -> bool:
    return any(word in {"was", "were", "been", "being", "be"} for word in lower[max(0, verb - 2) : verb])


def _is_cancelled(sentence: Sentence, after: int) -> bool:
    table = clause_words()
    following = sentence.words.lower[after : min(sentence.end, after + 25)]
    return any(word in table.cancelled for word in following) or ("called", "off") in zip(following, following[1:], strict=False) or ("put", "off") in zip(following, following[1:], strict=False)


def _beside(sentence: Sentence, preposition: int, after: int, own: list[Argument]) -> list[Argument]:
    """The subject of the clause in which a meeting is mentioned behind a preposition: left of it, else right behind its own parties."""
    left = sentence.subjects(preposition)
    if left:
        return left
    position = max([after, *(a.actor.end for a in own)])
    comma = next((i for i in range(position, min(position + 30, sentence.end)) if sentence.words.text[i] == ","), None)
    if comma is None:
        return []
    chain: list[Argument] = []
    for argument in (a for a in sentence.arguments if a.actor.start > comma and a.actor.kind != "modifier"):
        if not argument.takes_part or (chain and not argument.chained):
            break
        chain.append(argument)
    return chain


def _gathered(sentence: Sentence, after: int) -> list[Argument]:
    """Those whom a forum is told to have brought together: all parties behind the verb, however introduced."""
    hit = next((h for h in _gathering().find(sentence.words.lower, after, sentence.end)), None)
    if hit is None:
        return []
    return [a for a in sentence.arguments if a.actor.start >= hit.end and a.actor.kind != "modifier"]


@cache
def _gathering() -> Phrases:
    return Phrases((form, form) for form in meeting_words().holding.gathering)


def _call_mode(lower: Sequence[str], first: int, noun: Found) -> str | None:
    """A call is one by phone, unless it is a courtesy call."""
    if lower[noun.end - 1] != "call":
        return None
    before = set(lower[first : noun.end - 1])
    if before & {"video"}:
        return "video"
    return None if before & (meeting_words().modes.personal_calls - {"a"}) else "phone"


def _proper_name(sentence: Sentence, first: int, end: int) -> str | None:
    """The name given to the meeting: capitalised words down to the noun, or a numbered phrase of more than the number and the noun."""
    text, lower = sentence.words.text, sentence.words.lower
    start = first
    while start < end - 1 and (not text[start][0].isalnum()):
        start += 1
    capital = text[end - 1][0].isupper()
    content = [i for i in range(start, end) if text[i][0].isalpha()]
    named = [i for i in content if text[i][0].isupper() and not any(a.actor.start <= i < a.actor.end for a in sentence.arguments)]
    ordinal = any(meeting_words().ordering.ordinal(lower[i]) is not None for i in range(start, end))
    if (capital and len(named) >= 2 and not _title_case(sentence)) or (ordinal and len(content) >= 3 and not capital) or (ordinal and capital and len(content) >= 3):
        span = sentence.doc[start:end]
        return " ".join(str(span.text).split())
    return None


def _title_case(sentence: Sentence) -> bool:
    """Whether the sentence is a headline in capitals, where capitals tell nothing."""
    letters = [w for w in sentence.words.text[sentence.start : sentence.end] if w[0].isalpha() and len(w) > 3]
    return len(letters) > 3 and sum(w[0].isupper() for w in letters) >= 0.9 * len(letters)


def mode_near(sentence: Sentence, start: int, end: int) -> str | None:
    """phone or video, if words around the trigger say so."""
    lower = sentence.words.lower
    for hit in _mode_phrases().find(lower, max(sentence.start, start - 6), min(sentence.end, end + 26)):
        return hit.value
    return None


@cache
def _mode_phrases() -> Phrases:
    modes = meeting_words().modes
    return Phrases([*((p, "phone") for p in modes.phone), *((p, "video") for p in modes.video)])


@cache
def level_of_words(phrase: str) -> str | None:
    """The level that a meeting's own words tell: "vice-ministerial dialogue"."""
    for level, forms in meeting_words().levels.items():
        if any(form in phrase for form in forms):
            return level
    return None


def _actors(arguments: Iterable[Argument]) -> list[Actor]:
    return [argument.actor for argument in arguments]


def dates_of(sitting: Sitting) -> Period | None:
    """When, as the clause of the trigger tells: the nearest date that no word of speech or clause parts from it."""
    sentence, best, cost = sitting.sentence, None, 60
    ends = clause_words().left_ends | {"which", "who", "that"}
    for mention in sentence.doc._.dates:
        if mention.end <= sentence.start or mention.start >= sentence.end or mention.kind == "year":
            continue
        reading = mention.future if sitting.status == "planned" else mention.past
        if reading is None:
            continue
        low, high = (mention.end, sitting.start) if mention.end <= sitting.start else (sitting.end, mention.start)
        between = sentence.words.lower[low:high]
        distance = len(between) + 40 * sum(word in ends for word in between)
        if sentence.words.lower[mention.start - 1 : mention.start] == ["since"]:
            continue
        if distance < cost:
            best, cost = reading, distance
    return best
