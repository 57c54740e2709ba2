"""RAPPORTEUR_MAIL_URL as the options of a mail server, and what is said of one that names none."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from forum.mail import mailer


@pytest.mark.parametrize(
    ("url", "options"),
    [
        ("smtp://u:p%40q@m.example.org", {"port": 587, "use_tls": True, "username": "u", "password": "p@q"}),
        ("smtps://m.example.org", {"port": 465, "use_ssl": True}),
        ("smtps://m.example.org:4650", {"port": 4650, "use_ssl": True}),
        ("smtp://u@m.example.org", {"port": 587, "use_tls": True, "username": "u", "password": ""}),
        ("smtp+plain://m.example.org", {"port": 25}),
    ],
)
def test_a_mail_server_is_one_address(url, options):
    assert mailer(url) == {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {"host": "m.example.org", "timeout": 10} | options,
    }


@pytest.mark.parametrize(
    "url", ["m.example.org", "http://u:secret@m.example.org", "smtp://", "smtp://u:secret@m:port"]
)
def test_what_names_no_mail_server_is_refused_without_telling_its_password(url):
    with pytest.raises(ImproperlyConfigured) as refused:
        mailer(url)

    assert str(refused.value) == (
        "RAPPORTEUR_MAIL_URL must be like smtp://user:password@host:587 (STARTTLS), smtps://… (TLS) "
        "or smtp+plain://… (neither)."
    )


def test_without_a_server_mails_are_written_to_the_log():
    assert mailer("") == {"BACKEND": "django.core.mail.backends.console.EmailBackend"}
