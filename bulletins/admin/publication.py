"""Publications, to look at, to withdraw and to put back: nothing changes their text."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.defaultfilters import filesizeformat
from django.template.response import TemplateResponse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin
from unfold.decorators import action, display

from bulletins.admin.bin import key_of
from bulletins.admin.forms import EmbargoForm, PutBackForm, WithdrawalForm
from bulletins.models import Bulletin, Publication
from bulletins.publishing.embargo import change_embargo
from bulletins.publishing.record import subject_of
from bulletins.publishing.withdrawal import restore, withdraw
from bulletins.rendering.pdf import render_pdf
from forum.admin import TitledAdmin
from forum.models import LedgerEntry
from forum.refusal import Refusal
from forum.rights import may, user_of
from forum.time_zone import with_zone


@admin.register(Publication)
class PublicationAdmin(TitledAdmin, ModelAdmin):
    """Every version that was published, newest first."""

    list_display = ("series_title", "version", "title", "date", "state", "published_at", "published_by")
    list_filter = (("edition__forum", admin.RelatedOnlyFieldListFilter), "language", "superseded")
    search_fields = ("title", "series_title")
    list_select_related = ("published_by", "edition__forum", "series")
    actions_detail = ("paper", "withdraw", "restore", "embargo")
    fields = (
        "state",
        "bulletin",
        "series_title",
        "title",
        "number",
        "volume",
        "date",
        "version",
        "superseded",
        "published_at",
        "published_by",
        "public_from",
        "withdrawn_at",
        "withdrawn_by",
        "withdrawal_note",
        "correction_kind",
        "correction_note",
        "warnings",
        "acceptance",
        "marking_consent",
        "files",
        "acts",
    )
    readonly_fields = ("state", "warnings", "files", "acts")

    @display(description=_("State"), label=True)
    def state(self, publication: Publication) -> str:
        """Whether readers see it, and if not, why."""
        if publication.state == Publication.State.EMBARGOED:
            return gettext("Under embargo until %(moment)s") % {"moment": with_zone(publication.public_from)}
        return str(publication.state.label)

    @display(description=_("accepted warnings"))
    def warnings(self, publication: Publication) -> SafeString | str:
        """What was warned of when it was published."""
        told = ((finding["message"], finding["where"]) for finding in publication.accepted)
        return format_html_join("", "<p>{} <small>{}</small></p>", told) or "–"

    @display(description=_("files"))
    def files(self, publication: Publication) -> SafeString | str:
        """Each file with its size and its SHA-256, as they were at publication."""
        told = (
            (name, filesizeformat(file["bytes"]), file["sha256"])
            for name, file in sorted(publication.renderings.items())
        )
        return format_html_join("", "<p>{} ({}) <code>{}</code></p>", told) or "–"

    @display(description=_("acts"))
    def acts(self, publication: Publication) -> SafeString | str:
        """What was done with the bulletin, when, by whom and why, as the ledger tells it."""
        entries = LedgerEntry.objects.filter(subject=subject_of(publication.bulletin_id)).order_by("number")
        told = (
            (with_zone(one.at), one.get_act_display(), one.actor or one.origin, one.why) for one in entries
        )
        return format_html_join("", "<p>{} · <b>{}</b> · {} · {}</p>", told) or "–"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Publication]:
        visible = Bulletin.objects.visible_to(request.user).values("pk")
        return super().get_queryset(request).filter(bulletin__in=visible)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_paper_permission(self, request: HttpRequest, object_id: Any = None) -> bool:
        return may(request.user, "bulletins.view_publication")

    @action(description=_("Paper copy"), url_path="paper", permissions=["paper"], icon="print")
    def paper(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Give the PDF to be printed and sent: with whom it goes to, which no file on the site tells."""
        publication = self._publication(request, object_id)
        pdf = render_pdf(publication.paper_document, publication.imprint_on_paper)
        return HttpResponse(pdf, content_type="application/pdf")

    def has_withdraw_permission(self, request: HttpRequest, object_id: Any = None) -> bool:
        return may(request.user, "bulletins.withdraw_bulletin") and _stands(object_id, withdrawn=False)

    def has_put_back_permission(self, request: HttpRequest, object_id: Any = None) -> bool:
        return may(request.user, "bulletins.withdraw_bulletin") and _stands(object_id, withdrawn=True)

    @action(description=_("Withdraw"), url_path="withdraw", permissions=["withdraw"], icon="visibility_off")
    def withdraw(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Ask why, and take the bulletin off the site."""
        publication = self._publication(request, object_id)
        form = WithdrawalForm(request.POST or None)
        if not form.is_valid():
            return self._page(request, "withdraw", publication, form)
        withdraw(publication.bulletin, by=user_of(request), note=form.cleaned_data["note"])
        messages.success(request, gettext("The bulletin is withdrawn."))
        return redirect("admin:bulletins_publication_change", object_id)

    @action(description=_("Put back"), url_path="restore", permissions=["put_back"], icon="visibility")
    def restore(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Ask once more, and put a withdrawn bulletin back on the site."""
        publication = self._publication(request, object_id)
        form = PutBackForm(request.POST if request.method == "POST" else None)
        if not form.is_valid():
            return self._page(request, "restore", publication, form)
        restore(publication.bulletin, by=user_of(request), note=form.cleaned_data["note"])
        messages.success(request, gettext("The bulletin is back at its addresses."))
        return redirect("admin:bulletins_publication_change", object_id)

    def has_embargo_permission(self, request: HttpRequest, object_id: Any = None) -> bool:
        return may(request.user, "bulletins.publish_bulletin")

    @action(description=_("Change the embargo"), url_path="embargo", permissions=["embargo"], icon="schedule")
    def embargo(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Ask until when and why, and let a bulletin be public earlier or later."""
        publication = self._publication(request, object_id)
        form = EmbargoForm(request.POST or None, initial={"public_from": publication.public_from})
        if form.is_valid():
            try:
                change_embargo(publication.bulletin, by=user_of(request), **form.cleaned_data)
            except Refusal as error:
                form.add_error(None, str(error))
            else:
                messages.success(request, gettext("The embargo is changed."))
                return redirect("admin:bulletins_publication_change", object_id)
        return self._page(request, "embargo", publication, form)

    def _publication(self, request: HttpRequest, object_id: str) -> Publication:
        publication: Publication | None = self.get_object(request, object_id)
        if publication is None:
            raise Http404
        return publication

    def _page(
        self, request: HttpRequest, name: str, publication: Publication, form: Form
    ) -> TemplateResponse:
        context = self.admin_site.each_context(request) | {
            "title": _TITLES[name] % {"publication": publication},
            "form": form,
            "opts": self.opts,
            "model_admin": self,
            "bulletin": publication.bulletin,
            "original": publication,
        }
        return TemplateResponse(request, f"admin/bulletins/publication/{name}.html", context)

    def view_on_site(self, obj: Publication) -> str:
        """Address of this version."""
        return obj.url


_TITLES = {
    "withdraw": _("Withdraw “%(publication)s”"),
    "restore": _("Put back “%(publication)s”"),
    "embargo": _("Embargo of “%(publication)s”"),
}


def _stands(object_id: Any, *, withdrawn: bool) -> bool:
    """Tell whether a publication is withdrawn, or is not; one that is not there has the answer of its page, 404."""
    found = Publication.objects.filter(pk=key_of(str(object_id)))
    return not found.filter(withdrawn_at__isnull=withdrawn).exists()
