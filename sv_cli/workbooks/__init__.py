"""Workbooks that the program writes for people: how they look, and how long ones are written."""
