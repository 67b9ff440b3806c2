"""Bid × Library × Method → Valuation. Pure: no file, no clock, no screen."""
