"""People whom a Chinese text names together: they share a post, and do together what the last of them does."""

import re

from bulletins.language.saying_zh import in_every_form
from bulletins.manuscript.han_names import candidates, is_name, is_only_word, reads_as_somebody, stands_whole
from bulletins.manuscript.sighting_words_zh import JOINS, SHARES
from bulletins.manuscript.sightings import Place, Sighting
from forum.scripts import HAN_LETTERS

# Posts that several hold at once; a bureau has one head, and whoever is named behind the head holds another post.
_OF_SEVERAL = re.compile(
    r"副[^，。；、]{1,8}$|(?:教授|研究员|院士|博士|讲师|教师|老师|工程师|律师|记者|委员|理事|董事|顾问|代表|专家|学者|成员|会员)$"
)


def sharing(text: str, start: int, before: Place) -> Place | None:
    """Give the place of somebody who shares the post of whoever is named right before: 副校长令狐野、端木晴出席."""
    if (
        start != before.after + 1
        or text[before.after] != "、"
        or not _OF_SEVERAL.search(before.sighting.credit)
    ):
        return None
    for name in candidates(text, start):
        end = start + len(name)
        if SHARES.match(text, end) and not is_only_word(name) and stands_whole(text, start, end):
            return Place(start, end, end, Sighting(name, before.sighting.credit, sure=True))
    return None


_ROW_BEFORE = in_every_form(rf"(?:^|[，。；！？：“\n])((?:[{HAN_LETTERS}]{{2,4}}(?:、|和|与|及)){{1,8}})$")
_JOINT = in_every_form(r"、|和|与|及")


def _named_before(text: str, place: Place) -> list[Place]:
    """Give those who are named right before one without a post, and speak with that one: 端木晴、公孙礼分别表示."""
    row = (
        _ROW_BEFORE.search(text, 0, place.start)
        if place.sighting.speaks and not place.sighting.credit
        else None
    )
    if row is None:
        return []
    found, start = [], row.start(1)
    for name in filter(None, _JOINT.split(row[1])):
        end = start + len(name)
        if not is_name(name) or is_only_word(name) or not stands_whole(text, start, end):
            return []
        told = Sighting(name, speaks=True, sure=place.sighting.sure and reads_as_somebody(text, start, end))
        found.append(Place(start, end, end, told))
        start = end + 1
    return found


def together(text: str, ordered: list[Place]) -> list[Place]:
    """Let those who are named together do together what the last of them does: 甲、乙分别作主题报告."""
    taken = {one.start for one in ordered}
    more = [one for place in ordered for one in _named_before(text, place) if one.start not in taken]
    result = sorted((*ordered, *more), key=lambda one: one.start)
    ordered = list(result)
    for place in range(len(ordered) - 2, -1, -1):
        one, following = result[place], result[place + 1]
        between = text[one.after : following.start]
        credit = following.sighting.credit
        gap = between.removesuffix(credit) if credit and between.endswith(credit) else between
        joins = re.fullmatch(r"[\s\u3000]*(?:、|和|与|及|以及|，|,|與)?[\s\u3000]*", gap) is not None
        if joins and following.sighting.speaks and not one.sighting.speaks and gap.strip() in JOINS:
            told = one.sighting
            result[place] = one._replace(
                sighting=Sighting(
                    told.name,
                    told.credit,
                    told.role or following.sighting.role,
                    True,
                    told.sure,
                    role_printed=told.role_printed or following.sighting.role_printed,
                )
            )
    return result
