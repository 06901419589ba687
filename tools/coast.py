"""Natural Earth's land → viz/assets/coast.json: the coastlines behind the map, few and faint.

    npm install world-atlas@2
    python tools/coast.py node_modules/world-atlas/land-110m.json > viz/assets/coast.json

The file is TopoJSON made from Natural Earth's land, 1:110m, which is in the public domain. Rings are projected by viz/globe.py
(run this again when that changes) and thinned after Visvalingam and Whyatt (1993). Each is written as its first point, in parts
of a pixel, and the steps from there, x and y in turn, a letter each: viz/assets/coast.js reads them.
"""

import json
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from viz.globe import Point, project

SOURCE = "Natural Earth 1:110m land, public domain, naturalearthdata.com; projected and simplified by tools/coast.py"
ANTARCTIC = -60.0
"""Rings whose northernmost point lies south of this are left out."""
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
"""The letter in the middle is a step of 0, the last the longest."""
LONGEST = len(LETTERS) // 2 - 1
PARTS = 2
"""Steps a pixel."""
ISLET = 6.0
"""Square pixels that an island has at least."""
DETAIL = 1.0
"""Square pixels of the triangle with its neighbors that a point makes at least."""


def main() -> None:
    """Print the coastlines of the file named on the command line."""
    topology = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    northern = (ring for ring in land(topology) if max(latitude for _, latitude in ring) > ANTARCTIC)
    rings = (thinned([project(*place) for place in ring]) for ring in northern)
    lines = ",\n".join(written(ring) for ring in rings if area(ring) >= ISLET)
    print(f'{{"source":{json.dumps(SOURCE)},\n"letters":"{LETTERS}","parts":{PARTS},"rings":[\n{lines}\n]}}')


def land(topology: dict[str, Any]) -> Iterator[list[Point]]:
    """The rings of the land as longitudes and latitudes, the last point being the first again."""
    arcs = [degrees(arc, topology["transform"]) for arc in topology["arcs"]]
    for geometry in topology["objects"]["land"]["geometries"]:
        for polygon in geometry["arcs"]:
            for ring in polygon:
                yield joined([arcs[number] if number >= 0 else arcs[~number][::-1] for number in ring])


def degrees(arc: list[list[int]], transform: dict[str, list[float]]) -> list[Point]:
    """An arc of TopoJSON, which is written in steps, as longitudes and latitudes."""
    (scale_x, scale_y), (left, bottom) = transform["scale"], transform["translate"]
    x = y = 0
    places = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        places.append((left + x * scale_x, bottom + y * scale_y))
    return places


def joined(arcs: list[list[Point]]) -> list[Point]:
    """One line; each arc begins where the one before it ends."""
    return arcs[0] + [place for arc in arcs[1:] for place in arc[1:]]


def thinned(ring: list[Point]) -> list[Point]:
    """The ring, open, without the points that matter least, the least first."""
    points = ring[:-1]
    while len(points) > 3:
        sizes = [area([points[i - 1], points[i], points[(i + 1) % len(points)]]) for i in range(len(points))]
        if min(sizes) >= DETAIL:
            break
        del points[sizes.index(min(sizes))]
    return points


def area(ring: list[Point]) -> float:
    """The square pixels inside the ring."""
    return abs(sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in pairwise([*ring, ring[0]]))) / 2


def written(ring: list[Point]) -> str:
    """The ring as JSON: x and y of its first point, and the steps from there."""
    points = [(round(PARTS * x), round(PARTS * y)) for x, y in ring]
    moves = [move for here, there in pairwise(points) for move in strides(here, there)]
    letters = "".join(LETTERS[LONGEST + 1 + part] for move in moves for part in move)
    return json.dumps([*points[0], letters], separators=(",", ":"))


def strides(here: tuple[int, int], there: tuple[int, int]) -> list[tuple[int, int]]:
    """The way from one point to the other, as few equal steps as a letter can tell."""
    x, y = there[0] - here[0], there[1] - here[1]
    if max(abs(x), abs(y)) <= LONGEST:
        return [(x, y)] if (x, y) != (0, 0) else []
    half = (here[0] + x // 2, here[1] + y // 2)
    return strides(here, half) + strides(half, there)


if __name__ == "__main__":
    main()
