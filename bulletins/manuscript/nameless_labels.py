"""Labels of speeches whose speakers have no name that is read: "Q:", "The PRESIDENT:", "Members interjecting:"."""

import re

from bulletins.manuscript.bar_labels import BARS
from bulletins.manuscript.han_names import begins_with_surname, may_be_called
from bulletins.manuscript.label_forms import NAME_AND_DASH
from bulletins.manuscript.latin_names import is_person
from bulletins.manuscript.vocabulary import HAN_POST
from forum.scripts import is_han, simplified
from speakers.names import fold

# What a speaker of a verbatim record says of the speaker, or to those who listen.
FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|us|me|[Yy]ou|[Yy]our)\b|[我咱您你]")
_NAMELESS = re.compile(
    r"\s*(?:主持人|(?:会议|代理)?主席|议长|记者|記者|观众|提问者?|听众|网友|问|問|"
    r"Q|Question|Moderator|Host|Interviewer|Audience(?: member)?|"
    r"Questioner|Operator|Speaker \d|"
    r"(?:Q\d{1,4}[.:]?\s)?(?:The |Madam )?(?:Chair(?:man|person|woman)?|Clerk)|"
    r"(?:The |M[Rr]\.? )?(?:[A-Z]{3,20} ){0,3}(?:PRESIDENT|CHAIR(?:MAN|PERSON|WOMAN)?|SPEAKER|CLERK)|提问)"
    r"(?:[（(][^（）()]{1,12}[）)])?"
    r"\s*(?:[:：]|[—–](?=\s?[A-Z]))"
    r"|\s*President\.\s[–—]\s"
    r"|\s*Q\d{1,3}\s?[.:)]\s"
    r"|\s*\?{1,3}\s?:\s|\s*[A-Z][\w .’'-]{1,40}\s?\(\?\)\s?:\s"  # "?: Why?", "Ada Berg (?): Why?"
    r"|\s*Q\s+(?=[A-Z“\"(—–])"  # briefings: "Q    Is that right?"
    r"|\s*>>\s"  # captions of whoever begins to speak, unless a name follows
)
_CALLED = re.compile(r"[\W_]{0,3}([\u4e00-\u9fff·]{2,4})[：:]")
_UNKNOWN = re.compile(r"[\W_]{0,3}(?P<who>(?:[A-Za-z]{2,8})?[\u4e00-\u9fff·]{3,20})[：:]")
_PAPER = re.compile(r"《[^《》]{2,16}》\s?[：:]")  # that asks
_OFFICE = re.compile(
    rf"(?:{HAN_POST}|记者|記者)[\u4e00-\u9fff·]{{0,6}}$|(?:局|处|厅|社|报|台|组|队|公司|大学|学院|代表|网友|长官|長官|特首)$"
)
_LIKE_LABEL = re.compile(
    r"(?:[-*•–—]\s*)?(?P<who>[^\W\d_][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|of|for|the|and|van|de|von|der|bin|al)){0,6})"
    rf"(?:,? ?[(（][^()（）]{{1,60}}[)）]|(?:\s?[{BARS}]\s?[^{BARS}:：\n]{{1,60}}){{1,2}})?\s?[:：](?!//)"
)
_TAKES_CHAIR = re.compile(r"[^.:;]{4,120} in the [Cc]hair\.?")  # "Ada Berg (Chairman) in the Chair."
# What a speaker may say with a colon behind it.
_SPEECH_OPENERS = frozenset(
    """
    first firstly second secondly third thirdly fourth fifth last lastly finally next then also again so now well
    question answer example note remember meanwhile however therefore one two three why how what
    """.split()  # noqa: SIM905 (a list of thirty strings is not read)
)
_LONGEST_LEAD_IN = 60


def is_other_label(text: str) -> bool:
    """Whether a text begins with the label of somebody who has no name: 主持人：, "The PRESIDENT:", "Q:"."""
    return (_NAMELESS.match(text) or _PAPER.match(text)) is not None


def is_label_of_unknown(text: str) -> bool:
    """Whether a paragraph may begin somebody else's speech, whose name is not read: then it is not the last one's.

    "The Hon. LUND of Weir: …", "Members interjecting:", "RESOLVED: …", 马背上的教师其其格：我的教室会移动.
    """
    text = text.strip()
    if _TAKES_CHAIR.fullmatch(text) or text.startswith(">>"):
        return True
    found = _UNKNOWN.match(simplified(text))
    if found is not None and not FIRST_PERSON.search(found["who"]) and _OFFICE.search(found["who"]):
        return True
    # 田野：…: with a surname a word may be somebody as well.
    if (called := _CALLED.match(text)) and (may_be_called(called[1]) or begins_with_surname(called[1])):
        return True
    if text.endswith((":", "：")) and len(text) < _LONGEST_LEAD_IN and not FIRST_PERSON.search(text):
        return not is_han(text)
    if (dashed := NAME_AND_DASH.match(text)) and is_person(dashed["label"]):
        return True
    like = _LIKE_LABEL.match(text)
    return like is not None and not is_han(like["who"]) and fold(like["who"]) not in _SPEECH_OPENERS
