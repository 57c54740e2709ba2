"""How English tells of an event: what nobody who spoke before said, though no one else is named.

"The motion was seconded.", "There was no response.", "The board thanked the students.", "Source: Weir News". Reported
speech tells in the past as well ("The country would pay."): only what happens at events is told of here, in general
words of such.
"""

import re

_LEADS = (
    r"^\W*(?:(?:then|next|afterwards?|later|finally|lastly|at the end|in closing|in conclusion|at that point|"
    r"at this point|following this|after this|after that|subsequently|meanwhile),?\s)?"
)
_ADJECTIVES = r"(?:[a-z][a-z-]+\s){0,3}?"
_OF_VOTES = r"(?:motion|amendment|vote|resolution|roll call|ballot|nominations?|slate(?: of \w+)?|quorum)s?"
_OF_EVENTS = (
    r"(?:session|meeting|event|forum|conference|workshop|seminar|symposium|ceremony|programme|program|"
    r"discussions?|"
    r"debate|dialogue|q ?& ?a|round ?table|panel|lunch|luncheon|dinner|reception|break|tour|visit|hearing|"
    r"video|film|"
    r"exhibition|award|awards|concert|exercise|activity|activities)"
)
_OF_BODIES = (
    r"(?:board|council|committee|commission|group|class|members|participants|attendees|guests|delegates|"
    r"delegations|"
    r"audience|students|staff|crowd|panel members|panel(?:l)?ists|speakers|trustees|visitors|assembly|"
    r"congregation|"
    r"residents|parents|families|everyone|everybody|all present|those present)"
)
_HAPPENED = (
    r"(?:was|were|is|are)(?: \w+ly| then| also| duly)? (?:adjourned|closed|held|attended|opened|moderated|"
    r"chaired|"
    r"followed|organi[sz]ed|moved|seconded|carried|passed|approved|adopted|defeated|made|taken|called|proposed|"
    r"introduced|given|served|shown|played|recorded|presented|divided|hosted|led|concluded|received|"
    r"tabled|withdrawn|"
    r"recogni[sz]ed|thanked|welcomed|honou?red|invited|sworn|elected|appointed|present|absent|"
    r"brought to an? (?:close|end))"
)
_ACTED = (
    r"(?:(?:then|also|unanimously|again|each|all)\s)?(?:thanked|stood|rose|recogni[sz]ed|voted|applauded|"
    r"adjourned|"
    r"convened|recessed|reconvened|entered|broke|listened|watched|visited|toured|viewed|enjoyed|sang|gathered|"
    r"introduced themselves|took (?:part|a|the|turns)|went (?:into|on|through|round|around)|came (?:to|"
    r"together)|"
    r"held a|had (?:an? |the )(?:[a-z]+ )?(?:opportunity|chance|discussion|lunch|break)|discussed|debated|"
    r"considered|"
    r"exchanged|reviewed|heard|received|approved|adopted|accepted|moved|elected|shared (?:their|a)|"
    r"asked questions|"
    r"raised questions|posed questions|split|divided|worked in|returned|proceeded|moved on)"
)
_TALK = (
    r"(?:talk|speech|presentation|remarks|report|lunch|break|session|video|discussion|vote|keynote|"
    r"address|lecture|"
    r"ceremony|meeting|panel|hearing|introductions?|presentations|speeches|opening|coffee|tour|visit)"
)
_NO_PRONOUN = r"(?!(?:he|she|i|we|you)\b)"
NARRATED = re.compile(
    rf"{_LEADS}(?:"
    rf"(?:(?:the|a|an|this|that|another|no|his|her|their)\s)?{_ADJECTIVES}{_OF_VOTES}\s(?:by \w+ )?"
    r"(?:was|were|to [a-z]+ (?:\w+ ){0,8}was|passed|carried|failed|died|followed|took place)\b"
    rf"|(?:(?:the|this|an?|another)\s)?{_ADJECTIVES}{_OF_EVENTS}\s(?:that followed\s)?(?:then |"
    rf"also )?(?:{_HAPPENED}|began|"
    r"started|ended|closed|concluded|adjourned|opened|featured|included|continued|followed|ensued|"
    r"took place|drew|attracted|"
    r"resumed|lasted|culminated|brought together)\b"
    rf"|(?:(?:the|all|many|most|some|several|both|other)\s(?:of the\s)?)?{_ADJECTIVES}{_OF_BODIES}\s"
    rf"(?:and (?:\w+\s){{1,4}})?(?:in [a-z]+ |who [^,.;]{{3,60}} )?(?:{_ACTED}|(?:was|were) (?:then |"
    rf"also )?(?:introduced|present|"
    r"recogni[sz]ed|thanked|invited|honou?red|welcomed|divided|given|shown|treated|asked to|able to see))\b"
    r"|(?:several|many|some|a number of|two|three)\s(?:[a-z]+\s){1,4}?(?:who [^,.;]{3,60} )?were (?:then |"
    r"also )?"
    r"(?:introduced|present|recogni[sz]ed|thanked|invited|honou?red|welcomed|given|shown)\b"
    r"|there (?:was|were|being|followed)(?: also| then)? (?:an?|no|some|further|much|several|general|"
    r"brief|little|"
    rf"considerable|lively|no further|no other)\s{_ADJECTIVES}(?:response|discussion|session|questions?|"
    rf"comments?|"
    r"objections?|opposition|applause|vote|break|debate|laughter|silence|exchange|q ?& ?a|presentation|"
    r"performance|quorum)\b"
    r"|(?:no|brief|further|some|much|considerable|extensive|additional|lengthy|more)\s(?:further |other |"
    r"public |more )?"
    r"(?:discussion|debate|questions?|comments?|reference|objections?|opposition|action|time|business)\s"
    r"(?:was|were|followed|ensued|took place|focused|cent(?:er|re)d|among|within|from)\b"
    r"|no (?:further |other |public )?(?:discussion|debate|questions?|comments?|objections?|opposition|"
    r"action)\W*$"
    r"|much of the (?:discussions?|debate|session|time|conversation)\b"
    r"|(?:discussion|debate|applause|laughter|questions|conversation)\s(?:was held|followed|ensued|then|"
    r"continued|took place)\b"
    r"|(?:this|that|it|which) (?:sparked|prompted|triggered|provoked|was (?:seconded|followed|"
    r"the (?:first|second|third|"
    r"fourth|fifth|last|final|\d+\w\w))|led to an? (?:[a-z]+ )?(?:discussion|debate|exchange)|"
    r"is the (?:first|second|third|"
    r"fourth|fifth|last|final|\d+\w\w)|continued in the)\b"
    r"|vote\s*[.:]|motion (?:carried|passed|failed|approved|seconded|by|made)\b|\d+ (?:ayes?|nays?|yes|"
    r"no)\b|(?:ayes?|nays?)\s*[:.\d–-]|"
    r"those (?:voting|present|in favou?r|opposed|attending|absent)\b|all (?:were )?in favou?r|"
    r"(?:unanimously )?carried\b|"
    r"(?:moved|seconded|proposed)(?: by)? (?-i:[A-Z])|voting (?:in favou?r|aye|yes|no)\b"
    rf"|(?:after|following|before|during) (?:the|his|her|their|a|an|some|this|"
    rf"these)\s{_ADJECTIVES}{_TALK}(?:[^,.;]{{0,40}}),\s"
    rf"{_NO_PRONOUN}"
    r"|(?:after|following) (?:that|this),\s(?-i:[A-Z])[^.;:]{3,120}?\b(?:made|gave|delivered|presented|"
    r"took|spoke|led|opened)\b"
    r"|(?:source|sources|photo|photos|photography|picture|image|credit|text|reporting|reported by|"
    r"written by|by-?line|"
    r"editor|edited by|contact|website|tags?|filed under|posted (?:in|by|on)|published|read more|related)\s?:\s"
    r"|[(\[][^()\[\]]{1,160}[)\]]\s*\.?\s*$"
    r")",
    re.IGNORECASE,
)
# "Public Works Director indicated": somebody is called by a post, and said it; "Sean and Petra received most votes".
OTHER_SUBJECT = re.compile(
    # "MC to ask for a quote."
    r"^\W*(?:[A-Z]{2,4}|Action[^.:]{0,20}:|ACTION[^.:]{0,20}:) (?:to|will) (?!be\b)[a-z]+\b|"
    r"^\W*(?:(?:The|Our|An?|City|Town|County|State|Acting|Interim|Deputy|Assistant|"
    r"Vice)\s)?(?:[A-Z][\w’&-]+\s){0,3}"
    r"(?:[Dd]irector|[Mm]ayor|[Cc]lerk|[Ss]ecretary|[Tt]reasurer|[Mm]anager|[Aa]ttorney|[Ee]ngineer|"
    r"[Pp]lanner|[Cc]hief|"
    r"[Aa]dministrator|[Ss]uperintendent|[Mm]inister|[Pp]resident|[Oo]fficer|[Cc]oordinator|[Pp]rincipal|"
    r"[Dd]ean|[Gg]overnor|"
    r"[Cc]ommissioner|[Cc]ouncill?or|[Mm]oderator|[Oo]rgani[sz]ers?|[Hh]osts?|[Ss]pokes(?:man|woman|"
    r"person)|[Ff]acilitator)\s"
    r"(?:also |then |further |later )?(?:said|says|stated|noted|indicated|advised|explained|reported|"
    r"added|asked|replied|"
    r"responded|thanked|welcomed|announced|informed|told|opened|closed|introduced|invited|presented|"
    r"pointed out|suggested|"
    r"clarified|confirmed|commented|recommended|reminded|requested|urged|called)\b"
    # "For the second group, Ada Berg listed eleven ports."
    r"|^\W*(?:(?:For|From|In|On) the [^,.;:]{3,40}, )?(?:[A-Z][\w’'-]+\s){1,2}[A-Z][\w’'-]+\s"
    r"(?:also |then )?(?:listed|showed|outlined|presented|spoke|summed up|summari[sz]ed|described|reported|shared)\b"
    r"|^\W*[A-Z][a-z]+(?:,\s[A-Z][a-z]+){0,3},?\sand\s[A-Z][a-z]+\s(?:received|volunteered|joined|thanked|"
    r"presented|attended|led|"
    r"performed|were (?:elected|appointed|chosen|nominated|thanked|present))\b"
)
# "Berg welcomed the new members:": a list of them follows.
GREETS = re.compile(
    r"\b(?:(?:welcomed|thanked|congratulated|greeted|commended)\b|(?:introduced|recogni[sz]ed|named|appointed)\b"
    r"(?=[^.:;]{0,60}\b(?:members|directors|guests|speakers|colleagues|staff|participants|visitors|winners|"
    r"officers|trustees)\b))"
    r"[^.:;“”\"]{0,80}:\s*$"
)
