"""Files that we wrote: whole documents come back as they were, and what was changed in one is read as it stands."""

import datetime
import difflib
from pathlib import Path

import msgspec
import pytest

from bulletins.document import (
    Document,
    Hand,
    Imprint,
    Labelled,
    List,
    Mention,
    Note,
    Point,
    RosterEntry,
    Section,
    SeriesRef,
    SessionRef,
    Subsection,
    Table,
    Text,
)
from bulletins.manuscript.reader import read_bytes
from bulletins.rendering.markdown import render_markdown
from bulletins.rendering.word import render_word
from bulletins.statements import statements
from tests.bulletins.manuscript.test_whole_manuscripts import told_of
from tests.kept_text import as_kept


def said(*pieces):
    return tuple(Text(piece) if isinstance(piece, str) else piece for piece in pieces)


RAIN = Document(
    forum="Rain Forum",
    edition=2026,
    publisher="Weir Office",
    issn="1234-5678",
    number=6,
    volume=141,
    date=datetime.date(2026, 6, 16),
    series_title="Rain Forum Bulletin",
    title="Rain over Fenmark",
    marking="For internal use",
    sessions=(SessionRef(key="1", title="Rain", date=datetime.date(2026, 6, 15)),),
    roster=(
        RosterEntry(
            speaker="berg",
            name="Ada Berg",
            credit="Dean of Rain",
            role="speech",
            sessions=("1",),
            organisation="weir",
        ),
        RosterEntry(speaker="the-guests", name="the guests", kind="group"),
        RosterEntry(speaker="na", name="Li Na", credit="Dean of Weirs", role="thematic report"),
        RosterEntry(speaker="na-2", name="Li Na", credit="Clerk, Office of Drains", role="thematic report"),
        RosterEntry(
            speaker="lund",
            name="Ivo Lund",
            credit="Clerk of Weirs",
            role="speech",
            role_printed="gave opening remarks",
        ),
        RosterEntry(speaker="delta", name="DELTA GROUP", kind="body"),
    ),
    editors_note=(said("The seminar asked who pays."), said("Nobody did.")),
    note_label="From the editors:",
    lede=(
        said(Mention("berg"), " noted that it rains. ", Mention("lund", printed=""), "It stops."),
        said("So it goes.", Text("a b", script="super"), " and ", Text("c d", script="sub")),
        said(
            "With ",
            Mention("lund", printed="Lund", behalf="delta"),
            " it ended.",
            Mention("berg", printed=""),
        ),
        said(
            Mention("berg", printed=""),
            "Well, ",
            Mention("lund"),
            ". ",
            Mention("lund", printed=""),
            "It rains.",
        ),
    ),
    sections=(
        Section(
            id="works",
            numeral="I",
            title="Works",
            points=(
                Point(
                    id="weirs-hold",
                    ordinal="Firstly",
                    lead=said("weirs hold."),
                    body=(
                        said("As ", Mention("na-2", printed="Li"), " said, they do."),
                        List(((said("a"),), (said("b"), said("more of b")))),
                        Table((said("Place"), said("Rain")), ((said("Weir"), said("9")),)),
                        said("They", Note((said("All of them."),)), " do."),
                    ),
                    topics=("rain", "weirs"),
                ),
                Point(
                    body=(
                        said(Mention("the-guests", printed="the guests"), " agreed."),
                        said(
                            "At once, ",
                            Mention("the-guests"),
                            " said so, and ",
                            Mention("berg", printed="Berg"),
                            ".",
                        ),
                        said(
                            Text("Then ", strong=True),
                            Mention("the-guests", printed="guests", strong=True),
                            " went.",
                        ),
                    )
                ),
                Point(ordinal="4", lead=said("9 weirs hold.")),
            ),
            sections=(
                Subsection(numeral="A", title="Drains", points=(Point(lead=said("drains are deep.")),)),
                Subsection(
                    title="Pipes",
                    points=(Point(ordinal="Secondly", lead=said("pipes leak."), body=(said("Much."),)),),
                ),
            ),
        ),
        Section(title="Costs", points=(Point(body=(said(Mention("lund"), " told what it costs."),)),)),
    ),
    summarized_by=("Wren Castellan", "Una Vik"),
    summarized_label="Written down by",
    hands=(Hand("Editor", "Omar Teal"), Hand("Editor", "Petra Kos"), Hand("Proofs", "Finch and Sons")),
    contact=(Labelled("Telephone", "555 0100"), Labelled("", "Weir Road 1"), Labelled("", "Room: 9")),
    distribution=(Labelled("To", "all offices"),),
    copies=80,
)
SHUI = Document(
    language="zh",
    issn="1234",
    number=6,
    volume=141,
    date=datetime.date(2026, 6, 16),
    publisher="芦汀水务局",
    series_title="雨水论坛简报",
    title="雨水与管网",
    marking="内部资料",
    roster=(
        RosterEntry(speaker="linghu-ye", name="令狐野", credit="芦汀大学教授", role="thematic report"),
        RosterEntry(speaker="duanmu-qing", name="端木晴", credit="水务局局长", role="thematic report"),
        RosterEntry(speaker="hong-an", name="洪安", role="moderator"),
    ),
    editors_note=(said("研讨会讨论了雨水。"),),
    note_label="编前语：",
    lede=(said("大家一致认为，水要留。"),),
    sections=(
        Section(
            numeral="一",
            title="工程",
            points=(
                Point(
                    ordinal="一是",
                    lead=said("水要留。"),
                    body=(said(Mention("linghu-ye"), "指出，水要留。"),),
                ),
            ),
            sections=(Subsection(numeral="（一）", title="管网", points=(Point(lead=said("管网要修。")),)),),
        ),
        Section(numeral="（三）", title="其他"),
        Section(numeral="第二单元", title="费用", points=(Point(ordinal="1、", lead=said("钱要花。")),)),
    ),
    summarized_by=("闻一舟",),
    hands=(Hand("责任编辑", "洪端木"), Hand("校对", "萧令仪")),
    contact=(Labelled("电话", "5550100"),),
    distribution=(Labelled("报", "市委、市政府"), Labelled("送", "各区")),
    copies=80,
    section_style="chinese",
    point_style="yishi",
)


RED = SeriesRef(key="shui", name="雨水简报", masthead="雨水简报", style="redhead")


@pytest.mark.parametrize("write", [render_markdown, render_word])
@pytest.mark.parametrize("document", [RAIN, SHUI], ids=["rain", "shui"])
@pytest.mark.parametrize("series", [None, RED], ids=["plain", "red"])
def test_a_document_that_holds_everything_comes_back_as_it_was(document, write, series):
    printed = msgspec.structs.replace(document, series=series)

    assert [*told_of(read_bytes(write(printed, Imprint()), "copy").document, ())] == [*told_of(document, ())]


@pytest.mark.parametrize("write", [render_markdown, render_word])
def test_a_space_that_does_not_break_and_one_in_raised_text_come_back_as_they_were(write):
    lede = (said("It rained 5\xa0mm on 9 m", Text("2 a", script="super"), "."),)
    printed = msgspec.structs.replace(RAIN, lede=lede)

    assert read_bytes(write(printed, Imprint()), "copy").document.lede == lede


@pytest.mark.parametrize("write", [render_markdown, render_word])
def test_a_label_with_a_colon_in_it_comes_back_as_it_was(write):
    contact = (Labelled("Rain: Office", "5550199"), Labelled("", "To: nobody"))
    printed = msgspec.structs.replace(RAIN, contact=contact)

    assert read_bytes(write(printed, Imprint()), "copy").document.contact == contact


# What somebody changed in the Markdown of it, and what is read: told as the difference, in files_of_ours.txt.
KEPT = Path(__file__).with_name("files_of_ours.txt")
EDITS = {
    "Lines at head and foot": (
        RAIN,
        (
            "**Written down by Wren Castellan and Una Vik**",
            "**Compiled by Wren Castellan, Ola Finch and Una Vik**",
        ),
        ("Editor: Omar Teal and Petra Kos", "Editor: Omar Teal"),
        ("Telephone: 555 0100", "Telephone: 555 0199"),
        ("Weir Road 1", "Weir Road 2"),
        ("To: all offices", "For: all  offices"),
        ("80 copies", "0 copies"),
        ("June 16, 2026", "June 17, 2026 in Fenmark"),
        ("1234-5678", "8765-4321"),
        ("Rain over Fenmark", "Rain under Fenmark"),
        ("**From the editors:** The", "The"),
    ),
    "Words, titles and points": (
        RAIN,
        ("It stops.", "It stopped."),
        ("the guests agreed.", "the guests did agree."),
        ("It rains.</span>", "It rained.</span>"),
        ("it ended.", "it began."),
        ("I. Works", "Works"),
        ("A. Drains", "Drains"),
        ("Costs</span>", "III. Costs</span>\n\nA paragraph more."),
        ("**Firstly, weirs hold.**", "**3. weirs hold.**"),
        ("pipes leak.**</span> Much.", "pipes leak.**</span>\n\nAnd more.\n\n- c"),
        ("- a\n", "- a\n- aa\n"),
        ("So it goes.", "So it went."),
        ("Castellan and", "Castellan, Ola Finch and"),
    ),
    "People of the footnote": (
        RAIN,
        ('<span id="speaker-na">**Li Na**, Dean of Weirs</span>; ', ""),
        ("delivered thematic reports", "delivered a thematic report"),
        (
            "**Ada Berg**, Dean of Rain</span>, made a speech.",
            "**Ada Berg**, Dean of Sun</span>, made a speech",
        ),
        ("**Ivo Lund**, Clerk of Weirs</span>, gave", "**Ivo Lunde**, Clerk of Weirs</span>, gave"),
    ),
    "No section above the first point, and words before the lede": (
        RAIN,
        ('## <span id="section-works">I. Works</span>', ""),
        ('> <span id="editors-note">', 'Some words.\n\n> <span id="editors-note">'),
    ),
    "Paragraphs of nothing that one sees": (
        RAIN,
        ('> <span id="editors-note">', '\u200b\n\n> <span id="editors-note">'),
        ("I. Works</span>", "I. Works</span>\n\n\u200b"),
    ),
    "雨水": (
        SHUI,
        ("**整理：闻一舟**", "**撰稿：闻一舟、萧令仪**"),
        ("责任编辑：洪端木", "责任编辑：洪端木、端木晴"),
        ("电话：5550100", "电话：5550199"),
        ("送：各区", "抄送：各区"),
        ("（一）管网", "（二）管网"),
        ("第二单元　费用", "二、费用"),
        ("1、钱", "2．钱"),
        ("编前语：", "编者按："),
        ("共印80份", "共印一份"),
        ("**端木晴**</span>分别作专题报告", "**端木晴**</span>分别作主旨报告"),
        ("第6期（总第141期）", "第7期"),
    ),
}


def edited(document, *changes):
    text = render_markdown(document, Imprint()).decode()
    for old, new in changes:
        assert text.count(old) >= 1, old
        text = text.replace(old, new, 1)
    reading = read_bytes(text.encode(), "copy.md")
    return difflib.unified_diff(
        [*told_of(document, ())], [*told_of(reading.document, reading.findings)], n=0, lineterm=""
    )


def test_what_somebody_changed_in_a_file_of_ours_is_read_as_it_stands():
    told = "\n\n".join("\n".join([f"# {name}", *list(edited(*one))[2:]]) for name, one in EDITS.items())

    assert told == as_kept(KEPT, told)


MEETINGS = (
    """\
4月17日，召开协商会。区政协主席令狐野主持会议，副区长端木晴出席。

令狐野强调，要把建议变成清单。端木晴表示，普查今年完成。
""",
    """\
First up was **Ada Berg**. She held up a map from 1974. The weir was dry.

Ada Berg said that it rains. Ivo Lund, Dean of Drains, was there.

Ivo Lund, Dean of Drains, asked why.
""",
)


@pytest.mark.parametrize("text", MEETINGS, ids=["chinese", "english"])
@pytest.mark.parametrize(("write", "name"), [(render_markdown, "b.md"), (render_word, "b.docx")])
def test_nobody_is_credited_anew_once_a_manuscript_was_written_into_a_file_of_ours(text, write, name):
    document = read_bytes(text.encode(), "a.md").document

    again = read_bytes(write(document, Imprint()), name).document

    assert again == document
    assert [*statements(again)] == [*statements(document)]
