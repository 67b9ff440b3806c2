"""Workbooks that the program writes for people.

`style` has their common look; `looks` applies it with openpyxl, and `streamed` with XlsxWriter, for any length.
"""
