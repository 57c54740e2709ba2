"""One change of a page becomes one of rows: done, in conflict with what stands now, or refused with the reason."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any
from uuid import UUID

import msgspec
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from bulletins.document import Figure, Prose, tidy_prose, with_speakers
from bulletins.document_json import to_builtins
from bulletins.drafts.findings import refuse_state_secret
from bulletins.drafts.pictures import adopt
from bulletins.drafts.roster import fill_roster
from bulletins.drafts.rows import document_of, sheet_of
from bulletins.drafts.set_aside import Setting
from bulletins.drafts.sheet import (
    AddPoint,
    AddSection,
    Change,
    Credit,
    Fields,
    OrderPoints,
    OrderRoster,
    OrderSections,
    Outcome,
    PointText,
    RemovePoint,
    RemoveSection,
    SectionHead,
    SetEntry,
    SetField,
    SetPoint,
    SetSection,
    Sheet,
    SheetEntry,
    SheetPoint,
    SheetSection,
    tidy_point,
)
from bulletins.drafts.sheet_changes import in_order
from bulletins.inline import plain_prose
from bulletins.models import Bulletin, DraftPoint, DraftSection, RosterLine, SetAside, Topic
from bulletins.prose import figures_of
from forum.first_use import ready
from forum.models import Session
from forum.refusal import Refusal
from speakers.models import Organisation, Speaker

DONE = Outcome(status="done")
_FIELD_TYPES = {field.name: field.type for field in msgspec.structs.fields(Fields)}


def _figures_in(change: Change) -> tuple[Figure, ...]:
    """Give the figures of what a change puts in."""
    if isinstance(change, SetField) and change.name in {"editors_note", "lede"}:
        prose: Prose = typed(change.name, change.now)
    elif isinstance(change, AddPoint | SetPoint):
        prose = change.now.body
    else:
        prose = ()
    return tuple(figures_of(prose))


class ChangeApplier:
    """Carries out changes on one locked bulletin."""

    def __init__(self, bulletin: Bulletin, by: User | None) -> None:
        self.bulletin = bulletin
        self.by = by
        self._sheet: Sheet | None = None
        self.did_more = False  # than the page asked for: it must read everything again

    @property
    def sheet(self) -> Sheet:
        """What stands now; read anew after a change."""
        self._sheet = self._sheet or sheet_of(self.bulletin)
        return self._sheet

    @cached_property
    def kept(self) -> dict[str, str]:
        """The keys of people who were merged into others, with the keys of those: an open page may not know yet."""
        merged = Speaker.objects.filter(merged_into__isnull=False)
        return dict(merged.values_list("slug", "merged_into__slug"))

    def carry_out(self, change: Change) -> Outcome:
        try:
            with transaction.atomic():
                if shown := _figures_in(change):
                    adopt(self.bulletin, shown, {}, by=self.by)
                outcome = _VERBS[type(change)](self, _naming(change, self.kept))
        except (Refusal, ValidationError, IntegrityError, DataError, msgspec.ValidationError) as error:
            return Outcome(status="refused", message=reason(error))
        if outcome is DONE:
            self._sheet = None
        return outcome

    def point(self, key: UUID) -> SheetPoint | None:
        points = (point for section in self.sheet.sections for point in section.points)
        return next((point for point in points if point.id == key), None)

    def section(self, key: UUID) -> SheetSection | None:
        return next((section for section in self.sheet.sections if section.id == key), None)

    def entry(self, speaker: str) -> SheetEntry | None:
        return next((entry for entry in self.sheet.roster if entry.speaker == speaker), None)

    def giving_way(self, change: Change, setting: Setting) -> Iterable[SetAside]:
        """Give what is to be told to those whose words a change takes the place of."""
        if isinstance(change, SetPoint | RemovePoint) and (point := self.point(change.id)):
            if isinstance(change, SetPoint) and _has_all_of(change.now, point):
                return ()
            row = DraftPoint.objects.select_related("changed_by").filter(key=change.id).first()
            return setting.of_point(row, self._plain((point.lead, *point.body)))
        if isinstance(change, SetField) and change.name in {"editors_note", "lede", "title"}:
            value = getattr(self.sheet, change.name)
            return setting.of_text(value if isinstance(value, str) else self._plain(value))
        return ()

    def _plain(self, prose: Prose) -> str:
        return plain_prose(prose, document_of(self.bulletin)).strip()

    def set_field(self, change: SetField) -> Outcome:
        if change.name not in _FIELD_TYPES:
            raise Refusal(_("A bulletin has no field “%(name)s”.") % {"name": change.name})
        was, now = (_naming(typed(change.name, value), self.kept) for value in (change.was, change.now))
        stands = typed(change.name, to_builtins(getattr(self.sheet, change.name)))
        if stands == now:
            return DONE
        if stands != was:
            return Outcome(status="conflict", theirs=to_builtins(stands))
        if change.name == "sessions":
            self._set_sessions(now)
        else:
            self._save_field(change.name, now)
        return DONE

    def _save_field(self, name: str, value: Any) -> None:
        if name == "marking":
            refuse_state_secret(value)
        setattr(self.bulletin, name, list(value) if name == "summarized_by" else _as_kept(name, value))
        others = {field.name for field in Bulletin._meta.get_fields()} - {name}
        self.bulletin.full_clean(exclude=others, validate_constraints=False)
        self.bulletin.validate_constraints(exclude=others - {"series", "edition", "binned_at"})
        self.bulletin.save(update_fields=[name])

    def _set_sessions(self, keys: Sequence[int]) -> None:
        sessions = Session.objects.filter(edition=self.bulletin.edition_id, pk__in=keys)
        if sessions.count() != len(set(keys)):
            raise Refusal(_("A session is not of this edition any more. Load the page again."))
        self.bulletin.sessions.set(sessions)
        self.did_more = fill_roster(self.bulletin) > 0

    def add_section(self, change: AddSection) -> Outcome:
        DraftSection.objects.get_or_create(
            key=change.id,
            bulletin=self.bulletin,
            defaults={
                "title": change.now.title,
                "numbered": change.now.numbered,
                "level": change.now.level,
                "order": len(self.sheet.sections),
            },
        )
        return DONE

    def set_section(self, change: SetSection) -> Outcome:
        section = self.section(change.id)
        stands = section.head() if section else None
        return compared(stands, change.was, change.now) or self._save_section(change.id, change.now)

    def _save_section(self, key: UUID, head: SectionHead) -> Outcome:
        DraftSection.objects.filter(key=key).update(
            title=head.title.strip(), numbered=head.numbered, level=head.level
        )
        return DONE

    def order_sections(self, change: OrderSections) -> Outcome:
        order = in_order([section.id for section in self.sheet.sections], change.ids)
        for place, key in enumerate(order):
            DraftSection.objects.filter(key=key, bulletin=self.bulletin).update(order=place)
        return DONE

    def remove_section(self, change: RemoveSection) -> Outcome:
        section = self.section(change.id)
        if section is None:
            return DONE
        if section.points or section.head() != change.was:
            return Outcome(status="conflict", theirs=to_builtins(section))
        DraftSection.objects.filter(key=change.id, bulletin=self.bulletin).delete()
        return DONE

    def add_point(self, change: AddPoint) -> Outcome:
        if self.point(change.id) is not None:
            return DONE
        section = DraftSection.objects.filter(key=change.section, bulletin=self.bulletin).first()
        if section is None:
            raise Refusal(_("The section of this point was removed meanwhile."))
        now = tidy_point(change.now)
        row = DraftPoint.objects.create(
            key=change.id,
            section=section,
            order=section.points.count(),
            numbered=now.numbered,
            lead=to_builtins(now.lead),
            body=to_builtins(now.body),
            changed_by=self.by,
            changed_at=timezone.now(),
        )
        row.topics.set(Topic.objects.filter(slug__in=now.topics))
        return DONE

    def set_point(self, change: SetPoint) -> Outcome:
        point = self.point(change.id)
        stands = tidy_point(point.said()) if point else None
        now = tidy_point(change.now)
        return compared(stands, tidy_point(change.was), now) or self._save_point(change.id, now)

    def _save_point(self, key: UUID, now: PointText) -> Outcome:
        row = DraftPoint.objects.get(key=key)
        row.numbered, row.lead, row.body = now.numbered, to_builtins(now.lead), to_builtins(now.body)
        row.changed_by, row.changed_at = self.by, timezone.now()
        row.save()
        row.topics.set(Topic.objects.filter(slug__in=now.topics))
        return DONE

    def order_points(self, change: OrderPoints) -> Outcome:
        section = DraftSection.objects.filter(key=change.section, bulletin=self.bulletin).first()
        if section is None:
            raise Refusal(_("The section of these points was removed meanwhile."))
        mine = set(
            DraftPoint.objects.filter(section__bulletin=self.bulletin, key__in=change.ids).values_list(
                "key", flat=True
            )
        )
        wanted = [key for key in change.ids if key in mine]
        order = in_order([*section.points.values_list("key", flat=True), *wanted], wanted)
        for place, key in enumerate(order):
            DraftPoint.objects.filter(key=key).update(section=section, order=place)
        return DONE

    def remove_point(self, change: RemovePoint) -> Outcome:
        point = self.point(change.id)
        if point is None:
            return DONE
        if tidy_point(point.said()) != tidy_point(change.was):
            return Outcome(status="conflict", theirs=to_builtins(point))
        DraftPoint.objects.filter(key=change.id, section__bulletin=self.bulletin).delete()
        return DONE

    def set_entry(self, change: SetEntry) -> Outcome:
        entry = self.entry(change.speaker)
        stands = entry.printed() if entry else None
        if stands == change.now:
            return DONE
        if stands != change.was:
            return Outcome(status="conflict", theirs=to_builtins(stands))
        if change.now is None:
            self._lines(change.speaker).delete()
        else:
            self._save_entry(change.speaker, change.now)
        return DONE

    def _lines(self, key: str) -> QuerySet[RosterLine]:
        """Give the line of the roster that a key names, if there is one."""
        return self.bulletin.roster.filter(Q(speaker__slug=key) | Q(key=key, speaker=None))

    def _save_entry(self, key: str, now: Credit) -> None:
        speaker = Speaker.objects.filter(slug=key).first() if now.kind == "person" else None
        if speaker is None and now.kind == "person":
            raise Refusal(_("This person is not in the directory any more."))
        said = {
            "kind": now.kind,
            "name": now.name.strip(),
            "credit": now.credit.strip(),
            "role": now.role or "",
            "role_printed": now.role_printed.strip(),
            "organisation": Organisation.objects.filter(slug=now.organisation or "").first(),
        }
        RosterLine.objects.update_or_create(
            bulletin=self.bulletin,
            speaker=speaker,
            key="" if speaker else key,
            defaults=said,
            create_defaults={**said, "order": len(self.sheet.roster)},
        )

    def order_roster(self, change: OrderRoster) -> Outcome:
        order = in_order([entry.speaker for entry in self.sheet.roster], change.speakers)
        for place, key in enumerate(order):
            self._lines(key).update(order=place)
        return DONE


_VERBS: dict[type, Callable[[ChangeApplier, Any], Outcome]] = {
    SetField: ChangeApplier.set_field,
    AddSection: ChangeApplier.add_section,
    SetSection: ChangeApplier.set_section,
    OrderSections: ChangeApplier.order_sections,
    RemoveSection: ChangeApplier.remove_section,
    AddPoint: ChangeApplier.add_point,
    SetPoint: ChangeApplier.set_point,
    OrderPoints: ChangeApplier.order_points,
    RemovePoint: ChangeApplier.remove_point,
    SetEntry: ChangeApplier.set_entry,
    OrderRoster: ChangeApplier.order_roster,
}


def _naming[Value](value: Value, kept: dict[str, str]) -> Value:
    """Give a change, or a part of one, with people named by the keys that they have now."""
    if isinstance(value, SetEntry):
        return msgspec.structs.replace(value, speaker=kept.get(value.speaker, value.speaker))
    if isinstance(value, OrderRoster):
        speakers = tuple(kept.get(speaker, speaker) for speaker in value.speakers)
        return msgspec.structs.replace(value, speakers=speakers)
    if isinstance(value, AddPoint | SetPoint | RemovePoint | PointText):
        parts = ("lead", "body") if isinstance(value, PointText) else ("was", "now")
        named = {part: _naming(getattr(value, part), kept) for part in parts if hasattr(value, part)}
        return msgspec.structs.replace(value, **named)
    return with_speakers(value, kept)


def _has_all_of(now: PointText, stands: PointText) -> bool:
    """Tell whether every paragraph of a point stands in a new version of it too."""
    return {stands.lead, *stands.body} <= {now.lead, *now.body}


def compared(stands: Any, was: Any, now: Any) -> Outcome | None:
    """Give the outcome of a change where what stands decides it; None where it is to be carried out."""
    if stands == now:
        return DONE
    if stands != was:
        return Outcome(status="conflict", theirs=to_builtins(stands))
    return None


def typed(name: str, value: Any) -> Any:
    """Read a field's value as the type it has. Raises msgspec.ValidationError."""
    read = msgspec.convert(value, type=ready(_FIELD_TYPES[name]))
    if name in {"editors_note", "lede"}:
        return tidy_prose(read)
    if isinstance(read, str):
        return read.strip()
    return tuple(sorted(read)) if name == "sessions" else read


def _as_kept(name: str, value: Any) -> Any:
    """Give a field's value as its column keeps it."""
    return (
        to_builtins(value) if name in {"editors_note", "lede", "hands", "contact", "distribution"} else value
    )


def reason(error: Exception) -> str:
    if isinstance(error, Refusal):
        return error.message
    if isinstance(error, ValidationError):
        return " ".join(error.messages)
    if isinstance(error, msgspec.ValidationError):
        return _("This cannot stand here: %(reason)s.") % {"reason": error}
    return _("This contradicts what is stored already. Load the page again and look.")
