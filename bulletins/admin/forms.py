"""What may come in through a form: a new bulletin, manuscripts as files, a word of approval."""

from datetime import datetime
from typing import Any, cast

from django import forms
from django.contrib.auth.models import Group, User
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.functional import lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from unfold.widgets import (
    UnfoldAdminFileFieldWidget,
    UnfoldAdminSelectWidget,
    UnfoldAdminTextareaWidget,
    UnfoldAdminTextInputWidget,
)

from bulletins.models import Bulletin, CorrectionKind, Series
from forum.models import Edition
from forum.time_zone import zone

_IN_ZONE = format_lazy(_("The clock is that of {zone}."), zone=lazy(zone, str)())


class BulletinForm(forms.ModelForm):
    """What a new bulletin begins with; all else is written on its page."""

    class Meta:
        model = Bulletin
        fields = ("edition", "series", "language", "sessions", "title")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "series" in self.fields:
            self.fields["series"].required = False
            self.fields["series"].help_text = _("Left empty, it is the forum’s main series.")

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        edition, series = self.cleaned_data.get("edition"), self.cleaned_data.get("series")
        if edition and series and series.forum_id != edition.forum_id:
            self.add_error("series", _("This is a series of another forum."))
        if edition and series is None:
            self.cleaned_data["series"] = Series.objects.main(edition.forum)
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


class EditionForm(forms.Form):
    """The edition that manuscripts belong to if they do not say so themselves."""

    edition = forms.ModelChoiceField(
        Edition.objects.select_related("forum"),
        label=_("Edition"),
        required=False,
        widget=UnfoldAdminSelectWidget,
        empty_label=_("as the manuscript says"),
        help_text=_("Left empty, it is found by the manuscript’s forum and year, or made."),
    )

    def offer(self, editions: QuerySet[Edition]) -> None:
        """Offer these editions only."""
        field = cast("forms.ModelChoiceField", self.fields["edition"])
        field.queryset = editions


class ImportForm(EditionForm):
    """A manuscript."""

    manuscript = forms.FileField(
        label=_("Manuscript"),
        widget=UnfoldAdminFileFieldWidget,
        help_text=_(
            "Word, ODT, PDF with text, HTML, Markdown or plain text, in English or Chinese; at most 20 MB."
        ),
    )
    field_order = ("manuscript", "edition")


class _ManyFiles(forms.FileInput):
    allow_multiple_selected = True


class _ManyFilesField(forms.FileField):
    """Files, at least one."""

    def clean(self, data: Any, initial: Any = None) -> Any:
        return [super(_ManyFilesField, self).clean(one, initial) for one in data or [None]]


class ArchiveForm(EditionForm):
    """Manuscripts, as many as somebody chooses."""

    manuscripts = _ManyFilesField(
        allow_empty_file=True,  # its row says that it is empty
        label=_("Manuscripts"),
        widget=_ManyFiles(attrs={"multiple": True}),
        help_text=_(
            "Word, ODT, PDF with text, HTML, Markdown or plain text, in English or Chinese; each at most 20 MB. "
            "What was imported before is skipped, so an interrupted import is simply begun again."
        ),
    )
    field_order = ("manuscripts", "edition")


class ReadersForm(forms.Form):
    """Whom a draft is kept to, besides whoever made it."""

    users = forms.ModelMultipleChoiceField(
        User.objects.filter(is_staff=True, is_active=True).order_by("username"),
        label=_("people who may see it"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    groups = forms.ModelMultipleChoiceField(
        Group.objects.order_by("name"),
        label=_("groups that may see it"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class ApprovalForm(forms.Form):
    """What the one who publishes says."""

    acceptance = forms.CharField(
        label=_("Why the warnings are accepted"),
        required=False,
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 2}),
    )
    marking_consent = forms.CharField(
        label=_("Why it may be public with its marking"),
        required=False,
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 2}),
        help_text=_("Who allowed it, and when. Kept with the publication; readers do not see it."),
    )
    correction_note = forms.CharField(
        label=_("What this version corrects"),
        required=False,
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 2}),
    )
    correction_kind = forms.ChoiceField(
        label=_("Kind of correction"),
        choices=CorrectionKind.choices,
        initial=CorrectionKind.CORRECTION,
        required=False,
        widget=UnfoldAdminSelectWidget,
    )
    public_from = forms.DateTimeField(
        label=_("Under embargo until"),
        required=False,
        widget=UnfoldAdminTextInputWidget(attrs={"type": "datetime-local"}),
        help_text=format_lazy(
            "{} {}",
            _(
                "Left empty, it is public at once. Until that moment readers find no trace of a first version; "
                "of a correction, they read the version before."
            ),
            _IN_ZONE,
        ),
    )
    emergency = forms.CharField(
        label=_("Why it is published without approval"),
        required=False,
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 2}),
        help_text=_("In an emergency only. Kept in the ledger under your name."),
    )


class WithdrawalForm(forms.Form):
    """What the one who withdraws says."""

    note = forms.CharField(
        label=_("Why it is withdrawn"),
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 2}),
        help_text=_("Readers see it at the bulletin’s addresses, with the date."),
    )


class PutBackForm(forms.Form):
    """What the one who puts a bulletin back says."""

    note = forms.CharField(
        label=_("Why it is put back"),
        required=False,
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 2}),
        help_text=_("Kept in the ledger; readers do not see it."),
    )


class _Moment(UnfoldAdminTextInputWidget):
    """A moment as browsers ask for it and give it."""

    def __init__(self) -> None:
        super().__init__(attrs={"type": "datetime-local"})

    def format_value(self, value: Any) -> str | None:
        return f"{value:%Y-%m-%dT%H:%M}" if isinstance(value, datetime) else value


class EmbargoForm(forms.Form):
    """Until when a bulletin is under an embargo instead, and why."""

    public_from = forms.DateTimeField(
        label=_("Under embargo until"),
        required=False,
        widget=_Moment(),
        help_text=format_lazy("{} {}", _("Left empty, the bulletin is public at once."), _IN_ZONE),
    )
    note = forms.CharField(
        label=_("Why the embargo is changed"),
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 2}),
        help_text=_("Kept in the ledger; readers do not see it."),
    )
