"""The page where an archive moves in."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from bulletins.models import Bulletin
from forum.models import Session
from speakers.models import Speaker
from tests.bulletins.drafts.test_archive import ISSUE

pytestmark = pytest.mark.django_db
ADDRESS = "admin:bulletins_bulletin_import_archive"


def upload(number):
    return SimpleUploadedFile(f"{number}.md", ISSUE.format(number=number).encode())


def test_many_files_come_in_at_once_and_the_page_tells_of_each(client, editor):
    client.force_login(editor)
    files = [upload(1), upload(2), SimpleUploadedFile("empty.md", b"")]

    answer = client.post(reverse(ADDRESS), {"manuscripts": files})

    outcomes = [outcome for outcome, _findings in answer.context["outcomes"]]
    assert [(one.name, one.became, one.why) for one in outcomes] == [
        ("1.md", "draft", ""),
        ("2.md", "draft", ""),
        ("empty.md", "refused", "The file is empty."),
    ]
    assert {one.created_by for one in Bulletin.objects.all()} == {editor}


def test_no_session_is_made_for_the_speakers_of_an_archive(client, editor):
    client.force_login(editor)
    client.post(reverse(ADDRESS), {"manuscripts": [upload(1)]})

    assert (Speaker.objects.count(), Session.objects.count()) == (1, 0)


def test_the_script_sends_file_by_file_and_gets_the_rows_alone(client, editor):
    client.force_login(editor)

    answer = client.post(reverse(ADDRESS), {"manuscripts": upload(1), "step": 1})
    nothing = client.post(reverse(ADDRESS), {"step": 1})

    assert (answer.content.count(b"<tr"), b"<html" in answer.content, nothing.status_code) == (1, False, 400)
