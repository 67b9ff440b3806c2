"""Workbooks that the program writes for people: how they look, and what makes the same content the same bytes."""
