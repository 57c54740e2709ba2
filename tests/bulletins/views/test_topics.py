"""Pages of topics."""

import pytest

from bulletins.models import Topic

pytestmark = pytest.mark.django_db


def test_a_topic_counts_the_points_of_narrower_ones(client, tied):
    water = Topic.objects.create(slug="water", name="Water")
    Topic.objects.filter(slug="drainage").update(parent=water)

    page = client.get("/topics/water/").content.decode()

    assert ("1 point" in page, 'href="/topics/drainage/"' in page) == (True, True)
