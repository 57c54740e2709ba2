"""A corrected credit concerns every bulletin that prints the same one: its editors are told."""

from collections.abc import Iterator

from django.contrib.auth.models import User
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from bulletins.document import Document
from bulletins.models import Bulletin, CreditNotice, Publication, RosterLine
from forum.languages import interface_of
from forum.outbox import link_to, post
from speakers.models import Speaker


def notice_credits(publication: Publication, before: Document | None) -> None:
    """Note at every other bulletin that prints a credit which this correction changed, and tell its editors.

    What its own bulletin was told is settled: its editor has published it anew.
    """
    CreditNotice.objects.filter(bulletin=publication.bulletin_id).delete()
    if before is None:
        return
    after = publication.document
    known = Speaker.objects.by_key(entry.speaker for entry in (*before.roster, *after.roster))
    old, new = (
        {known[entry.speaker]: entry.credit for entry in one.roster if entry.speaker in known}
        for one in (before, after)
    )
    for speaker, credit in old.items():
        if speaker in new and new[speaker] != credit and credit:
            for bulletin in _printing(speaker, credit):
                _notice(bulletin, speaker, publication, credit, new[speaker])


def _printing(speaker: Speaker, credit: str) -> Iterator[Bulletin]:
    keys = {speaker.slug, *speaker.merged.values_list("slug", flat=True)}
    publications = Publication.objects.current().filter(people__overlap=list(keys), withdrawn_at=None)
    printed = {
        one.bulletin_id
        for one in publications
        for entry in one.document.roster
        if entry.speaker in keys and entry.credit == credit
    }
    lines = RosterLine.objects.filter(speaker=speaker, credit=credit, bulletin__publications=None)
    # Of two corrections at once each waits for the other's notices in the same order.
    yield from Bulletin.objects.filter(Q(pk__in=printed) | Q(pk__in=lines.values("bulletin"))).order_by("pk")


def _notice(bulletin: Bulletin, speaker: Speaker, because: Publication, old: str, new: str) -> None:
    CreditNotice.objects.update_or_create(
        bulletin=bulletin, speaker=speaker, defaults={"because": because, "old": old, "new": new}
    )
    for editor in _editors(bulletin):
        with override(interface_of(bulletin.language)):
            values = {
                "name": speaker.name,
                "title": str(bulletin),
                "other": because.title,
                "old": old,
                "new": new,
                "address": link_to(reverse("admin:bulletins_bulletin_change", args=[bulletin.pk])),
            }
            post(
                editor.email,
                _("A credit was corrected: %(name)s") % values,
                _(
                    "“%(other)s” now credits %(name)s as: %(new)s\nBefore: %(old)s\n\n"
                    "Your bulletin “%(title)s” prints the credit as it was. See whether it needs the same correction:\n"
                    "%(address)s"
                )
                % values,
            )


def _editors(bulletin: Bulletin) -> list[User]:
    """Give those who began or published a bulletin, as far as they are still there and have an address."""
    concerned = Q(bulletins=bulletin) | Q(publications__bulletin=bulletin)
    return list(User.objects.filter(concerned, is_active=True).exclude(email="").distinct())
