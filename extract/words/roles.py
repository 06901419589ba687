"""Offices in words ("vice minister of defence"), and the class that titles.toml gives them."""

import re
from functools import cache

from extract.gazetteer import organizations
from extract.words.lexicon import titles
from extract.words.ministry_words import ministries
from extract.words.provinces import any_province

_OF_BODIES = {"head_of_state": "other", "head_of_government": "other", "chief_of_defense": "military_officer"}
JOINTS = frozenset({"'s", "the", "and", "-", ",", "&"})


@cache
def role_class(role: str, country: str | None = None) -> str:
    """The codebook's class of an office in words, e.g. ``role_class("vice minister of defence")``; "other" if none fits."""
    words = plain(role)
    kind = next((entry.role_class for entry in titles().role if entry.fits(words, country)), "other")
    return _OF_BODIES.get(kind, kind) if country in organizations() else kind


def in_singular(role: str) -> str:
    """The office of one of several: "defence minister" of "defence ministers"."""
    singular = titles().singular
    return " ".join(singular.get(word, word) for word in role.split())


def trimmed(words: list[str]) -> list[str]:
    """Words without the joints that are left at the front when a country is taken away."""
    start = next(
        (
            k
            for k, word in enumerate(words)
            if word not in JOINTS and word not in {"newly", "appointed", "visiting", "pro", "anti"}
        ),
        len(words),
    )
    return words[start:]


def joined(content: list[str]) -> str:
    """Words as a reader would write them: no blank around hyphens and before the possessive and commas."""
    text = " ".join(content).replace("s 's", "s'").replace("d ' ", "d'")
    return re.sub(r" (?=['’]s\b|[,)])|(?<=\() ", "", re.sub(r" ([-/]) ", r"\1", text))


@cache
def plain(role: str) -> str:
    """The role as titles.toml's patterns read it: in the singular, hyphens open, no articles, bodies' acronyms in words.

    Any province stands as "province".
    """
    words = re.sub(r"\b(the|its)\b|['’]s\b", " ", any_province().sub("province", role).replace("-", " ")).split()
    return in_singular(" ".join(spelled_bodies().get(word, word) for word in words))


@cache
def spelled_bodies() -> dict[str, str]:
    """Acronyms of bodies, as they stand and in lower case → the body in words."""
    kinds = {short: entry.phrases[0] for entry in ministries().kinds.values() for short in entry.abbreviations}
    bodies = kinds | {short: body.words for short, body in ministries().acronyms.items()}
    bodies |= {short: "command" for short in bodies if short.endswith("COM")}
    return bodies | {short.lower(): spelled for short, spelled in bodies.items()}
