"""Pictures as strangers send them → PNG or JPEG that hold nothing but the picture. Only in a reading process.

Whatever else a file holds goes: where and by whom a picture was taken, earlier versions, programs behind its end.
A file that holds nothing else is kept byte for byte, so that a picture that went out comes back as the same one;
a photograph loses nothing by it, for its lines are copied and not written anew.
"""

import io
import struct
import zlib
from typing import Final

from PIL import Image, ImageCms, ImageOps

from bulletins.document import gettext_noop
from bulletins.manuscript.blocks import Picture
from bulletins.manuscript.errors import ManuscriptError
from bulletins.prose import MOST_PIXELS, PictureType

MEGABYTE: Final = 1 << 20
LARGEST_SENT: Final = 20 * MEGABYTE
LARGEST_KEPT: Final = 3 * MEGABYTE // 2
MOST_MEGAPIXELS: Final = 60  # four bytes each, and once more while it is made smaller
_FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF")
Image.init()
_QUALITY = 88
_SHRUNK = 0.8
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
# A head that says nothing: no density, no small picture.
_JFIF = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
_CHANNELS = {0: 1, 2: 3, 6: 4}
_TURNED = 0x0112  # how the camera was held
_BASELINE, _SCAN, _RESTARTS = 0xC0, 0xDA, 0xDD
_TABLES = {0xDB, 0xC4, _BASELINE, _RESTARTS}
_SRGB = ImageCms.createProfile("sRGB")


def kept_picture(data: bytes) -> Picture:
    """Give a picture as it is kept. Raises ManuscriptError with one clear sentence where it cannot be shown."""
    if len(data) > LARGEST_SENT:
        raise ManuscriptError(
            "picture-too-big",
            gettext_noop("The picture is larger than {limit} MB. Save it smaller, and put it in again."),
            limit=str(LARGEST_SENT // MEGABYTE),
        )
    try:
        return _kept(data)
    except (OSError, ValueError, SyntaxError, struct.error, zlib.error, ImageCms.PyCMSError) as error:
        # What Pillow raises of files that are no pictures, or are cut off.
        raise _unreadable() from error


def _unreadable() -> ManuscriptError:
    return ManuscriptError(
        "picture-unreadable",
        gettext_noop(
            "This picture cannot be shown here: it is damaged, or of a kind that browsers and printers do not"
            " share. Save it as PNG or JPEG, and put it in again."
        ),
    )


def _kept(data: bytes) -> Picture:
    Image.MAX_IMAGE_PIXELS = None  # counted here, before anything is unpacked
    with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
        if image.width * image.height > MOST_MEGAPIXELS * 1_000_000:
            raise ManuscriptError(
                "picture-too-big",
                gettext_noop(
                    "The picture has more than {limit} million points. Save it smaller, and put it in again."
                ),
                limit=str(MOST_MEGAPIXELS),
            )
        bare = _bare(image, data) if max(image.size) <= MOST_PIXELS else None
        if bare is not None and len(bare) <= LARGEST_KEPT:
            image.load()  # all of it can be read
            kind: PictureType = "image/png" if bare.startswith(_SIGNATURE) else "image/jpeg"
            return Picture(bare, kind, *image.size)
        return _written(_upright(image), is_photograph=image.format in {"JPEG", "MPO", "WEBP"})


def _upright(image: Image.Image) -> Image.Image:
    """Give the pixels as they are looked at: turned as the camera was held, in the colours of screens."""
    profile = image.info.get("icc_profile")
    # As soon as possible: a photograph is not even unpacked at its size.
    if image.mode in {"L", "RGB", "RGBA"}:
        image.thumbnail((MOST_PIXELS, MOST_PIXELS), Image.Resampling.LANCZOS)
    turned = ImageOps.exif_transpose(image)
    shown = turned.convert(_mode_of(turned)) if turned.mode != "I;16" else turned.point(_eighth).convert("L")
    if profile and turned.mode in {"RGB", "RGBA"}:
        theirs = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        converted = ImageCms.profileToProfile(shown, theirs, _SRGB)
        shown = shown if converted is None else converted
    shown.info.clear()
    shown.thumbnail((MOST_PIXELS, MOST_PIXELS), Image.Resampling.LANCZOS)
    return shown


def _eighth(value: float) -> float:
    return value / 256


def _mode_of(image: Image.Image) -> str:
    if image.has_transparency_data:
        return "RGBA"
    return "L" if image.mode in {"1", "L", "I", "F"} else "RGB"


def _written(image: Image.Image, *, is_photograph: bool) -> Picture:
    """Write a picture anew, smaller and smaller until it is small enough."""
    while True:
        opaque = image.mode != "RGBA"
        made = b"" if opaque and is_photograph else _png(image)
        if not made or (len(made) > LARGEST_KEPT and opaque):
            made = _jpeg(image)
        if len(made) <= LARGEST_KEPT:
            kind: PictureType = "image/png" if made.startswith(_SIGNATURE) else "image/jpeg"
            return Picture(made, kind, *image.size)
        image = image.resize((max(1, int(image.width * _SHRUNK)), max(1, int(image.height * _SHRUNK))))


def _png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def _jpeg(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=_QUALITY)
    bare = _bare_jpeg(out.getvalue())
    if bare is None:
        raise ValueError("a JPEG of our own is not as we write them")
    return bare


def _bare(image: Image.Image, data: bytes) -> bytes | None:
    """Give a file without all that is no picture; None where its pixels must be written anew."""
    if image.info.get("icc_profile"):
        return None
    if image.format == "PNG":
        return data if _is_bare_png(data) else None
    if image.getexif().get(_TURNED, 1) != 1:
        return None
    return _bare_jpeg(data) if image.format in {"JPEG", "MPO"} and image.mode in {"L", "RGB"} else None


def _is_bare_png(data: bytes) -> bool:
    """Whether a PNG has eight bits a colour, and no part but head, as many pixels as that says, and end."""
    place, names, packed = len(_SIGNATURE), [], b""
    while place + 12 <= len(data):
        (length,) = struct.unpack(">I", data[place : place + 4])
        name, end = data[place + 4 : place + 8], place + 12 + length
        (told,) = struct.unpack(">I", data[end - 4 : end]) if end <= len(data) else (-1,)
        if told != zlib.crc32(data[place + 4 : end - 4]):
            return False
        names.append(name)
        packed += data[place + 8 : end - 4] if name == b"IDAT" else b""
        place = end
    if place != len(data) or names != [b"IHDR", *[b"IDAT"] * (len(names) - 2), b"IEND"]:
        return False
    width, height, bits, colours, *rest = struct.unpack(">IIBBBBB", data[16:29])
    is_plain = bits == 8 and colours in _CHANNELS and not any(rest)
    return is_plain and _unpacks_to(packed, height * (1 + width * _CHANNELS[colours]))


def _unpacks_to(packed: bytes, length: int) -> bool:
    """Whether packed bytes are so many, and nothing stands behind them: what is hidden there may be of any size."""
    unpacking = zlib.decompressobj()
    unpacked = unpacking.decompress(packed, length + 1)
    return len(unpacked) == length and unpacking.eof and not unpacking.unused_data


def _bare_jpeg(data: bytes) -> bytes | None:
    """Give a JPEG's tables and lines alone; None where it is not of the one plain kind."""
    kept, place, has_head, ids = [b"\xff\xd8", _JFIF], 2, False, b"\x01\x02\x03"
    while data[place : place + 1] == b"\xff" and place + 4 <= len(data):
        marker = data[place + 1]
        (length,) = struct.unpack(">H", data[place + 2 : place + 4])
        part = data[place : place + 2 + length]
        place += 2 + length
        if marker == _SCAN:
            lines = _lines(data, place)
            # Several scans: one after the other, which may be made to take any time.
            is_usual = has_head or ids in {b"\x01\x02\x03", b"\x01"}
            return b"".join((*kept, part, lines, b"\xff\xd9")) if lines and is_usual else None
        if marker == 0xEE and part[4:9] == b"Adobe" and part[-1:] != b"\x01":
            return None  # its colours are told apart by this part alone
        has_head = has_head or (marker == 0xE0 and part[4:9] == b"JFIF\x00")
        if marker == _BASELINE:
            ids = part[10::3][: part[9]] if len(part) > 9 else b""
        if marker in _TABLES:
            kept.append(part)
        elif marker != 0xFE and not 0xE0 <= marker <= 0xEF:
            return None
    return None


def _lines(data: bytes, place: int) -> bytes:
    """Give the packed lines from here to the end of the picture; nothing where something else follows them."""
    end = place
    while (end := data.find(b"\xff", end)) >= 0:
        marker = data[end + 1 : end + 2]
        if marker == b"\xd9":
            return data[place:end]
        if marker != b"\x00" and not b"\xd0" <= marker <= b"\xd7":
            return b""
        end += 2
    return b""
