"""Groups that speak and nobody can look up: "In the opinion of the participating guests", 与会嘉宾认为."""

from collections.abc import Iterable, Iterator

from bulletins.document import LanguageCode, RosterEntry
from bulletins.language import of
from bulletins.language.sentences import sentences
from speakers import names

_LONGEST = 200  # letters of a sentence that may tell whose it is


def groups_in(text: str, language: LanguageCode) -> Iterator[tuple[int, int]]:
    """Give from where to where a text names a group that says something, at the beginning of a sentence."""
    saying = of(language).SAYING
    for start, end in sentences(text, language):
        found = saying.many.match(text[start : min(end, start + _LONGEST)])
        if found:
            name = "view" if found["view"] else "many"
            yield start + found.start(name), start + found.end(name)


def with_groups(
    roster: tuple[RosterEntry, ...], texts: Iterable[str], language: LanguageCode
) -> tuple[RosterEntry, ...]:
    """Give the roster with an entry for each group that speaks in the texts; what prints stays as it is."""
    known = {names.fold(entry.name) for entry in roster}
    taken = {entry.speaker for entry in roster}
    found: list[RosterEntry] = []
    for text in texts:
        for start, end in groups_in(text, language):
            name = group_name(text[start:end])
            key = f"group-{names.words_key(name)}"
            if names.fold(name) not in known and key not in taken:
                known.add(names.fold(name))
                taken.add(key)
                found.append(RosterEntry(speaker=key, name=name, kind="group"))
    return (*roster, *found)


def group_name(printed: str) -> str:
    """Give what a group is called within a sentence: "the participating guests"."""
    name = " ".join(printed.split())
    return f"{name[:1].lower()}{name[1:]}"
