"""Whether a text bears out that somebody speaks: a credit rests on two witnesses, and what has one alone is a doubt.

The words that let somebody speak, a verb or a label with a colon, are one. The other is what makes the name a
person's: a post, a title or bold type beside it, a list of people, a given name that the dictionary has, an "I" or
"we" in the speech, or a second place of the text that lets the same speak. A label may be of a thing ("Sendai Review:
It was held"), and so may what announced or presented something: without a second witness nothing is credited, and an
editor is told the name once.
"""

from collections.abc import Sequence

from bulletins.manuscript.common_words import may_be_given_name
from bulletins.manuscript.sightings import Sighting
from forum.scripts import is_han

_FEWEST_OF_RECORD = 3


def is_borne_out(sightings: Sequence[Sighting], *, beside_speakers: bool, labels: int) -> bool:
    """Whether a text tells enough of somebody; beside a list of those who speak it must tell a post as well, or a body.

    `labels` is how many people have labels before their speeches: where there are many, the text is a record, in
    which that is all that is ever told of anybody.
    """
    if any(one.turn for one in sightings):
        again = sum(one.turn or one.speaks for one in sightings) > 1
        return again or labels >= _FEWEST_OF_RECORD or any(map(_is_labelled_person, sightings))
    if beside_speakers:
        return any(one.sure and (one.credit or one.body) and not one.acts for one in sightings)
    return any(one.sure for one in sightings) or sum(one.speaks for one in sightings) > 1


def _is_labelled_person(one: Sighting) -> bool:
    """Whether a label or the speech behind it tells that it is somebody's: a title, a post, a given name, an "I"."""
    is_name = is_han(one.name) or " " not in one.name or may_be_given_name(one.name)
    return bool(one.honorific or one.credit) or one.personal or is_name
