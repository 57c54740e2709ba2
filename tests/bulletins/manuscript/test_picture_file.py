"""A stranger's picture: kept byte for byte where it is plain, written anew where it is not; it looks the same."""

import io
import struct
import zlib

import pytest
from PIL import Image, ImageChops, ImageCms

from bulletins.manuscript import picture_file
from bulletins.manuscript.errors import ManuscriptError
from bulletins.manuscript.picture_file import kept_picture
from bulletins.prose import MOST_PIXELS
from tests.figures import JPEG, PNG, drawn, saved

SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
HEAD_AND_JFIF = 20  # bytes of a JPEG's beginning and of the part that says that it is one
EVEN = drawn(64, 32)  # no edge of it stands within one of a JPEG’s blocks


def opened(data):
    with Image.open(io.BytesIO(data)) as image:
        image.load()
        return image


def farthest(one, other):
    """The greatest difference of a colour between two pictures."""
    return max(
        high for _low, high in ImageChops.difference(one.convert("RGBA"), other.convert("RGBA")).getextrema()
    )


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(*chunks, head=(40, 30, 8, 2, 0, 0, 0), lines=None):
    """A PNG of such chunks before its pixels."""
    packed = (
        zlib.compress(b"".join(b"\0" + b"\x20\x60\xa0" * 40 for _ in range(30))) if lines is None else lines
    )
    parts = (
        chunk(b"IHDR", struct.pack(">IIBBBBB", *head)),
        *chunks,
        chunk(b"IDAT", packed),
        chunk(b"IEND", b""),
    )
    return PNG[:8] + b"".join(parts)


def segment(marker, data):
    return bytes((0xFF, marker)) + struct.pack(">H", len(data) + 2) + data


@pytest.mark.parametrize(
    "sent",
    [
        PNG,
        png(),
        saved(drawn(colour=90, mode="L")),
        saved(drawn(colour=(9, 99, 199, 77), mode="RGBA")),
        JPEG,
        saved(drawn(colour=90, mode="L"), "JPEG"),
        saved(drawn(), "JPEG", restart_marker_blocks=2),
    ],
)
def test_a_plain_file_is_kept_byte_for_byte(sent):
    assert kept_picture(sent).data == sent


@pytest.mark.parametrize(
    "more",
    [
        segment(0xFE, b"a comment"),
        segment(0xE1, b"a program's own"),
        segment(0xEC, b"another program's"),
        segment(0xEF, b"a third one's"),
        segment(0xEE, b"Adobe\0\x64\0\0\0\0\x01"),
    ],
)
def test_parts_of_a_jpeg_that_are_no_picture_are_left_out_and_its_lines_stay(more):
    assert kept_picture(JPEG[:HEAD_AND_JFIF] + more + JPEG[HEAD_AND_JFIF:]).data == JPEG
    assert kept_picture(JPEG[:2] + more + JPEG[HEAD_AND_JFIF:]).data == JPEG
    assert kept_picture(JPEG + more).data == JPEG


def numbered_from_zero(jpeg):
    """A JPEG whose three colours have the numbers 0, 1 and 2, as some programs write them."""
    frame, scan = jpeg.index(b"\xff\xc0"), jpeg.index(b"\xff\xda")
    written = bytearray(jpeg)
    for colour in range(3):
        written[frame + 10 + 3 * colour] = written[scan + 5 + 2 * colour] = colour
    return bytes(written)


def test_a_jpeg_of_other_numbers_is_kept_where_its_head_says_what_its_colours_are():
    odd = numbered_from_zero(JPEG)

    kept, headless = kept_picture(odd).data, kept_picture(odd[:2] + odd[HEAD_AND_JFIF:]).data

    assert (kept == odd, headless == odd) == (True, False)


@pytest.mark.parametrize(
    ("sent", "media_type", "most"),
    [
        (png(chunk(b"tEXt", b"Author\0secret")), "image/png", 0),
        (png() + b"a program behind its end", "image/png", 0),
        # Its lines stand in another order.
        (png(head=(1, 1, 8, 2, 0, 0, 1), lines=zlib.compress(b"\0\x20\x60\xa0")), "image/png", 0),
        (
            png(lines=zlib.compress(b"".join(b"\0" + b"\x20\x60\xa0" * 40 for _ in range(30))) + b"behind"),
            "image/png",
            0,
        ),
        (png(lines=zlib.compress(b"".join(b"\0" + b"\x20\x60\xa0" * 40 for _ in range(31)))), "image/png", 0),
        (saved(drawn().quantize(8)), "image/png", 0),
        (saved(drawn(colour=1, mode="1")), "image/png", 0),
        (saved(drawn(colour=(90, 70), mode="LA")), "image/png", 0),
        (saved(drawn(), icc_profile=SRGB), "image/png", 1),
        (saved(drawn(colour=(9, 99, 199, 77), mode="RGBA"), icc_profile=SRGB), "image/png", 1),
        (saved(drawn(colour=90, mode="L"), icc_profile=SRGB), "image/png", 0),
        (saved(drawn(), "GIF"), "image/png", 0),
        (saved(drawn(), "BMP"), "image/png", 0),
        (saved(drawn(), "TIFF"), "image/png", 0),
        (saved(EVEN, "JPEG", progressive=True), "image/jpeg", 24),
        (saved(EVEN, "JPEG", icc_profile=SRGB), "image/jpeg", 24),
        (saved(EVEN, "JPEG", keep_rgb=True), "image/jpeg", 24),
        (saved(EVEN.convert("CMYK"), "JPEG"), "image/jpeg", 24),
        (saved(EVEN, "WEBP", quality=95), "image/jpeg", 24),
    ],
)
def test_what_is_not_plain_is_written_anew_and_looks_the_same(sent, media_type, most):
    kept = kept_picture(sent)

    assert (kept.media_type, kept.data == sent, b"secret" in kept.data) == (media_type, False, False)
    assert opened(kept.data).info.get("icc_profile") is None
    assert farthest(opened(kept.data), opened(sent)) <= most


def test_colours_of_a_jpeg_without_a_head_are_told_by_the_names_of_its_parts():
    # As keep_rgb writes it, but without the part of Adobe that says the same.
    rgb = saved(EVEN, "JPEG", keep_rgb=True)
    at = rgb.index(b"\xff\xee")
    bare = rgb[:at] + rgb[at + 16 :]

    assert farthest(opened(kept_picture(bare).data), EVEN) <= 24


def test_sixteen_bits_of_grey_become_the_eight_that_stand_first():
    image = Image.new("I;16", (40, 30), 0x200)
    image.putpixel((7, 7), 0xFFFF)
    kept = opened(kept_picture(saved(image)).data)

    assert (kept.mode, kept.getpixel((0, 0)), kept.getpixel((7, 7))) == ("L", 2, 255)


def turned(how):
    exif = Image.Exif()
    exif[0x0112] = how
    return exif


def test_a_picture_of_few_colours_is_made_smaller_too():
    kept = kept_picture(saved(drawn(MOST_PIXELS + 100, 30).quantize(4)))

    assert (kept.width, kept.height) == (MOST_PIXELS, 29)


@pytest.mark.parametrize("sent", [PNG[:60] + b"\xff" + PNG[61:], saved(drawn(), icc_profile=b"no profile")])
def test_a_picture_that_is_damaged_is_refused(sent):
    with pytest.raises(ManuscriptError) as refused:
        kept_picture(sent)
    assert refused.value.code == "picture-unreadable"


@pytest.mark.parametrize(("how", "dark"), [(1, (0, 0)), (3, (31, 15)), (6, (15, 0)), (8, (0, 31))])
def test_a_photograph_stands_as_its_camera_was_held(how, dark):
    image = Image.new("RGB", (32, 16), "white")
    image.paste((0, 0, 0), (0, 0, 8, 8))
    kept = opened(kept_picture(saved(image, "JPEG", quality=95, exif=turned(how))).data)

    assert kept.size == ((32, 16) if how in {1, 3} else (16, 32))
    assert max(kept.getpixel(dark)) < 40
    assert (
        sum(max(kept.getpixel((x, y))) < 40 for x in (0, kept.width - 1) for y in (0, kept.height - 1)) == 1
    )


@pytest.mark.parametrize("cut", range(0, len(JPEG) - 2, 7))
def test_a_jpeg_that_is_cut_off_is_refused(cut):
    with pytest.raises(ManuscriptError) as refused:
        kept_picture(JPEG[:cut])
    assert refused.value.code == "picture-unreadable"


def test_a_picture_of_as_many_points_as_the_limit_is_taken_and_of_one_more_is_not(monkeypatch):
    monkeypatch.setattr(picture_file, "MOST_MEGAPIXELS", 1)

    assert kept_picture(saved(Image.new("1", (1000, 1000)))).width == 1000
    with pytest.raises(ManuscriptError, match="more than 1 million points") as refused:
        kept_picture(saved(Image.new("1", (1001, 1000))))
    assert refused.value.code == "picture-too-big"


def test_a_file_of_as_many_bytes_as_the_limit_is_looked_at_and_of_one_more_is_not(monkeypatch):
    monkeypatch.setattr(picture_file, "LARGEST_SENT", len(PNG))

    assert kept_picture(PNG).data == PNG
    with pytest.raises(ManuscriptError) as refused:
        kept_picture(PNG + b"\0")
    assert refused.value.code == "picture-too-big"


def test_what_is_larger_than_is_kept_becomes_smaller_by_a_fifth_until_it_is_not(monkeypatch):
    noise = Image.effect_noise((100, 50), 90).convert("RGBA")
    monkeypatch.setattr(picture_file, "LARGEST_KEPT", len(saved(noise)) - 1)
    kept = kept_picture(saved(noise))

    assert (kept.media_type, kept.width, kept.height) == ("image/png", 80, 40)


def test_a_file_of_twenty_megabytes_is_looked_at_and_a_larger_one_is_told_so():
    said = []
    for size in (20 << 20, (20 << 20) + 1):
        with pytest.raises(ManuscriptError) as refused:
            kept_picture(bytes(size))
        said.append((refused.value.code, refused.value.params))

    assert said == [("picture-unreadable", {}), ("picture-too-big", {"limit": "20"})]


def test_no_picture_is_kept_with_more_than_a_megabyte_and_a_half():
    assert (picture_file.LARGEST_KEPT, picture_file.MOST_MEGAPIXELS) == (3 << 19, 60)


def test_a_headless_jpeg_whose_first_colour_alone_has_its_usual_number_is_written_anew():
    odd = bytearray(JPEG[:2] + JPEG[HEAD_AND_JFIF:])
    frame, scan = odd.index(b"\xff\xc0"), odd.index(b"\xff\xda")
    for colour, number in ((1, 5), (2, 6)):
        odd[frame + 10 + 3 * colour] = odd[scan + 5 + 2 * colour] = number

    assert kept_picture(bytes(odd)).data != JPEG[:HEAD_AND_JFIF] + bytes(odd[2:])
