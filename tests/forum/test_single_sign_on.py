"""Log-in by the office's OpenID Connect provider: for those who have an account; for strangers none is made."""

import json
import os
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from django.db import connection

ROOT = Path(__file__).resolve().parents[2]
# In a process of its own, which has the apps and tables for it; nothing that is written here stays.
LOG_IN = """
import json, sys
from urllib.parse import parse_qs, urlsplit
import django
from django.conf import settings
database, people = json.load(sys.stdin)
settings.DATABASES["default"]["NAME"] = database
django.setup()
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.test.utils import setup_test_environment
from django.urls import reverse

def logged_in(person):
    client = Client()
    asked = client.post(reverse("openid_connect_login", args=["office"]))
    state = parse_qs(urlsplit(asked.headers["Location"]).query)["state"][0]
    back = {"code": json.dumps(person), "state": state}
    page = client.get(reverse("openid_connect_callback", args=["office"]), back)
    user = User.objects.filter(pk=client.session.get("_auth_user_id")).first()
    return {
        "who": user.username if user else "",
        "has a password": bool(user and user.has_usable_password()),
        "page": page.headers.get("Location") or [one.name for one in page.templates][0],
        "accounts": sorted(User.objects.values_list("username", flat=True)),
    }

setup_test_environment()
with transaction.atomic():
    call_command("migrate", "socialaccount", verbosity=0)
    User.objects.create_user("ada", "ada@office.example", "Umbrella-of-72", is_staff=True)
    User.objects.create_user("ivo", "ivo@office.example", "Umbrella-of-72", is_staff=True, is_active=False)
    print(json.dumps([logged_in(one) for one in people]))
    transaction.set_rollback(True)
"""


class Provider(BaseHTTPRequestHandler):
    """Takes every code, which tells already who it is."""

    def do_GET(self):
        if self.path == "/userinfo":
            told = json.loads(self.headers["Authorization"].removeprefix("Bearer "))
        else:
            here = f"http://127.0.0.1:{self.server.server_port}"
            names = ("authorization", "token", "userinfo")
            told = {f"{name}_endpoint": f"{here}/{name}" for name in names}
        self._answer(told)

    def do_POST(self):
        sent = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self._answer({"access_token": sent["code"][0], "token_type": "Bearer"})

    def _answer(self, told):
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(told).encode())

    def log_message(self, *_words):
        pass


def logged_in(*people):
    """Let people log in whom a provider tells of: who is in then, what page they get, which accounts there are."""
    with HTTPServer(("127.0.0.1", 0), Provider) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        turned_on = {"RAPPORTEUR_OPENID_URL": f"http://127.0.0.1:{server.server_port}"}
        done = subprocess.run(
            [sys.executable, "-c", LOG_IN],
            cwd=ROOT,
            env=os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings"} | turned_on,
            input=json.dumps([connection.settings_dict["NAME"], people]),
            capture_output=True,
            text=True,
            check=False,
        )
        server.shutdown()
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.django_db
@pytest.mark.slow  # a process of its own
def test_whoever_has_an_account_with_the_address_gets_in_and_no_stranger_gets_one():
    people = {
        "a stranger": {"sub": "1", "email": "eve@office.example", "email_verified": True},
        "under Ada's name": {
            "sub": "2", "email": "eve@office.example", "email_verified": True, "preferred_username": "ada",
        },
        "without an address": {"sub": "3", "preferred_username": "ada"},
        "with Ada's address, as it is said": {"sub": "4", "email": "ada@office.example", "email_verified": False},
        "whose account is off": {"sub": "5", "email": "ivo@office.example", "email_verified": True},
        "Ada": {"sub": "6", "email": "ADA@office.example", "email_verified": True},
        "Ada later, with another address": {"sub": "6", "email": "berg@office.example", "email_verified": True},
    }  # fmt: skip

    told = dict(zip(people, logged_in(*people.values()), strict=True))

    accounts = ["ada", "ivo"]
    stranger = {
        "who": "",
        "has a password": False,
        "page": "account/signup_closed.html",
        "accounts": accounts,
    }
    # Whoever else knew a password of her account is out.
    ada = {"who": "ada", "has a password": False, "page": "/admin/", "accounts": accounts}
    assert told == {
        "a stranger": stranger,
        "under Ada's name": stranger,
        "without an address": stranger,
        "with Ada's address, as it is said": stranger,
        "whose account is off": stranger | {"page": "/admin/account/inactive/"},
        "Ada": ada,
        "Ada later, with another address": ada,
    }
