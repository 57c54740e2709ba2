"""Lines of a masthead that name the series: …简报, 专　报, "Bulletin"."""

import re

from forum.scripts import is_han, simplified

_SERIES = re.compile(
    r"\b(bulletin|briefing|newsletter|digest|proceedings in brief)\b|简报|快报|专报|会刊|通讯|动态"
    r"|要报|内部参考|内参|参阅|会议纪要|学刊|季刊|增刊"
    r"|^[^，。：“”]{0,12}(?:信息|通报|简讯|情况反映|工作交流|决策参考|摘报|建言)$",
    re.IGNORECASE,
)
# Alone in their line, they are called as the line above says: 某某大会 / 简　报.
BARE_SERIES = frozenset(["简报", "专报", "快报", "要报", "动态", "通讯", "会刊", "纪要"])
_LONGEST_PADDED = 10  # letters and spaces of a series that is set wide: 专　报


def is_series(text: str) -> bool:
    plain = simplified(text)
    if plain.startswith("关于"):
        return False  # 关于排水改造的会议纪要 is a title
    padded = len(plain) <= _LONGEST_PADDED and is_han(plain)
    return _SERIES.search("".join(plain.split()) if padded else plain) is not None


def names_series(text: str) -> bool:
    """Whether a word of a line is one for a series."""
    return _SERIES.search(text) is not None
