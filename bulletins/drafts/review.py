"""The states of a bulletin, and the moves from one to another: one table, and a verb for each move of a draft.

Publishing, withdrawing and putting back are verbs of `bulletins/publishing/`; publishing asks here whether what
it is to publish was approved. Each move is an entry of the ledger, which nothing changes.
"""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from bulletins.document import Document
from bulletins.drafts.contributions import writers
from bulletins.drafts.handing_over import assign
from bulletins.drafts.rights import may_for, require_for
from bulletins.drafts.rows import document_of
from bulletins.drafts.snapshots import keep_snapshot
from bulletins.models import Bulletin, Snapshot
from forum.ledger import Subject, record
from forum.models import Act
from forum.refusal import Refusal
from forum.transactions import atomic_with_retry

State = Bulletin.State
Stage = Bulletin.Stage


class Move(StrEnum):
    """What is done with a draft as a whole."""

    HAND_IN = "hand in"
    TAKE_BACK = "take back"
    RETURN = "return"
    APPROVE = "approve"


@dataclass(frozen=True, kw_only=True)
class Rule:
    """Which right a move takes, from which states it leads, to which stage, and what the ledger calls it."""

    right: str
    starts: frozenset[State]
    stage: Stage
    act: Act
    asks_why: bool = False


# A correction goes through the same states as a first version, while readers see what is published.
MOVES = {
    Move.HAND_IN: Rule(
        right="bulletins.change_bulletin",
        starts=frozenset(State) - {State.IN_REVIEW},
        stage=Stage.IN_REVIEW,
        act=Act.HANDED_IN,
    ),
    Move.TAKE_BACK: Rule(
        right="bulletins.change_bulletin",
        starts=frozenset({State.IN_REVIEW, State.APPROVED}),
        stage=Stage.WRITING,
        act=Act.TAKEN_BACK,
    ),
    Move.RETURN: Rule(
        right="bulletins.review_bulletin",
        starts=frozenset({State.IN_REVIEW, State.APPROVED}),
        stage=Stage.RETURNED,
        act=Act.RETURNED,
        asks_why=True,
    ),
    Move.APPROVE: Rule(
        right="bulletins.review_bulletin",
        starts=frozenset({State.IN_REVIEW, State.APPROVED}),
        stage=Stage.APPROVED,
        act=Act.APPROVED,
    ),
}


@dataclass(frozen=True, kw_only=True)
class HandOver:
    """To whom a draft goes, and until when; to nobody in particular, where `to` is not said."""

    to: User | None = None
    due_on: datetime.date | None = None


NOBODY_IN_PARTICULAR = HandOver()


@atomic_with_retry
def move(
    bulletin: Bulletin,
    wanted: Move,
    *,
    by: User | None,
    why: str = "",
    hand_over: HandOver = NOBODY_IN_PARTICULAR,
) -> None:
    """Move a draft to another state, and hand it over. Raises Refusal where no such move leads from its state.

    What is returned goes back to whoever handed it in, unless somebody else is named.
    """
    rule = MOVES[wanted]
    require_for(by, rule.right, bulletin)
    bulletin = Bulletin.objects.select_for_update(of=("self",)).select_related("forum").get(pk=bulletin.pk)
    before = bulletin.state
    if before not in rule.starts:
        raise Refusal(
            _("This does not lead from here: the bulletin is “%(state)s”.") % {"state": before.label}
        )
    if rule.asks_why and not why.strip():
        raise Refusal(_("Say why it is returned, and what to do."))
    if wanted == Move.APPROVE:
        bulletin.approval = _approved(bulletin, by)
    else:
        bulletin.approval = None
    if wanted == Move.HAND_IN:
        keep_snapshot(bulletin, Snapshot.Reason.HANDED_IN, by=by)  # who handed it in is told by it, too
    bulletin.stage = rule.stage
    bulletin.save(update_fields=["stage", "approval"])
    to = hand_over.to or (_last_handed_in_by(bulletin) if wanted == Move.RETURN else None)
    assign(bulletin, to, hand_over.due_on, by=by, why=why)
    details = {"from": before.value, "to": bulletin.state.value}
    record(rule.act, Subject.of(bulletin), by=by, why=why.strip(), details=details)


def _approved(bulletin: Bulletin, by: User | None) -> Snapshot:
    if wrote_what_another_approves(bulletin, by):
        raise Refusal(_("You wrote in this bulletin. Somebody else has to approve it."))
    return keep_snapshot(bulletin, Snapshot.Reason.APPROVED, by=by)


def _last_handed_in_by(bulletin: Bulletin) -> User | None:
    """Give who handed it in, as far as they may still write; else whoever began it; else nobody in particular."""
    snapshot = bulletin.snapshots.filter(reason=Snapshot.Reason.HANDED_IN).select_related("by").first()
    people = (snapshot.by if snapshot else None, bulletin.created_by)
    return next((one for one in people if one and may_for(one, "bulletins.change_bulletin", bulletin)), None)


def wrote_what_another_approves(bulletin: Bulletin, by: User | None) -> bool:
    """Tell whether somebody wrote in a draft of a forum where somebody else has to approve it."""
    return bulletin.forum.second_pair_of_eyes and (by is None or by.pk in writers(bulletin))


def moves_for(bulletin: Bulletin, by: User, document: Document) -> list[Move]:
    """Give the moves that lead on from a draft's state, that somebody may make, and that change something."""
    state = bulletin.state
    found = [
        name for name, rule in MOVES.items() if state in rule.starts and may_for(by, rule.right, bulletin)
    ]
    is_approved = bulletin.approval is not None and not is_changed_since_approval(bulletin, document)
    if Move.APPROVE in found and (is_approved or wrote_what_another_approves(bulletin, by)):
        found.remove(Move.APPROVE)
    return found


def is_changed_since_approval(bulletin: Bulletin, document: Document | None = None) -> bool:
    """Tell whether a draft has other words than those that were approved."""
    return bulletin.approval is not None and bulletin.approval.document != (document or document_of(bulletin))


def lacks_approval(bulletin: Bulletin, document: Document) -> bool:
    """Tell whether a Document may not be published, since its forum asks for an approval and it has none."""
    if not bulletin.edition.forum.second_pair_of_eyes:
        return False
    return bulletin.approval is None or is_changed_since_approval(bulletin, document)


def require_approved(bulletin: Bulletin, document: Document, *, by: User, emergency: str = "") -> bool:
    """Refuse what nobody approved; in an emergency, let those who may do so publish it, with a reason.

    Gives whether it was an emergency. `bulletin` is locked, and `document` its words before numbers are allotted.
    """
    if not lacks_approval(bulletin, document):
        if emergency.strip():
            raise Refusal(_("This needs no emergency: publish it without giving a reason for one."))
        return False
    if emergency.strip():
        require_for(by, "bulletins.publish_unapproved_bulletin", bulletin)
        return True
    if bulletin.approval is None:
        raise Refusal(_("Nobody has approved this bulletin. Hand it in for review first."))
    raise Refusal(_("This bulletin was changed since it was approved. It has to be approved anew."))


def settle(bulletin: Bulletin) -> None:
    """End the review of what is published now: nobody owes anything more."""
    bulletin.stage, bulletin.approval = Stage.WRITING, None
    bulletin.assigned_to, bulletin.due_on = None, None
    bulletin.save(update_fields=["stage", "approval", "assigned_to", "due_on"])
