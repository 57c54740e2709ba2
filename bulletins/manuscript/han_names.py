"""Names of persons in Chinese characters, as they stand in running text. Chinese has no word borders: a name is one
only where a surname begins it and the words around it leave it whole.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import rjieba

from bulletins.language.letters import letters_before
from bulletins.manuscript.vocabulary import HAN_POST
from forum.scripts import HAN_LETTERS, simplified
from speakers.surnames import COMPOUND, SINGLE

_LETTER = re.compile(f"[{HAN_LETTERS}]")
_DOTS = "·•・‧．"
_FOREIGN = re.compile(rf"[{HAN_LETTERS}]{{1,8}}(?:[{_DOTS}][{HAN_LETTERS}]{{1,8}}){{1,4}}")
# No sound is written with these: 约翰·伦德在致辞中谈到 names no 伦德在致辞中.
_ENDS_FOREIGN = re.compile(r"[在向对与和及就从表认指强说还是致先作做于的了谈宣并为会先也担出参介]")
_SPACED = re.compile(rf"([{HAN_LETTERS}])[ \u3000]{{1,4}}(?=([{HAN_LETTERS}]))")
_GAP = "[ \u3000]{1,4}"
_COMPOUND_SPACED = "|".join(_GAP.join(surname) for surname in COMPOUND)
_SPACED_OUT = re.compile(rf"(?:{_COMPOUND_SPACED})(?:{_GAP}[{HAN_LETTERS}]){{1,2}}(?![{HAN_LETTERS}])")
_POST = re.compile(HAN_POST)
_POST_BEFORE = re.compile(rf"(?:{HAN_POST})$")
_ENDS = re.compile(r"\s*(?:[、，。；：,;:（(]|等|分别|主持|$)")
_BEFORE_A_NAME = frozenset("、，。；：:;,.\n．)）|")
# Words that begin as a surname does and are never somebody's name.
_NEVER = frozenset(Path(__file__).with_name("han_not_names.txt").read_text(encoding="utf-8").split())
# What no given name ends with, or holds.
_NOT_GIVEN = frozenset("说的了是在我你他她它们这那和与及或但就都也很把被让向对以吗呢吧啊等并则某各每副")
_COUNTING = frozenset("第其首另此那这二三四五六七八九十")
_JOINING = frozenset("和与以")
# What names that are longer than three letters go on with: 索南央金, 才旦卓玛, 敖登格日勒.
_LONG_ENDS = frozenset(
    "金措玛姆吉杰加卓巴布格勒日娜花尔甫汗木旺珠增次仁桑嘎拉达瓦顿珍热古丽孜扎西朗央宗曲塔图雅其娃琪"
)
_OF_LONG_NAMES = _LONG_ENDS | frozenset("才旦次多德洛")
_INSTITUTION = re.compile(
    "(?:学院|学校|大学|中学|小学|医院|法院|公司|集团|银行|协会|学会|委员会|[全常]委会|中心|政府|[处局厅])$"
)
_GIVEN_AFTER_ALL = frozenset({"和平", "向阳", "向东", "以明"})


def begins_with_surname(text: str) -> int:
    """Give how many characters the surname takes with which a text begins; 0 where none does."""
    start = text[:2]
    if start in COMPOUND or simplified(start) in COMPOUND:
        return 2
    # 沈 of 沈浮 is a surname, and the word 沈浮 simplified is 沉浮.
    return 1 if start and (start[0] in SINGLE or simplified(start)[0] in SINGLE) else 0


def candidates(text: str, place: int) -> Iterator[str]:
    """Give what may be a name at a place of a text, longest first."""
    if foreign := _FOREIGN.match(text, place):
        yield from _shorter(foreign.group().partition("等")[0])  # 阿依古丽·买买提等先后发言
        return
    if not begins_with_surname(text[place : place + 2]):
        return
    # 学生党员令狐野: 党 is a surname, but 党员 is a post, and whoever holds it follows.
    post = _POST.match(text, place)
    if post and begins_with_surname(text[post.end() : post.end() + 2]):
        return
    for length in (4, 3, 2):
        name = text[place : place + length]
        if len(name) == length and is_name(name):
            yield name


def _shorter(name: str) -> Iterator[str]:
    """Give a name of several parts, longest first, without a post at its end: 代表 of 阿依古丽·买买提代表商会."""
    if post := _POST.search(name):
        name = name[: post.start()]
    if verb := _ENDS_FOREIGN.search(name, max(map(name.rfind, _DOTS)) + 2):
        name = name[: verb.start()]
    if not _FOREIGN.fullmatch(name):
        return
    while len(name) > 3 and name[-2] not in _DOTS:
        yield name
        name = name[:-1]
    yield name


def may_be_named(plain: str) -> bool:
    """Whether nothing but characters stands in a text of simplified ones, and they are no word that names nobody."""
    return plain not in _NEVER and all(map(_LETTER.match, plain))


def may_be_called(text: str) -> bool:
    """Whether somebody may be called so who tells no surname, as reports of talks print it: 一佳, 阿水."""
    plain = simplified(text)
    return (
        1 < len(plain) < 5
        and may_be_named(plain)
        and not set(plain) & (_NOT_GIVEN | _COUNTING)
        and len(rjieba.cut(plain)) == 1
        and not rjieba.has_word(plain)
    )


def long_name(text: str, place: int, verb: re.Pattern[str], *, surname: bool) -> str | None:
    """Give a Tibetan's or a Mongol's name of four to six letters, if a verb or a bracket stands right behind it.

    索 of 索南央金 is a surname besides: three letters would be somebody else's name. With `surname`, one that begins
    so need not have such letters alone.
    """
    for length in (4, 5, 6):
        name = text[place : place + length]
        if len(name) == length and (
            text[place + length : place + length + 1] in "（(" or verb.match(text, place + length)
        ):
            plain = simplified(name)
            longer = surname and begins_with_surname(name) == 1 and _LONG_ENDS.issuperset(plain[3:])
            return name if longer or _OF_LONG_NAMES.issuperset(plain) else None
    return None


def is_name(text: str) -> bool:
    """Whether characters may be a person's name as far as they alone tell."""
    if _FOREIGN.fullmatch(text):
        return not _POST.search(text)
    surname = begins_with_surname(text)
    given = text[surname:]
    if not surname or not 1 <= len(given) <= 2 or any(not _LETTER.match(letter) for letter in text):
        return False
    plain = simplified(text)
    letters = plain[surname + (plain[surname] == "向" and len(given) == 2) :]  # 陈向军
    if _INSTITUTION.search(plain) or _POST.fullmatch(plain[surname:]):
        return False  # 文学院, 任务组, 江教授
    odd = set(letters) & _NOT_GIVEN if plain[surname:] not in _GIVEN_AFTER_ALL else set()
    ends_well = len(given) == 2 and plain.endswith("和")
    # 令和懋: of two letters, the first may be one that joins, if the whole reads as a name.
    within = odd == {plain[surname]} <= _JOINING and len(given) == 2 and is_tagged_as_name(plain)
    return plain not in _NEVER and (not odd or ends_well or within) and _POST.fullmatch(plain) is None


@lru_cache(maxsize=20_000)
def is_word(name: str) -> bool:
    """Whether a name is also a word, so that it alone tells nobody: 高原, 安全, 白云."""
    return bool(rjieba.has_word(simplified(name)))


def is_only_word(name: str) -> bool:
    """Whether a name is rather a word: one of three letters that the dictionary has as somebody's is a name."""
    return is_word(name) and not (len(name) > 2 and is_tagged_as_name(name))


_COMMON = frozenset(["n", "v", "vn", "l", "d"])  # no proper noun
_SURNAMES_FIRST = frozenset("张黄王李刘杨")


def reads_as_words(name: str) -> bool:
    """Whether characters read rather as words than as a name: 修水库, 原标题, where 修 and 原 are surnames too."""
    plain = simplified(name)
    tokens = rjieba.tag(plain)
    return (
        begins_with_surname(plain) == 1
        and plain[0] not in _SURNAMES_FIRST
        and not any(tag.startswith("nr") for _, tag in tokens)
        and any(len(word) > 1 and tag in _COMMON and rjieba.has_word(word) for word, tag in tokens)
    )


@lru_cache(maxsize=20_000)
def is_tagged_as_name(name: str) -> bool:
    """Whether the dictionary has a word as somebody's name, be it a word besides: 白云, 高峰."""
    tokens = rjieba.tag(simplified(name))
    return len(tokens) == 1 and tokens[0][1].startswith("nr")


_MOTIONS = frozenset("站走坐接笑拿举起跑跳拍握转抬指俯仰")


def begins_verb(text: str, place: int) -> bool:
    """Whether the letter at a place begins what somebody does before speaking: 站 of 令狐野站起来说.

    So does 针 of 针对, as 令狐野针对水价阐述 has it.
    """
    word = simplified(text[place : place + 2])
    return word == "针对" or (word[:1] in _MOTIONS and word[1:] in "起着过来上到住身向手" and len(word) > 1)


def reads_as_somebody(text: str, start: int, end: int) -> bool:
    """Whether a stretch reads as a name among the words around it, with nothing beside it that tells of a person."""
    surname = begins_with_surname(text[start:end])
    if surname == 2 and end - start > 2:
        return end - start == 3 or not is_word(text[start + 2 : end])  # 东方建设
    place = start
    tagged = []
    for word, tag in rjieba.tag(simplified(text[start : end + 4])):
        tagged.append((place, place + len(word), tag))
        place += len(word)
    (_, first, tag) = tagged[0]
    ends = any(stop == end for _, stop, _ in tagged)
    return ends and tag.startswith("nr") and (first == end or first == start + surname)


_LEADING_ON = frozenset(
    "则還还也又再就都并並曾更却卻只最首先在对對从從向以用把将將给給让讓为為由与與跟同没未不很以"
)


def _is_led_on(text: str, start: int, end: int) -> bool:
    """Whether what no word is made of stands before what leads to a verb: 令狐野 in 令狐野用一组照片."""
    name = simplified(text[start:end])
    words = (name, name[1:], name[:2])
    return simplified(text[end : end + 1]) in _LEADING_ON and not any(map(rjieba.has_word, words))


_SAYING_ALONE = frozenset("谈讲说问答提指看想")  # 令狐野谈了三点体会


def ends_surely(text: str, start: int, end: int) -> bool:
    """Whether a name that only what stands far behind lets speak ends where it seems to: 林晚 of 林晚舟 does not.

    What is behind it begins a word, or leads to one; a longer name is one among the words around it.
    """
    if is_name(text[start : end - 1]):
        if simplified(text[end - 1]) in _SAYING_ALONE | _LEADING_ON:
            return False
        return reads_as_somebody(text, start, end) or _is_led_on(text, start, end)
    if end - start != 2 or not is_name(text[start : end + 1]):
        return True
    if simplified(text[end : end + 1]) in _LEADING_ON:
        return True
    words = rjieba.cut(simplified(text[end : end + 4]))
    return bool(words) and len(words[0]) > 1 and bool(rjieba.has_word(words[0]))


def ends_with_noun(text: str) -> bool:
    """Whether the last word of a text names something."""
    tokens = rjieba.tag(simplified(text))
    return bool(tokens) and tokens[-1][1].startswith("n")


def stands_whole(text: str, start: int, end: int, *, after_post: bool = False) -> bool:
    """Whether no word of the language runs over either end of a stretch: 方向 in 方向盘 does not stand whole.

    Looked at are a few characters on both sides, as far as nothing but characters stands there; after a post only
    those behind it: in 校长江志红 no river runs.
    """
    left = start if after_post else max(start - 4, 0)
    piece = simplified(text[left : end + 4])
    inner = start - left, start - left + end - start
    place = 0
    for token in rjieba.cut(piece):
        begin, place = place, place + len(token)
        crosses = begin < inner[0] < place or begin < inner[1] < place
        follows = text[end + 1 : end + 2]
        if place == inner[1] + 1 and token[-1] in "说称" and follows in {"，", "：", ":", ",", "“"}:
            continue  # 张文说，…
        if after_post and place == inner[1] + 1 and begin == inner[1] - 1 and token[-1] in "在对从向就于":
            continue  # 总裁曹川健在会上说: behind a post 健在 is no word
        if crosses and rjieba.has_word(token):
            return False
    return True


def unspaced(text: str) -> str:
    """Give a text with names that are padded to the width of three characters closed up: 王　刚 is 王刚."""
    return _SPACED.sub(_closed, closed_compounds(text))


def closed_compounds(text: str) -> str:
    """Give a text with names of a compound surname that are set letter by letter closed up: 令 狐 野 is 令狐野."""
    return _SPACED_OUT.sub(_closed_compound, text)


def _closed_compound(found: re.Match[str]) -> str:
    name = "".join(found.group().split())
    return name if is_name(name) else found.group()


def _closed(found: re.Match[str]) -> str:
    name = found[1] + found[2]
    named = (is_name(name) and not ends_post(found)) or _stands_alone(found)
    apart = _parts_two_names(found) or _ends_a_name(found)
    return found[1] if named and not apart else found.group()


def ends_post(found: re.Match[str]) -> bool:
    """Whether the letter before a space ends a post, and no name begins with it: 主任　车　前 is no 任车."""
    text, end = found.string, found.start() + 1
    return any(post.end() == end for post in _POST.finditer(text, end - 8, end))


def _stands_alone(found: re.Match[str]) -> bool:
    """Whether two letters that stand apart are a name as what stands around them shows: …校长澹　英、…."""
    text, start, end = found.string, found.start(), found.end() + 1
    before = _POST_BEFORE.search(letters_before(text, start, 8))
    return before is not None and _ENDS.match(text, end) is not None


def _ends_a_name(found: re.Match[str]) -> bool:
    """Whether a whole name that opens a line or a clause stands before the space: 南宫岳　雾港图书馆馆长."""
    text, start = found.string, found.start()
    places = (place for place in (start - 2, start - 3) if place >= 0)
    return any(
        is_name(text[place : start + 1]) and (place == 0 or text[place - 1] in _BEFORE_A_NAME)
        for place in places
    )


def _parts_two_names(found: re.Match[str]) -> bool:
    """Whether the space stands between two names: 宇文舒　尉迟安 is no 舒尉."""
    text, start, end = found.string, found.start(), found.end() + 1
    before = any(is_name(text[place : start + 1]) for place in range(max(start - 3, 0), start))
    return before and any(is_name(text[end - 1 : place]) for place in range(end + 1, end + 4))
