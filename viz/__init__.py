"""Any networkx graph with the attributes of docs/graph.md as one self-contained HTML page."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from viz import style
    from viz.notebook import frame
    from viz.page import render

__all__ = ["frame", "render", "style"]

_HOME = {"frame": "viz.notebook", "render": "viz.page"}


def __getattr__(name: str) -> Any:
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    if name == "style":
        return import_module("viz.style")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
