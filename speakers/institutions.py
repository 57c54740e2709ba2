"""Words that institutions are called by, in English and Chinese. Plain data and three questions."""

import re

from forum.scripts import is_han, simplified

_WORDS = """
academy administration agency alliance archive archives association authority bank board bureau business
cabinet center centre chamber charity church city clinic club college commission committee company
confederation conference congress conservatoire consortium convent cooperative co-operative corporation
council court department directorate embassy enterprise faculty federation ferries firm forum foundation
fund gallery government group guild hospital house industries institut institute institution laboratory
laboratories lab labs league library magazine ministry mission museum network ngo observatory office
orchestra organisation organization panel parliament partners party platform polytechnic press programme
program project publishers railway railways registry school schools secretariat senate service services
society station studio syndicate taskforce team theatre theater times trust union universidad universität
université universita university utility water works workshop branch chapter cathedral seminary institutet
inc ltd llc plc gmbh co corp
""".split()  # noqa: SIM905 (a list of a hundred strings is not read)
_ENGLISH = re.compile(rf"\b(?:{'|'.join(map(re.escape, _WORDS))})\b", re.IGNORECASE)
_ACRONYM = re.compile(r"[A-Z][A-Z&-]{1,9}(?:\s[A-Z]{2,})?")
# Where a Chinese institution's name ends, however it goes on: 雾港大学绳结学院 is a part of 雾港大学.
_HAN_WHOLE = re.compile(
    "(?:附属(?:[^、，。；]{0,8}?)(?:医院|中学|小学|学校))|大学(?!生|附属|城|堂)|学院(?!路|派)|研究院|研究所|研究中心|科学院|工程院|"
    "设计院|规划院|医院|法院|检察院|剧院|书院|画院|集团(?:(?:股份|控股)?有限公司)?|有限责任公司|有限公司|公司(?!法|治)|银行(?!业)|"
    "(?:人民)?政府(?!间)|委员会|(?:改革|卫健|住建|交通|经信|商务|文旅|农业农村|科技)委(?!员)|管委会|居委会|村委会|发改委|卫健委|科委|经信委|教委|纪委|党委|省委(?!员)|市委(?!员)|区委(?!员)|"
    "县委(?!员)|研究会|协会|学会|基金会|联合会|总会|商会|工会|理事会|促进会|议会|联盟|办公室|办公厅|秘书处|办事处|管理处|代表处|"
    "博物馆|博物院|图书馆|档案馆|美术馆|科技馆|纪念馆|大使馆|领事馆|使馆|出版社|杂志社|报社|通讯社|合作社|旅行社|"
    "党校|学校|中学|小学|幼儿园|电视台|电台|实验室|中心(?!学校|小学|中学|医院|卫生院|幼儿园|城)|智库|工坊|事务所|交易所|总局|分局|管理局|"
    "总署|署|局(?!面|势|限)|厅(?!长)|"
    "农场|牧场|林场|工厂|乐团|剧团|代表团|组织"
)
_HAN_END = re.compile("(?:[院所局厅部处室站馆社厂署会团园庄店台坊港司])$")


def names_institution(text: str) -> bool:
    """Whether a text is plainly an institution's name: one of its words says so, or it is an acronym."""
    if is_han(text):
        plain = simplified(text)
        return _HAN_END.search(plain) is not None or any(
            found.end() == len(plain) for found in _HAN_WHOLE.finditer(plain)
        )
    return _ENGLISH.search(text) is not None or _ACRONYM.fullmatch(text) is not None


def ends_as_institution(text: str) -> bool:
    """Whether the last word is one that institutions are called by: "Fenmark Secretariat", and not "Office Lund"."""
    words = text.split()
    return (
        names_institution(text) if is_han(text) else bool(words) and _ENGLISH.fullmatch(words[-1]) is not None
    )


def end_of_institution(text: str) -> int:
    """Give where the institution that a Chinese text begins with ends; 0 where none is told."""
    found = _HAN_WHOLE.search(simplified(text), 1)
    return found.end() if found else 0
