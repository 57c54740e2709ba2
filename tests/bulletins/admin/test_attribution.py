"""The page on which an editor sees whose each sentence is, and gives some to others."""

import pytest

from bulletins.models import Bulletin, Statement
from bulletins.publishing.publication import Approval, publish
from tests.factories import make_bulletin, make_user

pytestmark = pytest.mark.django_db
PART = "sections[0].points[0]"


@pytest.fixture
def address(client, editor, edition):
    client.force_login(editor)
    return f"/admin/bulletins/bulletin/{make_bulletin(edition).pk}/who-said-it/"


def sentences(client, address):
    return [
        (one.value, one.names)
        for part in client.get(address).context["parts"]
        for one in part.sentences
        if one.value.startswith(PART)
    ]


def give(client, address, place, to, text=None):
    [found] = [
        one
        for part in client.get(address).context["parts"]
        for one in part.sentences
        if one.value == f"{PART}:{place}"
    ]
    data = {"sentence": found.value, f"text-{found.value}": text or found.text, "to": to, "also": ""}
    return client.post(address, data)


def test_each_sentence_is_listed_with_those_who_said_it(client, address):
    assert sentences(client, address) == [(f"{PART}:0", ()), (f"{PART}:1", ("Ada Berg",))]


def test_a_chosen_sentence_changes_hands(client, address):
    give(client, address, 0, "berg-ada")
    give(client, address, 1, "-")
    assert sentences(client, address) == [(f"{PART}:0", ("Ada Berg",)), (f"{PART}:1", ())]


def test_without_a_chosen_sentence_it_says_so_and_keeps_everything(client, address):
    page = client.post(address, {"to": "berg-ada"})
    assert page.context["form"].non_field_errors() == ["Choose the sentences first."]


def test_words_that_were_changed_meanwhile_stay_whose_they_were(client, address):
    page = give(client, address, 0, "berg-ada", text="Other words.")
    assert page.context["form"].non_field_errors() == ["Somebody changed these words meanwhile. Look again."]
    assert sentences(client, address)[0] == (f"{PART}:0", ())


def test_after_publication_it_is_a_correction_that_readers_see(client, address, editor):
    bulletin = Bulletin.objects.get()
    publish(bulletin, by=editor, approval=Approval(acceptance="Read."))
    before = Statement.objects.count()
    give(client, address, 1, "-")
    note = Approval(acceptance="Read.", correction_note="Nobody said so.", correction_kind="credit")
    publish(Bulletin.objects.get(), by=editor, approval=note)

    page = client.get("/rain/2026/1/v2/changes/v1/").content.decode()
    assert ("from here on nobody’s words" in page, before, Statement.objects.count()) == (True, 1, 0)


def test_who_may_not_write_does_not_see_it(client, address):
    client.force_login(make_user("reader"))
    assert client.get(address).status_code == 403
