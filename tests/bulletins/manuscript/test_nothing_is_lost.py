"""Every word of a manuscript is in the Document or in a finding.

A word is a run of letters and figures, or one Chinese character, in any case. Excepted is what
the reader computes or knows as a label (bulletins/manuscript/completeness.py): number, volume and
date, which become values; the words that name a part or tell a role; a title printed again.
"""

import re
import subprocess

import pypandoc
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bulletins.document import Imprint, figures
from bulletins.manuscript import completeness, outline_of_reading
from bulletins.manuscript.reader import read_bytes
from bulletins.rendering.markdown import render_markdown
from tests.sample import SAMPLE, needs_sample
from tests.strategies import documents

JUNK = [
    "Page 3 of 9",
    "Vellum otters sang.",
    "附件：纸灯笼清单",
    "- stray",
    "| a | b |\n|---|---|\n| c | d |",
    "<div>boxed</div>",
    "1. enumerated",
    "> quoted",
    "\u3000\u3000缩进的一段话",
    "![alt words](x.png)",
    "[linked](https://x.example/y)",
    "#### A Lone Heading",
    "**Bold line**",
    "Moderator:",
    "[^9]: orphan note",
]


def without_marks(markdown):
    """A bulletin as somebody else would write it: none of our anchors, no comment."""
    bare = re.sub(r"<!-- rapporteur.*?-->", "", markdown)
    bare = re.sub(r"</?span[^>]*>", "", bare)
    return re.sub(r"\]\(#[^)]*\)", "]", bare)


@st.composite
def mangled(draw):
    """A generated bulletin after a long life: cut by pages, restyled, with strangers in it."""
    text = without_marks(render_markdown(draw(documents()), Imprint()).decode())
    for _ in range(draw(st.integers(0, 6))):
        place = draw(st.integers(0, len(text)))
        space = text.find(" ", place)
        cut = space if space >= 0 else len(text)
        change = draw(
            st.sampled_from(
                ["\n\n", "**\n\n**", "\u00a0", f"\n\n{draw(st.sampled_from(JUNK))}\n\n", " **", " \n"]
            )
        )
        text = text[:cut] + change + text[cut + 1 :]
    if draw(st.booleans()):
        text = text.replace("\n## ", "\n#### ")
    if draw(st.booleans()):
        text = text.replace('"', "”").replace("'", "’")
    return f"Lanterns\n\n{text}"


def strings(value):
    """Every string inside dicts and lists."""
    if isinstance(value, dict | list):
        inner = value.values() if isinstance(value, dict) else value
        return [text for item in inner for text in strings(item)]
    return [str(value)]


def missing(source, reading):
    """Words of a source that neither the outline, nor the findings, nor the known labels hold."""
    params = [finding.params for finding in reading.findings]
    # The outline names a sub-section beside its points: one that has none stands in the Document alone.
    titles = [
        f"{inner.numeral} {inner.title}"
        for section in reading.document.sections
        for inner in section.sections
    ]
    alts = [one.alt for _, one in figures(reading.document)]
    face = " ".join(strings([outline_of_reading(reading), reading.document.issn, params, titles, alts]))
    held = set(completeness.words(face)) | set(completeness.words(completeness._computed(reading.document)))
    # As the reader counts them: "5G1" behind a mention without a space is one word with its name.
    return [
        word
        for word in completeness.words(source)
        if not completeness._is_known([word], held | completeness._LABELS) and not word.isdigit()
    ]


@pytest.mark.slow
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mangled())
def test_every_word_of_a_mangled_manuscript_is_kept_or_quoted(text):
    command = [
        pypandoc.get_pandoc_path(),
        "-f",
        "markdown-smart-citations-tex_math_dollars-raw_tex",
        "-t",
        "plain",
    ]
    # Pandoc leaves out a line break of HTML, and glues the words on both sides of it.
    source = text.replace("<br>", " <br>").encode()
    shown = subprocess.run(command, input=source, capture_output=True, check=True).stdout.decode()
    reading = read_bytes(text.encode(), "b.md")

    assert missing(shown, reading) == []


@needs_sample
@pytest.mark.parametrize("form", ["markdown", "docx", "odt", "html", "plain"])
def test_every_word_of_the_sample_is_kept(form, tmp_path):
    copy = tmp_path / f"copy.{form}"
    command = [
        pypandoc.get_pandoc_path(),
        "-s",
        "-f",
        "markdown-smart",
        "-t",
        form,
        str(SAMPLE),
        "-o",
        str(copy),
    ]
    subprocess.run(command, check=True, capture_output=True)
    name = {"markdown": "copy.md", "plain": "copy.txt"}.get(form, copy.name)

    lost = missing(SAMPLE.read_text(encoding="utf-8"), read_bytes(copy.read_bytes(), name))

    # Plain text glues the note's mark to a word; Markdown has it in tags.
    assert [word for word in lost if word not in {"sup", "june"}] == []
