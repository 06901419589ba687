"""A knowledge graph of bilateral defence relations: `kg.build("seeds/")`, then ask who met whom.

Everything here loads when it is first used, so that `import kg` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.defense_graph import DefenseGraph, build, open
    from kg.errors import AmbiguousNameError, KgError, QuestionError, RecordError, StoreError, UnknownNameError
    from kg.questions.answers import (
        Activity,
        Comparison,
        Counterpart,
        Encounter,
        MeetingAnswer,
        OfficialAnswer,
        OfficialProfile,
        RelationAnswer,
        Spelling,
        Tenure,
        TimelineEvent,
    )
    from kg.sources import Source
    from kg.store.store import Store

__all__ = [
    "Activity",
    "AmbiguousNameError",
    "Comparison",
    "Counterpart",
    "DefenseGraph",
    "Encounter",
    "KgError",
    "MeetingAnswer",
    "OfficialAnswer",
    "OfficialProfile",
    "QuestionError",
    "RecordError",
    "RelationAnswer",
    "Source",
    "Spelling",
    "Store",
    "StoreError",
    "Tenure",
    "TimelineEvent",
    "UnknownNameError",
    "build",
    "open",
]

_HOMES = {
    "questions.answers": (
        "Activity",
        "Comparison",
        "Counterpart",
        "Encounter",
        "MeetingAnswer",
        "OfficialAnswer",
        "OfficialProfile",
        "RelationAnswer",
        "Spelling",
        "Tenure",
        "TimelineEvent",
    ),
    "defense_graph": ("DefenseGraph", "build", "open"),
    "errors": ("AmbiguousNameError", "KgError", "QuestionError", "RecordError", "StoreError", "UnknownNameError"),
    "sources": ("Source",),
    "store.store": ("Store",),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
