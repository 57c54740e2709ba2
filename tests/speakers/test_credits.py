"""What a printed credit says: titles, and where they are held."""

import pytest

from speakers.credits import Post, posts_in


@pytest.mark.parametrize(
    ("credit", "title", "organisation"),
    [
        ("Director, Harbour Institute", "Director", "Harbour Institute"),
        ("Dean, School of Knots, University of Skerry", "Dean, School of Knots", "University of Skerry"),
        ("Professor at Dune Polytechnic", "Professor", "Dune Polytechnic"),
        ("Professor of Law at the University of Skerry", "Professor of Law", "University of Skerry"),
        ("President of Academy of Rain & Dew", "President", "Academy of Rain & Dew"),
        ("Inspector of Department of Tides, MOFT", "Inspector of Department of Tides", "MOFT"),
        (
            "Deputy Director of Office of Reeds, Dykes, and Peat Policy Council",
            "Deputy Director",
            "Office of Reeds, Dykes, and Peat Policy Council",
        ),
        ("Harbour Institute", "", "Harbour Institute"),
        ("Chair, Guild of Winders (Southern Branch)", "Chair", "Guild of Winders (Southern Branch)"),
        (
            "President of Reed Studies (Fen Academy of Rain)",
            "President of Reed Studies",
            "Fen Academy of Rain",
        ),
        ("南坪乡中心学校校长", "校长", "南坪乡中心学校"),
        ("芦汀市发展改革委副主任", "副主任", "芦汀市发展改革委"),
        ("《芦汀日报》主编", "主编", "芦汀日报"),
        ("芦汀市规划研究院副院长", "副院长", "芦汀市规划研究院"),
        ("雾港大学绳结学院副院长", "绳结学院副院长", "雾港大学"),
        ("芦汀大学校长、教授", "校长、教授", "芦汀大学"),
        ("商会会长", "会长", "商会"),
        ("芦汀市水务局长", "局长", "芦汀市水务局"),
        ("海岬水務局長", "局長", "海岬水務局"),
        ("北岸灯塔管理处主任", "主任", "北岸灯塔管理处"),
        ("水利部原部长", "原部长", "水利部"),
        ("臺灣大學教授", "教授", "臺灣大學"),
        ("芦汀集团股份有限公司总经理", "总经理", "芦汀集团股份有限公司"),
        ("芦汀大学附属第一医院主任医师", "主任医师", "芦汀大学附属第一医院"),
        ("（雾国）里德研究所高级研究员", "高级研究员", "里德研究所"),
    ],
)
def test_a_credit_is_a_title_and_an_institution(credit, title, organisation):
    assert posts_in(credit) == (Post(title, organisation),)


@pytest.mark.parametrize(
    "credit",
    [
        "Rector",
        "Director of Dykes",
        "Keeper of the North Light",
        "Member of Parliament",
        "Clockmaker and Keeper of Tower Keys",
        "教授",
        "自由撰稿人",
        "芦汀市市长",
        "大学校长",
        "会会长",
        "/ Dean",
    ],
)
def test_a_title_alone_names_no_institution(credit):
    assert posts_in(credit) == (Post(credit),)


@pytest.mark.parametrize(
    ("credit", "posts"),
    [
        (
            "Professor at Dune Polytechnic and Director of the Quiet Engine Laboratory",
            (Post("Professor", "Dune Polytechnic"), Post("Director", "Quiet Engine Laboratory")),
        ),
        ("山茶馆馆长、制茶社顾问", (Post("馆长", "山茶馆"), Post("顾问", "制茶社"))),
        ("中国科学院院士、芦汀大学教授", (Post("院士", "中国科学院"), Post("教授", "芦汀大学"))),
    ],
)
def test_two_posts_are_two(credit, posts):
    assert posts_in(credit) == posts


def test_towns_and_countries_behind_an_institution_are_no_institutions():
    assert [
        posts_in(credit)
        for credit in (
            "President of Institute of Tides, Belgrade, Serbia",
            "Minister of Finance, Norway",
            "Senior Planner, Ticket Board, Northern Isles",
        )
    ] == [
        (Post("President", "Institute of Tides", place="Belgrade, Serbia"),),
        (Post("Minister of Finance", place="Norway"),),
        (Post("Senior Planner", "Ticket Board", place="Northern Isles"),),
    ]


def test_a_name_that_no_word_tells_to_be_an_institution_is_doubtful():
    assert posts_in("Editor, The Long String") == (Post("Editor", "Long String", sure=False),)


def test_no_credit_says_nothing():
    assert posts_in(" . ") == ()
