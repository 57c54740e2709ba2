"""Models and migrations say the same: what a row may hold is changed by a migration alone."""

from django.apps import apps
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState


def test_the_migrations_make_the_tables_that_the_models_describe():
    stored = MigrationLoader(None, ignore_no_migrations=True).project_state()

    found = MigrationAutodetector(stored, ProjectState.from_apps(apps)).changes(
        graph=MigrationLoader(None).graph
    )

    assert {
        app: [str(operation) for migration in migrations for operation in migration.operations]
        for app, migrations in found.items()
    } == {}
