"""Writing a bulletin in a real browser: points are moved, split, merged and given topics."""

import pytest

from bulletins.drafts.rows import document_of
from bulletins.models import DraftPoint, Topic
from tests.browser.writing import open_page, printed, put_cursor, saved, two_points
from tests.factories import make_bulletin

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


def test_a_point_moves_by_keyboard_over_the_edge_of_its_section(signed_in, live_server):
    bulletin = two_points()
    page = open_page(signed_in, live_server, bulletin)
    keys = list(DraftPoint.objects.order_by("section__order", "order").values_list("key", flat=True))

    put_cursor(page, "gardens need")
    page.keyboard.press("Alt+ArrowDown")
    saved(page)

    assert [[text.split(".")[0] for text in section] for section in printed(bulletin)] == [
        ["Firstly, small works come before large ones"],
        ["Firstly, gardens need gardeners", "Secondly, dams can wait"],
    ]
    assert list(DraftPoint.objects.order_by("section__order", "order").values_list("key", flat=True)) == keys


def test_a_point_just_added_is_dragged_to_its_place(signed_in, live_server):
    bulletin = two_points()
    page = open_page(signed_in, live_server, bulletin)
    put_cursor(page, "So the meeting found.")
    page.keyboard.press("Control+Enter")
    page.keyboard.type("rain is free.")

    page.locator(".point", has_text="rain is free.").locator(".handle").drag_to(
        page.locator(".point", has_text="small works"), target_position={"x": 60, "y": 4}
    )
    saved(page)

    assert [text.split(".")[0] for text in printed(bulletin)[0]] == [
        "Firstly, rain is free",
        "Secondly, small works come before large ones",
        "Thirdly, gardens need gardeners",
    ]


def test_a_point_is_dragged_into_another_section(signed_in, live_server):
    bulletin = two_points()
    page = open_page(signed_in, live_server, bulletin)

    page.locator(".point", has_text="dams can wait.").locator(".handle").drag_to(
        page.locator(".point", has_text="gardens need"), target_position={"x": 60, "y": 4}
    )
    saved(page)

    assert [[text.split(".")[0] for text in section] for section in printed(bulletin)] == [
        [
            "Firstly, small works come before large ones",
            "Secondly, dams can wait",
            "Thirdly, gardens need gardeners",
        ],
        [],
    ]


def test_a_point_is_split_at_the_cursor_and_merged_again(signed_in, live_server):
    bulletin = two_points()
    page = open_page(signed_in, live_server, bulletin)

    put_cursor(page, "So the meeting found.", behind=False)
    page.keyboard.type("First this. ")
    put_cursor(page, "First this. ")
    page.keyboard.press("Control+Alt+Enter")
    saved(page)
    split = [text.partition(", ")[2] for text in printed(bulletin)[0]][1:]
    page.keyboard.press("Control+Alt+Backspace")
    saved(page)

    assert split == ["gardens need gardeners. First this.", "So the meeting found."]
    assert [text.partition(", ")[2] for text in printed(bulletin)[0]][1:] == [
        "gardens need gardeners. First this.\nSo the meeting found."
    ]


def test_undo_takes_back_a_split(signed_in, live_server):
    bulletin = two_points()
    before = printed(bulletin)
    page = open_page(signed_in, live_server, bulletin)

    put_cursor(page, "So the meeting ")
    page.keyboard.press("Control+Alt+Enter")
    page.keyboard.press("Control+z")
    saved(page)

    assert printed(bulletin) == before


def test_topics_are_chosen_at_the_point(signed_in, live_server):
    bulletin = make_bulletin()
    Topic.objects.create(slug="drainage", name="Drainage")
    page = open_page(signed_in, live_server, bulletin)

    page.locator(".handle").click()
    page.get_by_role("menuitem", name="Topics").click()
    page.get_by_label("Drainage").check()
    saved(page)

    assert document_of(bulletin).sections[0].points[0].topics == ("drainage",)
