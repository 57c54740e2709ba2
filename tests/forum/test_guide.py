"""The editors' guide: in the checkout, and in the admin under Help, in both languages."""

import re
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.utils import translation

from forum.guide import guide

ROOT = Path(__file__).resolve().parents[2]
FILES = {"en": ROOT / "docs" / "editing.md", "zh-hans": ROOT / "docs" / "editing.zh-hans.md"}
every_language = pytest.mark.parametrize("language", FILES)


def headings(language):
    return re.findall(r"^(#+) ", FILES[language].read_text(), re.MULTILINE)


def words_of_the_pages(language):
    """Every sentence that a page may show, in a language."""
    folder = ROOT / "forum" / "locale" / "zh_Hans" / "LC_MESSAGES"
    entries = "".join((folder / name).read_text() for name in ("django.po", "djangojs.po"))
    entries = re.sub(r'"\n"', "", entries)
    return set(re.findall(rf'^{"msgid" if language == "en" else "msgstr"} "(.+)"$', entries, re.MULTILINE))


def test_both_languages_have_the_same_parts():
    assert headings("en") == headings("zh-hans")


@every_language
def test_every_picture_is_there_and_none_lies_about(language):
    shown = set(re.findall(r"guide/([\w.-]+\.png)", FILES[language].read_text()))
    kept = {path.name for path in (ROOT / "forum/static/forum/guide").glob(f"*.{language}.png")}

    assert shown == kept


def test_what_the_guide_calls_by_name_is_called_so_on_the_pages():
    named = {
        "en": re.findall(r"(?<!\*)\*(\w[^*]+)\*(?!\*)", FILES["en"].read_text()),
        "zh-hans": re.findall(r"“([^”]*)”", FILES["zh-hans"].read_text()),
    }

    unknown = {
        language: [
            name
            for name in names
            for part in re.split(r"\s*→\s*", name)
            if part.lower() not in {one.lower() for one in words_of_the_pages(language)}
        ]
        for language, names in named.items()
    }

    assert unknown == {"en": [], "zh-hans": []}


@every_language
def test_help_shows_the_guide_to_whoever_signed_in(client, db, language):
    client.force_login(User.objects.create_user("ada", is_staff=True))
    page = client.get("/admin/help/", headers={"accept-language": language}).content.decode()

    with translation.override(language):
        contents = guide(language).contents
    assert len(contents) == headings(language).count("##")
    assert [f'<a href="#{anchor}">{heading}</a>' in page for anchor, heading in contents] == [True] * len(
        contents
    )
    assert re.findall(r'href="[^"]+\.md', page) == []
    assert "/static/forum/guide/desk." in page


def test_help_asks_strangers_to_sign_in(client, db):
    assert client.get("/admin/help/").status_code == 302
