"""Owns notes in Welsh and in German that their line is not settled, or waits for something.

What is no plain letter stands for one with a mark upon it, which another engine takes for a gap.
"""

# “I'w gadarnhau”, “Heb ei gytuno eto”, “Yn amodol ar gyllid”
_WELSH = (
    r"i w (?:ch?adarnhau|gadarnhau|gytuno|chytuno|benderfynu|drafod)(?: (?:gan|gyda|eto)(?: [a-z]+){0,3})?"
    r"|(?:ddim |heb )(?:wedi )?(?:ei |eu )?(?:g|ch|c)(?:adarnhau|ytuno)(?: eto)?"
    r"|(?:yn )?(?:amodol|ddibynnol|dibynnu) ar(?: [a-z]+){1,5}"
    r"|(?:yn )?aros am(?: [a-z]+){1,4}|(?:wedi ei )?(?:dynnu|tynnu|tynnwyd) (?:yn [^a-z]?l|allan)"
)
# “Noch offen”, “Vorbehaltlich der Freigabe”, “Wird noch geklärt”
_GERMAN = (
    r"(?:ist |sind )?noch (?:offen|nicht (?:best[^a-z]tigt|abgestimmt|genehmigt|freigegeben|final|fix)"
    r"|(?:zu|in) (?:kl[^a-z]ren|best[^a-z]tigen|pr[^a-z]fen|kl[^a-z]rung|abstimmung|pr[^a-z]fung))"
    r"|(?:wird |werden )noch (?:gekl[^a-z]rt|best[^a-z]tigt|gepr[^a-z]ft|abgestimmt)"
    r"|in (?:kl[^a-z]rung|abstimmung|pr[^a-z]fung)"
    r"|vorbehaltlich(?: [a-z]+){1,5}|unter vorbehalt(?: [a-z]+){0,4}|unverbindlich"
    r"|entf[^a-z]llt|gestrichen|zur[^a-z]ckgezogen"
    r"|nicht angeboten|kein angebot"
)
TRANSLATED = f"{_WELSH}|{_GERMAN}"
# What every promise of a bid waits for: “Yn amodol ar ddyfarnu'r contract”, “Vorbehaltlich Zuschlag”
AWARDED = (
    r"(?:yn )?amodol ar dd?yfarn[a-z]*(?: (?:r|y|yr) contract)?"
    r"|vorbehaltlich (?:des |der )?(?:zuschlags?|auftragserteilung|beauftragung)"
)
# For an engine that looks at every text: how such a note begins, and a word that it has
BEGINNINGS = (
    "i|ddim|heb|yn|amodol|aros|wedi|tynnwyd|ist|sind|noch|wird|werden|in|vorbehaltlich|unter|unverbindlich|entf"
    "|gestrichen|zur|nicht|kein|dynnu|tynnu|ddibynnol|dibynnu"
)
GLANCES = (
    r"\bi.?w\s|\b(?:ddim|heb)\b|\b(?:amodol|ddibynnol|dibynnu|aros)\b|\b(?:dynnu|tynnu|tynnwyd)\b|\bnoch\b|\bin\s+(?:kl|abst|pr)"
    r"|\bvorbehalt|\bunverbindlich\b|\bentf|\bgestrichen\b|\bzur|\bnicht\b|\bkein\b"
)
STEMS = (
    *("i w ", "ddim ", "heb ", "amodol", "ddibynnol", "dibynnu", "aros am", "dynnu ", "tynnu ", "tynnwyd", "noch "),
    *("in kl", "in abst", "in pr", "vorbehalt", "unverbindlich", "entf", "gestrichen", "zur", "nicht ", "kein "),
)
