"""Citations: in three styles as printed, and in files that other programs read back to the same values."""

import datetime

import msgspec
import pytest
import rispy
from pybtex.database import parse_string
from pybtex.richtext import Text as Rich

from bulletins.document import Imprint
from bulletins.rendering.bibtex import bibtex, render_bibtex
from bulletins.rendering.citation import citations, citations_in_html, item, render_citation, render_csl
from bulletins.rendering.ris import render_ris, ris
from tests import documents

HERE = Imprint(draft=False, address="https://bulletins.example/lamps/2026/6/v1/")
SECOND = Imprint(
    draft=False,
    version=2,
    published_on=datetime.date(2026, 7, 1),
    address="https://bulletins.example/lamps/2026/6/v2/",
)
BOOK = documents.english(points=3, speakers=2)


def test_a_bulletin_is_cited_in_three_styles_as_an_issue_of_its_series():
    assert citations(BOOK, HERE) == {
        "GB/T 7714—2025": "Castellan W. How a Harbour Is Lit[J/OL]. Lamp Forum Bulletin, 2026, 141(6). "
        "https://bulletins.example/lamps/2026/6/v1/.",
        "APA": "Castellan, W. (2026). How a Harbour Is Lit. Lamp Forum Bulletin, 141(6). "
        "https://bulletins.example/lamps/2026/6/v1/",
        "Chicago": "Castellan, Wren. “How a Harbour Is Lit.” Lamp Forum Bulletin 141, no. 6 (June 16, 2026). "
        "https://bulletins.example/lamps/2026/6/v1/.",
    }


def test_on_the_page_the_titles_that_a_style_sets_in_italics_are_and_nothing_else_is_html():
    book = msgspec.structs.replace(BOOK, title="Lamps <i>lit</i> & put out")

    assert citations_in_html(book, HERE) == {
        "GB/T 7714—2025": "Castellan W. Lamps &lt;i&gt;lit&lt;/i&gt; &amp; put out[J/OL]. Lamp Forum Bulletin, 2026, "
        "141(6). https://bulletins.example/lamps/2026/6/v1/.",
        "APA": "Castellan, W. (2026). Lamps &lt;i&gt;lit&lt;/i&gt; &amp; put out. <i>Lamp Forum Bulletin</i>, "
        "<i>141</i>(6). https://bulletins.example/lamps/2026/6/v1/",
        "Chicago": "Castellan, Wren. “Lamps &lt;i&gt;lit&lt;/i&gt; &amp; put out.” <i>Lamp Forum Bulletin</i> 141, "
        "no. 6 (June 16, 2026). https://bulletins.example/lamps/2026/6/v1/.",
    }
    assert citations_in_html(documents.chinese(), HERE) == citations(documents.chinese(), HERE)


def test_a_point_of_a_later_version_is_cited_with_both_and_with_the_credit_of_that_day():
    assert citations(BOOK, SECOND, "ii-1") == {
        "GB/T 7714—2025": "Castellan W. Lamp number 1 must be lit before dusk: statement of Person1 Surname1, Keeper "
        "of Light 1, Office of Lamps, as reported[J/OL]. V2. Lamp Forum Bulletin, 2026, 141(6)(2026-07-01). "
        "https://bulletins.example/lamps/2026/6/v2/ii-1/.",
        "APA": "Castellan, W. (2026). Lamp number 1 must be lit before dusk (Version 2) [statement of Person1 "
        "Surname1, Keeper of Light 1, Office of Lamps, as reported]. Lamp Forum Bulletin, 141(6). "
        "https://bulletins.example/lamps/2026/6/v2/ii-1/",
        "Chicago": "Castellan, Wren. “Lamp number 1 must be lit before dusk.” Statement of Person1 Surname1, Keeper of "
        "Light 1, Office of Lamps, as reported. Version 2. Lamp Forum Bulletin 141, no. 6 (June 16, 2026). "
        "https://bulletins.example/lamps/2026/6/v2/ii-1/.",
    }


def test_a_chinese_bulletin_is_cited_in_chinese_with_wide_marks_and_without_a_volume():
    assert citations(documents.chinese(), HERE) == {
        "GB/T 7714—2025": "闻一舟. 港口的灯由谁点亮[J/OL]. 灯火论坛简报，2026（6）. "
        "https://bulletins.example/lamps/2026/6/v1/.",
        "APA": "闻一舟. (2026). 港口的灯由谁点亮. 灯火论坛简报, (6). https://bulletins.example/lamps/2026/6/v1/",
        "Chicago": "闻一舟. 《港口的灯由谁点亮》. 灯火论坛简报, no. 6 (2026年6月16日). "
        "https://bulletins.example/lamps/2026/6/v1/.",
    }


def test_a_chinese_point_of_a_later_version_is_cited_in_chinese():
    assert citations(documents.chinese(), SECOND, "i-1")["GB/T 7714—2025"] == (
        "闻一舟. 天黑之前点灯：据灯火办公室主任灯远发言整理[J/OL]. V2. 灯火论坛简报，2026（6）（2026-07-01）. "
        "https://bulletins.example/lamps/2026/6/v2/i-1/."
    )


@pytest.mark.parametrize(
    ("names", "cited"),
    [
        (
            ("Rui da Costa Jr.", "HUANG Renwei", "Office of Lamps"),
            [
                "da Costa R Jr, Huang Renwei, Office of Lamps. ",
                "da Costa, R., Jr., Huang, R., & Office of Lamps. (",
                "da Costa, Rui, Jr., Huang Renwei, and Office of Lamps. ",
            ],
        ),
        (
            ("Ada Berg", "PARK Ji-woo", "Ivo Lund", "Wren Castellan"),
            [
                "Berg A, Park Ji-woo, Lund I, et al. ",
                "Berg, A., Park, J.-W., Lund, I., & Castellan, W. (",
                "Berg, Ada, Park Ji-woo, Ivo Lund, and Wren Castellan. ",
            ],
        ),
        (
            ("闻一舟", "欧阳澜", "灯火办公室", "林巧云"),
            [
                "闻一舟, 欧阳澜, 灯火办公室, et al. ",
                "闻一舟, 欧阳澜, 灯火办公室, & 林巧云. (",
                "闻一舟, 欧阳澜, 灯火办公室, and 林巧云. ",
            ],
        ),
    ],
)
def test_people_and_bodies_are_named_as_each_style_names_them(names, cited):
    printed = citations(documents.by_rapporteur(*names), HERE).values()

    assert [text[: len(start)] for text, start in zip(printed, cited, strict=True)] == cited


def test_many_chinese_authors_end_with_their_word_for_others():
    book = msgspec.structs.replace(
        documents.chinese(), summarized_by=("闻一舟", "欧阳澜", "灯火办公室", "林巧云")
    )

    assert citations(book, HERE)["GB/T 7714—2025"].startswith("闻一舟，欧阳澜，灯火办公室，等. 港口")


@pytest.mark.parametrize(
    ("book", "running_title", "series"),
    [
        (BOOK, "2026 Lamp Forum Bulletin VI", "Lamp Forum Bulletin"),
        (BOOK, "Lamp Forum Bulletin No. 12", "Lamp Forum Bulletin"),
        (BOOK, "Notes of the Quay", "Notes of the Quay"),
        (BOOK, "2026", "2026"),
        (documents.chinese(), "2026年灯火论坛简报（六）", "灯火论坛简报"),
        (documents.chinese(), "2026灯火论坛专报（第12期）", "灯火论坛专报"),
        (documents.chinese(), "灯火论坛快报第6期（总第141期）", "灯火论坛快报"),
    ],
)
def test_the_series_is_the_running_title_without_year_and_number(book, running_title, series):
    book = msgspec.structs.replace(book, series_title=running_title)

    assert item(book, HERE)["container-title"] == series


@pytest.mark.parametrize("where", ["", "i-1"])
@pytest.mark.parametrize("imprint", [HERE, SECOND], ids=["first", "second"])
@pytest.mark.parametrize("book", [BOOK, documents.chinese()], ids=["en", "zh"])
def test_all_files_for_reference_managers_tell_the_same(book, imprint, where):
    cited = item(book, imprint, where)
    (record,) = rispy.loads(ris(cited))
    ((key, entry),) = parse_string(bibtex(cited), "bibtex").entries.items()
    year, month, day = cited["issued"]["date-parts"][0]

    assert record == {
        "type_of_reference": "JOUR",
        "id": cited["id"],
        "authors": [
            ", ".join(filter(None, (one.get("literal", one.get("family")), one.get("given"))))
            for one in cited["author"]
        ],
        "title": cited["title"],
        "secondary_title": cited["container-title"],
        "publisher": cited["publisher"],
        "volume": cited["volume"],
        "number": cited["issue"],
        "year": str(year),
        "date": f"{year:04}/{month:02}/{day:02}",
        "urls": [cited["URL"]],
        "language": cited["language"],
    } | ({"notes": [cited["note"]]} if "note" in cited else {})
    assert (key, {name: str(Rich.from_latex(text)) for name, text in entry.fields.items()}) == (
        cited["id"],
        {
            "title": cited["title"],
            "journal": cited["container-title"],
            "publisher": cited["publisher"],
            "volume": cited["volume"],
            "number": cited["issue"],
            "year": str(year),
            "month": str(month),
            "date": f"{year:04}-{month:02}-{day:02}",
            "url": cited["URL"],
            "langid": {"en": "english", "zh": "chinese"}[cited["language"]],
        }
        | ({"version": cited["version"]} if "version" in cited else {})
        | ({"note": cited["note"]} if "note" in cited else {}),
    )
    assert [str(one).strip("{}") for one in entry.persons["author"]] == record["authors"]


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

    assert (key, entry.type, entry.fields["url"]) == ("lamps-2026-6-v1", "article", HERE.address)
    assert str(Rich.from_latex(entry.fields["title"])) == book.title
    assert (entry.fields["volume"], entry.fields["year"]) == (str(book.volume), "2026")


def test_hostile_text_breaks_no_bibtex_entry():
    ((key, entry),) = parse_string(
        render_bibtex(documents.hostile(), HERE).decode(), "bibtex"
    ).entries.items()

    assert (key, entry.fields["url"], entry.fields["volume"]) == ("lamps-2026-6-v1", HERE.address, "1")


@pytest.mark.parametrize("title", ["odd } brace", "odd { brace", "}{", r"a \} b"])
def test_an_odd_brace_ends_no_bibtex_entry(title):
    odd = msgspec.structs.replace(BOOK, title=title, summarized_by=(f"Ada {title}",), publisher=title)
    (entry,) = parse_string(render_bibtex(odd, HERE).decode(), "bibtex").entries.values()

    assert entry.fields["url"] == HERE.address


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
