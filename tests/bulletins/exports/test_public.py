"""What the site has made public, as lists for programs."""

import pytest

from bulletins.exports.public import with_wider
from bulletins.models import Topic

pytestmark = pytest.mark.django_db


def test_topics_come_with_all_wider_ones_also_where_they_stand_in_a_circle():
    names = ("water", "rivers", "weirs", "wind", "day", "night")
    pks = {name: Topic.objects.create(slug=name, name=name).pk for name in names}
    for name, wider in (("rivers", "water"), ("weirs", "rivers"), ("day", "night"), ("night", "day")):
        Topic.objects.filter(slug=name).update(parent=pks[wider])

    found = [
        with_wider(pks[name] for name in asked) for asked in ((), ("wind",), ("weirs", "rivers"), ("day",))
    ]

    assert found == [
        set(),
        {pks["wind"]},
        {pks["weirs"], pks["rivers"], pks["water"]},
        {pks["day"], pks["night"]},
    ]
