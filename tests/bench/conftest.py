"""Fixtures of the measurements. Each bar is a ratio within one run, on the machine it runs on."""

import pytest

from tests.sample import SAMPLE


@pytest.fixture(scope="session")
def sample():
    if not SAMPLE.exists():
        pytest.skip(f"the sample bulletin is not at {SAMPLE}; set RAPPORTEUR_SAMPLE")
    return SAMPLE
