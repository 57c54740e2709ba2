"""The marks of our own writers in a syntax tree: anchors, styles, and the comment that holds what does not print."""

import re

from bulletins.markers import COMMENT, CREDIT, LEAD, NAME, PIECES, POINT, SECTION, SPEAKER, STYLES

_PARTS = {style: part for part, style in PIECES.items()}


def without_own_comment(html: str) -> tuple[str, str]:
    """Give HTML without the comment that our writer left in it, and what that comment holds."""
    start = html.find("<!--")
    while start >= 0 and (end := html.find("-->", start)) >= 0:
        inner = html[start + 4 : end].strip()
        if inner.startswith(COMMENT):
            return html[:start] + html[end + 3 :], inner.removeprefix(COMMENT).strip()
        start = html.find("<!--", end)
    return html, ""


def style_of(anchor: str, style: str) -> str:
    """Give our own name for a run's anchor or character style: a label, "Lead", "speaker-…" or nothing."""
    if style in {LEAD, NAME, CREDIT}:
        return style
    if style in _PARTS:
        return _PARTS[style]
    if anchor.startswith(POINT):
        return LEAD
    if anchor.startswith(SECTION):
        return "section"
    part = anchor.rstrip("0123456789").rstrip("-") if anchor not in STYLES else anchor
    if anchor.startswith(SPEAKER) or part in STYLES:
        return anchor if anchor.startswith(SPEAKER) else part
    if re.fullmatch(r"[ivxlcdm]+-\d+", anchor):
        return LEAD
    return "section" if re.fullmatch(r"[ivxlcdm]+", anchor) else ""
