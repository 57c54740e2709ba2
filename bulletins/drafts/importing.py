"""A Document from a manuscript becomes a draft, with what it names: sessions, speakers, appearances.

One transaction: everything or nothing. The same manuscript a second time changes nothing.
"""

import datetime
import itertools
import logging
from dataclasses import dataclass, field

import msgspec
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from bulletins.document import (
    Document,
    Finding,
    Point,
    gettext_noop,
    points,
    sections,
    with_points,
    with_sections,
)
from bulletins.document_json import validated
from bulletins.drafts.comparing import matched, partners
from bulletins.drafts.findings import refuse_state_secret
from bulletins.drafts.import_reports import keep_report
from bulletins.drafts.numbers import told_of_counting
from bulletins.drafts.people import speakers_of, with_people
from bulletins.drafts.pictures import with_pictures_at_hand
from bulletins.drafts.placing import edition_of, learn_name, lock_open
from bulletins.drafts.rights import require_for
from bulletins.drafts.rows import document_of, write_document
from bulletins.drafts.snapshots import take_snapshot
from bulletins.language.series_words import word_in
from bulletins.manuscript.blocks import Reading
from bulletins.models import Bulletin, Series, Snapshot
from forum.locks import lock_names, share_people
from forum.models import Edition, Forum, Session
from forum.refusal import Refusal
from forum.rights import may_in, require
from forum.transactions import atomic_with_retry
from speakers.affiliations import Affiliations
from speakers.models import Appearance, Organisation, Speaker

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Target:
    """Where the draft goes: an edition, a series and sessions, as far as the editor chose them; and who imports."""

    edition: Edition | None = None
    series: Series | None = None
    sessions: tuple[Session, ...] = ()
    by: User | None = None
    # Of an archive nobody knows the sessions: none is assumed that its manuscripts do not name.
    as_archive: bool = False


@dataclass
class Imported:
    """The draft, whether this import made it, and what importing has to say."""

    bulletin: Bulletin
    created: bool
    findings: list[Finding] = field(default_factory=list)


NOWHERE_IN_PARTICULAR = Target()
# What a manuscript tells of the masthead and the foot; where it is silent, what the draft says stays.
_TAKEN = (
    "date",
    "title",
    "series_title",
    "note_label",
    "editors_note",
    "lede",
    "summarized_by",
    "summarized_label",
    "hands",
    "marking",
    "contact",
    "distribution",
    "copies",
)


@atomic_with_retry
def import_document(reading: Reading, fingerprint: str, target: Target = NOWHERE_IN_PARTICULAR) -> Imported:
    """Make a draft of what was read from a manuscript, whose SHA-256 in hex is `fingerprint`.

    What reading and importing said is kept with the draft.

    Raises Refusal where the manuscript names no forum or no year and none was chosen.
    """
    require(target.by, "bulletins.add_bulletin")
    document = validated(reading.document)
    refuse_state_secret(document.marking or "")
    # The second of two that name a new forum, edition or person finds what the first made.
    lock_names()
    share_people()
    findings = [*told_of_counting(document)]
    edition = target.edition or edition_of(document, target.by, findings)
    require(target.by, "bulletins.add_bulletin", forum=edition.forum_id)
    # One import at a time in a forum: two of the same file find each other.
    lock_open(edition)
    learn_name(edition.forum, document, target.by, findings)
    known = Bulletin.objects.filter(edition=edition, manuscript_hash=fingerprint).first()
    if known is not None:
        require_for(target.by, "bulletins.add_bulletin", known)
        return Imported(known, created=False)
    series = target.series or _series_of(document, edition.forum, target.by, findings)
    bulletin = Bulletin(
        edition=edition,
        forum=edition.forum,
        series=series,
        manuscript_hash=fingerprint,
        created_by=target.by,
    )
    document = with_pictures_at_hand(
        _with_free_numbers(document, edition, series, findings), reading.pictures, findings, by=target.by
    )
    speakers = speakers_of(document, findings)
    document = with_people(document, speakers, Affiliations(target.by, _day_of(document, target)), findings)
    rostered = {speaker.slug: speaker for speaker in speakers.values()}
    write_document(bulletin, document, rostered, by=target.by)
    sessions = _sessions_of(document, edition, target, findings)
    bulletin.sessions.set(session for session in sessions.values())
    _write_appearances(document, sessions, speakers, findings)
    _told(bulletin, (*reading.findings, *findings), target.by)
    return Imported(bulletin, created=True, findings=findings)


def _told(bulletin: Bulletin, findings: tuple[Finding, ...], by: User | None) -> None:
    """Keep what an import said, and have the log say that there was one."""
    keep_report(bulletin, findings)
    who = by.get_username() if by else "-"
    transaction.on_commit(lambda: log.info("imported bulletin/%d by %s", bulletin.pk, who))


@atomic_with_retry
def import_into(
    bulletin: Bulletin,
    reading: Reading,
    *,
    by: User | None,
    seen: str | None = None,
) -> list[Finding]:
    """Put what was read from a manuscript into an existing draft; points that are the same keep their keys.

    Sessions, topics and the numbers it has stay; what the manuscript lacks of the masthead stays too.
    `seen` is the version whose differences somebody looked at. Raises Refusal if it changed since.
    """
    require_for(by, "bulletins.change_bulletin", bulletin)
    document = validated(reading.document)
    refuse_state_secret(document.marking or "")
    lock_names()
    share_people()
    bulletin = Bulletin.objects.select_for_update().select_related("edition__forum").get(pk=bulletin.pk)
    if seen is not None and seen != str(bulletin.version):
        raise Refusal(_("Somebody changed the draft meanwhile. Look at the differences anew."))
    before = document_of(bulletin)
    findings = [*told_of_counting(document)]
    speakers = speakers_of(document, findings)
    document = with_pictures_at_hand(_with_masthead_of(document, before), reading.pictures, findings, by=by)
    document = with_people(document, speakers, Affiliations(by, document.date), findings)
    document = _with_points_of(document, before)
    take_snapshot(bulletin, Snapshot.Reason.IMPORT, by=by)
    write_document(bulletin, document, {speaker.slug: speaker for speaker in speakers.values()}, by=by)
    Bulletin.objects.filter(pk=bulletin.pk).update(version=F("version") + 1)
    _write_appearances(document, {str(one.pk): one for one in bulletin.sessions.all()}, speakers, findings)
    _told(bulletin, (*reading.findings, *findings), by)
    return findings


def _with_masthead_of(document: Document, before: Document) -> Document:
    kept = {"number": before.number, "volume": before.volume, "language": before.language}
    for name in _TAKEN:
        kept[name] = getattr(document, name) or getattr(before, name)
    return msgspec.structs.replace(document, **kept)


def _with_points_of(document: Document, before: Document) -> Document:
    """Give points the ids and topics of those they were, and sections the ids."""
    old = [point for _, point in points(before)]
    found = partners(before, document)
    places = itertools.count()

    def known(point: Point) -> Point:
        partner = found.get(next(places))
        if partner is None:
            return msgspec.structs.replace(point, id="")
        return msgspec.structs.replace(point, id=old[partner].id, topics=point.topics or old[partner].topics)

    return _with_section_ids(with_points(document, known), before)


def _with_section_ids(document: Document, before: Document) -> Document:
    old, new = ([part for _, part in sections(one)] for one in (before, document))
    pairs = matched([part.title for part in old], [part.title for part in new])
    found = {new: old for old, new in pairs}
    ids = iter(["" if (at := found.get(place)) is None else old[at].id for place in range(len(new))])
    return with_sections(document, lambda _part: {"id": next(ids)})


def _series_of(document: Document, forum: Forum, by: User | None, findings: list[Finding]) -> Series:
    """Give the series that the masthead names; one that the forum does not have yet is made, if that is allowed."""
    printed = document.series_title or ""
    word = word_in(printed)
    if (known := Series.objects.of_masthead(forum, printed)) is not None:
        return known
    if word is None or not may_in(by, "bulletins.add_series", forum=forum.pk):
        return Series.objects.main(forum)
    first = not forum.series.exists()
    made = Series.objects.begin(forum, word, is_main=first)
    if not first:
        findings.append(
            Finding(
                code="series-created",
                severity="hint",
                template=gettext_noop(
                    "The forum had no series “{series}”, and it was made. Look at its name, its address and its style."
                ),
                params={"series": word},
            )
        )
    return made


def _with_free_numbers(
    document: Document, edition: Edition, series: Series, findings: list[Finding]
) -> Document:
    """Leave out a number or volume that another bulletin has, and say so."""
    wanted = (
        ("number", Bulletin.objects.filter(series=series, edition=edition, number=document.number)),
        ("volume", Bulletin.objects.filter(series=series, volume=document.volume)),
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


def _day_of(document: Document, target: Target) -> datetime.date | None:
    """Give the day on which the titles were held: the bulletin's, or its session's."""
    return document.date or next((one.day for one in target.sessions if one.day), None)


def _sessions_of(
    document: Document, edition: Edition, target: Target, findings: list[Finding]
) -> dict[str, Session]:
    """Find or make the sessions, by the key that roster entries know them by."""
    if target.sessions:
        return {str(session.pk): session for session in target.sessions}
    named = {ref.key: _session(edition, ref.title, ref.date) for ref in document.sessions}
    appeared = any(entry.kind == "person" for entry in document.roster)
    if named or not appeared or target.as_archive:
        return named
    session = _session(edition, document.title or edition.theme or str(edition), None)
    findings.append(
        Finding(
            code="session-assumed",
            severity="hint",
            template=gettext_noop(
                "The manuscript names no session. “{session}” was made for its speakers;"
                " give it its title, room and hours."
            ),
            params={"session": session.title},
        )
    )
    return {str(session.pk): session}


def _session(edition: Edition, title: str, date: datetime.date | None) -> Session:
    existing = Session.objects.filter(edition=edition, title=title).in_order().first()
    if existing is not None:
        return existing
    return Session.objects.create(edition=edition, title=title, date=date)


def _write_appearances(
    document: Document, sessions: dict[str, Session], speakers: dict[str, Speaker], findings: list[Finding]
) -> None:
    by_slug = {speaker.slug: speaker for speaker in speakers.values()}
    keys = {entry.organisation for entry in document.roster if entry.organisation}
    organisations = {one.slug: one for one in Organisation.objects.filter(slug__in=keys)}
    for order, entry in enumerate(document.roster):
        if entry.kind != "person":
            continue
        for session_key in [known for known in entry.sessions if known in sessions] or list(sessions):
            appearance, made = Appearance.objects.get_or_create(
                session=sessions[session_key],
                speaker=by_slug[entry.speaker],
                defaults={
                    "role": entry.role or "",
                    "order": order,
                    "organisation": organisations.get(entry.organisation or ""),
                    "credits": {document.language: entry.credit},
                },
            )
            stored = appearance.credits.get(document.language, "")
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
