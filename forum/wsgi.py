"""The WSGI application, for granian and any other server."""

import os

from django.core.wsgi import get_wsgi_application

from forum import timer
from forum.database.base import DatabaseWrapper

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "forum.settings")
application = get_wsgi_application()

# Seconds that a reader waits for the embedded database, where that is the one.
DatabaseWrapper.patience = 1.5
timer.start()
