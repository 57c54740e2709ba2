"""What stands between two rows of dashes above a Markdown file: keys and values that tell its title, date, author."""

import re

from bulletins.document import Finding, gettext_noop
from bulletins.manuscript.blocks import Block, Run

_FENCE = re.compile(r"\ufeff?\s*---[ \t]*\n")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_PAIR = re.compile(r"([A-Za-z][\w .-]{0,40}?)[ \t]*:(?:[ \t]+(.*)|[ \t]*)$")
_LONGEST = 20_000
_LABELS = {"title": "title", "subtitle": "series-title"}
_HEAD = frozenset(
    {"title", "subtitle", "date", "author", "authors", "publisher", "number", "volume", "issue"}
)


def parted(text: str) -> tuple[list[tuple[str, str]], str]:
    """Give the keys and values that stand above a text, and the text without them."""
    opening = _FENCE.match(text)
    closing = _CLOSE.search(text, opening.end(), _LONGEST) if opening else None
    if opening is None or closing is None:
        return [], text
    pairs: list[tuple[str, str]] = []
    for line in text[opening.end() : closing.start()].splitlines():
        found = _PAIR.match(line)
        if found and not line[:1].isspace():
            pairs.append((found.group(1).strip().lower(), _unquoted(found.group(2) or "")))
        elif line.strip() and pairs:
            key, value = pairs[-1]
            pairs[-1] = key, f"{value} {_unquoted(line.strip().removeprefix('- '))}".strip(" |>")
        elif line.strip():
            return [], text
    return (pairs, text[closing.end() :].lstrip("\n")) if pairs else ([], text)


def _unquoted(value: str) -> str:
    value = value.strip()
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value.strip("[]") if value.startswith("[") else value


def blocks_of(pairs: list[tuple[str, str]]) -> list[Block]:
    """Give what of it belongs to the masthead, as lines of it."""
    return [
        Block(
            "paragraph",
            (Run(f"By {value}" if key.startswith("author") else value),),
            label=_LABELS.get(key, "head"),
        )
        for key, value in pairs
        if key in _HEAD and value
    ]


def told_of(pairs: list[tuple[str, str]]) -> list[Finding]:
    """Quote what has no place."""
    rest = "; ".join(f"{key}: {value}" for key, value in pairs if key not in _HEAD)
    if not rest:
        return []
    return [
        Finding(
            code="front-matter",
            severity="hint",
            template=gettext_noop("The file tells more of itself than a bulletin holds: {text}."),
            params={"text": rest},
        )
    ]
