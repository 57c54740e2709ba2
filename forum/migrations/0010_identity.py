"""What a forum is, and how it shows itself."""

import django.core.validators
from django.db import migrations, models

import forum.fields


class Migration(migrations.Migration):
    dependencies = [
        ("forum", "0009_second_pair_of_eyes"),
    ]

    operations = [
        migrations.AddField(
            model_name="forum",
            name="abouts",
            field=forum.fields.InLanguages(
                blank=True,
                default=dict,
                help_text="In one sentence: it opens the forum’s page, its feeds, and the site’s first page.",
                max_length=300,
                verbose_name="what it is",
            ),
        ),
        migrations.AddField(
            model_name="forum",
            name="colour",
            field=models.CharField(
                blank=True,
                help_text="Of titles and marks on its pages and on paper; dark enough to be read on white.",
                max_length=7,
                validators=[
                    django.core.validators.RegexValidator("^#[0-9a-fA-F]{6}$", "Write the colour as #8c1d2f.")
                ],
                verbose_name="colour",
            ),
        ),
        migrations.AddField(
            model_name="forum",
            name="contact",
            field=models.CharField(
                blank=True,
                help_text="Where readers write to: a mail address, a telephone.",
                max_length=300,
                verbose_name="contact",
            ),
        ),
        migrations.AddField(
            model_name="forum",
            name="licence",
            field=models.CharField(
                blank=True,
                help_text="CC BY 4.0, All rights reserved …",
                max_length=200,
                verbose_name="licence of the texts",
            ),
        ),
        migrations.AddField(
            model_name="forum",
            name="licence_address",
            field=models.URLField(blank=True, verbose_name="address of the licence"),
        ),
        migrations.AddField(
            model_name="forum",
            name="logo",
            field=models.TextField(blank=True, editable=False, verbose_name="logo"),
        ),
    ]
