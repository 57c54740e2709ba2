"""A credit becomes data: the institution that it names, and the position that somebody holds there from that day on."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field

from babel import Locale
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone

from forum import languages
from forum.rights import Actor, may
from speakers.credits import Post, posts_in
from speakers.directory import Organisations
from speakers.models import Organisation, Position, Speaker
from speakers.names import fold

LONGEST = 300  # letters of a title or a name
_DAY = datetime.timedelta(days=1)
_STILL_HELD = datetime.timedelta(days=366)  # nobody says so, but nobody doubts it either
_SAME_TERM = datetime.timedelta(days=732)  # between two issues that print the same title


@dataclass
class Affiliations:
    """Who reads credits, of which day; and what was doubtful: names taken for institutions, and nearly known ones."""

    by: Actor
    day: datetime.date | None
    today: datetime.date = field(default_factory=timezone.localdate)
    organisations: Organisations = field(default_factory=Organisations.load)
    unsure: list[str] = field(default_factory=list)
    alike: list[tuple[str, str]] = field(default_factory=list)
    _known: dict[int, list[Position]] = field(default_factory=dict)

    def know(self, speakers: Iterable[Speaker]) -> None:
        """Fetch what several people hold that day, all at once."""
        ids = [speaker.pk for speaker in speakers]
        self._known = {pk: [] for pk in ids}
        if self.day is not None:
            held = Position.objects.on(self.day).filter(speaker__in=ids).select_related("organisation")
            for position in held:
                self._known[position.speaker_id].append(position)

    def take(self, speaker: Speaker, credit: str) -> Organisation | None:
        """Find or make the institutions that a credit names, note the positions, and give the first institution."""
        if (known := self._held(speaker, credit)) is not None:
            return known
        held = [
            (post, organisation) for post in posts_in(credit) if (organisation := self._organisation(post))
        ]
        if not held and (known := self.organisations.named_in(credit)) is not None:
            return known
        if self.day is not None and may(self.by, "speakers.add_position"):
            for post, organisation in held:
                if post.title:
                    hold(speaker, post.title[:LONGEST], organisation, self.day, self._until(self.day))
        return held[0][1] if held else None

    def of_body(self, name: str) -> Organisation | None:
        """Find or make the institution that speaks itself under a name: a delegation, a country, an office."""
        known = self.organisations.exactly(name)
        if known is not None or len(name) > LONGEST or not may(self.by, "speakers.add_organisation"):
            return known
        like = self.organisations.like(name)
        if like is not None:
            self.alike.append((name, like.name))
        return self.organisations.named(name, _country(name) or _country(name.title()))

    def _until(self, day: datetime.date) -> datetime.date | None:
        """Give until when a title that was printed on a day is known to be held: of one long ago, that day alone."""
        return None if day > self.today - _STILL_HELD else day + _DAY

    def _held(self, speaker: Speaker, credit: str) -> Organisation | None:
        """Give the institution of a position that the person holds that day and that prints as this very credit."""
        if self.day is None:
            return None
        if speaker.pk not in self._known:
            self.know([speaker])
        held = self._known[speaker.pk]
        told = fold(credit)
        return next(
            (
                position.organisation
                for position in held
                if told in {fold(position.credit(code)) for code in languages.codes()}
            ),
            None,
        )

    def _organisation(self, post: Post) -> Organisation | None:
        name = post.organisation
        if len(name) > LONGEST:
            return None
        known = self.organisations.exactly(name) or self.organisations.named_in(name)
        if known is not None or not may(self.by, "speakers.add_organisation"):
            return known
        like = self.organisations.like(name)
        if like is not None:
            self.alike.append((name, like.name))
        elif not post.sure:
            self.unsure.append(name)
        return self.organisations.named(name, _country(post.place))


def _country(place: str) -> str:
    """Give the country that stands behind an institution's name, by its code; none where it is a town."""
    last = place.rpartition(",")[2].strip()
    return next(
        (code for code, name in Locale("en").territories.items() if name == last and len(code) == 2), ""
    )


def hold(
    speaker: Speaker,
    title: str,
    organisation: Organisation,
    day: datetime.date,
    until: datetime.date | None = None,
) -> bool:
    """Note a position from a day on, unless it is known that the person holds it then. Tells whether it is new."""
    mine = [
        (one, one.held.lower or datetime.date.min, one.held.upper or datetime.date.max)
        for one in Position.objects.filter(speaker=speaker, organisation=organisation)
        if one.held is not None
    ]
    if any(lower <= day < upper and one.is_called(title) for one, lower, upper in mine):
        return False
    named = [held for held in mine if held[0].title == title]
    # Of a day long ago nobody knows that the title was held all the time since.
    ends = day + _SAME_TERM if until else datetime.date.max
    later = min((held for held in named if day < held[1] <= ends), key=_begins, default=None)
    before = max((held for held in named if day - _SAME_TERM <= held[2] <= day), key=_begins, default=None)
    if later is not None:
        # It was known from a later day; now it is known that the person held it before.
        _set_held(later[0], DateRange(day, later[0].held.upper if later[0].held else None))
        return False
    if before is not None:
        _set_held(before[0], DateRange(before[0].held.lower if before[0].held else None, until))
        return False
    Position.objects.begin(speaker, title, organisation, DateRange(day, until))
    return True


def tell_title(speaker: Speaker, title: str, organisation: Organisation, language: str, told: str) -> None:
    """Note what a title that somebody holds is called in another language, where nobody has said so yet."""
    for position in Position.objects.filter(speaker=speaker, organisation=organisation):
        if position.is_called(title) and not position.is_told_in(language):
            position.titles = position.titles | {language: told}
            position.save(update_fields=["titles"])


def _begins(held: tuple[Position, datetime.date, datetime.date]) -> datetime.date:
    return held[1]


def _set_held(position: Position, held: DateRange) -> None:
    position.held = held
    position.save(update_fields=["held"])
