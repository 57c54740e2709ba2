"""What a reader types becomes a query, whatever it is."""

import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletins.search.query import parse


def asked(text, **names):
    return parse(text).tsquery(names)


def test_words_must_all_occur():
    assert asked("rain gardens") == "('rain') & ('garden')"


def test_words_in_quotes_must_follow_each_other_and_stop_words_hold_a_place():
    assert asked('"rain in the gardens"') == "('rain' <3> 'garden')"


def test_other_scripts_quotes_are_quotes():
    assert asked("「雨水花园」 “rain garden”") == asked('"雨水花园" "rain garden"')


def test_a_minus_keeps_a_word_or_a_phrase_away():
    assert asked('rain -tax -"old pump"') == "('rain') & !('tax') & !('old' <1> 'pump')"


def test_a_hyphen_within_a_word_is_no_minus():
    assert asked("re-use") == "(('reus' | ('re' <1> 'use')))"


def test_nothing_but_stop_words_or_exclusions_asks_nothing():
    assert [asked(text) for text in ("", "the", "-rain", '"of the"', "的", "!?")] == [""] * 6


def test_letters_of_a_name_that_no_dictionary_has_must_stand_in_a_row():
    assert asked("林巧云 水泵") == "('林' <1> '巧' <1> '云') & ('水泵')"


def test_a_name_among_the_words_also_means_the_person():
    assert asked("Qiaoyun Lin pumps", **{"lin qiaoyun": [7, 8]}) == (
        "((('qiaoyun') & ('lin')) | '@7' | '@8') & ('pump')"
    )


def test_within_a_name_no_other_name_is_meant():
    assert asked("Lin Qiaoyun", **{"lin qiaoyun": [7], "lin": [9]}) == "((('lin') & ('qiaoyun')) | '@7')"


@pytest.mark.django_db
@settings(deadline=None)  # the first use of a dictionary loads it
@given(st.text(max_size=400) | st.text(alphabet="\"'-\\&|!<>()*:% \0aб水🙂", max_size=60))
def test_any_text_at_all_is_a_query_that_postgresql_takes(text):
    query = parse(text)
    with connection.cursor() as cursor:
        for tsquery in (query.tsquery({}), query.tsquery({name: [1] for name in query.names()})):
            cursor.execute("SELECT %s::tsquery", [tsquery])
            assert cursor.fetchone() is not None
