"""Which names with initials may be somebody's."""

import pytest

from bulletins.manuscript.short_names import abbreviates

MAY_BE = {
    ("P. Lund", "Petra Lund"): True,
    ("P.A. Lund", "Petra Anna Lund"): True,
    ("P. Lund", "Petra Anna Lund"): True,
    ("P.B. Lund", "Petra Anna Lund"): False,
    ("P.A. Lund", "Petra Lund"): False,
    ("P. Berg", "Petra Lund"): False,
    ("Petra Lund", "Petra Lund"): False,
    ("P. Lund", "P. Lund"): False,
}


@pytest.mark.parametrize(("names", "may_be"), MAY_BE.items(), ids=map(" of ".join, MAY_BE))
def test_a_name_with_initials_may_be_whose_names_begin_so(names, may_be):
    assert abbreviates(*names) is may_be
