"""What stands around the name of whoever speaks in a Chinese text: verbs, acts, stops, titles."""

import re

from bulletins.language.saying_zh import CHINESE_VERBS, HAS_A_TALK, LEADS_ACROSS, in_every_form
from bulletins.manuscript.credits_zh import POST_WITH_BRACKET
from bulletins.manuscript.vocabulary import GOES_ON, HAN_POST

# 令狐野对领导、专家表示欢迎: a row of others may stand before the verb, but none begins right behind the name.
SAYS_CLOSE = in_every_form(
    rf"[\s\u3000]?[^。；！？!?;，,、]{{0,24}}?(?:{CHINESE_VERBS})|[\s\u3000]?(?:主要|重点|着重|也|还|首先|随后|最后)?(?:[对就从在向]|代表|围绕|结合|针对|以)[^。；！？!?;，,]{{0,40}}?(?:{CHINESE_VERBS})|{LEADS_ACROSS}(?:{CHINESE_VERBS})|[：:]"
)
SAYS_TITLED = in_every_form(
    rf"[\s\u3000]?{LEADS_ACROSS}(?:{CHINESE_VERBS})|[\s\u3000]?(?!、)[^。；！？!?;，,]{{0,40}}?(?:{CHINESE_VERBS})|[：:]"
)
# 令狐野则从收费入手，预测…: the verb stands behind whatever somebody starts from.
# 令狐野围绕水价，结合去年的干旱，阐述了…: one thing after another.
SAYS_FROM = in_every_form(
    rf"(?:则|也|还|又)?(?:(?:从|围绕|结合|针对|以|就|对|立足|基于|通过)(?:[^。；！？，,、“”]|“[^“”]{{1,20}}”){{1,30}}[，]){{1,3}}"
    rf"(?:进一步|并|还|他|她|着意|着重|着力|特别|再次)?(?:{CHINESE_VERBS})"
    rf"|(?:则|也|还|又)?从[^。；！？，,“”]{{1,90}}(?:出发|入手|角度|方面|层面|维度|视角)[，]?[^。；！？，,、“”：]{{0,6}}(?:{CHINESE_VERBS})"
    # 从“钱从哪里来？”、“谁来修”两个方面来阐述
    rf"|(?:则|也|还|又)?(?:从|围绕|结合|针对|以|就)(?:[“《「][^“”《》「」]{{1,40}}[”》」]、?){{1,6}}[^。；！？，“”]{{0,16}}?"
    rf"[，]?(?:{CHINESE_VERBS})"
    rf"|{HAS_A_TALK}"
)
# 令狐野则从企业的角度谈了看法: with no comma between.
SAYS_FROM_A_SIDE = in_every_form(
    rf"(?:则|也|还|又)?(?:从|围绕|结合|针对|就|立足|基于)[^。；！？，,、“”：]{{2,30}}?(?:{CHINESE_VERBS})"
)
SAYS_FAR = in_every_form(rf"[，,]?[^。；！？!?;，,、]{{0,40}}?(?:{CHINESE_VERBS})")
SPEAKS_AT_ONCE = in_every_form(
    r"(?:在[^，。；：、]{1,20}?(?:中|上|时|期间))?(?:还|也|则|又|随后)?"
    r"(?:指出|认为|表示|强调|提出|谈到|说|称|介绍|建议|呼吁|提醒|直言|坦言|回忆|提及|提到|希望|透露|警告|补充|回应|主张|期待)"
)
OF_A_SPEECH = in_every_form(r"的(?:报告|演讲|发言|讲座)?(?:题目|题为|主题)[是为]?[《“]")
SPEAKS_SOON = in_every_form(
    r"[^，。；：、“”（）的和与及]{1,6}(?:指出|认为|表示|强调|说|告诉|回忆|回顾|讲述|感慨|感叹|呼吁|提醒|寄语)"
)  # 令狐野站起来说
ACTS = in_every_form(
    r"[^。；;！？，,]{0,16}?(?:主持(?!设计|研制|编|建|修|完成|起草|研究|开发|过|了)|致(?:开幕|闭幕|欢迎)?[辞词]|致辭|(?:作|做|发表|發表|进行|带来|發表)了?[^。；;，,、]{0,16}?(?:报告|演讲|发言|讲话|总结|致辞|点评|報告|演講|發言|講話|授课|分享|导读)|"
    r"(?:视频|现场|线上)?(?:致辞|发言|讲话|演讲|点评|分享)|(?:参加|参与)圆桌(?:讨论|对话)|参与讨论|[^。；;！？]{0,24}?谈了|[^。；;！？，,]{0,24}?(?:作|做|进行|带来|发表)(?:了)?(?:(?:主)?题为|以)?[“「《]|[，,]?以[“「《][^“”「」《》]{1,60}[”」》][^。；;]{0,24})"
)
ACTS_AT_ONCE = in_every_form(
    r"主持(?!设计|研制|编|建|修|完成|起草|研究|开发|过|了)|(?:参加|参与)圆桌|致(?:开幕|闭幕|欢迎)?[辞词]|致辭|(?:作|做|发表|發表)了?[^。；;，,、]{0,12}?(?:报告|演讲|发言|讲话|总结|点评|報告|演講|發言)"
)
AFTER_POST_WITH_BRACKET = in_every_form(POST_WITH_BRACKET)
CHAIRED = in_every_form(r"主持人?[：:]?$|主持[：:]$|主持[^，。；、]{0,6}(?:会议?|论坛|活动)的$")
SAID_BY = in_every_form(r"(?:据|根据|按照|正如|诚如|用)$")
BRACKET = in_every_form(r"[\s\u3000]*[（(]([^（()）\n]{2,80})[）)]")
# 令狐野，南桥水务局局长，指出: what somebody is, between commas.
APPOSITION = in_every_form(
    rf"，([^，。；：、“”\n]{{2,30}}(?:{HAN_POST}))，(?=[^，。；：“”]{{0,16}}?(?:{CHINESE_VERBS}))"
)
# What begins a verb behind a name: 还表示, 作报告, 致辞.
ADVERBS = frozenset("更还也则用请给让把从由又曾再先就都并已将才却均最进特首同亦还則還作做致")
# 令狐野一一作了回应。他说: the next sentence lets speak of whom this one tells.
THEN_SAYS = in_every_form(
    r"(?:(?:紧接着|接着|随后|首先|率先|最后|第[一二三四五六七八九十]个)?(?:发言|登台|上台|致辞)|一一|就|对|围绕|针对|结合|同|与|向|认真)[^。！？；：“”]{0,80}。(?:随后|接着|最后)?[他她](?:还|也)?"
    r"(?:说|指出|表示|强调|认为|介绍|谈到|提出|要求|希望)"
)
HE_SAYS = in_every_form(
    r"。[”」]?(?:随后|接着|最后)?(?:在[他她]看来|[据據][他她]介[绍紹]|[他她](?:还|也|首先|在[^，。；]{1,8}[时中上]|[\u4e00-\u9fff]{1,3}地)?(?:说|指出|表示|强调|认为|谈到|提出|坦言|介绍|提到|希望|寄语|列举|要求|提醒|呼吁))"
)
# 研究生令狐野是舞队的队长。在她看来，…: what is told of somebody behind a post, before the next sentence lets speak.
IS_TOLD = in_every_form(
    r"是|作为|的(?:组织|带领|率领|主持|指导)下|的(?:议题|报告|演讲|题目|发言|分享)|曾|在[^，。；]{2,12}(?:期间|时)|到会|到场|不以为然|深有同感|接受了?[^，。；]{0,12}(?:采访|专访)|则?通过[^。；]{2,40}?(?:致辞|发言|讲话|演讲)"
)
STOP = in_every_form(r"[。！？]")
PLACE_END = in_every_form(r"[省市县区镇乡縣區鎮鄉]$")
# What stands in brackets behind a name and tells a part in the meeting, no post: 某某（主持人）.
PART = in_every_form(r"\s*(?:(?:本场|会议)?主持(?:人)?|主讲人?|点评人?|致辞人?|与谈人|报告人)\s*")
VERB = in_every_form(rf"(?:{CHINESE_VERBS})")
# "Petra Lund 进一步强调", "Petra Lund 基于多年的经验指出": what lets a name in Latin letters speak.
_HE_SAYS_THEN = rf"[^。；！？“”：，、]{{2,40}}[，][他她](?:也|还)?(?:{CHINESE_VERBS})"
LATIN_SAYS = in_every_form(
    # "Petra Lund 和 Ivo Teal 深入分享了"
    r"(?:\s?(?:、|和|与|及)\s?[A-Z][A-Za-zÀ-ÿ’'-]{1,20}(?:\s[A-Z][A-Za-zÀ-ÿ.’'-]{0,20}){1,3}){0,3}"
    rf"\s?(?:(?:深入|详细|系统|生动|重点|着重|还|也|则|又|进一步|随后|最后|首先|接着|紧接着|同样|更是|明确|则明确|也明确|坦率地|直接|特别|再次|当场|随即)?\s?(?:{CHINESE_VERBS}|分享了|通过“)|"
    rf"(?:基于|围绕|结合|针对|从|就|对|在|以|用)(?:“[^“”]{{2,120}}”)?[^。；！？]{{2,90}}?(?:{CHINESE_VERBS})|"
    r"(?:做|作|发表|带来|进行)了?[^，。；：]{0,10}?(?:演讲|报告|发言|分享|致辞|讲座|总结)|"
    rf"{_HE_SAYS_THEN})"
)
LATIN_HE_SAYS = in_every_form(_HE_SAYS_THEN)  # things are no "he"
_PLAINLY = (
    "指出|认为|表示|强调|提出|提醒|坦言|直言|呼吁|谈到|提到|主张|建议|希望|祝愿|期待|质疑|感叹|"
    "说道?(?=[，：])|称(?=[，：])"
)
# Whatever somebody does who says something behind it: 抛出一个问题：“…”, 把目光投向下游，她认为….
SAYS_LATER = in_every_form(
    r"(?=[\u4e00-\u9fff])(?:[^。；！？!?“”「」：，、（）()]|[“「][^“”「」]{1,16}[”」]){1,18}(?:[：](?=[“「])|——(?=[\u4e00-\u9fff])"
    rf"|[，](?:并|还|他|她|又|也|进而|继而|同时|由此){{0,2}}(?:首先|明确|进一步)?(?:{_PLAINLY}))"
    r"|看来，|的(?:这句话|这番话|一番话|一席话|话|开场白|发言|回答|讲述|提问|提议|倡议)(?:引|赢|让|道出|激起|打动|博得)"
)
# How somebody comes to speak, or with whom: 令狐野站起来说, 令狐野高兴地说, 令狐野、端木晴分别表示.
SAYS_IN_A_MANNER = in_every_form(
    r"(?:(?:还|也|则|又|再次|接着|随后|随即|继而|继续|当场|当即|坦率|分别|先后|相继|一致|共同|都|详细|深入|系统|重点|着重|生动|一再|反复|多次|[\u4e00-\u9fff]{1,4}地|如是|这样|如此|率先|"
    r"站起来?|[站笑坐举]着|起身|"
    r"(?:接|拿|举|抢)[过起](?:了)?(?:话筒|话头|话茬|话|麦克风)(?:后)?)[，]?){1,2}"
    rf"(?:{CHINESE_VERBS}|[：][“「])"
)
GOING_ON = in_every_form(
    rf"{GOES_ON}|(?:到|赴|深入|率)[^，。；、]{{1,24}}(?:调研|办公|考察|视察|座谈|走访|检查|督导|慰问|参加|出席)"
)
SHARES = in_every_form(
    r"、|和|与|及|等|则|也|均|将|出席|参加|列席|到会|到场|参会|分别|先后|共同|一同|[，。；]"
)
STOPS = in_every_form(r"[\s\u3000]*(?:[，,。；;、：:（(）)”“！？\n]|$|等|和|与|及|以及|與)")
CLAUSE = in_every_form(r"[，,。；;：:！？!?\n“”（）()《》]")
LATIN_NAME = in_every_form(
    r"(?<![A-Za-zÀ-ÿ])(?!(?:CEO|CTO|CFO|COO|CIO|CMO|S?VP|EVP|AI|IT)\s)[A-Z][A-Za-zÀ-ÿ’'-]{1,20}(?:[\s·](?:[A-Z]\.|[A-Z][A-Za-zÀ-ÿ’'-]{1,20}|van|von|de|der|bin|al)){1,4}"
)
# 高级总监Flanker, "POCSEC CEO JinWook": behind a post one word is somebody.
LATIN_POST = re.compile(r"\b(?:CEO|CTO|CFO|COO|CIO|CMO|S?VP|EVP)\s+")
LATIN_WORD = re.compile(r"[A-Z][A-Za-z]{2,19}(?=\s?[\u4e00-\u9fff])")
# 温暖委员代表…: each paragraph of a meeting of members opens with one, whatever the name says.
MEMBER = in_every_form(r"委员(?![会们长])")
WELCOMES = in_every_form(r"致(?:开幕|闭幕|欢迎|答谢)?[辞词]")
SPEAKS_FOR = in_every_form(r"委员代表[^，。；]{2,30}(?:发言|提出|建议)")
SPEAKS_FOR_A_BODY = in_every_form(
    r"代表[^，。；：]{1,24}?(?:[院所局厅委部司社组会团国省市县区镇乡村方]|公司|集团|大学|中心|妇联|企业|政府)"
    r"(?:[对向就][^，。；]{1,30}?)?(?:发言|提出|建议|指出|认为|表示|强调|介绍|呼吁|说)"
)
MEMBERS_OF_A_BODY = frozenset(
    ["宣传", "文艺", "安全", "生活", "组织", "统战", "纪检", "监察", "常务", "专门"]
)
OF_MANY = frozenset("均都")
JOINS = frozenset(["、", "和", "与", "及", "以及", "，", ",", "與"])
CHAIR = "主持人"
EACH = ("分别", "先后", "依次")
_STRONGLY = (
    "指出|认为|表示|强调|提出|谈到|谈道|谈及|提到|坦言|直言|呼吁|倡议|重申|感慨|感叹|宣布|提醒|警告|质疑|追问|反问|提问|预测|预计|"
    "主张|要求|希望|期待|相信|认同|建议|介绍|补充|总结|回忆|解释|说明|透露|披露|告诉|分享道|(?:说|问|讲)道?(?=[，：“])|(?:说|称)(?=[，：“])"
)
_OF_A_TALK = r"(?:报告|演讲|发言|讲话|致辞|总结|点评|分享|交流|授课|讲座)"
_POINTS = r"[^，。；：]{0,8}?(?:要求|建议|意见|希望|观点|看法|体会|倡议|主张|思考|感受)"
# 令狐野发言指出, 令狐野围绕水价提出了三点要求, 令狐野对记者说: what a person alone does, in several words.
SAYS_AT_LENGTH = in_every_form(
    r"(?:还|也|则|又|并|再次|最后|首先|其次|随后|接着|同时|同样|特别|着重|重点|明确|进一步|补充|现场|一针见血地|[\u4e00-\u9fff]{2,4}地|"
    rf"(?:作|做)?了?(?:表态|主旨|主题|大会|总结|交流|书面|视频|即席)?{_OF_A_TALK}[，]?|在[^，。；：、“”]{{1,20}}?(?:中|上|时|期间|后)[，]?|"
    r"主持(?:会议|座谈会|论坛)?(?:时|并(?:讲话|总结)?|，)[，]?|出席[^，。；：、]{0,12}并(?:讲话|致辞)[，]?|"
    r"(?:代表(?![团團们們性])|结合|围绕|针对|就|对|向|从|以)[^，。；：！？“”]{1,30}?[，]?){1,3}"
    rf"(?:{_STRONGLY}|提出了?{_POINTS}|谈了|(?:介绍|分享|阐述|阐释|分析|讲述|讲解|通报|汇报|解读|回顾|梳理|剖析|探讨|论述)了|"
    rf"(?:作|做|进行|发表|带来)了?[^，。；：]{{0,12}}?{_OF_A_TALK}|表示(?:感谢|欢迎|祝贺)|(?:给予|予以)了?(?:充分|高度))"
    rf"|的(?:观点|看法|建议|意见|主张|回答|结论)(?:是|为)|提出了?{_POINTS}|(?:告诉|对)记者|(?:作|做|发表)了?[^，。；：]{{0,12}}?{_OF_A_TALK}|(?:作|做)了?题为[《“]"
    rf"|(?:感慨|倡议|要求|希望|相信|重申|宣布|警告|质疑|追问|提问|主张|预测|预计|认同|谈道|分享道|问)(?=[，：])"
    r"|(?:传达|介绍|分享|阐述|阐释|分析|讲述|讲解|通报|汇报|解读|回顾|梳理|剖析|论述|点评|列举|肯定|引用|充分肯定|高度评价|详细阐述|深入分析|现场分享)了"
    r"|[\u4e00-\u9fff]{2,4}(?:说|道)(?=[，：“])|谈(?:及|到|起)[^，。；：]{1,20}时[，]?(?:说|表示|指出|认为)|(?:研究|调研|调查)发现[，]|"
    rf"判断[，]|(?:作|做)了?[^，。；：]{{0,8}}?{_OF_A_TALK}[，](?:并)?(?:{_STRONGLY})"
    r"|(?:希望|要求|提醒|感谢|欢迎)(?:各|大家|与会|全体|同学|学生|单位|部门)"
)
