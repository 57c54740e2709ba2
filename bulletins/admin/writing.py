"""The writing page's doors: JSON in, one call, JSON out. The page is templates/admin/bulletins/bulletin/write.html."""

from collections.abc import Iterator
from hashlib import sha256

import msgspec
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_POST

from bulletins import manuscript
from bulletins.admin import commenting, protocol
from bulletins.admin.answers import Door, answer, refusal, sent
from bulletins.admin.findings import listed, listed_for
from bulletins.document import Document, Imprint, sections
from bulletins.drafts.bodies import bodies_meant, new_body_or_group
from bulletins.drafts.changes import apply_changes
from bulletins.drafts.comparing import differences
from bulletins.drafts.findings import accept as accept_finding
from bulletins.drafts.findings import findings_of
from bulletins.drafts.history import Touch, last_touches
from bulletins.drafts.importing import import_into
from bulletins.drafts.numbers import numbered_sheet, told_of_counting
from bulletins.drafts.pasting import pasted
from bulletins.drafts.pictures import add_picture
from bulletins.drafts.presence import note_presence
from bulletins.drafts.proposing import sheet_for
from bulletins.drafts.roster import add_people, new_person, people_from_text, suggestions
from bulletins.drafts.rows import document_as_typed, document_of, sheet_of
from bulletins.drafts.set_aside import told_to
from bulletins.drafts.sheet import Sheet
from bulletins.drafts.whose import page_sentences, sheet_given
from bulletins.inline import word_count
from bulletins.language import of
from bulletins.models import Bulletin
from bulletins.rendering.html import render_fragment
from bulletins.rendering.pdf import render_pages
from forum.refusal import Refusal
from forum.rights import user_of

MOST_READ = 100  # notices that a page says at once it has shown


@require_GET
def state(request: HttpRequest, bulletin: Bulletin) -> HttpResponse:
    """The draft if it changed since the version the page has; and who else is there."""
    others = note_presence(bulletin, user_of(request), request.GET.get("cursor", ""))
    current = Bulletin.objects.values_list("version", flat=True).get(pk=bulletin.pk)
    is_known = str(current) == request.GET.get("version")
    read = [int(key) for key in request.GET.getlist("read") if key.isascii() and key.isdigit()][:MOST_READ]
    set_aside = told_to(user_of(request), bulletin, read)
    base = None if is_known else sheet_of(bulletin)
    suggested = sheet_for(bulletin, user_of(request)) if base and "suggest" in request.GET else None
    return answer(
        protocol.State(
            others=others, set_aside=set_aside, sheet=suggested or base, base=base if suggested else None
        )
    )


@require_POST
def save(request: HttpRequest, bulletin: Bulletin) -> HttpResponse:
    """Carry out the page's changes; where others wrote too, give the whole draft."""
    saving = sent(request, protocol.Saving)
    applied = apply_changes(
        bulletin, saving.changes, by=user_of(request), seen=saving.seen, chosen=saving.chosen
    )
    is_known = applied.alone and all(outcome.status == "done" for outcome in applied.outcomes)
    sheet = None if is_known else sheet_of(bulletin)
    return answer(protocol.Saved(version=applied.version, outcomes=applied.outcomes, sheet=sheet))


def _as_typed(bulletin: Bulletin, sheet: Sheet) -> Document:
    """Give the Document of a sheet, with the numbers that it would be published under."""
    return document_as_typed(bulletin, numbered_sheet(bulletin, sheet))


@require_POST
def preview(request: HttpRequest, bulletin: Bulletin) -> HttpResponse:
    """The draft as typed, saved or not: its page, its findings, what prints before its texts, its length."""
    sheet = sent(request, Sheet)
    document = _as_typed(bulletin, sheet)
    return answer(
        protocol.Preview(
            html=render_fragment(document, Imprint(), pictures_of(bulletin))
            + "",  # plain again: msgspec refuses a SafeString
            findings=tuple(_preview_findings(bulletin, document)),
            parts=tuple(_printed_parts(sheet, document, last_touches(bulletin))),
            series_title=document.series_title,
            words=word_count(document),
        )
    )


def _preview_findings(bulletin: Bulletin, document: Document) -> Iterator[protocol.PreviewFinding]:
    found = findings_of(bulletin, document)
    for shown, finding in zip(listed_for(bulletin, found), found, strict=True):
        yield protocol.PreviewFinding(
            **msgspec.structs.asdict(shown), english=finding.message, fix=finding.fix
        )


def _printed_parts(
    sheet: Sheet, document: Document, touches: dict[str, Touch]
) -> Iterator[protocol.PrintedPart]:
    """Give the rows of a sheet in printed order, with what the Document made of it prints before each."""
    grammar = of(document.language)
    for row, (_, section) in zip(sheet.sections, sections(document), strict=True):
        prefix = grammar.section_prefix(section.numeral) if section.numeral else ""
        yield protocol.PrintedPart(id=str(row.id), anchor=section.id, prefix=prefix)
        for item, point in zip(row.points, section.points, strict=True):
            prefix = grammar.ordinal_prefix(point.ordinal) if point.ordinal else ""
            changed = _told(touches.get(point.id))
            yield protocol.PrintedPart(id=str(item.id), anchor=point.id, prefix=prefix, changed=changed)


def _told(touch: Touch | None) -> str:
    """Say who changed a point last and when, if that is known."""
    if touch is None or not touch.who:
        return ""
    at = date_format(timezone.localtime(touch.at), "DATETIME_FORMAT")
    return gettext("last changed by %(who)s, %(at)s") % {"who": touch.who, "at": at}


@require_POST
def pages(request: HttpRequest, bulletin: Bulletin) -> HttpResponse:
    """The printed pages of the draft as typed, each an SVG picture; those that the page has go by their hash."""
    printing = sent(request, protocol.Printing)
    document = _as_typed(bulletin, printing.sheet)
    printed = [(sha256(page).hexdigest(), page) for page in render_pages(document, Imprint())]
    return answer(
        protocol.PrintedPages(
            tuple(
                protocol.PrintedPage(hash=name, svg=None if name in printing.known else page.decode())
                for name, page in printed
            )
        )
    )


@require_POST
def whose(request: HttpRequest, bulletin: Bulletin) -> HttpResponse:
    """Whose each sentence of the draft as typed is; and the draft in which the chosen ones are another's."""
    asked = sent(request, protocol.Whose)
    sheet = asked.sheet
    document = _as_typed(bulletin, sheet)
    if asked.chosen:
        sheet = sheet_given(sheet, document, asked.chosen, asked.to)
        document = _as_typed(bulletin, sheet)
    return answer(
        protocol.WhoseWords(tuple(page_sentences(sheet, document)), sheet if asked.chosen else None)
    )


@require_POST
def paste(request: HttpRequest, bulletin: Bulletin) -> HttpResponse:
    """What was pasted, read as a manuscript is; nothing is stored."""
    asked = sent(request, protocol.Pasting)
    read = pasted(bulletin, asked.html, _as_typed(bulletin, asked.sheet))
    return answer(
        protocol.PastedParts(
            opening=read.opening,
            sections=read.sections,
            people=read.people,
            strangers=read.strangers,
            findings=tuple(listed(read.findings)),
        )
    )


@require_GET
def people(request: HttpRequest, bulletin: Bulletin) -> HttpResponse:
    """Who in the directory might be meant by what was typed after the @; or those with given keys."""
    slugs = request.GET.getlist("slug")
    if slugs:
        return answer(protocol.People(suggestions(bulletin, slugs=slugs)))
    query = request.GET.get("q", "")
    return answer(protocol.People((*suggestions(bulletin, query), *bodies_meant(bulletin, query))))


@require_POST
def person(request: HttpRequest, bulletin: Bulletin) -> HttpResponse:
    """Put a new person or institution into the directory, or name a group."""
    new, by = sent(request, protocol.NewPerson), user_of(request)
    if new.kind != "person":
        return answer(protocol.PersonMade(new_body_or_group(bulletin, new.kind, new.name, by=by)))
    return answer(protocol.PersonMade(new_person(bulletin, new.name, new.own_name, by=by)))


@require_POST
def names(request: HttpRequest, bulletin: Bulletin) -> HttpResponse:
    """What is understood of a pasted list of names; or take over those chosen."""
    given = sent(request, protocol.Names)
    if given.add is None:
        return answer(people_from_text(bulletin, given.text))
    added = add_people(bulletin, given.text, given.add, by=user_of(request), known=given.known)
    return answer(protocol.PeopleAdded(added, sheet_of(bulletin)))


@require_POST
def accept(request: HttpRequest, bulletin: Bulletin) -> HttpResponse:
    """Let a warning stand, with a reason."""
    given = sent(request, protocol.Acceptance)
    accepted = accept_finding(
        bulletin,
        code=given.code,
        message=given.message,
        reason=given.reason,
        by=user_of(request),
    )
    return answer(protocol.Accepted(accepted.reason))


@require_POST
def upload(request: HttpRequest, bulletin: Bulletin) -> HttpResponse:
    """What a manuscript would change in this draft; with `confirmed`, change it."""
    file = request.FILES.get("manuscript")
    if file is None:
        return refusal(gettext("Choose a file first."))
    try:
        reading = manuscript.read_bytes(file.read(manuscript.LARGEST_FILE + 1), file.name or "")
    except manuscript.ManuscriptError as error:
        return refusal(gettext(error.template).format_map(error.params))
    if request.POST.get("confirmed"):
        try:
            seen = request.POST.get("seen", "")
            import_into(bulletin, reading, by=user_of(request), seen=seen)
        except Refusal as error:
            return refusal(str(error))
        return answer(protocol.Replaced(sheet_of(bulletin)))
    # The version first: what is written from now on is not in these differences.
    version = bulletin.version
    changed = differences(document_of(bulletin), reading.document)
    found = (*reading.findings, *told_of_counting(reading.document))
    return answer(protocol.Comparison(version=version, differences=changed, findings=tuple(listed(found))))


@require_POST
def picture(request: HttpRequest, bulletin: Bulletin) -> HttpResponse:
    """Keep a picture for the draft, and give the figure that shows it."""
    file = request.FILES.get("picture")
    if file is None:
        return refusal(gettext("Choose a file first."))
    return answer(
        protocol.PictureKept(
            add_picture(bulletin, file.read(manuscript.LARGEST_FILE + 1), by=user_of(request))
        )
    )


DOORS: dict[str, Door] = {
    "state": state,
    "save": save,
    "preview": preview,
    "pages": pages,
    "whose": whose,
    "paste": paste,
    "people": people,
    "person": person,
    "names": names,
    "accept": accept,
    "upload": upload,
    "picture": picture,
    **commenting.DOORS,
}
# Those that change nothing of the draft.
VOICED = frozenset({"state", "preview", "pages", "people", *commenting.DOORS})


def pictures_of(bulletin: Bulletin) -> str:
    """Give the address that the names of pictures stand behind, for those who may see the draft."""
    return reverse("admin:bulletins_bulletin_picture", args=[bulletin.pk, "-"]).removesuffix("-")


def addresses(bulletin: Bulletin) -> dict[str, str]:
    """Where the page finds each door."""
    doors = {name: reverse(f"admin:bulletins_bulletin_write_{name}", args=[bulletin.pk]) for name in DOORS}
    return (
        doors
        | {"pictures": pictures_of(bulletin)}
        | {"compare": reverse("admin:bulletins_bulletin_history_compare", args=[bulletin.pk])}
    )
