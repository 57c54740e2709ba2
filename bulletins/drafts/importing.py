"""A Document from a manuscript becomes a draft, with what it names: sessions, speakers, appearances.

One transaction: everything or nothing. The same manuscript a second time changes nothing.
"""

import datetime
import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import msgspec
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from bulletins.document import (
    Document,
    Finding,
    Mention,
    Paragraph,
    Point,
    Prose,
    gettext_noop,
    points,
    validated,
)
from bulletins.drafts.comparing import matched, texts
from bulletins.drafts.rows import document_of, write_document
from bulletins.models import Bulletin, DraftPoint
from forum.models import RESERVED_ADDRESSES, Edition, Forum, Session
from speakers.directory import Directory, Organisations, create_speaker
from speakers.models import Appearance, Organisation, Speaker
from speakers.names import fold, key

_SERIES_EN = re.compile(r"^(?:\d{4}\s+)?(?P<name>.+?)\s+Bulletin\b", re.IGNORECASE)
_SERIES_ZH = re.compile(r"^(?:\d{4}\s*年?)?(?P<name>.+?)(?:简报|快报|专报|会刊|公报)")
_YEAR = re.compile(r"(?<!\d)(19|20)\d{2}(?!\d)")
# A session whose hours nobody wrote down is put into the working day.
_OPENS, _CLOSES = datetime.time(9), datetime.time(18)


class ImportRefusedError(Exception):
    """The manuscript cannot become a draft; the message says what to add."""


@dataclass(frozen=True)
class Target:
    """Where the draft goes: an edition and sessions, as far as the editor chose them; and who imports."""

    edition: Edition | None = None
    sessions: tuple[Session, ...] = ()
    by: User | None = None


@dataclass
class Imported:
    """The draft, whether this import made it, and what importing has to say."""

    bulletin: Bulletin
    created: bool
    findings: list[Finding] = field(default_factory=list)


NOWHERE_IN_PARTICULAR = Target()


@transaction.atomic
def import_document(document: Document, fingerprint: str, target: Target = NOWHERE_IN_PARTICULAR) -> Imported:
    """Make a draft of a Document. `fingerprint` is the SHA-256 of the manuscript, in hex.

    Raises ImportRefusedError where the manuscript names no forum or no year and none was chosen.
    """
    document = validated(document)
    findings: list[Finding] = []
    edition = target.edition or _edition_of(document, findings)
    # One import at a time in a forum: two of the same file find each other.
    edition.forum = Forum.objects.select_for_update().get(pk=edition.forum_id)
    known = Bulletin.objects.filter(edition=edition, manuscript_hash=fingerprint).first()
    if known is not None:
        return Imported(known, created=False)
    bulletin = Bulletin(
        edition=edition, forum=edition.forum, manuscript_hash=fingerprint, created_by=target.by
    )
    document = _with_free_numbers(document, edition, findings)
    speakers = _speakers_of(document, findings)
    renamed = {entry: speaker.slug for entry, speaker in speakers.items()}
    document = _with_organisations(_with_keys(document, renamed))
    write_document(bulletin, document, {speaker.slug: speaker for speaker in speakers.values()})
    sessions = _sessions_of(document, edition, target, findings)
    bulletin.sessions.set(session for session in sessions.values())
    _write_appearances(document, sessions, speakers, findings)
    return Imported(bulletin, created=True, findings=findings)


@transaction.atomic
def import_into(bulletin: Bulletin, document: Document, *, seen: str | None = None) -> list[Finding]:
    """Put a manuscript's Document into an existing draft; points that are the same keep their keys.

    Sessions, topics and the numbers it has stay; what the manuscript lacks of the masthead stays too.
    `seen` is the version whose differences somebody looked at. Raises ImportRefusedError if it changed since.
    """
    document = validated(document)
    bulletin = Bulletin.objects.select_for_update().select_related("edition__forum").get(pk=bulletin.pk)
    if seen is not None and seen != str(bulletin.version):
        raise ImportRefusedError(_("Somebody changed the draft meanwhile. Look at the differences anew."))
    before = document_of(bulletin)
    findings: list[Finding] = []
    speakers = _speakers_of(document, findings)
    document = _with_keys(document, {entry: speaker.slug for entry, speaker in speakers.items()})
    document = _with_topics_of(_with_organisations(_with_masthead_of(document, before)), before)
    keys = [point.key for point in _points_of(bulletin)]
    write_document(bulletin, document, {speaker.slug: speaker for speaker in speakers.values()})
    rows = _points_of(bulletin)
    for old, new in matched(texts(before), texts(document)):
        if old is not None and new is not None:
            rows[new].key = keys[old]
            rows[new].save(update_fields=["key"])
    Bulletin.objects.filter(pk=bulletin.pk).update(version=F("version") + 1)
    _write_appearances(document, {str(one.pk): one for one in bulletin.sessions.all()}, speakers, findings)
    return findings


def _points_of(bulletin: Bulletin) -> list[DraftPoint]:
    rows = DraftPoint.objects.filter(section__bulletin=bulletin)
    return list(rows.order_by("section__order", "section__pk", "order", "pk"))


def _with_masthead_of(document: Document, before: Document) -> Document:
    kept = {"number": before.number, "volume": before.volume, "language": before.language}
    for name in ("date", "title", "series_title", "editors_note", "lede", "summarized_by"):
        kept[name] = getattr(document, name) or getattr(before, name)
    return msgspec.structs.replace(document, **kept)


def _with_topics_of(document: Document, before: Document) -> Document:
    """Give points the topics of those they were."""
    old = [point for _, point in points(before)]
    partners = {new: place for place, new in matched(texts(before), texts(document))}
    count = itertools.count()
    return msgspec.structs.replace(
        document,
        sections=tuple(
            msgspec.structs.replace(
                section,
                points=tuple(_tagged(point, old, partners.get(next(count))) for point in section.points),
            )
            for section in document.sections
        ),
    )


def _tagged(point: Point, old: list[Point], partner: int | None) -> Point:
    return point if partner is None else msgspec.structs.replace(point, topics=old[partner].topics)


def _edition_of(document: Document, findings: list[Finding]) -> Edition:
    forum = _forum_of(document, findings)
    year = document.edition or _year_of(document)
    if year is None:
        raise ImportRefusedError(
            _(
                "The manuscript has neither a date nor a year in its series title. Choose the edition it belongs to."
            )
        )
    edition, made = Edition.objects.get_or_create(
        forum=forum,
        year=year,
        defaults={"starts_on": datetime.date(year, 1, 1), "ends_on": datetime.date(year, 12, 31)},
    )
    if made:
        findings.append(
            Finding(
                code="edition-created",
                severity="hint",
                template=gettext_noop(
                    "The edition {edition} did not exist and was made. Set its days and its theme."
                ),
                params={"edition": str(edition)},
            )
        )
    return edition


def _year_of(document: Document) -> int | None:
    if document.date is not None:
        return document.date.year
    found = _YEAR.search(document.series_title or "")
    return int(found.group()) if found else None


def _forum_of(document: Document, findings: list[Finding]) -> Forum:
    name = document.forum or _forum_name(document)
    wanted = {fold(text) for text in (name, document.publisher) if text}
    for forum in Forum.objects.order_by("pk"):
        if wanted & {
            fold(text) for text in (forum.name, forum.name_zh, forum.publisher, forum.publisher_zh) if text
        }:
            return forum
    if name is None:
        raise ImportRefusedError(
            _(
                "The manuscript names no forum: it has neither a series title nor a known publisher. Choose the edition."
            )
        )
    forum = Forum.objects.create(
        name=name,
        slug=_free_address(name),
        publisher=document.publisher or name,
        issn=document.issn or "",
        language=document.language,
    )
    findings.append(
        Finding(
            code="forum-created",
            severity="hint",
            template=gettext_noop(
                "The forum “{forum}” did not exist and was made. Check its name, publisher and address."
            ),
            params={"forum": name},
        )
    )
    return forum


def _forum_name(document: Document) -> str | None:
    pattern = _SERIES_ZH if document.language == "zh" else _SERIES_EN
    found = pattern.match(" ".join((document.series_title or "").split()))
    return found["name"].strip() if found else document.publisher


def _free_address(name: str) -> str:
    base = key(name)[:44]
    taken = {*Forum.objects.filter(slug__startswith=base).values_list("slug", flat=True), *RESERVED_ADDRESSES}
    return next(slug for slug in (base, *(f"{base}-{count}" for count in range(2, 999))) if slug not in taken)


def _with_free_numbers(document: Document, edition: Edition, findings: list[Finding]) -> Document:
    """Leave out a number or volume that another bulletin has, and say so."""
    wanted = (
        ("number", Bulletin.objects.filter(edition=edition, number=document.number)),
        ("volume", Bulletin.objects.filter(forum=edition.forum_id, volume=document.volume)),
    )
    for name, holders in wanted:
        holder = holders.first() if getattr(document, name) is not None else None
        if holder is not None:
            findings.append(
                Finding(
                    code="number-taken",
                    severity="error",
                    template=gettext_noop(
                        "The {name} {value} belongs to “{holder}” already, so this draft has none. Type the right one."
                    ),
                    params={"name": name, "value": str(getattr(document, name)), "holder": str(holder)},
                    where=name,
                )
            )
            document = msgspec.structs.replace(document, **{name: None})
    return document


def _speakers_of(document: Document, findings: list[Finding]) -> dict[str, Speaker]:
    """Find or make the Speaker of every roster entry, by the entry's key."""
    directory = Directory.load()
    speakers: dict[str, Speaker] = {}
    for index, entry in enumerate(document.roster):
        match = directory.find(entry.name)
        speaker = match.speaker
        if speaker is None or speaker in speakers.values():
            speaker = create_speaker(entry.name)
            findings.extend(_doubts(index, entry.name, match.doubtful))
        speakers[entry.speaker] = speaker
    return speakers


def _doubts(index: int, name: str, doubtful: Iterable[Speaker]) -> Iterator[Finding]:
    for speaker in doubtful:
        yield Finding(
            code="speaker-doubtful",
            severity="warning",
            template=gettext_noop(
                "“{name}” may be {known}, who is in the directory. A new person was made; merge them if they are one."
            ),
            params={"name": name, "known": str(speaker)},
            where=f"roster[{index}]",
        )


def _with_keys(document: Document, renamed: dict[str, str]) -> Document:
    """Give the Document with its keys changed to the stored speakers' own."""
    return msgspec.structs.replace(
        document,
        roster=tuple(
            msgspec.structs.replace(entry, speaker=renamed[entry.speaker]) for entry in document.roster
        ),
        editors_note=_prose_with_keys(document.editors_note, renamed),
        lede=_prose_with_keys(document.lede, renamed),
        sections=tuple(
            msgspec.structs.replace(
                section, points=tuple(_point_with_keys(point, renamed) for point in section.points)
            )
            for section in document.sections
        ),
    )


def _with_organisations(document: Document) -> Document:
    """Give the Document with the stored organisation of each entry: its own, else the one its credit names."""
    organisations = Organisations.load()
    named = ((entry, organisations.of(entry.organisation, entry.credit)) for entry in document.roster)
    return msgspec.structs.replace(
        document,
        roster=tuple(
            msgspec.structs.replace(entry, organisation=organisation.slug if organisation else None)
            for entry, organisation in named
        ),
    )


def _point_with_keys(point: Point, renamed: dict[str, str]) -> Point:
    (lead,) = _prose_with_keys((point.lead,), renamed)
    return msgspec.structs.replace(point, lead=lead, body=_prose_with_keys(point.body, renamed))


def _prose_with_keys(prose: Prose, renamed: dict[str, str]) -> Prose:
    return tuple(_paragraph_with_keys(paragraph, renamed) for paragraph in prose)


def _paragraph_with_keys(paragraph: Paragraph, renamed: dict[str, str]) -> Paragraph:
    return tuple(
        msgspec.structs.replace(inline, speaker=renamed.get(inline.speaker, inline.speaker))
        if isinstance(inline, Mention)
        else inline
        for inline in paragraph
    )


def _sessions_of(
    document: Document, edition: Edition, target: Target, findings: list[Finding]
) -> dict[str, Session]:
    """Find or make the sessions, by the key that roster entries know them by."""
    if target.sessions:
        return {str(session.pk): session for session in target.sessions}
    named = {ref.key: _session(edition, ref.title, ref.date or document.date) for ref in document.sessions}
    if named or not document.roster:
        return named
    session = _session(edition, document.title or edition.theme or str(edition), document.date)
    findings.append(
        Finding(
            code="session-assumed",
            severity="hint",
            template=gettext_noop(
                "The manuscript names no session. “{session}” was made for its speakers; give it its title, room and hours."
            ),
            params={"session": session.title},
        )
    )
    return {str(session.pk): session}


def _session(edition: Edition, title: str, date: datetime.date | None) -> Session:
    existing = Session.objects.filter(edition=edition, title=title).in_order().first()
    if existing is not None:
        return existing
    day = date or edition.starts_on
    return Session.objects.create(
        edition=edition,
        title=title,
        starts_at=timezone.make_aware(datetime.datetime.combine(day, _OPENS)),
        ends_at=timezone.make_aware(datetime.datetime.combine(day, _CLOSES)),
    )


def _write_appearances(
    document: Document, sessions: dict[str, Session], speakers: dict[str, Speaker], findings: list[Finding]
) -> None:
    by_slug = {speaker.slug: speaker for speaker in speakers.values()}
    keys = {entry.organisation for entry in document.roster if entry.organisation}
    organisations = {one.slug: one for one in Organisation.objects.filter(slug__in=keys)}
    field_name = "credit_zh" if document.language == "zh" else "credit"
    for order, entry in enumerate(document.roster):
        for session_key in [known for known in entry.sessions if known in sessions] or list(sessions):
            appearance, made = Appearance.objects.get_or_create(
                session=sessions[session_key],
                speaker=by_slug[entry.speaker],
                defaults={
                    "role": entry.role or "",
                    "order": order,
                    "organisation": organisations.get(entry.organisation or ""),
                    field_name: entry.credit,
                },
            )
            stored = getattr(appearance, field_name)
            if not made and stored != entry.credit:
                findings.append(_credit_differs(order, entry.name, stored, entry.credit))


def _credit_differs(order: int, name: str, stored: str, printed: str) -> Finding:
    return Finding(
        code="credit-differs",
        severity="hint",
        template=gettext_noop(
            "{name} is “{stored}” in the session’s programme and “{printed}” here. This bulletin prints the latter."
        ),
        params={"name": name, "stored": stored, "printed": printed},
        where=f"roster[{order}].credit",
    )
