"""The index of passages and statements: written with a publication, and made anew from them."""

import msgspec
import pytest

from bulletins.document import Mention, RosterEntry, Text
from bulletins.document_json import to_json
from bulletins.models import (
    Bulletin,
    CountedBulletin,
    NextWord,
    Passage,
    Publication,
    SpeakerName,
    Statement,
    Topic,
    VocabularyWord,
    site_state,
)
from bulletins.models.site_state import REVISIONS
from bulletins.publishing.index import index, index_name, reindex
from bulletins.publishing.publication import Approval, publish
from speakers.models import Appearance, Speaker
from tests.factories import document, make_bulletin, make_edition, make_organisation, make_session
from tests.kept_rows import triggers_disabled

SAID = Approval(acceptance="Checked by hand.", correction_note="A figure was wrong.")


@pytest.mark.django_db
def test_the_index_has_a_statement_for_each_speaker_of_a_point(editor):
    publication = publish(make_bulletin(), by=editor, approval=SAID)

    assert list(Statement.objects.values_list("publication", "speaker__slug", "anchor", "credit")) == [
        (publication.pk, "berg-ada", "a000000001", "Head of Drains, City of Ulm-on-Sea")
    ]


@pytest.mark.django_db
def test_words_are_counted_beside_the_vocabulary_only_while_the_index_is_made_anew(editor):
    publish(make_bulletin(), by=editor, approval=SAID)

    assert VocabularyWord.objects.exists()
    assert (NextWord.objects.count(), CountedBulletin.objects.count()) == (0, 0)


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


@pytest.mark.django_db
def test_who_is_credited_twice_in_a_point_is_indexed_once_and_in_each_point_anew(editor):
    (section,) = document().sections
    twice = msgspec.structs.replace(
        section.points[0], body=((Mention("berg-ada"), Text(" said so. "), Mention("berg-ada", "Berg")),)
    )
    silent = msgspec.structs.replace(section.points[0], body=((Text("Nobody said so."),),))
    several = zip((twice, silent, section.points[0]), ("a000000001", "a000000002", "a000000003"), strict=True)
    points = tuple(msgspec.structs.replace(point, id=id_) for point, id_ in several)
    section = msgspec.structs.replace(section, points=points)

    publish(make_bulletin(content=document(sections=(section,))), by=editor, approval=SAID)

    assert list(Passage.objects.order_by("place").values_list("anchor", flat=True)) == [
        "a000000001",
        "a000000002",
        "a000000003",
    ]
    assert list(Statement.objects.order_by("place").values_list("anchor", flat=True)) == [
        "a000000001",
        "a000000003",
    ]


def told_by(*makers):
    """Give a document with one statement; Ivo Lund is of the River Union, Ada Berg of no institution."""
    slug = make_organisation("River Union").slug
    roster = (
        *document().roster,
        RosterEntry(speaker="lund-ivo", name="Ivo Lund", credit="Ferryman", organisation=slug),
        RosterEntry(speaker="body:river-union", name="RIVER UNION", kind="body", organisation=slug),
    )
    (section,) = document().sections
    said = (*makers, Text(" said that wells need care."))
    point = msgspec.structs.replace(section.points[0], body=(said,))
    return document(roster=roster, sections=(msgspec.structs.replace(section, points=(point,)),))


@pytest.mark.django_db
def test_a_point_made_for_somebody_is_not_of_the_institution_of_that_person(editor):
    content = told_by(Mention("berg-ada", behalf="lund-ivo"))

    publish(make_bulletin(content=content), by=editor, approval=SAID)

    assert (Passage.objects.get().organisations, Statement.objects.get().credit) == (
        [],
        "Head of Drains, City of Ulm-on-Sea",
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("makers", "rows"),
    [
        (
            (Mention("berg-ada", behalf="body:river-union"), Mention("lund-ivo", behalf="body:river-union")),
            [
                ("berg-ada", None, "river-union", ""),
                ("lund-ivo", "river-union", "river-union", ""),
                (None, "river-union", None, "Ada Berg"),
            ],
        ),
        (
            (Mention("body:river-union"), Mention("berg-ada", behalf="body:river-union")),
            [(None, "river-union", None, ""), ("berg-ada", None, "river-union", "")],
        ),
        (
            (Mention("berg-ada"), Mention("lund-ivo", behalf="body:river-union")),
            [
                ("berg-ada", None, None, ""),
                ("lund-ivo", "river-union", "river-union", ""),
                (None, "river-union", None, "Ivo Lund"),
            ],
        ),
    ],
    ids=["both for it", "itself and one for it", "one for his own"],
)
def test_an_institution_for_which_somebody_spoke_has_one_row_of_a_statement(editor, makers, rows):
    publish(make_bulletin(content=told_by(makers[0], Text(" and "), makers[1])), by=editor, approval=SAID)

    made = Statement.objects.order_by("pk")
    assert list(made.values_list("speaker__slug", "organisation__slug", "behalf__slug", "spoken_by")) == rows


@pytest.mark.django_db
def test_a_key_without_a_row_is_left_out_and_comes_in_when_there_is_one(editor):
    (entry,) = document().roster
    content = document(roster=(msgspec.structs.replace(entry, organisation="city-of-ulm-on-sea"),))
    publication = publish(make_bulletin(content=content), by=editor, approval=SAID)
    with triggers_disabled():
        Publication.objects.update(frozen=to_json(content).decode())
    publication.refresh_from_db()
    index(publication)
    before = Statement.objects.get().organisation
    rain = make_organisation("City of Ulm-on-Sea")

    reindex()

    assert (before, Statement.objects.get().organisation) == (None, rain)


@pytest.mark.django_db
def test_indexing_again_gives_the_same_number_and_leaves_no_row_of_before(editor):
    publication = publish(make_bulletin(), by=editor, approval=SAID)

    assert [index(publication), index(publication)] == [1, 1]
    assert (Passage.objects.count(), Statement.objects.count()) == (1, 1)


@pytest.mark.django_db
def test_somebody_who_was_renamed_is_noted_under_the_new_name_alone(editor):
    publish(make_bulletin(), by=editor, approval=SAID)
    speaker = Speaker.objects.get()
    before = sorted(SpeakerName.objects.values_list("name", flat=True))
    speaker.family_name = "Lund"
    speaker.save()

    index_name(speaker)

    after = sorted(SpeakerName.objects.values_list("name", flat=True))
    assert (before, after) == (["ada berg", "adaberg", "bergada"], ["ada lund", "adalund", "lundada"])


@pytest.mark.django_db
def test_this_process_asks_what_moved_as_soon_as_it_has_indexed(
    editor, monkeypatch, django_capture_on_commit_callbacks, django_assert_num_queries
):
    monkeypatch.setattr(site_state, "LONGEST_UNASKED", 3600)
    publication = publish(make_bulletin(), by=editor, approval=SAID)
    REVISIONS.now()
    with django_assert_num_queries(0):
        REVISIONS.now()

    with django_capture_on_commit_callbacks(execute=True):
        index(publication)

    with django_assert_num_queries(1):
        REVISIONS.now()
