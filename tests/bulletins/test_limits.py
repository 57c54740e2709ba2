"""Rights may be limited to forums, and drafts to people: what is not one's own is as if it were not there."""

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.contrib.messages import get_messages
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from bulletins.admin.writing import DOORS
from bulletins.drafts.changes import apply_changes
from bulletins.drafts.importing import Target, import_document, import_into
from bulletins.drafts.rights import limit_readers
from bulletins.drafts.sheet import SetField
from bulletins.groups import make_groups
from bulletins.manuscript.blocks import Reading
from bulletins.models import Bulletin
from bulletins.publishing.publication import Approval, publish
from bulletins.publishing.withdrawal import restore, withdraw
from forum.models import Forum, ForumMembership, LedgerEntry
from forum.refusal import Refusal
from forum.rights import forums_of
from speakers.programme import Programme
from speakers.programme_import import import_programme
from tests.factories import document, make_bulletin, make_edition, make_forum, make_session, make_user

pytestmark = pytest.mark.django_db
READ = Approval(acceptance="Read.")
LOOKS = ("change", "preview", "findings", "publish", "readers", "history", "delete")


def member(name, *groups, forum=None):
    make_groups(Group, Permission)
    user = make_user(name)
    user.groups.set(Group.objects.filter(name__in=groups))
    if forum is not None:
        ForumMembership.objects.create(user=user, forum=forum)
    return User.objects.get(pk=user.pk)


@pytest.fixture
def here():
    return make_forum(slug="rain", name="Rain Forum")


@pytest.fixture
def there():
    return make_forum(slug="lamps", name="Forum of Lamps")


@pytest.fixture
def draft(there):
    bulletin = make_bulletin(make_edition(there), summarized_by=["Zyx Lund"])
    Bulletin.objects.filter(pk=bulletin.pk).update(title="Zyx gardens")
    return Bulletin.objects.get(pk=bulletin.pk)


@pytest.fixture
def limited(here, draft):
    """Somebody who does all that editors, publishers and clerks do, in one forum."""
    return member("limited", "Editors", "Publishers", "Clerks", forum=here)


def refused(verb):
    with pytest.raises(PermissionDenied):
        verb()


def test_who_has_no_limit_has_rights_in_every_forum_and_limits_of_groups_add_up(here, there):
    group = Group.objects.create(name="Lamp office")
    user = member("mira")
    assert forums_of(user) is None

    ForumMembership.objects.create(user=user, forum=here)
    assert forums_of(user) == {here.pk}

    ForumMembership.objects.create(group=group, forum=there)
    user.groups.add(group)
    assert forums_of(user) == {here.pk, there.pk}
    assert forums_of(make_user("chief", is_superuser=True)) is None


def test_verbs_refuse_what_is_done_in_another_forum(limited, draft, there):
    chief = make_user("chief", is_superuser=True)
    out = make_bulletin(draft.edition)
    publish(out, by=chief, approval=READ)

    refused(lambda: apply_changes(draft, [SetField("title", was="", now="A")], by=limited, seen=0))
    refused(lambda: publish(draft, by=limited, approval=READ))
    refused(lambda: withdraw(out, by=limited, note="Wrong."))
    refused(lambda: restore(out, by=limited))
    refused(lambda: import_into(draft, Reading(document()), by=limited))
    refused(lambda: import_document(Reading(document()), "0" * 64, Target(edition=draft.edition, by=limited)))
    refused(lambda: import_programme(Programme(), draft.edition, by=limited))
    refused(lambda: limit_readers(draft, by=limited))

    assert Bulletin.objects.get(pk=draft.pk).title == "Zyx gardens"
    assert Bulletin.objects.count() == 2


def test_the_same_verbs_are_carried_out_in_ones_own_forum(limited, here):
    own = make_bulletin(make_edition(here))

    publication = publish(own, by=limited, approval=READ)
    withdraw(own, by=limited, note="Wrong.")
    imported = import_document(
        Reading(document(title="B")), "1" * 64, Target(edition=own.edition, by=limited)
    )

    publication.refresh_from_db()
    assert (publication.withdrawn_by, imported.created) == (limited, True)


def test_who_is_limited_adds_no_forum_even_with_that_right(limited):
    limited.user_permissions.set(Permission.objects.filter(codename__in=["add_forum", "add_edition"]))
    limited = User.objects.get(pk=limited.pk)

    with pytest.raises(Refusal, match="may not add one"):
        import_document(
            Reading(document(forum="A Forum Nobody Knows", edition=2031)), "0" * 64, Target(by=limited)
        )

    assert Forum.objects.count() == 2


@pytest.mark.parametrize("look", LOOKS)
def test_a_draft_of_another_forum_opens_at_no_address(client, limited, draft, look):
    client.force_login(limited)

    answer = client.get(reverse(f"admin:bulletins_bulletin_{look}", args=[draft.pk]))

    assert answer.status_code in {302, 404}
    assert "Zyx" not in answer.content.decode()


@pytest.mark.parametrize("name", DOORS)
def test_a_draft_of_another_forum_answers_at_no_door(client, limited, draft, name):
    client.force_login(limited)
    address = reverse(f"admin:bulletins_bulletin_write_{name}", args=[draft.pk])

    assert [client.get(address).status_code, client.post(address).status_code] == [404, 404]


def test_drafts_editions_and_sessions_of_another_forum_are_in_no_list_search_or_choice(
    client, limited, draft, there
):
    make_session(draft.edition, title="Zyx session")
    client.force_login(limited)
    autocomplete = reverse("admin:autocomplete")
    choice = {"app_label": "bulletins", "model_name": "bulletin"}
    addresses = [
        (reverse("admin:index"), {}),
        (reverse("admin:bulletins_bulletin_changelist"), {}),
        (reverse("admin:bulletins_bulletin_changelist"), {"q": "Zyx"}),
        (reverse("admin:forum_forum_changelist"), {}),
        (reverse("admin:forum_edition_changelist"), {}),
        (reverse("admin:forum_session_changelist"), {}),
        (reverse("admin:forum_session_programme"), {}),
        (reverse("admin:bulletins_bulletin_import_manuscript"), {}),
        (reverse("admin:bulletins_bulletin_import_archive"), {}),
        (reverse("admin:forum_edition_add"), {}),
        (autocomplete, choice | {"field_name": "edition", "term": ""}),
        (autocomplete, choice | {"field_name": "sessions", "term": ""}),
        (reverse("admin:search"), {"s": "Zyx"}),
    ]

    pages = [client.get(*one) for one in addresses]

    assert [page.status_code for page in pages] == [200] * len(addresses)
    told = [page.content.decode().replace("?q=Zyx", "").replace('value="Zyx"', "") for page in pages]
    assert [
        address
        for address, text in zip(addresses, told, strict=True)
        if "Zyx gardens" in text or "Zyx session" in text or "Zyx Lund" in text or "Forum of Lamps" in text
    ] == []


@pytest.mark.usefixtures("draft")
def test_what_is_imported_goes_into_an_edition_of_ones_own_forum(client, limited, here):
    own = make_edition(here)
    client.force_login(limited)
    names = (
        "bulletins_bulletin_import_manuscript",
        "bulletins_bulletin_import_archive",
        "forum_session_programme",
    )

    forms = [client.get(reverse(f"admin:{name}")).context["form"] for name in names]

    assert [list(one.fields["edition"].queryset) for one in forms] == [[own]] * 3


def test_an_edition_of_another_forum_is_not_taken_by_its_id(client, limited, draft):
    client.force_login(limited)

    client.post(
        reverse("admin:bulletins_bulletin_add"), {"edition": draft.edition_id, "language": "en", "title": "B"}
    )

    assert Bulletin.objects.count() == 1


def test_a_draft_kept_to_some_is_seen_by_them_its_maker_and_who_kept_it(client, here):
    maker, keeper, guest, other = (member(name, "Editors") for name in ("maker", "keeper", "guest", "other"))
    office = Group.objects.create(name="Office")
    inside = member("inside", "Editors", "Office")
    draft = make_bulletin(make_edition(here), created_by=maker)

    limit_readers(draft, by=keeper, users=[guest], groups=[office])

    seen = {one.username: Bulletin.objects.visible_to(one).count() for one in User.objects.order_by("pk")}
    assert seen == {"maker": 1, "keeper": 1, "guest": 1, "other": 0, "inside": 1}
    refused(lambda: apply_changes(draft, [SetField("title", was="", now="A")], by=other, seen=0))
    assert LedgerEntry.objects.order_by("number").last().details == {
        "may see it": ["Office", "guest", "keeper"]
    }
    assert inside.is_staff

    limit_readers(draft, by=keeper)
    assert Bulletin.objects.visible_to(other).count() == 1


def test_the_page_that_keeps_a_draft_to_people_asks_and_does_it(client, here):
    editor, other = member("ada", "Editors"), member("ivo", "Editors")
    draft = make_bulletin(make_edition(here))
    client.force_login(editor)
    address = reverse("admin:bulletins_bulletin_readers", args=[draft.pk])

    page, answer = client.get(address), client.post(address, {"users": [editor.pk]})

    assert (page.status_code, answer.status_code) == (200, 302)
    assert [str(one) for one in get_messages(answer.wsgi_request)] == ["Who may see this draft is changed."]
    assert [Bulletin.objects.visible_to(one).count() for one in (editor, other)] == [1, 0]


def test_limits_are_set_on_the_page_of_a_user_by_who_has_none(client, here):
    chief, boss = member("chief", "Administrators"), member("boss", "Administrators", forum=here)
    user = member("mira", "Editors")
    address = reverse("admin:auth_user_change", args=[user.pk])
    client.force_login(chief)
    form = client.get(address).context["adminform"].form.initial
    sent = {
        "username": "mira",
        "is_active": "on",
        "is_staff": "on",
        "date_joined_0": f"{form['date_joined']:%Y-%m-%d}",
        "date_joined_1": f"{form['date_joined']:%H:%M:%S}",
        "memberships-TOTAL_FORMS": "1",
        "memberships-INITIAL_FORMS": "0",
        "memberships-0-forum": here.pk,
    }

    client.post(address, sent)
    assert forums_of(user) == {here.pk}

    ForumMembership.objects.filter(user=user).delete()
    client.force_login(boss)
    client.post(address, sent)
    assert forums_of(user) is None
