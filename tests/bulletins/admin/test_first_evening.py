"""The first evening: an empty site leads to its first bulletin, and nobody is led to what they may not do."""

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.urls import reverse

from bulletins.groups import make_groups
from bulletins.models import Bulletin
from bulletins.publishing.publication import Approval, publish
from bulletins.publishing.withdrawal import withdraw
from tests.factories import make_bulletin, make_edition, make_session, make_speaker, make_user

pytestmark = pytest.mark.django_db
SAID = Approval(acceptance="Read.", correction_note="The title.")


@pytest.fixture
def rapporteur(client):
    make_groups(Group, Permission)
    user = make_user("rapporteur")
    user.groups.set(Group.objects.filter(name="Rapporteurs"))
    client.force_login(User.objects.get(pk=user.pk))
    return client


def done(client):
    return [step.done for step in client.get("/admin/").context["desk"]["steps"]]


def test_an_empty_site_leads_from_the_forum_to_the_first_bulletin(client, editor):
    client.force_login(editor)
    seen = [done(client)]
    edition = make_edition()
    seen.append(done(client))
    make_session(edition)
    make_speaker()
    seen.append(done(client))
    make_bulletin(edition)

    assert seen == [[False] * 5, [True, True, False, False, False], [True, True, True, True, False]]
    assert done(client) == []


def test_who_lacks_the_right_to_a_step_is_told_so(rapporteur):
    page = rapporteur.get("/admin/").content.decode()

    assert page.count("Ask an administrator to do it") == 3
    assert reverse("admin:forum_forum_add") not in page


def test_sidebar_and_buttons_lead_to_nothing_that_is_refused(rapporteur):
    bulletin = make_bulletin()
    pages = ["/admin/", reverse("admin:bulletins_bulletin_findings", args=[bulletin.pk])]

    for page in pages:
        text = rapporteur.get(page).content.decode()
        for name in ("auth_user_changelist", "auth_group_changelist", "forum_session_programme"):
            assert reverse(f"admin:{name}") not in text
        assert reverse("admin:bulletins_bulletin_publish", args=[bulletin.pk]) not in text


def test_what_is_refused_or_not_there_has_a_page_with_a_way_back(rapporteur):
    for address, status in ((reverse("admin:auth_user_changelist"), 403), ("/admin/nowhere/", 404)):
        answer = rapporteur.get(address)

        assert answer.status_code == status
        assert f'href="{reverse("admin:index")}"' in answer.content.decode()


def test_a_corrected_bulletin_stands_once_among_those_published(client, editor):
    client.force_login(editor)
    bulletin = make_bulletin()
    publish(bulletin, by=editor, approval=SAID)
    Bulletin.objects.update(title="Corrected")
    second = publish(bulletin, by=editor, approval=SAID)

    assert list(client.get("/admin/").context["desk"]["published"]) == [second]


@pytest.mark.parametrize("withdrawn", [False, True])
def test_only_what_is_withdrawn_is_put_back_and_only_what_is_not_is_withdrawn(client, editor, withdrawn):
    client.force_login(editor)
    publication = publish(make_bulletin(), by=editor, approval=SAID)
    if withdrawn:
        withdraw(publication.bulletin, by=editor, note="Wrong.")

    page = client.get(reverse("admin:bulletins_publication_change", args=[publication.pk])).content.decode()

    names = ("withdraw", "restore")
    shown = [reverse(f"admin:bulletins_publication_{name}", args=[publication.pk]) in page for name in names]
    assert shown == [not withdrawn, withdrawn]


def test_a_new_bulletin_is_offered_the_sessions_of_its_edition_by_day(client, editor):
    client.force_login(editor)
    session = make_session(make_edition(), title="Rain")
    make_session(make_edition(), title="Elsewhere")

    with_edition = client.get(reverse("admin:bulletins_bulletin_add"), {"edition": session.edition_id})
    without = client.get(reverse("admin:bulletins_bulletin_add"))

    offered = [
        list(page.context["adminform"].form.fields["sessions"].choices) for page in (with_edition, without)
    ]
    assert offered == [[(session.pk, "11/18/2026 · Rain")], []]


def test_positions_are_edited_as_from_and_until(client, editor):
    client.force_login(editor)

    page = client.get(reverse("admin:speakers_speaker_add")).content.decode()

    assert '<label>from <input type="date" name="positions-__prefix__-held_0" value=""></label>' in page
    assert '<label>until <input type="date" name="positions-__prefix__-held_1" value=""></label>' in page
