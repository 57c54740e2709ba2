"""An editor says whose a sentence is; no other sentence changes hands."""

import msgspec
import pytest
from hypothesis import given as forall
from hypothesis import strategies as st

from bulletins.document import Document, Figure, Mention, Point, RosterEntry, Section, Text, points
from bulletins.drafts.attribution import Chosen, give_sentences, given
from bulletins.drafts.changes import apply_changes
from bulletins.drafts.rows import document_of, sheet_of
from bulletins.drafts.sheet import PointText, SetPoint
from bulletins.inline import point_text
from bulletins.models import Bulletin, Picture
from bulletins.statements import attributed, statements
from forum.refusal import Refusal
from tests.factories import document, make_bulletin, make_speaker
from tests.strategies import documents

PART = "sections[0].points[0]"
ROSTER = tuple(
    RosterEntry(speaker=key, name=name, credit="Dean")
    for key, name in (("ada", "Ada Berg"), ("ivo", "Ivo Lund"))
)


def bulletin(*inlines, lead=()):
    point = Point(id="a", lead=lead, body=(inlines,))
    return Document(roster=ROSTER, sections=(Section(id="s", title="Works", points=(point,)),))


RAIN = bulletin(
    Text("Rain fell. "), Mention("ada"), Text(" said it was cold. It lasted a week. Nobody left.")
)


def hands(document, part=PART):
    return [(one.text.strip()[:12], one.entries) for one in dict(attributed(document))[part]]


def choose(document, *places, part=PART):
    found = dict(attributed(document))[part]
    return [Chosen(part=part, place=place, text=found[place].text) for place in places]


def test_a_sentence_in_the_middle_changes_hands_and_the_next_ones_do_not():
    changed = given(RAIN, choose(RAIN, 2), ("ivo",))
    assert hands(changed) == [
        ("Rain fell.", ()),
        ("Ada Berg, De", ("ada",)),
        ("It lasted a ", ("ivo",)),
        ("Nobody left.", ("ada",)),
    ]


def test_a_sentence_is_given_to_nobody_or_to_two():
    for to in ((), ("ada", "ivo")):
        assert [entries for _, entries in hands(given(RAIN, choose(RAIN, 3), to))][2:] == [("ada",), to]


def test_a_sentence_of_the_texts_before_the_sections_changes_hands_alone():
    said = (Text("It rains. "), Mention("ada"), Text(" said so. It is cold. It is late."))
    document = msgspec.structs.replace(RAIN, lede=((Text("Rain."),), said), editors_note=(said,))

    for part, place in (("lede", 3), ("editors_note", 2)):
        changed = given(document, choose(document, place, part=part), ("ivo",))
        before = hands(document, part)
        expected = [*before[:place], (before[place][0], ("ivo",)), *before[place + 1 :]]
        assert hands(changed, part) == expected
        others = {"lede", "editors_note", PART} - {part}
        assert [hands(changed, one) for one in others] == [hands(document, one) for one in others]


def test_what_prints_stays_as_it_was():
    changed = given(RAIN, choose(RAIN, 0, 2), ("ivo",))
    assert [point_text(point, changed) for _, point in points(changed)] == [
        point_text(point, RAIN) for _, point in points(RAIN)
    ]


def test_a_statement_goes_to_another_though_its_credit_names_somebody():
    changed = given(RAIN, choose(RAIN, 1, 2, 3), ("ivo",))
    assert [(one.entries, one.text[:8]) for one in statements(changed)] == [(("ivo",), "Ada Berg")]


def test_given_back_it_is_whose_it_was():
    changed = given(RAIN, choose(RAIN, 2), ("ivo",))
    assert hands(given(changed, choose(changed, 2), ("ada",))) == hands(RAIN)


def test_a_lead_and_what_runs_on_from_it_are_told_apart():
    one = bulletin(Mention("ada"), Text(" said so. It rains."), lead=(Text("rain is cold."),))
    assert [entries for _, entries in hands(given(one, choose(one, 0, 2), ("ivo",)))] == [
        ("ivo",),
        ("ada",),
        ("ivo",),
    ]


def test_a_sentence_of_a_later_paragraph_is_told_apart_where_the_first_runs_on_from_the_lead():
    point = Point(
        id="a",
        lead=(Text("rain is cold."),),
        body=((Mention("ada"), Text(" said so.")), (Text("It rains. It snows. It is late."),)),
    )
    one = Document(roster=ROSTER, sections=(Section(id="s", title="Works", points=(point,)),))
    before = [entries for _, entries in hands(one)]
    place = [text for text, _ in hands(one)].index("It snows.")

    changed = given(one, choose(one, place), ("ivo",))

    assert [entries for _, entries in hands(changed)] == [*before[:place], ("ivo",), *before[place + 1 :]]
    lead, first, *_later = changed.sections[0].points[0].lead, *changed.sections[0].points[0].body
    assert (lead, first) == (point.lead, point.body[0])


@pytest.mark.parametrize(
    "chosen",
    [
        Chosen(part=PART, place=2, text="It lasted a month."),
        Chosen(part=PART, place=4, text="It lasted a week."),
        Chosen(part="lede", place=0, text="It lasted a week."),
    ],
)
def test_a_sentence_that_reads_otherwise_by_now_or_is_gone_is_refused(chosen):
    with pytest.raises(Refusal, match="Somebody changed these words meanwhile"):
        given(RAIN, [chosen], ("ivo",))


@forall(documents(), st.data())
def test_of_any_document_only_the_chosen_change_hands_and_no_word_changes(document, data):
    parts = {part: found for part, found in attributed(document) if found}
    keys = [entry.speaker for entry in document.roster]
    if not parts or not keys:
        return
    part = data.draw(st.sampled_from(sorted(parts)))
    place = data.draw(st.integers(0, len(parts[part]) - 1))
    to = tuple(data.draw(st.lists(st.sampled_from(keys), unique=True, max_size=2)))
    changed = given(document, choose(document, place, part=part), to)
    expected = {name: [one.entries for one in found] for name, found in parts.items()}
    expected[part][place] = to
    now = dict(attributed(changed))
    assert {name: [one.entries for one in now[name]] for name in parts} == expected
    assert [[one.text for one in found] for _, found in attributed(changed)] == [
        [one.text for one in found] for _, found in attributed(document)
    ]


@pytest.mark.django_db
def test_in_a_draft_it_is_a_change_like_any_other(edition, editor):
    made = make_bulletin(edition)
    seen = made.version
    document = document_of(made)
    [_label, sentence, *_] = dict(attributed(document))[PART]
    give_sentences(made, [Chosen(part=PART, place=1, text=sentence.text)], (), by=editor)
    now = Bulletin.objects.get(pk=made.pk)
    assert (now.version, dict(attributed(document_of(now)))[PART][1].entries) == (seen + 1, ())


@pytest.mark.django_db
def test_a_draft_in_which_a_sentence_is_given_to_whose_it_is_stays_as_it_was(edition, editor):
    made = make_bulletin(edition)
    document = document_of(made)

    give_sentences(made, choose(document, 1), dict(attributed(document))[PART][1].entries, by=editor)

    assert (Bulletin.objects.get().version, document_of(made)) == (made.version, document)


@pytest.mark.django_db
def test_nobody_gets_a_sentence_who_is_not_on_the_roster(edition, editor):
    made = make_bulletin(edition)
    make_speaker("lund-ivo")
    [_label, sentence, *_] = dict(attributed(document_of(made)))[PART]
    with pytest.raises(Refusal):
        give_sentences(made, [Chosen(part=PART, place=1, text=sentence.text)], ("lund-ivo",), by=editor)


@pytest.mark.django_db
def test_where_words_of_one_part_cannot_be_changed_no_sentence_changes_hands(edition, editor):
    gone = Figure(file="a" * 64, media_type="image/png", width=3, height=2, alt="A weir")
    said = (Text("Rain fell. It was cold."),)
    parts = (Point(id="a", body=(said,)), Point(id="b", body=(said, gone)))
    sections = (Section(id="s", title="Works", points=parts),)
    made = make_bulletin(edition, document(roster=ROSTER, sections=sections))
    Picture.objects.all().delete()
    before = document_of(made)
    chosen = [one for part, _ in points(before) for one in choose(before, 0, part=part)]

    with pytest.raises(Refusal, match="A picture is not here any more"):
        give_sentences(made, chosen, ("ada",), by=editor)

    assert document_of(made) == before


@pytest.mark.django_db
def test_a_sentence_that_was_changed_meanwhile_is_given_to_nobody(edition, editor):
    made = make_bulletin(edition)
    chosen = choose(document_of(made), 1)
    point = sheet_of(made).sections[0].points[0]
    apply_changes(made, [SetPoint(id=point.id, was=point.said(), now=PointText())], by=editor, seen=0)

    with pytest.raises(Refusal, match="Somebody changed these words meanwhile"):
        give_sentences(made, chosen, (), by=editor)
