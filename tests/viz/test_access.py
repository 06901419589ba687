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


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_overview_and_details(show, articles, faults, width, scheme):
    page = show(articles, width=width, scheme=scheme)
    assert faults(page) == []
    page.locator("#panel button").first.click()
    assert faults(page) == []
