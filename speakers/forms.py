"""What may come in through a form: a programme as a file."""

import base64
import binascii
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminFileFieldWidget, UnfoldAdminSelectWidget

from forum.models import Edition
from forum.refusal import Refusal
from speakers.programme import Programme, read_programme

LARGEST_PROGRAMME = 2 * 1024 * 1024


class ProgrammeForm(forms.Form):
    """A programme and its edition. After the first look, `kept` carries the file, so that it is chosen once."""

    edition = forms.ModelChoiceField(
        Edition.objects.select_related("forum"), label=_("Edition"), widget=UnfoldAdminSelectWidget
    )
    file = forms.FileField(
        label=_("Programme"),
        required=False,
        widget=UnfoldAdminFileFieldWidget,
        help_text=_(
            "CSV, XLSX or iCalendar, at most 2 MB. The first row names the columns: "
            "session, date, start, end, room, name, title, organisation, role."
        ),
    )
    kept = forms.CharField(required=False, widget=forms.HiddenInput)

    def offer(self, editions: QuerySet[Edition]) -> None:
        """Offer these editions only."""
        field = cast("forms.ModelChoiceField", self.fields["edition"])
        field.queryset = editions

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        try:
            cleaned["programme"] = self._programme(cleaned)
        except Refusal as error:
            raise ValidationError(str(error)) from error
        return cleaned

    def _programme(self, cleaned: dict[str, Any]) -> Programme:
        file = cleaned.get("file")
        if file is not None:
            if file.size > LARGEST_PROGRAMME:
                raise ValidationError(_("The file is larger than 2 MB. Split it by days."))
            self.data_read = file.read()
        elif cleaned.get("kept"):
            try:
                self.data_read = base64.b64decode(cleaned["kept"], validate=True)
            except binascii.Error as error:
                raise ValidationError(_("Choose the file again.")) from error
        else:
            raise ValidationError(_("Choose a file first."))
        return read_programme(self.data_read)

    @property
    def kept_data(self) -> str:
        """The file as the hidden field carries it."""
        return base64.b64encode(self.data_read).decode()
