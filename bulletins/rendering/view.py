"""One prepared view of a Document: everything computed that a page or a PDF shows.

Plain dicts, lists and strings, so that templates (Django's, Typst's) only show. A run of text is
`{"text", "strong", "emphasis", "speaker"}`; `speaker` is the key of the roster entry that a
mention credits, or None.
"""

from typing import Any

from bulletins.document import Document, Imprint, Inline, Paragraph, Point, Prose, RosterEntry, Section, Text
from bulletins.inline import lead_text, printed, run_on_gap
from bulletins.language import of, point_anchor, section_anchor

type View = dict[str, Any]

# Words of the page itself, in the bulletin's language: they print, so the interface's do not serve.
WORDS = {
    "en": {
        "draft": "DRAFT",
        "withdrawn": "WITHDRAWN",
        "roster": "Speakers",
        "version": "Version {version}",
        "corrected": "Corrected {date}",
        "note_mark": "Note 1",
        "of": "{page} / {pages}",
        "cite": "Cite",
        "address": "Permanent address of",
    },
    "zh": {
        "draft": "草稿",
        "withdrawn": "已撤回",
        "roster": "与会嘉宾",
        "version": "第{version}版",
        "corrected": "{date}更正",
        "note_mark": "注1",
        "of": "{page} / {pages}",
        "cite": "引用",
        "address": "永久地址",
    },
}


def view(document: Document, imprint: Imprint) -> View:
    """Give the view of a whole bulletin."""
    grammar = of(document.language)
    words = WORDS[document.language]
    return {
        "language": document.language,
        "words": words,
        "state": _state(imprint, words),
        "issue_line": grammar.issue_line(document.number, document.volume),
        "publisher": document.publisher or "",
        "forum": document.forum or "",
        "issn": document.issn or "",
        "date": document.date.isoformat() if document.date else "",
        "date_in_words": grammar.date_in_words(document.date) if document.date else "",
        "series_title": document.series_title or "",
        "title": document.title or "",
        "gap": run_on_gap(document),
        "note_label": grammar.NOTE_LABEL,
        "editors_note": prose(document.editors_note, document),
        "lede": prose(document.lede, document),
        "roster": roster(document),
        "sections": [
            _section(index, section, document) for index, section in enumerate(document.sections, 1)
        ],
        "summarized_label": grammar.SUMMARIZED_BY,
        "summarized_by": grammar.names_in_list(document.summarized_by),
        "correction": _correction(document, imprint, words),
        "address": imprint.address,
    }


def _state(imprint: Imprint, words: dict[str, str]) -> str:
    if imprint.draft:
        return words["draft"]
    return words["withdrawn"] if imprint.withdrawn else ""


def _correction(document: Document, imprint: Imprint, words: dict[str, str]) -> View | None:
    if imprint.version < 2:
        return None
    day = of(document.language).date_in_words(imprint.published_on) if imprint.published_on else ""
    return {
        "version": words["version"].format(version=imprint.version),
        "corrected": words["corrected"].format(date=day),
        "note": imprint.correction,
    }


def prose(text: Prose, document: Document) -> list[list[View]]:
    """Give paragraphs as lists of runs."""
    return [runs(paragraph, document) for paragraph in text]


def runs(paragraph: Paragraph, document: Document) -> list[View]:
    """Give one paragraph as a list of runs."""
    return [_run(inline, document) for inline in paragraph]


def _run(inline: Inline, document: Document) -> View:
    if isinstance(inline, Text):
        return {"text": inline.text, "strong": inline.strong, "emphasis": inline.emphasis, "speaker": None}
    known = inline.speaker if document.entry(inline.speaker) else None
    strong = inline.strong or inline.printed is None
    return {"text": printed(inline, document), "strong": strong, "emphasis": False, "speaker": known}


def roster(document: Document) -> list[View]:
    """Give the roster as groups of people with one role, each a sentence with the words that tell it."""
    grammar = of(document.language)
    return [
        {
            "people": [_person(place, entry, document) for place, entry in enumerate(people)],
            "close": _close(words, people[-1], document),
        }
        for people, words in grammar.roster_groups(document.roster)
    ]


def _person(place: int, entry: RosterEntry, document: Document) -> View:
    chinese = document.language == "zh"
    return {
        "speaker": entry.speaker,
        "name": entry.name,
        "credit": entry.credit,
        "credit_first": chinese,
        "before": "" if place == 0 else "；" if chinese else "; ",
        "between": ", " if entry.credit and not chinese else "",
    }


def _close(words: str, last: RosterEntry, document: Document) -> str:
    """What stands after a group: the words that tell its role, and a stop."""
    if document.language == "zh":
        return f"{words}。"
    # A credit between commas: "Ada Berg, Dean of Rain, made a speech."
    comma = ", " if last.credit else " "
    return f"{comma}{words}. " if words else ". "


def _section(index: int, section: Section, document: Document) -> View:
    grammar = of(document.language)
    prefix = grammar.section_prefix(section.numeral) if section.numeral is not None else ""
    return {
        "anchor": section_anchor(index),
        "prefix": prefix,
        "title": section.title,
        "points": [_point(index, place, point, document) for place, point in enumerate(section.points, 1)],
    }


def _point(section: int, place: int, point: Point, document: Document) -> View:
    grammar = of(document.language)
    anchor = point_anchor(section, place)
    return {
        "anchor": anchor,
        "place": anchor.upper().replace("-", "."),
        "prefix": grammar.ordinal_prefix(point.ordinal) if point.ordinal is not None else "",
        "lead": runs(point.lead, document),
        "label": lead_text(point, document),
        "opening": runs(point.body[0], document) if point.body else [],
        "rest": prose(point.body[1:], document),
    }


def contents(document: Document) -> list[View]:
    """Give sections and points with anchor and label, for a list of contents."""
    return [
        {
            "anchor": section["anchor"],
            "label": f"{section['prefix']}{section['title']}",
            "points": [{"anchor": point["anchor"], "label": point["label"]} for point in section["points"]],
        }
        for section in view(document, Imprint())["sections"]
    ]
