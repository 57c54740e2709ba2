"""Suggesting changes of a draft, and deciding on what is suggested.

Whoever suggests writes in the draft as they would have it: the same changes as a writer's, but what is kept is where
it differs, run by run, until somebody who may write accepts or refuses each.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

import msgspec
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from bulletins.drafts.carrying_out import DONE, compared, reason, typed
from bulletins.drafts.changes import MOST_CHANGES, Applied, apply_changes
from bulletins.drafts.proposals import (
    count_waiting,
    letters_in,
    proposals_of,
    sheet_as_proposed,
    stands_already,
    waiting_of,
)
from bulletins.drafts.rights import require_for, require_voice
from bulletins.drafts.rows import sheet_of
from bulletins.drafts.sheet import (
    Change,
    Outcome,
    PointText,
    SetField,
    SetPoint,
    SetSection,
    Sheet,
    SheetPoint,
    tidy_point,
)
from bulletins.drafts.sheet_changes import all_points, changes_between
from bulletins.drafts.wording import OPENINGS, TITLE, Letters, have_one_form, part_of, runs_between
from bulletins.models import Bulletin, Proposal
from forum.colleagues import name_of
from forum.locks import share_people
from forum.refusal import Refusal
from forum.transactions import atomic_with_retry

# What may wait for one draft at a time.
MOST_WAITING = 500


class Verdict(StrEnum):
    """What somebody says to a suggestion."""

    ACCEPT = "accept"
    REFUSE = "refuse"
    REOPEN = "reopen"


def sheet_for(bulletin: Bulletin, by: User | None) -> Sheet:
    """Give a draft as somebody suggests it."""
    return sheet_as_proposed(sheet_of(bulletin), waiting_of(bulletin, by))[0]


@atomic_with_retry
def propose(bulletin: Bulletin, changes: Sequence[Change], *, by: User, seen: int) -> Applied:
    """Keep as suggestions what the changes of a page make of a draft as its writer would have it.

    Raises Refusal where there are too many at once.
    """
    require_voice(by, bulletin)
    if len(changes) > MOST_CHANGES:
        raise Refusal(
            _("These are more than %(count)s changes at once. Save them in parts.") % {"count": MOST_CHANGES}
        )
    bulletin = Bulletin.objects.select_for_update().get(pk=bulletin.pk)
    alone = bulletin.version == seen
    proposer = _Proposer(bulletin, by)
    outcomes = tuple(map(proposer.carry_out, changes))
    if any(outcome.status == "done" for outcome in outcomes):
        _count_on(bulletin)
    return Applied(version=bulletin.version, alone=alone, outcomes=outcomes)


def _count_on(bulletin: Bulletin) -> None:
    """Let open pages know that something is new. The draft itself is as it was, and so is when it was changed."""
    bulletin.version += 1
    Bulletin.objects.filter(pk=bulletin.pk).update(version=bulletin.version)


class _Proposer:
    """Keeps what one person suggests for one locked bulletin."""

    def __init__(self, bulletin: Bulletin, by: User) -> None:
        self.bulletin = bulletin
        self.by = by
        self.sheet = sheet_of(bulletin)
        self.suggested, self.taken = sheet_as_proposed(self.sheet, waiting_of(bulletin, by))

    def carry_out(self, change: Change) -> Outcome:
        try:
            with transaction.atomic():
                outcome = self._carried_out(change)
        except (Refusal, ValidationError, IntegrityError, DataError, msgspec.ValidationError) as error:
            return Outcome(status="refused", message=reason(error))
        return outcome

    def _carried_out(self, change: Change) -> Outcome:
        if isinstance(change, SetPoint):
            return self._point(change)
        if isinstance(change, SetSection):
            return self._section(change)
        if isinstance(change, SetField) and change.name in (TITLE, *OPENINGS):
            return self._text(change)
        raise Refusal(_not_words())

    def _point(self, change: SetPoint) -> Outcome:
        point = all_points(self.suggested).get(change.id)
        stands = tidy_point(point.said()) if point else None
        now = tidy_point(change.now)
        outcome = compared(stands, tidy_point(change.was), now)
        if outcome or point is None:
            return outcome or DONE
        wanted = SheetPoint(id=change.id, **_values(now))
        _require_words(have_one_form(point, wanted))
        sections = tuple(
            msgspec.structs.replace(
                section, points=tuple(wanted if one.id == change.id else one for one in section.points)
            )
            for section in self.suggested.sections
        )
        return self._keep(str(change.id), msgspec.structs.replace(self.suggested, sections=sections))

    def _section(self, change: SetSection) -> Outcome:
        section = next((one for one in self.suggested.sections if one.id == change.id), None)
        stands = section.head() if section else None
        outcome = compared(stands, change.was, change.now)
        if outcome or section is None:
            return outcome or DONE
        _require_words((section.numbered, section.level) == (change.now.numbered, change.now.level))
        wanted = msgspec.structs.replace(section, title=change.now.title.strip())
        sections = tuple(wanted if one.id == change.id else one for one in self.suggested.sections)
        return self._keep(str(change.id), msgspec.structs.replace(self.suggested, sections=sections))

    def _text(self, change: SetField) -> Outcome:
        stands = getattr(self.suggested, change.name)
        was, now = typed(change.name, change.was), typed(change.name, change.now)
        if outcome := compared(stands, was, now):
            return outcome
        _require_words(isinstance(now, str) or have_one_form(stands, now))
        return self._keep(change.name, msgspec.structs.replace(self.suggested, **{change.name: now}))

    def _keep(self, key: str, wanted: Sheet) -> Outcome:
        """Keep where a part as it is wanted differs from the draft; what was suggested so before stays."""
        part = part_of(self.sheet, key)
        rows = {_said(row): row for row in self.taken.get(key, ())}
        found = list(proposals_of(key, part, runs_between(part, part_of(wanted, key))))
        stay = [rows.pop(_said(row), row) for row in found]
        new = [row for row, kept in zip(found, stay, strict=True) if row is kept]
        for row in new:
            row.bulletin, row.author = self.bulletin, self.by
        Proposal.objects.filter(pk__in=[row.pk for row in rows.values()]).delete()
        Proposal.objects.bulk_create(new)
        if new and count_waiting(self.bulletin) > MOST_WAITING:
            raise Refusal(_("Too many suggestions wait for this draft. Let some be decided on first."))
        self.suggested, self.taken[key] = wanted, stay
        return DONE


def _values(point: PointText) -> dict[str, Any]:
    return {"numbered": point.numbered, "lead": point.lead, "body": point.body, "topics": point.topics}


def _said(row: Proposal) -> tuple[str, int, str, Letters]:
    return row.part, row.start, row.quote, letters_in(row.now)


def _require_words(are_words: bool) -> None:
    if not are_words:
        raise Refusal(_not_words())


def _not_words() -> str:
    return _("Suggestions change words. Ask for anything else in a comment.")


@atomic_with_retry
def decide(bulletin: Bulletin, key: int, verdict: Verdict, *, by: User) -> None:
    """Accept a suggestion, refuse it, or open it again; whoever made it may take it back, too.

    What is accepted is a change of the draft like any other, by the one who accepts it.
    Raises Refusal where its words are gone, or somebody else has decided on it.
    """
    require_voice(by, bulletin)
    share_people()
    bulletin = Bulletin.objects.select_for_update().get(pk=bulletin.pk)
    row = Proposal.objects.filter(bulletin=bulletin, pk=key).select_related("decided_by").first()
    if row is None or verdict is not Verdict.REFUSE or row.author_id != by.pk:
        require_for(by, "bulletins.change_bulletin", bulletin)
    if row is None:
        raise Refusal(_("This suggestion is not there any more."))
    wanted = _OUTCOMES[verdict]
    if row.outcome == wanted:
        return
    if row.outcome and wanted:
        raise Refusal(
            _("%(name)s has decided on this suggestion already.") % {"name": name_of(row.decided_by, "–")}
        )
    if verdict is Verdict.ACCEPT:
        _put_in(bulletin, row, by)
    row.outcome = wanted
    row.decided_at, row.decided_by = (timezone.now(), by) if wanted else (None, None)
    row.save(update_fields=["outcome", "decided_at", "decided_by"])
    _count_on(bulletin)


_OUTCOMES = {
    Verdict.ACCEPT: Proposal.Outcome.ACCEPTED,
    Verdict.REFUSE: Proposal.Outcome.REFUSED,
    Verdict.REOPEN: Proposal.Outcome.WAITING,
}


def _put_in(bulletin: Bulletin, row: Proposal, by: User) -> None:
    sheet = sheet_of(bulletin)
    wanted, taken = sheet_as_proposed(sheet, [row])
    if not taken and stands_already(sheet, row):
        return
    if not taken:
        raise Refusal(_("The words that this is about are gone. Take from it by hand what you want to keep."))
    applied = apply_changes(bulletin, changes_between(sheet, wanted), by=by, seen=bulletin.version)
    for outcome in applied.outcomes:
        if outcome.status == "refused":
            raise Refusal(outcome.message)
    bulletin.version = applied.version
