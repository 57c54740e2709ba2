"""Who wrote a draft, who was told in the day's digest, and what colleagues remark on it."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bulletins.models.bulletin import Bulletin


class Contribution(models.Model):
    """Somebody wrote in a draft, and when last: they are no second pair of eyes for it."""

    bulletin = models.ForeignKey(Bulletin, models.CASCADE, related_name="contributions")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="contributions")
    last_at = models.DateTimeField(_("when last"), default=timezone.now)

    class Meta:
        default_permissions = ()  # written by verbs alone
        verbose_name = _("contribution")
        verbose_name_plural = _("contributions")
        constraints = [models.UniqueConstraint("bulletin", "user", name="one_contribution_a_writer")]

    def __str__(self) -> str:
        return f"{self.user} · {self.bulletin}"


class Digest(models.Model):
    """Somebody’s digest of a day was made, be it empty: its row is written with the mail, so each goes out once."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="digests")
    day = models.DateField(_("day"))

    class Meta:
        default_permissions = ()  # written by verbs alone
        verbose_name = _("digest")
        verbose_name_plural = _("digests")
        constraints = [models.UniqueConstraint("user", "day", name="one_digest_a_day")]

    def __str__(self) -> str:
        return f"{self.user} · {self.day}"


class Comment(models.Model):
    """A remark on words of a draft, on one of its parts, or on the whole; an answer belongs to its `thread`.

    `part` is the key of a section or point, the name of a text ("lede"), or "" for the whole. `quote` is what
    was remarked on, with what stood `before` and `after` it when it was last found (bulletins/drafts/anchors.py).
    """

    bulletin = models.ForeignKey(Bulletin, models.CASCADE, related_name="comments")
    thread = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="answers")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="comments", verbose_name=_("who")
    )
    text = models.TextField(_("text"))
    written_at = models.DateTimeField(_("when"), default=timezone.now)
    part = models.CharField(max_length=40, blank=True)
    quote = models.TextField(blank=True)
    before = models.CharField(max_length=80, blank=True)
    after = models.CharField(max_length=80, blank=True)
    resolved_at = models.DateTimeField(null=True, blank=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        default_permissions = ()  # written by verbs alone
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        ordering = ["written_at", "pk"]

    def __str__(self) -> str:
        return self.text[:80]
