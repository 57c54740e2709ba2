"""How a paragraph is cut into sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletins.language.sentences import sentences

ENGLISH = [
    "The rain came late. ",
    "“We pay.” ",
    "Dr. Lund of the U.S. office asked why? ",
    "It rose by 3.5 percent! ",
]
CHINESE = ["水好。", "“雨来得晚。”", "堤岸要加固！", "谁来付钱？"]


@given(st.randoms(use_true_random=False), st.sampled_from([("en", ENGLISH), ("zh", CHINESE)]))
def test_a_paragraph_longer_than_is_read_at_once_is_cut_where_its_sentences_end(random, of_language):
    language, choice = of_language
    parts = random.choices(choice, k=600)
    text = "".join(parts)

    assert [text[start:end] for start, end in sentences(text, language)] == parts


def test_one_sentence_longer_than_is_read_at_once_stays_one():
    text = "rain and " * 2_000 + "streets. The end."

    assert [text[start:end] for start, end in sentences(text, "en")] == [
        text.removesuffix("The end."),
        "The end.",
    ]


def test_one_sentence_that_is_nearly_as_long_as_what_is_read_at_once_ends_where_it_ends():
    long, short = "rain and " * 420 + "streets. ", "It rains on the weir. "

    assert [(long + short * 80)[start:end] for start, end in sentences(long + short * 80, "en")] == [
        long,
        *[short] * 80,
    ]


def test_a_quotation_that_goes_on_behind_what_is_read_at_once_is_not_cut():
    rain, quoted = "It rains on the weir. ", f"“{'It rains on all of the weirs. ' * 30}It stops,” she said. "
    text = rain * 160 + quoted + "The end."

    assert [text[start:end] for start, end in sentences(text, "en")] == [*[rain] * 160, quoted, "The end."]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "He went to the U.S. Under Secretary’s. It rains.",
            ["He went to the U.S. Under Secretary’s. ", "It rains."],
        ),
        ("It is J.D. The rain.", ["It is J.D. ", "The rain."]),
        ("He went to the U.S.", ["He went to the U.S."]),
        ("It rains. He met Dr.", ["It rains. ", "He met Dr."]),
        ("He said no. Berg said yes.", ["He said no. ", "Berg said yes."]),
        ("“We pay.” — Petra Lund. It rains.", ["“We pay.” — Petra Lund. ", "It rains."]),
        ("We pay. — Petra Lund.", ["We pay. ", "— Petra Lund."]),
        ("He lives in St. Moritz. Dr. Lund left.", ["He lives in St. Moritz. ", "Dr. Lund left."]),
        ("It was A. Berg of the U.S. The weir holds.", ["It was A. Berg of the U.S. ", "The weir holds."]),
        (
            '"It rains. It pours," he said. "It stops."',
            ['"It rains. It pours," he said. ', '"It stops."'],
        ),
        (
            "See no. 4. It rains at 4 p.m. We go. Berg et al. left.",
            ["See no. 4. ", "It rains at 4 p.m. ", "We go. ", "Berg et al. left."],
        ),
    ],
)
def test_an_english_sentence_goes_on_behind_an_abbreviation(text, parts):
    assert [text[start:end] for start, end in sentences(text, "en")] == parts


def test_no_sentence_ends_within_a_printed_credit():
    text = "It rains. Ada Berg (Dept. Rain. Weirs) said so. It stops."
    whole = ["It rains. ", "Ada Berg (Dept. Rain. Weirs) said so. ", "It stops."]

    assert [text[start:end] for start, end in sentences(text, "en", [(10, 38)])] == whole
    assert [text[start:end] for start, end in sentences(text[:38], "en", [(10, 38)])] == [
        whole[0],
        text[10:38],
    ]
