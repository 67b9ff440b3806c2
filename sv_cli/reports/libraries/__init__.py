"""What the library holds: its proxies, methods, frameworks and findings, and how it differs from another."""
