"""Writing a bulletin on its page, in a real browser: nothing to learn, and nothing is lost."""

import json

import msgspec
import pytest
from playwright.sync_api import expect

from bulletins.document import Hand, Labelled, Section
from bulletins.drafts.rows import document_of
from bulletins.inline import plain
from bulletins.models import AcceptedFinding, Bulletin, DraftPoint
from tests.browser.writing import open_page, printed, put_cursor, saved, two_points
from tests.factories import document, make_bulletin

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


def test_opening_a_bulletin_changes_nothing(signed_in, live_server):
    bulletin = two_points()
    before = document_of(bulletin)

    open_page(signed_in, live_server, bulletin)
    signed_in.wait_for_timeout(900)  # longer than it waits before it saves what is typed

    assert (document_of(bulletin), Bulletin.objects.get().version) == (before, 0)


def test_what_is_typed_saves_itself(signed_in, live_server):
    bulletin = make_bulletin()
    open_page(signed_in, live_server, bulletin)

    put_cursor(signed_in, "a garden a street is enough.")
    signed_in.keyboard.type(" It rains there too.")
    saved(signed_in, by_itself=True)

    assert printed(bulletin) == [
        [
            (
                "Firstly, small works come before large ones. "
                "According to Ada Berg, Head of Drains, City of Ulm-on-Sea, "
                "a garden a street is enough. It rains there too."
            )
        ]
    ]


@pytest.mark.parametrize("width", [1400, 390])
def test_a_menu_of_the_bar_stays_on_the_screen_and_closes_by_escape_and_by_a_click_elsewhere(
    signed_in, live_server, width
):
    page = open_page(signed_in, live_server, make_bulletin())
    page.set_viewport_size({"width": width, "height": 800})
    told = []
    for name in ("Format", "More"):
        summary = page.locator(".write-bar summary", has_text=name)
        menu = summary.locator("xpath=../div")
        summary.click()
        box = menu.bounding_box()
        told.append(box["x"] >= 0 and box["x"] + box["width"] <= width)
        page.keyboard.press("Escape")
        told.append(not menu.is_visible())
        summary.click()
        page.mouse.click(width / 2, 780)
        told.append(not menu.is_visible())

    assert told == [True] * 6


def test_the_masthead_is_typed_where_it_prints(signed_in, live_server):
    bulletin = make_bulletin()
    page = open_page(signed_in, live_server, bulletin)

    page.fill("#number", "6")
    page.fill("#volume", "141")
    page.fill("[data-field=title]", "Gardens before dams")
    page.fill("#summarized", "Ivo Lund, Eva Hill")
    page.click(".foot summary")
    page.fill("#hands", "Editor: Ada Berg, Zora Finch\nReviewed by: Ivo Lund")
    page.fill("#distribution", "To: the city council\nthe library")
    page.fill("#marking", "For internal use")
    page.fill("#copies", "80")
    saved(page)

    written = document_of(bulletin)
    assert written.hands == (
        Hand("Editor", "Ada Berg"),
        Hand("Editor", "Zora Finch"),
        Hand("Reviewed by", "Ivo Lund"),
    )
    assert written.distribution == (Labelled("To", "the city council"), Labelled("", "the library"))
    assert (written.marking, written.copies) == ("For internal use", 80)
    page.reload()
    expect(page.locator("#hands")).to_have_value("Editor: Ada Berg, Zora Finch\nReviewed by: Ivo Lund")
    assert (written.number, written.volume, written.title, written.summarized_by) == (
        6,
        141,
        "Gardens before dams",
        ("Ivo Lund", "Eva Hill"),
    )


def test_a_number_that_is_taken_is_told_at_its_field_and_all_else_is_saved(signed_in, live_server):
    bulletin = make_bulletin()
    make_bulletin(bulletin.edition, number=6, volume=1)
    page = open_page(signed_in, live_server, bulletin)

    page.fill("[data-field=title]", "Gardens before dams")
    page.fill("#number", "6")
    expect(page.locator(".issue .error")).to_have_text(
        "Another bulletin of this series and edition has this number."
    )
    page.wait_for_function("!rapporteur.keeper.dirty")

    bulletin.refresh_from_db()
    assert (bulletin.title, bulletin.number, page.input_value("#number")) == (
        "Gardens before dams",
        None,
        "6",
    )


def test_a_whole_bulletin_is_written_by_keyboard_alone(signed_in, live_server):  # noqa: PLR0915 (as many keys)
    bulletin = make_bulletin(content=document(sections=(), lede=(), editors_note=()))
    page = open_page(signed_in, live_server, bulletin)
    type_ = page.keyboard.type
    press = page.keyboard.press

    page.locator("[data-field=title]").focus()
    press("Control+a")
    type_("Gardens before dams")
    page.locator(".sheet-text").focus()
    press("Control+Home")
    type_("What was said in the morning.")
    press("ArrowDown")
    type_("Speakers agreed.")
    press("Control+Shift+Enter")
    type_("Small Works First")
    press("Enter")
    type_("small works come first.")
    press("Enter")
    type_("According to @berg")
    page.wait_for_selector(".mention-picker li")
    press("Enter")
    type_(", one is enough.")
    press("Enter")
    press("Enter")
    type_("gardens need gardeners.")
    press("Enter")
    type_("So it was found.")
    saved(page)

    written = document_of(bulletin)
    assert (written.title, plain(written.editors_note[0], written), plain(written.lede[0], written)) == (
        "Gardens before dams",
        "What was said in the morning.",
        "Speakers agreed.",
    )
    assert (written.sections[0].title, printed(bulletin)) == (
        "Small Works First",
        [
            [
                (
                    "Firstly, small works come first. "
                    "According to Ada Berg, Head of Drains, City of Ulm-on-Sea, one is enough."
                ),
                "Secondly, gardens need gardeners. So it was found.",
            ]
        ],
    )


def test_find_and_replace_goes_through_the_whole_bulletin(signed_in, live_server):
    bulletin = two_points()
    page = open_page(signed_in, live_server, bulletin)

    page.keyboard.press("Control+f")
    page.fill("#find-what", "works")
    expect(page.locator("#find-count")).to_have_text("1 of 4")
    page.fill("#replace-with", "projects")
    page.click("[data-tool=replace-all]")
    saved(page)

    written = document_of(bulletin)
    assert ([section.title for section in written.sections], plain(written.lede[0], written)) == (
        ["Small projects First", "Large projects Later"],
        "Speakers compared what small projects can do for old streets.",
    )

    page.fill("#find-what", "drains")  # in a name's credit: the chip shows it, the roster has it
    expect(page.locator("#find-count")).to_have_text("1 of 2")
    page.fill("#replace-with", "Dykes")
    page.click("[data-tool=replace-all]")
    page.fill("#find-what", "gardens and the")
    expect(page.locator("#find-count")).to_have_text("1 of 1")
    page.fill("#replace-with", "ponds and the")
    page.click("[data-tool=replace]")
    saved(page)

    written = document_of(bulletin)
    assert (written.roster[0].credit, written.title) == (
        "Head of Dykes, City of Ulm-on-Sea",
        "Rain ponds and the streets that need them",
    )


def test_a_finding_goes_to_its_place_is_mended_with_one_click_or_stands_with_a_reason(signed_in, live_server):
    bulletin = two_points()
    page = open_page(signed_in, live_server, bulletin)
    put_cursor(page, "So the meeting found.")
    page.keyboard.type(" And and so on.")
    page.get_by_role("button", name="Warning “And and”").click()
    chosen = page.evaluate("getSelection().toString()")
    page.get_by_role("button", name="Change to “And”").click()
    saved(page)
    page.locator(".findings li", has_text="Nobody is credited").first.get_by_role(
        "button", name="Let it stand"
    ).click()
    page.keyboard.type("The whole room said so.")
    page.keyboard.press("Enter")
    expect(page.locator(".findings .reason").first).to_have_text("The whole room said so.")

    assert (chosen, printed(bulletin)[0][1].endswith("So the meeting found. And so on.")) == ("And and", True)
    assert list(AcceptedFinding.objects.values_list("reason", "by__username")) == [
        ("The whole room said so.", "editor")
    ]


def test_the_number_of_findings_stands_in_the_margin_and_leads_to_them(signed_in, live_server):
    page = open_page(signed_in, live_server, two_points(), "preview")

    page.get_by_role("button", name="Findings here: 1").last.click()

    assert page.evaluate("document.activeElement.textContent").startswith(
        "Warning Nobody is credited in “dams can wait.”"
    )


def test_the_preview_follows_the_typing_and_a_click_in_it_goes_to_the_field(signed_in, live_server):
    bulletin = two_points()
    page = open_page(signed_in, live_server, bulletin, "preview")
    put_cursor(page, "Nobody disagreed.")
    page.keyboard.type(" Nobody at all.")
    frame = page.frame_locator("#preview-frame")
    expect(frame.locator(".point:has(#ii-1)")).to_contain_text("Nobody at all.")

    frame.locator(".point:has(#i-2)").click()

    page.wait_for_function("rapporteur.view.hasFocus()")
    assert (
        page.evaluate("rapporteur.view.state.selection.$from.parent.textContent") == "gardens need gardeners."
    )


def test_the_printed_pages_are_shown_on_demand(signed_in, live_server):
    page = open_page(signed_in, live_server, two_points(), "print")

    page.wait_for_selector("#print-pages img")

    assert page.evaluate("document.querySelector('#print-pages img').decode().then(() => true)") is True


def test_the_language_may_change_in_the_middle(signed_in, live_server):
    bulletin = two_points()
    page = open_page(signed_in, live_server, bulletin)

    page.click("details.numbering summary")
    page.select_option("[data-field=language]", "zh")
    page.select_option("[data-field=section_style]", "chinese")
    page.select_option("[data-field=point_style]", "yishi")
    saved(page)

    written = document_of(bulletin)
    assert [section.numeral for section in written.sections] == ["一", "二"]
    assert written.sections[0].points[1].ordinal == "二是"
    assert (
        page.locator(".sheet-text .mention").first.inner_text()
        == "Head of Drains, City of Ulm-on-SeaAda Berg"
    )


def test_a_manuscript_into_a_draft_shows_first_what_would_change(signed_in, live_server, tmp_path):
    bulletin = two_points()
    keys = set(DraftPoint.objects.values_list("key", flat=True))
    manuscript = tmp_path / "draft.md"
    manuscript.write_text(
        "**Gardens before dams**\n\n## I. Small Works First\n\n"
        "**Firstly, small works come before large ones.** "
        "According to **Ada Berg, Head of Drains, City of Ulm-on-Sea**, a garden a street is enough.\n\n"
        "**Secondly, gardens need gardeners.** So the meeting found, and all agreed.\n"
    )
    page = open_page(signed_in, live_server, bulletin, "help")

    page.set_input_files("#manuscript", manuscript)
    page.get_by_role("button", name="Look what would change").click()
    page.get_by_role("button", name="Change the draft so").wait_for()
    before = printed(bulletin)
    told = page.locator(".differences li b").all_inner_texts()
    page.get_by_role("button", name="Change the draft so").click()
    expect(page.locator("#upload-answer")).to_have_text("The draft says now what the manuscript says.")

    assert len(before) == 2
    assert {"Point: changed", "Point: (removed)", "Section: (removed)"} <= set(told)
    assert (
        printed(bulletin)[0][1] == "Secondly, gardens need gardeners. So the meeting found, and all agreed."
    )
    assert set(DraftPoint.objects.values_list("key", flat=True)) < keys


def test_what_is_typed_is_never_markup(signed_in, live_server):
    bulletin = two_points()
    page = open_page(signed_in, live_server, bulletin, "preview")
    hostile = ' <img src=x onerror="window.broken=1"> {{ 7*7 }} #let $x$ \\'

    put_cursor(page, "Nobody disagreed.")
    page.keyboard.insert_text(hostile)
    saved(page)
    expect(page.frame_locator("#preview-frame").locator(".point:has(#ii-1)")).to_contain_text("onerror")

    assert printed(bulletin)[1] == [f"Firstly, dams can wait. Nobody disagreed.{hostile}"]
    assert page.evaluate(
        "[window.broken, document.querySelector('#preview-frame').contentWindow.broken]"
    ) == [None, None]


def test_the_page_starts_from_data_that_cannot_break_out_of_its_script(signed_in, live_server):
    bulletin = make_bulletin(content=document(title="</script><script>window.broken=1</script>"))

    page = open_page(signed_in, live_server, bulletin)

    assert page.evaluate("window.broken ?? null") is None
    assert json.loads(page.locator("#page-data").inner_text())["sheet"]["title"] == bulletin.title


def test_a_bulletin_of_sixty_points_is_all_on_the_page(signed_in, live_server):
    point = document().sections[0].points[0]
    sections = tuple(
        Section(
            numeral="I",
            title=f"Part {number}",
            points=tuple(msgspec.structs.replace(point) for _ in range(6)),
        )
        for number in range(10)
    )
    bulletin = make_bulletin(content=document(sections=sections))
    page = open_page(signed_in, live_server, bulletin)

    assert page.locator(".point").count() == 60
