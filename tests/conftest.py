"""Fixtures that every test may ask for, and the watch over slow tests."""

import os

import pytest
from django.contrib.auth.models import User
from django.utils import translation
from hypothesis import HealthCheck, settings

from bulletins.models.site_state import REVISIONS
from bulletins.page_cache import PAGE_CACHE
from tests.browsing import chromium, desks, page, second_page, signed_in  # noqa: F401 (fixtures)
from tests.demo import Demo
from tests.factories import make_user
from tests.kept_rows import let_tests_empty_the_database

# A whole bulletin takes a while to draw, and what is tried with it a while more.
settings.register_profile(
    "bulletins", max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("bulletins")

let_tests_empty_the_database()

SLOW = 1.0  # seconds; `make quick` leaves out what is marked slow


@pytest.fixture(autouse=True)
def language_of_the_site():
    """A request in another language leaves it behind in its thread, for whichever test comes next."""
    translation.deactivate()


@pytest.fixture(autouse=True)
def no_pages_of_other_tests():
    """Tables are emptied between tests, as nobody ever does it to a site: no page may outlive that."""
    PAGE_CACHE.clear()
    REVISIONS.forget()


@pytest.fixture
def editor(db):
    """Whoever may do everything; on a kept site, whoever wrote it."""
    return User.objects.filter(username="editor").first() or make_user("editor", is_superuser=True)


@pytest.fixture(scope="session")
def kept_demo():
    return Demo()


@pytest.fixture
def demo(db, kept_demo):
    """The demo forum, as `manage.py demo` leaves it."""
    kept_demo.load()
    return kept_demo


def pytest_terminal_summary(terminalreporter):
    """Name the tests that take longer than a mark-less test may, so that `make quick` stays quick."""
    if os.getloadavg()[0] > 2 * (os.cpu_count() or 1):
        return  # a busy machine tells nothing of a test
    reports = [
        one
        for group in terminalreporter.stats.values()
        for one in group
        if isinstance(one, pytest.TestReport)
    ]
    slow = {one.nodeid: one.duration for one in reports if one.when == "call" and one.duration > SLOW}
    marked = {
        one.nodeid for one in reports if "slow" in one.keywords or one.nodeid.startswith("tests/bench/")
    }
    for test in sorted(slow.keys() - marked, key=slow.get, reverse=True):
        terminalreporter.write_line(f"not marked slow, and took {slow[test]:.1f} s: {test}", yellow=True)
