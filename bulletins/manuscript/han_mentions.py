"""Where a name in Chinese characters means its bearer: 高原 in 高原湖泊 does not, 高原所长建议 does."""

import re
from collections.abc import Iterable, Iterator, Mapping

from bulletins.document import RosterEntry
from bulletins.language.letters import letters_before
from bulletins.language.saying_zh import CHINESE_VERBS, HAS_A_TALK, LEADS_ACROSS, ZH_HOLDS, in_every_form
from bulletins.manuscript.credits_zh import INSTITUTION, INSTITUTIONS, KIN
from bulletins.manuscript.han_names import (
    begins_with_surname,
    is_only_word,
    is_tagged_as_name,
    is_word,
    stands_whole,
)
from bulletins.manuscript.label_bearers import is_surname_and_post
from bulletins.manuscript.sighting_words_zh import LATIN_HE_SAYS
from bulletins.manuscript.sightings import Sighting
from bulletins.manuscript.vocabulary import GOES_ON, HAN_POST
from forum.scripts import HAN_LETTERS, simplified

_POST_BEFORE = in_every_form(rf"(?:{HAN_POST})[\s\u3000“]?$")
_TITLE = in_every_form(
    rf"[\s\u3000]?(?P<title>{HAN_POST}|先生|女士|同志|小姐|老师|老師|同学(?!们)|总(?![结要是会得能在有算归共体觉想和]))"
    r"(?![会团會團組组们])"
)
# Titles that many bear and that words stand before as well: 安全专家, 和平大使.
_LOOSE = frozenset(
    [
        "专家",
        "學者",
        "学者",
        "代表",
        "大使",
        "工程师",
        "工程師",
        "顾问",
        "顧問",
        "人员",
        "研究员",
        "总",
        "干部",
        "学生",
        "教师",
        "老师",
        "志愿者",
        "居民",
        "村民",
        "记者",
        "编辑",
        "会员",
    ]
)
# Titles that stand behind names alone: nobody speaks of a 高原教授 who studies highlands.
_PERSONAL = frozenset(["教授", "院士", "先生", "女士", "同志", "博士", "小姐", "同学"])
_HEAD = in_every_form(
    r"(?:^|[，,。；;：:！？!?\n“”「」『』（）()《》、\s]|会上|会后|随后|最后|首先|其次|其中|同时|此外|对此|接着|会议由|论坛由|由|据|根据|按照|用|和|与|及|以及|并|而|但|但是|不过|然而|岁的|會上|隨後|最後|與|"
    r"[一二三四五六七八九十]是|正如|诚如|在)$"
)
_OF = in_every_form(rf"(?:{INSTITUTIONS}|联会|[党界的]|的{KIN})$")
_BRACKET = in_every_form(r"[\s\u3000]*[（(][^（()）\n]{2,80}[）)]")
# Verbs that are no nouns: 发展建议 and 和平希望 are not somebody's.
SAYS_STRONGLY = in_every_form(
    rf"[\s\u3000]?(?:还|也|则|又|并|再次|进一步|最后|随后|同样|補充|补充)?(?:指出|认为|表示(?!为|的是)|强调|提出(?!了?[^，。；：]{{0,6}}(?:要求|挑战|问题|课题|任务))|谈到|说(?![明法服到起是客理教])|称(?![为作之得号霸呼赞心职])|提到|坦言|直言|透露(?![了着出])|回应道|建议[，,：:]|(?:介绍|补充|汇报|评论|解释|点评|提醒|回忆|回应)[，,说道]|分析[，,说道认]|總結說|总结[说道]|認為|強調|說(?![明法服到起是客理])|呼吁|形容(?=[^词，。])|同样希望|致辞|主持(?![人下]))|{ZH_HOLDS}"
)
# 市长卓然在欢迎辞中说: behind a post, what speaks so is somebody, be the name a word as well.
SAYS_AT_A_PLACE = in_every_form(
    r"在[^，。；：、]{1,20}?(?:中|上|时|期间)(?:还|也)?(?:指出|认为|表示|强调|提出|谈到|说|介绍|建议|呼吁)"
)
# 芦汀水务令狐野围绕“…”，从实践出发，剖析了…: whoever has a talk, behind where that one is from.
_HAS_A_TALK = in_every_form(HAS_A_TALK)
_OPENS_WITH_HOUSE = in_every_form(r"(?:^|[，。；：\n])[^，。；：、“”\n]{0,30}$")
_SAYS = in_every_form(
    rf"(?:{LEADS_ACROSS}|(?:[对就从在向]|代表|围绕|结合|针对|以)[^。；！？!?;，,]{{1,40}}?|[^。；！？!?;，,、]{{0,36}}?|[^。；！？!?;，,、]{{0,12}}[，,][^。；！？!?;，,、]{{0,16}}?)(?:{CHINESE_VERBS}|主持|致辞|致辭|发言|發言|演讲|谈了|作[^，。]{{0,10}}报告|(?:[作做]|带来|发表)了?(?:题为|主题为)?[“《「]|[，]?以[“《「])"
    r"|\s*(?:看来|眼中|的(?:观点|看法|建议|意见|发言|报告|分析|判断))|\s*[问答]?[：:]"
)
# Of two letters, which may be a word of the language: right before a verb, or before what leads to one.
_SAYS_CLOSE = in_every_form(
    rf"[\s\u3000]?(?:{LEADS_ACROSS}|[\u4e00-\u9fff]{{2,4}}时|(?:{GOES_ON})[^。；！？!?;，,、]{{0,36}}?|(?:[对就从在向]|代表|围绕|结合|针对|以)[^。；！？!?;，,]{{1,40}}?)?(?:{CHINESE_VERBS}|主持|致辞|致辭|作[^，。]{{0,10}}报告|(?:[作做]|带来|发表)了?(?:题为|主题为)?[“《「])"
    r"|\s*(?:看来|眼中|的(?:观点|看法|建议|意见|发言|报告|分析|判断))|\s*[问答]?[：:]"
)
# 令狐野围绕三个字展开。他说，…; 令狐野接过话头：“…”
_SAYS_NEXT = in_every_form(
    r"[^。；！？，、：“]{1,10}[：]“|(?:围绕|结合|针对|从|就|以|是)[^。；！？]{2,40}[。，][他她](?:还|也|首先)?(?:指出|认为|表示|强调|提出|介绍|建议|说|坦言)"
)
# 令狐野来到水库，看了大坝。他要求，…: who opens a sentence says what the next tells of "him".
_SAY_TOGETHER = in_every_form(rf"(?:都|均|也|一致|分别|先后|共同)[^，。；：]{{0,12}}?(?:{CHINESE_VERBS})")
_OPENS = in_every_form(r"(?:^|[。！？\n])$")
HE_SAYS_NEXT = in_every_form(
    r"[^。！？；：“”]{2,160}。(?:随后|接着|最后)?[他她](?:还|也|首先|[\u4e00-\u9fff]{1,4}地)?(?:指出|认为|表示|强调|提出|要求|希望|介绍|建议|谈到|说|坦言)"
)
_HOLDS_A_SPEECH = in_every_form(r"(?:发表|作|做)了?[^，。；]{0,8}(?:讲话|演讲|致辞|报告|发言)。[他她]")
_JOINS = in_every_form(rf"(?:、|和|与|及|以及|與)[^，。；]{{0,40}}?[{HAN_LETTERS}]")
# What people are called by behind their surnames, as it stands at the end of posts: 书记 of 党支部副书记.
_TITLES = re.compile(
    r"(?:校长|院长|所长|局长|处长|科长|部长|主任|书记|主席|会长|秘书长|社长|市长|县长|区长|镇长|馆长|总编|总经理|董事长|主编|教授|院士|博士|老师|委员|議員|议员|代表)(?=、|$)"
)
# No surnames here: 向局长表示感谢.
_CALLED_SO = in_every_form(
    rf"(?:^|(?<=[。！？”\n，]))(?P<name>(?![向应和于由从任解管幸经])[\u4e00-\u9fff]{{1,2}}(?:{HAN_POST}|老师))"
)
_QUOTED = in_every_form(r"[“「][^“”「」]{1,120}[”」]")
# “……”防灾网络发起人令狐野说。
_BEHIND_QUOTATION = in_every_form(r"[”」』][\u4e00-\u9fff]{2,20}$")
_GLOSS = re.compile(r"^[（(][A-Z][\w.’' -]{1,60}[）)]")  # 来自坦桑尼亚的哈米斯（Pili Khamis）说
_SAID = in_every_form(r"(?:如是|这样)?(?:说道?|表示|坦言|感慨)[，。]")
# 在令狐野老师的主持下: what went on there is told, and said by nobody.
_UNDER_WHOM = in_every_form(
    rf"(?:{HAN_POST}|先生|女士|同志|老师|老師)?的?(?:主持|带领|帶領|陪同|见证|見證|指导|指導|领导|領導|组织|組織|协调|推动|引导|引導)下"
)
# 局长令狐野，教授端木晴分别致辞，一致强调水库要修: all of a row, though commas part them.
_ALL_SAY = in_every_form(
    rf"(?:[，、](?:[^，。；：！？“”]{{2,20}}、)?[^，。；：！？“”]{{0,30}}?(?:{HAN_POST})[\u4e00-\u9fff]{{2,4}}(?:先生|女士)?){{0,8}}等?"
    rf"(?:分别|先后|依次|相继|共同)(?:在[^，。；]{{1,12}}上)?(?:致辞|发言|讲话)，(?:一致|均|都|共同|纷纷)[^，。；]{{0,6}}?(?:{CHINESE_VERBS})"
)
_LONGEST_ROW = 320  # letters
# 令狐野，南桥水务局局长，指出
_APPOSITION = in_every_form(rf"^，[^，。；：、“”]{{2,30}}(?:{HAN_POST})，")
_LONGEST_BEFORE = 12
_LONGEST_AFTER = 80
_LONGEST_TALK = 240  # letters behind a name, with the title of a talk in them


def names_somebody(text: str, start: int, end: int, entry: RosterEntry) -> bool:
    """Whether a place of a text that reads like somebody's name is that name, and credits its bearer.

    `start` and `end` may take in the credit that stands by it.
    """
    left = text.find(entry.name, start, end)
    right = left + len(entry.name)
    if left < 0:  # padded with a space
        padded = re.compile(r"[ \u3000]{0,4}".join(entry.name)).search(text, start, end)
        left, right = padded.span() if padded else (start, end)
    word = _is_word_too(entry.name)
    if not word and left == start and end > right:
        return True
    # Posts and verbs are looked for in one script.
    before = simplified(letters_before(text, left, _LONGEST_BEFORE))
    after = _behind(text, right)
    if _UNDER_WHOM.match(after):
        return False
    if _POST_BEFORE.search(before) and _ALL_SAY.match(simplified(text[right : right + _LONGEST_ROW])):
        return stands_whole(text, left, right, after_post=True)
    if _POST_BEFORE.search(before) or left > start:
        # Behind all that the person is, or a name that the dictionary knows; of other words it takes more.
        tagged = is_tagged_as_name(entry.name)
        known = text[:left].endswith(entry.credit or "\0") or tagged
        named = text[:left].endswith(entry.credit or "\0") and len(entry.name) > 2 and tagged
        said = named or (known and _SAYS_CLOSE.match(after) is not None)
        said = said or SAYS_AT_A_PLACE.match(after) is not None
        return _goes_on(after, word=word and not said) and stands_whole(text, left, right, after_post=True)
    title = _TITLE.match(after)
    behind_institution = INSTITUTION.search(before.removesuffix("的")) is not None  # 芦汀大学的令狐野教授
    if title and (_HEAD.search(before) or behind_institution or not word):
        said = title["title"] in _PERSONAL and SAYS_STRONGLY.match(after[title.end() :]) is not None
        titled = said or _is_title_of(title["title"], entry, word=word)
        titled = titled or (
            not is_only_word(entry.name) and _SAYS_CLOSE.match(after[title.end() :]) is not None
        )
        # Between an institution and a title stands all of the name: 芦汀大学|刘复兴|教授, of which 复兴 is a word.
        between = len(entry.name) > 2 and behind_institution
        return titled and (between or stands_whole(text, left, right))
    return _speaks_bare(text, left, right, entry)


def _behind(text: str, right: int) -> str:
    """Give what follows a name: without a space, and without what its bearer is, between commas."""
    after = simplified(text[right : right + _LONGEST_AFTER]).lstrip()
    return _APPOSITION.sub("", after, count=1)


def _speaks_bare(text: str, left: int, right: int, entry: RosterEntry) -> bool:
    """Whether a name speaks that stands alone, or behind an institution, with no post or title by it."""
    before = simplified(letters_before(text, left, _LONGEST_BEFORE))
    after = _behind(text, right)
    only_word = is_only_word(entry.name)
    word = _is_word_too(entry.name)
    if not only_word and _SAID.match(after) and _BEHIND_QUOTATION.search(text, left - 24, left):
        return stands_whole(text, left, right, after_post=True)
    said = _GLOSS.sub("", after)
    if not only_word and _OF.search(before) and (SAYS_STRONGLY.match(said) or SAYS_AT_A_PLACE.match(said)):
        return stands_whole(text, left, right, after_post=True)
    if not only_word and _HAS_A_TALK.match(simplified(text[right : right + _LONGEST_TALK])):
        opens = _OPENS_WITH_HOUSE.search(letters_before(text, left, 2 * _LONGEST_BEFORE)) is not None
        return opens and stands_whole(text, left, right, after_post=True)
    # Whose post is told elsewhere is somebody, be the last letter also the beginning of a word: 黄飞|向, 黄|飞向.
    known_of_three = not word and entry.credit and right - left > 2 and _OPENS.search(before)
    # 令狐野和苗夏都表示, though 夏都 is a word.
    joined = before.endswith(("和", "与", "及", "、")) and _SAY_TOGETHER.match(after) is not None
    whole = joined or stands_whole(text, left, right) or (known_of_three and _SAYS_CLOSE.match(after))
    if not _HEAD.search(before) or not whole:
        return False
    if only_word:
        at_a_place = entry.credit and _OPENS.search(before) and SAYS_AT_A_PLACE.match(after)
        return bool(at_a_place or SAYS_STRONGLY.match(after) or _BRACKET.match(after))
    says = _SAYS_CLOSE if word or len(entry.name) < 3 else _SAYS
    return bool(
        says.match(after)
        or SAYS_STRONGLY.match(after)
        or _BRACKET.match(after)
        or _JOINS.match(after)
        or before.endswith(("由", "据"))
        # 孙金龙 is in the dictionary, and holds a speech.
        or _HOLDS_A_SPEECH.match(after)
        or (
            not word
            and (_SAYS_NEXT.match(after) or (_OPENS.search(before) and HE_SAYS_NEXT.match(text, right)))
        )
    )


def _is_word_too(name: str) -> bool:
    # Also one that the language has as a name alone: 狄更斯, 袁大头 are as often a book and a coin.
    return "·" not in name and is_word(name)


def credits_latin(text: str, start: int, end: int) -> bool:
    """Whether a name in Latin letters has the place of somebody who speaks in a Chinese text.

    教授John Hopcroft院士在致辞中分享 has; 作为John Hopcroft教授的学生 and 赞扬了Hopcroft教授的贡献 have not.
    """
    before = simplified(letters_before(text, start, _LONGEST_BEFORE))
    after = simplified(text[end : end + 2 * _LONGEST_AFTER])
    title = _TITLE.match(after)
    after = _QUOTED.sub("“”", after[title.end() :] if title else after)
    opens = _HEAD.search(before) or _POST_BEFORE.search(before) or INSTITUTION.search(before)
    return bool(opens) and any(one.match(after) for one in (_SAYS, _SAYS_NEXT, HE_SAYS_NEXT, LATIN_HE_SAYS))


def by_title(texts: Iterable[str], told: Mapping[str, str]) -> Iterator[Sighting]:
    """Give the places where somebody speaks by surname and title: 董校长 is the one 校长 of that surname.

    `told` has the credits of those whom the text names in full.
    """
    called: dict[str, set[str]] = {}
    for name, credit in told.items():
        surname = name[: begins_with_surname(name)]
        for title in _TITLES.findall(credit) if surname else ():
            called.setdefault(f"{surname}{title}", set()).add(name)
    one = {short: next(iter(names)) for short, names in called.items() if len(names) == 1}
    if not one:
        return
    called_so = "|".join(map(re.escape, one))
    joined = re.compile(rf"(?:^|[，。；：,;:“\n])((?:{called_so})(?:[、和与](?:{called_so}))*)")
    for text in texts:
        for found in joined.finditer(text):
            if _SAYS_CLOSE.match(text, found.end()):
                yield from (Sighting(one[short], speaks=True) for short in re.findall(called_so, found[1]))


def called_so(texts: Iterable[str]) -> Iterator[Sighting]:
    """Give the places where a sentence lets somebody speak by surname and title, be the name told or not: 李主任说."""
    for text in texts:
        for found in _CALLED_SO.finditer(text):
            name = found["name"]
            if is_surname_and_post(simplified(name)) and SAYS_STRONGLY.match(text, found.end()):
                yield Sighting(name, speaks=True)


def again(texts: Iterable[str], names: Iterable[str]) -> Iterator[Sighting]:
    """Give the places where somebody whom a text introduced speaks by the bare name: 令狐野在致辞中表示."""
    known = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    if not known:
        return
    bare = re.compile(
        rf"(?:^|[，。；：,;:“\n])(?:但|不过|\d{{1,2}}岁的)?((?:{known})(?:[、和与](?:{known}))*)"
    )
    one = re.compile(known)
    for text in texts:
        for found in bare.finditer(text):
            opens = found.start() == 0 or text[found.start()] in "。\n"
            forms = (_SAYS_CLOSE, _SAYS_NEXT, SAYS_STRONGLY)
            says = any(form.match(text, found.end()) for form in forms)
            if says or (opens and HE_SAYS_NEXT.match(text, found.end())):
                yield from (Sighting(name, speaks=True) for name in one.findall(found[1]))


def _goes_on(after: str, *, word: bool) -> bool:
    if not word:
        return True
    return (
        SAYS_STRONGLY.match(after) is not None
        or _TITLE.match(after) is not None
        or after[:1] in "，,。；;：:（(、）)"
        or not after
    )


def _is_title_of(title: str, entry: RosterEntry, *, word: bool) -> bool:
    return not word or (
        title not in _LOOSE and (title in entry.credit or title in {"先生", "女士", "同志", "同学"})
    )
