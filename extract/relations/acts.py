"""Acts: whether a clause tells that something was done, who did it, and when."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, takewhile

from extract.clauses.clauses import Argument, Sentence
from extract.clauses.marks import within
from extract.clauses.telling import verb_status
from extract.dates import DateMention
from extract.references.actors import Actor
from extract.relations.relatives import RELATIVES, behind_cleft, opens_relative, relative_before
from extract.text.calendar import Period, add_days
from extract.text.marked import marked
from extract.text.phrases import Phrases
from extract.words.lexicon import clause_words, references, titles
from extract.words.relation_words import ActWords, relation_words

_LOOSE, _STRICT = 20, 100
_NEAREST = 70
_LONGEST_LEAD, _LONGEST_SHIP = 8, 12
_SINCE = 14  # tokens
_REACH = 4  # tokens
_SUPPOSING = {"when", "once", "if", "until", "unless"}
_MEANS = {"by", "through", "under", "with"}
_CONJUNCTIONS = {"after", "before", "since", "as", "until"}
_PARTS = {"course", "start", "beginning", "middle", "end", "morning", "afternoon", "evening", "night"}  # of a day or month
OWNING = {"'s", "'", "’"}
_DASHES = {"–", "—", "--"}
_TO_COME = {"tomorrow", "next"}
_RANKING = {"first", "second", "third", "last", "latest", "only"}


@dataclass(frozen=True)
class Relation:
    """One relation told by tokens `start` to `end` of `sentence`; the rest as in the record.

    `target` is "" of a visit whose place is not told; `announced` ones are still to come, others were `before` the news or are
    named `in_passing`.
    """

    sentence: Sentence
    start: int
    end: int
    type: str
    source: str
    target: str
    date: str | None = None
    detail: str | None = None
    topics: tuple[str, ...] = ()
    amount: float | None = None
    currency: str | None = None
    documents: tuple[str, ...] = ()
    announced: bool = False
    before: bool = False
    in_passing: bool = False


# ---- whether -----------------------------------------------------------------------------------------------------------


def is_done(sentence: Sentence, verb: int) -> bool:
    """Whether the verb tells of what was or is being done: not of a plan, a wish, a denial or a habit."""
    table, lower = _words(), sentence.words.lower
    if verb_status(sentence, verb) != "held" or lower[sentence.start : sentence.start + 2] == ["each", "year"]:
        return False
    k = verb - 1
    while k > sentence.start and (lower[k] in table.adverbs or lower[k].endswith("ly")):
        k -= 1
    before = lower[k] if k >= sentence.start else ""
    if before in _SUPPOSING or _is_of_nobody(sentence, k) or _is_of_means(sentence, verb):
        return False  # "when concluded, it will"
    if "no" in sentence.words.text[verb + 1 : verb + 3] or _is_promised(sentence, verb, k):
        return False
    if before == "to":
        return _is_purpose_of_act(sentence, k)
    if lower[verb].endswith("ing") and before in table.topical:
        return any(word.startswith("thank") for word in lower[max(sentence.start, k - 12) : k])
    return not (before in {"and", "or", ","} and _follows_auxiliary(sentence, verb, k))


def _is_of_nobody(sentence: Sentence, at: int) -> bool:
    """“No Polish minister has | visited Oslo”: the subject that ends about token `at` is nobody."""
    text = sentence.words.text
    for k in range(at, max(sentence.start, at - 8) - 1, -1):
        if text[k] in {",", "and", "that"} or text[k] in _words().breaks:
            return False
        if text[k] == "no" or (text[k] == "No" and k == sentence.start):
            return True
    return False


def _is_of_means(sentence: Sentence, verb: int) -> bool:
    """“The mechanism by which X | provides | aid”: whether it tells in the present what something is there for."""
    before = sentence.words.lower[max(sentence.start, verb - 2 * _REACH) : verb]
    present = sentence.words.lower[verb].endswith("s") and not sentence.is_title
    return present and any(first in _MEANS and last == "which" for first, last in pairwise(before))


def is_mere_doing(sentence: Sentence, verb: int) -> bool:
    """“The importance of X, including | providing | Y”: a form in -ing that no verb of being makes one of what is done."""
    lower = sentence.words.lower
    if verb == sentence.start and _opens_dated(sentence):
        return False
    before = lower[max(sentence.start, verb - 3) : verb]
    return lower[verb].endswith("ing") and _words().being.isdisjoint(before) and "for" not in before


def _opens_dated(sentence: Sentence) -> bool:
    """“Handing over the trucks on Monday, X spoke”: whether a day stands before the first comma."""
    lower = sentence.words.lower
    comma = next((k for k in range(sentence.start, sentence.end) if lower[k] == ","), sentence.start)
    return bool(dates_between(sentence, sentence.start, comma))


def _is_promised(sentence: Sentence, verb: int, before: int) -> bool:
    """“is to be signed”; "will sign it when the minister goes to Oslo"."""
    lower = sentence.words.lower
    if lower[before] == "be" and lower[before - 1] == "to":
        return True
    clause = lower[max(sentence.start, verb - 8) : verb]
    return (
        lower[verb].endswith("s") and not {"when", "once", "if"}.isdisjoint(clause) and "will" in lower[sentence.start : verb]
    )


def _is_purpose_of_act(sentence: Sentence, to: int) -> bool:
    """“visited Minsk to sign”: an infinitive tells of an act where a verb of coming or meeting that was done leads to it.

    So does "the first Pole to visit Minsk".
    """
    table, lower = _words(), sentence.words.lower
    for k in range(to - 1, max(sentence.start, to - 16) - 1, -1):
        if lower[k] in table.leading:
            return verb_status(sentence, k) == "held"
        if lower[k] in _RANKING and lower[k - 1] == "the":
            return clause_words().future.isdisjoint(lower[max(sentence.start, k - 5) : k])
        if lower[k] in table.breaks or lower[k] in table.planning:
            return False
    return False


def _follows_auxiliary(sentence: Sentence, verb: int, joint: int) -> bool:
    """“will visit Oslo and sign”: a bare form behind "and" that an auxiliary before it governs."""
    table, lower = _words(), sentence.words.lower
    if lower[verb] not in table.bare:
        return False
    for k in range(joint - 1, max(sentence.start, joint - 25) - 1, -1):
        if lower[k] in clause_words().future or lower[k] in clause_words().wishes or lower[k] == "to":
            return True
        if lower[k] in table.breaks:
            return False
    return False


def is_ahead(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the date that goes with tokens `start` to `end` lies behind the day of publication."""
    mention = _nearest(sentence, start, end, _STRICT, _NEAREST, ahead=True)
    return mention is not None and (_lies_ahead(mention, sentence.published) or _is_rest(sentence, mention))


def _is_rest(sentence: Sentence, mention: DateMention) -> bool:
    """“Tomorrow”, "next week", “later this month”, "at the end of this week": what is left of the time of the report."""
    lower, this = sentence.words.lower, sentence.words.lower[mention.end - 2] == "this"
    if lower[mention.start] in _TO_COME and lower[mention.start - 1] != "the":
        return True
    return this and ("later" in lower[mention.start : mention.end] or lower[mention.start - 2 : mention.start] == ["end", "of"])


# ---- when --------------------------------------------------------------------------------------------------------------


def when(sentence: Sentence, start: int, end: int, *, strict: bool = False, behind: int = 0) -> Period | None:
    """The date nearest to tokens `start` to `end`, up to publication.

    `strict`: only in the same clause; `behind`: only in or behind them and no more tokens away.
    """
    per_break = _STRICT if strict else _LOOSE
    mention = _nearest(sentence, start, end, per_break, behind or _NEAREST, floor=start if behind else sentence.start)
    return mention.past if mention else None


def dates_between(sentence: Sentence, start: int, end: int) -> Sequence[DateMention]:
    """The date expressions of the article that begin in tokens `start` to `end`."""
    return within(sentence.marks.dates, start, end)


def is_date(sentence: Sentence, token: int) -> bool:
    """Whether the token is part of a date expression."""
    return any(mention.end > token for mention in dates_between(sentence, token - 4, token + 1))


def _nearest(
    sentence: Sentence, start: int, end: int, per_break: int, reach: int, *, floor: int = 0, ahead: bool = False
) -> DateMention | None:
    table, lower, published = _words(), sentence.words.lower, sentence.published
    best, cost = None, reach
    for mention in dates_between(sentence, max(floor, sentence.start), sentence.end):
        before = lower[mention.start - 1] if mention.start > sentence.start else ""
        partial = before == "of" and lower[mention.start - 2] in _PARTS
        led_on = lower[mention.end : mention.end + 2] == [",", "when"]  # "(since) May, when they signed"
        if (
            mention.past is None
            or (before in table.never_dating and not partial and not led_on)
            or (mention.kind == "year" and before not in table.before_year and not led_on)
        ):
            continue
        if (not ahead and _lies_ahead(mention, published)) or _is_attribute(sentence, mention):
            continue
        own = mention.end < start and led_on
        if not own and _since_when(lower, end if mention.start >= end else sentence.start, mention):
            continue
        if per_break == _STRICT and (
            _is_aside(lower, sentence.start, mention, start) or not sentence.is_near(mention.start, start)
        ):
            continue
        low, high = (mention.end, start) if mention.end <= start else (end, mention.start)
        if mention.start >= end and "since" in lower[low:high]:  # "his second since he took office in May"
            continue
        low += 2 * (lower[low : low + 2] == [",", "when"])
        low = behind_cleft(lower, mention.start, low, high)
        weight = (
            _cost(lower[low:high], per_break) if mention.start > sentence.start + 1 else per_break * _breaks(lower[low:high])
        )
        if weight < cost:
            best, cost = mention, weight
    return best


def _since_when(lower: Sequence[str], floor: int, mention: DateMention) -> bool:
    """“Since the war began in May”, "over the last year": a date that tells since when."""
    before = lower[max(floor, mention.start - _SINCE) : mention.start]
    through = before[-2:] == ["over", "the"]  # "over the last year"
    return through or ("since" in before and "," not in before[before.index("since") :])


def _is_attribute(sentence: Sentence, mention: DateMention) -> bool:
    """“Reaffirmed the May 27 statement”: a day that only tells which thing is spoken of."""
    lower = sentence.words.lower
    if mention.kind != "day" or lower[mention.start - 1] not in {"the", "their"} or mention.end >= sentence.end:
        return False
    return lower[mention.start].isalpha() and lower[mention.end].isalpha() and lower[mention.end] not in _acts_on_day()


@cache
def _acts_on_day() -> frozenset[str]:
    return clause_words().prepositions | clause_words().left_ends | _words().gatherings | {"visit", "meeting"}


def _is_aside(lower: Sequence[str], floor: int, mention: DateMention, verb: int) -> bool:
    """“X, who took office on Monday, visited Y”: a date that a relative clause before the verb holds."""
    if mention.end >= verb or "," not in lower[mention.end : verb]:
        return False
    clause = range(mention.start - 1, max(floor, mention.start - 12) - 1, -1)
    opening = next((k for k in clause if lower[k] == "," or lower[k] in RELATIVES), floor)
    if lower[opening] == "that" and opening + 1 == mention.start:  # "recalled that last year, X gave …"
        return False
    return lower[opening] in RELATIVES or lower[opening + 1] in RELATIVES


def _breaks(between: Sequence[str]) -> int:
    """The breaks alone: a date that opens the sentence is that of its main verb, however far, and of "while X did"."""
    dashes = sum(word in _DASHES for word in between) // 2 * 2  # what stands between two dashes parts nothing
    return sum(word in _words().breaks and word != "while" for word in between) - dashes


def _cost(between: Sequence[str], per_break: int) -> int:
    table = _words()
    return sum(
        100 if w in table.speech else per_break if w in table.breaks else table.joints.get(w, 1) if per_break == _STRICT else 1
        for w in between
    )


def _lies_ahead(mention: DateMention, published: str | None) -> bool:
    if published is None or mention.past is None:
        return False
    start = mention.past.start
    return start > add_days(published, 1)[: len(start)]


@cache
def _words() -> ActWords:
    return relation_words().acts


# ---- who ---------------------------------------------------------------------------------------------------------------


def doers(sentence: Sentence, verb: int) -> list[Argument]:
    """The actors with a party that are the subject of the verb at token `verb`."""
    lower = sentence.words.lower
    for_it = verb - 1 - (lower[verb - 1] in clause_words().determiners)
    thanked = [a for a in sentence.arguments if a.actor.end == for_it and lower[for_it] == "for"]
    joined = [a for a in sentence.arguments if a.actor.end == verb and a.governor in _CONJUNCTIONS]
    if verb - (lower[verb - 1] == "having") == sentence.start and (behind := sentence.behind_comma(verb)):
        return behind
    speaking = _speaking_of_itself(sentence, verb)
    if speaking is not None:
        return doers(sentence, speaking)
    relative = relative_before(sentence, verb)
    if relative is not None and (ship := _ship(sentence, relative)):
        return ship
    joined = joined or beside_gerund(sentence, verb)
    joined = joined or _near_described(sentence, verb)
    subject = thanked or joined or _antecedents(sentence, verb) or _leaderless(sentence, sentence.subjects(verb))
    known = [a for a in subject if a.actor.codes]
    return _with_partners(sentence, known) if subject else _described(sentence, verb) or _ship(sentence, verb)


def beside_gerund(sentence: Sentence, verb: int) -> list[Argument]:
    """“Concern about Norway and Poland | signing”: whose doing a preposition leads to."""
    lower = sentence.words.lower
    last = next((k for k, a in enumerate(sentence.arguments) if a.actor.end == verb and a.governor), None)
    if last is None or not lower[verb].endswith("ing"):
        return []
    first = last
    while first and sentence.arguments[first].chained:
        first -= 1
    return list(sentence.arguments[first : last + 1])


def _speaking_of_itself(sentence: Sentence, verb: int) -> int | None:
    """“X said (that) it had sent”: the verb of speech whose subject the verb's own is."""
    lower, k = sentence.words.lower, verb - 1
    while k > sentence.start and lower[k] in _words().before_verb:
        k -= 1
    if lower[k] != "it":
        return None
    k -= 1 + (lower[k - 1] == "that")
    return k if k > sentence.start and lower[k] in _words().speech else None


def is_subject_known(sentence: Sentence, verb: int) -> bool:
    """Whether the words right before the verb name an actor, or lead on to one: "the doses that arrived" have none."""
    lower, k = sentence.words.lower, verb - 1
    table, clause = _words(), clause_words()
    while k >= sentence.start and (sentence.is_passed(k) or lower[k] in table.before_verb or lower[k].endswith("ly")):
        k -= 1
    if lower[k] == "part" and lower[k - 2] == "for":  # "X for his part visited Y"
        k -= 3
    if k >= sentence.start and lower[k] == "'s":
        return False
    if lower[k] == "it" and _speaking_of_itself(sentence, verb) is not None:
        return True
    is_name = sentence.words.text[k][0].isupper() and not sentence.is_title
    if k < sentence.start or not lower[k].isalpha() or is_name:
        return True
    if opens_relative(lower, k):
        return (lower[k - 1] == "," or lower[k] == "whom" or is_subject_known(sentence, k)) and not _is_of_thing(sentence, k)
    if any(a.start <= k < a.end for a in sentence.actors):
        return True
    if lower[k] in clause.prepositions:
        return lower[verb].endswith("ing") or lower[k] in {"to", "and", "plus"}
    return lower[k] in _acting() or lower[k] in clause.left_ends


@cache
def _acting() -> frozenset[str]:
    """Nouns of people, bodies, companies and craft, which act for whom they are of."""
    people = clause_words().people | references().groups | references().collectives | titles().head_forms | titles().bodies
    words = relation_words()
    return people | _words().gatherings | words.supplied_arms.companies | words.visited.craft | words.aided.trainees


def _leaderless(sentence: Sentence, subject: list[Argument]) -> list[Argument]:
    """“A delegation of X, led by Y, …” is X."""
    if not subject or subject[0].governor != "by":
        return subject
    first, start = sentence.arguments.index(subject[0]), subject[0].actor.start
    led = not _words().leaders.isdisjoint(sentence.words.lower[max(sentence.start, start - _REACH - 2) : start])
    return [a for a in sentence.arguments[first - 1 : first] if a.actor.codes] or subject if led and first else subject


def _with_partners(sentence: Sentence, subject: list[Argument]) -> list[Argument]:
    """“The Norwegian and Polish navies”, “the navies of Norway and Poland”: both."""
    k = sentence.arguments.index(subject[0]) if subject else 0
    if k == 0 or sentence.arguments[k - 1].actor.kind not in {"modifier", "ministry"}:
        return subject
    before = sentence.arguments[k - 1]
    between = sentence.words.lower[before.actor.end : subject[0].actor.start]
    return [before, *subject] if len(between) < 6 and "and" in between and "," not in between else subject


def _is_of_thing(sentence: Sentence, relative: int) -> bool:
    """“Norway's efforts, | which”: whether it stands for something of the last one named, which does not act for him."""
    lower = sentence.words.lower
    owner = next((a.actor.end for a in reversed(sentence.arguments) if a.actor.end <= relative), relative)
    owned = lower[owner] in OWNING and lower[relative] != "who"
    return owned and _acting().isdisjoint(lower[owner:relative]) and sentence.words.text[owner + 1].islower()


def _antecedents(sentence: Sentence, verb: int) -> list[Argument]:
    """Whom "who" or "which" stands for, where it is the subject of the verb."""
    relative = relative_before(sentence, verb)
    if relative is None or any(relative < a.actor.start < verb for a in sentence.arguments):
        return []
    chain: list[Argument] = []
    for argument in reversed([a for a in sentence.arguments if a.actor.end <= relative]):
        chain.append(argument)
        if not argument.chained:
            break
    return chain[::-1] if chain and relative - chain[0].actor.end < 30 else []


def _described(sentence: Sentence, verb: int) -> list[Argument]:
    """The country of "the Chinese general", "Indian warships": a demonym left of the verb that nothing governs."""
    left = [
        a
        for a in sentence.arguments
        if a.actor.end <= verb and verb - a.actor.end < 12 and a.governor in {"", "by"} and a.actor.codes
    ]
    near = [a for a in sentence.arguments if verb - 3 <= a.actor.end <= verb and a.actor.kind != "modifier" and a.actor.codes]
    if not left:
        return near[-1:]
    joined = takewhile(lambda pair: pair[0].chained and pair[0].actor.kind == "modifier", pairwise(reversed(left)))
    return [*reversed([other for _, other in joined]), left[-1]]


def _near_described(sentence: Sentence, verb: int) -> list[Argument]:
    """The country right before the noun of somebody who does it: "X's plan failed, but the Norwegian spy chief | was"."""
    nearest = next((a for a in reversed(sentence.arguments) if a.actor.end <= verb and a.actor.codes), None)
    if nearest is None or nearest.actor.kind != "modifier" or nearest.governor or nearest.chained:
        return []
    between = sentence.words.lower[nearest.actor.end : verb]
    spoken = 0 < len(between) < _REACH and all(map(str.isalpha, between)) and between[-1] in _acting()
    return [nearest] if spoken and clause_words().prepositions.isdisjoint(between) else []


def _ship(sentence: Sentence, verb: int) -> list[Argument]:
    """The ship named left of the verb, of a country that the article names: "INS Taranga (F 31)"."""
    text = sentence.words.text
    named = takewhile(lambda k: not text[k].islower(), range(verb - 1, max(sentence.start, verb - _LONGEST_SHIP) - 1, -1))
    at = next((k for k in named if text[k] in _ships()), None)
    if at is None or not any(span.id_ == _ships()[text[at]] for span in marked(sentence.doc, "countries")):
        return []
    return [Argument(Actor(at, verb, "ministry", (), (_ships()[text[at]],)), "", chained=False)]


@cache
def _ships() -> dict[str, str]:
    """What stands before a ship's name → whose it is."""
    return {prefix: code for code, prefixes in relation_words().ships.items() for prefix in prefixes}


def led_by(sentence: Sentence, after: int, prepositions: Collection[str], *, reach: int = 0) -> list[Argument]:
    """The first chain of parties behind token `after` that one of the prepositions leads to, also through "the army of".

    Sought up to words of speech, or `reach` tokens on and up to a comma or relative clause.
    """
    lower = sentence.words.lower
    stops = {";"} | (RELATIVES | {",", "said"} if reach else _words().speech)
    for k in range(after, min(sentence.end, after + reach) if reach else sentence.end):
        if lower[k] in stops or (reach and lower[k] == "and" and lower[k + 1 : k + 2] in (["the"], ["a"], ["an"])):
            break
        if lower[k] not in prepositions:
            continue
        behind = [a for a in sentence.arguments if a.actor.start > k and a.actor.codes]
        if behind and behind[0].actor.start - k <= _LONGEST_LEAD and "," not in lower[k : behind[0].actor.start]:
            first = 1 + _is_joined(lower, behind[:2])
            return [*behind[:first], *takewhile(lambda a: a.chained, behind[first:])]
    return []


def _is_joined(lower: Sequence[str], pair: Sequence[Argument]) -> bool:
    """“The Norwegian (ship) and (the) Polish ship”: whether both are only described by their countries, and joined."""
    if len(pair) < 2 or pair[0].actor.kind != "modifier":
        return False
    between = lower[pair[0].actor.end : min(pair[1].actor.start, pair[0].actor.end + _REACH + 1)]
    return between[:1] == ["and"] or (pair[1].actor.kind == "modifier" and "and" in between[:_REACH] and "," not in between)


def codes_of(arguments: Iterable[Argument]) -> tuple[str, ...]:
    """The parties of the arguments, each once, in order."""
    return tuple(dict.fromkeys(code for a in arguments for code in a.actor.codes))


def with_plurals(nouns: Iterable[str]) -> Phrases:
    """The nouns, and their plurals in -s."""
    return Phrases({form: form for noun in nouns for form in (noun, f"{noun}s")}.items())


def is_passive(lower: Sequence[str], verb: int) -> bool:
    """Whether a form of "be" stands right before the verb, or up to two adverbs before it."""
    table = _words()
    back = range(verb - 1, max(0, verb - 3) - 1, -1)
    passed = table.before_verb | table.adverbs | {"a", "the"}
    group = takewhile(lambda k: lower[k] in passed or lower[k].endswith("ly"), back)
    return not lower[verb].endswith("ing") and any(lower[k] in table.being for k in group)
