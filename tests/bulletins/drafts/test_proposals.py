"""Suggestions go with their words, step by step; two for the same words are never both in a text."""

import msgspec
import pytest

from bulletins.document import Mention, Note, RosterEntry, Text
from bulletins.drafts.changes import apply_changes
from bulletins.drafts.proposals import count_waiting, proposals_of, sheet_as_proposed, shown
from bulletins.drafts.proposing import Verdict, decide, propose
from bulletins.drafts.rows import sheet_of
from bulletins.drafts.sheet import SetField
from bulletins.drafts.wording import Run, letters_of, part_of
from bulletins.models import Proposal
from tests.factories import document, make_bulletin, make_user

pytestmark = pytest.mark.django_db

LEDE = "Rain fell all night. The second pump was loud. Nobody slept."


def draft(text):
    return make_bulletin(content=document(lede=((Text(text),),)))


def lede(bulletin):
    return "".join(one.text for one in sheet_of(bulletin).lede[0])


def change(was, now):
    def typed(text):
        return msgspec.to_builtins(((Text(text),),))

    return SetField(name="lede", was=typed(was), now=typed(now))


def write(bulletin, editor, *texts):
    """Let the lede be one text after another."""
    for text in texts:
        apply_changes(bulletin, [change(lede(bulletin), text)], by=editor, seen=0)


def suggest(bulletin, editor, was, now):
    text = lede(bulletin)
    outcomes = propose(bulletin, [change(text, now.join(text.rsplit(was, 1)))], by=editor, seen=0).outcomes
    assert [one.status for one in outcomes] == ["done"]


def accepted(bulletin, editor):
    (one,) = shown(bulletin, to=editor)
    decide(bulletin, one.id, Verdict.ACCEPT, by=editor)
    return lede(bulletin)


def test_a_suggestion_goes_with_its_words_while_all_around_them_is_written_anew_bit_by_bit(editor):
    bulletin = draft(LEDE)
    suggest(bulletin, editor, "loud", "quiet")

    write(
        bulletin,
        editor,
        "Rain fell all night. The second pump was loud. Everybody woke.",
        "Rain fell all night. One of the two motors was loud. Everybody woke.",
        "So it was: a motor was loud, and everybody woke.",
    )

    assert accepted(bulletin, editor) == "So it was: a motor was quiet, and everybody woke."


def test_a_suggestion_is_found_by_what_was_written_behind_it_when_all_before_it_is_written_anew(editor):
    before, behind = (
        "Rain fell all night in the hills. The pump was ",
        " until the morning. Nobody slept in town.",
    )
    bulletin = draft(f"{before}loud{behind} That is all.")
    suggest(bulletin, editor, "loud", "quiet")

    anew = " while the lanterns burnt. People worked on without a break."
    write(
        bulletin,
        editor,
        f"{before}loud{anew} That is all.",
        f"It is told by many: it was loud{anew} So much.",
    )

    assert accepted(bulletin, editor) == f"It is told by many: it was quiet{anew} So much."


def test_of_equal_sentences_a_suggestion_stays_with_its_own_when_much_is_written_far_before_it(editor):
    same = "It was said in the hall at noon that the pump is loud, and nobody in the hall at noon said no. "
    bulletin = draft(f"Rain. {same}{same}End of it.")
    suggest(bulletin, editor, "loud", "quiet")

    write(
        bulletin,
        editor,
        f"Rain, and then rain again. {same}{same}End of it.",
        f"{'Much rain. ' * 20}{same}{same}{same}End of it.",
    )

    assert accepted(bulletin, editor).endswith(f"{same}{same}{same.replace('loud', 'quiet')}End of it.")


def test_a_change_of_one_draft_leaves_the_suggestions_for_another_where_they_are(editor):
    one, other = draft(LEDE), draft(LEDE)
    suggest(other, editor, "loud", "quiet")
    before = Proposal.objects.values().get()

    write(one, editor, f"So it was. {LEDE}")

    assert Proposal.objects.values().get() == before


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        (LEDE, f"Still, {LEDE}", ("", "Still, ")),
        ("loud. Nobody", "loud, and quiet. Nobody", ("", ", and quiet")),
        ("was loud", "is loud", ("was", "is")),
    ],
)
def test_what_stays_of_the_words_that_a_suggestion_is_found_by_is_not_told_as_changed(editor, was, now, told):
    bulletin = draft(LEDE)
    suggest(bulletin, editor, was, now)

    (one,) = shown(bulletin, to=editor)

    assert (one.deleted, one.inserted) == told


def proposals(bulletin, *changes):
    """Suggestions, not saved: each takes letters out of the lede and puts some in."""
    part = part_of(sheet_of(bulletin), "lede")
    runs = [Run(start, end, letters_of(((Text(text),),))) for start, end, text in changes]
    return [row for run in runs for row in proposals_of("lede", part, [run])]


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        # The first is all of "second"; the others are a part of it, reach into it, are its beginning, or are beside it.
        ([(25, 31, "third"), (27, 29, "x")], "third"),
        ([(25, 31, "third"), (21, 27, "x")], "third"),
        ([(25, 31, "third"), (29, 36, "x")], "third"),
        ([(25, 31, "third"), (25, 26, "x")], "third"),
        ([(25, 31, "third"), (31, 32, "-")], "third-pump"),
        ([(25, 31, "third"), (24, 25, "-")], "The-third"),
    ],
)
def test_of_two_suggestions_for_the_same_words_the_first_is_in_the_text(changes, text):
    bulletin = draft(LEDE)
    rows = proposals(bulletin, *changes)

    sheet, taken = sheet_as_proposed(sheet_of(bulletin), rows)

    said = "".join(one.text for one in sheet.lede[0])
    assert (text in said, "x" in said) == (True, False)
    assert taken == {"lede": rows if "-" in text else rows[:1]}


def kept(bulletin, author, *changes):
    rows = proposals(bulletin, *changes)
    for row in rows:
        row.bulletin, row.author = bulletin, author
    return Proposal.objects.bulk_create(rows)


def test_suggestions_come_in_the_order_of_the_text_and_those_decided_on_after_them(editor):
    bulletin = draft(LEDE)
    # Written from the end of the text to its beginning.
    nobody, loud, rain = kept(bulletin, editor, (47, 53, "Everyone"), (41, 45, "quiet"), (0, 4, "Snow"))
    other = make_user("other")
    decide(bulletin, rain.pk, Verdict.REFUSE, by=editor)

    told = [
        (one.id, one.who, one.mine, one.deleted, one.inserted, one.outcome, one.decided_by)
        for one in shown(bulletin, to=other)
    ]

    name = editor.get_full_name() or editor.username
    assert told == [
        (loud.pk, name, False, "loud", "quiet", "", ""),
        (nobody.pk, name, False, "Nobody", "Everyone", "", ""),
        (rain.pk, name, False, "Rain", "Snow", "refused", name),
    ]
    assert [one.mine for one in shown(bulletin, to=editor)] == [True] * 3


def test_a_suggestion_whose_part_is_gone_comes_first(editor):
    bulletin = draft(LEDE)
    rain, gone = kept(bulletin, editor, (0, 4, "Snow"), (47, 53, "Everyone"))
    Proposal.objects.filter(pk=gone.pk).update(part="none", quote="Thunder", before="", after="")

    assert [(one.id, one.standing.part, one.standing.gone) for one in shown(bulletin, to=editor)] == [
        (gone.pk, "", True),
        (rain.pk, "lede", False),
    ]


def test_who_is_credited_a_footnote_and_a_new_paragraph_are_told_in_letters(editor):
    roster = (RosterEntry(speaker="berg-ada", name="Ada Berg", credit="Head of Drains"),)
    bulletin = make_bulletin(content=document(roster=roster, lede=((Text(LEDE),),)))
    part = part_of(sheet_of(bulletin), "lede")
    said = (
        (Mention("berg-ada"), Text(", "), Mention("berg-ada", printed="Berg"), Note(((Text("Aside."),),))),
        (Mention("nobody-known"), Text(" slept")),
    )
    (row,) = proposals_of("lede", part, [Run(0, 4, letters_of(said))])
    row.bulletin, row.author = bulletin, editor
    row.save()

    (one,) = shown(bulletin, to=editor)

    assert (one.deleted, one.inserted) == ("Rain", "Ada Berg, Berg※\nnobody-known slept")


def test_what_was_written_by_hand_where_it_was_suggested_counts_as_accepted(editor):
    bulletin = draft(LEDE)
    (row,) = kept(bulletin, editor, (41, 45, "quiet"))
    write(bulletin, editor, LEDE.replace("loud", "quiet"))

    decide(bulletin, row.pk, Verdict.ACCEPT, by=editor)

    assert (lede(bulletin), Proposal.objects.get().outcome) == (LEDE.replace("loud", "quiet"), "accepted")


def test_those_that_wait_are_shown_and_counted_of_one_draft(editor):
    bulletins = [draft(LEDE), draft(LEDE)]
    kept(bulletins[0], editor, (0, 4, "Snow"), (41, 45, "quiet"))
    (other,) = kept(bulletins[1], editor, (0, 4, "Snow"))
    assert [count_waiting(one) for one in bulletins] == [2, 1]
    assert [len(shown(one, to=editor)) for one in bulletins] == [2, 1]

    decide(bulletins[1], other.pk, Verdict.REFUSE, by=editor)

    assert [count_waiting(one) for one in bulletins] == [2, 0]
