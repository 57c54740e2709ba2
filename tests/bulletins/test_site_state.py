"""What readers see has a number for each of its parts, which rises as that changes."""

import pytest
from django.db import transaction

from bulletins.models import Bulletin, Revision, Topic
from bulletins.publishing.withdrawal import withdraw
from forum.models import Edition, Forum, Session
from speakers.models import Organisation, Speaker
from tests.factories import (
    document,
    hold,
    make_bulletin,
    make_edition,
    make_organisation,
    make_session,
    make_speaker,
)

pytestmark = pytest.mark.django_db(transaction=True)
ISSUE = "/rain/2026/1/"
TITLE = document().title


def revisions():
    return dict(Revision.objects.values_list("scope", "number"))


def moved(change):
    """Make a change; tell which parts of the site moved on."""
    before = revisions()
    with transaction.atomic():
        change()
    return {scope for scope, number in revisions().items() if before.get(scope) != number}


def test_what_readers_do_not_see_moves_nothing(published):
    edition = published.edition
    unknown = make_speaker("lund-ivo", family_name="Lund")
    session = make_session(edition)
    draft = make_bulletin(edition)

    assert moved(lambda: make_session(edition)) == set()
    assert moved(lambda: Session.objects.filter(pk=session.pk).update(title="Snow")) == set()
    assert moved(lambda: Speaker.objects.filter(pk=unknown.pk).update(given_name="Eda")) == set()
    assert moved(lambda: hold(unknown, "Dean")) == set()
    assert moved(lambda: make_organisation("House of Snow")) == set()
    assert moved(lambda: Organisation.objects.update(country="CN")) == set()
    assert moved(lambda: Topic.objects.create(slug="snow", name="Snow")) == set()
    assert moved(make_edition) == set()
    assert moved(lambda: Edition.objects.exclude(pk=edition.pk).update(theme="Snow")) == set()
    assert moved(lambda: Bulletin.objects.filter(pk=draft.pk).update(title="Snow")) == set()
    assert moved(lambda: draft.sections.update(title="Snow")) == set()


def test_what_readers_see_moves_the_parts_that_show_it(tied, editor):
    forum, speaker = f"forum:{tied.forum_id}", "speaker:berg-ada"
    organisation = f"organisation:{Organisation.objects.get().pk}"

    assert moved(lambda: Forum.objects.update(publisher="Another office")) == {"site", forum}
    assert moved(lambda: Edition.objects.update(theme="Snow")) == {"site", forum}
    assert moved(lambda: Session.objects.update(title="Snow")) == {"site", forum}
    assert moved(lambda: Speaker.objects.update(given_name="Eda")) == {"site", speaker}
    assert moved(lambda: hold(Speaker.objects.get(), "Dean")) == {"site", speaker}
    assert moved(lambda: Organisation.objects.update(country="CN")) == {"site", organisation}
    assert moved(lambda: Topic.objects.update(name="Snow")) == {"site", "topics"}
    assert moved(lambda: withdraw(tied.bulletin, by=editor, note="Wrong.")) == {
        "site",
        forum,
        speaker,
        organisation,
    }


def test_numbers_rise_in_the_order_in_which_transactions_end(published):
    def change(field):
        Forum.objects.update(**{field: "Another"})

    numbers = []
    for field in ("publisher", "name", "contact"):
        change(field)
        numbers.append(revisions()["site"])

    assert numbers == sorted(set(numbers))
