"""Chinese: every sentence has one, and it is the compiled one."""

import gettext
import re
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "forum" / "locale" / "zh_Hans" / "LC_MESSAGES"


def entries():
    """Sentences of the .po file with their translations, as written there."""
    text = (FOLDER / "django.po").read_text()
    string = r'((?:"(?:[^"\\]|\\.)*"\n?)+)'
    pairs = re.findall(
        rf"^msgid {string}(?:msgid_plural {string})?msgstr(?:\[0\])? {string}", text, re.MULTILINE
    )
    return {joined(one): joined(other) for one, _, other in pairs if joined(one)}


def joined(quoted):
    return "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', quoted)).replace('\\"', '"').replace("\\n", "\n")


def test_no_sentence_lacks_its_chinese():
    assert [sentence for sentence, chinese in entries().items() if not chinese] == []


def test_places_to_fill_in_are_the_same_in_both():
    places = re.compile(r"\{\w+\}|%\(\w+\)[sd]")
    assert [
        one for one, other in entries().items() if set(places.findall(one)) != set(places.findall(other))
    ] == []


def test_the_compiled_catalogue_is_up_to_date():
    with (FOLDER / "django.mo").open("rb") as compiled:
        catalogue = gettext.GNUTranslations(compiled)
    # gettext gives a sentence with a plural only to those who ask with a number.
    plurals = {
        joined(one)
        for one in re.findall(
            r'^msgid ("[^\n]*")\nmsgid_plural', (FOLDER / "django.po").read_text(), re.MULTILINE
        )
    }
    stale = [
        one for one, other in entries().items() if one not in plurals and catalogue.gettext(one) != other
    ]
    assert stale == []
