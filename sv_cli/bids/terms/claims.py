"""Owns notes that claim less for their line: it is owed anyway, shared, paid for, or the most there will be."""

from sv_cli.bids.terms.names import BUYER, FIGURE, LINE, ONE
from sv_cli.bids.terms.sayings import Sayings

_CONTRACTS = r"(?:contracts|projects|clients|schemes|sites outside|frameworks)"
_BUYER = rf"(?:(?:the|your|our) )?(?:{BUYER}|trust|contract|employer)(?: s)?"
_FIRM = r"(?:ltd|limited|plc|llp|cic|cio|trust|group|charity|partners?|consortium)"
_SOME = r"half|part|some|a (?:third|quarter|half|share|part)"
_PERCENT = rf"(?:[0-9]{{1,3}}(?: [0-9]{{1,2}})?(?: ?%| percent| per cent)?|{_SOME})"
# What was to be done without any promise
_OWED = (
    r"not additional(?: to (?:the )?(?:contract|specification|bau|business as usual|service))?"
    r"(?: (?:already |as |it is )*(?:(?:a )?part of|required by|in) (?:the |our )?(?:[a-z]+ )?"
    r"(?:specification|spec|contract|service|bau|business as usual))?"
    r"|(?:already )?(?:an? )?(?:existing )?(?:contractual|contract|statutory|legal|specification|spec|planning)"
    r" (?:requirement|obligation|condition|duty)"
    r"|(?:already )?(?:an? )?(?:requirement|obligation|condition) of (?:the |this )?"
    r"(?:contract|specification|spec|planning permission|service specification|itt|tender)"
    r"|(?:already )?(?:required|covered|included|specified) (?:by|in|under|within) (?:the )?(?:service )?"
    r"(?:specification|spec)"
    r"|(?:already )?(?:a )?part of (?:our |the )?(?:normal |usual |existing |core |day to day )?"
    r"(?:bau|business as usual|service specification|specification|core service|normal practice|existing programme"
    r"|existing practice|normal operations|day to day (?:work|business|service))"
    r"|(?:no|nil|zero|without) additionality|additional(?:ity)? (?:none|nil|no|zero|0)"
    r"|we (?:already|currently) (?:do|deliver|provide|give|offer|have|run) (?:this|these|it)(?: (?:anyway"
    r"|now|already))?"
    r"|(?:an? )?(?:existing|current|previous) (?:commitment|promise|pledge|obligation)s?"
    r" (?:under|from|in|on) (?:our |the |an? )?(?:existing|current|other|last|previous|another) contracts?"
)
# What is brought from another contract, or has begun before this one
_BROUGHT = (
    r"(?:(?:carried|brought|rolled) (?:over|forward)|copied|pasted|taken) from (?:the |our )?"
    r"(?:last|previous|old|other|another|20[0-9]{2}|phase|lot)(?: [a-z0-9]+){0,2}"
    r"|from (?:the |our )?(?:other|another|previous|last|20[0-9]{2}) (?:contract|framework|bid|phase)"
    r"|in (?:the |our )?20[0-9]{2} (?:contract|bid) already|counted (?:with|in|under) lot [0-9a-d]"
    r"|includ(?:es|ing) [0-9]{1,6}(?: [a-z]+)? from (?:20[0-9]{2}|last year|the last contract)"
    r"|already (?:achieved|started|under way|running)(?: (?:in|since) (?:[a-z]+ )?20[0-9]{2}| last year)?"
    r"|started last year|achieved(?: (?:in|by) (?:[a-z]+ )?20[0-9]{2})?"
)
# What another contract or another line has a share in
_SHARED = (
    rf"(?:also )?(?:counted|claimed|included|reported) (?:also )?(?:under|against|in|with|within|on) {LINE}"
    rf"|(?:the )?same (?:hours|weeks|people|days|staff|posts?|apprentices?|spend|money|activity"
    rf"|sessions?) (?:as|in|under)"
    rf" (?:in )?{LINE}"
    rf"|shared (?:equally )?(?:with|between|across|by|among) (?:(?:our|the|all|an|other|another|two"
    rf"|three|several"
    rf"|of|[0-9]{{1,2}}|contracts?) )*(?:(?:contracts?)(?: (?:for|with|in|at)(?: [a-z]+){{1,5}})?|{_CONTRACTS})"
    rf"|(?:shared|split) (?:equally )?(?:with|between|across|by|among)"
    r" (?:(?:us and|our|the|a|an|all|other|two|three|delivery|consortium|charity|local) )*"
    r"(?:partners?|consortium|subcontractors?|sub contractors?|supply chain)(?: [a-z0-9]+){0,4}"
    rf"|(?:[0-9]{{1,3}} ?(?:%|percent|per cent)|{_SOME})"
    rf"(?: of (?:this|it|these|them|that|the (?:{FIGURE}|hours|days|weeks)))?(?: (?:is|are|will be|to be))?"
    r"(?: (?:done|given|met|delivered|provided|offered))? (?:by|from|through|via) (?:(?:our|the|an?|delivery|consortium"
    r"|charity|local) )*(?:partners?|consortium|subcontractors?|sub contractors?|supply chain)"
    r"|(?:(?:these|they|this|it|figures) (?:is|are) )?(?:the |an? )?(?:totals?|sums?) (?:for|across|over)"
    r" (?:all|both|two|three|several)(?: of)?(?: the)? lots"
    rf"|(?:shared|split) (?:equally )?(?:with|between) (?:us and )?(?:[a-z0-9]+ ){{1,4}}{_FIRM}"
    rf"|(?:an? )?joint (?:commitment|offer|target|figure|total|promise) (?:with|between)(?: [a-z0-9]+){{1,6}}"
    rf"|(?:only )?(?:{_PERCENT} (?:of (?:this|it|these|that|them|which|the (?:figure|total|hours|quantity|amount)) )?"
    r"(?:is |are )?|partly |also |already )(?:also |already )?(?:counted|claimed|reported|included|promised|offered)"
    rf" (?:elsewhere|(?:under|against|in|with|within|on|by) (?:(?:an)?other (?:bid|contract|lot|line|row|measure)s?"
    rf"|{LINE}))"
    rf"|(?:only )?{_PERCENT} (?:of (?:this|it|the (?:figure|total|hours|quantity|amount)) )?(?:is |are )?"
    r"(?:attributable|relates?|related|attributed|apportioned|due|applies|allocated) to this contract"
    rf"|(?:(?:an? )?(?:group|company|corporate|national|uk|regional) (?:figure|total|number|wide) )?"
    r"(?:and )?not (?:just|only|all|solely)(?: (?:for|of|from|in|on|due to))? this contract"
    rf"|(?:across|for|over|on) (?:all|several|two|three|four|five|other"
    rf"|[0-9]{{1,2}})(?: of)?(?: our)?(?: other)?"
    r" (?:contracts|clients|frameworks)"
    rf"|(?:includes?|including|incl) (?:the )?[0-9]{{1,6}}(?: [a-z]+)? (?:below|above|(?:in|under|from) {LINE})"
    r"|(?:this )?(?:is )?for (?:the|our) whole (?:group|company|organisation|business)"
)
# What others pay for
_PAID = (
    rf"(?:charged|chargeable|recharged|billed|invoiced|passed on) (?:back )?to {_BUYER}"
    rf"|(?:funded|paid(?: for)?|met|financed|reimbursed) by {_BUYER}"
    rf"|(?:(?:fully|wholly|partly|part|{_PERCENT}) )?(?:funded|paid for|financed|covered)"
    r" (?:by|through|from|with|via) (?:(?:an?|the|external|other|public|government|council|lottery) )*grants?"
    r"(?: funding)?|(?:(?:fully|wholly|partly|part) )?grant funded"
    rf"|at (?:an? )?(?:additional |extra )?(?:cost|charge|expense) to {_BUYER}"
    rf"|at {_BUYER} (?:cost|expense)"
    rf"|not (?:included|allowed for) in (?:(?:our|the) )?(?:contract |tender |bid )?(?:price|pricing|cost)s?"
    r"|(?:(?:paid for|funded|met) by|funding from) (?:the )?(?:esf|ukspf|lottery|citb|government|dwp|levy|grant)"
    r"|(?:the )?(?:client|council|buyer|authority) (?:to|will) (?:fund|pay)(?: for)?(?: (?:this|it|half|part))?"
    r"|(?:lottery|grant|funding) (?:bid|application|decision) (?:is )?pending"
)
# What there may be less of
_AT_MOST = (
    rf"(?:an? |the )?(?:maximum|max)(?: (?:figure|number|quantity|amount|of [0-9]{{1,6}}(?: [a-z]+)?))?"
    rf"|up to(?: (?:this|that)(?: (?:figure|number|amount|many|much))?|(?: a)? maximum(?: of [0-9]{{1,6}})?"
    r"| [0-9]{1,6}(?: [a-z]+)?)?"
    rf"|(?:an? |the )?(?:cap|capped|upper limit|ceiling)(?: (?:of|at) [0-9]{{1,6}}(?: [a-z]+)?)?"
    r"|(?:an? )?(?:(?:estimate|projection|forecast|target|aim)s?|estimated) only"
    r"|[0-9]{1,6}(?: [a-z]+)? (?:max|maximum|at most|at best|tops)|cap(?:ped)? [0-9]{1,6}(?: [a-z]+)?"
    rf"|(?:(?:an?|our|best|rough|initial|current) )*(?:estimates?|estimated)"
    rf"(?: {FIGURE})?"
    rf"|(?:(?:an?|our|only|just|stretch) )*(?:aspirations?|aspirational|ambitions?|ambitious target|stretch)"
    r"(?: (?:target|figure|number|goal|only|at this stage))*"
)
# What it waits for, and what keeps its amount open
_UNTIL = (
    rf"(?:still )?to be (?:agreed|confirmed|negotiated|finalised) (?:with|by|at) (?:(?:the|your|our) )?"
    rf"(?:{BUYER}|trust|mobilisation|contract award|award|inception|kick off"
    r"|contract manager)(?: (?:team|meeting|stage))?"
    r"|(?:only )?if (?:the )?(?:contract |option |term )?extensions?(?: (?:years?|period))? (?:is|are) (?:taken(?: up)?"
    r"|used|agreed|granted|awarded|exercised)"
    r"|(?:(?:years?|yr) ?[0-9] )?(?:only )?(?:if|where|when|as) (?:numbers|demand|uptake|take up|workload"
    r"|time|interest)"
    r" (?:allows?|permits?|is sufficient)"
    rf"|(?:subject to|depend(?:s|ing|ent) (?:up)?on) (?:(?:the|your|our) )?"
    rf"(?:{BUYER}|landlord|numbers|demand|uptake|take up|workload)(?: s)?"
    r"(?: (?:agreement|approval|consent|permission|confirmation|agreeing|allowing|being (?:sufficient|agreed)))?"
    rf"|(?:pro ?rata(?: share)?|share|apportionment|split) (?:still )?to be (?:calculated|confirmed"
    rf"|agreed|worked out)"
)
_UNITS = r"(?:hours|hrs|days|weeks|months|people|persons|sessions|visits|pounds|tonnes|kg|miles|km|fte|ftes|posts)"
_OF_UNITS = (
    rf"(?:actually|really) (?:in )?{_UNITS}"
    rf"|(?:(?:these|they) are|(?:this|it) is) (?:in )?{_UNITS} (?:and )?not {_UNITS}"
    rf"|(?:hours|days|weeks) are (?:really |actually |in fact )?{_UNITS}"
    r"|(?:per year|per annum|annual|yearly)(?: figure)? (?:and )?not (?:the |in |a )?total"
    r"|cumulative(?: (?:total|figure))?|running total"
    rf"|(?:per year|per annum|annual|yearly|each year|a year)(?: figure| target| number)? "
    r"(?:(?:so|ie|i e|which is|which makes|making|giving|hence|therefore) )+[0-9]{1,6}(?: [a-z]+)?"
    r"(?: (?:in total|in all|overall|over the (?:contract|term)))?"
    rf"|[0-9]{{1,6}} {_UNITS} (?:and )?not {_UNITS}"
    r"|(?:of (?:which|these|this) )?[0-9]{1,6}(?: [a-z]+)? (?:of (?:which|these|this|them) )?(?:(?:is|are|were|was|have"
    r"|been|has) )*already (?:been )?"
    r"(?:in post|in place|employed|recruited|given|delivered|done|provided|completed|achieved|used|worked)"
    rf"|(?:the )?units? should (?:be|read|say) {_UNITS}"
    rf"|{_UNITS} (?:per|for each|each) (?:{ONE}|staff member)"
)
CLAIMING = Sayings(
    pattern=f"{_OWED}|{_BROUGHT}|{_SHARED}|{_PAID}|{_AT_MOST}|{_UNTIL}|{_OF_UNITS}",
    stems=(
        "already|additional|requirement|obligation|condition|duty|spec|part of |we currently|commitment|promise|pledge"
        "|counted|claimed|reported|same |shared|this contract|contracts|clients|frameworks|our whole|the whole|includ"
        "|incl |from |achieved|started|charge|billed|invoiced|passed on|fund| pay|paid |met by|financed|reimbursed"
        "|grant|pending| cost|expense|price|pricing|max|up to|cap|limit|ceiling|only| at most| at best| tops|to be "
        "|extension|numbers|demand|uptake|take up|workload|time |interest|subject to|depend| not |actually|really"
        "|cumulative|running|units should|unit should| per | each |estimate|aspiration|ambiti|stretch|split|joint "
        "|elsewhere|annual |yearly |a year |per year|per annum|each year|offered"
        "|half |some |part |third |quarter |share |%|percent|per cent| lots|hours are|days are|weeks are"
    ),
)
