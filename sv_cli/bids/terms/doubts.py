"""Owns notes by which who wrote them doubts the amount beside them: that it is a guess, or has yet to be checked."""

_FIGURE = r"(?:figure|number|quantity|qty|amount|total|target)s?"
_THIS = r"(?:this|that|it|these|we)"
_WITH = r"(?:with|against|before|by|this|that|it|again|the|figure|number|quantity|qty|amount|total)"
_UNSURE = (
    r"(?:(?:i|we|m|am|are|re|still|a|bit|but) )*"
    r"(?:not (?:(?:too|very|really|entirely|totally) )?(?:sure|certain|convinced|confident)|unsure|uncertain|doubtful)"
    rf"(?: (?:about|of|if|whether|how|what|on|i|{_THIS})(?: [a-z0-9]+){{0,10}})?"
)
_UNCHECKED = (
    rf"(?:(?:the|this|our) )?(?:{_FIGURE} )?(?:still |yet )?"
    r"(?:needs?|to be|must be|to|requires?|please|pls|double|not yet)"
    rf"(?: (?:to be|a|double|re))* check(?:ed|ing)?(?: {_WITH}(?: [a-z0-9]+){{0,6}})?"
    rf"|check (?:this|with [a-z]+|(?:the |this )?{_FIGURE})|query"
)
_GUESSED = (
    r"(?:(?:this|it|is|only|just|a|my|our|best|rough|wild|very) )*"
    r"(?:guess(?:timate|work)?|ballpark(?: figure)?|finger in the air|back of (?:(?:an|the) )?envelope)"
    r"(?: (?:for now|at (?:this stage|the moment|present)|only))?"
)
_AWAITED = (
    rf"(?:still )?(?:awaiting|await|waiting (?:for|on)|chasing|to chase|need|needs)(?: [a-z]+){{0,2}} {_FIGURE}"
    r"(?: (?:from|by)(?: [a-z]+){1,4})?"
)
_ASKED = (
    rf"(?:is|are) {_THIS}(?: [a-z]+)? (?:right|correct|sure|realistic|achievable|too (?:high|low|many|much))"
    r"|(?:(?:this|it|that) )?(?:seems|looks|sounds|feels) (?:(?:a bit|very|too|rather) )*"
    r"(?:high|low|big|small|odd|a lot)"
    r"|can we(?: really| actually)? (?:do|deliver|commit to|offer|afford|achieve)"
    r"(?: (?:this|that|it|so many|that many))?"
)
DOUBTING = f"{_UNSURE}|{_UNCHECKED}|{_GUESSED}|{_AWAITED}|{_ASKED}"
# For an engine that looks at every text: how such a note begins, and a word that it has
BEGINNINGS = (
    "i|m|am|re|still|a|bit|unsure|uncertain|doubtful|check|double|please|pls|must|requires?|query|my|best|rough|wild|very"
    "|guess|guesstimate|guesswork|ballpark|finger|back|awaiting|await|waiting|chasing|seems|looks|sounds|feels|can|yet"
)
GLANCES = (
    r"\b(?:un)?sure\b|\b(?:un)?certain\b|\bconvinced\b|\bconfident\b|\bdoubtful\b|\bcheck|\bquery\b|\bguess|\bballpark\b"
    r"|\bfinger\b|\benvelope\b|\bawait|\bwaiting\b|\bchas(?:e|ing)\b|\bneeds?\b|\b(?:seems|looks|sounds|feels)\b"
    r"|\bcan\s+we\b|\b(?:is|are)\s+(?:this|that|it|these|we)\b"
)
STEMS = (
    *(
        " sure",
        "unsure",
        "certain",
        "convinced",
        "confident",
        "doubtful",
        "check",
        "query",
        "guess",
        "ballpark",
        "finger",
    ),
    *("envelope", "await", "waiting", "chasing", "to chase", "need ", "needs ", "seems", "looks", "sounds", "feels"),
    *("can we", *(f"{verb} {what}" for verb in ("is", "are") for what in ("this", "that", "it", "these", "we"))),
)
