"""Whom does this name mean? Stored speakers found by name; a doubtful match is told, never made."""

import functools
import itertools
import operator
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db.models import Model, Q
from rapidfuzz import fuzz, process

from forum import languages
from forum.scripts import is_han
from speakers.models import Namesakes, Organisation, Speaker
from speakers.name_parts import in_small_letters, latin_name, name_parts, without_honorifics
from speakers.names import fold, forms_to_compare, key, romanised, same_person_likelihood, spoken, words_key

# Found by trying on rosters: one letter in a name of two words is above it, a shared family name below.
DOUBT = 0.88
# What is typed after an @ is offered already when it is less alike: a person chooses.
NEAR = 0.75
# An institution's long name is the same but for a letter or two, or another one's.
ALIKE = 0.93
LONGEST_NAME = 200
_LEAST = 2  # letters by which an institution is offered
_MOST_WEIGHED = 100  # of those that have the letters


@dataclass(frozen=True)
class Match:
    """The one speaker who has this name, or nobody and those who might be meant."""

    speaker: Speaker | None
    doubtful: tuple[Speaker, ...] = ()


@dataclass
class Directory:
    """The speakers of this database by their names, in either script and order."""

    _by_fold: dict[str, list[Speaker]] = field(default_factory=lambda: defaultdict(list))
    _names: list[tuple[str, Speaker]] = field(default_factory=list)
    _forms: list[str] = field(default_factory=list)
    _places: list[int] = field(default_factory=list)
    _indexed: int = 0

    @classmethod
    def load(cls) -> "Directory":
        """Read every stored speaker, in one query."""
        directory = cls()
        for speaker in Speaker.objects.select_related("merged_into").order_by("pk"):
            directory.add(speaker)
        return directory

    def add(self, speaker: Speaker) -> None:
        """Take up a speaker; the names of one who was merged mean the one who was kept."""
        meant = speaker.merged_into or speaker
        for name in _spellings(speaker):
            self._names.append((name, meant))
            # Two people may share what pinyin makes of their names: it tells who may be meant, not who is.
            proposed = speaker.latin_proposed and not is_han(name)
            if not proposed and meant not in self._by_fold[fold(name)]:
                self._by_fold[fold(name)].append(meant)

    def likely_pairs(self) -> list[tuple[float, Speaker, Speaker]]:
        """Give pairs who may be one person, the likeliest first. Only names that share a beginning are compared.

        Those whom somebody told apart are left out.
        """
        blocks: dict[str, dict[int, tuple[str, Speaker]]] = defaultdict(dict)
        for name, speaker in self._names:
            for word in romanised(name).split():
                blocks[word[:2]].setdefault(speaker.pk, (speaker.name, speaker))
        apart = set(Namesakes.objects.values_list("one", "other"))
        pairs: dict[tuple[int, int], tuple[float, Speaker, Speaker]] = {}
        for block in blocks.values():
            for (name, one), (other_name, other) in itertools.combinations(block.values(), 2):
                likely = max(
                    same_person_likelihood(name, other_name),
                    same_person_likelihood(one.own_name, other.own_name)
                    if one.own_name and other.own_name
                    else 0.0,
                )
                if likely >= DOUBT:
                    pairs[min(one.pk, other.pk), max(one.pk, other.pk)] = (likely, one, other)
        found = (pair for key, pair in pairs.items() if key not in apart)
        return sorted(found, key=lambda pair: (-pair[0], pair[1].slug, pair[2].slug))

    def find(self, name: str) -> Match:
        """Give the speaker with exactly this name (case, accents and hyphens aside), or whom it might mean."""
        same = self._by_fold.get(fold(name)) or self._by_fold.get(fold(without_honorifics(name)), [])
        if len(same) == 1:
            return Match(same[0])
        if same:
            return Match(None, tuple(same))
        near = {self._names[place][1].pk: self._names[place][1] for place in self._near(name)}
        return Match(None, tuple(near.values()))

    def named(self, *names: str) -> Speaker | None:
        """Give the speaker who has one of a person's names, in either script."""
        return next((found for name in names if name and (found := self.find(name).speaker)), None)

    def _near(self, name: str) -> list[int]:
        """Give the places of the names that are likely the same person's, as `same_person_likelihood` has it."""
        for place in range(self._indexed, len(self._names)):
            for form in forms_to_compare(self._names[place][0]):
                self._forms.append(form)
                self._places.append(place)
        self._indexed = len(self._names)
        wanted = forms_to_compare(name[:LONGEST_NAME])[:2]
        # One call compares with all names; a list of names is read in the time that this takes for each.
        found = (
            process.extract(form, self._forms, scorer=fuzz.ratio, score_cutoff=100 * DOUBT, limit=None)
            for form in wanted
        )
        places = {self._places[place] for matches in found for _, _, place in matches}
        return [
            place for place in sorted(places) if same_person_likelihood(name, self._names[place][0]) >= DOUBT
        ]

    def suggest(self, query: str, limit: int = 8) -> list[Speaker]:
        """Give whom a few typed letters might mean, best first: name in any script or order, or institution."""
        words = romanised(query).split() if is_han(query) else fold(query).split()
        if not words:
            return []
        scores: dict[int, tuple[float, Speaker]] = {}
        for name, speaker in self._names:
            score = _likeness(words, query, name)
            if score > scores.get(speaker.pk, (0.0, speaker))[0]:
                scores[speaker.pk] = (score, speaker)
        best = sorted(scores.values(), key=lambda found: (-found[0], found[1].slug))[:limit]
        found = [speaker for _, speaker in best]
        return found + _of_institution(query, limit - len(found), {speaker.pk for speaker in found})


def _likeness(words: list[str], query: str, name: str) -> float:
    """Tell from 0 to 1 how well typed words fit a name: each begins a word of it, or all are nearly it."""
    parts = romanised(name)
    joined, whole = "".join(words), parts.replace(" ", "")
    if joined == whole:
        return 1.2
    if query.strip() in name or all(any(part.startswith(word) for part in parts.split()) for word in words):
        return 1.1 if words[0] == parts.split()[0] else 1.0
    if joined == "".join(part[0] for part in spoken(name).split()):
        return 0.97
    if len(joined) > 2 and joined in whole:
        return 0.95
    likely = same_person_likelihood(" ".join(words), name)
    return likely if likely >= NEAR else 0.0


def _of_institution(query: str, limit: int, without: set[int]) -> list[Speaker]:
    if limit <= 0 or len(query.strip()) < 3:
        return []
    columns = ("positions__organisation__name", *languages.paths("positions__organisation__names"))
    named = functools.reduce(operator.or_, (Q((f"{column}__icontains", query)) for column in columns))
    return list(Speaker.objects.filter(named).exclude(pk__in=without).distinct().order_by("slug")[:limit])


def institutions_meant(query: str, limit: int = 4) -> list[Organisation]:
    """Give institutions whose name, or a word of it, begins with a few typed letters."""
    words = fold(query).split()
    if not words or (len(words[0]) < _LEAST and not is_han(query)):
        return []
    columns = ("name", *languages.paths("names"), "other_names")
    named = functools.reduce(operator.or_, (Q((f"{column}__icontains", words[0])) for column in columns))
    found = Organisation.objects.filter(named)[:_MOST_WEIGHED]
    fitting = (one for one in found if any(_begins(fold(name), words) for name in one.all_names()))
    return list(itertools.islice(fitting, limit))


def _begins(name: str, words: list[str]) -> bool:
    return all(word in name if is_han(word) else f" {word}" in f" {name}" for word in words)


def forms_typed(speaker: Speaker) -> tuple[str, ...]:
    """Give the folded forms by which somebody may be typed: each name as written, in pinyin, and by its syllables."""
    names = tuple(_spellings(speaker))
    return tuple(
        dict.fromkeys(form for name in names for form in (fold(name), romanised(name), spoken(name)) if form)
    )


def _spellings(speaker: Speaker) -> Iterable[str]:
    both_orders = (
        f"{speaker.family_name} {speaker.given_name}".strip(),
        f"{speaker.given_name} {speaker.family_name}".strip(),
    )
    return dict.fromkeys(name for name in (speaker.name, speaker.own_name, *both_orders) if name)


def create_speaker(name: str, own_name: str = "") -> Speaker:
    """Make a speaker of a printed name, with a key nobody has yet. For a Han name a Latin one is proposed.

    `own_name` is how the name is written in the person's own script, where that is known.
    """
    printed = without_honorifics(name)
    parts, latin = name_parts(printed), latin_name(printed)
    family, given = latin or (in_small_letters(parts.family), parts.given)
    speaker = Speaker(
        slug=free_slug(name),
        family_name=family,
        given_name=given,
        suffix=parts.suffix,
        own_name=own_name or ("" if printed.isascii() else ("".join(printed.split()) if latin else printed)),
        latin_proposed=latin is not None,
        name_order=Speaker.NameOrder.FAMILY_FIRST if parts.family_first else Speaker.NameOrder.GIVEN_FIRST,
    )
    speaker.save()
    return speaker


def free_slug(name: str, model: type[Model] = Speaker) -> str:
    """Give a key for a name that no stored row of the model has: huang-renwei, huang-renwei-2, …"""
    base = (key(name) if model is Speaker else words_key(name))[:70]
    rows = model._default_manager  # noqa: SLF001 (Django's documented way to any model's rows)
    taken = set(rows.filter(slug__startswith=base).values_list("slug", flat=True))
    slug, count = base, 1
    while slug in taken:
        count += 1
        slug = f"{base}-{count}"
    return slug


@dataclass
class Organisations:
    """The organisations of this database by their names in every language."""

    _by_name: dict[str, Organisation] = field(default_factory=dict)

    @classmethod
    def load(cls) -> "Organisations":
        """Read every stored organisation, in one query."""
        organisations = cls()
        for organisation in Organisation.objects.order_by("pk"):
            organisations._add(organisation)
        return organisations

    def _add(self, organisation: Organisation) -> None:
        for name in filter(None, map(fold, organisation.all_names())):
            self._by_name.setdefault(name, organisation)

    def by_key(self, key: str | None) -> Organisation | None:
        """Give the organisation with a key, if it is stored."""
        return next((one for one in self._by_name.values() if one.slug == key), None) if key else None

    def named_in(self, credit: str) -> Organisation | None:
        """Give the organisation that a credit names; of several, the one with the longest name."""
        # Latin names only as whole words: "MOST" is not in "almost".
        folded = fold(credit)
        words = f" {folded} "
        found = (name for name in self._by_name if (name if is_han(name) else f" {name} ") in words)
        return self._by_name.get(max(found, key=len, default=""))

    def exactly(self, name: str) -> Organisation | None:
        """Give the organisation with exactly this name (case, accents and punctuation aside)."""
        return self._by_name.get(fold(name))

    def like(self, name: str) -> Organisation | None:
        """Give an organisation with nearly this name, which may be meant."""
        found = process.extractOne(
            fold(name), self._by_name.keys(), scorer=fuzz.ratio, score_cutoff=100 * ALIKE
        )
        return self._by_name[found[0]] if found else None

    def named(self, name: str, country: str = "") -> Organisation | None:
        """Give the organisation with exactly this name, and make one where there is none; None for no name."""
        if not fold(name):
            return None
        if fold(name) not in self._by_name:
            language = languages.of(name)
            names = {language: name} if language != languages.main() else {}
            slug = free_slug(name, Organisation)
            self._add(Organisation.objects.create(slug=slug, name=name, names=names, country=country))
        return self._by_name[fold(name)]

    def named_in_languages(self, name: str, others: Mapping[str, str]) -> Organisation | None:
        """Give the organisation with one of these names, or make it; it learns those that it lacks."""
        found = next(filter(None, map(self.exactly, (name, *others.values()))), None) or self.named(name)
        if found is None:
            return None
        told = {languages.of(name): name, **others}
        lacking = {code: one for code, one in told.items() if code not in _told_in(found)}
        if lacking:
            found.names = found.names | {
                code: one for code, one in lacking.items() if code != languages.main()
            }
            found.name = lacking.get(languages.main(), found.name)
            found.save(update_fields=["name", "names"])
            self._add(found)
        return found


def _told_in(organisation: Organisation) -> set[str]:
    return {languages.of(organisation.name), *organisation.names}
