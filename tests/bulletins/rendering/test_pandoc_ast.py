"""What goes to pandoc: each inline of a paragraph as its formats have it."""

import io
import zipfile

from bulletins.document import Document, Imprint, Mention, Point, RosterEntry, Section, Text
from bulletins.rendering.markdown import render_markdown
from bulletins.rendering.word import render_word

ADA = RosterEntry(speaker="ada", name="Ada Berg", credit="Dean")


def lines(*inlines):
    """The last paragraph of a bulletin in Markdown, and how many links its Word file has."""
    point = Point(body=((Text("Rain fell. "), *inlines),))
    document = Document(roster=(ADA,), title="Rain", sections=(Section(title="Works", points=(point,)),))
    (line,) = (
        one for one in render_markdown(document, Imprint()).decode().splitlines() if "Rain fell." in one
    )
    with zipfile.ZipFile(io.BytesIO(render_word(document, Imprint()))) as archive:
        links = archive.read("word/document.xml").decode().count("<w:hyperlink ")
    return line.partition("</span>")[2], links


def test_a_credit_leads_to_the_roster_and_a_border_that_an_editor_set_prints_nothing():
    border = Mention("ada", printed="")

    assert lines(border, Text("It lasted."), border) == ("Rain fell. It lasted.", 0)
    assert lines(Mention("ada", printed="Berg"), Text(" saw it.")) == (
        "Rain fell. [Berg](#speaker-ada) saw it.",
        1,
    )
