"""Editions and sessions have their names in every language."""

from django.db import migrations

import forum.fields


class Migration(migrations.Migration):
    dependencies = [
        ("forum", "0005_cache"),
    ]

    operations = [
        migrations.AddField(
            model_name="edition",
            name="themes",
            field=forum.fields.InLanguages(
                blank=True, default=dict, max_length=300, verbose_name="theme in other languages"
            ),
        ),
        migrations.AddField(
            model_name="edition",
            name="venues",
            field=forum.fields.InLanguages(
                blank=True, default=dict, max_length=200, verbose_name="venue in other languages"
            ),
        ),
        migrations.AddField(
            model_name="session",
            name="rooms",
            field=forum.fields.InLanguages(
                blank=True, default=dict, max_length=100, verbose_name="room in other languages"
            ),
        ),
        migrations.AddField(
            model_name="session",
            name="themes",
            field=forum.fields.InLanguages(
                blank=True, default=dict, max_length=300, verbose_name="theme in other languages"
            ),
        ),
        migrations.AddField(
            model_name="session",
            name="titles",
            field=forum.fields.InLanguages(
                blank=True, default=dict, max_length=300, verbose_name="title in other languages"
            ),
        ),
    ]
