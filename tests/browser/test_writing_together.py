"""Two people in one place: what does not meet comes together, what does is chosen, and whoever gave way is told."""

import pytest
from playwright.sync_api import expect

from bulletins.document import Point, Section, Text
from bulletins.models import SetAside, Snapshot
from tests.browser.writing import hears, open_page, printed, put_cursor, saved, two_points
from tests.factories import document, make_bulletin

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


@pytest.fixture
def bulletin():
    point = Point(
        ordinal="Firstly",
        lead=(Text("dams can wait."),),
        body=((Text("Nobody disagreed."),), (Text("Rain came."),)),
    )
    return make_bulletin(content=document(sections=(Section(numeral="I", title="Works", points=(point,)),)))


@pytest.fixture
def pages(signed_in, second_page, live_server, bulletin):
    """The draft, open twice."""
    return [open_page(page, live_server, bulletin) for page in (signed_in, second_page)]


def unseen(page, act):
    """Do something on a page whose line is slow."""
    page.route("**/write/**", lambda route: route.abort())
    act()
    return lambda: page.unroute("**/write/**")


def type_behind(page, text, words):
    put_cursor(page, text)
    page.keyboard.type(words)


def body(bulletin):
    return printed(bulletin)[0]


def test_different_paragraphs_of_a_point_come_together_and_show_whose_cursor_is_where(pages, bulletin):
    first, second = pages
    good_line = unseen(second, lambda: type_behind(second, "Rain came.", " It went."))
    type_behind(first, "Nobody disagreed.", " Nobody asked.")
    saved(first)
    good_line()
    hears(second)
    expect(second.locator(".sheet-text")).to_contain_text("Nobody asked.")
    saved(second)

    assert body(bulletin) == ["Firstly, dams can wait. Nobody disagreed. Nobody asked.\nRain came. It went."]
    expect(second.locator("#conflicts section")).to_have_count(0)
    hears(second)
    hears(first)
    expect(first.locator("p.somebody-here")).to_contain_text("Rain came. It went.")
    assert first.locator(".somebody").inner_text() == "second"


@pytest.mark.parametrize(
    ("choice", "kept"),
    [
        ("Keep mine", ["Nobody disagreed. Second’s."]),
        ("Take theirs", ["Nobody disagreed. First’s."]),
        ("Keep both", ["Nobody disagreed. Second’s.", "Nobody disagreed. First’s."]),
    ],
)
def test_of_one_paragraph_both_versions_are_shown_and_whoever_gave_way_is_told(pages, bulletin, choice, kept):
    first, second = pages
    good_line = unseen(second, lambda: type_behind(second, "Nobody disagreed.", " Second’s."))
    type_behind(first, "Nobody disagreed.", " First’s.")
    saved(first)
    good_line()
    hears(second)
    second.wait_for_selector("#conflicts section")
    marks = second.locator("#conflicts mark").all_inner_texts()
    second.get_by_role("button", name=choice).click()
    saved(second)

    assert marks == ["Second", "First"]
    assert body(bulletin) == ["\n".join((f"Firstly, dams can wait. {kept[0]}", *kept[1:], "Rain came."))]
    if choice == "Keep mine":
        hears(first)
        expect(first.locator("#told")).to_contain_text("second chose another version over your words")
        words = (
            Snapshot.objects.get(pk=SetAside.objects.get().snapshot_id).document.sections[0].points[0].body[0]
        )
        assert words == (Text("Nobody disagreed. First’s."),)
        first.locator("#told button").click()
        hears(first)
        first.wait_for_function("!rapporteur.keeper.setAside.length && !rapporteur.keeper.read.size")
    assert SetAside.objects.count() == 0


def test_a_deletion_against_typing_can_be_insisted_on(pages, bulletin):
    first, second = pages

    def remove():
        put_cursor(second, "dams can")
        second.locator(".point .handle").click()
        second.get_by_role("menuitem", name="Remove the point").click()

    good_line = unseen(second, remove)
    type_behind(first, "Nobody disagreed.", " Still wanted.")
    saved(first)
    good_line()
    hears(second)
    expect(second.locator("#conflicts h3")).to_contain_text("You removed this")
    came_back = second.locator(".sheet-text").inner_text()
    second.get_by_role("button", name="Remove it all the same").click()
    saved(second)

    assert ("Still wanted." in came_back, body(bulletin)) == (True, [])
    hears(first)
    expect(first.locator("#told")).to_contain_text("Still wanted.")


def test_a_split_against_typing_doubles_no_text(pages, bulletin):
    first, second = pages

    def split():
        put_cursor(second, "Nobody disagreed.", behind=False)
        second.keyboard.press("Control+Alt+Enter")

    good_line = unseen(second, split)
    type_behind(first, "Rain came.", " It went.")
    saved(first)
    good_line()
    hears(second)
    expect(second.locator(".sheet-text")).to_contain_text("It went.")
    saved(second)

    assert body(bulletin) == [
        "Firstly, dams can wait.",
        "Secondly, Nobody disagreed. Rain came. It went.",
    ]
    expect(second.locator("#conflicts section")).to_have_count(0)


def test_two_people_in_different_points_both_keep_their_words(signed_in, second_page, live_server):
    bulletin = two_points()
    one, other = (open_page(page, live_server, bulletin) for page in (signed_in, second_page))

    put_cursor(one, "Nobody disagreed.")
    one.keyboard.type(" One wrote this.")
    saved(one)
    put_cursor(other, "So the meeting found.")
    other.keyboard.type(" The other wrote that.")
    saved(other)
    expect(one.locator(".sheet-text")).to_contain_text("The other wrote that.")

    assert [text.rpartition(". ")[2] for section in printed(bulletin) for text in section][1:] == [
        "The other wrote that.",
        "One wrote this.",
    ]
    expect(one.locator("#others")).to_have_text("Also here: second")
    assert one.locator("#conflicts section").count() == 0


def test_undo_takes_back_ones_own_words_and_never_those_of_others(signed_in, second_page, live_server):
    bulletin = two_points()
    one, other = (open_page(page, live_server, bulletin) for page in (signed_in, second_page))
    put_cursor(one, "Nobody disagreed.")
    one.keyboard.type(" Mine.")
    saved(one)
    put_cursor(other, "So the meeting found.")
    other.keyboard.type(" Theirs.")
    saved(other)
    hears(one)
    expect(one.locator(".sheet-text")).to_contain_text("Theirs.")

    one.locator(".sheet-text").focus()
    one.keyboard.press("Control+z")
    saved(one)

    assert [text.rpartition(". ")[2] for section in printed(bulletin) for text in section][1:] == [
        "Theirs.",
        "Nobody disagreed.",
    ]
