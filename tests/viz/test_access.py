"""axe-core, which knows the rules of accessible pages, finds no serious fault in any view of the page."""

import pytest

SERIOUS = """async () => (await axe.run(document, { resultTypes: ["violations"] })).violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => [id, ...nodes.map((node) => node.html.slice(0, 200))])"""


@pytest.fixture
def faults(npm_package):
    """`faults(page)` are the serious ones."""
    axe = (npm_package("axe-core") / "axe.min.js").read_text("utf-8")

    def faults(page):
        page.evaluate(f"{axe}; 0")
        return page.evaluate(SERIOUS)

    return faults


ADDRESSES = (
    "", "#country=KOR", "#dyad=KOR-VNM", "#official=KOR/kim-seon-ho", "#meeting=2024-04-23/KOR-VNM/1", "#view=table",
    "#dyad=KOR-VNM&since=2030", "#layout=ties&country=VNM",
)  # fmt: skip


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (390, "light")])
def test_no_view_keeps_readers_out(show, articles, faults, width, scheme):
    page = show(articles, width=width, scheme=scheme)
    for name in ("Filters", "Take away"):
        page.get_by_role("button", name=name).click()
    for address in ADDRESSES:
        page.evaluate("address => (location.hash = address)", address)
        page.wait_for_timeout(50)
        assert (address, faults(page)) == (address, [])
