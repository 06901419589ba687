"""The modules of viz/assets as the one inline script of the page, each after those it imports from."""

import re
from collections.abc import Iterator
from importlib.resources import files

_IMPORT = re.compile(r'^import (\{[^}]*\}) from "\./([a-z]+)\.js";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class) ([\w$]+|\{[^}]*\}))", re.MULTILINE)


def script(entry: str = "main") -> str:
    """The script: each module a function of its own that is run once, its exports kept under its name in `modules`."""
    return '"use strict";\nconst modules = {};\n' + "".join(_as_function(*module) for module in _in_order(entry, set()))


def _in_order(name: str, seen: set[str]) -> Iterator[tuple[str, str]]:
    """Names and texts: a module after those it imports from, each once."""
    if name in seen:
        return
    seen.add(name)
    text = files("viz").joinpath(f"assets/{name}.js").read_text(encoding="utf-8")
    for _, needed in _IMPORT.findall(text):
        yield from _in_order(needed, seen)
    yield name, text


def _as_function(name: str, text: str) -> str:
    exported = ", ".join(names.strip("{} ") for names in _EXPORT.findall(text))
    bare = _EXPORT.sub("", _IMPORT.sub(r"const \1 = modules.\2;", text))
    return f"modules.{name} = (() => {{\n{bare}return {{ {exported} }};\n}})();\n"
