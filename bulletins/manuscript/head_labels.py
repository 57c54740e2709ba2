"""What a label in the head of minutes tells: "Date", "Apologies", 缺席."""

import re
from typing import Literal

from bulletins.manuscript import roster_labels
from forum.scripts import is_han, simplified

type Tells = Literal["sheet", "people", "wrote", "other"]

FEWEST_OF_HEAD = 2  # labels; of one alone, "Time: it flies" is a sentence
_SHEET = re.compile(
    r"(?:(?:meeting |start |end |event )?(?:dates?|time|venue|place|location|room|day)|when|where|hours|duration|"
    r"(?:date|time|place) of (?:the )?meeting|(?:date|day) ?(?:and|&|/) ?time|time ?(?:and|&|/) ?(?:date|place|venue)|"
    r"(?:会议|活动|论坛)?(?:时\s*间|地\s*点|日\s*期)|时间地点)",
    re.IGNORECASE,
)
# Who led, who spoke, who was there, and who was not.
_PEOPLE = re.compile(
    r"(?:(?:vice-?|co-?|session )?chair(?:man|woman|person|ed by)?s?|(?:moderat|facilitat)(?:ors?|ed by)|"
    r"conven(?:ors?|ers?|ed by)|hosts?|(?:also |members |staff |those )?present|(?:also )?in attendance|"
    r"attend(?:ees|ance|ing)|participants|members|guests?|visitors|observers|staff|secretary|clerk|"
    r"(?:keynote |guest |invited )?speakers?|panel|panell?ists?|discussants?|respondents?|presenters?|"
    r"lecturers?|interviewe(?:rs?|es?)|interviewed by|"
    r"apologies(?: for absence| received)?|absent|regrets|excused|not present)",
    re.IGNORECASE,
)
_WROTE = re.compile(
    r"(?:minutes|notes)(?: (?:taken|prepared|recorded|written|kept))?(?: by)?|minutes? ?-?takers?|note-? ?takers?|"
    r"scribes?|recorder|recording secretary|(?:taken|recorded) by|rapporteurs?",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"(?:meeting )?(?:subject|topics?|theme|event|session|project|format|language|type|agenda|title)|"
    r"type of meeting|organi[sz]ers?|(?:organi[sz]ed|hosted) by|"
    r"(?:会议|活动)?(?:主\s*题|议题|形式|名称)|(?:组织|主办|承办|协办)(?:单位|方)?",
    re.IGNORECASE,
)
_KINDS: tuple[tuple[re.Pattern[str], Tells], ...] = (
    (_SHEET, "sheet"),
    (_WROTE, "wrote"),
    (_PEOPLE, "people"),
    (_OTHER, "other"),
)
_LABELLED = re.compile(r"\s*([^:：\n]{2,40}?)\s*[:：]\s*(?=\S)")


def told_by(label: str) -> Tells | None:
    """Give what kind of thing a label tells; None where it is none of a head."""
    plain = simplified(label).strip()
    told = next((tells for pattern, tells in _KINDS if pattern.fullmatch(plain)), None)
    listed = told is None and is_han(plain) and roster_labels.label_of(plain) is not None
    return "people" if listed else told


def label_before(line: str) -> tuple[str, int] | None:
    """Give the label that a line begins with, and where what it tells begins; None where there is none."""
    found = _LABELLED.match(line)
    return (found[1], found.end()) if found else None


def begins_line(line: str) -> bool:
    """Whether a line begins with a label of a head, and tells something."""
    label = label_before(line)
    return label is not None and told_by(label[0]) is not None
