from itertools import combinations, pairwise
from math import cos, dist, sin
from pathlib import Path

import pytest

ORBIT = Path(__file__).parents[2] / "viz/assets/orbit.js"
KOREA, VIETNAM, JAPAN = ({"x": x, "y": y, "radius": 12} for x, y in ((1260, 214), (1212, 296), (1312, 218)))
CROWD = [{"x": 1260 + (30 + 12 * i) * cos(i), "y": 214 + (30 + 12 * i) * sin(i), "radius": 6 + i % 5} for i in range(40)]
MANY = [7, 6, 9] * 50


@pytest.fixture
def orbit(browser):
    """The functions of the module, called by name in the browser."""
    page = browser.new_page()
    program = "async ([text, name, args]) => (await import('data:text/javascript,' + encodeURIComponent(text)))[name](...args)"
    yield lambda name, *args: page.evaluate(program, [ORBIT.read_text("utf-8"), name, args])
    page.close()


def at(point):
    return point["x"], point["y"]


def discs(points, radii):
    return [{**point, "radius": radius} for point, radius in zip(points, radii, strict=True)]


def overlaps(symbols):
    return [(a, b) for a, b in combinations(symbols, 2) if dist(at(a), at(b)) < a["radius"] + b["radius"]]


@pytest.mark.parametrize("radii", [[], [7], [7] * 5, MANY])
@pytest.mark.parametrize("others", [[], CROWD])
def test_satellites_of_a_country_are_around_it_on_nothing_else(orbit, radii, others):
    points = orbit("aroundPlace", KOREA, radii, others)
    placed = discs(points, radii)
    assert points == orbit("aroundPlace", KOREA, radii, others)
    assert not [pair for pair in overlaps([KOREA, *others, *placed]) if pair[0] in placed or pair[1] in placed]
    assert all(dist(at(point), at(KOREA)) < 350 for point in points)
    assert [dist(at(a), at(KOREA)) <= dist(at(b), at(KOREA)) + 0.01 for a, b in pairwise(points)].count(False) == 0


def test_one_satellite_stands_above_so_that_it_leaves_the_name_free(orbit):
    (point,) = orbit("aroundPlace", KOREA, [7], [])
    assert point["y"] < KOREA["y"] - 19
    assert abs(point["x"] - KOREA["x"]) < 10


@pytest.mark.parametrize(
    ("first", "second"), [(KOREA, VIETNAM), (VIETNAM, KOREA), (KOREA, JAPAN), (KOREA, {**KOREA, "y": 300})]
)
@pytest.mark.parametrize("count", [0, 1, 11, 60])
def test_meetings_stand_between_the_two_and_officials_behind_their_own(orbit, first, second, count):
    radii = {"meetings": [8] * count, "first": [7] * (count // 2), "second": [6] * count}
    others = [other for other in CROWD if not overlaps([other, first]) and not overlaps([other, second])]
    points = orbit("betweenPlaces", first, second, radii, others)
    assert points == orbit("betweenPlaces", first, second, radii, others)
    placed = [disc for name in radii for disc in discs(points[name], radii[name])]
    assert len(placed) == sum(map(len, radii.values()))
    assert not [pair for pair in overlaps([first, second, *others, *placed]) if pair[0] in placed or pair[1] in placed]
    for own, other, officials in ((first, second, points["first"]), (second, first, points["second"])):
        assert [dist(at(point), at(own)) < dist(at(point), at(other)) for point in officials].count(False) == 0


def test_meetings_are_in_the_order_of_their_dates_on_their_line(orbit):
    far = {"x": 400, "y": 214, "radius": 12}
    for first, second in ((KOREA, far), (far, KOREA)):
        meetings = orbit("betweenPlaces", first, second, {"meetings": [8] * 20, "first": [], "second": []}, [])["meetings"]
        assert [round(point["y"]) for point in meetings] == [214] * 20
        assert all(a["x"] < b["x"] for a, b in pairwise(meetings))
        assert far["x"] < meetings[0]["x"] < meetings[-1]["x"] < KOREA["x"]


def test_meetings_of_two_far_apart_have_room_but_do_not_lose_each_other(orbit):
    far = {"x": 400, "y": 214, "radius": 12}
    meetings = orbit("betweenPlaces", KOREA, far, {"meetings": [8] * 3, "first": [], "second": []}, [])["meetings"]
    assert all(60 < b["x"] - a["x"] < 130 for a, b in pairwise(meetings))
    assert abs(meetings[1]["x"] - 830) < 15


def test_meetings_keep_to_their_line_where_others_lie_on_a_part_of_it(orbit):
    far = {"x": 400, "y": 214, "radius": 12}
    others = [{"x": x, "y": 214, "radius": 20} for x in range(700, 900, 30)]
    meetings = orbit("betweenPlaces", KOREA, far, {"meetings": [8] * 9, "first": [], "second": []}, others)["meetings"]
    assert [round(point["y"]) for point in meetings] == [214] * 9


def test_on_the_page_time_runs_from_left_to_right_and_officials_stand_behind_their_country(show, articles):
    page = show(articles, address="#dyad=KOR-VNM")
    drawn = "modules.data.nodes.map(({ id, key }) => [key, modules.map.spotOf(id)]).filter(([, spot]) => spot)"
    spots = page.evaluate(f"Object.fromEntries({drawn})")
    first, last = at(spots["meeting:2021-09-08/ASEAN-KOR/1"]), at(spots["meeting:2024-04-23/KOR-VNM/1"])
    assert first[0] < last[0]
    korea, vietnam = at(spots["country:KOR"]), at(spots["country:VNM"])
    assert dist(at(spots["official:KOR/kim-seon-ho"]), korea) < dist(at(spots["official:KOR/kim-seon-ho"]), vietnam)
