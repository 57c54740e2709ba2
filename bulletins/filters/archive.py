"""How readers narrow lists down."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from bulletins.models import Publication, Series
from forum import languages


class ArchiveFilter(django_filters.FilterSet):
    """The archive, by forum, series, year and language; choices are those that have something to show."""

    forum = django_filters.ChoiceFilter(
        field_name="forum__slug", label=_("Forum"), empty_label=_("All forums")
    )
    series = django_filters.ChoiceFilter(label=_("Series"), empty_label=_("All series"))
    year = django_filters.ChoiceFilter(
        field_name="edition__year", label=_("Year"), empty_label=_("All years")
    )
    language = django_filters.ChoiceFilter(
        choices=languages.choices, label=_("Language"), empty_label=_("All languages")
    )

    class Meta:
        model = Publication
        fields = ["forum", "series", "year", "language"]

    def __init__(self, data: Any, queryset: QuerySet[Publication]) -> None:
        super().__init__(data, queryset)
        places = set(queryset.order_by().values_list("forum", "edition__year", "series").distinct())
        reader = languages.reader()
        series = list(Series.objects.select_related("forum").filter(pk__in={one for _, _, one in places}))
        forums = {one.forum.slug: one.forum.name_in(reader) for one in series}
        self.filters["forum"].extra["choices"] = list(forums.items())
        self.filters["series"].extra["choices"] = [(str(one.pk), one.masthead_in(reader)) for one in series]
        years = sorted({year for _, year, _ in places}, reverse=True)
        self.filters["year"].extra["choices"] = [(year, str(year)) for year in years]
