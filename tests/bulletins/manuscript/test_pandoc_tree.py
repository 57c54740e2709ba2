"""Pandoc's tree → blocks: each kind of node, what it becomes and what is told of it."""

import pytest

from bulletins.manuscript.pandoc_ast import address_of, manuscript, web_page
from tests.blocks import shown, shown_runs, told

NO = ["", [], []]


def words(text):
    """Inline nodes of a text, as pandoc parts it."""
    nodes = []
    for place, word in enumerate(text.split(" ")):
        nodes += [{"t": "Space"}] if place else []
        nodes += [{"t": "Str", "c": word}] if word else []
    return nodes


def inline(kind, *inner):
    return {"t": kind, "c": list(inner)}


def para(*nodes, kind="Para"):
    return {
        "t": kind,
        "c": [one for node in nodes for one in (words(node) if isinstance(node, str) else [node])],
    }


def raw(html, kind="RawBlock"):
    return {"t": kind, "c": ["html", html]}


def bullets(*items):
    return {"t": "BulletList", "c": list(items)}


def ordered(start, *items):
    return {"t": "OrderedList", "c": [[start, {"t": "Decimal"}, {"t": "Period"}], list(items)]}


def link(text, address, title=""):
    return {"t": "Link", "c": [NO, words(text), [address, title]]}


def image(alt, address):
    return {"t": "Image", "c": [NO, words(alt), [address, ""]]}


def span(text, anchor="", style=""):
    return {
        "t": "Span",
        "c": [[anchor, [], [["custom-style", style]] if style else []], words(text) if text else []],
    }


def cell(text, down=1, across=1):
    return [NO, {"t": "AlignDefault"}, down, across, [para(text)] if text else []]


def row(*cells):
    return [NO, [cell(one) if isinstance(one, str) else one for one in cells]]


def table(head, body, foot=(), caption=(), middle=()):
    return {
        "t": "Table",
        "c": [
            NO,
            [None, list(caption)],
            [],
            [NO, list(head)],
            [[NO, 0, list(middle), list(body)]],
            [NO, list(foot)],
        ],
    }


def figure(inner, caption):
    return {"t": "Figure", "c": [NO, [None, caption], inner]}


def note(text):
    return inline("Note", para(text))


BLOCKS = {
    "paragraphs": [para("a  b"), para("c", kind="Plain"), para(" "), {"t": "Null"}],
    "heading": [{"t": "Header", "c": [2, NO, words("Rain and pipes")]}, {"t": "HorizontalRule"}],
    "soft and hard breaks": [
        para("a", {"t": "SoftBreak"}, "b", {"t": "LineBreak"}, "c"),
        para("水", {"t": "SoftBreak"}, "好"),
    ],
    "styles of divs": [
        {"t": "Div", "c": [["", [], [["custom-style", "Heading 1"]]], [para("I")]]},
        {"t": "Div", "c": [["", [], [["custom-style", "Strange"]]], [para("plain")]]},
        {"t": "Div", "c": [NO, [para("none")]]},
    ],
    "quote": [{"t": "BlockQuote", "c": [para("said")]}],
    "lists": [
        bullets([para("a"), para("b")], [para("c")]),
        ordered(3, [para("x")], [para("y")]),
        bullets([]),
    ],
    "list in a list": [
        bullets([para("a"), ordered(1, [para("b")], [para("c")])], [para("d"), bullets([para("e")])])
    ],
    "list that begins with a list": [bullets([bullets([para("a")])])],
    "heading in a list": [bullets([{"t": "Header", "c": [3, NO, words("a")]}, para("b")])],
    "table in a list": [bullets([table([row("h", "k")], [row("a", "b")])])],
    "definitions": [
        {"t": "DefinitionList", "c": [[words("term"), [[para("one")], [para("two"), para("three")]]]]}
    ],
    "code": [
        {
            "t": "CodeBlock",
            "c": [NO, '  one\ntwo\n\n   \n**bold** three\n\n**“four** five\n\n  **"six** seven'],
        }
    ],
    "line block": [{"t": "LineBlock", "c": [words("a b"), words("c")]}],
    "raw": [
        raw("<!-- told --><h2>Rain</h2><p>a &amp; b</p>\n<H3 class='x'>Deep</H3>after\n\n  <div>last</div>"),
        raw("<!-- rapporteur nothing"),
    ],
    "figure": [
        figure(
            [para(image("weir", "weir.png"))],
            [para("The", inline("Strong", *words("weir"))), para("in rain")],
        )
    ],
    "figure of two": [
        figure([para(image("a", "a.png")), para(image("b", "b.png")), para("text")], [para("both")])
    ],
    "figure without a picture": [figure([para("text")], [para("below")])],
    "pictures": [
        para("text", image("a  b", "a.png"), "more", image("c", "c.png")),
        para(image("alone", "d.png")),
        {"t": "Header", "c": [2, NO, [image("e", "e.png")]]},
    ],
    "frame": [table([], [row("one"), row("two")])],
    "empty table": [table([], [row("", ""), row("", "")])],
    "table": [
        table(
            [row("h", "k")],
            [row("a", ""), row("b", "c")],
            [row("foot", "er")],
            [para("caption")],
            [row("mid", "dle")],
        )
    ],
    "merged cells": [
        table([row(cell("h", 1, 2), "k")], [row(cell("a", 2, 1), "b", "c"), row("d", "e")]),
        table([], [row(cell("tall", 9, 1), "b"), row("c")]),
        table([], [row(cell("two", 2, 1), "b"), row("c")]),
        table([], [row(cell("wide", 1, 2), "b"), row("c")]),
        table([], [row("one", cell("two", 2, 2)), row("three"), row(cell("four", 2, 1), "five"), row("six")]),
    ],
    "people": [table([row("Name", "Office")], [row("Ada Berg", "Weir Office"), row("Ivo Lund", "")])],
    "labelled row": [
        table(
            [],
            [
                [
                    NO,
                    [
                        [
                            NO,
                            {},
                            1,
                            1,
                            [{"t": "Div", "c": [["", [], [["custom-style", "Heading 1"]]], [para("I")]]}],
                        ],
                        cell("b"),
                    ],
                ]
            ],
        )
    ],
    "notes": [para("a", note("first"), note("second"))],
    "links": [
        para(
            link("in", "#spot"),
            link("out", "https://rain.example/a b"),
            link("bad", "javascript:x", "why"),
            link("", "ftp:y"),
        )
    ],
    "marks": [
        para(
            inline("Strong", *words("a"), inline("Emph", *words("b"))),
            inline(
                "Superscript",
                *words("c"),
                inline("Subscript", *words("d"), inline("Superscript", *words("e"))),
            ),
            inline("Underline", *words("f")),
            inline("Strikeout", *words("g")),
            inline("SmallCaps", *words("h")),
            {"t": "Code", "c": [NO, "i"]},
            {"t": "Math", "c": [{"t": "InlineMath"}, "j"]},
            {"t": "Cite", "c": [[], words("k")]},
            {"t": "Quoted", "c": [{"t": "DoubleQuote"}, words("l")]},
            {"t": "Quoted", "c": [{"t": "SingleQuote"}, words("m")]},
            {"t": "Unknown", "c": "n"},
        )
    ],
    "tags": [
        para(
            *(
                one
                for html in (
                    "<b>",
                    "</B>",
                    "<i>",
                    "</i>",
                    "<sup>",
                    "</sup>",
                    "<sub>",
                    "</sub>",
                    "<strong>",
                    "</strong>",
                    "<em>",
                    "</em>",
                )
                for one in (raw(html, "RawInline"), html.strip("</>"))
            ),
            raw("<br>", "RawInline"),
            raw("<BR/>", "RawInline"),
            raw("<u>", "RawInline"),
            raw("<!-- quiet <b>words</b> -->", "RawInline"),
        )
    ],
    "spans": [
        para(
            span("a", "iv-2"),
            span("b", "iv"),
            span("c", "speaker-berg"),
            span("d", style="Lead"),
            span("", style="Lead"),
            span("", style="Strange"),
            span("e", style="Point Lead"),
            span("f", style="Subtitle"),
            span("g", style="Strong Credit"),
            span("h", style="Kai"),
        )
    ],
    "label of one part": [
        para(span("I", "series-title"), "in rain"),
        para(span("I", "section-3"), span("b", "series-title")),
    ],
    "controls": [para("a\x00b\x0bc")],
}


def everything(read):
    return {
        "blocks": shown(read.blocks),
        "notes": [shown(one) for one in read.notes],
        "told": told(read.findings),
        "pictures": [(one.alt, one.address, shown_runs(one.caption)) for one in read.pictures],
        "unprinted": read.unprinted,
    }


def read(nodes):
    found = everything(manuscript({"blocks": nodes}))
    return {name: value for name, value in found.items() if value}


META = {
    "title": {"t": "MetaInlines", "c": words("Rain")},
    "author": {
        "t": "MetaList",
        "c": [{"t": "MetaString", "c": "Ada\x00 Berg"}, {"t": "MetaInlines", "c": words("Ivo Lund")}],
    },
    "zeta": {
        "t": "MetaMap",
        "c": {"one": {"t": "MetaBlocks", "c": [para("last")]}, "two": {"t": "MetaBool", "c": True}},
    },
    "alpha": {"t": "MetaBlocks", "c": [{"t": "HorizontalRule"}]},
    "subtitle": {"t": "MetaInlines", "c": words("Weir letters")},
}


READ = {
    "paragraphs": {"blocks": ["paragraph: a  b", "paragraph: c"]},
    "heading": {"blocks": ["heading/2: Rain and pipes", "rule: "]},
    "soft and hard breaks": {"blocks": ["paragraph: a b\nc", "paragraph: 水好"]},
    "styles of divs": {"blocks": ["paragraph <section>: I", "paragraph: plain", "paragraph: none"]},
    "quote": {"blocks": ["paragraph: said"]},
    "lists": {
        "blocks": [
            "paragraph • #1: a",
            "paragraph #1: b",
            "paragraph • #1: c",
            "paragraph 3. #2: x",
            "paragraph 4. #2: y",
        ]
    },
    "list in a list": {
        "blocks": [
            "paragraph • #1: a",
            "paragraph 1. #1: b",
            "paragraph 2. #1: c",
            "paragraph • #1: d",
            "paragraph • #1: e",
        ],
        "told": [("list-flattened", {"text": "1. b"}), ("list-flattened", {"text": "• e"})],
    },
    "list that begins with a list": {
        "blocks": ["paragraph • #1: a"],
        "told": [("list-flattened", {"text": "• a"})],
    },
    "heading in a list": {"blocks": ["heading/3 •: a", "paragraph #1: b"]},
    "table in a list": {
        "blocks": ["paragraph • #2 <row> head: h\nk\n |h|k|", "paragraph #2 <row>: a\nb\n |a|b|"]
    },
    "definitions": {"blocks": ["paragraph: term", "paragraph: one", "paragraph: two", "paragraph: three"]},
    "code": {
        "blocks": [
            "paragraph: one two",
            "paragraph: **bold** three",
            "paragraph: “four five",
            'paragraph: "six seven',
        ]
    },
    "line block": {"blocks": ["paragraph: a b\nc\n"]},
    "raw": {
        "blocks": [
            "paragraph: told",
            "heading/2: Rain",
            "paragraph: a & b",
            "heading/3: Deep",
            "paragraph: after",
            "paragraph: last",
            "paragraph: rapporteur nothing",
        ]
    },
    "figure": {
        "blocks": ["paragraph pictures (1,): "],
        "pictures": [("weir", "weir.png", "The[weir strong] in rain")],
    },
    "figure of two": {
        "blocks": ["paragraph pictures (1,): ", "paragraph pictures (2,): ", "paragraph: text"],
        "pictures": [("a", "a.png", ""), ("b", "b.png", "both")],
    },
    "figure without a picture": {"blocks": ["paragraph: text", "paragraph: below"]},
    "pictures": {
        "blocks": [
            "paragraph pictures (1, 2): textmore",
            "paragraph pictures (3,): ",
            "paragraph pictures (4,): ",
        ],
        "pictures": [("a b", "a.png", ""), ("c", "c.png", ""), ("alone", "d.png", ""), ("e", "e.png", "")],
    },
    "frame": {"blocks": ["paragraph: one", "paragraph: two"]},
    "empty table": {},
    "table": {
        "blocks": [
            "paragraph: caption",
            "paragraph #1 <row> head: h\nk\n |h|k|",
            "paragraph #1 <row>: mid\ndle\n |mid|dle|",
            "paragraph #1 <row>: a\n |a||",
            "paragraph #1 <row>: b\nc\n |b|c|",
            "paragraph #1 <row>: foot\ner\n |foot|er|",
        ]
    },
    "merged cells": {
        "blocks": [
            "paragraph #1 <row> head: h\nk\n |h||k|",
            "paragraph #1 <row>: a\nb\nc\n |a|b|c|",
            "paragraph #1 <row>: d\ne\n ||d|e|",
            "paragraph #2 <row>: tall\nb\n |tall|b|",
            "paragraph #2 <row>: c\n ||c|",
            "paragraph #3 <row>: two\nb\n |two|b|",
            "paragraph #3 <row>: c\n ||c|",
            "paragraph #4 <row>: wide\nb\n |wide||b|",
            "paragraph #4 <row>: c\n |c|||",
            "paragraph #5 <row>: one\ntwo\n |one|two||",
            "paragraph #5 <row>: three\n |three|||",
            "paragraph #5 <row>: four\nfive\n |four|five||",
            "paragraph #5 <row>: six\n ||six||",
        ],
        "told": [
            ("cells-merged", {"text": "h | k ‖ a | b | c ‖ d | e"}),
            ("cells-merged", {"text": "tall | b ‖ c"}),
            ("cells-merged", {"text": "two | b ‖ c"}),
            ("cells-merged", {"text": "wide | b ‖ c"}),
            ("cells-merged", {"text": "one | two ‖ three ‖ four | five ‖ six"}),
        ],
    },
    "people": {"blocks": ["paragraph <person>: Ada Berg, Weir Office", "paragraph <person>: Ivo Lund"]},
    "labelled row": {"blocks": ["paragraph #1 <section>: I\nb\n |I|b|"]},
    "notes": {
        "blocks": ["paragraph: a[ note=1][ note=2]"],
        "notes": [["paragraph: first"], ["paragraph: second"]],
    },
    "links": {
        "blocks": ["paragraph: [in target=spot][out link=https://rain.example/a%20b]bad"],
        "told": [
            ("link-dropped", {"text": "bad", "address": "javascript:x why"}),
            ("link-dropped", {"text": "", "address": "ftp:y"}),
        ],
    },
    "marks": {
        "blocks": [("paragraph: [a strong][b strong emphasis][c raised][d lowered][e raised]fghijk“l”‘m’")]
    },
    "tags": {
        "blocks": [
            (
                "paragraph: [b strong]B[i emphasis]i[sup raised]sup[sub lowered]sub[strong "
                "strong]strong[em emphasis]em\n"
                "\n"
                " quiet words "
            )
        ]
    },
    "spans": {
        "blocks": [
            (
                "paragraph <section>: [a style=Lead][b style=section][c "
                "style=speaker-berg][d\u200b style=Lead]ef[g strong][h emphasis]"
            )
        ]
    },
    "label of one part": {
        "blocks": [
            "paragraph <series-title>: [I style=series-title]in rain",
            "paragraph: [I style=section][b style=series-title]",
        ]
    },
    "controls": {"blocks": ["paragraph: abc"]},
}


@pytest.mark.parametrize("name", BLOCKS)
def test_each_kind_of_node_becomes_blocks_and_what_is_lost_is_told(name):
    assert read(BLOCKS[name]) == READ[name]


def test_what_stands_above_a_text_is_a_line_of_it_in_the_order_of_a_masthead():
    tree = {"meta": META, "blocks": [para("It rains."), raw("<!-- rapporteur: own -->")]}

    assert everything(manuscript(tree, "before")) == {
        "blocks": [
            "paragraph <title>: Rain",
            "paragraph <series-title>: Weir letters",
            "paragraph: Ada Berg",
            "paragraph: Ivo Lund",
            "rule: ",
            "paragraph: last",
            "paragraph: It rains.",
        ],
        "notes": [],
        "told": [],
        "pictures": [],
        "unprinted": "own",
    }
    assert manuscript({}, "before").unprinted == "before"


@pytest.mark.parametrize(
    ("title", "shown_in_page", "findings"),
    [
        ("Rain in Fenmark", "Rain falls in FENMARK", []),
        (
            "Rain in Fenmark - Weir Office",
            "Rain falls in Fenmark",
            [
                (
                    "unplaced-text",
                    {"text": "Rain in Fenmark - Weir Office", "where": "as the web page's title"},
                )
            ],
        ),
        ("", "Rain", []),
    ],
)
def test_a_web_page_s_own_title_is_told_where_its_text_does_not_say_it(title, shown_in_page, findings):
    tree = {"meta": {"title": {"t": "MetaInlines", "c": words(title)}}, "blocks": [para(shown_in_page)]}
    page = web_page(tree)

    assert (shown(page.blocks), told(page.findings)) == ([f"paragraph: {shown_in_page}"], findings)
    assert web_page({"blocks": [para("a")]}).findings == ()
    assert web_page({}).blocks == ()


@pytest.mark.parametrize(
    ("rows", "columns", "codes"),
    [(200, 2, []), (201, 2, ["table-flattened"]), (2, 12, []), (2, 13, ["table-flattened"])],
)
def test_a_table_larger_than_a_bulletin_s_becomes_lines(rows, columns, codes):
    made = table([], [row(*["a"] * columns) for _ in range(rows)])
    page = manuscript({"blocks": [made]})

    assert [one.code for one in page.findings] == codes
    assert (len(page.blocks), bool(page.blocks[0].cells)) == (rows, not codes)


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        (" https://rain.example/a b ", "https://rain.example/a%20b"),
        ("mailto:ada@rain.example", "mailto:ada@rain.example"),
        ("//rain.example", ""),
        ("https://rain.example/" + "a" * 1979, "https://rain.example/" + "a" * 1979),
        ("https://rain.example/" + "a" * 1980, ""),
    ],
)
def test_a_link_leads_where_a_reader_may_go(address, kept):
    assert address_of(address) == kept


def test_a_list_in_an_item_is_inside_it_and_a_paragraph_of_the_item_is_not():
    tree = {"blocks": [bullets([para("a"), para("b"), bullets([para("c")])])]}

    assert [one.inside for one in manuscript(tree).blocks] == [False, False, True]
