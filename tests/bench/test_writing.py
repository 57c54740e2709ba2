"""How quickly the writing page answers, in the browser: a bulletin as long as a real one, and a very long one."""

import statistics
import time

import msgspec
import pytest
from django.urls import reverse

from bulletins.document import Mention, Point, RosterEntry, Section, Text
from tests.factories import document, make_bulletin

pytestmark = pytest.mark.django_db(transaction=True)

SENTENCE = "the keeper of the lamps said that the tide comes in whether or not a harbour is ready for it. "
# Type a letter at the end of the text, and wait until that shows.
SHOWN = """event => new Promise(done => {
    const start = performance.now()
    document.addEventListener(event, () => done(performance.now() - start), { once: true })
    const { view } = rapporteur
    view.dispatch(view.state.tr.insertText("x", view.state.doc.content.size - 4))
})"""
KEY = """() => {
    const { view } = rapporteur
    const start = performance.now()
    view.dispatch(view.state.tr.insertText("y", view.state.doc.content.size - 4))
    view.dom.getBoundingClientRect()
    return performance.now() - start
}"""


def bulletin(sections, points, people, sentences):
    """A bulletin with so many sections of so many points each, and so many people."""
    roster = tuple(
        RosterEntry(speaker=f"person-{place}", name=f"Person Number{place}", credit="Keeper, House of Lamps")
        for place in range(people)
    )
    places = iter(range(sections * points))

    def point():
        body = (
            Text("As "),
            Mention(f"person-{next(places) % people}"),
            Text(f" put it, {SENTENCE * sentences}".strip()),
        )
        return Point(ordinal="x", lead=(Text("lamps come before harbours."),), body=(body,))

    body = tuple(
        Section(numeral="x", title=f"Part {part}", points=tuple(point() for _ in range(points)))
        for part in range(sections)
    )
    return make_bulletin(content=msgspec.structs.replace(document(), roster=roster, sections=body))


def opened(page, live_server, made):
    """Open the page; give how long it took until one can write, in seconds."""
    start = time.perf_counter()
    page.goto(live_server.url + reverse("admin:bulletins_bulletin_change", args=[made.pk]))
    page.wait_for_selector("html[data-writing=ready]")
    return time.perf_counter() - start


def median(page, script, argument=None, rounds=9):
    """Median of what a script measures, in milliseconds."""
    return statistics.median(page.evaluate(script, argument) for _ in range(rounds))


@pytest.mark.parametrize(
    ("name", "shape"), [("as long as a real one", (3, 4, 13, 9)), ("60 points, 60 people", (10, 6, 60, 9))]
)
def test_what_is_typed_shows_at_once(signed_in, live_server, capsys, name, shape):
    made = bulletin(*shape)
    opened(signed_in, live_server, made)
    opening = opened(signed_in, live_server, made)
    signed_in.click("#tab-preview")
    signed_in.wait_for_timeout(1000)
    preview, key = median(signed_in, SHOWN, "previewed"), median(signed_in, KEY)
    signed_in.click("#tab-print")
    signed_in.wait_for_timeout(2000)
    printed = median(signed_in, SHOWN, "printed")
    signed_in.wait_for_function("!rapporteur.keeper.dirty && !rapporteur.keeper.saving", timeout=20_000)
    start = time.perf_counter()
    signed_in.evaluate(
        "rapporteur.view.dispatch(rapporteur.view.state.tr.insertText('z', rapporteur.view.state.doc.content.size - 4))"
    )
    signed_in.evaluate("rapporteur.keeper.flush()")
    saving = 1000 * (time.perf_counter() - start)
    with capsys.disabled():
        print(  # noqa: T201 (a measurement is there to be read)
            f"\n    {name}: open {opening:.2f} s, key {key:.1f} ms, preview {preview:.0f} ms,"
            f" printed page {printed:.0f} ms, save {saving:.0f} ms"
        )

    # The bars are for a bulletin as long as a real one; the long one must open and take keys as quickly.
    assert (opening < 1, key < 16) == (True, True)
    if shape[0] == 3:
        assert (preview < 300, printed < 500) == (True, True)
