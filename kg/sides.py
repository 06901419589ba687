"""The sides of a meeting as codes: as a report tells them, in an id, and which one a party is on."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import TypeAlias

from extract.gazetteer import organizations
from extract.record import Meeting

Sides: TypeAlias = tuple[tuple[str, ...], ...]


def sides_of(meeting: Meeting) -> Sides:
    """The parties as they faced each other, each side and the sides sorted; a forum has none.

    A record that does not tell (a bare codebook record) is read so: a body and its members are one side, every other party one
    of its own; more than three sides are a forum.
    """
    sides = _grouped(meeting.parties)
    return _told_sides(meeting) or (sides if len(sides) in (2, 3) else ())


def meeting_code(meeting: Meeting) -> str:
    """The sides of a meeting, or the parties of a forum, as part of an id: ``ASEAN-KOR``."""
    return _code(_told_sides(meeting) or _grouped(meeting.parties))


def parties_code(parties: Iterable[str]) -> str:
    """The parties, a body standing for its members, as part of an id: ``ASEAN-KOR``."""
    return _code(_grouped(parties))


def side_code(side: Iterable[str]) -> str:
    """A side as part of an id: a body stands for its members; others are joined by "+"."""
    codes = set(side)
    return "+".join(sorted(code for code in codes if not any(code in members(body) for body in codes)))


def side_of(code: str | None, sides: Sides) -> int | None:
    """The index of the side a party is on: its own, or that of the one body it is a member of; None where that is not clear."""
    if code is None:
        return None
    own = [index for index, side in enumerate(sides) if code in side]
    through_a_body = [index for index, side in enumerate(sides) if any(code in members(body) for body in side)]
    candidates = own or through_a_body
    return candidates[0] if len(candidates) == 1 else None


@cache
def members(code: str) -> frozenset[str]:
    """The members of an organization; none of anything else."""
    organization = organizations().get(code)
    return frozenset(organization.members) if organization else frozenset()


def _told_sides(meeting: Meeting) -> Sides:
    sides = tuple(sorted(tuple(sorted(set(side))) for side in meeting.sides if side))
    return sides if len(sides) > 1 else ()


def _grouped(parties: Iterable[str]) -> Sides:
    """A body with its members, everybody else alone; all alone where one body would take in everybody (KOR meets the UN)."""
    codes = sorted(set(parties))
    body_of = {code: next((body for body in codes if code in members(body)), code) for code in codes}
    sides: dict[str, list[str]] = defaultdict(list)
    for code in codes:
        sides[body_of[code]].append(code)
    if len(sides) == 1:
        return tuple((code,) for code in codes)
    return tuple(tuple(side) for _, side in sorted(sides.items()))


def _code(sides: Sides) -> str:
    return "-".join(sorted(side_code(side) for side in sides)) or "unknown"
