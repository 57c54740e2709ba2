"""The review of a bulletin: its state, the moves that lead on, whose turn it is, and what was done so far."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.decorators import action
from unfold.widgets import UnfoldAdminSelectWidget, UnfoldAdminTextareaWidget, UnfoldAdminTextInputWidget

from bulletins.admin.pages import BulletinPages
from bulletins.document import Document
from bulletins.drafts.handing_over import hand_over
from bulletins.drafts.proposals import count_waiting
from bulletins.drafts.redline import Part, redline
from bulletins.drafts.review import (
    HandOver,
    Move,
    is_changed_since_approval,
    move,
    moves_for,
    wrote_what_another_approves,
)
from bulletins.drafts.rows import document_of
from bulletins.models import Bulletin
from forum.colleagues import name_of
from forum.ledger import Subject
from forum.models import LedgerEntry
from forum.refusal import Refusal
from forum.rights import user_of
from speakers.models import Speaker

LABELS = {
    Move.HAND_IN: _("Hand in for review"),
    Move.TAKE_BACK: _("Take back"),
    Move.RETURN: _("Return"),
    Move.APPROVE: _("Approve"),
}
HAND_OVER = "hand over"
ACTS_SHOWN = 50


class _Colleagues(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return name_of(obj)


class ReviewForm(forms.Form):
    """What is said with a move: a word, to whom it goes, until when."""

    why = forms.CharField(
        label=_("A word about it"),
        required=False,
        max_length=2000,
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 2}),
        help_text=_(
            "Kept in the ledger, and sent to whom it is handed. Whoever returns a bulletin says why."
        ),
    )
    to = _Colleagues(
        User.objects.filter(is_staff=True, is_active=True).order_by("first_name", "username"),
        label=_("Hand it to"),
        required=False,
        widget=UnfoldAdminSelectWidget,
        empty_label=_("nobody in particular"),
    )
    due_on = forms.DateField(
        label=_("due on"), required=False, widget=UnfoldAdminTextInputWidget(attrs={"type": "date"})
    )


class ReviewPages(BulletinPages):
    """The page of a bulletin's review."""

    @action(description=_("Review"), url_path="review", permissions=["view"], icon="fact_check")
    def review(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Show how far it is, and move it on."""
        bulletin = self._bulletin(request, object_id)
        form = ReviewForm(request.POST or None)
        if form.is_valid():
            try:
                self._moved(request, bulletin, form)
            except Refusal as error:
                form.add_error(None, error.message)
                bulletin = self._bulletin(request, object_id)
            else:
                return redirect("admin:bulletins_bulletin_review", bulletin.pk)
        return self._page(request, "review", self._told(request, bulletin, form))

    def _moved(self, request: HttpRequest, bulletin: Bulletin, form: ReviewForm) -> None:
        wanted, said = request.POST.get("move", ""), form.cleaned_data
        if wanted == HAND_OVER:
            hand_over(bulletin, said["to"], by=user_of(request), due_on=said["due_on"], why=said["why"])
            messages.success(request, gettext("It is handed over."))
            return
        if wanted not in set(Move):
            raise Refusal(gettext("Choose what shall be done."))
        to = HandOver(to=said["to"], due_on=said["due_on"])
        move(bulletin, Move(wanted), by=user_of(request), why=said["why"], hand_over=to)
        messages.success(request, gettext("It is now: %(state)s.") % {"state": bulletin.state.label})

    def _told(self, request: HttpRequest, bulletin: Bulletin, form: ReviewForm) -> dict[str, Any]:
        user, document = user_of(request), document_of(bulletin)
        changed = is_changed_since_approval(bulletin, document)
        return {
            "title": gettext("Review of “%(bulletin)s”") % {"bulletin": bulletin},
            "bulletin": bulletin,
            "form": form,
            "state": bulletin.state,
            "approval": bulletin.approval,
            "changed": changed,
            "language": document.language,
            "parts": _since_approval(bulletin.approval.document, document)
            if bulletin.approval and changed
            else (),
            "moves": [(name.value, LABELS[name]) for name in moves_for(bulletin, user, document)],
            "may_hand_over": self.has_change_permission(request, bulletin),
            "may_publish": user.has_perm("bulletins.publish_bulletin"),
            "suggestions": count_waiting(bulletin),
            "wrote": wrote_what_another_approves(bulletin, user),
            "record": LedgerEntry.objects.filter(subject=Subject.of(bulletin).key).order_by("-number")[
                :ACTS_SHOWN
            ],
        }


def _since_approval(before: Document, after: Document) -> tuple[Part, ...]:
    people = (entry.speaker for one in (before, after) for entry in one.roster)
    parts = redline(before, after, same=Speaker.objects.known_as(people))
    return tuple(part for part in parts if part.differs)
