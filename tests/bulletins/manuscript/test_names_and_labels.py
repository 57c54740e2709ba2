"""Names in Latin letters, and the labels before speeches: what is read from each stands beside."""

from pathlib import Path

from bulletins.manuscript.label_bearers import meant
from bulletins.manuscript.labels_of_people import speakers_of
from bulletins.manuscript.latin_names import is_person, names_in, without_honorific
from bulletins.manuscript.turns import (
    credit_of_label,
    is_verbatim,
    label_of,
    opening_speeches,
)
from tests.blocks import block
from tests.kept_text import as_kept

KEPT = Path(__file__).parent
NAMES = """\
Ada Berg
Ada Berg and Ivo Lund
Mr. Lund
Mr.
Lund
Ada B.
A.B.
A. B.
Ada van Berg
van Berg
Ada de la Berg y Lund
Ada Berg, Jr.
Ada Berg Jr.
Ada Berg III
Ada III Berg
Ada Li
Li Ada
Ada Xi
IV Ada
Chair Berg
Chair Ada Berg
Head Berg
Chair Elect
Director General
Director General Ada Berg
Member States
President Norway
Chair Bo
Chair Al
Judge Berg
Ada Baker
Chief Baker
Senior Actuary
Senior Actuary Ada Berg
Sister Ada Berg
Hope Field
Green Growth
Blue Carbon
Port Merrow
Ada May
Ségolène Royal
Royal Society
Ada Institute
Rain Institute Ada Berg
Rain Institute Berg
Ada Berg Institute
Rain-Institute Berg
Ada Berg's Office
The Berg
The Ada Berg
However Ada Berg
Mr. Per Vik
Mr. A
Mr. A. Berg
Ada  Berg
Ada-Lena Berg
Ada Lena Petra Una Vik Berg
Ada Lena Petra Una Vik Berg Lund
Adalenapetraunavikbergteallundkosgruberzielnikadalena Lenaadapetraunavikbergteallundkosgruberz
Adalenapetraunavikbergteallundkosgruberzielnikadalen Lenaadapetraunavikbergteallundkosgrube
’t Hof
Ada ’t Hof
Ada O’Teal
d’Arno
Ada d’Arno
Ada l'Isle
ADA BERG
BERG
BERG Ada
Lady Ada Berg
The Hon. Ada Berg
Sheikh Omar bin Teal
Chair Mr. Ada Berg
Farmer Ada Berg
Of Ada Berg
Ada of Berg
Ada and Berg
Rain Institute Lund
Rain Institute
Institute Ada Berg
Chair Ada Berg Council
Ada May Berg
May Berg
Maria de la Cruz
Ada d’Orsay
Ada D’Orsay
Ada l’Orsay
Ada b’Orsay
Ada d'orsay
Chair Ada
Chair Norway
Rain Ada Berg
Rains Ada Berg
Green Ada Berg
Uncle Ada Berg
Senior Lead Ada Berg
Ada Berg I
Mr Speaker, I say
Ada Berg I said
A J Lund
A Lund
G A Lund
Mr A Lund
Ada Berg II
II Ada Berg
Ada CVSSScore
Ada Berg AX
aBBa Berg
Royal Berg
Dr. Per Vik
Per Vik
The Hon. R.I. Lund
The Hon. Ada
The Lund
Hon. Dr. Lund
Minister dos Santos
dos Santos
Mr. dos Santos
Petra Lund’s report
Petra Lund. It rains
Petra L. It rains
Petra Lund Jr. Vik
Petra Lund St. Vik
Aa Bb Cc Dd Ee Ff
Aa Bb Cc Dd Ee Ff Gg
Amendment Bill
Ada Bill
Mr. Amendment Bill
Justice Rain
Ada daCruz
""".splitlines()

LABELS = """\
Petra Lund: It rains.
LUND: It rains.
LUND (Weir Office): It rains.
Lund: It rains.
Mr. Lund: It rains.
Mr LUND (14:27): I move that it rains.
Mr. Lund. The meeting will come to order.
Mr. Lund said. The meeting will come to order.
Mr. Lund. it rains.
Senator Lund: I move that it rains.
Supervisor Lund – Can we go on?
Supervisor Lund – can we go on?
CHAIR – Can we go on?
CHAIRS – Can we go on?
Dr. Petra Lund (Norland) – We are not there yet, and it rains on.
Petra (Norland) – We are not there yet, and it rains on.
Green Growth (Norland) – We are not there yet, and it rains on.
The Chairman: It rains.
Madam Chair: It rains.
Chair: Petra Lund
Chair: Petra Lund.
Chair: Petra Lund said so.
Q1 The Chairman: Who pays?
Q1. Lund: Who pays?
Q: Who pays?
A: We do.
A (Lund): We do.
Q (Petra Lund): Who pays?
Question: Who pays?
Answer (Petra Lund): We do.
- Petra Lund: It rains.
> Petra Lund: It rains.
>> Petra Lund: It rains.
>>> Petra Lund: It rains.
AB: Yes.
AB, CD: Yes.
AB/CD & EF: Yes.
AB and CD: Yes.
Note: It rains.
Notes: It rains.
Motion: It rains.
petra: it rains
note: it rains
p: it rains
petra_l: it rains
Petra Lund, Dean of Rain: It rains.
Petra Lund, Dean of Rain, said: It rains.
Petra Lund, Dean of Rain, also noted three things: It rains.
Lund “the Weir”: It rains.
Lund “the: Weir”: It rains.
http://example.org/weir: it rains
Petra Lund:
Petra Lund! Look: It rains.
Petra Lund; Una Vik: It rains.
Petra-Lena: It rains.
Petra Lena Una Vik: It rains.
Petra L: It rains.
Petra L.: It rains.
Weir Office: It rains.
Norland: It rains.
Clerk: It rains.
SPEAKER: It rains.
Speaker: It rains.
Mayor: It rains.
Director Lund: It rains.
Vice Chair Lund: It rains.
Mrs. Ada Berg. It rains.
O’Teal: It rains.
O'Teal: It rains.
Rain: It pours.
Sean: Asked who pays.
AI: It rains.
BE: It rains.
WuYi: It rains.
令狐野：下雨了。
令狐野（水务局）：下雨了。
令狐野 （水务局局长） ：下雨了。
云岭县林业局局长　令狐野：下雨了。
云岭县林业局　令狐野：下雨了。
主持人令狐野：下雨了。
主持人：令狐野
主持人：下雨了。
院长令狐野教授：下雨了。
令狐野校长：下雨了。
令狐野问：下雨了吗？
问（令狐野）：下雨了吗？
答：下雨了。
问：下雨了吗？
高原：下雨了。
安全：下雨了。
总工程师令狐野：下雨了。
令狐 野：下雨了。
令狐野、端木晴：下雨了。
议题：下雨了。
时间：下雨了。
江：下雨了。
研究员令狐野研究员：下雨了。
水务局教授：下雨了。
记者令狐野：下雨了。
嘉宾　令狐野：下雨了。
令狐野。端木晴：下雨了。
Petra Lund：下雨了。
江说：下雨了。
""".splitlines()

# Speeches are parted by strokes.
RECORDS = """\
Lund: It rains. / Vik: It pours. / Lund: It stops. / Vik: It dries.
Lund: It rains. / Vik: It pours. / Lund: It stops.
Lund: It rains. / Lund: It stops.
Petra Lund: It rains.
Mr. Lund: It rains.
Mr. Lund: I say it rains.
Mr. Lund: It rains. / Ms. Vik: It pours. / Mr. Teal: It stops.
The Chair: It rains. / The Chair: It pours. / The Chair: It stops. / The Chair: It dries.
The Chair: I say it rains.
Supervisor Lund – It rains. / Clerk Vik – It pours. / Supervisor Lund – It stops.
Supervisor Lund – It rains. / Clerk Vik – It pours.
Senator Lund: I move that it rains. / Senator Vik: I say it pours.
LUND: It rains. / VIK: It pours. / TEAL: It stops.
LUND: It rains. / VIK: It pours.
L: It rains. / V: It pours. / T: It stops.
ada: it rains / ivo: it pours / ada: we go / ivo: you go / ada: fine / una: fine
ada: it rains / ivo: it pours / ada: we go / ivo: you go / ada: fine
ada: it rains / una: it pours / ada: we go / ada: you go / Ada: It dries. / Ivo: It pours.
Sean: It rains. / Petra: It pours.
Sean: It rains. / Rain: It pours.
Petra Lund: It rains. / Una Vik: It pours. / Petra Lund: It stops. / WuYi: It dries. / Motion: Go home. / AYES: Two.
Petra Lund: It rains. / WuYi: It dries.
A: It rains. / Q: Why? / A: It does.
AB: It rains. / CD: It pours. / AB: It stops. / CD: It dries.
Weir Office: It rains. / Weir Office: It pours. / Weir Office: It stops. / Weir Office: It dries.
Office: It rains. / Office: It pours. / Office: It stops. / Office: It dries.
令狐野：下雨了。
高原：下雨了。
高原：下雨了。 / 高原：雨停了。
高原：下雨了。 / 高原：雨停了。 / 高原：天晴了。
高原（水务局局长）：下雨了。
水务局局长　令狐野：下雨了。 / 令狐野：雨停了。
主持人：下雨了。 / 令狐野：雨停了。
Petra Lund：下雨了。
I say: It rains. / Petra Lund: Do you? / Una Vik: We do. / Petra Lund: You see.
Petra Lund: It rains. / Una Vik: It pours. / Petra Lund: I see.
Petra Lund: It rains. / Una Vik: Does it? / Petra Lund: I see. / Una Vik: It pours.
Petra Lund: Does it rain? / Una Vik: It pours? / Q: Who pays?
令狐野：我说下雨了。 / 端木晴：雨停了吗？ / 令狐野：你看。
令狐野：下雨了。 / 端木晴：雨停了。 / 令狐野：天晴了。
""".splitlines()
PEOPLE = ("Aaron Lee Haass", "Graeme Lund", "Petra Lund", "Ada Berg", "Arne Berg", "Bo Lie")
MEANT = {
    "HAASS": "Aaron Lee Haass",
    "Haass": "Aaron Lee Haass",
    "Mr. Haass": "Aaron Lee Haass",
    "Aaron B": None,
    "Aaron H": "Aaron Lee Haass",
    "Aaron Berg": None,
    "A Berg": None,
    "B Berg": None,
    "AB": None,
    "AH": "Aaron Lee Haass",
    "ALH": "Aaron Lee Haass",
    "BL": "Bo Lie",
    "Graeme": "Graeme Lund",
    "Lund": None,
    "Petra Lund": "Petra Lund",
    "P Lund": "Petra Lund",
    "Lund Petra": "Petra Lund",
    "Berg": None,
    "Q": None,
}


def shown(found):
    before = f"{found.before} + " if found.before else ""
    honorific = f"<{found.honorific}> " if found.honorific else ""
    return f"{before}{honorific}{found.name} {found.start}-{found.end}"


def test_the_names_of_a_text_and_whether_it_is_one():
    told = ""
    for text in NAMES:
        kinds = {"name": is_person(text), "name in a list": is_person(text, listed=True)}
        bare, honorific = without_honorific(text)
        lines = [*map(shown, names_in(text)), ", ".join(kind for kind, holds in kinds.items() if holds)]
        lines += [f"without <{honorific}>: {bare}"] if honorific else []
        told += f"> {text}\n" + "".join(f"  {line}\n" for line in lines if line)

    assert told == as_kept(KEPT / "names_in_text.txt", told)


def test_the_name_in_the_label_that_opens_a_speech():
    told = ""
    for text in LABELS:
        found = {language: label_of(text, language) for language in ("en", "zh")}
        lines = [
            f"{language}: {label[0]} {label[1]}-{label[2]}" for language, label in found.items() if label
        ]
        told += f"> {text}\n" + "".join(f"  {line}\n" for line in lines)

    assert told == as_kept(KEPT / "labels_of_speeches.txt", told)


def told_of(record):
    """Who speaks in a record, which speeches are so for sure, and whether it is verbatim."""
    blocks = [block(text) for text in record.split(" / ")]
    language = "zh" if "：" in record else "en"
    speakers = speakers_of(blocks, language)
    surely = [str(place) for place in sorted(opening_speeches(blocks, language))]
    yield f"speak: {', '.join(sorted(speakers))}" if speakers else ""
    yield f"open as speeches: {', '.join(surely)}" if surely else ""
    yield "verbatim" if is_verbatim(blocks, speakers, language) else ""
    for one in blocks:
        text = one.runs[0].text
        if label := label_of(text, language):
            credit = credit_of_label(text[label[1] : label[2]], label[0])
            yield f"{label[0]}: {credit}" if credit else ""


def test_the_labels_of_a_record_that_are_somebody_s():
    told = "".join(
        f"> {record}\n" + "".join(f"  {line}\n" for line in told_of(record) if line) for record in RECORDS
    )

    assert told == as_kept(KEPT / "speakers_of_records.txt", told)


def test_whom_a_label_means_by_a_part_of_the_name():
    assert {label: meant(label, PEOPLE) for label in MEANT} == MEANT
