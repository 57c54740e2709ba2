"""The writing page's scripts without a browser: deno runs their tests, and what they take for granted is so."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bulletins.admin.writing_page import MODULES
from tests.writing.protocol import TARGET, declarations

HERE = Path(__file__).resolve().parent
SCRIPTS = HERE.parents[1] / "forum" / "static" / "forum" / "writing"
DENO = Path(sys.executable).with_name("deno")


@pytest.mark.parametrize("path", sorted(HERE.glob("*.test.js")), ids=lambda path: path.name)
def test_scripts(path):
    run = subprocess.run(
        [DENO, "test", "--quiet", "--no-check", "--no-prompt", "--config", HERE / "deno.json", path],
        env=os.environ | {"DENO_NO_UPDATE_CHECK": "1", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stdout + run.stderr


def test_the_types_of_the_protocol_are_those_of_the_doors():
    assert TARGET.read_text() == declarations(), "python -m tests.writing.protocol writes it anew"


def test_each_script_has_its_name_in_the_import_map_and_in_denos():
    files = {path.stem for path in SCRIPTS.glob("*.js")}
    imports = json.loads((HERE / "deno.json").read_text())["imports"]
    own = {name: (HERE / path).resolve() for name, path in imports.items() if path.endswith(".js")}

    assert set(MODULES) == files
    assert own == {f"rapporteur/{name}": SCRIPTS / f"{name}.js" for name in MODULES}
