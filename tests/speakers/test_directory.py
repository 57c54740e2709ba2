"""Whom a printed name means: found exactly, or doubted aloud."""

import time

import pytest

from speakers.directory import DOUBT, Directory, Organisations, create_speaker, institutions_meant
from speakers.models import Speaker
from speakers.names import same_person_likelihood
from tests.factories import hold, make_organisation, make_speaker

pytestmark = pytest.mark.django_db


def test_a_name_is_found_in_either_order_case_and_script():
    speaker = make_speaker(
        "li-xiaoming", family_name="Li", given_name="Xiaoming", own_name="李小明", name_order="family"
    )
    directory = Directory.load()

    found = [directory.find(name).speaker for name in ("LI Xiaoming", "Xiaoming Li", "li xiaoming", "李小明")]

    assert found == [speaker] * 4


def test_a_name_one_letter_off_is_doubted_and_not_matched():
    speaker = make_speaker("berg-amelia", family_name="Lindqvist", given_name="Amelia")

    match = Directory.load().find("Amelia Lindkvist")

    assert (match.speaker, match.doubtful) == (None, (speaker,))


def test_names_that_are_just_likely_enough_are_doubted_and_shown_side_by_side():
    one = make_speaker("ida-bergholt", given_name="Ida", family_name="Bergholt")
    other = make_speaker("ida-barghollt", given_name="Ida", family_name="Barghollt")
    directory = Directory.load()

    assert same_person_likelihood(one.name, other.name) == DOUBT
    assert directory.find("Ida Barghollt").speaker == other
    assert [pair for _, *pair in directory.likely_pairs()] == [[one, other]]


def test_a_name_that_is_just_likely_enough_is_doubted():
    speaker = make_speaker("ida-bergholt", given_name="Ida", family_name="Bergholt")

    assert Directory.load().find("Ida Barghollt").doubtful == (speaker,)


def test_another_person_of_the_same_family_is_nobody_known():
    make_speaker("li-xiaoming", family_name="Li", given_name="Xiaoming", name_order="family")

    match = Directory.load().find("LI Jianhua")

    assert (match.speaker, match.doubtful) == (None, ())


def test_two_people_of_one_name_are_both_doubted():
    both = (make_speaker("berg-ada"), make_speaker("berg-ada-2"))

    match = Directory.load().find("Ada Berg")

    assert (match.speaker, match.doubtful) == (None, both)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("LI Xiaoming", "li-xiaoming"),
        ("Ada van der Berg", "ada-van-der-berg"),
        ("Rui da Costa Jr.", "rui-da-costa-jr"),
        ("Sukarno", "sukarno"),
        ("李小明", "li-xiaoming"),
        ("买买提·艾力", "maimaiti-aili"),
    ],
)
def test_a_speaker_made_of_a_printed_name_prints_that_name(name, slug):
    speaker = create_speaker(name)
    assert (speaker.slug, speaker.name_in("zh" if name > "z" else "en")) == (slug, name)


@pytest.mark.parametrize(
    ("name", "family", "given", "suffix", "own"),
    [
        ("Ursula VON DER HEIDE", "von der Heide", "Ursula", "", ""),
        ("Ian McDONALD", "McDonald", "Ian", "", ""),
        ("H.E. Dr. Rui da Costa Jr.", "da Costa", "Rui", "Jr.", ""),
        ("欧阳　震", "Ouyang", "Zhen", "", "欧阳震"),
        ("林墨教授", "Lin", "Mo", "", "林墨"),
        ("史密斯", "史", "密斯", "", "史密斯"),
    ],
)
def test_a_speaker_made_of_a_printed_name_has_its_parts(name, family, given, suffix, own):
    speaker = create_speaker(name)
    assert (speaker.family_name, speaker.given_name, speaker.suffix, speaker.own_name) == (
        family,
        given,
        suffix,
        own,
    )


def test_a_latin_name_that_is_only_proposed_tells_who_may_be_meant_and_not_who_is():
    speaker = create_speaker("黄仁伟")
    directory = Directory.load()

    found = [directory.find(name) for name in ("黄仁伟", "黄仁伟教授", "HUANG Renwei")]

    assert [(match.speaker, match.doubtful) for match in found] == [
        (speaker, ()),
        (speaker, ()),
        (None, (speaker,)),
    ]


def test_honorifics_beside_a_name_do_not_make_another_person():
    speaker = make_speaker()

    assert Directory.load().find("H.E. Dr. Ada Berg").speaker == speaker


def test_a_second_person_of_one_name_gets_a_key_of_their_own():
    assert [create_speaker("Ada Berg").slug for _ in range(3)] == ["ada-berg", "ada-berg-2", "ada-berg-3"]


@pytest.mark.slow
@pytest.mark.django_db
def test_a_long_list_of_names_is_compared_with_a_large_directory_at_once():
    first, last = ("Ada", "Ivo", "Eva", "Ole", "Una"), ("Berg", "Lund", "Hill", "Dahl", "Vik")
    Speaker.objects.bulk_create(
        Speaker(slug=f"s-{one}", given_name=f"{first[one % 5]}{one}", family_name=last[one // 5 % 5])
        for one in range(2000)
    )
    directory = Directory.load()
    start = time.process_time()

    matches = [directory.find(f"{first[one % 5]}x{one} {last[one // 5 % 5]}") for one in range(600)]

    assert (len(matches), time.process_time() - start < 3) == (600, True)


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["qinwenbo", "qwb", "wenboqin", "QIN Wenbo", "秦文波", "wenbo", "qinw"])
def test_a_chinese_name_is_found_however_its_pinyin_is_typed(query):
    qin = make_speaker(
        "qin-wenbo", family_name="Qin", given_name="Wenbo", own_name="秦文波", name_order="family"
    )
    make_speaker("berg-ada")

    assert Directory.load().suggest(query) == [qin]


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["qinwenbo", "qwb", "qin wen bo"])
def test_a_chinese_name_that_is_known_in_pinyin_alone_is_found_by_its_syllables(query):
    qin = make_speaker("qin-wenbo", family_name="Qin", given_name="Wenbo", name_order="family")
    make_speaker("berg-ada")

    assert Directory.load().suggest(query) == [qin]


@pytest.mark.django_db
def test_whoever_is_meant_exactly_comes_first():
    longer = make_speaker("li-xiaoming", family_name="Li", given_name="Xiaoming", name_order="family")
    exact = make_speaker("li-xiao", family_name="Li", given_name="Xiao", name_order="family")
    given = make_speaker("xiao-li", family_name="Xiao", given_name="Lixing", name_order="family")

    assert Directory.load().suggest("li xiao") == [exact, longer, given]


@pytest.mark.django_db
def test_after_those_of_the_name_come_those_of_the_institution_each_once_and_no_more_than_asked_for():
    named = make_speaker("rainer-acad", given_name="Rainer", family_name="Acad")
    others = [make_speaker(slug, given_name=slug.title(), family_name="Berg") for slug in ("una", "ole")]
    for speaker in (named, *others):
        hold(speaker, "Dean")
        hold(speaker, "Rector")
    directory = Directory.load()
    una, ole = others

    told = {query: directory.suggest(query) for query in ("acad", "academy", "ac", "ac ", "雨水学院")}

    assert told == {
        "acad": [named, ole, una],
        "academy": [ole, named, una],
        "ac": [named],
        "ac ": [named],
        "雨水学院": [ole, named, una],
    }
    assert [directory.suggest("acad", limit) for limit in (1, 2, 3)] == [
        [named],
        [named, ole],
        [named, ole, una],
    ]


@pytest.mark.django_db
def test_an_institution_is_found_by_its_key_by_any_of_its_names_in_a_credit_and_by_a_name_nearly_like_it():
    institute = make_organisation(
        "Institute of Rain and Tides", names={"zh": "雨潮研究所"}, other_names=["Rain Lab"]
    )
    rain = make_organisation("Rain")
    known = Organisations.load()

    assert [known.by_key(key) for key in (institute.slug, "other", "", None)] == [institute, None, None, None]
    assert [known.exactly(name) for name in ("RAIN LAB", "雨潮研究所", "Lab")] == [institute, institute, None]
    assert {
        credit: known.named_in(credit)
        for credit in (
            "Dean, Rain Lab",
            "Rainer",
            "雨潮研究所所长",
            "Rain, and the Institute of Rain and Tides",
            "x",
        )
    } == {
        "Dean, Rain Lab": institute,
        "Rainer": None,
        "雨潮研究所所长": institute,
        "Rain, and the Institute of Rain and Tides": institute,
        "x": None,
    }
    assert [known.like(name) for name in ("Institute of Rain and Tide", "Institute of Snow", "Rains")] == [
        institute,
        None,
        None,
    ]
    assert [known.named(name) for name in ("rain", "", "…")] == [rain, None, None]


@pytest.mark.django_db
def test_a_few_letters_mean_institutions_of_which_they_begin_words():
    names = ("Academy of Rain", "Rain Lab", "Brain House", "Rain Rain", "Rainer School", "Rain Academy")
    for name in names:
        make_organisation(name)
    make_organisation("Weir House", names={"zh": "雨水研究所"}, other_names=["The Rainery"])

    told = {
        query: [one.name for one in institutions_meant(query)]
        for query in ("rain", "Rain A", "ain", "研究", "雨研", "究", "r", "", "house br")
    }

    assert told == {
        "rain": ["Academy of Rain", "Rain Academy", "Rain Lab", "Rain Rain"],
        "Rain A": ["Academy of Rain", "Rain Academy"],
        "ain": [],
        "研究": ["Weir House"],
        "雨研": [],
        "究": ["Weir House"],
        "r": [],
        "": [],
        "house br": ["Brain House"],
    }
    assert [one.name for one in institutions_meant("rain", 2)] == ["Academy of Rain", "Rain Academy"]


def namesakes(*slugs):
    return [make_speaker(slug) for slug in slugs]


def test_pairs_that_are_as_likely_come_in_the_order_of_their_keys_after_likelier_ones():
    namesakes("c", "b", "a")
    make_speaker("0", given_name="Ida", family_name="Bergholt")
    make_speaker("00", given_name="Ida", family_name="Barghollt")

    found = Directory.load().likely_pairs()

    assert [(one.slug, other.slug) for _, one, other in found] == [
        ("b", "a"),
        ("c", "a"),
        ("c", "b"),
        ("0", "00"),
    ]


def test_of_namesakes_and_of_an_institution_the_first_by_their_keys_are_suggested():
    for one in namesakes("c", "b", "d", "a"):
        hold(one, "Dean")
    directory = Directory.load()

    assert [one.slug for one in directory.suggest("ada", 3)] == ["a", "b", "c"]
    assert [one.slug for one in directory.suggest("rain", 3)] == ["a", "b", "c"]


def test_who_is_named_just_so_is_suggested_before_others_whatever_the_keys():
    namesakes("b", "a")
    make_speaker("z", family_name="Ber")

    assert [one.slug for one in Directory.load().suggest("ada ber")] == ["z", "a", "b"]


def test_those_who_may_be_meant_come_as_they_were_stored():
    first = make_speaker("a", family_name="Lindqwistholm", given_name="Amelia Sofia")
    for place in range(3):
        make_speaker(f"n{place}", family_name="Nobody", given_name=f"Tove {place}")
    last = make_speaker("z", family_name="Lindqvistholm", given_name="Amelia Sofia")

    assert Directory.load().find("Amelia Sofia Lindkvistholm").doubtful == (first, last)


def test_of_two_institutions_of_one_name_the_one_that_was_stored_first_is_meant():
    older = make_organisation("Tide Lab", names={"zh": "研究所"})
    make_organisation("Rain Lab", names={"zh": "研究所"}, other_names=["Tide Lab"])

    known = Organisations.load()

    assert [known.exactly(name) for name in ("研究所", "Tide Lab")] == [older, older]
