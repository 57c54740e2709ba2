"""Where the real sample is: outside the project, for none of its sentences belongs in it."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = Path(os.environ.get("RAPPORTEUR_SAMPLE") or ROOT.parent / "shared" / "seed" / "bulletin-vi.md")
needs_sample = pytest.mark.skipif(
    not SAMPLE.exists(), reason=f"the sample bulletin is not at {SAMPLE}; set RAPPORTEUR_SAMPLE"
)
