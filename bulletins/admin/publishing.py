"""The page on which a bulletin is published: what stands in the way, and what readers would see changed."""

import dataclasses
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.decorators import action

from bulletins.admin.findings import listed_for
from bulletins.admin.forms import ApprovalForm
from bulletins.admin.pages import BulletinPages
from bulletins.checks import errors, warnings
from bulletins.document import Document, for_readers
from bulletins.drafts.findings import findings_of, reasons_for
from bulletins.drafts.import_reports import report_of
from bulletins.drafts.numbers import numbered_document
from bulletins.drafts.redline import redline
from bulletins.drafts.review import lacks_approval
from bulletins.drafts.rows import document_of
from bulletins.models import Bulletin, ScheduledCorrection
from bulletins.publishing.publication import Approval, publish
from bulletins.publishing.scheduling import cancel_correction, schedule_correction
from forum.refusal import Refusal
from forum.rights import may, user_of
from forum.time_zone import with_zone
from speakers.models import Speaker


class PublishPages(BulletinPages):
    """Publishing, and scheduling a correction."""

    def has_publish_permission(self, request: HttpRequest, object_id: Any = None) -> bool:
        return may(request.user, "bulletins.publish_bulletin")

    @action(description=_("Publish"), url_path="publish", permissions=["publish"], icon="publish")
    def publish(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Show what stands in the way, take the word of approval, publish."""
        bulletin = self._bulletin(request, object_id)
        if "take-back" in request.POST:
            cancel_correction(bulletin, by=user_of(request))
            messages.success(request, gettext("The scheduled correction is taken back."))
            return redirect("admin:bulletins_bulletin_publish", bulletin.pk)
        form = ApprovalForm(request.POST or None)
        if form.is_valid():
            try:
                return self._published(request, bulletin, form)
            except Refusal as error:
                form.add_error(None, str(error))
                bulletin.refresh_from_db()
        document = numbered_document(bulletin)
        found = findings_of(bulletin, document)
        context = {
            "title": gettext("Publish “%(bulletin)s”") % {"bulletin": bulletin},
            "bulletin": bulletin,
            "form": form,
            "findings": listed_for(bulletin, found),
            "report": report_of(bulletin),
            "errors": errors(found),
            "marking": document.marking,
            "unaccepted": [one for one in reasons_for(bulletin, warnings(found)) if one is None],
            "lacks_approval": lacks_approval(bulletin, document_of(bulletin)),
            "may_without": may(request.user, "bulletins.publish_unapproved_bulletin"),
            **_compared(bulletin, document),
        }
        return self._page(request, "publish", context)

    def _published(
        self, request: HttpRequest, bulletin: Bulletin, form: ApprovalForm
    ) -> HttpResponseRedirect:
        approval = Approval(**form.cleaned_data)
        if approval.public_from is not None and bulletin.publications.exists():
            return self._scheduled(request, bulletin, approval)
        publication = publish(bulletin, by=user_of(request), approval=approval)
        messages.success(
            request,
            gettext("%(issue)s, version %(version)s, is published.")
            % {"issue": publication.issue_line, "version": publication.version},
        )
        if not publication.is_public:
            return redirect("admin:bulletins_publication_change", publication.pk)
        return redirect(publication.get_absolute_url())

    def _scheduled(
        self, request: HttpRequest, bulletin: Bulletin, approval: Approval
    ) -> HttpResponseRedirect:
        assert approval.public_from is not None  # noqa: S101 (asked by the caller)
        at, approval = approval.public_from, dataclasses.replace(approval, public_from=None)
        scheduled = schedule_correction(bulletin, by=user_of(request), approval=approval, at=at)
        messages.success(
            request, gettext("The correction comes out on %(moment)s.") % {"moment": with_zone(scheduled.at)}
        )
        return redirect("admin:bulletins_bulletin_publish", bulletin.pk)


def _address(bulletin: Bulletin, document: Document) -> str:
    """Give the address that the first publication would have, for ever."""
    edition = bulletin.edition
    return reverse("bulletin", args=[bulletin.series.place_in(edition.forum), edition.year, document.number])


def _compared(bulletin: Bulletin, document: Document) -> dict[str, Any]:
    """Give what a correction would change for readers, as they will be shown it."""
    last = bulletin.publications.current().first()
    if last is None:
        return {
            "last": None,
            "address": _address(bulletin, document),
            "forum": bulletin.edition.forum,
        }
    parts = redline(last.document, for_readers(document), same=Speaker.objects.known_as(last.people))
    return {
        "last": last,
        "scheduled": ScheduledCorrection.objects.filter(bulletin=bulletin).select_related("by").first(),
        "language": document.language,
        "parts": tuple(part for part in parts if part.differs),
    }
