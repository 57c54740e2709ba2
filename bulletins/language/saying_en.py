"""How English says who said something."""

import re

from bulletins.language import saying_words_en as words
from bulletins.language.open_saying_en import (
    DOES_NO_SAYING,
    IS_GLAD_TO_SAY,
    IS_OF_A_MIND,
    PUTS_IT,
    TELLS_THAT,
)
from bulletins.language.saying import Saying
from bulletins.language.saying_motions import OUTCOME, SECONDED_BY, is_mover

_WITH = re.compile(r"\bwith (?:the )?$", re.IGNORECASE)
_ADDING = re.compile(
    r"(?:\s\([^()]{1,60}\))?(?:,[^,;.]{1,80}(?=,))?,?\s(?:also )?"
    r"(?:adding|noting|saying|asking|suggesting|stressing|arguing|"
    r"explaining|reporting|recommending|proposing|commenting|pointing out|emphasi[sz]ing|warning|urging|observing|"
    r"questioning|requesting|calling for|advising|stating|remarking)\b"
)


def _is_english_author(text: str, start: int, end: int) -> bool:
    """Whether a name is that of who moved, or stands as in "…, with Lund adding that it rains"."""
    if is_mover(text, start, end):
        return True
    pairs = (
        (_WITH, _ADDING),
        (_THAT_AND, _THAT),
        (_QUOTE_SAID_BY, _WHO_IS),
        (_FOLLOWED_BY, _WHO_SAID),
        (_ANYTHING, _WHO_TOLD),
        (_CAME_FROM, _WHO_DID),
        (_QUESTION_FROM, _LABEL_ENDS),
    )
    return any(
        after.match(text, end) and before.search(text, start - _LONGEST_NEAR, start)
        for before, after in pairs
    )


_LONGEST_NEAR = 240
# "Berg said that it rains, and Lund that it pours."
_THAT_AND = re.compile(
    rf"\b(?:{words.TELLS}) that\b[^.;“”\"]{{3,200}},? (?:and|while|but) (?:the )?$", re.IGNORECASE
)
_THAT = re.compile(r"(?:\s\([^()]{1,60}\))?(?:,[^,;.]{1,80},)?\sthat\b")
# “It rains,” said Petra Lund.
_SAID_BY = (
    r"(?:said|says|added|adds|argued|noted|asked|replied|warned|suggested|concluded|observed|"
    r"explained|reported|told|declared|predicted|urged|insisted|commented|remarked|recalled|stressed|continued|"
    r"quipped|summed up|agreed|countered)"
)
# “It rains”, says Petra Lund, who is a poet.
_QUOTE_SAID_BY = re.compile(rf"[”\"],?\s{_SAID_BY}\s$")
_WHO_IS = re.compile(r",\swho\s")
# "She was followed by Omar Teal, who said that it rains."
_FOLLOWED_BY = re.compile(r"\b(?i:[a-z]{3,}ed|led|met) by (?:the )?(?:[A-Z][\w.’'-]+ ){0,3}$")
_WHO_SAID = re.compile(
    rf",(?:[^,;.“”]{{1,80}},)?\swho (?:also |then )?(?:[a-z]{{3,}}ed (?:[\w’'-]+ ){{1,8}}and )?(?:{words.TELLS}|"
    rf"promised|pledged|insisted|cautioned|reminded|"
    r"complained|acknowledged|admitted|announced|declared|described|defended|questioned)\b"
)
# "It was dashed by President Lund, who told us that it rains."
_ANYTHING = re.compile(r"\s$")
_WHO_TOLD = re.compile(
    rf",?(?:\s[^,;.“”]{{1,80}},)?\swho (?:also |then )?(?:{words.TELLS}|described)\s(?:us |me |them )?"
    r"(?:that|how|the)\b"
)
# An idea comes from somebody: "Another came from Omar Teal, who proposed to mend the weirs".
_CAME_FROM = re.compile(
    r"\b(?:ideas?|suggestions?|proposals?|questions?|comments?|remarks?|points?|views?|examples?|warnings?|answers?|"
    r"contributions?|repl(?:y|ies)|responses?|objections?|concerns?|criticism|support|pleas?|calls?)\b[^.;:,]{0,40}\s"
    r"(?:came|comes|was|is) from (?:the )?$|\bwe (?:also |then |next |first )?(?:heard|hear) from (?:the )?$",
    re.IGNORECASE,
)
_WHO_DID = re.compile(
    r"(?:\s(?:from|of|at)\s[^,.;:]{1,60}?|,[^.;:“”]{1,160}?)?,?(?:\swho\s(?:also |then |[a-z]+ly )?"
    r"(?:[a-z]{3,}ed|told|gave|spoke|said|put|made|saw|felt|held|drew|brought|says|wants|thinks)\b|\s?:\s)"
)
# So a label tells who asks: "[Question from Petra Lund, Weir Office]: Why?"
_QUESTION_FROM = re.compile(
    r"^\W*(?:Q|A|(?:Question|Answer|Comment|Response|Reply|Remark|Intervention)s?) (?:from|by) (?:the )?$"
)
_LABEL_ENDS = re.compile(r"(?:\s?\([^()]{1,80}\)|,[^:]{1,80})?[\])]?\s?[:：]")
ENGLISH = Saying(
    before=re.compile(
        rf"(?:\b(?:according to(?: the| an?| its| his| her| their)?"
        r"|in the (?:opinion|view|words|eyes|judg(?:e)?ment|experience|analysis) of)"
        r"|^\W*(?:(?:that|this|it|the (?:point|answer|problem|question)), )?(?:for|to)"
        r"|\b(?:was|is) (?:how|what)|(?:was left|fell|was up) to"
        rf"|\bas (?:it was |was |[a-z]+ly )?(?:{words.PARTICIPLE}|proved|proven)(?: out| up)? by"
        # Not "reforms advocated by Lund".
        # "The presentation was made by Lund" tells nothing of it.
        r"|(?:\b(?<!presentation )(?<!presentations )(?<!speech )(?<!speeches )(?<!address )(?<!remarks )(?<!lecture )"
        r"(?<!of thanks )"
        r"(?:was|were|is|are|been|being|be|also|and|then|[a-z]+ly)\s|,\s(?!(?:supported|opposed|seconded|backed|echoed)\b)|"
        r"\(|^\W*)"
        # An event is opened by somebody, or introduced: nothing is said there.
        rf"(?!(?:held|opened|introduced|joined|welcomed|invited|thanked|named|addressed|listed|closed)\b)"
        rf"{words.PARTICIPLE}(?: out| up)? by"
        r"|\b(?:idea|proposal|suggestion|view|argument|question|point|concern|amendment|objection) (?:that was )?"
        r"(?:put forward|put forth|raised|made|voiced|offered|advanced|expressed) by"
        rf"|(?<!\bto the )(?<!\bfor the )(?<!\bon the )(?<!\bto an )\b{words.TALK}[’”\"]? "
        r"(?:given |made |delivered )?(?:by|of|from)"
        rf"|[,?!”’\"'] ?{_SAID_BY}|(?:[,.?!…][”\"],?|[”\"],) [a-z]{{3,24}}(?:ed|s)"
        r"|(?:^|[”\"])[\s*]*[—–-]{1,2}"  # “We pay.” — Petra Lund
        r")[\s,]*$",
        re.IGNORECASE,
    ),
    before_ends=re.compile(
        rf"(?:\b(?:to (?:the|an?|its|his|her|their)|how|what|of|to|for|by|from|{_SAID_BY})"
        r"|[”\"],? [a-z]{3,24}(?:ed|s)|[—–-])[\s,]*$",
        re.IGNORECASE,
    ),
    after=re.compile(
        rf"(?:\s[’'‘]\d\d\b)?{words.OF_INSTITUTION}\s*(?:{words.BRACKET}\s*)?(?:\s?who\s[^,;.“”]{{2,120}},\s*)?"
        rf"(?:\s?[–—-]\s[^.;:“”–—]{{3,120}}\s[–—-]\s?)?{words.BESIDE}"
        rf"(?:,[^,;]{{1,220}},\s*(?:in (?:the|his|her|a)\s[^,;]{{2,40}},\s*)?|,\s*|"
        rf",? and (?:many |several )?others\s+)?"
        rf"(?:(?:{words.ADVERB},?\s+){{0,3}}{words.VERB}|{words.MODAL})\b(?!\s+by\b)"
        rf"|,?\s(?:(?:{words.ADVERB},?\s+){{0,3}}(?:{TELLS_THAT})|{IS_OF_A_MIND}|{PUTS_IT})"
        rf"|\s{words.JOINED}"
        rf"|{words.IN_PASSING}"
        # "Berg flew in and told all that it rains."
        rf"|(?:\s[’'‘]\d\d)?\s(?:{words.ADVERB}\s){{0,2}}{PUTS_IT}"
        rf"|(?:,[^,;.:]{{1,160}},)?,?{words.SAYS_WITH_IT}"
        rf"|\)?\s*(?:{words.BRACKET}\s*)?(?:,?\s(?:on|about|–|—|-)\s[^.;:“”\"]{{3,90}})?[:：]"
        r"(?!//|\s?(?:[\w.+-]+@|\+?[\d(][\d() /.-]{5}))"
        rf"|\s*(?:{words.BRACKET}\s*)?,?\s(?:in|during) (?:his|her|their) (?:[a-z]+ ){{0,3}}"
        rf"(?:address|speech|remarks|talk|keynote|presentation|lecture|message),?\s{words.VERB}\b"
        r"|\s(?:in|during|for) (?:his|her|their) [^,;:.“”\"]{3,80},\s(?:" + words.VERB + r")\b(?!\s+by\b)"
        r"|[’']s (?:[a-z]+ )?(?:message|letter|statement|speech|remarks|address),?\s(?:which was )?(?:read|delivered|"
        r"conveyed|presented)(?: out)? by\b"
        r"|(?:\s\([^()]{1,60}\))?,\swhose (?:talk|paper|presentation|keynote|speech|lecture|answer) [a-z]+(?:ed|s)\b"
        rf"|,?\s(?:was|is) {IS_GLAD_TO_SAY}\b"
        r"|[’']s? (?:own )?(?:view|opinion|experience|words|reading|account|judge?ment|telling),"
        rf"|[’']s? (?:[a-z]+ ){{0,2}}(?:{words.NOUNS_OF_SAYING}) (?:was|is|that)\b"
        rf"|[’']s? (?:[a-z]+ ){{0,2}}(?:{words.NOUNS_OF_SAYING})s?:\s(?=\S)"
        r"|[’']s? (?:main |first |second |last |central |own )?(?:point|view|argument|message|answer|conclusion|"
        r"suggestion|"
        r"proposal|advice|question|concern|position|presentation|report|speech|remarks|talk|paper|keynote|lecture)\b"
        rf"|{words.OWN_TITLE}",
    ),
    not_before=re.compile(
        r"\b(?:thank(?:ed|s|ing)?|(?:moderated|chaired|hosted|led|co-?chaired|co-?hosted|facilitated|"
        r"steered|headed|convened|organi[sz]ed|opened|closed|introduced|presided over) (?:jointly )?by|"
        r"welcom(?:ed|es|ing)|"
        r"introduc(?:ed|es|ing)|"
        r"invit(?:ed|es|ing)|joined by|accompanied by|followed by|attended by|(?:question|comment)s? (?:from|"
        r"by)|ask(?:ed|s|ing)|"
        r"told|with|(?:wrote|writes|written|sent|spoke|talked|said|put|posed|addressed|letter|message|question) to|"
        r"agree(?:d|s)? with|repl(?:ied|ies|ying) to|respon(?:ded|ds|ding) to|referr?(?:ed|ing|s)? to|"
        r"quot(?:ed|es|ing)|"
        rf"{SECONDED_BY}|"
        r"(?:supported|opposed|joined|backed|accompanied) by "
        r"(?:[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}(?:, and |, | and )){1,8}|"
        r"cit(?:ed|es|ing)|prais(?:ed|es|ing)|against|unlike|like|of|about|after|before|between|including|"
        r"such as|that|whether|because|if|unless|until|once|"
        r"(?:officials|sources|he|she|they|it|which|who|delegates|"
        r"participants|reporters) (?:said|says|added|noted|reported|claimed|believed|thought))"
        r"\s*(?:the\s+)?(?:(?:Mr|Mrs|Ms|Dr|Prof|Cllr)\.?\s+)?$"
        # "The Chair said Ms Lund could speak", "He reported that he and Cllr Lund had cleared it": told of by another.
        r"|(?:(?<=[a-z] )(?:said|says|stated|felt|believed|confirmed|reported)|"
        r"\b(?:that|if|whether) (?:he|she|they|both) and)\s(?:the\s)?(?:(?:Mr|Mrs|Ms|Dr|Prof|Cllr)\.?\s+)?$"
        # "Berg (Norland), supported by Lund, proposed": she does.
        r"|,\s(?:[a-z]+ly )?(?:supported|opposed|joined|backed|seconded|echoed) by\s(?:the\s+)?"
        r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Cllr)\.?\s+)?$"
        # Whoever is told to have built, written or seen something says nothing here.
        r"|(?:ed|ilt|en|own|ought|ade) by\s*(?:the\s+)?(?:(?:Mr|Mrs|Ms|Dr|Prof|Cllr)\.?\s+)?$"
        r"|\b(?:read(?: out)?|delivered|conveyed)(?: on (?:his|her|their) behalf)? by\b[^.,;:“”]{0,90}$"
        # What a panel that is told by its members did, each of them did not say.
        r"|\b(?:(?:composed|consisting|comprised|made up) of|"
        r"in (?:the|this) (?:following )?(?:interview|conversation|episode))\b"
        r"(?:[^.;:“”]|(?<=\b[DM]r)\.|(?<=\bMs)\.){0,190}$"
        r"|\b(?:vote|votes|word|words) of thanks\b[^.;]{0,60}$"
        r"|\bcalled to order\b[^.;]{0,90}\sby\s(?:\w+\s){0,3}$"
        r"|,\s(?:also )?(?:(?:speaking )?(?:for|on behalf of)|representing)\s"
        r"(?:(?:the )?[\w’'-]+ and )?(?:the\s)?$"
        # "Berg agreed with what Lund had said", "The session at which Lund spoke was full": told of by another.
        rf"|{words.OF_A_CLAUSE}",
        re.IGNORECASE,
    ),
    not_after=re.compile(
        rf"(?!(?:,[^,;.:]{{1,160}},)?,?{words.SAYS_WITH_IT})"
        r"\s*(?:[’'‘]\d\d\s)?(?:\([^()]*\)\s*)?(?:,[^,;]{1,160},\s*|,\s*(?!is\b))?"
        # "Berg, who voted no, called it a tax": the clause between is not what the sentence tells.
        rf"(?:who\s+(?![^.;:“”\"]{{2,140}},\s(?:(?:{words.SAID})(?:e?d)|said|told|spoke|took|made|put)\b))?"
        r"(?:(?:also|then|again)\s+)?(?:"
        + DOES_NO_SAYING
        + r"|chair(?:ed|s)|receiv(?:ed|es)|administer(?:ed|s)|"
        r"moderat(?:ed|es)|steer(?:ed|s)|"
        r"host(?:ed|s)|presid(?:ed|es)|attend(?:ed|s)|abstain(?:ed|s|ing)|voted|recused|"
        rf"took part|participated|(?!{words.JOINED})join(?:ed|s)|arriv(?:ed|es)|"
        r"(?:opened|closed|adjourned|began|convened|reconvened) the [a-z]{3,12} (?:at|on) \w|"
        r"(?:re-?opened|opened|closed|adjourned|began|convened|elevated|seated|dismissed) (?:[\w’'.-]+ ){1,8}?"
        r"(?:meeting|session|hearing|member|alternate|floor|consultation|workshop|conference|forum|seminar|dialogue|"
        r"summit|symposium|event|exhibition|fair|festival|show|market|building|school|museum|library|cent(?:re|er))"
        r"(?: (?:in|on|at|this) [^.;:,]{2,40}?)?(?: and (?:welcomed|thanked|greeted|visited|toured) "
        r"[^.;:,]{2,60})?\s*(?:[.;]|$)|"
        # "presented Lund with a medal"
        r"present(?:ed|s) (?!on\b|at\b|in\b|how\b)(?:(?!\b(?:which|that|who)\b)[^.;:“”]){2,80}? "
        r"with (?:a|an|the|his|her|their)\b|"
        r"(?:answer(?:ed|s)|took|takes|fielded) (?:[a-z’']+ ){0,4}questions(?: [^.;:“”]{0,60})?[.;]|"
        r"invit(?:ed|es) (?:(?:any|further|more|written) )?(?:questions|comments|remarks|nominations)\b|"
        r"invit(?:ed|es) (?:the |all |Mr|Ms|Mrs|Dr|Prof|(?-i:[A-Z]))[^;:]{0,80}? to (?:present|introduce|take|speak|"
        r"read|"
        r"address|begin|join|reply|respond|make|open|deliver|comment)\b|"
        r"call(?:ed|s) (?:[\w’' -]{0,60} )?to order|call(?:ed|s) (?:the )?roll|took (?:the |a )?(?:chair|roll|minutes)|"
        # "Berg’s proposal was greeted with joy": what it was is not told.
        r"[’']s? (?:[a-z]+ ){1,3}(?:was|were) (?:then |also |[a-z]+ly )?"
        r"(?:greeted|met|received|welcomed|rejected|discussed|"
        r"accepted|approved|adopted|praised|criticised|criticized)\b|"
        r"(?:was|were) (?:then |also |duly |unanimously )?(?:re-?)?(?:elected|appointed|named|chosen|nominated|"
        r"selected|"
        r"sworn|promoted|awarded)|"
        r"(?:,\s|and\s)?(?:it was )?seconded\b|"
        # Behind a vote, as in "4-1 (Lund opposed)".
        r"(?:opposed|dissent(?:ed|ing)|against|abstain(?:ed|ing)|absent|nay|no|voting (?:no|against))\s?\)|"
        # "The report by Lund was received": nothing of it is told.
        r"(?:was|were|is|are|has been|have been|had been) (?:then |also |duly |[a-z]+ly )?(?:carried|"
        r"approved|accepted|received|filed|adopted|tabled|circulated|distributed|deferred|withdrawn|lost|"
        r"quoted(?! as )|attached|among|absent)\b|"
        r"introduced (?:[a-z]+ ){0,3}(?:panel(?:l)?ists?|speakers|panel|guests)\b|"
        r"was (?:present|there|welcomed|"
        r"introduced|thanked|asked|stopped|interrupted|applauded|congratulated)|"
        r"were (?:present|there|welcomed|introduced|thanked)|is (?:the|a|an)\b|"
        r"(?:delivered|read|conveyed|presented) (?:the |a )?(?:[a-z]+ )?(?:remarks|message|speech|statement|letter) "
        r"(?:from|of|on behalf of)\b|"
        r"(?:delivered|gave|made|presented) (?:a |an |the |their |his |her )?(?:opening |closing |concluding |welcome |"
        r"welcoming |introductory |thematic |keynote |sponsor |brief |short |congratulatory )*"
        r"(?:reports?|speech(?:es)?|remarks|address(?:es)?|keynotes?|statements?)"
        # When it was, and not what was said.
        r"(?:\s*\([^()]*\))?(?:,?\s(?:before|after|at|during|prior to|respectively|to (?:open|close|conclude)|"
        r"as (?:well|part))\b[^.;:“”]{0,90})?\s*[.;]?\s*$)",
        re.IGNORECASE,
    ),
    joins=re.compile(
        r"(?:\s|[,;&/]|\band\b|\bas well as\b|\btogether with\b|\balong with\b|\bor\b|\bboth\b|\bthe\b)*",
        re.IGNORECASE,
    ),
    everybody=re.compile(
        rf"{words.OPENS}"
        rf"(?:{words.VIEW_OF} {words.MANY}\b"
        rf"|{words.MANY} {words.AGREED}\b"
        r"|(?:it was |there was )(?:[a-z]+ly )?(?:agreed|noted|felt|suggested|stressed|argued|recalled|"
        r"recommended|proposed|said|"
        r"asked|(?:a |broad |general |wide |wide-?spread )*(?:agreement|consensus|support))\b"
        r"|(?:the |a )?(?:(?:town|parish|city|village|county) )?(?:seminar|session|meeting|forum|conference|panel|"
        r"workshop|round ?table|discussion|audience|council|board|committee|subcommittee|commission|assembly) "
        rf"(?:{words.ADVERB} )*(?:agreed|noted|concluded|called|recommended|stressed|recogni[sz]ed|urged|asked|"
        rf"heard|felt|found|adopted|approved|resolved|voted|reviewed)\b"
        # Whoever answers, or tells somebody, is not the one who spoke before: "Response: …", "He was told that …".
        r"|(?:(?:staff|council|committee|office|officer|management) )?(?:response|reply|answer)s?\s?:\s"
        r"|(?:he|she|they) (?:was|were) (?:then |also |again )?(?:told|asked|informed|advised|reminded|warned|assured|"
        r"answered|corrected|interrupted)\b"
        # What somebody tells of the event, not what the last speaker said.
        r"|an? (?:[a-z]+ )?(?:panel|group|team|delegation) (?:composed|consisting|comprised|made up) of\b"
        r"|(?:this|it|he|she|they) (?:was|were) (?:then )?(?:followed|succeeded|preceded) by\b"
        r"|taking place (?:on|in|at)\b|in (?:the|this) (?:following )?(?:interview|conversation|podcast|episode)\b"
        r"|(?:the |an? )?(?:accompanying |subsequent |following |ensuing |afternoon |morning |second |next |final |"
        r"lively |concluding |opening |inaugural |closing |plenary |technical |thematic |working |breakout |parallel )*"
        r"(?:panel discussion|discussions?|session|panel|debate|q ?& ?a|meeting|"
        r"event|forum|workshop|conference|seminar|symposium|exchange)(?: that followed)? (?:then |also )?(?:was|were|"
        r"began|ended|closed|concluded|opened|adjourned|convened|commenced|finished|focus+ed|cent(?:re|er)d|touched|covered|explored|stressed|turned|"
        r"revolved|featured|took place|brought)\b"
        r"|(?:a|the) (?:video|recording|summary|full report|transcript|list)\b[^.]{0,60}\b(?:is|are|will be|can be)\b"
        r"|for (?:a|the) (?:full |complete )?(?:transcript|recording|report|list)\b"
        r"|in the (?:afternoon|morning|evening|latter half|second half|second session|next session)\b"
        r"|(?:for [a-z ]{3,30}, )?(?:opinions|views|ideas) were (?:exchanged|shared)\b"
        rf"|[^.;:“”\"]{{0,120}}\b(?:panel|panel(?:l)?ists?|speakers?|presenters?|discussants?|participants|guests|"
        r"experts|attendees|contributors|moderators)\b[^.;:?!“”\"]{0,90}?\b(?:included|includes|including|featured|"
        r"comprised|consisted of|were|are)\s(?:the\s|also\s)?(?-i:[A-Z])"
        r"|(?:the |other |further |several |most )*(?:presentations|papers|talks|lectures|posters) "
        r"(?:by [^.;:]{3,60} )?(?:included|were|covered|ranged|focused)\b"
        r"|(?:this|these|all|(?:the|his|her|their) "
        r"(?:report|minutes|motion|accounts|adoption|proposal|recommendation)) "
        r"(?:(?:was|were) (?:then |duly |unanimously )?)?"
        r"(?:agreed|approved|adopted|accepted|carried|noted|seconded|proposed)\b"
        rf"|{OUTCOME}"
        r"|(?:a number|several|many|various) (?:of )?[a-z]{3,20} were "
        r"(?:brought out|raised|discussed|noted|made|answered)"
        r"|everybody|everyone|see (?:the|also|page|section|table|figure)\b"
        r"|(?:nobody|no one)(?: else)? (?:disagreed|objected|agreed|answered|replied|did)\b)",
        re.IGNORECASE,
    ),
    many=re.compile(
        rf"{words.OPENS}(?:{words.VIEW_OF} (?P<view>{words.MANY})\b"
        rf"|(?P<many>{words.MANY}) (?:{words.ADVERB} |were |are )*"
        rf"(?:{words.ALL_SAID}|of (?:one|the same) (?:mind|view|opinion)|unanimous)\b)",
        re.IGNORECASE,
    ),
    others=re.compile(
        r"^\W*(?:(?:Firstly|Secondly|Thirdly|Then|Next|Finally|However|Meanwhile|Also|In turn|In reply|Replying|"
        r"Later),?\s+)?"
        r"(?:(?:Another|One|A|An|The)\s+(?:[a-z]+\s+)?(?:(?:speaker|guest|participant|expert|panel(?:l)?ist|"
        r"delegate|commentator|"
        r"questioner|listener|member of the audience|moderator|host)\b"
        r"|(?i:(?:vice-)?chair(?:man|woman|person)?|president|mayor|clerk|treasurer|secretary|rapporteur|minister|"
        r"facilitator|convenor|ambassador|governor|director|manager|superintendent|attorney|engineer|officer|planner|"
        r"administrator|treasurer|commissioner|representative)\b(?: (?:of|for) [A-Z]\w+(?: [A-Z]\w+){0,3})?)"
        r"|(?:Mr|Mrs|Ms|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Minister|Ambassador|President|Dean|"
        r"Cllr|Cr|Clr|Coun|Gen|Councill?or|Council(?:man|woman|member)|Commissioner|Member|Chair(?:man|woman|person)?|"
        r"Mayor|Clerk|"
        r"Supervisor|Senator|Trustee|Judge|Justice|Secretary|Treasurer|Superintendent|"
        r"Director)\.?\s+[A-Z][\w’'-]+"
        r"(?:\s+[A-Z][\w’'-]+){0,3}"
        r"|(?!(?:The|This|That|These|Those|It|We|They|There|Here|Our|Its|Their|His|Her|In|On|At|By|For|As|If|"
        r"When|While|All|Both|"
        r"Each|Such|One|He|She|I|You)\b)[A-Z][\w’'-]+(?:\s+(?:[A-Z][\w’'-]+|van|de|der|den|von|bin|al|e|af|"
        r"zu)){1,4})"
        r"(?:,[^.;]{1,160},|\s*\([^()]*\))?\s+(?:also |then |further |however, )*(?:said|says|stated|read|delivered|"
        r"gave|brought|presented|introduced|welcomed|thanked|opened|closed|moderated|chaired|joined|spoke|described|"
        r"outlined|"
        r"discussed|highlighted|responded|agreed|offered|provided|shared|expressed|raised|underscored|addressed|argued|"
        r"argues|suggested|noted|"
        r"stressed|proposed|added|pointed out|believed|observed|warned|explained|emphasi[sz]ed|recommended|"
        r"concluded|recalled|"
        r"asked|replied|urged|maintained|mentioned|told|thought|felt|reported|called for|called on|advised|confirmed|"
        r"informed|commented|remarked|questioned|answered|clarified|requested|moved|"
        r"held that|(?:was|were) (?:thanked|appointed|elected|re-elected|invited|given|welcomed|introduced))\b",
    ),
    stranger=re.compile(
        # "Subsequently, Omar Teal dove into the details": whatever somebody else did next is not the last one's.
        rf"(?:Subsequently|Then|Next|Afterwards|Later|Finally|Lastly|After that),?\s{words.ONE}\s[a-z]{{3,}}\b|"
        # "Omar Teal, Dean of Weirs, was among the guests": what follows is not the last one's.
        rf"{words.ONE_TOLD_OF}\s+(?:was|were|is|attended|served|left|came|arrived)\b"
        # "Petra suggested another word", "As a neighbour, Cllr Lund declared an interest".
        rf"|(?:(?!(?:{words.NO_NAMES})\b)[A-Z][\w’'-]{{2,}}|[A-Z][a-z]+ [^.;:“”\"]{{3,160}},\s{words.TITLED})"
        rf"\s(?:also |then |further )?(?:{words.TELLS}|declared|voiced|clarified)\b"
        # "Similarly, young farmers raised the price of seed."
        r"|(?:\W*(?:[A-Z][a-z]+ly|Also|In addition),?\s)?(?!(?:He|She|They|It|We|I|You|This|That|Who|There)\b)"
        r"(?:[A-Za-z-]+\s){0,2}[a-z]{3,}(?<!ly)s\s(?:also |then )?"
        rf"(?:{words.TELLS}|put for(?:th|ward)|voiced)\b"
        # "His view was echoed by Omar Teal."
        r"|(?:His|Her|Their|This|That) [a-z]+ (?:was|were) (?:also )?(?:echoed|shared|supported|seconded|opposed) by\b"
    ),
    they=re.compile(r"^\s*(?:[A-Z][a-z ]{1,20}, )?[Tt]hey\s"),
    they_say=re.compile(
        rf"^\s*(?:[A-Z][a-z ]{{1,20}}, )?[Tt]hey (?:both |together |{words.ADVERB} ){{0,2}}(?:{words.TELLS}|"
        rf"talked|spoke|described|"
        r"outlined|discussed|highlighted|introduced|thanked|welcomed|encouraged|shared|gave|presented|"
        r"(?:started|began|opened|ended|closed|concluded|finished) (?:with|by)|started out)\b"
    ),
    done_by=re.compile(
        r"^(?:\W*[A-Z][\w’'-]*)?[^A-Z.;:“”]*\b(?:was|were|is|are) (?:also |then )?[a-z]{3,24}(?:ed|en|ught|ade|ld) by"
        r"(?: the)?(?: [A-Z][\w’'-]*\.?)?$"
        # "The second speaker was Omar Teal. He called for rain."
        r"|^\W*[A-Z][^A-Z.;:“”]*\b(?:speaker|presenter|panel(?:l)?ist|guest|discussant|up|next|stage) (?:was|is|came)$"
        # So do talks and turns: "The first talk was by Omar Teal. He called for rain."
        r"|^\W*[A-Z][^A-Z.;:“”]*\b(?:was|is|came) (?:by|from)$|^\W*(?:Then|Now|Next) it (?:was|is)$|^\W*(?:Up "
        r"next|Next up|Next):$"
    ),
    goes_on=re.compile(
        r"^\W*(?:Firstly, |Secondly, |Thirdly, |Finally, |Moreover, |Furthermore, |In addition, |Meanwhile, |"
        r"However, |Also, |"
        r"Later, |At the same time, )?(?:according to (?:him|her|them)\b|"
        r"in (?:his|her) (?:own )?(?:words|view|opinion)\b|(?:for|to) (?:him|her),|(?:he|she|they)\s)"
        # "Her second point was that it rains", "Among the reasons she gave was rain."
        rf"|^(?:his|her) (?:[a-z]+ ){{0,2}}(?:{words.NOUNS_OF_SAYING}) (?:was|is)\b(?! (?:also |then "
        rf")?[a-z]+(?:ed|en) by)"
        r"|^[^.,;:“”\"]{3,60}\s(?:he|she) (?:gave|named|listed|mentioned|cited|raised|made) (?:was|were|is|are)\b"
        r"|^(?:the|his|her) (?:lecture|talk|speech|presentation|address|keynote) (?:then |also )?"
        r"(?:ended|closed|concluded|finished|began|opened) (?:with|by)\b"
        r"|^[“\"][^“”\"]{2,600}[,.?!][”\"] (?:was|came) (?:his|her|their) (?:reply|answer|response|verdict)\b"
        r"|^[“\"][^“”\"]{3,600}[,.?!][”\"],?\s(?:he|she)\s(?:said|told|wrote|[a-z]{3,24}ed)\b"
        r"|^[^.;:“”\"]{2,240}?,\s(?:he|she)\s(?:also |further |then |again |[a-z]+ly )?"
        rf"(?:(?:{words.SAID})e?d|said|told|replied|spoke|put|gave|drew|went on|held that|continued|showed)\b"
        rf"|^(?:(?!\b(?:{words.TELLS})\b)[^“”]){{20,400}}?,\s(?:he|she)\s"
        r"(?:said|added|noted|explained|concluded|pointed out|argued|stressed|warned|"
        r"stated|recalled|observed|cautioned)\.",
        re.IGNORECASE,
    ),
    beforehand=re.compile(
        r"\b(?:when|whenever|as soon as)\s(?:the\s)?(?:(?:Mr|Mrs|Ms|Dr|Prof|Cllr)\.?\s+)?$", re.IGNORECASE
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
    subject_says=re.compile(
        rf"(?:\b(?-i:[A-Z])[\w’'.-]+|\b(?:he|she|they|who|{words.SOMEBODY})|[)”\"],?)\s(?:{words.ADVERB}\s){{0,2}}"
        rf"(?:{words.TELLS})\b"
        rf"|\baccording to\b|\bin the (?:opinion|view) of\b"
        rf"|\b(?:{words.TELLS}) by (?:the )?(?:(?-i:[A-Z])|{words.SOMEBODY})"
        r"|[“\"][^“”\"]{30,}[.,!?][”\"]",
        re.IGNORECASE,
    ),
    title=re.compile(
        r"(?!.*\b(?:by|to|of|as|in|on|at|and|or|the|an?|for|that|with|from)$)[^.!?,;:…]*[^.!?,;:…\s–—-]"
    ),
    beside=re.compile(
        r"\b(?:With|Together with|Along with|Joined by|Supported by|Opposed by|[Aa]longside|(?:When )?[Aa]sked "
        r"by|Introduced by|"
        r"(?:Respond|Reply|React|Refer|Turn|Speak)ing to|In (?:response|reply|answer|reaction) to|"
        r"(?:Agree|Disagree)ing with|"
        r"Answering|Thanking|Addressing|Echoing|Quoting|Contradicting|Following|After|Before|Like|Unlike|"
        # "On a question from Berg, Lund said": so does who answers.
        r"(?:On|To|At|After|Following|Answering|Addressing|(?:In |[A-Z][a-z]+ing )(?:reply |response |answer )?to) "
        r"(?:an?|the|another|further) (?:question|query|comment|request|remark|suggestion|point|proposal|call|"
        r"invitation)s? "
        r"(?:from|by|of))\s(?:the\s)?"
        r"(?:[A-Z][\w’'-]*\.?\s){0,4}\Z"
    ),
    is_author=_is_english_author,
    # "The plenary elected Berg as President. In his address, he called for rain."
    post=re.compile(r"\b(?:re-?elected|elected|appointed|nominated|chose|named)(?:\sthe)?$"),
    reported=re.compile(
        r"\b(?i:prizes?|awards?|certificates?|medals?|trophy|trophies|gifts?|flowers|bouquets?|scholarships?)\b"
        r"[^.;:]{0,60}\b(?:presented|given|handed|awarded)(?: out| over)? by\s(?:the\s)?(?:[A-Z][\w’'-]*\s){0,3}$|"
        rf"\b(?:that|whether|if|because) [^.;:“”\"]{{0,120}}\b{words.TALK} (?:given |made |delivered )?(?:by|of|from)"
        r"\s(?:the\s)?$"
    ),
    replies=re.compile(r"\W*(?:he|she|they) (?:then |also )?(?:replied|responded|answered)\b", re.IGNORECASE),
)
