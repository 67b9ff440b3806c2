"""What a check found: on a screen, as JSON, and in the formats of tools that run checks (JUnit, SARIF, GitHub)."""
