"""What versions were rendered to: files, whose rows are kept for ever, and set texts, which are made anew at will."""

import django.db.models.deletion
from django.db import migrations, models

KEEP = """
CREATE TRIGGER is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON bulletins_rendering
FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("bulletins", "0008_limits"),
    ]

    operations = [
        migrations.CreateModel(
            name="SetText",
            fields=[
                (
                    "publication",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="set_text",
                        serialize=False,
                        to="bulletins.publication",
                        verbose_name="publication",
                    ),
                ),
                ("style", models.CharField(max_length=64)),
                ("article", models.TextField()),
                ("contents", models.TextField()),
                ("head", models.TextField()),
                ("roster", models.JSONField(default=list)),
                ("sessions", models.JSONField(default=list)),
            ],
            options={
                "verbose_name": "set text",
                "verbose_name_plural": "set texts",
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Rendering",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("format", models.CharField(max_length=16, verbose_name="format")),
                ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
                ("size", models.PositiveBigIntegerField(verbose_name="bytes")),
                ("media_type", models.CharField(max_length=120, verbose_name="media type")),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="files",
                        to="bulletins.publication",
                        verbose_name="publication",
                    ),
                ),
            ],
            options={
                "verbose_name": "file",
                "verbose_name_plural": "files",
                "ordering": ["publication", "format"],
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        models.F("publication"), models.F("format"), name="one_file_a_format"
                    )
                ],
            },
        ),
        migrations.RunSQL(KEEP, "DROP TRIGGER is_kept ON bulletins_rendering"),
    ]
