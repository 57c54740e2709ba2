"""`make mutate`: change one place of the code at a time, and see whether a test notices.

A seeded sample of changes in chosen files, each in a copy of the tree. Where a coverage file with contexts is at
hand (`pytest --cov --cov-context=test`; CONTEXTS names it), first those tests that ran the changed line. Then, for
what runs at import or in a process of its own, those near the file: of the mirrored path, and those that name the
module. What no test noticed is printed as a diff; a change that ran out of time counts as noticed, printed as T.
"""

import ast
import difflib
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from coverage import CoverageData

from forum.database import Server

ROOT = Path(__file__).resolve().parents[1]
APPS = ("forum", "speakers", "bulletins")
TIME_LIMIT = 300  # seconds for the tests of one change: an endless loop was noticed, too
FIRST, MOST_TESTS = 20, 200  # that ran one line: of more, an even choice; most changes fall by the first few
_COMPARED = {
    ast.Eq: "!=", ast.NotEq: "==", ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">",
    ast.Is: "is not", ast.IsNot: "is", ast.In: "not in", ast.NotIn: "in",
}  # fmt: skip
_NAMES = {"any": "all", "all": "any", "max": "min", "min": "max", "filter": "exclude", "exclude": "filter"}


class Change(NamedTuple):
    """One place of a file, and what stands there instead."""

    path: Path
    start: int
    end: int
    text: str

    def applied(self) -> str:
        source = self.path.read_bytes()
        return (source[: self.start] + self.text.encode() + source[self.end :]).decode()

    def diff(self) -> str:
        before, name = self.path.read_text().splitlines(), str(self.path.relative_to(ROOT))
        return "\n".join(difflib.unified_diff(before, self.applied().splitlines(), name, name, "", "", 1, ""))


def changes(path: Path) -> Iterator[Change]:
    """Give every change of a file that this program knows."""
    source = path.read_bytes()
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))

    def place(node: ast.expr | ast.stmt) -> tuple[int, int]:
        end_line, end_column = node.end_lineno or node.lineno, node.end_col_offset or 0
        return starts[node.lineno - 1] + node.col_offset, starts[end_line - 1] + end_column

    for node in ast.walk(ast.parse(source)):
        for target, text in _instead(node, lambda one: source[slice(*place(one))].decode()):
            yield Change(path, *place(target), text)
        for decorator in getattr(node, "decorator_list", ()):
            start, end = place(decorator)
            yield Change(path, source.rindex(b"@", 0, start), end, "")


def _instead(node, text) -> Iterator[tuple[ast.expr | ast.stmt, str]]:  # noqa: C901, PLR0915 (a table)
    """Give nodes in a node, with what may stand in their places; `text` gives a node's own."""
    match node:
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            yield node, f"({text(left)} {_COMPARED[type(op)]} {text(right)})"
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield node, f"({text(operand)})"
        case ast.BoolOp(op=op, values=values):
            word = " or " if isinstance(op, ast.And) else " and "
            yield node, f"({word.join(f'({text(one)})' for one in values)})"
        case ast.IfExp(test=test, body=body, orelse=orelse):
            yield node, f"({text(orelse)} if {text(test)} else {text(body)})"
        case ast.Constant(value=bool() as value):
            yield node, str(not value)
        case ast.Constant(value=int() as value):
            yield node, str(value + 1)
        case ast.If(test=test):
            yield test, "False"
        case ast.Expr(value=ast.Call()):
            yield node, "pass"
        case ast.Call(func=ast.Name(id=name) as func) if name in _NAMES:
            yield func, _NAMES[name]
        case ast.Call(func=ast.Attribute(value=value, attr=name), args=args) if name in _NAMES:
            yield node, f"{text(value)}.{_NAMES[name]}({', '.join(map(text, args))})" if args else text(value)
        case ast.BinOp(left=left, op=ast.Sub(), right=right):
            yield node, f"({text(left)} + {text(right)})"
        case ast.Return(value=ast.expr() as value):
            yield value, "None"


def tests_that_ran(change: Change, contexts: CoverageData) -> list[str]:
    """Give the tests that ran the first line of a change, at most MOST_TESTS, evenly from all of them."""
    line = change.path.read_bytes()[: change.start].count(b"\n") + 1
    measured = next((one for one in contexts.measured_files() if one.endswith(_relative(change.path))), None)
    ran = contexts.contexts_by_lineno(measured).get(line, []) if measured else []
    tests = sorted({name.rpartition("|")[0] for name in ran if name})
    return tests[:: max(1, -(-len(tests) // MOST_TESTS))]


def tests_near(path: Path) -> list[str]:
    """Give the tests near a file: of the mirrored path, and those that name its module; else of its folder."""
    relative = path.relative_to(ROOT).with_suffix("")
    module, tests = ".".join(relative.parts), ROOT / "tests"
    mirrored = tests / relative.parent / f"test_{relative.name}.py"
    named = [one for one in tests.rglob("test_*.py") if f"{module} import" in one.read_text()]
    near = {one for one in (mirrored, *named) if one.exists() and not {"bench", "browser"} & set(one.parts)}
    folder = tests / relative.parent
    while not folder.exists():
        folder = folder.parent
    return sorted(map(_relative, near)) or [_relative(folder)]


def _relative(path: Path) -> str:
    return str(path.relative_to(ROOT))


def noticed_by(ran: list[str], change: Change, tree: Path) -> str:
    """Run tests on a changed file in a copy of the tree: "." where one failed, T out of time, "" where none did.

    A few quick ones come first.
    """
    target = tree / change.path.relative_to(ROOT)
    target.write_text(change.applied())
    data = str(Server.of_checkout(ROOT).home.parent)  # this checkout's server: the copy needs none of its own
    try:
        some, tests = ran[:: max(1, -(-len(ran) // FIRST))], [*ran, *tests_near(change.path)]
        return (
            (_run(some, "not slow", tree, data) if some else "")
            or _run(tests, "not slow", tree, data)
            or _run(tests, "slow", tree, data)
        )
    finally:
        shutil.copy(change.path, target)


def _run(tests: list[str], kind: str, tree: Path, data: str) -> str:
    chosen = tree / "chosen_tests.txt"
    chosen.write_text("\n".join(tests))
    command = [sys.executable, "-m", "pytest", "--no-cov", "-q", "-x", "-m", kind, f"@{chosen}"]
    try:
        done = subprocess.run(
            command,
            cwd=tree,
            env=os.environ | {"RAPPORTEUR_DATA": data, "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            timeout=TIME_LIMIT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return "T"
    if b"ERROR: not found" in done.stderr:  # a chosen test is gone: the contexts are of another tree
        raise RuntimeError(done.stderr.decode()[-2000:])
    return "" if done.returncode in (0, pytest.ExitCode.NO_TESTS_COLLECTED) else "."


def chosen_files(given: str) -> list[Path]:
    """Give the files named, or those of the apps that changed in the last twenty commits."""
    names = given.split() or _git("diff", "--name-only", "--diff-filter=d", "HEAD~20")
    files = [ROOT / name for name in names if name.endswith(".py") and name.startswith(APPS)]
    return [one for one in files if "migrations" not in one.parts]


def _git(*words: str) -> list[str]:
    return subprocess.run(
        ["git", *words], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()


def main(files: str, size: int, seed: int, contexts: str) -> int:
    """Try a sample; give how many changes nothing noticed."""
    known = [change for path in sorted(chosen_files(files)) for change in changes(path)]
    sample = random.Random(seed).sample(known, min(size, len(known)))  # noqa: S311 (a sample, no secret)
    lines = CoverageData(contexts) if contexts else None
    if lines:
        lines.read()
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder)
        for name in _git("ls-files", "--cached", "--others", "--exclude-standard"):
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, tree / name)
        missed = 0
        for change in sample:
            ran = tests_that_ran(change, lines) if lines else []
            noticed = noticed_by(ran, change, tree)
            missed += not noticed
            sys.stdout.write(noticed or f"\nNothing noticed ({len(ran)} tests ran it):\n{change.diff()}\n")
            sys.stdout.flush()
    sys.stdout.write(f"\n{len(sample) - missed} of {len(sample)} noticed (of {len(known)}; seed {seed}).\n")
    return missed


if __name__ == "__main__":
    sys.exit(
        main(
            os.environ.get("FILES", ""),
            int(os.environ.get("SAMPLE", "50")),
            int(os.environ.get("SEED", "1")),
            os.environ.get("CONTEXTS", ""),
        )
        > 0
    )
