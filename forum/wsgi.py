"""The WSGI application, for granian and any other server."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from forum import timer
from forum.database.base import DatabaseWrapper

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "forum.settings")
application = get_wsgi_application()

# Seconds that a reader waits for the embedded database, where that is the one.
DatabaseWrapper.patience = 1.5
timer.start()

# What is loaded by now stays. Looking through all of it for garbage would make every fortieth search wait 0.2 s.
_ = get_resolver().url_patterns  # loads the views
gc.collect()
gc.freeze()
