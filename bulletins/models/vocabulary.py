"""The words and the names that occur: what a misspelt search may have meant."""

from collections.abc import Iterable, Mapping
from typing import Self

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import TrigramSimilarity
from django.db import connection, models
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from bulletins.language.words import stem
from bulletins.models.bulletin import Bulletin
from speakers.models import Speaker


class SpeakerNameQuerySet(QuerySet["SpeakerName"]):
    """Named queries over names."""

    def speakers(self, names: Iterable[str]) -> dict[str, list[int]]:
        """Give the ids of those who have each of these names."""
        found: dict[str, list[int]] = {}
        for name, speaker in (
            self.filter(name__in=names).order_by("name", "speaker").values_list("name", "speaker")
        ):
            found.setdefault(name, []).append(speaker)
        return found

    def like(self, name: str) -> Self:
        """Those that are written nearly so, the most alike first."""
        return self.filter(name__trigram_similar=name).order_by(
            TrigramSimilarity("name", name).desc(), "name"
        )


class SpeakerName(models.Model):
    """One way to write the name of somebody who has statements: folded, its words in order of the alphabet."""

    speaker = models.ForeignKey(Speaker, models.CASCADE, related_name="+")
    name = models.CharField()

    objects = SpeakerNameQuerySet.as_manager()

    class Meta:
        default_permissions = ()  # written by verbs alone
        verbose_name = _("way to write a name")
        verbose_name_plural = _("ways to write names")
        constraints = [models.UniqueConstraint("name", "speaker", name="one_way_to_write_a_name")]
        indexes = [GinIndex(OpClass("name", "gin_trgm_ops"), name="names_by_trigram")]

    def __str__(self) -> str:
        return self.name


class VocabularyWordQuerySet(QuerySet["VocabularyWord"]):
    """Named queries over words."""

    def learn(self, counts: Mapping[str, int]) -> None:
        """Add to the counts of words; the vocabulary is locked."""
        with connection.cursor() as cursor:
            table = self.model._meta.db_table
            cursor.execute(
                f"INSERT INTO {table} (word, stem, passages)"  # noqa: S608 (a table of ours)
                " SELECT * FROM unnest(%s::text[], %s::text[], %s::int[])"
                f" ON CONFLICT (word) DO UPDATE SET passages = {table}.passages + excluded.passages",
                [list(counts), [stem(word) for word in counts], list(counts.values())],
            )

    def forget(self, counts: Mapping[str, int]) -> None:
        """Take from the counts of words; those that occur no more go. The vocabulary is locked."""
        with connection.cursor() as cursor:
            table = self.model._meta.db_table
            cursor.execute(
                f"UPDATE {table} SET passages = passages - gone.count"  # noqa: S608 (a table of ours)
                f" FROM unnest(%s::text[], %s::int[]) AS gone (word, count) WHERE {table}.word = gone.word",
                [list(counts), list(counts.values())],
            )
        self.filter(word__in=counts, passages=0).delete()

    def take_over(self) -> None:
        """Become what was counted beside these (NextWord): only what differs is written. The vocabulary is locked."""
        with connection.cursor() as cursor:
            cursor.execute(
                "DELETE FROM bulletins_vocabularyword old WHERE NOT EXISTS"
                " (SELECT FROM bulletins_nextword next WHERE next.word = old.word)"
            )
            cursor.execute(
                "INSERT INTO bulletins_vocabularyword (word, stem, passages)"
                " SELECT next.word, next.stem, next.passages FROM bulletins_nextword next"
                " LEFT JOIN bulletins_vocabularyword old ON old.word = next.word"
                " WHERE (old.stem, old.passages) IS DISTINCT FROM (next.stem, next.passages)"
                " ON CONFLICT (word) DO UPDATE SET stem = excluded.stem, passages = excluded.passages"
            )

    def like(self, word: str) -> Self:
        """Those that are written nearly so, the most alike first, then the most common."""
        return self.filter(word__trigram_similar=word).order_by(
            TrigramSimilarity("word", word).desc(), "-passages", "word"
        )


class VocabularyWord(models.Model):
    """A word that occurs, folded, with the number of passages that have it."""

    word = models.CharField(primary_key=True)
    stem = models.CharField()
    passages = models.PositiveIntegerField()

    objects = VocabularyWordQuerySet.as_manager()

    class Meta:
        default_permissions = ()  # written by verbs alone
        verbose_name = _("word")
        verbose_name_plural = _("words")
        indexes = [
            models.Index("stem", name="words_by_stem"),
            GinIndex(OpClass("word", "gin_trgm_ops"), name="words_by_trigram"),
        ]

    def __str__(self) -> str:
        return self.word


class NextWord(models.Model):
    """A word as it is counted anew, beside the vocabulary that readers use meanwhile (publishing/index.py)."""

    word = models.CharField(primary_key=True)
    stem = models.CharField()
    passages = models.PositiveIntegerField()

    objects = VocabularyWordQuerySet.as_manager()

    class Meta:
        default_permissions = ()  # written by verbs alone
        verbose_name = _("word counted anew")
        verbose_name_plural = _("words counted anew")

    def __str__(self) -> str:
        return self.word


class CountedBulletin(models.Model):
    """A bulletin whose words are in `NextWord`."""

    bulletin = models.OneToOneField(Bulletin, models.CASCADE, primary_key=True, related_name="+")

    class Meta:
        default_permissions = ()  # written by verbs alone
        verbose_name = _("bulletin counted anew")
        verbose_name_plural = _("bulletins counted anew")

    def __str__(self) -> str:
        return str(self.bulletin_id)
