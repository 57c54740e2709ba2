"""Who is in a bulletin: its roster, with the credits that it prints."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from bulletins.models.bulletin import Bulletin
from speakers.models import Organisation, Role, Speaker


class Kind(models.TextChoices):
    """What somebody on a roster is, as Documents spell it."""

    PERSON = "person", pgettext_lazy("on a roster", "person")
    BODY = "body", pgettext_lazy("on a roster", "organisation or delegation")
    GROUP = "group", pgettext_lazy("on a roster", "group")


class RosterLine(models.Model):
    """Somebody in a bulletin's roster, with the credit that this bulletin prints.

    A person is a `speaker` of the directory. A body or a group is not: it has a `key` of its own within the bulletin,
    which begins with its kind and a colon, so that no person ever has the same.
    """

    bulletin = models.ForeignKey(Bulletin, models.CASCADE, related_name="roster", verbose_name=_("bulletin"))
    kind = models.CharField(_("kind"), max_length=8, choices=Kind, default=Kind.PERSON)
    speaker = models.ForeignKey(
        Speaker, models.PROTECT, null=True, related_name="roster_lines", verbose_name=_("speaker")
    )
    key = models.CharField(_("key"), max_length=400, blank=True, editable=False)
    order = models.PositiveIntegerField(_("order"), default=0, db_index=True)
    name = models.CharField(_("name as printed"), blank=True, help_text=_("Left empty, the speaker’s own."))
    credit = models.CharField(_("credit"), blank=True)
    role = models.CharField(_("role"), max_length=16, choices=Role, blank=True)
    role_printed = models.CharField(_("role as printed"), max_length=200, blank=True)
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="roster_lines",
        verbose_name=_("organisation"),
        help_text=_("The institution that the credit names: statements are found by it."),
    )

    class Meta:
        default_permissions = ()  # a part of its bulletin
        verbose_name = _("roster entry")
        verbose_name_plural = _("roster")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                "bulletin",
                "speaker",
                name="one_roster_line_a_speaker",
                violation_error_message=_("This person is in the roster already."),
            ),
            models.UniqueConstraint("bulletin", "key", condition=~Q(key=""), name="one_roster_line_a_key"),
            models.CheckConstraint(condition=Q(role__in=["", *Role.values]), name="roster_role_is_known"),
            models.CheckConstraint(
                condition=Q(kind=Kind.PERSON, speaker__isnull=False, key="")
                | (
                    (
                        Q(kind=Kind.BODY, key__startswith="body:")
                        | Q(kind=Kind.GROUP, key__startswith="group:")
                    )
                    & Q(speaker=None)
                    & ~Q(name="")
                ),
                name="only_persons_are_speakers",
            ),
        ]

    def __str__(self) -> str:
        return self.name or (self.speaker.name if self.speaker else self.key)

    @property
    def entry_key(self) -> str:
        """The key by which the draft's texts name it."""
        return self.speaker.slug if self.speaker else self.key
