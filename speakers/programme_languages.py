"""A text of a programme in several languages: 场次 beside Session in a row, or one language now and another later."""

from collections.abc import Mapping
from dataclasses import dataclass

from forum import languages


@dataclass(frozen=True)
class Told:
    """A text as a row tells it: in the main language where it has it, and in which others."""

    text: str = ""
    others: tuple[tuple[str, str], ...] = ()

    @property
    def by_language(self) -> dict[str, str]:
        """Each text by its language."""
        return ({languages.of(self.text): self.text} if self.text else {}) | dict(self.others)


def key_in(column: str, text: str) -> str:
    """Give the key under which a row keeps a second text of a column: "session zh"."""
    return f"{column} {languages.of(text)}"


def told_of(row: Mapping[str, str], column: str, longest: int | None = None) -> Told:
    """Give what a row says in a column and in those of the same meaning in other languages."""
    first = row.get(column, "")[:longest]
    texts = ({languages.of(first): first} if first else {}) | {
        code: text[:longest] for code in languages.codes() if (text := row.get(f"{column} {code}", ""))
    }
    text = texts.get(languages.main(), first)
    return Told(text, tuple((code, other) for code, other in sorted(texts.items()) if other != text))


def after(told: Told, text: str, others: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """Give a stored text and those in other languages with what was told, in one at least; the others stay."""
    stored = ({languages.of(text): text} if text else {}) | dict(others)
    known = stored | told.by_language
    main = known.get(languages.main()) or told.text
    return main, {code: one for code, one in known.items() if one != main and code != languages.main()}
