"""The WSGI application, for granian and any other server."""

import os

from django.core.wsgi import get_wsgi_application
from django.db import connection

from forum.database.base import DatabaseWrapper

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "forum.settings")
application = get_wsgi_application()

if isinstance(connection, DatabaseWrapper):
    DatabaseWrapper.patience = 1.5
