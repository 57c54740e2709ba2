"""What is handed from one part to the next: what it is made of, and that it does not change on its way."""

import ast
import dataclasses
import datetime
import importlib
import inspect
import pkgutil
from pathlib import Path

import msgspec

from tests.kept_text import as_kept

# Put together piece by piece, by whoever reads or counts.
PUT_TOGETHER = {
    "bulletins.drafts.importing.Imported",
    "bulletins.manuscript.assembly.Parts",
    "bulletins.manuscript.body.Body",
    "bulletins.manuscript.body.Draft",
    "bulletins.manuscript.body.Part",
    "bulletins.manuscript.colophon.Foot",
    "bulletins.manuscript.introductions._Person",
    "bulletins.manuscript.masthead.Head",
    "bulletins.manuscript.pdf_pages.Line",
    "bulletins.manuscript.pdf_pages._Letter",
    "bulletins.manuscript.word_file.Word",
    "bulletins.manuscript.word_numbers.Numbers",
    "bulletins.publishing.verification._Told",
    "bulletins.views.topics.Branch",
    "speakers.affiliations.Affiliations",
    "speakers.directory.Directory",
    "speakers.directory.Organisations",
    "speakers.programme.Programme",
    "speakers.programme_changes._Stored",
    "speakers.staff_list.StaffList",
}


# What reads and what cuts texts has a great many of both, which its own tests hold to manuscripts.
READERS = ("bulletins.manuscript", "bulletins.language")


def modules():
    """Give every module of ours, but for migrations and what only puts others together."""
    for app in ("forum", "speakers", "bulletins"):
        package = importlib.import_module(app)
        for found in pkgutil.walk_packages(package.__path__, f"{app}."):
            if ".migrations" not in found.name and not found.name.endswith((".wsgi", ".urls")):
                yield importlib.import_module(found.name)


def values():
    """Give name and class of every dataclass and msgspec.Struct of ours."""
    for module in modules():
        for one in vars(module).values():
            if not inspect.isclass(one) or one.__module__ != module.__name__:
                continue
            if dataclasses.is_dataclass(one) or issubclass(one, msgspec.Struct):
                yield f"{one.__module__}.{one.__qualname__}", one


def numbers():
    """Give name and value of every limit, length of time and other number that a module holds by its name."""
    for module in modules():
        if module.__name__ == "forum.settings" or module.__name__.startswith(READERS):
            continue  # of settings tests/forum/settings_whole.txt tells
        for statement in ast.parse(inspect.getsource(module)).body:
            targets = (
                statement.targets
                if isinstance(statement, ast.Assign)
                else [getattr(statement, "target", None)]
            )
            for name in (one.id for one in targets if isinstance(one, ast.Name)):
                value = getattr(module, name, None)
                if is_number(value) or (
                    isinstance(value, tuple | list) and value and all(map(is_number, value))
                ):
                    yield f"{module.__name__}.{name} = {value}"


def is_number(value):
    return not isinstance(value, bool) and isinstance(
        value, int | float | datetime.timedelta | datetime.time | datetime.date
    )


def may_change(value):
    if issubclass(value, msgspec.Struct):
        return not value.__struct_config__.frozen
    return not value.__dataclass_params__.frozen


def test_every_value_is_frozen_but_those_put_together_piece_by_piece():
    assert {name for name, value in values() if may_change(value)} == PUT_TOGETHER


def described(name, value):
    """Tell how a value is made: its parts, which of them have names only, and what they are if nobody says."""
    told = ", ".join(map(_part, inspect.signature(value).parameters.values()))
    config = getattr(value, "__struct_config__", None)
    chosen = ("tag", "tag_field", "omit_defaults", "forbid_unknown_fields", "array_like", "order")
    kept = {one: getattr(config, one) for one in chosen if getattr(config, one, None)}
    return f"{name}({told}){f' {kept}' if kept else ''}"


def _part(part):
    default = "" if part.default is part.empty else f"={part.default!r}"
    return f"{'*' if part.kind == part.KEYWORD_ONLY else ''}{part.name}{default}"


def test_every_value_is_made_of_the_parts_that_are_listed():
    told = (
        "\n".join(sorted(described(name, value) for name, value in values() if not name.startswith(READERS)))
        + "\n"
    )

    assert told == as_kept(Path(__file__).with_name("values.txt"), told)


def test_every_number_is_the_one_that_is_listed():
    """Most are limits that nobody meets on a good day: whoever changes one does so on purpose."""
    told = "\n".join(sorted(numbers())) + "\n"

    assert told == as_kept(Path(__file__).with_name("numbers.txt"), told)
