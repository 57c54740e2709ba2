"""The red sheet as a Word file: part by part as an office prints it, and read back as it was written."""

import io
import re
import zipfile

import msgspec
import pytest

from bulletins.document import Hand, Imprint, Labelled, Mention, RosterEntry, SeriesRef, Text
from bulletins.manuscript.reader import read_bytes
from bulletins.rendering.word import render_word
from tests.documents import chinese


def part(data, name):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


OFFICE = msgspec.structs.replace(
    chinese(),
    series=SeriesRef(key="x", name="简报", masthead="灯火论坛简报", style="redhead"),
    title="从病历到种子库：乡村医生与农技员谈基层数据的归还与核对",
    marking="内部资料 注意保存",
    lede=(
        (
            Text("大家"),
            Text("一致", emphasis=True),
            Text("同意。"),
            Mention("deng-yuan", "灯主任", strong=True),
        ),
    ),
    roster=(
        *chinese().roster,
        RosterEntry(speaker="qiao", name="桥上行", credit="临港书院院长", role="moderator"),
    ),
    hands=(Hand("签发", "独孤信"),),
    distribution=(Labelled("报", "市委办公室"), Labelled("发", "各成员单位")),
    copies=80,
)


@pytest.fixture(scope="module")
def office():
    return render_word(OFFICE, Imprint(draft=False))


def lines_of(data):
    """The paragraphs of a file: their styles, and their words with marks for line breaks and tabs."""
    told = []
    for found in re.findall(r"<w:p>.*?</w:p>", part(data, "word/document.xml"), re.DOTALL):
        style = re.search(r'<w:pStyle w:val="(\w+)"', found)
        marked = re.sub(r"<w:br ?/>", "<w:t>|</w:t>", re.sub(r"<w:tab ?/>", "<w:t>→</w:t>", found))
        told.append(
            (style[1] if style else "", "".join(re.findall(r"<w:t[ >][^<]*?>?([^<>]*)</w:t>", marked)))
        )
    return told


def test_the_red_sheet_has_its_head_its_roster_at_the_end_and_whom_it_goes_to_between_rules(office):
    lines = lines_of(office)

    assert lines[:5] == [
        ("Marking", "内部资料 注意保存"),
        ("Masthead", "灯火论坛简报"),
        ("IssueLine", "第6期（总第141期）"),
        ("PublisherandDate", "灯火办公室→2026年6月16日"),
        ("Title", "从病历到种子库：乡村医生|与农技员谈基层数据的归还与核对"),
    ]
    assert lines[-9:] == [
        ("RosterLabel", "与会嘉宾"),
        ("RosterList", "灯火办公室主任灯远作专题报告；"),
        ("RosterList", "临港书院院长桥上行主持会议。"),
        ("SummarizedBy", "整理：闻一舟"),
        ("Hands", "签发：独孤信"),
        ("Distribution", "报：市委办公室"),
        ("Distribution", "发：各成员单位"),
        ("Imprint", "灯火办公室→共印80份"),
        ("", ""),  # what the frame of the 版记 hangs on
    ]
    assert "footnoteReference" not in part(office, "word/document.xml")


def test_no_name_is_bold_on_the_red_sheet_and_no_chinese_letter_slants(office):
    words = part(office, "word/document.xml")
    bold = re.findall(r"<w:b ?/>(?:(?!<w:t[ >]).)*<w:t[^>]*>([^<]*)", words, re.DOTALL)

    assert (bold, "<w:i/>" in words or "<w:i />" in words) == (["编者按："], False)


def test_every_style_of_the_red_sheet_is_defined_and_has_its_settings_in_words_order(office):
    styles = part(office, "word/styles.xml")
    order = [
        "keepNext",
        "keepLines",
        "framePr",
        "pBdr",
        "shd",
        "tabs",
        "wordWrap",
        "snapToGrid",
        "spacing",
        "ind",
        "jc",
    ]
    settings = [
        re.findall(r"<w:(\w+)", re.sub(r"<w:(pBdr|tabs)>.*?</w:\1>", r"<w:\1/>", found))
        for found in re.findall(r'w:customStyle="1"[^>]*>.*?<w:pPr>(.*?)</w:pPr>', styles)
    ]

    assert [sorted(found, key=[*order, "outlineLvl"].index) for found in settings] == settings
    used = set(re.findall(r'<w:[pr]Style w:val="(\w+)"', part(office, "word/document.xml")))
    assert used - set(re.findall(r'w:styleId="(\w+)"', styles)) == set()


def test_a_red_sheet_in_chinese_reads_back_as_it_was_written(office):
    read = read_bytes(office, "bulletin.docx")

    assert (read.document, read.findings) == (msgspec.structs.replace(OFFICE, series=None), ())


def test_what_is_typed_into_a_line_of_the_red_sheets_head_is_told(office):
    typed = part(office, "word/document.xml").replace(
        "<w:r><w:tab/></w:r>", "<w:r><w:t>另有附件</w:t></w:r><w:r><w:tab/></w:r>", 1
    )
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(office)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, typed if name == "word/document.xml" else old.read(name))
    read = read_bytes(target.getvalue(), "bulletin.docx")

    assert [finding.params["text"] for finding in read.findings] == ["另有附件"]
