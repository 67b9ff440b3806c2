"""Owns notes that doubt the line beside them: it is a guess, waits for something, or is counted in another one."""

from sv_cli.bids.terms.depending import GRANTED
from sv_cli.bids.terms.names import FIGURE, LINE, NEAR, ONE, REGULARLY, TALKS, TIME
from sv_cli.bids.terms.sayings import Sayings

_THIS = r"(?:this|that|it|these|we)"
_WITH = r"(?:with|against|before|by|this|that|it|again|the|figure|number|quantity|qty|amount|total)"
_UNSURE = (
    r"(?:(?:i|we|m|am|are|re|still|a|bit|but) )*"
    r"(?:not (?:(?:too|very|really|entirely|totally) )?(?:sure|certain|convinced|confident)|unsure|uncertain|doubtful)"
    rf"(?: (?:about|of|if|whether|how|what|on|i|ask|check|will|need|{_THIS})(?: [a-z0-9]+){{0,10}})?"
)
_NOT_ABLE = (
    r"(?:(?:we|this|it|i|will(?: try)?|do|our best|but|sorry|unfortunately|are|is) )*"
    r"(?:cannot|can t|can not|could not|couldn t|unable to|not able to|will not|won t|would not|do not|don t"
    r"|not (?:prepared|willing|in a position) to)(?: (?:be able to|now|yet|currently|fully))?"
)
_AS_MUCH = (
    r"(?: (?:to|this|that|these|it|such|so|as|many|much|more|longer|one|the|all|any|anymore|full|here|now|yet"
    rf"|either|ourselves|at (?:this stage|present|the moment)|on this (?:one|contract)|commitment|measure|item"
    rf"|{FIGURE})){{0,6}}"
)
_CANNOT = (
    rf"{_NOT_ABLE} (?:be )?(?:guaranteed?|commit(?:ted)?|promised?|confirm(?:ed)?)(?: [a-z0-9]+){{0,5}}"
    rf"|{_NOT_ABLE} (?:be )?"
    rf"(?:offer(?:ed|ing)?|deliver(?:ed|ing)?|provid(?:ed?|ing)|do(?:ne)?|doing|giv(?:e|ing)|support|meet|met|achieved?"
    rf"|agree|make|fund){_AS_MUCH}"
    r"|(?:there is |with )?no guarantees?(?: [a-z0-9]+){0,4}|(?:agreed )?in principle(?: only)?"
    r"|(?:we |would |will |may |might )*struggle(?: (?:to|with)(?: [a-z]+){1,3})?"
    r"|not something (?:that )?we (?:can |could |currently )?(?:do|offer|provide|deliver)"
)
_BY_WHOM = "hr|ops|operations|finance|legal|procurement|director|manager|client|council|marketing|estates"
_UNCHECKED = (
    rf"(?:(?:the|this|our|we|i) )?(?:{FIGURE} )?(?:still |yet )?"
    r"(?:(?:needs?(?: to)?|to be|must be|to|requires?|please|pls|not yet)"
    rf"(?: (?:to be|a|double|re))* check(?:ed|ing)?|double check(?:ing)?)(?: {_WITH}(?: [a-z0-9]+){{0,6}})?"
    rf"|check (?:this|with [a-z]+|(?:the |this )?{FIGURE})|query"
    rf"|(?:{_BY_WHOM}) to (?:(?:re|double) )?(?:check|confirm|verify|advise)(?: (?:this|it|{FIGURE}))?"
)
_GUESSED = (
    r"(?:(?:this|it|is|only|just|a|my|our|best|rough|wild|very) )*"
    r"(?:guess(?:timate|work)?|ballpark(?: figure)?|finger in the air|back of (?:(?:an|the) )?envelope)"
    r"(?: (?:for now|at (?:this stage|the moment|present)|only))?"
    rf"|(?:an? )?(?:example|sample|dummy|made up|invented|imaginary|notional)(?: (?:line|row|entry|data|text"
    rf"|{FIGURE}))+"
    r"(?: only)?|(?:an )?example|(?:we )?(?:hope|would like) to (?:do|offer|deliver|provide|give) (?:this|it|these)"
    r"|placeholder(?: (?:only|for now|until(?: [a-z]+){1,4}))?|to be firmed up|provisional (?:sum|figure|number|amount)"
    r"|unlikely(?: to happen)?"
)
_AWAITED = (
    rf"(?:still )?(?:awaiting|await|waiting (?:for|on)|chasing|to chase)(?: [a-z]+){{0,2}} {FIGURE}"
    r"(?: (?:from|by)(?: [a-z]+){1,4})?"
    r"|(?:still )?(?:awaiting|await|waiting)(?: (?:for|on|to|hear|back|word|news|an?|reply|response|answer|decision))*"
    r" from(?: [a-z]+){1,4}"
)
_ASKED = (
    rf"(?:is|are) {_THIS}(?: [a-z]+)? (?:right|correct|sure|realistic|achievable|too (?:high|low|many|much))"
    r"|(?:(?:this|it|that) )?(?:seems|looks|sounds|feels) (?:(?:a bit|very|too|rather) )*"
    r"(?:high|low|big|small|odd|a lot)"
    r"|(?:(?:a bit|far|rather|much|probably) )*too (?:high|low|many|much|few|big|small|optimistic|ambitious)"
    r"(?: for us)?"
    r"|can we(?: really| actually)? (?:do|deliver|commit to|offer|afford|achieve)"
    r"(?: (?:this|that|it|so many|that many))?"
)
_WHOSE = (
    r"(?:board|directors?|exec|executive|cabinet|committee|management|budgets?|funding|funds|grants?|finance|internal"
    r"|hr"
    r"|ceo|md|lottery|planning|resources?|resourcing|capacity|staffing)"
)
# Whose consent to the work may fail, unlike a parent's to one child's part in it
_CONSENTING = (
    "the|our|of|s|land|landowners?|landlords?|owners?|freeholders?|lessors?|schools?|head|teachers?|headteachers?|site"
    "|listed|building|highways?|trustees?|church|diocese|diocesan|partners?|community|parish|town|authority"
    "|environmental"
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
    r"|(?:only )?(?:if|when|provided|assuming) (?:(?:we|are|is|get|win|secure|awarded|won|successful|in|on|for) )*"
    r"(?:both|all|two|three|several) (?:of )?(?:the )?lots(?: (?:is|are|won|awarded)){0,2}"
    r"|(?:only )?if we (?:can |could )?(?:find|get|recruit|secure|have|source|identify)(?: [a-z]+){1,6}"
    rf"|(?:only )?if (?:the |this |our )?{_WHOSE} (?:allows?|permits?|available|(?:(?:is|are) )?(?:secured|approved"
    rf"|found|granted)"
    r"|(?:is|are) available)"
    r"|funding (?:is )?(?:not (?:yet )?|yet to be )(?:secured|confirmed|agreed|found|in place|approved)"
    rf"|bid for funding (?:submitted|pending|made)|{FIGURE} (?:(?:is|are) )?(?:not (?:yet )?known|unknown|unconfirmed"
    rf"|to follow)"
    r"|(?:we )?(?:will|ll) try(?: (?:our best|this|it|to))*"
)
_THOUGHT_OF = (
    rf"(?:(?:this|it|the|{FIGURE}) )*(?:may|might|could)(?: well)? (?:change|vary|go (?:up|down)|alter)"
    rf"|(?:provided|providing|assuming|so long as|as long as)(?: that)? {GRANTED}(?: [a-z0-9]+){{0,5}}"
    r"|(?:(?:this|it|is|just|only|still|an?) )*(?:maybe|perhaps|possibly|nice to haves?|wish ?list|ideas?)"
    r"(?: (?:only|for now|at (?:this stage|the moment|present)))?"
)
# What may keep it from happening, or makes several of what is one
_IF_AT_ALL = (
    r"(?:(?:this|it|all) )*depends (?:up)?on(?: [a-z0-9]+){1,6}|(?:but )?not if(?: [a-z0-9]+){1,6}"
    r"|(?:only )?if (?:there (?:is|s) (?:enough )?|we have (?:the )?)?(?:time|capacity)"
    r"(?: (?:allows|permits|is available))?"
    r"|(?:time|resources|capacity|staffing|budgets?|funds) (?:allowing|permitting)"
    r"|(?:this |it )?(?:could|might|may) (?:well )?(?:be (?:fewer|less|lower)|drop|fall|shrink|decrease)"
    r"(?: [a-z0-9]+){0,5}"
    r"|(?:this is )?(?:either this or|instead of)(?: [a-z0-9]+){1,6} (?:and )?not (?:as well|both|in addition)"
    r"|either this or(?: [a-z0-9]+){1,15}|(?:and )?not (?:as well|both)"
    r"|(?:the )?same (?:people|participants|pupils|clients|learners|families|households|cohort|beneficiaries)"
    r" (?:(?:in |throughout )?(?:each|every|all) (?:year|years|term)|throughout|(?:year )?after year)"
    r"|(?:(?:is|are|this|it|these|already|being) )*counted twice|already do(?:ing)? (?:this|it)(?: anyway)?"
    r"|shared with (?:the |an )?(?:other|another|both|all) (?:lots?|contracts?|bids?)"
    r"|(?:to be )?(?:split|shared|spread) (?:across|over|between|among)"
    r" (?:[a-z0-9]+ ){0,3}(?:contracts|clients|councils)"
)
_AS_MAY_BE = (
    r"(?:(?:this|it|is|will|be|given|provided|delivered|offered|only|but) )*"
    r"(?:(?:on )?(?:an? )?(?:all |our )?(?:best|reasonable) (?:endeavours?|efforts?)(?: (?:basis|only))?"
    r"|(?:where|if|when|wherever|whenever|as far as|so far as|insofar as) (?:is |at all |reasonably )*"
    r"(?:possible|practicable|practical|feasible|we can))"
)
_PUT_OFF = (
    r"(?:(?:now|this|is|put|currently) )*(?:on hold|parked|scrapped|shelved)(?: for now)?"
    r"|not (?:happening|going ahead)(?: (?:now|any more|anymore))?"
    r"|no longer (?:going ahead|[a-z]+(?:ed|[ai]ble|ing))"
    r"|(?:please )?(?:leave|take|cross|strike)(?: this| it)? out|(?:please )?do not (?:submit|send)"
    r"|(?:taken out|deleted|removed|withdrawn|dropped) (?:at|after|following|in response to) (?:the )?"
    rf"{TALKS}(?: ?[0-9]{{1,3}})?"
    rf"|(?:please )?(?:delete|remove|drop|scrap)(?: {LINE}|(?: (?:this|the|it))?"
    r"(?: (?:line|row|item|entry|one|commitment|measure))?)"
    r"|old (?:version|line|row|figure|number)|previous version|outdated|out of date"
)
_ELSEWHERE = (
    r"(?:now )?(?:already in|(?:already )?(?:included in|counted in|combined with|merged with|merged into|part of"
    rf"|moved to|covered by|covered in|replaced by)) (?:{LINE}|{NEAR})"
    r"|(?:moved to|shared with) lots? ?[0-9a-d]"
    rf"|(?:an? )?(?:dup(?:licates?|licated)?|repeat(?:s|ed)?|copy) of (?:{LINE}|{NEAR})"
    rf"|(?:possible )?double count(?:ing)?"
    rf"|(?:already |also )?(?:included|counted) {NEAR}"
)
# What others still have to open, grant or fill
_IF_OPEN = (
    r"depend(?:s|ing|ent) (?:up)?on (?:the )?(?:weather|lease|school|college|partner|volunteers)"
    r"|(?:only )?(?:if|when|once) (?:the )?(?:pool|site|school|centre|building|depot|hall|scheme) (?:re)?opens?"
    r"(?: in time)?"
    r"|subject to (?:the )?(?:lease|licence|planning|weather|survey)(?: being (?:granted|agreed|signed))?"
    r"|(?:only )?if (?:planning|permission|consent|the lease|the licence) is (?:granted|given|agreed|signed)"
    r"|assum(?:es|ing) [0-9]{1,3} ?(?:%|per cent|percent) (?:take up|uptake|attendance|turnout)"
)
# “College has since pulled out”, “this one fell through”
_GONE = (
    r"(?:(?:the )?(?:supplier|school|college|charity|partner|host|firm|funding|funder|grant|project|sponsor|they|it"
    r"|this|this one|this offer) )?"
    r"(?:has |have )?(?:since )?"
    r"(?:pulled out|fallen through|fell through|dropped out|phoned to withdraw|asked to withdraw|withdrew"
    r"|declined|refused|said no)"
)
_TIMES = (
    r"(?:(?:all|both|each|done|given|run|held|delivered|repeated) )*"
    r"(?:twice|thrice|(?:two|three|four|five|[2-9]) times)"
    r"|(?:x ?|times )[0-9]{1,4}"
    r"(?: (?:years?|yrs|months?|terms?|quarters?|sites?|schools?|people|staff|lots?|events?|depots?|venues?))?"
)
# “Minus 10 for holidays”, “net of leavers”: whether that is taken off already
_LOSSES = r"(?:leavers|drop ?outs|no shows|holidays|leave|absences?|sickness|attrition|wastage)"
_MORE_OR_LESS = (
    r"(?:minus|less|plus)(?: an?(?:other)?| up to| around| about)* [0-9]{1,6}(?: ?%| per ?cent)?(?: [a-z]+)?"
    rf"(?: (?:for|in|if|from|on|to) (?:[a-z0-9]+ ?){{1,4}})?"
    rf"|(?:net of|minus|less) (?:(?:any|our|staff|expected) )*{_LOSSES}"
)
_SCALED = (
    rf"(?:(?:{FIGURE}|shown|stated|given|all|is|are) )*in (?:£ ?)?(?:thousands|hundreds|millions|000s?)(?: of pounds)?"
)
# “All figures are indicative”, “these are targets, not commitments”, which a text around the table may say as well
_UNFIRM = (
    rf"(?:all )?(?:(?:the|these|our) )?(?:{FIGURE}|these|they) (?:are|is) (?:(?:all|only|purely) )?"
    r"(?:indicative|illustrative|aspirational|tentative|not (?:firm|binding|guaranteed|commitments|promises)"
    r"|(?:targets|aspirations|estimates) (?:and )?(?:not|rather than) (?:firm )?(?:commitments|promises|offers))"
    r"(?: only| at this stage)?"
)
# “All figures are per year”, “these are per person”, for which the line beside it may be too little or too much
_RATED = (
    rf"(?:(?:all|both|of|the|these|our|any) )*(?:{FIGURE}|hours|days|weeks|these|they|all|both) are"
    r" (?:(?:all|both|only|given|shown|stated|quoted|expressed|offered|on|an|for) )*"
    rf"(?:(?:per|each|every) (?:(?:contract|calendar|financial) )?(?:{TIME}|{ONE})|{REGULARLY}|annual)"
    r"(?: (?:basis|figures?|amounts?|totals?|targets?|averages?|only))*"
)
DOUBTING = Sayings(
    pattern=(
        f"{_UNFIRM}|{_RATED}|{_SCALED}|{_UNSURE}|{_UNCHECKED}|{_GUESSED}|{_AWAITED}|{_ASKED}|{_WAITING}|{_IF_AT_ALL}"
        f"|{_IF_OPEN}|{_AS_MAY_BE}|{_THOUGHT_OF}|{_PUT_OFF}|{_GONE}|{_ELSEWHERE}|{_CANNOT}|{_TIMES}|{_MORE_OR_LESS}"
    ),
    stems=(
        " sure|unsure|certain|convinced|confident|doubtful|check|query|guess|ballpark|finger|envelope|placeholder"
        "|firmed|provisional|unlikely|await|waiting|chasing|to chase|seems|looks|sounds|feels|subject to|depend"
        "|condition|contingent|on hold|parked|shelved|taken out|happening|ahead|longer|not submit|not send|clarif|cq|tq"
        "|dialogue|negotiat|delete|remove|drop|scrap|pulled out|fallen through|fell through|withdr|need| lot|extension"
        "|declined|refused|said no"
        "|dup|above|thousand|hundred|million|if |open|assum|time|capacity|allowing|permitting|fewer|less|lower|either"
        "|not as well|not in addition|not both|same |twice|already do|shared |split "
        "|spread |maybe|perhaps|possibly|nice to|wish"
        "|idea|consent|permission|approval|000|moderat|to confirm|re confirm|double confirm|verify|advise|bafo"
        "|example|sample|funding|known|unknown|unconfirmed|to follow| try|will|ll |dummy|made up|invented|imaginary"
        "|notional|hope|like|as long|so long|change|vary|go up|go down"
        "|alter|provid|replaced|repeat|copy|double|below|doing|giving|offering|delivering|old version|old line"
        "|old row|old figure|old number|previous version|outdated|out of date|already in"
        "|included in|counted in|combined|merged|part of |moved to |covered |leave out|leave it out|leave this out"
        "|take out|take it out|take this out|cross out|cross it out|cross this out|strike out|strike it out"
        "|strike this out|x0|x1|x2|x3|x4|x5|x6|x7|x8|x9|x 0|x 1|x 2|x 3|x 4|x 5|x 6|x 7|x 8|x 9|can we|is this|is that"
        "|is it|is these|is we|are this|are that|are it|are these|are we|cannot|can t |endeavour|effort|possible"
        "|unable|not able|could not|couldn|can not|will not|won t|would not|do not|don t|not prepared|not willing"
        "|not in a position|guarantee|principle|struggle|not something|practic|feasible|we can|too |could"
        "|might|may |indicative|illustrat|aspiration|tentative|targets |estimates "
        "|twice|thrice| times"
        "|minus |plus |net of | per | each | every |dail|weekl|fortnightl|monthl|quarterl|terml|annual|yearl"
    ),
)
