"""What stands before a name and is no office: ranks ("Lt. Gen.") and titles of honour ("the Hon", "Dato' Seri")."""

import re
from dataclasses import dataclass
from functools import cache
from typing import ClassVar

from extract.officials.offices import Office
from extract.text.prose import Prose
from extract.words.lexicon import Titles, titles
from extract.words.roles import joined
from extract.words.spellings import languages_of

_ALSO_SMALL = frozenset({"sheikh", "shaikh", "sheikha", "sir", "dr", "dr."})
_OWN = frozenset({"his", "her", "their"})
_ARM_LINKS = frozenset({"of", "the", "de", "del", "la", "do", "di", "der", "d'"})
_EXCELLENCY = frozenset({"h", "he"}) | _OWN  # "H E", "HE", "His Excellency"


@dataclass(frozen=True)
class Style:
    """A rank, or titles of honour where `rank` is None, at words `start` to `end`."""

    start: int
    end: int
    rank: str | None
    plural: bool = False
    is_of_one: ClassVar[bool] = False  # many bear it


@cache
def _openers() -> frozenset[str]:
    return titles().style_words | _EXCELLENCY


def find_styles(found: Prose, offices: list[Office]) -> list[Style]:
    """The ranks and titles of honour outside `offices`, in text order."""
    table = titles()
    taken = {i for office in offices if not office.bare for i in range(office.start, office.end)}
    styles: list[Style] = []
    done = 0
    for i in found.places(_openers()):
        if i < done or i in taken:
            continue
        if rank_end := _rank_end(i, taken, found, table):
            last = found.lower[rank_end - 1 - (found.text[rank_end - 1] == ".")]
            done = _past_arm(rank_end, found, table)
            plural = last in table.plural_ranks
            rank = joined(found.lower[i:rank_end])
            styles.append(Style(i, done, re.sub(r"s(\.?)$", r"\1", rank) if plural else rank, plural))
        elif (end := _honorific_end(i, taken, found, table)) > i:
            styles.append(Style(i, end, None))
            done = end
    return styles


def _rank_end(i: int, taken: set[int], found: Prose, table: Titles) -> int:
    """Where the run of rank words at `i` ends, 0 if there is none; in small letters it leads to a name."""
    end, k, count = 0, i, len(found.lower)
    if found.lower[i] == "commander" and i + 1 < count and found.lower[i + 1] in table.rank_cores:
        return 0  # "Commander Commodore Ray": an office before a rank
    small = found.text[i][0].islower()
    while k < count and k not in taken and found.lower[k] in table.ranks and found.text[k][0].islower() == small:
        paired = k > i and found.lower[k - 1] in table.rank_pairs.get(found.lower[k], ())
        if paired or (found.lower[k] in table.rank_cores and not (found.text[k] == "Gen" and _is_given_name(k, taken, found))):
            end = k + 1
        k += 1
        if k + 1 < count and found.lower[k] == "-" and found.lower[k + 1] in table.ranks:
            k += 1
    if (
        end
        and end < count
        and found.lower[end - 1] in table.plural_ranks
        and found.text[end] == "."
        and len(found.text[end - 1]) < 6
    ):
        return end + 1
    if end == i + 1 and found.text[i] == "Gen" and found.says(end, ",") and found.text[i - 1].istitle():
        return 0  # "Nakatani Gen, Minister of Defense"
    if i and found.lower[i - 1] == "consulate":
        return 0
    if end and found.lower[end - 1] in {"general", "gen"} and end < count and found.lower[end] in table.after_general:
        return 0
    return end if not small or _leads_to_name(i, end, found, table) else 0


def _leads_to_name(start: int, end: int, found: Prose, table: Titles) -> bool:
    """Whether a rank in small letters at words `start` to `end` is somebody's: "general Ion Popa", not "in general NATO …"."""
    if not end or (end - start == 1 and found.lower[start] not in table.high_ranks) or end + 1 >= len(found.text):
        return False
    named = all(found.text[k][0].isupper() or found.text[k] == "-" for k in (end, end + 1))
    return named and end not in found.owners and end + 1 not in found.owners and not found.says(start - 1, "in")


def _past_arm(end: int, found: Prose, table: Titles) -> int:
    """The word after what belongs to the rank that ends at word `end`: "General of the Army", "General de División"."""
    k = end
    while k < len(found.text) and found.lower[k] in _ARM_LINKS:
        k += 1
    arms = table.rank_arms if k > end else table.rank_tails
    if k >= len(found.text) or found.lower[k] not in arms or not found.text[k][0].isupper():
        return end
    return _past_arm(k + 1, found, table)


def _is_given_name(k: int, taken: set[int], found: Prose) -> bool:
    """Whether "Gen" is a name: between an office and a single name word ("Defense Minister Gen Nakatani")."""
    after = [word for word in found.text[k + 1 : k + 3] if word[0].isupper()]
    if k - 1 not in taken or len(after) != 1:
        return False
    before = found.lower[k - 1]
    return before in {"minister", "lawmaker", "member"} or (before == "counterpart" and "Japanese" in languages_of(after[0]))


def _honorific_end(i: int, taken: set[int], found: Prose, table: Titles) -> int:
    """Where the run of titles of honour at `i` ends, 0 if there is none: "Dato' Seri", "Tan Sri", "H.E. Dr"."""
    lower = found.lower
    if lower[i] in _EXCELLENCY:
        return _excellency_end(i, found)
    if lower[i] in table.ranks or (lower[i] == "tan" and not found.says(i + 1, "sri")):
        return 0
    if lower[i] in table.local_honorifics:
        at_home = table.local_honorifics[lower[i]] in found.codes or _is_burmese(i + 1, found)
        return i + 1 if at_home and found.text[i][0].isupper() else 0
    if lower[i] == "lady" and i and lower[i - 1] == "first":
        return 0
    end = i
    if lower[i] in _ALSO_SMALL and i - 1 in taken:  # "Defence Minister sheikh Hamad"
        return i + 1
    while end < len(lower) and end not in taken and found.text[end][0].isupper():
        if lower[end] not in table.honorifics and (end == i or lower[end] not in table.honorific_tails):
            break
        end += 1
        end += end < len(lower) and lower[end] == "'" and lower[end - 1] == "dato"
    return end


def _excellency_end(i: int, found: Prose) -> int:
    """Where "H E", "HE" or "His Royal Highness" at `i` ends before a name or a title, 0 where it is something else."""
    if found.lower[i] in _OWN:
        k = i + 1 + (found.lower[i + 1 : i + 2] in (["royal"], ["serene"], ["imperial"]))
        end = k + (found.lower[k : k + 1] in (["highness"], ["majesty"], ["excellency"], ["eminence"]))
        end = end if end > k else i
    else:
        end = i + 2 if found.text[i : i + 2] == ["H", "E"] else i + (found.text[i] == "HE")
    return end if i < end < len(found.text) and found.text[end][0].isupper() else 0


def _is_burmese(i: int, found: Prose) -> bool:
    """Whether two words of a Burmese name stand at `i`: "U | Tin Myo"."""
    named = found.is_capital(i) and found.is_capital(i + 1) and found.text[i + 2 : i + 3] != ["-"]
    return named and "Burmese" in languages_of(f"{found.text[i]} {found.text[i + 1]}")


def is_weak(anchor: Office | Style) -> bool:
    """Whether a title alone leads to no name behind a comma: a rank, "the president"."""
    return isinstance(anchor, Style) or (
        anchor.bare and anchor.country is None and not anchor.is_counterpart and not anchor.plural
    )
