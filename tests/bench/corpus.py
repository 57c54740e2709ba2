"""A made-up library: points by the million, with words as unevenly common as in real text.

The commonest content words stand in half of all points, as "innovation" does in a forum on
innovation; most of the 60,000 others in a few. A third of the bulletins are in Chinese. People,
institutions and rare words are put together from syllables. Everything follows from one seed.
"""

import datetime
import itertools
import random
from dataclasses import dataclass

COMMON_EN = """
    innovation cooperation technology development international research science economy policy global
    digital industry country market talent enterprise investment infrastructure energy carbon climate
    health data education university region city trade finance supply chain security open green future
    growth partnership capital knowledge manufacturing transformation governance standard platform
    project support build promote strengthen improve share create achieve believe emphasize suggest
    propose point stress note
""".split()  # noqa: SIM905 (shorter)
COMMON_ZH = """
    创新 合作 科技 发展 国际 研究 科学 经济 政策 全球 数字 产业 国家 市场 人才 企业 投资
    基础设施 能源 气候 健康 数据 教育 大学 区域 城市 贸易 金融 供应链 安全 开放 绿色 未来
    增长 伙伴 资本 知识 人工智能 制造 转型 治理 标准 平台 项目 支持 建设 推动 加强 提升
    共享 创造 实现 认为 强调 建议 指出 需要
""".split()  # noqa: SIM905 (shorter)
FUNCTION_WORDS = """
    the of and to in a that is for on with as are be by it from this which at will have not we can more
    has their its
""".split()  # noqa: SIM905 (shorter)
LETTERS_ZH = (
    "山水林田湖海江河桥路灯塔船港湾岛屿风云雨雪星月日光火石金木土草花树叶根种子果鱼鸟马牛羊鹿鹰狐狼虎龙凤车轮机器电波声色味香"
    "纸笔墨书画琴棋诗歌舞剧场院校园区街巷门窗楼阁亭台池塘井泉溪谷峰岭坡原野村镇县府省州"
)
SYLLABLES = """
    ba ke lo mi ran tel vor sin dal fen gor hul jin kas lum nor pel qua ris sta tur ven wil yar zon bri
    cle dro fla gri ple tra
""".split()  # noqa: SIM905 (shorter)
ENDINGS = ["", "", "", "s", "ed", "ing", "tion", "ment", "er", "al", "ity"]
SURNAMES = dict(
    zip(
        """
        wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng
        liang xie song tang
        """.split(),  # noqa: SIM905 (shorter)
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐",
        strict=True,
    )
)
GIVEN = dict(
    zip(
        """
        an bai bin bo chang chao chen cheng da dan fang fei feng fu gang guo hai han hao he hong
        hua hui jia jian jie jing jun kai kun lan lei li lin ling long mei min ming na ning peng
        ping qi qiang qing rong rui shan shu
        """.split(),  # noqa: SIM905 (shorter)
        "安白斌博昌超晨成达丹方飞峰福刚国海涵浩和红华辉佳建杰静军凯坤兰磊丽琳玲龙梅敏明娜宁鹏萍琪强清荣锐山书",
        strict=True,
    )
)
COUNTRIES = ["".join(pair) for pair in itertools.product("ABCDEFGHIJ", "KLMNOP")]
FORUMS, YEARS, SESSIONS, TOPICS = 12, range(2005, 2027), 20, 120


@dataclass(frozen=True)
class Person:
    """Somebody who speaks."""

    pk: int
    family: str
    given: str
    own: str
    organisation: int

    @property
    def name(self) -> str:
        return f"{self.family.upper()} {self.given}" if self.own else f"{self.given} {self.family}"


@dataclass(frozen=True)
class Said:
    """One point, and what it is tied to."""

    lead: str
    text: str
    people: list[Person]
    topics: list[int]


@dataclass(frozen=True)
class Issue:
    """One bulletin."""

    pk: int
    forum: int
    year: int
    date: datetime.date
    language: str
    session: int
    points: list[Said]


class Uneven:
    """Draws from a list; the nth is drawn about 1/n as often as the first."""

    def __init__(self, items, power=1.0):
        self.items = items
        self._weights = list(itertools.accumulate(1 / (place + 2.7) ** power for place in range(len(items))))

    def draw(self, chance, count):
        return chance.choices(self.items, cum_weights=self._weights, k=count)


class Library:
    """Everything that is made up."""

    def __init__(self, points, seed=4):
        self.points = points
        self.chance = random.Random(seed)  # noqa: S311 (words to find, no secret)
        self.english = Uneven(self._vocabulary(COMMON_EN, self._english_word, 60_000))
        self.chinese = Uneven(self._vocabulary(COMMON_ZH, self._chinese_word, 12_000))
        self.organisations = [self._organisation(pk) for pk in range(1, max(20, points // 200) + 1)]
        self.people = [self._person(pk) for pk in range(1, max(50, points // 50) + 1)]
        self._casts = Uneven(self.people, 0.8)
        self._topics = Uneven(range(1, TOPICS + 1), 0.7)

    def issues(self):
        """Give bulletins in order of time, until there are enough points."""
        made = 0
        for pk in itertools.count(1):
            if made >= self.points:
                return
            issue = self._issue(pk, made / self.points)
            made += len(issue.points)
            yield issue

    def _issue(self, pk, progress):
        chance = self.chance
        year = YEARS[int(progress * len(YEARS))]
        within = progress * len(YEARS) % 1
        forum = chance.randrange(FORUMS) + 1
        language = "zh" if chance.random() < 0.3 else "en"
        edition = edition_pk(forum, year)
        cast = self._casts.draw(chance, 8)
        points = [self._said(language, cast) for _ in range(chance.randint(8, 22))]
        day = datetime.date(year, 1, 10) + datetime.timedelta(days=int(within * 340))
        return Issue(pk, forum, year, day, language, edition * SESSIONS + chance.randrange(SESSIONS), points)

    def _said(self, language, cast):
        chance = self.chance
        people = list({one.pk: one for one in chance.sample(cast, chance.choice((1, 1, 1, 2, 3)))}.values())
        lead, body = self._chinese_text(people[0]) if language == "zh" else self._english_text(people[0])
        topics = sorted(set(self._topics.draw(chance, chance.choice((0, 1, 1, 2)))))
        return Said(lead, lead + body, people, topics)

    def _english_text(self, person):
        length = max(20, min(int(self.chance.lognormvariate(4.15, 0.35)), 250))
        words = self.english.draw(self.chance, int(length * 0.62))
        words += self.chance.choices(FUNCTION_WORDS, k=int(length * 0.38))
        self.chance.shuffle(words)
        credit = f"{person.name}, Director, {self.organisations[person.organisation - 1][1]}"
        return f"{' '.join(words[:10]).capitalize()}.", f" According to {credit}, {' '.join(words[10:])}."

    def _chinese_text(self, person):
        length = max(12, min(int(self.chance.lognormvariate(3.8, 0.35)), 150))
        words = self.chinese.draw(self.chance, length)
        parts = ["".join(words[start : start + 5]) for start in range(7, length, 5)]
        return f"{''.join(words[:7])}。", f"{person.own or person.name}指出，{'，'.join(parts)}。"

    def _vocabulary(self, common, make, count):
        words = dict.fromkeys(common)
        while len(words) < count:
            words[make()] = None
        return list(words)

    def _english_word(self):
        return "".join(self.chance.choices(SYLLABLES, k=self.chance.choice((2, 2, 3)))) + self.chance.choice(
            ENDINGS
        )

    def _chinese_word(self):
        return "".join(self.chance.choices(LETTERS_ZH, k=self.chance.choice((2, 2, 3))))

    def _organisation(self, pk):
        name = " ".join(word.title() for word in self.english.draw(self.chance, 2))
        return pk, f"{name} Institute {pk}", self.chance.choice(COUNTRIES)

    def _person(self, pk):
        organisation = self.chance.randrange(len(self.organisations)) + 1
        if self.chance.random() < 0.6:
            family = self.chance.choice(list(SURNAMES))
            given = self.chance.choices(list(GIVEN), k=self.chance.choice((1, 2, 2, 2)))
            own = SURNAMES[family] + "".join(GIVEN[one] for one in given)
            return Person(pk, family.title(), "".join(given).title(), own, organisation)
        family, given = ("".join(self.chance.choices(SYLLABLES, k=2)).title() for _ in range(2))
        return Person(pk, family, given, "", organisation)


def edition_pk(forum, year):
    """Give the id of a forum's year."""
    return forum * len(YEARS) + year - YEARS[0]
