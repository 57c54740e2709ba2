"""The doors to what colleagues remark and suggest: each gives everything as it stands afterwards."""

from operator import itemgetter

import pytest
from django.contrib.auth.models import Permission, User

from bulletins.drafts.changes import apply_changes
from bulletins.drafts.rows import document_of, sheet_of
from bulletins.drafts.sheet import SetField
from bulletins.models import Bulletin
from tests.factories import document, make_bulletin, make_user

pytestmark = pytest.mark.django_db
TITLE = document().title
SNOW = TITLE.replace("Rain", "Snow")


def title(was=TITLE, now=SNOW):
    return {"op": "field", "name": "title", "was": was, "now": now}


def remarks(answer):
    """What is said in each thread, where it stands, and who resolved it."""
    return [
        (
            [(one["who"], one["text"]) for one in thread["remarks"]],
            thread["quote"],
            itemgetter("start", "end")(thread["standing"]),
            thread["resolved_by"],
        )
        for thread in answer.json()["threads"]
    ]


def test_a_comment_its_answer_its_settlement_and_its_reopening_are_told_at_once(knock):
    bulletin = make_bulletin()
    note = {"part": "lede", "quote": "small works", "before": "compared what ", "after": " can do"}

    first = knock(bulletin, "comment", {"text": "Which?", **note})
    thread = first.json()["threads"][0]["id"]
    second = knock(bulletin, "comment", {"text": "All of them.", "thread": thread})
    settled = knock(bulletin, "settle", {"thread": thread, "resolved": True})
    again = knock(bulletin, "settle", {"thread": thread, "resolved": False})

    said = [("chief", "Which?"), ("chief", "All of them.")]
    place = ("small works", (23, 34))
    assert remarks(first) == [(said[:1], *place, "")]
    assert remarks(second) == remarks(again) == remarks(knock(bulletin, "comments")) == [(said, *place, "")]
    assert remarks(settled) == [(said, *place, "chief")]


def test_a_suggestion_is_kept_beside_the_draft_and_the_page_gets_both_only_where_it_knows_less(knock):
    bulletin = make_bulletin()
    seen = sheet_of(bulletin).version

    alone = knock(bulletin, "propose", {"seen": seen, "changes": [title()]}).json()
    late = knock(bulletin, "propose", {"seen": seen, "changes": [title(was=SNOW)]}).json()
    refused = knock(bulletin, "propose", {"seen": seen + 1, "changes": [title(now="")]}).json()

    assert alone == {
        "version": seen + 1,
        "outcomes": [{"status": "done", "theirs": None, "message": ""}],
        "sheet": None,
        "base": None,
    }
    assert (late["sheet"]["title"], late["base"]["title"]) == (SNOW, TITLE)
    assert refused["outcomes"][0]["status"] == "conflict"
    assert (refused["sheet"]["title"], refused["base"]["title"]) == (SNOW, TITLE)
    assert document_of(bulletin).title == TITLE


@pytest.mark.parametrize(
    ("verdict", "outcome", "now"), [("accept", "accepted", SNOW), ("refuse", "refused", TITLE)]
)
def test_what_is_said_to_a_suggestion_is_told_with_all_others(knock, verdict, outcome, now):
    bulletin = make_bulletin()
    knock(bulletin, "propose", {"seen": 0, "changes": [title()]})
    (waiting,) = knock(bulletin, "comments").json()["proposals"]

    (decided,) = knock(bulletin, "decide", {"proposal": waiting["id"], "verdict": verdict}).json()[
        "proposals"
    ]
    reopened = knock(bulletin, "decide", {"proposal": waiting["id"], "verdict": "reopen"}).json()["proposals"]

    told = itemgetter("deleted", "inserted", "outcome", "decided_by", "mine")
    assert told(waiting) == ("Rain", "Snow", "", "", True)
    assert told(decided) == ("Rain", "Snow", outcome, "chief", True)
    assert told(reopened[0]) == told(waiting)
    assert Bulletin.objects.get().title == now


def test_who_looked_last_gets_the_draft_as_suggested_with_the_draft_itself(knock):
    bulletin = make_bulletin()
    knock(bulletin, "propose", {"seen": 0, "changes": [title()]})
    version = Bulletin.objects.get().version

    plain = knock(bulletin, "state", query="?version=0").json()
    both = knock(bulletin, "state", query="?version=0&suggest").json()
    known = knock(bulletin, "state", query=f"?version={version}&suggest").json()

    assert (plain["sheet"]["title"], plain["base"]) == (TITLE, None)
    assert (both["sheet"]["title"], both["base"]["title"]) == (SNOW, TITLE)
    assert (known["sheet"], known["base"]) == (None, None)


def test_whoever_may_remark_but_not_write_finds_the_doors_open_that_change_nothing(client, knock):
    bulletin = make_bulletin()
    apply_changes(bulletin, [SetField("title", was=TITLE, now=SNOW)], by=None, seen=0)
    ria = make_user("ria")
    ria.user_permissions.set(Permission.objects.filter(codename__in=["view_bulletin", "review_bulletin"]))
    client.force_login(User.objects.get(username="ria"))
    sheet = knock(bulletin, "state").json()["sheet"]

    answers = {
        door: knock(bulletin, door, sent).status_code
        for door, sent in (
            ("comments", None),
            ("comment", {"text": "Why?"}),
            ("propose", {"seen": 0, "changes": []}),
            ("people", None),
            ("preview", sheet),
            ("pages", {"sheet": sheet}),
            ("save", {"seen": 0, "changes": []}),
            ("whose", {"sheet": sheet}),
            ("paste", {"html": "", "sheet": sheet}),
            ("person", {"name": "Eva"}),
            ("names", {"text": "Eva"}),
            ("accept", {"code": "a", "message": "b", "reason": "c"}),
        )
    }

    assert answers == {
        "comments": 200,
        "comment": 200,
        "propose": 200,
        "people": 200,
        "preview": 200,
        "pages": 200,
        "save": 403,
        "whose": 403,
        "paste": 403,
        "person": 403,
        "names": 403,
        "accept": 403,
    }
