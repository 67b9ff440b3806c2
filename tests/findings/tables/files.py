"""Owns the examples of SV1xx: files that cannot be read, results that cannot be written."""

from tests.corpus.families.hostile import BOMB_DOCTYPE, cut, encrypted, with_prolog
from tests.corpus.write.others import csv, excel_95, ods, text, xls
from tests.corpus.write.values import Sheet
from tests.corpus.write.xlsx import xlsx
from tests.findings.example import PLAIN, Example

TABLE = [["Ref", "Commitment", "Quantity", "Unit"], ["volunteering.hour", "Time given", 10, "hours"]]
PAGE = Sheet(TABLE)
GIFTS = f"{PLAIN}local.cash-given,Gifts,{{}}1200,\n"
CAFE = [*TABLE, ["volunteering.hour", "Time given at the café", 5, "hours"]]

EXAMPLES = {
    "file-empty": Example("", PLAIN),
    "not-a-spreadsheet": Example("%PDF-1.7\n", PLAIN),
    "password-protected": Example(encrypted, xlsx(PAGE), ending=".xlsx"),
    "file-damaged": Example(cut(xlsx(PAGE), 0.6), xlsx(PAGE), ending=".xlsx"),
    "file-hostile": Example(
        xlsx(PAGE, edits={"xl/worksheets/sheet1.xml": with_prolog(BOMB_DOCTYPE)}), xlsx(PAGE), ending=".xlsx"
    ),
    "encoding-detected": Example(csv(*CAFE, encoding="cp1252"), csv(*CAFE)),
    "encoding-mended": Example(GIFTS.format("\u00c2\u00a3"), GIFTS.format("\u00a3")),
    "delimiter-detected": Example(csv(*TABLE, delimiter=";"), csv(*TABLE)),
    "results-given": Example(
        "file,ref,proxy,description,quantity,unit,valued,unit_value,gross,net,present_value,findings\n"
        "bid.csv,volunteering.hour,volunteering.hour,Time given,10,hour,true,12.44,124.4,100.8,100.8,\n",
        "file,ref,description,quantity,unit\nbid.csv,volunteering.hour,Time given,10,hour\n",
    ),
    "look-unknown": Example(excel_95(PAGE, page=10007), xls(PAGE), ending=".xls"),
    "copy-not-possible": Example(
        ods(PAGE), xlsx(PAGE), ("-o", "{folder}/copy.xlsx"), ending=".ods", good_ending=".xlsx", command="match"
    ),
    "copy-format-differs": Example(
        xlsx(PAGE), text(PLAIN), ("-o", "{folder}/copy.csv"), ending=".xlsx", good_ending=".csv", command="match"
    ),
}
