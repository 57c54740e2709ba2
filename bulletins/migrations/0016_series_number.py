"""Numbers are unique within a series and an edition, volumes within a series; addresses stay once something is published."""

from typing import Any

import django.db.models.deletion
from django.contrib.auth.management import create_permissions
from django.db import migrations, models

NOTE = """
CREATE CONSTRAINT TRIGGER notes_touched AFTER INSERT OR UPDATE OR DELETE ON bulletins_series
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_touched('forum', 'forum_id');
"""
# The argument is the column by which publications know the row; what else is named makes its address.
KEEP = """
CREATE FUNCTION keep_address() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  published boolean;
BEGIN
  EXECUTE format('SELECT EXISTS (SELECT FROM bulletins_publication WHERE %I = $1)', TG_ARGV[0])
  USING OLD.id INTO published;
  IF published THEN
    RAISE EXCEPTION 'The address of % is kept: something is published there', TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keeps_address BEFORE UPDATE ON forum_forum
FOR EACH ROW WHEN (OLD.slug <> NEW.slug) EXECUTE FUNCTION keep_address('forum_id');
CREATE TRIGGER keeps_address BEFORE UPDATE ON forum_edition
FOR EACH ROW WHEN ((OLD.forum_id, OLD.year) IS DISTINCT FROM (NEW.forum_id, NEW.year))
EXECUTE FUNCTION keep_address('edition_id');
CREATE TRIGGER keeps_address BEFORE UPDATE ON bulletins_series
FOR EACH ROW WHEN ((OLD.forum_id, OLD.slug, OLD.is_main) IS DISTINCT FROM (NEW.forum_id, NEW.slug, NEW.is_main))
EXECUTE FUNCTION keep_address('series_id');
"""


def give_rights(apps: Any, schema_editor: Any) -> None:  # noqa: ARG001 (the signature that RunPython calls)
    """Whoever may see or delete a forum may its series; whoever may add or change an edition, may add or change them."""
    config = apps.get_app_config("bulletins")
    config.models_module = True
    create_permissions(config, apps=apps, verbosity=0)
    config.models_module = None
    permissions = apps.get_model("auth", "Permission").objects
    known_by = {
        "view": "view_forum",
        "add": "add_edition",
        "change": "change_edition",
        "delete": "delete_forum",
    }
    for verb, known in known_by.items():
        right = permissions.get(content_type__app_label="bulletins", codename=f"{verb}_series")
        for group in apps.get_model("auth", "Group").objects.filter(permissions__codename=known):
            group.permissions.add(right)


class Migration(migrations.Migration):
    dependencies = [("bulletins", "0015_series_of_bulletins")]

    operations = [
        migrations.AlterField(
            model_name="bulletin",
            name="series",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="bulletins",
                to="bulletins.series",
                verbose_name="series",
            ),
        ),
        migrations.AlterField(
            model_name="publication",
            name="series",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="publications",
                to="bulletins.series",
                verbose_name="series",
            ),
        ),
        migrations.RemoveConstraint(
            model_name="bulletin",
            name="one_bulletin_a_volume",
        ),
        migrations.RemoveConstraint(
            model_name="bulletin",
            name="one_bulletin_a_number",
        ),
        migrations.RemoveConstraint(
            model_name="publication",
            name="one_publication_a_number_and_version",
        ),
        migrations.RemoveConstraint(
            model_name="publication",
            name="one_publication_a_volume_and_version",
        ),
        migrations.AddConstraint(
            model_name="bulletin",
            constraint=models.UniqueConstraint(
                models.F("series"),
                models.F("volume"),
                condition=models.Q(("binned_at", None)),
                name="one_bulletin_a_volume",
                violation_error_message="Another bulletin of this series has this volume.",
            ),
        ),
        migrations.AddConstraint(
            model_name="bulletin",
            constraint=models.UniqueConstraint(
                models.F("series"),
                models.F("edition"),
                models.F("number"),
                condition=models.Q(("binned_at", None)),
                name="one_bulletin_a_number",
                violation_error_message="Another bulletin of this series and edition has this number.",
            ),
        ),
        migrations.AddConstraint(
            model_name="publication",
            constraint=models.UniqueConstraint(
                models.F("series"),
                models.F("edition"),
                models.F("number"),
                models.F("version"),
                name="one_publication_a_number_and_version",
            ),
        ),
        migrations.AddConstraint(
            model_name="publication",
            constraint=models.UniqueConstraint(
                models.F("series"),
                models.F("volume"),
                models.F("version"),
                name="one_publication_a_volume_and_version",
            ),
        ),
        migrations.RunSQL(NOTE, "DROP TRIGGER notes_touched ON bulletins_series"),
        migrations.RunSQL(KEEP, "DROP FUNCTION keep_address() CASCADE"),
        migrations.RunPython(give_rights, migrations.RunPython.noop),
    ]
