"""Everything that can be wrong with a bid, a library or an option: what is said on standard error, and the exit code.

Each text is whole: where, which code, what was found, what to do. There is never a traceback, and never a figure.
"""

import os
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.cli.door import SAMPLES, sv


def test_a_file_that_is_not_there(folder):
    assert sv("score", "bid.xlsx") == (
        3,
        "",
        "bid.xlsx: SV101 file-not-found: there is no file with this name\n"
        "  help: check the path; `ls` lists the files in the folder\n",
    )


def test_a_folder(folder):
    (folder / "bids").mkdir()
    assert sv("score", "bids") == (
        3,
        "",
        "bids: SV102 folder-given: this is a folder, not a bid\n"
        "  help: give one spreadsheet in it; `sv batch` scores a whole folder\n",
    )


def test_a_pipe_is_never_opened(folder):
    os.mkfifo("bid.csv")
    assert sv("score", "bid.csv") == (
        3,
        "",
        "bid.csv: SV103 not-a-regular-file: this is a pipe, which sv does not open\n"
        "  help: save the bid as a file on disk and give that file\n",
    )


@pytest.mark.parametrize("name", ["bid.xlsx", "bid.csv"])
def test_an_empty_file(bid, name):
    assert sv("score", bid("", name)) == (
        3,
        "",
        f"{name}: SV105 file-empty: the file is empty\n"
        "  help: save the spreadsheet again; an upload or a copy may have been cut short\n",
    )


def test_a_file_that_is_no_spreadsheet(bid):
    assert sv("score", bid("%PDF-1.7\n1 0 obj\n", "bid.xlsx")) == (
        3,
        "",
        "bid.xlsx: SV106 not-a-spreadsheet: this is not a spreadsheet that can be read: it is a PDF\n"
        "  help: save it as .xlsx or .csv; copy a PDF or Word table into a spreadsheet first\n",
    )


def test_a_workbook_with_a_password(folder):
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 480
    Path("bid.xlsx").write_bytes(locked)
    assert sv("score", "bid.xlsx") == (
        3,
        "",
        "bid.xlsx: SV107 password-protected: the workbook is protected with a password\n"
        "  help: open it in your spreadsheet program, remove the password (File, Info, Protect) and save a copy\n",
    )


def test_a_workbook_without_a_heading_row(folder):
    book = Workbook()
    book.active.append(["Dear all,", "please find attached"])
    book.save("bid.xlsx")
    assert sv("score", "bid.xlsx") == (
        3,
        "",
        "bid.xlsx: SV201 no-table: no heading row of a table of commitments was found "
        "(no row has a known column heading)\n"
        "  help: give the table a heading row with at least a reference and a quantity, such as "
        "“Ref | Commitment | Quantity | Unit”, or name its column with --column quantity=HEADING; "
        "`sv template` makes one\n",
    )


def findings_of(rows: str, bid) -> tuple[int, list[str]]:
    """The exit code and the findings' lines when ``rows`` stand below a heading."""
    told = sv("score", bid(f"Ref,Commitment,Quantity,Unit\n{rows}\n"), "--format", "csv")
    assert told.out.count("\n") == 1 + rows.count("\n") + 1, "every commitment has its line, valued or not"
    return told.code, told.err.splitlines()


def errors_of(rows: str, bid) -> list[str]:
    """The findings' lines, of which some keep a commitment from its value."""
    code, lines = findings_of(rows, bid)
    assert code == 1
    return lines


def test_an_unknown_reference_with_the_nearest_offered(bid):
    message, help_line = errors_of("volunteering.hours,Time given,10,hours", bid)
    assert message.startswith(
        "bid.csv:A2: SV302 unknown-reference: 'volunteering.hours' is not a proxy in the library; nearest are "
        "'volunteering.hour', 'volunteering.hour-at-median-pay', "
    )
    assert help_line == (
        "  help: put the id of the right proxy in the reference column; `sv match` proposes some, "
        "`sv proxies list` shows them all"
    )


def test_a_commitment_without_a_reference(bid):
    assert errors_of(",Time given,10,hours", bid) == [
        "bid.csv:A2: SV301 no-reference: the commitment names no proxy: 'Time given'",
        "  help: put a proxy's id in the reference column; `sv match` proposes some, `sv proxies list` shows them all",
    ]


def test_a_negative_quantity(bid):
    assert errors_of("volunteering.hour,Time given,-10,hours", bid) == [
        "bid.csv:C2: SV205 negative-quantity: the quantity is -10, which is below zero",
        "  help: enter the quantity as a positive number; brackets around a number are read as a minus",
    ]


def test_an_absurd_quantity(bid):
    assert errors_of("volunteering.hour,Time given,99999999999,hours", bid) == [
        "bid.csv:C2: SV206 absurd-quantity: the quantity is 99,999,999,999, above the limit of 10,000,000,000",
        "  help: check the cell; a reference, a date or two numbers run together often look like this",
    ]


def test_text_where_a_number_belongs(bid):
    assert errors_of("volunteering.hour,Time given,about forty,hours", bid) == [
        "bid.csv:C2: SV203 not-a-number: 'about forty' is not a number that can be read with certainty",
        "  help: enter the one number that is promised, such as 1200 or 1,200.50, in pounds if it is money, and put "
        "words and ranges in a note",
    ]


@pytest.mark.parametrize(("cell", "state"), [("", "empty"), ("TBC", "'TBC'"), ("n/a", "'n/a'")])
def test_a_quantity_that_is_not_there(bid, cell, state):
    assert errors_of(f"volunteering.hour,Time given,{cell},hours", bid) == [
        f"bid.csv:C2: SV204 no-quantity: the quantity is {state}",
        "  help: enter the quantity that is promised, even if it is an estimate, or remove the line",
    ]


def test_a_unit_that_does_not_fit(bid):
    assert errors_of("volunteering.hour,Time given,10,tonnes", bid) == [
        "bid.csv:D2: SV307 unit-mismatch: 'tonnes' cannot be converted into hours, which 'volunteering.hour' counts in",
        "  help: give the quantity in hours, or choose a proxy that counts in tonnes",
    ]


@pytest.mark.parametrize(
    ("cells", "place", "said"),
    [
        ("20,No.", "D2", "'No.'"),
        ("20,each", "D2", "'each'"),
        ("20,units", "D2", "'units'"),
        ("20 no.,", "D2", "'20 no.'"),
        ("20,laptops", "D2", "'items'"),
    ],
)
def test_things_that_are_counted_are_no_pounds(bid, cells, place, said):
    first, _ = errors_of(f"local.goods-given,Laptops for schools,{cells}", bid)
    assert first == (
        f"bid.csv:{place}: SV307 unit-mismatch: {said} cannot be converted into pounds, "
        "which 'local.goods-given' counts in"
    )


@pytest.mark.parametrize("cells", ["20,", "£20,No.", "20,£", "20,Qty"])
def test_a_number_without_a_unit_may_be_one_of_pounds(bid, cells):
    code, _ = findings_of(f"local.goods-given,Laptops for schools,{cells}", bid)
    assert code == 0


@pytest.mark.parametrize("text", ["Open days", "Open days: 3", "Community fun days", "Staff give team days"])
def test_days_that_are_events_are_no_hours(bid, text):
    first, _ = errors_of(f"volunteering.hour,{text},3,", bid)
    assert first == (
        f"bid.csv:D2: SV307 unit-mismatch: {text!r} cannot be converted into hours, which 'volunteering.hour' counts in"
    )


@pytest.mark.parametrize(
    "line",
    [
        "volunteering.hour,Open days,3,hours",
        "volunteering.hour,Help at open days in Leeds,3,",
        "volunteering.hour,Help on birthdays at home,3,",
        "volunteering.hour,Hours given,3,",
        "jobs.jobseeker-into-work,Jobs on open days,3,",
    ],
)
def test_a_number_beside_days_may_be_one_of_hours(bid, line):
    assert findings_of(line, bid)[0] == 0


def test_a_unit_that_nobody_knows(bid):
    assert errors_of("volunteering.hour,Time given,10,sittings", bid) == [
        "bid.csv:D2: SV305 unknown-unit: 'sittings' is not a known unit; 'volunteering.hour' counts in hours",
        "  help: enter the total number of hours that is promised, and write the unit as hours",
    ]


def test_a_unit_that_a_formula_has_yet_to_look_up_is_shown_as_it_stands_in_the_file(folder):
    book = Workbook()
    book.active.append(["Ref", "Commitment", "Quantity", "Unit"])
    book.active.append(["volunteering.hour", "Time given", 10, "=VLOOKUP(A2,Lists!A:C,3,0)"])
    book.save(folder / "bid.xlsx")
    told = sv("score", "bid.xlsx", "--format", "csv")
    assert "SV305 unknown-unit: '=VLOOKUP(A2,Lists!A:C,3,0)' is not a known unit" in told.err


def test_what_was_not_understood_is_left_out_of_the_total_and_counted(bid):
    rows = "volunteering.hour,A,10,hours\nvolunteering.hour,B,TBC,hours\n"
    told = sv("score", bid(f"Ref,Commitment,Quantity,Unit\n{rows}"))
    assert told.code == 1
    assert "from 1 of 2 commitments" in told.out
    assert "Findings: 1 error" in told.out


class TestALibraryThatIsBroken:
    """Nothing in a library is ignored, so that no figure rests on a slip of the pen."""

    def library(self, text: str) -> str:
        Path("mine.yaml").write_text(text, encoding="utf-8")
        return "mine.yaml"

    def test_yaml_that_cannot_be_parsed(self, bid):
        library = self.library('proxies:\n  - {id: mine, title: "never closed}\n')
        assert sv("score", bid(), "--library", library) == (
            3,
            "",
            "mine.yaml:3: SV502 yaml-broken: not valid YAML: while scanning a quoted scalar found unexpected end of "
            "stream\n"
            "  help: correct the line; a text with a colon in it usually needs quotes\n",
        )

    def test_a_key_that_is_misspelt_with_its_line_and_the_nearest(self, bid):
        library = self.library(
            "theme: {id: mine, title: Mine}\noutcome: {id: ours, title: Ours}\n"
            "proxies:\n  - id: mine.hour\n    titel: An hour\n    unit: hour\n    value: nmw.adult[2026]\n"
            "    value_kind: economic\n"
        )
        told = sv("score", bid(), "--library", library)
        assert told.code == 3
        assert told.out == ""
        assert told.err.startswith(
            "mine.yaml:5: SV503 unknown-key: unknown key 'titel'; did you mean 'title'?\n"
            "  help: correct the key or delete it; no key is ignored\n"
        )

    def test_a_library_that_is_not_there(self, bid):
        assert sv("score", bid(), "--library", "mine.yaml") == (
            3,
            "",
            "mine.yaml: SV501 library-not-found: there is no library here\n"
            "  help: with --library, give a YAML file or a folder of them\n",
        )

    @pytest.mark.parametrize(
        "command",
        [
            ("explain", "bid.csv", "2"),
            ("match", "bid.csv"),
            ("check", "bid.csv", "--framework", "bradford"),
            ("batch", "bid.csv", "--output", "out"),
            ("batch", "bid.csv", "--bid-column", "Ref", "--output", "out"),
            ("template", "--output", "blank.xlsx"),
            ("proxies", "list"),
            ("proxies", "search", "jobs"),
            ("proxies", "show", "volunteering.hour"),
            ("proxies", "diff", "mine.yaml"),
            ("methods", "list"),
            ("frameworks", "show", "bradford"),
        ],
        ids=" ".join,
    )
    def test_every_command_that_needs_it_tells_of_it(self, bid, command):
        bid()
        library = self.library("proxies: [\n")
        options = () if "diff" in command else ("--library", library)
        told = sv(*command, *options)
        assert (told.code, told.out) == (3, "")
        assert "mine.yaml:2: SV502 yaml-broken: " in told.err


class TestOptionsThatMeanNothing:
    @pytest.mark.parametrize(
        ("arguments", "what"),
        [
            (("score", ""), "an argument"),
            (("score", "bid.csv", "--library", ""), "the value of --library"),
            (("score", "bid.csv", "--library="), "the value of --library"),
            (("score", "bid.csv", "--method", ""), "the value of --method"),
            (("check", "bid.csv", "--framework", "bradford", "--waivers", ""), "the value of --waivers"),
        ],
    )
    def test_what_is_empty_is_neither_this_folder_nor_left_out(self, bid, arguments, what):
        bid()
        told = f"sv: {what} is empty\n  help: give a value or leave it out; check whether a variable is not set\n"
        assert sv(*arguments) == (2, "", told)

    def test_an_option_may_end_in_a_sign_of_its_own(self, bid):
        assert sv("score", bid(), "--column=quantity=").code == 3

    def test_what_forbids_a_figure_is_said_and_not_how_each_promise_was_read(self):
        told = sv("score", SAMPLES / "food-bank.xlsx", "--column", "quantty=Qty")
        assert (told.code, told.out) == (3, "")
        codes = [line.split(": ")[1].split()[0] for line in told.err.splitlines() if not line.startswith("  help")]
        assert codes == ["SV259"]

    def test_a_method_to_look_at_that_is_not_there(self):
        told = sv("methods", "show", "green-bok")
        assert (told.code, told.out) == (3, "")
        assert told.err.startswith("SV409 no-method: there is no method 'green-bok'; the library has ")

    def test_a_method_that_is_not_there(self, bid):
        told = sv("score", bid(), "--method", "green-bok")
        assert (told.code, told.out) == (3, "")
        assert told.err.startswith("--method: SV409 no-method: there is no method 'green-bok'; the library has ")
        assert "'green-book'" in told.err
        assert told.err.endswith("  help: use one of these\n")

    def test_a_price_year_without_an_index(self, bid):
        told = sv("score", bid(), "--price-year", "1066")
        assert (told.code, told.out) == (3, "")
        assert told.err.startswith("--price-year: SV411 price-year-unknown: prices in '1066' were asked for")

    def test_a_place_that_is_nowhere(self, bid):
        assert sv("score", bid(), "--place", "Atlantis") == (
            3,
            "",
            "--place: SV414 unknown-place: 'Atlantis' is not a known region or country\n"
            "  help: use one of the UK's regions or countries, such as North East, or its ONS code\n",
        )

    @pytest.mark.parametrize(
        ("option", "value", "said"),
        [
            ("--contract-value", "lots", "'lots' is not an amount; write 1200000, £1,200,000 or 1.2m"),
            ("--contract-value", "1e9999999", "'1e9999999' is not an amount; write 1200000, £1,200,000 or 1.2m"),
            ("--contract-value", "1,5m", "'1,5m' is not an amount; write 1200000, £1,200,000 or 1.2m"),
            ("--contract-value", "1,2,3", "'1,2,3' is not an amount; write 1200000, £1,200,000 or 1.2m"),
            ("--contract-value", "1.200,50", "'1.200,50' is not an amount; write 1200000, £1,200,000 or 1.2m"),
            ("--investment", "12,50@2", "'12,50' is not an amount; write 1200000, £1,200,000 or 1.2m"),
            ("--contract-value", "-5", "'-5' is not an amount above zero"),
            ("--start", "soon", "'soon' is not a day; write 2026-04-01 or 01/04/2026"),
            ("--years", "0", "'0' is not a number of years above 0 and up to 100"),
            ("--column", "quantity", "'quantity' is not FIELD=HEADING, such as quantity='Target (total)'"),
            ("--format", "docx", "'docx' is not one of table, json, csv, markdown"),
        ],
    )
    def test_wrong_usage(self, bid, option, value, said):
        told = sv("score", bid(), f"{option}={value}")
        assert (told.code, told.out) == (2, "")
        assert said in " ".join(told.err.replace("│", " ").split())

    @pytest.mark.parametrize(
        ("command", "said"),
        [
            ("score bid.csv --years soon", "'soon' is not a number of years above 0 and up to 100"),
            (
                "check bid.csv --framework bradford --framework wales",
                "give one framework at a time; run the check once for each",
            ),
            ("batch bid.csv -o out --tables docx", "'docx' is not one of csv, "),
            ("batch bid.csv -o out --report docx", "'docx' is not one of table, "),
            ("batch a.csv b.csv -o out --bid-column Bid", "with --bid-column, give only one table"),
            ("batch s3://a/b.csv -o out --bid-column Bid", "the table must be a file on this machine"),
            ("batch a.csv -o out --bid-column Bid --report html", "'--report': cannot be used with --bid-column"),
            (
                "batch a.csv -o out --bid-column Bid --cluster tcp://a:1",
                "'--cluster': cannot be used with --bid-column",
            ),
            ("batch a.csv -o out --cluster host", "'host' is not the address of a scheduler, such as tcp://host:8786"),
            (
                "batch a.csv -o out --cluster tcp://",
                "'tcp://' is not the address of a scheduler, such as tcp://host:8786",
            ),
            ("batch a.csv -o out --no-lines", "'--no-lines': without --bid-column the lines are always written"),
            ("batch a.csv -o out --bid-column Bid --tables sqlite", "with --bid-column, use one of csv, "),
            ("proxies list --confidence certain", "'certain' is not one of high, "),
            ("proxies import a.csv -o b.yaml --map cost=Value", "'cost' is not one of code, title, "),
        ],
    )
    def test_wrong_usage_of_other_commands(self, bid, command, said):
        bid()
        needed = ["--publisher", "P", "--published", "2026", "--url", "https://example.org/", "--licence", "OGL-UK-3.0"]
        told = sv(*command.split(), *(needed if "import" in command else ()))
        assert (told.code, told.out) == (2, "")
        assert said in " ".join(told.err.replace("│", " ").split())

    def test_no_bid_at_all(self):
        told = sv("score")
        assert told.code == 2
        assert "Missing argument" in told.err


class TestQuestionsWithoutAnAnswer:
    def test_a_line_that_is_not_in_the_bid(self, bid):
        assert sv("explain", bid(), "9") == (
            3,
            "",
            "bid.csv: SV416 no-such-line: no commitment is in row '9' or has that reference; the rows begin 2\n"
            "  help: give a row number as the spreadsheet shows it, or a reference in the bid\n",
        )

    def test_a_finding_that_is_not_in_the_catalogue(self, folder):
        told = sv("explain", "not-a-numbr")
        assert (told.code, told.out) == (3, "")
        assert told.err.startswith(
            "SV195 no-such-finding: there is no finding 'not-a-numbr', and no file with that name; nearest are "
            "'not-a-number', "
        )
        assert told.err.endswith("\n  help: give a bid, or a finding's code or name, such as SV203 or not-a-number\n")

    def test_a_proxy_that_is_not_in_the_library(self):
        told = sv("proxies", "show", "volunteering.hours")
        assert (told.code, told.out) == (3, "")
        assert told.err.startswith("SV509 no-such-proxy: there is no proxy 'volunteering.hours'; nearest are 'volunt")

    def test_a_theme_that_is_not_in_the_library(self):
        told = sv("proxies", "list", "--theme", "skils")
        assert (told.code, told.out) == (3, "")
        assert told.err.startswith("SV510 no-such-theme: there is no theme 'skils'; did you mean 'skills'?\n")


def test_a_file_that_may_not_be_opened(bid, monkeypatch):
    path = bid()

    allowed = os.open

    def refuse(name, *rest, **others):  # root may open anything, so that rights alone would not show it
        if os.path.basename(name) == path.name:  # noqa: PTH119 - os.open takes names
            raise PermissionError(13, "Permission denied")
        return allowed(name, *rest, **others)

    monkeypatch.setattr(os, "open", refuse)
    assert sv("score", path) == (
        3,
        "",
        "bid.csv: SV104 file-unreadable: the file cannot be opened: permission denied\n"
        "  help: ask for permission to read it, or close the program that is using it\n",
    )


class TestAFactOfTheContractThatCannotBeRead:
    BID = "Start date,soon\nContract value,£1m\n\nRef,Commitment,Quantity,Unit\nvolunteering.hour,Time given,10,hours\n"

    def test_is_told(self, bid):
        told = sv("score", bid(self.BID), "--format", "csv")
        assert (told.code, told.err) == (
            1,
            "bid.csv:B1: SV249 fact-unread: the contract's start says 'soon'; "
            "it should be a date, such as 1 April 2026\n"
            "  help: correct the cell, or give the fact as an option\n",
        )

    def test_and_settled_by_an_option(self, bid):
        told = sv("score", bid(self.BID), "--start", "2026-04-01", "--format", "csv")
        assert (told.code, told.err) == (0, "")
