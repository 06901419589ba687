"""How the words around a verb or noun tell of an act: as held, planned or cancelled, at what level."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from extract.clauses.clauses import Argument, Sentence
from extract.clauses.dated import ASIDES, SPEECH, is_ahead_of, is_later
from extract.words.lexicon import clause_words
from extract.words.meeting_words import meeting_words
from extract.words.verbs import is_past

_CLAUSE_BREAKS = {",", ";", "that", "and", "who", "which"}
_WERE = {"was", "were"}
_OPEN = {"whether", "if"}
_EACH_YEAR = {("once", "a"), ("twice", "a"), ("times", "a")}
_IS_TO = {("is", "to"), ("are", "to")}
_TO_COME = _IS_TO | {("forward", "to")}
_AHEAD = {"will", "'ll"}
_PLANNING = {("plan", "to"), ("plans", "to"), ("intend", "to"), ("intends", "to"), ("expect", "to"), ("expects", "to")}
_OPENERS = {"'s", "to", "that", "which"}
_STARTS = {"starts", "begins", "opens"}
_ANNOUNCED = 16  # tokens
_PROGRAMME = 10  # tokens
_ASKED = 14  # tokens
_SHARED = 25  # tokens
_FRONTED = 2  # tokens
_OFFERED = 7  # tokens
_ROLE = 5  # tokens of "as the head of"


def verb_status(sentence: Sentence, verb: int) -> str | None:
    """held, planned or cancelled; None where the words tell of no act: a negation, a wish, a habit."""
    table, lower = clause_words(), sentence.words.lower
    verb -= 2 * (lower[verb - 2 : verb] == ["co", "-"])
    before, group = _verb_group(_clause_before(sentence, verb))
    around = {*before, *group}
    behind = lower[verb + 1 : min(sentence.end, verb + 6)]
    if not (table.habits.isdisjoint([*around, *behind]) and _EACH_YEAR.isdisjoint([*pairwise(before), *pairwise(behind)])):
        return None
    if "to" in group:
        return _status_of_infinitive(sentence, verb, before, group)
    if not table.undone.isdisjoint(group) or _is_open(sentence, verb):
        return None
    if not table.future.isdisjoint(group) or (group[:1] == ["be"] and _follows_future(sentence, verb)):
        return "planned"
    if _is_past(lower, verb):
        return "held"
    if not table.undone.isdisjoint(around):
        return None
    if not table.cancelled.isdisjoint(around):
        return "cancelled"
    return "held" if table.future.isdisjoint(around) and not _shares_future(sentence, verb) else "planned"


def _is_open(sentence: Sentence, verb: int) -> bool:
    """Whether the words ask if it will be so: "it is not clear whether X will meet Y"."""
    before = sentence.words.lower[max(sentence.start, verb - _ASKED) : verb]
    return not _OPEN.isdisjoint(before) and "," not in before[max(i for i, word in enumerate(before) if word in _OPEN) :]


def _shares_future(sentence: Sentence, verb: int) -> bool:
    """Whether the verb is not the first of some that are to come: "will meet X, | attend | a dinner hosted by Y and …"."""
    lower = sentence.words.lower
    if lower[verb - 1] not in {"and", ","} or lower[verb].endswith(("s", "ing")):
        return False
    aside = lower[verb - 1] == "," and not ASIDES.isdisjoint(lower[max(sentence.start, verb - _SHARED) : verb])
    return not aside and _follows_future(sentence, verb)


def _follows_future(sentence: Sentence, verb: int) -> bool:
    """Whether words before the verb tell that somebody will do something: "will see the base and be | received | by X"."""
    before = sentence.words.lower[max(sentence.start, verb - _SHARED) : verb]
    to_come = not _AHEAD.isdisjoint(before) or not (_PLANNING | _IS_TO).isdisjoint(pairwise(before))
    return to_come and SPEECH.isdisjoint(before)


def _status_of_infinitive(sentence: Sentence, verb: int, before: Sequence[str], group: Sequence[str]) -> str | None:
    """That of "(is due) to meet": the words before "to" tell; a purpose told with what was done counts as done."""
    table, first = clause_words(), _first_infinitive(sentence, verb)
    if first is not None:
        return verb_status(sentence, first)
    lead = [*before, *group[: group.index("to")]]
    if lead[-1:] in (["agreed"], ["forward"]) and has_day_to_come(sentence, verb):
        return "planned"  # "agreed to meet X on 5 May", "looks forward to meeting X on 5 May"
    if not table.achieved.isdisjoint(lead) and table.negations.isdisjoint(lead):
        return "held"
    if not (table.undone | table.unreal).isdisjoint(lead):
        return None
    if not table.cancelled.isdisjoint(lead) or (not _WERE.isdisjoint(lead[-1:]) and "have" in group):
        return "cancelled"
    at = next(i for i in range(verb - 1, sentence.start - 1, -1) if sentence.words.lower[i] == "to")
    # "is (also) to meet", not "was in Riga to meet"
    being = lead[:-1] if lead[-1:] == ["also"] else lead
    bound = not (table.being - {"been"}).isdisjoint(being[-1:]) and not sentence.is_passed(at - 1)
    to_come = sentence.is_title or bound or not (table.future | table.departing).isdisjoint(lead) or is_ahead(sentence, at)
    return "planned" if to_come else "held"


def _first_infinitive(sentence: Sentence, verb: int) -> int | None:
    """The verb with which an infinitive is joined: "agreed to | meet | in May and to hold talks"."""
    lower, nouns = sentence.words.lower, clause_words().determiners
    at = next(i for i in range(verb - 1, sentence.start - 1, -1) if lower[i] == "to")
    if lower[at - 1] != "and":
        return None
    earlier = (i for i in range(at - 2, max(sentence.start, at - _SHARED), -1) if lower[i] == "to")
    is_verb = (i + 1 for i in earlier if lower[i + 1] not in nouns and sentence.words.text[i + 1].islower())
    return next(is_verb, None)


def has_day_to_come(sentence: Sentence, verb: int) -> bool:
    """Whether a date behind the verb is after the report: "agreed to meet again in June"."""
    published = sentence.published
    return any(m.start > verb and m.future and is_later(m.future, published) for m in sentence.dates)


def _clause_before(sentence: Sentence, verb: int) -> list[str]:
    """The last words before a verb in its own clause; "call on" is an act, not a wish."""
    first = max(sentence.start, verb - 16)
    named = {i for a in sentence.actors if a.kind == "official" and a.end > first for i in range(a.start, a.end)}
    window = sentence.between(first, verb, named)[-6:]
    breaks = [k for k, word in enumerate(window[:-1]) if word in _CLAUSE_BREAKS]
    clause = window[breaks[-1] + 1 :] if breaks else window
    return [word for word, following in pairwise([*clause, ""]) if (word, following) != ("call", "on")]


def _verb_group(window: list[str]) -> tuple[list[str], list[str]]:
    """The words split before the auxiliaries and adverbs that end them: "…, the minister | has also"."""
    start = len(window)
    while start and (window[start - 1] in clause_words().auxiliaries or window[start - 1].endswith("ly")):
        start -= 1
    return window[:start], window[start:]


def _is_past(lower: Sequence[str], verb: int) -> bool:
    """Whether the verb is a past form, "co-" and the like passed over."""
    joined = lower[verb + 1 : verb + 3]
    word = joined[1] if joined[:1] == ["-"] and len(joined) == 2 else lower[verb]
    return is_past(word)


def is_cancelled(sentence: Sentence, after: int) -> bool:
    """Whether what was named before token `after` is told to have been called off."""
    following = sentence.words.lower[after : min(sentence.end, after + 25)]
    pairs = set(pairwise(following))
    return not clause_words().cancelled.isdisjoint(following) or not pairs.isdisjoint({("called", "off"), ("put", "off")})


def is_announced(sentence: Sentence, before: int, after: int) -> bool:
    """Whether what is named from `before` to `after` is to come: "talks are scheduled", "his programme includes a meeting"."""
    table, lower = clause_words(), sentence.words.lower
    ahead, behind = lower[max(sentence.start, before - 5) : before], lower[after : min(sentence.end, after + _ANNOUNCED)]
    end = next((k for k, word in enumerate(behind) if word in SPEECH or word == ";"), len(behind))
    openers = table.being | _OPENERS
    told = any(_is_to_be(behind[k : k + 4]) for k, word in enumerate(behind[:end]) if word in openers)
    told = told or behind[:3] in ([",", "which", "will"], ["will", "be", "with"])
    near = range(before - len(ahead), min(sentence.end, after + _PROGRAMME))
    around = [lower[i] for i in near if sentence.is_title or sentence.words.text[i].islower()]
    opening = lower[sentence.start : sentence.start + _FRONTED]
    fronted = lower[before - 1] in table.being and not table.due.isdisjoint(opening)  # "Also lined up for X are talks"
    offers = table.chances.first(lower, after, min(after + _OFFERED, sentence.end)) is not None
    listed = any(word in table.programmes and behind[k] == "on" for k, word in enumerate(behind[2:]))  # "is on the agenda"
    return told or fronted or offers or listed or not table.programmes.isdisjoint(around) or ("to", "come") in pairwise(ahead)


def _is_to_be(words: Sequence[str]) -> bool:
    """Whether the words begin with "is due", "to be held" or "that starts"."""
    table, holding = clause_words(), meeting_words().holding
    after = 1 + (words[1:2] in (["also"], ["now"], ["currently"], ["already"], ["still"]))
    due = words[0] in table.being and not table.due.isdisjoint(words[after : after + 1])
    due = due or words[:2] == ["'s", "going"]
    held = words[:2] == ["to", "be"] and len(words) > 2 and holding.happening.at(words, 2) is not None
    return due or held or (words[0] in {"that", "which"} and not _STARTS.isdisjoint(words[1:2]))


def is_ahead(sentence: Sentence, token: int) -> bool:
    """Whether the clause tells before the token that somebody will do something: "will travel to Oslo for | talks".

    So do those who look forward to it.
    """
    table = clause_words()
    clause = sentence.between(_clause_start(sentence, token), token)
    ends = (i for i, word in enumerate(clause) if word in table.left_ends or word in table.saying)
    broken = max((i + 1 for i in ends if not (clause[i] == "as" and "of" in clause[i : i + _ROLE])), default=0)
    pairs = set(pairwise(clause[broken:]))
    due = any(last == "to" and first in table.due for first, last in pairs)
    return due or not _AHEAD.isdisjoint(clause[broken:]) or not _TO_COME.isdisjoint(pairs)


def _clause_start(sentence: Sentence, token: int) -> int:
    """Where the clause of the token begins, at the last subject of its own: "Two are to come, X | assured Y at the talks"."""
    lower, (first, _) = sentence.words.lower, sentence.clause(token)
    acting = (a for a in sentence.actors if first < a.start and a.end < token and is_past(lower[a.end]))
    own = [a.start for a in acting if lower[a.start - 1 - (lower[a.start - 1] in clause_words().determiners)] == ","]
    return max([first, *own])


def is_to_come(sentence: Sentence, verb: int) -> bool:
    """Whether a verb in the present tense tells of what is to come: "will fly there when he meets X", "they meet on 30 May"."""
    lower = sentence.words.lower
    if _is_past(lower, verb) and lower[verb - 1] not in {"is", "are"}:
        return False
    said = [i for i in range(sentence.start, verb) if lower[i] in SPEECH and lower[i + 1] != ","]
    clause = max([sentence.start, *said])
    before = lower[clause:verb]
    joins = lower[verb - 1] in clause_words().joining and lower[verb].endswith("ing")
    opens = joins and lower[verb - 2] not in SPEECH  # "Besides meeting X, he will …", not "said after meeting X that …"
    opener = next((word for word in reversed(before) if word == "," or word in clause_words().left_ends), "")
    if opener in {"before", "until"} and lower[verb].endswith("s"):
        return True  # "asked for time before X meets Y"
    if opener == "when" and lower[verb] in clause_words().present and _is_followed_by_future(sentence, verb):
        return True
    announcing = clause_words().announcing
    told = next((i for i in range(verb, sentence.end) if lower[i] in SPEECH), sentence.end)
    if not announcing.isdisjoint(lower[clause:told] if opens else before) or ("is", "to") in pairwise(before):
        return True
    return lower[verb] in clause_words().present and has_day_ahead(sentence)


def _is_followed_by_future(sentence: Sentence, verb: int) -> bool:
    """Whether the clause behind that of the verb tells what will be: "When they | meet | in Oslo, the two will sign"."""
    lower = sentence.words.lower
    ends = (i for i in range(verb, sentence.end) if lower[i] == ";" or lower[i] in SPEECH)
    behind = lower[verb : next(ends, sentence.end)]
    return "," in behind and not _AHEAD.isdisjoint(behind[behind.index(",") :])


def has_day_ahead(sentence: Sentence) -> bool:
    """Whether a day without a year is rather to come."""
    return any(is_ahead_of(mention, sentence.published) for mention in sentence.dates)


def is_appeal(sentence: Sentence, called_on: Sequence[Argument]) -> bool:
    """Whether those called on are asked to do something: "called on X to leave", not "called on X to say goodbye"."""
    after = called_on[-1].actor.end
    following = sentence.words.lower[after : min(after + 2, sentence.end)]
    return following[:1] == ["to"] and meeting_words().holding.courtesies.isdisjoint(following)


@cache
def level_of_words(phrase: str) -> str | None:
    """The level that a meeting's own words tell: "vice-ministerial dialogue"."""
    return next((level for level, forms in meeting_words().levels.items() if any(form in phrase for form in forms)), None)
