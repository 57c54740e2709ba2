"""Speakers in the admin: what they said, and who is there twice."""

import pytest
from django.urls import reverse

from bulletins.publishing.publication import Approval, publish
from speakers.models import Namesakes, Speaker, SpeakerMerge
from tests.factories import hold, make_bulletin, make_speaker

pytestmark = pytest.mark.django_db
SAID = Approval(acceptance="Read.")


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_speakers_tells_positions_and_statements_with_a_constant_number_of_queries(
    client, editor, count, django_assert_num_queries
):
    client.force_login(editor)
    publish(make_bulletin(), by=editor, approval=SAID)
    for number in range(count - 1):
        make_speaker(f"speaker-{number}", family_name=f"Person{number}")
    hold(Speaker.objects.get(slug="berg-ada"), "Dean")
    address = reverse("admin:speakers_speaker_changelist")
    client.get(address)

    with django_assert_num_queries(10):
        page = client.get(address).content.decode()

    assert ("Dean, Academy of Rain" in page, page.count('class="field-statements')) == (True, count)


def test_duplicates_are_merged_and_taken_apart_from_one_page(client, editor):
    client.force_login(editor)
    kept, merged = make_speaker(), make_speaker("berg-adda", given_name="Adda")
    address = reverse("admin:speakers_speaker_duplicates")
    page = client.get(address).content.decode()

    client.post(address, {"keep": kept.pk, "merge": merged.pk})
    after = list(Speaker.objects.present())
    client.post(address, {"undo": SpeakerMerge.objects.get().pk})

    assert ("Keep Adda Berg" in page, after, Speaker.objects.present().count()) == (True, [kept], 2)


def test_who_was_told_apart_is_asked_about_no_more_until_that_is_taken_back(client, editor):
    client.force_login(editor)
    one, other = make_speaker(), make_speaker("berg-adda", given_name="Adda")
    address = reverse("admin:speakers_speaker_duplicates")

    client.post(address, {"apart": other.pk, "from": one.pk})
    told = client.get(address).content.decode()
    client.post(address, {"doubt": Namesakes.objects.get().pk})
    again = client.get(address).content.decode()

    assert ["Keep Adda Berg" in page for page in (told, again)] == [False, True]
    assert ("Ada Berg · Adda Berg" in told, Namesakes.objects.count()) == (True, 0)


@pytest.mark.parametrize("sent", [{"undo": "x"}, {"keep": "x", "merge": "1"}, {"undo": "9" * 30}, {}])
def test_only_people_who_are_there_are_merged(client, knock, sent):
    assert client.post(reverse("admin:speakers_speaker_duplicates"), sent).status_code == 404
