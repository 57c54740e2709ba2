"""A table of people (姓名 | 单位及职务 | 环节) → a line for each, as a list of people has it."""

import re
from collections.abc import Sequence

from bulletins.manuscript.roster_labels import label_of
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
        re.compile(
            r"(?:abbreviations?|abbr\.?|init(?:ials?)?\.?|acronym|short|简称|縮寫|缩写)", re.IGNORECASE
        ),
    ),
    ("number", re.compile(r"(?:序\s*号|编号|no\.?|#|nr\.?)", re.IGNORECASE)),
    (
        # What a bulletin has no place for; it is told, so that it is not lost.
        "aside",
        re.compile(
            r"(?:性\s*别|民\s*族|年\s*龄|出生年月|政治面貌|党派|学历|学位|籍贯|联系电话|联系方式|电\s*话|手\s*机|邮箱|签\s*到|签\s*名|房号"
            r"|voting.*|present\??|apologies|absent|excused|attended|attendance|e-?mail|phone|telephone|signature|.*\(y/n\))",
            re.IGNORECASE,
        ),
    ),
    ("remark", re.compile(r"备\s*注|说明")),
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
            r"institute|company|employer|country|office|department|agency|delegation)",
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


def is_of_names(title: str) -> bool:
    """Whether the title of a column says that people stand in it."""
    return _held(title) == "name"


def is_of_posts(title: str) -> bool:
    """Whether the title of a column says that it tells what people are."""
    return _held(title) in {"organisation", "title", "credit"}


def _held(title: str) -> str:
    return next((name for name, pattern in _COLUMNS if pattern.fullmatch(simplified(title.strip()))), "")


def columns_of(head: Sequence[str]) -> list[str] | None:
    """Give what the columns of a table hold, if its head says that it lists people; "" for one that is not known."""
    found = [*map(_held, head)]
    if found.count("role") > 1 and "credit" not in found:
        # 环节 | 嘉宾 | 身份: what somebody is, beside what is done there.
        found = [
            "credit" if name == "role" and cell.strip() == "身份" else name
            for name, cell in zip(found, head, strict=True)
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
    part = cells.get("role") or (cells.get("remark", "") if is_part(cells.get("remark", "")) else "")
    role = f" ({part})" if part else ""
    return f"{cells['name']}, {credit}{role}" if credit else f"{cells['name']}{role}"


def is_part(text: str) -> bool:
    """Whether a remark tells the part that somebody takes: 主持."""
    label = label_of(text) if text else None
    return label is not None and label.kind == "people"


def asides_of(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Give the columns for which a list of people has no place, each as a line: 性别：男、女."""
    found = []
    for at, column in enumerate(columns):
        told = [row[at].strip() for row in rows[1:] if at < len(row)] if column in {"aside", "remark"} else []
        told = [text for text in told if text and not (column == "remark" and is_part(text))]
        if told:
            found.append(f"{rows[0][at].strip()}：{'、'.join(told)}")
    return found


def _post(title: str, organisation: str) -> list[str]:
    return [f"{organisation}{title}"] if is_han(title + organisation) else [title, organisation]
