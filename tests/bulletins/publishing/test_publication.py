"""Publishing: all or nothing, consecutive numbers, frozen for good."""

import dataclasses
import datetime
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.utils import timezone

from bulletins.document import Point, Section, Text
from bulletins.drafts.findings import accept
from bulletins.drafts.rows import document_of
from bulletins.models import Bulletin, Publication, Series, Statement
from bulletins.publishing.publication import Approval, publish
from bulletins.publishing.renderings import described, rendered
from forum.models import LedgerEntry
from forum.refusal import Refusal
from tests.factories import document, make_bulletin, make_edition, make_forum, make_user

ROOT = Path(__file__).resolve().parents[3]
SAID = Approval(acceptance="Checked by hand.", correction_note="A figure was wrong.")


@pytest.mark.django_db
def test_publishing_gives_the_next_number_and_volume(editor):
    edition = make_edition(make_forum(next_volume=140))
    publish(make_bulletin(edition, number=5), by=editor, approval=SAID)

    publication = publish(make_bulletin(edition), by=editor, approval=SAID)

    assert (publication.number, publication.volume, publication.version) == (6, 141, 1)
    assert Series.objects.get().next_volume == 142


@pytest.mark.django_db
def test_a_number_that_a_draft_has_is_passed_over(editor):
    edition = make_edition()
    make_bulletin(edition, number=1)

    assert publish(make_bulletin(edition), by=editor, approval=SAID).number == 2


@pytest.mark.django_db
def test_publishing_an_unchanged_bulletin_again_gives_the_same_publication(editor):
    bulletin = make_bulletin()

    first = publish(bulletin, by=editor, approval=SAID)

    assert publish(bulletin, by=editor, approval=SAID) == first
    assert Publication.objects.count() == 1


@pytest.mark.django_db
def test_publishing_an_unchanged_bulletin_again_ends_its_review(editor):
    bulletin = make_bulletin()
    publish(bulletin, by=editor, approval=SAID)
    Bulletin.objects.update(
        stage=Bulletin.Stage.RETURNED, assigned_to=editor, due_on=datetime.date(2026, 11, 20)
    )
    bulletin.refresh_from_db()

    publish(bulletin, by=editor, approval=SAID)

    assert list(Bulletin.objects.values_list("stage", "assigned_to", "due_on")) == [("", None, None)]


@pytest.mark.django_db
def test_where_another_has_to_approve_what_nobody_approved_is_published_in_an_emergency_alone(editor):
    edition = make_edition(make_forum(second_pair_of_eyes=True))
    bulletin = make_bulletin(edition)
    with pytest.raises(Refusal, match=r"^Nobody has approved this bulletin\."):
        publish(bulletin, by=editor, approval=SAID)

    urgent = dataclasses.replace(SAID, emergency=" The minister waits. ")
    first = publish(bulletin, by=editor, approval=urgent)
    Bulletin.objects.update(title="Roofs")
    second = publish(bulletin, by=editor, approval=SAID, approved=document_of(Bulletin.objects.get()))

    told = LedgerEntry.objects.order_by("number").values_list("act", "why")
    assert ([first.version, second.version], list(told)) == (
        [1, 2],
        [
            ("published", ""),
            ("not approved", "The minister waits."),
            ("corrected", "A figure was wrong."),
        ],
    )


@pytest.mark.django_db
def test_a_correction_is_a_new_version_with_its_note(editor):
    bulletin = make_bulletin()
    publish(bulletin, by=editor, approval=SAID)
    Bulletin.objects.update(title="Rain gardens, corrected")

    second = publish(bulletin, by=editor, approval=SAID)

    assert (second.version, second.title, second.correction_note) == (
        2,
        "Rain gardens, corrected",
        "A figure was wrong.",
    )
    assert list(Publication.objects.current()) == [second]


@pytest.mark.django_db
def test_a_correction_follows_the_last_version_also_where_the_clock_was_put_back(editor, monkeypatch):
    bulletin = make_bulletin()
    publish(bulletin, by=editor, approval=SAID)
    with monkeypatch.context() as earlier:
        an_hour_ago = timezone.now() - datetime.timedelta(hours=1)
        earlier.setattr(timezone, "now", lambda: an_hour_ago)
        Bulletin.objects.update(title="Rain gardens, corrected")
        publish(bulletin, by=editor, approval=SAID)
    Bulletin.objects.update(title="Rain gardens, corrected twice")

    third = publish(bulletin, by=editor, approval=SAID)

    assert [third.version, *Publication.objects.current().values_list("version", flat=True)] == [3, 3]


@pytest.mark.django_db
def test_a_correction_without_a_note_is_refused(editor):
    bulletin = make_bulletin()
    publish(bulletin, by=editor, approval=SAID)
    Bulletin.objects.update(title="Rain gardens, corrected")

    with pytest.raises(match="Say in a note"):
        publish(bulletin, by=editor, approval=Approval(acceptance="Checked."))

    assert Publication.objects.count() == 1


@pytest.mark.django_db
def test_later_changes_of_a_speaker_change_nothing_that_is_published(editor):
    bulletin = make_bulletin()
    publication = publish(bulletin, by=editor, approval=SAID)
    before = publication.frozen

    speaker = bulletin.roster.get().speaker
    speaker.family_name = "Hill"
    speaker.save()
    bulletin.roster.update(credit="Retired")

    publication.refresh_from_db()
    assert publication.frozen == before
    assert publication.document.roster[0].name == "Ada Berg"


@pytest.mark.django_db
def test_a_bulletin_with_errors_is_refused_and_stays_without_a_number(editor):
    bulletin = make_bulletin(content=document(title=None))

    with pytest.raises(Refusal) as refusal:
        publish(bulletin, by=editor, approval=SAID)

    bulletin.refresh_from_db()
    assert [(finding.code, finding.where) for finding in refusal.value.findings] == [
        ("missing-field", "title")
    ]
    assert (bulletin.number, Publication.objects.count(), Series.objects.get().next_volume) == (None, 0, 1)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("field", "refusal"),
    [
        ({"number": None}, "A publication needs a number, a volume, a date, a series title and a title"),
        ({"volume": None}, "A publication needs a number, a volume, a date, a series title and a title"),
        ({"series_title": None}, "A publication needs a number, a volume, a date, a series title and a"),
        ({"number": 2**31}, r"A part of this bulletin is more than a bulletin can hold: .*number"),
    ],
)
def test_what_was_approved_without_a_place_in_its_series_is_refused(editor, field, refusal):
    approved = document(**{"number": 3, "volume": 9, "series_title": "Rain Bulletin III"} | field)

    with pytest.raises(Refusal, match=refusal):
        publish(make_bulletin(), by=editor, approval=SAID, approved=approved)

    assert Publication.objects.count() == 0


@pytest.mark.django_db
def test_warnings_need_a_word_of_acceptance_which_is_kept(editor):
    ending = Point(
        ordinal="Firstly", lead=(Text("small works come first."),), body=((Text("And so it was was."),),)
    )
    bulletin = make_bulletin(
        content=document(sections=(Section(numeral="I", title="Works", points=(ending,)),))
    )

    with pytest.raises(match="say why they are accepted"):
        publish(bulletin, by=editor)
    publication = publish(bulletin, by=editor, approval=Approval(acceptance="A quotation."))

    assert publication.acceptance == "A quotation."
    assert "repeated-word" in {warning["code"] for warning in publication.accepted}


@pytest.mark.django_db
def test_a_word_for_all_warnings_goes_before_those_for_each_and_one_without_a_word_stands(editor):
    twice = Point(lead=(Text("It was was so."),), body=((Text("It rained rained."),),))
    bulletin = make_bulletin(
        content=document(sections=(Section(numeral="I", title="Works", points=(twice,)),))
    )
    with pytest.raises(Refusal) as refused:
        publish(bulletin, by=editor)
    first, *others = refused.value.findings
    accept(bulletin, code=first.code, message=first.message, reason="He said so.", by=editor)
    with pytest.raises(Refusal) as again:
        publish(bulletin, by=editor)
    for one in others:
        accept(bulletin, code=one.code, message=one.message, reason="So did she.", by=editor)

    assert (len(others) > 0, again.value.findings) == (True, refused.value.findings)
    assert publish(bulletin, by=editor, approval=SAID).acceptance == SAID.acceptance


@pytest.mark.django_db
def test_every_rendering_is_kept_by_its_hash_and_size(editor):
    publication = publish(make_bulletin(), by=editor, approval=SAID)

    assert described(rendered(publication.document, publication.imprint)) == publication.renderings


@pytest.mark.django_db(transaction=True)
def test_two_editors_at_once_get_two_consecutive_numbers():
    editor = make_user(is_superuser=True)
    edition = make_edition()
    drafts = [make_bulletin(edition) for _ in range(2)]
    gate = threading.Barrier(2)

    def press(bulletin):
        gate.wait()
        publish(bulletin, by=editor, approval=SAID)
        connection.close()

    threads = [threading.Thread(target=press, args=[draft]) for draft in drafts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)

    assert sorted(Publication.objects.values_list("number", "volume")) == [(1, 1), (2, 2)]


@pytest.mark.django_db(transaction=True)
def test_two_presses_on_one_bulletin_make_one_publication():
    editor = make_user(is_superuser=True)
    bulletin = make_bulletin()
    gate = threading.Barrier(2)

    def press():
        gate.wait()
        publish(bulletin, by=editor, approval=SAID)
        connection.close()

    threads = [threading.Thread(target=press) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)

    assert Publication.objects.count() == 1


KILLED = """
import os, sys
import django
django.setup()
from django.db import connection
from django.contrib.auth.models import User
connection.settings_dict["NAME"] = {database!r}
from bulletins.publishing import publication as publishing
from bulletins.models import Bulletin
from bulletins.publishing.publication import Approval
seen = 0
def trace(execute, sql, params, many, context):
    global seen
    seen += 1
    if seen > {statements}:
        os.kill(os.getpid(), 9)
    return execute(sql, params, many, context)
with connection.execute_wrapper(trace):
    publishing.publish(Bulletin.objects.get(), by=User.objects.get(), approval=Approval(acceptance="x"))
"""


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("statements", [3, 6, 10, 14, 18])
def test_a_process_killed_while_publishing_leaves_the_old_state(statements):
    make_user(is_superuser=True)
    bulletin = make_bulletin()
    code = KILLED.format(database=connection.settings_dict["NAME"], statements=statements)
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings"}

    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, check=False, capture_output=True
    )

    bulletin.refresh_from_db()
    assert (done.returncode, bulletin.number, Publication.objects.count(), Statement.objects.count()) == (
        -9,
        None,
        0,
        0,
    )
    assert Series.objects.get().next_volume == 1


@pytest.mark.django_db
def test_the_database_itself_refuses_two_current_publications(editor):
    publication = publish(make_bulletin(), by=editor, approval=SAID)
    publication.pk, publication.version = None, 2
    publication.correction_note, publication.correction_kind = "A second one.", "typo"

    with pytest.raises(Exception, match="one_current_publication"), transaction.atomic():
        publication.save(force_insert=True)
