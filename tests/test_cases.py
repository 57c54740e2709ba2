"""The folder of small inputs with what is wanted of them, where there is one (see `tests/cases.py`)."""

import os
from pathlib import Path

import pytest

from tests.cases import failures

FOLDER = Path(os.environ.get("RAPPORTEUR_CASES", "../shared/cases"))
CASES = sorted(FOLDER.glob("*.json"))


@pytest.mark.skipif(not CASES, reason="there is no folder of cases: set RAPPORTEUR_CASES")
@pytest.mark.parametrize("case", CASES or [FOLDER], ids=lambda case: case.stem)
def test_a_case_has_what_is_wanted(case):
    # None: only an eye can judge it.
    assert failures(case) in (None, [])
