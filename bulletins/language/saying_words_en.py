"""The words by which English says who said something: verbs, what stands around them, and whole groups."""

SAID = (
    "add|address|advise|advocate|affirm|agree|announce|answer|appeal|appreciate|argue|ask|assert|believe|call|"
    "caution|cite|claim|clarify|comment|compare|conclude|confirm|congratulate|consider|contend|count|declare|"
    "demonstrate|describe|detail|disagree|discuss|elaborate|emphasi[sz]e|encourage|estimate|examine|explain|"
    "explore|express|forecast|highlight|hope|illustrate|indicate|insist|introduce|invite|join|list|look|maintain|"
    "mention|name|note|observe|offer|open|outline|plead|point|praise|predict|present|propose|question|quote|raise|"
    "echo|recall|recogni[sz]e|recommend|refer|reflect|reiterate|remark|remind|reply|report|request|respond|restate|"
    "review|share|sketch|state|stress|suggest|summari[sz]e|support|talk|thank|trace|underline|underscore|urge|"
    "voice|warn|welcome|wish|wonder|averr|lament|opine|reason|critique|unpack|enthuse"
)
IRREGULAR = (
    "brought (?:up|to)|"
    "began|bid|came|drew|felt|found|gave|held|kept|knew|laid|made|meant|put|read|said|saw|set|shared|showed|spoke|"
    "spelt|stood|sought|takes?|taught|thought|told|took|went|wrote|says|thinks|holds|gives|finds|sees|makes|puts|"
    "draws|lays|speaks|tells|feels|shows"
)
VERB = rf"(?:(?:{SAID})(?:e?s|e?d|ing)?|replie[sd]|{IRREGULAR}|[a-z]{{2,}}ed)"
PARTICIPLE = (
    rf"(?:(?:{SAID})e?d|made|said|put|told|held|given|shown|drawn|laid out|set out|found|seen|written)"
)
# “Berg joined others in calling for time”: what somebody says with others.
JOINED = r"(?:today |yesterday )?joined [^.;,]{2,60} in (?:calling|urging|stressing|welcoming|asking)"
# What may stand between a short name and its verb: "Petra from the Weir Office noted".
OF_INSTITUTION = r"(?:\s(?:from|at|of)\s(?:the\s)?[A-Z][\w&.’-]*(?:\s[A-Z][\w&.’-]*){0,3})?"
MODAL = (
    r"(?:would|will)(?: not)? (?:show|give|tell|make|put|draw|take|hold|return|begin|keep|find|see|write|like|"
    r"rather|prefer|want)"
)
ADVERB = (
    r"(?:[a-z]+ly|also|long|always|already|never|often|now|further|then|therefore|thus|in turn|however|moreover|again|"
    r"too|still|even|just|only|both|"
    r"all|finally|later|first|next|accordingly|meanwhile|had|has|have|who|would|did|could|will|can|may|"
    r"(?:for|on) (?:his|her|their|its) (?:own )?part|(?:by|in) contrast|"
    r"in reply|in response|instead|conversely|for one)"
)
MANY = (
    r"(?!(?:the )?(?:keynote |first |second |third |next |last )?(?:guest|speaker|member) )"  # one, and no group
    r"(?:the |all |all of the |many |many of the |most |most of the |several |multiple |some |some of the |other |"
    r"no |two |three |various |a number of |both )*(?:participating |attending |invited |present |other |leading |"
    r"board |council |committee |panel |public |graduate )*"
    r"(?:guests?|speakers?|participants|experts|panel(?:l)?ists|delegates|delegations|attendees|scholars|"
    r"representatives|countries|parties|contributors|discussants|rapporteurs|members?|councill?ors|trustees|directors|"
    r"commissioners|residents|ministers|lawmakers|legislators)"
)
OPENS = (
    r"^(?:\W|[a-z]+ly,|at the same time,|meanwhile,|in (?:general|particular|short|the end|sum),|overall,|"
    r"here,|again,|(?:while|although|though) [^,.;:“”]{3,70},){0,9}\s{0,3}"
)
VIEW_OF = r"(?:in the (?:opinion|view) of|according to|as [a-z ]{3,30} by)"
AGREED = rf"(?:{ADVERB} |were |are )*(?:{VERB}|of (?:one|the same) (?:mind|view|opinion)|unanimous)"
# Of what a crowd does ("came", "included", "showed") only what says something.
ALL_SAID = (
    rf"(?:(?!present\b|introduce|discuss|consider|examin|explor|review|look|join|list|respond|open|count|invit|talk)"
    rf"(?:{SAID})(?:e?s|e?d)?(?!\s*:|[a-z])|said|says?|thought|thinks?|felt|feels?|"
    r"found|held|spoke|told)"
)
TALK = (
    r"(?:introduction|presentation|report|speech|remarks?|talk|keynote|address|paper|contribution|intervention|"
    r"proposal|suggestion|argument|analysis|comments?|view|views|experience|statement)"
)
# Who is named beside a speaker, with or against: ", for the River Union, and opposed by Norland and Sutland,".
BESIDE_ONE = (
    r"(?:,\s(?:and\s)?(?:with|on behalf of|for|also speaking for|speaking (?:for|on behalf of)|supported by|"
    r"opposed by|joined by|backed by|seconded by|echoed by|representing)\s"
    r"(?:[^.;“”\"]|(?<=\b[DM]r)\.|(?<=\bMs)\.|(?<=\bMrs)\.|(?<=\bProf)\.){2,160}?(?=,\s(?:and\s|opposed|supported|"
    r"[a-z]+ly |also |[a-z]{2,}ed\b|said\b|told\b|spoke\b)))"
)
BESIDE = f"{BESIDE_ONE}*"
BRACKET = r"\((?:[^()]|\([^()]*\)){0,200}\)"
TELLS = (
    "said|says|noted|stated|argued|stressed|emphasi[sz]ed|asked|replied|suggested|proposed|explained|added|pointed out|"
    "reported|recommended|warned|observed|concluded|informed|advised|agreed|urged|commented|called for|believed|told|"
    "thought|raised|requested"
)
SOMEBODY = (
    "(?:chair(?:man|woman|person)?|clerk|mayor|secretary|president|moderator|officer|resident|speaker|expert|official|"
    "representative|minister|professor|director|manager|guest|delegate|councill?or|treasurer|superintendent|engineer|"
    "attorney|planner|staff)s?"
)

# What stands between a name and its verb with no comma: "Petra who works on weirs spoke about".
IN_PASSING = (
    r"\s(?:(?:who|(?:in|during) (?:his|her|their)|on behalf of)\s[^,;:.“”\"]{2,60}?|from the [a-z]+(?: [a-z]+)?)\s"
    rf"(?=(?:{TELLS}|spoke|talked|wrote|described|had (?:this|the following|a few things|more|much|a lot) to)\b)"
)

# What is somebody's own where it "was" or "is" something: "Berg’s other update was that".
NOUNS_OF_SAYING = (
    "answer|reply|response|view|point|argument|conclusion|message|question|suggestion|advice|plea|concern|position|"
    "warning|proposal|verdict|thesis|update|news|announcement|claim|hope|worry|fear|criticism|explanation|diagnosis|"
    "prediction|estimate"
)
# “It rains,” he said.
HE_SAID = (
    r"[“\"][^“”\"]{3,400}[,.!?…][”\"],?\s(?:he|she)\s"
    r"(?:said|says|explains|adds|told|wrote|[a-z]{3,24}ed)\b"
)
ONE = r"[A-Z][\w’'-]+(?:\s+(?:[A-Z][\w’'.-]*|van|de|der|den|von|bin|al|e|af|zu)){1,3}"
NO_NAMES = (
    "He|She|They|It|This|That|These|Those|We|You|Who|One|There|Here|Some|Many|Most|All|Both|What|Which|Nobody|Others|People|"
    "Today|Now|Studies|Research|Data|Evidence|Results|Figures|Models|Reports|Surveys|History|Experience|Science|Critics"
)
TITLED = (
    r"(?:Mr|Mrs|Ms|Dr|Prof|Professor|Cllr|Cr|Councill?or|Commissioner|Senator|Mayor|Chair|Director)\.?\s"
    r"[A-Z][\w’'.-]*(?:\s[A-Z][\w’'-]+){0,2}"
)
ONE_TOLD_OF = (
    r"\W*(?:(?:Mr|Mrs|Ms|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Cllr|Mayor|Governor|Senator|President|Minister|"
    r"Council(?:man|woman|member|lor|or)|Commissioner|Ambassador|Justice|Judge)\.?\s+"
    rf"[A-Z][\w’'-]+(?:\s+[A-Z][\w’'.-]*){{0,3}}"
    rf"(?:,[^.;]{{1,160}},|\s*\([^()]*\))?"
    rf"|{ONE},\s(?:[a-z]{{1,12}}\s){{0,3}}(?:[A-Z]\w+\s){{0,3}}"
    r"(?i:director|dean|chair(?:man|woman|person)?|president|professor|head|minister|secretary|ceo|founder|manager|officer|"
    r"member|mayor|clerk|ambassador|editor|fellow|engineer|partner|lecturer|researcher|rector)\b[^.;]{0,120},)"
)

# What leads to somebody of whom the sentence tells that something was said: "agreed with what Lund said", "answered
# the question Lund asked"; but "That was how Lund put it", and "What Lund said was that it rains".
OF_A_CLAUSE = (
    r"(?<!\bwas)(?<!\bis)(?<=[\w,])\s(?:what|whatever|how|where|(?:in|at|to|on|of|from|for|by|with|during|about) "
    r"which|whom)"
    r"\s(?:the\s)?(?:(?:Mr|Mrs|Ms|Dr|Prof|Cllr)\.?\s+)?$"
    r"|(?:\w,?\s|^)(?:the|a|an|any|every|each|those|these|this|that)\s(?:[a-z-]+\s){0,2}(?:questions?|points?|issues?|proposals?|"
    r"ideas?|suggestions?|plans?|arguments?|examples?|concerns?|views?|claims?|remarks?|comments?|topics?|matters?|"
    r"problems?|things?|way|moment|words?|speech|talk|paper|report|story|motion|amendment)\s"
    r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Cllr)\.?\s+)?$"
)

# What somebody does, and says something with it: "chaired the session and noted that weirs leak", "was interested in
# weirs, noting that they leak"; but not "was received and noted".
_SPEAKS = (
    rf"{TELLS}|pointed|called for|described|outlined|answered|apologi[sz]ed|praised|announced|promised|"
    "reminded|spoke|highlighted|underlined|underscored|declared|expressed|shared|summari[sz]ed|"
    "summed up|encouraged|remarked|recalled|wondered"
)
_NOTING = (
    "noting|adding|explaining|stressing|saying|pointing out|arguing|warning|emphasi[sz]ing|suggesting|observing|"
    "stating|"
    "highlighting|underlining|underscoring|recalling|remarking|insisting|claiming|asking|wondering|urging"
)
# What may follow a name that does nothing there: "Berg and Lund", "Berg last week".
_NO_VERBS = (
    "for|of|to|in|on|at|as|by|from|with|and|or|but|the|an|his|her|their|its|last|this|that|who|whom|whose|which|today|"
    "yesterday|again|also|earlier|later|here|there|too|well|both|before|after|during|about|than|via|per|plus|not|then|"
    "now|once|when|where|while|if|because|since|until|over|under|into|onto|off|out|up|down|some|all|any|many|several|"
    "along|together|like|unlike|through|against|among|around"
)
_CHAIRS = r"(?:called|took) (?:[\w’'-]+ ){0,6}(?:to order|chair)\b"
_IN_REMARKS = r"(?:also|then|in (?:his|her) (?:opening |closing |welcoming )?(?:remarks|speech|address))"
SAYS_WITH_IT = (
    rf"\s(?:{ADVERB}\s){{0,2}}(?!(?:{_NO_VERBS})\b|{_CHAIRS})[a-z]{{2,14}}\b"
    rf"(?:(?:\s(?!(?:who|which|that|by|where|when)\b)[\w’'&-]+){{0,12}}?,?\s(?:and|but)\s(?:{_IN_REMARKS}\s)?"
    rf"(?:{_SPEAKS})\b(?=\s(?!by\b|nothing\b)[\w“\"])"
    rf"|[^.;:“”\"]{{0,160}}?,\s(?:{_NOTING})\s(?=that\b|how\b|why\b|whether\b|[“\"]))"
)

# "Ada Berg’s “Weirs in Winter” showed": what her talk tells.
OWN_TITLE = (
    r"[’']s?\s(?:[a-z]+\s){0,3}[“\"‘'][^“”\"]{3,160}[”\"’'],?\s"
    r"(?:[a-z]{3,24}(?:ed|s)|told|gave|set out|drew|made|spoke)\b"
)
