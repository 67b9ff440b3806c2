"""Owns forms: headings below each other with what they head to their right, handed on as the tables that they say."""
