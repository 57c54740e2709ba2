"""The history of a draft in the admin: seen, compared, gone back to."""

import datetime
import re

import msgspec
import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone

from bulletins.document import Text
from bulletins.drafts.changes import apply_changes
from bulletins.drafts.proposing import Verdict, decide, propose
from bulletins.drafts.rows import document_of, sheet_of
from bulletins.drafts.sheet import (
    AddPoint,
    PointText,
    RemovePoint,
    SetEntry,
    SetField,
    SetPoint,
    id_of,
    key_of,
)
from bulletins.models import Proposal
from bulletins.publishing.publication import publish
from speakers.models import Speaker
from tests.bulletins.conftest import SAID
from tests.factories import document, make_bulletin, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    client.force_login(make_user("chief", is_superuser=True, first_name="Ada", last_name="Chief"))
    return client


def page_of(bulletin, name="", **query):
    address = reverse(f"admin:bulletins_bulletin_history{name}", args=[bulletin.pk])
    return address + ("?" + "&".join(f"{key}={value}" for key, value in query.items()) if query else "")


def write(bulletin, title, by=None):
    was = sheet_of(bulletin).title
    apply_changes(bulletin, [SetField("title", was=was, now=title)], by=by, seen=0)


def words(response):
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def test_a_draft_of_which_nothing_is_kept_says_so(desk):
    assert "Nothing is kept yet" in words(desk.get(page_of(make_bulletin())))


@pytest.mark.parametrize("count", [1, 3])
def test_the_history_is_listed_with_a_constant_number_of_queries(desk, count, django_assert_num_queries):
    bulletin = make_bulletin()
    for number in range(count):
        desk.post(page_of(bulletin, "_keep"), {"name": f"State {number}"})
    desk.get(page_of(bulletin))

    with django_assert_num_queries(7):
        listed = words(desk.get(page_of(bulletin)))

    assert [f"“State {number}”" in listed for number in range(count)] == [True] * count
    assert "Ada Chief" in listed


def test_two_moments_are_compared_word_by_word_whichever_is_named_first(desk):
    bulletin = make_bulletin()
    write(bulletin, "Rain gardens and the roofs that need them")
    key = f"s{bulletin.snapshots.get().pk}"

    for two in ({"before": key, "after": "now"}, {"before": "now", "after": key}):
        shown = desk.get(page_of(bulletin, "_compare", **two)).content.decode()
        assert ("<ins>roofs</ins>" in shown, "<del>streets</del>" in shown) == (True, True)


def test_a_draft_is_compared_with_what_is_published(desk, editor):
    bulletin = make_bulletin()
    publish(bulletin, by=editor, approval=SAID)
    write(bulletin, "Gardens")

    shown = words(desk.get(page_of(bulletin, "_compare", before="v1", after="now")))

    assert "version 1, published" in shown
    assert "1 place differs." in shown


def test_the_comparison_tells_who_changed_a_point_last(desk):
    bulletin = make_bulletin()
    desk.post(page_of(bulletin, "_keep"), {"name": "Good"})
    (point,) = sheet_of(bulletin).sections[0].points
    sent = {
        "seen": 0,
        "changes": [
            {
                "op": "point",
                "id": str(point.id),
                "was": {
                    "numbered": True,
                    "lead": [{"type": "text", "text": "small works come before large ones."}],
                    "body": [
                        [
                            {"type": "text", "text": "According to "},
                            {"type": "mention", "speaker": "berg-ada"},
                            {"type": "text", "text": ", a garden a street is enough."},
                        ]
                    ],
                },
                "now": {"lead": [{"type": "text", "text": "large works come later."}]},
            }
        ],
    }
    save = reverse("admin:bulletins_bulletin_write_save", args=[bulletin.pk])
    answer = desk.post(save, sent, content_type="application/json")
    assert answer.json()["outcomes"][0]["status"] == "done"
    key = f"s{bulletin.snapshots.get(reason='named').pk}"

    shown = words(desk.get(page_of(bulletin, "_compare", before=key, after="now")))

    assert "last changed by Ada Chief," in shown


def test_one_point_and_the_whole_are_restored_from_the_page(desk):
    bulletin = make_bulletin()
    first = document_of(bulletin)
    (point,) = sheet_of(bulletin).sections[0].points
    write(bulletin, "Gardens")
    apply_changes(bulletin, [RemovePoint(id=point.id, was=point.said())], by=None, seen=0)
    key = f"s{bulletin.snapshots.get().pk}"

    told = words(
        desk.post(page_of(bulletin, "_restore"), {"moment": key, "part": id_of(point.id)}, follow=True)
    )
    half = document_of(bulletin)
    desk.post(page_of(bulletin, "_restore"), {"moment": key})

    assert "Restored. What stood before is kept" in told
    assert (half.title, half.sections) == ("Gardens", first.sections)
    assert document_of(bulletin) == first


def test_what_cannot_be_brought_back_is_told_after_the_rest_was(desk):
    bulletin = make_bulletin()
    (entry,) = sheet_of(bulletin).roster
    desk.post(page_of(bulletin, "_keep"), {"name": "Good"})
    write(bulletin, "Gardens")
    apply_changes(bulletin, [SetEntry(entry.speaker, was=entry.printed())], by=None, seen=0)
    Speaker.objects.get(slug=entry.speaker).delete()
    key = f"s{bulletin.snapshots.get(reason='named').pk}"

    told = words(desk.post(page_of(bulletin, "_restore"), {"moment": key}, follow=True))

    assert "Not all of it: This person is not in the directory any more." in told
    assert sheet_of(bulletin).title == document().title


def test_what_differs_can_be_brought_back_part_by_part_and_what_does_not_cannot(desk):
    bulletin = make_bulletin()
    desk.post(page_of(bulletin, "_keep"), {"name": "Good"})
    (section,) = sheet_of(bulletin).sections
    (point,) = section.points
    write(bulletin, "Gardens")
    changed = SetPoint(point.id, was=point.said(), now=msgspec.structs.replace(point.said(), body=()))
    added = AddPoint(key_of("b000000001"), section=section.id, now=PointText(lead=(Text("More."),)))
    apply_changes(bulletin, [changed, added], by=None, seen=0)
    key = f"s{bulletin.snapshots.get(reason='named').pk}"
    query = {"before": key, "after": "now"}

    shown = desk.get(page_of(bulletin, "_compare", **query, all="")).context["parts"]
    buttons = re.findall(
        r'name="part" value="([^"]+)"', desk.get(page_of(bulletin, "_compare", **query)).content.decode()
    )

    told = [(part.name, part.kind, part.restores) for part in shown]
    assert [one for one in told if one[1] != "same"] == [
        ("title", "changed", "title"),
        ("point", "changed", id_of(point.id)),
        ("point", "added", ""),
    ]
    assert {restores for _, kind, restores in told if kind == "same"} == {""}
    assert buttons == ["title", id_of(point.id)]


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("_compare", {"before": "s1", "after": "now"}),
        ("_compare", {"before": "now", "after": "now"}),
        ("_compare", {}),
        ("_restore", {}),
        ("_keep", {}),
    ],
)
def test_what_cannot_be_shown_leads_back_to_the_history(desk, name, query):
    bulletin = make_bulletin()

    assert desk.get(page_of(bulletin, name, **query)).headers["Location"] == page_of(bulletin)


def test_whoever_may_not_look_is_turned_away_and_whoever_may_not_change_cannot_restore(client):
    bulletin = make_bulletin()
    write(bulletin, "Gardens")
    client.force_login(make_user("guest"))
    key = f"s{bulletin.snapshots.get().pk}"

    answers = [
        client.get(page_of(bulletin)),
        client.post(page_of(bulletin, "_restore"), {"moment": key}),
        client.post(page_of(bulletin, "_keep"), {"name": "Mine"}),
    ]

    assert [answer.status_code for answer in answers] == [403, 403, 403]
    assert document_of(bulletin).title != document().title


def test_the_history_tells_whose_suggestion_was_accepted_and_by_whom(desk):
    bulletin, ria = make_bulletin(), make_user("ria", is_superuser=True)
    title = SetField("title", was=bulletin.title, now=bulletin.title.replace("Rain", "Snow"))
    propose(bulletin, [title], by=ria, seen=0)
    review = reverse("admin:bulletins_bulletin_review", args=[bulletin.pk])
    assert "1 suggestion is open." in words(desk.get(review))

    decide(bulletin, Proposal.objects.get().pk, Verdict.ACCEPT, by=User.objects.get(username="chief"))

    assert "Ada Chief accepted a suggestion of ria: Rain Snow" in words(desk.get(page_of(bulletin)))
    assert "suggestion is open" not in words(desk.get(review))


def test_what_was_decided_last_is_told_first_of_one_moment_what_was_suggested_last(desk):
    bulletin, now = make_bulletin(), timezone.now()
    made = [
        Proposal.objects.create(
            bulletin=bulletin,
            part="lede",
            was=[[{"type": "text", "text": "Rain"}]],
            now=[[{"type": "text", "text": "Snow"}]],
            outcome=outcome,
            decided_at=moment and now - datetime.timedelta(hours=moment),
        ).pk
        for moment, outcome in ((2, "accepted"), (1, "refused"), (1, "accepted"), (3, "refused"), (None, ""))
    ]

    told = desk.get(page_of(bulletin)).context["decided"]

    assert [made.index(one.id) for one in told] == [2, 1, 0, 3]
