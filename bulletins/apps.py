"""The bulletins app."""

from typing import Any

from django.apps import AppConfig
from django.core import checks
from django.urls import register_converter
from django.utils.translation import gettext_lazy as _

from bulletins.language import GRAMMARS
from forum import languages
from forum.converters import Place
from forum.timer import every_few_seconds


def every_language_has_a_grammar(**_: Any) -> list[checks.CheckMessage]:
    """Say which languages of the settings nothing can be printed in."""
    return [
        checks.Error(
            f"BULLETIN_LANGUAGES has {code!r}, and bulletins/language has no file for it.",
            id="bulletins.E001",
        )
        for code in languages.codes()
        if code not in GRAMMARS
    ]


class BulletinsConfig(AppConfig):
    """Bulletins and their publications."""

    name = "bulletins"
    verbose_name = _("Bulletins")

    def ready(self) -> None:
        checks.register(every_language_has_a_grammar)
        register_converter(Place, "place")
        every_few_seconds(_publish_due)
        every_few_seconds(_send_digests)


def _publish_due() -> None:
    from bulletins.publishing.scheduling import publish_due  # noqa: PLC0415 (models are there only once the apps are)

    publish_due()


def _send_digests() -> None:
    from bulletins.drafts.handing_over import send_digests  # noqa: PLC0415 (as above)

    send_digests()
