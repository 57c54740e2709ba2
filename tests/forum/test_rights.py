"""What the verbs ask: a right at all, in one forum, and in every one."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied

from forum.rights import may, require
from tests.factories import make_user

pytestmark = pytest.mark.django_db


def test_who_lacks_a_right_is_told_which():
    with pytest.raises(PermissionDenied, match=r"the right “speakers\.merge_speaker” is missing"):
        require(make_user("ada"), "speakers.merge_speaker")


def test_the_operator_at_a_shell_may_and_a_stranger_may_not():
    assert (may(None, "speakers.merge_speaker"), may(AnonymousUser(), "speakers.merge_speaker")) == (
        True,
        False,
    )
