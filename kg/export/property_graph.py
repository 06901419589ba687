"""The graph as Neo4j can hold it: labels, types of relationships, and properties that are values or lists of values.

Sources, which are neither, are lists side by side: the first of each is of the first source, and so on.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Literal, TypeAlias

from kg.export.columns import Columns, Type, plain, plain_text
from kg.sources import SOURCE_COLUMNS, Source

PropertyType: TypeAlias = Literal["string", "long", "double", "boolean", "date", "string[]", "long[]"]
"""The types of Neo4j's that are used, as the headers of its CSV files name them; a `date` is text, an ISO day."""
Property: TypeAlias = str | int | float | bool | list[str] | list[int]

EVERY = "Entity"
"""The label of every node, on which ids are unique."""
UNIQUE_IDS = f"CREATE CONSTRAINT defense_kg_id IF NOT EXISTS FOR (node:{EVERY}) REQUIRE node.id IS UNIQUE;"

_TYPES: Mapping[Type, PropertyType] = {
    "string": "string",
    "strings": "string[]",
    "int": "long",
    "double": "double",
    "boolean": "boolean",
    "date": "date",
}
_TEXTS: Mapping[str, Callable[[Source], str | None]] = {
    "source_article": lambda source: source.article,
    "source_title": lambda source: source.title,
    "source_publisher": lambda source: source.publisher,
    "source_url": lambda source: source.url,
    "source_published": lambda source: source.published,
    "source_sentence": lambda source: source.sentence,
    "source_copy_of": lambda source: source.copy_of,
}
_NUMBERS: Mapping[str, Callable[[Source], int | None]] = {
    "source_start_char": lambda source: source.start_char,
    "source_end_char": lambda source: source.end_char,
    "source_trigger_start": lambda source: source.trigger[0] if source.trigger else None,
    "source_trigger_end": lambda source: source.trigger[1] if source.trigger else None,
}


def node_label(kind: str) -> str:
    """The label of the nodes of a kind besides EVERY: `Country`."""
    return kind.capitalize()


def relationship_type(kind: str) -> str:
    """The type of the relationships that edges of a kind are: `TOOK_PART`."""
    return kind.upper()


def property_types(columns: Columns) -> dict[str, PropertyType]:
    """The properties that nodes or edges may have, and the type of each."""
    own: dict[str, PropertyType] = {name: _TYPES[type_] for name, type_ in columns.items() if name not in SOURCE_COLUMNS}
    if own.keys() == columns.keys():
        return own
    return own | dict.fromkeys(_TEXTS, "string[]") | dict.fromkeys(_NUMBERS, "long[]")


def properties(attributes: Mapping[str, Any]) -> dict[str, Property]:
    """The attributes as properties, without the sightings of officials.

    In a list of what sources have "" or -1 stands for what is not known of one; a list of which nothing is known is absent.
    """
    own = {name: value for name, value in attributes.items() if name not in ("sources", "sightings")}
    several = {name: [_text(item) for item in value] for name, value in own.items() if isinstance(value, tuple)}
    return {**plain(own), **several, **_of_sources(attributes.get("sources", ()))}


def _text(item: str | Iterable[str]) -> str:
    return plain_text(item if isinstance(item, str) else ", ".join(item))


def _of_sources(sources: Sequence[Source]) -> dict[str, Property]:
    texts = {name: [plain_text(read(source) or "") for source in sources] for name, read in _TEXTS.items()}
    numbers = {name: [_or_none(read(source)) for source in sources] for name, read in _NUMBERS.items()}
    told: dict[str, Property] = {name: values for name, values in texts.items() if any(values)}
    return told | {name: values for name, values in numbers.items() if any(number >= 0 for number in values)}


def _or_none(number: int | None) -> int:
    return -1 if number is None else number
