"""Take the README's pictures: a bulletin's page and a draft being written in Chromium, a printed page with poppler."""

import os
import shutil
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from forum.management.commands.serve import first_free_port
from tests.chromium import QUIET

ROOT = Path(__file__).resolve().parents[1]
PLACE = ROOT / "forum" / "static" / "forum" / "readme"
ISSUE = "/lantern-bay/2026/1"


def wait_for(address: str) -> bytes:
    """Give what an address answers, as soon as it does."""
    for _ in range(100):
        try:
            with urllib.request.urlopen(address) as answer:  # noqa: S310 (our own server)
                return answer.read()
        except OSError:
            subprocess.run(["sleep", "0.2"], check=True)
    sys.exit(f"{address} does not answer")


def write(page: Page, site: str) -> None:
    """Sign the demo's rapporteur in, and take a picture of the newest draft as it is written."""
    page.goto(f"{site}/admin/login/")
    page.fill("[name=login]", "rapporteur")
    page.fill("[name=password]", "rapporteur-demo")
    page.click("[type=submit]")
    page.get_by_role("link", name="Harbours for the Next Sea").first.click()
    page.wait_for_selector("html[data-writing=ready]")
    page.click("#tab-findings")
    page.wait_for_timeout(1500)
    page.screenshot(path=PLACE / "write.png")


def main() -> None:
    """Serve the demo, and take the pictures."""
    PLACE.mkdir(parents=True, exist_ok=True)
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
            page.screenshot(path=PLACE / "page.png")
            write(page, site)
            browser.close()
    finally:
        server.terminate()
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "issue.pdf").write_bytes(pdf)
        command = [
            "pdftoppm",
            "-r",
            "75",
            "-png",
            "-f",
            "1",
            "-l",
            "1",
            "-singlefile",
            "issue.pdf",
            str(PLACE / "print"),
        ]
        subprocess.run(command, cwd=folder, check=True)


if __name__ == "__main__":
    main()
