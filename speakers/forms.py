"""What may come in through a form: a programme or a list of people as a file, and what its columns mean."""

import base64
import binascii
import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

from django import forms
from django.contrib.postgres.forms import RangeWidget
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from unfold.widgets import (
    UnfoldAdminDateWidget,
    UnfoldAdminFileFieldWidget,
    UnfoldAdminSelectWidget,
    UnfoldAdminTextInputWidget,
    UnfoldBooleanSwitchWidget,
)

from forum.models import Edition
from forum.refusal import Refusal
from speakers.programme import Programme
from speakers.programme_import import read_for
from speakers.programme_words import MEANINGS
from speakers.staff_import import read_for_directory
from speakers.staff_list import StaffList

LARGEST_TABLE = 2 * 1024 * 1024
_MEANING = "meaning:"


class FromUntil(RangeWidget):
    """A span of days as two labelled dates."""

    def __init__(self, attrs: Any = None) -> None:
        super().__init__(UnfoldAdminTextInputWidget(attrs={"type": "date"}), attrs)

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:  # noqa: ARG002 (Django’s signature)
        """Give both inputs, each in its label."""
        start, end = value if isinstance(value, list | tuple) else self.decompress(value)
        labels = ((f"{name}_0", _("from"), start), (f"{name}_1", _("until"), end))
        return format_html(
            '<span class="from-until">{}</span>',
            format_html_join(
                "", '<label>{} <input type="date" name="{}" value="{}"></label>', self._rows(labels)
            ),
        )

    @staticmethod
    def _rows(labels: Iterable[tuple[str, Any, Any]]) -> Iterator[tuple[Any, str, str]]:
        for name, label, day in labels:
            yield label, name, day.isoformat() if isinstance(day, datetime.date) else day or ""


class TableForm(forms.Form):
    """A table as a file. After the first look, `kept` carries the file, so that it is chosen once."""

    kept = forms.CharField(required=False, widget=forms.HiddenInput)

    @property
    def kept_data(self) -> str:
        """The file as the hidden field carries it."""
        return base64.b64encode(self.data_read).decode()

    @property
    def meanings(self) -> dict[str, str]:
        """What the person says that columns mean, by the keys of their headers."""
        told = {
            name.removeprefix(_MEANING): str(value)
            for name, value in self.data.items()
            if name.startswith(_MEANING)
        }
        return {key: value for key, value in told.items() if not value or value in MEANINGS}

    def _data_of(self, cleaned: Mapping[str, Any]) -> bytes:
        file = cleaned.get("file")
        if file is not None:
            if file.size > LARGEST_TABLE:
                raise ValidationError(_("The file is larger than 2 MB. Split it by days."))
            self.data_read = file.read()
        elif cleaned.get("kept"):
            try:
                self.data_read = base64.b64decode(cleaned["kept"], validate=True)
            except binascii.Error as error:
                raise ValidationError(_("Choose the file again.")) from error
        else:
            raise ValidationError(_("Choose a file first."))
        return cast("bytes", self.data_read)


class ProgrammeForm(TableForm):
    """A programme and its edition."""

    edition = forms.ModelChoiceField(
        Edition.objects.select_related("forum"),
        label=_("Edition"),
        empty_label=_("Select value"),
        widget=UnfoldAdminSelectWidget,
    )
    file = forms.FileField(
        label=_("Programme"),
        required=False,
        widget=UnfoldAdminFileFieldWidget,
        help_text=_(
            "CSV, XLSX, iCalendar, or JSON of pretalx or Indico, at most 2 MB. A row names the columns: "
            "session, date, start, end, room, name, title, organisation, role."
        ),
    )
    drop = forms.BooleanField(
        label=_("Take away what this version does not list any more"),
        required=False,
        widget=UnfoldBooleanSwitchWidget,
    )
    field_order = ("edition", "file")

    def offer(self, editions: QuerySet[Edition]) -> None:
        """Offer these editions only."""
        field = cast("forms.ModelChoiceField", self.fields["edition"])
        field.queryset = editions

    def clean(self) -> None:
        if "edition" in self.cleaned_data:
            self.cleaned_data["programme"] = self._programme(self.cleaned_data)

    def _programme(self, cleaned: Mapping[str, Any]) -> Programme:
        try:
            return read_for(self._data_of(cleaned), cleaned["edition"], self.meanings)
        except Refusal as error:
            raise ValidationError(str(error)) from error


class StaffForm(TableForm):
    """A list of people, and the day from which its posts are held where it tells none."""

    file = forms.FileField(
        label=_("List of people"),
        required=False,
        widget=UnfoldAdminFileFieldWidget,
        help_text=_(
            "CSV or XLSX, at most 2 MB. A row names the columns: name, position, organisation, from, to."
        ),
    )
    since = forms.DateField(
        label=_("Posts without a date are held since"),
        required=False,
        initial=timezone.localdate,
        widget=UnfoldAdminDateWidget,
    )
    field_order = ("file", "since")

    def clean(self) -> None:
        try:
            self.cleaned_data["staff"] = self._staff(self.cleaned_data)
        except Refusal as error:
            raise ValidationError(str(error)) from error

    def _staff(self, cleaned: Mapping[str, Any]) -> StaffList:
        since = cleaned.get("since") or timezone.localdate()
        return read_for_directory(self._data_of(cleaned), since, self.meanings)
