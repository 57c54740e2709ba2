"""Every page of the editors' room, whole, as an administrator has it: pages_whole.txt has them."""

import re
from pathlib import Path

import pytest
from django.contrib.auth.models import User

from tests.doors import make_office, patterns
from tests.kept_text import as_kept
from tests.page_text import page_text, timeless, with_ids_named

pytestmark = pytest.mark.django_db
TOLD = Path(__file__).with_name("pages_whole.txt")


@pytest.mark.slow
def test_every_page_of_the_admin_says_what_it_said(client, counted_from_one_number):
    office = make_office()
    client.force_login(User.objects.get(username="chief"))
    said = []
    for name, route, pattern in patterns():
        # Accounts and groups are Django's own pages; the ledger tells from which command it was written, and when.
        if not name.startswith("admin:") or name.startswith(
            ("admin:auth_", "admin:forum_ledger", "admin:jsi18n")
        ):
            continue
        answer = client.get(office.address(name, route, pattern), headers={"X-Request-ID": "of-this-test"})
        page = answer.getvalue().decode(errors="replace").strip()
        if answer.status_code == 200 and page.lower().startswith("<!doctype html"):
            text = "\n".join(page_text(page, whole=name in {"admin:index", "admin:login"}))
            text = re.sub(r"(<groups=|/admin/r/)\d+", r"\1{id}", timeless(text))
            said.append(f"==== {name}\n{text.strip()}\n")
    now = with_ids_named("\n".join(said))
    assert now.splitlines() == as_kept(TOLD, now).splitlines()
