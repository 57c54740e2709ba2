"""The events app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ForumConfig(AppConfig):
    """Forums, editions and sessions."""

    name = "forum"
    verbose_name = _("Events")
