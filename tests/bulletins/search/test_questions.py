"""What researchers ask, and what comes: of the demo forum, each issue by its volume."""

from bulletins.search import Criteria, Search, corrected

# What is typed: issues with points that have it, best first, and issues that have it beside their points.
QUESTIONS = {
    # People: in either script, turned round, in pieces, in traditional characters, misspelt; without a statement.
    "Lin Qiaoyun": ([41, 44, 47], []),
    "林巧云": ([47, 41, 44], []),
    "林巧雲": ([47, 41, 44], []),
    "lin qiao yun": ([41, 44, 47], []),
    "Qiaoyn Lin": ([41, 44, 47], []),
    "Adeyemi Holt": ([44, 41], []),
    "Wren Castellan": ([], [46, 42, 41, 44]),
    "castelan": ([], [46, 42, 41, 44]),
    "闻一舟": ([], [47]),
    "聞一舟": ([], [47]),
    # Phrases, and words of the note, of the lede and of titles.
    '"rain needs room before it needs pipes"': ([44], []),
    "「第一个夏天没有人浇水」": ([47], []),
    '"question of how a city may keep its rain"': ([], [44]),
    "供参考": ([], [47]),
    '"not begun in it will not': ([44], []),
    "海綿街區": ([], [47]),
    # Numbers, volumes, dates.
    "thirty-eight pumping stations": ([44], []),
    "Vol. 44": ([], [44]),
    "No. 1": ([], [41, 44]),
    "November 17, 2026": ([], [45, 44]),
    "2026年11月18日": ([], [47]),
    # Chinese letters alone, and traditional ones.
    "雨": ([47], []),
    "雨水花園": ([47], []),
    # Alternatives, exclusions, spellings, offices.
    "culvert OR actuary": ([41, 44, 43], []),
    "海绵 | 养护员": ([47], []),
    "neighbor disputes -water": ([], []),
    "neighbour ownership": ([42], []),
    "Commissioner for Water": ([44], []),
    "storag": ([42, 45], []),
    # Nobody: no other word takes a name's place.
    "Dongmei": ([], []),
}


def found(typed):
    search = Search(Criteria(typed))
    if not (search.hits or search.issues):
        search = corrected(search) or search
    points = [group.publication.volume for group in search.page(1)]
    return points, [issue.publication.volume for issue in search.issues]


def test_what_researchers_ask_is_found(demo):
    came = {typed: found(typed) for typed in QUESTIONS}

    assert {typed: some for typed, some in came.items() if some != QUESTIONS[typed]} == {}
