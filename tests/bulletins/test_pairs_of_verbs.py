"""Every verb beside every other, on two connections at one moment: each ends, none fails, and the index is right."""

import pytest

from forum.refusal import Refusal
from tests.at_once import at_once
from tests.bulletins.office import VERBS, Office
from tests.index_rows import assert_index_is_as_made_anew


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("first", VERBS, ids=lambda verb: verb.__name__)
def test_a_verb_beside_every_other_ends_and_leaves_the_index_right(editor, first):
    office = Office(editor)
    # Merged twice at one moment: the second is refused, and that is right.
    failed = [
        (second.__name__, repr(result))
        for second in VERBS[VERBS.index(first) :]
        for result in at_once(first(office), second(office))
        if isinstance(result, Exception) and not isinstance(result, Refusal)
    ]

    assert failed == []
    assert_index_is_as_made_anew()
