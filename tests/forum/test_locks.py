"""The locked requirements hold what pyproject.toml asks for, with hashes and no index's address."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())


def name(requirement):
    return re.match(r"[\w.-]+", requirement).group().lower().replace("_", "-").replace(".", "-")


@pytest.mark.parametrize(
    ("file", "wanted"),
    [
        ("requirements.txt", PROJECT["project"]["dependencies"]),
        ("requirements-dev.txt", PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"]),
    ],
)
def test_every_dependency_is_locked(file, wanted):
    text = (ROOT / file).read_text()
    locked = {name(line) for line in text.splitlines() if re.match(r"\w", line)}

    assert ({name(one) for one in wanted} - locked, re.findall(r"https?://\S+|--index\S*", text)) == (
        set(),
        [],
    )
