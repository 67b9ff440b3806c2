"""Owns the ways to say that a promise is kept all over the contract's area, which is no place of its own."""

from sv_cli.bids.cells.text import normal
from sv_cli.late import late

_WHERE = r"(?:(?:right |all )?across|throughout|all over|over|in|within|anywhere in)"
_AREA = (
    r"(?:borough|county|city|district|town|island|region|contract|(?:local|service|delivery|contract) area|area"
    r"|area of the contract|(?:county |city |borough |district )?council(?: area)?"
    r"|(?:local |combined )?authority(?: area)?)"
)
_PARTS = r"(?:areas|wards|sites|locations|districts|boroughs|lots|regions|localities|contract areas|local areas)"
_WHOLE_AREA = late(
    rf"(?:{_WHERE} )?(?:all of )?(?:(?:the|our) )?(?:(?:whole|entire|full|all)(?: of (?:the|our))? )?"
    rf"{_AREA}(?: ?wide| as a whole)?"
    rf"|(?:{_WHERE} )?(?:all|every)(?: (?:the|our))? {_PARTS}|local|locally|all|everywhere"
)
# What is said around the name of a place: “Across London”, “Wales-wide”
_AROUND = late(r"(?:(?:(?:right |all )?across|throughout|all over|all of|(?:the )?whole of) )?(?P<name>.+?)(?: ?wide)?")


def is_whole_area(text: str) -> bool:
    """Whether a text names no more than the whole area of the contract: ``Borough-wide``, ``Across the county``."""
    return _WHOLE_AREA.fullmatch(normal(text)) is not None


def name_alone(text: str) -> str:
    """The words of a place, without those that say that it is meant as a whole."""
    match = _AROUND.fullmatch(normal(text))
    return match["name"] if match else ""
