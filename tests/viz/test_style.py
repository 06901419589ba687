import re

import viz
from viz.style import NODES, OTHER, look


def test_kinds_differ_in_color_and_in_shape():
    assert len({kind.color for kind in NODES.values()}) == len(NODES)
    assert len({kind.shape for kind in NODES.values()}) == len(NODES)


def test_colors_are_such_as_gephi_reads():
    assert all(re.fullmatch(r"#[0-9A-F]{6}", kind.color) for kind in (*NODES.values(), OTHER))


def test_unknown_kinds_have_a_look():
    assert look("meeting") is NODES["meeting"]
    assert look("ship") is OTHER


def test_package_offers_what_it_names():
    assert sorted(viz.__all__) == viz.__all__
    assert all(hasattr(viz, name) for name in viz.__all__)
