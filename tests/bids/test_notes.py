"""Notes that say of their line that it is not meant, whichever way they say it, and the glances that find them soon."""

import re
from itertools import product

import pytest

from sv_cli.bids.cells.text import normal
from sv_cli.bids.terms.beginnings import WORDS
from sv_cli.bids.terms.notes import KINDS, LONGEST_NOTE, SAID, is_not_meant, seen_first
from tests.bids.beginnings import first_words
from tests.drawn import drawn

BEFORE = ("", "please note ", "this line is ", "and ")


@pytest.mark.parametrize("kind", KINDS)
def test_no_glance_passes_over_a_note_that_says_so(kind):
    said = product(BEFORE, drawn(kind.pattern, count=2000))
    notes = [note for before, each in said if (note := f"{before}{each}") == normal(note) and len(note) <= LONGEST_NOTE]
    assert len(notes) > len(BEFORE) * 500
    assert [note for note in notes if not is_not_meant(note)] == []


def test_an_engine_finds_in_each_what_all_of_them_have():
    glance = re.compile(seen_first())
    assert [said for said in drawn(SAID, count=5000) if not glance.search(said)] == []


def test_the_words_that_notes_begin_with_are_those_of_their_pattern():
    assert sorted(WORDS) == first_words(SAID), "`python -m tests.bids.beginnings` writes them down anew"


HEEDED = (
    *("Say 40", "Nil additionality", "Vorbehaltlich der Freigabe", "2026 not 2027", "Too high?", "Could drop to 10"),
    *("We need to check with HR", "12 of these already in post", "Figures from 2023 contract", "Copied from last bid"),
)


@pytest.mark.parametrize("note", HEEDED)
def test_one_is_heeded_whatever_it_begins_with(note):
    assert is_not_meant(note)


@pytest.mark.parametrize(
    "note",
    [
        "Two of them started with us in 2024.",
        "All three have been with us since May 2024",
        "They were hired in 2023",
        "Both are already employed.",
        "One of the two joined last year",
    ],
)
def test_people_who_are_there_before_the_contract_are_asked_about(note):
    assert is_not_meant(note)


@pytest.mark.parametrize(
    "note",
    [
        "Agreed with the school. Withdrawn.",
        "Agreed with the school; withdrawn",
        "Talks in May! Not offered.",
        "Checked by HR\nNot offered",
        "Rota kept by HR. Half of these hours are for another contract. Seen each quarter.",
        "This is an estimate. The mentors are named in the plan.",
        "Talks in May. Includes 4 hours already given in 2025.",
        "This is the total for both partners; ours is half.",
        "Checked by HR - not offered",
    ],
)
def test_each_sentence_of_a_note_is_heard(note):
    assert is_not_meant(note)


@pytest.mark.parametrize(
    "note",
    [
        "Reports each quarter. To be agreed with the council.",
        "Talks at Moston; dates to be agreed; to be confirmed by email",
        "Invoices; quotes; estimate",
        "Invoices\nQuotes\nEstimate",
        "Rota of 12 volunteers. Kept by HR. Shared with the council each month.",
        "See the plan, p. 4. Time sheets are signed by the group.",
        "Photographs and letters - where possible",
    ],
)
def test_sentences_of_how_it_is_shown_leave_the_line(note):
    assert not is_not_meant(note)


@pytest.mark.parametrize(
    "note",
    ["One will start in 2027", "Two of our mentors have run it since 2019", "To be hired in 2026", "We began in 2010."],
)
def test_people_who_are_yet_to_come_or_only_help_are_not(note):
    assert not is_not_meant(note)


@pytest.mark.parametrize(
    "note", ["Payroll records", "Letters of thanks, read each quarter", "The contract manager reports"]
)
def test_one_that_says_how_it_is_shown_leaves_its_line(note):
    assert not is_not_meant(note)


@pytest.mark.parametrize("note", ["Lot 2 only", "Doubled for 2028", "Match-funded", "20-30", "per FTE"])
def test_one_of_a_part_or_of_another_amount_is_asked_about(desk, note):
    head = ["Ref", "Commitment", "Quantity", "Unit", "Notes"]
    read = desk.xlsx([head, ["NT17", "Help", 25, "hours", ""], ["NT17", "Talks", 25, "hours", note]])
    assert [each.place.row for each in read.reading.findings] == [3]


@pytest.mark.parametrize(
    "text",
    [
        "Reading with pupils. Withdrawn.",
        "Reading with pupils. Half of it is for another contract.",
        "Half of these hours are for the parent company's contract",
        "Help in the garden, match-funded",
    ],
)
def test_a_description_says_so_in_each_of_its_sentences(desk, text):
    head = ["Ref", "Commitment", "Quantity", "Unit"]
    read = desk.xlsx([head, ["NT17", "Help at schools. Each pupil is heard.", 4, "hours"], ["NT17", text, 4, "hours"]])
    assert [each.place.row for each in read.reading.findings] == [3]
