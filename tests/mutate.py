"""`make mutate`: change one place of the code at a time, and see whether a test notices.

A seeded sample of changes in chosen files (tests/changes.py): for each, first a kind is drawn, then a place, as in the
probe that set the bar, so that rare kinds are tried as often as frequent ones. Where a coverage file with contexts is
at hand (`pytest --cov --cov-context=test`; CONTEXTS names it), those tests that ran the changed line, and those of the
mirrored path; else, and where other processes run it, those near the file: of the mirrored path, and those that name
the module. They run in forks of one pytest session (tests/forked.py). What no test noticed is printed as a diff; a
change that ran out of time counts as noticed, printed as T.
"""

import ast
import os
import random
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import TextIO

from coverage import CoverageData

from tests import forked
from tests.changes import ROOT, Change, changes

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


def drawn(known: list[Change], size: int, seed: int) -> list[Change]:
    """Draw so many changes, each by its kind first."""
    of_kinds = defaultdict(list)
    for change in known:
        of_kinds[change.kind].append(change)
    chance = random.Random(seed)  # noqa: S311 (a sample, no secret)
    for some in of_kinds.values():
        chance.shuffle(some)
    sample: list[Change] = []
    while len(sample) < min(size, len(known)):
        kind = chance.choice(sorted(kind for kind, some in of_kinds.items() if some))
        sample.append(of_kinds[kind].pop())
    return sample


def tried(session: forked.Session, out: TextIO, files: str, size: int, seed: int, contexts: str) -> int:
    """Try a sample, and write what was seen; give how many changes nothing noticed."""
    known = [change for path in sorted(chosen_files(files)) for change in changes(path)]
    sample = drawn(known, size, seed)
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
            else f"\nNothing noticed ({change.kind}; {len(ran)} tests ran it):\n{change.diff()}\n"
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
