"""The index of passages and statements: written with a publication, and made anew from them."""

import msgspec
import pytest

from bulletins.models import Bulletin, Passage, Statement, Topic
from bulletins.publishing.index import reindex
from bulletins.publishing.publication import Approval, publish
from speakers.models import Appearance, Speaker
from tests.factories import document, make_bulletin, make_edition, make_organisation, make_session

SAID = Approval(acceptance="Checked by hand.", correction_note="A figure was wrong.")


@pytest.mark.django_db
def test_the_index_has_a_statement_for_each_speaker_of_a_point(editor):
    publication = publish(make_bulletin(), by=editor, approval=SAID)

    assert list(Statement.objects.values_list("publication", "speaker__slug", "anchor", "credit")) == [
        (publication.pk, "berg-ada", "i-1", "Head of Drains, City of Ulm-on-Sea")
    ]


@pytest.mark.django_db
def test_the_index_made_anew_from_publications_has_the_same_rows(editor):
    edition = make_edition()
    corrected = make_bulletin(edition)
    publish(corrected, by=editor, approval=SAID)
    publish(make_bulletin(edition), by=editor, approval=SAID)
    Bulletin.objects.filter(pk=corrected.pk).update(title="Rain gardens, corrected")
    publish(corrected, by=editor, approval=SAID)
    fields = [
        "publication",
        "speaker",
        "session",
        "place",
        "anchor",
        "credit",
        "passage__text",
        "public_from",
    ]
    before = sorted(Statement.objects.values_list(*fields))

    count = reindex()

    assert (count, sorted(Statement.objects.values_list(*fields))) == (2, before)


@pytest.mark.django_db
def test_a_passage_knows_everybody_and_everything_it_is_tied_to(editor):
    rain = make_organisation("City of Ulm-on-Sea")
    edition = make_edition()
    session = make_session(edition)
    (section,) = document().sections
    (point,) = section.points
    point = msgspec.structs.replace(point, topics=("drainage",))
    (entry,) = document().roster
    entry = msgspec.structs.replace(entry, organisation=rain.slug)
    content = document(roster=(entry,), sections=(msgspec.structs.replace(section, points=(point,)),))
    bulletin = make_bulletin(edition, content)
    bulletin.sessions.add(session)
    speaker = Speaker.objects.get()
    Appearance.objects.create(session=session, speaker=speaker)

    publish(bulletin, by=editor, approval=SAID)

    passage = Passage.objects.get()
    assert (passage.lead, passage.speakers, passage.organisations, passage.sessions, passage.topics) == (
        "Firstly, small works come before large ones.",
        [speaker.pk],
        [rain.pk],
        [session.pk],
        [Topic.objects.get(slug="drainage").pk],
    )
    assert [(s.speaker, s.organisation, s.session) for s in Statement.objects.all()] == [
        (speaker, rain, session)
    ]
