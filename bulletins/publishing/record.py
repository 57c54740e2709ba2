"""What the ledger keeps of publications: all that a version is, and of every version what readers may see."""

import datetime
import hashlib
from typing import Any

import msgspec

from bulletins.models import Bulletin, Publication
from forum.ledger import Subject, record
from forum.models import Act
from forum.rights import Actor

# The columns that say what readers see of a version; the database refuses a change of all others (migration 0005).
MOVING = ("superseded", "public_from", "withdrawn_at", "withdrawn_by_id", "withdrawal_note")


def subject_of(bulletin: Bulletin | int) -> str:
    """Give the key by which the ledger knows a bulletin."""
    return f"bulletin/{bulletin.pk if isinstance(bulletin, Bulletin) else bulletin}"


def fixed_columns(publication: Publication) -> dict[str, Any]:
    """Give all that never changes of a version, as plain JSON; of the Document and what is for paper, the SHA-256."""
    return {
        field.attname: _plain(getattr(publication, field.attname))
        for field in Publication._meta.concrete_fields
        if field.attname not in {*MOVING, "frozen", "paper"}
    } | {
        "frozen": hashlib.sha256(publication.frozen.encode()).hexdigest(),
        "paper": hashlib.sha256(msgspec.json.encode(publication.paper, order="deterministic")).hexdigest(),
    }


def moving_columns(publication: Publication) -> dict[str, Any]:
    """Give what says whether readers see a version, as plain JSON."""
    return {name: _plain(getattr(publication, name)) for name in MOVING}


def record_versions(
    act: Act, current: Publication, *, by: Actor, why: str = "", details: dict[str, Any] | None = None
) -> None:
    """Enter an act into the ledger, with what readers see of each version since."""
    versions = Publication.objects.filter(bulletin=current.bulletin_id).defer("frozen").order_by("version")
    states = {str(version.version): moving_columns(version) for version in versions}
    place = f"{current.place}/{current.edition.year}/{current.number}, v{current.version}"
    record(
        act,
        Subject(subject_of(current.bulletin_id), f"{current.series_title} ({place})"),
        by=by,
        why=why,
        details={"versions": states, **(details or {})},
    )


def record_publication(publication: Publication, *, by: Actor) -> None:
    """Enter a new version into the ledger, with all that it is."""
    # As the database has it, which is what will be compared.
    stored = Publication.objects.with_place().get(pk=publication.pk)
    record_versions(
        Act.CORRECTED if stored.version > 1 else Act.PUBLISHED,
        stored,
        by=by,
        why=stored.correction_note,
        details={"publication": fixed_columns(stored)},
    )


def _plain(value: Any) -> Any:
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.UTC).isoformat(timespec="microseconds")
    return value.isoformat() if isinstance(value, datetime.date) else value
