"""Files of versions: made once, in the transaction that publishes, and kept by their SHA-256 for ever.

They are made before anything is published, not after: the ledger tells the SHA-256 of each, so either all
are there or the bulletin is not published, and nothing has changed. Bytes go to the storage before the rows
that name them: what is left of a publication that came to nothing are bytes that nobody asks for.
"""

import hashlib
import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import msgspec
from django.db import DatabaseError
from django.utils.translation import gettext as _

from bulletins.document import Document, Imprint
from bulletins.models import Publication, Rendering, SetText
from bulletins.rendering import FORMATS
from bulletins.rendering.page import PageParts, page_parts, page_style
from forum.first_use import ready
from forum.refusal import Refusal
from forum.storage import MissingFileError, kept
from forum.storage import keep as keep_file

log = logging.getLogger(__name__)


def rendered(document: Document, imprint: Imprint) -> dict[str, bytes]:
    """Render to every format that stays the same on every site, by its name. Raises Refusal where one fails."""
    files = {}
    for name, form in FORMATS.items():
        if not form.cites:
            with _refusing(
                _("The file %(format)s could not be made, and nothing is published: %(reason)s"), form.label
            ):
                files[name] = form.render(document, imprint)
    return files


def described(files: Mapping[str, bytes]) -> dict[str, dict[str, str | int]]:
    """Give the SHA-256 and the size in bytes of each file, by its format's name."""
    return {name: {"sha256": _sha256(data), "bytes": len(data)} for name, data in files.items()}


def keep(publication: Publication, files: Mapping[str, bytes]) -> None:
    """Keep files of a version that is stored, and set its page. Raises Refusal where the storage fails."""
    rows = [
        Rendering(
            publication=publication,
            format=name,
            sha256=_sha256(data),
            size=len(data),
            media_type=FORMATS[name].media_type,
        )
        for name, data in files.items()
    ]
    for row in rows:
        with _refusing(
            _("The file %(format)s could not be kept, and nothing is published: %(reason)s"), row.format
        ):
            keep_file(files[row.format])
    Rendering.objects.bulk_create(rows)
    set_page(publication)


def set_page(publication: Publication) -> None:
    """Set the parts of a version's page, in the place of those that were set in another style."""
    parts = msgspec.to_builtins(page_parts(publication.document, publication.imprint))
    SetText.objects.update_or_create(publication=publication, defaults={**parts, "style": page_style()})


def parts_of(publication: Publication) -> PageParts:
    """Give the parts of a version's page: as they were set, or set now where they were set in another style."""
    text = getattr(publication, "set_text", None)
    if text is None or text.style != page_style():
        return page_parts(publication.document, publication.imprint)
    return msgspec.convert(text, type=ready(PageParts), from_attributes=True)


def kept_file(publication: Publication, name: str) -> bytes | None:
    """Give a file as it was published; None where none was kept. Raises MissingFileError where it is lost."""
    row = publication.files.filter(format=name).first()
    if row is None:
        return None
    if (data := kept(row.sha256)) is not None:
        return data
    data = FORMATS[name].render(publication.document, publication.imprint_on_paper)
    if _sha256(data) != row.sha256:
        log.error("The file %s of %s is not in the storage, and would be made otherwise now", row.place, row)
        raise MissingFileError(row.place)
    log.warning("The file %s of %s was not in the storage: it is made again, the same", row.place, row)
    try:
        keep_file(data)
    except OSError:
        log.exception("The file %s cannot be kept", row.place)
    return data


def is_whole(row: Rendering) -> bool:
    """Whether the bytes that a row names are in the storage."""
    return kept(row.sha256) is not None


def missing_formats(publication: Publication) -> list[str]:
    """Give the formats that a version was rendered to, and of which no file is kept."""
    kept = set(publication.files.values_list("format", flat=True))
    return sorted(publication.renderings.keys() - kept)


def keep_missing(publication: Publication) -> list[str]:
    """Keep what was not kept when a version was published, or was lost or damaged since.

    Gives the formats that would be other files now.
    """
    lost = [
        name
        for name in publication.files.values_list("format", flat=True)
        if not _is_there(publication, name)
    ]
    wanted = [name for name in missing_formats(publication) if name in FORMATS]
    document, imprint = publication.document, publication.imprint_on_paper
    files = {name: FORMATS[name].render(document, imprint) for name in wanted}
    same = {
        name: data for name, data in files.items() if described(files)[name] == publication.renderings[name]
    }
    if same or SetText.objects.filter(publication=publication, style=page_style()).first() is None:
        keep(publication, same)
    return sorted([*lost, *(files.keys() - same.keys())])


def _is_there(publication: Publication, name: str) -> bool:
    try:
        return kept_file(publication, name) is not None
    except MissingFileError:
        return False


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@contextmanager
def _refusing(sentence: str, form: str) -> Iterator[None]:
    try:
        yield
    except DatabaseError:
        raise
    except Exception as error:  # whatever a program, a disk or a network fails with
        log.exception("The file %s failed", form)
        raise Refusal(sentence % {"format": form, "reason": error}) from error
