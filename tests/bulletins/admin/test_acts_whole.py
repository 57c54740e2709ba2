"""What each act in the admin answers, one after the other: acts_whole.txt beside this."""

from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.contrib.messages import get_messages

from bulletins.models import Bulletin, Publication
from speakers.models import Speaker
from tests.factories import make_bulletin, make_edition, make_forum, make_session, make_speaker, make_user
from tests.kept_text import as_kept
from tests.rows_told import OF_PUBLICATIONS, Rows

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
KEPT = Path(__file__).with_name("acts_whole.txt")
DRAFT, OUT, OTHER = (f"/admin/bulletins/bulletin/{number}" for number in (90001, 90002, 90003))
FORUM = "/admin/forum/forum/90002"
ISSUE, PEOPLE = "/admin/bulletins/publication/90001", "/admin/speakers/speaker/duplicates"
APPROVED = {"acceptance": "Read.", "correction_kind": "typo"}
CORRECTED = {**APPROVED, "correction_note": "A word."}
SEVERAL = {"action": "delete_selected", "_selected_action": ["90001", "90004"], "post": "yes"}
ACTS = (
    # Who may see it, and a copy.
    (f"{DRAFT}/readers/", {"users": ["90009"]}),
    (f"{DRAFT}/readers/", {"users": ["90002"], "groups": []}),
    (f"{DRAFT}/readers/", {}),
    (f"{DRAFT}/duplicate/", {}),
    ("/admin/bulletins/bulletin/80000/duplicate/", {}),
    # Whose words.
    (f"{DRAFT}/who-said-it/", {}),
    (f"{DRAFT}/who-said-it/", {"sentences": ["nowhere"], "people": ["nobody"]}),
    # Review.
    (f"{DRAFT}/review/", {}),
    (f"{DRAFT}/review/", {"move": "fly"}),
    (f"{DRAFT}/review/", {"move": "approve"}),
    (f"{DRAFT}/review/", {"move": "return"}),
    (f"{DRAFT}/review/", {"move": "hand over", "to": "90002", "due_on": "2026-11-20", "why": "Please."}),
    (f"{DRAFT}/review/", {"move": "hand over", "to": "", "due_on": "soon"}),
    (f"{DRAFT}/review/", {"move": "hand in"}),
    (f"{DRAFT}/review/", {"move": "return"}),
    (f"{DRAFT}/review/", {"move": "return", "why": "A figure."}),
    (f"{DRAFT}/review/", {"move": "hand in"}),
    (f"{DRAFT}/review/", {"move": "approve"}),
    (f"{DRAFT}/review/", {"move": "take back"}),
    # What was.
    (f"{DRAFT}/history/keep/", {"name": " "}),
    (f"{DRAFT}/history/keep/", {"name": "Before lunch"}),
    (f"{DRAFT}/history/restore/", {"moment": "80000"}),
    (f"{DRAFT}/history/restore/", {"moment": "now", "part": "title"}),
    # Out of the house.
    (f"{OUT}/publish/", {"acceptance": "Read.", "public_from": "yesterday"}),
    (f"{OUT}/publish/", {"acceptance": "Read."}),
    (f"{OUT}/publish/", APPROVED),
    (f"{OUT}/publish/", {"retitled": "Rain gardens, corrected", **APPROVED}),
    (f"{OUT}/publish/", {"correction_note": "A figure.", **APPROVED}),
    (f"{OUT}/publish/", {"retitled": "Rain gardens, again", **CORRECTED, "public_from": "2001-01-01T09:00"}),
    (f"{OUT}/publish/", {**CORRECTED, "public_from": "2099-01-01T09:00"}),
    (f"{OUT}/publish/", {"take-back": "1"}),
    (f"{ISSUE}/embargo/", {"public_from": "2099-01-01T09:00", "note": "Later."}),
    (f"{ISSUE}/withdraw/", {"note": " "}),
    (f"{ISSUE}/withdraw/", {"note": "Wrong."}),
    (f"{ISSUE}/withdraw/", {"note": "Again."}),
    (f"{ISSUE}/restore/", {"note": "It was right."}),
    (f"{ISSUE}/restore/", {"note": "Again."}),
    (f"{OTHER}/publish/", {"acceptance": "Read.", "public_from": "2099-01-01T09:00"}),
    ("/admin/bulletins/publication/90004/embargo/", {"public_from": "2098-01-01T09:00", "note": ""}),
    ("/admin/bulletins/publication/90004/embargo/", {"public_from": "2098-01-01T09:00", "note": "Sooner."}),
    # Into the bin and out of it.
    (f"{OUT}/delete/", {"post": "yes"}),
    (f"{DRAFT}/delete/", {"post": "yes"}),
    (f"{DRAFT}/change/", None),
    (f"{DRAFT}/review/", {"move": "hand in"}),
    ("/admin/bulletins/bulletin/bin/", {"draft": "80000"}),
    ("/admin/bulletins/bulletin/bin/", {"draft": "90001"}),
    ("/admin/bulletins/bulletin/bin/", {"draft": "90001"}),
    ("/admin/bulletins/bulletin/", SEVERAL),
    # Two forums that are one.
    (f"{FORUM}/merge/", None),
    (f"{FORUM}/merge/", {"kept": "90002", "look": "1"}),
    (f"{FORUM}/merge/", {"kept": "90001", "look": "1"}),
    (f"{FORUM}/merge/", {"kept": "90001", "merge": "1"}),
    (f"{FORUM}/merge/", {"kept": "90001", "merge": "1"}),
    # Two people that may be one.
    (f"{PEOPLE}/", {"keep": "90001", "merge": "90001"}),
    (f"{PEOPLE}/", {"keep": "90001", "merge": "one"}),
    (f"{PEOPLE}/", {"apart": "90001", "from": "90002"}),
    (f"{PEOPLE}/", {"keep": "90001", "merge": "90002"}),
    (f"{PEOPLE}/", {"keep": "90001", "merge": "90002"}),
    (f"{PEOPLE}/", {"undo": "90001"}),
    (f"{PEOPLE}/", {"undo": "90001"}),
)  # fmt: skip


def answered(client, address, data):
    """Give what becomes of an act: the answer's status and way, its messages, and what its form has to say."""
    if data and "retitled" in data:
        number = address.split("/")[4]
        Bulletin.objects.filter(pk=number).update(title=data["retitled"])
    answer = client.get(address) if data is None else client.post(address, data)
    told = [f"{answer.status_code} {answer.headers.get('Location', '')}".strip()]
    form = (answer.context or {}).get("form")
    told += [f"{name}: {error}" for name, errors in (form.errors if form else {}).items() for error in errors]
    told += [f"{one.level_tag}: {one}" for one in get_messages(answer.wsgi_request)]
    client.cookies.pop("messages", None)  # as a page that has shown them
    return told


def test_every_act_answers_as_the_list_says(counted_from_one_number, client):
    chief = make_user("chief", is_superuser=True)
    make_user("clara", is_superuser=True, email="clara@example.org")
    edition = make_edition(make_forum(slug="rain", name="Rain Forum"))
    make_session(edition, title="Morning")
    for _ in range(3):
        make_bulletin(edition, created_by=chief)
    make_speaker("berg-a", given_name="A.")
    make_session(
        make_edition(make_forum(slug="yu", name="雨论坛", publisher="雨"), year=2025), title="Evening"
    )
    client.force_login(User.objects.get(username="chief"))

    rows, lines = Rows(but=OF_PUBLICATIONS), []
    for address, data in ACTS:
        lines += [f"{address} {data}", *(f"    {line}" for line in answered(client, address, data))]
        lines += [f"        {line}" for line in rows.changed()]
    lines += [f"{one}: {one.state}" for one in Bulletin.with_bin.order_by("pk")]
    lines += [f"{one}, {one.title}: {one.state}" for one in Publication.objects.order_by("pk")]
    lines += [f"{one.slug} {one.merged_into}" for one in Speaker.objects.order_by("pk")]
    text = "\n".join(lines) + "\n"

    assert text == as_kept(KEPT, text)
