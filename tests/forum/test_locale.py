"""Chinese: every sentence has one, and it is the compiled one."""

import gettext
import re
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "forum" / "locale" / "zh_Hans" / "LC_MESSAGES"


def entries_in_full():
    """Sentences of the .po file, with their contexts and plurals, and their translations, as written there."""
    text = (FOLDER / "django.po").read_text()
    string = r'((?:"(?:[^"\\]|\\.)*"\n?)+)'
    found = re.findall(
        rf"^(?:msgctxt {string})?^msgid {string}(?:msgid_plural {string})?msgstr(?:\[0\])? {string}",
        text,
        re.MULTILINE,
    )
    rows = [tuple(map(joined, row)) for row in found]
    return [((context, one, plural), other) for context, one, plural, other in rows if one]


def entries():
    """Sentences with their translations."""
    return {one: other for (_, one, _), other in entries_in_full()}


def compiled_form(catalogue, context, sentence, plural):
    """The translation of a sentence, or of the form for one, as compiled."""
    key = f"{context}\x04{sentence}" if context else sentence
    return catalogue.ngettext(key, plural, 1) if plural else catalogue.gettext(key)


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
    stale = [
        sentence
        for (context, sentence, plural), chinese in entries_in_full()
        if chinese != compiled_form(catalogue, context, sentence, plural)
    ]
    assert stale == []
