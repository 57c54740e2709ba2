"""Where people appeared, and as what."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from forum import languages
from forum.fields import InLanguages
from forum.models import Session
from speakers.models.people import Organisation, Speaker


class Role(models.TextChoices):
    """What somebody did in a session; the values are the Document's."""

    SPEECH = "speech", _("Speech")
    THEMATIC_REPORT = "thematic report", _("Thematic report")
    KEYNOTE = "keynote", _("Keynote")
    MODERATOR = "moderator", _("Moderator")
    PANELIST = "panelist", _("Panelist")
    HOST = "host", _("Host")


class AppearanceQuerySet(models.QuerySet["Appearance"]):
    """Named queries over appearances."""

    def in_order(self) -> Self:
        """By session, then as the programme lists them."""
        return self.order_by("session", "order", "pk")


class Appearance(models.Model):
    """A speaker in a session, in a role, with the credit as it stood that day."""

    session = models.ForeignKey(
        Session, models.CASCADE, related_name="appearances", verbose_name=_("session")
    )
    speaker = models.ForeignKey(
        Speaker, models.PROTECT, related_name="appearances", verbose_name=_("speaker")
    )
    role = models.CharField(_("role"), max_length=16, choices=Role, blank=True)
    order = models.PositiveIntegerField(_("order"), default=0)
    credits = InLanguages(
        _("credit"),
        main=True,
        help_text=_("As printed that day. Left empty, it is filled from the position held on that date."),
    )
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="appearances",
        verbose_name=_("organisation"),
        help_text=_(
            "For which the person appeared. Left empty, it is filled from the position held on that date."
        ),
    )

    objects = AppearanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("appearance")
        verbose_name_plural = _("appearances")
        ordering = ["session", "order", "pk"]
        constraints = [
            models.UniqueConstraint(
                "session",
                "speaker",
                name="one_appearance_a_session",
                violation_error_message=_("This person is in this session already."),
            ),
            models.CheckConstraint(condition=Q(role__in=["", *Role.values]), name="appearance_role_is_known"),
        ]

    def __str__(self) -> str:
        return ", ".join(filter(None, (self.speaker.name, self.credit_in(languages.reader()))))

    def credit_in(self, language: str) -> str:
        """Give the credit for a bulletin in that language, or the one in the main language."""
        return str(self.credits.get(language) or self.credits.get(languages.main(), ""))

    def fill_credit(self) -> None:
        """Fill empty credits and the organisation from the position held on the session's date; not saved."""
        if self.organisation_id and all(self.credits.get(code) for code in languages.codes()):
            return
        day = self.session.day
        if day is None:
            return
        position = self.speaker.positions.on(day).select_related("organisation").first()
        if position is not None:
            held = {code: position.credit(code) for code in languages.codes() if position.is_told_in(code)}
            typed = {code: text for code, text in self.credits.items() if text}
            # A credit that was typed may name another institution.
            if all(text == held.get(code) for code, text in typed.items()):
                self.organisation = self.organisation or position.organisation
            self.credits = held | typed
