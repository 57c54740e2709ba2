"""The one exception of this package."""


class ManuscriptError(Exception):
    """A file that cannot be read as a bulletin.

    Like a Finding it holds an English sentence with `{names}` and what fills them, so that a
    door can translate the sentence; `str()` gives it in English.
    """

    def __init__(self, code: str, template: str, **params: str) -> None:
        super().__init__(template.format_map(params))
        self.code = code
        self.template = template
        self.params = params
