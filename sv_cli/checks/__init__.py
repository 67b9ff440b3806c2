"""Framework rules: a family of rules a file. They read a valuation and tell what they find; they draw nothing."""
