"""Names in short: "P. Lund" may be Petra Lund's, "Lyall Lund" is Mark Lyall Lund's."""

from speakers.names import fold


def abbreviates(short: str, whole: str) -> bool:
    """Whether a name has initials where another has names, or is its end: "P.A. Lund" of Petra Anna Lund."""
    if len(_words(short)) > 1 and _words(whole)[1:] == _words(short):
        return True
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
