"""The vocabulary as `reindex` counts it anew, beside the one that readers use."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("bulletins", "0009_renderings"),
    ]

    operations = [
        migrations.CreateModel(
            name="CountedBulletin",
            fields=[
                (
                    "bulletin",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="bulletins.bulletin",
                    ),
                ),
            ],
            options={
                "verbose_name": "bulletin counted anew",
                "verbose_name_plural": "bulletins counted anew",
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="NextWord",
            fields=[
                ("word", models.CharField(primary_key=True, serialize=False)),
                ("stem", models.CharField()),
                ("passages", models.PositiveIntegerField()),
            ],
            options={
                "verbose_name": "word counted anew",
                "verbose_name_plural": "words counted anew",
                "default_permissions": (),
            },
        ),
    ]
