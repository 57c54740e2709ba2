"""Numbers and volumes are counted by series (bulletins, migration 0015), no more by editions and forums."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("forum", "0006_names_in_every_language"), ("bulletins", "0015_series_of_bulletins")]

    operations = [
        migrations.RemoveConstraint(
            model_name="edition",
            name="numbers_count_from_one",
        ),
        migrations.RemoveConstraint(
            model_name="forum",
            name="volumes_count_from_one",
        ),
        migrations.RemoveField(
            model_name="edition",
            name="next_number",
        ),
        migrations.RemoveField(
            model_name="forum",
            name="next_volume",
        ),
    ]
