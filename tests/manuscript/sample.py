"""Where the real sample is: outside the project, for none of its sentences belongs in it."""

import os
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parents[2]
SAMPLE = Path(os.environ.get("RAPPORTEUR_SAMPLE", HERE.parent / "shared" / "seed" / "bulletin-vi.md"))
needs_sample = pytest.mark.skipif(
    not SAMPLE.exists(), reason=f"The real sample is not at {SAMPLE}; set RAPPORTEUR_SAMPLE."
)
