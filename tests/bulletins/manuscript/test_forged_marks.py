"""Files of our own whose marks somebody changed, and our own JSON: what no bulletin can hold never gets in."""

import json

import msgspec
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from bulletins import manuscript
from bulletins.document import Document, Imprint, Text
from bulletins.document_json import from_json, to_json, validated
from bulletins.drafts.importing import import_document
from bulletins.manuscript.blocks import Reading
from bulletins.markers import COMMENT
from bulletins.models import Topic
from bulletins.rendering.markdown import render_markdown
from tests.factories import document, make_user

FORGED = [
    {"topics": [["a/b"]]},
    {"topics": [["x" * 200]]},
    {"topics": [[""]]},
    {"topics": [["a\u0000b"]]},
    {"topics": [["a\n"]]},
    {"edition": 10**8},
    {"edition": -5},
    {"edition": 10**30},
    {"forum": "Rain\u0000"},
    {"forum": "x" * 201},
    {"keys": ["x" * 401]},
    {"sessions": [{"key": "1", "title": "Rain\ufffe"}]},
    {"strangers": ["\uffff"]},
]


def our_file(**marks):
    """A Markdown file of ours, its marks changed."""
    text = render_markdown(document(), Imprint()).decode()
    start = text.index(COMMENT) + len(COMMENT)
    end = text.index("-->", start)
    changed = json.dumps(json.loads(text[start:end]) | marks).replace("--", "\\u002d\\u002d")
    return f"{text[:start]} {changed} {text[end:]}".encode()


def test_our_own_file_is_read_by_its_marks():
    assert manuscript.read_bytes(our_file(), "rain.md") == manuscript.Reading(document())


@pytest.mark.parametrize(
    "marks", FORGED, ids=[f"{name}-{place}" for place, one in enumerate(FORGED) for name in one]
)
def test_marks_that_no_bulletin_can_hold_are_not_believed(marks):
    reading = manuscript.read_bytes(our_file(**marks), "rain.md")

    assert "marks-broken" in [finding.code for finding in reading.findings]
    assert (reading.document.edition, reading.document.forum) == (None, None)
    assert validated(reading.document) == reading.document


@pytest.mark.django_db
@pytest.mark.parametrize(
    "marks", FORGED, ids=[f"{name}-{place}" for place, one in enumerate(FORGED) for name in one]
)
def test_the_import_door_takes_them_or_says_what_is_missing(client, marks):
    client.force_login(make_user("chief", is_superuser=True))
    file = SimpleUploadedFile("rain.md", our_file(**marks))

    answer = client.post(reverse("admin:bulletins_bulletin_import_manuscript"), {"manuscript": file})

    assert answer.status_code in {200, 302}
    assert [topic.slug for topic in Topic.objects.all() if not topic.slug.replace("-", "").isalnum()] == []


def test_our_own_json_comes_back_as_it_was():
    assert manuscript.read_bytes(to_json(document()), "issue.json") == manuscript.Reading(document())


@pytest.mark.parametrize(
    "forged",
    [
        b'"edition":2026' + b"0" * 30,
        b'"title":"Rain\\u0000"',
        b'"title":"Rain\xef\xbf\xbe"',
        b'"title":"Rain\\ud800"',
        b'"sections":[{"points":[{"topics":["a/b"]}]}]',
        b'"title":' + b"[" * 50_000,
        b'"roster":[' + b'{"speaker":"a","name":"b"},' * 6000 + b'{"speaker":"a","name":"b"}]',
        b'"title":"' + b"x" * 5000 + b'"',
    ],
    ids=["year", "NUL", "no character", "half a pair", "topic", "deep", "many", "long"],
)
def test_json_that_is_no_bulletin_is_refused_with_its_place(forged):
    data = b'{"schema":"rapporteur/document/1",' + forged + b"}"

    with pytest.raises(manuscript.ManuscriptError) as caught:
        manuscript.read_bytes(data, "issue.json")

    assert caught.value.code == "out-of-bounds"


@pytest.mark.parametrize(
    "broken",
    [
        {"title": "Rain\x00"},
        {"title": "Rain\ufffe"},
        {"title": "Rain\ud800"},
        {"lede": ((Text("\x07"),),)},
        {"edition": 10**8},
        {"number": 0},
        {"number": 2**31},
        {"forum": "x" * 201},
    ],
)
def test_a_document_made_otherwise_is_checked_before_it_becomes_a_draft(db, broken):
    made = msgspec.structs.replace(document(), **broken)

    with pytest.raises(msgspec.ValidationError):
        validated(made)
    with pytest.raises(msgspec.ValidationError):
        import_document(Reading(made), "0" * 64)


def test_what_is_stored_is_read_by_the_same_bounds():
    assert from_json(to_json(Document(title="雨\t\n"))) == Document(title="雨\t\n")
