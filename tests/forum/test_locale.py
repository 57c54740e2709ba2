"""Chinese: every sentence of the pages and of their scripts has one, and it is the compiled one."""

import gettext
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import unfold
from babel.messages.pofile import read_po
from django.contrib import admin

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "forum" / "locale" / "zh_Hans" / "LC_MESSAGES"
LIBRARIES = ROOT / "forum" / "locale" / "libraries" / "zh_Hans" / "LC_MESSAGES"
DOMAINS = ("django", "djangojs")

every_domain = pytest.mark.parametrize("domain", DOMAINS)


def entries_in_full(domain, folder=FOLDER):
    """Sentences of a .po file, with their contexts and plurals, and their translations, as written there."""
    text = (folder / f"{domain}.po").read_text()
    string = r'((?:"(?:[^"\\]|\\.)*"\n?)+)'
    found = re.findall(
        rf"^(?:msgctxt {string})?^msgid {string}(?:msgid_plural {string})?msgstr(?:\[0\])? {string}",
        text,
        re.MULTILINE,
    )
    rows = [tuple(map(joined, row)) for row in found]
    return [((context, one, plural), other) for context, one, plural, other in rows if one]


def entries(domain):
    """Sentences with their translations."""
    return {one: other for (_, one, _), other in entries_in_full(domain)}


def compiled_form(catalogue, context, sentence, plural):
    """The translation of a sentence, or of the form for one, as compiled."""
    key = f"{context}\x04{sentence}" if context else sentence
    return catalogue.ngettext(key, plural, 1) if plural else catalogue.gettext(key)


def joined(quoted):
    return "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', quoted)).replace('\\"', '"').replace("\\n", "\n")


def sentences_of_scripts():
    """The sentences that our scripts ask the catalogue for."""
    calls = r'\b(?:gettext|ngettext)\(\s*("(?:[^"\\]|\\.)*")'
    scripts = [path.read_text() for path in (ROOT / "forum" / "static").rglob("*.js")]
    return {json.loads(literal) for script in scripts for literal in re.findall(calls, script)}


@every_domain
def test_no_sentence_lacks_its_chinese(domain):
    assert [sentence for sentence, chinese in entries(domain).items() if not chinese] == []


@every_domain
def test_places_to_fill_in_are_the_same_in_both(domain):
    places = re.compile(r"\{\w+\}|%\(\w+\)[sd]")
    assert [
        one
        for one, other in entries(domain).items()
        if set(places.findall(one)) != set(places.findall(other))
    ] == []


@pytest.mark.parametrize(
    ("domain", "folder"), [("django", FOLDER), ("djangojs", FOLDER), ("django", LIBRARIES)]
)
def test_the_compiled_catalogue_is_up_to_date(domain, folder):
    with (folder / f"{domain}.mo").open("rb") as compiled:
        catalogue = gettext.GNUTranslations(compiled)
    stale = [
        sentence
        for (context, sentence, plural), chinese in entries_in_full(domain, folder)
        if chinese != compiled_form(catalogue, context, sentence, plural)
    ]
    assert stale == []


def test_what_libraries_say_is_still_said_by_one():
    folders = [Path(unfold.__file__).parent, Path(admin.__file__).parent]
    sources = [
        path.read_text() for folder in folders for end in ("py", "html") for path in folder.rglob(f"*.{end}")
    ]
    said = " ".join(" ".join(sources).replace('\\"', '"').replace("\\'", "'").split())
    sentences = [one for (_, one, _), _ in entries_in_full("django", LIBRARIES)]

    def stands(sentence):
        # A template writes its places to fill in as {{ name }}.
        parts = re.split(r"%\(\w+\)s", " ".join(sentence.split()))
        return all(part.strip() in said for part in parts)

    assert [one for one in sentences if not stands(one)] == []


def test_the_scripts_catalogue_has_what_they_say_and_nothing_else():
    assert set(entries("djangojs")) == sentences_of_scripts()
    assert len(sentences_of_scripts()) > 80


def test_scripts_get_our_own_sentences_in_the_readers_language_with_plurals(client):
    english = client.get("/admin/catalogue.js")
    chinese = client.get("/admin/catalogue.js", headers={"accept-language": "zh-hans"})

    assert '"Two versions": "\\u4e24\\u4e2a\\u7248\\u672c"' in chinese.text
    assert ("\\u" in english.text, "January" in english.text) == (False, False)
    assert english.headers["Content-Type"].startswith("text/javascript")


def test_a_catalogue_that_a_browser_has_is_not_sent_again(client):
    first = client.get("/admin/catalogue.js")
    again = client.get("/admin/catalogue.js", headers={"if-none-match": first.headers["ETag"]})
    other = client.get(
        "/admin/catalogue.js", headers={"if-none-match": first.headers["ETag"], "accept-language": "zh-hans"}
    )

    assert (first.status_code, again.status_code, other.status_code) == (200, 304, 200)


@pytest.mark.slow
def test_the_catalogue_has_what_the_code_says_and_nothing_else(tmp_path):
    if shutil.which("xgettext") is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("there is no gettext on this machine")
    for folder in ("bulletins", "forum", "speakers", "templates"):
        shutil.copytree(
            ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("static", "locale", "__pycache__")
        )
    (tmp_path / "forum" / "locale").mkdir()
    shutil.copy(ROOT / "manage.py", tmp_path)
    collect = ["manage.py", "makemessages", "--locale=zh_Hans", "--no-location"]
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "forum.settings"}
    subprocess.run([sys.executable, *collect], cwd=tmp_path, env=environment, check=True, capture_output=True)

    with (FOLDER / "django.po").open("rb") as ours, next(tmp_path.rglob("django.po")).open("rb") as collected:
        told, said = (
            {(one.context, one.id) for one in read_po(file) if one.id} for file in (ours, collected)
        )

    assert (said - told, told - said) == (set(), set())
