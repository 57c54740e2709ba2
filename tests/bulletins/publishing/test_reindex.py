"""Making the index anew while people work: nobody waits for it, and readers see a whole index all the time."""

import threading
import time

import pytest
from django.db import connection, transaction

from bulletins.document import Mention, Text
from bulletins.models import (
    CountedBulletin,
    IssueEntry,
    NextWord,
    Passage,
    SpeakerName,
    Statement,
    Tally,
    VocabularyWord,
)
from bulletins.publishing.index import reindex, reindex_at_once
from bulletins.publishing.index_digests import digests
from bulletins.publishing.publication import publish
from bulletins.publishing.withdrawal import withdraw
from forum.locks import lock_forum
from tests.bulletins.conftest import SAID
from tests.factories import document, make_bulletin, make_edition, make_forum, make_speaker
from tests.kept_rows import triggers_disabled

pytestmark = pytest.mark.django_db(transaction=True)


def in_thread(verb, took):
    def run():
        begun = time.monotonic()
        try:
            verb()
            took.append(time.monotonic() - begun)
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def until(condition):
    for _ in range(600):
        if condition():
            return
        time.sleep(0.05)
    pytest.fail("it did not come to that")


@pytest.fixture
def two_forums(editor):
    """An issue in each of two forums; the index of words is wrong, so that it shows when it is made anew."""
    editions = [make_edition(make_forum(slug=slug)) for slug in ("rain", "snow")]
    issues = [publish(make_bulletin(edition), by=editor, approval=SAID) for edition in editions]
    VocabularyWord.objects.update(passages=999)
    VocabularyWord.objects.create(word="nowhere", stem="nowher", passages=1)
    return issues


def test_publishers_and_readers_do_not_notice_a_reindex_that_is_held_in_the_middle(two_forums, editor):
    first, second = two_forums
    draft = make_bulletin(first.edition, content=document(title="Hail, and what it leaves"))
    old = make_bulletin(first.edition)
    publish(old, by=editor, approval=SAID)
    reindexed, published = [], []

    with transaction.atomic():
        lock_forum(second.forum_id)
        making = in_thread(reindex, reindexed)
        until(lambda: CountedBulletin.objects.filter(bulletin=first.bulletin_id).exists())

        def work():
            publish(draft, by=editor, approval=SAID)
            withdraw(old, by=editor, note="Wrong.")

        in_thread(work, published).join(30)
        during = (
            making.is_alive(),
            len(published),
            Passage.objects.count(),
            VocabularyWord.objects.filter(word="nowhere").exists(),
            VocabularyWord.objects.filter(passages__gte=999).exists(),
        )
    making.join(30)

    assert during == (True, 1, 3, True, True)
    assert (len(reindexed), VocabularyWord.objects.filter(passages__gte=999).count()) == (1, 0)
    assert (NextWord.objects.count(), CountedBulletin.objects.count()) == (0, 0)
    after = digests()
    reindex_at_once()
    assert after == digests()


def test_a_reindex_that_was_broken_off_leaves_the_index_whole_and_the_next_one_mends_it(two_forums, editor):
    NextWord.objects.create(word="left", stem="left", passages=3)
    CountedBulletin.objects.create(bulletin=two_forums[0].bulletin)

    reindex()

    after = digests()
    reindex_at_once()
    assert after == digests()


def test_what_a_lede_reports_is_indexed_once_however_often(edition, editor):
    lede = ((Mention("berg-ada"), Text(" said that it rains.")),)
    publish(make_bulletin(edition, document(lede=lede)), by=editor, approval=SAID)
    before = digests()

    reindex()
    reindex()

    assert (digests(), Statement.objects.filter(passage=None).count()) == (before, 1)


@pytest.mark.parametrize("make_anew", [reindex, reindex_at_once])
@pytest.mark.parametrize(
    "gone",
    [
        (
            "UPDATE bulletins_publication SET withdrawn_at = now(), withdrawn_by_id = published_by_id,"
            " withdrawal_note = 'Wrong.' WHERE id = %s"
        ),
        "UPDATE bulletins_publication SET superseded = true WHERE id = %s",
    ],
    ids=["withdrawn", "no version is current"],
)
def test_rows_of_what_is_not_published_any_more_go(two_forums, gone, make_anew):
    first, second = two_forums
    SpeakerName.objects.create(speaker=make_speaker("lund-ivo"), name="ivo lund")
    with triggers_disabled() as cursor:
        cursor.execute(gone, [first.pk])

    make_anew()

    rows = (Statement, Passage, IssueEntry)
    assert [set(model.objects.values_list("publication", flat=True)) for model in rows] == [{second.pk}] * 3
    assert set(Tally.objects.values_list("edition", flat=True)) == {second.edition_id}
    assert set(SpeakerName.objects.values_list("speaker__slug", flat=True)) == {"berg-ada"}


@pytest.mark.parametrize(
    "spoilt",
    [
        "DELETE FROM bulletins_searchentry",
        "UPDATE bulletins_statement SET number = number + 100",
        "UPDATE bulletins_passage SET lead = 'Else'",
        "DELETE FROM bulletins_issueentry",
        "UPDATE bulletins_tally SET count = count + 1",
        "DELETE FROM bulletins_tally",
        "DELETE FROM bulletins_speakername",
        "DELETE FROM bulletins_vocabularyword",
    ],
)
def test_whatever_is_wrong_in_the_index_is_right_when_it_was_made_anew_in_either_way(two_forums, spoilt):
    reindex()
    right = digests()

    for make_anew in (reindex, reindex_at_once):
        with triggers_disabled() as cursor:
            cursor.execute(spoilt)
        wrong = digests()
        make_anew()
        assert (wrong != right, digests()) == (True, right)
