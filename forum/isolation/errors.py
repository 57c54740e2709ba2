"""The one way in which reading fails."""


class RefusedError(Exception):
    """What was sent cannot be read, and why.

    It holds an English sentence with `{names}` and what fills them, so that a door can translate the
    sentence; `str()` gives it in English.
    """

    def __init__(self, code: str, template: str, **params: str) -> None:
        super().__init__(template.format_map(params))
        self.code = code
        self.template = template
        self.params = params


def gettext_noop(message: str) -> str:
    """Mark a sentence for translation; the door that shows it translates it."""
    return message


def too_slow(seconds: float) -> RefusedError:
    """Refuse what took all the time there is."""
    template = gettext_noop("This takes longer than {seconds} seconds to read. Shorten it, or save it anew.")
    return RefusedError("too-slow", template, seconds=f"{seconds:g}")


def too_much_memory() -> RefusedError:
    """Refuse what took all the memory there is."""
    return RefusedError(
        "too-much-memory",
        gettext_noop("Reading this takes more memory than there is for it. Leave pictures out, or split it."),
    )


def too_deep() -> RefusedError:
    """Refuse brackets in brackets, tables in tables and so on beyond all use."""
    return RefusedError(
        "too-deep", gettext_noop("This is nested too deeply to be read. Save it anew in a plainer form.")
    )


def crashed() -> RefusedError:
    """Refuse what ended the process that read it."""
    return RefusedError(
        "unreadable", gettext_noop("This cannot be read: it is damaged. Save it anew and try again.")
    )


def busy() -> RefusedError:
    """Refuse because as many are being read as may be at once."""
    return RefusedError(
        "busy", gettext_noop("Too much is being read at this moment. Try again in half a minute.")
    )
