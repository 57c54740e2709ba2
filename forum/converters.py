"""Parts of addresses that Django has no converter for."""


class Place:
    """What an issue's address begins with: its forum's, and that of its series where it is not the main one."""

    regex = r"[-a-zA-Z0-9_]+(?:/[a-zA-Z][-a-zA-Z0-9_]*)?"

    def to_python(self, value: str) -> str:
        """Take it as it is: lantern-bay, lantern-bay/zhuanbao."""
        return value

    to_url = to_python
