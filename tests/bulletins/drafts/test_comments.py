"""Remarks of colleagues: threads beside the draft, which go with its words and never print."""

from uuid import uuid4

import msgspec
import pytest
from django.core.exceptions import PermissionDenied

from bulletins.document import Text
from bulletins.drafts.anchors import Anchor
from bulletins.drafts.changes import apply_changes
from bulletins.drafts.comments import CHIP, remark, resolve, texts_of, threads
from bulletins.drafts.rows import document_of, sheet_of
from bulletins.drafts.sheet import AddPoint, PointText, SetPoint
from bulletins.models import Bulletin, Comment
from forum.models import OutgoingMail
from forum.refusal import Refusal
from tests.factories import make_bulletin, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def bulletin():
    return make_bulletin()


@pytest.fixture
def point(bulletin):
    return sheet_of(bulletin).sections[0].points[0]


def on_words(point, quote):
    return Anchor(part=str(point.id), quote=quote, before="", after="")


def test_a_thread_has_its_answers_in_order_and_is_resolved_and_reopened(bulletin, editor, point):
    first = remark(bulletin, " How many? ", by=editor, anchor=on_words(point, "enough"))
    other = make_user("other", is_superuser=True)
    remark(bulletin, "One a street.", by=other, thread=first.pk)
    resolve(bulletin, first.pk, resolved=True, by=other)

    (thread,) = threads(bulletin)
    assert [(one.who, one.text) for one in thread.remarks] == [
        ("editor", "How many?"),
        ("other", "One a street."),
    ]
    assert thread.resolved_by == "other"
    remark(bulletin, "Which street?", by=editor, thread=first.pk)  # an answer reopens it
    assert threads(bulletin)[0].resolved_by == ""


def test_a_comment_stands_on_its_words_among_chips(bulletin, editor, point):
    text = texts_of(sheet_of(bulletin))[str(point.id)]
    assert text == f"small works come before large ones.\nAccording to {CHIP}, a garden a street is enough."
    remark(bulletin, "How many?", by=editor, anchor=on_words(point, f"to {CHIP}, a"))

    (thread,) = threads(bulletin)

    assert text[thread.standing.start : thread.standing.end] == f"to {CHIP}, a"


def test_a_comment_goes_along_with_its_words_into_another_point(bulletin, editor, point):
    remark(bulletin, "Really?", by=editor, anchor=on_words(point, "enough"))
    section, key = sheet_of(bulletin).sections[0].id, uuid4()
    rest = PointText(lead=(Text("a garden a street is enough."),))
    kept = msgspec.structs.replace(point.said(), body=())
    split = [
        AddPoint(id=key, section=section, now=rest),
        SetPoint(id=point.id, was=point.said(), now=kept),
    ]

    apply_changes(bulletin, split, by=editor, seen=0)
    assert Comment.objects.get().part == str(key)
    apply_changes(
        bulletin, [SetPoint(id=key, was=rest, now=PointText(lead=(Text("Gone."),)))], by=editor, seen=1
    )

    (thread,) = threads(bulletin)
    assert (thread.standing.part, thread.standing.gone, thread.quote) == (str(key), True, "enough")


def test_a_colleague_who_is_named_gets_one_mail_with_a_link_and_without_the_text(bulletin, editor):
    for name, rights in (("eva", {"is_superuser": True}), ("ada", {}), ("ivo", {"is_superuser": True})):
        make_user(name, email=f"{name}@example.org", **rights)
    make_user("una", email="", is_superuser=True)

    remark(bulletin, "@eva, @Eva, @una and @ada: is that so? ask@ivo.", by=editor)

    mail = OutgoingMail.objects.get()
    assert mail.to == "eva@example.org"
    assert mail.body == (
        f"editor named you in a comment:\n\nhttp://testserver/admin/bulletins/bulletin/{bulletin.pk}/change/"
    )


def test_a_comment_is_no_part_of_the_document(bulletin, editor, point):
    before = document_of(bulletin)

    remark(bulletin, "Never printed.", by=editor, anchor=on_words(point, "enough"))

    assert document_of(bulletin) == before


def test_who_may_not_see_the_draft_remarks_nothing_and_nothing_is_remarked_on_nothing(bulletin, editor):
    with pytest.raises(PermissionDenied):
        remark(bulletin, "Hm.", by=make_user("visitor"))
    for text in ("  ", "x" * 4001):
        with pytest.raises(Refusal, match="Write between"):
            remark(bulletin, text, by=editor)
    with pytest.raises(Refusal, match="not there"):
        remark(bulletin, "Hm.", by=editor, thread=77)


def test_of_what_stands_around_words_as_much_is_kept_as_finds_them_and_the_longest_comment_is_kept_whole(
    bulletin, editor
):
    around = "".join(chr(0x4E00 + place) for place in range(50))
    anchor = Anchor(part="p" * 50, quote="q" * 4001, before=around, after=around)

    made = remark(bulletin, "x" * 4000, by=editor, anchor=anchor)
    answer = remark(bulletin, "So.", by=editor, anchor=anchor, thread=made.pk)

    assert (made.part, len(made.quote), made.before, made.after) == ("p" * 40, 4000, around[10:], around[:40])
    assert (len(made.text), answer.part, answer.quote, answer.before) == (4000, "", "", "")


def test_a_mail_names_who_asks_and_the_draft_or_says_that_it_has_no_title(bulletin, editor):
    make_user("eva", email="eva@example.org", is_superuser=True)
    make_user("gone", email="gone@example.org", is_superuser=True, is_active=False)
    remark(bulletin, "@eva @gone look.", by=editor)
    Bulletin.objects.update(title="")
    remark(Bulletin.objects.get(), "@EVA. Look again. @editor", by=editor)

    assert list(OutgoingMail.objects.order_by("pk").values_list("to", "subject")) == [
        ("eva@example.org", "editor asks you about “Rain gardens and the streets that need them”"),
        ("eva@example.org", "editor asks you about “Untitled bulletin”"),
    ]


def test_a_thread_whose_people_are_gone_is_told_with_a_dash(bulletin, editor):
    first = remark(bulletin, "Hm.", by=editor)
    resolve(bulletin, first.pk, resolved=True, by=editor)
    Comment.objects.update(author=None, resolved_by=None)

    (thread,) = threads(bulletin)

    assert ([one.who for one in thread.remarks], thread.resolved_by) == (["–"], "–")
