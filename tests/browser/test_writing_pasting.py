"""Pasting from Word: words come in as words, parts as parts, and what is no text of it stays out and is told."""

import pytest
from playwright.sync_api import expect

from bulletins.document import Mention, RosterEntry, Text
from bulletins.drafts.rows import document_of
from tests.browser.writing import open_page, printed, put_cursor, saved, two_points
from tests.factories import document, make_bulletin, make_speaker

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

PARTS = (
    "<h2>Small Works First</h2>"
    "<p><b>Firstly, rain is free.</b> Ada Berg, Head of Drains, City of Ulm-on-Sea, said that <s>two</s> one is"
    " enough.</p><p>Secondly, wind is not. <b>Ivo Lund, Dean of Rain</b>, said that nobody asked.</p>"
)


def paste(page, html):
    page.evaluate(
        """html => {
            const data = new DataTransfer()
            data.setData("text/html", html)
            data.setData("text/plain", "x")
            const paste = { clipboardData: data, bubbles: true, cancelable: true }
            rapporteur.view.dom.dispatchEvent(new ClipboardEvent("paste", paste))
        }""",
        html,
    )


def test_what_comes_from_word_keeps_paragraphs_bold_and_italics_and_nothing_else(signed_in, live_server):
    bulletin = two_points()
    page = open_page(signed_in, live_server, bulletin)
    put_cursor(page, "Nobody disagreed.")
    paste(
        page,
        '<html xmlns:o="urn:x"><body><p class=MsoNormal style="color:red"><b>Bold</b> and '
        '<i style="font-size:20pt">leaning</i><o:p></o:p></p><p>Over 10<sup>6</sup></p>'
        "<script>alert(1)</script><img src=x>"
        # What looks like ours and is not keeps its words, and breaks nothing.
        '<figure data-figure="{"><figcaption>A weir</figcaption></figure>'
        '<p>A pipe<sup data-note="{}">2</sup></p></body></html>',
    )
    saved(page)

    (point,) = document_of(bulletin).sections[1].points
    assert point.body[0] == (
        Text("Nobody disagreed."),
        Text("Bold", strong=True),
        Text(" and "),
        Text("leaning", emphasis=True),
    )
    assert point.body[1:] == (
        (Text("Over 10"), Text("6", script="super")),
        (Text("A weir"),),
        (Text("A pipe"), Text("2", script="super")),
    )
    expect(page.locator("#left-out")).to_contain_text("pictures")


# What Word puts on the clipboard: struck out, deleted, hidden and commented words, a note, and a list of its own.
FROM_WORD = """<html xmlns:o="urn:x" xmlns:w="urn:y"><body><!--StartFragment-->
<p class=MsoNormal>Teal named <s>four</s> five gates<a href="#_ftn1" name="_ftnref1"><span
class=MsoFootnoteReference>[1]</span></a>:<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>a gate at the weir;<o:p></o:p></p>
<p class=MsoNormal>Changed: <del>earlier words</del><ins>later words</ins>. <span
style='display:none;mso-hide:all'>for nobody’s eyes</span>It rained.<a style='mso-comment-reference:D_1'></a><span
class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[D1]</a></span></p>
<div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a
href="#_ftnref1">[1]</a> A note about gates.</p></div></div>
<div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>[D1]Count them
again.</p></div></div><!--EndFragment--></body></html>"""


def test_deleted_hidden_and_commented_words_stay_out_and_are_told(signed_in, live_server):
    bulletin = two_points()
    page = open_page(signed_in, live_server, bulletin)
    put_cursor(page, "Nobody disagreed.")
    paste(page, FROM_WORD)
    saved(page)

    text = printed(bulletin)[1][0]
    told = page.locator("#left-out p").inner_text()
    stays = ("Teal named five gates:", "a gate at the weir;", "Changed: later words. It rained.")
    goes = ("four", "earlier words", "nobody’s eyes", "Count them", "[D1]", "[1]", "·")
    assert [part for part in stays if part not in text] == []
    assert [part for part in goes if part in text] == []
    tells = ("four · earlier words", "for nobody’s eyes", "Count them again.", "A note about gates.")
    assert [part for part in tells if part not in " ".join(told.split())] == []


def test_pasted_parts_become_sections_points_and_credits_after_a_look(signed_in, live_server):
    bulletin = make_bulletin()
    make_speaker("lund-ivo", family_name="Lund", given_name="Ivo")
    page = open_page(signed_in, live_server, bulletin)
    put_cursor(page, "a garden a street is enough.")
    paste(page, PARTS)
    look = page.locator("#paste-look .look")
    expect(look.locator("small")).to_have_text(["@ Ada Berg", "@ Ivo Lund"])
    expect(look).to_contain_text("New on the roster: Ivo Lund")
    expect(look).to_contain_text("deleted or struck: “two”")
    page.keyboard.press("Enter")
    expect(page.locator(".sheet-text section")).to_have_count(2)
    saved(page)

    written = document_of(bulletin)
    first, second = written.sections[1].points
    assert (written.sections[1].title, [entry.name for entry in written.roster]) == (
        "Small Works First",
        ["Ada Berg", "Ivo Lund"],
    )
    assert (first.ordinal, first.lead, first.body[0][0]) == (
        "Firstly",
        (Text("rain is free."),),
        Mention("berg-ada"),
    )
    assert (second.ordinal, second.body[0][1]) == ("Secondly", Mention("lund-ivo"))
    assert "two" not in printed(bulletin)[1][0]

    page.locator(".sheet-text").focus()
    page.keyboard.press("Control+z")
    expect(page.locator(".sheet-text section")).to_have_count(1)


def credit_last_letters(page, count):
    page.evaluate(
        """count => {
            const { view } = rapporteur
            const { selection, doc } = view.state
            const chosen = selection.constructor.create(doc, selection.head - count, selection.head)
            view.dispatch(view.state.tr.setSelection(chosen))
        }""",
        count,
    )
    page.keyboard.type("@")


def test_an_at_sign_over_a_selected_name_makes_it_a_credit(signed_in, live_server):
    people = (*document().roster, RosterEntry(speaker="lund-ivo", name="Ivo Lund", credit="Dean of Rain"))
    make_speaker("lund-ivo", family_name="Lund", given_name="Ivo")
    bulletin = make_bulletin(content=document(roster=people))
    page = open_page(signed_in, live_server, bulletin)
    put_cursor(page, "a garden a street is enough.")
    page.keyboard.type(" So says Lund")
    credit_last_letters(page, 4)
    page.keyboard.type(". And Ivo Lund, Dean of Rain")
    credit_last_letters(page, 22)
    saved(page)

    assert document_of(bulletin).sections[0].points[0].body[0][-4:] == (
        Text(", a garden a street is enough. So says "),
        Mention("lund-ivo", printed="Lund"),
        Text(". And "),
        Mention("lund-ivo"),
    )
