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
# Where in the contract's area, and not which area it is
_SPOT = (
    r"(?:sites?|depots?|offices?|schools?|academ(?:y|ies)|colleges?|universit(?:y|ies)|librar(?:y|ies)|hospitals?|prisons?"
    r"|care homes?|community (?:centres?|venues?|hubs?|halls?)|centres?|venues?|hubs?|(?:town|city|village) centres?"
    r"|high streets?|workplaces?|premises|parks?|locations?|places?|communit(?:y|ies)|wards?|estates?|neighbourhoods?"
    r"|localit(?:y|ies)|clinics?|nurser(?:y|ies)|branch(?:es)?|head office|home|homes)"
)
_SPOTS = (
    r"(?:(?:at|on|in|within|around|across) )?(?:(?:our|the|your|their|all|local|various|different|several|many|council"
    r"|secondary|primary|partner|nearby|community|client|customer|contract|own|main|priority|target) )*"
)
_WHOLE_AREA = late(
    rf"(?:{_WHERE} )?(?:all of )?(?:(?:the|our) )?(?:(?:whole|entire|full|all)(?: of (?:the|our))? )?"
    rf"{_AREA}(?: ?wide| as a whole)?"
    rf"|(?:{_WHERE} )?(?:all|every)(?: (?:the|our))? {_PARTS}|local|locally|all|everywhere"
    rf"|{_SPOTS}{_SPOT}|(?:ward|zone|lot|site|area) [0-9]{{1,2}}|on ?site|off ?site"
    r"|within [0-9]{1,3} (?:miles?|km|kilometres)(?: of (?:the )?(?:site|depot|contract|office|town|city) ?[a-z]*)?"
    r"|online|virtual(?:ly)?|remote(?:ly)?|in person|by phone"
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
