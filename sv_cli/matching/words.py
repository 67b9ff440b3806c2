"""Owns the word lists of matching: words without meaning, generic ones, synonyms, activities that are no outcome."""

import re

from sv_cli.late import late

SMALL = frozenset(
    (
        *("a", "an", "and", "any", "are", "as", "at", "be", "been", "both", "but", "by", "can", "each"),
        *("for", "from", "has", "have", "he", "her", "his", "if", "in", "into", "is", "it", "its", "made"),
        *("more", "most", "of", "off", "on", "or", "other", "our", "out", "own", "per", "she", "so"),
        *("some", "such", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this"),
        *("those", "through", "to", "under", "up", "us", "was", "we", "were", "what", "when", "where"),
        *("which", "while", "who", "whom", "will", "with", "within", "without", "you", "your", "not", "no"),
        *("nor", "all", "over", "year", "years", "annum", "number", "total", "time", "times", "also", "e"),
        *("g", "i", "ie", "eg", "etc", "via", "p", "least", "about", "approximately", "during", "contract"),
    )
)
# Words that any promise may use, so that they tell little about which proxy is meant
GENERICS = (
    *("help", "helping", "people", "person", "support", "supported", "supporting", "local", "community", "provide"),
    *("provision", "deliver", "delivery", "programme", "scheme", "project", "service", "services", "new"),
    *("initiative", "opportunity", "opportunities", "offer", "offered", "give", "given", "giving", "take", "taken"),
    *("use", "used", "hour", "hours", "resident", "residents", "area", "organisation", "ensure", "level", "risk"),
)
# Words that mean the same in a bid; each row is represented by its first word
SAME = (
    ("avoided", "prevented", "prevention", "preventing", "reduced", "reduction", "cut", "cuts", "cutting", "fewer"),
    ("avoided", "less", "saved", "savings", "lower", "lowered", "decrease", "decreased", "stopped", "averted"),
    ("avoided", "spared"),
    ("older", "elderly", "elder", "elders", "pensioner", "pensioners", "seniors", "senior"),
    ("child", "children", "kid", "kids", "childrens"),
    ("young", "youth", "youths", "youngsters", "teenagers", "teens"),
    ("staff", "employees", "employee", "colleagues", "workforce", "personnel"),
    ("employ", "employment", "employed", "hire", "hired", "hiring", "job", "jobs"),
    ("charity", "charities", "vcse", "vcses", "vcs", "vcfse", "nonprofit", "voluntary"),
    ("pupil", "pupils", "schoolchildren", "schoolchild"),
    ("lorry", "lorries", "hgv", "hgvs", "truck", "trucks"),
    ("electric", "ev", "evs"),
    ("phone", "telephone", "phones"),
    ("mum", "mums", "mother", "mothers"),
    ("disabled", "disability", "disabilities"),
    ("apprentice", "apprentices", "apprenticeship", "apprenticeships"),
    ("donation", "donate", "donated", "donating", "donations", "donates"),
)
# Activities; a text that names one is about its outcome only if it has a word of COMES too
DEEDS = late(
    r"\b(?:train(?:ing|ed)|polic(?:y|ies)|accredit(?:ed|ation)s?|certificat(?:e|es|ion)|charter|covenant"
    r"|survey(?:s|ed)?|newsletters?|leaflets?|posters?|posts|monitor(?:s|ed|ing)?|purchas(?:e|ed|ing)|buy|bought"
    r"|install(?:ed|ation)?|offsets?|status|score|adverts?|advertis(?:ed|ing)|pledges?|sign(?:ed)?|toolbox"
    r"|consultations?|aiders?|awards?|(?:action )?plans?|statements?|strateg(?:y|ies))\b",
    re.IGNORECASE,
)
COMES = late(
    r"\b(?:avoid\w*|prevent\w*|reduc\w*|fewer|less|cuts?|cutting|sav(?:e|ed|es|ing|ings)|kept|into|jobs?|employ(?:ed|ing|ment)?"
    r"|gain(?:ed|s)?|achiev\w*|complet\w*|recover\w*|improv\w*|quit|stop\w*|end(?:ed|s)|free|donat\w*|given?)\b",
    re.IGNORECASE,
)
# Dimensions of units in which activities are counted, not outcomes
OF_DEEDS = frozenset(("hour", "money", "session", "week", "energy", "volume", "distance"))
# Dimensions that people mix up, though none converts into another
NEAR = (
    frozenset(("hour", "week", "month", "year", "post")),
    frozenset(("crime", "incident", "case", "collision", "casualty", "attendance", "admission", "contact", "event")),
    frozenset(("person", "household", "organisation", "post")),
    frozenset(("mass", "CO2e")),
    frozenset(("item", "money")),
    frozenset(("speed", "speed*collision")),
)
