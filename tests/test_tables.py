"""What is declared, not done: the tables of the database, the lists and pages of the admin, the fields of forms.

Models and migrations say the same: what a row may hold is changed by a migration alone. What the admin and forms
declare is kept beside this (tests/declared.txt), and what stands before each view (tests/before_views.txt), the pages
of the admin (tests/admin_addresses.txt), and what commands may be told (tests/commands.txt).
"""

import argparse
import functools
import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django import forms
from django.apps import apps
from django.contrib import admin
from django.contrib.admin import ModelAdmin
from django.contrib.admin.options import InlineModelAdmin
from django.contrib.auth.models import AnonymousUser
from django.core.management import get_commands, load_command_class
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from django.test import RequestFactory
from django.utils.functional import Promise

from tests.doors import patterns
from tests.kept_text import as_kept

OURS = ("forum", "speakers", "bulletins")
OF_A_FIELD = (
    "required",
    "disabled",
    "initial",
    "label",
    "help_text",
    "max_length",
    "min_length",
    "max_value",
)


def test_the_migrations_make_the_tables_that_the_models_describe():
    stored = MigrationLoader(None).project_state()

    found = MigrationAutodetector(stored, ProjectState.from_apps(apps)).changes(
        graph=MigrationLoader(None).graph
    )

    assert {
        app: [str(operation) for migration in migrations for operation in migration.operations]
        for app, migrations in found.items()
    } == {}


def classes() -> Iterator[type]:
    """Give our classes that declare what the admin and forms show."""
    for app in OURS:
        package = importlib.import_module(app)
        for found in pkgutil.walk_packages(package.__path__, f"{app}."):
            if ".migrations" in found.name or found.name.endswith(".wsgi"):
                continue
            ours = [one for one in vars(importlib.import_module(found.name)).values() if inspect.isclass(one)]
            shown = (one for one in ours if issubclass(one, ModelAdmin | InlineModelAdmin | forms.BaseForm))
            yield from (one for one in shown if one.__module__ == found.name)


def declared(one: type) -> Iterator[str]:
    """Give what a class declares, a line each."""
    for name, value in vars(one).items():
        if name == "base_fields":
            for key, field in value.items():
                yield f"{key}: {field_told(field)}"
        elif inspect.isfunction(value):
            if marks := {key: mark for key, mark in vars(value).items() if key != "__wrapped__"}:
                yield f"{name}(): {told(marks)}"
        elif not name.startswith("_") and name not in ("media", "declared_fields"):
            yield f"{name}: {told(value)}"


def field_told(field: forms.Field) -> str:
    held = {name: getattr(field, name, None) for name in OF_A_FIELD}
    known = {name: value for name, value in held.items() if value not in (None, "", False)}
    return f"{type(field).__name__} {told(known)} {type(field.widget).__name__} {told(field.widget.attrs)}"


def told(value: Any) -> str:
    """Tell a value without where it lies in memory."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {told(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(told, value)) + "]"
    if inspect.isclass(value) or inspect.isfunction(value):
        return str(value.__qualname__)
    if isinstance(value, Promise | bool | int | str | None):
        return repr(str(value)) if isinstance(value, Promise | str) else repr(value)
    return type(value).__name__


@pytest.mark.slow  # every module is imported
def test_the_admin_and_forms_declare_what_they_declared():
    found = "".join(
        f"{one.__module__}.{one.__qualname__}\n" + "".join(f"  {line}\n" for line in declared(one))
        for one in classes()
    )

    assert found == as_kept(Path(__file__).parent / "declared.txt", found)


def before(view: Callable[..., Any]) -> Iterator[str]:
    """Give what a request passes before it comes to a view: methods that are let in, what the cache may keep."""
    while isinstance(view, functools.partial):
        view = view.func
    if not hasattr(view, "__wrapped__"):
        return
    name = view.__code__.co_qualname.partition(".")[0]
    if name == "require_http_methods" or view.__globals__["__name__"].startswith(OURS):
        known = inspect.getclosurevars(view).nonlocals
        yield " ".join((name, *known.get("request_method_list", ()), *known.get("parameters", ())))
    yield from before(view.__wrapped__)


def test_before_each_view_stands_what_stood_there():
    passed = {f"{name} {route}": ", ".join(before(one.callback)) for name, route, one in patterns()}
    found = "".join(f"{address}: {told}\n" for address, told in passed.items() if told)

    assert found == as_kept(Path(__file__).parent / "before_views.txt", found)


def test_the_admin_gives_its_pages_these_addresses_and_asks_strangers_to_log_in():
    stranger = RequestFactory().get("/")
    stranger.user = AnonymousUser()
    found = ""
    for model, shown in admin.site._registry.items():
        for one in shown.get_urls():
            answer = one.callback(stranger, **dict.fromkeys(one.pattern.converters, 1))
            found += f"{model._meta.label} {one.pattern} {one.name}: {answer.status_code}"
            found += f" {answer.headers['Location']}, {answer.headers.get('Cache-Control', 'may be kept')}\n"

    assert found == as_kept(Path(__file__).parent / "admin_addresses.txt", found)


def test_commands_may_be_told_what_they_could_be_told():
    found = "".join(line for name in sorted(get_commands()) for line in options_of(name))

    assert found == as_kept(Path(__file__).parent / "commands.txt", found)


def options_of(name: str) -> Iterator[str]:
    """Give what a command of ours is for, and a line for each of its own options."""
    app = get_commands()[name]
    if not isinstance(app, str) or not app.startswith(OURS):
        return
    command = load_command_class(app, name)
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    yield f"{name}: {vars(type(command)).get('help', '')}\n"
    if "add_arguments" not in vars(type(command)):
        return
    for one in parser._actions[1:]:
        given = {
            key: value
            for key, value in vars(one).items()
            if key not in ("container", "deprecated") and value not in (None, "", [], False)
        }
        if one.dest == "workers":
            del given["default"]  # as many as the machine has
        yield f"  {type(one).__name__} {told(given)}\n"
