"""Owns notes that doubt the line beside them: it is a guess, waits for something, or is counted in another one."""

from sv_cli.bids.terms.names import CODE, TALKS

_FIGURE = r"(?:figure|number|quantity|qty|amount|total|target)s?"
_THIS = r"(?:this|that|it|these|we)"
_WITH = r"(?:with|against|before|by|this|that|it|again|the|figure|number|quantity|qty|amount|total)"
_UNSURE = (
    r"(?:(?:i|we|m|am|are|re|still|a|bit|but) )*"
    r"(?:not (?:(?:too|very|really|entirely|totally) )?(?:sure|certain|convinced|confident)|unsure|uncertain|doubtful)"
    rf"(?: (?:about|of|if|whether|how|what|on|i|ask|check|will|need|{_THIS})(?: [a-z0-9]+){{0,10}})?"
)
_BY_WHOM = "hr|ops|operations|finance|legal|procurement|director|manager|client|council|marketing|estates"
_UNCHECKED = (
    rf"(?:(?:the|this|our) )?(?:{_FIGURE} )?(?:still |yet )?"
    r"(?:(?:needs?|to be|must be|to|requires?|please|pls|not yet)"
    rf"(?: (?:to be|a|double|re))* check(?:ed|ing)?|double check(?:ing)?)(?: {_WITH}(?: [a-z0-9]+){{0,6}})?"
    rf"|check (?:this|with [a-z]+|(?:the |this )?{_FIGURE})|query"
    rf"|(?:{_BY_WHOM}) to (?:(?:re|double) )?(?:check|confirm|verify|advise)(?: (?:this|it|figure|number|quantity))?"
)
_GUESSED = (
    r"(?:(?:this|it|is|only|just|a|my|our|best|rough|wild|very) )*"
    r"(?:guess(?:timate|work)?|ballpark(?: figure)?|finger in the air|back of (?:(?:an|the) )?envelope)"
    r"(?: (?:for now|at (?:this stage|the moment|present)|only))?"
)
_AWAITED = (
    rf"(?:still )?(?:awaiting|await|waiting (?:for|on)|chasing|to chase)(?: [a-z]+){{0,2}} {_FIGURE}"
    r"(?: (?:from|by)(?: [a-z]+){1,4})?"
)
_ASKED = (
    rf"(?:is|are) {_THIS}(?: [a-z]+)? (?:right|correct|sure|realistic|achievable|too (?:high|low|many|much))"
    r"|(?:(?:this|it|that) )?(?:seems|looks|sounds|feels) (?:(?:a bit|very|too|rather) )*"
    r"(?:high|low|big|small|odd|a lot)"
    r"|can we(?: really| actually)? (?:do|deliver|commit to|offer|afford|achieve)"
    r"(?: (?:this|that|it|so many|that many))?"
)
_WHOSE = (
    r"(?:board|directors?|exec|executive|cabinet|committee|management|budgets?|funding|funds|grants?|finance|internal|hr"
    r"|ceo|md|lottery|planning|resources?|resourcing|capacity|staffing)"
)
# Whose consent to the work may fail, unlike a parent's to one child's part in it
_CONSENTING = (
    "the|our|of|s|land|landowners?|landlords?|owners?|freeholders?|lessors?|schools?|head|teachers?|headteachers?|site"
    "|listed|building|highways?|trustees?|church|diocese|diocesan|partners?|community|parish|town|authority|environmental"
)
_WAITING = (
    r"(?:(?:this|it|is|still|all|only) )*"
    r"(?:subject to|dependent (?:up)?on|depend(?:s|ing) on|conditional on|contingent on)"
    rf" (?:(?:the|our|final|further|senior) )*{_WHOSE}"
    r"(?: (?:approval|sign off|agreement|availability|funding|consent|confirmation|permission|decision"
    r"|being (?:secured|approved|confirmed|available)))?"
    rf"|(?:(?:this|it|still) )*needs? (?:the |final )?(?:{_WHOSE} )?(?:approval|sign off|agreement|consent|permission)"
    r"|(?:(?:this|it|figure|total) )*"
    r"(?:assum(?:es|ing)|subject to|depend(?:s|ent|ing) (?:up)?on|conditional (?:up)?on)"
    r"(?: (?:us|we|are|being|winning|win|the|an?|of|that|award(?:ed)?|(?:contract|term)(?: is)?)){0,5}"
    r" (?:(?:both|all|two|three|several) lots|extensions?|extended)"
    r"(?: (?:is|are|being|won|awarded|taken|granted|up)){0,3}"
    rf"|(?:only )?(?:subject to|dependent on|depending on|conditional on) (?:(?:{_CONSENTING}) ){{1,5}}"
    r"(?:approval|consents?|permissions?)"
    rf"|(?:only )?if {_WHOSE} (?:allows?|permits?|available|(?:is|are) (?:available|secured|approved|found))"
)
_THOUGHT_OF = (
    r"(?:(?:this|it|is|just|only|still|an?) )*(?:maybe|perhaps|possibly|nice to haves?|wish ?list|ideas?)"
    r"(?: (?:only|for now|at (?:this stage|the moment|present)))?"
)
# What may keep it from happening, or makes several of what is one
_IF_AT_ALL = (
    r"(?:(?:this|it|all) )*depends (?:up)?on(?: [a-z0-9]+){1,6}|(?:but )?not if(?: [a-z0-9]+){1,6}"
    r"|(?:only )?if (?:there (?:is|s) (?:enough )?|we have (?:the )?)?(?:time|capacity)"
    r"(?: (?:allows|permits|is available))?"
    r"|(?:time|resources|capacity|staffing|budgets?|funds) (?:allowing|permitting)"
    r"|(?:this |it )?(?:could|might|may) (?:well )?be (?:fewer|less|lower)(?: [a-z0-9]+){0,5}"
    r"|(?:this is )?(?:either this or|instead of)(?: [a-z0-9]+){1,6} (?:and )?not (?:as well|both|in addition)"
    r"|either this or(?: [a-z0-9]+){1,6}|(?:and )?not (?:as well|both)"
    r"|(?:the )?same (?:people|participants|pupils|clients|learners|families|households|cohort|beneficiaries)"
    r" (?:(?:in |throughout )?(?:each|every|all) (?:year|years|term)|throughout|(?:year )?after year)"
    r"|(?:(?:is|are|this|it|these|already|being) )*counted twice|already do(?:ing)? (?:this|it)(?: anyway)?"
    r"|shared with (?:the |an )?(?:other|another|both|all) (?:lots?|contracts?|bids?)"
)
_PUT_OFF = (
    r"(?:(?:now|this|is|put|currently) )*(?:on hold|parked|scrapped|shelved)(?: for now)?"
    r"|not (?:happening|going ahead)(?: (?:now|any more|anymore))?"
    r"|no longer (?:deliverable|possible|happening|going ahead)"
    r"|(?:please )?(?:leave|take|cross|strike)(?: this| it)? out|(?:please )?do not (?:submit|send)"
    r"|(?:taken out|deleted|removed|withdrawn|dropped) (?:at|after|following|in response to) (?:the )?"
    rf"{TALKS}(?: ?[0-9]{{1,3}})?"
    r"|(?:please )?(?:delete|remove|drop|scrap)(?: (?:this|the|it))?"
    r"(?: (?:line|row|item|entry|one|commitment|measure))?"
    r"|old (?:version|line|row|figure|number)|previous version|outdated|out of date"
)
_ELSEWHERE = (
    r"(?:now )?(?:already in|(?:already )?(?:included in|counted in|combined with|merged with|merged into|part of"
    rf"|moved to|covered by|covered in)) (?:(?:rows?|lines?|items?) ?[0-9]{{1,3}}|{CODE})"
    r"|(?:moved to|shared with) lots? ?[0-9a-d]"
    rf"|dup(?:licates?|licated)? of (?:(?:rows?|lines?|items?) ?[0-9]{{1,3}}|{CODE}|above)"
    r"|(?:already )?(?:included|counted) (?:in )?(?:the )?(?:(?:line|row|item) )?above"
)
_TIMES = (
    r"(?:x ?|times )[0-9]{1,4}"
    r"(?: (?:years?|yrs|months?|terms?|quarters?|sites?|schools?|people|staff|lots?|events?|depots?|venues?))?"
)
_SCALED = (
    rf"(?:(?:{_FIGURE}|shown|stated|given|all|is|are) )*in (?:£ ?)?(?:thousands|hundreds|millions|000s?)(?: of pounds)?"
)
DOUBTING = (
    f"{_SCALED}|{_UNSURE}|{_UNCHECKED}|{_GUESSED}|{_AWAITED}|{_ASKED}|{_WAITING}|{_IF_AT_ALL}|{_THOUGHT_OF}|{_PUT_OFF}|{_ELSEWHERE}"
    f"|{_TIMES}"
)
# For an engine that looks at every text: how such a note begins, and a word that it has
BEGINNINGS = (
    "i|m|am|re|still|a|bit|unsure|uncertain|doubtful|check|double|please|pls|must|requires?|query|my|best|rough|wild|very"
    "|guess|guesstimate|guesswork|ballpark|finger|back|awaiting|await|waiting|chasing|seems|looks|sounds|feels|can|yet"
    f"|{_BY_WHOM}"
    "|subject|dependent|depends|depending|conditional|contingent|if|in|on|put|delete|remove|drop|scrap|needs?|assumes?|assuming|dup|duplicates?|duplicated|shared|shown|stated|given|parked|scrapped|shelved|leave|take|cross|strike"
    "|taken|dropped|old|previous|outdated|out|already|combined|merged|part|moved|covered|counted|now|x|only|all|currently"
    "|time|resources|capacity|staffing|budgets?|funds|could|might|may|either|instead|same|the|all"
    "|being|maybe|perhaps|possibly|nice|wish|wishlist|an|ideas?"
)
GLANCES = (
    r"\b(?:un)?sure\b|\b(?:un)?certain\b|\bconvinced\b|\bconfident\b|\bdoubtful\b|\bcheck|\bquery\b|\bguess|\bballpark\b"
    r"|\bfinger\b|\benvelope\b|\bawait|\bwaiting\b|\bchas(?:e|ing)\b|\bneeds?\b|\b(?:seems|looks|sounds|feels)\b"
    r"|\bdepend|\bcondition|\bcontingent|\bif\b|\bhold\b|\bparked\b|\bscrapped\b|\bshelved\b|\bhappening\b|\bahead\b"
    r"|\bconfirm|\bverify\b|\badvise\b"
    r"|\bout\b|\bsubmit|\bsend\b|\bresponse\b|\bat\b|\bafter\b|\bfollowing\b|\bold\b|\bprevious\b|\boutdated\b"
    r"|\bdelete|\bremove|\bdrop\b|\bscrap\b|\blots\b|\bextension|\bextended\b|\bdup|\babove\b"
    r"|\bthousands\b|\bhundreds\b|\bmillions\b|\b000s?\b"
    r"|[a-z]\s*[0-9]|\bx\s*[0-9]|\blonger\b"
    r"|\b(?:allowing|permitting)\b|\b(?:fewer|less|lower)\b|\beither\b|\bnot\b|\bsame\b|\btwice\b|\balready\s+do"
    r"|\bmaybe\b|\bperhaps\b|\bpossibly\b|\bnice\b|\bwish|\bideas?\b"
    r"|\bcan\s+we\b|\b(?:is|are)\s+(?:this|that|it|these|we)\b"
)
_OUT = ("out", "it out", "this out")
STEMS = (
    *(" sure", "unsure", "certain", "convinced", "confident", "doubtful", "check", "query", "guess", "ballpark"),
    *("finger", "envelope", "await", "waiting", "chasing", "to chase", "seems", "looks", "sounds", "feels"),
    *("subject to", "depend", "condition", "contingent", "on hold", "parked", "scrapped", "shelved", "taken out"),
    *("happening", "ahead", "longer", "not submit", "not send", "clarif", "cq", "tq", "dialogue", "negotiat"),
    *(
        "delete",
        "remove",
        "drop",
        "scrap",
        "need",
        " lot",
        "extension",
        "dup",
        "above",
        "thousand",
        "hundred",
        "million",
    ),
    *("depends", "not if", "time", "capacity", "allowing", "permitting", "fewer", "less", "lower", "either"),
    *("not as well", "not both", "same ", "twice", "already do", "shared with"),
    *("maybe", "perhaps", "possibly", "nice to", "wish", "idea", "consent", "permission", "approval"),
    *("000", "moderat", "to confirm", "re confirm", "double confirm", "verify", "advise"),
    *("bafo", "old version", "old line", "old row", "old figure", "old number", "previous version", "outdated"),
    *("out of date", "already in", "included in", "counted in", "combined", "merged", "part of ", "moved to "),
    *("covered ",),
    *(f"{verb} {out}" for verb in ("leave", "take", "cross", "strike") for out in _OUT),
    *(
        f"if {whose}"
        for whose in ("boa", "dir", "exe", "cab", "com", "man", "bud", "fun", "gra", "fin", "int", "hr", "ceo")
    ),
    *(f"if {whose}" for whose in ("md", "lot", "pla", "res", "cap", "sta")),
    *(f"{times}{digit}" for times in ("x", "x ", "times ") for digit in range(10)),
    *("can we", *(f"{verb} {what}" for verb in ("is", "are") for what in ("this", "that", "it", "these", "we"))),
)
