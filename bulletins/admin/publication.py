"""Publications, to look at, to withdraw and to put back: nothing changes their text."""

from typing import Any

from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin
from unfold.decorators import action, display

from bulletins.admin.forms import WithdrawalForm
from bulletins.models import Publication
from bulletins.publishing.withdrawal import restore, withdraw
from forum.refusal import Refusal
from forum.rights import may, user_of


@admin.register(Publication)
class PublicationAdmin(ModelAdmin):
    """Every version that was published, newest first."""

    list_display = ("series_title", "version", "title", "date", "state", "published_at", "published_by")
    list_filter = ("edition__forum", "language", "superseded")
    search_fields = ("title", "series_title")
    list_select_related = ("published_by", "edition__forum")
    actions_detail = ("withdraw", "restore")
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
        "correction_note",
        "accepted",
        "acceptance",
        "renderings",
        "frozen",
    )
    readonly_fields = ("state",)

    @display(description=_("State"), label=True)
    def state(self, publication: Publication) -> str:
        """Whether readers see it, and if not, why."""
        if publication.state == Publication.State.EMBARGOED:
            until = date_format(timezone.localtime(publication.public_from), "SHORT_DATETIME_FORMAT")
            return gettext("Under embargo until %(moment)s") % {"moment": until}
        return str(publication.state.label)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_withdraw_permission(self, request: HttpRequest, object_id: Any = None) -> bool:
        return may(request.user, "bulletins.withdraw_bulletin")

    @action(description=_("Withdraw"), url_path="withdraw", permissions=["withdraw"], icon="visibility_off")
    def withdraw(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Ask why, and take the bulletin off the site."""
        publication = self._publication(request, object_id)
        form = WithdrawalForm(request.POST or None)
        if form.is_valid():
            try:
                withdraw(publication.bulletin, by=user_of(request), note=form.cleaned_data["note"])
            except Refusal as error:
                form.add_error(None, str(error))
            else:
                messages.success(request, gettext("The bulletin is withdrawn."))
                return redirect("admin:bulletins_publication_change", object_id)
        return self._page(request, "withdraw", publication, form)

    @action(description=_("Put back"), url_path="restore", permissions=["withdraw"], icon="visibility")
    def restore(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Ask once more, and put a withdrawn bulletin back on the site."""
        publication = self._publication(request, object_id)
        if request.method != "POST":
            return self._page(request, "restore", publication)
        restore(publication.bulletin, by=user_of(request))
        messages.success(request, gettext("The bulletin is back at its addresses."))
        return redirect("admin:bulletins_publication_change", object_id)

    def _publication(self, request: HttpRequest, object_id: str) -> Publication:
        publication: Publication | None = self.get_object(request, object_id)
        if publication is None:
            raise Http404
        return publication

    def _page(
        self, request: HttpRequest, name: str, publication: Publication, form: WithdrawalForm | None = None
    ) -> TemplateResponse:
        context = self.admin_site.each_context(request) | {
            "title": str(publication),
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
