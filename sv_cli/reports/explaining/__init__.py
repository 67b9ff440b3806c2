"""One line explained step by step, or one kind of finding: on a screen, and in plain formats."""
