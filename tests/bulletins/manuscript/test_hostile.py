"""Files that are no bulletins, or worse: one clear sentence, never a traceback."""

import io
import time
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bulletins.document import Document, Imprint
from bulletins.manuscript import ManuscriptError, Reading, outline_of_reading, read, read_bytes
from bulletins.rendering.word import render_word

NAMES = st.sampled_from(["a.md", "a.docx", "a.odt", "a.html", "a.txt", "a", "a.exe"])
WORD = render_word(Document(title="Lamps", number=3), Imprint())


def archive(**parts):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name.replace("__", "/").replace("_", "."), content)
    return target.getvalue()


def tried(data, name):
    """The outline's schema, or the code of the clear sentence."""
    try:
        return outline_of_reading(read_bytes(data, name))["schema"]
    except ManuscriptError as error:
        return error.code


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"<!doctype html><body><p></p></body>", "empty"),
        (b"%PDF-1.7 ...", "damaged"),
        (b"{\\rtf1 hello}", "not-readable"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old-word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (bytes(range(256)) * 4, "binary"),
        (b"x" * (21 << 20), "too-big"),
        (archive(word__document_xml=b"\0" * (81 << 20)), "too-big"),
        (archive(note_txt=b"hello"), "not-readable"),
        (archive(content_xml=b"<x/>", META__INF="x"), "damaged"),
        (archive(word__document_xml=b"not xml"), "damaged"),
        (WORD[: len(WORD) // 2], "damaged"),
    ],
    ids=[
        "nothing",
        "spaces",
        "empty page",
        "PDF",
        "RTF",
        "old Word",
        "protected",
        "binary",
        "huge",
        "zip bomb",
        "some archive",
        "hollow ODT",
        "hollow Word",
        "half a file",
    ],
)
def test_what_is_no_bulletin_gets_one_clear_sentence(data, code):
    assert tried(data, "bulletin.docx") == code


def test_json_of_another_kind_is_refused_and_never_printed_as_text():
    outline = b'{"schema": "rapporteur/outline/1", "title": "Rain"}'

    with pytest.raises(ManuscriptError) as refused:
        read_bytes(outline, "rain.json")

    assert refused.value.code == "not-readable"


def test_the_sentence_can_be_translated():
    with pytest.raises(ManuscriptError) as caught:
        read_bytes(b"x" * (21 << 20), "b.md")

    assert str(caught.value) == caught.value.template.format(limit="20")


def test_a_file_that_is_not_there_is_said_plainly(tmp_path):
    with pytest.raises(ManuscriptError, match="cannot be opened"):
        read(tmp_path / "nowhere.md")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_chinese_text_is_read_in_every_usual_encoding(encoding):
    text = "# 茶、水与炭火\n\n好茶离不开好水，好水离不开好山。\n\n整理：雪满庭\n"

    assert outline_of_reading(read_bytes(text.encode(encoding), "b.md")) == outline_of_reading(
        read_bytes(text.encode(), "b.md")
    )


def test_western_text_in_windows_1252_is_not_taken_for_chinese():
    text = "# Café “Möwe”\n\nThe naïve crew – all of it – drank crème.\n\nSummarized by Zoë Brontë\n"

    assert outline_of_reading(read_bytes(text.encode("cp1252"), "b.md")) == outline_of_reading(
        read_bytes(text.encode(), "b.md")
    )


def test_content_tells_more_than_a_name():
    assert read_bytes(WORD, "wrong.md").document == Document(title="Lamps", number=3)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)), NAMES)
def test_no_bytes_at_all_make_a_traceback(data, name):
    assert type(tried(data, name)) is str


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, len(WORD) - 1), st.binary(min_size=1, max_size=4))
def test_no_damage_to_a_word_file_makes_a_traceback(place, bytes_):
    assert type(tried(WORD[:place] + bytes_ + WORD[place + len(bytes_) :], "b.docx")) is str


def test_a_reading_without_trouble_has_no_findings():
    assert read_bytes(WORD, "b.docx") == Reading(Document(title="Lamps", number=3))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("data", "outcome"),
    [
        (b"<!-- a -->\n" * 40 + b"# Title", "rapporteur/outline/1"),
        (b">" * 40 + b" rain", "rapporteur/outline/1"),
        (b"> " * 1000 + b"rain", "too-deep"),
        (b"<!doctype html>" + b"<div>" * 4000 + b"rain", "too-deep"),
        (b"<sup>" * 60 + b"rain", "rapporteur/outline/1"),
        (b"<!doctype html>" + b"<b>" * 30_000 + b"rain", "too-deep"),
    ],
    ids=["comments", "quotes", "many quotes", "boxes", "raised", "bold"],
)
def test_one_small_file_holds_up_nothing(data, outcome):
    start = time.monotonic()

    assert tried(data, "rain.md") == outcome
    assert time.monotonic() - start < 10
