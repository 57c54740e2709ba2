"""What the parts of a page are made of: whoever changes any of it makes them anew."""

import ast

from bulletins.rendering.page import _ALONE, _SOURCES
from forum.home import BASE_DIR


def imported(path):
    """The modules of bulletins that a file imports."""
    for node in ast.walk(ast.parse((BASE_DIR / path).read_text())):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "bulletins":
            base = node.module.replace(".", "/")
            names = [base, f"{base}/__init__", *(f"{base}/{one.name}" for one in node.names)]
            yield from (f"{name}.py" for name in names if (BASE_DIR / f"{name}.py").exists())


def test_every_module_that_a_page_is_made_of_counts():
    seen, left = {"bulletins/__init__.py", "bulletins/rendering/__init__.py"}, {"bulletins/rendering/page.py"}
    while left:
        path = left.pop()
        seen.add(path)
        left |= set(imported(path)) - seen

    assert sorted(path for path in seen if not path.startswith(("bulletins/__init__", *_SOURCES))) == sorted(
        _ALONE
    )
