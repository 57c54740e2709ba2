"""A draft begins with the numbering of its language, or as a copy of another."""

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied, ValidationError

from bulletins.document import Document
from bulletins.drafts.beginning import begin_as_template, duplicate
from bulletins.drafts.rows import document_of
from bulletins.inline import point_text
from bulletins.models import Bulletin
from tests.factories import make_bulletin, make_session, make_user

pytestmark = pytest.mark.django_db


def test_a_copy_has_the_words_the_people_and_the_sessions_but_no_number_and_no_date(editor):
    bulletin = make_bulletin(number=6, volume=141)
    bulletin.sessions.set([make_session(bulletin.edition)])
    original = document_of(bulletin)

    copy = duplicate(bulletin, by=editor)

    copied = document_of(copy)
    assert (copied.number, copied.volume, copied.date, copy.created_by) == (None, None, None, editor)
    assert (copied.title, copied.roster, copied.lede, copied.sessions) == (
        original.title,
        original.roster,
        original.lede,
        original.sessions,
    )
    assert [one.body for one in copied.sections[0].points] == [
        one.body for one in original.sections[0].points
    ]
    assert document_of(bulletin) == original


def test_sections_and_points_of_a_copy_have_ids_of_their_own(editor):
    bulletin = make_bulletin()

    documents = [document_of(one) for one in (bulletin, duplicate(bulletin, by=editor))]

    ids = [
        one.id
        for document in documents
        for section in document.sections
        for one in (section, *section.points)
    ]
    assert len(set(ids)) == len(ids) == 4


def test_copying_asks_for_the_right_to_add():
    bulletin = make_bulletin()

    with pytest.raises(PermissionDenied):
        duplicate(bulletin, by=make_user("reader"))
    assert Bulletin.objects.count() == 1


def test_a_copy_of_a_draft_that_is_kept_to_some_is_kept_to_the_same(editor):
    bulletin, reader = make_bulletin(), make_user("reader")
    readers = Group.objects.create(name="Readers of drafts")
    bulletin.readers.set([reader])
    bulletin.reader_groups.set([readers, *editor.groups.all()])

    copy = duplicate(bulletin, by=editor)

    assert (list(copy.readers.all()), set(copy.reader_groups.all())) == (
        [reader],
        {readers, *editor.groups.all()},
    )


def test_a_new_issue_begins_with_the_sections_and_the_wording_of_its_series_template(editor):
    template = make_bulletin()
    new, other = (make_bulletin(template.edition, content=Document(language=code)) for code in ("en", "zh"))
    template.series.template = template
    template.series.save()

    for bulletin in (new, other):
        bulletin.series.refresh_from_db()
        begin_as_template(bulletin, by=editor)

    model, begun = document_of(template), document_of(new)
    (point,) = begun.sections[0].points
    assert (begun.editors_note, begun.sections[0].title, begun.roster, begun.title) == (
        model.editors_note,
        "Small Works First",
        (),
        None,
    )
    assert point_text(point, begun) == point_text(model.sections[0].points[0], model)
    assert (point.id != model.sections[0].points[0].id, document_of(other).sections) == (True, ())


def test_a_template_is_of_the_same_forum():
    series = make_bulletin().series
    series.template = make_bulletin()

    with pytest.raises(ValidationError):
        series.full_clean()
