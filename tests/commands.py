"""Commands as an operator at a shell meets them."""

import io

from django.core.management import CommandError, call_command


def said(*command, **options):
    """What a command prints, what it complains of, and the sentence or exit code that it ends with."""
    out, errors, end = io.StringIO(), io.StringIO(), None
    try:
        call_command(*command, stdout=out, stderr=errors, **options)
    except (CommandError, SystemExit) as error:
        end = getattr(error, "code", None) or str(error)
    return out.getvalue().splitlines(), errors.getvalue().splitlines(), end
