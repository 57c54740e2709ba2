"""Everything that the index keeps, without ids of its own: the same after `reindex`, whatever was done before."""

from django.db.models import Value
from django.db.models.functions import Coalesce

from bulletins.models import IssueEntry, Passage, SearchEntry, SpeakerName, Statement, VocabularyWord
from bulletins.publishing.index import reindex


def index_rows():
    return {
        "passages": sorted(
            Passage.objects.values_list(
                "publication", "place", "anchor", "text", "speakers", "topics", "sessions"
            )
        ),
        "statements": sorted(
            Statement.objects.annotate(
                maker=Coalesce("speaker__slug", "organisation__slug"),
                for_whom=Coalesce("behalf__slug", Value("")),
            ).values_list("publication", "place", "anchor", "maker", "credit", "for_whom", "spoken_by")
        ),
        "entries": sorted(
            SearchEntry.objects.values_list(
                "publication", "passage__place", "date", "facets", "terms", "pairs"
            )
        ),
        "issues": sorted(
            IssueEntry.objects.values_list(
                "publication", "date", "facets", "speakers", "text", "terms", "pairs"
            )
        ),
        "names": sorted(SpeakerName.objects.values_list("speaker__slug", "name")),
        "words": sorted(VocabularyWord.objects.values_list("word", "stem", "passages")),
    }


def assert_index_is_as_made_anew():
    before = index_rows()
    reindex()
    after = index_rows()
    differ = {
        name: (
            [row for row in before[name] if row not in after[name]],
            [row for row in after[name] if row not in before[name]],
        )
        for name in before
        if before[name] != after[name]
    }
    assert differ == {}, differ
