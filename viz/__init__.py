"""Any networkx graph with the attributes of docs/graph.md as one self-contained HTML page."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from viz import style
    from viz.page import render

__all__ = ["render", "style"]


def __getattr__(name: str) -> Any:
    if name == "render":
        return import_module("viz.page").render
    if name == "style":
        return import_module("viz.style")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
