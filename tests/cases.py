"""Small inputs with what is wanted of them: `python -m tests.cases DIR` prints which pass, and exits 1 where one fails.

A case is NN-name.json, and the file that it names. Manuscripts and programmes are read by the commands that
people have (`--dry-run --json`); names, citations and words by the functions behind them. A case that only an
eye can judge ("manual") is told as such.
"""

import io
import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

type Case = dict[str, Any]


def printed(command: str, file: Path) -> Any:
    """What a command prints as JSON of a file, without touching the database."""
    from django.core.management import call_command  # noqa: PLC0415 (Django is set up first)

    out = io.StringIO()
    call_command(command, str(file), "--dry-run", "--json", stdout=out)
    return json.loads(out.getvalue())


def failed_expressions(case: Case, names: dict[str, Any]) -> Iterator[str]:
    for expression in case["expect"]:
        try:
            held = eval(expression, {**names, "json": json})  # noqa: S307 (the cases are our own)
        except Exception as error:  # noqa: BLE001 (whatever it is, it is told)
            yield f"{expression}   [{type(error).__name__}: {error}]"
        else:
            if not held:
                yield expression


def manuscript(case: Case, file: Path) -> Iterator[str]:
    outline = printed("import_bulletin", file)
    yield from failed_expressions(case, {"o": outline, "f": outline["findings"]})


def programme(case: Case, file: Path) -> Iterator[str]:
    yield from failed_expressions(case, {"rows": printed("import_programme", file)})


def names(case: Case, _file: Path) -> Iterator[str]:
    from speakers.names import family_name, romanised  # noqa: PLC0415 (Django is set up first)

    for table, function in (("romanised", romanised), ("family", family_name)):
        for name, wanted in case.get(table, {}).items():
            if (got := function(name)) != wanted:
                yield f"{table} {name}: wanted {wanted!r}, got {got!r}"


def person(case: Case, _file: Path) -> Iterator[str]:
    from bulletins.manuscript.roster import one_person  # noqa: PLC0415 (Django is set up first)

    for table, language in (("persons", "en"), ("zh", "zh")):
        for text, wanted in case.get(table, {}).items():
            entry = one_person(text, language)
            if (got := entry.name if entry else None) != wanted:
                yield f"{text}: wanted {wanted!r}, got {got!r}"


def citation(case: Case, _file: Path) -> Iterator[str]:
    from bulletins.document import Imprint  # noqa: PLC0415 (Django is set up first)
    from bulletins.rendering.citation import render_citation  # noqa: PLC0415 (Django is set up first)
    from tests.documents import by_rapporteur  # noqa: PLC0415 (Django is set up first)

    for rapporteur, wanted in case["apa"].items():
        got = render_citation(by_rapporteur(rapporteur), Imprint(draft=False), "APA")
        if not got.startswith(tuple([wanted] if isinstance(wanted, str) else wanted)):
            yield f"{rapporteur}: {got[:80]}"


def search(case: Case, _file: Path) -> Iterator[str]:
    from bulletins.language.words import tokens, whole_words  # noqa: PLC0415 (Django is set up first)

    for query, text in case["pairs"]:
        wanted = {token.lexeme for token in whole_words(query)}
        if not wanted <= {token.lexeme for token in tokens(text)}:
            yield f"{query} does not find {text}"


KINDS: dict[str, Callable[[Case, Path], Iterator[str]]] = {
    "manuscript": manuscript,
    "programme": programme,
    "names": names,
    "person": person,
    "citation": citation,
    "search": search,
}


def failures(path: Path) -> list[str] | None:
    """What a case misses; None for one that only an eye can judge."""
    case: Case = json.loads(path.read_text(encoding="utf-8"))
    kind = case.get("kind", "manuscript")
    if kind == "manual":
        return None
    try:
        return list(KINDS[kind](case, path.with_name(case["file"])))
    except Exception as error:  # noqa: BLE001 (a reader that breaks is a failure like any other)
        return [f"{type(error).__name__}: {error}"]


def main(folder: Path) -> int:
    fell = 0
    for path in sorted(folder.glob("*.json")):
        found = failures(path)
        if found is None:
            sys.stdout.write(f"manual {path.stem}\n")
        elif found:
            fell += 1
            sys.stdout.write(f"FAIL {path.stem}\n" + "".join(f"     {one}\n" for one in found))
        else:
            sys.stdout.write(f"pass {path.stem}\n")
    return 1 if fell else 0


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import django

    django.setup()
    sys.exit(main(Path(sys.argv[1])))
