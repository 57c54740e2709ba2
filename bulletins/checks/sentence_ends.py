"""A paragraph that lacks its stop, told apart from headings, lists, names, addresses and bylines, which need none."""

import re
from collections.abc import Iterator

from bulletins.checks.facts import MOST_ALIKE, Facts
from bulletins.document import Document, Finding, Mention, Paragraph, Point, gettext_noop, paragraphs, points
from bulletins.inline import block_lines, plain
from bulletins.language.quoting import ending
from bulletins.prose import is_part
from forum.scripts import is_han

_ENDS = tuple(".!?:;…。！？：；")
_HABIT = 0.15  # of all paragraphs
_LONG = 40  # letters
_LABELLED = re.compile(r"[\w ]{2,30}[:：] ?[^.:;。：；]{2,80}")  # "Presenter: Ada Berg (AB)"
_INNER_STOP = re.compile(r"[a-z)”’][.!?] [A-Z“]|[。！？]")
_ADDRESS = re.compile(r"(?:https?://|www\.|@)\S+$|\d$")
_BYLINE = re.compile(
    r"(?:^|(?<=[.!?…。！？”\"]))[”\"’]?\s*(?:[—–-]{1,2}\s?[^.!?…。！？”\"]{2,160}|[（(][^（）()]{1,80}[)）]"
    r"|(?:Source|Photo|Image)s?: [^.!?]{2,60}"
    r"|\S{0,40}\.(?:png|jpe?g|gif|webp)|[^。！？]{2,30}\s(?:摄影?|供图|供稿))\s*$"
)
_ENUMERATOR = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s+")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
# Of what stands small in a row of names and posts.
_IN_NAMES = frozenset("a an and at de der du e for in la le of on the to van von with y".split())  # noqa: SIM905 (read as a row)
_NOTED = re.compile(r"\s?[:：]")
# An opening mark that was typed for a closing one is told elsewhere.
_AFTER_END = "”“’‘\"')）]】》」』 \u00a0"
_HAN_SIGN = re.compile(r"[，,；;。：:]")


def unended_sentences(document: Document, _facts: Facts) -> Iterator[Finding]:
    """A paragraph ends with a stop; leads may all go without one, as headings do, and so may what is a list."""
    found = list(_unended(document))
    if len(found) > MOST_ALIKE and len(found) > _HABIT * sum(1 for _ in paragraphs(document)):
        return  # notes, not sentences: this bulletin's habit
    for where, text in found:
        template = gettext_noop("“{end}” has no stop at its end. Put one.")
        yield Finding(
            code="sentence-without-end",
            severity="warning",
            template=template,
            where=where,
            params={"end": ending(text, 40)},
        )


def _unended(document: Document) -> Iterator[tuple[str, str]]:
    headings = _leads_are_headings(document)
    by_place = {f"{where}.lead": point for where, point in points(document)}
    listing = False
    for where, paragraph in paragraphs(document):
        if is_part(where):
            continue
        printed = plain(paragraph, document)
        text = _without_byline(printed).rstrip(_AFTER_END)
        unended = _is_unended(text)
        inside, listing = (
            listing,
            text.endswith((":", "：")) or (listing and (unended or text.endswith((";", "；")))),
        )
        if where.endswith(".lead") and (headings or _is_opening(by_place[where], document)):
            continue
        if unended and not inside and _is_sentence(text, paragraph):
            yield where, text


def _without_byline(text: str) -> str:
    """Leave out what somebody signs behind its stop: “We pay.” — Ada Berg, Head of Drains; (Ada Berg)."""
    return "" if _BYLINE.search(text) else text  # what stands before a byline has its stop


def _is_sentence(text: str, paragraph: Paragraph) -> bool:
    """Whether a text without a stop is a sentence that lacks one, not a name, a title, an address or a list's item."""
    first = paragraph[0]
    if isinstance(first, Mention) and _NOTED.match(text, len(first.printed or "")):
        return _INNER_STOP.search(text) is not None  # "Ada: I agree" in minutes
    if _LABELLED.fullmatch(text) or _is_row_of_names(text):
        return False
    if is_han(text) and not _HAN_SIGN.search(text):
        return len(text) >= _LONG  # a caption: 图1 令狐野作报告
    if any(isinstance(inline, Mention) for inline in paragraph):
        return True
    counted = _ENUMERATOR.match(text)
    said = text[counted.end() :] if counted else text
    return len(text) >= _LONG and _INNER_STOP.search(said) is not None and not _ADDRESS.search(text)


def _is_row_of_names(text: str) -> bool:
    """Whether every word is written large, or is one that stands between names: no verb is among them."""
    words = _WORD.findall(text)
    return all(not word[0].islower() or word in _IN_NAMES for word in words) and not is_han(text)


def _is_unended(text: str) -> bool:
    return bool(text) and not text.endswith(_ENDS)


def _leads_are_headings(document: Document) -> bool:
    leads = [plain(point.lead, document).rstrip(_AFTER_END) for _, point in points(document) if point.lead]
    return len(leads) > 1 and all(_is_unended(lead) for lead in leads)


def _is_opening(point: Point, document: Document) -> bool:
    """Whether a lead runs on into its body in one sentence: "Firstly, as Berg said" + ", …"."""
    text = "".join(block_lines(point.body[0], document)) if point.body else ""
    return text[:1] in {",", ";", "，", "；", "、"} or text[:1].islower()
