"""Take the pictures of the README and of the editors' guide: the demo forum in Chromium, a sheet with poppler."""

import os
import shutil
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright

from forum.management.commands.serve import first_free_port
from tests.browser.writing import put_cursor
from tests.chromium import QUIET

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "forum" / "static" / "forum" / "readme"
GUIDE = ROOT / "forum" / "static" / "forum" / "guide"
ISSUE = "/lantern-bay/2026/1"


class Language(NamedTuple):
    """A language of the guide: its code, the browser's, the draft that is written, where, and what is typed there."""

    code: str
    locale: str
    title: str
    place: str
    typed: str
    said: str
    suggested: str


LANGUAGES = [
    Language(
        "en",
        "en-GB",
        "Harbours for the Next Sea",
        "see at high water.",
        " So said @kara",
        " in the discussion, too.",
        " Those who moor there were not asked.",
    ),
    Language(
        "zh-hans",
        "zh-CN",
        "海绵街区",
        "平均比仪器早了二十分钟。",
        "据@xyf",
        "回忆，去年只有九次。",
        "住户也都记得。",
    ),
]


def wait_for(address: str) -> bytes:
    """Give what an address answers, as soon as it does."""
    for _ in range(100):
        try:
            with urllib.request.urlopen(address) as answer:  # noqa: S310 (our own server)
                return answer.read()
        except OSError:
            subprocess.run(["sleep", "0.2"], check=True)
    sys.exit(f"{address} does not answer")


def signed_in(browser: Browser, site: str, locale: str, name: str) -> Page:
    """Give a page of somebody of the demo who signed in."""
    page = browser.new_page(viewport={"width": 1280, "height": 860}, locale=locale)
    page.goto(f"{site}/admin/login/")
    page.fill("[name=login]", name)
    page.fill("[name=password]", f"{name}-demo")
    page.click("main [type=submit], form [type=submit]")
    page.wait_for_url("**/admin/")
    return page


def write(page: Page) -> None:
    """Take the README's picture of the newest draft as it is written."""
    page.get_by_role("link", name="Harbours for the Next Sea").first.click()
    page.wait_for_selector("html[data-writing=ready]")
    page.click("#tab-findings")
    page.wait_for_timeout(1500)
    page.screenshot(path=README / "write.png")


class Guide:
    """Takes the guide's pictures in one language."""

    def __init__(self, browser: Browser, site: str, language: Language) -> None:
        self.site, self.language = site, language
        self.page = signed_in(browser, site, language.locale, "admin")

    def shoot(self, name: str, height: int = 640) -> None:
        """Take what is seen of the page, from its top down to a height in pixels."""
        self.page.wait_for_timeout(700)
        box = {"x": 0, "y": 0, "width": 1280, "height": height}
        self.page.screenshot(path=GUIDE / f"{name}.{self.language.code}.png", clip=box)

    def ready(self) -> None:
        """Wait until the writing page can be written on."""
        self.page.wait_for_selector("html[data-writing=ready]")

    def begin(self) -> str:
        """Open the draft, in Chinese a bulletin begun anew from the demo's own; give its address."""
        page, (code, _, title, *_) = self.page, self.language
        page.goto(f"{self.site}/admin/bulletins/bulletin/?q={title}")
        page.locator("#result_list").get_by_role("link", name=title).first.click()
        self.ready()
        if code != "en":
            before = page.url
            page.locator("form[action$='/duplicate/']").evaluate("form => form.requestSubmit()")
            page.wait_for_url(lambda url: url != before and "/change/" in url)
            self.ready()
        return page.url.split("change/")[0]

    def take(self) -> None:
        """Take them all: the desk, writing, what stands beside it, the way to readers, and what differs."""
        self.shoot("desk", 480)
        draft = self.begin()
        self.write()
        for name in ("review", "publish"):
            self.page.goto(f"{draft}{name}/")
            self.shoot(name)
        self.page.goto(f"{draft}history/")
        self.page.click(".history-go button")
        self.page.locator("ins").first.scroll_into_view_if_needed()
        self.shoot("compare", 480)
        self.page.close()

    def write(self) -> None:
        """Take the sheet while a name is chosen on it, and what stands beside it."""
        page, language = self.page, self.language
        put_cursor(page, language.place)
        page.evaluate("scrollBy(0, 260)")
        page.keyboard.type(language.typed, delay=60)
        page.wait_for_selector(".mention-picker li")
        self.shoot("write", 860)
        page.keyboard.press("Enter")
        page.keyboard.type(language.said)
        page.keyboard.press("Control+s")
        page.wait_for_function("!rapporteur.keeper.dirty && !rapporteur.keeper.saving")
        page.evaluate("scrollTo(0, 0)")
        for name in ("findings", "roster"):
            page.click(f"#tab-{name}")
            self.shoot(name)
        page.click("#tab-preview")
        page.click("[data-tool=whose]")
        page.evaluate("scrollBy(0, 620)")
        self.shoot("whose")
        page.click("[data-tool=whose]")
        self.suggest()

    def suggest(self) -> None:
        """Take words that are suggested, as whoever writes sees them."""
        page, language = self.page, self.language
        draft = page.url
        self.switch_mode()
        put_cursor(page, language.place)
        page.keyboard.type(language.suggested)
        page.keyboard.press("Control+s")
        page.wait_for_function("!rapporteur.keeper.dirty && !rapporteur.keeper.saving")
        self.switch_mode()
        page.goto(draft)
        self.ready()
        page.click("#tab-comments")
        page.evaluate("scrollBy(0, 480)")
        self.shoot("suggest")

    def switch_mode(self) -> None:
        """Begin or end suggesting."""
        mode = self.page.locator(".writing").get_attribute("data-mode")
        self.page.locator(".tools [data-tool=suggest]").click()
        self.page.wait_for_selector(f"html[data-writing=ready] .writing:not([data-mode={mode}])")
        self.ready()


def main() -> None:
    """Serve the demo, and take the pictures."""
    for place in (README, GUIDE):
        place.mkdir(parents=True, exist_ok=True)
    port = first_free_port("127.0.0.1", 8400)
    site = f"http://127.0.0.1:{port}"
    server = subprocess.Popen(
        [sys.executable, "manage.py", "serve", "--port", str(port)], cwd=ROOT, env=os.environ
    )
    try:
        pdf = wait_for(f"{site}{ISSUE}.pdf")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=QUIET)
            page = browser.new_page(viewport={"width": 1280, "height": 900}, locale="en-GB")
            page.goto(f"{site}{ISSUE}/")
            page.screenshot(path=README / "page.png")
            write(signed_in(browser, site, "en-GB", "rapporteur"))
            for language in LANGUAGES:
                Guide(browser, site, language).take()
            browser.close()
    finally:
        server.terminate()
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "issue.pdf").write_bytes(pdf)
        command = ["pdftoppm", "-r", "75", "-png", "-f", "1", "-l", "1", "-singlefile"]
        subprocess.run([*command, "issue.pdf", str(README / "print")], cwd=folder, check=True)
