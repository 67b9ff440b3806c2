"""What a check found: on a screen, as JSON, and as the tools read it that run checks."""
