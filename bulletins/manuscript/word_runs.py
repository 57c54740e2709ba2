"""Runs of a long Word text that look alike, as one: Word cuts a sentence into many, and each takes pandoc's time."""

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
LONG = 2_000_000  # bytes of a part from which on it pays


def join_runs(part: etree._Element) -> bool:
    """Join neighbouring runs of nothing but text that have the same marks. Tells whether there were some."""
    joined = False
    for mark in list(part.iter(f"{_W}proofErr")):
        parent = mark.getparent()
        if parent is not None:
            parent.remove(mark)
    for parent in part.iter(f"{_W}p", f"{_W}hyperlink", f"{_W}ins"):
        joined = _join_within(parent) or joined
    return joined


def _join_within(parent: etree._Element) -> bool:
    joined = False
    last: etree._Element | None = None
    marks = b""
    for run in list(parent):
        text = _text_of(run)
        if text is None:
            last = None
            continue
        here = _marks(run)
        if last is not None and here == marks:
            last.text = f"{last.text or ''}{text.text or ''}"
            last.set(_SPACE, "preserve")
            parent.remove(run)
            joined = True
        else:
            last, marks = text, here
    return joined


def _text_of(run: etree._Element) -> etree._Element | None:
    """Give the text of a run that holds nothing else."""
    if run.tag != f"{_W}r":
        return None
    inner = [one for one in run if one.tag != f"{_W}rPr"]
    return inner[0] if len(inner) == 1 and inner[0].tag == f"{_W}t" else None


def _marks(run: etree._Element) -> bytes:
    properties = run.find(f"{_W}rPr")
    return b"" if properties is None else etree.tostring(properties, method="c14n")
