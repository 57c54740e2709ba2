"""Views that search wait for their turn."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bulletins.search import TURNS, TooManySearchesError


def in_turn(view: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Let a view wait for its turn, as searches do: where there is none, the reader is asked to come back."""

    @wraps(view)
    def waiting(request: HttpRequest) -> HttpResponse:
        try:
            with TURNS.one():
                return view(request)
        except TooManySearchesError:
            response = render(request, "bulletins/search_later.html", status=503)
            response.headers["Retry-After"] = "2"
            response.headers["Cache-Control"] = "no-store"
            return response

    return waiting
