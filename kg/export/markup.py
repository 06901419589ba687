"""Values as XML holds them, so that every reader gives them back."""

from xml.sax.saxutils import escape, quoteattr

from kg.export.columns import Value

_LINE_ENDS = {character: f"&#{ord(character)};" for character in "\u0085\u2028"}
"""Characters that XML 1.1 takes for line feeds, and so do some readers of XML 1.0 unless they are references."""


def as_text(value: Value) -> str:
    """A value between tags."""
    return escape(_lexical(value), _LINE_ENDS)


def as_attribute(value: Value) -> str:
    """A value in quotes, line feeds and tabs kept."""
    return quoteattr(_lexical(value), _LINE_ENDS)


def _lexical(value: Value) -> str:
    """A value as XML Schema writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else repr(value)
