"""What a process does that a test may kill: one verb, on the test's database. Loaded once, before it forks."""

import os

import django
from django.conf import settings
from django.db import connections

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup(set_prefix=False)

from tests.bulletins import office  # noqa: E402, F401 (needs the apps)


def run(database, verb):
    """Do a verb on a database by its name."""
    connections.close_all()
    settings.DATABASES["default"]["NAME"] = connections["default"].settings_dict["NAME"] = database
    verb()
