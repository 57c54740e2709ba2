"""A marking says who may read an issue; a grade of secrecy has no place on a networked system."""

import pytest

from bulletins.checks import check
from tests.factories import document


def told(marking):
    return [(one.code, one.severity) for one in check(document(marking=marking)) if one.where == "marking"]


@pytest.mark.parametrize("marking", ["秘密", "机密★1年", "绝 密", "密级：机密", "機密"])
def test_a_state_secret_is_an_error(marking):
    assert told(marking) == [("state-secret", "error")]


@pytest.mark.parametrize("marking", ["内部资料 注意保存", "商业秘密", "工作秘密", "For internal use"])
def test_any_other_marking_is_told(marking):
    assert told(marking) == [("marking", "hint")]


def test_an_issue_without_a_marking_is_open():
    assert told(None) == []
