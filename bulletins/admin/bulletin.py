"""A bulletin on one page: masthead, roster, texts, sections and points; and what can be done with it."""

import hashlib
from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin, StackedInline, TabularInline
from unfold.decorators import action, display

from bulletins import importing, manuscript, publishing
from bulletins.admin.findings import listed
from bulletins.checks import errors, warnings
from bulletins.document import Imprint
from bulletins.drafts import document_of, fill_roster
from bulletins.forms import ApprovalForm, BulletinForm, ImportForm, OrderedFormSet, PointForm
from bulletins.language import of
from bulletins.models import Bulletin, Point, RosterLine, Section
from bulletins.rendering import FORMATS
from bulletins.rendering.html import render_fragment
from speakers.names import family_name


class PointInline(StackedInline):
    """The points of a section."""

    model = Point
    form = PointForm
    formset = OrderedFormSet
    extra = 0
    ordering_field = "order"
    hide_ordering_field = True
    fields = ("lead", "body", "numbered", "order")


class SectionInline(StackedInline):
    """The sections, each with its points."""

    model = Section
    formset = OrderedFormSet
    extra = 0
    ordering_field = "order"
    hide_ordering_field = True
    fields = ("title", "numbered", "order")
    inlines = [PointInline]


class RosterInline(TabularInline):
    """Everybody who appeared, with the credit that this bulletin prints."""

    model = RosterLine
    formset = OrderedFormSet
    extra = 0
    ordering_field = "order"
    hide_ordering_field = True
    fields = ("speaker", "name", "credit", "role", "order")
    autocomplete_fields = ("speaker",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("speaker")


@admin.register(Bulletin)
class BulletinAdmin(ModelAdmin):
    """Bulletins as they are written; what readers see are their Publications."""

    form = BulletinForm
    inlines = [RosterInline, SectionInline]
    list_display = ("title", "issue", "edition", "date", "language", "state", "updated_at")
    list_filter = ("edition__forum", "edition", "language")
    search_fields = ("title", "series_title")
    list_select_related = ("edition__forum",)
    autocomplete_fields = ("edition", "sessions")
    warn_unsaved_form = True
    compressed_fields = True
    change_form_template = "admin/bulletins/bulletin/change_form.html"
    actions_list = ("import_manuscript",)
    actions_detail = ("fill_roster", "preview", "findings", "publish")
    fieldsets = (
        (_("Masthead"), {"fields": (("edition", "language"), ("number", "volume", "date"), "title", "series_title", "sessions")}),
        (_("Opening"), {"fields": ("editors_note", "lede", "summarized_by")}),
        (_("Numbering"), {"fields": (("section_style", "point_style"),), "classes": ("collapse",)}),
    )  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> QuerySet[Bulletin]:
        return super().get_queryset(request).with_versions()

    @display(description=_("Issue"), ordering="volume")
    def issue(self, bulletin: Bulletin) -> str:
        """Number and volume as printed."""
        return of(bulletin.language).issue_line(bulletin.number, bulletin.volume) or "–"

    @display(description=_("State"), label={_("Draft"): "info", _("Published"): "success"})
    def state(self, bulletin: Bulletin) -> str:
        """Whether a version is out."""
        return gettext("Published") if bulletin.versions else gettext("Draft")  # type: ignore[attr-defined]

    def save_model(self, request: HttpRequest, obj: Bulletin, form: Any, change: bool) -> None:
        if not change:
            obj.created_by = request.user  # type: ignore[assignment]
        super().save_model(request, obj, form, change)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """The bulletin's page, with its roster for the mention picker."""
        bulletin = self.get_object(request, object_id)
        context = {"roster_data": _picker_entries(bulletin) if bulletin else [], **(extra_context or {})}
        return super().change_view(request, object_id, form_url, context)

    def has_publish_permission(self, request: HttpRequest, object_id: Any = None) -> bool:
        """Those who may add publications may publish."""
        return bool(request.user.has_perm("bulletins.add_publication"))

    @action(description=_("Import a manuscript"), url_path="import", permissions=["add"], icon="upload_file")
    def import_manuscript(self, request: HttpRequest) -> HttpResponse:
        """Upload a manuscript, and go to the draft made of it."""
        form = ImportForm(request.POST or None, request.FILES or None)
        if form.is_valid():
            try:
                return self._imported(request, form)
            except manuscript.ManuscriptError as error:
                form.add_error("manuscript", gettext(error.template).format_map(error.params))
            except importing.ImportRefusedError as error:
                form.add_error("manuscript", str(error))
        context = {"form": form, "title": gettext("Import a manuscript")}
        return self._page(request, "import", context)

    def _imported(self, request: HttpRequest, form: ImportForm) -> HttpResponse:
        upload = form.cleaned_data["manuscript"]
        data = upload.read()
        reading = manuscript.read_bytes(data, upload.name)
        target = importing.Target(edition=form.cleaned_data["edition"], by=request.user)  # type: ignore[arg-type]
        imported = importing.import_document(reading.document, hashlib.sha256(data).hexdigest(), target)
        if not imported.created:
            messages.info(
                request, gettext("This manuscript was imported before; here is its draft, unchanged.")
            )
        else:
            messages.success(request, gettext("The manuscript is a draft now."))
        for text in listed((*reading.findings, *imported.findings)):
            messages.warning(request, text["message"])
        return redirect("admin:bulletins_bulletin_findings", imported.bulletin.pk)

    @action(description=_("Fill the roster"), url_path="roster", permissions=["change"], icon="group_add")
    def fill_roster(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Add everybody who appears in the bulletin's sessions."""
        bulletin = get_object_or_404(Bulletin, pk=object_id)
        added = fill_roster(bulletin)
        messages.success(
            request,
            ngettext("%(count)d speaker was added.", "%(count)d speakers were added.", added)
            % {"count": added},
        )
        return redirect("admin:bulletins_bulletin_change", object_id)

    @action(description=_("Preview"), url_path="preview", permissions=["view"], icon="visibility")
    def preview(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """The draft as readers would see it; ?format= gives a file."""
        bulletin = get_object_or_404(Bulletin, pk=object_id)
        document = document_of(publishing.numbered(bulletin))
        form = FORMATS.get(request.GET.get("format", ""))
        if form is not None:
            return HttpResponse(form.render(document, Imprint()), content_type=form.media_type)
        context = {
            "bulletin": bulletin,
            "fragment": mark_safe(render_fragment(document, Imprint())),  # noqa: S308 (our own template's output)
            "formats": FORMATS,
        }
        return self._page(request, "preview", context)

    @action(description=_("Findings"), url_path="findings", permissions=["view"], icon="rule")
    def findings(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """What the checks have to say."""
        bulletin = get_object_or_404(Bulletin.objects.select_related("edition__forum"), pk=object_id)
        found = publishing.findings_of(bulletin, document_of(bulletin))
        context = {"title": str(bulletin), "bulletin": bulletin, "findings": listed(found)}
        return self._page(request, "findings", context)

    @action(description=_("Publish"), url_path="publish", permissions=["publish"], icon="publish")
    def publish(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Show what stands in the way, take the word of approval, publish."""
        bulletin = get_object_or_404(Bulletin.objects.select_related("edition__forum"), pk=object_id)
        form = ApprovalForm(request.POST or None)
        if form.is_valid():
            try:
                return self._published(request, bulletin, form)
            except publishing.PublishingError as error:
                form.add_error(None, str(error))
                bulletin.refresh_from_db()
        found = publishing.findings_of(bulletin, document_of(bulletin))
        context = {
            "title": str(bulletin), "bulletin": bulletin, "form": form, "findings": listed(found),
            "errors": errors(found), "warnings": warnings(found), "is_correction": bulletin.publications.exists(),
        }  # fmt: skip
        return self._page(request, "publish", context)

    def _published(
        self, request: HttpRequest, bulletin: Bulletin, form: ApprovalForm
    ) -> HttpResponseRedirect:
        approval = publishing.Approval(**form.cleaned_data)
        publication = publishing.publish(bulletin, by=request.user, approval=approval)  # type: ignore[arg-type]
        messages.success(
            request,
            gettext("%(issue)s, version %(version)s, is published.")
            % {"issue": publication.issue_line, "version": publication.version},
        )
        if not publication.is_public:
            return redirect("admin:bulletins_publication_change", publication.pk)
        return redirect(publication.get_absolute_url())

    def _page(self, request: HttpRequest, name: str, context: dict[str, Any]) -> TemplateResponse:
        everywhere = self.admin_site.each_context(request) | {
            "opts": self.opts,
            "model_admin": self,
            "original": context.get("bulletin"),
        }
        return TemplateResponse(request, f"admin/bulletins/bulletin/{name}.html", everywhere | context)


def _picker_entries(bulletin: Bulletin) -> list[dict[str, str]]:
    """The roster as the mention picker wants it: key, full credit, short form, and what a search finds it by."""
    grammar = of(bulletin.language)
    lines = bulletin.roster.select_related("speaker")
    return [
        {
            "speaker": line.speaker.slug,
            "line": grammar.credit_line(line.name or line.speaker.name_in(bulletin.language), line.credit),
            "short": family_name(line.name or line.speaker.name_in(bulletin.language)),
            "search": f"{line.speaker.slug} {line.name} {line.speaker.name} {line.speaker.own_name} {line.credit}".lower(),
        }
        for line in lines
    ]
