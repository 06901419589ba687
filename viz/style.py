"""Color, shape and size of each kind of node: data for the page, and for exports that carry colors.

Colors are the hues of Okabe and Ito (2008), which the color-blind tell apart; shapes tell the kinds apart without color.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Look:
    """How a kind of node is drawn: `color` as #RRGGBB, `shape` as vis-network names it, `size` the radius in pixels."""

    color: str
    shape: str
    size: int

    @property
    def rgb(self) -> tuple[int, int, int]:
        """Red, green and blue of the color, from 0 to 255."""
        red, green, blue = bytes.fromhex(self.color[1:])
        return red, green, blue


NODES: dict[str, Look] = {
    "country": Look("#0072B2", "dot", 9),
    "organization": Look("#56B4E9", "hexagon", 9),
    "meeting": Look("#D55E00", "diamond", 9),
    "official": Look("#E69F00", "triangle", 7),
    "ministry": Look("#009E73", "square", 6),
    "series": Look("#CC79A7", "triangleDown", 7),
}
"""The look of each node kind, in the order in which legends list them."""

OTHER = Look("#8C8C8C", "dot", 6)
"""The look of a node whose kind is none of these."""


def look(kind: str) -> Look:
    """How nodes of a kind are drawn."""
    return NODES.get(kind, OTHER)
