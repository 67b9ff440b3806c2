"""A blank bid as a workbook that people like to fill in, with live values that agree with `sv score`.

`values` works out the `content`; `workbook` draws it, with a module a sheet or two: `guidance`, `commitments`, `lists`.
Its formulas are in `formulas`.
"""
