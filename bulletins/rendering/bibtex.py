"""BibTeX: a bulletin, or one point of it, as an entry. Letters stay Unicode; what TeX reads as commands is escaped."""

from bulletins.document import Document, Imprint
from bulletins.language import of
from bulletins.rendering.citation import Item, item

# Braces by name: BibTeX counts them even behind a backslash, and an odd one would swallow the rest of the file.
_COMMANDS = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "#": r"\#",
        "$": r"\$",
        "%": r"\%",
        "&": r"\&",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


def render_bibtex(document: Document, imprint: Imprint) -> bytes:
    """Write a whole bulletin as a BibTeX file."""
    return bibtex(item(document, imprint)).encode()


def bibtex(cited: Item) -> str:
    """Write CSL data as a BibTeX entry."""
    fields = {
        "author": " and ".join(_name(name) for name in cited.get("author", [])),
        "title": _braced(cited.get("title", "")),
        "journal": _braced(cited["container-title"]),
        "publisher": _escaped(cited.get("publisher", "")),
        "volume": cited.get("volume", ""),
        "number": cited.get("issue", ""),
        "issn": cited.get("ISSN", ""),
        "version": cited.get("version", ""),
        **_date(cited),
        "url": cited.get("URL", ""),
        "note": _escaped(cited.get("note", "")),
        "langid": of(cited["language"]).BIBTEX_LANGUAGE,
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    return f"@article{{{cited['id']},\n{''.join(lines)}}}\n"


def _date(cited: Item) -> dict[str, str]:
    if "issued" not in cited:
        return {}
    year, month, day = cited["issued"]["date-parts"][0]
    return {"year": str(year), "month": str(month), "date": f"{year:04}-{month:02}-{day:02}"}


def _name(name: dict[str, str]) -> str:
    # Braces keep a body's or a Chinese name whole.
    if "literal" in name:
        return _braced(name["literal"])
    parts = (name["family"], name.get("suffix", ""), name["given"])
    return ", ".join(_escaped(part) for part in parts if part)


def _braced(text: str) -> str:
    return f"{{{_escaped(text)}}}" if text else ""


def _escaped(text: str) -> str:
    return text.translate(_COMMANDS)
