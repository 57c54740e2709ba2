"""Lists, sub-sections, links and what else is more than paragraphs, on the writing page in a real browser."""

import pytest
from playwright.sync_api import expect

from bulletins.document import List, Mention, Note, Section, Subsection, Table, Text
from bulletins.document import Point as Item
from bulletins.drafts.rows import document_of
from tests.browser.writing import open_page, put_cursor, saved
from tests.factories import document, make_bulletin

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

WORDS = (
    Text("Water, H"),
    Text("2", script="sub"),
    Text("O, is told of "),
    Text("here", link="https://rain.example/a?b=1"),
    Note(((Text("By "), Mention("berg-ada"), Text(".")),)),
    Text(":"),
)
LIST = List((((Text("stone on every bank;"),),), ((Text("a yearly check."),),)), ordered=True, start=3)
TABLE = Table(((Text("Bank"),), (Text("Stones"),)), (((Text("North"),), ()),))
CHOSEN = "(count) => rapporteur.view.state.selection.to - rapporteur.view.state.selection.from === count"


def of_all_kinds():
    point = Item(ordinal="Firstly", lead=(Text("water is wet."),), body=(WORDS, LIST, TABLE))
    below = Subsection(numeral="A", title="Wells", points=(Item(lead=(Text("wells are deep."),)),))
    return document(
        lede=(), sections=(Section(numeral="I", title="Rivers", points=(point,), sections=(below,)),)
    )


def body_of(bulletin, at=0):
    return document_of(bulletin).sections[0].points[at].body


def test_what_is_more_than_paragraphs_is_kept_through_writing_beside_it(signed_in, live_server):
    bulletin = make_bulletin(content=of_all_kinds())
    before = document_of(bulletin)
    page = open_page(signed_in, live_server, bulletin)

    assert page.evaluate("rapporteur.keeper.dirty") is False
    put_cursor(page, "water is wet")
    page.keyboard.type(" and cold")
    put_cursor(page, "a yearly check")
    page.keyboard.type(" of all")
    saved(page)

    now = document_of(bulletin)
    assert body_of(bulletin)[0] == WORDS
    assert body_of(bulletin)[1].items[1] == ((Text("a yearly check of all."),),)
    assert body_of(bulletin)[2] == TABLE
    assert [one.title for one in now.sections[0].sections] == [
        one.title for one in before.sections[0].sections
    ]


def test_a_list_is_made_left_and_taken_apart_by_keyboard(signed_in, live_server):
    point = Item(
        ordinal="Firstly", lead=(Text("water is wet."),), body=((Text("She asked for:"),), (Text("stone"),))
    )
    bulletin = make_bulletin(
        content=document(sections=(Section(numeral="I", title="Rivers", points=(point,)),))
    )
    page = open_page(signed_in, live_server, bulletin)

    put_cursor(page, "stone")
    page.keyboard.press("Control+Shift+8")
    page.keyboard.press("Enter")
    page.keyboard.type("a table")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.keyboard.type("That was all.")
    saved(page)
    assert body_of(bulletin) == (
        (Text("She asked for:"),),
        List((((Text("stone"),),), ((Text("a table"),),))),
        (Text("That was all."),),
    )

    put_cursor(page, "a table", behind=False)
    page.keyboard.press("Backspace")
    saved(page)
    assert body_of(bulletin)[1:3] == (List((((Text("stone"),),),)), (Text("a table"),))


def test_a_section_becomes_part_of_the_one_above_with_tab_and_its_own_again(signed_in, live_server):
    sections = tuple(
        Section(numeral=numeral, title=title, points=(Item(lead=(Text(f"{title} matter."),)),))
        for numeral, title in (("I", "Rivers"), ("II", "Wells"))
    )
    bulletin = make_bulletin(content=document(sections=sections))
    page = open_page(signed_in, live_server, bulletin)

    put_cursor(page, "Wells")
    page.keyboard.press("Tab")
    saved(page)
    [above] = document_of(bulletin).sections
    assert [(part.numeral, part.title) for part in above.sections] == [("A", "Wells")]

    page.keyboard.press("Shift+Tab")
    saved(page)
    assert [one.numeral for one in document_of(bulletin).sections] == ["I", "II"]


def test_raised_words_and_links_are_typed(signed_in, live_server):
    point = Item(ordinal="Firstly", lead=(Text("water is wet."),), body=((Text("On ten m2 see here."),),))
    bulletin = make_bulletin(
        content=document(sections=(Section(numeral="I", title="Rivers", points=(point,)),))
    )
    page = open_page(signed_in, live_server, bulletin)
    page.on("dialog", lambda dialog: dialog.accept("https://rain.example/"))

    put_cursor(page, "m2")
    page.keyboard.press("Shift+ArrowLeft")
    page.wait_for_function(CHOSEN, arg=1)
    page.click(".format summary")
    page.click("[data-tool=sup]")
    put_cursor(page, "see here")
    for _ in "here":
        page.keyboard.press("Shift+ArrowLeft")
    page.wait_for_function(CHOSEN, arg=4)
    page.keyboard.press("Control+k")
    saved(page)

    expect(page.locator(".sheet-text sup")).to_have_text("2")
    assert body_of(bulletin) == (
        (
            Text("On ten m"),
            Text("2", script="super"),
            Text(" see "),
            Text("here", link="https://rain.example/"),
            Text("."),
        ),
    )


def take_over(page):
    page.locator("#inset").get_by_role("button", name="Take over").click()
    expect(page.locator("#inset")).to_be_hidden()


def test_a_footnote_and_a_table_are_made_in_a_dialog(signed_in, live_server):
    bulletin = make_bulletin()
    page = open_page(signed_in, live_server, bulletin)
    dialog = page.locator("#inset")

    put_cursor(page, "a garden a street is enough.")
    page.locator(".format summary").click()
    page.get_by_role("button", name="Footnote").click()
    dialog.get_by_label("Footnote").fill("Of 2019.\nAs the council has it.")
    take_over(page)
    page.locator(".format summary").click()
    page.get_by_role("button", name="Table", exact=True).click()
    for name, words in (("Row 1, column 1", "Street"), ("Row 1, column 2", "Gardens")):
        dialog.get_by_label(name).fill(words)
    dialog.get_by_role("button", name="Add a row").click()
    dialog.get_by_label("Row 3, column 2").fill("2")
    dialog.get_by_role("button", name="Take out row 2").click()
    take_over(page)
    saved(page)

    body = body_of(bulletin)
    assert body[0][-1] == Note(((Text("Of 2019."),), (Text("As the council has it."),)))
    assert body[1] == Table(((Text("Street"),), (Text("Gardens"),)), (((), (Text("2"),)),))


def test_a_table_and_a_footnote_are_changed_and_what_stays_keeps_its_mentions(signed_in, live_server):
    bulletin = make_bulletin(content=of_all_kinds())
    page = open_page(signed_in, live_server, bulletin)
    dialog = page.locator("#inset")

    page.locator(".sheet-text table").dblclick()
    dialog.get_by_label("Row 2, column 2").fill("12")
    take_over(page)
    page.locator(".own-note").dblclick()
    note = dialog.get_by_label("Footnote")
    note.fill(note.input_value().replace("By", "Counted by"))
    take_over(page)
    saved(page)

    body = body_of(bulletin)
    assert body[2].rows == (((Text("North"),), (Text("12"),)),)
    assert body[0][4] == Note(((Text("Counted by "), Mention("berg-ada"), Text(".")),))
