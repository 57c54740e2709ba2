"""What series of bulletins are called, in every language: a forum's 专报 is its Special Report."""

# Each by language; the usual one (Bulletin, 简报) is the grammars' own `BULLETIN`.
NAMES: tuple[dict[str, str], ...] = (
    {"en": "Special Report", "zh": "专报"},
    {"en": "Flash Bulletin", "zh": "快报"},
    {"en": "Bulletin", "zh": "简报"},
    {"en": "Briefing", "zh": "要报"},
    {"en": "Proceedings", "zh": "会刊"},
    {"en": "Communiqué", "zh": "公报"},
    {"en": "Newsletter", "zh": "通讯"},
    {"en": "News", "zh": "动态"},
    {"en": "Reference", "zh": "内部参考"},
    {"en": "Reference", "zh": "内参"},
    {"en": "Reference", "zh": "参阅"},
    {"en": "Minutes", "zh": "会议纪要"},
    {"en": "Digest"},
)


def names_of(word: str) -> dict[str, str]:
    """Give the names of a series in every language by one of them; none, where it is not known."""
    return next((names for names in NAMES if word in names.values()), {})


def word_in(text: str) -> str | None:
    """Give the name of a series that stands in a running title; None where none is known."""
    plain = text.casefold()
    found = (word for names in NAMES for word in names.values() if word.casefold() in plain)
    return next(found, None)
