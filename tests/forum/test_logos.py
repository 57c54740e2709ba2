"""A forum's logo: a small PNG or JPEG that is kept as text, put in place of another, or taken away."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.forms import modelform_factory

from forum.logos import LogoForm
from forum.models import Forum

PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
Form = modelform_factory(Forum, form=LogoForm, fields=())
REFUSED = {"new_logo": ["A logo is a PNG or JPEG of at most 20 KB."]}


@pytest.mark.parametrize(
    ("picture", "no_logo", "errors", "logo"),
    [
        (None, "", {}, "data:image/png;base64,before"),
        (None, "on", {}, ""),
        (PNG, "", {}, "data:image/png;base64,iVBORw0KGgo="),
        (JPEG, "on", {}, "data:image/jpeg;base64,/9j/"),
        (PNG + bytes(20_000 - len(PNG)), "", {}, None),
        (PNG + bytes(20_001 - len(PNG)), "", REFUSED, "data:image/png;base64,before"),
        (b"<svg/>", "", REFUSED, "data:image/png;base64,before"),
    ],
)
def test_a_logo_is_kept_replaced_taken_away_or_refused(picture, no_logo, errors, logo):
    files = {"new_logo": SimpleUploadedFile("logo", picture)} if picture else {}
    form = Form({"no_logo": no_logo}, files, instance=Forum(logo="data:image/png;base64,before"))

    assert form.errors == errors
    assert form.instance.logo == logo if logo is not None else len(form.instance.logo) > 20_000
