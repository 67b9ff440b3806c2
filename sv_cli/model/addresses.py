"""Owns how spreadsheet programs name columns: ``A`` is the first, ``AA`` the 27th."""


def column_letters(number: int) -> str:
    """The letters of a 1-based column: ``D`` for 4."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """The 1-based number of a column: ``A`` 1, ``AA`` 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
