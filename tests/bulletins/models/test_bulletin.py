"""Drafts by what they are referred to, how far they are, and who sees them."""

import datetime

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from django.core.exceptions import ValidationError
from django.utils import timezone

from bulletins.models import Bulletin, Publication, ScheduledCorrection
from bulletins.models.bulletin import sessions_without_bulletin
from bulletins.publishing.publication import publish
from forum.models import ForumMembership
from tests.bulletins.conftest import SAID
from tests.factories import (
    document,
    make_bulletin,
    make_edition,
    make_forum,
    make_series,
    make_session,
    make_user,
)
from tests.kept_rows import triggers_disabled

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def titled(edition, title, **fields):
    return make_bulletin(edition, document(title=title), **fields)


def title_at(reference):
    try:
        return Bulletin.objects.at(reference).title
    except Bulletin.DoesNotExist:
        return None


def test_a_reference_is_the_address_of_an_issue_or_the_id_of_a_draft():
    edition = make_edition(make_forum(slug="rain"))
    draft = titled(edition, "Without a number")
    titled(edition, "Third", number=3)
    titled(edition, "Special", number=3, series=make_series(edition.forum, slug="special"))
    known = ("rain/2026/3", "/rain/2026/3/", "rain/special/2026/3")
    unknown = ("rain/bulletin/2026/3", "rain/2026/4", "snow/2026/3", "2026/3", "rain/2026", "rain/2026/x", "")

    assert [title_at(one) for one in (str(draft.pk), *known)] == [
        "Without a number",
        "Third",
        "Third",
        "Special",
    ]
    assert [title_at(one) for one in unknown] == [None] * 7


def test_a_draft_is_seen_by_those_it_is_kept_to_within_the_forums_of_their_rights():
    ada, ivo, eva = (make_user(name) for name in ("ada", "ivo", "eva"))
    chief = make_user("chief", is_superuser=True)
    gone = make_user("gone", is_superuser=True, is_active=False)
    office = Group.objects.create(name="Office")
    office.user_set.add(eva)
    here, there = make_edition(), make_edition()
    ForumMembership.objects.create(user=ivo, forum=here.forum)
    titled(here, "For all")
    titled(there, "Elsewhere")
    titled(here, "Ada’s own", created_by=ada).reader_groups.set([office])
    titled(here, "For Ivo").readers.set([ivo])

    seen = {
        str(by): sorted(one.title for one in Bulletin.objects.visible_to(by))
        for by in (ada, ivo, eva, chief, gone, AnonymousUser(), None)
    }

    every = ["Ada’s own", "Elsewhere", "For Ivo", "For all"]
    assert seen == {
        "ada": ["Ada’s own", "Elsewhere", "For all"],
        "ivo": ["For Ivo", "For all"],
        "eva": ["Ada’s own", "Elsewhere", "For all"],
        "chief": every,
        "gone": ["Elsewhere", "For all"],
        "AnonymousUser": [],
        "None": every,
    }


def test_how_far_it_is_follows_from_its_review_and_from_what_readers_see(edition, editor):
    bulletin = make_bulletin(edition)
    told = {"nothing": bulletin.state}
    publication = publish(bulletin, by=editor, approval=SAID)
    told["published"] = bulletin.state
    later = NOW + datetime.timedelta(days=9)
    scheduled = ScheduledCorrection.objects.create(bulletin=bulletin, at=later, by=editor, approved_at=NOW)
    told["a correction scheduled"] = bulletin.state
    ScheduledCorrection.objects.update(failure="It was refused.")
    told["a correction refused"] = bulletin.state
    scheduled.delete()
    with triggers_disabled():
        Publication.objects.filter(pk=publication.pk).update(public_from=later)
    told["under an embargo"] = bulletin.state
    with triggers_disabled():
        Publication.objects.filter(pk=publication.pk).update(
            withdrawn_at=NOW, withdrawn_by=editor, withdrawal_note="Wrong."
        )
    told["withdrawn"] = bulletin.state
    Bulletin.objects.update(stage=Bulletin.Stage.IN_REVIEW)
    told["handed in"] = bulletin.state

    assert told == {
        "nothing": "draft",
        "published": "published",
        "a correction scheduled": "scheduled",
        "a correction refused": "published",
        "under an embargo": "scheduled",
        "withdrawn": "withdrawn",
        "handed in": "in review",
    }
    assert list(Bulletin.objects.drafts()) == []


def test_a_session_waits_for_a_bulletin_once_it_is_over_and_until_one_reports_on_it():
    edition = make_edition()
    covered, waiting, coming = (make_session(edition, title=title) for title in ("A", "B", "C"))
    make_bulletin(edition).sessions.set([covered])
    after = waiting.ends_at + datetime.timedelta(minutes=1)
    coming.ends_at = after + datetime.timedelta(minutes=1)
    coming.save()

    assert list(sessions_without_bulletin(after)) == [waiting]


def test_nothing_new_comes_into_a_forum_that_was_merged_and_what_is_there_stays():
    kept, merged = make_forum(name="Rain Forum"), make_forum(name="Forum of Rain")
    edition = make_edition(merged)
    old = make_bulletin(edition)
    merged.merged_into = kept
    merged.save()

    old.clean()
    with pytest.raises(ValidationError) as refused:
        Bulletin(edition=edition).clean()

    assert refused.value.message_dict == {"edition": [merged.told_of_merger]}
