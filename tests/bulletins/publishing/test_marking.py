"""What is marked is not public by itself, and whom an issue was sent to is nothing that the site tells."""

import dataclasses
import subprocess

import pytest

from bulletins.document import Hand, Labelled
from bulletins.drafts.changes import apply_changes
from bulletins.drafts.importing import import_document, import_into
from bulletins.drafts.rows import document_of
from bulletins.drafts.sheet import SetField
from bulletins.manuscript.blocks import Reading
from bulletins.models import Bulletin, Publication, Snapshot
from bulletins.publishing.publication import Approval, publish
from bulletins.publishing.scheduling import schedule_correction
from bulletins.publishing.verification import verify
from bulletins.rendering import FORMATS
from forum.refusal import Refusal
from tests.factories import document, make_bulletin

pytestmark = pytest.mark.django_db
SAID = Approval(acceptance="Read.", correction_note="A figure was wrong.")
ALLOWED = Approval(
    acceptance="Read.", correction_note="A figure was wrong.", marking_consent="The secretary agreed."
)
FOOT = {
    "hands": (Hand("Editor", "Wilma Readable"),),
    "contact": (Labelled("Telephone", "555 0100"),),
    "distribution": (Labelled("To", "Zyxwhom Council"), Labelled("Cc", "Zyxwhom Office")),
    "copies": 98765,
}


def test_what_is_marked_is_published_only_if_somebody_says_that_it_may(editor):
    bulletin = make_bulletin(content=document(marking="For internal use"))

    for nothing in ("", "  "):
        with pytest.raises(Refusal, match="For internal use"):
            publish(bulletin, by=editor, approval=dataclasses.replace(SAID, marking_consent=nothing))
    assert Publication.objects.count() == 0

    assert publish(bulletin, by=editor, approval=ALLOWED).marking_consent == "The secretary agreed."


def test_what_was_said_of_a_marking_holds_for_corrections_with_the_same_one(editor):
    bulletin = make_bulletin(content=document(marking="For internal use"))
    publish(bulletin, by=editor, approval=ALLOWED)
    Bulletin.objects.update(title="Rain gardens, corrected")

    assert publish(bulletin, by=editor, approval=SAID).marking_consent == "The secretary agreed."
    Bulletin.objects.update(marking="For members only")
    with pytest.raises(Refusal, match="For members only"):
        publish(bulletin, by=editor, approval=SAID)


def test_a_correction_that_bears_a_new_marking_is_scheduled_with_consent_alone(editor, settings):
    bulletin = make_bulletin()
    publish(bulletin, by=editor, approval=SAID)
    Bulletin.objects.update(marking="For internal use")
    later = Publication.objects.get().published_at.replace(year=2090)

    with pytest.raises(Refusal, match="For internal use"):
        schedule_correction(bulletin, by=editor, approval=SAID, at=later)

    scheduled = schedule_correction(bulletin, by=editor, approval=ALLOWED, at=later)
    assert scheduled.marking_consent == "The secretary agreed."


def test_a_state_secret_comes_in_by_no_door(editor):
    bulletin = make_bulletin()
    content = document(marking="机密★1年")

    with pytest.raises(Refusal, match="State secrets"):
        import_document(Reading(content), "0" * 64)
    with pytest.raises(Refusal, match="State secrets"):
        import_into(bulletin, Reading(content), by=editor)
    (outcome,) = apply_changes(bulletin, (SetField("marking", "", "绝密"),), by=editor, seen=0).outcomes
    assert (outcome.status, "State secrets" in outcome.message) == ("refused", True)
    Bulletin.objects.update(marking="秘密")
    with pytest.raises(Refusal, match="Errors stand"):
        publish(bulletin, by=editor, approval=ALLOWED)


def test_a_draft_keeps_its_foot_word_for_word():
    content = document(**FOOT, marking="For internal use", summarized_label="Rapporteur:")

    read = document_of(make_bulletin(content=content))

    names = (*FOOT, "marking", "summarized_label", "summarized_by")
    assert [getattr(read, name) for name in names] == [getattr(content, name) for name in names]


def test_whom_it_goes_to_is_kept_with_the_publication_and_in_none_of_its_files(editor):
    bulletin = make_bulletin(content=document(**FOOT))

    publication = publish(bulletin, by=editor, approval=SAID)

    paper = publication.paper_document
    assert (paper.distribution, paper.copies) == (FOOT["distribution"], 98765)
    assert (publication.document.distribution, publication.document.copies) == ((), None)
    for name, form in FORMATS.items():
        made = form.render(publication.document, publication.imprint)
        assert (name, b"Zyxwhom" in made, b"98765" in made) == (name, False, False)
    assert "Zyxwhom" in Snapshot.objects.latest("pk").frozen  # its editors see it
    assert publish(bulletin, by=editor, approval=SAID) == publication
    assert [one for one in verify() if one.startswith("publication")] == []


def test_the_paper_copy_is_for_editors(client, editor):
    publication = publish(make_bulletin(content=document(**FOOT)), by=editor, approval=SAID)
    address = f"/admin/bulletins/publication/{publication.pk}/paper/"

    assert client.get(address).status_code == 302
    client.force_login(editor)
    answer = client.get(address)

    done = subprocess.run(["pdftotext", "-", "-"], input=answer.content, capture_output=True, check=True)
    assert answer.status_code == 200
    assert [word for word in (b"Zyxwhom Council", b"98765") if word not in done.stdout] == []
