"""Search over everything that was said."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from bulletins.filters import SearchFilter, SearchPage
from bulletins.search import Search, corrected

PAGES = 5  # letters of a page's number


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What was found, by bulletin; where nothing was, what the reader may have meant."""
    asked = Search(SearchFilter(request.GET).wish)
    better = None if asked.hits or asked.asks_nothing else corrected(asked)
    page = SearchPage(better or asked, _page(request))
    return render(
        request,
        "bulletins/search.html",
        {
            "asked": asked,
            "search": page.search,
            "page": page,
            "groups": page.search.page(page.number),
            "better": better,
        },
    )


def _page(request: HttpRequest) -> int:
    number = request.GET.get("page", "")
    return int(number) if number.isascii() and number.isdecimal() and len(number) <= PAGES else 1
