"""Collect the sentences to translate; the reader's errors among them."""

from django.core.management.commands import makemessages


class Command(makemessages.Command):
    """`manage.py makemessages`, which knows that a ManuscriptError's second argument is a sentence."""

    xgettext_options = [
        *makemessages.Command.xgettext_options,
        "--keyword=ManuscriptError:2",
        "--keyword=RefusedError:2",
    ]
