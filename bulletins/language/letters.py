"""Letters right before a place of a text: as many as tell what stands there, of however long a text."""


def letters_before(text: str, place: int, most: int) -> str:
    """Give at most so many letters before a place."""
    return text[max(place - most, 0) : place]
