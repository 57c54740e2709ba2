"""Names of foreigners in Chinese text that no dot parts and no surname begins."""

import pytest

from bulletins.manuscript.foreign_names_zh import foreign_before, foreign_candidates, is_foreign
from bulletins.manuscript.sighting_words_zh import SPEAKS_AT_ONCE


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("阿利莫夫秘书长", "阿利莫夫"),
        ("今天，阿利莫夫秘书长", "阿利莫夫"),
        ("会上阿利莫夫秘书长", ""),
        ("，阿莫秘书长", ""),
        ("，斯里兰卡秘书长", ""),
    ],
)
def test_a_foreigner_before_a_title_opens_a_clause(text, name):
    assert foreign_before(text, text.index("秘书长")) == name


@pytest.mark.parametrize(
    ("text", "after_post", "names"),
    [
        ("保尔森指出，水要留", False, ["保尔森"]),
        ("默克尔认为，水要留", False, ["默克尔"]),
        ("阿利莫夫表示，水要留", True, ["阿利莫夫"]),
        ("阿利莫夫表示，水要留", False, []),
        ("保尔森在论坛上开会，水要留", True, []),
        ("阿莫表示，水要留", True, []),
    ],
)
def test_a_foreigner_stands_right_before_a_verb(text, after_post, names):
    assert list(foreign_candidates(text, 0, SPEAKS_AT_ONCE, after_post=after_post)) == names


@pytest.mark.parametrize(("name", "is_one"), [("默克尔", True), ("令狐野", False), ("水库", False)])
def test_the_dictionary_has_names_of_foreigners(name, is_one):
    assert is_foreign(name) == is_one
