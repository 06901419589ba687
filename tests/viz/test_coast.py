import json
import subprocess
import sys
from itertools import accumulate
from math import dist, isfinite
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viz.globe import HEIGHT, WIDTH, coast, project

ROOT = Path(__file__).parents[2]
CITIES = {
    "Ha Noi": (105.85, 21.03),
    "Washington": (-77.04, 38.91),
    "Ulaanbaatar": (106.91, 47.92),
    "Canberra": (149.13, -35.28),
}
SEAS = {"South China Sea": (113.5, 11.5), "Atlantic": (-30, 40), "Caspian Sea": (51, 42), "Bering Sea": (-170, 60)}
anything = st.floats(allow_nan=False, allow_infinity=False)


def rings(coast):
    """The rings of land as lists of pixels."""
    zero = len(coast["letters"]) // 2
    for x, y, letters in coast["rings"]:
        steps = [coast["letters"].index(letter) - zero for letter in letters]
        east, south = accumulate(steps[::2], initial=x), accumulate(steps[1::2], initial=y)
        yield [(x / coast["parts"], y / coast["parts"]) for x, y in zip(east, south, strict=True)]


@given(anything, anything)
def test_every_place_is_inside_the_frame(longitude, latitude):
    x, y = project(longitude, latitude)
    assert isfinite(x)
    assert isfinite(y)
    assert -1 < x < WIDTH + 1
    assert -1 < y < HEIGHT + 1


def test_the_map_is_cut_in_the_bering_strait():
    assert project(-169, 65)[0] > WIDTH / 2 > project(-168, 65)[0]
    assert project(179.9, 0)[0] == pytest.approx(project(-180.1, 0)[0])


def test_the_coast_is_small_and_inside_the_frame():
    assert (ROOT / "viz/assets/coast.json").stat().st_size < 12_000
    assert all(0 <= x <= WIDTH and -1 <= y <= HEIGHT for ring in rings(coast()) for x, y in ring)


def test_the_land_is_drawn_where_countries_stand(browser):
    page = browser.new_page()
    program = """async ([text, coast, points]) => {
        const { landPath } = await import("data:text/javascript," + encodeURIComponent(text));
        const context = document.createElement("canvas").getContext("2d");
        return points.map(([x, y]) => context.isPointInPath(landPath(coast), x, y, "evenodd"));
    }"""
    points = [project(*place) for place in (CITIES | SEAS).values()]
    found = page.evaluate(program, [(ROOT / "viz/assets/coast.js").read_text("utf-8"), coast(), points])
    page.close()
    assert dict(zip(CITIES | SEAS, found, strict=True)) == dict.fromkeys(CITIES, True) | dict.fromkeys(SEAS, False)


def test_the_coast_can_be_made_again(tmp_path):
    """From a square island of two arcs, the second of which is walked backward, and a southern one that is left out."""
    island = [[0, 0], [0, 10], [10, 0]], [[0, 0], [10, 0], [0, 10]]
    topology = {
        "transform": {"scale": [1, 1], "translate": [100, 10]},
        "arcs": [*island, [[0, -80], [9, 0], [0, 9], [-9, -9]]],
        "objects": {"land": {"geometries": [{"arcs": [[[0, ~1]], [[2]]]}]}},
    }
    (tmp_path / "land.json").write_text(json.dumps(topology))
    run = subprocess.run(
        [sys.executable, ROOT / "tools/coast.py", tmp_path / "land.json"],
        check=True,
        capture_output=True,
        text=True,
    )
    (ring,) = rings(json.loads(run.stdout))
    corners = [project(*place) for place in ((100, 10), (100, 20), (110, 20), (110, 10))]
    assert [min(dist(corner, point) for point in ring) < 0.5 for corner in corners] == [True] * 4
