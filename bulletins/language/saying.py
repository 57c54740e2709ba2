"""How a language says who said something: the words around a credit that make it the author's, or somebody else's."""

import re
from typing import NamedTuple


class Saying(NamedTuple):
    """Patterns of one language.

    `before` is looked for at the end of what stands before a credit ("according to"), `after` at the start of
    what follows it ("suggested"); `not_before` and `not_after` mark credits whose bearer says nothing here
    ("moderated by", "chaired"). `joins` is all that may stand between credits of one sentence that say it
    together. `everybody` marks a sentence that speaks for many, `many` finds at its beginning whom it names as those
    ("the participating guests"), `others` marks one that names an author who is not in the roster, `goes_on` one that
    goes on for whoever spoke last ("She added"); `former` and `latter` choose one of two; `another` finds in a sentence
    somebody else whom "he" in the next may mean. `says` finds that something
    is said. `title` is met by a lead that stands alone, without a stop.
    """

    before: re.Pattern[str]
    after: re.Pattern[str]
    not_before: re.Pattern[str]
    not_after: re.Pattern[str]
    joins: re.Pattern[str]
    everybody: re.Pattern[str]
    many: re.Pattern[str]
    others: re.Pattern[str]
    goes_on: re.Pattern[str]
    former: re.Pattern[str]
    latter: re.Pattern[str]
    another: re.Pattern[str]
    says: re.Pattern[str]
    title: re.Pattern[str]


_EN_SAID = (
    "add|address|advise|advocate|affirm|agree|announce|answer|appeal|appreciate|argue|ask|assert|believe|call|"
    "caution|cite|claim|clarify|comment|compare|conclude|confirm|congratulate|consider|contend|count|declare|"
    "demonstrate|describe|detail|disagree|discuss|elaborate|emphasi[sz]e|encourage|estimate|examine|explain|"
    "explore|express|forecast|highlight|hope|illustrate|indicate|insist|introduce|invite|join|list|look|maintain|"
    "mention|name|note|observe|offer|open|outline|plead|point|praise|predict|present|propose|question|quote|raise|"
    "recall|recogni[sz]e|recommend|refer|reflect|reiterate|remark|remind|reply|report|request|respond|restate|"
    "review|share|sketch|state|stress|suggest|summari[sz]e|support|talk|thank|trace|underline|underscore|urge|"
    "voice|warn|welcome|wish|wonder"
)
_EN_IRREGULAR = (
    "began|bid|came|drew|felt|found|gave|held|kept|knew|laid|made|meant|put|read|said|saw|set|shared|showed|spoke|"
    "spelt|stood|sought|takes?|taught|thought|told|took|went|wrote|says|thinks|holds|gives|finds|sees|makes|puts|"
    "draws|lays|speaks|tells|feels|shows"
)
_EN_VERB = rf"(?:(?:{_EN_SAID})(?:e?s|e?d|ing)?|replie[sd]|{_EN_IRREGULAR}|[a-z]{{2,}}ed)"
_EN_PARTICIPLE = (
    rf"(?:(?:{_EN_SAID})e?d|made|said|put|told|held|given|shown|drawn|laid out|set out|found|seen|written)"
)
_EN_MODAL = (
    r"(?:would|will)(?: not)? (?:show|give|tell|make|put|draw|take|hold|return|begin|keep|find|see|write|like|"
    r"rather|prefer|want)"
)
_EN_ADVERB = (
    r"(?:[a-z]+ly|also|further|then|therefore|thus|in turn|however|moreover|again|too|still|even|just|only|both|"
    r"all|finally|later|first|next|accordingly|meanwhile|had|has|have|who|would|did|could|will|can|may)"
)
_EN_MANY = (
    r"(?:the |all |all of the |many |many of the |most |most of the |several |multiple |some |some of the |other |"
    r"various |a number of |both )*(?:participating |attending |invited |present |other |leading )*"
    r"(?:guests?|speakers?|participants|experts|panel(?:l)?ists|delegates|delegations|attendees|scholars|"
    r"representatives|countries|parties|contributors|discussants|rapporteurs|members)"
)
_EN_OPENS = (
    r"^(?:\W|[a-z]+ly,|at the same time,|meanwhile,|in (?:general|particular|short|the end|sum),|overall,|"
    r"here,|again,){0,9}\s{0,3}"
)
_EN_VIEW_OF = r"(?:in the (?:opinion|view) of|according to|as [a-z ]{3,30} by)"
_EN_AGREED = (
    rf"(?:{_EN_ADVERB} |were |are )*(?:{_EN_VERB}|of (?:one|the same) (?:mind|view|opinion)|unanimous)"
)
# Of what a crowd does ("came", "included", "showed") only what says something.
_EN_ALL_SAID = (
    rf"(?:(?:{_EN_SAID})(?:e?s|e?d|ing)?|said|says?|thought|thinks?|felt|feels?|found|held|spoke|told)"
)
_EN_TALK = (
    r"(?:introduction|presentation|report|speech|remarks?|talk|keynote|address|paper|contribution|intervention|"
    r"proposal|suggestion|argument|analysis|comments?|view|views|experience|statement)"
)
# Who is named beside a speaker, with or against: ", for the River Union, and opposed by Norland and Sutland,".
EN_BESIDE = (
    r"(?:,\s(?:and\s)?(?:with|on behalf of|for|also speaking for|speaking (?:for|on behalf of)|supported by|"
    r"opposed by|joined by|backed by|seconded by|representing)\s[^.;“”\"]{2,160}?(?=,\s(?:and\s|opposed|supported|"
    r"[a-z]+ly |also |[a-z]{2,}ed\b|said\b|told\b|spoke\b)))*"
)
_EN_ROLE = r"(?:who |he |she )?(?:had |has |was |were |is )?"

ENGLISH = Saying(
    before=re.compile(
        rf"(?:\b(?:according to|in the (?:opinion|view|words|eyes|judg(?:e)?ment|experience|analysis) of)"
        r"|^\W*(?:for|to)"
        rf"|\bas (?:it was |was |[a-z]+ly )?{_EN_PARTICIPLE}(?: out| up)? by"
        rf"|\b{_EN_PARTICIPLE}(?: out)? by"
        rf"|\b{_EN_TALK} (?:given |made |delivered )?(?:by|of|from)"
        rf"|[,?!”’\"'] ?(?:said|says|added|adds|argued|noted|asked|replied|warned|suggested|concluded|observed|"
        rf"explained|commented|remarked|recalled|stressed|continued|quipped|summed up|agreed|countered)"
        r"|(?:^|[”\"])[\s*]*[—–-]{1,2}"  # “We pay.” — Petra Lund
        r")[\s,]*$",
        re.IGNORECASE,
    ),
    after=re.compile(
        rf"\s*(?:\([^()]*\)\s*)?{EN_BESIDE}(?:,[^,;]{{1,220}},\s*|,\s*)?(?:(?:{_EN_ADVERB},?\s+){{0,3}}{_EN_VERB}|{_EN_MODAL})\b(?!\s+by\b)"
        r"|\s*(?:\([^()]*\)\s*)?(?:,?\s(?:on|about|–|—|-)\s[^.;:“”\"]{3,90})?[:：](?!//)"
        r"|[’']s (?:main |first |second |last |central |own )?(?:point|view|argument|message|answer|conclusion|"
        r"suggestion|"
        r"proposal|advice|question|concern|position|presentation|report|speech|remarks|talk|paper)\b",
    ),
    not_before=re.compile(
        r"\b(?:thank(?:ed|s|ing)?|moderated by|chaired by|hosted by|presided over by|welcom(?:ed|es|ing)|"
        r"introduc(?:ed|es|ing)|"
        r"invit(?:ed|es|ing)|joined by|accompanied by|followed by|attended by|(?:question|comment)s? (?:from|"
        r"by)|ask(?:ed|s|ing)|"
        r"told|with|agree(?:d|s)? with|repl(?:ied|ies|ying) to|respon(?:ded|ds|ding) to|referr?(?:ed|ing|s)? to|"
        r"quot(?:ed|es|ing)|opposed by|supported by|backed by|seconded by|"
        r"cit(?:ed|es|ing)|prais(?:ed|es|ing)|against|unlike|like|of|about|after|before|between|including|"
        r"such as)\s*(?:the\s+)?$",
        re.IGNORECASE,
    ),
    not_after=re.compile(
        r"\s*(?:\([^()]*\)\s*)?(?:,[^,;]{1,160},\s*|,\s*(?!is\b))?(?:who\s+)?(?:(?:also|then|again)\s+)?(?:chair(?:ed|s)|"
        r"moderat(?:ed|es)|"
        r"host(?:ed|s)|presid(?:ed|es)|attend(?:ed|s)|took part|participated|join(?:ed|s)|arriv(?:ed|es)|"
        r"(?:opened|closed|adjourned|began) the [a-z]{3,12} at \d|"
        r"called (?:[\w’' -]{0,60} )?to order|called the roll|took (?:the |a )?(?:chair|roll|minutes)|"
        r"was (?:present|there|welcomed|"
        r"introduced|thanked|asked)|were (?:present|there|welcomed|introduced|thanked)|is (?:the|a|an)\b|"
        r"(?:delivered|gave|made) (?:a |an |the )?(?:opening |closing |welcome |thematic |keynote )*(?:report|"
        r"reports|speech|speeches|"
        r"remarks|address|keynote|keynotes)\s*[.;]?\s*$)",
        re.IGNORECASE,
    ),
    joins=re.compile(
        r"(?:\s|[,;&]|\band\b|\bas well as\b|\btogether with\b|\balong with\b|\bor\b|\bboth\b|\bthe\b)*",
        re.IGNORECASE,
    ),
    everybody=re.compile(
        rf"{_EN_OPENS}"
        rf"(?:{_EN_VIEW_OF} {_EN_MANY}\b"
        rf"|{_EN_MANY} {_EN_AGREED}\b"
        r"|(?:it was |there was )(?:[a-z]+ly )?(?:agreed|noted|felt|suggested|stressed|argued|recalled|"
        r"recommended|proposed|said|"
        r"asked|(?:a |broad |general |wide |wide-?spread )*(?:agreement|consensus|support))\b"
        r"|(?:the |a )?(?:seminar|session|meeting|forum|conference|panel|workshop|round ?table|discussion|"
        r"audience) "
        rf"(?:{_EN_ADVERB} )*(?:agreed|noted|concluded|called|recommended|stressed|recogni[sz]ed|urged|asked|"
        rf"heard|felt|found|adopted)\b"
        # What somebody tells of the event, not what the last speaker said.
        r"|(?:this|it) was followed by\b|taking place (?:on|in|at)\b"
        r"|(?:the |an? )?(?:accompanying |subsequent |following |ensuing |afternoon |morning |second |next |final |"
        r"lively |concluding |closing |plenary )*(?:panel discussion|discussions?|session|panel|debate|q ?& ?a|meeting|"
        r"event|forum|workshop|conference|seminar|symposium|exchange)(?: that followed)? (?:then |also )?(?:was|were|"
        r"began|ended|closed|concluded|opened|focus+ed|cent(?:re|er)d|touched|covered|explored|stressed|turned|"
        r"revolved|featured|took place|brought)\b"
        r"|(?:a|the) (?:video|recording|summary|full report|transcript|list)\b[^.]{0,60}\b(?:is|are|will be|can be)\b"
        r"|in the (?:afternoon|morning|evening|latter half|second half|second session|next session)\b"
        r"|(?:for [a-z ]{3,30}, )?(?:opinions|views|ideas) were (?:exchanged|shared)\b"
        rf"|[^.;:“”\"]{{0,120}}\b(?:panel|panel(?:l)?ists?|speakers?|presenters?|discussants?|participants|guests|"
        r"experts|attendees|contributors|moderators)\b[^.;:?!“”\"]{0,90}?\b(?:included|includes|including|featured|"
        r"comprised|consisted of|were|are)\s(?:the\s|also\s)?(?-i:[A-Z])"
        r"|everybody|everyone|see (?:the|also|page|section|table|figure)\b"
        r"|(?:nobody|no one)(?: else)? (?:disagreed|objected|agreed|answered|replied|did)\b)",
        re.IGNORECASE,
    ),
    many=re.compile(
        rf"{_EN_OPENS}(?:{_EN_VIEW_OF} (?P<view>{_EN_MANY})\b|(?P<many>{_EN_MANY}) (?:{_EN_ADVERB} |were |are )*"
        rf"(?:{_EN_ALL_SAID}|of (?:one|the same) (?:mind|view|opinion)|unanimous)\b)",
        re.IGNORECASE,
    ),
    others=re.compile(
        r"^\W*(?:(?:Firstly|Secondly|Thirdly|Then|Next|Finally|However|Meanwhile|Also|In turn|In reply|Replying|"
        r"Later),?\s+)?"
        r"(?:(?:Another|One|A|An|The)\s+(?:[a-z]+\s+)?(?:speaker|guest|participant|expert|panel(?:l)?ist|"
        r"delegate|commentator|"
        r"questioner|listener|member of the audience|moderator|chair|host)\b"
        r"|(?:Mr|Mrs|Ms|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Minister|Ambassador|President|Dean|"
        r"Cllr|Councill?or|Council(?:man|woman|member)|Commissioner|Member|Chair(?:man|woman|person)?|Mayor|Clerk|"
        r"Supervisor|Senator|Trustee|Judge|Justice|Secretary|Treasurer|Superintendent|"
        r"Director)\.?\s+[A-Z][\w’'-]+"
        r"(?:\s+[A-Z][\w’'-]+){0,3}"
        r"|(?!(?:The|This|That|These|Those|It|We|They|There|Here|Our|Its|Their|His|Her|In|On|At|By|For|As|If|"
        r"When|While|All|Both|"
        r"Each|Such|One|He|She|I|You)\b)[A-Z][\w’'-]+(?:\s+(?:[A-Z][\w’'-]+|van|de|der|den|von|bin|al|e|af|"
        r"zu)){1,4})"
        r"(?:,[^.;]{1,160},|\s*\([^()]*\))?\s+(?:also |then |further |however, )*(?:said|says|stated|read|delivered|"
        r"gave|presented|introduced|welcomed|thanked|opened|closed|moderated|chaired|joined|spoke|described|outlined|"
        r"discussed|highlighted|responded|agreed|offered|provided|shared|expressed|raised|underscored|addressed|argued|"
        r"argues|suggested|noted|"
        r"stressed|proposed|added|pointed out|believed|observed|warned|explained|emphasi[sz]ed|recommended|"
        r"concluded|recalled|"
        r"asked|replied|urged|maintained|mentioned|told|thought|felt|reported|called for|called on|advised|confirmed|"
        r"informed|commented|remarked|questioned|answered|clarified|requested|moved|"
        r"held that)\b",
    ),
    goes_on=re.compile(
        r"^\W*(?:Firstly, |Secondly, |Thirdly, |Finally, |Moreover, |Furthermore, |In addition, |Meanwhile, |"
        r"However, |Also, |"
        r"Later, |At the same time, )?(?:according to (?:him|her|them)\b|(?:he|she|they)\s)"
        r"|^[“\"][^“”\"]{3,600}[,.?!][”\"],?\s(?:he|she)\s(?:said|added|noted|stated|concluded|continued|argued|"
        r"explained|warned|stressed|observed|recalled|asked|replied)\b"
        r"|^[^.;:“”\"]{2,120}?,\s(?:he|she)\s(?:said|added|noted|stated|concluded|continued|argued|explained|warned|"
        r"stressed|observed|recalled|went on)\b",
        re.IGNORECASE,
    ),
    former=re.compile(r"^\W*(?:[a-z]+ly, )?the former\b", re.IGNORECASE),
    latter=re.compile(r"^\W*(?:[a-z]+ly, )?the latter\b", re.IGNORECASE),
    another=re.compile(
        r"\b(?:thanked|contradicted|answered|told|asked|joined|praised|replied to) (?:him|her)\b(?! \w+s\b)"
    ),
    says=re.compile(
        r"\b(?:said|says|noted|stated|argued|stressed|emphasi[sz]ed|asked|replied|suggested|proposed|explained|added|"
        r"pointed out|according to|reported|recommended|warned|observed|concluded|informed|advised|agreed|urged|"
        r"commented|called for|believed|thought|in the (?:opinion|view) of)\b|[“\"]"
    ),
    title=re.compile(
        r"(?!.*\b(?:by|to|of|as|in|on|at|and|or|the|an?|for|that|with|from)$)[^.!?,;:…]*[^.!?,;:…\s–—-]"
    ),
)

_TWINS = {"，": ",", "：": ":", "；": ";", "！": "!", "？": r"\?", "（": r"\(", "）": r"\)"}
_TWINS |= dict(
    zip(
        "别发辞参报讲专题开闭应随后来与会认为强调称说",
        "別發辭參報講專題開閉應隨後來與會認為強調稱說",
        strict=True,
    )
)


def in_every_form(pattern: str) -> re.Pattern[str]:
    """Compile a pattern over Chinese text so that its signs are met in either width and its words in either script."""
    parts, inside, place = [], False, 0
    while place < len(pattern):
        sign = pattern[place]
        if sign == "\\":
            parts.append(pattern[place : place + 2])
            place += 2
            continue
        inside = sign == "[" or (inside and sign != "]")
        twin = _TWINS.get(sign)
        parts.append(sign if twin is None else f"{sign}{twin}" if inside else f"[{sign}{twin}]")
        place += 1
    return re.compile("".join(parts))


CHINESE_VERBS = (
    "指出|认为|表示|强调|提出|建议|介绍|反映(?![出了在])|反馈(?!机制)|谈到|说道|说|称|呼吁|分析|分享|补充|总结|透露|坦言|直言|回应|回答|阐述|阐释|阐明|讲到|讲述|讲解|"
    "提到|提及|主张|希望|期待|期望|解读|论述|梳理|回顾|探讨|归纳|概括|倡议|警告|提醒|质疑|承认|肯定|赞同|感叹|展望|预测|预计|判断|断言|"
    "比较|说明|解释|描述|列举|援引|重申|申明|声明|宣布|反问|追问|追述|点评|评价|评论|看到|注意到|关注|发现|相信|主张|剖析|报告了|演示|展示|"
    "認為|強調|提議|建議|介紹|談到|說|稱|呼籲|總結|補充|回應|闡述|講述|認同|贊同|質疑|表達|說明|解釋|憶述|反問|追問|點評|評價|展望|預測|期望|回顧|問道|答道|解讀|提問|呼吁|表达|谈及|谈起|鼓励|要求|寄语|论证|主講(?!的)|主讲(?!的)|论及|指明|汇报|匯報|感谢|感謝|致谢"
)
# Of these verbs, those that are no part of names: 展望 is one in 展望基金会.
_ZH_PLAINLY = (
    "指出|认为|表示|强调|提出|建议|介绍|谈到|说|称|呼吁|坦言|"
    "提到|讲到|分析|回应|回答|分享|阐述|透露|直言|主张|希望|补充|总结|期待"
)
_ZH_POST = r"\s*(?:[（(][^（）()]{0,60}[）)])?"
_ZH_TITLE = r"(?:博士|教授|先生|女士|同志|院士|研究员|老师)?"
_ZH_GROUP = (
    r"(?:(?:全体|各位|多位|几位|数位|不少|许多|很多|其他|两位|三位|在座|在场)?(?:与会|参会|到会|出席|发言|受邀)?(?:的)?"
    r"(?:嘉宾|专家|学者|代表|人士|人员|者|委员|发言人|主讲人|讲者|同志)们?(?:学者|代表|嘉宾|专家)?(?:们)?|大家|各方|各国代表|双方)"
)
_ZH_MANY = rf"(?:{_ZH_GROUP}|会议|论坛|研讨会|座谈会|本次论坛|圆桌)"
_ZH_OPENS = (
    r"^(?:[\s“「]|[一二三四五六七八九十]是|首先[，,]|其次[，,]|最后[，,]|总之[，,]|此外[，,]|同时[，,]|对此[，,]|"
    r"会上[，,])*"
)
_ZH_AGREED = (
    r"(?:还|也|都|均|普遍|一致|共同|进一步|特别|纷纷|围绕[^，。；]{0,40}|就[^，。；]{0,40}|，)*"
    rf"(?:{CHINESE_VERBS}|同意|达成|形成)"
)

CHINESE = Saying(
    before=in_every_form(
        rf"(?:据|根据|按照|依|正如|如|诚如|在|由|来自)\s*$|(?:{CHINESE_VERBS})[^，。；]{{0,4}}的是[，：]?\s*$|(?:^|[，。；：、\s])用\s*$"
    ),
    # Between a name and its verb stands where, on what and from which side somebody spoke.
    after=in_every_form(
        rf"{_ZH_POST}(?:[^。；！？!?;]{{0,50}}?(?:{CHINESE_VERBS})|\s*(?:看来|眼中|的(?:观点|看法|建议|意见|发言|报告|分析|判断))"
        r"|\s*[：:]|\s*以[《“「])"
    ),
    not_before=in_every_form(
        r"(?:感谢|欢迎|邀请|有请|祝贺|问|对|向|同意|赞同|赞成|引用|引述|回应|回答|陪同|会见|经|请|和|与|及|继|除|包括|由)\s*$"
        r"|(?:听取|聆听|学习|传达|宣读)了?[^，。；：]{0,30}$"
        r"|主持人[：:]?\s*$"
    ),
    not_after=in_every_form(
        rf"{_ZH_POST}{_ZH_TITLE}\s*(?:分别|先后|依次|共同)?(?:主持|出席|参加|列席|到场|到会|等|担任|任|应邀|受邀|陪同|致辞[。；，]|"
        r"(?:分别|先后|依次)?(?:作|做|发表)(?:了)?(?:专题|主题|主旨|开幕|闭幕|总结)?(?:报告|演讲|致辞|发言|讲话)[。；，]"
        # Named in a row of people, or at its end: nothing is said there.
        rf"|(?:(?:[、，]|{_ZH_TITLE}(?:和|与|及|以及))(?:(?!{_ZH_PLAINLY})[^。；！？：]){{0,200}}?(?:分别|先后|依次|主持|出席|参加|致辞|"
        rf"(?:作|做|发表)[^。；，]{{0,8}}(?:报告|演讲|发言))|[。；]))"
        rf"|{_ZH_TITLE}(?:分别|先后|依次)致(?:开幕|闭幕|欢迎)?[辞词][。；，]"
        rf"|{_ZH_TITLE}[、，,](?:(?!{_ZH_PLAINLY})[^。；！？：]){{0,200}}(?:$|[。；])"
    ),
    joins=in_every_form(
        r"\s*(?:副?教授|副?研究员|博士|院士|先生|女士|老师)?(?:、|，|和|与|及|以及|并|同|跟)*\s*"
    ),
    everybody=in_every_form(rf"{_ZH_OPENS}(?:{_ZH_MANY}{_ZH_AGREED}|(?:在|据){_ZH_MANY}(?:看来|介绍))"),
    many=in_every_form(
        rf"{_ZH_OPENS}(?:(?:在|据)(?P<view>{_ZH_GROUP})(?:看来|介绍)|(?P<many>{_ZH_GROUP}){_ZH_AGREED})"
    ),
    others=in_every_form(
        r"^(?:[\s“「]|随后[，,]|接着[，,]|此外[，,]|最后[，,])*(?:(?:另一位|有的|有|一位|某)(?:与会|参会)?(?:嘉宾|专家|学者|代表|听众|记者|人士|人|"
        r"观众)[^，。；]{0,12}"
        rf"(?:{CHINESE_VERBS})"
        # 拉法兰认为: somebody of whom nothing is known but the name.
        r"|(?![^，。；]{0,4}(?:[他她其我你们大家有报研会数文中政学专自因所同并还也]))[\u4e00-\u9fff·]{2,6}(?:认为|指出|表示|强调|坦言))"
    ),
    goes_on=in_every_form(
        rf"^(?:[\s“「]|此外[，,]|同时[，,]|最后[，,]|首先[，,]|其次[，,]|随后[，,])*[他她]们?[^。；！？!?;]{{0,50}}?(?:{CHINESE_VERBS})"
    ),
    former=in_every_form(r"^\W*前者"),
    latter=in_every_form(r"^\W*后者"),
    another=in_every_form(r"(?:感谢|反驳|回答|回应|告诉|赞扬)[了过]?[他她](?!们)"),
    says=in_every_form(r"指出|认为|表示|强调|提出|建议|谈到|说|称|坦言|呼吁|希望|認為|強調|說|稱|“|「"),
    title=in_every_form(r"[^。！？，；：…]*[^。！？，；：…\s]"),
)
