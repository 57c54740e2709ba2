"""Can everybody make use of the figures?"""

from collections.abc import Iterator

from bulletins.checks.facts import Facts, Rule
from bulletins.document import Document, Figure, Finding, Prose, gettext_noop, points
from bulletins.inline import plain
from bulletins.language.quoting import beginning
from bulletins.prose import MOST_FIGURES

_QUOTED = 60  # letters of a caption


def _placed(document: Document) -> Iterator[tuple[str, Figure]]:
    """Give every figure with its own place."""
    proses: list[tuple[str, Prose]] = [("editors_note", document.editors_note), ("lede", document.lede)]
    proses += ((f"{where}.body", point.body) for where, point in points(document))
    for where, prose in proses:
        for at, block in enumerate(prose):
            if isinstance(block, Figure):
                yield f"{where}[{at}]", block


def untold_figures(document: Document, _facts: Facts) -> Iterator[Finding]:
    """What a picture shows is told to those who cannot see it, unless it is decoration."""
    for where, figure in _placed(document):
        if not figure.alt.strip() and not figure.decorative:
            template = gettext_noop(
                "A picture has no words for those who cannot see it (caption: “{caption}”)."
                " Say below it what it shows, or that it is only decoration."
            )
            caption = beginning(plain(figure.caption, document), _QUOTED)
            yield Finding(
                code="figure-without-words",
                severity="error",
                template=template,
                params={"caption": caption or "–"},
                where=f"{where}.alt",
            )


def many_figures(document: Document, _facts: Facts) -> Iterator[Finding]:
    """A bulletin is no album: its files have to be sent by mail."""
    count = sum(1 for _ in _placed(document))
    if count > MOST_FIGURES:
        template = gettext_noop("The bulletin has {count} pictures; it can have {limit}. Take some out.")
        params = {"count": str(count), "limit": str(MOST_FIGURES)}
        yield Finding(
            code="figures-too-many", severity="error", template=template, params=params, where="sections"
        )


FIGURES: tuple[Rule, ...] = (untold_figures, many_figures)
