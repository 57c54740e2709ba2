"""How people of the office get in: limits on failed log-ins, a new password by mail, no accounts for strangers."""

import os
import re
import subprocess
import sys

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.urls import reverse

from tests.factories import make_user

pytestmark = pytest.mark.django_db
LOGIN, DESK = "/admin/account/login/", "/admin/"


@pytest.fixture(autouse=True)
def nothing_counted():
    cache.clear()


def log_in(client, name, password, **more):
    return client.post(LOGIN, {"login": name, "password": password}, **more)


def is_in(client):
    return client.get(DESK).status_code == 200


def test_the_admin_sends_to_the_log_in_page_and_back(client):
    make_user("ada")

    asked = client.get(DESK, follow=True)
    let_in = log_in(client, "ada", "ada-password")

    assert (
        asked.redirect_chain[-1][0] == f"{LOGIN}?next={DESK}%3Fnext%3D%2Fadmin%2F"
        or LOGIN in (asked.redirect_chain[-1][0])
    )
    assert (let_in.status_code, let_in.headers["Location"]) == (302, DESK)
    assert is_in(client)


def test_after_five_wrong_passwords_the_right_one_is_not_taken_for_a_while(client):
    make_user("ada")
    make_user("ivo")

    for _ in range(5):
        log_in(client, "ada", "wrong")
    answer = log_in(client, "ada", "ada-password")

    assert "Too many failed login attempts" in answer.content.decode()
    assert not is_in(client)
    log_in(client, "ivo", "ivo-password")
    assert is_in(client)  # the limit is the name's, until an address tries many


def test_an_address_that_tries_many_names_is_stopped(client):
    make_user("ada")

    for attempt in range(10):
        log_in(client, f"name-{attempt}", "wrong")
    log_in(client, "ada", "ada-password")

    assert not is_in(client)


def test_four_wrong_passwords_stop_nobody(client):
    make_user("ada")

    for _ in range(4):
        log_in(client, "ada", "wrong")
    log_in(client, "ada", "ada-password")

    assert is_in(client)


def test_a_forgotten_password_is_set_anew_by_a_link_in_a_mail(client, mailoutbox):
    make_user("ada", email="ada@office.example")
    assert reverse("account_reset_password") in client.get(LOGIN).content.decode()

    client.post(reverse("account_reset_password"), {"email": "ada@office.example"})
    link = re.search(r"http://testserver(/\S+)", mailoutbox[0].body)[1]
    form = client.get(link, follow=True)
    client.post(form.request["PATH_INFO"], {"password1": "Umbrella-of-72", "password2": "Umbrella-of-72"})

    assert (len(mailoutbox), mailoutbox[0].to) == (1, ["ada@office.example"])
    log_in(client, "ada", "Umbrella-of-72")
    assert is_in(client)
    assert client.get(link, follow=True).context["token_fail"]


def test_a_stranger_who_asks_for_a_new_password_gets_no_mail_and_the_same_answer(client, mailoutbox):
    make_user("ada", email="ada@office.example")

    answers = [
        client.post(reverse("account_reset_password"), {"email": f"{name}@office.example"})
        for name in ("ada", "nobody")
    ]

    assert len(mailoutbox) == 1
    assert answers[0].headers["Location"] == answers[1].headers["Location"]


def test_a_mail_that_cannot_be_sent_tells_the_page_nothing(client, settings, caplog):
    smtp = {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {"host": "127.0.0.1", "port": 9},
    }
    settings.MAILERS = {"default": smtp}
    make_user("ada", email="ada@office.example")

    answer = client.post(reverse("account_reset_password"), {"email": "ada@office.example"})

    assert (answer.status_code, answer.headers["Location"]) == (302, reverse("account_reset_password_done"))
    assert "No mail could be sent." in caplog.messages


def test_nobody_signs_up(client):
    sent = {"username": "eve", "password1": "Umbrella-of-72", "password2": "Umbrella-of-72"}

    page = client.post(reverse("account_signup"), sent)

    assert not User.objects.filter(username="eve").exists()
    assert "closed" in page.content.decode()


def test_a_new_password_ends_every_other_session(client):
    user = make_user("ada")
    other = type(client)()
    other.force_login(user)
    client.force_login(user)

    client.post(
        reverse("account_change_password"),
        {"oldpassword": "ada-password", "password1": "Umbrella-of-72", "password2": "Umbrella-of-72"},
    )

    assert (is_in(client), is_in(other)) == (True, False)


def test_the_log_in_page_looks_like_the_admin_and_speaks_chinese(client):
    page = client.get(LOGIN, headers={"accept-language": "zh-hans"}).content.decode()

    assert "unfold/css/styles" in page
    assert "forum/admin" in page
    assert '<html lang="zh-hans"' in page
    assert "忘记密码？" in page


OFF = "import django; django.setup(); from django.urls import reverse, NoReverseMatch\n"
ASK = """
def there(name):
    try:
        return bool(reverse(name, kwargs={"provider_id": "office"} if "openid" in name else None))
    except NoReverseMatch:
        return False
print(*map(there, ("mfa_activate_totp", "mfa_login_webauthn", "openid_connect_login")))

from django.conf import settings
print(*(str(one["link"]) for one in settings.UNFOLD["ACCOUNT"]["navigation"]))

import pathlib, allauth
from django.apps import apps
from django.template.loader import get_template
folder = pathlib.Path(allauth.__file__).parent / "templates"
for app in ("account", "mfa", "socialaccount"):
    for page in (folder / app).rglob("*.html") if apps.is_installed(f"allauth.{app}") else ():
        get_template(str(page.relative_to(folder)))
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("turned_on", "expected"),
    [
        ({}, ["False False False", ""]),
        ({"RAPPORTEUR_TOTP": "1"}, ["True False False", "/admin/account/2fa/"]),
        ({"RAPPORTEUR_PASSKEYS": "1"}, ["False True False", "/admin/account/2fa/"]),
        ({"RAPPORTEUR_OPENID_URL": "https://login.office.example/"}, ["False False True", ""]),
    ],
)
def test_second_factors_and_single_sign_on_are_off_until_turned_on_and_their_pages_can_be_found_and_shown(
    turned_on, expected
):
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings"} | turned_on

    told = subprocess.run(
        [sys.executable, "-c", OFF + ASK], env=environment, capture_output=True, text=True, check=True
    )

    assert told.stdout.split("\n")[-3:-1] == expected
