"""The project's settings, with the environment that tests run in."""

import hashlib
import os
from pathlib import Path

os.environ["RAPPORTEUR_DEBUG"] = "0"
os.environ["RAPPORTEUR_HTTPS"] = "0"
os.environ["RAPPORTEUR_HOSTS"] = "testserver,localhost,127.0.0.1"
os.environ["RAPPORTEUR_API_REQUESTS"] = "100000"
os.environ["RAPPORTEUR_SECRET_KEY"] = "tests-only-" * 6

from forum.settings import *  # noqa: F403, TID251 (the one place that builds on the settings)
from forum.settings import DATABASES, STATIC_ROOT  # noqa: TID251 (the one place that builds on the settings)

# A test database is used again from run to run, but never one that other migrations made.
_MIGRATIONS = sorted(Path(__file__).resolve().parent.parent.glob("*/migrations/*.py"))
_DIGEST = hashlib.sha256(b"".join(path.read_bytes() for path in _MIGRATIONS)).hexdigest()[:8]
DATABASES["default"]["TEST"] = {"NAME": f"test_rapporteur_{_DIGEST}"}

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "renderings": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# WhiteNoise warns where nothing was collected, and warnings are errors here: a fresh clone has no such folder.
STATIC_ROOT.mkdir(exist_ok=True)
