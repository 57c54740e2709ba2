"""Ways to the pages of the desk."""

import json

import pytest
from django.urls import reverse

from tests.factories import make_user


@pytest.fixture
def knock(client):
    """Ask a door of a bulletin for something, as somebody with every right."""
    client.force_login(make_user("chief", is_superuser=True))

    def ask(bulletin, door, sent=None, query="", **form):
        url = reverse(f"admin:bulletins_bulletin_write_{door}", args=[bulletin.pk]) + query
        if form:
            return client.post(url, form)
        if sent is None:
            return client.get(url)
        body = sent if isinstance(sent, bytes) else json.dumps(sent)
        return client.post(url, body, content_type="application/json")

    return ask
