"""The words of programmes: what columns may be called, and the roles, in English and Chinese of both scripts."""

import re
from functools import cache

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext

from forum.scripts import simplified
from speakers.models import Role
from speakers.names import fold

# What a column may be called, folded; the first is the name that the template file has.
COLUMNS: dict[str, tuple[str, ...]] = {
    "session": (
        "session", "session title", "session name", "event", "event title", "panel",
        "会议", "场次", "活动", "会议名称", "场次名称", "活动名称", "分论坛", "论坛", "议程",
    ),
    "date": ("date", "day", "session date", "日期", "会议日期"),
    "time": ("time", "times", "hours", "time slot", "slot", "时间", "时段", "起止时间", "会议时间"),
    "start": ("start", "starts", "start time", "begin", "begins", "from", "开始", "开始时间", "起始时间", "从", "自"),
    "end": ("end", "ends", "end time", "to", "until", "结束", "结束时间", "终止时间", "截止时间", "至", "到"),
    "room": ("room", "place", "venue", "location", "hall", "会场", "地点", "会议室", "会议地点", "房间", "场地"),
    "kind": ("kind", "type", "session type", "类型", "形式"),
    "theme": ("theme", "主题"),
    "name": (
        "name", "speaker", "full name", "speaker name", "presenter", "participant", "guest",
        "姓名", "嘉宾", "嘉宾姓名", "发言人", "演讲人", "报告人", "主讲人", "演讲嘉宾", "发言嘉宾",
        "专家", "专家姓名", "代表姓名", "人员",
    ),
    "own name": ("own name", "name in own script", "chinese name", "中文名", "中文姓名"),
    "title": (
        "title", "position", "job title", "post", "job", "function", "current position", "岗位", "现任职务",
        "职务", "职位", "职称", "职务 职称", "职务职称",
        "单位及职务", "单位职务",
    ),
    "organisation": (
        "organisation", "organization", "affiliation", "institution", "company", "employer", "institute",
        "单位", "机构", "工作单位", "所在单位", "单位名称",
        "所属单位", "供职单位", "单位全称",
    ),
    "role": ("role", "角色", "发言类型", "参会角色", "身份", "环节"),
    "since": ("since", "held from", "from date", "任职时间", "起", "任职起"),
    "until": ("until date", "held until", "止", "任职止"),
}  # fmt: skip
_ROLES: dict[Role, tuple[str, ...]] = {
    Role.MODERATOR: (
        "moderator", "moderation", "chair", "chairperson", "chairman", "chairwoman", "session chair", "co chair",
        "facilitator", "convenor", "convener", "animateur", "moderateur", "moderador", "moderadora",
        "president de seance",
        "主持人", "主持", "会议主持", "主持会议", "分会主席", "会议主席",
    ),
    Role.PANELIST: (
        "panelist", "panellist", "panel", "panel member", "discussant", "respondent", "圆桌嘉宾", "讨论嘉宾",
        "对话嘉宾",
        "与谈人", "与谈嘉宾", "点评人", "点评嘉宾", "圆桌讨论", "参加圆桌讨论", "圆桌对话",
    ),
    Role.KEYNOTE: (
        "keynote", "keynote speaker", "keynote speech", "keynote address", "keynote lecture", "plenary speaker",
        "conferencier",
        "主旨演讲", "主旨报告", "主旨发言", "主旨演讲嘉宾", "大会报告", "特邀报告",
    ),
    Role.THEMATIC_REPORT: (
        "thematic report", "report", "presentation", "presenter", "talk", "invited talk", "invited speaker",
        "lecture",
        "lecturer", "paper",
        "主题报告", "专题报告", "主题演讲", "专题演讲", "主题发言", "专题发言", "报告人", "报告", "主讲人", "主讲",
    ),
    Role.SPEECH: (
        "speech", "speaker", "remarks", "opening remarks", "closing remarks", "welcome", "welcome remarks", "address",
        "opening address", "welcome address", "opening", "closing", "intervenant", "referent", "ponente",
        "致辞", "致词", "开幕致辞", "闭幕致辞", "欢迎致辞", "致欢迎辞", "讲话", "发言", "发言人", "发言嘉宾",
        "演讲", "演讲人",
        "演讲嘉宾", "嘉宾",
    ),
    Role.HOST: ("host", "organiser", "organizer", "主办方", "主办方代表", "承办方", "承办方代表"),
}  # fmt: skip
_PARTS = re.compile(
    r"[/|（()）\n]|(?<=[a-z])\s+(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])\s+(?=[a-z])", re.IGNORECASE
)


# In which language a column is: 英文场次, "Session (English)", 单位英文名.
_LANGUAGE = re.compile(
    r"[(（]?(?:中文|英文|汉语|英语|\b(?:in )?(?:chinese|english)\b|\b(?:en|zh|cn)\b)(?:名称|名)?[)）]?",
    re.IGNORECASE,
)


def column_labels() -> dict[str, str]:
    """Give what columns may mean, in the reader's language."""
    return {
        "session": gettext("session"), "date": gettext("day"), "time": gettext("time"), "start": gettext("start"),
        "end": gettext("end"), "room": gettext("room"), "kind": gettext("kind"), "theme": gettext("theme"),
        "name": gettext("person’s name"), "own name": gettext("name in own script"), "title": gettext("position"),
        "organisation": gettext("organisation"), "role": gettext("role"), "since": gettext("held since"),
        "until": gettext("held until"), **{role: str(Role(role).label) for role in ROLE_COLUMNS},
    }  # fmt: skip


@cache
def _columns() -> dict[str, str]:
    return {fold(name): column for column, names in COLUMNS.items() for name in names}


# Columns that list people by what they do there; the others of a role's words may be over titles of talks.
ROLE_COLUMNS = (Role.MODERATOR.value, Role.PANELIST.value)
MEANINGS = (*COLUMNS, *ROLE_COLUMNS)


def column_of(header: str) -> str | None:
    """Give the column that a header names, also in two languages: "姓名 Name"; or whose it is: "Moderator"."""
    plain = simplified(header)
    bare = _LANGUAGE.sub("", plain)
    told = (fold(plain), "".join(fold(plain).split()), *map(fold, _PARTS.split(plain)), fold(bare))
    known = next((column for name in told if name and (column := _columns().get(name))), None)
    role = role_of(header) if known is None else None
    return role if role in ROLE_COLUMNS else known


@cache
def _roles() -> dict[str, str]:
    labels = {fold(word): role.value for role, words in _ROLES.items() for word in words}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            labels |= {fold(str(role.label)): role.value for role in Role}
    return labels | {fold(role.value): role.value for role in Role}


def role_of(text: str) -> str | None:
    """Give the role that a word of any language of ours names; None for an unknown word."""
    plain = fold(simplified(text))
    return _roles().get(plain) or _roles().get(plain.removesuffix("s"))
