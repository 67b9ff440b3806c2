"""Owns the data frames: one row a commitment, or one row a finding, with the columns of the JSON contract."""

from collections.abc import Iterable

import pandas as pd

from sv_cli.model.valuations import Valuation
from sv_cli.reports.csv import COLUMNS
from sv_cli.reports.json import as_data

LINE_COLUMNS = COLUMNS[: COLUMNS.index("present_value") + 1]
FINDING_COLUMNS = ("code", "name", "severity", "file", "sheet", "row", "column", "cell", "message", "help")
_NUMBERS = ("quantity", "unit_value", "gross", "net", "present_value")


def lines_frame(valuations: Iterable[Valuation]) -> pd.DataFrame:
    """One row a commitment, in order; money in pounds, NaN where a commitment is not valued."""
    rows = [{"file": each.bid.file, **line} for each in valuations for line in as_data(each)["lines"]]
    frame = pd.DataFrame(rows, columns=list(LINE_COLUMNS))
    return frame.astype({**dict.fromkeys(_NUMBERS, "float64"), "row": "int64", "valued": "bool"})


def findings_frame(valuations: Iterable[Valuation]) -> pd.DataFrame:
    """One row a finding, in the order that they were found."""
    rows = [each for valuation in valuations for each in as_data(valuation)["findings"]]
    return pd.DataFrame(rows, columns=list(FINDING_COLUMNS)).astype({"row": "Int64"})
