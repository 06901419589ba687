"""What is taken away from the page: a picture, a table, a link, paper."""

import csv
import io
import struct
import zlib

import pytest


def take(page, what):
    """The bytes and the name of the file that a click gives."""
    if page.locator("#take").is_hidden():
        page.get_by_role("button", name="Take away").click()
    with page.expect_download() as download:
        page.get_by_role("button", name=what).click()
    return download.value.path().read_bytes(), download.value.suggested_filename


def rows(page):
    text = take(page, "Facts (CSV)")[0].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def go(page, fragment):
    page.evaluate("fragment => (location.hash = fragment)", fragment)
    page.wait_for_timeout(50)


def pixels(png):
    """Width, height and the bytes of each row of an 8-bit PNG, its filters undone."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    parts, at = {}, 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        kind, body = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        parts[kind] = parts.get(kind, b"") + body
        at += length + 12
    width, height, depth, color = struct.unpack(">IIBB", parts[b"IHDR"][:10])
    assert (depth, color) in ((8, 2), (8, 6))
    return width, height, _unfiltered(zlib.decompress(parts[b"IDAT"]), width * {2: 3, 6: 4}[color], {2: 3, 6: 4}[color])


def _unfiltered(data, length, step):
    before, found = bytearray(length), []
    for start in range(0, len(data), length + 1):
        form, row = data[start], bytearray(data[start + 1 : start + 1 + length])
        for i in range(length):
            left, up, corner = (row[i - step] if i >= step else 0), before[i], (before[i - step] if i >= step else 0)
            row[i] = (row[i] + _predicted(form, left, up, corner)) & 255
        found.append(before := row)
    return found


def _predicted(form, left, up, corner):
    if form < 4:
        return (0, left, up, (left + up) // 2)[form]
    near = left + up - corner
    return min((left, up, corner), key=lambda value: abs(near - value))


def test_the_picture_is_the_map_under_its_title_and_above_its_legend(show, articles):
    page = show(articles)
    go(page, "dyad=KOR-VNM&since=2022")
    png, name = take(page, "Picture (PNG)")
    width, height, lines = pixels(png)
    frame = page.locator("#graph").bounding_box()
    assert name == "south-korea-viet-nam.png"
    assert width == round(frame["width"])
    assert 60 < height - frame["height"] < 160
    head, foot = lines[10:55], lines[-25:]
    paper = bytes(lines[0][:3])
    for part in (head, foot):
        assert sum(bytes(line[i : i + 3]) != paper for line in part for i in range(0, width * 3, 3)) > 200


def test_the_picture_of_a_phone_holds_the_whole_legend(show, articles):
    page = show(articles, width=390)
    width, height, _ = pixels(take(page, "Picture (PNG)")[0])
    assert width == 390
    assert height > page.locator("#graph").bounding_box()["height"] + 60 + 2 * 22


def test_the_table_has_the_facts_of_the_view(show, articles):
    page = show(articles)
    everything = rows(page)
    assert len(everything) == 7
    assert [row["date"] for row in everything] == sorted((row["date"] for row in everything), reverse=True)
    go(page, "dyad=KOR-VNM&since=2022&undated=no")
    found = {row["kind"]: row for row in rows(page)}
    assert found.keys() == {"meeting", "signed", "upgraded_ties"}
    meeting = found["meeting"]
    assert meeting["fact"] == "11th Viet Nam-South Korea defense policy dialogue"
    assert meeting["officials"] == "Kim Seon Ho; Hoang Xuan Chien"
    assert meeting["sentences"].startswith("Deputy Minister of Defense Hoang Xuan Chien and his Korean counterpart")
    assert (meeting["titles"], meeting["published"]) == ("Eleventh defense policy dialogue held", "2024-04-24")
    assert (meeting["place"], meeting["country"], meeting["articles"]) == ("Ha Noi", "Viet Nam", "dialogue")


def test_the_table_tells_addresses_and_copies(show, articles):
    articles.nodes["country:KOR"]["sources"] = ()
    for *_, edge in articles.edges(data=True):
        edge["sources"] = tuple(source._replace(copy_of="wire") for source in edge["sources"])
    page = show(articles)
    (agreed,) = [row for row in rows(page) if row["kind"] == "agreed"]
    assert (agreed["urls"], agreed["copies"]) == ("https://news.example/talks", "talks of wire")


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\n=1", "＝1", "－1"])
def test_no_spreadsheet_runs_a_cell(formula, show, articles):
    articles.nodes["meeting:2024-04-23/KOR-VNM/1"].update(label=formula, place=f"{formula}0")
    page = show(articles)
    (row,) = [row for row in rows(page) if row["date"] == "2024-04-23" and row["kind"] == "meeting"]
    assert (row["fact"], row["place"]) == (f"'{formula}", f"'{formula}0")


def test_cells_hold_any_text(show, articles):
    text = 'a "b", c;\r\nd\u2028e'
    articles.nodes["meeting:2024-04-23/KOR-VNM/1"]["place"] = text
    assert text in [row["place"] for row in rows(show(articles))]


def test_the_link_leads_to_the_view(show, articles):
    page = show(articles)
    go(page, "dyad=KOR-VNM&since=2022")
    page.get_by_role("button", name="Take away").click()
    link = page.get_by_label("Link to this view").input_value()
    assert link == f"{page.url.split('#')[0]}#dyad=KOR-VNM&since=2022"
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy", exact=True).click()
    page.locator("#take [role=status]:not(:empty)").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == link
    page.get_by_role("button", name="Overview").click()
    assert page.get_by_label("Link to this view").input_value() == f"{page.url.split('#')[0]}#since=2022"


def test_a_link_that_may_not_be_copied_is_selected(show, articles):
    page = show(articles)
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.get_by_role("button", name="Take away").click()
    page.get_by_role("button", name="Copy", exact=True).click()
    assert "keyboard" in page.locator("#take [role=status]").inner_text()
    assert page.evaluate("getSelection().toString()") == page.get_by_label("Link to this view").input_value()


def test_paper_is_light_and_has_all_that_is_told(show, articles):
    page = show(articles, scheme="dark")
    go(page, "dyad=KOR-VNM")
    page.evaluate(
        """() => addEventListener("beforeprint", () =>
            (window.printed = getComputedStyle(document.documentElement).getPropertyValue("--paper")))"""
    )
    paper = page.pdf()
    assert paper.startswith(b"%PDF")
    assert page.evaluate("window.printed.trim()") == "#fff"
    assert page.evaluate("document.documentElement.className") == ""
    page.emulate_media(media="print")
    assert page.locator("#search").is_hidden()
    assert page.locator("blockquote").count() > 3
    panel = page.locator("#panel")
    assert panel.evaluate("element => element.scrollHeight <= element.clientHeight + 1")
    address = page.locator("figcaption a").first.evaluate("element => getComputedStyle(element, '::after').content")
    assert address == '" <https://news.example/talks>"' or "https://news.example/talks" in address
