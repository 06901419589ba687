from itertools import combinations
from math import dist, isfinite
from statistics import fmean

from hypothesis import given, settings
from hypothesis import strategies as st

from viz.globe import HEIGHT, WIDTH, project
from viz.layout import Place, Tie, by_ties, geographic

HANOI, SEOUL = (105.85, 21.03), (126.98, 37.57)
VIETNAM = Place("VNM", 12, *HANOI)

degrees = st.one_of(st.just(()), st.tuples(st.floats(-180, 180), st.floats(-90, 90)), st.just(SEOUL))


@st.composite
def worlds(draw):
    """Places, many of them on one spot, and ties between them."""
    count = draw(st.integers(1, 30))
    places = [Place(f"{i:03}", draw(st.floats(1, 30)), *draw(degrees)) for i in range(count)]
    index = st.integers(0, count - 1)
    return places, draw(st.lists(st.builds(Tie, index, index, st.floats(0.1, 1000)), max_size=60))


def world(count=220):
    """As many places as there are states, half of them crowded as in Europe, and 1,300 ties, of which a few have most."""
    crowded = [Place(f"C{i:03}", 5 + i % 9, -8 + i * 7 % 40, 36 + i * 5 % 27) for i in range(count // 2)]
    rest = [Place(f"R{i:03}", 5 + i % 9, -180 + i * 47 % 360, -40 + i * 29 % 100) for i in range(count - len(crowded))]
    pairs = sorted({(i * i % count * 7 % count, i * 31 % count) for i in range(1, 4 * count)})
    return crowded + rest, [Tie(i, j, 1 + (i + j) % 20) for i, j in pairs if i != j][:1300]


def overlaps(places, points):
    together = combinations(zip(places, points, strict=True), 2)
    return [(a.code, b.code) for (a, p), (b, q) in together if dist(p, q) < a.radius + b.radius + 1]


@settings(deadline=None, max_examples=50)
@given(worlds())
def test_any_places_are_apart_finite_and_always_alike(drawn):
    places, ties = drawn
    start = geographic(places)
    for points, again in ((start, geographic(places)), (by_ties(places, ties, start), by_ties(places, ties, start))):
        assert points == again
        assert all(isfinite(part) for point in points for part in point)
        assert overlaps(places, points) == []


@settings(deadline=None, max_examples=50)
@given(worlds(), st.randoms())
def test_the_order_of_places_does_not_matter(drawn, random):
    places, ties = drawn
    order = list(range(len(places)))
    random.shuffle(order)
    there = {i: rank for rank, i in enumerate(order)}
    start = geographic(places)
    assert geographic([places[i] for i in order]) == [start[i] for i in order]
    turned = [Tie(there[tie.first], there[tie.second], tie.weight) for tie in ties]
    points = by_ties(places, ties, start)
    if all(point[1] < HEIGHT for point in points):  # nothing is in the rows below, which are in the order of the places
        assert by_ties([places[i] for i in order], turned, [start[i] for i in order]) == [points[i] for i in order]


def test_nothing_to_place():
    assert geographic([]) == []
    assert by_ties([], [], []) == []


def test_a_country_stands_where_it_lies_however_many_others_there_are():
    alone = geographic([VIETNAM])[0]
    assert dist(alone, project(*HANOI)) < 1
    assert dist(alone, geographic([*world()[0], VIETNAM])[-1]) < 25


def test_neighbors_give_way_no_farther_than_they_must():
    near = [Place("KOR", 12, *SEOUL), Place("PRK", 12, 125.75, 39.03)]
    moved = [dist(point, project(*home)) for point, home in zip(geographic(near), (SEOUL, (125.75, 39.03)), strict=True)]
    apart = dist(project(*SEOUL), project(125.75, 39.03))
    assert sum(moved) < 27 + 1 - apart


def test_organizations_lie_at_sea_and_yield_to_countries():
    points = geographic([Place("ASEAN", 12), VIETNAM, Place("PHL", 12, 120.98, 14.6)])
    assert points[1:] == geographic([VIETNAM, Place("PHL", 12, 120.98, 14.6)])
    assert points[1][0] < points[0][0] < points[2][0]
    asean, in_its_way = geographic([Place("ASEAN", 12), Place("ZZZ", 12, 113.5, 11.5)])
    assert dist(in_its_way, project(113.5, 11.5)) < 0.2 < dist(asean, in_its_way)


def test_what_lies_nowhere_stands_below_the_map():
    points = geographic([Place("ZZZ", 9), Place("YYY", 9), VIETNAM])
    assert points[0][1] > HEIGHT
    assert points[1][1] > HEIGHT
    assert points[1][0] < points[0][0]


def test_what_is_tied_to_nothing_stands_in_rows_below_in_the_order_given():
    places, _ = world(40)
    points = by_ties(places, [Tie(0, 1, 1)], geographic(places))
    rows = points[2:]
    assert min(y for _, y in rows) > HEIGHT > max(y for _, y in points[:2])
    assert rows == sorted(rows, key=lambda point: (point[1], point[0]))


def test_those_with_strong_ties_stand_near_each_other():
    places, _ = world(40)
    groups = [places[:20:2] + places[20::2], places[1:20:2] + places[21::2]]
    index = {place.code: i for i, place in enumerate(places)}
    within = [Tie(index[a.code], index[b.code], 10) for group in groups for a, b in combinations(group, 2)]
    across = Tie(index[groups[0][0].code], index[groups[1][0].code], 1)
    points = by_ties(places, [*within, across], geographic(places))
    tied = {frozenset((tie.first, tie.second)) for tie in within}
    pairs = list(combinations(range(len(places)), 2))
    near = fmean(dist(points[i], points[j]) for i, j in pairs if frozenset((i, j)) in tied)
    far = fmean(dist(points[i], points[j]) for i, j in pairs if frozenset((i, j)) not in tied)
    assert near < 0.7 * far


def test_the_layout_by_ties_fills_the_frame_of_the_map():
    places, ties = world()
    for count in (3, 220):
        some = [tie for tie in ties if tie.first < count and tie.second < count] or [Tie(0, 1, 2), Tie(1, 2, 1)]
        points = by_ties(places[:count], some, geographic(places[:count]))
        tied = {end for tie in some for end in (tie.first, tie.second)}
        east, south = zip(*(points[i] for i in tied), strict=True)
        assert max(east) - min(east) > 0.8 * WIDTH
        assert max(south) - min(south) > 0.8 * HEIGHT
        assert -20 < min(east) < max(east) < WIDTH + 20
        assert -20 < min(south) < max(south) < HEIGHT + 20


def test_a_world_is_placed_apart():
    places, ties = world()
    start = geographic(places)
    assert overlaps(places, start) == overlaps(places, by_ties(places, ties, start)) == []
