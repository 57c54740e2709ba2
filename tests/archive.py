"""A made-up archive of fifteen years, to look at the explorer with: people with habits, topics that come and go."""

import datetime
import random

from bulletins.document import Mention, Point, RosterEntry, Section, Text
from bulletins.models import Topic
from bulletins.publishing.publication import Approval, publish
from speakers.models import Speaker
from tests.factories import document, make_bulletin, make_edition, make_forum, make_organisation, make_speaker

SAID = Approval(acceptance="Read.", correction_note="A figure was wrong.")
YEARS = range(2012, 2027)
TOPICS = {
    "Tides": ("潮汐", 2012, 3),
    "Water in the city": ("城市水务", 2012, 4),
    "Grids": ("电网", 2014, 3),
    "Storage": ("储能", 2018, 4),
    "Tariffs": ("电价", 2012, 2),
    "Harbours": ("港口", 2012, 2),
    "Insurance": ("保险", 2016, 2),
    "Measurement": ("测量", 2019, 3),
    "Schools": ("学校", 2012, 1),
    "Rain gardens": ("雨水花园", 2021, 4),
}
PEOPLE = [
    ("Marlow", "Ines", "", "Norrfjell Institute of Hydrology", "NO", ("Measurement", "Water in the city")),
    ("Adeyemi-Holt", "Tobias", "", "City of Port Merrow", "IE", ("Water in the city",)),
    (
        "Lin",
        "Qiaoyun",
        "林巧云",
        "Qinglan Institute for Urban Water",
        "CN",
        ("Rain gardens", "Water in the city"),
    ),
    ("Zhou", "Mingde", "周明德", "Linlan Academy of Energy and Water Planning", "CN", ("Grids",)),
    ("Virtakoski", "Sanna", "", "Brightwater Grid Company", "FI", ("Grids", "Storage")),
    ("Quintanar", "Rafael", "", "City of Port Merrow", "IE", ("Tariffs", "Schools")),
    ("Hartwell", "Jonas", "", "University of Caldera Sound", "NZ", ("Tides",)),
    ("Tanemura", "Yuki", "", "Saltmarsh Insurance Mutual", "JP", ("Insurance",)),
    ("Pritchard-Ode", "Gwen", "", "Lantern Bay Harbour Board", "HK", ("Harbours", "Tides")),
    ("Karaduman", "Elif", "", "Estuary Bank", "TR", ("Tariffs", "Insurance")),
    ("Solbakke", "Henrik", "", "Northern Tide Energy Cooperative", "NO", ("Storage", "Tides")),
    ("Raghunandan", "Priya", "", "Kestrel Bay School of Architecture", "IN", ("Schools", "Rain gardens")),
]


def fill(editor, issues=2, points=7):
    """Publish so many issues a year."""
    chance = random.Random(7)  # noqa: S311 (the same archive each time)
    for name, (chinese, _first, _weight) in TOPICS.items():
        Topic.objects.create(slug=name.lower().replace(" ", "-"), name=name, names={"zh": chinese})
    for family, given, own, body, country, _habits in PEOPLE:
        organisation = make_organisation(body, country=country) if not _known(body) else None
        order = Speaker.NameOrder.FAMILY_FIRST if own else Speaker.NameOrder.GIVEN_FIRST
        make_speaker(
            f"{family}-{given}".lower(), family_name=family, given_name=given, own_name=own, name_order=order
        )
        del organisation
    forum = make_forum(name="Lantern Bay Forum", names={"zh": "灯塔湾论坛"}, slug="lantern-bay")
    for year in YEARS:
        edition = make_edition(
            forum, year=year, starts_on=datetime.date(year, 11, 17), ends_on=datetime.date(year, 11, 19)
        )
        for number in range(1, issues + 1):
            content = _issue(chance, year, number, points)
            publish(
                make_bulletin(edition, content, number=number, volume=(year - 2012) * issues + number),
                by=editor,
                approval=SAID,
            )


def _known(body):
    return (
        Speaker.objects.model._meta.apps.get_model("speakers", "Organisation")
        .objects.filter(name=body)
        .exists()
    )


def _issue(chance, year, number, count):
    present = [one for one in PEOPLE if chance.random() < 0.75]
    roster = tuple(
        RosterEntry(
            speaker=f"{family}-{given}".lower(),
            name=f"{given} {family}",
            credit=f"Director, {body}",
            organisation=_slug(body),
        )
        for family, given, _own, body, _country, _habits in present
    )
    points = []
    for place in range(count):
        person = chance.choice(present)
        known = [
            topic for topic, (_zh, first, weight) in TOPICS.items() for _ in range(weight) if year >= first
        ]
        habits = [topic for topic in person[5] if year >= TOPICS[topic][1]]
        topic = chance.choice(habits) if habits and chance.random() < 0.6 else chance.choice(known)
        second = chance.choice(present)
        lead = f"{topic.lower()} need a year of their own, the {place + 1}th of {year}."
        body = [
            Mention(f"{person[0]}-{person[1]}".lower()),
            Text(f" said that {topic.lower()} cost {chance.randrange(3, 90)} a day in {year}."),
        ]
        if second is not person:
            body += [
                Text(" "),
                Mention(f"{second[0]}-{second[1]}".lower()),
                Text(" replied that it had been more the year before."),
            ]
        points.append(
            Point(
                ordinal="Firstly",
                lead=(Text(lead),),
                body=(tuple(body),),
                topics=(topic.lower().replace(" ", "-"),),
            )
        )
    return document(
        title=f"What the water said in {year}, part {number}",
        date=datetime.date(year, 11, 16 + number),
        roster=roster,
        sections=(Section(numeral="I", title="What Was Said", points=tuple(points)),),
    )


def _slug(body):
    return body.lower().replace(" ", "-")
