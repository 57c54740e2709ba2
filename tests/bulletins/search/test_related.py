"""What was said elsewhere on the same matter."""

import pytest

from bulletins.models import Passage
from bulletins.search.related import related

pytestmark = pytest.mark.django_db


def titles(lead):
    return [one.publication.title for one in related(Passage.objects.get(lead__contains=lead))]


def every_title(lead):
    passage = Passage.objects.filter(lead__contains=lead).earliest("pk")
    return [one.publication.title for one in related(passage, shown=100)]


def test_chinese_points_are_related_by_words_of_two_characters_and_more(say):
    """A character alone, as the 井 of both, is in words of any kind."""
    chinese = {"language": "zh"}
    say(("水泵太响。", "说，水泵和井都该修。"), title="一", **chinese)
    say(("花园缺水。", "认为水泵可以浇花。"), title="二", **chinese)
    say(("井很深。", "说，井，修不好。"), title="三", **chinese)

    assert titles("水泵太响") == ["二"]


@pytest.mark.slow  # fourteen bulletins are published
def test_of_a_long_chinese_point_the_ten_longest_words_are_looked_for_and_of_as_long_ones_the_first(say):
    two = ["城市", "工程", "森林", "气候", "水泵", "河流", "电力", "花园", "道路", "锅炉", "雨水", "飞机"]
    say((f"高尔夫{'、'.join(reversed(two))}。", "说。"), title="一", language="zh")
    for place, word in enumerate(["高尔夫", *two], 2):
        say((f"只有{word}。", "说。"), title=str(place), language="zh")

    assert sorted(map(int, every_title("高尔夫"))) == [*range(2, 12)]


def test_points_that_have_most_in_common_come_first_and_of_those_with_as_much_the_newest(say):
    say(("culverts clog.", "said that silt is the cause, and moss."), title="One")
    say(("it rained.", "said that silt is in culverts, and moss."), title="Closest", year=2024)
    for title in ("Two", "Three"):
        say(("it rained.", "said that silt is in culverts."), title=title)
    say(("it rained.", "said that silt is in culverts."), title="Of last year", year=2025)
    say(("snow melts.", "left."), title="Snow")

    assert titles("culverts clog") == ["Closest", "Three", "Two", "Of last year"]
