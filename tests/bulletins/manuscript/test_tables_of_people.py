"""Tables that list people → lines of people; what a list has no place for is told; other tables stay tables."""

import pytest

from bulletins.manuscript.blocks import Block, Run
from bulletins.manuscript.people_tables import asides_of, columns_of, is_part, line_of_person
from bulletins.manuscript.reader import read_bytes
from bulletins.manuscript.tables import apart, cell_of, grid_of, label_of_row, lines_of_row, people_of
from tests.blocks import shown, shown_runs


@pytest.mark.parametrize(
    ("head", "columns"),
    [
        (["Name", "Office"], ["name", "organisation"]),
        (["No.", " Speaker ", "Title", "Organization"], ["number", "name", "title", "organisation"]),
        (["Name", "Initials"], ["name", "short"]),
        (["Name", "Role", "Weather"], ["name", "role", ""]),
        (["姓 名", "性别", "单位", "职务", "备注"], ["name", "aside", "organisation", "title", "remark"]),
        (["环节", "嘉宾", "身份"], ["role", "name", "credit"]),
        (["角色", "嘉宾", "身份"], ["role", "name", "credit"]),
        (["嘉宾", "身份"], ["name", "role"]),
        (["嘉宾", "环节", "身份", "单位及职务"], ["name", "role", "role", "credit"]),
        (["環節", "姓名", "單位及職務"], ["role", "name", "credit"]),
        (["Name", "Guest", "Office"], None),
        (["Office", "Title"], None),
        (["Name", "No."], None),
        (["Rain", "Sun"], None),
        ([], None),
    ],
)
def test_the_head_of_a_table_tells_what_its_columns_hold(head, columns):
    assert columns_of(head) == columns


@pytest.mark.parametrize(
    ("columns", "row", "line"),
    [
        ("name credit", "Ada Berg|Dean", "Ada Berg, Dean"),
        ("name credit", "Ada Berg|", "Ada Berg"),
        ("name credit", "Ada Berg", "Ada Berg"),
        ("name credit", "|Dean", None),
        ("name credit", "Ada Berg|Dean|more", None),
        ("name  credit", "Ada Berg|rain|Dean", None),
        ("name  credit", "Ada Berg||Dean", "Ada Berg, Dean"),
        ("name title organisation", " Ada Berg | Dean | Weir Office ", "Ada Berg, Dean, Weir Office"),
        ("name title organisation", "Ada Berg||Weir Office", "Ada Berg, Weir Office"),
        ("name title organisation", "令狐野|主任|雨水局", "令狐野, 雨水局主任"),
        ("short name role", "AB|Ada Berg|Chair", "Ada Berg, AB (Chair)"),
        ("name role", "Ada Berg|Chair", "Ada Berg (Chair)"),
        ("name credit remark", "令狐野|雨水局主任|主持", "令狐野, 雨水局主任 (主持)"),
        ("name credit remark", "令狐野|雨水局主任|迟到", "令狐野, 雨水局主任"),
        ("name credit role remark", "令狐野|主任|主讲|主持", "令狐野, 主任 (主讲)"),
    ],
)
def test_a_row_becomes_a_line_of_a_list(columns, row, line):
    assert line_of_person(columns.split(" "), row.split("|")) == line


def test_a_remark_may_tell_the_part_that_somebody_takes():
    assert [is_part(text) for text in ("主持", "主持人", "迟到", "", "时间")] == [
        True,
        True,
        False,
        False,
        False,
    ]


def test_columns_without_a_place_are_told_each_as_a_line():
    rows = [["姓名", " 性别 ", "备注", "手机"], ["令狐野", "男", "主持", ""], ["端木晴", " 女", "迟到"]]

    assert asides_of(["name", "aside", "remark", "aside"], rows) == ["性别：男、女", "备注：迟到"]
    assert asides_of(["name"], rows) == asides_of([], rows) == []


def cells(*rows):
    return [[[Block("paragraph", (Run(text),))] if text else [] for text in row.split("|")] for row in rows]


PEOPLE = {
    ("Name|Office", "Ada Berg|Weir Office", "|", "Ivo Lund|"): [
        "paragraph <person>: Ada Berg, Weir Office",
        "paragraph <person>: Ivo Lund",
    ],
    ("姓名|性别|单位", "令狐野|女|雨水局"): [
        "paragraph <person>: 令狐野, 雨水局",
        "paragraph <aside>: 性别：女",
    ],
    ("主持人|令狐野", "出席人员|端木晴、洪端木"): [
        "paragraph: 主持人：令狐野",
        "paragraph: 出席人员：端木晴、洪端木",
    ],
    ("主持人|令狐野", "出席人员|"): None,
    ("主持人|令狐野", "天气|雨"): None,
    ("主持人|令狐野|主任",): None,
    ("Name|Office",): None,
    ("Name|Office", "|Weir Office"): None,
    ("Name|Office", "Ada Berg|Weir Office", "|Weir Office"): None,
    ("Name|Office", "|"): None,
    ("Rain|Sun", "Ada|Berg"): None,
}


@pytest.mark.parametrize("rows", PEOPLE)
def test_a_table_whose_head_or_labels_say_so_lists_people(rows):
    found = people_of(cells(*rows))

    assert (None if found is None else shown(found)) == PEOPLE[rows]


def test_cells_and_rows_are_texts_and_empty_ones_nothing():
    two = [
        Block("paragraph", (Run("a"),)),
        Block("rule"),
        Block("paragraph", (Run("b", strong=True),), label="lede"),
    ]
    one = [Block("paragraph", (Run("c"),))]

    assert [shown_runs(cell_of(cell)) for cell in (two, one, [])] == ["a [b strong]", "c", ""]
    assert shown(lines_of_row([two, one])) == ["paragraph <row>: a\n[b strong]\nc\n"]
    assert list(lines_of_row([[], []])) == []
    assert [label_of_row(row) for row in ([one, two], [one], [])] == ["lede", "", ""]


def row(*spans):
    return [None, [[None, None, down, across, []] for down, across in spans]]


GRIDS = {
    "plain": ([row((1, 1), (1, 1)), row((1, 1))], [["a", "b"], ["c"]], ["a b", "c -"]),
    "wide": (
        [row((1, 2), (1, 1)), row((1, 1), (1, 1), (1, 1))],
        [["a", "b"], ["c", "d", "e"]],
        ["a - b", "c d e"],
    ),
    "tall": (
        [row((2, 1), (1, 1)), row((1, 1)), row((1, 1))],
        [["a", "b"], ["c"], ["d"]],
        ["a b", "- c", "d -"],
    ),
    "too tall": (
        [row((1, 1)), row((9, 1), (1, 1)), row((1, 1))],
        [["a"], ["b", "c"], ["d"]],
        ["a -", "b c", "- d"],
    ),
    "large": ([row((1, 1), (2, 2)), row((1, 1), (1, 1))], [["a", "b"], ["c", "d"]], ["a b - -", "c - - d"]),
    "far too wide": ([row((1, 999)), row((1, 1))], [["a"], ["b"]], ["a" + " -" * 11, "b" + " -" * 11]),
}


@pytest.mark.parametrize("name", GRIDS)
def test_a_merged_cell_stands_where_it_begins_and_all_rows_are_of_one_length(name):
    rows, own, grid = GRIDS[name]

    assert [" ".join(cell or "-" for cell in line) for line in grid_of(rows, own)] == grid


@pytest.mark.parametrize("own", [[["a"]], [["a"], ["b"], ["c"]], [["a", "b"], ["c"]]])
def test_a_row_without_its_cells_is_none(own):
    with pytest.raises(ValueError, match="zip"):
        grid_of([row((1, 1)), row((1, 1))], own)


TABLE = "| Name | Office |\n|:---|---|\n| Ada Berg | Dean |\n"


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        (f"**Attendees:**\n{TABLE}", f"**Attendees:**\n\n{TABLE}"),
        (f"one\ntwo\n{TABLE}", f"one\ntwo\n\n{TABLE}"),
        (f"one\n\n{TABLE}", f"one\n\n{TABLE}"),
        (TABLE, TABLE),
        ("one\n| two |\n| three |\n", "one\n| two |\n| three |\n"),
        ("one\ntwo\n", "one\ntwo\n"),
    ],
)
def test_a_table_right_below_a_line_is_parted_from_it(text, parted):
    assert apart(text) == parted


@pytest.mark.parametrize(
    "head", ["| | Name | Post |\n|---|---|---|", "| | | |\n|---|---|---|\n| No. | Name | Post |"]
)
def test_a_head_of_which_cells_are_empty_is_one_and_an_empty_head_is_none(head):
    table = f"{head}\n| | Ada Berg | Dean of Rain |\n| | Ivo Lund | Clerk |\n"
    document = read_bytes(f"# Rain over Fenmark\n\n{table}\nIt rains.\n".encode(), "a.md").document

    assert [(one.name, one.credit) for one in document.roster] == [
        ("Ada Berg", "Dean of Rain"),
        ("Ivo Lund", "Clerk"),
    ]
