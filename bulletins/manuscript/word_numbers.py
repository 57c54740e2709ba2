"""Numbers that Word computes and a text needs: 一、 and （一） before titles, "I." before headings, 第三章."""

import re
import zipfile
from collections import Counter

import msgspec
from lxml import etree

from bulletins.language import en, zh

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NUMBERING, _STYLES = "word/numbering.xml", "word/styles.xml"
_HAN = frozenset(
    {
        "chineseCounting",
        "chineseCountingThousand",
        "chineseLegalSimplified",
        "ideographDigital",
        "japaneseCounting",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
        "ideographTraditional",
    }
)
_PLACE = re.compile(r"%(\d)")


class Level(msgspec.Struct, frozen=True):
    """One level of a numbering: its kind of figures, what stands around them, and where it begins."""

    format: str = "decimal"
    text: str = "%1."
    start: int = 1


class Numbers(msgspec.Struct):
    """The numberings of a file: by number, the levels; by paragraph style, its number and level."""

    levels: dict[str, dict[int, Level]] = {}
    styles: dict[str, tuple[str, int]] = {}

    @classmethod
    def of(cls, archive: zipfile.ZipFile, names: set[str]) -> "Numbers":
        """Read the numberings of a file."""
        if _NUMBERING not in names:
            return cls()
        root = _parsed(archive.read(_NUMBERING))
        abstract = {_value(one, "abstractNumId"): _levels(one) for one in root.iter(f"{_W}abstractNum")}
        levels = {}
        for one in root.iter(f"{_W}num"):
            target = one.find(f"{_W}abstractNumId")
            key = target.get(f"{_W}val") if target is not None else None
            levels[_value(one, "numId")] = abstract.get(key or "", {})
        styles = _numbered_styles(_parsed(archive.read(_STYLES))) if _STYLES in names else {}
        return cls(levels, styles)

    def write_out(self, body: etree._Element) -> bool:
        """Write the numbers that are figures of no plain list into the paragraphs; tell whether there were any."""
        counts: dict[str, Counter[int]] = {}
        written = False
        for paragraph in body.iter(f"{_W}p"):
            if (place := self._numbering(paragraph)) is None or place[1] not in self.levels.get(place[0], {}):
                continue
            (number, level), known = place, self.levels[place[0]]
            count = counts.setdefault(number, Counter())
            count[level] += 1
            for deeper in [one for one in count if one > level]:
                del count[deeper]
            if _is_written(known[level]):
                _write(paragraph, _label(known, level, count))
                written = True
        return written

    def _numbering(self, paragraph: etree._Element) -> tuple[str, int] | None:
        own = paragraph.find(f"{_W}pPr/{_W}numPr")
        if own is not None:
            return _child(own, "numId") or "", int(_child(own, "ilvl") or 0)
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        return None if style is None else self.styles.get(_value(style, "val"))


def _parsed(xml: bytes) -> etree._Element:
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False))


def _value(element: etree._Element, name: str) -> str:
    return element.get(f"{_W}{name}") or ""


def _child(element: etree._Element, name: str) -> str | None:
    found = element.find(f"{_W}{name}")
    return None if found is None else found.get(f"{_W}val")


def _levels(abstract: etree._Element) -> dict[int, Level]:
    return {
        int(_value(one, "ilvl") or 0): Level(
            _child(one, "numFmt") or "decimal", _child(one, "lvlText") or "", int(_child(one, "start") or 1)
        )
        for one in abstract.iter(f"{_W}lvl")
    }


def _numbered_styles(styles: etree._Element) -> dict[str, tuple[str, int]]:
    found = {}
    for style in styles.iter(f"{_W}style"):
        numbering = style.find(f"{_W}pPr/{_W}numPr")
        if numbering is not None and (number := _child(numbering, "numId")):
            found[_value(style, "styleId")] = (number, int(_child(numbering, "ilvl") or 0))
    return found


def _is_written(level: Level) -> bool:
    return (
        level.format in _HAN
        or level.format == "upperRoman"
        or re.search(r"[第（章节部分条款]", level.text) is not None
    )


def _label(levels: dict[int, Level], level: int, count: Counter[int]) -> str:
    def figure(found: re.Match[str]) -> str:
        place = int(found.group(1)) - 1
        one = levels.get(place, Level())
        return _figure(max(count[place], 1) + one.start - 1, one.format)

    return _PLACE.sub(figure, levels[level].text)


def _figure(number: int, form: str) -> str:
    if form in _HAN and number < 100:
        return zh.numeral(number)
    if form == "upperRoman":
        return en.roman(number)
    if form == "upperLetter" and number < 27:
        return chr(ord("A") + number - 1)
    return str(number)


def _write(paragraph: etree._Element, label: str) -> None:
    """Put a number before the text of a paragraph, as bold as its first words, and take the computed one away."""
    for numbering in paragraph.findall(f"{_W}pPr/{_W}numPr"):
        paragraph[0].remove(numbering)
    run = etree.Element(f"{_W}r")
    first = paragraph.find(f"{_W}r/{_W}rPr/{_W}b")
    if first is not None:
        etree.SubElement(etree.SubElement(run, f"{_W}rPr"), f"{_W}b")
    text = etree.SubElement(run, f"{_W}t")
    text.text = label if label.endswith(("、", "）", "．")) else f"{label} "
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    paragraph.insert(1, run)  # behind its properties, which say that it is numbered
