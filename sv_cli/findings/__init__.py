"""Findings, and the catalogue of their kinds, each with a code.

`finding` has the records, `catalogue` the list of kinds, whose entries are in `families` and written with `kinds`.
`many` keeps long series of findings short.
"""
