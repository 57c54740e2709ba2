"""What a process does that a test may kill: one verb, on the test's database. Loaded once, before it forks."""

import os

import django
from django.conf import settings
from django.db import connections
from django.test.utils import override_settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup(set_prefix=False)

from tests.bulletins import office  # noqa: E402, F401 (needs the apps)


def files_in(folder):
    """Give settings with which published files lie in a folder, for several processes to see."""
    kept = {"BACKEND": "forum.storage.FolderStorage", "OPTIONS": {"location": str(folder)}}
    return settings.STORAGES | {"renderings": kept}


def run(database, folder, verb):
    """Do a verb on a database by its name."""
    override_settings(STORAGES=files_in(folder)).enable()
    connections.close_all()
    settings.DATABASES["default"]["NAME"] = connections["default"].settings_dict["NAME"] = database
    verb()
