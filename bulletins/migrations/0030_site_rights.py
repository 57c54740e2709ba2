"""Whoever administers may name the site."""

from typing import Any

from django.contrib.auth.management import create_permissions
from django.db import migrations


def give(apps: Any, schema_editor: Any) -> None:  # noqa: ARG001 (the signature that RunPython calls)
    # Django makes permissions at the end of all migrations; the group needs these now.
    config = apps.get_app_config("forum")
    config.models_module = True
    create_permissions(config, apps=apps, verbosity=0)
    config.models_module = None
    rights = apps.get_model("auth", "Permission").objects.filter(
        content_type__app_label="forum", content_type__model="site"
    )
    for group in apps.get_model("auth", "Group").objects.filter(name="Administrators"):
        group.permissions.add(*rights)


class Migration(migrations.Migration):
    dependencies = [("bulletins", "0029_site_in_state"), ("forum", "0012_site")]

    operations = [migrations.RunPython(give, migrations.RunPython.noop)]
