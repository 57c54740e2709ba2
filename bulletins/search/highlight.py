"""Found words in a text, as safe HTML with <mark>, and the part of a text where most of them are."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from bulletins.language.words import places
from forum.scripts import is_han, simplified

MARKED = 12  # words of one text that its page marks
LENGTH = 260  # letters of an excerpt; Chinese ones count double

type Span = tuple[int, int]


@dataclass(frozen=True)
class Highlighter:
    """Marks words by their lexemes, and names by their letters."""

    lexemes: frozenset[str] = frozenset()
    literals: frozenset[str] = frozenset()
    # What was found in a text already: to cut a text into words is most of the work.
    _known: dict[str, list[Span]] = field(default_factory=dict, compare=False, repr=False)

    def marked(self, text: str) -> SafeString:
        """Give a text as HTML with all that was found in <mark>."""
        return _html(text, self._spans(text), 0, len(text))

    def found_in(self, *texts: str) -> list[str]:
        """Give what of some texts would be marked, in small letters, each once."""
        found = (text[start:end].casefold() for text in texts for start, end in self._spans(text))
        return list(dict.fromkeys(found))[:MARKED]

    def excerpt(self, text: str) -> SafeString:
        """Give the part of a text where most was found, as HTML, with an ellipsis where it is cut."""
        length = LENGTH // 2 if is_han(text) else LENGTH
        spans = self._spans(text)
        if len(text) <= length * 1.2:
            return _html(text, spans, 0, len(text))
        start, end = _window(text, spans, length)
        before, after = ("… " if start else ""), (" …" if end < len(text) else "")
        return mark_safe(f"{before}{_html(text, spans, start, end)}{after}")  # noqa: S308 (escaped above)

    def _spans(self, text: str) -> list[Span]:
        if text not in self._known:
            self._known[text] = list(self._find(text))
        return self._known[text]

    def _find(self, text: str) -> Iterator[Span]:
        found = places(text, self.lexemes)
        letters = simplified(text) if self.literals else ""
        for literal in self.literals:
            at = letters.find(literal)
            while at >= 0:
                found.append((at, at + len(literal)))
                at = letters.find(literal, at + len(literal))
        last: Span | None = None
        for span in sorted(found):
            if last is not None and span[0] <= last[1]:
                last = (last[0], max(last[1], span[1]))
            else:
                if last is not None:
                    yield last
                last = span
        if last is not None:
            yield last


def _window(text: str, spans: list[Span], length: int) -> Span:
    """Give the stretch of about a length that has the most spans, from word to word."""
    starts = [max(0, start - length // 4) for start, _ in spans] or [0]
    # Of several with as many the first.
    best = max(starts, key=lambda at: sum(at <= start and end <= at + length for start, end in spans))
    best = max(0, min(best, len(text) - length))
    end = min(len(text), best + length)
    if is_han(text):
        return best, end
    start = 0 if best == 0 else text.find(" ", best, best + 40) + 1 or best
    whole = text[start : end + 1].rpartition(" ")[0]  # words, also one that ends just there
    return start, (start + len(whole) if whole and end < len(text) else end)


def _html(text: str, spans: list[Span], start: int, end: int) -> SafeString:
    html, at = [], start
    for left, right in spans:
        if start <= left and right <= end:
            html += [escape(text[at:left]), "<mark>", escape(text[left:right]), "</mark>"]
            at = right
    html.append(escape(text[at:end]))
    return mark_safe("".join(html))  # noqa: S308 (every part of the text is escaped)
