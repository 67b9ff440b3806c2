"""The examples of findings, a family of codes a file."""
