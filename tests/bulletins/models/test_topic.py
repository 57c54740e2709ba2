"""The tree of topics."""

import pytest

from bulletins.models import Topic

pytestmark = pytest.mark.django_db


def test_each_topic_comes_with_all_wider_ones_also_where_two_are_wider_than_each_other():
    names = ("water", "rivers", "weirs", "wind", "day", "night")
    pks = {name: Topic.objects.create(slug=name, name=name).pk for name in names}
    for name, wider in (("rivers", "water"), ("weirs", "rivers"), ("day", "night"), ("night", "day")):
        Topic.objects.filter(slug=name).update(parent=pks[wider])

    assert Topic.objects.paths() == {
        pks["water"]: [pks["water"]],
        pks["rivers"]: [pks["rivers"], pks["water"]],
        pks["weirs"]: [pks["weirs"], pks["rivers"], pks["water"]],
        pks["wind"]: [pks["wind"]],
        pks["day"]: [pks["day"], pks["night"]],
        pks["night"]: [pks["night"], pks["day"]],
    }
