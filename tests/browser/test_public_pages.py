"""The public pages in a real browser: accessible in both languages, schemes and widths."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from bulletins.publishing import Approval, publish
from tests.factories import document, make_bulletin, make_edition, make_forum, make_session, make_user

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

PAGES = [
    "/", "/rain/2026/", "/rain/2026/1/", "/rain/2026/99/", "/search/", "/search/?q=garden", "/search/?q=gardn&year=2026",
    "/search/?q=small+volcano&year=2026&language=en",
]  # fmt: skip


@pytest.fixture
def published():
    edition = make_edition(make_forum(slug="rain", name="Rain Forum"), theme="Small works")
    make_session(edition, title="Morning", room="Hall")
    return publish(
        make_bulletin(edition), by=make_user(is_superuser=True), approval=Approval(acceptance="Read.")
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", ["en-GB", "zh-CN"])
def test_no_page_breaks_a_rule_of_accessibility(chromium, live_server, published, locale, scheme):
    context = chromium.new_context(locale=locale, color_scheme=scheme)
    page = context.new_page()
    broken = {}
    for path in PAGES:
        page.goto(live_server.url + path)
        broken[path] = [violation["id"] for violation in Axe().run(page).response["violations"]]
    context.close()

    assert broken == {path: [] for path in PAGES}


@pytest.mark.parametrize("path", PAGES)
def test_nothing_runs_over_the_edge_of_a_phone(chromium, live_server, published, path):
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(live_server.url + path)
    width = page.evaluate("document.documentElement.scrollWidth")
    context.close()

    assert width == 390


def test_a_reader_changes_the_language_of_the_site_and_not_of_the_bulletin(page, live_server, published):
    page.goto(f"{live_server.url}/rain/2026/1/")
    page.get_by_role("button", name="简体中文").click()
    page.wait_for_load_state("networkidle")

    assert (page.locator("html").get_attribute("lang"), page.locator("article").get_attribute("lang")) == (
        "zh-hans",
        "en",
    )
    assert page.locator(".downloads h2").inner_text() == "下载"
    assert page.locator("h1.title").inner_text().startswith(document().title)


def test_no_page_asks_another_host_for_anything(page, live_server, published):
    asked = set()
    page.on("request", lambda request: asked.add(request.url.split("/")[2]))
    for path in PAGES:
        page.goto(live_server.url + path)

    assert asked == {live_server.url.split("/")[2]}
