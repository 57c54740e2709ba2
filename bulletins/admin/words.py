"""What the writing page says, in the interface's language: its scripts have no words of their own."""

from typing import Any

from django.utils.translation import gettext as _

from speakers.models import Role


def words() -> dict[str, Any]:
    """Give the page's words; places to fill in are in braces."""
    return {**_keeping(), **_text(), **_people(), **_findings(), **_parts(), "roles": dict(Role.choices)}


def _keeping() -> dict[str, str]:
    return {
        "saved_now": _("Saved"),
        "saved_seconds": _("Saved {count} s ago"),
        "saved_minutes": _("Saved {count} min ago"),
        "saving": _("Saving …"),
        "offline": _(
            "The server does not answer. What you type is kept in this browser and sent as soon as it does."
        ),
        "signed_out": _(
            "You are signed out. What you type is kept in this browser; sign in again to save it."
        ),
        "refused": _("Something here cannot be saved. Look at the field in red; all else is saved."),
        "waits_for_choice": _("Somebody else changed the same place. Choose below; all else is saved."),
        "also_here": _("Also here: {names}"),
        "not_reached": _("The server does not answer. Try again in a moment; nothing is lost."),
        "conflict": _("Two versions"),
        "both_changed": _("You both changed: {place}"),
        "mine": _("Yours"),
        "theirs": _("Theirs"),
        "keep_mine": _("Keep mine"),
        "take_theirs": _("Take theirs"),
        "removed": _("(removed)"),
        "removed_by_others": _("(they removed it)"),
    }


def _text() -> dict[str, Any]:
    return {
        "bulletin": _("Text of the bulletin"),
        "note": _("Editor’s note"),
        "lede": _("Lede"),
        "note_hint": _("What this bulletin reports on"),
        "lede_hint": _("The opening paragraph"),
        "section_title": _("Title of the section"),
        "lead": _("The point in one sentence"),
        "point": _("Point"),
        "point_menu": _("Point: move, merge, topics"),
        "up": _("Move up"),
        "down": _("Move down"),
        "merge": _("Merge with the point before"),
        "number_it": _("Give it an ordinal"),
        "unnumber": _("Take its ordinal away"),
        "topics": _("Topics"),
        "no_topics": _("There are no topics yet. An editor can add some under Topics."),
        "remove_point": _("Remove the point"),
        "words_count": _("{count} words"),
        "words_of": _("{count} of {limit} words"),
        "hits": _("{place} of {count}"),
        "printed_page": _("Printed page {count}"),
        "series_hint": _("made of year, forum and number"),
        "no_session": _("No session chosen"),
        "section_prefix": {"en": "{}. ", "zh": "{}、"},
    }


def _people() -> dict[str, str]:
    return {
        "no_role": _("No role"),
        "not_on_roster": _("Not on the roster"),
        "add_to_roster": _("adds to the roster"),
        "new_person": _("New person: “{name}” …"),
        "people_found": _("{count} people"),
        "roster_empty": _("Nobody yet. Choose sessions, type @ in a text, or paste names below."),
        "usual_credit": _("Changed for this bulletin. On that day: {credit}"),
        "credit_of": _("Credit of {name}"),
        "role_of": _("Role of {name}"),
        "remove": _("Take off the roster"),
        "there_already": _("on the roster already"),
        "known": _("in the directory"),
        "will_be_new": _("new person"),
        "may_be": _("May be {names}. Taken over, this will be a new person."),
        "not_understood": _("Not understood: {text}"),
        "import_programme": _("Take over"),
        "people_added": _("{count} people were added."),
    }


def _findings() -> dict[str, str]:
    return {
        "nothing_to_mend": _("Nothing to mend: the checks found nothing."),
        "error": _("Error"),
        "warning": _("Warning"),
        "hint": _("Hint"),
        "accepted": _("Accepted"),
        "mend": _("Change to “{new}”"),
        "findings_here": _("Findings here: {count}"),
        "let_stand": _("Let it stand"),
        "why": _("Why may it stand?"),
    }


def _parts() -> dict[str, str]:
    return {
        "part_number": _("Number"),
        "part_volume": _("Volume"),
        "part_date": _("Date"),
        "part_language": _("Language"),
        "part_title": _("Title"),
        "part_series_title": _("Series title"),
        "part_sessions": _("Sessions"),
        "part_editors_note": _("Editor’s note"),
        "part_lede": _("Lede"),
        "part_summarized_by": _("Summarized by"),
        "part_section_style": _("Numerals"),
        "part_point_style": _("Ordinals"),
        "part_roster": _("Roster"),
        "part_point": _("Point"),
        "part_section": _("Section"),
        "added": _("added"),
        "changed": _("changed"),
        "no_difference": _("The manuscript says what the draft says."),
        "change_draft": _("Change the draft so"),
        "draft_changed": _("The draft says now what the manuscript says."),
    }
