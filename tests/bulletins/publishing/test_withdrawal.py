"""Embargo and withdrawal: a bulletin that readers may not see yet, or no more."""

import datetime

import pytest
from django.db import connection
from django.utils import timezone

from bulletins.models import Bulletin, Passage, Publication, Statement
from bulletins.publishing.index import reindex
from bulletins.publishing.publication import Approval, publish
from bulletins.publishing.scheduling import cancel_correction
from bulletins.publishing.withdrawal import restore, withdraw
from forum.models import LedgerEntry
from forum.refusal import Refusal
from tests.factories import make_bulletin, make_edition, make_forum, make_user

pytestmark = pytest.mark.django_db
SAID = Approval(acceptance="Read.", correction_note="A figure was wrong.")
LATER = timezone.now() + datetime.timedelta(days=3)
UNDER_EMBARGO = Approval(acceptance="Read.", public_from=LATER)


@pytest.fixture
def bulletin():
    return make_bulletin(make_edition(make_forum(slug="rain")))


def rows():
    return (Passage.objects.count(), Statement.objects.count())


def test_a_withdrawn_bulletin_is_gone_with_all_its_versions_and_its_index(bulletin, editor):
    publish(bulletin, by=editor, approval=SAID)
    Bulletin.objects.update(title="Rain gardens, corrected")
    publish(bulletin, by=editor, approval=SAID)

    withdraw(bulletin, by=editor, note="  Wrong throughout. ")

    assert list(Publication.objects.public()) == []
    assert (
        list(Publication.objects.values_list("withdrawal_note", "withdrawn_by"))
        == [("Wrong throughout.", editor.pk)] * 2
    )
    assert rows() == (0, 0)


def test_restored_it_is_what_it_was(bulletin, editor):
    publication = publish(bulletin, by=editor, approval=SAID)
    withdraw(bulletin, by=editor, note="Wrong throughout.")

    restore(bulletin, by=None)

    assert (list(Publication.objects.public()), rows()) == ([publication], (1, 1))


def test_withdrawing_twice_keeps_the_first_word(bulletin, editor):
    publish(bulletin, by=editor, approval=SAID)
    withdraw(bulletin, by=editor, note="Wrong throughout.")

    withdraw(bulletin, by=make_user("other", is_superuser=True), note="Again.")

    assert Publication.objects.get().withdrawal_note == "Wrong throughout."


def writes(verb):
    """What a verb writes, as verb and table of each statement; and all that the ledger tells after it."""
    found = []

    def noted(execute, sql, params, many, context):
        if sql.startswith(("INSERT", "UPDATE", "DELETE")):
            found.append(sql.split('"')[:2])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(noted):
        verb()
    return found, list(LedgerEntry.objects.order_by("number").values_list("act", flat=True))


def test_a_verb_that_finds_nothing_to_do_writes_no_entry(bulletin, editor):
    publish(bulletin, by=editor, approval=SAID)

    idle = [
        writes(lambda: restore(bulletin, by=editor, note="It is out.")),
        writes(lambda: cancel_correction(bulletin, by=editor)),
    ]
    withdraw(bulletin, by=editor, note="Wrong throughout.")
    idle.append(writes(lambda: withdraw(bulletin, by=editor, note="Again.")))

    assert [acts for _, acts in idle] == [["published"], ["published"], ["published", "withdrawn"]]
    touched = {table for written, _ in idle for _verb, table in written}
    assert touched <= {"bulletins_publication", "bulletins_scheduledcorrection"}


def test_withdrawal_needs_a_word_and_something_published(bulletin, editor):
    with pytest.raises(Refusal, match="Nothing of this bulletin"):
        withdraw(bulletin, by=editor, note="Wrong.")
    publish(bulletin, by=editor, approval=SAID)
    with pytest.raises(Refusal, match="Say in a note"):
        withdraw(bulletin, by=editor, note=" ")

    assert Publication.objects.public().count() == 1


def test_the_correction_of_a_withdrawn_bulletin_stays_withdrawn_until_it_is_put_back(bulletin, editor):
    publish(bulletin, by=editor, approval=SAID)
    withdraw(bulletin, by=editor, note="Wrong throughout.")
    Bulletin.objects.update(title="Rain gardens, corrected")

    second = publish(bulletin, by=editor, approval=SAID)

    assert (list(Publication.objects.public()), rows()) == ([], (0, 0))
    restore(bulletin, by=None)
    assert list(Publication.objects.public().current()) == [second]


def test_under_an_embargo_it_is_not_public_and_its_index_waits_with_it(bulletin, editor):
    publication = publish(bulletin, by=editor, approval=UNDER_EMBARGO)

    assert list(Publication.objects.public()) == []
    assert list(Publication.objects.public(at=LATER)) == [publication]
    assert (rows(), Statement.objects.public().count(), Passage.objects.public().count()) == ((1, 1), 0, 0)


def test_the_index_made_anew_keeps_embargo_and_withdrawal(bulletin, editor):
    publish(bulletin, by=editor, approval=UNDER_EMBARGO)
    withdrawn = make_bulletin(bulletin.edition)
    publish(withdrawn, by=editor, approval=SAID)
    withdraw(withdrawn, by=editor, note="Wrong.")

    reindex()

    assert list(Passage.objects.values_list("public_from", flat=True)) == [LATER]


def test_a_correction_keeps_the_embargo(bulletin, editor):
    publish(bulletin, by=editor, approval=UNDER_EMBARGO)
    Bulletin.objects.update(title="Rain gardens, corrected")

    assert publish(bulletin, by=editor, approval=SAID).public_from == LATER


def test_what_is_public_cannot_be_put_under_an_embargo(bulletin, editor):
    publish(bulletin, by=editor, approval=SAID)
    Bulletin.objects.update(title="Rain gardens, corrected")

    with pytest.raises(Refusal, match="Only a first version"):
        publish(
            bulletin, by=editor, approval=Approval(correction_note="x", acceptance="x", public_from=LATER)
        )


def test_an_embargo_in_the_past_is_none(bulletin, editor):
    publication = publish(
        bulletin,
        by=editor,
        approval=Approval(acceptance="Read.", public_from=timezone.now() - datetime.timedelta(1)),
    )

    assert publication.public_from == publication.published_at
