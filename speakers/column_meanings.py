"""What people said that columns mean, kept for the next table of the same forum."""

from collections.abc import Mapping

from forum.models import Forum
from speakers.columns import key_of
from speakers.models import ColumnMeaning
from speakers.programme_words import MEANINGS, column_of


def meanings_of(forum: Forum | None) -> dict[str, str]:
    """Give what columns of a forum's programmes mean, or of lists of people, by the keys of their headers."""
    return dict(ColumnMeaning.objects.filter(forum=forum).values_list("header", "meaning"))


def keep_meanings(forum: Forum | None, meanings: Mapping[str, str]) -> None:
    """Keep what somebody said, inside the transaction of whoever takes the table over."""
    for header, meaning in meanings.items():
        if meaning and meaning not in MEANINGS:
            continue
        if (column_of(header) or "") == meaning:
            # Understood anyway.
            ColumnMeaning.objects.filter(forum=forum, header=key_of(header)).delete()
        else:
            ColumnMeaning.objects.update_or_create(
                forum=forum, header=key_of(header), defaults={"meaning": meaning}
            )
