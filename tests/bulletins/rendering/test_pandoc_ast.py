"""What goes to pandoc: each inline of a paragraph as its formats have it."""

import io
import zipfile

from bulletins.document import Document, Imprint, List, Mention, Point, RosterEntry, Section, Table, Text
from bulletins.rendering.markdown import render_markdown
from bulletins.rendering.pandoc_ast import Form, prose, written
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


def test_a_table_has_a_head_above_and_none_at_its_side_and_a_list_begins_where_it_is_told():
    form = Form(
        run=lambda _anchor, _style, inlines: inlines,
        block=lambda _part, _anchor, inlines: {"t": "Para", "c": inlines},
        inner=lambda _part, inlines: {"t": "Plain", "c": inlines},
        around=lambda _part, block: block,
        figure=lambda _part, _figure, caption: {"t": "Para", "c": caption},
        masthead=lambda _document, _form: iter(()),
    )
    table = Table(head=((Text("Weir"),), (Text("Height"),)), rows=(((Text("Old"),), ()),))
    bare = Table(head=(), rows=(((Text("New"),),),))
    steps = List(items=(((Text("Dig"),),), ((Text("Fill"),), (Text("slowly"),))), ordered=True, start=3)

    blocks = list(prose(Document(), "text", (table, bare, steps), form))
    html = " ".join(written(blocks, {}, "-t", "html").decode().split())

    assert html == (
        "<table> <thead> <tr> <th>Weir</th> <th>Height</th> </tr> </thead>"
        " <tbody> <tr> <td>Old</td> <td></td> </tr> </tbody> </table>"
        " <table> <tbody> <tr> <td>New</td> </tr> </tbody> </table>"
        ' <ol start="3" type="1"> <li>Dig</li> <li>Fill<br /> slowly</li> </ol>'
    )
