"""Names of the roster that stand in the text and credit nobody, as far as the words around them tell: one finding."""

import re
from collections.abc import Iterator

import rjieba

from bulletins.document import Document, Finding, Text, gettext_noop, paragraphs
from bulletins.language.places import place_in_words
from bulletins.language.quoting import around
from bulletins.manuscript.han_names import is_word, stands_whole
from forum.scripts import is_han

_MOST = 8
_CLAUSE_HEAD = re.compile(r"^$|[，,。；;：:！？!?\s“（(]$")


def told_of_plain_names(document: Document) -> Iterator[Finding]:
    """Say where somebody of the roster may be meant."""
    found = [*_plain(document)]
    if not found:
        return
    told = [f"{place_in_words(where, document)} (“{words}”)" for where, words in found[:_MOST]]
    more = [f"+ {len(found) - _MOST}"] if len(found) > _MOST else []
    yield Finding(
        code="name-in-plain-text",
        severity="hint",
        template=gettext_noop(
            "Somebody of the roster may be meant here, but nothing says that they speak, so nobody is credited: "
            "{places}. Make a mention of those that credit somebody."
        ),
        params={"places": "; ".join((*told, *more))},
        where=found[0][0],
    )


def _plain(document: Document) -> Iterator[tuple[str, str]]:
    starts: dict[str, list[str]] = {}
    for name in dict.fromkeys(entry.name for entry in document.roster if is_han(entry.name)):
        starts.setdefault(name[:2], []).append(name)
    texts = [
        (where, inline.text)
        for where, paragraph in paragraphs(document)
        for inline in paragraph
        if isinstance(inline, Text)
    ]
    for where, text in texts if starts else ():
        for place in _places(text, starts):
            yield where, around(text, place, 8)


def _places(text: str, starts: dict[str, list[str]]) -> Iterator[int]:
    for place in range(len(text) - 1):
        names = starts.get(text[place : place + 2], ())
        if any(text.startswith(name, place) and _may_be_meant(text, place, name) for name in names):
            yield place


def _may_be_meant(text: str, place: int, name: str) -> bool:
    """Whether a name stands whole, and one that is a word too does not stand within a longer expression."""
    end = place + len(name)
    if not stands_whole(text, place, end):
        return False
    if not is_word(name):
        return True
    return (
        _CLAUSE_HEAD.search(text[:place][-1:]) is not None
        and len(rjieba.cut(text[end : end + 4] or " ")[0]) < 2
    )
