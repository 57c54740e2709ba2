"""Does a name of the roster stand in the text without crediting anybody?"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from bulletins.checks.facts import Facts, Rule
from bulletins.document import (
    Document,
    Finding,
    Fix,
    LanguageCode,
    RosterEntry,
    Severity,
    Text,
    gettext_noop,
    mentions,
    paragraphs,
)
from bulletins.language import of
from bulletins.language.sentences import sentences
from forum.scripts import HAN_LETTERS, is_han

_LEAST_HAN = 3  # letters: a name of two is often a word too
_MOST = 2_000  # names that are looked for
_AROUND = 200  # letters that may say whether somebody speaks
# "Ada Berg Foundation" and "Ada Berg’s bridge" are not Ada Berg.
_ANOTHER = re.compile(r"[’']s\b|\s+(?:[A-Z][a-z]|&)")


class _Place(NamedTuple):
    where: str
    name: str
    speaks: bool


def names_in_plain_text(document: Document, _facts: Facts) -> Iterator[Finding]:
    """Whoever says something is credited; each name is told once, where it most looks like a credit."""
    entries = {entry.name: entry for entry in document.listed[:_MOST] if _is_telling(entry)}
    if not entries:
        return
    found: dict[str, _Place] = {}
    for place in _places(document, entries):
        if place.name not in found or (place.speaks and not found[place.name].speaks):
            found[place.name] = place
    credited = {key for _, mention in mentions(document) for key in (mention.speaker, mention.behalf)}
    for place in found.values():
        # Who is credited elsewhere may be spoken of here; and Chinese names stand in rows and in titles.
        if place.speaks or not (is_han(place.name) or entries[place.name].speaker in credited):
            yield _told(place, entries[place.name])


def _is_telling(entry: RosterEntry) -> bool:
    return len(entry.name) >= _LEAST_HAN if is_han(entry.name) else " " in entry.name


def _places(document: Document, entries: dict[str, RosterEntry]) -> Iterator[_Place]:
    longest_first = sorted(entries, key=len, reverse=True)
    letter = rf"[^\W{HAN_LETTERS}]"
    name = re.compile(rf"(?<!{letter})(?:{'|'.join(map(re.escape, longest_first))})(?!{letter})")
    saying = of(document.language).SAYING
    for where, paragraph in paragraphs(document):
        for inline in paragraph:
            if not isinstance(inline, Text) or inline.link:
                continue
            for one in name.finditer(inline.text):
                before, after = (
                    inline.text[max(one.start() - _AROUND, 0) : one.start()],
                    inline.text[one.end() :],
                )
                if _ANOTHER.match(after) and not is_han(one.group()):
                    continue
                speaks = saying.not_after.match(after[:_AROUND]) is None and (
                    saying.before.search(before) is not None
                    or (
                        saying.after.match(after[:_AROUND]) is not None
                        and not saying.not_before.search(before)
                    )
                )
                # In the middle of a sentence whose words are not theirs, people are only spoken of.
                if speaks or _is_opening(inline.text, one.start(), document.language):
                    yield _Place(where, one.group(), speaks)


def _is_opening(text: str, place: int, language: LanguageCode) -> bool:
    """Whether a sentence that says something begins at a place of a text."""
    said = (text[place:end] for start, end in sentences(text, language) if start == place)
    return any(of(language).SAYING.says.search(one) for one in said)


def _told(place: _Place, entry: RosterEntry) -> Finding:
    severity: Severity = "warning" if place.speaks else "hint"
    return Finding(
        code="name-uncredited",
        severity=severity,
        template=gettext_noop(
            "“{name}” of the roster stands here as plain text: nobody is credited. Make it a mention."
        )
        if place.speaks
        else gettext_noop(
            "“{name}” of the roster stands here as plain text. Make it a mention, if these are the person’s words."
        ),
        where=place.where,
        params={"name": place.name},
        fix=Fix(where=place.where, old=place.name, new=place.name, speaker=entry.speaker),
    )


PLAIN_NAMES: tuple[Rule, ...] = (names_in_plain_text,)
