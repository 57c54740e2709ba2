"""`make mutate`: change one place of the code at a time, and see whether a test notices.

A seeded sample of changes in chosen files. Where a coverage file with contexts is at hand (`pytest --cov
--cov-context=test`; CONTEXTS names it), those tests that ran the changed line, and those of the mirrored path; else,
and where other processes run it, those near the file: of the mirrored path, and those that name the module. They run
in forks of one pytest session (tests/forked.py). What no test noticed is printed as a diff; a change that ran out of
time counts as noticed, printed as T.

Left out (`_LeaveOut`) are changes that no test can see by what the program does: of what is kept to save time, and of
what a value or a `zip` refuses to a caller that there is not.
"""

import ast
import difflib
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, TextIO

from coverage import CoverageData

from tests import forked

ROOT = Path(__file__).resolve().parents[1]
APPS = ("forum", "speakers", "bulletins")
TIME_LIMIT = 600  # seconds, for the tests of one change: so an endless loop ends
# What is run in processes of its own, which no coverage sees.
ELSEWHERE = (
    "bulletins/manuscript/",
    "forum/isolation/",
    "forum/management/",
    "speakers/programme_",
    "speakers/staff_list",
    "speakers/columns",
)
# What every module holds is looked at by these.
OF_ALL_CODE = ("tests/test_values.py", "tests/test_locks.py", "tests/test_tables.py")
MOST_AT_IMPORT = 100  # tests of a change that runs at import, and costs a pytest of its own
_COMPARED = {
    ast.Eq: "!=", ast.NotEq: "==", ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">",
    ast.Is: "is not", ast.IsNot: "is", ast.In: "not in", ast.NotIn: "in",
}  # fmt: skip
_NAMES = {"any": "all", "all": "any", "max": "min", "min": "max", "filter": "exclude", "exclude": "filter"}


# What is kept for the next call shows in time and memory alone. (Without `cached_property` there is a method: tried.)
_KEEPING = {"cache", "lru_cache"}
_IN_MEMORY = {"chunk_size", "batch_size"}  # rows that are in memory at once
# Of a class, seen by the type checker; whether all values are frozen is asked of all at once (tests/test_values.py).
_REFUSING = {"frozen", "slots", "kw_only"}


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

    for node in ast.walk(_LeaveOut().visit(ast.parse(source))):
        for target, text in _instead(node, lambda one: source[slice(*place(one))].decode()):
            yield Change(path, *place(target), text)
        for decorator in getattr(node, "decorator_list", ()):
            start, end = place(decorator)
            yield Change(path, source.rindex(b"@", 0, start), end, "")


class _LeaveOut(ast.NodeTransformer):
    """Takes out of a tree what is not tried; all others keep their places."""

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.decorator_list = [one for one in node.decorator_list if _name(one) not in _KEEPING]
        return self.generic_visit(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        node.keywords = [one for one in node.keywords if one.arg not in _REFUSING]
        return self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> ast.AST:
        if _name(node) in _KEEPING:
            node.keywords = []  # how many are kept
        elif _name(node) == "dataclass":
            node.keywords = [one for one in node.keywords if one.arg not in _REFUSING]
        elif _name(node) == "zip":
            # It guards against a fault that is not there; where lengths differ, it says False, which is tried.
            node.keywords = [one for one in node.keywords if ast.unparse(one) != "strict=True"]
        else:
            node.keywords = [one for one in node.keywords if one.arg not in _IN_MEMORY]
        return self.generic_visit(node)


def _name(node: ast.expr) -> str:
    """Give the last word of what a decorator or a call names."""
    return ast.unparse(node.func if isinstance(node, ast.Call) else node).rpartition(".")[2]


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
        # False for None is no change where only a condition asks; True for False is tried above.
        case ast.Return(value=ast.expr() as value) if not (
            isinstance(value, ast.Constant) and not value.value
        ):
            yield value, "None"


def tests_that_ran(change: Change, contexts: CoverageData) -> list[str]:
    """Give the tests that ran the first line of a change.

    A line that runs at import counts as run by those that ran the function below it, or else the file's others.
    """
    measured = next((one for one in contexts.measured_files() if one.endswith(_relative(change.path))), None)
    if measured is None:
        return []
    source = change.path.read_bytes()
    line = source[: change.start].count(b"\n") + 1
    ran = {number: names for number, names in contexts.contexts_by_lineno(measured).items() if any(names)}
    function = next(
        (
            range(node.lineno, (node.end_lineno or node.lineno) + 1)
            for node in ast.walk(ast.parse(source))
            if isinstance(node, ast.FunctionDef)
            and any(one.lineno <= line < node.lineno for one in node.decorator_list)
        ),
        range(0),
    )
    for lines in ([line], function, ran):
        tests = sorted({name.rpartition("|")[0] for one in lines for name in ran.get(one, []) if name})
        if tests:
            break
    return tests


def tests_near(path: Path) -> list[str]:
    """Give the tests near a file: of the mirrored path, and those that name its module; else of its folder."""
    relative = path.relative_to(ROOT).with_suffix("")
    module, tests, mirrored = ".".join(relative.parts), ROOT / "tests", _mirrored(path)
    named = [one for one in tests.rglob("test_*.py") if f"{module} import" in one.read_text()]
    near = {one for one in (mirrored, *named) if one.exists() and not {"bench", "browser"} & set(one.parts)}
    folder = tests / relative.parent
    while not folder.exists():
        folder = folder.parent
    return sorted(map(_relative, near)) or [_relative(folder)]


def _mirrored(path: Path) -> Path:
    """Give the tests of the mirrored path, be there any or not."""
    relative = path.relative_to(ROOT)
    return ROOT / "tests" / relative.with_name(f"test_{relative.name}")


def _relative(path: Path) -> str:
    return str(path.relative_to(ROOT))


def noticed_by(ran: list[str], change: Change, session: forked.Session) -> forked.Failure | None:
    """Run tests with a change: gives the first that failed. The quick ones come first."""
    near = tuple(tests_near(change.path))
    in_near = [one for one in session.items if one.startswith(near)]
    is_elsewhere = not ran or _relative(change.path).startswith(ELSEWHERE)
    # A fixture of a whole module ran the line for whichever of its tests came first.
    beside = [one for one in in_near if one.startswith(_relative(_mirrored(change.path)))]
    tests = session.affordable(ran, in_near if is_elsewhere else beside)
    line = change.path.read_bytes()[: change.start].count(b"\n") + 1
    changed = forked.Changed(change.path, line, change.applied())
    try:
        return session.noticed(tests, changed)
    except LookupError:
        # Who ran the line was whoever happened to import it first.
        some = (forked.evenly(one, MOST_AT_IMPORT // 2) for one in (in_near, tests))
        few = dict.fromkeys((*OF_ALL_CODE, *(test for one in some for test in one)))
        return session.at_import(list(few), changed, TIME_LIMIT)


def chosen_files(given: str) -> list[Path]:
    """Give the files named, or those of the apps that changed in the last twenty commits."""
    names = given.split() or _git("diff", "--name-only", "--diff-filter=d", "HEAD~20")
    files = [ROOT / name for name in names if name.endswith(".py") and name.startswith(APPS)]
    return [one for one in files if "migrations" not in one.parts]


def _git(*words: str) -> list[str]:
    return subprocess.run(
        ["git", *words], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()


def tried(session: forked.Session, out: TextIO, files: str, size: int, seed: int, contexts: str) -> int:
    """Try a sample, and write what was seen; give how many changes nothing noticed."""
    known = [change for path in sorted(chosen_files(files)) for change in changes(path)]
    sample = random.Random(seed).sample(known, min(size, len(known)))  # noqa: S311 (a sample, no secret)
    lines = CoverageData(contexts) if contexts else None
    if lines:
        lines.read()
    missed = late = 0
    for change in sample:
        ran = [one for one in tests_that_ran(change, lines) if one in session.items] if lines else []
        noticed = noticed_by(ran, change, session)
        missed += not noticed
        late += bool(noticed and noticed.late)
        out.write(
            ".T"[noticed.late]
            if noticed
            else f"\nNothing noticed ({len(ran)} tests ran it):\n{change.diff()}\n"
        )
        out.flush()
    found = f"{len(sample) - missed} of {len(sample)} noticed, {late} by running out of time"
    out.write(f"\n{found} (of {len(known)}; seed {seed}).\n")
    return missed


def main() -> int:
    """Try what the environment says; give how many changes nothing noticed."""
    told = os.environ
    files, contexts = told.get("FILES", ""), told.get("CONTEXTS", "")
    size, seed = int(told.get("SAMPLE", "50")), int(told.get("SEED", "1"))
    return forked.in_session(["tests"], lambda session, out: tried(session, out, files, size, seed, contexts))


if __name__ == "__main__":
    sys.exit(main() > 0)
