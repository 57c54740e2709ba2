"""How a text is cut into words."""

import pytest

from bulletins.language.words import fold, stem, tokens, whole_words, words


def lexemes(text):
    return [token.lexeme for token in tokens(text)]


def test_english_words_are_stems_without_case_and_accents():
    assert lexemes("Innovating CAFÉS, naïve") == ["innov", "cafe", "naiv"]


def test_a_letter_and_its_accent_apart_are_one_word():
    assert lexemes("cafe\u0301") == ["cafe"]


def test_a_possessive_is_the_word_itself():
    assert lexemes("China's city’s") == ["china", "citi"]


def test_a_compound_is_found_joined_and_cut():
    assert [(token.lexeme, token.position) for token in tokens("HUANG Ren-Wei said")] == [
        ("huang", 1),
        ("renwei", 2),
        ("ren", 2),
        ("wei", 3),
        ("said", 4),
    ]


def test_letters_with_a_figure_have_no_stem_and_chinese_that_no_dictionary_has_is_cut_at_its_letters():
    assert lexemes("3ds 5ings") == ["3ds", "5ings"]
    assert lexemes("令狐野来到杭研大厦") == ["令狐", "野", "来到", "杭", "研", "大厦"]


def test_numbers_keep_their_point_and_lose_their_commas():
    assert lexemes("Phase 2.0 of 1,000,000") == ["phase", "2.0", "of", "1000000"]


def test_chinese_is_cut_into_words_that_stand_at_their_letters():
    assert [(token.lexeme, token.position) for token in tokens("中国科学院研究")] == [
        ("中国", 1),
        ("科学", 3),
        ("学院", 4),
        ("科学院", 3),
        ("中国科学院", 1),
        ("研究", 6),
    ]


def test_a_query_means_the_longest_chinese_words():
    assert [token.lexeme for token in whole_words("中国科学院研究")] == ["中国科学院", "研究"]


def test_every_token_stands_where_it_says():
    text = "在2026年，LIN Qiao-Yun’s “naïve” 5G plan: 3.5%"

    assert [text[token.start : token.end] for token in whole_words(text)] == [
        "在",
        "2026",
        "年",
        "LIN",
        "Qiao-Yun",
        "Qiao",
        "Yun",
        "naïve",
        "5G",
        "plan",
        "3.5",
    ]


def test_full_width_letters_are_letters():
    assert fold("ＡＢＣ") == "abc"


def test_only_words_of_letters_may_be_meant_by_a_misspelt_one():
    assert words("The Re-use of 5G in 林, ox and Øre") == {"use", "ore"}


def test_a_text_of_any_length_has_an_end():
    assert len(tokens("rain " * 20_000)) == 12_000


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("数据", "共享數據"),
        ("臺灣", "台湾大学"),
        ("organisation", "an organization"),
        ("organizing", "they organised it"),
        ("labour", "labor costs"),
        ("neighbourhoods", "a neighborhood"),
        ("harboured", "harbor"),
        ("programme", "two programs"),
        ("centre", "centers"),
        ("analyse", "they analyzed it"),
        ("modelling", "a model"),
        ("defence", "defense"),
        ("catalogue", "catalogs"),
        ("fulfil", "fulfilled"),
        ("paediatric", "pediatric"),
        ("grey", "a gray sea"),
        ("judgement", "judgments"),
        ("urbanisation", "urbanization"),
        ("promise", "promised"),
        ("precise", "precisely"),
        ("advise", "advising"),
        ("hours", "an hour"),
        ("four", "four"),
        ("premise", "premises"),
        ("grouse", "grouse"),
    ],
)
def test_spellings_of_two_shores_and_of_both_scripts_find_each_other(query, text):
    wanted = {token.lexeme for token in whole_words(query)}

    assert wanted <= {token.lexeme for token in tokens(text)}


@pytest.mark.parametrize(
    "words", [("promise", "promize"), ("hour", "hor"), ("organ", "organism"), ("sour", "sore")]
)
def test_different_words_stay_different(words):
    assert len({stem(word) for word in words}) == 2


def test_places_in_a_traditional_text_stay_what_they_are():
    assert [(token.lexeme, token.start, token.end) for token in whole_words("在臺灣說")] == [
        ("在", 0, 1),
        ("台湾", 1, 3),
        ("说", 3, 4),
    ]
