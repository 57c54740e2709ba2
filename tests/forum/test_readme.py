"""What README, CONTRIBUTING and the architecture page say of the code is so."""

import importlib
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = ["README.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/operating.md"]
README = (ROOT / "README.md").read_text()
MAKEFILE = (ROOT / "Makefile").read_text()

every_page = pytest.mark.parametrize("page", PAGES)


def quoted(page):
    """What a page has in backquotes, its blocks of commands among it."""
    return re.findall(r"```.*?```|`[^`]+`", (ROOT / page).read_text(), re.DOTALL)


@every_page
def test_every_file_that_is_named_is_there(page):
    paths = {
        path
        for text in quoted(page)
        for path in re.findall(r"\b(?:bulletins|speakers|forum|tests|templates|docs)/[\w/.]*\w", text)
        if not re.search("yours|_xx|/xx", path)
    }

    assert paths
    assert [path for path in sorted(paths) if not (ROOT / path).exists()] == []


@every_page
def test_every_link_to_a_file_leads_somewhere(page):
    links = re.findall(r"\]\(([^)#:]+)\)", (ROOT / page).read_text())

    assert [link for link in links if not ((ROOT / page).parent / link).exists()] == []


@every_page
def test_every_target_of_make_that_is_named_is_there(page):
    named = {target for text in quoted(page) for target in re.findall(r"\bmake ([a-z]+)\b", text)}

    assert named - set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE)) == set()


def test_help_tells_every_target():
    targets = re.search(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE).group(1).split()

    assert set(re.findall(r"^([a-z]+):.* ## \w", MAKEFILE, re.MULTILINE)) == set(targets)


def floors_of_readme():
    text = re.search(r"each may import only those below it:(.*?)\n- ", README, re.DOTALL).group(1)
    return [set(re.findall(r"\w+", floor)) for floor in text.split("→")]


def floors_of_architecture():
    rows = re.findall(r"^\| (`.*?) \|", (ROOT / "docs" / "architecture.md").read_text(), re.MULTILINE)
    return [set(re.findall(r"\w+", row)) for row in rows]


@pytest.mark.parametrize("told", [floors_of_readme, floors_of_architecture])
def test_the_floors_are_those_of_the_contract_in_their_order(told):
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    (floors,) = (one["layers"] for one in contracts if one["name"] == "Inside bulletins, one way down")

    assert told() == [set(floor.split(" | ")) for floor in floors]


def test_what_make_imports_is_there():
    named = re.findall(r"from ([\w.]+) import (\w+)", MAKEFILE)

    assert named == [("tests.pictures", "main")]
    assert [callable(getattr(importlib.import_module(module), name)) for module, name in named] == [True]
