"""Nothing is lost: count the words of a manuscript against the Document and the findings.

A word is a run of letters and figures, or one Chinese character. The reader's parts place
their text themselves; this is the net below them. Words that only name a part ("Editor’s
Note", "Vol.", "整理", a role's verb) are computed anew when the bulletin prints, so they may go.
"""

import re
from collections.abc import Iterable, Iterator

from bulletins.document import Document, Finding, mentions, sections
from bulletins.inline import plain_prose, point_text
from bulletins.language import credit_line
from bulletins.language.colophon import foot_lines, printed_line
from bulletins.language.one_of import one_of
from bulletins.manuscript.blocks import Manuscript, line_of, unplaced
from bulletins.manuscript.han_rosters import without_label
from bulletins.manuscript.latin_names import HONORIFICS
from forum.scripts import HAN_LETTERS, is_han
from speakers.name_parts import HAN_HONORIFIC

_WORD = re.compile(rf"[{HAN_LETTERS}]|[^\W_{HAN_LETTERS}]+")
_PLAIN_WORD = re.compile(r"[^\W_]+")  # the same where no character is Chinese, and quicker
_LONG = 60  # letters; a line that stands there as it is lost nothing, if it is no piece of a word by chance
_LABELS = frozenset(
    [
        "editor",
        "editors",
        "editorial",
        "s",
        "note",
        "notes",
        "from",
        "the",
        "summarized",
        "summarised",
        "compiled",
        "prepared",
        "written",
        "reported",
        "by",
        "number",
        "no",
        "vol",
        "volume",
        "issue",
        "bulletin",
        "brief",
        "issn",
        "published",
        "issued",
        "publisher",
        "date",
        "of",
        "on",
        "and",
        "st",
        "nd",
        "rd",
        "th",
        "draft",
        "section",
        "part",
        "chapter",
        "list",
        "participants",
        "participating",
        "guests",
        "speakers",
        "attendees",
        "attendance",
        "present",
        "remote",
        "online",
        "onsite",
        "initials",
        "abbreviation",
        "contributors",
        "interviewee",
        "interviewees",
        "moderator",
        "moderators",
        "panelists",
        "panellists",
        "panelist",
        "chair",
        "chairs",
        "chairperson",
        "chairpersons",
        "chairman",
        "chairing",
        "group",
        "coordinator",
        "coordinators",
        "facilitator",
        "facilitators",
        "discussant",
        "discussants",
        "presenter",
        "presenters",
        "panellist",
        "keynote",
        "speaker",
        "speech",
        "speeches",
        "were",
        "are",
        "include",
        "included",
        "respectively",
        "who",
        "as",
        "well",
        "all",
        "have",
        "has",
        "made",
        "delivered",
        "gave",
        "presented",
        "a",
        "an",
        "thematic",
        "special",
        "report",
        "reports",
        "presentation",
        "presentations",
        "opening",
        "welcome",
        "welcoming",
        "remarks",
        "address",
        "addresses",
        "keynotes",
        "moderated",
        "session",
        "seminar",
        "panel",
        "discussion",
        "forum",
        "meeting",
        "joined",
        "took",
        "participated",
        "in",
        "round",
        "table",
        "roundtable",
        "hosted",
        "event",
        "name",
        "title",
        "position",
        "organisation",
        "organization",
        "affiliation",
        "role",
    ]
) | frozenset(
    "编者按的话注辑语第期总年月日与会嘉宾参加出席发言演讲主要受邀专家人员代表名单有包括为整理撰稿供执笔写记录采访口述文字音速记现场本作做了题报告致辞词讲话旨表持议论坛研讨圆桌对办承单位印布版和以及等分别草部章节○〇零姓名单位职务环节角色序号机构称"
)


def words(text: str) -> list[str]:
    """Give the words of a text, in lower case."""
    return (_WORD if is_han(text) else _PLAIN_WORD).findall(text.casefold())


def lost(manuscript: Manuscript, document: Document, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Report each block of the manuscript with words that are neither in the Document nor in a finding."""
    text = " ".join(
        [*_texts(document), *(value for finding in findings for value in finding.params.values())]
    )
    blocks = (*manuscript.blocks, *(block for note in manuscript.notes for block in note))
    lines = [line for line in map(line_of, blocks) if len(line) < _LONG or line not in text]
    # A list's "Mr. Ivo Lund" is Ivo Lund in the roster.
    known = set(words(text)) | _LABELS | set(words(_computed(document))) | HONORIFICS
    names = [entry.name for entry in document.roster if is_han(entry.name)]
    honoured = re.compile(f"({one_of(names)}){HAN_HONORIFIC}") if names else None
    for printed in lines:
        # So is 令狐野女士 in a Chinese one.
        line = honoured.sub(r"\1", printed) if honoured else printed
        if not _is_known(words(line), known) and not _is_known(words(without_label(line)), known):
            yield unplaced(printed, "somewhere in the text")


def _is_known(own: list[str], known: set[str]) -> bool:
    # "guests1": a note mark that plain text glued to a word.
    return known.issuperset(own) or all(
        word in known or word.rstrip("0123456789") in known or (word.isdigit() and len(word) < 3)
        for word in own
    )


def _texts(document: Document) -> Iterator[str]:
    yield from filter(None, (document.publisher, document.issn, document.series_title, document.title))
    yield document.note_label or ""
    yield plain_prose(document.editors_note, document)
    for entry in document.roster:
        yield f"{credit_line(document.language, entry)} {entry.role_printed or ''}"
    yield plain_prose(document.lede, document)
    for _, section in sections(document):
        yield f"{section.numeral or ''} {section.title}"
        yield from (point_text(point, document) for point in section.points)
    yield document.marking or ""
    yield from (printed_line(line, document.language) for line in foot_lines(document))


def _computed(document: Document) -> str:
    """Number, volume, date and keys of mentions, in any of the ways a manuscript writes them."""
    parts = [str(figure) for figure in (document.number, document.volume) if figure is not None]
    if document.date is not None:
        day = document.date
        month = f"{day:%B}"
        parts.extend(
            (f"{day:%A}", day.isoformat(), month, month[:3], month[:4], str(day.month), str(day.day))
        )
        parts.extend(f"{day.day}{end}" for end in ("st", "nd", "rd", "th"))
    if document.copies:
        parts.append("印数共印份")
    parts.append("一二三四五六七八九十")
    # A manuscript may write a mention by its key, "@[li-xiaoming]", which prints the name.
    parts.extend(mention.speaker for _, mention in mentions(document))
    return " ".join(parts)
