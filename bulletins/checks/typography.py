"""Slips of the pen: doubled words, open quotes and brackets, stray spaces."""

import re
from collections import Counter
from collections.abc import Iterator

from bulletins.checks.facts import Facts, Rule
from bulletins.checks.sentence_ends import unended_sentences
from bulletins.document import (
    Document,
    Finding,
    Fix,
    Paragraph,
    Text,
    gettext_noop,
    paragraphs,
    points,
    runs_on,
    sections,
)
from bulletins.inline import plain, plain_prose
from bulletins.language import of
from bulletins.language.quoting import around, beginning
from bulletins.language.word_tags import are_words
from forum.scripts import is_han

_DOUBLE_SPACE = re.compile(r"(?<=\S) {2,}(?=\S)")
_PAIRS = {"(": ")", "[": "]", "（": "）", "【": "】", "《": "》", "「": "」", "『": "』", "“": "”"}
_CLOSERS = {closer: opener for opener, closer in _PAIRS.items()}
# "1)", "4.01)", "a)" and "iv)" count; they close nothing.
_ENUMERATION = re.compile(r"(?:(?<=\s)|^)(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-z]|[ivx]{1,4})[)）]")
_CAPITAL = re.compile(r"(?:A|[A-Z][a-z]+)(?![\w’'-])")
_SMALL = re.compile(r"(?<![\w’'-])[a-z]{3,}(?![\w’'-])")
_WITHIN = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+")  # a capital within a sentence: a name
_FUNCTION_WORDS = frozenset(
    """
    a an the this that these those we it its there in on at for to by with from of our their his her all both each every
    more most many some few several how what when where while as if not no only one two three such other another if
    although because since under over between after before without within through during
    """.split()  # noqa: SIM905 (a list of a hundred strings is not read)
)


def repeated_words(document: Document, _facts: Facts) -> Iterator[Finding]:
    """The the."""
    doubled = of(document.language).DOUBLED
    for where, paragraph in paragraphs(document):
        text = plain(paragraph, document)
        for found in doubled.finditer(text):
            if _is_name(found.group()) or _are_parts_of_words(text, found):
                continue
            template = gettext_noop("“{text}” stands twice in a row. Take one out.")
            yield Finding(
                code="repeated-word",
                severity="warning",
                template=template,
                where=where,
                params={"text": found.group()},
                fix=Fix(where=where, old=found.group(), new=found["once"]),
            )


def _is_name(text: str) -> bool:
    # "Pago Pago", "Walla Walla"; but "The the" is a slip.
    return all(word[:1].isupper() for word in text.split())


def _are_parts_of_words(text: str, found: re.Match[str]) -> bool:
    return is_han(found.group()) and not are_words(text, *found.span())


def unbalanced_marks(document: Document, _facts: Facts) -> Iterator[Finding]:
    """Brackets and quotation marks that open also close; a quotation may run over a point's paragraphs."""
    texts = [
        ("editors_note", plain_prose(document.editors_note, document)),
        ("lede", plain_prose(document.lede, document)),
        *((where, plain_prose((point.lead, *point.body), document)) for where, point in points(document)),
    ]
    for where, text in texts:
        stray = _stray_mark(_ENUMERATION.sub("", text)) or _odd_straight_quote(text)
        if stray:
            yield Finding(
                code="unbalanced-marks",
                severity="warning",
                template=_named_mark(stray[0]),
                where=where,
                params={"near": stray[1]},
            )


def _named_mark(mark: str) -> str:
    """Say which mark stands alone by its name: a quotation mark within quotation marks is unreadable."""
    if mark in "“「『":
        return gettext_noop("An opening quotation mark has no partner in “{near}”. Close it, or take it out.")
    if mark in "”」』":
        return gettext_noop("A closing quotation mark has no partner in “{near}”. Open it, or take it out.")
    if mark in "《》":
        return gettext_noop(
            "A mark of a title (《 》) has no partner in “{near}”. Add it, or take this one out."
        )
    if mark in _PAIRS or mark in _CLOSERS:
        return gettext_noop("A bracket has no partner in “{near}”. Add it, or take this one out.")
    return gettext_noop("A straight quotation mark has no partner in “{near}”. Add it, or take this one out.")


def _stray_mark(text: str) -> tuple[str, str] | None:
    waiting: list[tuple[str, int]] = []
    for place, letter in enumerate(text):
        if letter in _PAIRS:
            # A quotation of several paragraphs opens each of them anew, and closes once.
            if (
                letter == "“"
                and any(open_mark == "“" for open_mark, _ in waiting)
                and text[place - 1] == "\n"
            ):
                continue
            waiting.append((letter, place))
        elif letter in _CLOSERS:
            if not waiting or waiting[-1][0] != _CLOSERS[letter]:
                return letter, _near(text, place)
            waiting.pop()
    return (waiting[0][0], _near(text, waiting[0][1])) if waiting else None


def _odd_straight_quote(text: str) -> tuple[str, str] | None:
    # 5" is five inches.
    marks = [found.start() for found in re.finditer(r'(?<!\d)"', text)]
    return ('"', _near(text, marks[-1])) if len(marks) % 2 else None


def _near(text: str, place: int) -> str:
    return around(text, place, 20)


def bold_in_bodies(document: Document, _facts: Facts) -> Iterator[Finding]:
    """Bold in a point's body is for credits; a bold run right after the lead is the lead's, run over."""
    for where, point in points(document):
        first = point.body[0][0] if runs_on(point) and isinstance(point.body[0], tuple) else None
        if isinstance(first, Text) and first.strong:
            template = gettext_noop("The bold of the lead runs on into “{text}”. End it where the lead ends.")
            yield Finding(
                code="bold-overrun",
                severity="hint",
                template=template,
                where=f"{where}.body[0]",
                params={"text": beginning(first.text.strip(), 40)},
            )


def double_spaces(document: Document, _facts: Facts) -> Iterator[Finding]:
    """One space between words."""
    for where, text in _texts(document):
        for found in _DOUBLE_SPACE.finditer(text):
            template = gettext_noop("There is a double space at “{near}”. Take one out.")
            yield Finding(
                code="double-space",
                severity="hint",
                template=template,
                where=where,
                params={"near": _near(text, found.start())},
                fix=Fix(where=where, old=found.group(), new=" "),
            )


def _texts(document: Document) -> Iterator[tuple[str, str]]:
    yield "title", document.title or ""
    for where, section in sections(document):
        yield f"{where}.title", section.title
    for where, paragraph in paragraphs(document):
        yield where, plain(paragraph, document)


def capitals_after_ordinals(document: Document, _facts: Facts) -> Iterator[Finding]:
    """Behind "Firstly," a sentence goes on: with a small letter, where the word is no name."""
    texts = [_own_text(paragraph) for _, paragraph in paragraphs(document)]
    small = {word for text in texts for word in _SMALL.findall(text)}
    names = {word for text in texts for word in _WITHIN.findall(text)}
    for where, point in points(document):
        comma = point.ordinal and of(document.language).ordinal_prefix(point.ordinal).rstrip().endswith(",")
        first = point.lead[0] if point.lead and comma else None
        found = _CAPITAL.match(first.text) if isinstance(first, Text) else None
        if found is None or found[0] in names:
            continue
        word = found[0].lower()
        if word in _FUNCTION_WORDS or word in small:
            yield Finding(
                code="capital-after-ordinal",
                severity="warning",
                template=gettext_noop(
                    "“{text}” follows the comma of “{ordinal},” with a capital. Write it small."
                ),
                params={"text": found[0], "ordinal": point.ordinal or ""},
                where=f"{where}.lead",
                fix=Fix(where=f"{where}.lead", old=found[0], new=word),
            )


def mixed_quotes(document: Document, _facts: Facts) -> Iterator[Finding]:
    """One style of quotation marks in one bulletin."""
    letters: Counter[str] = Counter()
    first = ""
    for where, paragraph in paragraphs(document):
        text = _own_text(paragraph)
        first = first or (where if '"' in text else "")
        letters.update(text)
    straight, curly = letters['"'], letters["“"] + letters["”"]
    if straight and curly:
        template = gettext_noop(
            "Quotation marks are straight in {straight} places and curly in {curly}. Use one style."
        )
        yield Finding(
            code="mixed-quotes",
            severity="warning",
            template=template,
            where=first,
            params={"straight": str(straight), "curly": str(curly)},
        )


def _own_text(paragraph: Paragraph) -> str:
    return "".join(inline.text for inline in paragraph if isinstance(inline, Text))


TYPOGRAPHY: tuple[Rule, ...] = (
    repeated_words,
    unbalanced_marks,
    bold_in_bodies,
    double_spaces,
    unended_sentences,
    mixed_quotes,
    capitals_after_ordinals,
)
