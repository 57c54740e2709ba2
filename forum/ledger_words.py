"""What an entry of the ledger tells besides, in the words of its reader: fields by their labels, not their names."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from forum.models import LedgerEntry

type Column = models.Field[Any, Any]  # known to the type checker alone

# What verbs write that is no column of a table.
_KEYS: dict[str, Promise | str] = {
    "appearances": gettext_lazy("appearances"),
    "at": gettext_lazy("when"),
    "bin": gettext_lazy("bin"),
    "bulletins": gettext_lazy("bulletins"),
    "bytes": gettext_lazy("bytes"),
    "changed": gettext_lazy("what was changed"),
    "due": gettext_lazy("due on"),
    "emergency": gettext_lazy("emergency"),
    "from": gettext_lazy("from what"),
    "kept": gettext_lazy("kept"),
    "may see it": gettext_lazy("may see it"),
    "merged": gettext_lazy("merged"),
    "merged into": gettext_lazy("merged into"),
    "merger": gettext_lazy("merger"),
    "organisations": gettext_lazy("organisations"),
    "people": gettext_lazy("people"),
    "positions": gettext_lazy("positions"),
    "publication": gettext_lazy("publication"),
    "sessions": gettext_lazy("sessions"),
    "speakers": gettext_lazy("people"),
    "to": gettext_lazy("to what or whom"),
    "versions": gettext_lazy("versions"),
    # Files, by their endings.
    "docx": "Word",
    "html": "HTML",
    "json": "JSON",
    "md": "Markdown",
    "pdf": "PDF",
    "sha256": "SHA-256",
    "txt": "TXT",
}
_VALUES: dict[str, Promise] = {"taken out": gettext_lazy("taken out"), "emptied": gettext_lazy("emptied")}
# Columns that are told within the details of another model's entry.
_WITHIN = {"publication": "publication", "versions": "publication"}


def told(entry: LedgerEntry) -> Iterator[tuple[str, str]]:
    """Give the details of an entry, each with its label."""
    model = _model(entry.subject.partition("/")[0])
    for key, value in sorted(entry.details.items()):
        within = _model(_WITHIN[key]) if key in _WITHIN else None
        yield _label(model, key), _in_words(value, within, _field(model, key))


@cache
def _model(name: str) -> type[models.Model] | None:
    return next((model for model in apps.get_models() if model._meta.model_name == name), None)


def _field(model: type[models.Model] | None, key: str) -> Column | None:
    try:
        found = model._meta.get_field(key.removesuffix("_id")) if model else None
    except FieldDoesNotExist:
        return None
    return found if isinstance(found, models.Field) else None


def _label(model: type[models.Model] | None, key: str) -> str:
    field = _field(model, key)
    if field is not None and isinstance(field.verbose_name, Promise):
        return capfirst(str(field.verbose_name))
    return capfirst(str(_KEYS.get(key, key)))


def _in_words(value: Any, within: type[models.Model] | None, field: Column | None = None) -> str:
    if isinstance(value, dict):
        pairs = (
            (_label(within, key), _in_words(one, within, _field(within, key))) for key, one in value.items()
        )
        return "; ".join(f"{label} = {one}" for label, one in pairs)
    if isinstance(value, list):
        return ", ".join(_in_words(one, within) for one in value) or "–"
    return _one(str(value), field)


def _one(value: str, field: Column | None) -> str:
    if value in {"None", ""}:
        return "–"
    if isinstance(field, models.BooleanField):
        return _("Yes") if value == "True" else _("No")
    choices = {str(code): str(label) for code, label in (field.flatchoices if field is not None else ())}
    return choices.get(value) or str(_VALUES.get(value, value))
