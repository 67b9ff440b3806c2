"""Owns notes in Welsh and in German that their line is not settled, or waits for something.

What is no plain letter stands for one with a mark upon it, which another engine takes for a gap.
"""

from sv_cli.bids.terms.sayings import Sayings

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
# What every promise of a bid waits for: “Yn amodol ar ddyfarnu'r contract”, “Vorbehaltlich Zuschlag”
AWARDED = (
    r"(?:yn )?amodol ar dd?yfarn[a-z]*(?: (?:r|y|yr) contract)?"
    r"|vorbehaltlich (?:des |der )?(?:zuschlags?|auftragserteilung|beauftragung)"
)
TRANSLATED = Sayings(
    pattern=f"{_WELSH}|{_GERMAN}",
    stems=(
        "i w |ddim |heb |amodol|ddibynnol|dibynnu|aros am|dynnu |tynnu |tynnwyd|noch |in kl|in abst|in pr|vorbehalt"
        "|unverbindlich|entf|gestrichen|zur|nicht |kein "
    ),
)
