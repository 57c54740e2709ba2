"""Write a bulletin in one of the outside forms."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from bulletins.document import Imprint
from bulletins.drafts.rows import document_of
from bulletins.models import Bulletin
from bulletins.rendering import FORMATS


class Command(BaseCommand):
    """`manage.py export_bulletin REF FORMAT`."""

    help = "Write a bulletin as a file: its newest publication, or the draft where there is none."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("ref", help="FORUM/YEAR/NUMBER, or a draft's id")
        parser.add_argument("format", choices=sorted(FORMATS))
        parser.add_argument("--output", "-o", type=Path, help="file to write; else the output of the command")
        parser.add_argument("--draft", action="store_true", help="the draft, also where a publication exists")

    def handle(self, *args: Any, ref: str, **options: Any) -> None:
        try:
            bulletin = Bulletin.objects.at(ref)
        except Bulletin.DoesNotExist:
            raise CommandError(
                f"There is no bulletin {ref}. Write FORUM/YEAR/NUMBER, or a draft's id."
            ) from None
        publication = bulletin.publications.current().with_place().first()
        form = FORMATS[options["format"]]
        if publication is None or options["draft"]:
            data = form.render(document_of(bulletin), Imprint())
        else:
            data = form.render(publication.document, publication.imprint_on_paper)
        if options["output"]:
            options["output"].write_bytes(data)
        else:
            sys.stdout.buffer.write(data)
