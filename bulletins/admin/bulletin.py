"""Bulletins in the admin: the list, the writing page, and what can be done with one."""

import functools
import hashlib
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.forms import CheckboxSelectMultiple
from django.http import Http404, HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.urls import path
from django.utils.formats import date_format
from django.utils.http import content_disposition_header
from django.utils.safestring import mark_safe
from django.utils.text import slugify
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.decorators import action, display

from bulletins import manuscript
from bulletins.admin import answers, writing, writing_page
from bulletins.admin.archive import ArchivePages
from bulletins.admin.attribution import AttributionForm
from bulletins.admin.bin import BinPages, key_of
from bulletins.admin.findings import listed, listed_for
from bulletins.admin.forms import BulletinForm, ImportForm, ReadersForm
from bulletins.admin.history import HistoryPages
from bulletins.admin.publishing import PublishPages
from bulletins.admin.review import ReviewPages
from bulletins.document import Document, Imprint
from bulletins.drafts.attribution import give_sentences
from bulletins.drafts.beginning import begin_as_template, duplicate, number_as_usual
from bulletins.drafts.findings import findings_of
from bulletins.drafts.import_reports import done_with_report, report_of
from bulletins.drafts.importing import Target, import_document
from bulletins.drafts.numbers import numbered_document
from bulletins.drafts.pictures import picture_for
from bulletins.drafts.rights import has_voice, limit_readers
from bulletins.drafts.roster import fill_roster
from bulletins.drafts.rows import document_of
from bulletins.language import of
from bulletins.models import Bulletin
from bulletins.models.bulletin import SectionStyle, point_styles
from bulletins.rendering import FORMATS, Format
from bulletins.rendering.html import render_fragment
from forum import languages
from forum.admin_scope import limited
from forum.models import Edition, Session
from forum.refusal import Refusal
from forum.rights import user_of
from forum.storage import MissingFileError


class StateFilter(admin.SimpleListFilter):
    """How far a bulletin is."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return list(Bulletin.State.choices)

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(state_now=self.value()) if self.value() in Bulletin.State else queryset


class RapporteurFilter(admin.SimpleListFilter):
    """Who summarised."""

    title = _("rapporteur")
    parameter_name = "rapporteur"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(name, name) for name in Bulletin.objects.visible_to(request.user).rapporteurs()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        known = self.value() in Bulletin.objects.rapporteurs()
        return queryset.filter(summarized_by__contains=[self.value()]) if known else queryset


@admin.register(Bulletin)
class BulletinAdmin(ArchivePages, HistoryPages, ReviewPages, PublishPages, BinPages):
    """Bulletins as they are written; what readers see are their Publications."""

    form = BulletinForm
    list_display = ("title", "issue", "series", "edition", "date", "language", "state", "updated_at")
    list_filter = (
        StateFilter,
        ("edition__forum", admin.RelatedOnlyFieldListFilter),
        ("edition", admin.RelatedOnlyFieldListFilter),
        ("series", admin.RelatedOnlyFieldListFilter),
        RapporteurFilter,
        "language",
    )
    search_fields = (
        "title",
        "series_title",
        "summarized_by",
        "roster__speaker__family_name",
        "roster__speaker__own_name",
        "roster__name",
    )
    list_select_related = ("assigned_to", "edition__forum", "series__forum")
    autocomplete_fields = ("edition", "series")
    actions_list = ("import_manuscript", "import_archive", "bin")
    actions_detail = ("preview", "findings", "who_said_it", "review", "publish", "readers", "duplicate")
    fields = ("edition", "series", "language", "sessions", "title")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Bulletin]:
        return super().get_queryset(request).visible_to(request.user).with_versions().with_state()

    @display(description=_("Issue"), ordering="volume")
    def issue(self, bulletin: Bulletin) -> str:
        """Number and volume as printed."""
        return of(bulletin.language).issue_line(bulletin.number, bulletin.volume) or "–"

    @display(
        description=_("State"),
        label={
            Bulletin.State.DRAFT: "info",
            Bulletin.State.IN_REVIEW: "warning",
            Bulletin.State.RETURNED: "danger",
            Bulletin.State.APPROVED: "success",
            Bulletin.State.PUBLISHED: "success",
        },
    )
    def state(self, bulletin: Any) -> tuple[str, str]:
        """How far it is, as `with_state` found it."""
        return bulletin.state_now, str(Bulletin.State(bulletin.state_now).label)

    def save_model(self, request: HttpRequest, obj: Bulletin, form: Any, change: bool) -> None:
        if not change:
            obj.created_by = user_of(request)
            number_as_usual(obj)
        super().save_model(request, obj, form, change)
        if not change:
            begin_as_template(obj, by=obj.created_by)

    def get_urls(self) -> list[Any]:
        """The writing page's doors beside the usual addresses."""
        doors = [
            path(
                f"<int:object_id>/write/{name}/",
                self.admin_site.admin_view(
                    functools.partial(answers.door(view, voiced=name in writing.VOICED), self)
                ),
                name=f"bulletins_bulletin_write_{name}",
            )
            for name, view in writing.DOORS.items()
        ]
        picture = path(
            "<path:object_id>/pictures/<str:name>",
            self.admin_site.admin_view(self.picture, cacheable=True),
            name="bulletins_bulletin_picture",
        )
        return [*doors, picture, *super().get_urls()]

    def picture(self, request: HttpRequest, object_id: str, name: str) -> HttpResponse:
        """A picture, for those who may see a draft that has it."""
        if not self.has_view_permission(request, self._bulletin(request, object_id)):
            raise PermissionDenied
        found = picture_for(name.partition(".")[0], by=user_of(request))
        if found is None:
            raise Http404
        headers = {"Cache-Control": "private, max-age=86400, immutable"}
        return HttpResponse(found[1], content_type=found[0], headers=headers)

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Offer the sessions of the edition that is known already, by day; else they are chosen as one writes."""
        if db_field.name != "sessions":
            return super().formfield_for_manytomany(db_field, request, **kwargs)
        field: Any = super().formfield_for_manytomany(
            db_field, request, **(kwargs | {"widget": CheckboxSelectMultiple()})
        )
        if request.method != "POST":
            edition = key_of(request.GET.get("edition", ""))
            sessions = Session.objects.filter(edition=edition).in_order()
            field.choices = [(one.pk, _by_day(one)) for one in sessions]
            if not field.choices:
                field.help_text = _(
                    "They are chosen by day on the page that opens, once the edition is known."
                )
        return field

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        fill_roster(form.instance)

    def response_add(
        self, request: HttpRequest, obj: Bulletin, post_url_continue: Any = None
    ) -> HttpResponse:
        """A bulletin that was just made is there to be written."""
        return redirect("admin:bulletins_bulletin_change", obj.pk)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """The bulletin's page: to write on, for reviewers to remark on, and for those who may only look, to read."""
        bulletin = self.get_object(request, object_id)
        if bulletin is None:
            return super().change_view(request, object_id, form_url, extra_context)
        may_write = self.has_change_permission(request, bulletin)
        if not may_write and not has_voice(user_of(request), bulletin):
            return redirect("admin:bulletins_bulletin_preview", bulletin.pk)
        get_token(request)  # its scripts send the cookie's, whether there is a form or not
        context = {
            "title": str(bulletin),
            "bulletin": bulletin,
            "page": writing_page.page_data(request, bulletin, may_write),
            "import_map": writing_page.import_map(),
            "state": bulletin.state,
            "may_publish": self.has_publish_permission(request),
            "may_add": self.has_add_permission(request),
            "publisher": bulletin.edition.forum.publisher_in(bulletin.language),
            "section_styles": SectionStyle.choices,
            "point_styles": point_styles(),
            "languages": languages.choices(),
            "is_fullwidth": "1",
        }
        return self._page(request, "write", context)

    @action(description=_("Import a manuscript"), url_path="import", permissions=["add"], icon="upload_file")
    def import_manuscript(self, request: HttpRequest) -> HttpResponse:
        """Upload a manuscript, and go to the draft made of it."""
        form = ImportForm(request.POST or None, request.FILES or None)
        form.offer(limited(Edition.objects.open(), request.user))
        if form.is_valid():
            try:
                return self._imported(request, form)
            except manuscript.ManuscriptError as error:
                form.add_error("manuscript", gettext(error.template).format_map(error.params))
            except Refusal as error:
                form.add_error("manuscript", str(error))
        manuscript.warm()
        context = {"form": form, "title": gettext("Import a manuscript")}
        return self._page(request, "import", context)

    def _imported(self, request: HttpRequest, form: ImportForm) -> HttpResponse:
        upload = form.cleaned_data["manuscript"]
        data = upload.read(manuscript.LARGEST_FILE + 1)
        reading = manuscript.read_bytes(data, upload.name)
        target = Target(edition=form.cleaned_data["edition"], by=user_of(request))
        fingerprint = hashlib.sha256(data).hexdigest()
        imported = import_document(reading, fingerprint, target)
        if not imported.created:
            messages.info(
                request, gettext("This manuscript was imported before; here is its draft, unchanged.")
            )
        else:
            messages.success(request, gettext("The manuscript is a draft now."))
        return redirect("admin:bulletins_bulletin_findings", imported.bulletin.pk)

    @action(description=_("Preview"), url_path="preview", permissions=["view"], icon="visibility")
    def preview(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """The draft as readers would see it; ?format= gives a file."""
        bulletin = self._bulletin(request, object_id)
        document = numbered_document(bulletin)
        form = FORMATS.get(request.GET.get("format", ""))
        if form is not None:
            try:
                return _file(form, document, download="download" in request.GET)
            except MissingFileError:
                lost = gettext("A picture of this draft is lost. Put it in again.")
                return HttpResponse(lost, status=503, content_type="text/plain; charset=utf-8")
        context = {
            "bulletin": bulletin,
            "fragment": mark_safe(render_fragment(document, Imprint(), writing.pictures_of(bulletin))),  # noqa: S308 (our own template's output)
            "formats": FORMATS,
        }
        return self._page(request, "preview", context)

    def has_duplicate_permission(self, request: HttpRequest, object_id: Any = None) -> bool:
        return self.has_add_permission(request)

    @action(description=_("Duplicate"), url_path="duplicate", permissions=["duplicate"], icon="content_copy")
    def duplicate(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Begin another bulletin with the words of this one."""
        bulletin = self._bulletin(request, object_id)
        if request.method == "POST":
            try:
                bulletin = duplicate(bulletin, by=user_of(request))
            except Refusal as error:
                messages.error(request, error.message)
            else:
                messages.success(request, gettext("This is the copy. Give it its date and its title."))
        return redirect("admin:bulletins_bulletin_change", bulletin.pk)

    @action(description=_("Findings"), url_path="findings", permissions=["view"], icon="rule")
    def findings(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """What importing said until somebody is done with it, and what the checks have to say."""
        bulletin = self._bulletin(request, object_id)
        if request.method == "POST":
            done_with_report(bulletin, by=user_of(request))
            return redirect("admin:bulletins_bulletin_findings", bulletin.pk)
        report = report_of(bulletin)
        found = findings_of(bulletin, numbered_document(bulletin))
        context = {
            "title": gettext("Findings of “%(bulletin)s”") % {"bulletin": bulletin},
            "bulletin": bulletin,
            "findings": listed_for(bulletin, found),
            "imported_at": report and report.at,
            "import_findings": report and listed(report.findings),
            "may_write": self.has_change_permission(request, bulletin),
        }
        return self._page(request, "findings", context)

    @action(
        description=_("Who said it"), url_path="who-said-it", permissions=["change"], icon="record_voice_over"
    )
    def who_said_it(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Show whose each sentence is, and give some to others."""
        bulletin = self._bulletin(request, object_id)
        form = AttributionForm(request.POST or None, document=document_of(bulletin))
        if form.is_valid():
            try:
                give_sentences(bulletin, form.chosen, form.people, by=user_of(request))
            except Refusal as error:
                form.add_error(None, str(error))
            else:
                messages.success(request, gettext("These words have changed hands."))
                return redirect("admin:bulletins_bulletin_who_said_it", bulletin.pk)
        context = {
            "title": gettext("Who said what in “%(bulletin)s”") % {"bulletin": bulletin},
            "bulletin": bulletin,
            "form": form,
            "parts": form.parts,
            "published": bulletin.publications.exists(),
        }
        return self._page(request, "who_said_it", context)

    @action(description=_("Who may see it"), url_path="readers", permissions=["change"], icon="lock")
    def readers(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Keep a draft to some people and groups, or to nobody."""
        bulletin = self._bulletin(request, object_id)
        initial = {"users": bulletin.readers.all(), "groups": bulletin.reader_groups.all()}
        form = ReadersForm(request.POST if request.method == "POST" else None, initial=initial)
        if not form.is_valid():
            title = gettext("Who may see “%(bulletin)s”") % {"bulletin": bulletin}
            return self._page(request, "readers", {"title": title, "bulletin": bulletin, "form": form})
        limit_readers(bulletin, by=user_of(request), **form.cleaned_data)
        messages.success(request, gettext("Who may see this draft is changed."))
        return redirect("admin:bulletins_bulletin_change", bulletin.pk)


def _by_day(session: Session) -> str:
    day = date_format(session.day, "SHORT_DATE_FORMAT") if session.day else ""
    return " · ".join(filter(None, (day, session.title)))


def _file(form: Format, document: Document, *, download: bool) -> HttpResponse:
    response = HttpResponse(form.render(document, Imprint()), content_type=form.media_type)
    if download:
        name = f"{slugify(document.title or '', allow_unicode=True) or 'bulletin'}.{form.extension}"
        response["Content-Disposition"] = content_disposition_header(True, name)
    return response
