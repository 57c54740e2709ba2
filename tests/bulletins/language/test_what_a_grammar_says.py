"""Everything that a bulletin prints and nobody types, word for word, in both languages, at its edges."""

import datetime

import pytest

from bulletins.document import Document, Imprint, Labelled, Point, RosterEntry, Section, Subsection, Text
from bulletins.language import (
    anchored,
    correction,
    credit_line,
    credit_parts,
    en,
    gap_behind,
    of,
    place_label,
    roster_text,
    section_numeral,
    state,
    subsection_numeral,
    zh,
)
from bulletins.language.colophon import foot_lines, printed_part, typed_line, typed_lines
from bulletins.language.spots import Spot
from tests.factories import document

DAY = datetime.date(2026, 11, 8)


def test_every_roman_numeral_is_read_as_it_is_written():
    assert [en.number_of_roman(en.roman(number)) for number in range(1, 4000)] == list(range(1, 4000))
    assert en.number_of_roman("xiv") == 14


def test_letters_go_on_behind_the_last():
    assert [en.letters_of(index) for index in (0, 1, 26, 27, 52, 53, 702, 703)] == [
        *("", "A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"),
    ]


@pytest.mark.parametrize(
    ("title", "number", "forum", "series"),
    [
        ("2026 Rain Forum Bulletin VI", 6, "Rain Forum", "Rain Forum Bulletin"),
        ("2026 Rain Forum Bulletin I", 1, "Rain Forum", "Rain Forum Bulletin"),
        ("2026 Rain Forum Bulletin XXIX", 29, "Rain Forum", "Rain Forum Bulletin"),
        ("2026 Rain Forum Bulletin XCIX", 99, "Rain Forum", "Rain Forum Bulletin"),
        ("2026 Rain Forum Bulletin C", None, "Rain Forum", "Rain Forum Bulletin"),
        ("Rain Forum Bulletin", None, "Rain Forum", "Rain Forum Bulletin"),
        ("Rain Forum Bulletin, No. 12", None, "Rain Forum", "Rain Forum Bulletin"),
        ("Rain Forum Bulletin 12", None, "Rain Forum", "Rain Forum Bulletin"),
        ("Letters of the Rain Forum", None, None, "Letters of the Rain Forum"),
        ("", None, None, ""),
    ],
)
def test_an_english_running_title_is_taken_apart(title, number, forum, series):
    assert (en.number_in(title), en.forum_in(title), en.series_in(title)) == (number, forum, series)


@pytest.mark.parametrize(
    ("title", "number", "forum", "series"),
    [
        ("2026雨水论坛简报（六）", 6, "雨水论坛", "雨水论坛简报"),
        ("2026雨水论坛简报（一）", 1, "雨水论坛", "雨水论坛简报"),
        ("2026年雨水论坛专报（九十九）", 99, "雨水论坛", "雨水论坛专报"),
        ("雨水论坛快报(12)", 12, "雨水论坛", "雨水论坛快报"),
        ("雨水论坛简报第6期", 6, "雨水论坛", "雨水论坛简报"),
        ("雨水论坛简报第6期（总第141期）", 6, "雨水论坛", "雨水论坛简报"),
        ("雨水论坛简报第十二号", 12, "雨水论坛", "雨水论坛简报"),
        ("2026年度雨水论坛会刊", None, "雨水论坛", "雨水论坛会刊"),
        ("2026 年度 雨水论坛简报（六）", 6, "雨水论坛", "雨水论坛简报"),
        ("2026度假论坛简报", None, "度假论坛", "度假论坛简报"),
        ("雨水论坛来信", None, None, "雨水论坛来信"),
        ("", None, None, ""),
    ],
)
def test_a_chinese_running_title_is_taken_apart(title, number, forum, series):
    assert (zh.number_in(title), zh.forum_in(title), zh.series_in(title)) == (number, forum, series)


@pytest.mark.parametrize("number", range(1, 100))
def test_a_running_title_ends_with_the_number_it_was_made_with(number):
    for grammar in (en, zh):
        found = grammar.number_in(grammar.series_title(2026, "Rain", number, "简报"))
        assert found == (number if number < 40 or grammar is zh else found)


@pytest.mark.parametrize(
    ("grammar", "lines"),
    [
        (en, ["Version 2. Corrected November 8, 2026.", "Version 2."]),
        (zh, ["第2版，2026年11月8日更正。", "第2版。"]),
    ],
)
def test_a_correction_tells_its_version_and_its_day_where_there_is_one(grammar, lines):
    assert [grammar.correction_label(2, day) for day in (DAY, None)] == lines


def test_a_later_version_bears_the_note_of_what_it_corrects_in_one_line():
    imprint = Imprint(draft=False, version=2, published_on=DAY, correction="A figure\n  was wrong.")

    assert correction(document(), imprint) == (
        "Version 2. Corrected November 8, 2026.",
        "A figure was wrong.",
    )
    assert correction(document(), Imprint(draft=False, version=1, correction="No.")) is None


def test_a_draft_and_what_was_withdrawn_are_marked_and_what_is_out_is_not():
    for code in ("en", "zh"):
        grammar = of(code)
        said = [
            state(document(language=code), imprint)
            for imprint in (
                Imprint(draft=True),
                Imprint(draft=True, withdrawn=True),
                Imprint(draft=False, withdrawn=True),
                Imprint(draft=False),
            )
        ]
        assert said == [grammar.DRAFT, grammar.DRAFT, grammar.WITHDRAWN, ""]


def test_no_bulletin_is_written_in_a_language_without_a_grammar():
    with pytest.raises(ValueError, match="no bulletin is written in “tlh”"):
        of("tlh")


@pytest.mark.parametrize(
    ("grammar", "said"),
    [
        (en, [", made a speech", ", made speeches", " made a speech", ", sang", "", ""]),
        (zh, ["致辞", "分别致辞", "致辞", "唱歌", "", ""]),
    ],
)
def test_what_people_did_is_told_of_one_and_of_several(grammar, said):
    assert [
        grammar.roster_close("speech", 1, after_credit=True),
        grammar.roster_close("speech", 2, after_credit=True),
        grammar.roster_close("speech", 1, after_credit=False),
        grammar.roster_close(
            "speech", 1, after_credit=True, printed=", sang"[2:] if grammar is en else "分别唱歌"
        ),
        grammar.roster_close(None, 1, after_credit=True),
        grammar.roster_close(None, 2, after_credit=False),
    ] == said


def test_several_who_did_one_thing_together_did_it_not_each():
    assert [zh.roster_close(role, 2, after_credit=True) for role in ("moderator", "panelist", "keynote")] == [
        "主持会议",
        "参加圆桌讨论",
        "分别作主旨演讲",
    ]
    assert zh.roster_close(None, 2, after_credit=True, printed="分别唱歌") == "分别唱歌"


def test_how_many_were_printed():
    assert [en.copies_line(copies) for copies in (0, 1, 2)] == ["0 copies", "1 copy", "2 copies"]
    assert zh.copies_line(50) == "共印50份"


def test_words_that_no_style_gives_stand_for_the_first_and_the_last_place():
    assert [en.also_ordinals(index, 3) for index in (1, 2, 3)] == [
        {"First of all"},
        set(),
        {"Finally", "Lastly", "Last"},
    ]
    assert en.also_ordinals(1, 1) == {"First of all"}
    assert [zh.also_ordinals(index, 4) for index in (1, 2, 3, 4)] == [
        {"一", "一要", "(一)"},
        {"二", "二要", "(二)"},
        {"三", "三要", "(三)", "再次", "再者", "此外"},
        {"四", "四要", "(四)", "再次", "再者", "此外", "最后"},
    ]
    assert (zh.also_ordinals(99, 120), zh.also_ordinals(100, 120)) == (
        {"九十九", "九十九要", "(九十九)", "再次", "再者", "此外"},
        {"再次", "再者", "此外"},
    )


@pytest.mark.parametrize(
    ("spot", "english", "chinese"),
    [
        (Spot("II", 2, "body", 2), "II.2, second paragraph", "第II部分第2点第二段"),
        (Spot("2"), "Section 2", "第二部分"),
        (Spot("0"), "Section 0", "第一部分"),
        (Spot("99"), "Section 99", "第九十九部分"),
        (Spot("120", 3, "lead"), "120.3, the lead", "第九十九部分第3点主题句"),
        (Spot("I", part="title"), "Section I, its title", "第I部分标题"),
        (Spot(part="editors_note", paragraph=1), "Editor’s note, first paragraph", "编者按第一段"),
        (Spot(part="lede"), "Opening paragraph", "导语"),
        (Spot("3", 1, "ordinal"), "3.1, its ordinal", "第三部分第1点序号"),
    ],
)
def test_a_place_is_told_as_an_editor_says_it(spot, english, chinese):
    assert (en.place(spot), zh.place(spot)) == (english, chinese)


def test_a_paragraph_past_the_ninety_ninth_is_told_as_that():
    assert [zh.place(Spot("1", 1, "body", count)) for count in (99, 120)] == ["第一部分第1点第九十九段"] * 2


@pytest.mark.parametrize(
    ("place", "english", "chinese"),
    [
        ("ii", "II", "二"),
        ("ii-3", "II.3", "二·3"),
        ("ii-a", "II.A", "二（一）"),
        ("ii-a-3", "II.A.3", "二（一）·3"),
        ("iv-aa-1", "IV.AA.1", "四（二十七）·1"),
        ("c-1", "C.1", "100·1"),
        ("xcix", "XCIX", "九十九"),
    ],
)
def test_a_place_in_the_margin(place, english, chinese):
    assert (place_label(place, "en"), place_label(place, "zh")) == (english, chinese)


def test_numerals_of_sections_and_of_what_stands_in_them():
    assert {
        style: [section_numeral(index, style) for index in (2, 99, 100)]
        for style in ("chinese", "parts", "arabic")
    } == {
        "chinese": ["二", "九十九", "100"],
        "parts": ["第二部分", "第九十九部分", "第100部分"],
        "arabic": ["2", "99", "100"],
    }
    assert [section_numeral(index, "roman") for index in (2, 99, 100)] == ["II", "XCIX", "C"]
    assert [subsection_numeral(2, 5, style) for style in ("arabic", "roman", "chinese", "parts")] == [
        "5.2",
        "B",
        "（二）",
        "（第二部分）",
    ]


def test_chinese_ordinals_of_every_style():
    assert {
        style: [zh.ordinal(index, 60, style) for index in (1, 20, 21, 50, 51)] for style in zh.POINT_STYLES
    } == {
        "yishi": ["一是", "二十是", "二十一是", "五十是", "五十一是"],
        "diyi": ["第一", "第二十", "第二十一", "第五十", "第五十一"],
        "shouxian": ["首先", "第二十", "第二十一", "第五十", "第五十一"],
        "kuohao": ["（一）", "（二十）", "（二十一）", "（五十）", "（五十一）"],
        "quan": ["①", "⑳", "㉑", "㊿", "五十一是"],
        "guandian": ["观点一", "观点二十", "观点二十一", "观点五十", "观点五十一"],
        "arabic": ["1", "20", "21", "50", "51"],
        "dian": ["1．", "20．", "21．", "50．", "51．"],
        "dunhao": ["1、", "20、", "21、", "50、", "51、"],
        "kuohaoshu": ["（1）", "（20）", "（21）", "（50）", "（51）"],
    }
    assert [zh.circled(number) for number in (19, 20, 21, 34, 35, 36, 37, 49, 50)] == list("⑲⑳㉑㉞㉟㊱㊲㊾㊿")


def test_what_stands_behind_each_kind_of_chinese_ordinal_and_numeral():
    assert [
        zh.ordinal_prefix(one) for one in ("①", "观点一", "一要", "（一）", "(1)", "1", "10", "最后")
    ] == [
        "①",
        "观点一：",
        "一要",
        "（一）",
        "(1)",
        "1.",
        "10.",
        "最后，",
    ]
    assert [zh.section_prefix(one) for one in ("第一部分", "（一）", "2.1", "二")] == [
        "第一部分\u3000",
        "（一）",
        "2.1 ",
        "二、",
    ]
    assert [en.section_prefix(one) for one in ("I", "2.1")] == ["I. ", "2.1 "]


ADA = RosterEntry(speaker="berg-ada", name="Ada Berg", credit="Head of Drains", role="speech")
IVO = RosterEntry(speaker="lund-ivo", name="Ivo Lund", credit="", role="speech")
EVA = RosterEntry(speaker="hill-eva", name="Eva Hill", credit="Mayor")


def printed(code, *roster):
    sentences = roster_text(Document(language=code, roster=roster))
    return "".join(
        "".join(f"{one.before}{''.join(part.text for part in one.parts)}" for one in sentence.people)
        + sentence.close
        for sentence in sentences
    )


def test_the_roster_is_told_in_sentences_whose_people_did_one_thing():
    did_else = RosterEntry(speaker="x", name="Ola Ek", credit="Dean", role="moderator")
    printed_role = RosterEntry(speaker="y", name="Una Vik", credit="Clerk", role_printed="kept the minutes")

    assert printed("en", ADA, IVO, did_else) == (
        "Ada Berg, Head of Drains; Ivo Lund made speeches. Ola Ek, Dean, moderated."
    )
    assert printed("en", ADA, EVA) == "Ada Berg, Head of Drains, made a speech. Eva Hill, Mayor."
    assert printed("en", EVA, ADA) == "Eva Hill, Mayor. Ada Berg, Head of Drains, made a speech."
    assert printed("en", printed_role, ADA) == (
        "Una Vik, Clerk, kept the minutes. Ada Berg, Head of Drains, made a speech."
    )
    assert (
        printed("zh", ADA, IVO, did_else) == "Head of DrainsAda Berg、Ivo Lund分别致辞；DeanOla Ek主持会议。"
    )
    assert printed("zh", ADA, EVA) == "Head of DrainsAda Berg致辞。MayorEva Hill。"
    assert printed("zh", printed_role, ADA) == "ClerkUna Vikkept the minutes；Head of DrainsAda Berg致辞。"


def test_people_whose_posts_hold_a_pause_are_parted_by_commas():
    both = RosterEntry(speaker="z", name="甲", credit="院长、教授", role="speech")

    assert printed("zh", both, IVO) == "院长、教授甲，Ivo Lund分别致辞。"


def test_a_credit_is_the_name_and_what_the_person_is_in_the_order_of_the_language():
    assert [credit_line(code, ADA) for code in ("en", "zh")] == [
        "Ada Berg, Head of Drains",
        "Head of DrainsAda Berg",
    ]
    assert [[part.kind for part in credit_parts(code, ADA)] for code in ("en", "zh")] == [
        ["name", "between", "credit"],
        ["credit", "name"],
    ]
    assert credit_line("en", IVO) == "Ivo Lund"
    assert [part.kind for part in credit_parts("en", IVO)] == ["name"]


def test_sections_and_points_are_addressed_by_their_ids_or_else_by_their_places():
    def point(key):
        return Point(id=key, body=((Text("It rains."),),))

    content = Document(
        sections=(
            Section(
                points=(point("p1"), point(None)), sections=(Subsection(id="s2", points=(point(None),)),)
            ),
            Section(id="s3", sections=(Subsection(points=(point("p4"),)),)),
        )
    )

    assert [
        (*placed, [(one.place, one.anchor, one.level) for one, _ in points])
        for placed, _, points in anchored(content)
    ] == [
        ("i", "i", 1, [("i-1", "p1", 1), ("i-2", "i-2", 1)]),
        ("i-a", "s2", 2, [("i-a-1", "i-a-1", 1)]),
        ("ii", "s3", 1, []),
        ("ii-a", "ii-a", 2, [("ii-a-1", "p4", 1)]),
    ]


FOOT = {
    "summarized_by": ("Una Vik", "Ola Ek"),
    "contact": (Labelled("Telephone", "12 34"), Labelled("", "rain@example.org")),
    "distribution": (Labelled("To", "the council"),),
    "copies": 1,
}


def test_the_foot_of_a_sheet_is_told_line_by_line():
    assert [(line.part, line.label, line.text) for line in foot_lines(document(**FOOT))] == [
        ("summarized_by", en.SUMMARIZED_BY, "Una Vik and Ola Ek"),
        ("contact", "Telephone:", "12 34"),
        ("contact", "", "rain@example.org"),
        ("distribution", "To:", "the council"),
        ("copies", "", "1 copy"),
    ]
    assert foot_lines(document(summarized_by=())) == ()


def test_parts_of_the_foot_print_as_they_were_typed():
    content = document(**FOOT, summarized_label="Written by:")

    assert printed_part(document(**FOOT), "summarized_by") == "Una Vik and Ola Ek"
    assert printed_part(content, "summarized_by") == "Written by: Una Vik and Ola Ek"
    assert printed_part(content, "contact") == "Telephone: 12 34\nrain@example.org"


@pytest.mark.parametrize(
    ("line", "label", "text"),
    [
        ("To: the council", "To", "the council"),
        (" 报 ： 市委办公室 ", "报", "市委办公室"),
        ("the council", "", "the council"),
        (" the council ", "", "the council"),
        (": the council", "", ": the council"),
        (f"{'a' * 40}: b", "a" * 40, "b"),
        (f"{'a' * 41}: b", "", f"{'a' * 41}: b"),
        ("To: a: b", "To", "a: b"),
    ],
)
def test_a_line_is_taken_apart_at_its_first_colon(line, label, text):
    assert typed_line(line) == Labelled(label, text)


def test_empty_lines_are_no_lines():
    assert typed_lines("To: a\n\n  \nb") == (Labelled("To", "a"), Labelled("", "b"))


@pytest.mark.parametrize(
    ("lead", "language", "gap"),
    [
        ("关于经费", "zh", "\u3000"),
        ("经费1", "zh", "\u3000"),
        ("要有经费。", "zh", ""),
        ("", "zh", ""),
        ("On costs", "en", " "),
        ("It costs.", "en", " "),
    ],
)
def test_a_title_is_parted_from_the_text_that_runs_on_from_it_and_a_sentence_is_not(lead, language, gap):
    assert gap_behind(lead, language) == gap
