"""One bulletin has the same words in the same order in every format: what is not typed comes from one place."""

import datetime
import subprocess

import html5lib
import pytest
from msgspec.structs import replace

from bulletins.document import Imprint, RosterEntry
from bulletins.rendering import FORMATS
from bulletins.rendering.pandoc_ast import program
from tests import documents

pytestmark = pytest.mark.slow

SECOND = Imprint(
    draft=False, version=2, published_on=datetime.date(2026, 6, 20), correction="Nine lamps, not ten."
)
ENGLISH = [
    "No. 6, Vol. 141",
    "Office of Lamps",
    "June 16, 2026",
    "ISSN 1234-567X",
    "2026 Lamp Forum Bulletin VI",
    "How a Harbour Is Lit",
    "Version 2. Corrected June 20, 2026. Nine lamps, not ten.",
    "Editor’s Note: The seminar asked who lights the lamps.",
    "It was agreed that somebody must, and soon.",
    "I. Lamps of Quay I",
    (
        "Firstly, lamp number 0 must be lit before dusk. "
        "As proposed by Person0 Surname0, Keeper of Light 0, Office of Lamps, at noon."
    ),
    "II. Lamps of Quay II",
    (
        "Firstly, lamp number 1 must be lit before dusk. "
        "As proposed by Person1 Surname1, Keeper of Light 1, Office of Lamps, at noon."
    ),
    "Summarized by Wren Castellan and Zora Finch",
    (
        "Person0 Surname0, Keeper of Light 0, Office of Lamps; Person1 Surname1, Keeper of Light 1, "
        "Office of Lamps, delivered thematic reports. Ada Berg made a speech."
    ),
]
CHINESE = [
    "第6期（总第141期）",
    "灯火办公室",
    "2026年6月16日",
    "ISSN 1234-567X",
    "2026年灯火论坛简报（六）",
    "港口的灯由谁点亮",
    "第2版，2026年6月20日更正。Nine lamps, not ten.",
    "编者按：研讨会讨论了谁来点灯。",
    "大家一致认为要有人点灯。",
    "一、点灯",
    "一是天黑之前点灯。灯火办公室主任灯远指出，灯要早点。",
    "整理：闻一舟、桥上行",
    "灯火办公室主任灯远、临港书院院长桥上行分别作专题报告；白帆致辞。",
]


def english():
    book = documents.english(points=2, speakers=2, body="at noon.")
    guest = RosterEntry(speaker="berg-ada", name="Ada Berg", role="speech")
    return replace(
        book,
        issn="1234-567X",
        roster=(*book.roster, guest),
        summarized_by=("Wren Castellan", "Zora Finch"),
    )


def chinese():
    book = documents.chinese()
    second = RosterEntry(speaker="qiao", name="桥上行", credit="临港书院院长", role="thematic report")
    guest = RosterEntry(speaker="bai-fan", name="白帆", role="speech")
    return replace(
        book,
        issn="1234-567X",
        roster=(*book.roster, second, guest),
        summarized_by=("闻一舟", "桥上行"),
    )


BOOKS = pytest.mark.parametrize(
    ("book", "printed"), [(english(), ENGLISH), (chinese(), CHINESE)], ids=["en", "zh"]
)


def run(command, data):
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode()


def through_pandoc(form, data):
    """The lines of a file with its one footnote, whose mark is left out."""
    text = run([program(), "-f", form, "-t", "plain", "--wrap=none", "-"], data)
    return text.replace("[1] ", "").replace("[1]", "").splitlines()


def of_page(data):
    """The lines of a page, without what addresses a point and marks a note."""
    page = html5lib.parse(data.decode(), namespaceHTMLElements=False)
    return "".join(_texts(page.find(".//article"))).splitlines()


def _texts(element):
    if not {"tools", "anchor", "note-mark"} & set(element.get("class", "").split()):
        yield "\n" if element.tag in {"p", "h1", "h2", "time"} else ""
        yield element.text or ""
        for child in element:
            yield from _texts(child)
            yield child.tail or ""


READERS = {
    "html": of_page,
    "docx": lambda data: through_pandoc("docx", data),
    "md": lambda data: through_pandoc("markdown-smart", data),
    "txt": lambda data: data.decode().replace("----------", "").splitlines(),
}


@BOOKS
@pytest.mark.parametrize("name", READERS)
def test_every_file_says_the_same_line_by_line(name, book, printed):
    lines = READERS[name](FORMATS[name].render(book, SECOND))
    issue, publisher, day, issn, *rest = printed
    # Word's masthead has two things on a line, as paper has.
    expected = [f"{issue} {day}", f"{publisher} {issn}", *rest] if name == "docx" else printed

    assert [line.strip() for line in lines if line.strip()] == expected


@BOOKS
def test_print_says_the_same_letter_by_letter(book, printed):
    text = run(["pdftotext", "-raw", "-", "-"], FORMATS["pdf"].render(book, SECOND))
    # Spaces aside: Typst sets figures among Chinese characters a little apart, and lines break.
    letters = "".join(text.split())
    *body, roster = ("".join(line.split()) for line in printed)
    note = next(index for index, line in enumerate(body) if line.startswith(("Editor", "编者")))
    body[note] += "1"  # the roster's mark, and before the roster itself, which stands beside the text
    corrected = next(index for index, line in enumerate(body) if line.startswith(("Version", "第2版")))
    assert letters == "".join([*body[:corrected], "1", roster, *body[corrected:], body[1], "1/1"])
