"""What may come in through a form: prose as inlines, manuscripts as files, a word of approval."""

from typing import Any

import msgspec
from django import forms
from django.contrib.postgres.forms import SimpleArrayField
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django_prose_editor.widgets import AdminProseEditorWidget
from unfold.forms import PaginationInlineFormSet
from unfold.widgets import (
    UnfoldAdminFileFieldWidget,
    UnfoldAdminSelectWidget,
    UnfoldAdminTextareaWidget,
    UnfoldAdminTextInputWidget,
)

from bulletins.document import Document, Paragraph, Text, prose_from_builtins, tidy, to_builtins
from bulletins.inline import from_html, to_html
from bulletins.models import Bulletin, Point
from forum.models import Edition

LARGEST_UPLOAD = 20 * 1024 * 1024
_EDITOR = {"extensions": {"Bold": True, "Italic": True, "Mention": True}}
# Chips print their credit in the browser, from the roster on the page: no row is read for them.
_NO_ROSTER = Document()


class ProseField(forms.Field):
    """Paragraphs of inlines: JSON in the row, rich text in the browser, HTML on the way back."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", AdminProseEditorWidget(preset="configurable", config=_EDITOR))
        super().__init__(required=False, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        """Give the HTML of what the row keeps; what the browser sent goes back as it came."""
        if not isinstance(value, list):
            return value
        return to_html(prose_from_builtins(self.paragraphs(value)), _NO_ROSTER)

    def paragraphs(self, value: list[Any]) -> list[Any]:
        """Give the row's value as a list of paragraphs."""
        return value

    def to_python(self, value: Any) -> Any:
        """Read the browser's HTML into what the row keeps."""
        return to_builtins(from_html(value or ""))

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare inlines, not their HTML: an editor may write the same text in another way."""
        return bool((initial or []) != self.to_python(data))


class LeadField(ProseField):
    """One paragraph of inlines; several that come in are joined."""

    def __init__(self, **kwargs: Any) -> None:
        widget = AdminProseEditorWidget(preset="configurable", config=_EDITOR, attrs={"data-one-line": ""})
        super().__init__(widget=widget, **kwargs)

    def paragraphs(self, value: list[Any]) -> list[Any]:
        return [value] if value else []

    def to_python(self, value: Any) -> Any:
        joined: Paragraph = ()
        for paragraph in from_html(value or ""):
            joined = (*joined, Text(" "), *paragraph) if joined else paragraph
        # A lead is bold as a whole: bold inside it says nothing.
        plain = (
            msgspec.structs.replace(inline, strong=False) if isinstance(inline, Text) else inline
            for inline in joined
        )
        return to_builtins(tidy(tuple(plain)))


class BulletinForm(forms.ModelForm):
    """A bulletin's masthead, note and lede."""

    editors_note = ProseField(label=_("Editor’s note"))
    lede = ProseField(label=_("Lede"))

    summarized_by = SimpleArrayField(
        forms.CharField(),
        label=_("Summarized by"),
        required=False,
        widget=UnfoldAdminTextInputWidget,
        help_text=_("Names of the rapporteurs, separated by commas."),
    )

    class Meta:
        model = Bulletin
        fields = "__all__"  # noqa: DJ007 (the admin's fieldsets name the fields)

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        edition = self.cleaned_data.get("edition")
        strangers = [
            str(session) for session in self.cleaned_data.get("sessions", []) if session.edition != edition
        ]
        if edition and strangers:
            self.add_error(
                "sessions",
                ValidationError(
                    _("Not of %(edition)s: %(sessions)s. Choose sessions of the bulletin’s own edition."),
                    params={"edition": edition, "sessions": ", ".join(strangers)},
                ),
            )
        return cleaned


class PointForm(forms.ModelForm):
    """A thematic point."""

    lead = LeadField(label=_("Lead"))
    body = ProseField(label=_("Body"))

    class Meta:
        model = Point
        fields = ("lead", "body", "numbered", "order")


class OrderedFormSet(PaginationInlineFormSet):
    """Rows in an order: new ones come last, in the order they were added."""

    def save_new(self, form: Any, commit: bool = True) -> Any:
        form.instance.order = self.forms.index(form)
        return super().save_new(form, commit=commit)


class ImportForm(forms.Form):
    """A manuscript, and the edition it belongs to if it does not say so itself."""

    manuscript = forms.FileField(
        label=_("Manuscript"),
        widget=UnfoldAdminFileFieldWidget,
        help_text=_("Word, ODT, HTML, Markdown or plain text, in English or Chinese; at most 20 MB."),
    )
    edition = forms.ModelChoiceField(
        Edition.objects.select_related("forum"),
        label=_("Edition"),
        required=False,
        widget=UnfoldAdminSelectWidget,
        empty_label=_("as the manuscript says"),
        help_text=_("Left empty, it is found by the manuscript’s forum and year, or made."),
    )

    def clean_manuscript(self) -> Any:
        manuscript = self.cleaned_data["manuscript"]
        if manuscript.size > LARGEST_UPLOAD:
            raise ValidationError(
                _("The file is larger than 20 MB. Leave its pictures out, and upload the text.")
            )
        return manuscript


class ApprovalForm(forms.Form):
    """What the one who publishes says."""

    acceptance = forms.CharField(
        label=_("Why the warnings are accepted"),
        required=False,
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 2}),
    )
    correction_note = forms.CharField(
        label=_("What this version corrects"),
        required=False,
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 2}),
    )
    public_from = forms.DateTimeField(
        label=_("Under embargo until"),
        required=False,
        widget=UnfoldAdminTextInputWidget(attrs={"type": "datetime-local"}),
        help_text=_("Left empty, it is public at once. Until that moment readers find no trace of it."),
    )


class WithdrawalForm(forms.Form):
    """What the one who withdraws says."""

    note = forms.CharField(
        label=_("Why it is withdrawn"),
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 2}),
        help_text=_("Kept with the publication; readers do not see it."),
    )
