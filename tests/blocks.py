"""What a reader made of a file, a line a block: "heading/2: Rain", "paragraph • #1: a [b strong]"."""

import re

from bulletins.manuscript.blocks import Block, Run

_MARKS = ("strong", "emphasis", "raised", "lowered")
_WORTHS = ("link", "note", "target", "style", "picture")


def shown_runs(runs):
    """Runs as text; those with marks in brackets with them."""
    return "".join(map(_run, runs))


def _run(run: Run):
    marks = [mark for mark in _MARKS if getattr(run, mark)]
    marks += [f"{name}={getattr(run, name)}" for name in _WORTHS if getattr(run, name)]
    return f"[{' '.join((run.text, *marks))}]" if marks else run.text


def shown(blocks):
    """Blocks as lines."""
    return [_block(block) for block in blocks]


def _block(block):
    head = block.kind
    head += f"/{block.level}" if block.level else ""
    head += f" {block.marker}" if block.marker else ""
    head += f" #{block.group}" if block.group else ""
    head += f" <{block.label}>" if block.label else ""
    head += " head" if block.head else ""
    head += f" pictures {block.pictures}" if block.pictures else ""
    cells = f" |{'|'.join(map(shown_runs, block.cells))}|" if block.cells else ""
    return f"{head}: {shown_runs(block.runs)}{cells}"


def told(findings):
    """Findings as (code, params)."""
    return [(one.code, dict(one.params)) for one in findings]


_WRITTEN = re.compile(
    r"(?:<(?P<label>[a-z-]+)> ?)?(?:(?P<level>#+) )?(?:(?P<marker>•|\d+\.)?(?:#(?P<group>\d))? )?(?P<text>.*)",
    re.DOTALL,
)


_NOTE = re.compile(r"(\[\^\d\])")


def block(text):
    """A block as one would type it: "## Rain", "<title> Rain", "• rain", "•#1 rain", "#1 more", "---", "**Bold** not".

    A paragraph "_in italics_" is so as a whole; "[^1]" is a note's mark, and "|a|b|" a row of a table, "|=a|=b|" of
    its head.
    """
    if text == "---":
        return Block("rule")
    found = _WRITTEN.fullmatch(text)
    cells = [cell.removeprefix("=") for cell in found["text"].strip("|").split("|")]
    cells = cells if found["text"].startswith("|") else []
    return Block(
        "heading" if found["level"] else "paragraph",
        _runs(" | ".join(cells) if cells else found["text"]),
        level=len(found["level"] or ""),
        label=found["label"] or "",
        marker=found["marker"] or "",
        group=int(found["group"] or (9 if cells else 0)),
        cells=tuple(map(_runs, cells)),
        head=found["text"].startswith("|="),
    )


def _runs(text):
    bare = text.strip("_")
    runs = (
        Run("", note=int(one[2:-1]))
        if _NOTE.fullmatch(one)
        else Run(one, strong=place % 2 == 1, emphasis=bare != text)
        for place, piece in enumerate(bare.split("**"))
        for one in _NOTE.split(piece)
    )
    return tuple(run for run in runs if run.text or run.note)
