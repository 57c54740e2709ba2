"""The site as a server on a test's database: `RAPPORTEUR_TEST_DATABASE=… granian tests.served:application`."""

import os

import django
from django.conf import settings
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.handlers.wsgi import WSGIHandler

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup(set_prefix=False)
settings.DATABASES["default"]["NAME"] = os.environ.get("RAPPORTEUR_TEST_DATABASE", "")
# Files as they lie: a fresh clone has none collected.
application = StaticFilesHandler(WSGIHandler())
