"""How a verb says no: one exception for all of them, in words for whoever asked."""

from typing import Any


class Refusal(Exception):  # noqa: N818 (a refusal is an answer, not an error)
    """A verb does nothing, and says why and what to do.

    `message` is in the language of whoever asked; `findings` say which places of a bulletin it is about.
    """

    def __init__(self, message: str, findings: tuple[Any, ...] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.findings = findings
