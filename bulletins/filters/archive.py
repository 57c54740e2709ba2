"""How readers narrow lists down."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from bulletins.models import Publication
from forum import languages
from forum.models import Forum


class ArchiveFilter(django_filters.FilterSet):
    """The archive, by forum, year and language; choices are those that have something to show."""

    forum = django_filters.ModelChoiceFilter(
        queryset=Forum.objects.none(), to_field_name="slug", label=_("Forum"), empty_label=_("All forums")
    )
    year = django_filters.ChoiceFilter(
        field_name="edition__year", label=_("Year"), empty_label=_("All years")
    )
    language = django_filters.ChoiceFilter(
        choices=languages.choices, label=_("Language"), empty_label=_("All languages")
    )

    class Meta:
        model = Publication
        fields = ["forum", "year", "language"]

    def __init__(self, data: Any, queryset: QuerySet[Publication]) -> None:
        super().__init__(data, queryset)
        places = set(queryset.order_by().values_list("forum", "edition__year").distinct())
        self.filters["forum"].queryset = Forum.objects.filter(pk__in={forum for forum, _ in places})
        years = sorted({year for _, year in places}, reverse=True)
        self.filters["year"].extra["choices"] = [(year, str(year)) for year in years]
