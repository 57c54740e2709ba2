"""Suggestions: a colleague's words beside the draft's, accepted or refused one by one; none gets in unasked."""

from uuid import uuid4

import msgspec
import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied

from bulletins.document import Figure, List, Mention, Note, Text
from bulletins.drafts.changes import apply_changes
from bulletins.drafts.contributions import writers
from bulletins.drafts.findings import findings_of, findings_of_each
from bulletins.drafts.proposals import shown
from bulletins.drafts.proposing import MOST_WAITING, Verdict, decide, propose, sheet_for
from bulletins.drafts.rights import limit_readers
from bulletins.drafts.rows import document_of, sheet_of
from bulletins.drafts.sheet import (
    AddPoint,
    AddSection,
    PointText,
    RemovePoint,
    SectionHead,
    SetField,
    SetPoint,
    SetSection,
)
from bulletins.inline import point_text
from bulletins.models import Bulletin, Picture, Proposal
from bulletins.publishing.publication import Approval, publish
from bulletins.publishing.renderings import kept_file
from forum.refusal import Refusal
from tests.factories import document, make_bulletin, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def bulletin():
    return make_bulletin()


@pytest.fixture
def reviewer():
    """Somebody who may review, and not write."""
    user = make_user("reviewer", first_name="Ria", last_name="Viewer")
    user.user_permissions.set(Permission.objects.filter(codename__in=["view_bulletin", "review_bulletin"]))
    return user


def point_of(bulletin, by=None):
    sheet = sheet_for(bulletin, by) if by else sheet_of(bulletin)
    return sheet.sections[0].points[0]


def said(point, old, new):
    """A point with other words in its lead or body."""

    def changed(paragraph):
        if isinstance(paragraph, Figure):
            return paragraph
        return tuple(
            msgspec.structs.replace(one, text=one.text.replace(old, new)) if isinstance(one, Text) else one
            for one in paragraph
        )

    return PointText(
        numbered=point.numbered,
        lead=changed(point.lead),
        body=tuple(map(changed, point.body)),
        topics=point.topics,
    )


def suggest(bulletin, by, *replacements):
    """Suggest other words for the first point, as the page does, and give what the page was told."""
    point = point_of(bulletin, by)
    now = point.said()
    for old, new in replacements:
        now = said(now, old, new)
    applied = propose(bulletin, [SetPoint(id=point.id, was=point.said(), now=now)], by=by, seen=0)
    return [outcome.status for outcome in applied.outcomes]


def told(bulletin, by):
    return [(one.deleted, one.inserted, one.outcome or one.standing.gone) for one in shown(bulletin, to=by)]


def test_what_is_suggested_is_no_part_of_the_draft_until_it_is_accepted(bulletin, reviewer, editor):
    before = document_of(bulletin)

    assert suggest(bulletin, reviewer, ("small", "tiny"), ("enough", "plenty")) == ["done"]

    assert document_of(bulletin) == before
    assert told(bulletin, editor) == [("small", "tiny", False), ("enough", "plenty", False)]
    first, second = shown(bulletin, to=editor)
    assert (first.who, first.mine, shown(bulletin, to=reviewer)[0].mine) == ("Ria Viewer", False, True)
    decide(bulletin, first.id, Verdict.ACCEPT, by=editor)
    decide(bulletin, second.id, Verdict.REFUSE, by=editor)

    assert point_of(bulletin).lead == (Text("tiny works come before large ones."),)
    assert point_of(bulletin).body == before.sections[0].points[0].body
    assert told(bulletin, editor) == [("small", "tiny", "accepted"), ("enough", "plenty", "refused")]
    assert [one.decided_by for one in shown(bulletin, to=reviewer)] == ["editor", "editor"]
    assert writers(bulletin) == {editor.pk}


def test_the_page_of_who_suggests_has_the_words_and_typing_them_back_takes_them_away(bulletin, reviewer):
    suggest(bulletin, reviewer, ("small", "tiny"), ("enough", "plenty"))
    small, _enough = Proposal.objects.order_by("start")
    assert point_of(bulletin, reviewer).lead == (Text("tiny works come before large ones."),)

    suggest(bulletin, reviewer, ("plenty", "enough"))

    assert list(Proposal.objects.all()) == [small]
    suggest(bulletin, reviewer, ("tiny", "small"))
    assert not Proposal.objects.exists()


def test_title_headings_and_the_texts_before_are_suggested_too(bulletin, reviewer, editor):
    sheet = sheet_of(bulletin)
    section = sheet.sections[0]
    note = (*sheet.editors_note, (Text("One paragraph more."),))
    changes = [
        SetField(name="title", was=sheet.title, now="Rain first"),
        SetField(
            name="editors_note", was=msgspec.to_builtins(sheet.editors_note), now=msgspec.to_builtins(note)
        ),
        SetSection(id=section.id, was=section.head(), now=SectionHead(title="Works, small")),
    ]
    applied = propose(bulletin, changes, by=reviewer, seen=0)

    assert [one.status for one in applied.outcomes] == ["done"] * 3
    for one in shown(bulletin, to=editor):
        decide(bulletin, one.id, Verdict.ACCEPT, by=editor)
    now = sheet_of(Bulletin.objects.get())
    assert (now.title, now.editors_note, now.sections[0].title) == ("Rain first", note, "Works, small")


def test_people_and_footnotes_are_told_of_by_their_names_and_a_sign(reviewer, editor):
    so_said = (Text("So said "), Mention("berg-ada"), Text(" and "), Mention("berg-ada", printed="she"))
    now = ((Text("It rained."),), so_said)
    was = ((Text("It was"), Note(((Text("By letter."),),)), Text(" dry.")),)
    bulletin = make_bulletin(content=document(lede=was))
    change = SetField(name="lede", was=msgspec.to_builtins(was), now=msgspec.to_builtins(now))

    applied = propose(bulletin, [change], by=reviewer, seen=0)

    assert [one.status for one in applied.outcomes] == ["done"]
    assert told(bulletin, editor) == [("was※ dry.", "rained.\nSo said Ada Berg and she", False)]


def test_a_suggestion_goes_with_its_words_and_without_them_keeps_its_text_and_waits(
    bulletin, reviewer, editor
):
    suggest(bulletin, reviewer, ("enough", "plenty"))
    point = point_of(bulletin)
    apply_changes(
        bulletin,
        [SetPoint(id=point.id, was=point.said(), now=said(point, "a street", "a lane"))],
        by=editor,
        seen=0,
    )
    assert told(bulletin, editor) == [("enough", "plenty", False)]
    point = point_of(bulletin)
    without = PointText(lead=(Text("Gone."),))
    apply_changes(bulletin, [SetPoint(id=point.id, was=point.said(), now=without)], by=editor, seen=0)

    assert told(bulletin, editor) == [("enough", "plenty", True)]
    (one,) = shown(bulletin, to=editor)
    with pytest.raises(Refusal, match="gone"):
        decide(bulletin, one.id, Verdict.ACCEPT, by=editor)
    apply_changes(bulletin, [SetPoint(id=point.id, was=without, now=point.said())], by=editor, seen=0)
    decide(bulletin, one.id, Verdict.ACCEPT, by=editor)
    assert "plenty" in str(point_of(bulletin).body)


def test_two_people_suggest_for_the_same_words_and_the_second_sees_that_they_are_gone(
    bulletin, reviewer, editor
):
    suggest(bulletin, reviewer, ("enough", "plenty"))
    suggest(bulletin, editor, ("enough", "ample"))
    mine, theirs = shown(bulletin, to=editor)
    assert (mine.inserted, theirs.inserted) == ("plenty", "ample")

    decide(bulletin, mine.id, Verdict.ACCEPT, by=editor)

    assert told(bulletin, editor) == [("enough", "ample", True), ("enough", "plenty", "accepted")]
    with pytest.raises(Refusal, match="editor has decided"):
        decide(bulletin, mine.id, Verdict.REFUSE, by=editor)
    decide(bulletin, mine.id, Verdict.REOPEN, by=editor)
    assert [one.outcome for one in shown(bulletin, to=editor)] == ["", ""]


def test_a_suggestion_of_what_the_page_saw_no_more_is_a_conflict_and_what_is_no_word_is_refused(
    bulletin, reviewer
):
    point = point_of(bulletin)
    other = said(point, "enough", "plenty")
    item = List(items=(((Text("one"),),),))
    listed = PointText(lead=point.lead, body=(*point.body, item))
    changes = [
        SetPoint(id=point.id, was=other, now=PointText(lead=(Text("New."),))),
        SetPoint(id=point.id, was=point.said(), now=listed),
        SetField(name="number", was=None, now=9),
        AddSection(id=point.id, now=SectionHead()),
    ]

    outcomes = propose(bulletin, changes, by=reviewer, seen=0).outcomes

    assert [one.status for one in outcomes] == ["conflict", "refused", "refused", "refused"]
    assert {one.message for one in outcomes[1:]} == {
        "Suggestions change words. Ask for anything else in a comment."
    }
    assert not Proposal.objects.exists()


def test_of_a_section_the_words_of_its_title_are_suggested_and_nothing_else(bulletin, reviewer):
    (section,) = sheet_of(bulletin).sections
    head, gone = section.head(), uuid4()
    changes = [
        SetSection(id=section.id, was=SectionHead(title="Weirs"), now=SectionHead(title="Wells")),
        SetSection(id=gone, was=head, now=SectionHead(title="Wells")),
        SetSection(id=section.id, was=head, now=head),
        SetSection(id=section.id, was=head, now=SectionHead(title=head.title, numbered=False)),
        SetSection(id=section.id, was=head, now=SectionHead(title=head.title, level=2)),
    ]

    outcomes = propose(bulletin, changes, by=reviewer, seen=0).outcomes

    assert [one.status for one in outcomes] == ["conflict", "conflict", "done", "refused", "refused"]
    assert not Proposal.objects.exists()


def test_so_many_changes_are_suggested_at_once_and_no_more(bulletin, reviewer):
    title = SetField("title", was=bulletin.title, now=bulletin.title)

    assert len(propose(bulletin, [title] * 500, by=reviewer, seen=0).outcomes) == 500
    with pytest.raises(Refusal, match="more than 500 changes at once"):
        propose(bulletin, [title] * 501, by=reviewer, seen=0)


def test_a_suggestion_whose_change_is_refused_waits_on_and_the_reason_is_told(reviewer, editor):
    gone = Figure(file="a" * 64, media_type="image/png", width=3, height=2, alt="A weir")
    content = document()
    (section,) = content.sections
    (point,) = section.points
    shows = msgspec.structs.replace(point, body=(*point.body, gone))
    sections = (msgspec.structs.replace(section, points=(shows,)),)
    bulletin = make_bulletin(content=msgspec.structs.replace(content, sections=sections))
    Picture.objects.all().delete()
    before = document_of(bulletin)
    suggest(bulletin, reviewer, ("enough", "plenty"))
    (one,) = shown(bulletin, to=editor)

    with pytest.raises(Refusal, match="A picture is not here any more"):
        decide(bulletin, one.id, Verdict.ACCEPT, by=editor)

    assert (document_of(bulletin), told(bulletin, editor)) == (before, [("enough", "plenty", False)])


def test_who_may_not_write_decides_on_nothing_but_takes_back_what_is_their_own(bulletin, reviewer, editor):
    suggest(bulletin, reviewer, ("enough", "plenty"))
    suggest(bulletin, editor, ("small", "tiny"))
    theirs, own = shown(bulletin, to=reviewer)

    for verdict in Verdict:
        with pytest.raises(PermissionDenied):
            decide(bulletin, theirs.id, verdict, by=reviewer)
    with pytest.raises(PermissionDenied):
        decide(bulletin, own.id, Verdict.ACCEPT, by=reviewer)
    decide(bulletin, own.id, Verdict.REFUSE, by=reviewer)
    with pytest.raises(PermissionDenied):
        suggest(bulletin, make_user("visitor"), ("enough", "plenty"))
    viewer = make_user("viewer")
    viewer.user_permissions.set(Permission.objects.filter(codename="view_bulletin"))
    with pytest.raises(PermissionDenied, match="Only those who write, review or publish"):
        suggest(bulletin, viewer, ("enough", "plenty"))
    with pytest.raises(Refusal, match="not there"):
        decide(bulletin, 77, Verdict.ACCEPT, by=editor)

    assert told(bulletin, editor) == [("small", "tiny", False), ("enough", "plenty", "refused")]


def test_nobody_takes_back_their_own_from_a_draft_that_is_kept_from_them_since(bulletin, reviewer, editor):
    suggest(bulletin, reviewer, ("enough", "plenty"))
    (own,) = shown(bulletin, to=reviewer)
    limit_readers(bulletin, by=editor, users=[editor])

    with pytest.raises(PermissionDenied):
        decide(bulletin, own.id, Verdict.REFUSE, by=reviewer)


def test_pages_learn_of_suggestions_and_the_draft_was_not_changed(bulletin, reviewer):
    before = Bulletin.objects.get()

    suggest(bulletin, reviewer, ("enough", "plenty"))

    after = Bulletin.objects.get()
    assert (after.version, after.updated_at) == (before.version + 1, before.updated_at)


def test_a_draft_takes_no_more_suggestions_than_anybody_reads(bulletin, reviewer):
    rest = {"bulletin": bulletin, "author": reviewer, "part": "lede", "was": [[]], "now": [[]]}
    Proposal.objects.bulk_create(Proposal(**rest) for _ in range(MOST_WAITING))

    assert suggest(bulletin, reviewer, ("enough", "plenty")) == ["refused"]


def test_to_publish_with_open_suggestions_needs_a_word_and_none_of_them_gets_out(bulletin, reviewer, editor):
    suggest(bulletin, reviewer, ("enough", "plenty"))
    with pytest.raises(Refusal) as refused:
        publish(bulletin, by=editor)
    assert "suggestions-open" in {finding.code for finding in refused.value.findings}
    assert [found for _, found in findings_of_each(Bulletin.objects.all())] == [
        findings_of(bulletin, document_of(bulletin))
    ]

    publication = publish(bulletin, by=editor, approval=Approval(acceptance="Next time."))

    assert publication.document.sections == document_of(bulletin).sections
    assert b"plenty" not in kept_file(publication, "html")
    assert told(bulletin, editor) == [("enough", "plenty", False)]


def test_a_suggestion_goes_into_the_point_that_is_split_off_and_back(bulletin, reviewer, editor):
    suggest(bulletin, reviewer, ("enough", "plenty"))
    point = point_of(bulletin)
    *kept, (*opening, last) = point.body
    rest = PointText(lead=(last,))
    first = msgspec.structs.replace(point.said(), body=(*kept, tuple(opening)))
    key, section = uuid4(), sheet_of(bulletin).sections[0].id
    split = [AddPoint(id=key, section=section, now=rest), SetPoint(id=point.id, was=point.said(), now=first)]

    apply_changes(bulletin, split, by=editor, seen=0)
    (one,) = shown(bulletin, to=editor)
    assert (one.standing.part, one.standing.gone) == (str(key), False)
    merged = [
        RemovePoint(id=key, was=sheet_of(bulletin).sections[0].points[-1].said()),
        SetPoint(id=point.id, was=point_of(bulletin).said(), now=point.said()),
    ]
    apply_changes(bulletin, merged, by=editor, seen=0)

    decide(bulletin, one.id, Verdict.ACCEPT, by=editor)
    assert "a garden a street is plenty." in point_text(
        document_of(bulletin).sections[0].points[0], document_of(bulletin)
    )


def test_what_was_accepted_undone_and_done_again_is_accepted_without_another_change(
    bulletin, reviewer, editor
):
    suggest(bulletin, reviewer, ("enough", "plenty"))
    (one,) = shown(bulletin, to=editor)
    before = point_of(bulletin)
    decide(bulletin, one.id, Verdict.ACCEPT, by=editor)
    after = point_of(bulletin)
    for was, now in ((after, before), (before, after)):
        apply_changes(bulletin, [SetPoint(id=was.id, was=was.said(), now=now.said())], by=editor, seen=0)
        decide(bulletin, one.id, Verdict.REOPEN, by=editor)

    decide(bulletin, one.id, Verdict.ACCEPT, by=editor)

    assert point_of(bulletin) == after
    assert [one.outcome for one in shown(bulletin, to=editor)] == ["accepted"]


def test_open_pages_learn_of_each_decision_and_of_nothing_that_was_decided_already(
    bulletin, reviewer, editor
):
    suggest(bulletin, reviewer, ("enough", "plenty"))
    (one,) = shown(bulletin, to=editor)
    versions = [Bulletin.objects.get().version]

    for verdict in (Verdict.REFUSE, Verdict.REFUSE, Verdict.REOPEN):
        decide(bulletin, one.id, verdict, by=editor)
        versions.append(Bulletin.objects.get().version)

    assert [version - versions[0] for version in versions] == [0, 1, 1, 2]
