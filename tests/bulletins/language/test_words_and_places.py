"""How text is cut, quoted and spelt, and how places are said, at every edge."""

import pytest

from bulletins.document import Document, Point, RosterEntry, Section, Subsection
from bulletins.language.places import place_in_words
from bulletins.language.quoting import around, beginning, ending
from bulletins.language.saying_zh import in_every_form
from bulletins.language.sentences import sentences
from bulletins.language.series_words import names_of, word_in
from bulletins.language.spelling import american
from bulletins.language.words import (
    is_name_in_capitals,
    pairs,
    places,
    single_letters,
    stem,
    tokens,
    whole_words,
    words,
)


@pytest.mark.parametrize(
    ("text", "length", "begins", "ends"),
    [
        ("abcdef", 6, "abcdef", "abcdef"),
        ("abcdefg", 6, "abcdef…", "bcdefg"),
        ("ab cdefg", 6, "ab…", "cdefg"),
        ("abc de fgh", 6, "abc de…", "fgh"),
        ("雨水花园很多", 3, "雨水花…", "园很多"),
        (" abcdefg", 3, " ab…", "efg"),
        ("ab cd", 2, "ab…", "cd"),
        ("ab cd", 3, "ab…", "cd"),
        ("", 0, "", ""),
        ("one two three四", 6, "one…", "three四"),
        ("雨 rain falls on streets", 14, "雨 rain falls…", "on streets"),
        ("falls on streets and on 雨水", 20, "falls on streets and…", "streets and on 雨水"),
        ("a bcdefg", 4, "a…", "defg"),
        ("雨abcdefghijk xyz", 12, "雨abcdefghijk…", "xyz"),
    ],
)
def test_a_text_is_quoted_from_whole_word_to_whole_word(text, length, begins, ends):
    assert (beginning(text, length), ending(text, length)) == (begins, ends)


def test_around_a_place_stands_what_is_before_and_behind_it_on_one_line():
    text = "one two\nthree four five"

    assert [around(text, place, 6) for place in (0, 5, 8, 12, len(text))] == [
        "one",
        "one two thr",
        "two three",
        "three four",
        "five",
    ]


@pytest.mark.parametrize(
    ("british", "spelt"),
    [
        ("labour", "labor"),
        ("dishonourable", "dishonorable"),
        ("honourise", "honorize"),
        ("devour", "devour"),
        ("organisations", "organizations"),
        ("recognisable", "recognizable"),
        ("revise", "revise"),
        ("rise", "rise"),
        ("analysed", "analyzed"),
        ("travellers", "travelers"),
        ("traveller's", "traveller's"),
        ("centre", "center"),
        ("lustred", "lusterd"),
        ("calibre", "caliber"),
        ("catalogues", "catalogs"),
        ("licenced", "licensed"),
        ("practising", "practicing"),
        ("programmes", "programs"),
        ("programmed", "programmed"),
        ("enrolment", "enrollment"),
        ("wilfully", "willfully"),
        ("judgement", "judgment"),
        ("ageing", "aging"),
        ("grey", "gray"),
        ("ploughed", "plowed"),
        ("mouldy", "moldy"),
        ("sceptics", "skeptics"),
        ("sulphates", "sulfates"),
        ("aluminium", "aluminum"),
        ("artefact", "artifact"),
        ("manoeuvre", "maneuver"),
        ("encyclopaedia", "encyclopedia"),
        ("foetus", "fetus"),
        ("oestrogen", "estrogen"),
        ("towards", "toward"),
        ("rain", "rain"),
        ("", ""),
    ],
)
def test_a_word_is_spelt_as_americans_do(british, spelt):
    assert american(british) == spelt


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("en", ["“We pay.” — Petra Lund said so. ", "Yes."]),
        ("en", ["U.S. Under Secretary came. ", "The U.S. ", "The man left."]),
        ("en", ["He met Dr. Lund. ", "It rained."]),
        ("en", ["He met Dr."]),
        ("en", ["In the U.S."]),
        ("en", ["“One. Two.” ", "Three."]),
        ("en", ["'One.' ", "Two."]),
        ("en", ["One.” ", "Two."]),
        ("en", ["He said “no.” ", "He left."]),
        ("zh", ["“雨。”", "好。", "二"]),
        ("zh", ["雨来了。", "水"]),
        ("en", ["Mx. Berg spoke. ", "It rained."]),
        ("en", ["We met Cllr. Berg. ", "Yes."]),
        ("en", ["We met Cllr."]),
        ("en", ["The U.S. Under Secretary. ", "He"]),
        ("en", ['"We pay." -- Petra Lund. ', "Yes."]),
        ("en", ["We pay. ", "— Petra Lund. ", "Yes."]),
        ("en", ["He said no. ", "Berg said no. ", "Lund said yes."]),
        ("en", ["See no. 6 of it, and no. IV. ", "No. Six is out."]),
        ("en", ["It rained!", ") So."]),
        ("zh", ["【雨。】", "好。"]),
        ("zh", ["他说：【雨。】"]),
        ("zh", ["『雨。』", "好。"]),
        ("zh", ["雨。", "）好。"]),
        ("zh", ["（雨）水。", "）好。"]),
        ("en", []),
    ],
)
def test_a_paragraph_is_cut_where_its_sentences_end(language, parts):
    text = "".join(parts)

    assert [text[start:end] for start, end in sentences(text, language)] == parts


def test_no_sentence_ends_within_what_is_whole():
    text = "Ada Berg spoke. It rained. End."
    cuts = {
        (): ["Ada Berg spoke. ", "It rained. ", "End."],
        ((0, 16),): ["Ada Berg spoke. ", "It rained. ", "End."],
        ((0, 17),): ["Ada Berg spoke. It rained. ", "End."],
        ((15, 17),): ["Ada Berg spoke. It rained. ", "End."],
        ((16, 20),): ["Ada Berg spoke. ", "It rained. ", "End."],
        ((20, 30), (10, 17)): ["Ada Berg spoke. It rained. End."],
        ((28, 40),): ["Ada Berg spoke. ", "It rained. ", "End."],
    }

    assert {whole: [text[start:end] for start, end in sentences(text, "en", whole)] for whole in cuts} == cuts


def cut(text):
    return [tuple(token) for token in tokens(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        (
            "Ren-Wei of S&T, 1,000.5 l’s café",
            [
                ("renwei", 1, 0, 7),
                ("ren", 1, 0, 3),
                ("wei", 2, 4, 7),
                ("of", 3, 8, 10),
                ("s&t", 4, 11, 14),
                ("1000.5", 5, 16, 23),
                ("l", 6, 24, 25),
                ("cafe", 7, 28, 32),
            ],
        ),
        ("雨水花园 rain", [("雨水", 1, 0, 2), ("花园", 3, 2, 4), ("rain", 5, 5, 9)]),
        ("WHO IS us A", [("WHO", 1, 0, 3), ("IS", 2, 4, 6), ("us", 3, 7, 9), ("a", 4, 10, 11)]),
        ("\u0301\u0301 x", [("x", 2, 3, 4)]),
        ("Ren\u2010Wei x", [("renwei", 1, 0, 7), ("ren", 1, 0, 3), ("wei", 2, 4, 7), ("x", 3, 8, 9)]),
        ("Łódź straße", [("lodz", 1, 0, 4), ("strass", 2, 5, 11)]),
        ("a" * 61, [("a" * 60, 1, 0, 61)]),
        ("labour 雨", [("labor", 1, 0, 6), ("雨", 2, 7, 8)]),
        ("x 雨水 y", [("x", 1, 0, 1), ("雨水", 2, 2, 4), ("y", 4, 5, 6)]),
    ],
)
def test_a_text_is_cut_into_words_at_their_places(text, found):
    assert cut(text) == found


def test_what_stands_behind_very_many_words_is_in_no_index():
    assert [len(tokens("rain " * count)) for count in (11_999, 12_000, 12_001)] == [11_999, 12_000, 12_000]


def test_letters_of_chinese_words_are_told_that_are_no_words_of_their_own():
    found = tokens("雨水园 rain")

    assert [tuple(one) for one in single_letters(found)] == [("雨", 1, 0, 1), ("水", 2, 1, 2)]
    assert [tuple(one) for one in single_letters(tokens("x 雨水"))] == [("雨", 2, 2, 3), ("水", 3, 3, 4)]
    assert [one.lexeme for one in whole_words("雨水园")] == ["雨水", "园"]


def test_words_are_found_where_they_stand():
    text = "Rain of Ren-Wei: raining, 雨水花园 1,000"

    assert [
        text[start:end] for start, end in places(text, frozenset({"rain", "wei", "花园", "1000", "renwei"}))
    ] == ["Rain", "Ren-Wei", "Wei", "raining", "花园", "1,000"]
    assert places(text, frozenset()) == []
    assert places("Fenmark’s rain", frozenset({"fenmark"})) == [(0, 7)]


def test_neighbours_are_told_by_numbers_with_stop_words_counted():
    assert pairs("old pump") == pairs("the old pumps") == pairs("pumps, old pump") - pairs("pump old")
    assert pairs("old the pump").isdisjoint(pairs("old pump"))
    assert pairs("Ren-Wei") == pairs("ren wei")
    assert pairs("Fenmark’s rain") == pairs("Fenmark rain")
    assert pairs("雨水园") == pairs("雨水") | pairs("水园")
    assert [len(pairs(text)) for text in ("雨水园", "old 雨 pump", "old 1,000 pumps", "the old", "")] == [
        *(2, 0, 2, 0, 0),
    ]
    # Numbers that stand in the index: others would find nothing until all is indexed anew.
    assert (pairs("Ren-Wei"), pairs("re-use"), pairs("雨水")) == ({-6801}, {-31583}, {14653})
    assert all(-0x8000 <= number < 0x8000 for number in pairs(" ".join(map(str, range(1000)))))


def test_words_that_a_misspelt_one_may_mean_are_of_three_letters_or_more():
    assert words("The Łódź re-use of rain, it 1,000 S&T a2b 雨水 " + "x" * 61) == {
        *("lodz", "use", "rain", "x" * 60),
    }


def test_a_name_in_capitals_is_no_stop_word():
    assert [is_name_in_capitals(one) for one in ("WHO", "who", "RAIN", "")] == [True, False, False, False]
    assert [stem(one) for one in ("Innovation", "innovating", "LABOUR", "雨", "x1")] == [
        *("innov", "innov", "labor", "雨", "x1"),
    ]


def test_a_series_is_known_by_its_word_in_every_language():
    assert [names_of(word) for word in ("Briefing", "要报", "Digest", "Rain", "")] == [
        {"en": "Briefing", "zh": "要报"},
        {"en": "Briefing", "zh": "要报"},
        {"en": "Digest"},
        {},
        {},
    ]
    assert names_of("Reference") == {"en": "Reference", "zh": "内部参考"}
    assert [word_in(text) for text in ("2026 RAIN BRIEFING IV", "雨水要报（四）", "Rain", "")] == [
        *("Briefing", "要报", None, None),
    ]


@pytest.mark.parametrize(
    ("pattern", "every_form"),
    [
        ("说：", "[说說][：:]"),
        ("[，。]说", "[，,。][说說]"),
        (r"\[说]", r"\[[说說]]"),
        (r"\s说\s", r"\s[说說]\s"),
        ("雨", "雨"),
        ("[？a]？", r"[？\?a][？\?]"),
        ("", ""),
    ],
)
def test_a_chinese_pattern_is_met_in_either_width_and_script(pattern, every_form):
    assert in_every_form(pattern).pattern == every_form


DOCUMENT = Document(
    roster=(RosterEntry(speaker="B", name="Ada Berg"),),
    sections=(
        Section(
            numeral="I",
            points=(Point(),),
            sections=(Subsection(numeral="A"), Subsection(), Subsection(numeral="1.3")),
        ),
        Section(sections=(Subsection(numeral="（二）"),)),
    ),
)


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("", ""),
        ("title", ""),
        ("roster[0]", "Ada Berg"),
        ("roster[1]", ""),
        ("lede", "Opening paragraph"),
        ("lede[0]", "Opening paragraph, first paragraph"),
        ("editors_note[1]", "Editor’s note, second paragraph"),
        ("sections[0]", "Section I"),
        ("sections[1]", "Section 2"),
        ("sections[9]", "Section 10"),
        ("sections[0].title", "Section I, its title"),
        ("sections[0].points[0]", "I.1"),
        ("sections[0].points[2].body[0]", "I.3, first paragraph"),
        ("sections[0].points[2].lead", "I.3, the lead"),
        ("sections[0].sections[0]", "Section I.A"),
        ("sections[0].sections[1].points[1]", "I.2.2"),
        ("sections[0].sections[2]", "Section 1.3"),
        ("sections[1].sections[0].points[0]", "2.二.1"),
        ("sections[1].sections[4]", "Section 2.5"),
        ("sections[8].sections[0]", "Section 9.1"),
    ],
)
def test_a_path_is_said_as_an_editor_says_it(where, said):
    assert place_in_words(where, DOCUMENT) == said
