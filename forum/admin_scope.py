"""The admin shows nobody rows of forums that their rights do not hold in: in no list, search or choice."""

from typing import Any

from django.contrib.admin import ModelAdmin as DjangoModelAdmin
from django.db.models import QuerySet
from django.http import HttpRequest

from forum.rights import Actor, forums_of

# How rows of each model lead to their forum; models that are not here belong to the whole office.
_TO_FORUM = {
    "forum.forum": "pk",
    "forum.edition": "forum",
    "forum.session": "edition__forum",
    "bulletins.series": "forum",
}


def limited(queryset: QuerySet[Any], by: Actor) -> QuerySet[Any]:
    """Give the rows of the forums that somebody's rights hold in."""
    path, forums = _TO_FORUM.get(queryset.model._meta.label_lower), forums_of(by)
    return queryset if path is None or forums is None else queryset.filter(**{f"{path}__in": forums})


class ScopedAdmin(DjangoModelAdmin):
    """Finds, opens and offers rows of one's own forums only."""

    def get_queryset(self, request: HttpRequest) -> Any:
        """The rows as the model's own query set, which has queries of its own."""
        return limited(super().get_queryset(request), request.user)

    def get_field_queryset(self, db: str | None, db_field: Any, request: HttpRequest) -> QuerySet[Any] | None:
        """What may be chosen; a row that was typed in by its id is refused as one that is not offered."""
        offered = super().get_field_queryset(db, db_field, request)
        if offered is None:
            offered = db_field.remote_field.model._default_manager  # noqa: SLF001 (Django's documented name)
        return limited(offered, request.user)
