"""What looks like a credit and is none, beside its like that is one; and what more than looks makes somebody speak."""

import pytest

from bulletins.manuscript import reader
from bulletins.statements import attributed


def said(text):
    """Who said what: names, and the first words of their sentences."""
    document = reader.read_bytes(f"Rain and streets\n\n{text}".encode(), "a.txt").document
    names = {entry.speaker: entry.name for entry in document.roster}
    return [
        ("; ".join(names[key] for key in sentence.entries), sentence.text.strip()[:8].rstrip())
        for _, sentences in attributed(document)
        for sentence in sentences
        if sentence.entries
    ]


ENGLISH = {
    "Mayor Ada Berg said that it rains. The drains were built by Ivo Lund, an engineer.": [
        ("Ada Berg", "Mayor Ad"),
        ("Ada Berg", "The drai"),
    ],
    "Ada Berg, Dean of Rain, said that it rains. Ivo Lund, Dean of Drains, was among the guests. He left early.": [
        ("Ada Berg", "Ada Berg"),
    ],
    "Ada Berg, Dean of Rain, said that it rains. The old town was flooded.": [
        ("Ada Berg", "Ada Berg"),
        ("Ada Berg", "The old"),
    ],
    "Present: Ada Berg and Ivo Lund.\n\nThe report by Ivo Lund was received. The report by Ada Berg noted rain.": [
        ("Ada Berg", "The repo"),
    ],
    "Panellists Petra Lund and Ivo Teal said that nobody pays.": [("Petra Lund; Ivo Teal", "Panellis")],
}


@pytest.mark.parametrize("text", ENGLISH)
def test_of_those_whom_an_english_text_names_such_are_credited_as_say_something(text):
    assert said(text) == ENGLISH[text]


CHINESE = {
    "座谈会由党委书记江强主持。院长令狐野出席。\n\n座谈会上，令狐院长和江书记介绍了情况。": [
        ("令狐野; 江强", "座谈会上，令狐院"),
    ],
    "江强书记和令狐野院长感谢教师们，并介绍了水库。": [("江强; 令狐野", "江强书记和令狐野")],
    "江强书记说，水库要修。院长令狐野出席。": [("江强", "江强书记说，水库")],
    "江强书记说，水库要修。全村老少都参加了劳动。": [
        ("江强", "江强书记说，水库"),
        ("江强", "全村老少都参加了"),
    ],
    "江强书记说，水库要修。教师代表二十余人参加座谈。": [("江强", "江强书记说，水库")],
    "主持人令狐野请处长端木晴介绍情况。端木晴说，水库要修。": [("端木晴", "端木晴说，水库要")],
    "记者江川问：“水库何时修？”\n\n市长令狐野说：“明年修。”": [
        ("江川", "记者江川问：“水"),
        ("令狐野", "市长令狐野说：“"),
    ],
    "（一）建水渠：水渠明年动工。\n\n（二）修水库：水库明年加固。": [],
    "原标题：修水库要先清淤\n\n令狐野：水库要先清淤。": [("令狐野", "令狐野：水库要先")],
    "修水库：我来说两句。": [("修水库", "修水库：我来说两")],
    "参会人员：令狐野、端木晴（共2人）\n\n端木晴认为，水渠要修。": [("端木晴", "端木晴认为，水渠")],
}


@pytest.mark.parametrize("text", CHINESE)
def test_of_those_whom_a_chinese_text_names_such_are_credited_as_say_something(text):
    assert said(text) == CHINESE[text]


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Weir Office", "Weir Office"),
        ("Ada Berg, Ivo Lund and Omar Teal attended.", None),
        ("Speaker: Ada Berg", None),
        ("Weir Council minutes", None),
    ],
)
def test_a_line_of_the_head_that_says_something_names_no_publisher(line, publisher):
    text = f"Rain and streets\n\n{line}\n\nMayor Ada Berg said that it rains, and will rain in the weeks to come."
    assert reader.read_bytes(text.encode(), "a.txt").document.publisher == publisher
