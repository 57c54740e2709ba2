"""The writing page as tests use it: opened, written on, and what of it the server has."""

import re

from django.urls import reverse
from playwright.sync_api import expect

from bulletins.document import Point as Item
from bulletins.document import Section, Text
from bulletins.drafts.rows import document_of
from bulletins.inline import point_text
from tests.factories import document, make_bulletin

SAVED = re.compile(r"^Saved")


def open_page(page, live_server, bulletin, panel="findings"):
    """Open a bulletin's page, and wait until it can be written on."""
    page.goto(live_server.url + reverse("admin:bulletins_bulletin_change", args=[bulletin.pk]))
    page.wait_for_selector("html[data-writing=ready]")
    page.click(f"#tab-{panel}")
    return page


def saved(page, *, by_itself=False):
    """Wait until the server has everything; Ctrl+S saves at once what saves `by_itself` a little later."""
    if not by_itself:
        page.keyboard.press("Control+s")
    page.wait_for_function("!rapporteur.keeper.dirty && !rapporteur.keeper.saving")
    expect(page.locator("#status")).to_have_text(SAVED)


def hears(page):
    """Let a page ask now what others did, as it does every few seconds."""
    page.evaluate("rapporteur.keeper.poll()")


def put_cursor(page, text, *, behind=True):
    """Put the cursor behind (or before) a text of the sheet, as a click there would."""
    found = page.evaluate(
        """([text, behind]) => {
            const { view } = rapporteur
            let place = null
            view.state.doc.descendants((node, pos) => {
                if (!node.isText || place !== null) return
                const at = node.text.indexOf(text)
                if (at >= 0) place = pos + at + (behind ? text.length : 0)
            })
            if (place === null) return false
            const selection = view.state.selection.constructor.near(view.state.doc.resolve(place))
            view.dispatch(view.state.tr.setSelection(selection))
            view.focus()
            // ProseMirror sets the selection once more, 20 ms after it got the focus: a key in between would be lost.
            return new Promise((done) => setTimeout(() => done(true), 40))
        }""",
        [text, behind],
    )
    assert found, f"{text} is not on the sheet"


def printed(bulletin):
    """The points of a draft as they print, section by section."""
    written = document_of(bulletin)
    return [[point_text(point, written) for point in section.points] for section in written.sections]


def two_points(**fields):
    """A bulletin with one section of two points, and one of one."""
    first = document().sections[0].points[0]
    second = Item(
        ordinal="Secondly", lead=(Text("gardens need gardeners."),), body=((Text("So the meeting found."),),)
    )
    third = Item(ordinal="Firstly", lead=(Text("dams can wait."),), body=((Text("Nobody disagreed."),),))
    sections = (
        Section(numeral="I", title="Small Works First", points=(first, second)),
        Section(numeral="II", title="Large Works Later", points=(third,)),
    )
    return make_bulletin(content=document(sections=sections), **fields)
