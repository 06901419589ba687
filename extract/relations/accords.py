"""What two sides did together: agreed, signed, raised their ties, held an exercise."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from extract.clauses.clauses import Argument, Sentence
from extract.gazetteer import organizations
from extract.relations.accord_clauses import Clause, is_noun, is_relative, is_resolved, is_shared, leads_on, names_level
from extract.relations.accord_dates import date_of
from extract.relations.acts import (
    Relation,
    beside_gerund,
    codes_of,
    dates_between,
    doers,
    is_done,
    is_mere_doing,
    is_passive,
    is_subject_known,
    led_by,
    when,
    with_plurals,
)
from extract.relations.background import Background
from extract.relations.companies import companies_in
from extract.relations.money import find_amount
from extract.text.phrases import Found, Phrases
from extract.words.lexicon import references
from extract.words.relation_words import Accord, relation_words

_KINDS = ("agreed", "signed", "upgraded_ties", "exercised")
_AHEAD, _BACK = 18, 22
_NEAR = 12  # tokens behind a verb
_REACH = 5  # tokens
_ABOUT = {"on", "about", "regarding", "concerning"}
_OWN_FIRMS = {"domestic", "local", "private"}
_MANY = {"multinational", "multilateral"}
_DENIED = {"no", "any", "neither"}
_BEHIND_PARTICIPLE = {"by", "between", "in", "on", "during", "at"}
_ADJECTIVAL = {"all", "any", "previously", "recently", "newly", "already", "of", "the", "these"}
_WHO_SIGN = {"they", "have", "has", "had", "who", "we"}
_UPON = {"with", "after", "following", "upon", "by", "through"}
_BY_BOTH = ("with", "between", "by", "and", "among", "alongside")


def find_accords(sentence: Sentence, hit: Found, background: Background) -> Iterator[Relation]:
    """The relations that the verb tells, one for each pair of those who acted together."""
    kind = _kind(hit.value)
    is_alone = " ".join(sentence.words.lower[hit.start : hit.end]) in kind.alone or is_shared(sentence, hit, kind)
    noun = None if is_alone and kind.binding else _object(sentence, hit, kind)
    clause = Clause(sentence, hit, hit.value, kind, noun)
    if (
        (kind.objects and noun is None and not is_alone)
        or not _is_followed(clause)
        or not _is_told(clause)
        or not (is_done(sentence, hit.start) or is_resolved(clause))
        or _of_company(clause)
        or (clause.name == "exercised" and (_is_mere_doing(clause) or _is_yearly(clause) or _is_of_many(clause)))
    ):
        return
    codes = _without_members(_parties(clause, background))
    if clause.name == "exercised" and len(codes) < 2 and _is_definite(clause):
        codes = ["", ""]
    if not 2 <= len(codes) <= 3:
        return
    date, detail = date_of(clause, background, codes), _detail(clause)
    amount, currency = (
        find_amount(sentence.text(hit.start, sentence.end)) or (None, None) if clause.name == "signed" else (None, None)
    )
    documents = (detail,) if clause.name == "signed" and detail else ()
    for source, target in _each_pair(codes) if codes[0] else [("", "")]:
        yield Relation(
            sentence,
            hit.start,
            hit.end,
            clause.name,
            source,
            target,
            date,
            detail,
            amount=amount,
            currency=currency,
            documents=documents,
        )


def _is_mere_doing(clause: Clause) -> bool:
    """Whether it only tells what is done; "the drill began, bringing together X and Y" tells who took part."""
    is_added = clause.lower[clause.verb.start] in clause.kind.uniting and clause.before(1) == [","]
    return is_mere_doing(clause.sentence, clause.verb.start) and not is_added


def _is_of_many(clause: Clause) -> bool:
    """“Took part in the multinational | exercise”: one of more than are told."""
    end = clause.noun.end if clause.noun is not None else clause.verb.end
    return not _MANY.isdisjoint(clause.lower[clause.verb.end : end])


def _is_yearly(clause: Clause) -> bool:
    """“Held each year by X and Y”."""
    return clause.lower[clause.verb.end : clause.verb.end + 2] == ["each", "year"]


@cache
def accord_triggers() -> tuple[tuple[str, str], ...]:
    """Verb forms → the kind they may tell."""
    return tuple((form, name) for name in _KINDS for form in (*_kind(name).verbs, *_kind(name).alone))


def _kind(name: str) -> Accord:
    kind: Accord = getattr(relation_words(), name)
    return kind


# ---- what ----------------------------------------------------------------------------------------------------------------


@cache
def _objects(name: str) -> Phrases:
    return with_plurals(_kind(name).objects)


def _object(sentence: Sentence, hit: Found, kind: Accord) -> Found | None:
    """What the verb was done to: behind it, or before it where it is passive or a relative clause."""
    lower, objects = sentence.words.lower, _objects(hit.value)
    if hit.start == sentence.start:  # "Signed in Oslo by X and Y, the pact …"
        return next(iter(objects.find(lower, hit.end, min(sentence.end, hit.end + 3 * _AHEAD))), None)
    behind = _own(objects.find(lower, hit.end, _clause_end(sentence, hit.end, past_commas=kind.happens)), lower, kind)
    behind = [noun for noun in behind if not _is_topic(lower[hit.end : noun.start])]
    if behind:
        return behind[0]
    before = _own(objects.find(lower, max(sentence.start, hit.start - _BACK), hit.start), lower, kind)
    reach = _NEAR if lower[hit.end : hit.end + 1] and lower[hit.end] in _BEHIND_PARTICIPLE else 3
    if before and (
        kind.happens or is_passive(lower, hit.start) or is_relative(lower, hit.start) or hit.start - before[-1].end <= reach
    ):
        return before[0]
    return None


def _own(nouns: Iterable[Found], lower: Sequence[str], kind: Accord) -> list[Found]:
    """The nouns that do not describe a body or place: not "the joint training committee"."""
    return [noun for noun in nouns if kind.bodies.isdisjoint(lower[noun.end : noun.end + 1])]


def _is_topic(between: Sequence[str]) -> bool:
    """“Held a meeting with Y on | joint exercises”: whether the words lead to what was only talked about."""
    talks = next((k for k, word in enumerate(between) if word in relation_words().acts.gatherings), len(between))
    return not _ABOUT.isdisjoint(between[talks:])


def _clause_end(sentence: Sentence, after: int, *, past_commas: bool) -> int:
    """Where the clause of a verb ends: at a word that begins another, or at a comma that is not a date's."""
    lower, breaks = sentence.words.lower, relation_words().acts.breaks
    last = min(sentence.end, after + _AHEAD)
    dated = {k for m in dates_between(sentence, after, last) for k in range(m.start - 1, m.end + 1)}
    dated.update(range(after, last) if past_commas else ())
    passed = dated.union(k for k in range(after, last - 1) if _is_in_name(sentence.words.text, k))
    return next((k for k in range(after, last) if lower[k] in breaks or (lower[k] == "," and k not in passed)), last)


def _is_in_name(text: Sequence[str], comma: int) -> bool:
    """“A Research, Development and Evaluation Arrangement”: whether words in capitals stand on both sides."""
    return text[comma] == "," and text[comma - 1][0].isupper() and text[comma + 1][0].isupper()


def _is_followed(clause: Clause) -> bool:
    """Whether one of the words follows that must, unless they led to a relative clause."""
    following = clause.lower[clause.verb.end : min(clause.sentence.end, clause.verb.end + clause.kind.reach)]
    is_founding = clause.lower[clause.verb.start] in clause.kind.founding
    missing = not is_founding and clause.kind.followed and clause.kind.followed.isdisjoint(following)
    return (not missing or is_relative(clause.lower, clause.verb.start)) and names_level(clause)


def _is_told(clause: Clause) -> bool:
    """Whether the verb tells of an act: not of a state ("are committed to") or of what somebody thinks ("we agree")."""
    lower, verb, table = clause.lower, clause.verb, relation_words().acts
    following = lower[verb.end : verb.end + 1]
    if following in (["force"], ["onto"]):  # "entered into force"
        return False
    if lower[verb.start] == "concluded" and "with" in lower[verb.end : verb.end + 3]:  # "the visit concluded with a statement"
        return False
    if is_noun(clause) and "since" in clause.before(4):
        return False
    if lower[verb.start] in clause.kind.binding and not leads_on(clause):
        return False  # "the crimes that they have committed"
    if lower[verb.start] in clause.kind.states:
        is_state = not table.being.isdisjoint(clause.before(3)) or not table.staying.isdisjoint(clause.before(3))
        return not is_state or not {"both", "two"}.isdisjoint(clause.before(6))
    if lower[verb.start] == "signed" and clause.noun is not None and clause.noun.start == verb.end and _describes(clause):
        return False
    if lower[verb.start - 2 : verb.start] == ["parties", "had"]:  # "that the parties had agreed": of others
        return False
    if lower[verb.start] in clause.kind.opinions:
        return clause.sentence.is_title or lower[verb.start - 1] in {"to", ","}
    before = lower[max(clause.sentence.start, clause.noun.start - 3) : clause.noun.start] if clause.noun is not None else []
    if not _DENIED.isdisjoint(before):
        return False
    happens = clause.noun is not None and clause.noun.end == verb.start and clause.kind.happens
    founds = lower[verb.start] in clause.kind.founding and lower[verb.start].endswith("ing")  # "a pact establishing a bond"
    return (
        happens
        or (founds and lower[verb.start - 1] not in table.topical)
        or clause.is_passive
        or is_noun(clause)
        or is_subject_known(clause.sentence, verb.start)
    )


def _describes(clause: Clause) -> bool:
    """“All signed agreements”, “the recently signed pact”: whether the verb only describes its noun."""
    return bool(_ADJECTIVAL.intersection(clause.before(1))) and _WHO_SIGN.isdisjoint(clause.before(3))


def _of_company(clause: Clause) -> bool:
    """Whether a company signed: then it is a sale, and transfers.py reads it, or nothing between states."""
    if clause.name != "signed":
        return False
    behind = clause.lower[clause.verb.end : min(clause.sentence.end, clause.verb.end + _NEAR)]
    if any(first == "with" and second in _OWN_FIRMS for first, second in pairwise(behind)):
        return True
    contract = not {"contract", "contracts"}.isdisjoint(
        clause.lower[max(clause.sentence.start, clause.verb.start - 3) : clause.verb.end + 4]
    )
    reach = 2 * _AHEAD if contract else _NEAR
    return any(company.start <= clause.verb.end + reach for company in companies_in(clause.sentence))


# ---- who -----------------------------------------------------------------------------------------------------------------


def _parties(clause: Clause, background: Background) -> Sequence[str]:
    """Those who acted: the subject, who is behind "with" or "between", else those who met, where the words point back."""
    sentence, verb, noun = clause.sentence, clause.verb, clause.noun
    subjects = [] if clause.is_passive else beside_gerund(sentence, verb.start) or sentence.subjects(verb.start)
    if any(a.actor.kind == "group" for a in subjects) or (clause.name != "exercised" and _points_back(clause)):
        return _those_who_met(clause, subjects, background)
    if clause.is_passive and _is_by_others(clause):
        return ()
    if clause.is_passive and (ahead := _under_accord(clause)):
        return ahead
    if clause.is_passive:
        left = [a for a in sentence.arguments if a.actor.end <= verb.start and a.governor in {"between", "with", "among"}]
        left = left or _of_both(sentence, verb.start)
        codes = [*codes_of(left), *codes_of(sentence.objects(verb.end, ("by", "and")))]
    else:
        acting = doers(sentence, verb.start)
        describing = clause.is_one_sided and len(acting) > 1 and sentence.words.lower[acting[-1].actor.start - 1] == "-"
        codes = [] if describing else list(codes_of(acting))  # "reaffirmed the Norway-Poland alliance and committed to"
    if (clause.is_one_sided and not _is_ours(clause)) or "observers" in clause.lower[verb.end : sentence.end]:
        return codes
    if len(set(codes)) < 2:
        unites = clause.lower[verb.start] in clause.kind.uniting and clause.kind.happens
        codes += [*codes_of(_partners(clause, verb.end, (*_BY_BOTH, *[""] * unites))), *_hyphenated(clause)]
        codes += codes_of(a for a in sentence.arguments if unites and verb.end <= a.actor.start < verb.end + 2)
        codes += codes_of(_partners(clause, noun.end, _BY_BOTH)) if noun is not None else ()
    if len(set(codes)) < 2 and clause.kind.happens:
        codes += codes_of(a for a in sentence.arguments if noun and noun.end <= a.actor.start < verb.start)
        codes += codes_of(led_by(sentence, verb.end, {"between", "by", "with", "from", "alongside"}))
    codes = list(dict.fromkeys(codes))
    if not codes and is_noun(clause) and clause.lower[sentence.start] in _UPON:
        codes = list(codes_of(sentence.behind_comma(verb.end)))
    return codes if len(codes) > 1 or clause.name == "exercised" else _with_counterpart(clause, codes, background)


def _of_both(sentence: Sentence, verb: int) -> list[Argument]:
    """“The partnership of Norway and Poland has been | raised”: two that an "of" leads to together."""
    left = [a for a in sentence.arguments if a.actor.end <= verb and a.governor == "of"]
    return next(([one, other] for one, other in pairwise(left) if other.chained), [])


def _under_accord(clause: Clause) -> Sequence[str]:
    """“Under a contract signed in May, X will supply Y with ships”: the two of what is done under it."""
    noun, start = clause.noun, clause.sentence.start
    if noun is None or "under" not in clause.lower[max(start, noun.start - _REACH) : noun.start]:
        return ()
    ahead = codes_of(a for a in clause.sentence.arguments if a.actor.start >= clause.verb.end)
    return ahead if len(ahead) == 2 else ()


def _is_ours(clause: Clause) -> bool:
    """“Our meeting in Oslo, where we | decided”: what those did who met there."""
    return clause.before(2)[-1:] == ["we"] and clause.is_where


def _partners(clause: Clause, after: int, prepositions: Sequence[str]) -> list[Argument]:
    """Those behind one of the prepositions, up to whom something else was done with: "with Y in 2019 and | with Z in 2020"."""
    found = clause.sentence.objects(after, prepositions)
    anew = (k for k in range(1, len(found)) if _is_anew(clause, after, found[k]))
    return found[: next(anew, len(found))]


def _is_anew(clause: Clause, after: int, partner: Argument) -> bool:
    start = partner.actor.start
    return clause.lower[start - 2 : start] == ["and", "with"] and bool(dates_between(clause.sentence, after, start))


def _is_definite(clause: Clause) -> bool:
    """“The exercise began”: one that was told of before."""
    if clause.noun is None:
        return False
    first = _phrase_start(clause.lower, clause.noun.start, clause.sentence.start)
    return clause.lower[first - 1] in {"the", "this"}


def _points_back(clause: Clause) -> bool:
    """“The ministers agreed”, “the meeting agreed”: nouns that stand for those who met."""
    lower, k = clause.lower, clause.verb.start - 1
    while k > clause.sentence.start and lower[k] in relation_words().acts.adverbs | {"have", "had"}:
        k -= 1
    points = lower[k] in references().groups or lower[k] in relation_words().acts.gatherings
    named = any(
        a.start <= k < a.end and a.codes and a.kind != "group" for a in clause.sentence.actors
    )  # "the United States", "the G7 ministers"
    return k >= clause.sentence.start and points and not named


def _those_who_met(clause: Clause, subjects: Sequence[Argument], background: Background) -> Sequence[str]:
    """“The two sides”, “they”: those who met last, unless the nearest names are exactly those of another meeting."""
    codes = codes_of(subjects)
    group = {w for a in subjects if a.actor.kind == "group" for w in clause.lower[a.actor.start : a.actor.end]}
    if len(codes) == 2 and group & {"two", "both"} and any(a.actor.people for a in subjects):
        return codes
    before = group.union(clause.before(6))
    meeting = background.meeting((), clause.verb.start)
    most = 2 if before & {"two", "both"} else 3
    if meeting is not None and 2 <= len(meeting.parties) <= most and not background.met(codes):
        return meeting.parties
    if group and most == 3 and meeting is not None and not meeting.sides and len(meeting.parties) > 3:
        return codes if background.met(codes) else ()
    if ("they" in before and not background.held) or (group and not background.is_about(codes)):
        return ()
    return codes or (background.pair() if most == 2 else ())


def _with_counterpart(clause: Clause, codes: Sequence[str], background: Background) -> Sequence[str]:
    """One party, or none, completed by the other of the sentence, or of the meeting told in it or before it."""
    if clause.name == "signed" and clause.is_passive:
        named = codes_of(a for a in clause.sentence.arguments if a.actor.end <= clause.verb.start)
        if len(named) == 2:
            return named
        behind = clause.lower[clause.verb.end : clause.sentence.end]
        if (
            len(codes) == 1 and behind[:1] == ["by"] and "and" not in behind[:_NEAR]
        ):  # "signed by Norway": by whom else is not told
            return codes
    if clause.name == "signed" and clause.is_passive and not codes and _is_told_of_both(clause):
        return background.pair()
    meeting = background.meeting(codes, clause.verb.start)
    if clause.name == "signed" and len(codes) == 1 and clause.before(1) == ["to"]:
        visited = [s.id_ for s in (*clause.sentence.places, *clause.sentence.countries) if s.start < clause.verb.start]
        others = [code for code in visited if code not in codes]
        return [*codes, *others[-1:]]
    if meeting is None or len(meeting.parties) > 3 or clause.lower[clause.verb.start] in clause.kind.states:
        return codes
    here = any(clause.sentence.start <= s.start < clause.verb.start for s in meeting.tellings)
    agreeing = clause.before(1) == [","] and clause.lower[clause.verb.start].endswith("ing")
    met_and_agreed = here and (agreeing or "and" in clause.before(6))
    we_agreed = "we" in clause.before(3)
    several = not clause.is_passive and len(clause.sentence.subjects(clause.verb.start)) > 1
    reached = clause.name == "agreed" and not relation_words().acts.being.isdisjoint(
        clause.lower[clause.verb.start : clause.verb.end]
    )
    it_was_agreed = reached or (clause.name == "agreed" and clause.is_passive and "it" in clause.before(5))
    signed = clause.name == "signed" and len(meeting.parties) == 2
    return meeting.parties if met_and_agreed or we_agreed or several or it_was_agreed or signed else codes


def _is_by_others(clause: Clause) -> bool:
    """“Signed by 11 experts”: by somebody who stands for no party."""
    end, sentence = clause.verb.end, clause.sentence
    known = (a for a in sentence.arguments if a.governor == "by" or a.actor.kind != "modifier")
    return clause.lower[end : end + 1] == ["by"] and not any(end <= a.actor.start <= end + _NEAR for a in known)


def _is_told_of_both(clause: Clause) -> bool:
    """“The memorandum signed in 2018", "signed by the two countries": of the two that the article is about."""
    behind = [a for a in clause.sentence.arguments if a.actor.start >= clause.verb.end]
    by_group = any(a.actor.kind == "group" and a.governor == "by" for a in behind[:1])
    return by_group or (not behind and when(clause.sentence, clause.verb.start, clause.verb.end, strict=True) is not None)


def _hyphenated(clause: Clause) -> list[str]:
    """“the upgrade of the A-B relations”: two parties joined by a hyphen right behind the verb, or before its noun."""
    noun, verb = clause.noun, clause.verb
    first, last = (noun.start - 6, noun.start) if noun is not None and noun.end <= verb.start else (verb.end, verb.end + 8)
    near = [a for a in clause.sentence.arguments if first <= a.actor.start <= last]
    pairs = ((a, b) for a, b in pairwise(near) if b.chained and "-" in clause.lower[a.actor.end : b.actor.start])
    return [code for pair in pairs for a in pair for code in a.actor.codes]


def _without_members(codes: Iterable[str]) -> list[str]:
    """Of more than three parties those stand aside whose body is named too."""
    parties = list(dict.fromkeys(codes))
    if len(parties) <= 3:
        return parties
    members = {member for code in parties if code in organizations() for member in organizations()[code].members}
    return [code for code in parties if code not in members]


def _each_pair(codes: Collection[str]) -> Iterator[tuple[str, str]]:
    """The pairs of `codes`, each with the alphabetically lower one first."""
    ordered = sorted(set(codes))
    yield from ((a, b) for i, a in enumerate(ordered) for b in ordered[i + 1 :])


# ---- detail --------------------------------------------------------------------------------------------------------------


def _detail(clause: Clause) -> str | None:
    """What was agreed or signed, to what level ties were raised, in the article's words, without the date."""
    sentence, lower, noun = clause.sentence, clause.lower, clause.noun
    dated = {k for m in dates_between(sentence, sentence.start, sentence.end) for k in range(m.start, m.end)}
    start, stop = clause.verb.end, sentence.end
    is_level = clause.name == "upgraded_ties"
    if noun is not None and noun.end <= clause.verb.start:
        start, stop = _phrase_start(lower, noun.start, sentence.start), _subject_end(clause, noun)
    elif is_level:
        start = next((k + 1 for k in range(start, min(stop, start + 20)) if lower[k] == "to"), start)
    table = relation_words().acts
    while start < stop and (start in dated or lower[start] in table.before_detail):
        start += 1
    end = start
    while end < stop and not _ends_detail(lower, end, dated, is_level):
        end += 1
    while end > start and (end - 1 in dated or lower[end - 1] in table.after_detail):
        end -= 1
    return sentence.text(start, end) or None


def _subject_end(clause: Clause, noun: Found) -> int:
    """Where the phrase of the noun before the verb ends: "the pact on training | that", "| was", "| signed"."""
    table, lower = relation_words().acts, clause.lower
    if lower[noun.end] not in table.subject_joints:
        return noun.end
    return next((k for k in range(noun.end, clause.verb.start) if lower[k] in table.subject_ends), clause.verb.start)


def _ends_detail(lower: Sequence[str], k: int, dated: set[int], is_level: bool) -> bool:
    if lower[k] in {";", ".", "./"} or lower[k].startswith("\n\n"):
        return True
    if is_level and (k in dated or lower[k] == ","):
        return True
    return lower[k] == "," and not relation_words().acts.speech.isdisjoint(lower[k : k + 9])


def _phrase_start(lower: Sequence[str], noun: int, floor: int) -> int:
    """Where the phrase of a noun begins, left over what describes it."""
    ends = relation_words().acts.phrase_ends
    k = noun
    while (
        k > floor
        and noun - k < 6
        and (lower[k - 1].replace(".", "").isalnum() or lower[k - 1] == "-")
        and lower[k - 1] not in ends
    ):
        k -= 1
    return k
