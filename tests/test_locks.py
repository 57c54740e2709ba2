"""Whatever takes a lock of forum/locks.py is a whole transaction, and begins anew where the database broke it off."""

import ast
import inspect

from forum import locks
from forum.home import BASE_DIR

LOCKS = {name for name, _ in inspect.getmembers(locks, inspect.isfunction) if not name.startswith("_")}
# Called within the transaction of a verb, or made of several.
WITHIN = {"lock_open", "_replace", "_locked", "lock_versions", "record", "reindex"}


def functions_that_lock():
    """Give every function of ours that takes a lock: its name, and what decorates it."""
    for app in ("bulletins", "speakers", "forum"):
        for path in sorted((BASE_DIR / app).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.FunctionDef):
                    called = {ast.unparse(one.func) for one in ast.walk(node) if isinstance(one, ast.Call)}
                    if called & LOCKS:
                        yield node.name, [ast.unparse(one) for one in node.decorator_list]


def test_whatever_takes_a_lock_is_a_transaction_that_begins_anew_after_a_deadlock():
    found = dict(functions_that_lock())

    assert {name for name, decorators in found.items() if "atomic_with_retry" not in decorators} == WITHIN
    assert {"merge", "import_programme", "index_name"} < found.keys()
