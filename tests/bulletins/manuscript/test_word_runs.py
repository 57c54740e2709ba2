"""Runs of a long Word file that look alike are joined before pandoc reads them: the same words, in less time."""

from lxml import etree

from bulletins.manuscript.word_runs import join_runs

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def runs(xml):
    part = etree.fromstring(f'<w:p xmlns:w="{W}">{xml}</w:p>')
    joined = join_runs(part)
    kept = [
        ("".join(run.itertext()), run.find(f"{{{W}}}rPr/{{{W}}}b") is not None)
        for run in part.iter(f"{{{W}}}r")
    ]
    return joined, kept


def run(text, marks="", more=""):
    return f"<w:r>{f'<w:rPr>{marks}</w:rPr>' if marks else ''}{more}<w:t>{text}</w:t></w:r>"


def test_neighbours_with_the_same_marks_are_one_run_and_no_word_is_lost():
    proof = '<w:proofErr w:type="spellStart"/>'

    assert runs(
        run("The har") + proof + run("bour") + run(" needs", "<w:b/>") + run(" a pier", "<w:b/>")
    ) == (
        True,
        [("The harbour", False), (" needs a pier", True)],
    )


def test_what_is_more_than_words_or_stands_between_keeps_runs_apart():
    noted = run("one", more="<w:tab/>") + run("two")
    parted = run("one") + '<w:bookmarkStart w:id="1" w:name="here"/>' + run("two")

    assert [runs(xml) for xml in (noted, parted)] == [(False, [("one", False), ("two", False)])] * 2
