"""English saying that no list of verbs has: what follows any verb tells that something was said.

"quipped that", "reminded the room how", "took a different view: …", "is convinced that".
"""

_TOLD_ONE = (
    r"(?:us|them|everyone|everybody|participants|delegates|members|guests|listeners|attendees|reporters|"
    r"(?:the|his|her|their) (?:audience|panel|committee|council|board|meeting|room|participants|delegates|members|"
    r"guests|crowd|house|hearing|conference|forum|commission|assembly|group|court|press|public|listeners))"
)
# Whatever somebody does that is followed by "that": of these nothing is said.
_NO_SAYING = (
    r"(?:ensur|prov|happen|decid|seem|appear|realis|realiz|requir|attend|caus|arrang|"
    r"see|mean|know|ha|wa|i|doe|need)"
)
TELLS_THAT = (
    rf"(?!{_NO_SAYING}(?:e?s|e?d)\b)[a-z]{{3,24}}(?:ed|s)(?: {_TOLD_ONE})? (?:that|how|why|whether)\b"
    rf"|(?:said|told|wrote|thought|felt|held)(?: {_TOLD_ONE})? (?:that|how|why|whether)\b"
)
# What is told of somebody's mind, or of how words were put, in more words than one.
IS_OF_A_MIND = (
    r"(?:is|was|are|were|remains|remained) (?:[a-z]+ )?(?:convinced|certain|sure|adamant|confident|sceptical|skeptical|"
    r"doubtful|optimistic|hopeful) (?:that|about|of)"
)
PUTS_IT = (
    r"(?:took|takes) (?:issue with|(?:an?|the) (?:[a-z-]+ ){0,3}(?:view|line|position|stance))"
    r"|(?:made|makes) (?:the|a) (?:[a-z]+ )?case|(?:laid|lays|set|sets) out|put forward|puts forward|puts? it|"
    r"(?:put|puts) the (?:case|question)|would rather|kick(?:ed|s) (?:things |us |the [a-z]+ )?off (?:by|with)|"
    r"(?:opened|began|closed|concluded|ended|finished|started) (?:his|her|their) [a-z]+ by [a-z]+ing|"
    r"(?:sheds?|cast|casts) (?:[a-z]+ )?(?:light|doubt) on|(?:paid|pays) tribute|(?:sounded|sounds) the alarm|"
    r"(?:struck|strikes) an? [a-z-]+ (?:note|tone)|(?:weighed|weighs|chimed|chimes) in\b|"
    r"(?:painted|paints|drew|draws) an? (?:[a-z-]+ ){0,3}picture"
)
