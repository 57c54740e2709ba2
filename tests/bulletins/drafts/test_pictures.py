"""Pictures of drafts: who may put one in, who may have one, and what becomes of one that is not at hand."""

import hashlib

import msgspec
import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied
from django.core.files.storage import storages
from django.urls import reverse

from bulletins.document import Text, figures
from bulletins.document_json import to_json
from bulletins.drafts.beginning import duplicate
from bulletins.drafts.changes import apply_changes
from bulletins.drafts.importing import Target, import_document
from bulletins.drafts.pictures import MOST_PICTURES, add_picture, picture_for
from bulletins.drafts.redline import redline
from bulletins.drafts.rights import limit_readers
from bulletins.drafts.rows import document_of, sheet_of
from bulletins.drafts.sheet import SetPoint
from bulletins.manuscript.blocks import Reading
from bulletins.manuscript.reader import read_bytes
from bulletins.models import Picture
from bulletins.publishing.publication import Approval, publish
from bulletins.publishing.renderings import kept_file
from bulletins.publishing.verification import verify
from forum.refusal import Refusal
from forum.storage import place_of, storage_at
from tests.factories import document, make_bulletin, make_edition, make_user
from tests.figures import JPEG, PNG, drawn, figure, saved, show_in

pytestmark = pytest.mark.django_db
SAID = Approval(acceptance="Read.", correction_note="A picture.")


def somewhere():
    return Target(edition=make_edition())


def put(bulletin, shown, *, by):
    """Let the first point of a draft end with a figure, as the writing page would; give what became of it."""
    (point, *_) = sheet_of(bulletin).sections[0].points
    now = msgspec.structs.replace(point.said(), body=(*point.body, shown))
    (outcome,) = apply_changes(
        bulletin, [SetPoint(id=point.id, was=point.said(), now=now)], by=by, seen=0
    ).outcomes
    return outcome.status


def test_a_picture_that_is_put_in_is_kept_and_may_be_shown(editor):
    bulletin = make_bulletin()
    shown = add_picture(bulletin, saved(drawn(), "BMP"), by=editor)

    assert shown == figure()
    assert (put(bulletin, shown, by=editor), picture_for(shown.file, by=editor)) == (
        "done",
        ("image/png", PNG),
    )


def test_what_is_no_picture_is_refused_and_nothing_is_kept(editor):
    with pytest.raises(Refusal, match="cannot be shown here"):
        add_picture(make_bulletin(), PNG[:50], by=editor)
    assert not Picture.objects.exists()


def test_where_the_storage_takes_nothing_that_is_said_and_nothing_is_imported(editor, settings, tmp_path):
    shown = figure(alt="A ferry")
    (tmp_path / "file").write_text("no folder")
    settings.STORAGES = settings.STORAGES | {"renderings": storage_at(str(tmp_path / "file" / "folder"))}

    with pytest.raises(Refusal, match="could not be kept"):
        add_picture(make_bulletin(), PNG, by=editor)
    with pytest.raises(Refusal, match="could not be kept"):
        import_document(Reading(document(lede=(shown,)), pictures={shown.file: PNG}), "0" * 64, somewhere())
    assert not Picture.objects.exists()


def test_only_who_may_write_puts_pictures_in():
    with pytest.raises(PermissionDenied):
        add_picture(make_bulletin(), PNG, by=make_user("reader"))


def test_a_picture_of_a_draft_that_is_kept_to_others_is_nobody_else_s(editor):
    eva = make_user("eva")
    eva.user_permissions.set(Permission.objects.filter(codename__in=["change_bulletin", "view_bulletin"]))
    private, mine = make_bulletin(), make_bulletin()
    shown = figure(JPEG)
    show_in(private, shown)
    before = picture_for(shown.file, by=eva)
    limit_readers(private, by=editor, users=[editor])

    assert before == ("image/jpeg", JPEG)
    assert (picture_for(shown.file, by=eva), put(mine, shown, by=eva)) == (None, "refused")
    assert put(mine, shown, by=editor) == "done"


def test_a_figure_tells_the_truth_about_its_picture(editor):
    bulletin = make_bulletin()
    shown = figure()
    show_in(bulletin, shown)
    forged = msgspec.structs.replace(shown, width=2000)
    imported = import_document(
        Reading(document(lede=((Text("So."),), forged))), "0" * 64, somewhere()
    ).bulletin

    assert [one for _, one in figures(document_of(imported))] == [shown]


def test_a_picture_that_did_not_come_leaves_its_caption_and_is_told():
    lost = msgspec.structs.replace(figure(alt="A ferry", caption=(Text("Figure 1. Ferries"),)), file="0" * 64)
    reading = read_bytes(to_json(document(lede=((Text("So."),), lost))), "b.json")
    imported = import_document(reading, "0" * 64, somewhere())

    assert document_of(imported.bulletin).lede == ((Text("So."),), (Text("Figure 1. Ferries"),))
    assert [one.params["text"] for one in imported.findings if one.code == "image-not-here"] == ["A ferry"]


@pytest.mark.parametrize("name", ["docx", "md"])
def test_a_published_picture_comes_back_from_its_file_as_the_same_bytes(editor, name):
    bulletin = make_bulletin()
    shown = figure(JPEG, alt="A ferry", caption=(Text("Figure 1. Ferries"),))
    show_in(bulletin, shown)
    publication = publish(bulletin, by=editor, approval=SAID)
    reading = read_bytes(kept_file(publication, name), f"b.{name}")

    assert reading.document.sections == publication.document.sections
    assert reading.pictures == {shown.file: JPEG}


def test_a_copy_of_a_draft_has_its_pictures(editor):
    bulletin = make_bulletin()
    show_in(bulletin, figure())
    copy = duplicate(bulletin, by=editor)

    assert [one.sha256 for one in copy.pictures.all()] == [hashlib.sha256(PNG).hexdigest()]


def test_a_picture_that_is_lost_is_told_by_verify(editor):
    bulletin = make_bulletin()
    shown = figure(alt="A ferry")
    show_in(bulletin, shown)
    publish(bulletin, by=editor, approval=SAID)
    whole = verify()
    storages["renderings"].delete(place_of(shown.file))
    lost = [line for line in verify() if "picture" in line]
    figure()  # for other tests

    assert [line for line in whole if "picture" in line] == []
    assert [shown.name in line for line in lost] == [True]


def test_a_draft_whose_picture_is_lost_says_so_where_it_would_be_printed(client, editor):
    bulletin = make_bulletin()
    shown = figure(saved(drawn(colour="red")))
    show_in(bulletin, shown)
    storages["renderings"].delete(place_of(shown.file))
    client.force_login(editor)
    preview = reverse("admin:bulletins_bulletin_preview", args=[bulletin.pk])

    answers = [client.get(f"{preview}{query}").status_code for query in ("", "?format=txt", "?format=pdf")]
    assert answers == [200, 200, 503]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([], [figure], [("inserted", "Picture")]),
        ([figure], [], [("deleted", "Picture")]),
        (
            [figure],
            [lambda: figure(JPEG)],
            [("deleted", figure().file[:8]), ("inserted", figure(JPEG).file[:8])],
        ),
        ([figure], [lambda: figure(caption=(Text("Ferries"),))], [("inserted", "Ferries")]),
        ([figure], [lambda: figure(alt="Ferries")], [("inserted", "Ferries")]),
    ],
)
def test_comparing_tells_a_picture_that_came_went_or_is_another(old, new, expected):
    before, after = (document(lede=((Text("So."),), *(one() for one in some))) for some in (old, new))
    (part,) = [one for one in redline(before, after) if one.name == "lede"]
    changed = [piece for piece in part.pieces if piece.mark != "kept"]

    assert [
        (piece.mark, words in piece.text) for piece, (_, words) in zip(changed, expected, strict=True)
    ] == [(mark, True) for mark, _ in expected]


def test_a_bulletin_keeps_so_many_pictures_and_not_one_more(editor):
    bulletin = make_bulletin()
    rows = [
        Picture(bulletin=bulletin, sha256=f"{place:064}", media_type="image/png", width=1, height=1)
        for place in range(MOST_PICTURES - 1)
    ]
    Picture.objects.bulk_create(rows)

    last = add_picture(bulletin, PNG, by=editor)
    add_picture(bulletin, PNG, by=editor)  # it is there already
    with pytest.raises(Refusal, match=r"^A bulletin keeps at most 200 pictures\.$"):
        add_picture(bulletin, JPEG, by=editor)

    assert Picture.objects.filter(bulletin=bulletin).count() == MOST_PICTURES == 200
    assert Picture.objects.filter(sha256=last.file).exists()
