"""Pictures of drafts: put in by hand or by a manuscript, and shown to those who may see a draft that has them.

A figure names its picture by the SHA-256 of its file. Whoever knows that may not have the picture for it: it must be
in a draft that they may see, or public.
"""

from collections.abc import Iterable, Mapping

import msgspec
from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from bulletins.document import Block as ProseBlock
from bulletins.document import Document, Figure, Finding, figures, gettext_noop, with_figures
from bulletins.drafts.rights import require_for
from bulletins.manuscript import ManuscriptError, read_picture
from bulletins.models import Bulletin, Picture, Publication
from bulletins.prose import PictureType
from forum.refusal import Refusal
from forum.storage import keep, kept

MOST_PICTURES = 200  # that a draft keeps, with those that it shows no more
_STARTS = {"image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff"}


def add_picture(bulletin: Bulletin, data: bytes, *, by: User | None) -> Figure:
    """Keep a picture for a draft. Raises Refusal where it cannot be shown."""
    require_for(by, "bulletins.change_bulletin", bulletin)
    try:
        read = read_picture(data)
    except ManuscriptError as error:
        raise Refusal(_(error.template).format_map(error.params)) from error
    sha256 = _keep(read.data)
    figure = Figure(file=sha256, media_type=read.media_type, width=read.width, height=read.height)
    adopt(bulletin, [figure], {sha256: read.data}, by=by)
    return figure


def adopt(
    bulletin: Bulletin, shown: Iterable[Figure], files: Mapping[str, bytes], *, by: User | None
) -> None:
    """Let a draft have the pictures of figures: those whose `files` are at hand, or that somebody may see.

    Raises Refusal for any other.
    """
    wanted = {one.file: one for one in shown}
    known = set(Picture.objects.filter(bulletin=bulletin, sha256__in=wanted).values_list("sha256", flat=True))
    fresh = [one for file, one in wanted.items() if file not in known]
    if not fresh:
        return
    if Picture.objects.filter(bulletin=bulletin).count() + len(fresh) > MOST_PICTURES:
        raise Refusal(_("A bulletin keeps at most %(count)s pictures.") % {"count": MOST_PICTURES})
    if any(_facts_of(one, files, by) is None for one in fresh):
        raise Refusal(_("A picture is not here any more. Put it in again."))
    Picture.objects.bulk_create([Picture.of(bulletin, one, by=by) for one in fresh], ignore_conflicts=True)


def _keep(data: bytes) -> str:
    """Keep a file, and give its SHA-256. Raises Refusal where the storage does not take it."""
    try:
        return keep(data)
    except OSError as error:
        raise Refusal(
            _("The picture could not be kept: %(reason)s. Try again.") % {"reason": error}
        ) from error


def with_pictures_at_hand(
    document: Document, files: Mapping[str, bytes], findings: list[Finding], *, by: User | None
) -> Document:
    """Keep the pictures that came with a Document; where one is not at hand, its caption stays, and it is told.

    Raises Refusal where the storage does not take them.
    """
    for file in {one.file for _where, one in figures(document)} & files.keys():
        _keep(files[file])

    def known(figure: Figure) -> ProseBlock | None:
        facts = _facts_of(figure, files, by)
        if facts is not None:
            return facts
        findings.append(_not_at_hand(figure))
        return figure.caption or None

    return with_figures(document, known)


def _not_at_hand(figure: Figure) -> Finding:
    template = gettext_noop(
        "A picture did not come with the file, and is not here: “{text}” ({address}). Put it in on the writing page."
    )
    params = {"text": figure.alt, "address": figure.name}
    return Finding(code="image-not-here", severity="hint", template=template, params=params)


def _facts_of(figure: Figure, files: Mapping[str, bytes], by: User | None) -> Figure | None:
    """Give a figure with what is known of its picture; None where somebody may not have that."""
    if figure.file in files:
        return figure if files[figure.file].startswith(_STARTS[figure.media_type]) else None
    row = _visible(figure.file, by)
    if row is None:
        return None
    return msgspec.structs.replace(
        figure,
        media_type=msgspec.convert(row.media_type, type=PictureType),
        width=row.width,
        height=row.height,
    )


def _visible(sha256: str, by: User | None) -> Picture | None:
    rows = Picture.objects.filter(sha256=sha256)
    mine = rows.filter(bulletin__in=Bulletin.with_bin.visible_to(by)).first()
    public = Publication.objects.public().filter(bulletin__pictures__sha256=sha256, frozen__contains=sha256)
    return mine or (rows.first() if public.exists() else None)


def picture_for(sha256: str, *, by: User | None) -> tuple[str, bytes] | None:
    """Give the media type and the bytes of a picture that somebody may see."""
    row = _visible(sha256, by)
    data = kept(sha256) if row else None
    return (row.media_type, data) if row and data is not None else None
