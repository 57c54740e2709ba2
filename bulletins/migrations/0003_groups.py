"""The groups of an office with their rights."""

from typing import Any

from django.contrib.auth.management import create_permissions
from django.db import migrations

from bulletins.groups import make_groups


def make(apps: Any, schema_editor: Any) -> None:  # noqa: ARG001 (the signature that RunPython calls)
    # Django makes permissions at the end of all migrations; the groups need them now.
    for label in ("forum", "speakers", "bulletins", "auth"):
        config = apps.get_app_config(label)
        config.models_module = True
        create_permissions(config, apps=apps, verbosity=0)
        config.models_module = None
    make_groups(apps.get_model("auth", "Group"), apps.get_model("auth", "Permission"))


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("bulletins", "0002_revisions"),
    ]

    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
