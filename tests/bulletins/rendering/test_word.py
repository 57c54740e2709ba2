"""Word out, and in again."""

import datetime
import io
import re
import zipfile

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings

from bulletins.document import (
    Document,
    Imprint,
    Labelled,
    Mention,
    Point,
    RosterEntry,
    Section,
    SeriesRef,
    Text,
)
from bulletins.manuscript.reader import read_bytes
from bulletins.rendering import word_roster
from bulletins.rendering.word import render_word
from tests.bulletins.rendering import whole
from tests.documents import english
from tests.strategies import documents

LAMPS = Document(
    language="en",
    number=4,
    date=datetime.date(2031, 3, 3),
    title="Lamps & glass",
    series_title="Skerry Briefing IV",
    editors_note=((Text("A note."),),),
    roster=(RosterEntry(speaker="quill-ada", name="QUILL Ada", credit="Keeper", role="speech"),),
    sections=(
        Section(
            numeral="I",
            title="Glass",
            points=(
                Point(
                    ordinal="Firstly",
                    lead=(Text("grind it."),),
                    body=((Text("Says "), Mention("quill-ada")),),
                ),
            ),
        ),
    ),
    summarized_by=("Zora Finch",),
)


def part(data, name):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


@pytest.fixture(scope="module")
def word():
    return render_word(LAMPS, Imprint())


@pytest.mark.slow
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents())
def test_document_to_word_to_document_is_equal(document):
    """The law's domain is the normal form that tests/strategies.py states."""
    assert read_bytes(render_word(document, Imprint()), "bulletin.docx").document == document


def test_equal_documents_give_equal_bytes(word):
    assert render_word(LAMPS, Imprint()) == word


def test_parts_have_words_own_styles(word):
    styles = re.findall(r'<w:pStyle w:val="(\w+)"', part(word, "word/document.xml"))

    assert styles == [
        "DraftMark",
        "IssueandDate",
        "Subtitle",
        "Title",
        "EditorsNote",
        "Heading1",
        "Point",
        "SummarizedBy",
    ]


def test_the_masthead_has_number_and_day_on_one_line_and_who_publishes_below():
    told = msgspec.structs.replace(LAMPS, publisher="Office of Lamps", issn="2049-3630")
    xml = part(render_word(told, Imprint()), "word/document.xml")
    lines = [
        re.sub(r"<w:tab ?/>", "\t", line)
        for line in re.findall(r"<w:p>.*?</w:p>", xml, re.DOTALL)
        if "tab" in line
    ]

    assert [re.sub(r"<[^>]*>|\n", "", line) for line in lines] == [
        "No. 4\tMarch 3, 2031",
        "Office of Lamps\tISSN 2049-3630",
    ]


def test_two_columns_are_a_section_below_a_head_that_goes_across():
    series = SeriesRef(key="x", name="Bulletin", masthead="Bulletin", style="columns")
    told = msgspec.structs.replace(LAMPS, series=series)
    data = render_word(told, Imprint())
    head, text = re.findall(r"<w:sectPr>.*?</w:sectPr>", part(data, "word/document.xml"), re.DOTALL)

    assert ("w:cols" in head, "headerReference" in head) == (False, True)
    assert re.findall(r"<w:(?:type|cols) [^>]*/>", text) == [
        '<w:type w:val="continuous"/>',
        '<w:cols w:num="2" w:space="400"/>',
    ]
    assert msgspec.structs.replace(read_bytes(data, "bulletin.docx").document, series=None) == LAMPS


def test_the_colour_of_its_forum_is_that_of_its_series_title():
    styles = part(render_word(LAMPS, Imprint(colour="#0b5a6b")), "word/styles.xml")

    assert re.findall(r'w:color w:val="(0b5a6b|8C1D2F)"', styles) == ["0b5a6b"]


def test_the_roster_is_a_true_footnote(word):
    assert part(word, "word/document.xml").count("<w:footnoteReference ") == 1
    assert part(word, "word/footnotes.xml").count("QUILL Ada") == 1


def test_a_roster_of_120_is_an_endnote_behind_the_text_and_reads_back():
    document = english(points=1, speakers=120)
    word = render_word(document, Imprint())
    body, notes = (part(word, f"word/{name}.xml") for name in ("document", "endnotes"))

    assert (body.count("<w:footnoteReference"), body.count("<w:endnoteReference ")) == (0, 1)
    assert ("Person119" in part(word, "word/footnotes.xml"), notes.count("Person119")) == (False, 1)
    assert '<w:endnotePr><w:numFmt w:val="chicago"/>' in part(word, "word/settings.xml")
    assert "endnotes.xml" in part(word, "[Content_Types].xml")
    assert "endnotes.xml" in part(word, "word/_rels/document.xml.rels")
    read = read_bytes(word, "bulletin.docx").document.roster
    assert [one.name for one in read] == [one.name for one in document.roster]


@pytest.mark.parametrize(("speakers", "is_long"), [(55, False), (56, True)])
def test_a_roster_is_long_that_would_fill_most_of_a_column(speakers, is_long):
    document = english(points=1, speakers=speakers)

    assert word_roster.is_long(document) == is_long


def test_every_style_in_use_is_defined_once(word):
    defined = re.findall(r'w:styleId="(\w+)"', part(word, "word/styles.xml"))
    used = set(
        re.findall(
            r'<w:[pr]Style w:val="(\w+)"', part(word, "word/document.xml") + part(word, "word/footnotes.xml")
        )
    )

    assert (used - set(defined), len(defined) - len(set(defined))) == (set(), 0)


def test_a_credit_is_linked_but_neither_blue_nor_underlined(word):
    style = re.search(
        r'<w:style [^>]*w:styleId="Hyperlink".*?</w:style>', part(word, "word/styles.xml"), re.DOTALL
    )

    assert (
        style.group(0)
        == '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/></w:style>'
    )


def test_title_author_language_and_date_are_properties(word):
    core = part(word, "docProps/core.xml")

    assert re.findall(r"<(?:dc|dcterms):(?:title|creator|language|created)[^>]*>([^<]*)<", core) == [
        "Lamps &amp; glass",
        "Zora Finch",
        "en-GB",
        "2031-03-03T00:00:00Z",
    ]


def test_without_rapporteurs_the_publisher_is_the_author():
    document = msgspec.structs.replace(LAMPS, summarized_by=(), publisher="Skerry Office")

    core = part(render_word(document, Imprint()), "docProps/core.xml")

    assert re.findall(r"<dc:creator>([^<]*)<", core) == ["Skerry Office"]


def test_a_draft_says_so_and_a_publication_never(word):
    published = render_word(LAMPS, Imprint(draft=False))

    assert [part(data, "word/document.xml").count("DRAFT") for data in (word, published)] == [1, 0]


RED = msgspec.structs.replace(
    LAMPS,
    language="zh",
    series=SeriesRef(key="x", name="简报", masthead="灯火论坛简报", style="redhead", paper="letter"),
)


@pytest.mark.parametrize(
    ("document", "size"), [(LAMPS, 'w:w="11906" w:h="16838"'), (RED, 'w:w="12240" w:h="15840"')]
)
def test_the_sheet_is_the_paper_of_the_series(document, size):
    assert f"<w:pgSz {size}/>" in part(render_word(document, Imprint()), "word/document.xml")


def test_pages_after_the_first_bear_the_running_head_and_all_their_numbers(word):
    head, first, foot = (part(word, f"word/{name}.xml") for name in ("header1", "header2", "footer1"))

    assert ("No. 4" in head, "Skerry Briefing IV" in head, "No. 4" in first) == (True, True, False)
    assert re.findall(r'w:instr=" (\w+) "', foot) == ["PAGE", "NUMPAGES"]


def test_the_roster_is_a_footnote_of_nine_points(word):
    style = re.search(r'w:styleId="FootnoteText".*?</w:style>', part(word, "word/styles.xml"), re.DOTALL)

    assert re.findall(r'<w:sz w:val="(\d+)"', style[0]) == ["18"]


def test_the_red_sheet_names_the_faces_of_an_office_and_counts_its_pages_right_and_left():
    red = render_word(RED, Imprint())
    known = re.findall(
        r'w:styleId="(Title|Heading1|Heading2|Point)">(.*?)</w:style>', part(red, "word/styles.xml")
    )
    styles = {
        name: (re.search(r'eastAsia="([^"]+)"', found)[1], re.search(r'<w:sz w:val="(\d+)"', found)[1])
        for name, found in known
    }

    assert styles == {
        "Title": ("方正小标宋简体", "44"),
        "Heading1": ("黑体", "32"),
        "Heading2": ("楷体_GB2312", "32"),
        "Point": ("仿宋_GB2312", "32"),
    }
    altogether = re.findall(r'w:name="([^"]+)"><w:altName', part(red, "word/fontTable.xml"))
    assert altogether == ["方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体"]
    sides = [re.search(r'<w:jc w:val="(\w+)"', part(red, f"word/footer{place}.xml"))[1] for place in (1, 3)]
    assert (sides, "evenAndOddHeaders" in part(red, "word/settings.xml")) == (["right", "left"], True)


def test_the_foot_of_the_red_sheet_is_one_frame_at_the_foot_of_its_page():
    sent = (Labelled("报", "芦汀市委"), Labelled("送", "各区政府"))
    xml = part(render_word(msgspec.structs.replace(RED, distribution=sent), Imprint()), "word/document.xml")
    framed = re.findall(r'<w:pStyle w:val="(\w+)" ?/>(<w:framePr[^>]*/>)', xml)
    after = xml[xml.rindex("<w:framePr") :]

    assert [name for name, _ in framed] == ["Distribution", "Distribution", "Imprint"]
    assert len({frame for _, frame in framed}) == 1
    assert ('w:yAlign="bottom"' in framed[0][1], after.count("<w:p>")) == (True, 1)


def test_a_red_sheet_reads_back_as_it_was_written():
    read = read_bytes(
        render_word(msgspec.structs.replace(RED, language="en"), Imprint()), "bulletin.docx"
    ).document

    assert msgspec.structs.replace(read, series=None) == msgspec.structs.replace(LAMPS, series=None)


def test_sections_and_points_with_a_lead_can_be_linked_to_in_word():
    body = part(render_word(whole.english(), Imprint()), "word/document.xml")

    assert re.findall(r'<w:bookmarkStart [^>]*w:name="([^"]*)"', body) == [
        "section-5ec0000001",
        "point-a000000001",
        "point-a000000002",
        "section-5ec0000002",
        "section-5ec0000003",
        "point-a000000004",
    ]
