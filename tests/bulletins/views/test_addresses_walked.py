"""Every address ever given out, walked after each step of a bulletin's life: one table says what each then gives."""

import msgspec
import pytest

from bulletins.document import Mention, Point, Section, Text
from bulletins.drafts.rows import document_of, write_document
from bulletins.publishing.publication import Approval, publish
from bulletins.publishing.withdrawal import restore, withdraw
from tests.factories import document, make_bulletin

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
SAID = Approval(acceptance="Read.", correction_note="Put right.")
IDS = {"G": "a000000001", "P": "a000000002", "D": "a000000003", "F": "a000000004", "S": "a000000005"}
GARDENS = ("gardens come first.", "According to ", ", they hold rain. A street needs one. It costs little.")
PUMPS = ("pumps come second.", "As suggested by ", ", they are loud. They break.")
DRAINS = ("drains come last.", "In the opinion of ", ", they are old.")
FROGS = ("frogs were there before.", "As noted by ", ", they sing.")
# The steps: what the bulletin then consists of, or what is done to it.
STEPS = {
    "publish": {"G": GARDENS, "P": PUMPS, "D": DRAINS},
    "add before": {"F": FROGS, "G": GARDENS, "P": PUMPS, "D": DRAINS},
    "move": {"F": FROGS, "P": PUMPS, "G": GARDENS, "D": DRAINS},
    "split": {
        "F": FROGS,
        "P": ("pumps come second.", "As suggested by ", ", they are loud."),
        "S": ("they break.", "They break. So said ", "."),
        "G": GARDENS,
        "D": DRAINS,
    },
    "merge": {
        "F": FROGS,
        "P": ("pumps come second.", "As suggested by ", ", they are loud."),
        "S": ("they break.", "They break. So said ", "."),
        "D": ("drains come last.", "According to ", f"{GARDENS[2]} Drains are old."),
    },
    "withdraw": None,
    "put back": None,
}
# Of each address what it gives after each step. "#G": to where point G stands in the newest version; a word: a page
# that says what became of the point, with its words as cited; "old": a page that says there is a newer one; "page":
# a page or file; "->": for ever to another address; "410": withdrawn, in no words of it; "in", "out": listed or not;
# ".": not given out yet.
TABLE = """
address             | publish | add before | move  | split | merge   | withdraw | put back
                    | page    | page       | page  | page  | page    | 410      | page
v1/                 | page    | old        | old   | old   | old     | 410      | old
v2/                 | .       | page       | old   | old   | old     | 410      | old
v5/                 | .       | .          | .     | .     | page    | 410      | page
?version=1          | ->v1/   | ->v1/      | ->v1/ | ->v1/ | ->v1/   | 410      | ->v1/
G/                  | #G      | moved      | moved | moved | merged  | 410      | merged
v1/G/               | #G      | moved      | moved | moved | merged  | 410      | merged
v2/G/               | .       | #G         | moved | moved | merged  | 410      | merged
P/                  | #P      | moved      | #P    | split | split   | 410      | split
v1/P/               | #P      | moved      | #P    | split | split   | 410      | split
v2/P/               | .       | #P         | moved | split | split   | 410      | split
v4/P/               | .       | .          | .     | #P    | #P      | 410      | #P
D/                  | #D      | moved      | moved | moved | changed | 410      | changed
F/                  | .       | #F         | #F    | #F    | #F      | 410      | #F
v4/S/               | .       | .          | .     | #S    | #S      | 410      | #S
.md                 | page    | page       | page  | page  | page    | 410      | page
v1.md               | page    | page       | page  | page  | page    | 410      | page
v1.json             | page    | page       | page  | page  | page    | 410      | page
.md?version=1       | ->v1.md | ->v1.md    | ->v1.md | ->v1.md | ->v1.md | 410 | ->v1.md
cite/               | page    | page       | page  | page  | page    | 410      | page
cite/?point=G       | page    | page       | page  | page  | 404     | 410      | 404
v1/cite/?point=G    | page    | page       | page  | page  | page    | 410      | page
v1/cite/?point=i-2  | page    | page       | page  | page  | page    | 410      | page
v2/changes/v1/      | .       | page       | page  | page  | page    | 410      | page
v1/X/               | 404     | 404        | 404   | 404   | 404     | 410      | 404
/feeds/all.atom     | in      | in         | in    | in    | in      | out      | in
/feeds/rain.atom    | in      | in         | in    | in    | in      | 404      | in
/sitemap-issues.xml | in      | in         | in    | in    | in      | out      | in
"""
HEAD, *ROWS = [[cell.strip() for cell in line.split("|")] for line in TABLE.strip().splitlines()]
BASE = "/rain/2026/1"


def content(points):
    made = tuple(
        Point(
            id=IDS[key],
            ordinal="x",
            lead=(Text(lead),),
            body=((Text(before), Mention("berg-ada"), Text(after)),),
        )
        for key, (lead, before, after) in points.items()
    )
    return document(sections=(Section(id="5ec0000001", numeral="I", title="Works", points=made),))


def correct(bulletin, points):
    bulletin.refresh_from_db()
    speakers = {line.speaker.slug: line.speaker for line in bulletin.roster.select_related("speaker")}
    now = msgspec.structs.replace(document_of(bulletin), sections=content(points).sections)
    write_document(bulletin, now, speakers)


def path_of(address):
    """Give the path that a row of the table is short for."""
    if address.startswith("/"):
        return address
    for key, id_ in IDS.items():
        address = address.replace(f"{key}/", f"{id_}/").replace(f"point={key}", f"point={id_}")
    return f"{BASE}{address}" if address.startswith(".") else f"{BASE}/{address}"


def given(client, address):
    """Give what an address gives now, in the words of the table."""
    answer = client.get(path_of(address))
    if answer.status_code == 302:
        page, _, anchor = answer.headers["Location"].partition("#")
        assert page == f"{BASE}/"
        return f"#{next(key for key, id_ in IDS.items() if id_ == anchor)}"
    if answer.status_code == 301:
        return f"->{answer.headers['Location'].removeprefix(BASE).lstrip('/')}"
    if answer.status_code == 410:
        assert not any(word in answer.content.decode() for word in ("pumps", "gardens", "they hold rain"))
    if answer.status_code != 200:
        return str(answer.status_code)
    if address.startswith("/"):
        return "in" if f"http://testserver{BASE}/" in answer.content.decode() else "out"
    context = answer.context or {}
    if "fate" in context:
        assert context["cited"]["label"] in answer.content.decode()
        return context["fate"]
    return "old" if context.get("newer_url") else "page"


def test_every_address_given_out_gives_what_the_table_says_after_each_step(client, edition, editor):
    bulletin = None
    walked = [HEAD]
    columns = []
    for step, points in STEPS.items():
        if step == "withdraw":
            withdraw(bulletin, by=editor, note="Wrong.")
        elif step == "put back":
            restore(bulletin, by=editor)
        elif bulletin is None:
            bulletin = make_bulletin(edition, content=content(points))
            publish(bulletin, by=editor, approval=SAID)
        else:
            correct(bulletin, points)
            publish(bulletin, by=editor, approval=SAID)
        place = HEAD.index(step)
        columns.append(["." if row[place] == "." else given(client, row[0]) for row in ROWS])
    walked += [[row[0], *cells] for row, cells in zip(ROWS, zip(*columns, strict=True), strict=True)]

    assert walked == [HEAD, *ROWS]
