"""Long lists, a page at a time."""

from typing import Any

from django.core.paginator import InvalidPage, Page, Paginator
from django.http import Http404, HttpRequest

PER_PAGE = 25


def page_of(request: HttpRequest, things: Any, per_page: int = PER_PAGE) -> Page:
    """Give the page that ?page= asks for. Raises Http404 for one that is not there."""
    try:
        return Paginator(things, per_page).page(request.GET.get("page", "1"))
    except InvalidPage as error:
        raise Http404 from error
