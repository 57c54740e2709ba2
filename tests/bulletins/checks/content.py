"""Bulletins for the checks: whole ones, into which each test puts one flaw."""

import datetime

from bulletins.checks import Facts, check
from bulletins.document import Document, Mention, Point, RosterEntry, Section, Text
from tests.factories import document

ADA = RosterEntry(speaker="berg-ada", name="Ada Berg", credit="Head of Drains, City of Ulm-on-Sea")
IVO = RosterEntry(speaker="lund-ivo", name="Ivo Lund", credit="Dean, Academy of Rain")
FULL = {"number": 6, "volume": 14, "publisher": "Office", "series_title": "2026 Rain Forum Bulletin VI"}


def bulletin(*body, **fields):
    """A whole bulletin whose only point has this body."""
    body = body or ((Mention("berg-ada"), Text(" said so.")),)
    point = Point(ordinal="Firstly", lead=(Text("small works come first."),), body=tuple(body))
    section = Section(numeral="I", title="Works", points=(point,))
    return document(**(FULL | {"sections": (section,)} | fields))


def says(text):
    return bulletin((Mention("berg-ada"), Text(f" said: {text}")))


def chinese(text, **fields):
    """A whole Chinese bulletin whose only point has this body."""
    entry = RosterEntry(speaker="li-xiaoming", name="李小明", credit="雨水学院院长")
    point = Point(
        ordinal="一是", lead=(Text("先小后大。"),), body=((Mention("li-xiaoming"), Text(f"指出，{text}")),)
    )
    section = Section(numeral="一", title="小处着手", points=(point,))
    defaults = {
        "language": "zh",
        "number": 6,
        "volume": 14,
        "publisher": "办公室",
        "series_title": "2026年雨水论坛简报（六）",
        "title": "小处着手",
        "date": datetime.date(2026, 11, 18),
        "roster": (entry,),
        "sections": (section,),
        "editors_note": ((Text("本期简报综述上午会议。"),),),
        "lede": ((Text("与会嘉宾比较了做法。"),),),
        "summarized_by": ("伊沃",),
        "section_style": "chinese",
        "point_style": "yishi",
    }
    return Document(**(defaults | fields))


def places(content, facts=None):
    return [(finding.code, finding.where) for finding in check(content, facts or Facts())]


BODY = "sections[0].points[0].body[0]"
POINT = "sections[0].points[0]"
