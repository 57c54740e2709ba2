"""A forum that was there twice is merged into one; who administers may do it."""

from typing import Any

import django.db.models.deletion
from django.contrib.auth.management import create_permissions
from django.db import migrations, models


def give_right(apps: Any, schema_editor: Any) -> None:  # noqa: ARG001 (the signature that RunPython calls)
    """Whoever gives rights to others may merge forums."""
    config = apps.get_app_config("forum")
    config.models_module = True
    create_permissions(config, apps=apps, verbosity=0)
    config.models_module = None
    right = apps.get_model("auth", "Permission").objects.get(
        content_type__app_label="forum", codename="merge_forum"
    )
    for group in apps.get_model("auth", "Group").objects.filter(permissions__codename="change_group"):
        group.permissions.add(right)


class Migration(migrations.Migration):
    dependencies = [
        ("forum", "0007_series_count"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="forum",
            options={
                "ordering": ["name"],
                "permissions": [("merge_forum", "Can merge forums")],
                "verbose_name": "forum",
                "verbose_name_plural": "forums",
            },
        ),
        migrations.AddField(
            model_name="forum",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="merged",
                to="forum.forum",
                verbose_name="merged into",
            ),
        ),
        migrations.AddConstraint(
            model_name="forum",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("merged_into__isnull", True),
                    models.Q(("merged_into", models.F("id")), _negated=True),
                    _connector="OR",
                ),
                name="no_forum_is_merged_into_itself",
            ),
        ),
        migrations.RunPython(give_right, migrations.RunPython.noop),
    ]
