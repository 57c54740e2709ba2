"""The speakers app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SpeakersConfig(AppConfig):
    """Organisations, speakers, positions and appearances."""

    name = "speakers"
    verbose_name = _("People")
