"""From a spreadsheet of unit costs or measures to a private overlay of the library.

`sheet` finds the list by the headings in `fields`, `rows` reads it with `units`, and `write` makes the YAML.
"""
