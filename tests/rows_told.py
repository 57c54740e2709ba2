"""All rows of the site in words, and what an act changed of them: other rows stand by, and must not change."""

import datetime
import json
import re
from collections.abc import Collection
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import Model
from django.utils import timezone

APPS = ("auth", "forum", "speakers", "bulletins")
# What migrations and triggers write, and what depends on who runs the tests, or on a clock.
LEFT_OUT = {"Permission", "Group", "SiteRevision"}
# What is made of a publication, of which other tests have lists.
OF_PUBLICATIONS = {
    "Rendering", "SetText", "SearchEntry", "IssueEntry", "VocabularyWord", "Tally", "SpeakerName",
}  # fmt: skip
NOT_TOLD = {"password", "last_login", "hash", "previous", "origin", "vector", "renderings"}
# A row's key, and the id that is made of its first letters.
_KEY = re.compile(r"\b[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}\b|(?<=\"id\":\")[0-9a-f]{10}\b")
_FINGERPRINT = re.compile(r"\b[0-9a-f]{64}\b")
_SIZE = re.compile(
    r"(?<=['\"]bytes['\"]: )\d+(?=, ['\"]sha256)"
)  # of a file that tells the day: it differs by the day
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?\+\d\d:\d\d")
_IN_PYTHON = re.compile(r"datetime\.datetime\(.*?tzinfo=[\w.]+\)")
_AN_HOUR = datetime.timedelta(hours=1)


class Rows:
    """What stood when it was asked last. Random keys get a number each; the present moment is "now"."""

    def __init__(self, *, but: Collection[str] = ()) -> None:
        self._now = timezone.now()
        self._keys: dict[str, str] = {}
        self._models = [
            model
            for app in APPS
            for model in apps.get_app_config(app).get_models(include_auto_created=True)
            if model._meta.managed and not model._meta.proxy and model.__name__ not in {*LEFT_OUT, *but}
        ]
        self._stood = self._all()

    def changed(self) -> list[str]:
        """Give what differs since it was asked last: rows that went (-) or came (+), and fields that changed (~)."""
        stood, self._stood = self._stood, self._all()
        lines = [f"- {name}: {_all_of(told)}" for name, told in stood.items() if name not in self._stood]
        for name, told in self._stood.items():
            before = stood.get(name)
            if before is None:
                lines.append(f"+ {name}: {_all_of(told)}")
            elif before != told:
                fields = (one for one in before | told if before.get(one) != told.get(one))
                changes = (f"{one}={before.get(one, '∅')} → {told.get(one, '∅')}" for one in fields)
                lines.append(f"~ {name}: {', '.join(changes)}")
        return lines

    def told(self, value: Any) -> str:
        """Give a value in words that are the same in each run."""
        text = _IN_PYTHON.sub("a moment", str(value))
        text = _MOMENT.sub(lambda one: self._moment(one[0]), text)
        text = _SIZE.sub("so many", text)
        text = _FINGERPRINT.sub("a fingerprint", text).replace(str(timezone.localdate()), "today")
        return _KEY.sub(lambda one: self._number(one[0].replace("-", "")[:10]), text).replace("\n", "⏎")

    def _moment(self, text: str) -> str:
        return "now" if abs(datetime.datetime.fromisoformat(text) - self._now) < _AN_HOUR else text

    def _number(self, key: str) -> str:
        return self._keys.setdefault(key, f"key {len(self._keys) + 1}")

    def _all(self) -> dict[str, dict[str, str]]:
        """Give all rows by what they are called: in each its fields, but for those that are empty."""
        tables = " UNION ALL ".join(
            f'SELECT {place}, one.{model._meta.pk.column}::text COLLATE "C", to_jsonb(one) '  # noqa: S608
            f"FROM {model._meta.db_table} one"
            for place, model in enumerate(self._models)
        )
        with connection.cursor() as cursor:
            cursor.execute(f"{tables} ORDER BY 1, 2")
            found = cursor.fetchall()
        return {
            f"{self._models[place].__name__} {self.told(key)}": self._fields(self._models[place], row)
            for place, key, row in found
        }

    def _fields(self, model: type[Model], row: Any) -> dict[str, str]:
        kept = json.loads(row) if isinstance(row, str) else row
        columns = (one.column for one in model._meta.concrete_fields if not one.primary_key)
        return {
            name: self.told(kept[name])
            for name in columns
            if name not in NOT_TOLD and kept[name] not in (None, "", [], {}, False)
        }


def _all_of(told: dict[str, str]) -> str:
    return ", ".join(f"{name}={value}" for name, value in told.items())
