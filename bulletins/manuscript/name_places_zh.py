"""Where names may begin in a Chinese text, why there, and which letters from there on may be one."""

import re
from collections.abc import Iterator, Sequence

from bulletins.language.saying_zh import in_every_form
from bulletins.manuscript.credits_zh import INSTITUTIONS, KIN, POST, TITLE
from bulletins.manuscript.foreign_names_zh import foreign_before, foreign_candidates
from bulletins.manuscript.han_names import (
    begins_with_surname,
    candidates,
    is_name,
    is_only_word,
    is_tagged_as_name,
    is_word,
    long_name,
    stands_whole,
)
from bulletins.manuscript.sighting_words_zh import (
    AFTER_POST_WITH_BRACKET,
    CLAUSE,
    LATIN_NAME,
    LATIN_POST,
    LATIN_WORD,
    SPEAKS_AT_ONCE,
    VERB,
)

# Of whom no post is told: 芦汀大学令狐野认为, 生于海岬的端木晴在演讲中谈到.
_BEHIND_INSTITUTION = in_every_form(
    rf"(?:{INSTITUTIONS}|联会|[党黨界的])"
    r"(?=[\u4e00-\u9fff]{2,3}(?:同样|[则則也还還]|在[^，。；：、]{1,12}[中上时])?"
    r"(?:指出|认为|表示|强调|形容|坦言|谈到|透露|告诉|直言|感叹|希望|说(?![法明])|提出|建议|[讲講](?:起|到|述|了)|觉得|回忆|反映|补充))"
)
# 在端木晴看来; 来自青石村的令狐野讲起了….
_BEHIND_ORIGIN = in_every_form(
    r"(?:^|[，。；：“”])(?:在(?=[\u4e00-\u9fff]{2,4}看来)|来自[^，。；：、“”]{2,14}的(?=[\u4e00-\u9fff]{2,4}))"
)
# “……”防灾网络发起人令狐野说。
_BEHIND_QUOTATION = in_every_form(
    r"[”」](?P<who>[\u4e00-\u9fff]{4,24})(?:如是|这样)?(?:说道?|表示|坦言|感慨|告诉)(?=[，。])"
)
# 芦汀水务令狐野围绕“…”，由芦汀大学令狐野主持: whoever has a talk or the chair, behind where that one is from.
_HAS_A_TALK = in_every_form(
    r"(?:^|[，。；：\n])[\s\u3000]*(?:[^，。；：、“”\n]{2,16}?|[A-Z][A-Za-z]+(?:\s[A-Z][A-Za-z]+){0,4}\s?)"
    r"(?P<who>[\u4e00-\u9fff]{2,4})(?:则|也)?(?:围绕|以|通过|就|结合)[“《「]"
    r"|由[^，。；：、“”\n]{2,16}?(?P<chair>[\u4e00-\u9fff]{2,4})主持(?=[，。])"
)
# 杨行的妈妈吴蓉说: whose mother somebody is tells of a person as an institution does.
_KIN = in_every_form(rf"的{KIN}(?=[\u4e00-\u9fff]{{2,3}})")
_LONGEST_NAME = 4  # letters, of a compound surname and two


def starts(text: str, bold: Sequence[tuple[int, int]]) -> list[tuple[int, str]]:
    """Give where names may begin, and why: after a post, at a clause's head, before a title or a bracket."""
    after_posts = [
        (_skipped(text, found.end()), "post")
        for pattern in (POST, AFTER_POST_WITH_BRACKET)
        for found in pattern.finditer(text)
    ]
    heads = [
        (0, "head"),
        *((found.end(), "head") for pattern in (CLAUSE, _BEHIND_ORIGIN) for found in pattern.finditer(text)),
    ]
    lists = [(place + 1, "list") for place, letter in enumerate(text) if letter in "、和与及由請请與"]
    of = [(found.end(), "institution") for found in _BEHIND_INSTITUTION.finditer(text)]
    of += [(found.end(), "institution") for found in _KIN.finditer(text)]
    of += [
        (found.end("who") - length, "institution")
        for found in _BEHIND_QUOTATION.finditer(text)
        for length in (2, 3, 4)
    ]
    talks = [
        (found.end(found.lastgroup or "") - length, "talk")
        for found in _HAS_A_TALK.finditer(text)
        for length in (2, 3, 4)
    ]
    bolds = [(name_in_bold(text, left, right), "bold") for left, right in bold]
    before = [
        (start, "title")
        for found in re.finditer(rf"{TITLE.pattern}|[（(]", text)
        for start in range(max(found.start() - 4, 0), found.start() - 1)
    ]
    foreign = [
        (found.start() - len(name), "foreign")
        for found in TITLE.finditer(text)
        if (name := foreign_before(text, found.start()))
    ]
    latin = [(_past_latin_post(found), "latin") for found in LATIN_NAME.finditer(text)]
    latin += [(place, "latin") for place, _ in after_posts if LATIN_WORD.match(text, place)]
    ranks = ("bold", "post", "latin", "foreign", "head", "list", "institution", "talk", "title")
    return sorted(
        {*after_posts, *heads, *lists, *of, *talks, *before, *bolds, *latin, *foreign},
        key=lambda one: (one[0], ranks.index(one[1])),
    )


def _past_latin_post(found: re.Match[str]) -> int:
    """Give where a name begins in words of Latin letters: "JinWook" of "POCSEC CEO JinWook"."""
    posts = [post.end() for post in LATIN_POST.finditer(found.string, *found.span())]
    return posts[-1] if posts else found.start()


def name_in_bold(text: str, left: int, right: int) -> int:
    """Give where a name begins in a bold stretch, at its end where it tells more: **芦汀软件令狐野**分享了."""
    if not (VERB.match(text, right) or TITLE.match(text, right)):
        return left  # **芦汀新闻网讯**（记者
    ends = (right - length for length in (4, 3, 2) if right - length >= left)
    names = (place for place in ends if is_name(text[place:right]) and not is_only_word(text[place:right]))
    return next(names, left)


def _skipped(text: str, place: int) -> int:
    return place + (text[place : place + 1] in {" ", "\u3000"})


def names_at(text: str, start: int, kind: str) -> Iterator[str]:
    """Give what may be a name at a place of a kind, what is likest first; none ends with what is behind it."""
    for name in _candidates(text, start, kind):
        end = start + len(name)
        if not any(takes(text, start, end) for takes in (_takes_of_title, _takes_of_verb, _takes_what_joins)):
            yield name


def _candidates(text: str, start: int, kind: str) -> Sequence[str]:
    """Give what may be a name, be it with letters of what stands behind it."""
    if kind == "latin" and (latin := LATIN_NAME.match(text, start) or LATIN_WORD.match(text, start)):
        return [latin[0]]
    if kind == "foreign":
        title = TITLE.search(text, start)
        return [foreign_before(text, title.start())] if title else []
    if kind in {"post", "head"} and (
        longer := long_name(text, start, SPEAKS_AT_ONCE, surname=kind == "post")
    ):
        return [longer]
    after_post = kind == "post"
    foreign = (
        foreign_candidates(text, start, SPEAKS_AT_ONCE, after_post=after_post)
        if kind in {"post", "head"}
        else ()
    )
    return [*foreign, *candidates(text, start), *(_called_as_a_word(text, start) if after_post else ())]


def _called_as_a_word(text: str, start: int) -> Iterator[str]:
    """Give a name that stands for no one elsewhere, right between a post and a verb: 院长高峰表示."""
    name = text[start : start + 2]
    named = begins_with_surname(name) == 1 and is_tagged_as_name(name) and not is_name(name)
    if named and SPEAKS_AT_ONCE.match(text, start + 2):
        yield name


def _takes_of_title(text: str, start: int, end: int) -> bool:
    """Whether a candidate ends with what begins the title behind it: 公孙礼总 of 公孙礼总建筑师."""
    title, longer = TITLE.match(text, end), TITLE.match(text, end - 1)
    whole = title is not None and longer is not None and longer.end() == title.end()
    called = longer is not None and longer.end() == end == start + _LONGEST_NAME  # 司徒岚总说
    return (whole or called) and is_name(text[start : end - 1])


def _takes_of_verb(text: str, start: int, end: int) -> bool:
    """Whether a candidate ends with all of the verb behind it: 江川问 of 江川问：“…”."""
    if text[end - 1] == "地" and VERB.match(text, end) and is_word(text[start : end - 1]):
        return True  # 高兴地说
    asks = text[end - 1] in "问問答" and text[end : end + 1] in {"：", ":", "，", ","}
    return asks and is_name(text[start : end - 1])


def _takes_what_joins(text: str, start: int, end: int) -> bool:
    """Whether a candidate ends with what joins it to the next: 令狐野和 of 令狐野和处长端木晴, of 令狐野和端木晴."""
    if text[end - 1] not in "和与與" or not is_name(text[start : end - 1]):
        return False
    post = POST.match(text, end)
    # 李永和 may be somebody; with a surname of two letters, hardly anybody is called so.
    begin = post.end() if post else end
    return (post is not None or end - start == _LONGEST_NAME) and any(
        stands_whole(text, begin, begin + len(name), after_post=True) and not is_only_word(name)
        for name in candidates(text, begin)
    )
