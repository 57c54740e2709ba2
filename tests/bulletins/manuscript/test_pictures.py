"""Pictures in manuscripts: what is kept of their files, where they stand, and what is told of the others."""

import base64
import io
import os
import struct
import subprocess
import zipfile
import zlib

import pypandoc
import pytest
from PIL import Image

from bulletins.document import Figure, Text, figures
from bulletins.manuscript.errors import ManuscriptError
from bulletins.manuscript.picture_file import LARGEST_KEPT, LARGEST_SENT, kept_picture
from bulletins.manuscript.reader import read_bytes
from bulletins.prose import MOST_PIXELS
from bulletins.statements import statements
from tests.figures import JPEG, PNG, drawn, saved

SECRET = Image.Exif()
SECRET[0x010E] = "secret"
TURNED = Image.Exif()
TURNED[0x0112] = 6
LARGE = drawn(3000, 1500)


@pytest.mark.parametrize(
    ("sent", "media_type", "size"),
    [
        (PNG, "image/png", (40, 30)),
        (JPEG, "image/jpeg", (48, 20)),
        (saved(drawn(), "GIF"), "image/png", (40, 30)),
        (saved(drawn(), "TIFF"), "image/png", (40, 30)),
        (saved(drawn(), "WEBP"), "image/jpeg", (40, 30)),
        (saved(drawn().convert("CMYK"), "JPEG"), "image/jpeg", (40, 30)),
        (saved(drawn(), "JPEG", progressive=True), "image/jpeg", (40, 30)),
        (saved(drawn().quantize(8)), "image/png", (40, 30)),
        (saved(drawn(mode="RGBA")), "image/png", (40, 30)),
        (saved(drawn(), "JPEG", exif=TURNED), "image/jpeg", (30, 40)),
        (saved(LARGE), "image/png", (MOST_PIXELS, MOST_PIXELS // 2)),
    ],
)
def test_a_picture_is_kept_as_png_or_jpeg_and_the_same_when_it_comes_back(sent, media_type, size):
    kept = kept_picture(sent)

    assert (kept.media_type, (kept.width, kept.height)) == (media_type, size)
    assert kept_picture(kept.data) == kept
    with Image.open(io.BytesIO(kept.data)) as image:
        assert (Image.MIME[image.format], image.size) == (media_type, size)


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_nothing_but_the_picture_is_kept_of_a_file(form):
    sent = saved(drawn(), form, exif=SECRET) + b"PK\x03\x04 and a program"
    kept = kept_picture(sent)

    assert (b"secret" in sent, b"secret" in kept.data, b"program" in kept.data) == (True, False, False)
    assert kept == kept_picture(saved(drawn(), form))


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def test_a_png_that_unpacks_to_more_than_its_pixels_is_written_anew():
    head = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    sent = (
        PNG[:8] + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(1 << 24))) + chunk(b"IEND", b"")
    )

    assert len(kept_picture(sent).data) < 200 < len(sent)


def test_a_photograph_loses_nothing_by_being_kept():
    _, _, lines = JPEG.rpartition(b"\xff\xda")
    assert kept_picture(JPEG + b"tail").data.endswith(lines)


def test_a_picture_of_many_bytes_is_made_smaller():
    noise = Image.frombytes("RGB", (1600, 1200), os.urandom(1600 * 1200 * 3))
    kept = kept_picture(saved(noise))

    assert len(kept.data) <= LARGEST_KEPT
    assert kept.width / kept.height == pytest.approx(4 / 3, abs=0.01)


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        (b"", "picture-unreadable"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "picture-unreadable"),
        (PNG[:60], "picture-unreadable"),
        (JPEG[:300], "picture-unreadable"),
        (b"GIF89a" + b"\xff" * 40, "picture-unreadable"),
        (b"\x01\x00\x00\x00" + b"EMF" * 90, "picture-unreadable"),
        (saved(Image.new("1", (20_000, 20_000))), "picture-too-big"),
        (b"\x89PNG\r\n\x1a\n" + bytes(21 << 20), "picture-too-big"),
    ],
)
def test_what_cannot_be_shown_is_refused_in_a_sentence(sent, code):
    with pytest.raises(ManuscriptError) as refused:
        kept_picture(sent)
    assert refused.value.code == code


def in_line(data, media_type="image/png"):
    return f"data:{media_type};base64,{base64.b64encode(data).decode()}"


HEAD = (
    "# The harbour\n\nWhat was said of it on Monday by those who were there, and what they left unsaid.\n\n"
    "## Ferries\n\n"
)
SAID = "The ferries leave late, and nobody minds it much. Ada Quill, Keeper of the Light, said: “We wait.”"


def read(body):
    return read_bytes((HEAD + body).encode(), "harbour.md")


def shown(reading):
    return [one for _, one in figures(reading.document)]


@pytest.mark.parametrize(
    "body",
    [
        f"{SAID}\n\n![A ferry]({in_line(PNG)})\n\nFigure 1. The last ferry\n\nAnd on it went.\n",
        f"{SAID}\n\nFigure 1. The last ferry\n\n![A ferry]({in_line(PNG)})\n\nAnd on it went.\n",
        f"{SAID}\n\n![A ferry][f]\\\nFigure 1. The last ferry\n\nAnd on it went.\n\n[f]: {in_line(PNG)}\n",
    ],
)
def test_the_line_beside_a_picture_that_names_it_is_its_caption(body):
    reading = read(body)

    (found,) = shown(reading)
    assert (found.alt, found.caption) == ("A ferry", (Text("Figure 1. The last ferry"),))
    assert reading.pictures == {found.file: PNG}
    (point, *_) = reading.document.sections[0].points
    assert [type(block) for block in point.body][-1] in {Figure, tuple}
    assert not [one for one in reading.findings if "image" in one.code]


def test_a_caption_is_no_words_of_whom_it_shows():
    reading = read(f"{SAID}\n\n![A ferry]({in_line(PNG)})\n\nFigure 1. Ada Quill waits\n")
    said = [one.text for one in statements(reading.document)]

    assert len(shown(reading)) == 1
    assert not [text for text in said if "waits" in text]


@pytest.mark.parametrize(
    ("alt", "kept"), [("12", "12"), ("Picture 3", ""), ("image", ""), ("图片 1", ""), ("1.png", "")]
)
def test_a_name_that_a_program_gave_a_picture_is_no_alternative_text(alt, kept):
    (found,) = shown(read(f"{SAID}\n\n![{alt}]({in_line(PNG)})\n\nAnd on it went.\n"))

    assert found.alt == kept


def test_the_address_of_a_picture_that_no_line_of_its_own_defines_is_text_letter_by_letter():
    address = in_line(PNG)

    reading = read(f"{SAID}\n\nAnd on it went.\n[f]: {address}\n")

    point = reading.document.sections[0].points[-1]
    assert point.body[-1] == (Text(f"And on it went. [f]: {address}"),)


def test_pictures_that_cannot_be_kept_are_told_once_a_kind():
    reading = read(
        f"{SAID}\n\n![One](a.png)\n\n![Two](https://x.example/b.png)\n\n"
        f"![Three]({in_line(b'junk', 'image/x-emf')})\n\n![Four]({in_line(PNG[:50])})\n"
    )

    told = {one.code: one.params["count"] for one in reading.findings if one.code.startswith("image")}
    assert (shown(reading), told) == ([], {"image-elsewhere": "2", "image-unreadable": "2"})


def test_a_logo_above_the_title_is_no_figure():
    reading = read_bytes(f"![Logo of the harbour]({in_line(PNG)})\n\n{HEAD}{SAID}\n".encode(), "harbour.md")

    assert shown(reading) == []
    assert [one.params["text"] for one in reading.findings if one.code == "image-dropped"] == [
        "Logo of the harbour"
    ]


def test_of_one_file_in_two_places_the_one_that_is_left_out_is_told():
    logo = f"![Logo of the harbour]({in_line(PNG)})"
    reading = read_bytes(f"{logo}\n\n{HEAD}{SAID}\n\n![A ferry]({in_line(PNG)})\n".encode(), "harbour.md")

    assert [one.alt for _, one in figures(reading.document)] == ["A ferry"]
    assert [one.params["text"] for one in reading.findings if one.code == "image-dropped"] == [
        "Logo of the harbour"
    ]


def test_a_link_to_a_picture_of_the_text_is_told_without_a_name_of_ours():
    reading = read(f"{SAID}\n\nSee [the ferry]({in_line(PNG)}).\n")

    assert [one.params for one in reading.findings if one.code == "link-dropped"] == [
        {"text": "the ferry", "address": "data:image/…"}
    ]


def made_by_pandoc(tmp_path, form):
    (tmp_path / "ferry.png").write_bytes(PNG)
    text = HEAD + SAID + "\n\n![A ferry](ferry.png)\n\nFigure 1. The last ferry\n\nAnd on.\n"
    return subprocess.run(
        [pypandoc.get_pandoc_path(), "-f", form, "-t", "docx", "-o", "-"],
        input=text.encode(),
        capture_output=True,
        check=True,
        cwd=tmp_path,
    ).stdout


@pytest.fixture
def word_file(tmp_path):
    return made_by_pandoc(tmp_path, "markdown-implicit_figures")


def test_a_caption_that_a_program_makes_of_what_a_picture_shows_gives_way_to_the_line_beside_it(tmp_path):
    (found,) = shown(read_bytes(made_by_pandoc(tmp_path, "markdown"), "harbour.docx"))

    assert (found.alt, found.caption) == ("A ferry", (Text("Figure 1. The last ferry"),))


def test_a_picture_that_unpacks_to_any_size_does_not_take_the_words_with_it(word_file):
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(word_file)) as before,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            is_picture = name.endswith(".png")
            after.writestr(name, bytes(LARGEST_SENT + 1) if is_picture else before.read(name))

    reading = read_bytes(made.getvalue(), "harbour.docx")

    told = [one.code for one in reading.findings if one.code.startswith("image")]
    assert (shown(reading), told) == ([], ["image-unreadable"])
    assert "We wait" in str(reading.document)


def test_word_s_pictures_come_with_their_words(word_file):
    (found,) = shown(read_bytes(word_file, "harbour.docx"))

    assert (found.alt, found.caption) == ("A ferry", (Text("Figure 1. The last ferry"),))
    with zipfile.ZipFile(io.BytesIO(word_file)) as archive:
        (name,) = [one for one in archive.namelist() if one.endswith(".png")]
        assert kept_picture(archive.read(name)).sha256 == found.file
