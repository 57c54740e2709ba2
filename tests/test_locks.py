"""Whatever takes a lock, of forum/locks.py or of rows, or writes in the ledger is a whole transaction.

It begins anew where the database broke it off.
"""

import ast
import importlib
import inspect

from forum import locks
from forum.home import BASE_DIR

LOCKS = {name for name, _ in inspect.getmembers(locks, inspect.isfunction) if not name.startswith("_")}
# Called within the transaction of a verb, or made of several.
WITHIN = {
    "lock_forum", "lock_edition", "lock_open", "lock_versions", "_locked", "_replace", "reindex",
    "_indexed", "_bring_out", "_hold_drafts", "_move_drafts", "_record", "record_publication", "record_versions",
    "record", "log_addition", "log_change", "log_deletions",
}  # fmt: skip
# One entry in the ledger, or one mail: a transaction, of which there is nothing to be broken off.
ALONE = {"record_account", "logged_in", "login_failed", "_take"}
# Of these, those that are called by their names alone, wherever a verb begins.
TAKING = LOCKS | {"lock_open", "lock_versions", "_replace", "record", "record_publication", "record_versions"}


def functions_that_lock():
    """Give every function of ours that takes a lock, as it runs, by its name."""
    for app in ("bulletins", "speakers", "forum"):
        for path in sorted((BASE_DIR / app).rglob("*.py")):
            tree = ast.parse(path.read_text())
            for within in (tree, *(node for node in tree.body if isinstance(node, ast.ClassDef))):
                for node in (one for one in within.body if isinstance(one, ast.FunctionDef)):
                    called = {ast.unparse(one.func) for one in ast.walk(node) if isinstance(one, ast.Call)}
                    if called & TAKING or any(one.endswith(".select_for_update") for one in called):
                        module = importlib.import_module(
                            ".".join(path.relative_to(BASE_DIR).with_suffix("").parts)
                        )
                        yield (
                            node.name,
                            getattr(getattr(module, getattr(within, "name", ""), module), node.name),
                        )


def begins_anew(function):
    """Tell whether a function is run as atomic_with_retry runs it."""
    return inspect.unwrap(
        function
    ).__code__ is not function.__code__ and function.__code__.co_qualname.startswith("atomic_with_retry.")


def test_whatever_takes_a_lock_is_a_transaction_that_begins_anew_after_a_deadlock():
    found = dict(functions_that_lock())

    assert {name for name, function in found.items() if not begins_anew(function)} == WITHIN | ALONE
    assert {
        "merge",
        "import_programme",
        "index_name",
        "cancel_correction",
        "_published",
        "move",
        "put_into_bin",
        "limit_readers",
        "withdraw",
    } < found.keys()
