"""Publish drafts: those that are named, or a whole archive with the manuscripts' own dates, numbers and volumes."""

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.management.base import BaseCommand, CommandError

from bulletins.management.printing import counted, finding_lines
from bulletins.models import Bulletin
from bulletins.publishing.archive import Outcome, publish_archive, unpublished_archive
from bulletins.publishing.publication import Approval, publish
from forum.management.naming import edition_at, user_named
from forum.management.terminal import Progress, table_lines
from forum.refusal import Refusal


class Command(BaseCommand):
    """`manage.py publish_bulletin REF… --as USER`, `manage.py publish_bulletin --all --as USER`."""

    help = (
        "Publish drafts, by FORUM/YEAR/NUMBER or a draft's id; or, with --all, every draft that a manuscript made, "
        "with the number, volume and date that the manuscript tells. What is published stays as it is."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("refs", nargs="*", metavar="REF", help="FORUM/YEAR/NUMBER or a draft's id")
        parser.add_argument("--all", action="store_true", help="all imported drafts that are not published")
        parser.add_argument("--edition", help="with --all: only those of FORUM/YEAR")
        parser.add_argument("--forum", help="with --all: only those of a forum, by its address")
        parser.add_argument("--accept", default="", metavar="WHY", help="why the warnings are accepted")
        parser.add_argument("--as", dest="user", required=True, metavar="USER", help="who publishes")
        parser.add_argument(
            "--dry-run", action="store_true", help="with --all: only list what would be tried"
        )

    def handle(self, *args: Any, refs: list[str], **options: Any) -> None:
        if bool(refs) == options["all"]:
            raise CommandError("Name drafts, or give --all.")
        user = user_named(options["user"])
        if refs:
            for ref in refs:
                self._one(ref, user, options["accept"])
            return
        drafts = unpublished_archive(user)
        if options["edition"]:
            drafts = drafts.filter(edition=edition_at(options["edition"]))
        if options["forum"]:
            drafts = drafts.filter(forum__slug=options["forum"])
        if options["dry_run"]:
            self.stdout.writelines(f"{draft.pk}  {_name(draft)}\n" for draft in drafts)
        else:
            self._all(drafts, user, options["accept"])

    def _one(self, ref: str, user: Any, acceptance: str) -> None:
        try:
            bulletin = Bulletin.objects.select_related("edition__forum").at(ref)
            publication = publish(bulletin, by=user, approval=Approval(acceptance=acceptance))
        except Bulletin.DoesNotExist:
            raise CommandError(f"There is no bulletin {ref}.") from None
        except PermissionDenied as error:
            raise CommandError(f"{ref}: {error}") from None
        except Refusal as error:
            self.stderr.writelines(f"{line}\n" for line in finding_lines(error.findings, ref))
            raise CommandError(f"{ref}: {error.message}") from None
        self.stdout.write(self.style.SUCCESS(f"{publication.get_absolute_url()} v{publication.version}"))

    def _all(self, drafts: Any, user: Any, acceptance: str) -> None:
        progress = Progress(drafts.count())
        outcomes = []
        for outcome in publish_archive(drafts.iterator(), by=user, acceptance=acceptance):
            outcomes.append(outcome)
            progress.step(_name(outcome.bulletin))
        self.stdout.writelines(f"{line}\n" for line in table_lines([_row(one) for one in outcomes]))
        left = sum(one.publication is None for one in outcomes)
        self.stdout.write(f"{len(outcomes) - left} published, {left} left as drafts")
        if left:
            raise CommandError(f"{left} of {len(outcomes)} drafts were not published.")


def _name(draft: Bulletin) -> str:
    return f"{draft.edition} · {draft.number or '?'} ({draft.volume or '?'}) · {draft.title or '–'}"


def _row(outcome: Outcome) -> tuple[str, str, str]:
    draft, out = outcome.bulletin, outcome.publication
    if out is not None:
        return (str(draft.pk), "published", out.get_absolute_url())
    found = counted(outcome.findings)
    return (str(draft.pk), "LEFT", f"{outcome.why} {f'[{found}] ' if found else ''}{_name(draft)}")
