"""Rows of a file → blocks with cells: a grid of one width, lines, or people."""

import re
from collections.abc import Iterator
from typing import Any

from bulletins.manuscript.blocks import Block, Run, Runs, merged, text_of
from bulletins.manuscript.people_tables import asides_of, columns_of, line_of_person
from bulletins.manuscript.roster_labels import label_of
from bulletins.prose import MOST_COLUMNS

# A table right below a line of text, which web pages take for one: "**Attendees:**", then "| Name | Office |".
_BELOW_TEXT = re.compile(
    r"^(?![ \t]*(?:\||$))(.+)\n(?=[ \t]*\|.*\|[ \t]*\n[ \t]*\|(?=[-:| \t]*-)[-:| \t]+\|[ \t]*$)", re.MULTILINE
)


def apart(markdown: str) -> str:
    """Part tables from the lines of text right above them."""
    return _BELOW_TEXT.sub(r"\1\n\n", markdown) if "|" in markdown else markdown


def grid_of(rows: list[Any], cells: list[list[list[Block]]]) -> list[list[list[Block]]]:
    """Give rows of one length: a merged cell stands where it begins, and what else it covers is empty."""
    covered: dict[tuple[int, int], bool] = {}
    grid: list[list[list[Block]]] = []
    for at, (row, own) in enumerate(zip(rows, cells, strict=True)):
        line: list[list[Block]] = []
        for cell, blocks in zip(row[1], own, strict=True):
            while covered.get((at, len(line))):
                line.append([])
            place, down, across = len(line), min(cell[2], len(rows) - at), min(cell[3], MOST_COLUMNS)
            covered |= {(at + y, place + x): True for y in range(down) for x in range(across)}
            line.extend([blocks, *([] for _ in range(across - 1))])
        grid.append(line)
    width = max(map(len, grid))
    return [[*line, *([] for _ in range(width - len(line)))] for line in grid]


def cell_of(blocks: list[Block]) -> Runs:
    """Give what stands in a cell as one text."""
    texts = [block.runs for block in blocks if block.runs]
    return merged(
        run for place, runs in enumerate(texts) for run in ((*((Run(" "),) if place else ()), *runs))
    )


def label_of_row(row: list[list[Block]]) -> str:
    """Give the label of a row's first block that has one."""
    return next((block.label for cell in row for block in cell if block.label), "")


def lines_of_row(cells: list[list[Block]]) -> Iterator[Block]:
    """Give a row as one paragraph, a line a cell; nothing where it is empty."""
    parts = [block.runs for cell in cells for block in cell if block.runs]
    runs = merged(run for part in parts for run in (*part, Run("\n")))
    if runs:
        yield Block("paragraph", runs, label="row")


def _labelled(texts: list[list[str]]) -> list[Block]:
    """Give a Chinese table of labels and people (主持人 | 某某) as the lines of a list."""
    if not all(len(row) == 2 and row[1].strip() and label_of(row[0]) for row in texts):
        return []
    return [Block("paragraph", (Run(f"{label.strip()}：{people.strip()}"),)) for label, people in texts]


def people_of(rows: list[list[list[Block]]]) -> list[Block] | None:
    """Read a table whose head says that it lists people."""
    texts = [[" ".join(text_of(block.runs).strip() for block in cell) for cell in row] for row in rows]
    if labelled := _labelled(texts):
        return labelled
    if len(texts) > 1 and not any(texts[0]):
        texts = texts[1:]  # Markdown tables have a head, be it empty
    columns = columns_of(texts[0])
    lines = [line_of_person(columns, row) for row in texts[1:] if any(row)] if columns else []
    if not lines or None in lines:
        return None
    people = [Block("paragraph", (Run(line),), label="person") for line in lines if line]
    asides = asides_of(columns or [], texts)
    return [*people, *(Block("paragraph", (Run(line),), label="aside") for line in asides)]
