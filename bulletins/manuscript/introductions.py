"""The people whom the text itself introduces: sightings of all paragraphs → roster entries, beside those of a list."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from bulletins.document import Finding, KindName, LanguageCode, RosterEntry, gettext_noop
from bulletins.manuscript import (
    attendance,
    bodies,
    called_by_post,
    han_mentions,
    initials,
    latin_in_chinese,
    lone_names,
    quotations,
    sightings_en,
    sightings_zh,
)
from bulletins.manuscript.blocks import Runs, text_of
from bulletins.manuscript.common_words import may_be_given_name
from bulletins.manuscript.han_names import begins_with_surname
from bulletins.manuscript.kinds import with_kind
from bulletins.manuscript.label_bearers import is_post, meant
from bulletins.manuscript.latin_names import names_in, without_honorific
from bulletins.manuscript.listed import Listed
from bulletins.manuscript.name_variants import (
    Person,
    as_listed,
    families_of,
    given_names_of,
    without_longer_names,
    without_short_names,
)
from bulletins.manuscript.nameless_labels import FIRST_PERSON, is_label_of_unknown, is_other_label
from bulletins.manuscript.roster import unique
from bulletins.manuscript.seen_lines import lines_with_bold
from bulletins.manuscript.sightings import Sighting
from bulletins.manuscript.turns import credit_of_label, joined_labels, label_of
from bulletins.manuscript.vocabulary import POSTS
from bulletins.manuscript.witnesses import is_borne_out
from forum.scripts import is_han
from speakers import names

_OF_BODY = re.compile(r"\b(?:of|for)\s")
_SIGHTINGS = {"en": sightings_en.sightings, "zh": sightings_zh.sightings}


class Called(NamedTuple):
    """What people are called instead of their names: labels before speeches, and whom initials or posts mean.

    In a `verbatim` record everything between two labels is the first one's speech.
    """

    turns: frozenset[str]
    short: Mapping[str, str]
    labels: Mapping[str, str]
    verbatim: bool


class Introduced(NamedTuple):
    """The roster with those whom the text introduces, how many a list named, and the names that are in doubt."""

    roster: tuple[RosterEntry, ...]
    listed: int
    doubtful: tuple[str, ...]

    @property
    def found(self) -> tuple[RosterEntry, ...]:
        """Those whom no list named."""
        return self.roster[self.listed :]


def introduced(  # noqa: PLR0913 (what is known of a text's people, each by its name)
    paragraphs: Sequence[Runs],
    roster: Sequence[RosterEntry],
    called_by: Called,
    language: LanguageCode,
    *,
    beside_speakers: bool,
    beforehand: Iterable[Sighting] = (),
) -> Introduced:
    """Give the roster with those whom the text introduces, and with what it tells of those who are there.

    `beside_speakers` where the roster is a list of those who speak: then a text must tell more of others.
    `beforehand` are those whom titles and tables name.
    """
    people = _people(paragraphs, roster, called_by, language, beforehand)
    listed = {names.fold(entry.name) for entry in roster}
    in_list = Listed(roster)
    listed_first = tuple(_with_what_is_told(entry, people.get(names.fold(entry.name))) for entry in roster)
    posts = _stretches(entry.credit for entry in roster)
    others = {
        key: person
        for key, person in people.items()
        if key not in listed and (key not in posts or _is_body(person))
    }
    sure = {
        key: person
        for key, person in others.items()
        if is_borne_out(person.sightings, beside_speakers=beside_speakers, labels=len(called_by.turns))
    }
    found = [entry for entry in map(_entry, sure.values()) if entry and not in_list.has(entry.name)]
    doubtful = [
        entry
        for key, person in others.items()
        if key not in sure
        and any(one.speaks and not one.acts for one in person.sightings)
        and (entry := _entry(person))
    ]
    return Introduced(
        unique((*listed_first, *found)),
        len(listed_first),
        tuple(entry.name for entry in doubtful if not in_list.has(entry.name)),
    )


def _people(
    paragraphs: Sequence[Runs],
    roster: Sequence[RosterEntry],
    called_by: Called,
    language: LanguageCode,
    beforehand: Iterable[Sighting],
) -> dict[str, Person]:
    """Give everybody whom the text names, with all that it tells, by the folded name."""
    turns, short, posts_and_short, verbatim = called_by
    people: dict[str, Person] = {}
    called = {**posts_and_short} if turns else {}
    if turns and language == "en":
        called = {**_called(turns, paragraphs, roster), **called}
    labels = {names.fold(label) for label, name in called.items() if names.fold(label) != names.fold(name)}
    speeches = _between_labels(paragraphs, turns, language) if verbatim else range(0)
    for sighting in (*beforehand, *_all(paragraphs, turns, language, called, speeches)):
        key = names.fold(sighting.name)
        if key in labels:
            continue  # part of a name whose bearer is known
        people.setdefault(key, Person(sighting.name)).sightings.append(sighting)
    people = without_longer_names(without_short_names(as_listed(people, roster)))
    if language == "en":
        outside = [runs for at, runs in enumerate(paragraphs) if at not in speeches]
        texts = (text_of(runs).replace("\n", " ") for runs in outside)
        told = [text for text in texts if label_of(text, language) is None]
        _see_otherwise_called(people, outside, roster, short)
        # Whom nothing yet makes a person may be one whom the text goes on to call by the given name.
        known = [*(entry.name for entry in roster), *(p.name for p in people.values() if _is_sure(p)), *short]
        unlike = [p.name for p in people.values() if not (_is_sure(p) or may_be_given_name(p.name))]
        outspoken = [quotations.without_names(text, "en") for text in told]
        for lone in lone_names.sightings(outspoken, known, unlike):
            people.setdefault(names.fold(lone.name), Person(lone.name)).sightings.append(lone)
    else:
        _see_again(people, paragraphs, roster)
    return people


def _see_otherwise_called(
    people: dict[str, Person],
    paragraphs: Sequence[Runs],
    roster: Sequence[RosterEntry],
    short: Mapping[str, str],
) -> None:
    """Add the places where people speak by family name, initials or post, and the bodies that speak."""
    texts = [quotations.without_names(text_of(runs).replace("\n", " "), "en") for runs in paragraphs]
    called = {person.name: person.name for person in people.values() if _is_called(person)}
    short_names = given_names_of(people, roster) | families_of(people) | called
    for again in sightings_en.short_sightings(texts, short_names):
        people[names.fold(again.name)].sightings.append(again)
    for one in (*initials.sightings(texts, short), *_by_post(texts, people, roster)):
        people.setdefault(names.fold(one.name), Person(one.name)).sightings.append(one)
    known_names = [*(entry.name for entry in roster), *(person.name for person in people.values()), *short]
    told = (entry.credit for entry in roster)
    others = (one.credit for person in people.values() for one in person.sightings)
    houses = [*bodies.houses(texts, {*told, *others})]
    for body in (*bodies.sightings(texts, known_names), *houses):
        people.setdefault(names.fold(body.name), Person(body.name)).sightings.append(body)
    for name in bodies.behalves(texts, [person.name for person in people.values() if _is_body(person)]):
        people.setdefault(names.fold(name), Person(name)).sightings.append(
            Sighting(name, speaks=True, sure=True, body=True)
        )


def _is_sure(person: Person) -> bool:
    return any(one.sure for one in person.sightings)


def _is_called(person: Person) -> bool:
    """Whether somebody is known by one word alone, from a list of who was there."""
    return " " not in person.name and not is_han(person.name) and _is_sure(person)


def _see_again(people: dict[str, Person], paragraphs: Sequence[Runs], roster: Sequence[RosterEntry]) -> None:
    told = [
        person.name for person in people.values() if any(one.credit or one.sure for one in person.sightings)
    ]
    texts = [text_of(runs) for runs in paragraphs]
    credits_of = {
        person.name: max((one.credit for one in person.sightings), key=len) for person in people.values()
    }
    for one in latin_in_chinese.sightings(texts):
        people.setdefault(names.fold(one.name), Person(one.name)).sightings.append(one)
    titled = [*han_mentions.by_title(texts, credits_of)]
    for seen in (*han_mentions.again(texts, told), *titled):
        people[names.fold(seen.name)].sightings.append(seen)
    whole = [*credits_of, *(entry.name for entry in roster)]
    surnames = {name[: begins_with_surname(name)] for name in whole if is_han(name)}
    for seen in han_mentions.called_so(texts):
        # 李主任 may be the 李 who has a whole name: then it is not told who speaks.
        if seen.name[: begins_with_surname(seen.name)] not in surnames:
            people.setdefault(names.fold(seen.name), Person(seen.name)).sightings.append(seen)


def _by_post(
    texts: Sequence[str], people: Mapping[str, Person], roster: Sequence[RosterEntry]
) -> Iterator[Sighting]:
    told = called_by_post.told_of(roster)
    told += [
        (person.name, one.credit) for person in people.values() for one in person.sightings if one.credit
    ]
    yield from called_by_post.sightings(texts, called_by_post.holders(told))


def _is_body(person: Person) -> bool:
    return any(one.body for one in person.sightings)


def _stretches(texts: Iterable[str]) -> set[str]:
    """Give all that stands in texts of two to four words in a row: "Senior Actuary" is in somebody's credit."""
    rows = [re.findall(r"\w+", names.fold(text)) for text in texts]
    return {" ".join(row[at : at + count]) for row in rows for at in range(len(row)) for count in (2, 3, 4)}


def _called(
    turns: frozenset[str], paragraphs: Sequence[Runs], roster: Sequence[RosterEntry]
) -> dict[str, str]:
    """Give the whole name of those whom labels call by a part of it, where roster or text tell it."""
    people = {entry.name for entry in roster}
    people |= {name.name for runs in paragraphs for name in names_in(text_of(runs))}
    people = {
        name for name in people if len(name.split()[-1].strip(".")) > 1
    }  # "Dan P" is nobody’s whole name
    return {label: name for label in turns if (name := meant(label, people))}


def _between_labels(paragraphs: Sequence[Runs], turns: frozenset[str], language: LanguageCode) -> range:
    """Give the places from the first paragraph with a label to the last."""
    texts = (text_of(runs).replace("\n", " ") for runs in paragraphs)
    labels = ((at, label_of(text, language)) for at, text in enumerate(texts))
    labelled = [at for at, label in labels if label and label[0] in turns]
    return range(labelled[0], labelled[-1]) if labelled else range(0)


def _all(
    paragraphs: Sequence[Runs],
    turns: frozenset[str],
    language: LanguageCode,
    called: dict[str, str],
    speeches: range,
) -> Iterator[Sighting]:
    see = _SIGHTINGS.get(language, sightings_en.sightings)
    for at, runs in enumerate(paragraphs):
        text = text_of(runs).replace("\n", " ")
        label = label_of(text, language)
        labelled = (label is not None and label[0] in turns) or (bool(turns) and is_other_label(text))
        spoken = labelled or (at in speeches and not is_label_of_unknown(text))
        if label and label[0] in turns:
            name, honorific = without_honorific(called.get(label[0], label[0]))
            yield Sighting(
                "".join(name.split()) if is_han(name) else name if " " in name or not honorific else label[0],
                credit_of_label(text[label[1] : label[2]], label[0]),
                speaks=True,
                sure=True,
                turn=True,
                personal=FIRST_PERSON.search(text, label[2]) is not None,
                honorific=honorific,
            )
            # Two who say it together: "AB, EF: Yes".
            for other, _, _ in joined_labels(text, label[2]) if label[0].isupper() else ():
                if other in called:
                    yield Sighting(called[other], speaks=True, sure=True)
        if attendance.is_listing(text_of(runs)):
            yield from attendance.sightings(text_of(runs))
            continue
        for line, bold in lines_with_bold(runs):
            listed = attendance.is_listing(line)
            seen = (
                attendance.sightings(line) if listed else see(quotations.without_names(line, language), bold)
            )
            # Whom a speech names does not speak in it.
            yield from (msgspec.structs.replace(one, speaks=False) for one in seen) if spoken else seen


def _with_what_is_told(entry: RosterEntry, person: Person | None) -> RosterEntry:
    if person is None:
        return entry
    credit, role = entry.credit, entry.role
    told = _entry(person)
    if told is not None:
        credit, role = credit or told.credit, role or told.role
    return msgspec.structs.replace(entry, credit=credit, role=role)


def _entry(person: Person) -> RosterEntry | None:
    """Make an entry of somebody who speaks or has a part; None where the text only names the person."""
    if not any(one.speaks for one in person.sightings):
        return None
    told = [one.credit for one in person.sightings if one.credit]
    role = next((one.role for one in person.sightings if one.role), None)
    credit = _of_one(max(told, key=len)) if told else ""
    kind: KindName = "body" if any(one.body for one in person.sightings) else "person"
    printed = next((one.role_printed for one in person.sightings if one.role == role and role), "")
    entry = RosterEntry(
        speaker=names.key(person.name),
        name=person.name,
        credit=credit,
        role=role,
        kind=kind,
        role_printed=printed or None,
    )
    # Who speaks in a record is somebody, however the label is printed; whoever is in the chair is nobody to look up.
    if any(one.turn for one in person.sightings):
        return msgspec.structs.replace(entry, kind="group") if is_post(entry.name) else entry
    return with_kind(entry)


def _of_one(credit: str) -> str:
    """Give the post of one of several: "Member" for the "Members Ada Berg and Ivo Lund"."""
    if _OF_BODY.search(credit):
        return credit  # "Union of Architects"
    one = re.sub(r"men$", "man", credit.removesuffix("s"))
    return one if POSTS.fullmatch(one.split()[-1] if one else "") else credit


_FOUND = gettext_noop("{count} people were found in the text and put into the roster: {names}. Look at them.")
_FOUND_ONE = gettext_noop(
    "{count} person was found in the text and put into the roster: {names}. Look at it."
)


def told_of(people: Introduced) -> Iterator[Finding]:
    """Say whom the text itself introduced, and who may speak without being credited: an editor looks at them once."""
    if people.found:
        yield Finding(
            code="roster-from-text",
            severity="hint",
            template=_FOUND_ONE if len(people.found) == 1 else _FOUND,
            params={
                "count": str(len(people.found)),
                "names": ", ".join(entry.name for entry in people.found),
            },
            where="roster",
        )
    if people.doubtful:
        yield Finding(
            code="roster-doubtful",
            severity="hint",
            template=gettext_noop(
                "{names} may be people who speak, but the text does not say so for certain; nothing is credited "
                "to them. Put those who are into the roster."
            ),
            params={"names": ", ".join(people.doubtful)},
            where="roster",
        )
