"""All checks together."""

import pytest
from hypothesis import given, settings

from bulletins.checks import check
from bulletins.document import Mention, Text
from tests import strategies
from tests.bulletins.checks.content import ADA, bulletin, chinese, places


def test_a_whole_bulletin_has_nothing_to_mend():
    assert (places(bulletin()), places(chinese("先小后大。"))) == ([], [])


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(strategies.documents())
def test_any_document_can_be_checked_and_twice_alike(content):
    assert check(content) == check(content)


def test_every_message_can_be_filled_in():
    broken = bulletin((Text('the the “a" (b  c'),), (Mention("x"),), number=5, title=None, roster=(ADA, ADA))
    assert all(finding.message and "{" not in finding.message for finding in check(broken))
