"""Long lists, a page at a time."""

from typing import Any

from django.core.paginator import InvalidPage, Page, Paginator
from django.http import Http404, HttpRequest

PER_PAGE = 25


def page_of(request: HttpRequest, things: Any, per_page: int = PER_PAGE, count: int | None = None) -> Page:
    """Give the page that ?page= asks for, of `count` things where that is known. Raises Http404 for one not there."""
    paginator = Paginator(things, per_page)
    if count is not None:
        paginator.count = count
    try:
        return paginator.page(request.GET.get("page", "1"))
    except InvalidPage as error:
        raise Http404 from error
