"""British and American spellings of one word, as the index keeps it: the American one. Plain Python."""

import re

_OUR = re.compile(
    "((?:dis|un|mis|en)?(?:arb|ard|arm|behavi|cand|clam|col|demean|endeav|enam|fav|ferv|flav|glam|harb|hon|hum|lab|"
    "neighb|od|parl|ranc|rig|rum|sav|savi|splend|succ|tum|val|vap|vig))our"
)
# Words in -ise that nobody spells with a z.
_ALWAYS_ISE = frozenset(
    """
    advert adv appra appr bra bru cerc chast chem circumc compr comprom conc cru dem desp dev disgu enterpr exc exerc
    expert franch improv inc lia likew merchand mort otherw parad po pra prec prem pract prom ra rev repr superv surm
    surpr telev treat turquo val underpr enfranch clockw
    """.split()  # noqa: SIM905 (a list of fifty strings is not read)
)
_ISE = re.compile("([a-z]{3,})is(e|ed|es|er|ers|ing|ation|ations|ational|able|ability)")
_LYSE = re.compile("((?:ana|cata|para|dia|hydro|electro)ly)s(e|ed|er|ers|ing)")
_DOUBLED = re.compile(
    "((?:travel|model|label|cancel|fuel|level|signal|counsel|channel|panel|tunnel|marvel|jewel|quarrel|rival|total|equal|"
    "dial|duel|initial|funnel|shovel|spiral|unravel|pedal|medal|parcel|libel|snorkel)l)(ed|ing|er|ers|or|ors|ous|ery|ist)"
)
_OTHERS = (
    (
        re.compile("(cent|theat|met|kilomet|millimet|centimet|lit|millilit|spect|lust|maneuv)re(s?|d)"),
        r"\1er\2",
    ),
    (re.compile("(fib|calib|sab|somb|meag)re(s?)"), r"\1er\2"),
    (re.compile("(cata|dia|ana|pro|epi|mono|trave)logue(s?)"), r"\1log\2"),
    (re.compile("(def|off|pret|lic)ence(s?|d|less)"), r"\1ense\2"),
    (re.compile("practis(e|ed|es|ing)"), r"practic\1"),
    (re.compile("programme(s?)"), r"program\1"),
    (re.compile("(enro|fulfi|insta|disti)l(|s|ment|ments)"), r"\1ll\2"),
    (re.compile("(ski|wi)lful(.*)"), r"\1llful\2"),
    (re.compile("(judg|acknowledg)ement(s?)"), r"\1ment\2"),
    (re.compile("ageing"), "aging"),
    (re.compile("gr(?:e)y(s|ed|ing|er|ish)?"), r"gray\1"),
    (re.compile("plough(.*)"), r"plow\1"),
    (re.compile("mould(.*)"), r"mold\1"),
    (re.compile("sceptic(.*)"), r"skeptic\1"),
    (re.compile("sulph(.*)"), r"sulf\1"),
    (re.compile("aluminium"), "aluminum"),
    (re.compile("artefact(s?)"), r"artifact\1"),
    (re.compile("manoeuvre(s|d)?"), r"maneuver\1"),
    (re.compile("(encyclop|p|an|orthop|h|arch|gyn|c)ae(d|m|o|c|s)(.{2,})"), r"\1e\2\3"),
    (re.compile("(f|diarrh|hom)oe(t|a|o)(.*)"), r"\1e\2\3"),
    (re.compile("oe(strogen|sophag)(.*)"), r"e\1\2"),
    (re.compile("(to|for|back|after|up|down)wards"), r"\1ward"),
)


def american(word: str) -> str:
    """Give a word in small letters as Americans spell it; others stay: "labour" is "labor"."""
    found = _OUR.match(word)
    if found:
        word = f"{found[1]}or{word[found.end() :]}"
    if (found := _ISE.fullmatch(word)) and found[1] not in _ALWAYS_ISE:
        return f"{found[1]}iz{found[2]}"
    if found := _LYSE.fullmatch(word):
        return f"{found[1]}z{found[2]}"
    if found := _DOUBLED.fullmatch(word):
        return f"{found[1][:-1]}{found[2]}"
    for spelling, instead in _OTHERS:
        if found := spelling.fullmatch(word):
            return found.expand(instead)
    return word
