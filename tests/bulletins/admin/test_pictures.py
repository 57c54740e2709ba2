"""Pictures of drafts: sent by a writer, and shown to those alone who may see the draft."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.factories import make_bulletin, make_user
from tests.figures import JPEG, figure

pytestmark = pytest.mark.django_db


def address(bulletin, name):
    return reverse("admin:bulletins_bulletin_picture", args=[bulletin.pk, name])


def test_a_picture_that_is_sent_is_kept_as_a_figure_and_shown_as_it_came(client, knock):
    bulletin, shown = make_bulletin(), figure(JPEG)

    sent = knock(bulletin, "picture", picture=SimpleUploadedFile("dam.jpg", JPEG)).json()["figure"]
    answer = client.get(address(bulletin, shown.name))

    assert {name: sent[name] for name in ("file", "media_type", "width", "height")} == {
        "file": shown.file,
        "media_type": "image/jpeg",
        "width": 48,
        "height": 20,
    }
    assert (answer.content, answer.headers["Content-Type"]) == (JPEG, "image/jpeg")
    assert answer.headers["Cache-Control"] == "private, max-age=86400, immutable"
    assert client.get(address(bulletin, f"{'0' * 64}.jpg")).status_code == 404


def test_a_picture_of_a_draft_is_not_shown_to_whoever_may_see_no_drafts(client, knock):
    bulletin = make_bulletin()
    knock(bulletin, "picture", picture=SimpleUploadedFile("dam.jpg", JPEG))
    client.force_login(make_user("stranger"))

    assert client.get(address(bulletin, figure(JPEG).name)).status_code == 403
