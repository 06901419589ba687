"""The house rules that code can check: who imports whom, what is public, what is documented, what is shipped."""

import ast
import importlib
import os
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from typer.main import get_command

import extract
from kg.shell.cli import app

PACKAGES = ("extract", "kg", "viz")
ROOMS = {
    "extract": ("text", "words", "page", "officials", "references", "clauses", "meetings", "relations"),  # as text flows
    "kg": ("identity", "store", "questions", "export", "shell"),  # as records become answers
}
MAY_IMPORT = {"extract": {"extract"}, "viz": {"viz"}, "kg": {"kg", "extract", "viz"}}
SENTENCE = "Defense Minister Jonas Berg of Norway met Danish Defense Minister Mads Holm in Oslo on May 4, 2020."
HEAVY = {"spacy", "pyvis", "networkx", "pydantic", "rich"}


def modules(root: Path, package: str) -> list[Path]:
    return sorted((root / package).rglob("*.py"))


def imported(path: Path) -> set[str]:
    """The top-level names a module imports, wherever it does."""
    nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    froms = {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom) and not node.level}
    return {name.split(".")[0] for name in plain | froms}


# ---- packages ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("package", PACKAGES)
def test_import_direction(package: str, root: Path) -> None:
    for path in modules(root, package):
        assert imported(path) & set(PACKAGES) <= MAY_IMPORT[package], path


@pytest.mark.parametrize(("package", "room"), [(package, room) for package, rooms in ROOMS.items() for room in rooms])
def test_rooms_know_only_those_before_them(package: str, room: str, root: Path) -> None:
    later = tuple(f"{package}.{other}" for other in ROOMS[package][ROOMS[package].index(room) + 1 :])
    for path in modules(root / package, room):
        froms = (node.module or "" for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.ImportFrom))
        assert not [name for name in froms if later and name.startswith(later)], path


@pytest.mark.parametrize("package", PACKAGES)
def test_public_names(package: str) -> None:
    """`__all__` is sorted and complete, and every name in it is there."""
    module = importlib.import_module(package)
    assert module.__all__ == sorted(module.__all__)
    assert all(getattr(module, name) is not None for name in module.__all__)
    assert module.__file__ is not None
    tree = ast.parse(Path(module.__file__).read_text("utf-8"))
    for_type_checkers = {
        alias.asname or alias.name
        for node in tree.body
        if isinstance(node, ast.If)
        for statement in node.body
        if isinstance(statement, ast.ImportFrom)
        for alias in statement.names
    }
    assert for_type_checkers == set(module.__all__)
    with pytest.raises(AttributeError, match=package):
        _ = module.nothing


def test_importing_and_helping_is_light() -> None:
    code = "import sys, kg, extract, viz, kg.shell.cli; print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(extract.__file__).parents[1]
    )
    assert not HEAVY & set(run.stdout.split())


def test_modules_are_short_and_say_what_they_are_for(root: Path) -> None:
    for path in (path for package in PACKAGES for path in modules(root, package)):
        text = path.read_text("utf-8")
        assert ast.get_docstring(ast.parse(text)), path
        assert text.count("\n") < 500, path


# ---- commands ------------------------------------------------------------------------------------------------------


def commands() -> dict[str, object]:
    return dict(get_command(app).commands)  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", sorted(commands()))
def test_commands_have_help_and_are_in_the_guide(name: str, root: Path) -> None:
    command: object = commands()[name]
    assert command.help  # type: ignore[attr-defined]
    for parameter in command.params:  # type: ignore[attr-defined]
        assert getattr(parameter, "help", None), (name, parameter.name)
    assert re.search(rf"^kg {name}\b", (root / "docs/guide.md").read_text("utf-8"), re.MULTILINE)
    assert f"`kg {name}" in (root / "README.md").read_text("utf-8")


# ---- the project ---------------------------------------------------------------------------------------------------


def pyproject(root: Path) -> str:
    return (root / "pyproject.toml").read_text("utf-8")


def distribution(requirement: str) -> str:
    return re.split(r"[<>=!~\[ ;]", requirement)[0].lower().replace("_", "-")


def test_dependencies_are_justified(root: Path) -> None:
    """Each has a line why, each is imported, and nothing else is."""
    project = tomllib.loads(pyproject(root))["project"]
    extras = project["optional-dependencies"]
    declared = project["dependencies"] + [need for extra in extras.values() for need in extra]
    for requirement in declared:
        assert re.search(rf'^    "{re.escape(requirement)}", +# \w', pyproject(root), re.MULTILINE), requirement
    used = {name for package in PACKAGES for path in modules(root, package) for name in imported(path)}
    homes = packages_distributions()
    third_party = {distribution(homes[name][0]) for name in used - set(PACKAGES) - sys.stdlib_module_names}
    optional = {distribution(need) for extra in extras.keys() - {"test", "dev"} for need in extras[extra]}
    assert third_party == {distribution(need) for need in project["dependencies"]} | optional


def test_the_lock_of_npm_names_no_address(root: Path) -> None:
    assert "://" not in (root / "tests/package-lock.json").read_text("utf-8")


def test_versions_agree(root: Path) -> None:
    assert f"\nversion: {extract.__version__}\n" in (root / "CITATION.cff").read_text("utf-8")
    changes = (root / "CHANGELOG.md").read_text("utf-8")
    assert re.search(rf"^## \[({re.escape(extract.__version__)}|Unreleased)\]", changes, re.MULTILINE)


def test_links_in_documents_lead_somewhere(root: Path) -> None:
    for document in (root / "README.md", *sorted((root / "docs").glob("*.md"))):
        for target in re.findall(r"\]\(([^)#]+)[^)]*\)", document.read_text("utf-8")):
            assert target.startswith("https://") or (document.parent / target).exists(), (document.name, target)


# ---- what is shipped -----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def dist(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source distribution, and the wheel built from it, without the network."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, root], check=True, capture_output=True)
    return folder


def test_no_article_is_shipped(dist: Path) -> None:
    (wheel,), (source,) = dist.glob("*.whl"), dist.glob("*.tar.gz")
    with zipfile.ZipFile(wheel) as archive:
        shipped = archive.namelist()
    with tarfile.open(source) as archive:
        sources = archive.getnames()
    assert not [name for name in shipped + sources if "seeds" in Path(name).parts or re.search(r"\d{3}_[0-9a-f]{16}", name)]
    for package in PACKAGES:
        assert f"{package}/py.typed" in shipped
    assert {Path(name).name for name in shipped} >= {
        "LICENSE",
        "NOTICE",
        "countries.toml",
        "graph.schema.json",
        "rdf.toml",
        "template.html",
    }
    assert not [name for name in shipped if name.startswith(("tests", "benchmarks", "docs"))]


def test_the_wheel_works_away_from_the_clone(dist: Path, root: Path, tmp_path: Path) -> None:
    """Installed alone in a fresh environment (which borrows the dependencies of this one), it extracts and renders."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", tmp_path / "venv"], check=True)
    (wheel,) = dist.glob("*.whl")
    python = tmp_path / "venv/bin/python"
    install = [sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", "--quiet", wheel]
    subprocess.run(install, check=True, capture_output=True)
    (site,) = (tmp_path / "venv").glob("lib/python*/site-packages")
    # Paths named in a .pth file are searched, but their own .pth files, such as the clone's, are not read.
    (site / "borrowed.pth").write_text("".join(f"{path}\n" for path in sys.path if path.endswith("-packages")))

    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    work = tmp_path / "work"
    work.mkdir()
    (work / "talks.txt").write_text(SENTENCE)
    where = "import extract, kg, viz; print(extract.__file__, kg.__file__, viz.__file__)"
    homes = subprocess.run([python, "-c", where], cwd=work, env=clean, check=True, capture_output=True, text=True).stdout
    assert all(home.startswith(str(tmp_path)) for home in homes.split())
    run = subprocess.run([python.parent / "kg", "build", "talks.txt"], cwd=work, env=clean, capture_output=True, text=True)
    assert (run.returncode, run.stderr) == (0, "")
    assert "Jonas Berg (NOR)" in run.stdout
    assert "Mads Holm" in (work / "graph/graph.html").read_text("utf-8")
    subprocess.run([python.parent / "kg", "export", "bundle"], cwd=work, env=clean, check=True)
    with zipfile.ZipFile(work / "graph.zip") as release:
        for document in ("codebook.md", "graph.md"):
            assert release.read(document) == (root / "docs" / document).read_bytes()
