"""Fixtures of the measurements. Each bar is a ratio within one run, on the machine it runs on."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def sample() -> Path:
    path = Path(os.environ.get("RAPPORTEUR_SAMPLE") or ROOT.parent / "shared" / "seed" / "bulletin-vi.md")
    if not path.exists():
        pytest.skip(f"the sample bulletin is not at {path}; set RAPPORTEUR_SAMPLE")
    return path
