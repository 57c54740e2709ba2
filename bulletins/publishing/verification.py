"""Proof that what is published is what was published: rows, ledger, numbers and index are held against each other.

Each difference is one line for the operator. Nothing is written: the index is made anew in a transaction
that is rolled back, over one snapshot of the database; who publishes meanwhile waits.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import msgspec
from django.contrib.auth.models import Group, User
from django.db import connection, transaction

from bulletins.document import figures
from bulletins.models import Publication
from bulletins.publishing.index import reindex_at_once
from bulletins.publishing.index_digests import digests
from bulletins.publishing.record import fixed_columns, moving_columns, subject_of
from bulletins.publishing.renderings import is_whole
from forum.ledger import NOTHING_BEFORE, Subject, values_of
from forum.models import Act, LedgerEntry
from forum.signing import Statement
from forum.storage import kept
from speakers.models import Speaker

_AT_ONCE = 100  # rows that are in memory


@dataclass
class _Told:
    """What the ledger says at its end."""

    publications: dict[int, dict[str, Any]] = field(default_factory=dict)
    versions: dict[str, dict[str, Any]] = field(default_factory=dict)
    rows: dict[str, dict[str, Any]] = field(default_factory=dict)
    merged: set[str] = field(default_factory=set)

    def take(self, entry: LedgerEntry) -> None:
        """Take in one more entry."""
        details = entry.details
        if "publication" in details:
            self.publications[details["publication"]["id"]] = details["publication"]
        if "versions" in details:
            self.versions[entry.subject] = details["versions"]
        if entry.act in {Act.ADDED, Act.CHANGED}:
            self.rows[entry.subject] = details
        if entry.act == Act.MERGED:
            self.merged.add(details["merged"])
        if entry.act == Act.UNMERGED:
            self.merged.discard(details["merged"])


def verify(statement: Statement | None = None) -> list[str]:
    """Give every difference, in words; none, where all is as it was published, and as a statement of before says."""
    outermost = not connection.in_atomic_block
    with transaction.atomic():
        if outermost:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        told = _Told()
        found = [
            *_chain(told),
            *_stated(statement),
            *_publications(told),
            *_numbers(),
            *_people(told),
            *_rights(told),
            *_index(),
        ]
        transaction.set_rollback(True)
    return found


def _chain(told: _Told) -> Iterator[str]:
    previous, number = NOTHING_BEFORE, 0
    for entry in LedgerEntry.objects.order_by("number").iterator(chunk_size=_AT_ONCE):
        if entry.number != number + 1:
            yield f"ledger: entry {entry.number} comes after entry {number}: entries are missing"
        if entry.previous != previous:
            yield f"ledger: entry {entry.number} does not hold the hash of entry {number}"
        if entry.hash != entry.computed_hash():
            yield f"ledger: entry {entry.number} was changed: its hash differs"
        previous, number = entry.hash, entry.number
        told.take(entry)


def _stated(statement: Statement | None) -> Iterator[str]:
    if statement is None or statement.entries == 0:
        return
    entry = LedgerEntry.objects.filter(number=statement.entries).first()
    if entry is None:
        yield f"ledger: entry {statement.entries}, which was the last on {statement.at:%Y-%m-%d}, is missing"
    elif entry.hash != statement.head:
        yield f"ledger: entry {entry.number} is not the one that was the last on {statement.at:%Y-%m-%d}"


def _publications(told: _Told) -> Iterator[str]:
    stored = set()
    for one in (
        Publication.objects.with_place()
        .prefetch_related("files")
        .order_by("pk")
        .iterator(chunk_size=_AT_ONCE)
    ):
        stored.add(one.pk)
        known = told.publications.get(one.pk)
        if known is None:
            yield f"{_name(one)}: no entry of the ledger tells that it was published"
            continue
        # Columns that came with a later release are in no entry of before.
        yield from _differing(_name(one), known, fixed_columns(one))
        states = told.versions.get(subject_of(one.bulletin_id), {})
        yield from _differing(_name(one), states.get(str(one.version), {}), moving_columns(one))
        yield from _files(one, known.get("renderings", {}))
    for pk, gone in told.publications.items():
        if pk not in stored:
            yield f"publication {pk} (“{gone['series_title']}”, version {gone['version']}): it is missing"


def _files(publication: Publication, told: dict[str, Any]) -> Iterator[str]:
    name, rows = _name(publication), {row.format: row for row in publication.files.all()}
    yield from (f"{name}: no file {one} is kept" for one in sorted(told.keys() - rows.keys()))
    for row in rows.values():
        if told.get(row.format) != {"sha256": row.sha256, "bytes": row.size}:
            yield f"{name}: the file {row.format} is not what the ledger tells"
        if not is_whole(row):
            yield f"{name}: the file {row.format} ({row.sha256}) is missing, or was changed"
    if '"figure"' in publication.frozen:
        for one in {figure.file: figure for _where, figure in figures(publication.document)}.values():
            if kept(one.file) is None:
                yield f"{name}: the picture {one.name} is missing, or was changed"


def _differing(name: str, told: dict[str, Any], stored: dict[str, Any]) -> Iterator[str]:
    for column in sorted(told.keys() & stored.keys()):
        if told[column] != stored[column]:
            yield f"{name}: {column} is not what the ledger tells"
    for column in sorted(told.keys() - stored.keys()):
        yield f"{name}: there is no column {column}, which the ledger tells"


def _name(publication: Publication) -> str:
    place = f"{publication.place}/{publication.edition.year}/{publication.number}"
    return f"publication {publication.pk} ({place}, version {publication.version})"


def _numbers() -> Iterator[str]:
    numbers, volumes = defaultdict(set), defaultdict(set)
    for one in Publication.objects.with_place().defer("frozen"):
        numbers[f"{one.place}/{one.edition.year}"].add(one.number)
        volumes[one.place].add(one.volume)
    for word, found in (("number", numbers), ("volume", volumes)):
        for where, some in sorted(found.items()):
            missing = (one for one in range(min(some), max(some)) if one not in some)
            yield from (f"{where}: {word} {one} is missing" for one in missing)


def _people(told: _Told) -> Iterator[str]:
    merged = set(Speaker.objects.filter(merged_into__isnull=False).values_list("slug", flat=True))
    for slug in sorted(merged - told.merged):
        yield f"speaker {slug}: merged, and no entry of the ledger tells it"
    for slug in sorted(set(Speaker.objects.present().by_key(told.merged))):
        yield f"speaker {slug}: the ledger tells a merger, and there is none"


def _rights(told: _Told) -> Iterator[str]:
    """Tell of accounts and groups that may do what no entry of the ledger lets them do."""
    for one in (*User.objects.order_by("pk"), *Group.objects.order_by("pk")):
        known = told.rows.get(Subject.of(one).key)
        if known is None:
            if isinstance(one, User):
                yield f"user {one}: no entry of the ledger tells of this account"
            continue
        for name, now in values_of(one).items():
            if _exceeds(now, known.get(name)):
                yield f"{one._meta.model_name} {one}: {name} is not what the ledger tells"


def _exceeds(now: Any, told: Any) -> bool:
    if not isinstance(now, list):
        return bool(now != told)
    # What was deleted since is in no list any more; names may have changed, ids do not.
    return not {_id(one) for one in now} <= {_id(one) for one in told or ()}


def _id(tie: str) -> str:
    return tie.partition(":")[0]


def _index() -> Iterator[str]:
    before = digests()
    try:
        reindex_at_once()
    except msgspec.MsgspecError as error:
        yield f"index: it cannot be made anew, for a document cannot be read: {error}"
        return
    after = digests()
    for key in sorted(before.keys() | after.keys()):
        if before.get(key) != after.get(key):
            yield f"index: {key} is not what would be made anew"
