"""Series: what bulletins are issues of. Which series those that are there belong to is told by the next migration."""

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

import forum.fields


class Migration(migrations.Migration):
    dependencies = [
        ("bulletins", "0013_colophon"),
        ("forum", "0006_names_in_every_language"),
    ]

    operations = [
        migrations.CreateModel(
            name="Series",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="Bulletin, 简报, 专报, 快报 and the like.",
                        max_length=100,
                        verbose_name="name",
                    ),
                ),
                (
                    "names",
                    forum.fields.InLanguages(
                        blank=True, default=dict, max_length=100, verbose_name="name in other languages"
                    ),
                ),
                (
                    "mastheads",
                    forum.fields.InLanguages(
                        blank=True,
                        default=dict,
                        help_text="Left empty, it is the forum’s name and that of the series.",
                        max_length=200,
                        verbose_name="name in the masthead",
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        help_text="Stands in web addresses. It can be changed until the first issue is published.",
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[A-Za-z]", "An address of a series begins with a letter."
                            )
                        ],
                        verbose_name="address",
                    ),
                ),
                (
                    "is_main",
                    models.BooleanField(
                        default=False,
                        help_text="Addresses of its issues do without the name of the series.",
                        verbose_name="main series",
                    ),
                ),
                (
                    "next_volume",
                    models.PositiveIntegerField(
                        default=1,
                        help_text="Given to the next issue that is published; counts on across editions.",
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="next running volume",
                    ),
                ),
                (
                    "style",
                    models.CharField(
                        choices=[
                            ("journal", "Journal"),
                            ("redhead", "Official sheet with a red head (红头)"),
                        ],
                        default="journal",
                        max_length=16,
                        verbose_name="house style",
                    ),
                ),
                (
                    "paper",
                    models.CharField(
                        choices=[("a4", "A4"), ("letter", "Letter")],
                        default="a4",
                        max_length=16,
                        verbose_name="paper",
                    ),
                ),
                (
                    "marking",
                    models.CharField(
                        blank=True,
                        help_text="内部资料 and the like, on new issues.",
                        max_length=100,
                        verbose_name="usual marking",
                    ),
                ),
                (
                    "contact",
                    models.CharField(
                        blank=True,
                        help_text="The publisher’s line at the foot of the sheet.",
                        max_length=300,
                        verbose_name="contact",
                    ),
                ),
            ],
            options={
                "verbose_name": "series",
                "verbose_name_plural": "series",
                "ordering": ["forum", "-is_main", "pk"],
            },
        ),
        migrations.AlterField(
            model_name="bulletin",
            name="number",
            field=models.PositiveIntegerField(
                blank=True,
                help_text="Left empty, the next number of its series in the edition is given at publication.",
                null=True,
                validators=[django.core.validators.MinValueValidator(1)],
                verbose_name="number",
            ),
        ),
        migrations.AlterField(
            model_name="bulletin",
            name="volume",
            field=models.PositiveIntegerField(
                blank=True,
                help_text="Left empty, the next running volume of its series is given at publication.",
                null=True,
                validators=[django.core.validators.MinValueValidator(1)],
                verbose_name="volume",
            ),
        ),
        migrations.AddField(
            model_name="series",
            name="forum",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="series",
                to="forum.forum",
                verbose_name="forum",
            ),
        ),
        migrations.AddField(
            model_name="bulletin",
            name="series",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="bulletins",
                to="bulletins.series",
                verbose_name="series",
            ),
        ),
        migrations.AddField(
            model_name="publication",
            name="series",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="publications",
                to="bulletins.series",
                verbose_name="series",
            ),
        ),
        migrations.AddConstraint(
            model_name="series",
            constraint=models.UniqueConstraint(
                models.F("forum"), models.F("slug"), name="one_series_at_an_address"
            ),
        ),
        migrations.AddConstraint(
            model_name="series",
            constraint=models.UniqueConstraint(
                models.F("forum"),
                condition=models.Q(("is_main", True)),
                name="one_main_series_a_forum",
                violation_error_message="This forum has a main series already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="series",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("slug__regex", "^[A-Za-z]"), models.Q(("slug", "sessions"), _negated=True)
                ),
                name="series_address_is_free",
                violation_error_message="The site itself uses this address. Choose another.",
            ),
        ),
        migrations.AddConstraint(
            model_name="series",
            constraint=models.CheckConstraint(
                condition=models.Q(("next_volume__gte", 1)), name="series_volumes_count_from_one"
            ),
        ),
    ]
