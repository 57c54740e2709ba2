"""Pictures for tests: small, made here, and in the storage as soon as a figure shows one."""

import io

from PIL import Image

from bulletins.document import Figure
from bulletins.document_json import to_builtins
from bulletins.drafts.pictures import adopt
from bulletins.models import DraftPoint
from forum.storage import keep, kept


def drawn(width=40, height=30, colour="teal", mode="RGB"):
    """A picture of one colour with a darker corner."""
    image = Image.new(mode, (width, height), colour)
    image.paste(Image.new(mode, (width // 2, height // 2), "black"))
    return image


def saved(image, form="PNG", **options):
    """The bytes of a picture in a file's form."""
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


PNG = saved(drawn())
JPEG = saved(drawn(48, 20, "orange"), "JPEG")
WIDE = saved(drawn(2400, 600, "navy"))


def show_in(bulletin, *figures):
    """Let the points of a draft end with figures."""
    for point in DraftPoint.objects.filter(section__bulletin=bulletin):
        point.body = [*point.body, *map(to_builtins, figures)]
        point.save()
    adopt(bulletin, figures, {one.file: kept(one.file) for one in figures}, by=None)


def figure(data=PNG, **fields):
    """A figure whose picture is kept."""
    with Image.open(io.BytesIO(data)) as image:
        size, media_type = image.size, Image.MIME[image.format]
    return Figure(file=keep(data), media_type=media_type, width=size[0], height=size[1], **fields)
