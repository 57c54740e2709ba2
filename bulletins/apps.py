"""The bulletins app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BulletinsConfig(AppConfig):
    """Bulletins and their publications."""

    name = "bulletins"
    verbose_name = _("Bulletins")
