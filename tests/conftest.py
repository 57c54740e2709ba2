"""Fixtures that every test may ask for."""

import os
from pathlib import Path

import pytest

from tests.browsing import chromium, page, second_page, signed_in  # noqa: F401 (fixtures)
from tests.factories import make_user

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def editor(db):
    return make_user("editor", is_superuser=True)


@pytest.fixture(scope="session")
def sample() -> Path:
    """The real bulletin, which lies beside the project and is no part of it."""
    path = Path(os.environ.get("RAPPORTEUR_SAMPLE") or ROOT.parent / "shared" / "seed" / "bulletin-vi.md")
    if not path.exists():
        pytest.skip(f"the sample bulletin is not at {path}; set RAPPORTEUR_SAMPLE")
    return path
