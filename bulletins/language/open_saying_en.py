"""English saying that no list of verbs has: what follows any verb tells that something was said.

"quipped that", "reminded the room how", "took a different view: …", "is convinced that".
"""

_TOLD_ONE = (
    r"(?:us|them|everyone|everybody|participants|delegates|members|guests|listeners|attendees|reporters|"
    r"(?:the|his|her|their) (?:audience|panel|committee|council|board|meeting|room|participants|delegates|"
    r"members|"
    r"guests|crowd|house|hearing|conference|forum|commission|assembly|group|court|press|public|listeners))"
)
# Whatever somebody does that is followed by "that": of these nothing is said.
_NO_SAYING = (
    r"(?:ensur|prov|happen|decid|seem|appear|realis|realiz|requir|attend|caus|arrang|"
    r"see|mean|know|ha|wa|i|doe|need)"
)
TELLS_THAT = (
    rf"(?!{_NO_SAYING}(?:e?s|e?d)\b)[a-z]{{3,24}}(?:ed|s)(?: {_TOLD_ONE})? (?:that|how|why|whether)\b"
    rf"|(?:said|told|wrote|thought|felt|held|foresaw|taught|set out|sets out|laid out)(?: {_TOLD_ONE})?"
    r" (?:that|how|why|whether)\b"
)
# What somebody does at an event, and says nothing by it, unless words follow: "released a book, saying that".
DOES_NO_SAYING = (
    r"(?:(?:has|have|had)\s)?(?:(?:just|recently|already)\s)?"
    r"(?:publish|conduct|releas|launch|inaugurat|unveil|organi[sz]|visit|tour|sign|donat|distribut|perform|play|"
    r"cook|serv|"
    r"install|repair|clean|paint|plant|decorat|sponsor|supervis|pilot|staff|cater|host|greet|escort|"
    r"accompan|award|receiv|"
    # "Berg, who owns a mill, disagreed."
    r"(?<!who )(?:storm|stepp|travel|travell|depart|resign|retir|graduat|stud|work|own|liv|marr|train|coach|smil|"
    r"nodd|laugh|danc|jump|climb|pour|hand|photograph|film|bak|wav))"
    r"(?:i?ed|e?s)\b(?![^.;:“”\"]{0,200}\b(?:saying|noting|adding|asking|stressing|arguing|explaining|"
    r"urging|that|how|why|"
    r"said|says|(?:and|but) (?:pointed|noted|added|asked|stressed|argued|explained|urged|told|spoke|thanked|wished))\b)"
)
# What is told of somebody's mind, or of how words were put, in more words than one.
IS_OF_A_MIND = (
    r"(?:is|was|are|were|remains|remained) (?:[a-z]+ )?(?:convinced|certain|sure|adamant|confident|"
    r"sceptical|skeptical|"
    r"doubtful|optimistic|hopeful) (?:that|about|of)"
    # "Berg was not convinced."
    r"|(?:is|was|are|were|remains|remained) (?:[a-z]+ )?(?:un)?(?:convinced|persuaded|sceptical|skeptical|adamant|"
    r"optimistic|pessimistic|blunt|cautious|doubtful)(?=[.;:,])"
    r"|(?:is|was|are|were|remains|remained) (?:[a-z]+ )?"
    r"(?:open to|in favou?r of|against|wary of|opposed to|reluctant to)"
)
# What somebody has, gives or ends with that is told behind a colon: "had a warning: the line moves".
_WORDS = (
    r"(?:promise|warning|question|plea|number|figure|message|point|answer|example|proposal|idea|request|thought|"
    r"confession|reminder|wish|complaint|calculation|doubt|suggestion|verdict|explanation|reply|remark|appeal|"
    r"observation|argument|objection|concern|demand|lesson|conclusion|rule|recipe|principle)s?|advice"
)
IS_GLAD_TO_SAY = (
    r"(?:[a-z]+ )?(?:concerned (?:that|about|at|by)|of the (?:opinion|view)|(?:pleased|happy|glad|proud|sorry|"
    r"delighted|keen|"
    r"able|quick|careful|eager|anxious|at pains) to (?:say|report|announce|note|see|hear|stress|confirm|add|"
    r"point out|tell|"
    r"speak|talk))"
)
# What is said in a phrase whose verb alone says nothing.
IN_A_PHRASE = (
    r"(?:sets?|lays) the (?:scene|stage|tone)\b|made (?:it )?(?:very |quite |perfectly )?(?:clear|plain)\b|took "
    r"the floor\b|"
    r"(?:made|makes) an? (?:[a-z]+ )?(?:presentation|statement|case) (?:on|about|for|against)\b|took (?:the|his|"
    r"her|their) (?:audience|room|listeners|participants|"
    r"meeting|delegates|guests) (?:on|through|back)\b|(?:brought|brings) an? (?:[a-z]+ ){0,2}(?:perspective|view)\b|"
    r"(?:dwelt|dwells) (?:up)?on\b|came out (?:against|for|in favou?r of|in support of)\b|(?:took|takes) an? "
    r"(?:[a-z-]+ ){0,2}look at\b|(?:made|makes) (?:an? |the |some |several |a few |two |three |four |five "
    r")?(?:[a-z]+ )?"
    r"(?:pleas?|appeals?|remarks?|points?|observations?|comments?|promises?|pledges?) (?:for|to|on|about|in|that|"
    r"against)\b|"
    r"(?:named|gave|gives|listed|cited|offered|raised|shared) (?:an? |the |some |several |a few |two |three |"
    r"four |five )?(?:[a-z]+ )?(?:reasons?|examples?|"
    r"causes?|factors?|"
    r"challenges?|obstacles?|priorities|conditions?|aims?|goals?)\b|(?:wants|expects|fears|doubts|regards|considers|hopes|"
    r"favou?rs|opposes) [a-z]|(?:took|takes) up the\b|dismissed (?:the|this|that|these|those|any) "
    r"(?:[a-z]+ )?(?:plans?|ideas?|claims?|notions?|views?|arguments?|concerns?|fears?|criticism|proposals?|"
    r"suggestions?)\b|"
    r"joined (?:the|in the|this) (?:calls?|appeals?|pleas?|demands?) for\b|(?:turned|moved on|came|passed|went "
    r"on) to the "
    r"(?:question|issue|matter|topic|theme|subject|problem|role|need|state|cost|future|history) of\b|built "
    r"(?:up)?on (?:this|"
    r"that|these|the)\b|undertook to\b|(?:could|can) ?not (?:see|imagine|accept|agree|support|understand)\b"
)
PUTS_IT = (
    rf"{IN_A_PHRASE}|"
    rf"(?:walks|takes|leads|guides|talks) {_TOLD_ONE} through\b|"
    r"(?:was|is|wasn[’']t|isn[’']t|remained|sounded) (?:not |less |more |far from |very |"
    r"even |quite )?[a-z]+: "
    r"(?=[“\"A-Za-z])|[a-z]{2,}[^.;:“”\"]{0,60}: (?=[“\"])|"
    rf"[a-z]{{2,}} (?:[a-z’'-]+ ){{0,5}}(?:{_WORDS}): (?=[“\"A-Za-z0-9])|"
    r"(?:took|takes) (?:issue with|(?:an?|the) (?:[a-z-]+ ){0,3}(?:view|line|position|stance))"
    r"|(?:made|makes) (?:the|a) (?:[a-z]+ )?case|(?:laid|lays|set|sets) out|put forward|puts forward|"
    r"puts? it|(?:began|continued|went on|mused|sighed|joked)(?=,)|"
    r"would (?!not|never|be|have|attend|join|serve|return|remain|become|chair|lead|host|meet|"
    r"visit)[a-z]{3,}|"
    r"(?:put|puts) (?:the|its|their) (?:case|question|figure|cost|price|number|total)\b|"
    r"(?:rose|stood up|stepped up|approached the [a-z]+|wanted|continued|chose|returned|took the (?:floor|opportunity|"
    r"occasion)) to (?:say|ask|argue|address|"
    r"stress|point|remind|thank|explain|express|add|warn|note|tell|urge|recall|speak)\b|"
    r"did an? (?:[a-z]+ )?job (?:of )?[a-z]+ing\b|\+1\b|"
    r"(?:had|has) (?:this|the following|a few things|more|much|a lot) to (?:say|add)\b|"
    r"wrote (?:in (?:an?|his|her|the)|on (?:his|her|the)|that|back)\b|"
    r"(?:was|is|were) (?:also |widely )?(?:quoted|cited|heard) (?:as )?(?:saying|stating|arguing)\b|"
    r"would rather|kick(?:ed|s) (?:things |us |the [a-z]+ )?off (?:by|with)|"
    r"(?:opened|began|closed|concluded|ended|finished|started) (?:(?:the|his|her|their) [a-z]+ )?by [a-z]+ing|"
    r"(?:opened|began|closed|concluded|ended|finished|started) with (?:an?|the|his|her|their|some) (?:[a-z]+ ){0,2}"
    r"(?:story|anecdote|question|plea|appeal|call|warning|example|reminder|quote|quotation|joke|observation|remark|"
    r"thought|wish|confession|number|figure)s?\b|"
    r"(?:had|has) (?:no |some |serious |grave |his |her |their |a few |strong )?(?:objections?|doubts?|concerns|"
    r"reservations|misgivings|qualms)\b|"
    r"(?:did|does) not (?:exclude|rule out|agree|deny|believe|think|share|dispute|object|see)\b|"
    r"(?:sheds?|cast|casts) (?:[a-z]+ )?(?:light|doubt) on|(?:paid|pays) tribute|(?:sounded|sounds) the alarm|"
    r"(?:struck|strikes) an? [a-z-]+ (?:note|tone)|(?:weighed|weighs|chimed|chimes) in\b|"
    r"(?:painted|paints|drew|draws) an? (?:[a-z-]+ ){0,3}picture"
)
