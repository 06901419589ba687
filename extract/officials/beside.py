"""What stands right beside a name or an office: possessives, brackets, letters after a name, the end of its phrase."""

from extract.text.prose import Prose
from extract.words.lexicon import titles


def is_closed(after: int, found: Prose) -> bool:
    """Whether an apposition may end before word `after`: not where "the minister said" or "the minister's" goes on."""
    if after >= len(found.text):
        return True
    if found.lower[after] == "'s":
        return False
    return (
        not found.lower[after][0].isalpha()
        or found.lower[after] in titles().apposition.closing
        or found.text[after][0].isupper()
    )


def ends_phrase(i: int, found: Prose) -> bool:
    """Whether a comma or the end of the sentence stands at word `i`."""
    return i < len(found.text) and (found.text[i] == "," or ends_sentence(i, found))


def ends_sentence(i: int, found: Prose) -> bool:
    """Whether a sentence or a line ends with word `i`."""
    return found.text[i] in _ENDS or "\n" in found.text[i]


_ENDS = frozenset({".", "!", "?", ";"})


def tie_before(start: int, found: Prose) -> str | None:
    """The possessive that stands before an office: "his", "its", "whose", "the country's"."""
    k = start - 1
    if k >= 1 and found.lower[k] == "'s" and found.lower[k - 1] in {"country", "nation", "embassy", "island", "kingdom"}:
        return "country"
    return found.lower[k] if k >= 0 and found.lower[k] in {"his", "her", "its", "their", "our", "whose"} else None


def past_brackets(i: int, found: Prose) -> int:
    """The word after a short bracket at `i`: "(CDF)", "(Rtd)"."""
    if i < len(found.text) and found.text[i] == "(":
        for k in range(i + 1, min(i + 7, len(found.text))):
            if found.text[k] == ")":
                return k + 1
    return i


def before_small_rank(comma: int, found: Prose) -> int:
    """The comma before a rank that is told before word `comma`: "appointed X | , a major general, as …"; else `comma`."""
    k = comma
    while k and found.lower[k - 1] in titles().ranks and found.text[k - 1][0].islower():
        k -= 1
    return k - 2 if 1 < k < comma and found.lower[k - 1] in {"a", "an"} and found.says(k - 2, ",") else comma


def before_brackets(end: int, found: Prose) -> int:
    """The end of what stands before a short bracket or letters after a name that end before word `end`: "(L)", "MP"."""
    if end and found.text[end - 1] == ")":
        end = next((j for j in range(end - 2, max(end - 9, -1), -1) if found.text[j] == "("), end)
    while end and found.lower[end - 1].replace(".", "") in titles().post_nominals:
        end -= 1 + (end > 1 and found.text[end - 2] == ",")
    return end
