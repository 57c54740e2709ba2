"""The writing page's door: JSON in, one call, JSON out. The page itself is templates/admin/bulletins/bulletin/write.html."""

import functools
from collections.abc import Callable
from hashlib import sha256
from typing import Any

import msgspec
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DataError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_POST

from bulletins import manuscript
from bulletins.admin.findings import listed, listed_for
from bulletins.admin.forms import LARGEST_UPLOAD
from bulletins.document import Imprint
from bulletins.drafts.changes import apply_changes
from bulletins.drafts.comparing import differences
from bulletins.drafts.findings import accept as accept_finding
from bulletins.drafts.findings import findings_of
from bulletins.drafts.importing import ImportRefusedError, import_into
from bulletins.drafts.numbers import numbered_sheet
from bulletins.drafts.presence import note_presence
from bulletins.drafts.roster import add_people, new_person, people_from_text, suggestions
from bulletins.drafts.rows import document_as_typed, document_of, sheet_of
from bulletins.drafts.sheet import Change, Sheet
from bulletins.inline import word_count
from bulletins.models import Bulletin, Topic
from bulletins.rendering.html import render_fragment
from bulletins.rendering.pdf import render_pages
from forum.bounded_json import decode, letters_only

type Door = Callable[[HttpRequest, Bulletin], HttpResponse]


class Saving(msgspec.Struct, frozen=True):
    """What the page sends when it saves: the version it saw, its changes, and where its cursor is."""

    seen: int
    changes: tuple[Change, ...]
    place: str = ""


class Printing(msgspec.Struct, frozen=True):
    """The draft as typed, and the hashes of the printed pages that the page shows already."""

    sheet: Sheet
    known: frozenset[str] = frozenset()


class Acceptance(msgspec.Struct, frozen=True):
    """A warning that may stand, and why."""

    code: str
    message: str
    reason: str


class NewPerson(msgspec.Struct, frozen=True):
    """Somebody who is not in the directory yet."""

    name: str
    own_name: str = ""


class Names(msgspec.Struct, frozen=True):
    """A pasted list of names and titles; `add` has the places of those to take over."""

    text: str
    add: tuple[int, ...] | None = None


def door(view: Door) -> Callable[[Any, HttpRequest, int], HttpResponse]:
    """Make an admin view of a function: find the bulletin, ask for the right, answer bad input plainly."""

    @functools.wraps(view)
    def opened(model_admin: Any, request: HttpRequest, object_id: int) -> HttpResponse:
        bulletin = get_object_or_404(Bulletin.objects.select_related("edition__forum"), pk=object_id)
        if not model_admin.has_change_permission(request, bulletin):
            raise PermissionDenied
        try:
            return view(request, bulletin)
        except (msgspec.DecodeError, msgspec.ValidationError) as error:
            return JsonResponse({"message": str(error)}, status=400)
        except DataError:
            return JsonResponse({"message": gettext("This cannot be stored.")}, status=400)
        except ValidationError as error:
            return JsonResponse({"message": " ".join(error.messages)}, status=422)

    return opened


def sent[T](request: HttpRequest, kind: type[T]) -> T:
    """Read what the page sent, within bounds and without control characters. Raises msgspec.DecodeError."""
    return decode(letters_only(request.body), kind)


def _require_right_to_add(request: HttpRequest) -> None:
    if not request.user.has_perm("speakers.add_speaker"):
        raise ValidationError(gettext("You may not add people to the directory. Ask an editor."))


def answer(value: Any) -> HttpResponse:
    """Give a value as JSON."""
    return HttpResponse(msgspec.json.encode(value), content_type="application/json")


@require_GET
def state(request: HttpRequest, bulletin: Bulletin) -> HttpResponse:
    """The draft if it changed since the version the page has; and who else is there."""
    others = note_presence(bulletin, request.user, request.GET.get("place", ""))  # type: ignore[arg-type]
    current = Bulletin.objects.values_list("version", flat=True).get(pk=bulletin.pk)
    if str(current) == request.GET.get("version"):
        return answer({"others": others})
    return answer({"others": others, "sheet": sheet_of(bulletin)})


@require_POST
def save(request: HttpRequest, bulletin: Bulletin) -> HttpResponse:
    """Carry out the page's changes; where others wrote too, give the whole draft."""
    saving = sent(request, Saving)
    written = apply_changes(bulletin, saving.changes, seen=saving.seen)
    given: dict[str, Any] = {"version": written.version, "outcomes": written.outcomes}
    if not written.alone or any(outcome.status != "done" for outcome in written.outcomes):
        given["sheet"] = sheet_of(bulletin)
    return answer(given)


@require_POST
def preview(request: HttpRequest, bulletin: Bulletin) -> HttpResponse:
    """The draft as typed, saved or not: its page, its findings, its numerals, its length."""
    sheet = sent(request, Sheet)
    document = document_as_typed(bulletin, numbered_sheet(bulletin, sheet))
    found = findings_of(bulletin, document)
    return answer(
        {
            "html": render_fragment(document, Imprint()) + "",  # plain again: msgspec refuses a SafeString
            "findings": [
                {**told, "english": finding.message, "fix": finding.fix}
                for told, finding in zip(listed_for(bulletin, found), found, strict=True)
            ],
            "numerals": [section.numeral for section in document.sections],
            "ordinals": [[point.ordinal for point in section.points] for section in document.sections],
            "series_title": document.series_title,
            "words": word_count(document),
        }
    )


@require_POST
def pages(request: HttpRequest, bulletin: Bulletin) -> HttpResponse:
    """The printed pages of the draft as typed, each an SVG picture; those that the page has already go by their hash."""
    printing = sent(request, Printing)
    document = document_as_typed(bulletin, numbered_sheet(bulletin, printing.sheet))
    printed = [(sha256(page).hexdigest(), page) for page in render_pages(document, Imprint())]
    return answer(
        {
            "pages": [
                {"hash": name, "svg": None if name in printing.known else page.decode()}
                for name, page in printed
            ]
        }
    )


@require_GET
def people(request: HttpRequest, bulletin: Bulletin) -> HttpResponse:
    """Who in the directory might be meant by what was typed after the @; or those with given keys."""
    slugs = request.GET.getlist("slug")
    if slugs:
        return answer({"people": suggestions(bulletin, slugs=slugs)})
    return answer({"people": suggestions(bulletin, request.GET.get("q", ""))})


@require_POST
def person(request: HttpRequest, bulletin: Bulletin) -> HttpResponse:
    """Put a new person into the directory."""
    _require_right_to_add(request)
    new = sent(request, NewPerson)
    return answer({"person": new_person(bulletin, new.name, new.own_name)})


@require_POST
def names(request: HttpRequest, bulletin: Bulletin) -> HttpResponse:
    """What is understood of a pasted list of names; or take over those chosen."""
    given = sent(request, Names)
    if given.add is None:
        return answer(people_from_text(bulletin, given.text))
    _require_right_to_add(request)
    added = add_people(bulletin, given.text, given.add)
    return answer({"added": added, "sheet": sheet_of(bulletin)})


@require_POST
def accept(request: HttpRequest, bulletin: Bulletin) -> HttpResponse:
    """Let a warning stand, with a reason."""
    given = sent(request, Acceptance)
    accepted = accept_finding(
        bulletin,
        code=given.code,
        message=given.message,
        reason=given.reason,
        by=request.user,  # type: ignore[arg-type]
    )
    return answer({"reason": accepted.reason})


@require_POST
def upload(request: HttpRequest, bulletin: Bulletin) -> HttpResponse:
    """What a manuscript would change in this draft; with `confirmed`, change it."""
    file = request.FILES.get("manuscript")
    if file is None:
        return JsonResponse({"message": gettext("Choose a file first.")}, status=422)
    if file.size is None or file.size > LARGEST_UPLOAD:
        return JsonResponse(
            {
                "message": gettext(
                    "The file is larger than 20 MB. Leave its pictures out, and upload the text."
                )
            },
            status=422,
        )
    try:
        reading = manuscript.read_bytes(file.read(), file.name or "")
    except manuscript.ManuscriptError as error:
        return JsonResponse({"message": gettext(error.template).format_map(error.params)}, status=422)
    if request.POST.get("confirmed"):
        try:
            import_into(bulletin, reading.document, seen=request.POST.get("seen", ""))
        except ImportRefusedError as error:
            return JsonResponse({"message": str(error)}, status=422)
        return answer({"sheet": sheet_of(bulletin)})
    # The version first: what is written from now on is not in these differences.
    changes = {
        "version": bulletin.version,
        "differences": differences(document_of(bulletin), reading.document),
    }
    return answer({**changes, "findings": listed(reading.findings)})


DOORS: dict[str, Door] = {
    "state": state,
    "save": save,
    "preview": preview,
    "pages": pages,
    "people": people,
    "person": person,
    "names": names,
    "accept": accept,
    "upload": upload,
}


def addresses(bulletin: Bulletin) -> dict[str, str]:
    """Where the page finds each door."""
    return {name: reverse(f"admin:bulletins_bulletin_write_{name}", args=[bulletin.pk]) for name in DOORS}


def everything(request: HttpRequest, bulletin: Bulletin) -> dict[str, Any]:
    """What the page starts with, plain enough for JSON."""
    sessions = bulletin.edition.sessions.in_order()
    value = {
        "id": bulletin.pk,
        "user": request.user.get_username(),
        "urls": addresses(bulletin),
        "sheet": sheet_of(bulletin),
        "roster": suggestions_of_roster(bulletin),
        "sessions": [
            {"id": one.pk, "title": one.title, "starts": one.starts_at.isoformat()} for one in sessions
        ],
        "topics": [
            {"slug": one.slug, "name": one.name, "name_zh": one.name_zh, "parent": one.parent_id is not None}
            for one in Topic.objects.in_order()
        ],
        "word_limit": bulletin.edition.forum.word_limit,
        "styles": [static(f"forum/{name}.css") for name in ("tokens", "base", "layout", "bulletin")],
    }
    plain: dict[str, Any] = msgspec.to_builtins(value)
    return plain


MODULES = ("schema", "merge", "editor", "mentions", "keeping", "panels", "page")


def import_map() -> str:
    """Where the page's scripts find each other: by name, at addresses that change with their contents."""
    own = {f"rapporteur/{name}": static(f"forum/writing/{name}.js") for name in MODULES}
    editor = {"django-prose-editor/editor": static("django_prose_editor/editor.js")}
    return msgspec.json.encode({"imports": editor | own}).decode()


def suggestions_of_roster(bulletin: Bulletin) -> list[dict[str, Any]]:
    """The people of the roster as the picker knows people."""
    slugs = [line.speaker.slug for line in bulletin.roster.select_related("speaker")]
    return suggestions(bulletin, slugs=slugs)
