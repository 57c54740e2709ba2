"""Whoever administers may publish in an emergency what nobody approved."""

from typing import Any

from django.contrib.auth.management import create_permissions
from django.db import migrations

RIGHT = "publish_unapproved_bulletin"


def give(apps: Any, schema_editor: Any) -> None:  # noqa: ARG001 (the signature that RunPython calls)
    # Django makes permissions at the end of all migrations; the group needs this one now.
    config = apps.get_app_config("bulletins")
    config.models_module = True
    create_permissions(config, apps=apps, verbosity=0)
    config.models_module = None
    permission = apps.get_model("auth", "Permission").objects.get(
        content_type__app_label="bulletins", codename=RIGHT
    )
    for group in apps.get_model("auth", "Group").objects.filter(name="Administrators"):
        group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [("bulletins", "0021_review")]

    operations = [migrations.RunPython(give, migrations.RunPython.noop)]
