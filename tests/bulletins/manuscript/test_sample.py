"""The real sample in all its formats. Short facts only: none of its sentences is quoted here."""

import hashlib
import subprocess

import pypandoc
import pytest

from bulletins.document import Imprint, Mention, mentions
from bulletins.manuscript import outline_of_reading, read, read_bytes
from bulletins.rendering.markdown import render_markdown
from bulletins.rendering.text import render_text
from bulletins.rendering.word import render_word
from tests.sample import SAMPLE, needs_sample

pytestmark = needs_sample

SPEAKERS = [
    [
        ["HUANG Renwei"],
        ["RUAN Xiangping", "QIN Wenbo"],
        ["Mohammed AlHashmi", "Manzoor Hussain Soomro", "Branislav Djordjevic", "TANG Zhimin"],
    ],
    [
        ["RUAN Xiangping", "HUANG Renwei"],
        ["WEI Min", "Branislav Djordjevic", "Bojan Lalic"],
        ["HUANG Renwei", "Bojan Lalic"],
        ["XU Qinhua", "Kanchana Wanichkorn"],
    ],
    [
        ["RUAN Xiangping", "Manzoor Hussain Soomro", "QIN Wenbo"],
        ["Marcin Piatkowski", "Kanchana Wanichkorn", "Bojan Lalic"],
        ["WEI Min", "Marcin Piatkowski", "QIN Wenbo"],
    ],
]
DIGEST = "cb32c05178968540"  # of note, lede and points, as read and checked by eye
ORDINALS = [
    ["Firstly", "Secondly", "Thirdly"],
    ["Firstly", "Secondly", "Thirdly", "Fourthly"],
    ["Firstly", "Secondly", "Thirdly"],
]
NAMES = [
    "LIU Dongmei",
    "RUAN Xiangping",
    "Mohammed AlHashmi",
    "HUANG Renwei",
    "Branislav Djordjevic",
    "TANG Zhimin",
    "WEI Min",
    "Manzoor Hussain Soomro",
    "QIN Wenbo",
    "Kanchana Wanichkorn",
    "XU Qinhua",
    "Marcin Piatkowski",
    "Bojan Lalic",
]


@pytest.fixture(scope="module")
def reading():
    return read(SAMPLE)


@pytest.fixture(scope="module")
def face(reading):
    return outline_of_reading(reading)


def test_its_masthead_is_read(face):
    fields = ("language", "number", "volume", "date", "publisher", "summarized_by")
    assert [face[field] for field in fields] == [
        "en",
        6,
        141,
        "2021-06-16",
        "Shanghai Center for Pujiang Innovation Forum",
        ["ZHANG Xuanyu"],
    ]


def test_its_title_broken_over_two_lines_and_printed_twice_is_one(face):
    assert face["series_title"] == "2021 Pujiang Innovation Forum Bulletin VI"
    assert (face["title"].split()[0], len(face["title"].split()), face["title"][-6:]) == ("BRI", 12, "Issues")


def test_its_roster_of_thirteen_has_two_speeches_then_reports(face):
    assert [entry["name"] for entry in face["roster"]] == NAMES
    assert [entry["role"] for entry in face["roster"]] == ["speech"] * 2 + ["thematic report"] * 11


def test_credits_keep_their_commas_brackets_and_second_posts(face):
    credit = {entry["name"]: entry["credit"] for entry in face["roster"]}
    assert credit["TANG Zhimin"] == "President of China-ASEAN Studies (Chinese Academy of Sciences)"
    assert credit["RUAN Xiangping"] == "Inspector of Department of International Cooperation, MOST"
    assert (len(credit["WEI Min"].split()), credit["WEI Min"].count(" and ")) == (19, 2)


def test_its_sections_and_ordinals_are_read(face):
    assert [section["numeral"] for section in face["sections"]] == ["I", "II", "III"]
    assert [section["title"].split()[0] for section in face["sections"]] == ["The", "Grasp", "Conduct"]
    assert [[point["ordinal"] for point in section["points"]] for section in face["sections"]] == ORDINALS


def test_each_point_knows_its_speakers_in_order(face):
    assert [[point["speakers"] for point in section["points"]] for section in face["sections"]] == SPEAKERS


def test_what_the_guests_and_several_speakers_said_is_theirs(face):
    assert face["groups"] == [
        {"name": "the participating guests", "kind": "group"},
        {"name": "multiple speakers", "kind": "group"},
    ]
    second, third = face["sections"][1]["points"][1:3]
    assert [point["statements"][0]["speakers"] for point in (second, third)] == [
        ["multiple speakers"],
        ["the participating guests"],
    ]


def test_bold_that_runs_past_the_first_sentence_makes_no_longer_lead(face):
    lead = face["sections"][0]["points"][0]["lead"]
    assert (lead.split()[:3], lead[-13:], len(lead)) == (["the", "BRI", "has"], "crucial role.", 114)
    assert [finding["code"] for finding in face["findings"]] == ["bold-overrun"]


def test_the_text_is_whole(face):
    texts = [point["text"] for section in face["sections"] for point in section["points"]]
    assert [len(text) for text in texts] == [1116, 1760, 1616, 2073, 1684, 1061, 1911, 1611, 1811, 2046]
    whole = "\n".join([face["editors_note"], face["lede"], *texts])
    assert hashlib.sha256(whole.encode()).hexdigest()[:16] == DIGEST


def test_only_drifting_and_short_credits_are_kept_as_printed(reading):
    printed = [
        (mention.speaker, mention.printed[:10])
        for _, mention in mentions(reading.document)
        if mention.printed and not reading.document.is_group(mention.speaker)
    ]
    assert printed == [("wei-min", "WEI Min, P"), ("xu-qinhua", "XU"), ("wei-min", "WEI Min, P")]
    assert sum(mention == Mention("bojan-lalic") for _, mention in mentions(reading.document)) == 3


@pytest.mark.parametrize("form", ["docx", "odt", "html"])
def test_every_format_gives_the_same_reading(reading, form, tmp_path):
    copy = tmp_path / f"copy.{form}"
    command = [pypandoc.get_pandoc_path(), "-s", "-f", "markdown-smart", str(SAMPLE), "-o", str(copy)]
    subprocess.run(command, check=True, capture_output=True)
    assert read(copy) == reading


@pytest.mark.parametrize("wrap", ["none", "auto"])
def test_plain_text_gives_the_same_outline_but_for_the_bold(face, wrap, tmp_path):
    copy = tmp_path / "copy.txt"
    command = [
        pypandoc.get_pandoc_path(),
        "-f",
        "markdown-smart",
        str(SAMPLE),
        "-t",
        "plain",
        f"--wrap={wrap}",
        "-o",
        str(copy),
    ]
    subprocess.run(command, check=True, capture_output=True)
    assert outline_of_reading(read(copy)) == {**face, "findings": []}


@pytest.mark.parametrize("write", [render_markdown, render_word])
def test_written_and_read_again_it_is_the_same_document(reading, write):
    assert read_bytes(write(reading.document, Imprint()), "copy").document == reading.document


def test_written_as_text_it_keeps_its_outline(reading, face):
    again = outline_of_reading(read_bytes(render_text(reading.document, Imprint()), "copy.txt"))
    assert again == {**face, "findings": []}
