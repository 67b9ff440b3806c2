"""Owns Problem: the reason why one commitment cannot be valued, raised inside and turned into a finding at the line."""


class Problem(Exception):  # noqa: N818 - it is no error of the program but a finding to come
    """A finding's name, the field of the commitment that it is about, and the fields of its templates."""

    def __init__(self, name: str, about: str, /, **fields: object) -> None:
        super().__init__(name)
        self.name = name
        self.about = about
        self.fields = fields
