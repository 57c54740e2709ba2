"""What was changed between two Documents, word by word, as readers and editors are shown it."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

import msgspec
from rapidfuzz.distance import LCSseq

from bulletins.document import (
    Document,
    LanguageCode,
    List,
    Mention,
    Note,
    Paragraph,
    Prose,
    RosterEntry,
    Text,
)
from bulletins.drafts.comparing import partners
from bulletins.inline import printed, with_pictures_named
from bulletins.language import anchored, credit_line, did, of, place_label
from bulletins.language.colophon import FOOT_PARTS, printed_part
from bulletins.prose import lines_of
from forum.scripts import HAN_LETTERS

type Mark = Literal["kept", "inserted", "deleted"]
type Kind = Literal["same", "added", "removed", "changed"]

_MASTHEAD = (
    *("marking", "forum", "publisher", "number", "volume", "date", "series_title", "title"),
    *FOOT_PARTS,
)
# A Han letter, a word, or one other sign: what is compared as one.
_TOKEN = re.compile(rf"[{HAN_LETTERS}]|[^\W_{HAN_LETTERS}]+|\s+|.", re.DOTALL)
_ITEM = re.compile(r"\[(\d+)\]\.items\[(\d+)\]\[0\]")
_NEXT_CELL = re.compile(r"\.(?:head|rows\[\d+\])\[[1-9]\d*\]$")
_LETTER = re.compile(r"\w")
# Comparing takes the product of both numbers of tokens: longer texts are compared by sentences.
_MOST_TOKENS = 4_000

type Token = tuple[str, str]
"""What is printed, and the key of whom it credits ("" for running text)."""


class Piece(msgspec.Struct, frozen=True):
    """A run of text that stands in both versions, or in one; `speaker` is whom it credits, by name.

    A border has no text: from there on the words are the speaker's, or with `NOBODY` nobody's.
    """

    mark: Mark
    text: str
    speaker: str = ""


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """One part of a bulletin in both versions: what it is, where it stands, and its words.

    `name` is a field of the Document, "roster", "section" or "point". `before` and `after` tell a point's
    or a section's place ("II.3"), "" where it does not stand. `anchor` is its address in the version that
    has it. `moved` says that it stands elsewhere among those that stayed.
    """

    name: str
    kind: Kind
    pieces: tuple[Piece, ...]
    before: str = ""
    after: str = ""
    anchor: str = ""
    moved: bool = False

    @property
    def differs(self) -> bool:
        """Whether a reader finds other words here, or the same elsewhere."""
        return self.moved or self.kind != "same"


def redline(before: Document, after: Document, *, same: Mapping[str, str] | None = None) -> tuple[Part, ...]:
    """Give every part of two versions in printed order, with what was inserted and deleted in each.

    `same` gives for keys of persons the key that both are known by now, since people are merged.
    A credit that prints the same but names another person is a change; marks (bold, italic) are not,
    nor numerals and ordinals, which follow from places.
    """
    known = same or {}
    return (*_masthead(before, after), *_roster(before, after, known), *_body(before, after, known))


def _masthead(before: Document, after: Document) -> Iterator[Part]:
    for name in _MASTHEAD:
        texts = (_field(document, name) for document in (before, after))
        old, new = (list(_tokens_of(text)) for text in texts)
        if old or new:
            yield _part(name, old, new, {})


def _field(document: Document, name: str) -> str:
    return printed_part(document, name) if name in FOOT_PARTS else str(getattr(document, name) or "")


def _roster(before: Document, after: Document, known: Mapping[str, str]) -> Iterator[Part]:
    old, new = (
        {known.get(entry.speaker, entry.speaker): entry for entry in document.roster}
        for document in (before, after)
    )
    for key in (*new, *(key for key in old if key not in new)):
        line = _roster_line(old.get(key), before.language)
        new_line = _roster_line(new.get(key), after.language)
        yield _part("roster", list(_tokens_of(line)), list(_tokens_of(new_line)), {})


def _roster_line(entry: RosterEntry | None, language: LanguageCode) -> str:
    """Give one person's line as the roster prints it."""
    if entry is None:
        return ""
    return f"{credit_line(language, entry)}{did(language, [entry])}{of(language).STOP}"


def _body(before: Document, after: Document, known: Mapping[str, str]) -> Iterator[Part]:
    names = {known.get(entry.speaker, entry.speaker): entry.name for entry in (*before.roster, *after.roster)}
    for name in ("editors_note", "lede"):
        old, new = (list(_tokens(getattr(document, name), document, known)) for document in (before, after))
        if old or new:
            yield _part(name, old, new, names)
    yield from _sections(before, after, known, names)


class _Placed(msgspec.Struct, frozen=True, kw_only=True):
    """A point of one version."""

    place: str
    anchor: str
    section: str
    tokens: list[Token]


def _placed(document: Document, known: Mapping[str, str]) -> list[_Placed]:
    return [
        _Placed(
            place=place_label(at.place, document.language),
            anchor=at.anchor,
            section=placed.anchor,
            tokens=list(_tokens((point.lead, *point.body) if point.lead else point.body, document, known)),
        )
        for placed, _, some in anchored(document)
        for at, point in some
    ]


def _sections(
    before: Document, after: Document, known: Mapping[str, str], names: Mapping[str, str]
) -> Iterator[Part]:
    old, new = _placed(before, known), _placed(after, known)
    came_from = partners(before, after)
    gone = set(range(len(old))) - set(came_from.values())
    stayed = _in_order([came_from[at] for at in sorted(came_from)])
    titles = {placed.anchor: section.title for placed, section, _ in anchored(before)}
    said: set[int] = set()
    index = 0
    for placed, section, some in anchored(after):
        old_title = titles.pop(placed.anchor, "")
        part = _part("section", list(_tokens_of(old_title)), list(_tokens_of(section.title)), names)
        yield msgspec.structs.replace(
            part, after=place_label(placed.place, after.language), anchor=placed.anchor
        )
        for _ in some:
            origin = came_from.get(index)
            if origin is not None:
                yield from _removed(old, sorted(at for at in gone - said if at < origin), names, said)
            yield _point(old[origin] if origin is not None else None, new[index], names, origin in stayed)
            index += 1
    yield from _removed(old, sorted(gone - said), names, said)
    for title in titles.values():
        yield _part("section", list(_tokens_of(title)), [], names)


def _removed(
    old: Sequence[_Placed], places: Iterable[int], names: Mapping[str, str], said: set[int]
) -> Iterator[Part]:
    for at in places:
        said.add(at)
        part = _part("point", old[at].tokens, [], names)
        yield msgspec.structs.replace(part, before=old[at].place, anchor=old[at].anchor)


def _point(old: _Placed | None, new: _Placed, names: Mapping[str, str], stayed: bool) -> Part:
    part = _part("point", old.tokens if old else [], new.tokens, names)
    return msgspec.structs.replace(
        part,
        before=old.place if old else "",
        after=new.place,
        anchor=new.anchor,
        moved=old is not None and not stayed,
    )


def _in_order(places: Sequence[int]) -> set[int]:
    """Give the most of these that stand in rising order: the longest increasing subsequence, by patience sorting."""
    ends: list[int] = []
    chains: list[int | None] = []
    tails: list[int] = []
    for at, place in enumerate(places):
        slot = bisect_left(ends, place)
        chains.append(tails[slot - 1] if slot else None)
        ends[slot : slot + 1] = [place]
        tails[slot : slot + 1] = [at]
    found: set[int] = set()
    step = tails[-1] if tails else None
    while step is not None:
        found.add(places[step])
        step = chains[step]
    return found


def _tokens_of(text: str) -> Iterator[Token]:
    return ((token, "") for token in _TOKEN.findall(text))


def _tokens(prose: Prose, document: Document, known: Mapping[str, str]) -> Iterator[Token]:
    prose = with_pictures_named(prose, document.language)
    for index, (where, paragraph) in enumerate(lines_of(prose)):
        if index:
            yield ("\t" if _NEXT_CELL.search(where) else "\n"), ""
        yield from _tokens_of(_marker(where, prose))
        yield from _paragraph_tokens(paragraph, document, known)


def _marker(where: str, prose: Prose) -> str:
    """Give what stands before an item of a list: a paragraph that becomes an item is a change."""
    found = _ITEM.fullmatch(where)
    block = prose[int(found.group(1))] if found else None
    if found is None or not isinstance(block, List):
        return ""
    return f"{block.start + int(found.group(2))}. " if block.ordered else "• "


def _paragraph_tokens(paragraph: Paragraph, document: Document, known: Mapping[str, str]) -> Iterator[Token]:
    for inline in paragraph:
        if isinstance(inline, Note):
            continue  # its words stand at the end
        key = _credited(inline, known)
        text = _shown(inline) if isinstance(inline, Text) else printed(inline, document)
        yield from ((token, key) for token in _TOKEN.findall(text) or ([""] if key else []))


def _shown(text: Text) -> str:
    """Give a text with what else of it a reader sees: where it leads, and whether it is raised or lowered."""
    script = {"super": "^", "sub": "_"}.get(text.script or "", "")
    return f"{script}{text.text}" + (f" <{text.link}>" if text.link else "")


def _credited(inline: Text | Mention, known: Mapping[str, str]) -> str:
    return "" if isinstance(inline, Text) else known.get(inline.speaker, inline.speaker)


def _part(name: str, old: list[Token], new: list[Token], names: Mapping[str, str]) -> Part:
    kind: Kind = "same" if old == new else "changed" if old and new else "added" if new else "removed"
    return Part(name=name, kind=kind, pieces=tuple(_pieces(old, new, names)))


def _pieces(old: list[Token], new: list[Token], names: Mapping[str, str]) -> Iterator[Piece]:
    for mark, tokens in _joined(_runs(old, new)):
        start = 0
        for at in range(1, len(tokens) + 1):
            if at == len(tokens) or tokens[at][1] != tokens[start][1]:
                text = "".join(token for token, _ in tokens[start:at])
                key = tokens[start][1]
                yield Piece(mark, text, names.get(key, key))
                start = at


def _runs(old: list[Token], new: list[Token]) -> Iterator[tuple[Mark, list[Token]]]:
    start = new_start = 0
    coarse = max(len(old), len(new)) > _MOST_TOKENS
    units, new_units = (_sentence_units(one) if coarse else [[token] for token in one] for one in (old, new))
    keys, new_keys = ([tuple(unit) for unit in some] for some in (units, new_units))
    for block in LCSseq.opcodes(keys, new_keys).as_matching_blocks():
        yield "deleted", _flat(units[start : block.a])
        yield "inserted", _flat(new_units[new_start : block.b])
        start, new_start = block.a + block.size, block.b + block.size
        yield "kept", _flat(units[block.a : start])


def _flat(units: Iterable[list[Token]]) -> list[Token]:
    return [token for unit in units for token in unit]


def _sentence_units(tokens: list[Token]) -> list[list[Token]]:
    """Cut a long text behind every stop."""
    units: list[list[Token]] = [[]]
    for token in tokens:
        units[-1].append(token)
        if token[0] in "\n.。!?！？;；":
            units.append([])
    return [unit for unit in units if unit]


def _joined(runs: Iterable[tuple[Mark, list[Token]]]) -> Iterator[tuple[Mark, list[Token]]]:
    """Join changes between which only spaces and signs were kept: one change of three words, not three of one."""
    deleted: list[Token] = []
    inserted: list[Token] = []
    between: list[Token] = []
    for mark, tokens in runs:
        if not tokens:
            continue
        if mark == "kept":
            if (deleted or inserted) and len(tokens) <= 2 and not any(_LETTER.search(t) for t, _ in tokens):
                between = tokens
                continue
            yield from _change(deleted, inserted)
            yield "kept", [*between, *tokens]
            deleted, inserted, between = [], [], []
            continue
        if between:
            deleted, inserted, between = [*deleted, *between], [*inserted, *between], []
        (deleted if mark == "deleted" else inserted).extend(tokens)
    yield from _change(deleted, inserted)
    if between:
        yield "kept", between


def _change(deleted: list[Token], inserted: list[Token]) -> Iterator[tuple[Mark, list[Token]]]:
    if deleted:
        yield "deleted", deleted
    if inserted:
        yield "inserted", inserted
