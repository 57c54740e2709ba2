"""RIS: a bulletin, or one point of it, as reference managers take it in."""

from collections.abc import Iterator

from bulletins.document import Document, Imprint
from bulletins.rendering.citation import Item, item


def render_ris(document: Document, imprint: Imprint) -> bytes:
    """Write a whole bulletin as an RIS file."""
    return ris(item(document, imprint)).encode()


def ris(cited: Item) -> str:
    """Write CSL data as an RIS record. A line of a value's own would be read as a field, so each value is one line."""
    lines = ((tag, " ".join(value.split())) for tag, value in _lines(cited))
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines if value or tag == "ER")


def _lines(cited: Item) -> Iterator[tuple[str, str]]:
    yield "TY", "JOUR"
    yield "ID", cited["id"]
    for name in cited.get("author", []):
        parts = (name.get("literal") or name["family"], name.get("given", ""), name.get("suffix", ""))
        yield "AU", ", ".join(filter(None, parts))
    yield "TI", cited.get("title", "")
    yield "T2", cited["container-title"]
    yield "PB", cited.get("publisher", "")
    yield "VL", cited.get("volume", "")
    yield "IS", cited.get("issue", "")
    yield "SN", cited.get("ISSN", "")
    if "issued" in cited:
        year, month, day = cited["issued"]["date-parts"][0]
        yield "PY", str(year)
        yield "DA", f"{year:04}/{month:02}/{day:02}"
    yield "UR", cited.get("URL", "")
    yield "N1", cited.get("note", "")
    yield "LA", cited["language"]
    yield "ER", ""
