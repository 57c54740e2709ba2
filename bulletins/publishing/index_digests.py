"""What the index has now, in a few letters a part: two that are equal have the same rows, whatever their ids."""

from django.db import connection

# Of each table of the index: what its rows belong to, and what tells one row from another instead of its id.
_TABLES = {
    "passages": ("bulletins_passage", "publication_id", "t.place"),
    "statements": (
        "bulletins_statement",
        "publication_id",
        "(SELECT p.place FROM bulletins_passage p WHERE p.id = t.passage_id)",
    ),
    "entries": (
        "bulletins_searchentry",
        "publication_id",
        "(SELECT p.place FROM bulletins_passage p WHERE p.id = t.passage_id)",
    ),
    "issues": ("bulletins_issueentry", "publication_id", "0"),
    "tallies": ("bulletins_tally", "edition_id", "0"),
    "names": ("bulletins_speakername", "speaker_id", "0"),
    "words": ("bulletins_vocabularyword", "0", "0"),
}
_QUERY = """
SELECT part::text, md5(string_agg(told, E'\\n' ORDER BY told COLLATE "C")) FROM (
  SELECT {part} AS part, concat({place}, to_jsonb(t) - '{{id,passage_id}}'::text[]) AS told FROM {table} t
) rows GROUP BY part
"""
_NAMES = {"tallies": "of edition", "names": "of speaker", "words": "of the whole,"}


def digests() -> dict[str, str]:
    """Give a digest of the rows of each publication, and of the names and words that they share."""
    found: dict[str, str] = {}
    with connection.cursor() as cursor:
        for name, (table, part, place) in _TABLES.items():
            cursor.execute(_QUERY.format(table=table, part=part, place=place))
            found |= {f"{name} {_NAMES.get(name, 'of publication')} {key}": digest for key, digest in cursor}
    return found
