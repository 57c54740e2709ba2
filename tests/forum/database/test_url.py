"""DATABASE_URL as settings: what is asked of the server, and what is said of one that names none."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from forum.database.url import server_settings


def test_a_server_is_given_two_seconds_and_its_connections_stay_a_minute():
    settings = server_settings(" postgres://ada:secret@db.example:5433/rain?sslmode=require ")

    assert {
        name: settings[name]
        for name in (
            "ENGINE",
            "HOST",
            "PORT",
            "NAME",
            "USER",
            "PASSWORD",
            "CONN_MAX_AGE",
            "CONN_HEALTH_CHECKS",
            "OPTIONS",
        )
    } == {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": "db.example",
        "PORT": 5433,
        "NAME": "rain",
        "USER": "ada",
        "PASSWORD": "secret",
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"sslmode": "require", "connect_timeout": 2, "tcp_user_timeout": 2000},
    }


@pytest.mark.parametrize("url", ["", "  "])
def test_an_empty_one_is_told(url):
    with pytest.raises(ImproperlyConfigured) as refused:
        server_settings(url)

    assert str(refused.value) == "DATABASE_URL is empty: set it to postgres://user:password@host/name."


@pytest.mark.parametrize(
    "url", ["mysql://a:secret@b/c", "postgres://a:secret@b", "nothing", "postgres://a:secret@b:x/c"]
)
def test_one_that_names_no_postgresql_is_told_without_its_password(url):
    with pytest.raises(ImproperlyConfigured) as refused:
        server_settings(url)

    assert str(refused.value) == (
        "DATABASE_URL names no PostgreSQL database: it must be like postgres://user:password@host/name."
    )
