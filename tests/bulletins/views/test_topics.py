"""Pages of topics."""

import pytest

from bulletins.models import Passage, Topic
from bulletins.publishing.index import index_facets

pytestmark = pytest.mark.django_db


def test_a_topic_counts_the_points_of_narrower_ones(client, tied):
    water = Topic.objects.create(slug="water", name="Water")
    Topic.objects.filter(slug="drainage").update(parent=water)
    index_facets(Passage.objects.all())

    page = client.get("/topics/water/").content.decode()

    assert ("1 point" in page, 'href="/topics/drainage/"' in page) == (True, True)
