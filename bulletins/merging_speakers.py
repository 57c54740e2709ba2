"""Two rows of the directory that are one person: merging them, and taking them apart again.

Nothing is thrown away. The row that is merged stays, so that Publications which know it by its key
find the person who was kept; what moved, went or was rewritten is kept in the SpeakerMerge.
`merged_into` always leads to somebody who is not merged, in one step (the database holds it, migration
0004): whoever is merged takes along those who were merged into them.
"""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.db.models import F, Q, TextField
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext as _

from bulletins.document import with_speakers
from bulletins.document_json import paragraph_from_builtins, prose_from_builtins, to_builtins
from bulletins.drafts.snapshots import take_snapshot
from bulletins.models import Bulletin, DraftPoint, Publication, RosterLine, Snapshot
from bulletins.publishing.index import index
from bulletins.search import indexing
from forum.ledger import Subject, record
from forum.locks import lock_people
from forum.models import Act
from forum.refusal import Refusal
from forum.rights import require
from forum.transactions import atomic_with_retry
from speakers.models import Appearance, Position, Speaker, SpeakerMerge

# What a removed row is made of, to make it again; with its id, which another merger may know it by.
_APPEARANCE = ("id", "session_id", "role", "order", "credits", "organisation_id")
_ROSTER_LINE = ("id", "bulletin_id", "order", "name", "credit", "role", "role_printed", "organisation_id")
_TEXTS: tuple[tuple[Any, tuple[str, ...]], ...] = (
    (DraftPoint.objects, ("lead", "body")),
    (Bulletin.with_bin, ("editors_note", "lede")),
)
_TO_BULLETIN = {"DraftPoint": "section__bulletin", "Bulletin": "pk"}


@atomic_with_retry
def merge(kept: Speaker, merged: Speaker, *, by: User) -> SpeakerMerge:
    """Put a person who is in the directory twice together: every link of `merged` becomes one of `kept`.

    Raises Refusal where both are the same row, or one of them was merged before.
    """
    require(by, "speakers.merge_speaker")
    if kept.pk == merged.pk:
        raise Refusal(_("Choose two different people."))
    lock_people()
    people = Speaker.objects.in_bulk((kept.pk, merged.pk))
    if len(people) < 2 or any(person.merged_into_id for person in people.values()):
        raise Refusal(_("One of the two was merged before. Load the page again."))
    published = _publications_of(merged)
    _hold_drafts(_drafts_naming(merged), by=by)
    done = {
        "positions": list(_move_positions(kept, merged)),
        **_move(Appearance, "session_id", _APPEARANCE, kept, merged),
        **_move(RosterLine, "bulletin_id", _ROSTER_LINE, kept, merged),
        "texts": list(_rewrite_texts(merged.slug, kept.slug)),
        "people": list(merged.merged.values_list("pk", flat=True)),
    }
    Speaker.objects.filter(pk__in=(merged.pk, *done["people"])).update(merged_into=kept)
    _index_again(published)
    indexing.name((kept.pk, merged.pk))
    merger = SpeakerMerge.objects.create(kept=kept, merged=merged, done=done, by=by)
    _record(Act.MERGED, merger, by=by)
    return merger


@atomic_with_retry
def undo_merge(merger: SpeakerMerge, *, by: User | None) -> None:
    """Undo a merger: what moved goes back, what went comes again. Texts that somebody changed since stay.

    Raises Refusal where it was undone before, or the person kept was merged into a third since.
    """
    require(by, "speakers.merge_speaker")
    lock_people()
    merger = SpeakerMerge.objects.select_related("kept", "merged").get(pk=merger.pk)
    if merger.undone_at is not None:
        raise Refusal(_("This merger was undone before."))
    if merger.kept.merged_into_id is not None:
        raise Refusal(
            _("%(name)s was merged into another person since. Undo that first.") % {"name": merger.kept}
        )
    published = _publications_of(merger.kept)
    done, merged = merger.done, merger.merged
    _hold_drafts(_drafts_in(done), by=by)
    Speaker.objects.filter(pk=merged.pk).update(merged_into=None)
    Speaker.objects.filter(pk__in=done["people"]).update(merged_into=merged)
    Position.objects.filter(pk__in=done["positions"]).update(speaker=merged)
    both: tuple[Any, ...] = (Appearance, RosterLine)
    for model in both:
        name = model.__name__
        model.objects.filter(pk__in=done[name]["moved"]).update(speaker=merged)
        model.objects.bulk_create(
            (model(speaker=merged, **values) for values in done[name]["gone"]), ignore_conflicts=True
        )
    _restore_texts(done["texts"])
    SpeakerMerge.objects.filter(pk=merger.pk).update(undone_at=timezone.now())
    _index_again(published)
    indexing.name((merger.kept.pk, merged.pk))
    _record(Act.UNMERGED, merger, by=by)


def _record(act: Act, merger: SpeakerMerge, *, by: User | None) -> None:
    people = {"kept": merger.kept.slug, "merged": merger.merged.slug, "merger": merger.pk}
    record(act, Subject(f"speaker/{merger.kept.pk}", str(merger)), by=by, details=people)


def _move_positions(kept: Speaker, merged: Speaker) -> Iterator[int]:
    """Move positions; one that `kept` holds as well stays where it is."""
    for position in merged.positions.all():
        try:
            with transaction.atomic():
                Position.objects.filter(pk=position.pk).update(speaker=kept)
        except IntegrityError:
            continue
        yield position.pk


def _move(
    model: type[Appearance | RosterLine],
    within: str,
    columns: tuple[str, ...],
    kept: Speaker,
    merged: Speaker,
) -> dict[str, Any]:
    """Move rows to `kept`; where both have one within the same session or roster, that of `merged` goes."""
    rows = model.objects
    twice = rows.filter(speaker=merged, **{f"{within}__in": rows.filter(speaker=kept).values(within)})
    gone = list(twice.values(*columns))
    twice.delete()
    moved = list(rows.filter(speaker=merged).values_list("pk", flat=True))
    rows.filter(pk__in=moved).update(speaker=kept)
    return {model.__name__: {"moved": moved, "gone": gone}}


def _rewrite_texts(old: str, new: str) -> Iterator[dict[str, Any]]:
    """Let mentions in drafts name the one who was kept. Gives each text before and after."""
    for rows, fields in _TEXTS:
        for name in fields:
            for row in _naming(rows, name, old):
                before = getattr(row, name)
                read = paragraph_from_builtins if name == "lead" else prose_from_builtins
                after = to_builtins(with_speakers(read(before), {old: new}))
                rows.filter(pk=row.pk).update(**{name: after})
                model = rows.model.__name__
                yield {"model": model, "pk": row.pk, "field": name, "before": before, "after": after}


def _naming(rows: Any, name: str, slug: str) -> Any:
    """Give the rows whose text names somebody, in lists, tables and footnotes too."""
    return rows.alias(words=Cast(name, TextField())).filter(words__contains=f'"{slug}"').order_by("pk")


def _restore_texts(texts: list[dict[str, Any]]) -> None:
    known = {rows.model.__name__: rows for rows, _fields in _TEXTS}
    for text in texts:
        rows = known[text["model"]].filter(pk=text["pk"])
        rows.filter(**{text["field"]: text["after"]}).update(**{text["field"]: text["before"]})


def _drafts_naming(speaker: Speaker) -> set[int]:
    """Give the ids of the drafts that have somebody in their roster or their texts."""
    drafts = set(RosterLine.objects.filter(speaker=speaker).values_list("bulletin", flat=True))
    for rows, fields in _TEXTS:
        for name in fields:
            named = _naming(rows, name, speaker.slug)
            drafts.update(named.values_list(_TO_BULLETIN[rows.model.__name__], flat=True))
    return drafts


def _drafts_in(done: dict[str, Any]) -> set[int]:
    """Give the ids of the drafts that a merger changed."""
    lines = done["RosterLine"]
    drafts = set(RosterLine.objects.filter(pk__in=lines["moved"]).values_list("bulletin", flat=True))
    drafts.update(line["bulletin_id"] for line in lines["gone"])
    for rows, _fields in _TEXTS:
        model = rows.model.__name__
        keys = [text["pk"] for text in done["texts"] if text["model"] == model]
        drafts.update(rows.filter(pk__in=keys).values_list(_TO_BULLETIN[model], flat=True))
    return drafts


def _hold_drafts(drafts: set[int], *, by: User | None) -> None:
    """Let nobody write these drafts until the end, and let the pages that have them open read them again."""
    held = list(Bulletin.objects.select_for_update().filter(pk__in=drafts).order_by("pk"))
    for bulletin in held:
        take_snapshot(bulletin, Snapshot.Reason.MERGE, by=by)
    Bulletin.objects.filter(pk__in=[bulletin.pk for bulletin in held]).update(version=F("version") + 1)


def _publications_of(speaker: Speaker) -> list[int]:
    known = Publication.objects.current().filter(Q(statements__speaker=speaker))
    return list(known.values_list("pk", flat=True).distinct())


def _index_again(publications: list[int]) -> None:
    for publication in Publication.objects.filter(pk__in=publications).order_by("pk"):
        index(publication)
