import gzip
import io
import json
import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from extract import Article, ArticleError, ArticleWarning, Notice, read_articles

GREETING = "Ministers met in Malmö."


def read(*paths: str | Path, **options: int) -> tuple[list[Article], list[Notice]]:
    notices: list[Notice] = []
    articles = list(read_articles(paths, report=notices.append, **options))
    return articles, notices


def lines(*rows: object) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


# ---- an article ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "text", "read_as"),
    [
        (None, "Talks began.", "Talks began."),
        ("Talks begin", "They met.", "Talks begin\n\nThey met."),
        # the title is in the text, in whatever case and spacing
        ("Talks begin", "TALKS\n BEGIN\n\nThey met.", "TALKS\n BEGIN\n\nThey met."),
        (" ", "They met.", "They met."),
        (None, "One\r\ntwo\rthree\n", "One\ntwo\nthree\n"),
        # what UTF-8 cannot hold
        (None, "a\ud800b", "a\ufffdb"),
    ],
)
def test_text_as_read(title: str | None, text: str, read_as: str) -> None:
    assert Article(id="a", title=title, text=text).text == read_as


@given(st.text(), st.text())
def test_an_article_read_again_is_the_same(title: str, text: str) -> None:
    article = Article(id="a", title=title, text=text)
    assert Article.model_validate(article.model_dump()) == article
    assert "\r" not in article.text


@pytest.mark.parametrize(
    ("published", "day"),
    [("2021-09-08", "2021-09-08"), ("2021-09-08T23:30:00Z", "2021-09-08"), ("2021-09-08 10:00", "2021-09-08"), ("", None)],
)
def test_publication_date(published: str, day: str | None) -> None:
    assert Article(id="a", text="t", published=published).published == day


@pytest.mark.parametrize("fields", [{"id": " "}, {"text": None}, {"published": "8 Sept 2021"}, {"url": 5}, {"id": True}])
def test_values_of_the_wrong_kind(fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Article.model_validate({"id": "a", "text": "t", **fields})


# ---- what is read --------------------------------------------------------------------------------------------------


def test_a_folder_is_read_at_any_depth_sorted(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "a/9.TXT", "c.d.txt", ".hidden/x.txt", "b/.y.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(GREETING, "utf-8")
    (tmp_path / "d.jsonl").write_bytes(lines({"id": "d1", "text": "x"}, {"id": 7, "text": "y", "publisher": "P", "other": []}))
    (tmp_path / "e.jsonl.gz").write_bytes(gzip.compress(lines({"id": "e1", "text": "z"})))
    articles, notices = read(tmp_path)
    assert [article.id for article in articles] == ["9", "1", "2", "c.d", "d1", "7", "e1"]
    assert notices == []


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        (b"Ministers met.", {"stdin": "Ministers met."}),
        (b"\n{", {"stdin": "\n{"}),
        (lines({"id": "a", "text": "x"}, {"id": "b", "text": "y"}), {"a": "x", "b": "y"}),
        (b"\xef\xbb\xbf" + lines({"id": "a", "text": "x"}), {"a": "x"}),
    ],
)
def test_standard_input(data: bytes, texts: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    articles, notices = read("-")
    assert {article.id: article.text for article in articles} == texts
    assert notices == []


@pytest.mark.parametrize(
    ("text", "encoding", "said"),
    [
        (GREETING, "utf-8", []),
        (GREETING, "utf-8-sig", []),
        ("“Malmö”, said the minister’s spokeswoman, is near København.", "cp1252", ["cp1252"]),
        (GREETING, "utf-16", ["utf-16"]),
        ("Министр обороны встретился с коллегой в Пекине и обсудил с ним сотрудничество.", "cp1251", ["cp1251"]),
    ],
)
def test_encodings(text: str, encoding: str, said: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    articles, notices = read(tmp_path / "a.txt")
    assert [article.text for article in articles] == [text]
    assert [(notice.kind, notice.what.split()[-1]) for notice in notices] == [("warned", word) for word in said]


def test_an_encoding_is_judged_where_it_shows(tmp_path: Path) -> None:
    text = "Ministers met. " * 20_000 + "They met in Malmö, “again”."
    (tmp_path / "a.txt").write_bytes(text.encode("cp1252"))
    articles, _ = read(tmp_path / "a.txt")
    assert articles[0].text == text


def test_damaged_utf8_stays_utf8(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(GREETING.encode() * 3 + b"\xff")
    articles, notices = read(tmp_path / "a.txt")
    assert articles[0].text == GREETING * 3 + "\ufffd"
    assert [notice.kind for notice in notices] == ["warned"]


def test_a_file_met_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text(GREETING, "utf-8")
    (tmp_path / "in/back").symlink_to(tmp_path / "in", target_is_directory=True)
    (tmp_path / "b.txt").symlink_to(tmp_path / "in/a.txt")
    articles, notices = read(tmp_path / "in/a.txt", tmp_path, tmp_path / "in", tmp_path)
    assert ([article.id for article in articles], notices) == (["a"], [])


def test_a_single_path_will_do(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GREETING, "utf-8")
    assert [article.id for article in read_articles(str(tmp_path / "a.txt"))] == ["a"]


def test_articles_come_one_at_a_time(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(lines({"id": "1", "text": "x"}) + b"{broken\n")
    articles = read_articles([tmp_path / "a.jsonl"])
    assert next(articles).id == "1"
    with pytest.raises(ArticleError, match=r"a\.jsonl:2: is broken JSON"):
        next(articles)


def test_a_line_of_five_megabytes(tmp_path: Path) -> None:
    text = "General " * 640_000
    (tmp_path / "a.jsonl").write_bytes(lines({"id": "a", "text": text}))
    articles, notices = read(tmp_path)
    assert ([article.text for article in articles], notices) == ([text], [])


# ---- what is not ---------------------------------------------------------------------------------------------------

Make = Callable[[Path], object]


def write(name: str, data: bytes) -> Make:
    return lambda folder: (folder / name).write_bytes(data)


FAILURES: dict[str, tuple[Make, str, str]] = {
    # name: how it is made, path given, what is said
    "no path": (lambda folder: None, "nowhere", "nowhere: does not exist; check the path"),
    "no link target": (lambda folder: (folder / "a.txt").symlink_to("gone"), "a.txt", "a.txt: cannot be read (No such file"),
    "link to itself": (lambda folder: (folder / "a.txt").symlink_to("a.txt"), "a.txt", "a.txt: cannot be read ("),
    "pipe": (lambda folder: os.mkfifo(folder / "a.txt"), "a.txt", "a.txt: is no regular file; save it"),
    "empty folder": (lambda folder: (folder / "in").mkdir(), "in", "in: holds no article; give a folder with .txt"),
    "other suffix": (write("a.pdf", b"x"), "a.pdf", "a.pdf: is of a kind that cannot be read; give .txt"),
    "empty": (write("a.txt", b""), "a.txt", "a.txt: is empty; put"),
    "blank": (write("a.txt", b" \n\t\n"), "a.txt", "a.txt: is empty; put"),
    "no lines": (write("a.jsonl", b"\n \n"), "a.jsonl", "a.jsonl: is empty; put"),
    "binary": (write("a.txt", random.Random(1).randbytes(5000)), "a.txt", "a.txt: is binary, not text; give"),
    "binary in ASCII": (write("a.txt", b"a\0b" * 50), "a.txt", "a.txt: is binary, not text; give"),
    "binary line": (write("a.jsonl", b"\x7fELF\0\0\n"), "a.jsonl", "a.jsonl:1: is binary, not text; give"),
    "broken line": (write("a.jsonl", b'\n{"id": '), "a.jsonl", "a.jsonl:2: is broken JSON ("),
    "deep line": (write("a.jsonl", b"[" * 99_999), "a.jsonl", "a.jsonl:1: is broken JSON ("),
    "no object": (write("a.jsonl", b"[1]"), "a.jsonl", "a.jsonl:1: is no JSON object; write"),
    "no id": (write("a.jsonl", b'{"text": "x"}'), "a.jsonl", "a.jsonl:1: key 'id' is missing; give"),
    "no text": (write("a.jsonl", b'{"id": "x"}'), "a.jsonl", "a.jsonl:1: key 'text' is missing; give"),
    "ill-typed": (write("a.jsonl", b'{"id": "x", "text": ["y"]}'), "a.jsonl", "a.jsonl:1: key 'text' cannot be taken ("),
    "no date": (
        write("a.jsonl", b'{"id": "x", "text": "y", "published": "May"}'),
        "a.jsonl",
        "a.jsonl:1: key 'published'",
    ),
    "empty text": (write("a.jsonl", b'{"id": "x", "text": " "}'), "a.jsonl", "a.jsonl:1: is empty; put"),
    "cut gzip": (write("a.jsonl.gz", gzip.compress(b'{"id": "x"}')[:-9]), "a.jsonl.gz", "a.jsonl.gz: is a broken gzip file ("),
    "no gzip": (write("a.jsonl.gz", b'{"id": "x"}'), "a.jsonl.gz", "a.jsonl.gz: is a broken gzip file ("),
}


@pytest.mark.parametrize("name", FAILURES)
def test_failures(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make, path, said = FAILURES[name]
    monkeypatch.chdir(tmp_path)
    make(tmp_path)
    Path("good.txt").write_text(GREETING, "utf-8")
    articles, notices = read(path, "good.txt")
    assert [article.id for article in articles] == ["good"]
    assert [notice.kind for notice in notices] == ["failed"]
    assert str(notices[0]).startswith(said)
    with pytest.raises(ArticleError, match="^" + path):
        list(read_articles([path]))


def test_unreadable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(GREETING, "utf-8")

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    _, notices = read(tmp_path / "a.txt")
    assert str(notices[0]) == f"{tmp_path}/a.txt: cannot be read (Permission denied); check that it is there and yours to read"


def test_two_articles_of_one_id(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(folder, "utf-8")
    articles, notices = read(tmp_path)
    assert [article.text for article in articles] == ["one"]
    assert str(notices[0]).startswith(f"{tmp_path}/two/a.txt: has the article id 'a' of {tmp_path}/one/a.txt; ")


def test_files_of_other_kinds_are_counted(tmp_path: Path) -> None:
    for name in ("a.txt", "b.html", "c.html", "LICENSE"):
        (tmp_path / name).write_text("x", "utf-8")
    articles, notices = read(tmp_path)
    assert len(articles) == 1
    assert notices == [Notice("skipped", str(tmp_path), "files of other kinds left alone (2 .html, 1 no suffix)", count=3)]


def test_the_size_limit(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * 101)
    (tmp_path / "b.txt").write_bytes(b"x" * 100)
    long, short = {"id": "c1", "text": "x" * 500}, {"id": "c2", "text": "x"}
    (tmp_path / "c.jsonl").write_bytes(lines(long, short))
    (tmp_path / "d.jsonl.gz").write_bytes(gzip.compress(lines({**long, "id": "d1"}, {**short, "id": "d2"})))
    articles, notices = read(tmp_path, max_bytes=100)
    assert [article.id for article in articles] == ["b", "c2", "d2"]
    assert [notice.where for notice in notices] == [f"{tmp_path}/{name}" for name in ("a.txt", "c.jsonl:1", "d.jsonl.gz:1")]
    assert "is over 100 bytes; split it, or raise the limit" in str(notices[0])


def test_standard_input_over_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    for data in (b"x" * 101, b"x\n" * 51):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
        articles, notices = read("-", max_bytes=100)
        assert articles == []
        assert str(notices[0]).startswith("standard input: the text is over 100 bytes; ")


def test_a_guess_is_a_warning_where_nobody_listens(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(GREETING.encode("cp1252"))
    with pytest.warns(ArticleWarning, match=r"a\.txt: is not UTF-8, read as cp1252; "):
        assert len(list(read_articles([tmp_path]))) == 1


@given(data=st.binary(max_size=300))
def test_any_bytes_are_an_article_or_one_failure(data: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.getbasetemp() / "any.txt"
    path.write_bytes(data)
    articles, notices = read(path)
    assert len(articles) + sum(notice.kind == "failed" for notice in notices) == 1
    for article in articles:
        article.text.encode("utf-8")
