"""Quantities that stand in several columns: spread over times or units, multiplied, added up or taken off."""
