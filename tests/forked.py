"""Run tests in forks of one pytest session, each with one place of the code changed.

To start Python, Django, pytest and the database takes longer than most tests: here it is done once. In a fork, the
functions around the change get its code and keep their identity, so that whoever has imported one meets the changed
one; Python processes that a test starts load the changed file. What runs at import is changed in a pytest of its own.
"""

import ast
import functools
import gc
import os
import shlex
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import CodeType, FunctionType
from typing import NamedTuple, TextIO

import pytest
from django.core.management import call_command, get_commands, load_command_class
from django.db import connections
from django.urls import get_resolver
from hypothesis import Phase, settings
from pytest_django.plugin import blocking_manager_key

from forum.isolation.pool import Pool

ROOT = Path(__file__).resolve().parents[1]
TEST_SECONDS = 60  # and an endless loop ends
MOST = (600, 200, 40)  # tests of one change: without a database, with one, marked slow
OUR_APPS = ("forum", "speakers", "bulletins")
_QUIET = ("-q", "-s", "--no-cov", "-p", "no:cacheprovider")
_REWRITTEN = ("-W", "ignore::pytest.PytestAssertRewriteWarning")  # hypothesis is imported above
# For the Python processes of a test: whoever imports the changed file gets its changed text.
_LOADER = """
import importlib.machinery, os, sys
sys.executable = os.environ["CHANGED_PYTHON"]
_loaded = importlib.machinery.SourceFileLoader.get_code
def _changed(self, name):
    if self.path != os.environ.get("CHANGED_FILE"):
        return _loaded(self, name)
    with open(os.environ["CHANGED_TEXT"], "rb") as file:
        return self.source_to_code(file.read(), self.path)
importlib.machinery.SourceFileLoader.get_code = _changed
"""


class Failure(NamedTuple):
    """A test that failed, or took too long."""

    test: str
    late: bool = False


class Changed(NamedTuple):
    """A file of ours with one place changed: its path, the line of the place, and the whole text."""

    path: Path
    line: int
    text: str


def in_session(folders: list[str], work: "Callable[[Session, TextIO], int]") -> int:
    """Collect the tests of folders and do some work with them, which writes to the file it gets; gives its result."""
    with os.fdopen(os.dup(1), "w", buffering=1) as out, _silence():
        plugin = _Worker(lambda session: work(session, out))
        done = pytest.main([*_QUIET, *_REWRITTEN, "--ignore=tests/browser", *folders], [plugin])
    if plugin.result is None:
        raise RuntimeError(f"pytest cannot collect {folders}: {done!r}")
    return plugin.result


class _Worker:
    """Does the work in the place of pytest's own loop; in a fork, sees which test fails."""

    def __init__(self, work: "Callable[[Session], int]") -> None:
        self._work = work
        self.result: int | None = None

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        with tempfile.TemporaryDirectory() as folder:
            self.result = self._work(Session(session, Path(folder)))
        return True


class _Watch:
    failed = False

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.failed = self.failed or report.failed


class Session:
    """The collected tests, by name, and the forks they run in."""

    def __init__(self, session: pytest.Session, folder: Path) -> None:
        self.items = {one.nodeid: one for one in session.items}
        self._folder = folder
        self._resting = session.items[0]  # stands for the test that comes next, so that the session goes on
        self._fails_unchanged: dict[str, bool] = {}
        self._ready()

    def _ready(self) -> None:
        """Do once what every fork would do: the database, imports."""
        assert get_resolver().url_patterns
        for (
            name,
            app,
        ) in get_commands().items():  # Django loads them at the first call, and a fork would come too early
            if isinstance(app, str) and app.startswith(OUR_APPS):
                load_command_class(app, name)
        # One that draws nothing: Typst's threads would be missing in every fork.
        first = next(
            one for one in self.items if one.startswith("tests/speakers/") and self.asks_database(one)
        )
        item = self.items[first]
        item.ihook.pytest_runtest_protocol(item=item, nextitem=self._resting)
        connections.close_all()
        self._functions: dict[str, list[FunctionType]] = {}
        for one in gc.get_objects():
            if isinstance(one, FunctionType) and one.__code__.co_filename.startswith(f"{ROOT}/"):
                self._functions.setdefault(one.__code__.co_filename, []).append(one)
            elif isinstance(one, Pool):
                one.end()
            elif isinstance(one, functools._lru_cache_wrapper) and one.__module__.startswith(OUR_APPS):
                one.cache_clear()  # what is remembered would hide a change
        # A test that fails has done its work: no smaller example is wanted, and none is kept.
        settings.register_profile(
            "forked", settings(), phases=[Phase.explicit, Phase.generate], database=None
        )
        settings.load_profile("forked")
        gc.collect()
        gc.freeze()

    def affordable(self, names: list[str], near: Sequence[str] = ()) -> list[str]:
        """Give tests, the quick ones first; of too many (MOST), those near, and an even choice of the others."""

        def kind(name: str) -> int:
            return 2 if self.items[name].get_closest_marker("slow") else int(self.asks_database(name))

        chosen = []
        for number, most in enumerate(MOST):
            first = evenly([one for one in dict.fromkeys(near) if kind(one) == number], most)
            alike = [one for one in dict.fromkeys(names) if kind(one) == number and one not in first]
            chosen += [*first, *evenly(alike, most - len(first))]
        return chosen

    def asks_database(self, name: str) -> bool:
        """Tell whether a test asks the database."""
        item = self.items[name]
        return item.get_closest_marker("django_db") is not None or "db" in item.fixturenames

    def noticed(self, tests: list[str], changed: Changed) -> Failure | None:
        """Run tests on changed code: gives the first that fails, or takes too long.

        A test that fails without the change too tells nothing of it. Raises LookupError where the place runs at
        import, and nothing failed where the names that it gives a value had the changed one; and where a function
        within another one would use other variables of that: what is made already cannot be given its code.
        """
        codes = _codes_around(changed)
        functions = [
            (one, codes[key])
            for one in self._functions.get(str(changed.path), [])
            if (key := (one.__code__.co_qualname, one.__code__.co_firstlineno)) in codes
        ]
        if functions and all(one.__code__.co_freevars == code.co_freevars for one, code in functions):
            return self._first_that_fails(tests, changed, functools.partial(_give_codes, functions))
        values = None if functions else _new_values(changed)
        failed = values and self._first_that_fails(tests, changed, values)
        if not failed:
            # What was made of the value at import still has the old one.
            raise LookupError(f"{changed.path}:{changed.line} runs at import.")
        return failed

    def _first_that_fails(
        self, tests: list[str], changed: Changed, change: Callable[[], None]
    ) -> Failure | None:
        left = [one for one in tests if not self._fails_unchanged.get(one)]
        while left and (failed := self._run(left, changed, change)):
            if not failed.test or not self._fails_alone(failed.test):
                return failed  # without a test, where the change itself failed
            left.remove(failed.test)
        return None

    def _fails_alone(self, test: str) -> bool:
        if test not in self._fails_unchanged:
            self._fails_unchanged[test] = self._run([test], None, lambda: None) is not None
        return self._fails_unchanged[test]

    def _run(self, tests: list[str], changed: Changed | None, change: Callable[[], None]) -> Failure | None:
        running = self._folder / "running"
        running.write_text("")
        child = os.fork()
        if child == 0:
            try:
                os.setsid()
                with self.environment(changed):
                    change()
                    os._exit(int(self._one_fails(tests, running)))
            finally:
                os._exit(2)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        if status < 0:
            with suppress(ProcessLookupError):
                os.killpg(child, signal.SIGKILL)  # what it has started
            self._empty_database()
        return Failure(running.read_text(), status == -signal.SIGALRM) if status else None

    def _one_fails(self, tests: list[str], running: Path) -> bool:
        watch = _Watch()
        self._resting.config.pluginmanager.register(watch)
        items = [self.items[one] for one in tests]
        for item, following in zip(items, [*items[1:], self._resting], strict=True):
            running.write_text(item.nodeid)
            signal.alarm(TEST_SECONDS)
            item.ihook.pytest_runtest_protocol(item=item, nextitem=following)
            if watch.failed:
                return True
        return False

    def _empty_database(self) -> None:
        """Take away what a test left that was ended in the middle."""
        child = os.fork()
        if child == 0:
            try:
                with self._resting.config.stash[blocking_manager_key].unblock():
                    call_command("flush", interactive=False, verbosity=0)
                os._exit(0)
            finally:
                os._exit(1)
        if os.waitpid(child, 0)[1]:
            raise RuntimeError("The database of the tests cannot be emptied.")

    def at_import(self, tests: list[str], changed: Changed, seconds: float) -> Failure | None:
        """Run tests in a pytest of its own, which imports the changed file; it does not say which failed."""
        chosen = self._folder / "chosen_tests.txt"
        chosen.write_text("\n".join(tests))
        with self.environment(changed):
            command = [sys.executable, "-m", "pytest", *_QUIET, "-x", f"@{chosen}"]
            try:
                done = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=seconds, check=False)
            except subprocess.TimeoutExpired:
                return Failure("", late=True)
        return None if done.returncode in (0, pytest.ExitCode.NO_TESTS_COLLECTED) else Failure("")

    @contextmanager
    def environment(self, changed: Changed | None) -> Iterator[None]:
        """Let Python processes that are started meanwhile load the changed text."""
        if changed is None:
            yield
            return
        (self._folder / "sitecustomize.py").write_text(_LOADER)
        (self._folder / "changed.py").write_text(changed.text)
        python, kept = self._folder / "python", sys.executable
        told = {
            "PYTHONPATH": str(self._folder),
            "PYTHONDONTWRITEBYTECODE": "1",
            "CHANGED_PYTHON": str(python),
            "CHANGED_FILE": str(changed.path),
            "CHANGED_TEXT": str(self._folder / "changed.py"),
        }
        words = " ".join(shlex.quote(f"{name}={value}") for name, value in told.items())
        python.write_text(f'#!/bin/sh\nexec env {words} {shlex.quote(kept)} "$@"\n')
        python.chmod(0o755)
        sys.executable = str(python)
        try:
            yield
        finally:
            sys.executable = kept


def evenly(names: list[str], most: int) -> list[str]:
    """Give at most so many of some names, from all over them."""
    return names[:: max(1, -(-len(names) // most))] if most > 0 else []


def _give_codes(functions: list[tuple[FunctionType, CodeType]]) -> None:
    for function, code in functions:
        function.__code__ = code


def _new_values(changed: Changed) -> Callable[[], None] | None:
    """Give what sets the names of a module that the changed statement gives a value, also where they were imported.

    None where it is no such statement.
    """
    name = ".".join(changed.path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    statement = next(
        (
            one
            for one in ast.parse(changed.text).body
            if isinstance(one, ast.Assign | ast.AnnAssign)
            and one.lineno <= changed.line <= (one.end_lineno or 0)
        ),
        None,
    )
    if statement is None or name not in sys.modules:
        return None
    targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
    names = [one.id for one in targets if isinstance(one, ast.Name)]
    module = vars(sys.modules[name])
    code = compile(ast.Module([statement], []), str(changed.path), "exec")

    def give() -> None:
        old = {one: module[one] for one in names}
        exec(code, module)  # noqa: S102 (our own statement, with one place changed)
        for other in [vars(one) for key, one in sys.modules.items() if key.startswith((*OUR_APPS, "tests."))]:
            for one in names:
                if other.get(one) is old[one]:
                    other[one] = module[one]

    return give


def _codes_around(changed: Changed) -> dict[tuple[str, int], CodeType]:
    """Give the changed code of the functions whose body has the line, by qualified name and first line."""
    around = _around(changed.path, changed.line)
    compiled = compile(changed.text, str(changed.path), "exec")
    found = {(one.co_qualname, one.co_firstlineno): one for one in _codes(compiled)}
    return {key: code for key, code in found.items() if key in around}


def _codes(code: CodeType) -> Iterator[CodeType]:
    for one in code.co_consts:
        if isinstance(one, CodeType):
            yield one
            yield from _codes(one)


def _around(path: Path, line: int) -> set[tuple[str, int]]:
    """Give qualified name and first line of the functions whose body has a line."""
    found = set()

    def walk(node: ast.AST, name: str) -> None:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.FunctionDef | ast.ClassDef):
                within = f"{name}{child.name}"
                if isinstance(child, ast.FunctionDef) and child.body[0].lineno <= line <= (
                    child.end_lineno or 0
                ):
                    first = min([child.lineno, *(one.lineno for one in child.decorator_list)])
                    found.add((within, first))
                walk(child, f"{within}{'.' if isinstance(child, ast.ClassDef) else '.<locals>.'}")
            else:
                walk(child, name)

    walk(ast.parse(path.read_bytes()), "")
    return found


class _silence:  # noqa: N801 (used as a verb, like contextlib's)
    """Let nothing be written to the terminal, not even by what runs below Python."""

    def __enter__(self) -> None:
        self.kept = os.dup(1), os.dup(2)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        os.close(nowhere)

    def __exit__(self, *_error: object) -> None:
        for number, kept in enumerate(self.kept, 1):
            os.dup2(kept, number)
            os.close(kept)
