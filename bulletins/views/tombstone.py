"""What stands at the addresses of a bulletin that was withdrawn: that it was, when and why, and none of its words."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Concatenate

from django.db.models import F, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from bulletins.models import Publication
from bulletins.models.publication import PublicationQuerySet
from bulletins.models.series import PLACE

type Find = Callable[[str, int, int, int | None], Iterable[Publication]]
type View[**P] = Callable[Concatenate[HttpRequest, P], HttpResponse]


class WithdrawnError(Exception):
    """The version that is asked for was public, and is withdrawn."""

    def __init__(self, publication: Publication) -> None:
        super().__init__()
        self.publication = publication


def at_place(
    versions: PublicationQuerySet, forum: str, year: int, number: int, version: int | None
) -> PublicationQuerySet:
    """Give the version of an issue, or the newest."""
    wanted = Q(superseded=False) if version is None else Q(version=version)
    return versions.alias(place_of_series=PLACE).filter(
        wanted, place_of_series=forum, edition__year=year, number=number
    )


def _found(forum: str, year: int, number: int, version: int | None) -> Iterable[Publication]:
    # One at most: nothing needs to be put in order for it.
    return at_place(Publication.objects.with_place().public(), forum, year, number, version).order_by()[:1]


def public_version(
    forum: str, year: int, number: int, version: int | None, find: Find = _found
) -> Publication:
    """Give a version, or the newest, that readers may see; `find` asks for it.

    Raises WithdrawnError where it was public once, and Http404 where readers never saw it.
    """
    if found := list(find(forum, year, number, version)):
        return found[0]
    there = at_place(Publication.objects.with_place(), forum, year, number, version)
    # What was withdrawn before its embargo ended was never public; a correction of since shares its bulletin's fate.
    once_public = Q(bulletin__publications__public_from__lte=F("withdrawn_at"))
    if (gone := there.filter(once_public).first()) is not None:
        raise WithdrawnError(gone)
    raise Http404


def with_tombstone[**P](view: View[P]) -> View[P]:
    """Let a view answer 410 (gone) where what it shows was withdrawn."""

    @wraps(view)
    def shown(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except WithdrawnError as error:
            context = {"publication": error.publication}
            return render(request, "bulletins/withdrawn.html", context, status=410)

    return shown
