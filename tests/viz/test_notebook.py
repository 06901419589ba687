"""The page in the frame of a notebook, which it may reach nothing of."""

import pytest

import viz

NOTEBOOK = "<!doctype html><meta charset='utf-8'><title>Notebook</title><body><p>In [1]: graph</p>{frame}</body>"


@pytest.fixture
def notebook(browser, tmp_path):
    """`notebook(graph)` is the page within its frame; at the end nothing may have been logged or asked of the network."""
    complaints = []
    context = browser.new_context(viewport={"width": 1280, "height": 900}, offline=True)

    def notebook(graph):
        path = tmp_path / "notebook.html"
        path.write_text(NOTEBOOK.format(frame=viz.frame(viz.render(graph))), encoding="utf-8")
        outer = context.new_page()
        outer.on("console", lambda message: complaints.append(f"console: {message.text}"))
        outer.on("pageerror", lambda error: complaints.append(f"error: {error}"))
        outer.on("request", lambda request: request.url == path.as_uri() or complaints.append(f"request: {request.url}"))
        outer.goto(path.as_uri())
        handle = outer.wait_for_selector("iframe")
        frame = handle.content_frame()
        frame.wait_for_selector("#panel h2")
        return frame

    yield notebook
    context.close()
    assert complaints == []


def test_the_page_works_in_the_frame(notebook, articles):
    frame = notebook(articles)
    assert frame.evaluate("self.origin") == "null"
    frame.locator("#panel button").first.click()
    assert frame.locator("blockquote").count() > 0
    assert frame.locator("#graph canvas").bounding_box()["height"] > 300


def test_hostile_text_does_not_leave_the_frame(notebook, articles):
    articles.nodes["country:KOR"]["label"] = (
        '"></iframe><img src=x onerror="parent.hacked = 1"></script><script>top.hacked=1</script>'
    )
    frame = notebook(articles)
    assert frame.parent_frame.evaluate("window.hacked") is None
    assert frame.parent_frame.locator("img").count() == 0
