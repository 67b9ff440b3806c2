"""From somebody's spreadsheet of unit costs or measures to an overlay of their own: find, read, write."""
