"""Lines of Markdown that look like definitions of links and are words: "[Ada]: It leaks."

Markdown takes such a line for the address behind a reference and prints none of it. It is one only where an address
stands there, alone or with its title.
"""

import re

from bulletins.manuscript.indented_prose import FENCE

_DEFINITION = re.compile(r"^(?P<before> {0,3})\[(?!\^)(?P<label>[^\[\]]{1,120})\]:(?=[ \t]+(?P<told>\S.*)$)")
_ADDRESS = re.compile(
    r"(?:<[^<>\n]*>|[A-Za-z][A-Za-z0-9+.-]*:\S+|[./#?]\S*|www\.\S+|\S+/\S*|\S+\.[A-Za-z]{2,5}(?:[#?]\S*)?)"
    r"(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*"
)


def with_words_kept(text: str) -> str:
    """Give Markdown in which brackets before what is no address are brackets, and hide nothing; code stays."""
    kept: list[str] = []
    fenced = False
    for line in text.split("\n"):
        fenced ^= FENCE.match(line) is not None
        kept.append(line if fenced else _DEFINITION.sub(_as_words, line))
    return "\n".join(kept)


def _as_words(found: re.Match[str]) -> str:
    if _ADDRESS.fullmatch(found["told"]):
        return found.group()
    return f"{found['before']}\\[{found['label']}\\]:"
