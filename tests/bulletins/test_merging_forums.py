"""Two forums that are one are put together."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from bulletins.drafts.beginning import duplicate
from bulletins.drafts.importing import Target, import_document
from bulletins.manuscript.blocks import Reading
from bulletins.merging_forums import ForumMerger, merge_forums, preview
from bulletins.models import Bulletin, Publication
from bulletins.publishing.publication import Approval, publish
from bulletins.publishing.verification import verify
from forum.models import Edition, Forum, ForumMembership, Session
from forum.refusal import Refusal
from speakers.models import Appearance, ColumnMeaning, Speaker
from tests.factories import (
    document,
    make_bulletin,
    make_edition,
    make_forum,
    make_series,
    make_session,
    make_speaker,
    make_user,
)

pytestmark = pytest.mark.django_db
SAID = Approval(acceptance="Read.")


@pytest.fixture
def english(db):
    return make_forum(name="Wugang Forum", slug="wugang", publisher="Wugang Office")


@pytest.fixture
def chinese(db):
    return make_forum(name="雾港论坛", slug="wugang-luntan", publisher="雾港论坛秘书处", language="zh")


def test_drafts_and_sessions_move_and_names_are_kept(english, chinese, editor):
    make_edition(english)
    draft = make_bulletin(make_edition(chinese), number=7, volume=142)
    session = make_session(draft.edition)
    draft.sessions.set([session])

    done = merge_forums(english, chinese, by=editor)

    draft.refresh_from_db()
    kept = Forum.objects.get(pk=english.pk)
    assert done == ForumMerger(drafts=1, sessions=1)
    assert (draft.edition.forum, draft.forum, draft.series.forum, draft.number, draft.volume) == (
        kept, kept, kept, 7, 142,
    )  # fmt: skip
    assert (list(draft.sessions.all()), Session.objects.get().edition) == ([session], draft.edition)
    assert (kept.names, kept.publisher_names) == ({"zh": "雾港论坛"}, {"zh": "雾港论坛秘书处"})
    assert list(Edition.objects.values_list("forum__slug", flat=True)) == ["wugang"]
    assert Forum.objects.get(pk=chinese.pk).merged_into == kept


def test_an_edition_that_moves_keeps_its_days_and_what_it_is_called_in_each_language(
    english, chinese, editor
):
    told = {"theme": "Rain", "themes": {"zh": "雨"}, "venue": "North Hall", "venues": {"zh": "北厅"}}
    make_edition(chinese, **told)

    merge_forums(english, chinese, by=editor)

    (moved,) = Edition.objects.values("forum", "year", "starts_on", *told)
    assert moved == {"forum": english.pk, "year": 2026, "starts_on": datetime.date(2026, 11, 17), **told}


def test_a_session_that_is_there_already_takes_what_was_tied_to_the_other(english, chinese, editor):
    there = make_session(make_edition(english), title="Night")
    same = make_session(make_edition(chinese), title="Night")
    other = make_session(same.edition, title="Day")
    ada, ivo = make_speaker(), make_speaker("lund-ivo", family_name="Lund", given_name="Ivo")
    for session, speaker, role in (
        (same, ada, ""),
        (there, ivo, "keynote"),
        (same, ivo, ""),
        (other, ivo, ""),
    ):
        Appearance.objects.create(session=session, speaker=speaker, role=role)
    draft = make_bulletin(same.edition)
    draft.sessions.set([same, other])

    merge_forums(english, chinese, by=editor)

    assert list(Session.objects.order_by("title")) == [other, there]
    assert list(draft.sessions.order_by("title")) == [other, there]
    assert list(
        Appearance.objects.order_by("session__title", "speaker").values_list("session", "speaker", "role")
    ) == [(other.pk, ivo.pk, ""), (there.pk, ada.pk, ""), (there.pk, ivo.pk, "keynote")]


def test_of_two_sessions_in_one_room_at_one_time_the_one_that_moves_gets_another_room(
    english, chinese, editor
):
    make_session(make_edition(english), title="Night", room="Hall")
    edition = make_edition(chinese)
    make_session(edition, title="Day", room="Hall")
    make_session(edition, title="Morning", room="Yard")

    merge_forums(english, chinese, by=editor)

    assert dict(Session.objects.filter(edition__forum=english).values_list("title", "room")) == {
        "Night": "Hall",
        "Day": "",
        "Morning": "Yard",
    }


def test_what_columns_mean_moves_but_where_the_forum_that_is_kept_knows_better(english, chinese, editor):
    for forum, header, meaning in (
        (english, "Who", "speakers"),
        (chinese, "Who", "title"),
        (chinese, "嘉宾", "speakers"),
    ):
        ColumnMeaning.objects.create(forum=forum, header=header, meaning=meaning)

    merge_forums(english, chinese, by=editor)

    found = ColumnMeaning.objects.filter(forum=english)
    assert dict(found.values_list("header", "meaning")) == {"Who": "speakers", "嘉宾": "speakers"}


def test_a_number_that_is_taken_there_is_let_go(english, chinese, editor):
    make_bulletin(make_edition(english), number=6, volume=141)
    draft = make_bulletin(make_edition(chinese), number=6, volume=141)

    done = merge_forums(english, chinese, by=editor)

    draft.refresh_from_db()
    assert (done.numbers, draft.number, draft.volume) == (1, None, None)


def test_of_several_that_move_one_has_a_number_and_a_manuscript_and_those_without_stay_without(
    english, chinese, editor
):
    make_series(english, "Special Report", names={"zh": "专报"})
    edition = make_edition(chinese)
    series = [
        make_series(chinese, name, slug=slug) for name, slug in (("Special Report", "a"), ("专报", "b"))
    ]
    fields = [
        {"number": 6, "volume": 141, "manuscript_hash": "a"},
        {"number": 6, "volume": 141, "manuscript_hash": "b"},
        {"number": 7, "volume": None, "manuscript_hash": "a", "binned_at": timezone.now()},
        {"number": None, "volume": 142, "manuscript_hash": ""},
        {"number": None, "volume": None, "manuscript_hash": ""},
    ]
    for place, one in enumerate(fields):
        Bulletin.objects.create(edition=edition, forum=chinese, series=series[place % 2], **one)

    done = merge_forums(english, chinese, by=editor)

    moved = Bulletin.with_bin.order_by("pk").values_list("number", "volume", "manuscript_hash")
    assert list(moved) == [
        (6, 141, "a"),
        (None, None, "b"),
        (7, None, ""),
        (None, 142, ""),
        (None, None, ""),
    ]
    assert (done.drafts, done.numbers, {one.series.name for one in Bulletin.objects.all()}) == (
        5,
        1,
        {"Special Report"},
    )


@pytest.mark.slow
def test_what_was_published_stays_as_it_is_and_the_old_pages_lead_to_the_new(
    client, english, chinese, editor
):
    edition = make_edition(chinese, year=2031, starts_on=None, ends_on=None)
    out = publish(make_bulletin(edition), by=editor, approval=SAID)
    before, address = out.frozen, out.get_absolute_url()

    merge_forums(english, chinese, by=editor)

    out = Publication.objects.get()
    assert (out.frozen, out.forum, client.get(address).status_code) == (before, chinese, 200)
    moved = {
        one: client.get(one)
        for one in ("/wugang-luntan/", "/wugang-luntan/2031/", "/feeds/wugang-luntan.atom")
    }
    assert {one: (answer.status_code, answer["Location"]) for one, answer in moved.items()} == {
        "/wugang-luntan/": (301, "/wugang/"),
        "/wugang-luntan/2031/": (301, "/wugang/2031/"),
        "/feeds/wugang-luntan.atom": (301, "/feeds/wugang.atom"),
    }
    listing = [client.get(answer["Location"]).content.decode() for answer in moved.values()]
    assert [address in page for page in listing] == [True, True, True]
    assert [line for line in verify() if not line.startswith("user ")] == []


def test_a_look_changes_nothing(english, chinese, editor):
    draft = make_bulletin(make_edition(chinese))

    seen = preview(english, chinese, by=editor)

    assert seen == ForumMerger(drafts=1, editions=1)
    assert Bulletin.objects.get(pk=draft.pk).forum == chinese
    assert Forum.objects.filter(merged_into=None).count() == 2


def test_it_takes_the_right_in_both_forums(english, chinese):
    clerk = make_user("clerk", is_superuser=False)

    with pytest.raises(PermissionDenied):
        merge_forums(english, chinese, by=clerk)


def test_a_forum_is_not_merged_with_itself_nor_twice(english, chinese, editor):
    with pytest.raises(Refusal):
        merge_forums(english, english, by=editor)
    merge_forums(english, chinese, by=editor)

    with pytest.raises(Refusal, match="merged before"):
        merge_forums(english, chinese, by=editor)


def test_whose_rights_held_in_the_other_holds_them_in_the_one_that_is_kept(english, chinese, editor):
    clerk = make_user("clerk")
    ForumMembership.objects.create(user=clerk, forum=chinese)

    merge_forums(english, chinese, by=editor)

    assert set(ForumMembership.objects.values_list("user__username", "forum__slug")) == {
        ("clerk", "wugang"), ("clerk", "wugang-luntan"),
    }  # fmt: skip


def test_the_page_shows_first_what_would_move(client, english, chinese, editor):
    client.force_login(editor)
    make_bulletin(make_edition(chinese), content=document(roster=(), sections=()))
    address = reverse("admin:forum_forum_merge", args=[chinese.pk])

    looked = client.post(address, {"kept": english.pk, "look": 1})
    nothing_yet = Forum.objects.filter(merged_into=english).count()
    client.post(address, {"kept": english.pk, "merge": 1})

    assert (looked.context["merger"].drafts, nothing_yet) == (1, 0)
    assert Bulletin.objects.get().forum == english
    assert Speaker.objects.count() == 0


def test_the_page_says_why_two_forums_are_not_merged(client, english, chinese, editor):
    client.force_login(editor)
    other = make_forum(name="Rain Forum", slug="rain")
    merge_forums(english, chinese, by=editor)
    address = reverse("admin:forum_forum_merge", args=[chinese.pk])

    told = client.post(address, {"kept": other.pk, "merge": 1}).context["form"].non_field_errors()

    assert told == ["One of the two was merged before. Load the page again."]
    assert client.get(reverse("admin:forum_forum_merge", args=[0])).status_code == 404


@pytest.mark.slow
def test_no_draft_is_begun_or_copied_in_a_forum_that_was_merged(client, english, chinese, editor):
    edition = make_edition(chinese)
    published = make_bulletin(edition)
    publish(published, by=editor, approval=SAID)
    merge_forums(english, chinese, by=editor)
    published.refresh_from_db()
    client.force_login(editor)

    begun = client.post(reverse("admin:bulletins_bulletin_add"), {"edition": edition.pk, "language": "zh"})
    with pytest.raises(Refusal, match="was merged into Wugang Forum"):
        duplicate(published, by=editor)
    copied = client.post(reverse("admin:bulletins_bulletin_duplicate", args=[published.pk]), follow=True)

    told = "雾港论坛 was merged into Wugang Forum. Choose an edition of that."
    assert begun.context["adminform"].form.errors["edition"] == [told]
    assert [str(one) for one in copied.context["messages"]] == [told]
    assert Bulletin.objects.get() == published


def test_nothing_new_comes_into_a_forum_that_was_merged_and_its_name_leads_to_the_other(
    english, chinese, editor
):
    edition = make_edition(chinese)
    publish(make_bulletin(edition), by=editor, approval=SAID)
    merge_forums(english, chinese, by=editor)

    with pytest.raises(Refusal, match="was merged into Wugang Forum"):
        import_document(Reading(document(language="zh")), "0" * 64, Target(edition=edition))
    found = import_document(Reading(document(language="zh", forum="雾港论坛")), "1" * 64).bulletin

    assert (found.edition.forum, list(Edition.objects.open())) == (english, [found.edition])
