"""Owns what stands around a table and says of all its lines that they are firm, of this contract, or not."""

import re

from sv_cli.bids.cells.text import folded, normal
from sv_cli.bids.terms.names import BID, BUYER, REGULARLY, TIME
from sv_cli.late import late, rare

LONGEST = 300
"""Longer texts are paragraphs, which may speak of anything."""
_LONGEST_STAMP = 80
# One of these is in every such sentence
_STEMS = (
    *("indicative", "illustrat", "aspiration", "provisional", "tentative", "draft", "placeholder", "dummy", "example"),
    *("binding", "guarante", "subject to", "conditional", "contingent", "depend", "confirm", "agreed", "negotiat"),
    *("not", "non", "maxim", "upper", "stretch", "-wide", " wide", "whole", "entire", "other", "last", "previous"),
    "rather than",
    *("similar", "current", "earlier", "comparable", "existing", "deliver", "achiev", "actual", "minimum", "benchmark"),
    *("shared", "split", "divided", "apportion", "across all", "information", "guidance", "discussion", "determined"),
    *("reali", "recorded", "reported", "completed", "taken", "results", "buyer", "council", "authority", "client"),
    *("customer", "finali", "relate", "refer ", "apply ", "belong", "correspond", "sample"),
    *("scale", "vary", "pro rat", "pro-rat", "prorat", "flex", "adjust", "rise", "increase", "already", "repeat"),
    *("each", "every", "twice", "again", "times", "extension", "option year", "tba", "tbc", "tbd", "withdrawn"),
    *("superseded", "replaced", "cancelled", "out of date", "checked", "longer"),
)
_LINES = (
    *("figures", "quantities", "amounts", "numbers", "units", "targets", "commitments", "volumes", "hours", "totals"),
    *("promises", "pledges", "offers", "measures", "outputs", "kpis", "deliverables", "values", "lines", "rows"),
    *("items", "entries", "data", "results", "outcomes", "achievements", "benefits", "savings"),
)
_WHAT = rf"(?:{'|'.join(_LINES)})"
_WHERE = (
    r"(?:(?:listed |shown |given |stated |set out |offered |proposed |quoted |entered )?"
    r"(?:below|above|here|in (?:this|the) (?:table|schedule|sheet|tab|form|document|template))"
    r"|listed|shown|given|stated|set out|offered|proposed|quoted|entered)"
)
_SUBJECT = (
    r"(?:(?:please )?note:?(?: that)? |n\.?b\.?:? |\*+ ?)?"
    r"(?:(?:(?:all|the|these|our|any) )*(?:(?:following|above|proposed|social value|quantity|target|offered) )*"
    rf"{_WHAT}(?: and {_WHAT})?(?: {_WHERE})*"
    r"|these|they|(?:the )?(?:above|following|below)"
    r"|(?:this|the) (?:table|schedule|sheet|tab|list|form|spreadsheet)(?: (?:below|above))?)"
)
_IS = (
    r"(?:are|is|were|was|have been|has been|remain|remains"
    r"|(?:should|must|can|may|will) (?:only )?be (?:treated|read|taken|regarded|seen|considered) as)"
    r"(?: (?:only|purely|all|currently|still|therefore|intended|given|provided|shown|offered|included|strictly|both"
    r"|an?|as|for))*"
)
# What every promise of a bid waits for, and what any line is checked by
_WAITING = (
    r"(?:agreement|approval|confirmation|negotiation|discussions?|dialogue|funding|planning(?: permission)?|change"
    r"|availability|finalisation|sign[ -]off|survey|extension|feasibility)"
)
_ON = r"(?:conditional|contingent|dependent) (?:up)?on"
_OPEN = r"to be (?:confirmed|agreed|finali[sz]ed|determined|negotiated|checked)"
_SURE = r"(?:confirmed|agreed|firm|final|binding|guaranteed|committed|approved|offered)"
_CONDITION = (
    rf"subject to (?:(?!contract\b|award\b)[a-z']+ ){{0,4}}?{_WAITING}\b"
    rf"|{_ON} (?!(?:the )?(?:contract )?award\b|(?:us |our "
    r"|we )?(?:being|winning) )"
)
_NOT_FIRM = (
    r"(?:indicative|illustrative|aspirational|provisional|tentative|placeholders?|dummy|drafts?|aspirations?"
    r"|stretch targets?|examples?)\b(?! of\b)"
    r"|(?:illustration|illustrative purposes|information|guidance|discussion|example)(?: purposes)?(?: only)?$"
    rf"|(?:yet )?{_OPEN}\b"
    r"|(?:not|non)[ -](?:yet )?(?:been )?(?:(?:contractually|legally) )?"
    rf"(?:{_SURE}|contractual|commitments?|signed off|promised|promises)\b"
    r"|[a-z]+,? (?:and not|not|rather than) (?:firm |binding )?(?:commitments|promises|pledges|offers|guarantees)\b"
    rf"|not (?:a )?part of (?:this|the|our) (?:{BID}|contract|commitments?)\b"
    r"|(?:withdrawn|superseded|replaced|cancelled|out of date|no longer [a-z]+)\b"
    rf"|{_CONDITION}"
    r"|(?:the )?(?:maximums?|maxima|upper limits?)\b(?! points| score)"
)
_OTHERS = (
    r"(?:company|group|organisation|business|corporate|firm|uk|nation|portfolio)[ -]wide\b"
    r"|(?:our|the) (?:whole|entire) (?:company|group|organisation|business|portfolio|workforce)\b"
    r"|(?:delivered |made )?across (?:all (?:of )?our|our (?:whole|entire|other)) [a-z]+"
    rf"|(?:the )?{BUYER}(?:['\u2019]?s['\u2019]?)? "
    r"(?:minimum|benchmark|expected|required|target)"
    r"|(?:the )?(?:minimum(?: requirements?| targets?)?|benchmarks?) (?:set|required|specified|issued) by\b"
    r"|(?:the )?(?:[a-z]+ )?benchmarks?$"
)
_ELSEWHERE = (
    r"(?:(?:our|an?|the) )?(?:last|previous|existing|current|similar|other|another|earlier|comparable)"
    r" (?:contracts?|projects?|schemes?|clients?|bids?|tenders?|frameworks?|commissions?|years?)\b"
)
_PAST = (
    rf"(?:already (?:being )?)?(?:delivered|achieved|reali[sz]ed|recorded|reported|completed|taken|results)"
    rf" (?:on|in|under|during|for|from|by|through|as part of) (?:(?:our|an?|the) )?(?:{_ELSEWHERE}|20[0-9]{{2}})"
    r"|actuals?\b|actual (?:results|performance|delivery)\b"
)
_RELATING = (
    r"(?:relate|refer|apply|belong|correspond) to (?:(?:our|the) )?(?:organisation|company|group|business|workforce)"
    r"(?: as a whole)?\b(?!(?:['\u2019]s)? (?:staff|employees|team) (?:on|for) this)"
    rf"|(?:(?:relate|refer|apply|belong|correspond) to|come from|were taken from|are (?:taken )?from"
    rf"|are for) {_ELSEWHERE}"
    r"|(?:do|does) not (?:form|constitute|represent|amount to) (?:an? |any |our )?(?:part|offers?"
    r"|commitments?|promises?)\b"
)
_SHARED = (
    r"(?:[a-z]+ ){0,8}?(?:shared|split|divided|apportioned) (?:between|among|amongst|by|across) "
    r"(?:all (?:of )?(?:the )?|the )?(?:[a-z]+ )?(?:suppliers|contractors|bidders|providers|lots)\b"
)
# “If we win both lots”: every promise waits for the contract, and this for more than one
_LOTS = (
    r"(?:(?:both|all|two|three|several|multiple|more than one)(?: of)?(?: the)? lots?"
    r"|lots? (?:[0-9]{1,2}|[a-d])\b(?:, ?(?:lot )?(?:[0-9]{1,2}|[a-d])\b)*"
    r",? ?(?:and|&|\+) ?(?:lot )?(?:[0-9]{1,2}|[a-d])\b)"
)
_WON = r"(?:award(?:ed|ing)?|won|win|winning|success(?:ful)?|secur(?:e|ed|ing)|appoint(?:ed|ment)|given)"
_IF_LOTS = (
    r"(?:(?:only |and |but )?(?:if|where|when|once|should|provided|assuming)(?: that)? "
    rf"(?:[a-z]+ ){{0,4}}?(?:{_WON} (?:(?:on|in|for|to|of|the) )*{_LOTS}|{_LOTS} (?:is |are |were |be )*{_WON})"
    rf"|(?:subject to|{_ON}|depends? (?:up)?on|assum(?:es?|ing)|based on"
    rf"|on the basis of|in the event of) (?:(?:the|our|us|being|a) )*{_WON} (?:(?:on|in|for|to|of|the) )*{_LOTS})"
)
_OF_LOTS = late(rf"\b{_IF_LOTS}", re.IGNORECASE)
# What such a condition is of, where it does not stand alone; it may as well be of staff, prices or premises
_OF_LINES = late(
    rf"\b(?:{_WHAT}|offer|bid|these|those|they|(?:the )?following|above|below)\b|^{_IF_LOTS}$", re.IGNORECASE
)
# What grows and shrinks with something that nobody knows yet
_SCALING = (
    r"(?:(?:will|would|may|can|all|should) )*(?:(?:be )?(?:scaled?|flexed?|adjust(?:ed)?|pro[ -]?rated)|vary"
    r"|rise and fall|increase or decrease)"
    r"(?: (?:up|down|or|and))* (?:with|in line with|according to|in proportion to|to|against)"
    r" (?:(?:the|our|actual|annual|contract|final|total|level|of) )*(?:spend|value|orders?|volumes?|turnover|revenue)\b"
)
_INCLUDING = (
    r"includ(?:e|es|ing) (?:[a-z0-9,.\u00a3]+ ){0,5}?already (?:been )?"
    r"(?:delivered|done|given|completed|provided|achieved|under ?way|reported)\b"
    r"|includ(?:e|es|ing) (?:[a-z0-9-]+ ){0,5}?(?:extensions?|option years?)\b"
)
_AGAIN = (
    r"(?:(?:will|are|is|to|also|all|then) )*(?:be )?(?:repeated\b"
    r"|(?:apply|applies|applied) (?:to|at|in|for) (?:each|every)\b"
    r"|(?:delivered|provided|offered|given|done|made) (?:twice|again|(?:[0-9]+|two|three|four|five) times)\b)"
)
_OF_ALL = rare(
    rf"{_SUBJECT},? (?:{_IS} (?:{_NOT_FIRM}|{_OTHERS}|{_PAST})|(?:{_RELATING})|(?:{_CONDITION})|(?:{_SHARED})"
    rf"|{_SCALING}|{_INCLUDING}|{_AGAIN}|(?:still )?(?:{_OPEN}|tb[acd])\b)"
    rf"|(?-i:S)ubject to (?:(?!contract\b|award\b)[a-z'-]+ ){{0,4}}?{_WAITING}$"
    rf"|(?:company|group|organisation|business|corporate|firm)[ -]wide {_WHAT}\b"
    r"|(?:this (?:offer|bid|version|document|form) )?(?:is |has )?not (?:yet )?(?:been )?"
    r"(?:approved|agreed|signed off|authori[sz]ed)(?: by (?:(?:the|our) )?[a-z]+(?: [a-z]+)?)?$"
    r"|(?:please note:? )?(?:example|sample|dummy|illustrative|indicative) (?:figures|data|values|numbers|entries"
    r"|quantities|amounts) (?:only|(?:are|have been|is) (?:shown|given|entered|included|provided|used|inserted))\b",
    _STEMS,
    re.IGNORECASE,
)
# How such a sentence begins, and what it speaks of
_BEGUN = (
    *("please note", "note", "n.b", "nb", "*", "all ", "the ", "these", "our ", "any ", "following", "above", "below"),
    *("proposed", "social value", "quantity", "target", "offered", "they", "this", *_LINES),
    *("example", "sample", "dummy", "illustrative", "indicative", "is not ", "has not ", "not ", "subject"),
    *("company", "group", "organisation", "business", "corporate", "firm"),
)
_OF = (
    *("approved", "agreed", "signed off", "authori", "subject to"),
    *_LINES,
    *("they", "these", "above", "following", "below", "table", "schedule", "sheet", "tab", "list", "form"),
    *("example", "sample", "dummy"),
)
# “Yellow = to be confirmed”, “Rows in red are not yet agreed”: which lines those are is not read
_COLOUR = (
    r"(?:in )?(?:(?:light|dark|pale|bright) )?"
    r"(?:red|yellow|amber|orange|green|blue|gr[ae]y|purple|pink|italics?|bold|highlighted|highlights?|shaded|coloured)"
)
_COLOURED = rare(
    rf"\b{_COLOUR}(?: (?:cells?|text|type|font|shading|highlight(?:s|ing)?|fill|{_WHAT}))* ?"
    r"(?:=|:|-|\u2013|\u2014|\b(?:are|is|means?|denotes?|indicates?|shows?)\b) ?"
    rf"(?:(?:still|yet|currently|only|all|items?|lines?|rows?|figures?|quantities|that (?:is|are)) )*"
    rf"(?:{_OPEN}|tb[acd]|(?:not|un)[ -]?(?:yet )?(?:been )?{_SURE}"
    r"|not (?:being |to be )?(?:included|scored|counted)|not (?:a )?part of (?:our|the|this) (?:offer|bid|tender)"
    r"|provisional|tentative|aspirational|optional|stretch|estimate[sd]?|guess(?:es|work)?|placeholders?|drafts?"
    r"|withdrawn|superseded|deleted|removed|dropped|descoped|out of scope)\b",
    (
        *("red", "yellow", "amber", "orange", "green", "blue", "gray", "grey", "purple", "pink", "italic", "bold"),
        *("highlight", "shaded", "coloured"),
    ),
    re.IGNORECASE,
)
# What is stamped below a table: “DRAFT - not for submission”, “Superseded by v3”, “Example only”
_STAMP = rare(
    r"(?:(?:this|the) (?:table|sheet|tab|page|offer|bid|version|document|schedule) (?:is|has been|was) (?:now )?)?"
    r"(?:(?:draft|internal|working) (?:only[ ,]+)?)?"
    r"(?:not (?:for|to be used for) (?:submission|evaluation|scoring|issue|release|use)"
    r"|(?:withdrawn|superseded|replaced|void)(?: by (?:(?:our|the|an?|new|later|revised|updated|final) )*"
    r"(?:version|v|rev|revision|draft|issue|bid|offer|submission|sheet|tab|table|spreadsheet)(?:[ .]?[0-9a-z][0-9.]*)?"
    r"(?: (?:of|dated|on|below|above|in|submitted)\b.{0,40})?)?"
    r"|(?:an? )?(?:example|sample|specimen|dummy|illustrative|illustration)s?(?: (?:purposes|figures|data))? only"
    r"|(?:this is )?(?:an? )?(?:worked )?(?:example|sample|specimen)(?: table| sheet| bid| offer)?"
    r"|for (?:your )?(?:illustration|information|reference|example)(?: purposes)?(?: only)"
    rf"|not (?:a )?part of (?:our|the|this) {BID}"
    r"|do not (?:use|score|evaluate|submit))",
    (
        *("not ", "withdrawn", "superseded", "replaced", "void", "example", "sample", "specimen", "dummy", "illustrat"),
        *("information", "reference"),
    ),
    re.IGNORECASE,
)
_SENTENCES = late(r"[;\n]|\.\s+|\s[\u2013\u2014-]\s|(?<=[a-z]), and (?=they|these)")
# “All figures are totals for the whole contract, not per annum”, which is how they are read
_WHOLE = late(
    rf"(?:(?:please|note|nb|that|all|the|these|our) )*{_WHAT}(?: (?:above|below))?(?: and {_WHAT})? (?:are|is|covers?)"
    r"(?: (?:all|given|shown|stated|expressed|totals?|for|over|across|of|the|this|whole|full|entire|life|contract|term"
    r"|period|duration|length|as))+"
    rf"(?: (?:and )?(?:they are )?not (?:for )?(?:an? )?(?:(?:(?:per|each|every) )?{TIME}|{REGULARLY}|annual)"
    r"(?: figures| totals| amounts)?)?"
)


def not_promised(text: str) -> str:
    """The sentence of a text that says of all lines that they are not promised, or not for sure; ``""`` for none.

    ``All figures are indicative``, ``These are company-wide figures``, ``The targets do not form part of our bid``.
    """
    if len(text) > LONGEST:
        return ""
    if _COLOURED.search(folded(text)):
        return text
    for sentence in map(folded, _SENTENCES.split(text)):
        bare = sentence.strip("()[]*: ").rstrip(".")
        if _may_speak_of_all(bare.casefold()) and _OF_ALL.match(bare):
            return sentence
        if " lot" in bare.casefold() and _OF_LOTS.search(bare) and _OF_LINES.search(bare):
            return sentence
    return ""


def stamped(text: str) -> str:
    """What a text below a table stamps it with, and says nothing else: ``Not for submission``; else ``""``."""
    if len(text) > _LONGEST_STAMP:
        return ""
    parts = (part.strip("()[]*:.! ") for part in map(folded, _SENTENCES.split(text)))
    return text if any(map(_STAMP.fullmatch, parts)) else ""


def _may_speak_of_all(text: str) -> bool:
    """Whether a sentence begins like one, and has a word for lines: few do, and the patterns are long."""
    return text.startswith(_BEGUN) and any(map(text.__contains__, _OF))


def says_whole(text: str) -> bool:
    """Whether a text says of all amounts that they are for the whole contract, and nothing else."""
    return len(text) <= _LONGEST_STAMP and _WHOLE.fullmatch(normal(text)) is not None
