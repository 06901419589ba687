"""The articles and sentences of a page, each once, and the numbers by which facts name them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

_ARTICLE = ("article", "title", "publisher", "url", "published", "copy_of")


@dataclass
class Library:
    """Every article and every sentence in the order in which they were asked for."""

    articles: dict[tuple[str | None, ...], int] = field(default_factory=dict)
    sentences: dict[tuple[int, str], int] = field(default_factory=dict)

    def shelve(self, sources: Iterable[Any]) -> list[int | list[int]]:
        """For each source its sentence's number, or `[number, start, end]` where it is known which words of it tell the fact.

        Start and end count UTF-16 units from the start of the sentence, as JavaScript does.
        """
        found = dict.fromkeys((self._sentence(source), *(_trigger(source) or ())) for source in sources)
        return [number if not trigger else [number, *trigger] for number, *trigger in found]

    def _sentence(self, source: Any) -> int:
        article = tuple(_text(of(source, name)) for name in _ARTICLE)
        number = self.articles.setdefault(article, len(self.articles))
        return self.sentences.setdefault((number, sentence_of(source)), len(self.sentences))


def size(source: Any) -> int:
    """About how many bytes an article and a sentence take that are not on the shelf yet."""
    return 60 + len(sentence_of(source)) + sum(len(_text(of(source, name)) or "") for name in _ARTICLE)


def sentence_of(source: Any) -> str:
    """The sentence, or "" where the article as a whole is the source."""
    return _text(of(source, "sentence")) or ""


def of(source: Any, name: str) -> Any:
    """A field of a source, which is an object or a mapping; None where it has none."""
    return source.get(name) if isinstance(source, Mapping) else getattr(source, name, None)


def _trigger(source: Any) -> tuple[int, int] | None:
    trigger, start, sentence = of(source, "trigger"), of(source, "start_char"), sentence_of(source)
    if not isinstance(start, int) or not isinstance(trigger, tuple | list) or len(trigger) != 2:
        return None
    first, last = (at - start if isinstance(at, int) else -1 for at in trigger)
    return (_units(sentence[:first]), _units(sentence[:last])) if 0 <= first < last <= len(sentence) else None


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _text(value: Any) -> str | None:
    return None if value is None else str(value)
