"""Lint rules: what a careful editor would object to in a library that loads. A family of rules a file."""
