"""The roster that is too long for the foot of a page: when it is, and what it changes in a Word file."""

import pytest

from bulletins.document import RosterEntry
from bulletins.language import roster_text
from bulletins.rendering.word_roster import is_long, with_endnote
from tests.factories import document

NOTE = '<w:p><w:r><w:footnoteRef /></w:r><w:r><w:rStyle w:val="RosterName"/>Ada Berg</w:r></w:p>'
OTHER = '<w:footnote w:id="1"><w:p>1 of 2</w:p></w:footnote>'
PARTS = {
    "word/footnotes.xml": f'<w:footnotes xmlns:w="w">{OTHER}<w:footnote w:id="2">{NOTE}</w:footnote></w:footnotes>',
    "word/document.xml": '<w:footnoteReference w:id="1" /><w:footnoteReference w:id="2" />',
    "word/settings.xml": "<w:settings><w:rsids></w:rsids></w:settings>",
    "word/_rels/document.xml.rels": "<Relationships></Relationships>",
    "[Content_Types].xml": "<Types></Types>",
}


def letters(document):
    people = [person for told in roster_text(document) for person in told.people]
    return sum(len(part.text) for person in people for part in person.parts)


def with_letters(total, language):
    """A bulletin whose roster prints so many letters."""

    def listed(*told):
        entries = [
            RosterEntry(speaker=f"berg-ada-{place}", name="Ada Berg", credit=credit)
            for place, credit in enumerate(told)
        ]
        return document(language=language, roster=tuple(entries))

    most = ["x" * 200] * (total // 250)
    return listed(*most, "x" * (total - letters(listed(*most, "x")) + 1))


@pytest.mark.parametrize(("language", "most"), [("en", 3000), ("zh", 1500)])
def test_a_roster_is_long_that_has_more_than_so_many_letters_of_whom_chinese_ones_are_wide(language, most):
    full, longer = (with_letters(total, language) for total in (most, most + 1))

    assert (letters(full), letters(longer)) == (most, most + 1)
    assert (is_long(full), is_long(longer)) == (False, True)


def test_the_roster_leaves_the_foot_for_the_end_and_all_other_notes_stay():
    edges = "".join(
        f'<w:endnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:endnote>'
        for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )
    note = NOTE.replace("<w:footnoteRef />", "<w:endnoteRef/>")

    assert with_endnote(PARTS) == {
        "word/footnotes.xml": f'<w:footnotes xmlns:w="w">{OTHER}</w:footnotes>',
        "word/document.xml": '<w:footnoteReference w:id="1" /><w:endnoteReference w:id="2"/>',
        "word/endnotes.xml": (
            f'<?xml version="1.0" encoding="UTF-8"?><w:endnotes xmlns:w="w">{edges}'
            f'<w:endnote w:id="2">{note}</w:endnote></w:endnotes>'
        ),
        "word/settings.xml": (
            '<w:settings><w:endnotePr><w:numFmt w:val="chicago"/><w:endnote w:id="-1"/><w:endnote w:id="0"/>'
            "</w:endnotePr><w:rsids></w:rsids></w:settings>"
        ),
        "[Content_Types].xml": (
            '<Types><Override PartName="/word/endnotes.xml" ContentType="application/'
            'vnd.openxmlformats-officedocument.wordprocessingml.endnotes+xml"/></Types>'
        ),
        "word/_rels/document.xml.rels": (
            '<Relationships><Relationship Id="rIdEndnotes" Type="http://schemas.openxmlformats.org/'
            'officeDocument/2006/relationships/endnotes" Target="endnotes.xml"/></Relationships>'
        ),
    }


def test_a_file_that_lists_everybody_in_its_text_stays_as_it_is():
    parts = PARTS | {"word/footnotes.xml": f'<w:footnotes xmlns:w="w">{OTHER}</w:footnotes>'}

    assert with_endnote(parts) == parts
