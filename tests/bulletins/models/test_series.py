"""What a series is called, and what its issues' addresses begin with."""

import pytest

from bulletins.document import SeriesRef
from bulletins.models import Series
from forum.models import Forum

RAIN = Forum(slug="rain", name="Rain Forum", names={"zh": "雨论坛"})
MAIN = Series(forum=RAIN, slug="bulletin", name="Bulletin", names={"zh": "简报"}, is_main=True)
SPECIAL = Series(
    forum=RAIN,
    slug="special",
    name="Special Report",
    mastheads={"en": "RAIN, SPECIAL"},
    style="redhead",
    paper="letter",
)


@pytest.mark.parametrize(
    ("series", "language", "masthead", "running", "place"),
    [
        (MAIN, "en", "Rain Forum Bulletin", "2026 Rain Forum Bulletin IV", "rain"),
        (MAIN, "zh", "雨论坛简报", "2026雨论坛简报（四）", "rain"),
        (SPECIAL, "en", "RAIN, SPECIAL", "2026 Rain Forum Special Report IV", "rain/special"),
        (SPECIAL, "zh", "雨论坛Special Report", "2026雨论坛Special Report（四）", "rain/special"),
    ],
)
def test_a_series_is_called_by_its_masthead_or_by_its_forum_and_its_own_name(
    series, language, masthead, running, place
):
    assert (
        series.masthead_in(language),
        series.running_title(language, RAIN, 2026, 4),
        series.running_title(language, RAIN, 2026, None),
        series.place_in(RAIN),
    ) == (masthead, running, None, place)


def test_a_document_keeps_how_its_series_is_called_and_set():
    assert SPECIAL.ref("en", RAIN) == SeriesRef(
        key="special", name="Special Report", masthead="RAIN, SPECIAL", style="redhead", paper="letter"
    )
    assert (MAIN.all_names(), SPECIAL.all_names()) == (
        ["Bulletin", "简报"],
        ["Special Report", "RAIN, SPECIAL"],
    )
