"""People who have nearly one name and are two: once somebody has said so, nobody is asked again."""

from collections.abc import Iterable

from django.contrib.auth.models import User

from forum.rights import require
from forum.transactions import atomic_with_retry
from speakers.models import Namesakes, Speaker


@atomic_with_retry
def tell_apart(one: Speaker, other: Speaker, *, by: User) -> None:
    """Say that two are not the same person."""
    require(by, "speakers.merge_speaker")
    keep_apart(one, [other], by=by)


@atomic_with_retry
def doubt_again(pair: Namesakes, *, by: User) -> None:
    """Take back that two are not the same person."""
    require(by, "speakers.merge_speaker")
    pair.delete()


def keep_apart(made: Speaker, others: Iterable[Speaker], *, by: User | None) -> None:
    """Remember of somebody whom others might have been meant by that they are not the same. For verbs that asked."""
    for other in others:
        if other.pk != made.pk:
            one, two = sorted((made.pk, other.pk))
            Namesakes.objects.get_or_create(one_id=one, other_id=two, defaults={"by": by})
