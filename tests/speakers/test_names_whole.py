"""Names of every kind, with all that is told of each: names_whole.txt beside this, a paragraph for each name."""

from pathlib import Path

from speakers.name_parts import in_small_letters, latin_name, name_parts, pinyin_syllables, without_honorifics
from speakers.names import (
    forms_to_compare,
    key,
    romanised,
    same_person_likelihood,
    short_name,
    spoken,
    ways_to_write,
    words_key,
)
from tests.kept_text import as_kept

KEPT = Path(__file__).with_name("names_whole.txt")
NAMES = """
Ada Berg
BERG Ada
Ada van der BERG
Ada VAN DER BERG
Ada Maria Berg Jr.
ADA BERG
Ada BERG, Jr.
Berg, Ada
Berg
Ada MacDONALD
Ada O'NEILL
Ada D’ANGELO
Ada McX
Ada BERG-LUND
Ada Berg, PhD
Ada B.
H.E. Dr. Ada Berg
The Right Honourable Ada Berg
Prof. Dr.-Ing. Ada Berg
Dame Ada Berg
Dr.-Ing. Ada Berg
Dr. Berg
His Excellency Sir Ivo Lund
Ada Berg 教授
LIN Qiaoyun
Lin Qiaoyun
Lin Qiao-yun
Lin Qiao-Yun
Qiaoyun LIN
Lin Qiao Yun
Qiaoyun Lin
Jun Li
Li Jun
Lü Lan
Ouyang Qing
Kim Mi-Rae
Kim Mi-rae
Park Sol Bi
Berg Mi-rae
Berg-Lund Mi-rae
Nguyễn Thị Bưởi
Nguyen Thi Buoi
Nguyen Buoi
Nagy Ilka
Nagy Kovács
Nagy Ilka Anna Rozi
Ada García López
Ada María Pérez García
Ada bin Qamar
Sheikha AlQamar
Ada Qamar AlHashim
林巧云
林巧云教授
林巧云 女士
林 巧云
巧教授
林
欧阳巧云
欧阳云
歐陽巧雲
范林巧云
扎西顿云
吕绿女
单于巧
尉迟云
万俟巧云
单巧
阿依古丽
艾达·伯格
曾巧
解云云
仇山
약과자
남궁과자
남궁
제갈과
Łucja Østby
Þóra Æsir
İpek Yıldız
ＡＤＡ Ｂｅｒｇ
Ada  "Addie"  Berg
…
""".strip().splitlines()


def told(name):
    """Give all that is told of a name."""
    family, given, suffix, first = name_parts(name)
    lines = {
        "parts": f"{family} | {given} | {suffix}{' | family first' if first else ''}",
        "bare": without_honorifics(name),
        "short": short_name(name),
        "small": in_small_letters(family),
        "romanised": romanised(name),
        "spoken": spoken(name),
        "key": f"{key(name)} {words_key(name)}",
        "syllables": " ".join(pinyin_syllables(given)),
        "latin": " ".join(latin_name(name) or ()),
        "compared": ", ".join(forms_to_compare(name)),
        "written": ", ".join(sorted(ways_to_write(name))),
    }
    return f"{name}\n" + "".join(f"  {what}: {line}\n" for what, line in lines.items() if line != name)


def test_names_are_taken_apart_keyed_and_found_as_the_list_says():
    text = "\n".join(map(told, NAMES))

    assert text == as_kept(KEPT, text)


def test_two_names_are_as_likely_one_person_as_the_list_says():
    pairs = [
        ("Ada Berg", "BERG Ada"),
        ("Ada Berg", "Ada Borg"),
        ("Ada Berg", "Ivo Lund"),
        ("Lin Qiao-yun", "林巧云"),
        ("Lin Qiaoyun", "Qiaoyun Lin"),
        ("Lin Qiao Yun", "Lin Qiaoyun"),
        ("Ada Berg", "Ada Maria Berg"),
        ("Ada Berg", "…"),
        ("…", "Ada Berg"),
        ("A", "AB"),
        (" ".join("abcdefghijklm"), " ".join("abcdefghijkln")),
    ]

    assert [round(same_person_likelihood(*pair), 3) for pair in pairs] == [
        1.0,
        0.875,
        0.143,
        1.0,
        1.0,
        1.0,
        0.737,
        0.0,
        0.0,
        0.667,
        1.0,
    ]
