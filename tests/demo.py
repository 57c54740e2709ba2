"""The demo forum, as `manage.py demo` leaves it."""

import io

from django.core.management import call_command

from tests.kept_sites import KeptSite


class Demo:
    """The rows that `manage.py demo` writes into an empty site, and what it tells."""

    def __init__(self):
        self.told = ""
        self._site = KeptSite()

    def load(self):
        """Write the demo's rows."""
        self.told = self._site.load(_written)


def _written():
    out = io.StringIO()
    call_command("demo", stdout=out)
    return out.getvalue()
