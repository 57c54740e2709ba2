"""The forms in which records and minutes print labels before speeches: with a colon, a stop, a dash or a post."""

import re

from bulletins.manuscript.latin_names import is_person, without_honorific
from bulletins.manuscript.vocabulary import POSTS

# What Chinese offices print before each of those who speak.
SIGNS = "◎●○■□▲△◆◇★☆※▶►▎·"
# Transcripts print when somebody began before the name: "[00:01:23] Ada Berg: …", "0:12 – Ada Berg: …".
_BEGAN_AT = r"(?:[\[(]?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d{1,3})?[\])]?\s*[-–—]?\s*(?=[^\W\d]))?"
LABEL = re.compile(
    rf"{_BEGAN_AT}"
    rf"(?P<list>(?:>{{1,2}}|[-*•–—{SIGNS}])?\s*[\[【［]?)"
    r"(?:\d{1,2}[．、]\s?|[（(][一二三四五六七八九十\d]{1,3}[）)]\s?)?"
    r"(?:Q\d{1,4}[.:]?\s+|"
    r"(?:[QA]\d{0,2}|Question|Answer|Comment|Response|Reply|Remark|Intervention|问|答|提问|回答|回应|点评)\s*[.:：]?\s*[(（]|"
    r"(?:Q|A|(?:Question|Answer|Comment|Response|Reply|Remark|Intervention)s?) (?:from|by) )?"
    # Records of parliaments print when somebody began: "Mr LUND (14:27): I move …".
    r"(?P<label>(?:[^:：\n。！？!?；;|“”\"]|\s\|\s(?=\S)|“[^“”：]{1,20}”|"
    r"\(\d{1,2}[:：]\d{2}(?: ?[apAP]\.?[mM]\.?)?\)){1,120}?)[)）\]】］]?\s*[:：](?!//|\d)\s*(?=\S)"
)
# Verbatim records of parliaments end their labels with a stop: "Mr. Lund. The meeting will come to order."
STOPPED = re.compile(
    r"(?P<label>(?:Mr|Mrs|Ms|Dr|Senator|Chairman|Chairwoman)\.? [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}"
    r"|(?:MR|MRS|MS|DR)\.? [A-Z][A-Z’'-]+(?: [A-Z][A-Z’'-]+){0,2}"
    # A figure behind the stop is a footnote's: "MS. LUND.1 Thank you."
    r"|The (?:CHAIR(?:MAN|WOMAN|PERSON)?|PRESIDENT|SPEAKER|CLERK))\.\d{0,2}\s+(?=[A-Z“])"
)
# Records of committees print posts and family names in capitals: "VICE CHAIR LUND. Thank you."
POSTED_AND_STOPPED = re.compile(
    r"(?P<label>(?:VICE |CO-)?(?:CHAIR(?:MAN|WOMAN|PERSON)?|PRESIDENT|GOVERNOR|SENATOR|SECRETARY|MINISTER|SPEAKER|"
    r"JUDGE|JUSTICE|COMMISSIONER|DIRECTOR) (?P<name>[A-Z][A-Z’'-]+))\.\d{0,2}\s+(?=[A-Z“])"
)
# Minutes put a dash behind whoever is called by a post: "Supervisor Lund – Can we go on?"
DASHED = re.compile(
    r"(?P<label>(?i:Supervisor|Council(?:man|woman|lor|or|member)|Cllr\.?|Mayor|Attorney|Clerk|Chair(?:man|woman|person)?|"
    r"President|Secretary|Treasurer|Trustee|Commissioner|Senator|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Prof\.?|Professor)"
    r" (?P<name>[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){0,2})|(?P<post>CHAIR(?:MAN|WOMAN)?|PRESIDENT)(?=\s?[–—]))"
    # A hyphen without a space is of the name: "Ms. JEAN-LUND: Yes."
    r"(?:\s?(?:[–—]|[–—-]{2})\s?|\s-\s?|-\s)(?=[A-Z“\"])"
)
# Minutes put a dash behind initials as well: "AB - a list of what went wrong". Only who is known has such a label.
INITIALS_AND_DASH = re.compile(r"(?P<label>[A-Z]{2,3})\s[–—-]\s(?=[\w“\"*])")
# And behind the names of those who were there: "Ada Berg – Hope to get it." A post behind the dash is a list's.
NAME_AND_DASH = re.compile(
    r"(?P<label>[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]*){1,3})\s(?:[–—-]|--)\s(?=[A-Z“\"\d][^\n]*[.!?][”\"]?\s*$)"
)
# Hearings and councils call people by post and family name: "Senator Lund: I move …", "JUSTICE LUND: Suppose …".
_CALLED_BY = (
    r"(?:Supervisor|Council(?:man|woman|lor|or|member)|Cllr\.?|Mayor|"
    r"(?:(?:Deputy|Chief|Associate) )?Spokes(?:man|woman|person)|(?:Under-?|Assistant |Deputy |Under )Secretary|"
    r"Administrator|(?:Deputy |Vice )President|"
    r"(?:Vice[- ])?Chair(?:man|woman|person)?|Secretary|Treasurer|Trustee|Commissioner|Senator|"
    r"Representative|Congress(?:man|woman)|Delegate|Ambassador|"
    r"(?:Deputy |Prime |Foreign )?Minister|Governor|(?:Chief )?Judge|(?:(?:Lord )?Chief |Lord |Associate "
    r")?Justice|Director)"
)
_POSTED = re.compile(
    rf"{_BEGAN_AT}(?P<label>(?:{_CALLED_BY}|{_CALLED_BY.upper()}) "
    r"(?!(?:General|Elect|Emeritus|Designate)\b)(?P<name>[A-Z][\w’'.-]+))"
    r"\s?:\s(?=[A-Z“\"\d–—-])"
)
# Peers have places in their names: "Lord Berg of Fenmark: My Lords, …", "The Earl of Fenmark: …".
_PEER = re.compile(
    r"(?P<label>(?P<name>(?:The )?(?:Lord Bishop|Lord|Lady|Baroness|Viscount(?:ess)?|Earl|Countess|Marquess|Duke|"
    r"Archbishop) "
    r"(?:[A-Z][\w’'-]+ )?of (?:the )?[A-Z][\w’'-]+(?:[ -][A-Z][\w’'-]+){0,2})(?: \([^()]{2,40}\))?)\s?:\s(?=[A-Z“])"
)
# Summaries put a dash behind a name and where it is from: "Dr. Petra Lund (Norland) – We are not there yet."
_FROM_AND_DASH = re.compile(
    r"(?P<label>(?:(?:Dr|Mr|Mrs|Ms|Prof|Professor)\.? )?(?P<name>[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]*){1,3}) "
    r"\([^()]{2,60}\))\s[–—-]\s(?:(?=[A-Z“\"][^.!?]{20,}[^.]*[.!?])"
    # Items of a list are no whole sentences: "Petra Lund (Norland) – a weir is the smallest public building".
    r"|(?P<item>(?=[a-z][^.!?]{0,120}?\b(?:is|are|was|were|should|must|can|cannot|will|would|needs?|has|have|does|do)\b)))"
)
_LONGEST_POST = 40  # letters before which a post tells what somebody is
# The European Parliament ends its labels with a stop and a dash: "Ada Berg, for the Rain Group. – (SV) Yes."
_STOPPED_AND_DASHED = re.compile(
    r"(?P<label>(?P<name>[A-Z][\w’'.-]+(?: (?:[A-Z][\w’'.-]*|van|de|der|den|von|della|di|da|af)){1,4})"
    r"(?:,\s[^.]{3,90})?)\.\s[–—]\s(?=(?:\([A-Z]{2}\)\s)?[A-Z“\"])"
)
# Parliaments of the Pacific print capitals, a stop and a dash: "HON. A. BERG (Minister for Rain).- Thank you."
CAPITALS_AND_DASH = re.compile(
    r"(?:HON|MR|MRS|MS|DR|MADAM)\.?\s+(?P<label>(?P<name>(?:DEPUTY\s)?SPEAKER|CHAIRMAN|CHAIRPERSON|"
    r"(?:[A-Z]\.\s?){0,4}[A-Z][A-Z’'-]+(?:\s[A-Z][A-Z’'-]+){0,2})(?:\s\([^()]{3,160}\))?)\.\s?[-–—]\s+(?=\S)"
)
_SAID = re.compile(
    r"\b(?:I|[Ww]e|[Tt]hey|[Yy]ou|[Ii]t|is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|must|need|needs|"
    r"hopes?|thinks?|wants?)\b"
)
# Whoever holds a post, with the name in brackets: "The Convener (Ada Berg): Good morning."
POST_AND_NAME = re.compile(
    rf"(?P<label>(?:The )?(?P<post>(?:[A-Z][\w’'&-]* |of |for |the |and ){{0,8}}?(?i:{POSTS.pattern})[^():]{{0,60}}?) "
    r"\((?P<name>(?P<called>(?:Mr|Mrs|Ms|Dr|Prof|Sir|Dame)\.? [A-Z][\w’'-]+)|(?:(?:Mr|Mrs|Ms|Dr|Prof|Sir|Dame)\.? )?"
    r"[A-Z][\w.’'-]+ (?:(?:[A-Z][\w.’'-]+|van|de|der|den|von|bin|al) ){0,4}[A-Z][\w.’'-]+)\))"
    r"\s?:\s(?=[A-Z“\"])"
)
# A line of a text without empty lines that begins a speech: a name of two words, or one in capitals, and a colon.
LABELLED = re.compile(
    r"(?:[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*){1,3}|[A-Z]{2,20}(?:, [A-Z]{2,4})*|Q|A|[\u4e00-\u9fff]{2,8})"
    r"(?: ?[(（][^()（）]{2,60}[)）])?[:：]\s"
)
# In minutes, one word will do: "Petra: We agree".
SHORT_LABELLED = re.compile(r"[A-Z][a-z]{2,15}: (?=[A-Z“\"])")


def _tells_post(text: str, place: int) -> bool:
    """Whether a post stands at a place, and nothing that is said: "Dean of Rain.", not "They have teacher costs."."""
    post = POSTS.search(text, place, place + _LONGEST_POST)
    return post is not None and _SAID.search(text, place, post.end() + _LONGEST_POST) is None


def with_post_or_dash(text: str) -> tuple[str, int, int] | None:
    """Give the name in a label that has a post before it or a dash behind it, and where the label stands."""
    if (post := POST_AND_NAME.match(text)) and (
        post["called"] or is_person(without_honorific(post["name"])[0])
    ):
        return post["name"], *post.span("label")
    posts = (_PEER, _POSTED, POSTED_AND_STOPPED, CAPITALS_AND_DASH)
    if posted := next((found for form in posts if (found := form.match(text))), None):
        return posted["name"], *posted.span("label")
    if dashed := DASHED.match(text):
        called = dashed["label"] if without_honorific(dashed["label"])[1] else dashed["name"]
        return called or dashed["post"], *dashed.span("label")
    if (said := _FROM_AND_DASH.match(text)) and said["item"] is not None:
        said = None if POSTS.search(text, said.end(), said.end() + _LONGEST_POST) else said
    if found := INITIALS_AND_DASH.match(text):
        return found["label"], *found.span("label")
    if (found := said or _STOPPED_AND_DASHED.match(text)) and is_person(found["name"]):
        return found["name"], *found.span("label")
    found = NAME_AND_DASH.match(text)
    told = found is None or _tells_post(text, found.end())
    return (
        (found["label"], *found.span("label")) if found and not told and is_person(found["label"]) else None
    )
