"""Whose each sentence of whole bulletins is, beside what a careful reader wrote down by hand."""

from pathlib import Path

import pytest

from bulletins.manuscript import read
from bulletins.statements import attributed

ROOT = Path(__file__).resolve().parents[2]
GOLDEN, DEMO = ROOT / "tests" / "golden", ROOT / "bulletins" / "demo"

# A line for each part: note, opening, then the points; of each sentence those who said it, "-" where it is nobody's
# or the words leave it open, "*" where a group said it. English names by their initials, Chinese ones by their first
# letter.
TRUTH = {
    GOLDEN / "ferries.md": ["- -", "- *", "- TO TO", "- MO MO", "- PH RG"],
    GOLDEN / "lamps.md": ["- -", "- -", "- AQ BO", "- AQ", "- Id -"],
    GOLDEN / "clocks.md": ["- -", "-", "MF", "LG LG", "SA SA"],
    GOLDEN / "kites.md": ["", "-", "- RE", "- VS", "- VS AL"],
    GOLDEN / "seeds.md": ["", "- -", "- HB", "- JT", "- HB ON"],
    GOLDEN / "wells.md": ["- -", "-", "- BK BK", "- NH -", "- NH -"],
    GOLDEN / "chaguan.md": ["-", "-", "- 墨", "- 墨", "- 司 溪"],
    GOLDEN / "wugang.md": ["- -", "-", "- 苇 苇", "- 欧", "- 泊"],
    GOLDEN / "zhifang.md": ["-", "-", "- 竹", "- 荷", "石 竹"],
    DEMO / "2026-1.md": [
        "- - -",
        "- * -",
        "- RQ RQ RQ TA",
        "- PR PR MA MA MA",
        "- MC MC MC TA",
        "- IM IM IM IM",
        "- LQ LQ MA RQ",
        "- DY DY DY",
        "- HS PR PR HS",
        "- - TA LQ TA",
    ],
    DEMO / "2026-3.md": [
        "- -",
        "- -",
        "- RT RT KM RT",
        "- EK EK AL EK",
        "- AD AD AD AD+AL -",
        "- DY DY EK DY",
        "- TW TW TW RT RT",
        "- KM EK KM AD",
        "- AL AL AL",
        "- TW DY",
    ],
    DEMO / "2026-4.md": [
        "- -",
        "- * -",
        "- 林 林 沈 沈",
        "- 谢 谢 谢",
        "- 沈 沈 沈 林",
        "- 周 周 周",
        "- 汤 汤 汤 周",
        "- 谢 谢 谢 汤 林",
        "- 林 周",
        "- 沈 沈",
    ],
}


def told(path):
    """Give each sentence's truth beside what is told of it; both as long as each other."""
    document = read(path).document
    short = {
        entry.speaker: "*" if entry.kind == "group" else "".join(word[0] for word in entry.name.split()[:2])
        for entry in document.roster
    }
    parts = [
        ["+".join(short[key] for key in one.entries) or "-" for one in found]
        for _, found in attributed(document)
    ]
    assert [len(part) for part in parts] == [len(line.split()) for line in TRUTH[path]], parts
    return [
        pair
        for part, line in zip(parts, TRUTH[path], strict=True)
        for pair in zip(line.split(), part, strict=True)
    ]


@pytest.mark.parametrize("path", TRUTH, ids=lambda path: path.stem)
def test_nobody_is_told_to_have_said_what_another_said(path):
    assert [(true, said) for true, said in told(path) if said not in (true, "-")] == []


def test_of_all_sentences_nearly_all_are_theirs_who_said_them(capsys):
    sentences = [pair for path in TRUTH for pair in told(path)]
    right = sum(true == said for true, said in sentences)
    with capsys.disabled():
        print(f"\n    statements: {right} of {len(sentences)} sentences right ({right / len(sentences):.3f})")  # noqa: T201 (a measurement is there to be read)

    assert right / len(sentences) >= 0.98
