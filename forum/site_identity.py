"""What the site is called, for every page, feed and mail."""

from typing import Any

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject, cached_property
from django.utils.translation import gettext as _

from forum import languages
from forum.models import Site


class SiteIdentity:
    """The site's name, sentence and contact in the reader's language; what the house has not said is the usual."""

    def __init__(self, request: HttpRequest | None = None) -> None:
        self._request = request

    @cached_property
    def _row(self) -> Site | None:
        # A page that is kept was told it together with the state that it was made in (bulletins/page_cache.py).
        if self._request is not None and hasattr(self._request, "site_row"):
            row: Site | None = self._request.site_row
            return row
        try:
            row = Site.objects.first()
        except DatabaseError:
            return None  # a page that says so has a head, too
        if self._request is not None:
            self._request.site_row = row  # type: ignore[attr-defined]  # for the other contexts of this page
        return row

    @property
    def name(self) -> str:
        """What it is called."""
        return (self._row.name_in(languages.reader()) if self._row else "") or _("Forum bulletins")

    @property
    def about(self) -> str:
        """What it is, in one sentence; or nothing."""
        return self._row.about_in(languages.reader()) if self._row else ""

    @property
    def contact(self) -> str:
        """Where to write to; or nothing."""
        return self._row.contact if self._row else ""

    @property
    def signature(self) -> str:
        """What mails end with; of a site without a name, nothing."""
        return (
            "\n".join(filter(None, ("-- ", self.name, self.contact, settings.SITE_ADDRESS)))
            if self._row
            else ""
        )


def site(request: HttpRequest) -> dict[str, Any]:
    """Let templates ask what the site is called; asked only where one does."""
    return {"this_site": SimpleLazyObject(lambda: SiteIdentity(request))}
