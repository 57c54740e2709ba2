"""Every bulletin that is there is an issue of its forum's main series, which counts on from the forum's volume."""

from typing import Any

from django.db import migrations

USUAL = {"en": "Bulletin", "zh": "简报"}

# What is published never changes, and this is no change: the series tells what the forum told before.
OPEN = "ALTER TABLE bulletins_publication DISABLE TRIGGER is_kept"
CLOSE = "SET CONSTRAINTS ALL IMMEDIATE; ALTER TABLE bulletins_publication ENABLE TRIGGER is_kept"


def give_series(apps: Any, schema_editor: Any) -> None:
    """Make the main series of each forum, with its bulletins."""
    series = apps.get_model("bulletins", "Series")
    schema_editor.execute(OPEN)
    for forum in apps.get_model("forum", "Forum").objects.order_by("pk"):
        made = series.objects.create(
            forum=forum,
            name=USUAL["en"],
            names={"zh": USUAL["zh"]},
            slug="jianbao" if forum.language == "zh" else "bulletin",
            is_main=True,
            next_volume=forum.next_volume,
        )
        for name in ("Bulletin", "Publication"):
            apps.get_model("bulletins", name)._base_manager.filter(forum=forum).update(series=made)  # noqa: SLF001 (Django's documented name)
    schema_editor.execute(CLOSE)


def take_series(apps: Any, schema_editor: Any) -> None:
    """Leave bulletins without a series, and the counting to the forum."""
    schema_editor.execute(OPEN)
    for one in apps.get_model("bulletins", "Series").objects.filter(is_main=True).select_related("forum"):
        one.forum.next_volume = one.next_volume
        one.forum.save()
    for name in ("Bulletin", "Publication"):
        apps.get_model("bulletins", name)._base_manager.update(series=None)  # noqa: SLF001 (Django's documented name)
    apps.get_model("bulletins", "Series").objects.all().delete()
    schema_editor.execute(CLOSE)


class Migration(migrations.Migration):
    dependencies = [("bulletins", "0014_series")]

    operations = [migrations.RunPython(give_series, take_series)]
