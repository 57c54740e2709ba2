"""What a printed credit says: titles, and the institutions where they are held. Plain Python, no database."""

import re
from functools import cache
from typing import NamedTuple

from babel import Locale

from forum.scripts import is_han, simplified
from speakers.institutions import end_of_institution, ends_as_institution, names_institution

_OUTSIDE_BRACKETS = r"(?![^()]*\))"
_COMMA = re.compile(rf"\s*,\s*{_OUTSIDE_BRACKETS}")
# "Professor of Law at the University": an "at" tells more than an "of".
_HELD_AT = tuple(
    re.compile(rf"\s+(?:{words})\s+(?:the\s+)?", re.IGNORECASE) for words in ("at|with|for", "of|in|from")
)
_IN_BRACKETS = re.compile(r"(?P<title>[^()]*\S)\s*\((?P<inner>[^()]+)\)")
_AND = re.compile(rf",?\s+(?:and|&)\s+(?=[A-Z]){_OUTSIDE_BRACKETS}|\s*[;；/]\s*")
_TITLE = re.compile(
    r"^(?:(?:the|a|an|senior|junior|deputy|vice|associate|assistant|executive|managing|chief|honorary|former|acting|founding|"
    r"co|general|lead|principal|programme|program|research|first|distinguished|visiting|adjunct|emeritus|special)[\s-]+)*"
    r"(?:advis[eo]r|ambassador|analyst|architect|captain|ceo|cto|cfo|chair\w*|chancellor|chief|commissioner|consultant|"
    r"coordinator|councillor|curator|dean|delegate|director|economist|editor|engineer|envoy|expert|fellow|founder|governor|"
    r"head|inspector|keeper|leader|lecturer|librarian|manager|master|mayor|member|minister|officer|partner|planner|president|"
    r"principal|professor|provost|reader|rector|representative|researcher|scholar|scientist|secretary|specialist|treasurer|"
    r"trustee|under-?secretary|warden)\b",
    re.IGNORECASE,
)
_HAN_BETWEEN = re.compile("[、，,；;]|兼(?!职)任?(?=.*[院所局厅部处室站馆社厂会团长任授])")
_FORMER = re.compile("原(?!州|平|阳)")
_BRACKETED = re.compile(r"^[（(][^（）()]{1,12}[）)]\s*")
_PRESS = re.compile(
    "《(?P<paper>[^《》]{2,20})》(?P<title>(?:社|特约|首席|资深|副|总)*(?:主编|总编|总编辑|编辑|记者|主笔|社长))"
)
_HAN_POST = re.compile(
    "(?:常务|执行|名誉|荣誉|首席|高级|资深|特聘|兼职|客座|终身|助理|见习|前|原|总|副)*"
    "(?:院长|校长|所长|局长|厅长|部长|处长|司长|科长|主任|主席|会长|理事长|秘书长|书记|馆长|站长|社长|台长|团长|园长|店长|厂长|"
    "董事长|总裁|总经理|经理|教授|研究员|讲师|博士后?|院士|顾问|专家|工程师|经济师|规划师|设计师|建筑师|科学家|分析师|经济学家|"
    "代表|理事|委员|干事|编辑|主编|总编|记者|负责人|创始人|合伙人|律师|医师|医生|大使|参赞|总监|主管|助理|馆员|农艺师|执行官|技术官)$"
)


class Post(NamedTuple):
    """A title held at an institution. `sure`: a word says that it is one; `place`: the town or country behind."""

    title: str = ""
    organisation: str = ""
    sure: bool = True
    place: str = ""


def posts_in(credit: str) -> tuple[Post, ...]:
    """Give the posts that a credit tells, in its order: "Dean, School of Knots, University of Skerry" is one."""
    credit = " ".join(credit.split()).strip(" .,;。，；、")
    if not credit:
        return ()
    return _han_posts(credit) if is_han(credit) else tuple(map(_post, _each(credit)))


def ends_with_post(credit: str) -> bool:
    """Whether what is said of somebody in Chinese ends with a title: 副院长."""
    return _HAN_POST.search(simplified(credit)) is not None


def _each(credit: str) -> list[str]:
    """Cut "Professor at A and Director of B" in two; "Clockmaker and Keeper of Keys" is one title."""
    pieces: list[str] = []
    start = 0
    for cut in _AND.finditer(credit):
        before = credit[start : cut.start()]
        if _post(before).organisation and _TITLE.match(credit[cut.end() :]):
            pieces.append(before)
            start = cut.end()
    return [*pieces, credit[start:]]


def _post(credit: str) -> Post:
    parts = [part for part in _COMMA.split(credit.strip(" ,")) if part]
    if not parts:
        return Post()
    bracketed = _IN_BRACKETS.fullmatch(credit.strip(" ,"))
    if bracketed and names_institution(bracketed["inner"]) and not names_institution(bracketed["title"]):
        return Post(bracketed["title"], _bare(bracketed["inner"]))
    named = [place for place, part in enumerate(parts[1:], 1) if _is_institution(part)]
    if named and not _enumerated(parts[: named[-1] + 1]):
        place = named[-1]
        # "Office of Education, Science, and Research Policy": its name goes on to the "and".
        joined = (number for number, part in enumerate(parts) if number > place and part.startswith("and "))
        end = next(joined, place) + 1
        return Post(
            ", ".join(parts[:place]), _bare(", ".join(parts[place:end])), place=", ".join(parts[end:])
        )
    inside = _held_in(credit if named else parts[0])
    if inside.organisation:
        return inside if named else inside._replace(place=", ".join(parts[1:]))
    return _unsure(parts)


def _unsure(parts: list[str]) -> Post:
    """Take the last of several parts for an institution though no word of it says so; a country is none."""
    last = parts[-1]
    if len(parts) > 1 and last in _countries():
        return Post(", ".join(parts[:-1]), place=last)
    if len(parts) > 1 and last[:1].isupper() and not _is_title(last):
        return Post(", ".join(parts[:-1]), _bare(last), sure=False)
    return Post(", ".join(parts))


def _enumerated(parts: list[str]) -> bool:
    """Whether the commas stand inside a name: "Office of Education, Science, and Research Policy"."""
    return re.search(r"\band ", parts[-1]) is not None and any(
        not _is_institution(part) and not _is_title(part) for part in parts[1:-1]
    )


def _held_in(part: str) -> Post:
    """Take "President of ECO Foundation" apart at the first word after which an institution stands."""
    if ends_as_institution(part) and not _is_title(part):
        return Post(organisation=_bare(part))
    for words in _HELD_AT:
        for held in words.finditer(part):
            if _is_institution(part[held.end() :]) and _TITLE.search(part[: held.start()]):
                return Post(part[: held.start()], part[held.end() :])
    return Post(part)


def _is_institution(part: str) -> bool:
    """Whether a part names an institution, and not just what kind of one: "Parliament"."""
    return names_institution(part) and not _is_title(part) and (" " in part or part.isupper())


@cache
def _countries() -> frozenset[str]:
    return frozenset(Locale("en").territories.values())


def _is_title(part: str) -> bool:
    return _TITLE.match(part) is not None


def _bare(name: str) -> str:
    return re.sub(r"^[Tt]he\s+(?=\S+\s)", "", name)


def _han_posts(credit: str) -> tuple[Post, ...]:
    posts: list[Post] = []
    for piece in filter(None, _HAN_BETWEEN.split(credit)):
        post = _han_post(piece.strip())
        # 芦汀大学校长、教授: the second is a title at the same place.
        if posts and not post.organisation:
            posts[-1] = posts[-1]._replace(title="、".join(filter(None, (posts[-1].title, post.title))))
        else:
            posts.append(post)
    return tuple(posts)


def _headed(body: str, title: str) -> Post:
    """Give the post of whoever heads a body: 水务局长 is 局长 of 水务局, and a 大学校长 of no certain university."""
    if title not in {"长", "長"}:
        return Post(title, body)
    if len(body) > 2 and ends_as_institution(body[:-1]):  # 大学校, as it was cut
        return Post(f"{body}{title}")
    return Post(f"{body[-1]}{title}", body)


def _han_post(credit: str) -> Post:
    credit = _BRACKETED.sub("", credit)
    # 原芦汀市水务局局长: the post is a former one, not the office.
    if former := _FORMER.match(credit):
        held = _han_post(credit[former.end() :])
        return held._replace(title=f"原{held.title}") if held.organisation else Post(credit)
    if press := _PRESS.fullmatch(credit):
        return Post(press["title"], press["paper"])
    end = end_of_institution(credit)
    if end and end <= len(credit):
        return _headed(credit[:end], credit[end:].strip())
    post = _HAN_POST.search(simplified(credit))
    body = credit[: post.start()].strip() if post else ""
    if post and len(body) > 1 and names_institution(body):
        return Post(credit[post.start() :], body)
    return Post(credit)
