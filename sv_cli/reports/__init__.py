"""A valuation on a screen or in a file: one format a module, no arithmetic beyond formatting."""
