"""Citations of bulletins that lack nearly everything, and titles, names and codes of paper at their edges."""

import datetime

import pytest

from bulletins.document import Document, Imprint, Mention, Point, RosterEntry, Section, Text
from bulletins.rendering.bibtex import render_bibtex
from bulletins.rendering.citation import (
    citation_key,
    citations,
    credits_of,
    item,
    point_at,
    render_citation,
    series_of,
)
from bulletins.rendering.ris import render_ris
from bulletins.rendering.typesetting import qr_code, title_lines, title_words, with_names_kept

BARE = Document(title="Rain", series_title="Rain Letters")
DAY = datetime.date(2026, 3, 4)


def test_a_bulletin_that_lacks_nearly_everything_is_cited_by_what_it_has():
    assert item(BARE, Imprint()) == {
        "id": "bulletin-0",
        "type": "article-journal",
        "title": "Rain",
        "language": "en",
        "container-title": "Rain Letters",
    }
    assert render_bibtex(BARE, Imprint()).decode() == (
        "@article{bulletin-0,\n  title = {{Rain}},\n  journal = {{Rain Letters}},\n  langid = {english},\n}\n"
    )
    assert render_ris(BARE, Imprint()).decode() == (
        "TY  - JOUR\r\nID  - bulletin-0\r\nTI  - Rain\r\nT2  - Rain Letters\r\nLA  - en\r\nER  - \r\n"
    )


def test_a_later_version_tells_its_number_its_day_and_what_it_is():
    told = item(BARE, Imprint(version=2, published_on=DAY))

    assert {name: told[name] for name in ("version", "available-date", "note")} == {
        "version": "2",
        "available-date": {"date-parts": [[2026, 3, 4]]},
        "note": "Version 2. Corrected March 4, 2026",
    }
    assert "note" not in item(BARE, Imprint(version=1, published_on=DAY))
    assert item(BARE, Imprint(version=2))["note"] == "Version 2"


def test_the_key_of_a_citation_is_the_address_or_the_volume():
    assert [
        citation_key(Document(volume=volume), Imprint(address=address))
        for volume, address in ((7, "https://a.example/rain/6/v1/"), (7, ""), (None, "https://a.example/"))
    ] == ["rain-6-v1", "bulletin-7", "bulletin-0"]


def test_a_series_without_a_running_title_has_the_name_of_its_forum():
    assert [
        series_of(Document(**fields))
        for fields in (
            {},
            {"forum": "Rain Forum"},
            {"series_title": "  Rain \n Letters ", "forum": "Rain Forum"},
            {"series_title": "2026 Rain Forum Bulletin VI"},
        )
    ] == ["", "Rain Forum", "Rain Letters", "Rain Forum Bulletin"]


POINT = Point(
    id="p1",
    lead=(Text("small works come first."),),
    body=((Mention("B"), Text(" and "), Mention("X"), Mention("B", "Berg"), Mention("L"), Text(" agree.")),),
)
SAID = Document(
    title="Rain",
    roster=(
        RosterEntry(speaker="L", name="Ivo Lund"),
        RosterEntry(speaker="B", name="Ada Berg", credit="Mayor"),
    ),
    sections=(Section(points=(POINT, Point(lead=(Text("雨。"),)))),),
)


def test_a_point_is_cited_with_whom_it_credits_in_the_order_of_the_text():
    assert (point_at(SAID, "p1"), point_at(SAID, "p2")) == (POINT, None)
    assert credits_of(POINT, SAID) == ["Ada Berg, Mayor", "Ivo Lund"]
    assert item(SAID, Imprint(address="https://a.example/6/"), "p1") == {
        "id": "6-p1",
        "type": "article-journal",
        "title": "Small works come first",
        "URL": "https://a.example/6/p1/",
        "language": "en",
        "container-title": "",
        "genre": "statement of Ada Berg, Mayor; Ivo Lund, as reported",
        "note": "Ada Berg, Mayor; Ivo Lund",
    }
    plain = item(SAID, Imprint(), "i-2")
    assert (plain["title"], plain["id"]) == ("雨", "bulletin-0-i-2")
    assert [name for name in ("URL", "genre", "note") if name in plain] == []


@pytest.mark.parametrize(
    ("title", "cited"),
    [("Who pays?", "“Who pays?” "), ("Rain!", "“Rain!” "), ("Rain", "“Rain.” ")],
)
def test_a_stop_stands_within_the_quotation_marks_once(title, cited):
    document = Document(title=title, series_title="Rain Letters", summarized_by=("Ada Berg",))

    assert cited in citations(document, Imprint())["Chicago"]


def test_initials_of_a_name_with_a_dash_are_two():
    document = Document(title="Rain", date=DAY, summarized_by=("PARK Ji–woo",))

    assert [render_citation(document, Imprint(), style)[:12] for style in ("APA", "Chicago")] == [
        "Park, J.-W. ",
        "Park Ji–woo.",
    ]


@pytest.mark.parametrize(
    ("title", "longest", "told"),
    [
        ("Gardens of the Rain", 6, ["Gardens", "of the Rain"]),
        ("Rain and Sun and Wind", 6, ["Rain and Sun", "and Wind"]),
        ("雨水花园（上）", 5, ["雨水花园", "（上）"]),
        ("One two three four five six seven eight nine ten eleven", 5, None),
        ("   ", 20, []),
        ("one, two three four five", 6, ["one,", "two three", "four five"]),
        ("aaaa aaaa aaaa of aaaa aaaa aaaa", 9, ["aaaa aaaa aaaa", "of aaaa aaaa aaaa"]),
        ("Rain", 1.84, ["Rain"]),
        ("Rain", 1.83, ["Rain"]),
    ],
)
def test_titles_break_where_no_word_is_torn_from_what_it_belongs_to(title, longest, told):
    broken = [
        line for line in ("".join(words).strip() for words in title_lines(title, longest=longest)) if line
    ]

    assert " ".join(broken).replace("园 （", "园（") == title.strip()
    assert told is None or broken == told


def test_on_a_page_a_chinese_title_is_in_pieces_and_another_is_one():
    assert [title_words(title) for title in ("雨水花园（上）", "Rain Gardens", "")] == [
        ["雨水", "花园", "（上）"],
        ["Rain Gardens"],
        [""],
    ]


def test_a_title_of_very_many_lines_is_given_as_one():
    assert [len(title_lines("abcd " * count, longest=5)) for count in (16, 40)] == [8, 1]


@pytest.mark.parametrize(
    ("name", "text", "kept"),
    [
        ("Ada Berg", "Ada Berg, Mayor", "Ada Berg"),
        ("Ada Berg", "Berg", ""),
        ("A", "A, Mayor", ""),
        ("Al", "Al, Mayor", "Al"),
        ("a" * 32, "a" * 32, "a" * 32),
        ("a" * 33, "a" * 33, ""),
    ],
)
def test_a_name_is_kept_whole_where_a_line_can_hold_it(name, text, kept):
    document = Document(roster=(RosterEntry(speaker="B", name=name),))

    assert with_names_kept([{"text": text, "speaker": "B"}], document)[0]["keep"] == kept
    assert with_names_kept([{"text": text, "speaker": "X"}], document)[0]["keep"] == ""
    assert with_names_kept({"text": text, "speaker": None, "n": 1}, document) == {
        "text": text,
        "speaker": None,
        "n": 1,
    }
    assert with_names_kept({"speaker": "B"}, document) == {"speaker": "B"}


def test_codes_are_of_addresses_that_lead_somewhere_from_paper():
    assert [qr_code(address)[:4] for address in ("http://a.example", "https://a.example", "ftp://a", "")] == [
        *("<svg", "<svg", "", ""),
    ]
    assert qr_code("https://a.example").startswith(
        '<svg xmlns="http://www.w3.org/2000/svg" width="25" height="25" '
    )
