"""Citations: in two styles as printed, and in files that other programs read back to the same values."""

import datetime

import msgspec
import pytest
import rispy
from pybtex.database import parse_string
from pybtex.richtext import Text as Rich

from bulletins.document import Imprint
from bulletins.rendering.bibtex import bibtex, render_bibtex
from bulletins.rendering.citation import citations, credits_of, item, point_at, render_citation, render_csl
from bulletins.rendering.ris import render_ris, ris
from tests import documents

HERE = Imprint(draft=False, address="https://bulletins.example/lamps/2026/6/")
TODAY = datetime.date(2026, 11, 25)
BOOK = documents.english(points=3, speakers=2)


def test_a_bulletin_is_cited_in_both_styles():
    assert citations(BOOK, HERE, accessed=TODAY) == {
        "GB/T 7714": "CASTELLAN W. How a Harbour Is Lit[J/OL]. 2026 Lamp Forum Bulletin VI, 2026, 141(6)[2026-11-25]. "
        "https://bulletins.example/lamps/2026/6/.",
        "APA": "Castellan, W. (2026). How a Harbour Is Lit. 2026 Lamp Forum Bulletin VI, 141(6). "
        "https://bulletins.example/lamps/2026/6/",
    }


def test_a_point_is_cited_with_the_credit_of_that_day_and_its_own_address():
    assert citations(BOOK, HERE, "ii-1")["APA"] == (
        "Person1 Surname1, Keeper of Light 1, Office of Lamps, as reported in: Castellan, W. (2026). "
        "Lamp number 1 must be lit before dusk. In How a Harbour Is Lit (2026 Lamp Forum Bulletin VI, Vol. 141, "
        "Issue 6). Office of Lamps. https://bulletins.example/lamps/2026/6/ii-1/"
    )


def test_a_chinese_bulletin_is_cited_in_chinese():
    assert citations(documents.chinese(), HERE, "i-1")["GB/T 7714"] == (
        "灯火办公室主任灯远，转引自：闻一舟. 天黑之前点灯[R/OL]//港口的灯由谁点亮: 卷 141. 灯火办公室, 2026. "
        "https://bulletins.example/lamps/2026/6/i-1/."
    )


def test_a_bulletin_without_rapporteurs_is_its_publishers():
    assert item(msgspec.structs.replace(BOOK, summarized_by=()), HERE)["author"] == [
        {"literal": "Office of Lamps"}
    ]


def test_there_is_no_citation_of_a_point_that_is_not_there():
    with pytest.raises(KeyError):
        item(BOOK, HERE, "ix-9")


@pytest.mark.parametrize("book", [BOOK, documents.chinese()], ids=["en", "zh"])
def test_bibtex_reads_back_to_what_was_cited(book):
    ((key, entry),) = parse_string(render_bibtex(book, HERE).decode(), "bibtex").entries.items()

    assert (key, entry.type, entry.fields["url"]) == ("lamps-2026-6", "article", HERE.address)
    assert str(Rich.from_latex(entry.fields["title"])) == book.title
    assert (entry.fields["volume"], entry.fields["year"]) == (str(book.volume), "2026")


def test_hostile_text_breaks_no_bibtex_entry():
    ((key, entry),) = parse_string(
        render_bibtex(documents.hostile(), HERE).decode(), "bibtex"
    ).entries.items()

    assert (key, entry.fields["url"], entry.fields["volume"]) == ("lamps-2026-6", HERE.address, "1")


@pytest.mark.parametrize("title", ["odd } brace", "odd { brace", "}{", r"a \} b"])
def test_an_odd_brace_ends_no_bibtex_entry(title):
    odd = msgspec.structs.replace(BOOK, title=title, summarized_by=(f"Ada {title}",), publisher=title)
    (entry,) = parse_string(render_bibtex(odd, HERE).decode(), "bibtex").entries.values()

    assert entry.fields["url"] == HERE.address


def test_bibtex_of_a_point_names_the_speakers_in_its_note():
    entry = parse_string(bibtex(item(BOOK, HERE, "i-1")), "bibtex").entries["lamps-2026-6-i-1"]

    assert (entry.fields["booktitle"], entry.fields["note"]) == (
        "{How a Harbour Is Lit}",
        "Person0 Surname0, Keeper of Light 0, Office of Lamps",
    )


@pytest.mark.parametrize(
    "book", [BOOK, documents.chinese(), documents.hostile()], ids=["en", "zh", "hostile"]
)
def test_ris_reads_back_to_what_was_cited(book):
    cited = item(book, HERE)

    (record,) = rispy.loads(render_ris(book, HERE).decode())

    assert (
        record["type_of_reference"],
        record["title"],
        record["urls"],
        record["volume"],
        record["year"],
    ) == (
        "JOUR",
        cited["title"],
        [HERE.address],
        str(book.volume),
        "2026",
    )


def test_ris_of_a_point_is_a_part_of_its_bulletin():
    (record,) = rispy.loads(ris(item(BOOK, HERE, "i-1")))

    assert (record["type_of_reference"], record["secondary_title"], record["notes"]) == (
        "CHAP",
        "How a Harbour Is Lit",
        credits_of(point_at(BOOK, "i-1"), BOOK),
    )


def test_an_ris_record_is_this_whole_and_no_more():
    assert render_ris(BOOK, HERE).decode().split("\r\n") == [
        "TY  - JOUR",
        "ID  - lamps-2026-6",
        "AU  - Castellan, Wren",
        "TI  - How a Harbour Is Lit",
        "T2  - 2026 Lamp Forum Bulletin VI",
        "PB  - Office of Lamps",
        "VL  - 141",
        "IS  - 6",
        "PY  - 2026",
        "DA  - 2026/06/16",
        "UR  - https://bulletins.example/lamps/2026/6/",
        "LA  - en",
        "ER  - ",
        "",
    ]


def test_a_bibtex_entry_is_this_whole_and_no_more():
    assert render_bibtex(BOOK, HERE).decode().splitlines() == [
        "@article{lamps-2026-6,",
        "  author = {Castellan, Wren},",
        "  title = {{How a Harbour Is Lit}},",
        "  journal = {{2026 Lamp Forum Bulletin VI}},",
        "  publisher = {Office of Lamps},",
        "  volume = {141},",
        "  number = {6},",
        "  year = {2026},",
        "  month = {6},",
        "  date = {2026-06-16},",
        "  url = {https://bulletins.example/lamps/2026/6/},",
        "  langid = {english},",
        "}",
    ]


def test_csl_is_a_list_of_one():
    assert msgspec.json.decode(render_csl(BOOK, HERE)) == [item(BOOK, HERE)]


def test_lines_within_a_text_are_no_fields_of_an_ris_record():
    forged = "One\r\nER  - \r\nTY  - BOOK\nUR  - https://forged.example/"
    odd = msgspec.structs.replace(
        BOOK, title=forged, series_title=forged, publisher=forged, summarized_by=(forged,)
    )
    (record,) = rispy.loads(render_ris(odd, HERE).decode())

    assert (record["urls"], record["title"]) == (
        [HERE.address],
        "One ER - TY - BOOK UR - https://forged.example/",
    )


@pytest.mark.parametrize(
    ("name", "cited"),
    [
        ("Pieter van der Meer", "van der Meer, P."),
        ("PARK Ji-woo", "Park, J.-W."),
        ("Rui da Costa Jr.", "da Costa, R., Jr."),
        ("Ursula VON DER HEIDE", "von der Heide, U."),
        ("Luisa García Molina", "García Molina, L."),
        ("Ada M. Berg", "Berg, A. M."),
        ("Sukarno", "Sukarno."),
        ("Fenmark Secretariat", "Fenmark Secretariat."),
        ("Office of the Rapporteurs", "Office of the Rapporteurs."),
    ],
)
def test_apa_takes_names_apart_as_they_are_built_and_leaves_offices_whole(name, cited):
    assert render_citation(documents.by_rapporteur(name), HERE, "APA").startswith(f"{cited} (2026)")


def test_files_for_reference_managers_keep_the_suffix():
    book = documents.by_rapporteur("Rui da Costa Jr.")
    ((_key, entry),) = parse_string(render_bibtex(book, HERE).decode(), "bibtex").entries.items()

    assert (
        [str(one) for one in entry.persons["author"]],
        rispy.loads(ris(item(book, HERE)))[0]["authors"],
    ) == (
        ["da Costa, Jr., Rui"],
        ["da Costa, Rui, Jr."],
    )
