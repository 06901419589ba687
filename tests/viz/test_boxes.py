from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from viz.boxes import Box, place

sizes = st.tuples(st.floats(20, 150), st.floats(20, 150))
places = st.one_of(st.just(()), st.tuples(st.floats(-180, 180), st.floats(-90, 90)))


def overlaps(boxes, points):
    return [
        (i, j)
        for (i, a), (j, b) in combinations(enumerate(boxes), 2)
        if abs(points[i][0] - points[j][0]) < (a.width + b.width) / 2 - 1
        and abs(points[i][1] - points[j][1]) < (a.height + b.height) / 2 - 1
    ]


def test_countries_keep_their_directions():
    korea, japan, vietnam, usa = Box(90, 40, 127, 37), Box(60, 40, 138, 36), Box(80, 40, 106, 16), Box(110, 40, -97, 38)
    (korea_x, korea_y), (japan_x, _), (vietnam_x, vietnam_y), (usa_x, _) = place([korea, japan, vietnam, usa], [])
    assert usa_x < vietnam_x < korea_x < japan_x
    assert vietnam_y > korea_y  # y grows downward


def test_what_belongs_to_a_country_stands_nearest_to_it():
    boxes = [Box(90, 40, 127, 37), Box(80, 40, 10, 50), Box(100, 50, owner=0), Box(100, 50, owner=1)]
    points = place(boxes, [(0, 1), (2, 0), (3, 1)])

    def distance(i, j):
        return abs(points[i][0] - points[j][0]) + abs(points[i][1] - points[j][1])

    assert distance(2, 0) < distance(2, 1)
    assert distance(3, 1) < distance(3, 0)


def test_a_crowd_in_one_place_is_spread():
    boxes = [Box(90, 40, 127, 37)] + [Box(100 + i % 50, 50 + i % 20, owner=0) for i in range(300)]
    assert overlaps(boxes, place(boxes, [(0, i) for i in range(1, 301)])) == []


def test_nothing_to_place():
    assert place([], []) == []


@given(st.data())
def test_any_graph_is_placed_without_overlap_and_always_alike(data):
    count = data.draw(st.integers(1, 12))
    boxes = [Box(*data.draw(sizes), *data.draw(places)) for _ in range(count)]
    index = st.integers(0, count - 1)
    ties = data.draw(st.lists(st.tuples(index, index), max_size=20))
    points = place(boxes, ties)
    assert points == place(boxes, ties)
    assert overlaps(boxes, points) == []
