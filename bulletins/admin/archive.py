"""Many manuscripts at once in the admin: a page that sends them one by one, and a table of what became of them."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.decorators import action

from bulletins import manuscript
from bulletins.admin.findings import listed
from bulletins.admin.forms import ArchiveForm
from bulletins.admin.pages import BulletinPages
from bulletins.drafts.archive import File, import_many
from bulletins.drafts.importing import Target
from forum.admin_scope import limited
from forum.models import Edition
from forum.rights import user_of


class ArchivePages(BulletinPages):
    """The page where an archive moves in."""

    @action(
        description=_("Import many manuscripts"),
        url_path="import-many",
        permissions=["add"],
        icon="drive_folder_upload",
    )
    def import_archive(self, request: HttpRequest) -> HttpResponse:
        """Take in files: all of a form, or, for the page's script, those of one step, of which it gets the rows."""
        form = ArchiveForm(request.POST or None, request.FILES or None)
        form.offer(limited(Edition.objects.open(), request.user))
        context: dict[str, Any] = {"form": form, "title": gettext("Import many manuscripts")}
        if form.is_valid():
            target = Target(edition=form.cleaned_data["edition"], by=user_of(request), as_archive=True)
            context["outcomes"] = [
                (outcome, listed(outcome.findings))
                for outcome in import_many(_files(form.cleaned_data["manuscripts"]), target)
            ]
            if "step" in request.POST:
                return render(request, "admin/bulletins/bulletin/_outcomes.html", context)
        elif "step" in request.POST:
            return HttpResponseBadRequest()
        return self._page(request, "import_many", context)


def _files(uploads: Iterable[UploadedFile]) -> Iterator[File]:
    # One byte more than may be tells the reader that it is too much.
    for upload in uploads:
        yield File(str(upload.name), partial(upload.read, manuscript.LARGEST_FILE + 1))
