"""The open social-value calculator."""

__version__ = "0.1.0"
