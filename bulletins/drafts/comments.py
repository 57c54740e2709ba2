"""Remarks of colleagues on a draft: threads that are resolved and reopened, on words, on a part or on the whole.

They are rows of their own beside the draft: the Document, and so whatever prints, never has them.
"""

import datetime
import re
from collections.abc import Iterator

import msgspec
from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from bulletins.drafts.anchors import CHIP, Anchor, Standing, followed, standing
from bulletins.drafts.rights import has_voice, require_voice
from bulletins.drafts.rows import sheet_of
from bulletins.drafts.sheet import Sheet, SheetPoint
from bulletins.models import Bulletin, Comment
from bulletins.prose import Prose, Text, lines_of
from forum.colleagues import name_of
from forum.languages import interface_of
from forum.outbox import link_to, post
from forum.refusal import Refusal
from forum.transactions import atomic_with_retry

LONGEST = 4000
_COLLEAGUE = re.compile(r"(?<![\w@])@([\w.+-]+)")


ON_THE_WHOLE = Anchor()


class Remark(msgspec.Struct, frozen=True, kw_only=True):
    """One comment as it is shown."""

    id: int
    who: str
    at: datetime.datetime
    text: str


class Thread(msgspec.Struct, frozen=True, kw_only=True):
    """A comment with its answers, the words that it is about, and where these stand now."""

    id: int
    quote: str
    standing: Standing
    remarks: tuple[Remark, ...]
    resolved_by: str = ""


def texts_of(sheet: Sheet) -> dict[str, str]:
    """Give the text of every part that may be remarked on, by the key of its row or its name, in printed order."""
    return dict(_texts(sheet))


def _texts(sheet: Sheet) -> Iterator[tuple[str, str]]:
    yield "editors_note", _plain(sheet.editors_note)
    yield "lede", _plain(sheet.lede)
    for section in sheet.sections:
        yield str(section.id), section.title
        for point in section.points:
            yield str(point.id), _point(point)


def _point(point: SheetPoint) -> str:
    return "\n".join(filter(None, (_plain((point.lead,)), _plain(point.body))))


def _plain(prose: Prose) -> str:
    return "\n".join(
        "".join(inline.text if isinstance(inline, Text) else CHIP for inline in line)
        for _, line in lines_of(prose)
    )


def threads(bulletin: Bulletin) -> tuple[Thread, ...]:
    """Give every thread of a draft, in the order of their first remarks, each where its words stand now."""
    found = list(Comment.objects.filter(bulletin=bulletin).select_related("author", "resolved_by"))
    if not found:
        return ()
    parts = texts_of(sheet_of(bulletin))
    return tuple(
        Thread(
            id=first.pk,
            quote=first.quote,
            standing=standing(_anchor(first), parts),
            remarks=tuple(_remark(one) for one in found if first.pk in (one.pk, one.thread_id)),
            resolved_by=name_of(first.resolved_by, "–") if first.resolved_at else "",
        )
        for first in found
        if first.thread_id is None
    )


def _anchor(comment: Comment) -> Anchor:
    return Anchor(part=comment.part, quote=comment.quote, before=comment.before, after=comment.after)


def _remark(comment: Comment) -> Remark:
    return Remark(id=comment.pk, who=name_of(comment.author, "–"), at=comment.written_at, text=comment.text)


def follow_words(bulletin: Bulletin, sheet: Sheet) -> None:
    """Let the comments of a draft go with their words, after a change."""
    found = list(Comment.objects.filter(bulletin=bulletin, thread=None).exclude(quote=""))
    if not found:
        return
    parts = texts_of(sheet)
    for comment in found:
        anchor = followed(_anchor(comment), parts)
        if anchor != _anchor(comment):
            comment.part, comment.before, comment.after = anchor.part, anchor.before, anchor.after
            comment.save(update_fields=["part", "before", "after"])


@atomic_with_retry
def remark(
    bulletin: Bulletin, text: str, *, by: User, anchor: Anchor = ON_THE_WHOLE, thread: int | None = None
) -> Comment:
    """Write a comment, or an answer in a thread, and a mail to every colleague whom it names with an @."""
    require_voice(by, bulletin)
    text = text.strip()
    if not text or len(text) > LONGEST:
        raise Refusal(_("Write between one and %(count)s letters.") % {"count": LONGEST})
    first = _thread(bulletin, thread) if thread is not None else None
    if first is not None:
        anchor = Anchor()
    comment = Comment.objects.create(
        bulletin=bulletin,
        thread=first,
        author=by,
        text=text,
        part=anchor.part[:40],
        quote=anchor.quote[:LONGEST],
        before=anchor.before[-40:],
        after=anchor.after[:40],
    )
    if first is not None and first.resolved_at is not None:
        _set_resolved(first, None)
    for colleague in colleagues_named(text, bulletin, but=by):
        _write_mail(bulletin, colleague, by)
    return comment


@atomic_with_retry
def resolve(bulletin: Bulletin, thread: int, *, resolved: bool, by: User) -> None:
    """Say that a thread is settled, or that it is not."""
    require_voice(by, bulletin)
    _set_resolved(_thread(bulletin, thread), by if resolved else None)


def _set_resolved(first: Comment, by: User | None) -> None:
    first.resolved_at, first.resolved_by = (timezone.now(), by) if by else (None, None)
    first.save(update_fields=["resolved_at", "resolved_by"])


def _thread(bulletin: Bulletin, key: int) -> Comment:
    first = Comment.objects.filter(bulletin=bulletin, thread=None, pk=key).first()
    if first is None:
        raise Refusal(_("This comment is not there any more."))
    return first


def colleagues_named(text: str, bulletin: Bulletin, *, but: User) -> list[User]:
    """Give the colleagues whom a text names as @username, of those that may answer."""
    names = {name.rstrip(".").lower() for name in _COLLEAGUE.findall(text)}
    if not names:
        return []
    staff = User.objects.filter(is_staff=True, is_active=True).exclude(pk=but.pk).order_by("pk")
    named = (one for one in staff if one.get_username().lower() in names)
    return [one for one in named if has_voice(one, bulletin)]


def _write_mail(bulletin: Bulletin, to: User, by: User) -> None:
    if not to.email:
        return
    with translation.override(interface_of(bulletin.language)):
        values = {"name": name_of(by), "title": bulletin.title or _("Untitled bulletin")}
        address = link_to(reverse("admin:bulletins_bulletin_change", args=[bulletin.pk]))
        post(
            to.email,
            _("%(name)s asks you about “%(title)s”") % values,
            _("%(name)s named you in a comment:") % values + f"\n\n{address}",
        )
