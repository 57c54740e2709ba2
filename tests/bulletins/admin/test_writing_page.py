"""What the writing page starts with: what typing does there, and the draft with its surroundings."""

import json

import pytest
from django.contrib.auth.models import Permission
from django.test import RequestFactory
from django.urls import reverse

from bulletins.admin.writing_page import MODULES, import_map, mode_of, page_data
from bulletins.drafts.proposing import propose
from bulletins.drafts.sheet import SetField
from bulletins.models import Topic
from tests.factories import document, make_bulletin, make_session, make_user

TITLE = document().title


@pytest.mark.parametrize(
    ("address", "may_write", "mode"),
    [
        ("/", True, "write"),
        ("/", False, "read"),
        ("/?suggest", True, "suggest"),
        ("/?suggest", False, "suggest"),
    ],
)
def test_typing_changes_suggests_or_does_nothing(address, may_write, mode):
    assert mode_of(RequestFactory().get(address), may_write) == mode


def test_the_scripts_find_each_other_by_name():
    addresses = json.loads(import_map())["imports"]

    assert sorted(addresses) == sorted(
        ["django-prose-editor/editor", *(f"rapporteur/{name}" for name in MODULES)]
    )
    assert addresses["rapporteur/whose"].endswith("forum/writing/whose.js")


@pytest.mark.django_db
def test_the_page_of_a_draft_is_to_write_on_or_to_remark_on_and_else_leads_to_what_one_reads(client):
    bulletin, told = make_bulletin(), {}
    addresses = [
        reverse(f"admin:bulletins_bulletin_{name}", args=[bulletin.pk]) for name in ("change", "preview")
    ]
    for right in ("change_bulletin", "review_bulletin", "view_bulletin"):
        user = make_user(right)
        user.user_permissions.set(Permission.objects.filter(codename__in=["view_bulletin", right]))
        client.force_login(user)
        page = client.get(addresses[0])
        told[right] = page.context["page"]["mode"] if page.status_code == 200 else page.headers["Location"]

    assert told == {"change_bulletin": "write", "review_bulletin": "read", "view_bulletin": addresses[1]}


@pytest.mark.django_db
def test_the_page_has_the_draft_as_it_is_or_as_it_is_suggested_and_what_may_be_chosen(editor):
    bulletin = make_bulletin()
    wider = Topic.objects.create(slug="water", name="Water", names={"zh": "水"})
    Topic.objects.create(slug="drainage", name="Drainage", parent=wider)
    session = make_session(bulletin.edition, title="Rain at noon")
    propose(bulletin, [SetField("title", was=TITLE, now="Snow")], by=editor, seen=0)
    bulletin.refresh_from_db()

    def page(address):
        request = RequestFactory().get(address)
        request.user = editor
        return page_data(request, bulletin, may_write=True)

    plain, suggesting = page("/"), page("/?suggest")
    assert [(one["mode"], one["sheet"]["title"]) for one in (plain, suggesting)] == [
        ("write", TITLE),
        ("suggest", "Snow"),
    ]
    assert (plain["base"], suggesting["base"]["title"]) == (None, TITLE)
    assert (plain["id"], plain["user"], plain["may_write"]) == (bulletin.pk, "editor", True)
    assert list(plain["topics"]) == [
        {"slug": "water", "name": "Water", "parent": False},
        {"slug": "drainage", "name": "Drainage", "parent": True},
    ]
    assert list(plain["sessions"]) == [{"id": session.pk, "title": "Rain at noon", "day": "2026-11-18"}]
    assert [one["speaker"] for one in plain["roster"]] == ["berg-ada"]
    assert plain["mastheads"]["en"] == {
        "publisher": "Office of the Forum",
        "edition": f"{bulletin.edition.forum.name} 2026",
    }
    assert plain["urls"]["pictures"] == f"/admin/bulletins/bulletin/{bulletin.pk}/pictures/"
