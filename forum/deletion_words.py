"""What goes along with a deletion, as people know it: without the rows that only tie two things together."""

from typing import Any

from django.apps import apps
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst

from forum.permission_names import with_colon


def without_ties(told: list[Any]) -> list[Any]:
    """Give Django's nested list of what would go, without rows of tables that it made for many-to-many relations."""
    ties = tuple(f"{capfirst(name)}: " for name, _ in _ties())
    kept = [without_ties(one) if isinstance(one, list) else one for one in told]
    rows = [one for one in kept if one != [] and not (isinstance(one, str) and one.startswith(ties))]
    return [_with_colon(one) if isinstance(one, str) else one for one in rows]


def _with_colon(row: str) -> str:
    """Give a row with the colon behind its kind as the language of the page has it: Django writes ": " for all."""
    kind, _, name = row.partition(": ")
    told = with_colon(kind, name)
    return mark_safe(told) if isinstance(row, SafeString) else told  # noqa: S308 (as safe as it was)


def counts_without_ties(counts: dict[Any, int]) -> dict[Any, int]:
    """Give how many of each kind would go, without those rows."""
    names = {name for _, name in _ties()}
    return {kind: count for kind, count in counts.items() if str(kind) not in names}


def _ties() -> set[tuple[str, str]]:
    return {
        (str(model._meta.verbose_name), str(model._meta.verbose_name_plural))
        for model in apps.get_models(include_auto_created=True)
        if model._meta.auto_created
    }
