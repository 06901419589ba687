"""The page in a notebook: in a frame of its own, which shares nothing with the notebook around it."""

from html import escape

_HEIGHT = 720
"""Pixels: the graph, the panel beside it and the time below it, on a laptop's screen."""
_ALLOWED = "allow-scripts allow-downloads allow-popups"
"""What the page needs: not the notebook's origin, which what the page holds shall not reach."""


def frame(page: str) -> str:
    """The page as an `<iframe>` that carries all of it."""
    return (
        f'<iframe srcdoc="{escape(page)}" sandbox="{_ALLOWED}" title="Graph" loading="lazy" '
        f'style="width: 100%; height: {_HEIGHT}px; border: 0"></iframe>'
    )
