"""One-place changes of a file of ours, by kind: what `make mutate` tries.

The kinds are those of the probe that set its bar: compared otherwise, and for or, a guard never met, a call left out …
Left out (`_LeaveOut`) are changes that no test can see by what the program does: of what is kept to save time, of
types, and of what a value or a `zip` refuses to a caller that there is not.
"""

import ast
import difflib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
_COMPARED = {
    ast.Eq: "!=", ast.NotEq: "==", ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">",
    ast.Is: "is not", ast.IsNot: "is", ast.In: "not in", ast.NotIn: "in",
}  # fmt: skip
_OTHER_NAMES = {
    "any": "all", "all": "any", "max": "min", "min": "max", "filter": "exclude", "exclude": "filter",
}  # fmt: skip
# Calls that give something like what they are called on, or called with.
_ON = {
    "filter", "exclude", "distinct", "order_by", "select_for_update", "public", "current", "drafts", "visible_to",
    "newest_first", "in_order", "on", "strip", "lstrip", "rstrip", "lower", "casefold", "removeprefix", "removesuffix",
}  # fmt: skip
_WITH = {"escape", "sorted", "reversed", "fold"}

# What is kept for the next call shows in time and memory alone. (Without `cached_property` there is a method: tried.)
_KEEPING = {"cache", "lru_cache"}
_IN_MEMORY = {"chunk_size", "batch_size"}  # rows that are in memory at once
# Of a class, seen by the type checker; whether all values are frozen is asked of all at once (tests/test_values.py).
_REFUSING = {"frozen", "slots", "kw_only"}

type _Text = Callable[[ast.expr | ast.stmt], str]
type _Instead = tuple[str, ast.expr | ast.stmt, str]


class Change(NamedTuple):
    """One place of a file, what stands there instead, and what kind of change that is."""

    path: Path
    start: int
    end: int
    text: str
    kind: str

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
        for kind, target, text in _instead(node, lambda one: source[slice(*place(one))].decode()):
            yield Change(path, *place(target), text, kind)
        for decorator in getattr(node, "decorator_list", ()):
            start, end = place(decorator)
            yield Change(path, source.rindex(b"@", 0, start), end, "", "decorator")


class _LeaveOut(ast.NodeTransformer):
    """Takes out of a tree what is not tried; all others keep their places."""

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.decorator_list = [one for one in node.decorator_list if _name(one) not in _KEEPING]
        node.returns = None
        return self.generic_visit(node)

    def visit_arg(self, node: ast.arg) -> ast.AST:
        node.annotation = None
        return node

    def visit_TypeAlias(self, _node: ast.TypeAlias) -> ast.AST:
        return ast.Pass()

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        node.annotation = ast.Constant(None)
        return self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> ast.AST:
        """Leave out what `import *` would give, which nobody writes."""
        return ast.Pass() if ast.unparse(node.targets[0]) == "__all__" else self.generic_visit(node)

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


def _instead(node: Any, text: _Text) -> Iterator[_Instead]:  # noqa: C901, PLR0915 (a table)
    """Give kinds of change, nodes in a node, and what may stand in their places; `text` gives a node's own."""
    match node:
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            yield "compare", node, f"({text(left)} {_COMPARED[type(op)]} {text(right)})"
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield "not", node, f"({text(operand)})"
        case ast.BoolOp(op=op, values=values):
            word = " or " if isinstance(op, ast.And) else " and "
            yield "and, or", node, f"({word.join(f'({text(one)})' for one in values)})"
        case ast.IfExp(test=test, body=body, orelse=orelse):
            yield "if, else", node, f"({text(orelse)} if {text(test)} else {text(body)})"
        case ast.Constant(value=bool() as value):
            yield "true, false", node, str(not value)
        case ast.Constant(value=int() as value):
            yield "number", node, str(value + 1)
        case ast.BinOp(left=left, op=ast.Sub(), right=right):
            yield "minus", node, f"({text(left)} + {text(right)})"
        case ast.If(test=test):
            yield "guard", test, "False"
        # False for None is no change where only a condition asks; True for False is tried above.
        case ast.Return(value=ast.expr() as value) if not (
            isinstance(value, ast.Constant) and not value.value
        ):
            yield "return", value, "None"
        case ast.List(ctx=ast.Load()) | ast.Tuple(ctx=ast.Load()) | ast.Set() if len(node.elts) > 1:
            yield from (("element", node, _without(place, text(node))) for place in range(len(node.elts)))
        case ast.Call():
            yield from _of_call(node, text)
        case _:
            yield from _of_statement(node)


def _of_statement(node: Any) -> Iterator[_Instead]:
    match node:
        case ast.Expr(value=ast.Call()) | ast.AugAssign() | ast.Raise() | ast.Break() | ast.Continue():
            yield "statement", node, "pass"
        case ast.Delete() | ast.Assign(targets=[ast.Attribute() | ast.Subscript()]):
            yield "statement", node, "pass"
        case ast.FunctionDef(body=[_, *_, last]) if not isinstance(last, ast.Return | ast.Raise):
            yield "early return", last, "return"


def _of_call(node: ast.Call, text: _Text) -> Iterator[_Instead]:
    whole, name = text(node), _name(node)
    on = text(node.func.value) if isinstance(node.func, ast.Attribute) else ""
    if name in _OTHER_NAMES and (not on or node.args or node.keywords):
        called = text(node.func)
        yield "name", node, whole.replace(called, called.removesuffix(name) + _OTHER_NAMES[name], 1)
    if on and name in _ON:
        yield "call", node, on
    if name in _WITH and node.args:
        yield "call", node, text(node.args[0])
    in_any_order = name in {"max", "min"}
    if len(node.args) > 1 and not in_any_order and not any(isinstance(one, ast.Starred) for one in node.args):
        copy = _parsed(whole)
        copy.args[:2] = reversed(copy.args[:2])
        yield "arguments", node, ast.unparse(copy)
    for keyword in node.keywords:
        if keyword.arg:
            copy = _parsed(whole)
            copy.keywords = [one for one in copy.keywords if one.arg != keyword.arg]
            yield "keyword", node, ast.unparse(copy)


def _parsed(text: str) -> Any:
    return ast.parse(f"({text})", mode="eval").body


def _without(place: int, text: str) -> str:
    copy = _parsed(text)
    del copy.elts[place]
    return ast.unparse(copy)
