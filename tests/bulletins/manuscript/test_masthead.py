"""The head of a sheet, line by line: what each tells, which is the title, and what has no place there."""

import datetime

import pytest

from bulletins.manuscript.masthead import (
    Head,
    has_title,
    is_headline,
    is_line,
    is_repeat,
    settle,
    take,
    take_date_of_text,
    take_line,
)
from bulletins.manuscript.series_lines import is_series, names_series
from tests.blocks import block, told

HEADS = (
    # number, volume, date, ISSN
    ("Rain Forum Bulletin", "Issue No. 6, Vol. 12", "May 3, 2026", "ISSN 2049-3630", "Rain in Fenmark"),
    ("Rain Forum Bulletin", "Number 6 | Volume 3 | 3 May 2026", "Rain in Fenmark"),
    ("# Rain Forum Bulletin", "No. 4. Total No. 88", "## Rain in Fenmark", "Monday, 4 May 2026 14:30"),
    ("Rain Bulletin", "No. 5", "No. 6", "May 3, 2026", "May 4, 2026", "# Rain"),
    ("雨水论坛简报", "第6期（总第141期）", "雨水论坛秘书处编", "2026年5月3日", "# 雨水与管网"),
    ("雨水论坛简报（三）", "# 雨水与管网"),
    ("Rain Forum Bulletin", "Weir Office", "WEIR OFFICE", "# Rain in Fenmark"),
    ("雨水论坛简报", "增刊第2期", "2026年5月3日", "雨水与管网"),
    ("雨水论坛简报（增刊）", "增刊", "雨水与管网"),
    ("雨水论坛", "简　报", "第六期", "雨水与管网"),
    ("雨水论坛秘书处", "简　报", "雨水与管网"),
    ("雨水论坛\n简　报", "雨水与管网"),
    ("一", "雨水论坛", "简报", "雨水与管网"),
    ("简报", "雨水与管网"),
    ("雨水〔2026〕12号", "雨水与管网"),
    ("第七号", "雨水与管网"),
    ("二〇二六年五月三日", "雨水与管网"),
    # the publisher
    ("Rain Forum Bulletin", "Published by the Weir Office", "Rain in Fenmark"),
    ("Rain Forum Bulletin", "Publisher: Ada & Sons", "Rain in Fenmark"),
    ("Rain Forum Bulletin", "Weir Office, May 3, 2026, No. 7", "Rain in Fenmark"),
    ("Rain Forum Bulletin", "Weir Office", "Fen University", "# Rain in Fenmark"),
    ("Rain Forum Bulletin", "Weir Office", "weir office", "# Rain in Fenmark"),
    ("Minutes of the Weir Committee", "May 3, 2026"),
    ("Minutes of the Weir Committee", "The Weir Office", "Fenmark"),
    ("雨水论坛简报", "主办单位：雨水局", "承编：端木", "编辑单位：芦汀大学", "雨水与管网"),
    ("雨水论坛简报", "雨水局编印　2026年5月3日", "# 雨水与管网"),
    ("雨水论坛简报", "芦汀市水务处　2026年5月3日", "# 雨水与管网"),
    ("雨水论坛简报", "芦汀市水务处", "# 雨水与管网"),
    ("芦汀市水务处　2026年5月3日", "# 雨水与管网"),
    ("雨水论坛简报", "主办：雨水局", "芦汀市水务处　2026年5月3日", "# 雨水与管网"),
    ("A Weir Office for all of us and for the rain of Fenmark", "May 3, 2026"),
    ("The Weir Office", "May 3, 2026"),
    ("The Weir Office of all Fenmark", "May 3, 2026"),
    ("The Weir Office of Fenmark", "May 3, 2026"),
    # marking and meeting
    ("内部资料　注意保存", "（仅供参考）", "雨水论坛简报", "雨水与管网"),
    ("Confidential", "Rain Forum Bulletin", "Rain in Fenmark"),
    ("confidential, for the eyes of the guests", "Rain in Fenmark"),
    ("confidential, for the eyes of the weirers", "Rain in Fenmark"),
    ("雨水论坛简报", "时间：2026年5月3日", "地点：芦汀", "雨水与管网"),
    ("雨水与管网", "作者：令狐野　来源：芦汀报　时间：2026-05-03"),
    ("雨水会议纪要", "主 持 人：令狐野", "出席：令狐野、端木晴，洪端木。", "# 雨水与管网"),
    ("雨水会议纪要", "出席：令狐野、芦汀大学校长", "与会者：端木晴", "# 雨水与管网"),
    ("雨水会议纪要", "出席：", "# 雨水与管网"),
    # the title
    ("<title> Rain in Fenmark", "# Weir and Drain", "**Bold line**"),
    ("<series-title> Weir letters", "<series-title> Drain letters", "Rain in Fenmark"),
    ("<title> Rain Bulletin", "Rain letters"),
    ("<title> Rain Bulletin", "Weir Newsletter", "Rain letters", "Sun letters"),
    ("## Small", "# Large", "### Smaller"),
    ("# One", "# Two"),
    ("**One**", "**Two**", "plain"),
    ("plain one", "plain two", "plain three"),
    ("######## Deep", "plain"),
    ("######### Deeper", "plain"),
    ("Rain Forum Bulletin",),
    ("Rain Forum Bulletin", "Rain Newsletter"),
    ("Rain Forum Bulletin", "rain forum BULLETIN", "Rain in Fenmark", "Rain in Fenmark"),
    ("雨水与管网", "——芦汀论坛综述", "—二版"),
    ("——芦汀论坛综述", "雨水与管网"),
    ("雨水与管网", "——"),
    ("Rain", "—in Fenmark", "a line", "another line"),
    ("Rain Forum Bulletin\nIssue 6\nRain in\nFenmark",),
    # who wrote it
    ("Rain in Fenmark", "By Ada Berg"),
    ("Rain in Fenmark", "By: Ada Berg / Weir News"),
    ("Rain in Fenmark", "By rain and sun"),
    ("Rain in Fenmark", "May 3, 2026, 14:30 By Ada Berg"),
    ("Rain in Fenmark", "May 3, 2026 By The Sea"),
    ("雨水与管网", "文｜令狐野", "端木晴", "**洪端木**", "# 令狐野"),
    ("令狐野", "雨水与管网"),
    ("<title> 雨水与管网", "<title> 端木晴"),
    ("By Ada Berg",),
    ("Published on May 3, 2026", "Rain in Fenmark"),
    ("Issue date: May 3, 2026", "Rain in Fenmark"),
    ("2026", "Rain in Fenmark"),
    ("Sunday", "Rain in Fenmark"),
    (),
)


def head_of(*texts):
    head = Head()
    for text in texts:
        take(head, block(text))
    settle(head)
    return head


def everything(texts):
    head = head_of(*texts)
    found = {
        **{
            name: str(value) if isinstance(value, datetime.date) else value
            for name, value in head.fields.items()
        },
        "told": [one["text"] for _, one in told(head.findings)],
        "authors": head.authors,
        "printed": sorted(head.printed),
    }
    return {name: value for name, value in found.items() if value not in ([], "")}


READ = {
    ("雨水论坛简报（三）", "# 雨水与管网"): {
        "series_title": "雨水论坛简报（三）",
        "number": 3,
        "title": "雨水与管网",
        "printed": ["雨水与管网", "雨水论坛简报 三"],
    },
    ("Rain Forum Bulletin", "Weir Office", "WEIR OFFICE", "# Rain in Fenmark"): {
        "series_title": "Rain Forum Bulletin",
        "publisher": "Weir Office",
        "title": "Rain in Fenmark",
        "printed": ["rain forum bulletin", "rain in fenmark", "weir office"],
    },
    ("Rain Forum Bulletin", "Issue No. 6, Vol. 12", "May 3, 2026", "ISSN 2049-3630", "Rain in Fenmark"): {
        "series_title": "Rain Forum Bulletin",
        "volume": 12,
        "number": 6,
        "date": "2026-05-03",
        "issn": "2049-3630",
        "title": "Rain in Fenmark",
        "printed": ["rain forum bulletin", "rain in fenmark"],
    },
    ("Rain Forum Bulletin", "Number 6 | Volume 3 | 3 May 2026", "Rain in Fenmark"): {
        "series_title": "Rain Forum Bulletin",
        "volume": 3,
        "number": 6,
        "date": "2026-05-03",
        "title": "Rain in Fenmark",
        "printed": ["rain forum bulletin", "rain in fenmark"],
    },
    ("# Rain Forum Bulletin", "No. 4. Total No. 88", "## Rain in Fenmark", "Monday, 4 May 2026 14:30"): {
        "series_title": "Rain Forum Bulletin",
        "volume": 88,
        "number": 4,
        "date": "2026-05-04",
        "title": "Rain in Fenmark",
        "printed": ["rain forum bulletin", "rain in fenmark"],
    },
    ("Rain Bulletin", "No. 5", "No. 6", "May 3, 2026", "May 4, 2026", "# Rain"): {
        "series_title": "Rain Bulletin",
        "number": 5,
        "date": "2026-05-03",
        "title": "Rain",
        "publisher": "No. 6",
        "told": ["May 4, 2026"],
        "printed": ["rain", "rain bulletin"],
    },
    ("雨水论坛简报", "第6期（总第141期）", "雨水论坛秘书处编", "2026年5月3日", "# 雨水与管网"): {
        "series_title": "雨水论坛简报",
        "volume": 141,
        "number": 6,
        "publisher": "雨水论坛秘书处",
        "date": "2026-05-03",
        "title": "雨水与管网",
        "printed": ["雨水与管网", "雨水论坛秘书处", "雨水论坛简报"],
    },
    ("雨水论坛简报", "增刊第2期", "2026年5月3日", "雨水与管网"): {
        "series_title": "雨水论坛简报 增刊第2期",
        "date": "2026-05-03",
        "title": "雨水与管网",
        "printed": ["雨水与管网", "雨水论坛简报"],
    },
    ("雨水论坛简报（增刊）", "增刊", "雨水与管网"): {
        "series_title": "雨水论坛简报（增刊） 增刊",
        "title": "雨水与管网",
        "printed": ["雨水与管网", "雨水论坛简报 增刊"],
    },
    ("雨水论坛", "简\u3000报", "第六期", "雨水与管网"): {
        "series_title": "雨水论坛简报",
        "number": 6,
        "title": "雨水与管网",
        "printed": ["雨水与管网", "雨水论坛简报"],
    },
    ("雨水论坛秘书处", "简\u3000报", "雨水与管网"): {
        "publisher": "雨水论坛秘书处",
        "series_title": "简 报",
        "title": "雨水与管网",
        "printed": ["简 报", "雨水与管网", "雨水论坛秘书处"],
    },
    ("雨水论坛\n简\u3000报", "雨水与管网"): {
        "series_title": "雨水论坛简报",
        "title": "雨水与管网",
        "printed": ["雨水与管网", "雨水论坛简报"],
    },
    ("一", "雨水论坛", "简报", "雨水与管网"): {
        "series_title": "简报",
        "title": "一",
        "told": ["雨水论坛", "雨水与管网"],
        "printed": ["一", "简报"],
    },
    ("简报", "雨水与管网"): {
        "series_title": "简报",
        "title": "雨水与管网",
        "printed": ["简报", "雨水与管网"],
    },
    ("雨水〔2026〕12号", "雨水与管网"): {
        "number": 12,
        "title": "雨水与管网",
        "told": ["雨水〔2026〕12号"],
        "printed": ["雨水与管网"],
    },
    ("第七号", "雨水与管网"): {"number": 7, "title": "雨水与管网", "printed": ["雨水与管网"]},
    ("二〇二六年五月三日", "雨水与管网"): {
        "date": "2026-05-03",
        "title": "雨水与管网",
        "printed": ["雨水与管网"],
    },
    ("Rain Forum Bulletin", "Published by the Weir Office", "Rain in Fenmark"): {
        "series_title": "Rain Forum Bulletin",
        "publisher": "the Weir Office",
        "title": "Rain in Fenmark",
        "printed": ["rain forum bulletin", "rain in fenmark", "the weir office"],
    },
    ("Rain Forum Bulletin", "Publisher: Ada & Sons", "Rain in Fenmark"): {
        "series_title": "Rain Forum Bulletin",
        "publisher": "Ada & Sons",
        "title": "Rain in Fenmark",
        "printed": ["ada sons", "rain forum bulletin", "rain in fenmark"],
    },
    ("Rain Forum Bulletin", "Weir Office, May 3, 2026, No. 7", "Rain in Fenmark"): {
        "series_title": "Rain Forum Bulletin",
        "number": 7,
        "date": "2026-05-03",
        "publisher": "Weir Office",
        "title": "Rain in Fenmark",
        "printed": ["rain forum bulletin", "rain in fenmark", "weir office"],
    },
    ("Rain Forum Bulletin", "Weir Office", "Fen University", "# Rain in Fenmark"): {
        "series_title": "Rain Forum Bulletin",
        "publisher": "Weir Office",
        "title": "Rain in Fenmark",
        "told": ["Fen University"],
        "printed": ["rain forum bulletin", "rain in fenmark", "weir office"],
    },
    ("Rain Forum Bulletin", "Weir Office", "weir office", "# Rain in Fenmark"): {
        "series_title": "Rain Forum Bulletin",
        "publisher": "Weir Office",
        "title": "Rain in Fenmark",
        "printed": ["rain forum bulletin", "rain in fenmark", "weir office"],
    },
    ("Minutes of the Weir Committee", "May 3, 2026"): {
        "date": "2026-05-03",
        "title": "Minutes of the Weir Committee",
        "printed": ["minutes of the weir committee"],
    },
    ("Minutes of the Weir Committee", "The Weir Office", "Fenmark"): {
        "publisher": "The Weir Office",
        "title": "Minutes of the Weir Committee",
        "told": ["Fenmark"],
        "printed": ["minutes of the weir committee", "the weir office"],
    },
    ("雨水论坛简报", "主办单位：雨水局", "承编：端木", "编辑单位：芦汀大学", "雨水与管网"): {
        "series_title": "雨水论坛简报",
        "publisher": "雨水局",
        "title": "承编：端木",
        "told": ["编辑单位：芦汀大学", "雨水与管网"],
        "printed": ["承编 端木", "雨水局", "雨水论坛简报"],
    },
    ("雨水论坛简报", "雨水局编印\u30002026年5月3日", "# 雨水与管网"): {
        "series_title": "雨水论坛简报",
        "date": "2026-05-03",
        "publisher": "雨水局",
        "title": "雨水与管网",
        "printed": ["雨水与管网", "雨水局", "雨水论坛简报"],
    },
    ("雨水论坛简报", "芦汀市水务处\u30002026年5月3日", "# 雨水与管网"): {
        "series_title": "雨水论坛简报",
        "date": "2026-05-03",
        "publisher": "芦汀市水务处",
        "title": "雨水与管网",
        "printed": ["芦汀市水务处", "雨水与管网", "雨水论坛简报"],
    },
    ("雨水论坛简报", "芦汀市水务处", "# 雨水与管网"): {
        "series_title": "雨水论坛简报",
        "title": "雨水与管网",
        "publisher": "芦汀市水务处",
        "printed": ["雨水与管网", "雨水论坛简报"],
    },
    ("芦汀市水务处\u30002026年5月3日", "# 雨水与管网"): {
        "date": "2026-05-03",
        "title": "雨水与管网",
        "told": ["芦汀市水务处 2026年5月3日"],
        "printed": ["雨水与管网"],
    },
    ("雨水论坛简报", "主办：雨水局", "芦汀市水务处\u30002026年5月3日", "# 雨水与管网"): {
        "series_title": "雨水论坛简报",
        "publisher": "雨水局",
        "date": "2026-05-03",
        "title": "雨水与管网",
        "told": ["芦汀市水务处\u30002026年5月3日"],
        "printed": ["雨水与管网", "雨水局", "雨水论坛简报"],
    },
    ("A Weir Office for all of us and for the rain of Fenmark", "May 3, 2026"): {
        "date": "2026-05-03",
        "title": "A Weir Office for all of us and for the rain of Fenmark",
        "printed": ["a weir office for all of us and for the rain of fenmark"],
    },
    ("The Weir Office", "May 3, 2026"): {
        "publisher": "The Weir Office",
        "date": "2026-05-03",
        "printed": ["the weir office"],
    },
    ("The Weir Office of all Fenmark", "May 3, 2026"): {
        "date": "2026-05-03",
        "title": "The Weir Office of all Fenmark",
        "printed": ["the weir office of all fenmark"],
    },
    ("The Weir Office of Fenmark", "May 3, 2026"): {
        "publisher": "The Weir Office of Fenmark",
        "date": "2026-05-03",
        "printed": ["the weir office of fenmark"],
    },
    ("内部资料\u3000注意保存", "（仅供参考）", "雨水论坛简报", "雨水与管网"): {
        "marking": "内部资料 注意保存 （仅供参考）",
        "series_title": "雨水论坛简报",
        "title": "雨水与管网",
        "printed": ["雨水与管网", "雨水论坛简报"],
    },
    ("Confidential", "Rain Forum Bulletin", "Rain in Fenmark"): {
        "marking": "Confidential",
        "series_title": "Rain Forum Bulletin",
        "title": "Rain in Fenmark",
        "printed": ["rain forum bulletin", "rain in fenmark"],
    },
    ("confidential, for the eyes of the guests", "Rain in Fenmark"): {
        "marking": "confidential, for the eyes of the guests",
        "title": "Rain in Fenmark",
        "printed": ["rain in fenmark"],
    },
    ("confidential, for the eyes of the weirers", "Rain in Fenmark"): {
        "title": "confidential, for the eyes of the weirers",
        "publisher": "Rain in Fenmark",
        "printed": ["confidential for the eyes of the weirers"],
    },
    ("雨水论坛简报", "时间：2026年5月3日", "地点：芦汀", "雨水与管网"): {
        "series_title": "雨水论坛简报",
        "date": "2026-05-03",
        "title": "雨水与管网",
        "told": ["时间：2026年5月3日", "地点：芦汀"],
        "printed": ["雨水与管网", "雨水论坛简报"],
    },
    ("雨水与管网", "作者：令狐野\u3000来源：芦汀报\u3000时间：2026-05-03"): {
        "date": "2026-05-03",
        "title": "雨水与管网",
        "told": ["作者：令狐野\u3000来源：芦汀报\u3000时间：2026-05-03"],
        "printed": ["雨水与管网"],
    },
    ("雨水会议纪要", "主 持 人：令狐野", "出席：令狐野、端木晴，洪端木。", "# 雨水与管网"): {
        "series_title": "雨水会议纪要",
        "title": "雨水与管网",
        "told": ["主 持 人：令狐野", "出席：令狐野、端木晴，洪端木。"],
        "printed": ["雨水与管网", "雨水会议纪要"],
    },
    ("雨水会议纪要", "出席：令狐野、芦汀大学校长", "与会者：端木晴", "# 雨水与管网"): {
        "series_title": "雨水会议纪要",
        "title": "雨水与管网",
        "told": ["出席：令狐野、芦汀大学校长", "与会者：端木晴"],
        "printed": ["雨水与管网", "雨水会议纪要"],
    },
    ("雨水会议纪要", "出席：", "# 雨水与管网"): {
        "series_title": "雨水会议纪要",
        "title": "雨水与管网",
        "told": ["出席："],
        "printed": ["雨水与管网", "雨水会议纪要"],
    },
    ("<title> Rain in Fenmark", "# Weir and Drain", "**Bold line**"): {
        "title": "Rain in Fenmark",
        "told": ["Weir and Drain", "Bold line"],
        "printed": ["rain in fenmark"],
    },
    ("<series-title> Weir letters", "<series-title> Drain letters", "Rain in Fenmark"): {
        "series_title": "Weir letters",
        "title": "Rain in Fenmark",
        "printed": ["rain in fenmark", "weir letters"],
    },
    ("<title> Rain Bulletin", "Rain letters"): {
        "title": "Rain Bulletin",
        "publisher": "Rain letters",
        "printed": ["rain bulletin"],
    },
    ("<title> Rain Bulletin", "Weir Newsletter", "Rain letters", "Sun letters"): {
        "series_title": "Weir Newsletter",
        "title": "Rain Bulletin",
        "told": ["Rain letters", "Sun letters"],
        "printed": ["rain bulletin", "weir newsletter"],
    },
    ("## Small", "# Large", "### Smaller"): {
        "title": "Large",
        "told": ["Small", "Smaller"],
        "printed": ["large"],
    },
    ("# One", "# Two"): {"title": "Two", "publisher": "One", "printed": ["two"]},
    ("**One**", "**Two**", "plain"): {"title": "Two", "told": ["One", "plain"], "printed": ["two"]},
    ("plain one", "plain two", "plain three"): {
        "title": "plain one",
        "told": ["plain two", "plain three"],
        "printed": ["plain one"],
    },
    ("######## Deep", "plain"): {"title": "Deep", "publisher": "plain", "printed": ["deep"]},
    ("######### Deeper", "plain"): {"title": "Deeper", "publisher": "plain", "printed": ["deeper"]},
    ("Rain Forum Bulletin",): {"title": "Rain Forum Bulletin", "printed": ["rain forum bulletin"]},
    ("Rain Forum Bulletin", "Rain Newsletter"): {
        "series_title": "Rain Forum Bulletin",
        "title": "Rain Newsletter",
        "printed": ["rain forum bulletin", "rain newsletter"],
    },
    ("Rain Forum Bulletin", "rain forum BULLETIN", "Rain in Fenmark", "Rain in Fenmark"): {
        "series_title": "Rain Forum Bulletin",
        "title": "Rain in Fenmark",
        "printed": ["rain forum bulletin", "rain in fenmark"],
    },
    ("雨水与管网", "——芦汀论坛综述", "—二版"): {
        "title": "雨水与管网——芦汀论坛综述—二版",
        "printed": ["雨水与管网 芦汀论坛综述 二版"],
    },
    ("——芦汀论坛综述", "雨水与管网"): {
        "title": "——芦汀论坛综述",
        "told": ["雨水与管网"],
        "printed": ["芦汀论坛综述"],
    },
    ("雨水与管网", "——"): {"title": "雨水与管网", "printed": ["雨水与管网"]},
    ("Rain", "—in Fenmark", "a line", "another line"): {
        "title": "Rain",
        "told": ["—in Fenmark", "a line", "another line"],
        "printed": ["rain"],
    },
    ("Rain Forum Bulletin\nIssue 6\nRain in\nFenmark",): {
        "series_title": "Rain Forum Bulletin",
        "number": 6,
        "title": "Rain in Fenmark",
        "printed": ["rain forum bulletin", "rain in fenmark"],
    },
    ("Rain in Fenmark", "By Ada Berg"): {
        "title": "Rain in Fenmark",
        "authors": ["Ada Berg"],
        "printed": ["rain in fenmark"],
    },
    ("Rain in Fenmark", "By: Ada Berg / Weir News"): {
        "title": "Rain in Fenmark",
        "authors": ["Ada Berg"],
        "printed": ["rain in fenmark"],
    },
    ("Rain in Fenmark", "By rain and sun"): {
        "title": "Rain in Fenmark",
        "printed": ["rain in fenmark"],
        "told": ["By rain and sun"],
    },
    ("Rain in Fenmark", "May 3, 2026, 14:30 By Ada Berg"): {
        "date": "2026-05-03",
        "title": "Rain in Fenmark",
        "authors": ["Ada Berg"],
        "printed": ["rain in fenmark"],
    },
    ("Rain in Fenmark", "May 3, 2026 By The Sea"): {
        "date": "2026-05-03",
        "title": "Rain in Fenmark",
        "printed": ["rain in fenmark"],
        "told": ["May 3, 2026 By The Sea"],
    },
    ("雨水与管网", "文｜令狐野", "端木晴", "**洪端木**", "# 令狐野"): {
        "title": "雨水与管网",
        "told": ["洪端木", "令狐野"],
        "authors": ["令狐野", "端木晴"],
        "printed": ["雨水与管网"],
    },
    ("令狐野", "雨水与管网"): {"title": "雨水与管网", "told": ["令狐野"], "printed": ["雨水与管网"]},
    ("<title> 雨水与管网", "<title> 端木晴"): {
        "title": "雨水与管网",
        "told": ["端木晴"],
        "printed": ["雨水与管网"],
    },
    ("By Ada Berg",): {"title": "By Ada Berg", "authors": ["Ada Berg"], "printed": ["by ada berg"]},
    ("Published on May 3, 2026", "Rain in Fenmark"): {
        "date": "2026-05-03",
        "title": "Rain in Fenmark",
        "printed": ["rain in fenmark"],
    },
    ("Issue date: May 3, 2026", "Rain in Fenmark"): {
        "date": "2026-05-03",
        "title": "Rain in Fenmark",
        "printed": ["rain in fenmark"],
    },
    ("2026", "Rain in Fenmark"): {"title": "Rain in Fenmark", "printed": ["rain in fenmark"]},
    ("Sunday", "Rain in Fenmark"): {"title": "Sunday", "publisher": "Rain in Fenmark", "printed": ["sunday"]},
    (): {},
}


@pytest.mark.parametrize("texts", HEADS)
def test_each_line_of_a_head_tells_what_it_tells_and_one_is_the_title(texts):
    assert everything(texts) == READ[texts]


LINES = {
    "---": True, "Rain": True, "It rains in Fenmark.": False, "**It rains.**": True, "# It rains.": True,
    "• Rain": False, "1. Rain": False, "Rain Comes Over Fenmark.": True, "a" * 220: True, "a" * 221: False,
    f"# {'a' * 221}": False, "下雨。水要留": False, "下雨。”": False, "下雨。": False, "**下雨。**": True,
    "雨水，如下：": False, "现将观点摘编：": False,
    "观点如下：": False, "雨水论坛：": True, "rain, as follows:": True, "Rain and sun，": True,
}  # fmt: skip


@pytest.mark.parametrize("text", LINES)
def test_what_may_stand_in_a_masthead(text):
    assert is_line(block(text)) is LINES[text]


HEADLINES = {
    "Rain Comes Over Fenmark": True, "Rain Over Fenmark": True, "Rain Over": False, "Rain comes over Fenmark": False,
    "Rain Over The Weirs Today again": True, "Rain Over Weirs today": False, "Rain Over Weirs and so on": True,
    "雨水雨水 雨水雨水 雨水雨水": False, "rain Over Weirs Today Again": True, "": False,
}  # fmt: skip


@pytest.mark.parametrize("text", HEADLINES)
def test_a_headline_has_nearly_all_its_longer_words_in_capitals(text):
    assert is_headline(text) is HEADLINES[text]


DAY = datetime.date(2026, 5, 3)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("FENMARK, May 3, 2026 – Rain fell.", DAY),
        ("From May 3, 2026 to May 4, 2026 rain fell.", None),
        ("Rain fell.", None),
        ("a" * 388 + " May 3, 2026", DAY),
        ("a" * 389 + " May 3, 2026", None),
        ("會議於2026年5月3日舉行。", DAY),
        ("On May 3, 2026 (May 3, 2026) rain fell.", None),
    ],
)
def test_the_first_paragraph_tells_the_day_where_it_tells_one(text, day):
    head = Head()
    take_date_of_text(head, text)

    assert head.fields.get("date") == day


def test_the_day_of_a_head_stands():
    head = head_of("May 4, 2026", "Rain")
    take_date_of_text(head, "May 3, 2026")

    assert head.fields["date"].day == 4


REPEATS = {
    "Rain in Fenmark": True, "# rain in fenmark": True, "Weir Office": True,
    "Rain Forum Bulletin Rain in Fenmark": True,
    "Rain in Fenmark: Rain Forum Bulletin": True, "Rain Forum Bulletin": True, "Rain": False, "": False,
    "Weir Office Rain": False,
}  # fmt: skip


@pytest.mark.parametrize("text", REPEATS)
def test_a_block_that_prints_the_titles_once_more_is_known(text):
    head = head_of("Rain Forum Bulletin", "Weir Office", "Rain in Fenmark")

    assert is_repeat(head, block(text)) is REPEATS[text]


@pytest.mark.parametrize(("length", "repeats"), [(440, True), (441, False)])
def test_a_very_long_line_is_no_title_again(length, repeats):
    assert is_repeat(head_of("a" * length), block("a" * length)) is repeats


def test_an_empty_head_has_no_title_and_repeats_nothing():
    head = Head()

    assert (has_title(head), is_repeat(head, block("Rain"))) == (False, False)
    take(head, block("Rain"))
    assert has_title(head)


def test_what_a_page_s_foot_tells_is_taken_and_the_rest_is_none_of_it():
    head = Head()

    assert [take_line(head, line) for line in ("No. 7 of the Issue", "Rain falls", "2026-05-03", "7")] == [
        True,
        False,
        True,
        False,
    ]
    assert head.fields == {"number": 7, "date": DAY}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("雨水简报", True),
        ("雨 水 简 报", True),
        ("雨　水　论　坛简　报", True),
        ("雨 水 论 坛 简 报", False),
        ("雨 水 论 坛简 报", True),
        ("關於雨水的會議紀要", False),
        ("雨水會議紀要", True),
        ("Rain Bulletin", True),
        ("bul letin", False),
        ("Rain", False),
    ],
)
def test_a_line_that_names_the_series(text, names):
    assert is_series(text) is names


def test_a_word_for_a_series_is_known_within_a_line():
    assert [names_series(text) for text in ("关于雨水简报", "雨 水 简 报", "Rain")] == [True, False, False]
