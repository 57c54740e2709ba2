"""What Word keeps beside its running text: each word of every part is in the Document or told, wherever it stands."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from bulletins.manuscript.reader import read_bytes
from bulletins.manuscript.word_file import Word, opened
from tests.bulletins.manuscript.test_nothing_is_lost import missing
from tests.kept_text import as_kept

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_NAMES = (
    f'{_W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PARTS = ("footnotes", "endnotes", "comments", "header", "footer", "styles")
_TYPES = "".join(
    f'<Override PartName="/word/{part}.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    f'wordprocessingml.{part}+xml"/>'
    for part in ("document.main", *_PARTS)
).replace("document.main.xml", "document.xml")
_STYLES = (
    f'<w:styles {_W}><w:style w:type="paragraph" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr>'
    "</w:style></w:styles>"
)


def run(words, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words} </w:t></w:r>'


def paragraph(inner, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def shape(words):
    """A text box in the new form alone."""
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp>"
        f"<wps:txbx><w:txbxContent>{paragraph(run(words))}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData>"
        "</a:graphic></wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )


def old_shape(words):
    """A text box in the old form alone."""
    box = f"<v:textbox><w:txbxContent>{paragraph(run(words))}</w:txbxContent></v:textbox>"
    return f"<w:r><w:pict><v:shape>{box}</v:shape></w:pict></w:r>"


KINDS = {
    "text": run,
    "box": shape,
    "old box": old_shape,
    "struck": lambda words: run(words, "<w:strike/>"),
    "struck twice": lambda words: run(words, "<w:dstrike/>"),
    "hidden": lambda words: run(words, "<w:vanish/>"),
    "inserted": lambda words: f'<w:ins w:author="Ada" w:id="1">{run(words)}</w:ins>',
    "deleted": lambda words: (
        f'<w:del w:author="Ada" w:id="2"><w:r><w:delText>{words} </w:delText></w:r></w:del>'
    ),
    "smart tag": lambda words: f"<w:smartTag>{run(words)}</w:smartTag>",
    "long field": lambda words: (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>AUTHOR</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(words)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    ),
    "content control": lambda words: f"<w:sdt><w:sdtContent>{run(words)}</w:sdtContent></w:sdt>",
    "field": lambda words: f'<w:fldSimple w:instr="DATE">{run(words)}</w:fldSimple>',
}


def word_file(body, parts):
    """A Word file of paragraphs and of what stands in other parts: a name of a part to its words."""
    rels = "".join(
        f'<Relationship Id="r{at}" Type="{_OFFICE}/{part}" Target="{part}.xml"/>'
        for at, part in enumerate(_PARTS)
    )
    marks = "".join(
        f'<w:r><w:{part}Reference w:id="1"/></w:r>' for part in ("footnote", "endnote") if f"{part}s" in parts
    )
    sheet = "".join(
        f'<w:{part}Reference w:type="default" r:id="r{_PARTS.index(part)}"/>' for part in ("header", "footer")
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
            f'ContentType="application/xml"/>{_TYPES}</Types>',
        )
        space = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
        archive.writestr(
            "_rels/.rels",
            f'<Relationships {space}><Relationship Id="r" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
            "</Relationships>",
        )
        archive.writestr("word/_rels/document.xml.rels", f"<Relationships {space}>{rels}</Relationships>")
        archive.writestr(
            "word/document.xml",
            f"<w:document {_NAMES}><w:body>{body}{paragraph(run('Rain.') + marks)}<w:sectPr>{sheet}</w:sectPr></w:body>"
            "</w:document>",
        )
        archive.writestr("word/styles.xml", _STYLES)
        for part in _PARTS[:-1]:
            tag = {"header": "hdr", "footer": "ftr"}.get(part, part)
            inner = paragraph(parts.get(part, ""))
            if part in {"footnotes", "endnotes", "comments"}:
                one = part[:-1]
                inner = f'<w:{one} w:id="1" w:author="Ivo">{inner}</w:{one}>'
            archive.writestr(f"word/{part}.xml", f"<w:{tag} {_NAMES}>{inner}</w:{tag}>")
    return out.getvalue()


WORDS = st.lists(
    st.sampled_from(["weir", "vellum", "otter", "lantern", "kelp", "quartz", "plum", "saffron"]),
    min_size=1,
    max_size=3,
)


@st.composite
def files(draw):
    """A Word file with words of every kind in every part; each word bears a figure of its own."""
    told = []

    def words():
        told.extend(f"{word}{len(told) + place}" for place, word in enumerate(draw(WORDS)))
        return " ".join(told[-1:])

    def runs():
        kinds = draw(st.lists(st.sampled_from(sorted(KINDS)), min_size=1, max_size=3))
        return "".join(KINDS[kind](words()) for kind in kinds)

    body = "".join(paragraph(runs()) for _ in range(draw(st.integers(1, 3))))
    body += paragraph(run(words()), '<w:pStyle w:val="Secret"/>')
    parts = {part: runs() if part.endswith("notes") else run(words()) for part in _PARTS[:-1]}
    return " ".join(told), word_file(body, parts)


@pytest.mark.slow
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(files())
def test_every_word_of_every_part_is_kept_or_quoted(file):
    told, data = file
    shown = [word for word in told.split() if f">{word} <".encode() in _all_xml(data)]

    assert missing(" ".join(shown), read_bytes(data, "b.docx")) == []


def _all_xml(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


def test_what_a_note_strikes_out_is_not_live_and_is_told():
    data = word_file(
        paragraph(run("It rains today.")),
        {"footnotes": run("Kelp stays.") + run("Otters go.", "<w:strike/>")},
    )
    reading = read_bytes(data, "b.docx")

    assert [one.params["text"] for one in reading.findings if one.code == "struck-out"] == ["Otters go."]
    assert [one.params["text"] for one in reading.findings if "Kelp" in str(one.params)] == ["Kelp stays."]


def test_a_paragraph_whose_style_hides_it_is_told():
    data = word_file(
        paragraph(run("It rains today.")) + paragraph(run("Otters."), '<w:pStyle w:val="Secret"/>'), {}
    )

    assert [
        one.params["text"] for one in read_bytes(data, "b.docx").findings if one.code == "hidden-text"
    ] == ["Otters."]


def boxed(words, old):
    """A text box in both forms, as Word writes it; the old form may say something else."""
    return shape(words).replace(
        "</mc:Choice>", f"</mc:Choice><mc:Fallback>{old_shape(old)[5:-6]}</mc:Fallback>"
    )


def commented(words, number):
    start, end = (f'<w:commentRange{one} w:id="{number}"/>' for one in ("Start", "End"))
    return f"{start}{run(words)}{end}"


def comment(words, number, who="Ada"):
    author = f' w:author="{who}"' if who else ""
    return f'<w:comment w:id="{number}"{author}>{paragraph(run(words))}</w:comment>'


def without(data, *names):
    """A file without some of its parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given_file, zipfile.ZipFile(out, "w") as kept:
        for name in given_file.namelist():
            if name not in names:
                kept.writestr(name, given_file.read(name))
    return out.getvalue()


def with_comments(data, *comments):
    out = io.BytesIO(without(data, "word/comments.xml"))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/comments.xml", f"<w:comments {_NAMES}>{''.join(comments)}</w:comments>")
    return out.getvalue()


EVERY_KIND = "".join(paragraph(KINDS[kind](f"{kind}.")) for kind in sorted(KINDS))
FILES = {
    "every kind of words": word_file(EVERY_KIND, {"header": run("Head."), "footer": run("Page 3 of 9")}),
    "page parts": word_file("", {"header": run("Rain"), "footer": run("Rain")}),
    "boxes": word_file(
        paragraph(run("Before.") + boxed("new", "new") + run("After."))
        + paragraph(shape("outer").replace("</w:txbxContent>", f"{paragraph(shape('inner'))}</w:txbxContent>"))
        + paragraph(run("Two.") + shape("one") + old_shape("two")),
        {},
    ),
    "hidden by what": word_file(
        paragraph(run("a", '<w:rStyle w:val="Secret"/>') + run("b", '<w:rStyle w:val="Open"/>'))
        + paragraph(run("c", '<w:vanish w:val="0"/>') + run("d", '<w:vanish w:val="true"/>')
                    + run("e", "<w:strike w:val='off'/>"))
        + paragraph(run("f"), '<w:pStyle w:val="Open"/>'),
        {},
    ),
    "comments": with_comments(
        word_file(paragraph(commented("near", 1) + run("far") + commented("by", 2)), {}),
        comment("first", 1), comment("second", 2, "Ivo"), comment("nowhere", 9, ""), comment("", 3),
    ),
    "as many comments as are told one by one": with_comments(
        word_file("", {}), *(comment(f"c{one}", one, f"P{one % 2}") for one in range(12))
    ),
    "one more": with_comments(
        word_file("", {}), *(comment(f"c{one}", one, f"P{one % 2}") for one in range(13))
    ),
    "no parts beside": without(word_file(paragraph(run("It rains.")), {}), "word/comments.xml", "word/styles.xml"),
}  # fmt: skip


def told_of(name):
    """What a file's running text is, a paragraph a line, and what is told of it."""
    word = opened(FILES[name])
    with zipfile.ZipFile(io.BytesIO(word.data)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    space = f"{{{_W[9:-1]}}}"
    for one in body.iter(f"{space}p"):
        yield "".join(text.text or "" for text in one.iter(f"{space}t")).strip()
    yield from (f"page line: {line}" for line in word.page_lines)
    yield from (f"{one.code}: {dict(one.params)}" for one in word.findings)


def test_what_word_keeps_beside_its_text_is_opened_into_it_or_told():
    told = "\n\n".join("\n".join([f"# {name}", *told_of(name)]) for name in FILES)

    assert told == as_kept(Path(__file__).with_name("word_parts.txt"), told)


NO_TEXT = without(word_file("", {}), "word/document.xml")


@pytest.mark.parametrize(
    "data", [b"It rains.", NO_TEXT, word_file("<w:p>", {})], ids=["no archive", "no text", "open XML"]
)
def test_what_is_no_sound_word_file_stays_as_it_is(data):
    assert opened(data) == Word(data)


def test_no_part_takes_in_a_file_that_it_names(tmp_path):
    outside = tmp_path / "outside.txt"
    outside.write_text("Nobody else reads this.")
    data = io.BytesIO(word_file(paragraph(run("It rains.")), {"header": run("Rain over Fenmark")}))
    named = f'<!DOCTYPE hdr [<!ENTITY outside SYSTEM "{outside.as_uri()}">]>'
    with zipfile.ZipFile(data) as archive:
        parts = {one: archive.read(one).decode() for one in archive.namelist()}
    header = parts["word/header.xml"].replace("Rain over Fenmark ", "Rain &outside;")
    changed = io.BytesIO()
    with zipfile.ZipFile(changed, "w") as archive:
        for one, text in (parts | {"word/header.xml": named + header}).items():
            archive.writestr(one, text)

    assert opened(changed.getvalue()).page_lines == ["Rain"]


def test_the_foot_of_the_pages_is_read_before_their_head():
    parts = {"header": run("Rain over Fenmark"), "footer": run("Weir Office")}

    assert opened(word_file(paragraph(run("It rains.")), parts)).page_lines == [
        "Weir Office",
        "Rain over Fenmark",
    ]
