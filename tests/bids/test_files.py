"""What is no readable bid is refused before anything in it is believed, each with words of its own."""

import hashlib
import os
import socket
from pathlib import Path

import pytest

from sv_cli.bids.read import read_bid

CSV = "Ref,Commitment,Quantity\nNT1,Jobs,3\n"


def refused(desk, path: Path, **options) -> tuple[str, str, str]:
    reading = desk.read(path, **options).reading
    assert reading.bid is None
    (found,) = reading.findings
    assert found.fatal
    assert found.place.file == str(path)
    return found.name, found.message, found.help


def test_a_missing_file(desk):
    assert refused(desk, desk.folder / "bid.xlsx") == (
        "file-not-found", "there is no file with this name", "check the path; `ls` lists the files in the folder",
    )  # fmt: skip


def test_a_path_that_no_system_has(desk):
    assert refused(desk, Path("bid\0.xlsx"))[0] == "file-not-found"


def test_a_folder(desk):
    assert refused(desk, desk.folder) == (
        "folder-given", "this is a folder, not a bid", "give one spreadsheet in it; `sv batch` scores a whole folder",
    )  # fmt: skip


def test_an_empty_file(desk):
    assert refused(desk, desk.file("bid.csv", b"")) == (
        "file-empty", "the file is empty", "save the spreadsheet again; an upload or a copy may have been cut short",
    )  # fmt: skip


def test_a_pipe_is_refused_before_it_is_opened(desk):
    pipe = desk.folder / "bid.csv"
    os.mkfifo(pipe)
    assert refused(desk, pipe)[1] == "this is a pipe, which sv does not open"


def test_a_device_and_a_socket(desk):
    assert refused(desk, Path("/dev/zero"))[1] == "this is a device, which sv does not open"
    address = desk.folder / "s"
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(address))
        assert refused(desk, address)[1] == "this is a socket, which sv does not open"


def test_what_the_system_has_nothing_to_say_in_yet(desk, monkeypatch):
    reading, writing = os.pipe()  # as /proc/kmsg, which calls itself a regular file and is emptied by who reads it
    os.set_blocking(reading, False)
    monkeypatch.setattr("sv_cli.bids.sheets.files.open_regular", lambda _: os.fdopen(reading, "rb"))
    assert refused(desk, desk.file("bid.csv", CSV))[0] == "file-empty"
    os.close(writing)


def test_links_that_go_round_in_a_circle(desk):
    (desk.folder / "a.csv").symlink_to("b.csv")
    (desk.folder / "b.csv").symlink_to("a.csv")
    assert refused(desk, desk.folder / "a.csv")[:2] == (
        "file-unreadable", "the file cannot be opened: too many levels of symbolic links",
    )  # fmt: skip


def test_a_link_to_a_bid_is_followed(desk):
    desk.file("bid.csv", CSV)
    link = desk.folder / "link.csv"
    link.symlink_to("bid.csv")
    assert desk.read(link).lines == [(2, "NT1", "3")]


def test_the_lock_file_of_an_open_workbook(desk):
    assert refused(desk, desk.file("~$bid.xlsx", b"\x05Owner")) == (
        "lock-file",
        "this is the lock file that Excel keeps next to 'bid.xlsx' while it is open",
        "close Excel and use 'bid.xlsx' itself",
    )


def test_a_file_above_the_limit(desk):
    path = desk.file("bid.csv", CSV)
    assert refused(desk, path, max_bytes=10)[1] == "the file has 35 bytes, and the limit is 10 bytes"
    assert refused(desk, path, max_rows=1)[1] == "the file has more than 1 rows"


AGAIN = "open it in your spreadsheet program, check that nothing is missing, and save it as .xlsx"
WEB_PAGE = f"it is a web page under a spreadsheet's name, as some websites export; {AGAIN}"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"%PDF-1.7 ...", "it is a PDF"),
        (b"\x89PNG\r\n\x1a\n...", "it is a picture"),
        (b"{\\rtf1 ...", "it is a rich-text document"),
        (b"<!DOCTYPE html><html><table>", WEB_PAGE),
        (b"<style>td {}</style><div><table><tr><td>Ref</td></tr></table></div>", WEB_PAGE),
        (
            b"MIME-Version: 1.0\nContent-Type: multipart/related",
            f"it is a web archive under a spreadsheet's name; {AGAIN}",
        ),
        (
            b"<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>",
            f"it is an Excel 2003 XML spreadsheet; {AGAIN}",
        ),
        (b"<?xml version='1.0'?><Workbook/>", "it is an XML document"),
        (b"\x00\x01\x02\x03" * 50, "it has bytes that are not text"),
        (b"Ref,Quantity\nNT1,3\x81\x8d\n", "it is not text in UTF-8, UTF-16 or Windows-1252"),
    ],
)
def test_what_is_no_spreadsheet(desk, content, reason):
    name, message, help_ = refused(desk, desk.file("bid.xlsx", content))
    assert (name, message) == ("not-a-spreadsheet", f"this is not a spreadsheet that can be read: {reason}")
    assert help_ == "save it as .xlsx or .csv; copy a PDF or Word table into a spreadsheet first"


def test_a_password(desk):
    container = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    assert refused(desk, desk.file("bid.xlsx", container)) == (
        "password-protected",
        "the workbook is protected with a password",
        "open it in your spreadsheet program, remove the password (File, Info, Protect) and save a copy",
    )


def test_the_hash_is_of_the_bytes_that_were_read(desk):
    path = desk.file("bid.csv", CSV)
    reading = read_bid(path, desk.vocabulary)
    path.write_text("something else")
    assert reading.bid is not None
    assert reading.bid.sha256 == hashlib.sha256(CSV.encode()).hexdigest()
    assert reading.bid.file == str(path)
