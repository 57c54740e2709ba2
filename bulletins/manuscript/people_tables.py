"""A table of people (姓名 | 单位及职务 | 环节) → a line for each, as a list of people has it."""

import re
from collections.abc import Sequence

from forum.scripts import is_han, simplified

# What the head of a column says it holds.
_COLUMNS = (
    (
        "name",
        re.compile(
            r"(?:姓\s*名|嘉宾(?:姓名)?|发言人|演讲人|专家(?:姓名)?|主讲人|name|speaker|participant|"
            r"full name|attendee|guest|panell?ist)s?",
            re.IGNORECASE,
        ),
    ),
    (
        "short",
        re.compile(r"(?:abbreviations?|abbr\.?|initials?|acronym|short|简称|縮寫|缩写)", re.IGNORECASE),
    ),
    ("number", re.compile(r"(?:序\s*号|编号|no\.?|#|nr\.?)", re.IGNORECASE)),
    (
        "role",
        re.compile(
            r"(?:环节|角色|身份|议程|发言环节|形式|role|session role|part|function in the (?:session|"
            r"meeting))",
            re.IGNORECASE,
        ),
    ),
    (
        "organisation",
        re.compile(
            r"(?:单\s*位|工作单位|所在单位|机构|organi[sz]ation|affiliation|institution|"
            r"company|employer|country|office|department|agency|delegation)",
            re.IGNORECASE,
        ),
    ),
    (
        "title",
        re.compile(
            r"(?:职\s*务|职\s*称|职务/?职称|职务及职称|头衔|title|position|post|job title|"
            r"designation|function)",
            re.IGNORECASE,
        ),
    ),
    (
        "credit",
        re.compile(
            r"(?:单位[及和与、/]?职[务称](?:[/、]职称)?|职务[及和与]?单位|工作单位及职务|简介"
            r"|title and organi[sz]ation|"
            r"title,? organi[sz]ation|affiliation and title)",
            re.IGNORECASE,
        ),
    ),
)


def columns_of(head: Sequence[str]) -> list[str] | None:
    """Give what the columns of a table hold, if its head says that it lists people; "" for one that is not known."""
    found = [
        next((name for name, pattern in _COLUMNS if pattern.fullmatch(simplified(cell.strip()))), "")
        for cell in head
    ]
    return (
        found
        if found.count("name") == 1 and {"organisation", "title", "credit", "role", "short"} & set(found)
        else None
    )


def line_of_person(columns: Sequence[str], row: Sequence[str]) -> str | None:
    """Give a row as "name, credit (role)"; None where a column is not understood and says something."""
    cells = dict(zip(columns, (cell.strip() for cell in row), strict=False))
    if cells.get("") or len(row) > len(columns) or not cells.get("name"):
        return None
    parts = [
        cells.get("short", ""),
        cells.get("credit", ""),
        *_post(cells.get("title", ""), cells.get("organisation", "")),
    ]
    credit = ", ".join(filter(None, parts))
    role = f" ({cells['role']})" if cells.get("role") else ""
    return f"{cells['name']}, {credit}{role}" if credit else f"{cells['name']}{role}"


def _post(title: str, organisation: str) -> list[str]:
    return [f"{organisation}{title}"] if is_han(title + organisation) else [title, organisation]
