"""Names with initials: "P. Lund" may be Petra Lund's."""

from speakers.names import fold


def abbreviates(short: str, whole: str) -> bool:
    """Whether a name has initials where another has names: "P.A. Lund" of Petra Anna Lund."""
    *given, family = _words(short)
    *names, last = _words(whole)
    return (
        bool(given)
        and family == last
        and all(len(word) == 1 for word in given)
        and any(len(word) > 1 for word in names)
        and len(given) <= len(names)
        and all(name.startswith(letter) for letter, name in zip(given, names, strict=False))
    )


def _words(name: str) -> list[str]:
    words = fold(name.replace(".", ". ")).replace(".", " ").split()
    return words or [""]
