"""Letters at places of a page become lines, paragraphs, notes and running lines: PDFs of our own, letter by letter."""

from pathlib import Path

import pytest

from bulletins.manuscript import pdf, pdf_pages
from bulletins.manuscript.blocks import text_of
from bulletins.manuscript.errors import ManuscriptError
from tests.kept_text import as_kept

LEADING = 14


def made(*pages):
    """A PDF of pages, each of lines: where it begins, where it stands, its size, its words; bold where they say so."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"", b""]
    for number, font in ((2, b"Helvetica"), (3, b"Helvetica-Bold")):
        objects[number] = (
            b"<< /Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding /BaseFont /" + font + b" >>"
        )
    kids = []
    for lines in pages:
        drawn = b"".join(
            f"BT /F{2 if words.startswith('*') else 1} {size} Tf {x} {y} Td ".encode()
            + b"(" + words.lstrip("*").encode("cp1252").replace(b"(", b"\\(").replace(b")", b"\\)") + b") Tj ET\n"
            for x, y, size, words in lines
        )  # fmt: skip
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 500 800] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>" % len(objects)
        )
        kids.append(len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (
        len(kids),
        b" ".join(b"%d 0 R" % one for one in kids),
    )
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    begins = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, begins)
    return bytes(out)


def column(*lines, top=700, x=50, size=10, step=LEADING):
    """Lines below each other; "" leaves a line free."""
    return [(x, top - step * place, size, words) for place, words in enumerate(lines) if words]


FULL = "The works of that long year were all of them small and came before the large"  # fills a line
MORE = "ones, of which nobody at all had thought before the rain began to fall there"


# Others as long: what stands on two pages at an edge is a running line.
ONE, TWO, THREE, FOUR = (FULL.replace("works", word) for word in ("roads", "roofs", "ponds", "weirs"))


def texts(*pages):
    return [text_of(block.runs) for block in pdf.manuscript(made(*pages)).blocks]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # Full lines go on; a short one ends; so does a free line.
        (
            column(FULL, MORE, "and then.", FULL, "It rained."),
            [f"{FULL} {MORE} and then.", f"{FULL} It rained."],
        ),
        (column(FULL, MORE, "", FULL, "It rained."), [f"{FULL} {MORE}", f"{FULL} It rained."]),
        # A first line that is set in begins a paragraph behind a short one.
        (
            [
                *column(FULL, "It rained."),
                *column(FULL, top=700 - 2 * LEADING, x=62),
                *column(MORE, top=700 - 3 * LEADING),
            ],
            [f"{FULL} It rained.", f"{FULL} {MORE}"],
        ),
        # Marks of a list, and another size or weight, begin one too.
        (column(FULL, "• one of them and", "2. two of them"), [FULL, "• one of them and", "2. two of them"]),
        (column("*Works", FULL, MORE), ["Works", f"{FULL} {MORE}"]),
        (
            [*column("Title of all", size=20), *column(FULL, MORE, top=660)],
            ["Title of all", f"{FULL} {MORE}"],
        ),
        # Sizes may differ by eight in a hundred: lines of 12.5 and 11.5 go on, of 12.5 and 11.4 do not.
        (
            [*column(FULL, FULL, size=10.7), *column(MORE, size=9.85, top=672)],
            [f"{FULL} {FULL} {MORE}"],
        ),
        (
            [*column(FULL, FULL, size=10.7), *column(MORE, size=9.75, top=672)],
            [f"{FULL} {FULL}", MORE],
        ),
        # A word that the line breaks.
        (
            column(
                FULL[:-5] + "gar\xad", "dens, and all of the others that were there when it began to rain"
            ),
            None,
        ),
    ],
)
def test_lines_become_paragraphs_where_the_page_shows_that_one_ends(lines, expected):
    found = texts(lines)

    assert found == (expected or found)
    assert "".join(found).replace(" ", "") == "".join(words.lstrip("*") for *_, words in lines).replace(
        " ", ""
    ).replace("\xad", "")


def test_bold_and_large_lines_are_strong_and_others_are_not():
    found = pdf.manuscript(made([*column("Title of all", size=20), *column("*Works", FULL, MORE, top=660)]))

    assert [(text_of(block.runs), block.runs[0].strong) for block in found.blocks] == [
        ("Title of all", True),
        ("Works", True),
        (f"{FULL} {MORE}", False),
    ]


def test_how_sure_the_paragraphs_are_is_told_and_from_one_page_to_the_next_it_is_a_guess():
    one = pdf.manuscript(made(column(FULL, "It rained.", FULL, "It snowed.", FULL)))
    two = pdf.manuscript(made(column(ONE, "It rained.", TWO), column(THREE, "It snowed.", FOUR, "So.")))

    assert [found.findings[0].params for found in (one, two)] == [
        {"pages": "1", "sure": "100"},
        {"pages": "2", "sure": "67"},
    ]
    assert [text_of(block.runs) for block in two.blocks][1] == f"{TWO} {THREE} It snowed."


def test_notes_at_the_foot_are_notes_and_their_numbers_print_nowhere():
    body = [
        *column(FULL, MORE),
        (50 + 200, 700 - 2 * LEADING + 4, 6, "1"),
        (50, 700 - 2 * LEADING, 10, "and then it rained for a long while"),
    ]
    foot = [
        (50, 100, 7, "1 By letter, as was told on that day by those who were there then"),
        (50, 91, 7, "and by word."),
        (50, 78, 7, "2 Not told."),
    ]

    found = pdf.manuscript(made([*body, *foot]))

    assert [[text_of(block.runs) for block in note] for note in found.notes] == [
        ["By letter, as was told on that day by those who were there then and by word."],
        ["Not told."],
    ]


def test_heads_feet_and_numbers_of_pages_are_said_once_or_not_at_all():
    def page(number, first):
        feet = [(200, 30, 10, f"- {number} -"), (50, 20, 10, f"Office {number} / 3")]
        return [(50, 780, 10, "Rain Forum"), *column(first, MORE, f"{first[4:9]}."), *feet]

    found = pdf.manuscript(made(page(1, ONE), page(2, TWO), page(3, THREE)))

    assert [(block.label, text_of(block.runs)) for block in found.blocks] == [
        ("page-line", "Rain Forum"),
        ("page-line", "Office"),
        *(("", f"{first} {MORE} {first[4:9]}.") for first in (ONE, TWO, THREE)),
    ]


def test_a_number_that_stands_three_lines_from_the_edge_is_text():
    lines = ("It rained.", "It poured.", "1871", "It stopped.", "1872", "It dried.", "It rained anew.")

    found = pdf.manuscript(made(column(*lines)))

    assert " ".join(text_of(block.runs) for block in found.blocks) == " ".join(lines)


@pytest.mark.parametrize("count", [1, 2])
def test_a_line_of_one_page_alone_stays(count):
    pages = [
        [(50, 780, 10, f"Head {name}"), *column(first, f"So {name}.")]
        for name, first in (("a", ONE), ("b", TWO))
    ]

    assert texts(*pages[:count]) == ["Head a", f"{ONE} So a.", "Head b", f"{TWO} So b."][: 2 * count]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12", True), ("- 3 -", True), ("3 / 12", True), ("3 of 12", True), ("第 3 页", True), ("12345", False),
        ("Page 3", False), ("3.", False),
    ],
)  # fmt: skip
def test_what_is_but_a_number_of_a_page(text, expected):
    line = pdf_pages.Line([pdf_pages.Run(text)], 0, 10, 700, 10, 1)
    body = [pdf_pages.Line([pdf_pages.Run(f"Body {letter}")], 0, 100, 600, 10, 1) for letter in "abcd"]

    running, (kept,) = pdf_pages.without_running_lines([[line, *body]])

    assert (running, line in kept) == ([], not expected)


def test_the_usual_is_the_most_frequent_and_one_where_there_is_none():
    assert (pdf_pages.usual([9.96, 10.04, 12]), pdf_pages.usual([])) == (10.0, 1.0)


def test_pages_without_text_are_told_and_too_many_pages_are_not_read(monkeypatch):
    found = pdf.manuscript(made(column(FULL, MORE), []))
    assert [(one.code, one.severity, one.params) for one in found.findings[1:]] == [
        ("pdf-page-without-text", "error", {"pages": "2"})
    ]

    monkeypatch.setattr(pdf_pages, "MOST_PAGES", 1)
    with pytest.raises(ManuscriptError) as refused:
        pdf.manuscript(made(column(FULL), column(FULL)))
    assert str(refused.value) == "The PDF has more than 1 pages. Split it by issues."


def test_signs_that_stand_for_no_letter_are_counted():
    letters = b"<< /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [126 /uniE001] >>"
    data = made(column(FULL, "It rains ~~ on the weir.")).replace(b"/WinAnsiEncoding", letters)

    found = pdf.manuscript(data)

    assert [(one.code, one.severity, one.params) for one in found.findings[1:]] == [
        ("pdf-letters-unknown", "error", {"count": "2"})
    ]


def test_no_more_letters_are_read_than_any_bulletin_has(monkeypatch):
    monkeypatch.setattr(pdf_pages, "MOST_LETTERS", 12)

    first, second = pdf_pages.pages_of(made(column("It rained."), column("It snowed.")))

    assert ([line.text for line in first], [line.text for line in second]) == (["It rained."], ["It"])


@pytest.mark.parametrize(("data", "code"), [(b"%PDF-1.4 no more", "damaged"), (made([]), "scanned")])
def test_what_holds_no_text_is_refused(data, code):
    with pytest.raises(ManuscriptError) as refused:
        pdf.manuscript(data)

    assert refused.value.code == code


def at(y, words, x=50, size=10):
    return (x, y, size, words)


SHORT = "It rained on the weir."
HALF = FULL[: len(FULL) // 2].rstrip()
LAYOUTS = {
    "a gap as wide as between paragraphs, and one that is less": [
        [*column(FULL, FULL, FULL), at(652, FULL), at(638, FULL), at(619, FULL), at(605, FULL)]
    ],
    "sizes that differ by little, and by more": [
        [at(700, FULL), at(686, FULL, size=10.7), at(672, FULL, size=10.7), at(658, FULL, size=9.6), at(644, FULL)]
    ],
    "first lines that are set in by less than a letter, by one, by two and by three": [
        [
            at(700, FULL), at(686, SHORT), at(672, MORE, x=57), at(658, SHORT), at(644, MORE, x=59), at(630, SHORT),
            at(616, MORE, x=71), at(602, FULL), at(588, MORE, x=82), at(574, FULL), at(560, MORE, x=62), at(546, FULL),
        ]
    ],
    "a bold line within a paragraph, and one that is narrow": [
        [at(700, FULL), at(686, f"*{FULL}"), at(672, FULL), at(658, "*Weirs"), at(644, FULL), at(630, f"*{HALF}")]
    ],
    "a title in two lines, one of them set in": [
        [
            at(740, "Rain over all the", size=20), at(716, "weirs of Fenmark", size=20),
            at(692, "and drains", x=80, size=20), *column(FULL, MORE, FULL, MORE, FULL, SHORT, top=650),
        ]
    ],
    "two bold lines, the second set in": [
        [at(700, f"*{FULL}"), at(686, f"*{HALF}", x=70), at(672, FULL), at(658, MORE)]
    ],
    "marks of lists, figures and dashes": [
        column(FULL, "1) one", "12. two", "123. three", "– four", "–five")
    ],
    "a paragraph that goes on in the next page, one that ends there, and a bold line behind one": [
        [at(700, FULL), at(686, MORE)],
        [at(700, ONE), at(686, SHORT)],
        [at(700, f"*{TWO}"), at(686, MORE)],
        [],
        [at(700, THREE), at(686, FOUR)],
    ],
    "two columns": [
        [*column(HALF, HALF, "It rained."), *column(HALF, HALF, "So.", x=260)]
    ],
    "notes at the foot, in smaller letters, the second of two lines": [
        [
            at(700, FULL), at(686, MORE), at(672, SHORT), at(120, "1 A note of the weir.", size=7),
            at(110, "2 Another note, which is longer than the first of them and goes on", size=7),
            at(100, "in a line of its own.", size=7),
        ]
    ],
    "small letters at the foot that are no notes": [
        [at(700, FULL), at(686, MORE), at(120, "Printed on the weir.", size=7)]
    ],
    "small letters as large as notes may be, and larger": [
        [at(700, FULL), at(686, MORE), at(120, "1 A note.", size=8.9), at(105, "2 A note.", size=8.9)],
    ],
    "bold lines that end where the column ends, one wide and one narrow": [
        [
            at(714, FULL), at(700, f"*{FULL[:50]}", x=155), at(686, FULL),
            at(672, FULL), at(658, f"*{FULL[:18]}", x=310), at(644, FULL), at(630, MORE),
        ]
    ],
    "a note of two lines between others": [
        [
            *column(FULL, MORE), at(603, "1", size=5), at(600, "By letter, as was told on that day", x=54, size=7),
            at(591, "and by word.", size=7), *column(FULL, "It rained.", top=560),
        ]
    ],
    "a word that the line breaks": [[at(700, FULL[:-5] + "gar\xad"), at(686, "dens. " + MORE), at(672, SHORT)]],
}  # fmt: skip


def shown(pages):
    found = pdf.manuscript(made(*pages))
    for blocks in (found.blocks, *found.notes):
        yield "note:" if blocks is not found.blocks else "text:"
        for block in blocks:
            marks = "".join("*" if run.strong else "." for run in block.runs)
            yield f"  {block.label}{marks} {text_of(block.runs)}"
    yield from (f"{one.code}: {dict(one.params)}" for one in found.findings)


def test_what_the_places_of_lines_make_of_them():
    told = "\n\n".join("\n".join([f"# {name}", *shown(pages)]) for name, pages in LAYOUTS.items())

    assert told == as_kept(Path(__file__).with_name("pdf_lines.txt"), told)
