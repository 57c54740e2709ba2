"""Logos: small pictures that are kept with their forum, as the text that pages and sheets take in."""

import base64

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

LARGEST = 20_000  # bytes: it is part of each page that shows it
# By their first bytes. No SVG: it can hold scripts.
_KINDS = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}


def as_address(picture: bytes) -> str:
    """Give a PNG or JPEG as a data: address. Raises ValidationError for anything else."""
    kind = next((kind for first, kind in _KINDS.items() if picture.startswith(first)), None)
    if kind is None or len(picture) > LARGEST:
        raise ValidationError(_("A logo is a PNG or JPEG of at most 20 KB."))
    return f"data:{kind};base64,{base64.b64encode(picture).decode()}"


class LogoForm(forms.ModelForm):
    """A forum's form with its logo as a file."""

    new_logo = forms.FileField(
        label=_("logo"),
        required=False,
        help_text=_("PNG or JPEG, at most 20 KB; it stands on pages and on paper."),
    )
    no_logo = forms.BooleanField(label=_("without a logo"), required=False)

    def clean_new_logo(self) -> str:
        """Give the new logo as it is kept, or nothing."""
        file: UploadedFile | None = self.cleaned_data["new_logo"]
        return as_address(file.read(LARGEST + 1)) if file else ""

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]  # Django's own hook, which its stubs leave out
        if new := self.cleaned_data.get("new_logo"):
            self.instance.logo = new
        elif self.cleaned_data.get("no_logo"):
            self.instance.logo = ""
