"""What one heading says: a field of a table, a time, a stage, and what it says of the numbers below it.

`headings` recognises one and gives a `heading`; `timed` knows those of times and `stages` those of none that is sure;
`described` says what each says of its numbers.
"""
