"""What was said elsewhere on the same matter."""

import pytest

from bulletins.models import Passage
from bulletins.search.related import related

pytestmark = pytest.mark.django_db


def titles(lead):
    return [one.publication.title for one in related(Passage.objects.get(lead__contains=lead))]


def test_chinese_points_are_related_by_words_of_two_characters_and_more(say):
    """A character alone, as the 井 of both, is in words of any kind."""
    chinese = {"language": "zh"}
    say(("水泵太响。", "说，水泵和井都该修。"), title="一", **chinese)
    say(("花园缺水。", "认为水泵可以浇花。"), title="二", **chinese)
    say(("井很深。", "说，井，修不好。"), title="三", **chinese)

    assert titles("水泵太响") == ["二"]
