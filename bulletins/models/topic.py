"""What bulletins are about: a small tree of topics."""

from collections.abc import Mapping
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from forum import languages
from forum.fields import InLanguages


def paths_of(wider: Mapping[int, int | None]) -> dict[int, list[int]]:
    """Give the ids of each topic and of all that are wider, the widest last; `wider` has the one above each.

    Each once: the database would let two topics be wider than each other.
    """
    paths = {}
    for topic in wider:
        path = paths[topic] = [topic]
        while (above := wider[path[-1]]) is not None and above not in path:
            path.append(above)
    return paths


class TopicQuerySet(models.QuerySet["Topic"]):
    """Named queries over topics."""

    def in_order(self) -> Self:
        """As the tree lists them: roots first, then by order and name within a parent."""
        return self.order_by(F("parent__order").asc(nulls_first=True), "order", "name", "pk")

    def paths(self) -> dict[int, list[int]]:
        """Give the ids of each topic and of all that are wider, the widest last."""
        return paths_of(dict(self.values_list("pk", "parent")))


class Topic(models.Model):
    """A topic. `slug` is the key that Documents know it by; it never changes."""

    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("wider topic")
    )
    slug = models.SlugField(_("key"), max_length=80, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=120, unique=True)
    names = InLanguages(_("name in other languages"), max_length=120)
    order = models.PositiveIntegerField(_("order"), default=0)

    objects = TopicQuerySet.as_manager()

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["order", "name"]
        constraints = [
            models.CheckConstraint(condition=~Q(slug=""), name="topics_have_a_key"),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                name="a_topic_is_not_its_own_parent",
                violation_error_message=_("A topic cannot be wider than itself."),
            ),
        ]

    def __str__(self) -> str:
        return self.name_in(languages.reader())

    def get_absolute_url(self) -> str:
        """Permanent address of the topic."""
        return reverse("topic", args=[self.slug])

    def clean(self) -> None:
        # Forms leave out constraints that ask for the id, and none sees a circle of several.
        if self.pk and self.parent_id in self.with_narrower():
            raise ValidationError(_("A topic cannot be wider than itself."))

    def with_narrower(self) -> set[int]:
        """Give the ids of the topic and of all that are narrower."""
        found: set[int] = set()
        level = {self.pk}
        while level:
            found |= level
            level = set(Topic.objects.filter(parent__in=level).values_list("pk", flat=True)) - found
        return found

    def name_in(self, language: str) -> str:
        """Give the name in a language, or the one there is."""
        return self.names.get(language) or self.name
