"""Where what tells people, labels and speeches ends: at the bound itself, and one step behind it.

Whole manuscripts stand in bounds_of_the_reader.txt beside, written as in test_manuscripts_at_the_edges.
"""

import datetime
from pathlib import Path

import pytest

from bulletins.document import Document
from bulletins.manuscript import (
    glossed_names,
    han_people,
    han_rosters,
    head_lines,
    initials,
    label_bearers,
    labelled_people,
    lists_of_people,
    names_apart,
    talk_heads,
    turns,
)
from bulletins.manuscript.bar_labels import divided
from bulletins.manuscript.blocks import Manuscript, text_of
from bulletins.manuscript.completeness import lost
from bulletins.manuscript.indented_prose import set_flush
from tests.blocks import block
from tests.bulletins.manuscript.test_manuscripts_at_the_edges import read_anew
from tests.kept_text import as_kept

KEPT = Path(__file__).with_name("bounds_of_the_reader.txt")


def test_all_that_is_read_from_manuscripts_where_one_rule_alone_tells_something():
    found = read_anew(KEPT)

    assert found == as_kept(KEPT, found)


@pytest.mark.parametrize(
    ("label", "parts"),
    [
        ("Ada Berg | B", ("Ada Berg", "B")),
        ("Ada Berg || B", None),
        ("Ada Berg | B | C", ("Ada Berg", "B, C")),
        ("Ada Berg | B | C | D", None),
        ("安全 | Rain Office | 局长", ("安全", "Rain Office，局长")),
        ("安全 | Rain Office", None),
    ],
)
def test_a_label_with_bars_has_two_or_three_parts_and_none_that_is_empty(label, parts):
    assert divided(label) == parts


@pytest.mark.parametrize(("letters", "named"), [(1, False), (2, True), (12, True), (13, False)])
def test_a_foreign_name_with_its_latin_name_behind_has_two_to_twelve_letters(letters, named):
    found = [one.name for one in glossed_names.glossed(f"的{'哈' * letters}（Pili Khamis）表示")]

    assert found == (["哈" * letters] if named else [])


@pytest.mark.parametrize(
    ("part", "bare"),
    [("Ada Berg (Chair) AB", "Ada Berg (Chair)"), ("Ada Berg (Chair) AC", "Ada Berg (Chair) AC")],
)
def test_letters_behind_somebody_go_where_they_are_the_initials(part, bare):
    assert initials.without(part) == bare


@pytest.mark.parametrize(
    ("label", "bearer"),
    [("Do", None), ("Dom", "Dominique Lund"), ("DOM", None), ("Dom Lund", None), ("Lund", "Dominique Lund")],
)
def test_a_label_of_three_letters_may_be_short_for_a_given_name(label, bearer):
    assert label_bearers.meant(label, ["Dominique Lund"]) == bearer


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("It rains.", False),
        ("It rains now.", True),
        ("Ada Berg: It rains now.", True),
        ("It rains now", False),
    ],
)
def test_a_sentence_of_three_words_with_a_verb_is_said(line, said):
    assert lists_of_people._is_said(line) is said


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Ada Lund Senior Director of Rain", "Ada Lund"),
        ("Ada B. C. Lund Senior Director of Rain", "Ada B. C. Lund"),
        ("Ada B. C. D. Lund Senior Director of Rain", ""),
        ("Ada Senior Director of Rain", ""),
        ("Ada Lund Senior", ""),
    ],
)
def test_a_name_before_a_post_has_two_to_four_words(line, name):
    assert lists_of_people._name_before_post(line) == name


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        ("Ada Berg↵Dean of Rain↵Ivo Lund↵Mayor", ["Ada Berg, Dean of Rain", "Ivo Lund, Mayor"]),
        ("Mr. Ada Berg↵Dean of Rain↵Ivo Lund, Mayor", ["Mr. Ada Berg, Dean of Rain", "Ivo Lund, Mayor"]),
        ("Ada Berg↵Ivo Lund↵Mayor", ["Ada Berg", "Ivo Lund, Mayor"]),
    ],
)
def test_what_stands_below_a_name_alone_is_what_its_bearer_is(lines, rows):
    assert lists_of_people._rows(block(lines.replace("↵", "\n")), "en") == rows


def test_a_row_of_eighty_people_is_read_and_one_of_more_is_not():
    names = ["令狐野", "端木晴", "欧阳川", "公孙礼", "宇文舒", "林小雨", "王家传", "何采薇"] * 11

    read = [han_people.people_of("、".join(names[:count])) for count in (80, 81)]

    assert [row and [one.name for one in row.people] for row in read] == [names[:80], None]


@pytest.mark.parametrize("length", [3999, 4000])
def test_a_block_of_four_thousand_letters_holds_no_lists_in_its_lines(length):
    text = "嘉宾：令狐野\n主持人：端木晴\n".ljust(length, "水")

    _, taken = han_rosters.take([block(text)])

    assert [one.name for one in taken.people] == (["令狐野", "端木晴"] if length < 4000 else [])


@pytest.mark.parametrize(
    ("cells", "line"),
    [
        (("Date", "3 May"), "Date: 3 May"),
        (("Date:", "3 May"), "Date: 3 May"),
        (("Date::", "3 May"), "Date::3 May"),
        (("Da:te", "3 May"), "Da:te3 May"),
        (("Date", "3 May", "4 May"), "Date3 May4 May"),
    ],
)
def test_a_row_of_two_cells_is_a_label_with_what_it_tells_unless_it_has_a_colon_of_its_own(cells, line):
    assert text_of(head_lines._row([block(cell).runs for cell in cells])) == line


@pytest.mark.parametrize(
    ("words", "is_prose"),
    [("rain " * 5, False), ("rain " * 6, True), ("水" * 11, False), ("水" * 12, True)],
)
def test_what_is_set_in_is_prose_from_six_words_or_twelve_chinese_letters_on(words, is_prose):
    text = f"    {words.strip()}"

    assert set_flush(text) == (words.strip() if is_prose else text)


@pytest.mark.parametrize(
    ("line", "known"),
    [
        ("Thursday 3 September 2026", True),
        ("3rd Sep 2026", True),
        ("3th Sept. 2026", True),
        ("2026-09-03", True),
        ("Septe 3", False),
        ("Friday", False),
    ],
)
def test_a_date_is_not_lost_however_it_is_printed(line, known):
    document = Document(title="Rain", date=datetime.date(2026, 9, 3))

    assert [*lost(Manuscript((block(line),)), document, ())] == [] if known else [line]


@pytest.mark.parametrize(
    ("text", "language", "people"),
    [
        (
            "Panellists: Ada Berg, Xu Zeqin\nModerator: Ivo Lund",
            "en",
            [("Ada Berg", "panelist"), ("Xu Zeqin", "panelist"), ("Ivo Lund", "moderator")],
        ),
        (
            "Moderator: Ivo Lund\nPanellists: Ada Berg, Xu Zeqin",
            "en",
            [("Ivo Lund", "moderator"), ("Ada Berg", "panelist"), ("Xu Zeqin", "panelist")],
        ),
        ("Panellists: Ada Berg, Xu Zeqin\nModerator: Ivo Lund", "zh", None),
        ("## Panellists: Ada Berg, Xu Zeqin\nModerator: Ivo Lund", "en", None),
    ],
)
def test_two_names_behind_a_label_of_several_are_two_people(text, language, people):
    found = labelled_people.people_by_label(block(text), language)

    assert (found and [(one.name, one.role) for one in found.people]) == people


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("林业局局长令狐野", "令狐野"),
        ("局长王刚", "王刚"),
        ("局长刚", "局长刚"),
        ("局长王小刚议员", "王小刚"),
        ("王小刚议员", "王小刚"),
        ("主席令狐野议员", "令狐野"),
        ("令狐野教授", "令狐野"),
    ],
)
def test_a_label_with_a_post_is_the_name_in_it(label, name):
    assert turns._without_post(label) == name


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("Speaker: Ada Berg, Dean", True),
        ("Speaker: the weir", False),
        ("Ada Berg", False),
        ("主讲人：令狐野", True),
    ],
)
def test_a_head_of_a_talk_names_who_gives_it(line, named):
    assert talk_heads.names_speaker(line) is named


@pytest.mark.parametrize(
    ("language", "lines", "labelled"),
    [
        # Two brackets will do, but not of one alone.
        ("zh", ["【令狐野】我认为，水要留住。", "【端木晴】我认为，河要清。"], True),
        ("zh", ["【令狐野】我认为，水要留住。", "【令狐野】我认为，河要清。"], False),
        # A bold line above what is said, which has eight letters and a stop, and is not bold itself.
        ("en", ["**Ada Berg**", "It rains a lot.", "**Ivo Lund**", "It pours."], True),
        ("en", ["**Ada Berg**", "It rains a lot.", "**Ivo Lund**", "Pouring."], True),
        ("en", ["**Ada Berg**", "It rains a lot.", "**Ivo Lund**", "Poured."], False),
        ("en", ["**Ada Berg**", "It rains a lot.", "**Ivo Lund**", "It pours"], False),
        ("en", ["**Ada Berg**", "**It rains a lot.**", "**Ivo Lund**", "**It pours.**"], False),
        ("en", ["**Ada Berg**", "• It rains a lot.", "**Ivo Lund**", "• It pours."], False),
        # A bold name before it, which in Chinese may be the subject of a sentence.
        ("en", ["**Ada Berg** It rains a lot.", "**Ivo Lund** It pours."], True),
        ("en", ["**Ada Berg** waits for a lot.", "**Ivo Lund** left it."], False),
        ("zh", ["**令狐野**　水要留住，河要清。", "**端木晴**　水要留住，河要清。"], False),
        # A line above it: bold ones twice, others three times.
        ("en", ["**Ada Berg**\nIt rains a lot.", "**Ivo Lund**\nIt pours."], True),
        ("en", ["Ada Berg\nIt rains a lot.", "Ivo Lund\nIt pours."], False),
        ("en", ["Ada Berg\nIt rains a lot.", "Ivo Lund\nIt pours.", "Ada Berg\nIt stops."], True),
        ("en", ["## Ada Berg\nIt rains.", "## Ivo Lund\nIt pours.", "## Ada Berg\nIt stops."], False),
        # A name and what its bearer is, in a hundred letters at most.
        (
            "en",
            ["**Ada Berg, Dean of ".ljust(102, "R") + "**", "It rains.", "**Ivo Lund**", "It pours."],
            True,
        ),
        (
            "en",
            ["**Ada Berg, Dean of ".ljust(103, "R") + "**", "It rains.", "**Ivo Lund**", "It pours."],
            False,
        ),
    ],
)
def test_names_that_stand_apart_become_labels_where_several_head_speeches(language, lines, labelled):
    blocks = [block(line) for line in lines]

    found = names_apart.with_labels(blocks, language)

    assert (found != blocks) is labelled
    assert all("：" in text_of(one.runs) or ": " in text_of(one.runs) for one in found if found != blocks)
