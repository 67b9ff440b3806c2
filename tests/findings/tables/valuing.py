"""Owns the examples of SV3xx and SV4xx: promises that were read and cannot, or not without a word, be valued.

Those that the library that ships cannot give rise to are valued with `library.yaml` beside the examples laid over it.
"""

from tests.findings.example import HEAD, PLAIN, Example, beside, cell

OVER = ("--library", "{examples}/library.yaml")
START = "Contract start,1 April 2026\n"
YEARS = "Contract length (years),3\n"


def promise(reference: str, quantity: str = "10", unit: str = "hours", above: str = "") -> str:
    """A bid of one line for this proxy."""
    return f"{above}{HEAD}{reference},A promise,{quantity},{unit}\n"


def over(bad: str, good: str = "example.plain") -> Example:
    """A proxy of the examples' library that has the fault, and one that has not."""
    return Example(promise(bad), promise(good), OVER)


EXAMPLES = {
    "fact-unusable": Example(beside("Cost (£)", "-250"), beside("Cost (£)", "250")),
    "no-reference": Example(f"{HEAD},Time given,10,hours\n", PLAIN),
    "unknown-reference": Example(promise("volunteering.hous"), PLAIN),
    "shared-code": Example(promise("EX1"), promise("EX2"), OVER),
    "code-not-valued": Example(promise("NT18", "120000", "£"), PLAIN),
    "code-resolved": Example(promise("EX2"), promise("example.plain"), OVER),
    "unknown-unit": Example(cell("10", "smiles"), PLAIN),
    "pounds-taken": Example("Ref,Quantity\nlocal.goods-given,10\n", "Ref,Quantity,Unit\nlocal.goods-given,10,£\n"),
    "unit-taken": Example("Ref,Quantity\nvolunteering.hour,10\n", PLAIN),
    "unit-mismatch": Example(cell("10", "tonnes"), PLAIN),
    "unit-converted": Example(cell("10", "days"), PLAIN),
    "no-index-year": over("example.old-prices"),
    "no-year-value": Example(
        promise("example.yearly", above="Contract start,1 April 2040\n"), promise("example.yearly", above=START), OVER
    ),
    "year-needed": Example(promise("example.yearly"), promise("example.yearly", above=START), OVER),
    "no-place-value": Example(
        promise("example.local", above="Location,Wales\n"), promise("example.local", above="Location,London\n"), OVER
    ),
    "place-needed": Example(promise("example.local"), promise("example.local", above="Location,London\n"), OVER),
    "more-favourable": Example(beside("Deadweight", "1%"), beside("Deadweight", "90%")),
    "outside-contract": Example(beside("Year", "5", above=YEARS), beside("Year", "2", above=YEARS)),
    "year-unplaced": Example(beside("Year", "2027"), beside("Year", "2027", above=START)),
    "no-method": Example(PLAIN, PLAIN, ("--method", "black-book"), good_arguments=("--method", "green-book")),
    "same-outcome-twice": Example(
        f"{HEAD}example.plain,One,10,hours\nexample.same,Other,10,hours\n",
        f"{HEAD}example.plain,One,10,hours\nexample.other,Other,10,hours\n",
        OVER,
    ),
    "price-year-unknown": Example(PLAIN, PLAIN, ("--price-year", "1066"), good_arguments=("--price-year", "2024")),
    "before-contract": Example(beside("Year", "2020", above=START), beside("Year", "2027", above=START)),
    "duration-out-of-range": Example(beside("Duration (years)", "150"), beside("Duration (years)", "1")),
    "unknown-place": Example(
        beside("Place", "Atlantis", "jobs.living-wage-hour,Fair pay,10,hours"),
        beside("Place", "London", "jobs.living-wage-hour,Fair pay,10,hours"),
    ),
    "divided-by-zero": over("example.divided"),
    "no-such-line": Example(PLAIN, PLAIN, ("99",), good_arguments=("2",), command="explain"),
    "value-beyond-belief": over("example.vast"),
    "beyond-horizon": Example(
        beside("Year", "2099", above="Contract start,1 April 1990\n"), beside("Year", "2027", above=START)
    ),
    "longer-than-default": Example(beside("Duration (years)", "9"), beside("Duration (years)", "1")),
    "adjustment-not-applied": Example(
        beside("Deadweight", "90%"), beside("Deadweight", "90%"), ("--method", "gross"), good_arguments=()
    ),
    "contract-length-needed": Example(
        promise("jobs.living-wage-year", "2", "FTE"),
        promise("jobs.living-wage-year", "2", "FTE", above=YEARS),
        ("--method", "gross"),
    ),
    "no-optimism-grade": Example(
        promise("example.plain"), promise("example.sure"), (*OVER, "--method", "example-wary")
    ),
    "prices-as-published": Example(
        promise("example.old-prices"),
        promise("example.plain"),
        (*OVER, "--method", "example-bare"),
    ),
    "base-year-unplaced": Example(
        promise("example.plain"), promise("example.plain", above=START), (*OVER, "--method", "example-base")
    ),
    "costs-incomplete": Example(
        f"{HEAD.strip()},Cost (£)\nvolunteering.hour,Time,10,hours,100\nvolunteering.hour,More,10,hours,\n",
        f"{HEAD.strip()},Cost (£)\nvolunteering.hour,Time,10,hours,100\nvolunteering.hour,More,10,hours,100\n",
    ),
}
