"""A blank bid as a workbook that people like to fill in, with live values that agree with `sv score`."""
