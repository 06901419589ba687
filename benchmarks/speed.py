"""Words and articles a second, and peak memory, of the extractor; beside spaCy on the same text in the same run.

    python benchmarks/speed.py CORPUS [ARTICLES]

CORPUS is anything `read_articles` reads; of it the first ARTICLES (600 if left out) of 80 to 1,500 words are taken. Each
contender runs alone in a fresh process, on one core, and sees the text for the first time. Beside our extractor run spaCy's
blank tokenizer with sentencizer, and a pipeline with the size and components of en_core_web_sm (tok2vec, tagger, parser,
NER), untrained, which costs the same. Last come the times of `import kg` and `kg --help`.
"""

import argparse
import multiprocessing
import resource
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from extract import Article, Extractor, read_articles

_WORDS = range(80, 1501)
_REPEATS = 5


class Figures(NamedTuple):
    """What one contender did."""

    words: float
    articles: float
    megabytes: float


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("articles", type=int, nargs="?", default=600)
    args = parser.parse_args()

    articles = _sample(args.corpus, args.articles)
    if not articles:
        parser.error(f"{args.corpus}: holds no article of {_WORDS.start} to {_WORDS.stop - 1} words")
    print(f"{len(articles):,} articles, {sum(map(_count, articles)):,} words")
    print(f"{'':34}{'words/s':>10}{'articles/s':>12}{'peak MB':>9}{'ours':>9}")
    figures = {name: _in_fresh_process(name, articles) for name in CONTENDERS}
    for name, row in figures.items():
        ratio = figures["ours"].words / row.words
        print(f"{name:34}{row.words:10,.0f}{row.articles:12,.1f}{row.megabytes:9,.0f}{ratio:8.2f}x")
    print(
        f"import kg {_seconds('-c', 'import kg'):.2f} s, kg --help {_seconds('-m', 'kg', '--help'):.2f} s (best of {_REPEATS})"
    )


def _sample(corpus: Path, count: int) -> list[Article]:
    readable = read_articles(corpus, report=lambda notice: print(notice, file=sys.stderr))
    return list(islice((article for article in readable if _count(article) in _WORDS), count))


def _count(article: Article) -> int:
    return len(article.text.split())


def _in_fresh_process(name: str, articles: list[Article]) -> Figures:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_measure, (name, articles))


def _measure(name: str, articles: list[Article]) -> Figures:
    warnings.filterwarnings("ignore")
    run = CONTENDERS[name]()
    start = time.perf_counter()
    for _ in run(articles):
        pass
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Figures(sum(map(_count, articles)) / seconds, len(articles) / seconds, peak)


def _seconds(*arguments: str) -> float:
    """Wall time of a Python process, its start included."""
    times = []
    for _ in range(_REPEATS):
        start = time.perf_counter()
        subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - start)
    return min(times)


# ---- contenders ----------------------------------------------------------------------------------------------------

Run = Callable[[list[Article]], Iterable[Any]]


def _ours() -> Run:
    extractor = Extractor()
    return lambda articles: extractor.stream(articles)


def _blank() -> Run:
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return lambda articles: nlp.pipe(article.text for article in articles)


def _trained_size() -> Run:
    import spacy
    from spacy.training import Example

    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config=_TOK2VEC)
    nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": _LISTENER}})
    for name in ("parser", "ner"):
        nlp.add_pipe(name, config={"model": {**_TRANSITIONS, "state_type": name}})
    doc = nlp.make_doc("A met B")
    gold = {"tags": ["t"] * 3, "heads": [1, 1, 1], "deps": ["d", "ROOT", "d"], "entities": [(0, 1, "E")]}
    for name, count in _LABELS.items():
        for number in range(count):
            nlp.get_pipe(name).add_label(f"{name}{number}")  # type: ignore[attr-defined]
    nlp.initialize(lambda: [Example.from_dict(doc, gold)])
    return lambda articles: nlp.pipe(article.text for article in articles)


# Numbers of labels, widths and rows as in en_core_web_sm.
_LABELS = {"tagger": 50, "parser": 45, "ner": 18}
_TOK2VEC = {
    "model": {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": 96,
            "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"],
            "rows": [5000, 1000, 2500, 2500, 50, 50],
            "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": 96,
            "depth": 4,
            "window_size": 1,
            "maxout_pieces": 3,
        },
    }
}
_LISTENER = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"}
_TRANSITIONS = {
    "@architectures": "spacy.TransitionBasedParser.v2",
    "extra_state_tokens": False,
    "hidden_width": 64,
    "maxout_pieces": 2,
    "use_upper": True,
    "tok2vec": _LISTENER,
}
CONTENDERS: dict[str, Callable[[], Run]] = {
    "ours": _ours,
    "blank tokenizer and sentencizer": _blank,
    "pipeline of en_core_web_sm's size": _trained_size,
}


if __name__ == "__main__":
    main()
