"""Which form a file is in: told by what it holds first, by its name second."""

import io
import zipfile

import pytest

from bulletins.manuscript import source
from bulletins.manuscript.errors import ManuscriptError
from bulletins.manuscript.source import HELD, decoded, recognise

PICTURE = "data:image/png;base64,AAAA"
NOT_READABLE = "This is {}. Save the bulletin as Word (.docx), ODT, HTML, Markdown or text."
LOCKED = "The file is protected with a password. Remove the password and try again."
DAMAGED = "The file is damaged and cannot be opened. Save it anew and try again."
BINARY = "The file is not text. Save the bulletin as Word (.docx), ODT, HTML, Markdown or text."


def archive(parts, *, locked=False):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    data = bytearray(target.getvalue())
    if locked:  # the flag of the last entry of the directory
        data[data.rfind(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def lying(parts):
    """An archive whose directory says of its last part that it is a letter shorter."""
    data = bytearray(archive(parts))
    data[data.rfind(b"PK\x01\x02") + 24] -= 1
    return bytes(data)


@pytest.mark.parametrize(
    ("text", "name", "form"),
    [
        ('{"schema":"https://rapporteur.example/schema/2"}', "a.txt", "text"),
        ("<!DOCTYPE html><p>x", "a.md", "html"),
        ("<?xml version='1.0'?>\n<!-- x --> <html>", "a", "html"),
        ("<p>one</p>", "a.htm", "html"),
        ("<p>one</p>", "a.txt", "text"),
        ("<p>one</p><p>two</p>", "a.txt", "text"),
        ("<p>one</p><p>two</p><p>three</p>", "a.txt", "html"),
        ("no tags", "a.html", "text"),
        ("Rain", "a.MD", "markdown"),
        ("Rain", "a.markdown", "markdown"),
        ("# Rain", "a.txt", "markdown"),
        ("Rain **falls**", "a.txt", "markdown"),
        ("[^1]: A note", "", "markdown"),
        ("[x](#there)", "", "markdown"),
        ("#Rain ** x", "", "text"),
        (" \n", "", "text"),
        ("<!-- open <html>", "", "text"),
        ("%PDF-1.7", "a.txt", "pdf"),
        ("Rain <html", "", "text"),
    ],
)
def test_a_text_is_told_by_what_it_holds_before_its_name(text, name, form):
    assert recognise(text.encode(), name).form == form


def test_a_bulletin_s_own_json_is_known_by_how_it_begins():
    schema = source.SCHEMA
    assert recognise(f'\ufeff {{ "schema" : "{schema}"'.encode(), "a.txt").form == "document"
    assert recognise(f'{{"schema":"{schema.rpartition("/")[0]}/1"'.encode(), "a.json").form == "document"


@pytest.mark.parametrize(
    ("data", "name", "code", "message"),
    [
        (b"{\\rtf1", "a.doc", "not-readable", NOT_READABLE.format("an RTF file")),
        (b"\x89PNG\r\n", "a", "not-readable", NOT_READABLE.format("a picture")),
        (b"GIF89a", "a", "not-readable", NOT_READABLE.format("a picture")),
        (b"\x1f\x8b\x08", "a", "not-readable", NOT_READABLE.format("a compressed archive")),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.doc", "old-word", None),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "a",
            "encrypted",
            LOCKED,
        ),
        (b"PK\x03\x04 no more", "a.docx", "damaged", DAMAGED),
        (lying({"word/document.xml": "xy"}), "a.docx", "damaged", DAMAGED),
        (lying({"word/document.xml": "xy", "word/_rels/a.rels": "xy"}), "a.docx", "damaged", DAMAGED),
        (
            archive({"a.txt": "x"}),
            "a.docx",
            "not-readable",
            NOT_READABLE.format("an archive without a document in it"),
        ),
        (archive({"a.txt": "x", "word/document.xml": "x"}, locked=True), "a.docx", "encrypted", LOCKED),
        (
            archive({"content.xml": "x", "META-INF/manifest.xml": "<m:encryption-data/>"}),
            "a.odt",
            "encrypted",
            LOCKED,
        ),
        (
            archive({"content.xml": "x", "mimetype": "application/vnd.oasis.opendocument.spreadsheet"}),
            "a.ods",
            "not-readable",
            NOT_READABLE.format("an archive without a document in it"),
        ),
        (
            archive({f"p{place}": "" for place in range(2001)}),
            "a",
            "too-big",
            "Unpacked, the file is larger than 80 MB.",
        ),
        (b"Rain\x01", "a.txt", "binary", BINARY),
        (b"\xff\x00rain", "a.txt", "binary", BINARY),
        (
            b'{"a": 1}',
            "a.json",
            "not-readable",
            "This is JSON, and not a bulletin’s. Upload the .json file of a bulletin, or its text.",
        ),
    ],
)
def test_what_is_no_manuscript_is_told_in_one_sentence(data, name, code, message):
    with pytest.raises(ManuscriptError) as refused:
        recognise(data, name)

    assert refused.value.code == code
    assert str(refused.value) == (message or str(refused.value))


@pytest.mark.parametrize(
    ("parts", "form", "unprinted"),
    [
        ({"word/document.xml": "x"}, "docx", ""),
        (
            {"word/document.xml": "x", "content.xml": "x", **{f"p{place}": "" for place in range(1998)}},
            "docx",
            "",
        ),
        (
            {
                "word/document.xml": "x",
                "docProps/custom.xml": "<p><q name='other'><v>no</v></q><q name='rapporteur'><v>ye</v><v>s</v></q></p>",
            },
            "docx",
            "yes",
        ),
        (
            {"word/document.xml": "x", "docProps/custom.xml": "<p><q name='other'><v>no</v></q></p>"},
            "docx",
            "",
        ),
        ({"word/document.xml": "x", "docProps/custom.xml": "<p"}, "docx", ""),
        ({"content.xml": "x"}, "odt", ""),
        (
            {
                "content.xml": "x",
                "mimetype": "application/vnd.oasis.opendocument.text",
                "META-INF/manifest.xml": "x",
            },
            "odt",
            "",
        ),
    ],
)
def test_an_archive_is_told_by_its_parts(parts, form, unprinted):
    data = archive(parts)
    found = recognise(data, "a.txt")

    assert (found.form, found.data, found.text, found.unprinted) == (form, data, "", unprinted)


def test_a_file_may_be_as_large_as_is_said_and_no_larger(monkeypatch):
    """The limits in small: texts and what is unpacked of a hundred letters, files of four hundred bytes."""
    monkeypatch.setattr(source, "LARGEST_TEXT", 100)
    monkeypatch.setattr(source, "LARGEST_FILE", 400)
    monkeypatch.setattr(source, "LARGEST_UNPACKED", 100)
    word = {"word/document.xml": "x" * 50, "a.png": "x" * 50}
    fits = [b"x" * 100, archive(word), lying(word), b"%PDF" + b"x" * 396]
    assert [recognise(data, "a").form for data in fits] == ["text", "docx", "docx", "pdf"]

    for data in (b"x" * 101, b"%PDF" + b"x" * 397, archive(word | {"b.png": "x"})):
        with pytest.raises(ManuscriptError) as refused:
            recognise(data, "a")
        assert refused.value.code == "too-big"
        assert "larger than 0 MB" in str(refused.value)


@pytest.mark.parametrize(
    ("text", "name", "bare", "pictures"),
    [
        (
            f"# A\n![x]({PICTURE}) ![y](<{PICTURE}> 't')",
            "a.md",
            f"# A\n![x]({HELD}1) ![y](<{HELD}2> 't')",
            (PICTURE, PICTURE),
        ),
        (f"# A\n[x]: {PICTURE}", "a.md", f"# A\n[x]: {HELD}1", (PICTURE,)),
        (
            f"<html><img src='{PICTURE}'><img src={PICTURE}>",
            "a",
            f"<html><img src='{HELD}1'><img src={HELD}2>",
            (PICTURE,) * 2,
        ),
        (f"See {PICTURE}\r\n(x]({PICTURE})\rend", "a.txt", f"See {PICTURE}\n(x]({PICTURE})\nend", ()),
    ],
)
def test_pictures_that_stand_in_a_text_itself_are_taken_out_of_it(text, name, bare, pictures):
    found = recognise(text.encode(), name)

    assert (found.text, found.pictures) == (bare, pictures)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("雨水 rain".encode(), "雨水 rain"),
        (b"\xef\xbb\xbfrain", "rain"),
        ("雨水".encode("utf-16"), "雨水"),
        (b"\xfe\xff" + "雨水".encode("utf-16-be"), "雨水"),
        ("一是雨水免费，人人可用。".encode("gb18030"), "一是雨水免费，人人可用。"),
        ("Café à la crème".encode("cp1252"), "Café à la crème"),
        ("雨雨雨雨雨雨雨雨雨α".encode("gb18030"), "雨雨雨雨雨雨雨雨雨α"),
        ("雨雨雨雨雨雨雨雨α".encode("gb18030"), "ÓêÓêÓêÓêÓêÓêÓêÓê¦Á"),
        # Of 丂 the second byte is a letter of ASCII.
        ("雨雨雨雨雨雨雨雨雨 丂".encode("gb18030"), "雨雨雨雨雨雨雨雨雨 丂"),
        ("雨雨雨雨雨雨雨雨 丂".encode("gb18030"), "ÓêÓêÓêÓêÓêÓêÓêÓê \x1a@"),
        (b"a \x81 b\x93x\x94", "a \x1a b“x”"),
    ],
)
def test_text_is_decoded_as_it_was_written(data, text):
    assert decoded(data) == text
