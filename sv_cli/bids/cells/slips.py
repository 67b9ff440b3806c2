"""Owns slips of the pen: words that differ by one letter wrong, too many, missing or out of place."""

_SURE = 6  # of shorter words only letters that changed places are a slip; another letter makes another word


def shortened(word: str) -> set[str]:
    """The word, and each word that is left when one of its letters goes; two words one slip apart share one."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def is_slip(written: str, meant: str) -> bool:
    """Whether ``written`` is ``meant`` with one slip; the first letter is seldom wrong."""
    if written[:1] != meant[:1] or written == meant:
        return False
    if len(written) == len(meant):
        differ = [at for at, (one, other) in enumerate(zip(written, meant, strict=True)) if one != other]
        swapped = len(differ) == 2 and differ[1] == differ[0] + 1  # noqa: PLR2004 - two neighbours
        if swapped and written[differ[0]] == meant[differ[1]] and written[differ[1]] == meant[differ[0]]:
            return True
        return len(differ) == 1 and len(meant) >= _SURE
    longer, shorter = sorted((written, meant), key=len, reverse=True)
    return len(shorter) >= _SURE and any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
