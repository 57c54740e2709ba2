"""Where the rules that find people and paragraphs stop: one step further they would be wrong."""

import pytest

from bulletins.document import Document, Imprint, Mention, Point, RosterEntry, Section, Text, mentions
from bulletins.manuscript.bar_labels import divided
from bulletins.manuscript.blocks import text_of
from bulletins.manuscript.han_mentions import names_somebody
from bulletins.manuscript.han_pieces import reads_of
from bulletins.manuscript.labelled_lines import apart
from bulletins.manuscript.labels import labels_of
from bulletins.manuscript.plain import manuscript
from bulletins.manuscript.reader import read_bytes
from bulletins.rendering.markdown import render_markdown
from bulletins.rendering.word import render_word


def read(text):
    return read_bytes(text.encode(), "a.txt").document


@pytest.mark.parametrize("write", [render_markdown, render_word])
def test_a_file_of_ours_lists_whom_it_listed_whomever_its_text_introduces(write):
    document = Document(
        roster=(RosterEntry(speaker="holm", name="Greta Holm", credit="Clerk of Weirs"),),
        lede=((Text("Mr. Ivo Lund, Dean of Rain, said that it rains."),),),
        sections=(
            Section(
                numeral="I",
                title="Rain",
                points=(Point(body=((Mention("holm"), Text(" said that it does.")),)),),
            ),
        ),
    )

    assert read_bytes(write(document, Imprint()), "copy").document == document


@pytest.mark.parametrize("label", ["第2组｜值班组组长", "水闸（二楼）｜值班室主任", "水闸 渔船｜局长"])
def test_what_no_name_is_written_like_is_none_beside_a_post_behind_a_bar(label):
    assert divided(label) is None


@pytest.mark.parametrize(
    ("piece", "people"),
    [
        ("芦汀局局长安全", [("安全", "芦汀局局长")]),
        ("芦汀局局长安全生产", []),
        ("芦汀局书记民主生活", []),
    ],
)
def test_four_letters_behind_a_post_that_begin_with_no_surname_are_nobody(piece, people):
    assert [read.person[:2] for read in reads_of(piece) if read.kind == "person"] == people


@pytest.mark.parametrize(
    ("text", "credit", "speaks"),
    [
        ("王家传说河要清。", "芦汀大学教授", True),
        ("水变绿了。王家传说河要清。", "芦汀大学教授", True),
        ("水变绿了，王家传说河要清。", "芦汀大学教授", False),
        ("王家传说河要清。", "", False),
    ],
)
def test_a_name_whose_last_letter_makes_a_word_with_the_next_speaks_where_it_opens_a_sentence(
    text, credit, speaks
):
    entry = RosterEntry(speaker="wang", name="王家传", credit=credit)
    start = text.index(entry.name)

    assert names_somebody(text, start, start + len(entry.name), entry) == speaks


@pytest.mark.parametrize(
    ("text", "credited"),
    [
        ("水变绿了，高校长说。", ["高远航", "高校长"]),
        ("高校长期缺水。", ["高远航"]),
        ("水务局和高校长期合作。", ["高远航"]),
    ],
)
def test_a_surname_with_a_post_is_nobody_where_a_word_runs_over_its_end(text, credited):
    told = f"芦汀简报\n\n与会嘉宾：高远航，芦汀中学校长\n\n一、治水\n\n高远航指出，河要清。\n\n{text}\n"

    assert [mention.printed for _, mention in mentions(read(told))] == credited


@pytest.mark.parametrize("label", ["令狐野", "令狐 野", "令狐\u3000野"])
def test_a_label_padded_with_spaces_is_its_bearer_s(label):
    roster = [RosterEntry(speaker="linghu", name="令狐野", credit="芦汀大学教授")]

    assert labels_of(frozenset([label]), roster, {}) == {label: "linghu"}


def test_lines_of_which_few_end_with_a_sentence_are_one_paragraph_that_a_margin_broke():
    lines = [
        "The weir was built in a dry year, and nobody had asked.",
        "Who paid for it when the rain came back was told to the",
        "Council of the lower valley in two letters, of which the",
        "Office of Drains had kept one, and in that stood what all",
        "the pumps had cost. The other one was never found again.",
    ]

    blocks = manuscript("Rain and weirs\n\n" + "\n".join(lines)).blocks

    assert [text_of(block.runs) for block in blocks] == ["Rain and weirs", " ".join(lines)]


def test_the_second_line_of_a_speech_stays_with_it_and_items_stay_together():
    text = "Ada: Yes, and we\nshall pay.\nIvo: No.\n- One.\n- Two.\nAda: Fine.\nIvo: Good."

    assert apart(text) == (
        "Ada: Yes, and we\nshall pay.\n\nIvo: No.\n\n- One.\n- Two.\n\nAda: Fine.\n\nIvo: Good."
    )


@pytest.mark.parametrize(("padding", "role"), [(116, "moderator"), (117, None)])
def test_a_label_within_a_line_is_looked_for_no_further_than_its_longest(padding, role):
    # So that a line of colons takes time in proportion to its length: each looks back over so many letters.
    label = "主持人" + " " * padding
    told = (
        f"芦汀论坛简报\n\n与会嘉宾：端木晴，芦汀大学教授；{label}：令狐野，芦汀水务局局长\n\n一、治水\n\n"
        "端木晴教授指出，河要清。\n\n令狐野局长认为，水要留。\n"
    )

    assert {entry.name: entry.role for entry in read(told).roster} == {"端木晴": None, "令狐野": role}
